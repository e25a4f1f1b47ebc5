/**
 * Parses `multipart/form-data` (RFC 7578) from a body in memory. Parts are views of the body, not copies.
 *
 * @since 0.1.0
 */
import type { Part } from "./Platform.js"

/**
 * The boundary of a content type. `undefined`: not multipart form data.
 *
 * @since 0.1.0
 * @category constructors
 */
export const boundaryOf = (contentType: string | undefined): string | undefined => {
  if (contentType === undefined || !/^multipart\/form-data\s*(;|$)/i.test(contentType)) return undefined
  const match = /;\s*boundary=(?:"([^"]+)"|([^;\s]+))/i.exec(contentType)
  return match?.[1] ?? match?.[2]
}

/** A parameter of Content-Disposition. `filename*` (RFC 5987) overrides `filename`. */
const dispositionValue = (header: string, name: string): string | undefined => {
  const extended = new RegExp(`;\\s*${name}\\*=(?:utf-8|iso-8859-1)'[^']*'([^;\\s]+)`, "i").exec(header)
  if (extended?.[1] !== undefined) {
    try {
      return decodeURIComponent(extended[1])
    } catch {
      return extended[1]
    }
  }
  const match = new RegExp(`;\\s*${name}=(?:"((?:[^"\\\\]|\\\\.)*)"|([^;\\s]+))`, "i").exec(header)
  const raw = match?.[1] ?? match?.[2]
  return raw
    ?.replaceAll(/\\(["\\])/g, "$1")
    .replaceAll("%22", '"')
    .replaceAll("%0D", "\r")
    .replaceAll("%0A", "\n")
}

const headersOf = (text: string): ReadonlyMap<string, string> => {
  const headers = new Map<string, string>()
  for (const line of text.split("\r\n")) {
    const colon = line.indexOf(":")
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim())
  }
  return headers
}

/** Maximum number of parts. Forms of the platforms have about twelve. */
const mostParts = 10_000

const newline = Buffer.from("\r\n")
const blank = Buffer.from("\r\n\r\n")

/**
 * Parses a body into parts, or returns the problem.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (body: Buffer, boundary: string): ReadonlyArray<Part> | { readonly problem: string } => {
  const delimiter = Buffer.from(`--${boundary}`)
  const next = Buffer.concat([newline, delimiter])
  const parts: Array<Part> = []
  let at = body.indexOf(delimiter)
  if (at < 0) return { problem: "the body does not contain the boundary of the content type" }
  for (;;) {
    at += delimiter.length
    if (body.subarray(at, at + 2).toString("latin1") === "--") return parts
    if (parts.length === mostParts) return { problem: `the form has more than ${mostParts} parts` }
    const start = body.indexOf(newline, at)
    if (start < 0) return { problem: "the body ends before its closing boundary" }
    const headersStart = start + newline.length
    const headersEnd = body.subarray(headersStart, headersStart + 2).equals(newline)
      ? headersStart - newline.length
      : body.indexOf(blank, headersStart)
    const contentStart = headersEnd + blank.length
    const end = headersEnd < 0 ? -1 : body.indexOf(next, contentStart - newline.length)
    if (end < 0) return { problem: "the body ends before its closing boundary" }
    const headers = headersOf(body.subarray(headersStart, Math.max(headersEnd, headersStart)).toString("utf8"))
    const disposition = headers.get("content-disposition") ?? ""
    const name = dispositionValue(disposition, "name")
    if (name === undefined) return { problem: "a part has no name in its Content-Disposition" }
    const filename = dispositionValue(disposition, "filename")
    parts.push({
      name,
      ...(filename === undefined ? {} : { filename }),
      contentType: headers.get("content-type") ?? (filename === undefined ? "text/plain" : "application/octet-stream"),
      bytes: body.subarray(contentStart, Math.max(end, contentStart))
    })
    at = end + newline.length
  }
}
