/**
 * Clients of Lumnis AI.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as Operations from "@trilum/lumnis/Operations"
import { lumnis, type Options } from "@trilum/lumnis/Platform"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { type Connect, type ConnectSettings, nobody } from "./Connection.js"

/**
 * @since 0.1.0
 * @category accessors
 */
export const optionsOf = ({ baseUrl, key, options, scope, userAgent }: ConnectSettings): Options => ({
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
  Effect.map(lumnis.connectConfig(optionsOf(settings)), (connection) =>
    Operations.make(settings.userId === undefined ? connection : connection.forUser(settings.userId))
  )
