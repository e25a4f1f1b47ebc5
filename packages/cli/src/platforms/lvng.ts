/**
 * The caller of LVNG: its package's own, with its rules of credentials, retries and errors.
 *
 * @since 0.1.0
 */
import * as Credential from "@trilum/lvng/Credential"
import * as Lvng from "@trilum/lvng/Lvng"
import * as Redacted from "effect/Redacted"
import type { Connect, ConnectSettings } from "./Platform.js"

/** For operations that take no credential; never sent. */
const nobody = Redacted.make("none")

/**
 * The session for what only a session may do, else the key, else the session for everything.
 *
 * @since 0.1.0
 * @category accessors
 */
export const credentialOf = ({
  auth,
  key,
  tokens
}: Pick<ConnectSettings, "auth" | "key" | "tokens">): Credential.Credential => {
  const session = tokens.jwt
  return session !== undefined && (auth === "jwt" || key === undefined)
    ? Credential.jwt(session)
    : Credential.apiKey(key ?? nobody)
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = (settings) =>
  Lvng.apiClient({
    credential: credentialOf(settings),
    baseUrl: settings.baseUrl,
    userAgent: settings.userAgent,
    idempotencyKeys: "generate"
  })
