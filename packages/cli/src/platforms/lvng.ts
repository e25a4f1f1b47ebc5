/**
 * Clients of LVNG.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { Lvng } from "@trilum/lvng/Lvng"
import * as Operations from "@trilum/lvng/Operations"
import { lvng, type Options } from "@trilum/lvng/Platform"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { type Connect, type ConnectSettings, nobody } from "./Connection.js"

/**
 * @since 0.1.0
 * @category accessors
 */
export const optionsOf = ({ baseUrl, key, options, tokens, userAgent }: ConnectSettings): Options => ({
  ...options,
  apiKey: key ?? (tokens.jwt === undefined ? nobody : undefined),
  jwt: tokens.jwt,
  baseUrl,
  userAgent,
  // Without a key a POST would not be repeated, whatever --retries says.
  idempotencyKeys: "generate"
})

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (settings: ConnectSettings): Layer.Layer<Lvng, ConfigurationError, HttpClient.HttpClient> =>
  Lvng.layerConfig(optionsOf(settings))

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = (settings) => Effect.map(lvng.connectConfig(optionsOf(settings)), Operations.make)
