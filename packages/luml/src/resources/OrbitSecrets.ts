/**
 * Secrets that deployments use.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/orbitSecrets.js"
import type { OrbitSecret } from "../generated/shared.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid, requireIds } from "../internal/refusal.js"
import type { InOrbit, OrbitPlace, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a secret by id or name, which is unique in an orbit. Responses contain the values.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly list: (options?: InOrbit) => Effect.Effect<ReadonlyArray<OrbitSecret>, PlaceError>
  readonly get: (secret: string, options?: InOrbit) => Effect.Effect<OrbitSecret, PlaceError>
  /** Like `get`, but returns `undefined` when there is none. */
  readonly find: (secret: string, options?: InOrbit) => Effect.Effect<OrbitSecret | undefined, PlaceError>
  readonly create: (params: Generated.OrbitSecretCreate, options?: InOrbit) => Effect.Effect<OrbitSecret, PlaceError>
  /** Changes the given fields. `null` clears the tags. */
  readonly update: (
    secret: string,
    params: Generated.OrbitSecretUpdate,
    options?: InOrbit
  ) => Effect.Effect<OrbitSecret, PlaceError>
  readonly delete: (secret: string, options?: InOrbit) => Effect.Effect<void, PlaceError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const orbitSecrets = /* @__PURE__ */ Resource.make(
  "orbitSecrets",
  (client: ApiClient, { places }: Connection): Service => {
    const generated = Generated.resource.make(client, undefined)
    const at = <A, E>(
      secret: string,
      options: InOrbit | undefined,
      run: (stored: OrbitSecret, place: OrbitPlace) => Effect.Effect<A, E>
    ): Effect.Effect<A, E | PlaceError> =>
      Effect.gen(function* () {
        yield* requireIds("orbitSecrets", { secret })
        const place = yield* places.orbit(options)
        const search = lookup<OrbitSecret, PlaceError>("Secret", secret, {
          byId: (id) => generated.get(place.organizationId, place.orbitId, id, options),
          all: Effect.map(generated.list(place.organizationId, place.orbitId, options), (all) =>
            all.map((record) => ({ id: record.id, name: record.name, record }))
          )
        })
        return yield* run(yield* need("Secret", secret, search), place)
      })
    const get = (secret: string, options?: InOrbit) => at(secret, options, (stored) => Effect.succeed(stored))
    return {
      list: (options) =>
        Effect.flatMap(places.orbit(options), (place) => generated.list(place.organizationId, place.orbitId, options)),
      get,
      find: (secret, options) => orNone(get(secret, options)),
      create: (params, options) =>
        Effect.flatMap(places.orbit(options), (place) =>
          generated.create(place.organizationId, place.orbitId, params, options)
        ),
      update: (secret, params, options) =>
        params.name === null || params.value === null
          ? Effect.fail(invalid("orbitSecrets.update", "name and value cannot be cleared; leave them out to keep them"))
          : at(secret, options, (stored, place) =>
              generated.update(place.organizationId, place.orbitId, stored.id, params, options)
            ),
      delete: (secret, options) =>
        at(secret, options, (stored, place) =>
          generated.delete(place.organizationId, place.orbitId, stored.id, options)
        )
    }
  }
)
