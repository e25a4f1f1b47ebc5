/**
 * Operations as methods of the library's resources.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type * as Resource from "@trilum/core/Resource"
import * as Redacted from "effect/Redacted"
import type { CallInput } from "./Connection.js"

/**
 * A method and its arguments.
 *
 * @since 0.1.0
 * @category models
 */
export interface Method {
  readonly name: string
  readonly args: ReadonlyArray<unknown>
}

/**
 * How the generated method of an operation is called: path arguments, parameters where it takes any, options.
 *
 * @since 0.1.0
 * @category accessors
 */
export const methodOf = (entry: CatalogEntry, { options, params, path }: CallInput, all: boolean): Method => {
  const takesParams = entry.parameters.length > 0 || entry.openBody === true || entry.wholeBody === true
  return {
    name: all ? `${entry.name}All` : entry.name,
    args: [...path, ...(takesParams ? [params ?? {}] : []), options]
  }
}

/** For operations that take no credential; never sent. */
export const nobody = Redacted.make("none")

/**
 * The resource of an operation.
 *
 * @since 0.1.0
 * @category accessors
 */
export const resourceOf = <A>(resources: Readonly<Record<string, A>>, { resource }: CatalogEntry): A | undefined =>
  Object.hasOwn(resources, resource) ? resources[resource] : undefined

/**
 * The service of the resource of an operation.
 *
 * @since 0.1.0
 * @category accessors
 */
export const serviceOf = <Client, Context>(
  resources: Readonly<Record<string, Resource.Any<Client, Context>>>,
  entry: CatalogEntry,
  client: Client,
  context: Context
): unknown => resourceOf(resources, entry)?.make(client, context)

/**
 * Calls a method of a service by its name.
 *
 * @since 0.1.0
 * @category combinators
 */
export const invoke = (service: unknown, { args, name }: Method): unknown => {
  const method: unknown = typeof service === "object" && service !== null ? Reflect.get(service, name) : undefined
  if (typeof method !== "function") throw new RangeError(`there is no method ${name}`)
  const result: unknown = Reflect.apply(method, service, args)
  return result
}
