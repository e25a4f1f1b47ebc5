/**
 * The errors of LVNG, in addition to those of every platform (`@trilum/core/ApiError`).
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"

/**
 * The operation requires the JWT of a user session, but the client has an API key. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class JwtRequired extends ApiError.tagged("JwtRequired", {
  platform: "lvng",
  code: "JWT_REQUIRED",
  attempts: 0,
  category: "permission"
}) {}

/**
 * The documentation mentions the operation without describing it, and the client is configured to reject such
 * operations. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class UnverifiedOperation extends ApiError.tagged("UnverifiedOperation", {
  platform: "lvng",
  code: "UNVERIFIED_OPERATION",
  attempts: 0,
  category: "config"
}) {}

/**
 * A chat stream failed: it was `cut` before `done`, was `idle` for too long, or `failed` with an error event of the
 * server. `serverMessage` is the message of that event. `_tag` is `StreamError`, as for the streams of every platform.
 *
 * @since 0.1.0
 * @category errors
 */
export class ChatStreamError extends ApiError.StreamError {
  /** The text of all received deltas. Not shown by `inspect` and JSON. */
  declare readonly partialText: string
  constructor(
    details: ApiError.Details & { readonly reason: ApiError.StreamError["reason"]; readonly partialText: string }
  ) {
    const { partialText, ...rest } = details
    super(rest)
    Object.defineProperty(this, "partialText", { value: partialText, enumerable: false })
  }
}
