/**
 * The collections of an orbit, which contain its artifacts.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/collections.js"
import type { Collection } from "../generated/shared.js"
import { invalid, requireIds } from "../internal/invalid.js"
import { named, orNone } from "../internal/lookup.js"
import type { InOrbit, OrbitPlace } from "../Place.js"
import type { Connection } from "../Platform.js"

const pageSize = 100

/**
 * Methods identify a collection by id or exact name. An empty identifier is a `ValidationError`.
 *
 * @since 0.1.0
 * @category resources
 */
export const collections = /* @__PURE__ */ Resource.make("collections", (client: ApiClient, { places }: Connection) => {
  const generated = Generated.resource.make(client, undefined)
  const byId = ({ orbitId, organizationId }: OrbitPlace, id: string, options?: InOrbit) =>
    generated.get(organizationId, orbitId, id, options)
  const records = named<Collection, OrbitPlace, InOrbit>({
    kind: "Collection",
    resource: "collections",
    argument: "collection",
    place: places.orbit,
    byId,
    all: ({ orbitId, organizationId }, search, options) =>
      generated.listAll(organizationId, orbitId, { search, limit: pageSize }, options).pipe(
        Stream.filter(({ name }) => name === search),
        Stream.runCollect
      )
  })
  const details = (collection: string, options?: InOrbit) =>
    records.at(collection, options, (stored, place) => byId(place, stored.id, options))
  const at = <A, E>(
    collection: string,
    options: InOrbit | undefined,
    run: (organizationId: string, orbitId: string, collectionId: string) => Effect.Effect<A, E>
  ) =>
    Effect.zipRight(
      requireIds("collections", { collection }),
      Effect.flatMap(places.collection({ ...options, collection }), (place) =>
        run(place.organizationId, place.orbitId, place.collectionId)
      )
    )
  const page = (params: Generated.CollectionsListParams | undefined) => ({
    ...params,
    limit: params?.limit ?? pageSize
  })
  return {
    /** Gets one page. Default of `limit`: 100. */
    list: (params?: Generated.CollectionsListParams, options?: InOrbit) =>
      Effect.flatMap(places.orbit(options), ({ orbitId, organizationId }) =>
        generated.list(organizationId, orbitId, page(params), options)
      ),
    listAll: (params?: Generated.CollectionsListParams, options?: InOrbit) =>
      Stream.unwrap(
        Effect.map(places.orbit(options), ({ orbitId, organizationId }) =>
          generated.listAll(organizationId, orbitId, page(params), options)
        )
      ),
    /** Gets a collection and the metrics that can sort its artifacts. Default: the collection of the client. */
    get: (collection?: string, options?: InOrbit) =>
      collection === undefined
        ? Effect.flatMap(places.collection(options), (place) => byId(place, place.collectionId, options))
        : details(collection, options),
    /** Like `get`, but returns `undefined` when there is none. */
    find: (collection: string, options?: InOrbit) => orNone(details(collection, options)),
    create: (params: Generated.CollectionCreate, options?: InOrbit) =>
      Effect.flatMap(places.orbit(options), (place) =>
        generated.create(place.organizationId, place.orbitId, params, options)
      ),
    /**
     * Changes the given fields and keeps the others. `null` clears the tags. The server replaces name, description and
     * tags together, so the call reads them first. The last of several concurrent updates wins.
     */
    update: (collection: string, params: Generated.CollectionUpdate, options?: InOrbit) =>
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
    /** Deletes an empty collection. Fails with `ConflictError` when it has artifacts. The id or name is required. */
    delete: (collection: string, options?: InOrbit) =>
      at(collection, options, (organizationId, orbitId, collectionId) =>
        generated.delete(organizationId, orbitId, collectionId, options)
      )
  }
})
