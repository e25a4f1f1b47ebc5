/**
 * The promise client of LVNG with a choice of resources: a bundler drops the code of all others.
 *
 * @example
 * ```ts
 * import * as Resources from "@trilum/lvng/resources"
 * import { createLvng } from "@trilum/lvng/slim"
 *
 * const lvng = createLvng({ resources: [Resources.chat, Resources.knowledge] })
 * console.log((await lvng.chat.send("What changed in our market this week?")).reply)
 * await lvng.close()
 * ```
 *
 * @since 0.1.0
 */
import { open } from "@trilum/core/Platform"
import type { Closeable, Promised } from "@trilum/core/PromiseClient"
import { type AnyResource, type Client, clientOf, lvng, type PromiseOptions as Options } from "./Platform.js"

export type { PromiseOptions as Options } from "./Platform.js"

/**
 * A promise client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type SlimLvng<R extends ReadonlyArray<AnyResource>> = Promised<Client<R>> & Closeable

/**
 * Builds a client with the given resources. See `createLvng` of `@trilum/lvng/promise`, which has all of them.
 *
 * @since 0.1.0
 * @category constructors
 */
export const createLvng = <const R extends ReadonlyArray<AnyResource>>({
  resources,
  ...options
}: Options & { readonly resources: R }): SlimLvng<R> => open(lvng, options, clientOf(resources))
