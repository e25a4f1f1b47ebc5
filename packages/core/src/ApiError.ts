/**
 * The errors every platform client can fail with.
 *
 * All are real `Error` subclasses with a `_tag` equal to the class name, so `Effect.catchTag`, `instanceof` and
 * `isTrilumError` all work, also across the promise surface. No field ever holds a credential.
 *
 * @since 0.1.0
 */
import * as Data from "effect/Data"

/**
 * What every error can tell. Absent means unknown: a check that failed before sending has no `status`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Details {
  /** Says what happened and what to do next. */
  readonly message: string
  /** `lumnis`, `lvng`, `luml` or the name of a generated client. */
  readonly platform: string
  /** `operationId` of the contract. */
  readonly operation?: string | undefined
  readonly method?: string | undefined
  /** Path template, never the expanded path. */
  readonly path?: string | undefined
  readonly status?: number | undefined
  /** The server's machine code, or one of ours for checks made before sending. */
  readonly code?: string | undefined
  readonly requestId?: string | undefined
  /** Attempts made, 0 when nothing was sent. */
  readonly attempts?: number | undefined
  /** Milliseconds from the call to this error, retries and waits included. */
  readonly elapsed?: number | undefined
  /** Parsed body (JSON, else text), redacted. */
  readonly body?: unknown
  /** Redacted cause: name, message and code of the original, never the original. */
  readonly cause?: unknown
}

/**
 * Base of every error of Trilum. `name` and `_tag` are the class name; absent details are absent properties, so
 * `inspect` and `JSON.stringify` show only what is known.
 *
 * @since 0.1.0
 * @category errors
 */
export abstract class TrilumError<out Tag extends string = string> extends Data.Error<Details> {
  readonly _tag: Tag
  constructor(tag: Tag, details: Details) {
    super(known(details))
    this._tag = tag
    Object.defineProperty(this, "name", { value: tag, enumerable: false, configurable: true })
  }
}

const known = (details: Details): Details => {
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(details)) {
    if (value !== undefined) out[key] = value
  }
  return { ...out, message: details.message, platform: details.platform }
}

/**
 * @since 0.1.0
 * @category guards
 */
export const isTrilumError = (u: unknown): u is TrilumError => u instanceof TrilumError

/**
 * 401: the credential is missing, wrong or expired.
 *
 * @since 0.1.0
 * @category errors
 */
export class AuthenticationError extends TrilumError<"AuthenticationError"> {
  constructor(details: Details) {
    super("AuthenticationError", details)
  }
}

/**
 * 403: the credential is good but may not do this.
 *
 * @since 0.1.0
 * @category errors
 */
export class PermissionDeniedError extends TrilumError<"PermissionDeniedError"> {
  constructor(details: Details) {
    super("PermissionDeniedError", details)
  }
}

/**
 * 404. `identifier` is the last path argument of the call.
 *
 * @since 0.1.0
 * @category errors
 */
export class NotFoundError extends TrilumError<"NotFoundError"> {
  declare readonly identifier?: string
  constructor(details: Details & { readonly identifier?: string | undefined }) {
    super("NotFoundError", details)
  }
}

/**
 * 409.
 *
 * @since 0.1.0
 * @category errors
 */
export class ConflictError extends TrilumError<"ConflictError"> {
  constructor(details: Details) {
    super("ConflictError", details)
  }
}

/**
 * 400, 422 and other 4xx, and input refused before anything was sent (then without `status` and with 0 `attempts`).
 *
 * @since 0.1.0
 * @category errors
 */
export class ValidationError extends TrilumError<"ValidationError"> {
  constructor(details: Details) {
    super("ValidationError", details)
  }
}

/**
 * 429. `retryAfter` is in seconds (may be a fraction): `retry-after-ms`, `Retry-After` in seconds or as an HTTP date.
 *
 * @since 0.1.0
 * @category errors
 */
export class RateLimitError extends TrilumError<"RateLimitError"> {
  declare readonly retryAfter?: number
  constructor(details: Details & { readonly retryAfter?: number | undefined }) {
    super("RateLimitError", details)
  }
}

/**
 * 5xx, and a 3xx that was not followed. `retryAfter` as in {@link RateLimitError}.
 *
 * @since 0.1.0
 * @category errors
 */
export class ServerError extends TrilumError<"ServerError"> {
  declare readonly retryAfter?: number
  constructor(details: Details & { readonly retryAfter?: number | undefined }) {
    super("ServerError", details)
  }
}

/**
 * No answer: DNS, a refused or reset connection, TLS, or a body cut before its end.
 *
 * @since 0.1.0
 * @category errors
 */
export class TransportError extends TrilumError<"TransportError"> {
  constructor(details: Details) {
    super("TransportError", details)
  }
}

/**
 * Which limit ran out: `connect` (TCP and TLS), `attempt` (one try), `idle` (no byte of a started body),
 * `overall` (the caller's deadline).
 *
 * @since 0.1.0
 * @category models
 */
export type TimeoutKind = "connect" | "attempt" | "idle" | "overall"

/**
 * A time limit ran out.
 *
 * @since 0.1.0
 * @category errors
 */
export class TimeoutError extends TrilumError<"TimeoutError"> {
  declare readonly timeout: TimeoutKind
  constructor(details: Details & { readonly timeout: TimeoutKind }) {
    super("TimeoutError", details)
  }
}

/**
 * One place where a body is not what the contract promises. `path` reads like `data[3].created_at`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Issue {
  readonly path: string
  readonly message: string
}

/**
 * A success whose body is not what the contract promises.
 *
 * @since 0.1.0
 * @category errors
 */
export class DecodeError extends TrilumError<"DecodeError"> {
  declare readonly issues: ReadonlyArray<Issue>
  constructor(details: Details & { readonly issues: ReadonlyArray<Issue> }) {
    super("DecodeError", details)
  }
}

/**
 * A stream that was `cut` before its terminal event, fell `idle`, or brought an `invalid` event.
 *
 * @since 0.1.0
 * @category errors
 */
export class StreamError extends TrilumError<"StreamError"> {
  declare readonly reason: "cut" | "idle" | "invalid"
  constructor(details: Details & { readonly reason: "cut" | "idle" | "invalid" }) {
    super("StreamError", details)
  }
}

/**
 * A client that cannot be built or used as configured: no key, a base URL that is not one, plain HTTP to another host.
 *
 * @since 0.1.0
 * @category errors
 */
export class ConfigurationError extends TrilumError<"ConfigurationError"> {
  constructor(details: Details) {
    super("ConfigurationError", details)
  }
}

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
  | TransportError
  | TimeoutError
  | DecodeError
