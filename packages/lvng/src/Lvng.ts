/**
 * The Effect client of LVNG.
 *
 * @since 0.1.0
 */
import { Tag } from "@trilum/core/Platform"
import type { Services } from "@trilum/core/Resource"
import type { ApiClient } from "./client.js"
import { type Connection, clientOf, lvng, type Members } from "./Platform.js"
import * as Registry from "./resources.js"

export type { RawRequest } from "@trilum/core/RawRequest"
export { defaultBaseUrl, defaultRetry, type Options } from "./Platform.js"

/**
 * The resources of a client, by name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources extends Services<typeof Registry> {}

const serviceOf: (connection: Connection) => Lvng.Service = clientOf(Object.values(Registry))

/**
 * The service of a client, and the layers that build it.
 *
 * @example
 * ```ts
 * import { NodeTransport } from "@trilum/core/node"
 * import { Lvng } from "@trilum/lvng"
 * import * as Console from "effect/Console"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 * import * as Stream from "effect/Stream"
 *
 * const program = Effect.gen(function*() {
 *   const lvng = yield* Lvng
 *   yield* lvng.chat.streamText("What changed in our market this week?").pipe(Stream.runForEach(Console.log))
 * })
 *
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Lvng.layerConfig(), NodeTransport.layer()))))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Lvng extends Tag<Lvng, Lvng.Service>()("@trilum/lvng/Lvng", lvng, serviceOf) {}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Lvng {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources, Members {
    /** Sends operations as data, with raw bodies, headers and streams. */
    readonly client: ApiClient
  }
}
