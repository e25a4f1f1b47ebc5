/**
 * The client of Lumnis AI.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { Tag } from "@trilum/core/Platform"
import type { Closeable, Promised, WithPromise } from "@trilum/core/PromiseClient"
import type { Services } from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import { type Connection, clientOf, lumnis, type Members, type Options } from "./Platform.js"
import * as Registry from "./resources.js"

export { defaultBaseUrl, type Options } from "./Platform.js"

/**
 * The resources of a client, by name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources extends Services<typeof Registry> {}

/**
 * The promise client: `createLumnis` of `@trilum/lumnis/promise` builds it.
 *
 * @since 0.1.0
 * @category models
 */
export interface LumnisPromise extends Promised<Resources>, Members<"promise", LumnisPromise>, Closeable {}

const serviceOf: (connection: Connection) => Lumnis.Service = clientOf(Object.values(Registry))

/**
 * The service of a client, and the layers that build it.
 *
 * @example
 * ```ts
 * import { Lumnis } from "@trilum/lumnis"
 * import { NodeTransport } from "@trilum/core/node"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 *
 * const program = Effect.gen(function*() {
 *   const lumnis = yield* Lumnis
 *   const response = yield* lumnis.invoke("What changed in our market this week?", { userId: "ada@example.com" })
 *   return response.output_text
 * })
 *
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Lumnis.layerConfig(), NodeTransport.layer()))))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Lumnis extends Tag<Lumnis, Lumnis.Service>()("@trilum/lumnis/Lumnis", lumnis, serviceOf) {}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Lumnis {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources, Members<"effect", Service>, WithPromise<LumnisPromise> {}
}

/**
 * Builds a client. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Lumnis.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(lumnis.connect(options), serviceOf)

/**
 * Builds a client from environment variables. Values in `options` take precedence. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeConfig = (
  options?: Options
): Effect.Effect<Lumnis.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(lumnis.connectConfig(options), serviceOf)
