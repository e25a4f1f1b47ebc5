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
 * Base of every error of Trilum.
 *
 * @since 0.1.0
 * @category errors
 */
export abstract class TrilumError extends Data.Error<Details> {
  abstract readonly _tag: string
  override get name(): string {
    return this._tag
  }
}

/**
 * @since 0.1.0
 * @category guards
 */
export const isTrilumError = (u: unknown): u is TrilumError => u instanceof TrilumError

/** 401: the credential is missing, wrong or expired. @since 0.1.0 @category errors */
export class AuthenticationError extends TrilumError {
  readonly _tag = "AuthenticationError"
}

/** 403: the credential is good but may not do this. @since 0.1.0 @category errors */
export class PermissionDeniedError extends TrilumError {
  readonly _tag = "PermissionDeniedError"
}

/** 404. `identifier` is the last path argument of the call. @since 0.1.0 @category errors */
export class NotFoundError extends TrilumError {
  readonly _tag = "NotFoundError"
  readonly identifier: string | undefined
  constructor(details: Details & { readonly identifier?: string | undefined }) {
    super(details)
    this.identifier = details.identifier
  }
}

/** 409. @since 0.1.0 @category errors */
export class ConflictError extends TrilumError {
  readonly _tag = "ConflictError"
}

/** 400, 422 and other 4xx, and input refused before sending (then without `status`). @since 0.1.0 @category errors */
export class ValidationError extends TrilumError {
  readonly _tag = "ValidationError"
}

/** 429. `retryAfter` is in seconds (may be a fraction), from the Retry-After family of headers. @since 0.1.0 @category errors */
export class RateLimitError extends TrilumError {
  readonly _tag = "RateLimitError"
  readonly retryAfter: number | undefined
  constructor(details: Details & { readonly retryAfter?: number | undefined }) {
    super(details)
    this.retryAfter = details.retryAfter
  }
}

/** 5xx, and a 3xx that was not followed. @since 0.1.0 @category errors */
export class ServerError extends TrilumError {
  readonly _tag = "ServerError"
  readonly retryAfter: number | undefined
  constructor(details: Details & { readonly retryAfter?: number | undefined }) {
    super(details)
    this.retryAfter = details.retryAfter
  }
}

/** No answer: DNS, refused or reset connection, TLS, or a body cut before its end. @since 0.1.0 @category errors */
export class TransportError extends TrilumError {
  readonly _tag = "TransportError"
}

/**
 * Which limit ran out: `connect` (TCP and TLS), `attempt` (one try), `idle` (no byte or event of a started body),
 * `overall` (the caller's deadline).
 *
 * @since 0.1.0
 * @category models
 */
export type TimeoutKind = "connect" | "attempt" | "idle" | "overall"

/** A time limit ran out. @since 0.1.0 @category errors */
export class TimeoutError extends TrilumError {
  readonly _tag = "TimeoutError"
  readonly timeout: TimeoutKind
  constructor(details: Details & { readonly timeout: TimeoutKind }) {
    super(details)
    this.timeout = details.timeout
  }
}

/** A success whose body is not what the contract promises. `issues` name the paths. @since 0.1.0 @category errors */
export class DecodeError extends TrilumError {
  readonly _tag = "DecodeError"
  readonly issues: ReadonlyArray<{ readonly path: string; readonly message: string }>
  constructor(
    details: Details & { readonly issues?: ReadonlyArray<{ readonly path: string; readonly message: string }> }
  ) {
    super(details)
    this.issues = details.issues ?? []
  }
}

/** A stream that was `cut` before its terminal event, fell `idle`, or brought an `invalid` event. @since 0.1.0 @category errors */
export class StreamError extends TrilumError {
  readonly _tag = "StreamError"
  readonly reason: "cut" | "idle" | "invalid"
  constructor(details: Details & { readonly reason: "cut" | "idle" | "invalid" }) {
    super(details)
    this.reason = details.reason
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
