/**
 * The client of LUML, the registry of machine learning artifacts.
 *
 * @since 0.1.0
 */
import { Tag } from "@trilum/core/Platform"
import type { Closeable, Promised, WithPromise } from "@trilum/core/PromiseClient"
import type { Services } from "@trilum/core/Resource"
import { type Connection, clientOf, luml, type Members } from "./Platform.js"
import * as Registry from "./resources.js"

export { defaultBaseUrl, defaultRetry, type Options } from "./Platform.js"
export type { InspectOptions } from "./resources/Inspect.js"

/**
 * The resources of a client, by name. Those that act in an organization, an orbit or a collection find it themselves;
 * `api` has every operation of the contract as it is, with all ids given.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources extends Services<typeof Registry> {}

/**
 * The promise client: `createLuml` of `@trilum/luml/promise` builds it.
 *
 * @since 0.1.0
 * @category models
 */
export interface LumlPromise extends Promised<Resources>, Members<"promise", LumlPromise>, Closeable {}

const serviceOf: (connection: Connection) => Luml.Service = clientOf(Object.values(Registry))

/**
 * The service of a client, and the layers that build it.
 *
 * @example
 * ```ts
 * import * as NodeContext from "@effect/platform-node/NodeContext"
 * import { Luml } from "@trilum/luml"
 * import { NodeTransport } from "@trilum/core/node"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 *
 * const program = Effect.gen(function*() {
 *   const luml = yield* Luml
 *   const artifact = yield* luml.artifacts.upload("model.luml", { collection: "churn" })
 *   return artifact.id
 * })
 *
 * // Paths need the file system of the platform.
 * const live = Layer.merge(Layer.provide(Luml.layerConfig(), NodeTransport.layer()), NodeContext.layer)
 * Effect.runPromise(program.pipe(Effect.provide(live)))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Luml extends Tag<Luml, Luml.Service>()("@trilum/luml/Luml", luml, serviceOf) {}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Luml {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources, Members<"effect", Service>, WithPromise<LumlPromise> {}
}
