/**
 * Reads a request body, whatever its content type says.
 */
import type { IncomingMessage } from "node:http"
import * as Multipart from "../Multipart.js"
import type { Part } from "../Platform.js"

/**
 * - `gone`: the client left before the body was complete
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
      /** The offset of the first character that does not belong, as far as it is known. */
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

const fieldsOf = (parts: ReadonlyArray<Part>): Readonly<Record<string, unknown>> => {
  const fields: Record<string, unknown> = {}
  for (const part of parts) {
    const value = part.filename === undefined ? Buffer.from(part.bytes).toString("utf8") : ""
    const before = fields[part.name]
    fields[part.name] = before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value]
  }
  return fields
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
    return { kind: "json", value: JSON.parse(body.toString("utf8")), size: body.length, contentType }
  } catch (error) {
    return malformed(error instanceof Error ? error.message : "not JSON")
  }
}
