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
import { invalid, requireIds } from "../internal/invalid.js"
import { collectionRecords, named, orbitIds, orNone } from "../internal/lookup.js"
import type { InCollection, InOrbit } from "../Place.js"
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
  const orbit = orbitIds(places)
  const records = named(orbit, collectionRecords(generated))
  const details = (collection: string, options?: InOrbit) =>
    records.at(collection, options, ({ id }, ids) => generated.get(...ids, id, options))
  const idsOf = (options?: InCollection) =>
    Effect.map(
      places.collection(options),
      ({ collectionId, orbitId, organizationId }) => [organizationId, orbitId, collectionId] as const
    )
  const required = (collection: string, options?: InOrbit) =>
    Effect.zipRight(requireIds("collections", { collection }), idsOf({ ...options, collection }))
  const page = (params: Generated.CollectionsListParams | undefined) => ({
    ...params,
    limit: params?.limit ?? pageSize
  })
  return {
    /** Gets one page. Default of `limit`: 100. */
    list: (params?: Generated.CollectionsListParams, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (ids) => generated.list(...ids, page(params), options)),
    listAll: (params?: Generated.CollectionsListParams, options?: InOrbit) =>
      Stream.unwrap(Effect.map(orbit(options), (ids) => generated.listAll(...ids, page(params), options))),
    /** Gets a collection and the metrics that can sort its artifacts. Default: the collection of the client. */
    get: (collection?: string, options?: InOrbit) =>
      collection === undefined
        ? Effect.flatMap(idsOf(options), (ids) => generated.get(...ids, options))
        : details(collection, options),
    /** Like `get`, but returns `undefined` when there is none. */
    find: (collection: string, options?: InOrbit) => orNone(details(collection, options)),
    create: (params: Generated.CollectionCreate, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (ids) => generated.create(...ids, params, options)),
    /**
     * Changes the given fields and keeps the others. `null` clears the tags. The server replaces name, description and
     * tags together, so the call reads them first. The last of several concurrent updates wins.
     */
    update: (collection: string, params: Generated.CollectionUpdate, options?: InOrbit) =>
      Effect.gen(function* () {
        const { description, name, tags } = params ?? {}
        if (name === null || description === null) {
          return yield* invalid(
            "collections.update",
            "name and description cannot be cleared; an empty description can be set"
          )
        }
        const ids = yield* required(collection, options)
        const stored = yield* generated.get(...ids, options)
        const changed = {
          name: name ?? stored.name,
          description: description ?? stored.description,
          tags: tags === undefined ? stored.tags : tags
        }
        return yield* generated.update(...ids, changed, options)
      }),
    /** Deletes an empty collection. Fails with `ConflictError` when it has artifacts. The id or name is required. */
    delete: (collection: string, options?: InOrbit) =>
      Effect.flatMap(required(collection, options), (ids) => generated.delete(...ids, options))
  }
})
