/**
 * The credential of a client: the API key of a user, or the JWT of a user session.
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
 * - `ApiKey`: `lvng_sk_live_...` or `lvng_sk_test_...`; limited to its scopes, and cannot manage keys
 * - `Jwt`: the access token of a user session, valid for an hour, with all permissions of the user
 *
 * @since 0.1.0
 * @category models
 */
export type Credential =
  | { readonly _tag: "ApiKey"; readonly key: Redacted.Redacted<string> }
  | {
      readonly _tag: "Jwt"
      readonly token: Redacted.Redacted<string>
      /** Returns a new token. Its failure is the cause of an `AuthenticationError`. */
      readonly refresh?: Effect.Effect<Redacted.Redacted<string>, unknown> | undefined
    }

/**
 * @since 0.1.0
 * @category constructors
 */
export const apiKey = (key: Redacted.Redacted<string>): Credential => ({ _tag: "ApiKey", key })

/**
 * With `refresh`, a token is renewed 30 seconds before its `exp`, and once after a 401. Concurrent calls share one run
 * of `refresh`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const jwt = (
  token: Redacted.Redacted<string>,
  options?: { readonly refresh?: Effect.Effect<Redacted.Redacted<string>, unknown> | undefined }
): Credential => ({ _tag: "Jwt", token, refresh: options?.refresh })

/**
 * The header of an API key: `Authorization: Bearer`, as in the current documentation, or `x-api-key`, as in the older
 * one. The server accepts both.
 *
 * @since 0.1.0
 * @category models
 */
export type AuthHeader = "bearer" | "x-api-key"

const form = /^lvng_sk_(live|test)_[0-9a-f]{32}$/
const staging = /(?:^|\.)staging\./

/**
 * A warning about an API key that does not have the form `lvng_sk_live_<32 hex digits>`, or that belongs to another
 * environment than the host. Does not contain the key. It is not an error, because the form may change.
 *
 * @since 0.1.0
 * @category accessors
 */
export const surpriseOf = (key: Redacted.Redacted<string>, host: string): string | undefined => {
  const environment = form.exec(Redacted.value(key))?.[1]
  if (environment === undefined) {
    return "the API key has an unknown form: expected lvng_sk_live_ or lvng_sk_test_ and 32 lower-case hex digits"
  }
  if (environment === "live" && staging.test(host))
    return `the API key is a live key, but ${host} is a test environment`
  return environment === "test" && host === "api.lvng.ai"
    ? `the API key is a test key, but ${host} is the live environment`
    : undefined
}

/** Allowance for clock differences and for the time that a call takes, in milliseconds. */
const leeway = 30_000

/** The expiry of a token in milliseconds since 1970. `undefined`: the token has no `exp` (RFC 7519). */
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
        message: "the JWT could not be renewed; sign in to get a new one, or see the cause",
        cause: Redaction.redactor.error(cause)
      })

/**
 * Converts a credential to that of the core client.
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
    if (token === undefined) return Effect.fail(notRenewed(new Error("the token of refresh is not valid in a header")))
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
