/** CPU of one call and of one run: the whole client through its promise face, bare undici, the official SDK's way. */
import { createLumnis, type LumnisPromise } from "@trilum/lumnis/promise"
import { request } from "undici"
import { costs, cpu, type Row, row } from "./measure.js"
import { officialShape } from "./officialShape.js"
import { serve } from "./processes.js"
import { wrappedLumnis } from "./wrapped.js"

const concurrency = 32

const inFlight = (total: number, call: () => Promise<unknown>) => async (): Promise<void> => {
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      for (let n = 0; n < total / concurrency; n++) await call()
    })
  )
}

const user = "ann@example.com"

export const calls = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const { origin, stop } = await serve("./server.js")
  const lumnis = createLumnis({ apiKey: "bench-key", baseUrl: origin })
  const wrapped = wrappedLumnis(origin)
  const headers = { authorization: "Bearer bench-key", accept: "application/json" }
  const path = `/v1/users/${encodeURIComponent(user)}`
  const official = officialShape(origin, "bench-key")

  const get = (client: LumnisPromise) => (): Promise<unknown> => client.users.get(user)
  const undici = async (): Promise<unknown> => (await request(`${origin}${path}`, { headers })).body.json()
  const sdk = (): Promise<unknown> => official(path)

  const invoke = (): Promise<unknown> => lumnis.invoke("hi", { userId: user, pollInterval: 0 })
  const byHand = async (): Promise<unknown> => {
    const { response_id } = await lumnis.responses.create({
      user_id: user,
      messages: [{ role: "user", content: "hi" }]
    })
    for (;;) {
      const response = await lumnis.responses.get(response_id, { wait: 10 })
      if (response.status === "succeeded") return response
    }
  }

  const rounds = smoke ? 2 : 11
  const total = smoke ? 64 : 1600
  const warm = smoke ? 64 : 3200
  for (const call of [get(lumnis), get(wrapped), undici, sdk]) await inFlight(warm, call)()
  for (const run of [invoke, byHand]) await inFlight(warm / 4, run)()
  const ratio = (subject: () => Promise<unknown>, baseline: () => Promise<unknown>, count = total) =>
    costs({ rounds, meter: cpu, subject: inFlight(count, subject), baseline: inFlight(count, baseline) })

  const rows = [
    row("call: CPU, promise client / undici.request", "max", 1.8, await ratio(get(lumnis), undici)),
    row(
      "call: CPU, the same, transport wrapped by mapRequest / undici.request",
      "max",
      2,
      await ratio(get(wrapped), undici)
    ),
    row("call: CPU, promise client / what the official SDK does", "max", 0.5, await ratio(get(lumnis), sdk)),
    row("invoke: CPU, create and 3 polls / the same calls by hand", "max", 1.15, await ratio(invoke, byHand, total / 4))
  ]
  await lumnis.close()
  await wrapped.close()
  stop()
  return rows
}
