/**
 * The caller of LVNG: its package's own, with its rules of credentials, retries and errors.
 *
 * @since 0.1.0
 */
import { lvng } from "@trilum/lvng/Platform"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Connect, ConnectSettings } from "./Platform.js"

/** For operations that take no credential; never sent. */
const nobody = Redacted.make("none")

/**
 * The credentials as options of a client, which decides what each operation is sent with.
 *
 * @since 0.1.0
 * @category accessors
 */
export const credentials = ({ key, tokens }: Pick<ConnectSettings, "key" | "tokens">) => ({
  apiKey: key ?? (tokens.jwt === undefined ? nobody : undefined),
  jwt: tokens.jwt
})

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = (settings) =>
  Effect.map(
    lvng.connect({
      ...credentials(settings),
      baseUrl: settings.baseUrl,
      userAgent: settings.userAgent,
      idempotencyKeys: "generate"
    }),
    ({ client }) => client
  )
