/**
 * The client of Lumnis AI.
 *
 * @since 0.1.0
 */
import { Tag } from "@trilum/core/Platform"
import type { Closeable, Promised, WithPromise } from "@trilum/core/PromiseClient"
import type { Services } from "@trilum/core/Resource"
import { type Connection, clientOf, lumnis, type Members } from "./Platform.js"
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
