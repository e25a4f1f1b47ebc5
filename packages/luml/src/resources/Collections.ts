/**
 * The collections of an orbit, which hold its artifacts.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/collections.js"
import type { Collection } from "../generated/shared.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid, requireIds } from "../internal/refusal.js"
import type { InOrbit, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a collection by id or exact name. An empty identifier is a `ValidationError`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /** Gets one page. Default `limit`: 100. */
  readonly list: (
    params?: Generated.CollectionsListParams,
    options?: InOrbit
  ) => Effect.Effect<Generated.CollectionPage, PlaceError>
  readonly listAll: (
    params?: Generated.CollectionsListParams,
    options?: InOrbit
  ) => Stream.Stream<Collection, PlaceError>
  /** Gets a collection with the metrics that its artifacts can be sorted by. Default: the collection of the client. */
  readonly get: (collection?: string, options?: InOrbit) => Effect.Effect<Generated.CollectionDetails, PlaceError>
  /** Like `get`, but returns `undefined` when there is none. */
  readonly find: (
    collection: string,
    options?: InOrbit
  ) => Effect.Effect<Generated.CollectionDetails | undefined, PlaceError>
  readonly create: (params: Generated.CollectionCreate, options?: InOrbit) => Effect.Effect<Collection, PlaceError>
  /**
   * Changes the given fields and keeps the others. `null` clears the tags. The server replaces name, description and tags
   * together, so they are read first. The later of two concurrent updates wins.
   */
  readonly update: (
    collection: string,
    params: Generated.CollectionUpdate,
    options?: InOrbit
  ) => Effect.Effect<Collection, PlaceError>
  /** Deletes an empty collection. Fails with `ConflictError` when it has artifacts. Never uses the default collection. */
  readonly delete: (collection: string, options?: InOrbit) => Effect.Effect<void, PlaceError>
}

const pageSize = 100

/**
 * @since 0.1.0
 * @category resources
 */
export const collections = /* @__PURE__ */ Resource.make(
  "collections",
  (client: ApiClient, { places }: Connection): Service => {
    const generated = Generated.resource.make(client, undefined)
    const search = (
      value: string,
      options?: InOrbit
    ): Effect.Effect<Generated.CollectionDetails | undefined, PlaceError> =>
      Effect.gen(function* () {
        yield* requireIds("collections", { collection: value })
        const { orbitId, organizationId } = yield* places.orbit(options)
        const byId = (id: string) => generated.get(organizationId, orbitId, id, options)
        const all = generated.listAll(organizationId, orbitId, { search: value, limit: pageSize }, options).pipe(
          Stream.filter((record) => record.name === value),
          Stream.runCollect,
          Effect.map((found) => Chunk.toReadonlyArray(found).map(({ id, name }) => ({ id, name, record: byId(id) })))
        )
        const found = yield* lookup("Collection", value, { byId: (id) => Effect.map(byId(id), Effect.succeed), all })
        return found === undefined ? undefined : yield* found
      })
    const at = <A, E>(
      collection: string,
      options: InOrbit | undefined,
      run: (organizationId: string, orbitId: string, collectionId: string) => Effect.Effect<A, E>
    ): Effect.Effect<A, E | PlaceError> =>
      Effect.zipRight(
        requireIds("collections", { collection }),
        Effect.flatMap(places.collection({ ...options, collection }), (place) =>
          run(place.organizationId, place.orbitId, place.collectionId)
        )
      )
    return {
      list: (params, options) =>
        Effect.flatMap(places.orbit(options), (place) =>
          generated.list(place.organizationId, place.orbitId, { ...params, limit: params?.limit ?? pageSize }, options)
        ),
      listAll: (params, options) =>
        Stream.unwrap(
          Effect.map(places.orbit(options), (place) =>
            generated.listAll(
              place.organizationId,
              place.orbitId,
              { ...params, limit: params?.limit ?? pageSize },
              options
            )
          )
        ),
      get: (collection, options) =>
        collection === undefined
          ? Effect.flatMap(places.collection(options), (place) =>
              generated.get(place.organizationId, place.orbitId, place.collectionId, options)
            )
          : need("Collection", collection, search(collection, options)),
      find: (collection, options) => orNone(search(collection, options)),
      create: (params, options) =>
        Effect.flatMap(places.orbit(options), (place) =>
          generated.create(place.organizationId, place.orbitId, params, options)
        ),
      update: (collection, params, options) =>
        params.name === null || params.description === null
          ? Effect.fail(
              invalid("collections.update", "name and description cannot be cleared; an empty description can be set")
            )
          : at(collection, options, (organizationId, orbitId, collectionId) =>
              Effect.flatMap(generated.get(organizationId, orbitId, collectionId, options), (stored) =>
                generated.update(
                  organizationId,
                  orbitId,
                  collectionId,
                  {
                    name: params.name ?? stored.name,
                    description: params.description ?? stored.description,
                    tags: params.tags === undefined ? stored.tags : params.tags
                  },
                  options
                )
              )
            ),
      delete: (collection, options) =>
        at(collection, options, (organizationId, orbitId, collectionId) =>
          generated.delete(organizationId, orbitId, collectionId, options)
        )
    }
  }
)
