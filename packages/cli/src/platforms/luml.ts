/**
 * Clients of LUML.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { Luml } from "@trilum/luml/Luml"
import * as Operations from "@trilum/luml/Operations"
import { luml, type Options } from "@trilum/luml/Platform"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { type Connect, type ConnectSettings, nobody } from "./Connection.js"

/**
 * @since 0.1.0
 * @category accessors
 */
export const optionsOf = ({ baseUrl, key, options, place, tokens, userAgent }: ConnectSettings): Options => ({
  ...options,
  ...place,
  apiKey: key ?? (tokens.jwt === undefined && tokens.satellite === undefined ? nobody : undefined),
  accessToken: tokens.jwt,
  satelliteKey: tokens.satellite,
  baseUrl,
  userAgent
})

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (settings: ConnectSettings): Layer.Layer<Luml, ConfigurationError, HttpClient.HttpClient> =>
  Luml.layerConfig(optionsOf(settings))

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = (settings) => Effect.map(luml.connectConfig(optionsOf(settings)), Operations.make)
