/**
 * The machines that serve deployments.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/satellites.js"
import type { ApiKeyCreated, Satellite } from "../generated/shared.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid, requireIds } from "../internal/refusal.js"
import type { InOrbit, OrbitPlace, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a satellite by id or exact name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly list: (
    params?: Generated.SatellitesListParams,
    options?: InOrbit
  ) => Effect.Effect<ReadonlyArray<Satellite>, PlaceError>
  readonly get: (satellite: string, options?: InOrbit) => Effect.Effect<Satellite, PlaceError>
  /** Like `get`, but returns `undefined` when there is none. */
  readonly find: (satellite: string, options?: InOrbit) => Effect.Effect<Satellite | undefined, PlaceError>
  /** Creates a satellite. The response contains its key, which the server shows only once. */
  readonly create: (
    params: { readonly name: string; readonly description?: string | null | undefined },
    options?: InOrbit
  ) => Effect.Effect<Generated.SatelliteCreated, PlaceError>
  /** Changes the given fields and keeps the others, which are read first. `null` clears the description. */
  readonly update: (
    satellite: string,
    params: Generated.SatelliteUpdate,
    options?: InOrbit
  ) => Effect.Effect<Satellite, PlaceError>
  readonly delete: (satellite: string, options?: InOrbit) => Effect.Effect<void, PlaceError>
  /** Creates a new key. The old one is invalid from then on. */
  readonly rotateApiKey: (satellite: string, options?: InOrbit) => Effect.Effect<ApiKeyCreated, PlaceError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const satellites = /* @__PURE__ */ Resource.make(
  "satellites",
  (client: ApiClient, { places }: Connection): Service => {
    const generated = Generated.resource.make(client, undefined)
    const at = <A, E>(
      satellite: string,
      options: InOrbit | undefined,
      run: (stored: Satellite, place: OrbitPlace) => Effect.Effect<A, E>
    ): Effect.Effect<A, E | PlaceError> =>
      Effect.gen(function* () {
        yield* requireIds("satellites", { satellite })
        const place = yield* places.orbit(options)
        const search = lookup<Satellite, PlaceError>("Satellite", satellite, {
          byId: (id) => generated.get(place.organizationId, place.orbitId, id, options),
          all: Effect.map(generated.list(place.organizationId, place.orbitId, {}, options), (all) =>
            all.map((record) => ({ id: record.id, name: record.name ?? "", record }))
          )
        })
        return yield* run(yield* need("Satellite", satellite, search), place)
      })
    const get = (satellite: string, options?: InOrbit) => at(satellite, options, (stored) => Effect.succeed(stored))
    return {
      list: (params, options) =>
        Effect.flatMap(places.orbit(options), (place) =>
          generated.list(place.organizationId, place.orbitId, params, options)
        ),
      get,
      find: (satellite, options) => orNone(get(satellite, options)),
      create: (params, options) =>
        Effect.flatMap(places.orbit(options), (place) =>
          generated.create(place.organizationId, place.orbitId, params, options)
        ),
      update: (satellite, params, options) =>
        params.name === null
          ? Effect.fail(invalid("satellites.update", "name cannot be cleared; leave it out to keep it"))
          : at(satellite, options, (stored, place) =>
              generated.update(
                place.organizationId,
                place.orbitId,
                stored.id,
                {
                  name: params.name ?? stored.name,
                  description: params.description === undefined ? stored.description : params.description
                },
                options
              )
            ),
      delete: (satellite, options) =>
        at(satellite, options, (stored, place) =>
          generated.delete(place.organizationId, place.orbitId, stored.id, options)
        ),
      rotateApiKey: (satellite, options) =>
        at(satellite, options, (stored, place) =>
          generated.rotateApiKey(place.organizationId, place.orbitId, stored.id, options)
        )
    }
  }
)
