/**
 * What errors and inspection may show of a request: its method and its URL without user, query and fragment.
 */
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"

export const redactUrl = (url: string): string => {
  const bare = url.replace(/[?#].*$/s, "")
  return bare.replace(/^([a-z][a-z0-9+.-]*:\/\/)[^/@]*@/i, "$1")
}

export const redactRequest = (request: HttpClientRequest.HttpClientRequest): HttpClientRequest.HttpClientRequest =>
  HttpClientRequest.make(request.method)(redactUrl(request.url))

const codeOf = (error: Error): unknown => ("code" in error ? error.code : undefined)

/** The cause itself, unless it carries bytes of the wire (`HTTPParserError`) or the URL (`ERR_INVALID_URL`). */
export const redactCause = (cause: unknown): unknown => {
  if (!(cause instanceof Error) || !("data" in cause || "input" in cause)) return cause
  const bare = new Error(cause.message)
  bare.name = cause.name
  return Object.assign(bare, { code: codeOf(cause) })
}

/** Message and code of a cause. */
export const describeCause = (cause: unknown): string => {
  if (!(cause instanceof Error)) return "unknown cause"
  const code = codeOf(cause)
  if (typeof code !== "string" || cause.message.includes(code)) return cause.message
  return cause.message === "" ? code : `${cause.message} (${code})`
}
