/**
 * Clients of LVNG.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { Lvng } from "@trilum/lvng/Lvng"
import { lvng, type Options } from "@trilum/lvng/Platform"
import * as Resources from "@trilum/lvng/resources"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Connect, ConnectSettings } from "./Connection.js"
import { invoke, methodOf, nobody, serviceOf } from "./methods.js"

const optionsOf = ({ baseUrl, key, options, tokens, userAgent }: ConnectSettings): Options => ({
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
export const connect: Connect = (settings) =>
  Effect.map(lvng.connectConfig(optionsOf(settings)), (connection) => ({
    client: connection.client,
    call: (entry, input, tap, all) => {
      const client = tap(connection.client)
      return invoke(serviceOf(Resources, entry, client, { ...connection, client }), methodOf(entry, input, all))
    }
  }))
