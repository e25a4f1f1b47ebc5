/**
 * What proves who is calling: a per-user API key, or the JWT of a user session. A client has one of them, never both.
 *
 * @since 0.1.0
 */
import { AuthenticationError } from "@trilum/core/ApiError"
import * as Core from "@trilum/core/Credential"
import { headerSecret } from "@trilum/core/Platform"
import * as Redaction from "@trilum/core/Redaction"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Redacted from "effect/Redacted"

/**
 * - `ApiKey`: `lvng_sk_live_...` or `lvng_sk_test_...`; may do what its scopes say, but not manage keys
 * - `Jwt`: the access token of a user session, an hour long; may do everything the user may
 *
 * @since 0.1.0
 * @category models
 */
export type Credential =
  | { readonly _tag: "ApiKey"; readonly key: Redacted.Redacted<string> }
  | {
      readonly _tag: "Jwt"
      readonly token: Redacted.Redacted<string>
      /** Brings a new token. What it fails with becomes the cause of an `AuthenticationError`. */
      readonly refresh?: Effect.Effect<Redacted.Redacted<string>, unknown> | undefined
    }

/**
 * @since 0.1.0
 * @category constructors
 */
export const apiKey = (key: Redacted.Redacted<string>): Credential => ({ _tag: "ApiKey", key })

/**
 * With `refresh`, a token is renewed half a minute before its `exp` and once after a 401. All calls that need a new token
 * at the same time share one run of `refresh`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const jwt = (
  token: Redacted.Redacted<string>,
  options?: { readonly refresh?: Effect.Effect<Redacted.Redacted<string>, unknown> | undefined }
): Credential => ({ _tag: "Jwt", token, refresh: options?.refresh })

/**
 * How an API key is sent: `Authorization: Bearer` as the newest pages say, or `x-api-key` as the older ones do. The server
 * takes both.
 *
 * @since 0.1.0
 * @category models
 */
export type AuthHeader = "bearer" | "x-api-key"

const form = /^lvng_sk_(live|test)_[0-9a-f]{32}$/
const staging = /(?:^|\.)staging\./

/**
 * What is surprising about an API key, in words that do not tell it: another form than `lvng_sk_live_<32 hex digits>`, or
 * one of the other environment than the host's. Surprises are no errors, for the form may change.
 *
 * @since 0.1.0
 * @category accessors
 */
export const surpriseOf = (key: Redacted.Redacted<string>, host: string): string | undefined => {
  const environment = form.exec(Redacted.value(key))?.[1]
  if (environment === undefined) {
    return "the API key does not look like one: expected lvng_sk_live_ or lvng_sk_test_ and 32 lower-case hex digits"
  }
  if (environment === "live" && staging.test(host)) return `the API key is a live one, but ${host} is for tests`
  return environment === "test" && host === "api.lvng.ai"
    ? `the API key is a test one, but ${host} is the live platform`
    : undefined
}

/** What a clock of ours may be ahead of the server's, and a call on its way. Milliseconds. */
const leeway = 30_000

/** When a token ends, in milliseconds since 1970; `undefined` when it does not say so in the way of RFC 7519. */
const expiryOf = (token: Redacted.Redacted<string>): number | undefined => {
  const claims = Encoding.decodeBase64UrlString(Redacted.value(token).split(".")[1] ?? "")
  if (claims._tag === "Left") return undefined
  try {
    const json: unknown = JSON.parse(claims.right)
    return typeof json === "object" && json !== null && "exp" in json && typeof json.exp === "number"
      ? json.exp * 1000
      : undefined
  } catch {
    return undefined
  }
}

const notRenewed = (cause: unknown): AuthenticationError =>
  cause instanceof AuthenticationError
    ? cause
    : new AuthenticationError({
        platform: "lvng",
        code: "JWT_REFRESH",
        message: "the JWT could not be renewed; sign in again, or look at the cause",
        cause: Redaction.redactor.error(cause)
      })

/**
 * The credential as the transport takes it.
 *
 * @since 0.1.0
 * @category conversions
 */
export const toCore = (credential: Credential, authHeader: AuthHeader): Core.Credential => {
  if (credential._tag === "ApiKey") {
    return authHeader === "x-api-key" ? Core.header("x-api-key", credential.key) : Core.bearer(credential.key)
  }
  const { refresh } = credential
  if (refresh === undefined) return Core.bearer(credential.token)
  let current = credential.token
  let expiry = expiryOf(current)
  const renew = Effect.flatMap(Effect.mapError(refresh, notRenewed), (renewed) => {
    const token = headerSecret(renewed)
    if (token === undefined) return Effect.fail(notRenewed(new Error("refresh gave no token that a header can carry")))
    current = token
    expiry = expiryOf(token)
    return Effect.succeed(token)
  })
  const refreshing: Core.Credential = Core.refreshing({
    refresh: renew,
    token: Effect.flatMap(Clock.currentTimeMillis, (now) =>
      expiry === undefined || now < expiry - leeway || refreshing._tag !== "Refreshing"
        ? Effect.succeed(current)
        : refreshing.refresh
    )
  })
  return refreshing
}
