/**
 * What proves who is calling. Values are `Redacted` and leave it only when the header of an attempt is written.
 *
 * @since 0.1.0
 */
import type * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { AuthenticationError } from "./ApiError.js"
import * as SharedEffect from "./SharedEffect.js"

/**
 * - `None`: no credential is sent
 * - `Bearer`: `Authorization: Bearer TOKEN` (RFC 6750)
 * - `Header`: the key in a header of its own, e.g. `X-API-Key`
 * - `Refreshing`: a bearer token that is asked for at every attempt; after a 401 the attempt is repeated once, with the
 *   token if it has changed meanwhile, else with the result of `refresh`
 *
 * @since 0.1.0
 * @category models
 */
export type Credential =
  | { readonly _tag: "None" }
  | { readonly _tag: "Bearer"; readonly token: Redacted.Redacted<string> }
  | { readonly _tag: "Header"; readonly name: string; readonly key: Redacted.Redacted<string> }
  | {
      readonly _tag: "Refreshing"
      readonly token: Effect.Effect<Redacted.Redacted<string>, AuthenticationError>
      readonly refresh: Effect.Effect<Redacted.Redacted<string>, AuthenticationError>
    }

/**
 * @since 0.1.0
 * @category constructors
 */
export const none: Credential = { _tag: "None" }

/**
 * @since 0.1.0
 * @category constructors
 */
export const bearer = (token: Redacted.Redacted<string>): Credential => ({ _tag: "Bearer", token })

/**
 * @since 0.1.0
 * @category constructors
 */
export const header = (name: string, key: Redacted.Redacted<string>): Credential => ({ _tag: "Header", name, key })

/**
 * `refresh` runs once for all calls that need it at the same time, on a fiber of its own: interrupting one of them
 * does not take the new token from the others. What it brings should be what `token` gives from then on.
 *
 * @since 0.1.0
 * @category constructors
 */
export const refreshing = (options: {
  readonly token: Effect.Effect<Redacted.Redacted<string>, AuthenticationError>
  readonly refresh: Effect.Effect<Redacted.Redacted<string>, AuthenticationError>
}): Credential => ({ _tag: "Refreshing", token: options.token, refresh: SharedEffect.inFlight(options.refresh) })

/**
 * Lower-case names of the headers a credential may write, so that call options never replace them.
 *
 * @since 0.1.0
 * @category accessors
 */
export const headerNames = (credential: Credential): ReadonlyArray<string> =>
  credential._tag === "None"
    ? []
    : credential._tag === "Header"
      ? ["authorization", credential.name.toLowerCase()]
      : ["authorization"]

/**
 * The fixed secrets of a credential, for redaction.
 *
 * @since 0.1.0
 * @category accessors
 */
export const secrets = (credential: Credential): ReadonlyArray<Redacted.Redacted<string>> =>
  credential._tag === "Bearer" ? [credential.token] : credential._tag === "Header" ? [credential.key] : []

/**
 * The headers of a credential that does not change.
 *
 * @since 0.1.0
 * @category accessors
 */
export const fixedHeaders = (
  credential: Exclude<Credential, { readonly _tag: "Refreshing" }>
): Readonly<Record<string, string>> => {
  switch (credential._tag) {
    case "None":
      return {}
    case "Bearer":
      return { authorization: `Bearer ${Redacted.value(credential.token)}` }
    case "Header":
      return { [credential.name.toLowerCase()]: Redacted.value(credential.key) }
  }
}
