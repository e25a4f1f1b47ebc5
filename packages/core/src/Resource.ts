/**
 * A resource: a named group of methods of a client, such as `users`.
 *
 * The generator writes one for every resource of a contract. `extend` adds to one by hand: the type of the service is
 * what the function returns over what was there before. See `Platform` for clients made of resources.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, Call, RequestOptions } from "./ApiClient.js"
import type { ApiError } from "./ApiError.js"
import type * as Operation from "./Operation.js"

/**
 * A member of a client. `Client` sends its operations; `Context` is what the platform gives beside, e.g. the places of
 * LUML.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resource<out Name extends string, in Client, in Context, out Service> {
  readonly name: Name
  readonly make: (client: Client, context: Context) => Service
}

/**
 * Any resource of a platform.
 *
 * @since 0.1.0
 * @category models
 */
export type Any<Client, Context> = Resource<string, Client, Context, unknown>

/**
 * The service of a resource.
 *
 * @since 0.1.0
 * @category models
 */
export type Service<R> = R extends { readonly make: (...args: ReadonlyArray<never>) => infer S } ? S : never

/**
 * The services of the resources of a module: `Resource.Services<typeof Resources>`.
 *
 * @since 0.1.0
 * @category models
 */
export type Services<R> = { readonly [K in keyof R]: Service<R[K]> }

/**
 * The services of a list of resources, by the names of the resources.
 *
 * @since 0.1.0
 * @category models
 */
export type Chosen<R extends ReadonlyArray<{ readonly name: string }>> = {
  readonly [K in R[number] as K["name"]]: Service<K>
}

/**
 * A service with some members replaced or added.
 *
 * @since 0.1.0
 * @category models
 */
export type Extended<S, T> = Omit<S, keyof T> & T

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = <const Name extends string, Client, Service, Context = unknown>(
  name: Name,
  make: (client: Client, context: Context) => Service
): Resource<Name, Client, Context, Service> => ({ name, make })

/**
 * A resource with members replaced and added by hand.
 *
 * @example
 * ```ts
 * import * as Resource from "@trilum/core/Resource"
 *
 * const generated = Resource.make("users", (client: { readonly host: string }) => ({ url: () => client.host }))
 *
 * export const users = Resource.extend(generated, (client: { readonly host: string }, users) => ({
 *   // Replaces the generated method. Its doc comment is the one that editors show.
 *   url: () => `https://${users.url()}/users`
 * }))
 * ```
 *
 * @since 0.1.0
 * @category combinators
 */
export const extend = <Name extends string, C, X, S extends object, Client, T extends object, Context = unknown>(
  base: Resource<Name, C, X, S>,
  build: (client: Client, base: S, context: Context) => T
): Resource<Name, C & Client, X & Context, Extended<S, T>> => ({
  name: base.name,
  make: (client, context) => {
    const service = base.make(client, context)
    return { ...service, ...build(client, service, context) }
  }
})

/**
 * A client whose calls are completed, or fail, before they are sent.
 *
 * @since 0.1.0
 * @category combinators
 */
export const prepare = <E, O extends RequestOptions, O2 extends RequestOptions>(
  client: ApiClient<E, O2>,
  complete: (call: Call<O>) => Effect.Effect<Call<O2>, ApiError>
): ApiClient<E, O> => ({
  request: (operation, path, params, options) =>
    Effect.flatMap(complete({ operation, path, params, options }), (call) =>
      client.request(operation, call.path, call.params, call.options)
    ),
  withResponse: (operation, path, params, options) =>
    Effect.flatMap(complete({ operation, path, params, options }), (call) =>
      client.withResponse(operation, call.path, call.params, call.options)
    ),
  stream: (operation, path, params, options) =>
    Stream.unwrap(
      Effect.map(complete({ operation, path, params, options }), (call) =>
        client.stream(operation, call.path, call.params, call.options)
      )
    ),
  events: (operation, path, params, options) =>
    Stream.unwrap(
      Effect.map(complete({ operation, path, params, options }), (call) =>
        client.events(operation, call.path, call.params, call.options)
      )
    ),
  preview: (operation, path, params, options) =>
    Effect.flatMap(complete({ operation, path, params, options }), (call) =>
      client.preview(operation, call.path, call.params, call.options)
    )
})

/**
 * All services of some resources over one client.
 *
 * @since 0.1.0
 * @category constructors
 */
export const services = <const R extends ReadonlyArray<Resource<string, Client, Context, unknown>>, Client, Context>(
  resources: R,
  client: Client,
  context: Context
): Chosen<R> => {
  const out: Record<string, unknown> = {}
  for (const { make, name } of resources) out[name] = make(client, context)
  // The loop and the mapped type say the same, which TypeScript cannot see.
  return out as Chosen<R>
}

/**
 * The call that failed: its operation and path arguments.
 *
 * @since 0.1.0
 * @category models
 */
export interface FailedCall {
  readonly operation: Omit<Operation.Operation<unknown>, "success">
  readonly path: Operation.PathArguments
}

/**
 * A service whose methods fail with `F` where they failed with an `ApiError`.
 *
 * @since 0.1.0
 * @category models
 */
export type WithErrors<S, F> = {
  readonly [K in keyof S]: S[K] extends (...args: infer P) => Effect.Effect<infer A, infer E>
    ? (...args: P) => Effect.Effect<A, Exclude<E, ApiError> | F>
    : S[K] extends (...args: infer P) => Stream.Stream<infer A, infer E>
      ? (...args: P) => Stream.Stream<A, Exclude<E, ApiError> | F>
      : S[K]
}

/**
 * A resource whose operations fail with errors of its own. `replace` returns the error itself where it has no better one.
 *
 * @since 0.1.0
 * @category combinators
 */
export const mapErrors = <Name extends string, E, O extends RequestOptions, X, S extends object, F>(
  base: Resource<Name, ApiClient<E, O>, X, S>,
  replace: (failure: ApiError, call: FailedCall) => F
): Resource<Name, ApiClient<E, O>, X, WithErrors<S, F>> => ({
  name: base.name,
  make: (client, context) => {
    const replaced =
      (operation: FailedCall["operation"], path: Operation.PathArguments) =>
      <Other>(failure: ApiError | Other): F | Other =>
        replace(failure as ApiError, { operation, path })
    const mapped = {
      ...client,
      request: (operation, path, params, options) =>
        Effect.mapError(client.request(operation, path, params, options), replaced(operation, path)),
      withResponse: (operation, path, params, options) =>
        Effect.mapError(client.withResponse(operation, path, params, options), replaced(operation, path)),
      stream: (operation, path, params, options) =>
        Stream.mapError(client.stream(operation, path, params, options), replaced(operation, path)),
      events: (operation, path, params, options) =>
        Stream.mapError(client.events(operation, path, params, options), replaced(operation, path))
    } as ApiClient<E, O>
    // The service is that of the base but for its failures, which `WithErrors` describes.
    return base.make(mapped, context) as WithErrors<S, F>
  }
})
