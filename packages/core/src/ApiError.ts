/**
 * The errors every platform client can fail with.
 *
 * All are real `Error` subclasses with a `_tag` equal to the class name, so `Effect.catchTag`, `instanceof` and
 * `isTrilumError` all work, also across the promise surface. No field ever holds a credential.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"
import type * as Redacted from "effect/Redacted"

/**
 * What kind of failure an error is. One category decides what programs do: retry, ask for another key, fix the input.
 *
 * - `auth`: the credential is missing, wrong or expired (401)
 * - `permission`: the credential is valid but may not do this (403)
 * - `notFound` (404), `conflict` (409), `rateLimit` (429)
 * - `invalid`: the input is wrong, refused by the server (other 4xx) or by a check before sending
 * - `server`: the server failed (5xx), or a job on it did
 * - `transport`: no usable connection
 * - `timeout`: a time limit passed
 * - `decode`: a success whose body does not fit the contract
 * - `stream`: a stream that ended before its end
 * - `config`: a client that cannot work as configured
 * - `local`: this machine failed, e.g. a file
 *
 * @since 0.1.0
 * @category models
 */
export type Category =
  | "auth"
  | "permission"
  | "notFound"
  | "conflict"
  | "invalid"
  | "rateLimit"
  | "server"
  | "transport"
  | "timeout"
  | "decode"
  | "stream"
  | "config"
  | "local"

/**
 * One place where a body or an input is wrong. `path` reads like `data[3].created_at`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Issue {
  readonly path: string
  readonly message: string
}

/**
 * The fields of every error. Absent means unknown: a check that failed before sending has no `status`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Details {
  /** A complete sentence: what happened, to what. */
  readonly message: string
  /** `lumnis`, `lvng`, `luml` or the name of a generated client. */
  readonly platform: string
  /** What to do next, in words that suit a program and a terminal. */
  readonly hint?: string | undefined
  /** `operationId` of the contract. */
  readonly operation?: string | undefined
  readonly method?: string | undefined
  /** Path template, never the expanded path. */
  readonly path?: string | undefined
  readonly status?: number | undefined
  /** The server's machine code, or one of ours for checks made before sending. */
  readonly code?: string | undefined
  /** The server's own sentence, redacted. */
  readonly serverMessage?: string | undefined
  /** What the server lists beside its sentence: the fields of a 422, the `details` of LVNG. Redacted. */
  readonly details?: ReadonlyArray<Issue> | undefined
  readonly requestId?: string | undefined
  /** Attempts made, 0 when nothing was sent. */
  readonly attempts?: number | undefined
  /** Milliseconds from the call to this error, retries and waits included. */
  readonly elapsed?: number | undefined
  /** The failure of the first attempt, when a retry ended in another one, e.g. `500 out of memory`. */
  readonly firstFailure?: string | undefined
  /** Parsed body (JSON, else text), redacted. */
  readonly body?: unknown
  /** Redacted cause: name, message and code of the original, never the original. */
  readonly cause?: unknown
  /** Run to continue with: `lumnis.attach(responseId)`. */
  readonly responseId?: string | undefined
  readonly threadId?: string | undefined
  /** Workflow run to continue with. */
  readonly runId?: string | undefined
  readonly workflowId?: string | undefined
  /** Background job to continue with. */
  readonly jobId?: string | undefined
  /** File whose processing continues. */
  readonly fileId?: string | undefined
  /** App whose connection can still be completed. */
  readonly appName?: string | undefined
  /** Artifact record that exists on the server. */
  readonly artifactId?: string | undefined
  /** Multipart upload that is open in the storage. */
  readonly uploadId?: string | undefined
}

/**
 * Marks every error of Trilum. The same in two copies of this package.
 *
 * @since 0.1.0
 * @category symbols
 */
export const TypeId: unique symbol = Symbol.for("@trilum/core/ApiError")

/**
 * @since 0.1.0
 * @category symbols
 */
export type TypeId = typeof TypeId

/**
 * Base of every error of Trilum. `name` and `_tag` are the class name; absent details are absent properties, so
 * `inspect` and `JSON.stringify` show only what is known.
 *
 * @since 0.1.0
 * @category errors
 */
export abstract class TrilumError<out Tag extends string = string> extends Data.Error<Details> {
  declare readonly [TypeId]: TypeId
  readonly _tag: Tag
  readonly category: Category
  /** `category` follows the status unless the class gives another one. */
  constructor(tag: Tag, details: Details, category: Category = categoryOf(details)) {
    super({ ...known(details), message: details.message, platform: details.platform })
    this._tag = tag
    this.category = category
    Object.defineProperty(this, "name", { value: tag, enumerable: false, configurable: true })
  }
}
Object.defineProperty(TrilumError.prototype, TypeId, { value: TypeId })

/**
 * How {@link tagged} makes errors: details that the constructor may leave out, the category (default: by status), and the
 * fields that `inspect` and JSON do not show, such as a run with the caller's texts.
 *
 * @since 0.1.0
 * @category models
 */
export interface TagOptions extends Partial<Details> {
  readonly category?: Category
  readonly hidden?: ReadonlyArray<string>
}

/**
 * The base class of the errors with one tag. `Fields` are their own fields, and an error is one declaration:
 *
 * ```ts
 * class QuotaError extends tagged("QuotaError", { code: "QUOTA", category: "rateLimit" })<{ limit: number }> {}
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const tagged = <const Tag extends string, O extends TagOptions>(tag: Tag, options?: O): TaggedClass<Tag, O> => {
  const { category, hidden = [], ...defaults }: TagOptions = options ?? {}
  return class extends TrilumError<Tag> {
    constructor(details: Details) {
      const shown = { ...details, ...defaults, ...known(details) }
      const secret = Object.fromEntries(hidden.map((name) => [name, { value: Reflect.get(details, name) }]))
      for (const name of hidden) Reflect.deleteProperty(shown, name)
      super(tag, shown, category)
      Object.defineProperties(this, secret)
    }
  } as TaggedClass<Tag, O>
}

/**
 * @since 0.1.0
 * @category models
 */
export type TaggedClass<Tag extends string, O> = new <Fields extends object = object>(
  details: Omit<Details, keyof O> & Partial<Pick<Details, keyof O & keyof Details>> & Readonly<Fields>
) => TrilumError<Tag> & Readonly<Fields>

const known = (details: Details): Partial<Details> =>
  Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined))

const categoryOf = ({ attempts, status }: Details): Category => {
  if (status === undefined) return attempts === 0 ? "invalid" : "local"
  return categories[status] ?? (status >= 500 || status < 400 ? "server" : "invalid")
}

const categories: Readonly<Record<number, Category>> = {
  401: "auth",
  403: "permission",
  404: "notFound",
  408: "timeout",
  409: "conflict",
  429: "rateLimit"
}

/**
 * Tells errors of Trilum from others, also those of another copy of this package.
 *
 * @since 0.1.0
 * @category guards
 */
export const isTrilumError = (u: unknown): u is TrilumError => typeof u === "object" && u !== null && TypeId in u

/**
 * Adds details to an error, such as the id of the run that it interrupted, and returns the same error. What the error
 * knows already stays, except for `hint`. For errors of one's own call: an error that several calls share must not
 * carry the ids of one of them.
 *
 * @since 0.1.0
 * @category combinators
 */
export const annotate = <E extends TrilumError>(
  error: E,
  details: Partial<Omit<Details, "message" | "platform">>
): E => {
  for (const [key, value] of Object.entries(details)) {
    if (value !== undefined && (key === "hint" || !(key in error))) {
      Object.defineProperty(error, key, { value, enumerable: true, writable: true, configurable: true })
    }
  }
  return error
}

/**
 * 401: the credential is missing, wrong or expired.
 *
 * @since 0.1.0
 * @category errors
 */
export class AuthenticationError extends tagged("AuthenticationError", { category: "auth" }) {}

/**
 * 403: the credential is valid but may not do this.
 *
 * @since 0.1.0
 * @category errors
 */
export class PermissionDeniedError extends tagged("PermissionDeniedError", { category: "permission" }) {}

/**
 * 404. `identifier` is the last path argument of the call.
 *
 * @since 0.1.0
 * @category errors
 */
export class NotFoundError extends tagged("NotFoundError", { category: "notFound" })<{
  identifier?: string | undefined
}> {}

/**
 * 409.
 *
 * @since 0.1.0
 * @category errors
 */
export class ConflictError extends tagged("ConflictError", { category: "conflict" }) {}

/**
 * 400, 422 and other 4xx, and input refused before anything was sent (then without `status` and with 0 `attempts`).
 *
 * @since 0.1.0
 * @category errors
 */
export class ValidationError extends tagged("ValidationError", { category: "invalid" }) {}

/**
 * 429. `retryAfter` is in seconds (may be a fraction): `retry-after-ms`, `Retry-After` in seconds or as an HTTP date.
 *
 * @since 0.1.0
 * @category errors
 */
export class RateLimitError extends tagged("RateLimitError", { category: "rateLimit" })<{
  retryAfter?: number | undefined
}> {}

/**
 * 5xx. `retryAfter` as in {@link RateLimitError}.
 *
 * @since 0.1.0
 * @category errors
 */
export class ServerError extends tagged("ServerError", { category: "server" })<{
  retryAfter?: number | undefined
}> {}

/**
 * 3xx that was not followed: to another origin, from https to http, or too many. `location` is the target without its
 * query.
 *
 * @since 0.1.0
 * @category errors
 */
export class RedirectError extends tagged("RedirectError", { category: "transport" })<{
  location?: string | undefined
}> {}

/**
 * No usable answer: DNS, a refused or reset connection, TLS, a proxy, or a body cut before its end.
 *
 * @since 0.1.0
 * @category errors
 */
export class TransportError extends tagged("TransportError", { category: "transport" }) {}

/**
 * Which limit passed.
 *
 * - `pool`: no connection of the pool became free
 * - `connect`: TCP and TLS
 * - `attempt`: one attempt, body included
 * - `idle`: no byte of a started body
 * - `overall`: the caller's limit for the whole call
 * - `server`: the server's own limit (408)
 *
 * @since 0.1.0
 * @category models
 */
export type TimeoutKind = "pool" | "connect" | "attempt" | "idle" | "overall" | "server"

/**
 * A time limit passed.
 *
 * @since 0.1.0
 * @category errors
 */
export class TimeoutError extends tagged("TimeoutError", { category: "timeout" })<{
  timeout: TimeoutKind
}> {}

/**
 * A success whose body the client cannot use, or is too large to decode. The call took effect on the server. `rawBody` is
 * the body as it came, so that nothing the server shows only once is lost: read it with `Redacted.value`.
 *
 * @since 0.1.0
 * @category errors
 */
export class DecodeError extends tagged("DecodeError", { category: "decode" })<{
  issues: ReadonlyArray<Issue>
  rawBody?: Redacted.Redacted<string> | undefined
}> {}

/**
 * A stream that was `cut` before its terminal event, fell `idle`, contained an `invalid` event, or ended because the server
 * sent an error event (`failed`).
 *
 * @since 0.1.0
 * @category errors
 */
export class StreamError extends tagged("StreamError", { category: "stream" })<{
  reason: "cut" | "idle" | "invalid" | "failed"
}> {}

/**
 * A list that cannot continue although the server did not end it, because it repeats a cursor or a page. The rows before
 * the error were emitted.
 *
 * @since 0.1.0
 * @category errors
 */
export class PaginationError extends tagged("PaginationError", { category: "server" })<{
  /** Number of rows emitted before the error. */
  rows: number
  /** The cursor, offset or page number of the last request. */
  cursor?: string | number | undefined
}> {}

/**
 * A client that cannot be built or used as configured: no key, a base URL that is not one, plain HTTP to another host.
 *
 * @since 0.1.0
 * @category errors
 */
export class ConfigurationError extends tagged("ConfigurationError", { category: "config" }) {}

/**
 * What any call can fail with.
 *
 * @since 0.1.0
 * @category models
 */
export type ApiError =
  | AuthenticationError
  | PermissionDeniedError
  | NotFoundError
  | ConflictError
  | ValidationError
  | RateLimitError
  | ServerError
  | RedirectError
  | TransportError
  | TimeoutError
  | DecodeError
  | PaginationError
