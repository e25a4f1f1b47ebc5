import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Errors from "../ApiError.js"
import type * as Credential from "../Credential.js"
import * as JsonNumber from "../JsonNumber.js"
import type * as Operation from "../Operation.js"
import * as Redaction from "../Redaction.js"
import * as Multipart from "./multipart.js"

/** Input that cannot be sent; `message` says what to do. */
export class InvalidInput {
  readonly _tag = "InvalidInput"
  readonly message: string
  constructor(message: string) {
    this.message = message
  }
}

export type Body =
  | { readonly _tag: "None" }
  | { readonly _tag: "Text"; readonly text: string; readonly contentType: string }
  | { readonly _tag: "Bytes"; readonly bytes: Uint8Array; readonly contentType: string }
  | Multipart.Body

export interface RequestParts {
  /** Expanded path with its query, below the base URL. */
  readonly pathAndQuery: string
  /** Header parameters of the operation, lower-case names. */
  readonly headers: Record<string, string>
  readonly body: Body
}

/** What writing a request needs to know of an operation, whatever it answers with. */
export type AnyOperation = Omit<Operation.Operation<unknown>, "success">

/** What a `Redacted` value becomes in the request: its value, or a mask for people. */
export type Reveal = (value: Redacted.Redacted<unknown>) => unknown

const noBody: Body = { _tag: "None" }

/** The `Accept` header of an operation. */
export const accept: Readonly<Record<Operation.ResponseKind, string>> = {
  json: "application/json",
  none: "application/json",
  text: "text/*, */*;q=0.5",
  bytes: "*/*",
  events: "text/event-stream"
}

/** Splits an operation's input over path, query, headers and body. */
export const make = (
  operation: AnyOperation,
  path: Operation.PathArguments,
  params: object | undefined,
  extraQuery: Readonly<Record<string, string | number | boolean>> | undefined,
  reveal: Reveal = Redacted.value
): RequestParts | InvalidInput => {
  try {
    return split(operation, path, params, extraQuery, reveal)
  } catch (cause) {
    if (cause instanceof URIError) return new InvalidInput("a value has a lone surrogate, which no URL can carry")
    const message = cause instanceof Error ? cause.message : String(cause)
    return new InvalidInput(`a value cannot be written: ${message.replace(/\s*\n[\s\S]*/, "")}`)
  }
}

const split = (
  operation: AnyOperation,
  path: Operation.PathArguments,
  params: object | undefined,
  extraQuery: Readonly<Record<string, string | number | boolean>> | undefined,
  reveal: Reveal
): RequestParts | InvalidInput => {
  const expanded = expandPath(operation.path, path)
  if (typeof expanded !== "string") return expanded
  const headers: Record<string, string> = {}
  const query: Array<string> = []
  let rest: Record<string, unknown> | undefined
  if (params !== undefined) {
    for (const [name, value] of Object.entries(params)) {
      if (value === undefined) continue
      if (operation.query?.includes(name) === true) {
        appendQuery(query, name, value, operation.queryStyle?.[name], reveal)
      } else if (operation.headers?.includes(name) === true) {
        if (value === null) continue
        const text = scalar(value, reveal)
        if (!isHeaderValue(text)) return new InvalidInput(`${name} ${headerValueRule}`)
        headers[name.toLowerCase()] = text
      } else {
        rest ??= {}
        rest[name] = value
      }
    }
  }
  if (extraQuery !== undefined) {
    for (const [name, value] of Object.entries(extraQuery)) appendQuery(query, name, value, undefined, reveal)
  }
  const body = makeBody(operation, rest, reveal)
  if (body._tag === "InvalidInput") return body
  if ((body._tag === "Text" && Redaction.isMasked(body.text)) || query.some(mayBeMasked)) {
    const masked = Redaction.maskedField({ params, extraQuery }, Redaction.namesOf(operation.secrets))
    if (masked !== undefined) {
      return new InvalidInput(`${masked} has a mask for its value. Pass the secret itself, or leave it out to keep it`)
    }
  }
  return { pathAndQuery: query.length === 0 ? expanded : `${expanded}?${query.join("&")}`, headers, body }
}

/** Whether a query parameter, percent-encoded, may have a mask for its value. */
const mayBeMasked = (pair: string): boolean => /redacted/i.test(pair)

const placeholder = /\{([^}]+)\}/g

/** Path arguments by their names in the template. */
export const namedPath = (template: string, values: Operation.PathArguments): Record<string, unknown> =>
  Object.fromEntries(Array.from(template.matchAll(placeholder), ([, name = ""], index) => [name, values[index]]))

const expandPath = (template: string, values: Operation.PathArguments): string | InvalidInput => {
  if (values.length === 0 && !template.includes("{")) return template
  let index = 0
  let invalid: InvalidInput | undefined
  const path = template.replace(placeholder, (_, name: string) => {
    const value: unknown = values[index++]
    if (typeof value === "number" && Number.isFinite(value)) return String(value)
    if (typeof value !== "string" || value === "") {
      invalid ??= new InvalidInput(`${name} must be a text that is not empty`)
      return ""
    }
    // Percent-encoded or not, a dot segment changes the path (WHATWG URL, "double-dot URL path segment").
    if (value === "." || value === "..") {
      invalid ??= new InvalidInput(`${name} must not be "${value}"`)
      return ""
    }
    if (Redaction.isMasked(value)) {
      invalid ??= new InvalidInput(`${name} has a mask for its value. Pass the value itself`)
      return ""
    }
    return encodeURIComponent(value)
  })
  return invalid ?? path
}

const scalar = (value: unknown, reveal: Reveal): string => {
  if (typeof value === "string") return value
  if (typeof value === "number") return finite(value)
  if (value instanceof Date) return isoText(value)
  if (Redacted.isRedacted(value)) return scalar(reveal(value), reveal)
  return typeof value === "boolean" || typeof value === "bigint" ? String(value) : json(value, reveal)
}

const finite = (value: number): string => {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not a number that can be sent`)
  return String(value)
}

const isoText = (date: Date): string => {
  if (Number.isNaN(date.getTime())) throw new RangeError("a date is invalid")
  return date.toISOString()
}

const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/

/** RFC 9110 section 5.5. */
export const isHeaderValue = (text: string): boolean => headerValue.test(text)

/** Follows the name of a header whose value {@link isHeaderValue} refuses. */
export const headerValueRule = "must be one line of characters up to U+00FF, without control characters"

const encode = encodeURIComponent

const separators = { comma: ",", space: "%20", pipe: "|" } as const

const appendQuery = (
  out: Array<string>,
  name: string,
  value: unknown,
  style: "comma" | "space" | "pipe" | "deepObject" | undefined,
  reveal: Reveal
): void => {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) {
    const items = value
      .filter((item) => item !== undefined && item !== null)
      .map((item) => encode(scalar(item, reveal)))
    if (items.length === 0) return
    if (style === undefined || style === "deepObject") {
      for (const item of items) out.push(`${encode(name)}=${item}`)
    } else {
      out.push(`${encode(name)}=${items.join(separators[style])}`)
    }
  } else if (style === "deepObject" && isPlain(value)) {
    for (const [key, item] of Object.entries(value)) appendQuery(out, `${name}[${key}]`, item, style, reveal)
  } else {
    out.push(`${encode(name)}=${encode(scalar(value, reveal))}`)
  }
}

const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && !(value instanceof Date) && !Redacted.isRedacted(value)

/**
 * JSON text in which `Redacted` values stand as what they hold: this text goes to the platform and nowhere else. What
 * JSON would turn into `null` without a word (NaN, an invalid date) throws.
 */
const json = (value: unknown, reveal: Reveal): string => {
  const plain = JsonNumber.write(value)
  if (plain === undefined) throw new TypeError(`${typeof value} has no JSON`)
  // A replacer makes writing several times slower, and without these texts there is nothing for it to do.
  if (!plain.includes("null") && !plain.includes("<redacted>")) return plain
  const text = JsonNumber.write(value, function (key, current) {
    const original = this[key]
    if (Redacted.isRedacted(original)) return reveal(original)
    if (original instanceof Date) return isoText(original)
    if (typeof current === "number") finite(current)
    return current
  })
  return text ?? plain
}

const makeBody = (
  operation: AnyOperation,
  rest: Record<string, unknown> | undefined,
  reveal: Reveal
): Body | InvalidInput => {
  const kind = operation.body
  const unknown =
    rest === undefined || (kind !== undefined && operation.wholeBody !== true)
      ? []
      : Object.keys(rest).filter((name) => kind === undefined || name !== "body")
  if (unknown.length > 0) return new InvalidInput(`it has no parameter ${unknown.join(", ")}`)
  if (kind === undefined) return noBody
  const value =
    operation.wholeBody === true ? rest?.["body"] : (rest ?? (operation.bodyRequired === true ? {} : undefined))
  if (value === undefined) {
    return operation.bodyRequired === true ? new InvalidInput("it needs a body") : noBody
  }
  switch (kind) {
    case "json":
      return { _tag: "Text", text: json(value, reveal), contentType: "application/json" }
    case "form": {
      const pairs: Array<string> = []
      if (typeof value === "object" && value !== null) {
        for (const [name, item] of Object.entries(value)) appendQuery(pairs, name, item, undefined, reveal)
      }
      return { _tag: "Text", text: pairs.join("&"), contentType: "application/x-www-form-urlencoded" }
    }
    case "bytes":
      return value instanceof Uint8Array
        ? { _tag: "Bytes", bytes: value, contentType: "application/octet-stream" }
        : new InvalidInput("the body must be a Uint8Array")
    case "multipart":
      return Multipart.toBody(typeof value === "object" && value !== null ? value : {}, (item) => scalar(item, reveal))
  }
}

/** RFC 9110 section 5.1, in lower case. */
const headerName = /^[!#$%&'*+\-.^_`|~0-9a-z]+$/

/** Names that describe the framing of a message. The transport sets them. */
const framing = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade"
])

/** Lower-case names; those of the credential are left out. */
export const withoutReserved = (
  headers: Readonly<Record<string, string | undefined>>,
  reserved: ReadonlySet<string>
): Record<string, string> => {
  const out: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase()
    if (value !== undefined && !reserved.has(lower)) out[lower] = value
  }
  return out
}

/** What is wrong with headers of lower-case names; never with a value. */
export const invalidHeader = (headers: Readonly<Record<string, string>>): string | undefined => {
  for (const [name, value] of Object.entries(headers)) {
    if (!headerName.test(name)) return `"${name}" is not a header name (RFC 9110 section 5.1)`
    if (framing.has(name)) return `the header ${name} is set by the transport; leave it out`
    if (typeof value !== "string" || !isHeaderValue(value)) return `the header ${name} ${headerValueRule}`
    if (Redaction.isMasked(value)) return `the header ${name} has a mask for its value; pass the value itself`
  }
  return undefined
}

/** What is wrong with a credential that does not change; never with its value. */
export const invalidCredential = (credential: Credential.Credential): string | undefined => {
  if (credential._tag === "None" || credential._tag === "Refreshing") return undefined
  if (credential._tag === "Header" && !headerName.test(credential.name.toLowerCase())) {
    return `"${credential.name}" is not a header name (RFC 9110 section 5.1)`
  }
  const value = Redacted.value(credential._tag === "Bearer" ? credential.token : credential.key)
  if (value.trim() === "") return "the credential is empty"
  if (Redaction.isMasked(value))
    return "the credential is a mask that was shown in its place; pass the credential itself"
  return isHeaderValue(value) ? undefined : `the credential ${headerValueRule}; look for a line end at its end`
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/**
 * Plain http shows the credential to the network. It is accepted for loopback, and for other hosts with
 * `allowInsecureHttp`.
 */
export const parseBaseUrl = (
  platform: string,
  input: string | URL,
  allowInsecureHttp = false
): Effect.Effect<URL, Errors.ConfigurationError> => {
  const fail = (message: string) => Effect.fail(new Errors.ConfigurationError({ platform, message }))
  if (!URL.canParse(String(input))) return fail("the base URL is not a URL; write it like https://host.example")
  const url = new URL(String(input))
  if (url.protocol !== "https:" && url.protocol !== "http:") return fail("the base URL must start with https://")
  if (url.protocol === "http:" && !allowInsecureHttp && !loopback.test(url.hostname)) {
    return fail(
      "the base URL must start with https://: plain http shows the credential to the network. For a trusted private network set allowInsecureHttp (TRILUM_ALLOW_INSECURE_HTTP=1)"
    )
  }
  if (url.username !== "" || url.password !== "") return fail("the base URL must not carry a user or password")
  if (url.search !== "" || url.hash !== "") return fail("the base URL must not carry a query or a fragment")
  return Effect.succeed(url)
}
