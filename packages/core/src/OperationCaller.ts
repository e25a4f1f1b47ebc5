/**
 * Calls operations by their catalog entries, through the methods of a platform's resources. The command line and the MCP
 * server call every operation this way. Each platform package has a module `Operations` that makes a {@link Caller}.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "./ApiClient.js"
import type { CatalogEntry } from "./OperationCatalog.js"
import type * as Resource from "./Resource.js"

/**
 * The input of an operation.
 *
 * @since 0.1.0
 * @category models
 */
export interface Input {
  /** Values of the path parameters, in template order. A platform may have a default for a missing one. */
  readonly path: ReadonlyArray<string | undefined>
  readonly params: Readonly<Record<string, unknown>> | undefined
  readonly options: RequestOptions
}

/**
 * Replaces the client of a call, to observe or hold the operations that a method sends.
 *
 * @since 0.1.0
 * @category models
 */
export type Tap = <E, O extends RequestOptions>(client: ApiClient<E, O>) => ApiClient<E, O>

/**
 * @since 0.1.0
 * @category models
 */
export interface CallOptions {
  readonly tap?: Tap | undefined
  /** The rows of all pages instead of one page. Default: `false`. */
  readonly all?: boolean | undefined
}

/**
 * Calls the operations of a platform. A method written by hand takes precedence over the generated one.
 *
 * @since 0.1.0
 * @category models
 */
export interface Caller<out E = unknown, in O extends RequestOptions = RequestOptions> {
  /** Sends operations without their methods, e.g. for previews. */
  readonly client: ApiClient<E, O>
  /** The input with ids in place of names, on platforms that take names. Sends reads only. */
  readonly resolve?: ((entry: CatalogEntry, input: Input) => Effect.Effect<Input, Error>) | undefined
  /** The result of the method: an effect or a stream. */
  readonly call: (entry: CatalogEntry, input: Input, options?: CallOptions) => unknown
}

/**
 * The method of an operation and its arguments.
 *
 * @since 0.1.0
 * @category models
 */
export interface Method {
  readonly name: string
  readonly args: ReadonlyArray<unknown>
}

/**
 * The call of a generated method: path arguments, parameters if the operation has any, options.
 *
 * @since 0.1.0
 * @category accessors
 */
export const methodOf = (entry: CatalogEntry, { options, params, path }: Input, all = false): Method => {
  const takesParams = entry.parameters.length > 0 || entry.openBody === true || entry.wholeBody === true
  return {
    name: all ? `${entry.name}All` : entry.name,
    args: [...path, ...(takesParams ? [params ?? {}] : []), options]
  }
}

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
 * Calls a method of a service by its name. Throws a `RangeError` if there is none.
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

/**
 * Makes the caller of a platform whose resources take their input as the generated methods do.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <E, O extends RequestOptions, Connection extends { readonly client: ApiClient<E, O> }>(
  resources: Readonly<Record<string, Resource.Any<ApiClient<E, O>, Connection>>>,
  connection: Connection
): Caller<E, O> => ({
  client: connection.client,
  call: (entry, input, { all, tap } = {}) => {
    const client = tap === undefined ? connection.client : tap(connection.client)
    return invoke(serviceOf(resources, entry, client, { ...connection, client }), methodOf(entry, input, all))
  }
})

/**
 * Runs an operation for its result. A method that returns a stream is run to its end.
 *
 * @since 0.1.0
 * @category combinators
 */
export const run = (
  caller: Caller,
  entry: CatalogEntry,
  input: Input,
  options?: CallOptions
): Effect.Effect<unknown, Error, HttpClient.HttpClient> =>
  Effect.suspend(() => {
    const made = caller.call(entry, input, options)
    return isStream(made) ? Stream.runDrain(made) : isEffect(made) ? made : Effect.die(made)
  })

/**
 * The items of an operation: bytes, events or rows.
 *
 * @since 0.1.0
 * @category combinators
 */
export const stream = (
  caller: Caller,
  entry: CatalogEntry,
  input: Input,
  options?: CallOptions
): Stream.Stream<unknown, Error, HttpClient.HttpClient> =>
  Stream.suspend(() => {
    const made = caller.call(entry, input, options)
    return isStream(made) ? made : Stream.die(made)
  })

const isStream = (value: unknown): value is Stream.Stream<unknown, Error, HttpClient.HttpClient> =>
  typeof value === "object" && value !== null && Stream.StreamTypeId in value

const isEffect = (value: unknown): value is Effect.Effect<unknown, Error, HttpClient.HttpClient> =>
  Effect.isEffect(value)
