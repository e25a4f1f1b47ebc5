/**
 * The orbits of an organization. Each has a bucket, members and collections.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/orbits.js"
import type { Orbit } from "../generated/shared.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid, requireIds } from "../internal/refusal.js"
import type { InOrganization, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify an orbit by id or exact name. An empty identifier is a `ValidationError`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly list: (options?: InOrganization) => Effect.Effect<ReadonlyArray<Orbit>, PlaceError>
  /** Gets the details of an orbit. Default: the orbit of the client. */
  readonly get: (orbit?: string, options?: InOrganization) => Effect.Effect<Generated.OrbitDetails, PlaceError>
  /** Like `get`, but returns `undefined` when there is none. */
  readonly find: (
    orbit: string,
    options?: InOrganization
  ) => Effect.Effect<Generated.OrbitDetails | undefined, PlaceError>
  readonly create: (
    params: Generated.OrbitCreate,
    options?: InOrganization
  ) => Effect.Effect<Generated.OrbitDetails, PlaceError>
  /** Changes the given fields. */
  readonly update: (
    orbit: string,
    params: Pick<Generated.OrbitUpdate, "name" | "bucket_secret_id">,
    options?: InOrganization
  ) => Effect.Effect<Orbit, PlaceError>
  /** Deletes an orbit with everything in it. Never uses the default orbit: the identifier is required. */
  readonly delete: (orbit: string, options?: InOrganization) => Effect.Effect<void, PlaceError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const orbits = /* @__PURE__ */ Resource.make("orbits", (client: ApiClient, { places }: Connection): Service => {
  const generated = Generated.resource.make(client, undefined)
  const search = (
    value: string,
    options?: InOrganization
  ): Effect.Effect<Generated.OrbitDetails | undefined, PlaceError> =>
    Effect.gen(function* () {
      yield* requireIds("orbits", { orbit: value })
      const organizationId = yield* places.organization(options)
      const found = yield* lookup("Orbit", value, {
        all: Effect.map(generated.list(organizationId, options), (all) =>
          all.map((record) => ({ id: record.id, name: record.name, record }))
        )
      })
      return found === undefined ? undefined : yield* generated.get(organizationId, found.id, options)
    })
  const at = <A, E>(
    orbit: string,
    options: InOrganization | undefined,
    run: (organizationId: string, orbitId: string) => Effect.Effect<A, E>
  ): Effect.Effect<A, E | PlaceError> =>
    Effect.zipRight(
      requireIds("orbits", { orbit }),
      Effect.flatMap(places.orbit({ ...options, orbit }), ({ orbitId, organizationId }) => run(organizationId, orbitId))
    )
  return {
    list: (options) => Effect.flatMap(places.organization(options), (id) => generated.list(id, options)),
    get: (orbit, options) =>
      orbit === undefined
        ? Effect.flatMap(places.orbit(options), (place) => generated.get(place.organizationId, place.orbitId, options))
        : need("Orbit", orbit, search(orbit, options)),
    find: (orbit, options) => orNone(search(orbit, options)),
    create: (params, options) =>
      Effect.flatMap(places.organization(options), (id) => generated.create(id, params, options)),
    update: (orbit, params, options) =>
      params.name === null || params.bucket_secret_id === null
        ? Effect.fail(
            invalid("orbits.update", "name and bucket_secret_id cannot be cleared; leave them out to keep them")
          )
        : at(orbit, options, (organizationId, orbitId) => generated.update(organizationId, orbitId, params, options)),
    delete: (orbit, options) =>
      at(orbit, options, (organizationId, orbitId) => generated.delete(organizationId, orbitId, options))
  }
})
