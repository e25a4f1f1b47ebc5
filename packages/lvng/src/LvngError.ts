/**
 * The errors of LVNG beside those that every platform shares (`@trilum/core/ApiError`).
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"

type Facts = Omit<ApiError.Details, "platform">

/**
 * The operation takes the JWT of a user session, and the client has an API key. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class JwtRequired extends ApiError.TrilumError<"JwtRequired"> {
  constructor(details: Facts) {
    super("JwtRequired", { code: "JWT_REQUIRED", attempts: 0, ...details, platform: "lvng" }, "permission")
  }
}

/**
 * The operation is one that the vendor only names, and the client is set to refuse those. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class UnverifiedOperation extends ApiError.TrilumError<"UnverifiedOperation"> {
  constructor(details: Facts) {
    super("UnverifiedOperation", { code: "UNVERIFIED_OPERATION", attempts: 0, ...details, platform: "lvng" }, "config")
  }
}

/**
 * A chat stream that was `cut` before its event `done`, fell `idle`, or `failed` with an error event of the server, whose
 * sentence is `serverMessage`. `_tag` is `StreamError`, as for the streams of every platform.
 *
 * @since 0.1.0
 * @category errors
 */
export class ChatStreamError extends ApiError.StreamError {
  /** The text of all deltas before the end; not shown by `inspect` and JSON. */
  declare readonly partialText: string
  constructor(
    details: ApiError.Details & { readonly reason: ApiError.StreamError["reason"]; readonly partialText: string }
  ) {
    const { partialText, ...rest } = details
    super(rest)
    Object.defineProperty(this, "partialText", { value: partialText, enumerable: false })
  }
}
