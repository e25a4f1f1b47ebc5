import * as Redacted from "effect/Redacted"
import type * as Operation from "../Operation.js"
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
  | { readonly _tag: "Form"; readonly form: FormData }
  | { readonly _tag: "Parts"; readonly parts: Multipart.Encoded }

export interface RequestParts {
  /** Expanded path with its query, below the base URL. */
  readonly pathAndQuery: string
  /** Header parameters of the operation, lower-case names. */
  readonly headers: Record<string, string>
  readonly body: Body
}

/** What writing a request needs to know of an operation, whatever it answers with. */
export type AnyOperation = Omit<Operation.Operation<unknown>, "success">

const noBody: Body = { _tag: "None" }

/** Splits an operation's input over path, query, headers and body. */
export const make = (
  operation: AnyOperation,
  path: Operation.PathArguments,
  params: object | undefined,
  extraQuery: Readonly<Record<string, string | number | boolean>> | undefined
): RequestParts | InvalidInput => {
  try {
    return split(operation, path, params, extraQuery)
  } catch (cause) {
    if (cause instanceof URIError) return new InvalidInput("a value has a lone surrogate, which no URL can carry")
    if (cause instanceof RangeError) return new InvalidInput("a date is invalid")
    throw cause
  }
}

const split = (
  operation: AnyOperation,
  path: Operation.PathArguments,
  params: object | undefined,
  extraQuery: Readonly<Record<string, string | number | boolean>> | undefined
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
        appendQuery(query, name, value, operation.queryStyle?.[name])
      } else if (operation.headers?.includes(name) === true) {
        if (value === null) continue
        const text = scalar(value)
        if (!isHeaderValue(text)) return new InvalidInput(`${name} must be one line of visible characters`)
        headers[name.toLowerCase()] = text
      } else {
        rest ??= {}
        rest[name] = value
      }
    }
  }
  if (extraQuery !== undefined) {
    for (const [name, value] of Object.entries(extraQuery)) appendQuery(query, name, value, undefined)
  }
  const body = makeBody(operation, rest)
  if (body._tag === "InvalidInput") return body
  return { pathAndQuery: query.length === 0 ? expanded : `${expanded}?${query.join("&")}`, headers, body }
}

const placeholder = /\{([^}]+)\}/g

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
    return encodeURIComponent(value)
  })
  return invalid ?? path
}

const scalar = (value: unknown): string => {
  if (typeof value === "string") return value
  if (value instanceof Date) return value.toISOString()
  if (Redacted.isRedacted(value)) return String(Redacted.value(value))
  return typeof value === "object" ? json(value) : String(value)
}

const isHeaderValue = (text: string): boolean => /^[\t\x20-\x7e\x80-\xff]*$/.test(text)

const encode = encodeURIComponent

const separators = { comma: ",", space: "%20", pipe: "|" } as const

const appendQuery = (
  out: Array<string>,
  name: string,
  value: unknown,
  style: "comma" | "space" | "pipe" | "deepObject" | undefined
): void => {
  if (value === undefined || value === null) return
  if (Array.isArray(value)) {
    const items = value.filter((item) => item !== undefined && item !== null).map((item) => encode(scalar(item)))
    if (items.length === 0) return
    if (style === undefined || style === "deepObject") {
      for (const item of items) out.push(`${encode(name)}=${item}`)
    } else {
      out.push(`${encode(name)}=${items.join(separators[style])}`)
    }
  } else if (style === "deepObject" && typeof value === "object" && !(value instanceof Date)) {
    for (const [key, item] of Object.entries(value)) appendQuery(out, `${name}[${key}]`, item, style)
  } else {
    out.push(`${encode(name)}=${encode(scalar(value))}`)
  }
}

/** JSON text in which `Redacted` values stand as what they hold: this text goes to the platform and nowhere else. */
const json = (value: unknown): string =>
  JSON.stringify(value, function(this: Record<string, unknown>, key, current: unknown) {
    const original = this[key]
    return Redacted.isRedacted(original) ? Redacted.value(original) : current
  })

const makeBody = (
  operation: AnyOperation,
  rest: Record<string, unknown> | undefined
): Body | InvalidInput => {
  const kind = operation.body
  if (kind === undefined) {
    return rest === undefined
      ? noBody
      : new InvalidInput(`${Object.keys(rest).join(", ")}: not a parameter of ${operation.resource}.${operation.name}`)
  }
  if (operation.wholeBody === true && rest !== undefined) {
    const unknown = Object.keys(rest).filter((name) => name !== "body")
    if (unknown.length > 0) {
      return new InvalidInput(`${unknown.join(", ")}: not a parameter of ${operation.resource}.${operation.name}`)
    }
  }
  const value = operation.wholeBody === true ? rest?.["body"] : rest ?? (operation.bodyRequired === true ? {} : undefined)
  if (value === undefined) {
    return operation.bodyRequired === true
      ? new InvalidInput(`${operation.resource}.${operation.name} needs a body`)
      : noBody
  }
  switch (kind) {
    case "json":
      try {
        return { _tag: "Text", text: json(value), contentType: "application/json" }
      } catch (cause) {
        return new InvalidInput(`the body cannot be written as JSON: ${cause instanceof Error ? cause.message : "?"}`)
      }
    case "form": {
      const pairs: Array<string> = []
      if (typeof value === "object" && value !== null) {
        for (const [name, item] of Object.entries(value)) appendQuery(pairs, name, item, undefined)
      }
      return { _tag: "Text", text: pairs.join("&"), contentType: "application/x-www-form-urlencoded" }
    }
    case "bytes":
      return value instanceof Uint8Array
        ? { _tag: "Bytes", bytes: value, contentType: "application/octet-stream" }
        : new InvalidInput("the body must be a Uint8Array")
    case "multipart": {
      const fields = Multipart.fields(typeof value === "object" && value !== null ? value : {}, scalar)
      return Multipart.isBuffered(fields)
        ? { _tag: "Form", form: Multipart.toFormData(fields) }
        : { _tag: "Parts", parts: Multipart.encode(fields) }
    }
  }
}
