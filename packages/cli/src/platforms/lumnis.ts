/**
 * Clients of Lumnis AI.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import { lumnis, type Options } from "@trilum/lumnis/Platform"
import * as Resources from "@trilum/lumnis/resources"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import type { Connect, ConnectSettings } from "./Connection.js"
import { invoke, methodOf, nobody, serviceOf } from "./methods.js"

const optionsOf = ({ baseUrl, key, options, scope, userAgent }: ConnectSettings): Options => ({
  ...options,
  apiKey: key ?? nobody,
  baseUrl,
  scope,
  userAgent
})

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (settings: ConnectSettings): Layer.Layer<Lumnis, ConfigurationError, HttpClient.HttpClient> =>
  Lumnis.layerConfig(optionsOf(settings))

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = (settings) =>
  Effect.map(lumnis.connectConfig(optionsOf(settings)), (connection) => {
    const bound = settings.userId === undefined ? connection : connection.forUser(settings.userId)
    return {
      client: bound.client,
      call: (entry, input, tap, all) => {
        const client = tap(bound.client)
        return invoke(serviceOf(Resources, entry, client, { ...bound, client }), methodOf(entry, input, all))
      }
    }
  })
