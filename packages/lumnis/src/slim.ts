/**
 * The promise client of Lumnis with a choice of resources: a bundler drops the code of all others.
 *
 * @example
 * ```ts
 * import * as Resources from "@trilum/lumnis/resources"
 * import { createLumnis } from "@trilum/lumnis/slim"
 *
 * const lumnis = createLumnis({ resources: [Resources.users, Resources.files] })
 * const response = await lumnis.invoke("What changed in our market this week?", { userId: "ada@example.com" })
 * console.log(response.output_text)
 * await lumnis.close()
 * ```
 *
 * @since 0.1.0
 */
import { open } from "@trilum/core/Platform"
import type { Closeable, Promised } from "@trilum/core/PromiseClient"
import { type AnyResource, type Client, clientOf, lumnis, type PromiseOptions as Options } from "./Platform.js"

export type { PromiseOptions as Options } from "./Platform.js"

/**
 * A promise client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type SlimLumnis<R extends ReadonlyArray<AnyResource>> = Promised<Client<R>> & Closeable

/**
 * Builds a client with the given resources, beside `invoke` and its kin. See `createLumnis` of `@trilum/lumnis/promise`,
 * which has all resources.
 *
 * @since 0.1.0
 * @category constructors
 */
export const createLumnis = <const R extends ReadonlyArray<AnyResource>>({
  resources,
  ...options
}: Options & { readonly resources: R }): SlimLumnis<R> => open(lumnis, options, clientOf(resources))
