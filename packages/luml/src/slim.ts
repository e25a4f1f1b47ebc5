/**
 * The promise client of LUML with a choice of resources: a bundler drops the code of all others.
 *
 * @example
 * ```ts
 * import * as Resources from "@trilum/luml/resources"
 * import { createLuml } from "@trilum/luml/slim"
 *
 * const luml = createLuml({ resources: [Resources.collections, Resources.tracks], orbit: "production" })
 * for await (const collection of luml.collections.listAll()) console.log(collection.name)
 * await luml.close()
 * ```
 *
 * @since 0.1.0
 */
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { open } from "@trilum/core/Platform"
import type { Closeable, Promised } from "@trilum/core/PromiseClient"
import { type AnyResource, type Client, clientOf, luml, type PromiseOptions as Options } from "./Platform.js"

export type { PromiseOptions as Options } from "./Platform.js"

/**
 * A promise client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type SlimLuml<R extends ReadonlyArray<AnyResource>> = Promised<Client<R>> & Closeable

/**
 * Builds a client with the given resources. See `createLuml` of `@trilum/luml/promise`, which has all of them.
 *
 * @since 0.1.0
 * @category constructors
 */
export const createLuml = <const R extends ReadonlyArray<AnyResource>>({
  resources,
  ...options
}: Options & { readonly resources: R }): SlimLuml<R> => open(luml, options, clientOf(resources), DefaultFiles.layer)
