/**
 * The client of LVNG for commands made by hand.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { type Lvng, make } from "@trilum/lvng/Lvng"
import type * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Invocation } from "../../Command.js"
import * as Credentials from "../../credentials.js"
import { credentials } from "../../platforms/lvng.js"
import { byName } from "../../platforms/Platform.js"

/**
 * Rejects when there is neither a key nor a session.
 *
 * @since 0.1.0
 * @category constructors
 */
export const connect = async ({
  io
}: Pick<Invocation, "io">): Promise<Effect.Effect<Lvng.Service, ConfigurationError, HttpClient.HttpClient>> => {
  const lvng = byName("lvng")
  const resolved = await Credentials.of(io, lvng)
  const key = Credentials.requireAny(lvng, resolved)
  const given = credentials({
    key: key === undefined ? undefined : Redacted.make(key),
    tokens: Object.fromEntries(resolved.tokens.map(({ kind, value }) => [kind, Redacted.make(value)]))
  })
  return make({
    ...given,
    baseUrl: resolved.baseUrl,
    userAgent: `trilum-cli/${io.version}`,
    // As for operations: without a key a POST would not be repeated, whatever --retries says.
    idempotencyKeys: "generate"
  })
}
