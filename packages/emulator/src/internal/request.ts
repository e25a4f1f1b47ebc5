/**
 * Reads a request body.
 */
import type { IncomingMessage } from "node:http"
import * as Multipart from "../Multipart.js"
import type { Part } from "../Platform.js"
import * as Json from "./json.js"

/**
 * - `gone`: the client disconnected before the body was complete
 * - `large`: longer than allowed; the rest is not read
 * - `malformed`: neither JSON nor a readable form
 */
export type Incoming =
  | { readonly kind: "none" }
  | { readonly kind: "gone" }
  | { readonly kind: "large"; readonly size: number; readonly contentType: string | undefined }
  | { readonly kind: "json"; readonly value: unknown; readonly size: number; readonly contentType: string | undefined }
  | {
      readonly kind: "multipart"
      readonly parts: ReadonlyArray<Part>
      /** Text fields as text (a list when repeated), files as empty text. */
      readonly fields: Readonly<Record<string, unknown>>
    }
  | {
      readonly kind: "malformed"
      readonly problem: string
      /** The offset of the first invalid character, 0 when it is unknown. */
      readonly position: number
      readonly size: number
      readonly contentType: string | undefined
    }

const collect = (request: IncomingMessage, most: number): Promise<Buffer | "large" | "gone"> =>
  new Promise((resolve) => {
    const chunks: Array<Buffer> = []
    let size = 0
    const announced = Number(request.headers["content-length"] ?? 0)
    if (announced > most) {
      request.resume()
      return resolve("large")
    }
    request.on("data", (chunk: Buffer) => {
      size += chunk.length
      if (size <= most) chunks.push(chunk)
      else {
        chunks.length = 0
        request.removeAllListeners("data")
        request.resume()
        resolve("large")
      }
    })
    request.on("end", () => resolve(Buffer.concat(chunks)))
    request.on("error", () => resolve("gone"))
    request.on("close", () => resolve("gone"))
  })

/** Text fields by name. A name that occurs more than once has a list. */
const fieldsOf = (parts: ReadonlyArray<Part>): Readonly<Record<string, unknown>> =>
  grouped(
    parts.map(
      ({ bytes, filename, name }) => [name, filename === undefined ? Buffer.from(bytes).toString("utf8") : ""] as const
    )
  )

/** Values by name in one pass: a single value as it is, several as a list. Any text is a name, `__proto__` too. */
export const grouped = (
  pairs: Iterable<readonly [string, string]>
): Readonly<Record<string, string | ReadonlyArray<string>>> => {
  const lists = new Map<string, Array<string>>()
  for (const [name, value] of pairs) {
    const list = lists.get(name)
    if (list === undefined) lists.set(name, [value])
    else list.push(value)
  }
  return Object.fromEntries(
    Array.from(lists, ([name, values]) => {
      const [first = "", ...others] = values
      return [name, others.length === 0 ? first : values]
    })
  )
}

/**
 * Reads a body of at most `most` bytes. Text that parses as JSON is JSON under any content type but a form's.
 */
export const readRequest = async (request: IncomingMessage, most: number): Promise<Incoming> => {
  const contentType = request.headers["content-type"]
  const body = await collect(request, most)
  if (body === "gone") return { kind: "gone" }
  if (body === "large") return { kind: "large", size: Number(request.headers["content-length"] ?? most), contentType }
  if (body.length === 0) return { kind: "none" }
  const boundary = Multipart.boundaryOf(contentType)
  const malformed = (problem: string): Incoming => {
    const position = Number(/ position (\d+)/.exec(problem)?.[1] ?? 0)
    return { kind: "malformed", problem, position, size: body.length, contentType }
  }
  if (boundary !== undefined) {
    const parts = Multipart.parse(body, boundary)
    return "problem" in parts ? malformed(parts.problem) : { kind: "multipart", parts, fields: fieldsOf(parts) }
  }
  try {
    return { kind: "json", value: Json.parse(body.toString("utf8")), size: body.length, contentType }
  } catch (error) {
    return malformed(error instanceof Error ? error.message : "not JSON")
  }
}
