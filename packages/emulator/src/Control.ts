/**
 * Queries and stops an emulator in another process through its admin routes.
 *
 * @since 0.1.0
 */
import { request } from "node:http"
import { isObject, type JsonObject } from "./Contract.js"

const ask = (url: string, method: string, route: string): Promise<JsonObject | undefined> =>
  new Promise((resolve, reject) => {
    const outgoing = request(
      `${url}/__emulator${route}`,
      { method, agent: false, timeout: 5000, headers: { "x-emulator-admin": "1" } },
      (incoming) => {
        const chunks: Array<Buffer> = []
        incoming.on("data", (chunk: Buffer) => chunks.push(chunk))
        incoming.on("error", reject)
        incoming.on("end", () => {
          try {
            const text = Buffer.concat(chunks).toString("utf8")
            const value: unknown = text === "" ? {} : JSON.parse(text)
            resolve(
              incoming.statusCode !== undefined && incoming.statusCode < 300 && isObject(value) ? value : undefined
            )
          } catch {
            resolve(undefined)
          }
        })
      }
    )
    outgoing.on("timeout", () => outgoing.destroy(new Error("no answer")))
    outgoing.on("error", (error) => {
      if ("code" in error && error.code === "ECONNREFUSED") resolve(undefined)
      else reject(error)
    })
    outgoing.end()
  })

/**
 * The health of the emulator at `url`. `undefined` when no emulator listens there.
 *
 * @since 0.1.0
 * @category accessors
 */
export const status = async (url: string): Promise<JsonObject | undefined> => {
  const health = await ask(url, "GET", "/health")
  return Array.isArray(health?.["platforms"]) ? health : undefined
}

/**
 * Stops the emulator at `url` and waits until it has stopped. `false` when no emulator listens there.
 *
 * @since 0.1.0
 * @category combinators
 */
export const stop = async (url: string): Promise<boolean> => {
  if ((await status(url)) === undefined) return false
  await ask(url, "POST", "/stop")
  while ((await ask(url, "GET", "/health").catch(() => undefined)) !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return true
}
