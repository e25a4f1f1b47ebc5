/**
 * The caller of LUML: its package's own, which sends each operation with a credential that the server takes for it.
 *
 * @since 0.1.0
 */
import { luml } from "@trilum/luml/Platform"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Connect } from "./Platform.js"

/** For operations that take no credential; never sent. */
const nobody = Redacted.make("none")

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = ({ baseUrl, key, tokens, userAgent }) =>
  Effect.map(
    luml.connect({
      apiKey: key ?? (tokens.jwt === undefined && tokens.satellite === undefined ? nobody : undefined),
      accessToken: tokens.jwt,
      satelliteKey: tokens.satellite,
      baseUrl,
      userAgent
    }),
    ({ client }) => client
  )
