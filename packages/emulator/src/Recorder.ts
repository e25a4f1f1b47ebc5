/**
 * Records received requests for tests. Credentials are redacted before they are stored.
 *
 * @since 0.1.0
 */
import type { IncomingHttpHeaders } from "node:http"
import {
  type Contract,
  isObject,
  type JsonSchema,
  type Operation,
  type PlatformName,
  resolveSchema
} from "./Contract.js"
import type { Part } from "./Platform.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface RecordedPart {
  readonly name: string
  readonly filename?: string
  readonly contentType: string
  readonly size: number
  /** The text of a part that is not a file. */
  readonly value?: string
}

/**
 * Maximum size of a stored JSON body or text field of a form. For larger ones, only the size is stored.
 *
 * @since 0.1.0
 * @category models
 */
export const largestBody = 1024 * 1024

/**
 * - `json`: the value, with redacted secrets
 * - `multipart`: the parts, without the bytes of files
 * - `other`: size and content type of other bodies
 *
 * @since 0.1.0
 * @category models
 */
export type RecordedBody =
  | { readonly kind: "none" }
  | { readonly kind: "json"; readonly value: unknown }
  | { readonly kind: "multipart"; readonly parts: ReadonlyArray<RecordedPart> }
  | { readonly kind: "other"; readonly size: number; readonly contentType: string | undefined }

/**
 * @since 0.1.0
 * @category models
 */
export interface RecordedRequest {
  /** Order of arrival, from 1. */
  readonly index: number
  /** ISO time of the emulator's clock. */
  readonly at: string
  readonly requestId: string
  /** `second`: the other origin, a target of redirects. */
  readonly origin: "first" | "second"
  readonly platform: PlatformName | "storage"
  readonly operation: string | undefined
  readonly method: string
  /** The percent-encoded path, without the prefix of the platform and without the query. */
  readonly path: string
  readonly pathParameters: Readonly<Record<string, string>>
  /** A repeated parameter is a list. */
  readonly query: Readonly<Record<string, string | ReadonlyArray<string>>>
  readonly headers: Readonly<Record<string, string | ReadonlyArray<string>>>
  readonly body: RecordedBody
  /** Missing before the response, and when the connection was reset. */
  readonly status: number | undefined
  /** Whether a fault was applied. */
  readonly faulted: boolean
  /** A mistake of the client, e.g. a platform credential in a request to the object storage. */
  readonly problem?: string
}

const redacted = "[redacted]"

const secretHeaders = new Set(["authorization", "x-api-key", "cookie", "proxy-authorization", "x-webhook-signature"])

/**
 * @since 0.1.0
 * @category combinators
 */
export const redactHeaders = (
  headers: IncomingHttpHeaders
): Readonly<Record<string, string | ReadonlyArray<string>>> => {
  const out: Record<string, string | ReadonlyArray<string>> = {}
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) out[name] = secretHeaders.has(name) ? redacted : value
  }
  return out
}

const redactValue = (contract: Contract, schema: JsonSchema | undefined, value: unknown, depth: number): unknown => {
  if (schema === undefined || depth > 8) return value
  const resolved = resolveSchema(contract, schema)
  if (!isObject(resolved)) return value
  if (resolved["x-secret"] === true) return redacted
  const branches = [resolved["anyOf"], resolved["oneOf"], resolved["allOf"]].flatMap(
    (list): ReadonlyArray<JsonSchema> => (Array.isArray(list) ? list : [])
  )
  let current = branches.reduce<unknown>((inner, branch) => redactValue(contract, branch, inner, depth + 1), value)
  const { items, properties } = resolved
  if (isObject(properties) && isObject(current)) {
    const out: Record<string, unknown> = { ...current }
    for (const [name, member] of Object.entries(current)) {
      const property = properties[name]
      if (isObject(property)) out[name] = redactValue(contract, property, member, depth + 1)
    }
    current = out
  }
  return isObject(items) && Array.isArray(current)
    ? current.map((item) => redactValue(contract, items, item, depth + 1))
    : current
}

/**
 * Redacts the values of a JSON body that the contract marks as secret.
 *
 * @since 0.1.0
 * @category combinators
 */
export const redactBody = (contract: Contract, operation: Operation | undefined, value: unknown): unknown =>
  redactValue(contract, operation?.body?.content["application/json"]?.schema, value, 0)

/**
 * @since 0.1.0
 * @category combinators
 */
export const summarize = (parts: ReadonlyArray<Part>): RecordedBody => ({
  kind: "multipart",
  parts: parts.map(({ bytes, contentType, filename, name }) => ({
    name,
    contentType,
    size: bytes.length,
    ...(filename === undefined ? {} : { filename }),
    ...(filename === undefined && bytes.length <= largestBody ? { value: Buffer.from(bytes).toString("utf8") } : {})
  }))
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Recorder {
  /**
   * Records a request and returns a function that adds its body and status. `bytes` is the size of the header fields or
   * of the body.
   */
  readonly add: (
    request: Omit<RecordedRequest, "index">,
    bytes?: number
  ) => (later: Pick<RecordedRequest, "status"> | Pick<RecordedRequest, "body">, bytes?: number) => void
  readonly list: () => ReadonlyArray<RecordedRequest>
  readonly clear: () => void
}

interface Held {
  request: RecordedRequest
  head: number
  body: number
}

/**
 * Stores the last `capacity` requests, with at most `most` bytes. Beyond that, the oldest bodies are replaced by their
 * size, then the oldest requests are removed.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (capacity: number, most = 64 * 1024 * 1024): Recorder => {
  const requests = new Map<number, Held>()
  let count = 0
  let total = 0
  /** Requests before this one have no body. */
  let strippedTo = 1

  const remove = (index: number): void => {
    const held = requests.get(index)
    if (held === undefined) return
    total -= held.head + held.body
    requests.delete(index)
  }

  const shrink = (): void => {
    for (; total > most && strippedTo <= count; strippedTo++) {
      const held = requests.get(strippedTo)
      if (held === undefined || held.body === 0) continue
      held.request = { ...held.request, body: { kind: "other", size: held.body, contentType: undefined } }
      total -= held.body
      held.body = 0
    }
    for (const index of requests.keys()) {
      if (total <= most) return
      remove(index)
    }
  }

  return {
    add: (request, bytes = 0) => {
      count += 1
      const index = count
      requests.set(index, { request: { index, ...request }, head: bytes, body: 0 })
      total += bytes
      const [oldest] = requests.keys()
      if (requests.size > capacity && oldest !== undefined) remove(oldest)
      shrink()
      return (later, added = 0) => {
        const held = requests.get(index)
        if (held === undefined) return
        held.request = { ...held.request, ...later }
        held.body += added
        total += added
        if (added > 0) strippedTo = Math.min(strippedTo, index)
        shrink()
      }
    },
    list: () => Array.from(requests.values(), ({ request }) => request),
    clear: () => {
      requests.clear()
      total = 0
      strippedTo = count + 1
    }
  }
}
