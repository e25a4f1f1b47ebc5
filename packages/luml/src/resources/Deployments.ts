/**
 * Models that satellites serve.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/deployments.js"
import type { Deployment, SatelliteTask } from "../generated/shared.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid, requireIds } from "../internal/refusal.js"
import type { InOrbit, OrbitPlace, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a deployment by id or exact name.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly list: (options?: InOrbit) => Effect.Effect<ReadonlyArray<Deployment>, PlaceError>
  readonly get: (deployment: string, options?: InOrbit) => Effect.Effect<Deployment, PlaceError>
  /** Like `get`, but returns `undefined` when there is none. */
  readonly find: (deployment: string, options?: InOrbit) => Effect.Effect<Deployment | undefined, PlaceError>
  readonly create: (params: Generated.DeploymentCreate, options?: InOrbit) => Effect.Effect<Deployment, PlaceError>
  /**
   * Changes the given fields and keeps the others. `null` clears the description or the tags. The server replaces all
   * fields together, so they are read first. The later of two concurrent updates wins.
   */
  readonly update: (
    deployment: string,
    params: Generated.DeploymentUpdate,
    options?: InOrbit
  ) => Effect.Effect<Deployment, PlaceError>
  /** Creates a task for the satellite to remove the deployment. */
  readonly requestDeletion: (deployment: string, options?: InOrbit) => Effect.Effect<SatelliteTask, PlaceError>
  /** Deletes the record without a task for the satellite. */
  readonly forceDelete: (deployment: string, options?: InOrbit) => Effect.Effect<void, PlaceError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const deployments = /* @__PURE__ */ Resource.make(
  "deployments",
  (client: ApiClient, { places }: Connection): Service => {
    const generated = Generated.resource.make(client, undefined)
    const search = (
      { orbitId, organizationId }: OrbitPlace,
      value: string,
      options?: InOrbit
    ): Effect.Effect<Deployment | undefined, PlaceError> =>
      lookup("Deployment", value, {
        byId: (id) => generated.get(organizationId, orbitId, id, options),
        all: Effect.map(generated.list(organizationId, orbitId, options), (all) =>
          all.map((record) => ({ id: record.id, name: record.name, record }))
        )
      })
    const at = <A, E>(
      deployment: string,
      options: InOrbit | undefined,
      run: (stored: Deployment, place: OrbitPlace) => Effect.Effect<A, E>
    ): Effect.Effect<A, E | PlaceError> =>
      Effect.gen(function* () {
        yield* requireIds("deployments", { deployment })
        const place = yield* places.orbit(options)
        return yield* run(yield* need("Deployment", deployment, search(place, deployment, options)), place)
      })
    const get = (deployment: string, options?: InOrbit) => at(deployment, options, (stored) => Effect.succeed(stored))
    return {
      list: (options) =>
        Effect.flatMap(places.orbit(options), (place) => generated.list(place.organizationId, place.orbitId, options)),
      get,
      find: (deployment, options) => orNone(get(deployment, options)),
      create: (params, options) =>
        Effect.flatMap(places.orbit(options), (place) =>
          generated.create(place.organizationId, place.orbitId, params, options)
        ),
      update: (deployment, params, options) =>
        params.name === null || params.dynamic_attributes_secrets === null
          ? Effect.fail(
              invalid(
                "deployments.update",
                "name and dynamic_attributes_secrets cannot be null; leave them out to keep them"
              )
            )
          : at(deployment, options, (stored, place) =>
              generated.update(
                place.organizationId,
                place.orbitId,
                stored.id,
                {
                  name: params.name ?? stored.name,
                  description: params.description === undefined ? stored.description : params.description,
                  tags: params.tags === undefined ? stored.tags : params.tags,
                  dynamic_attributes_secrets: params.dynamic_attributes_secrets ?? stored.dynamic_attributes_secrets,
                  schemas: params.schemas === undefined ? stored.schemas : params.schemas,
                  error_message: params.error_message === undefined ? stored.error_message : params.error_message
                },
                options
              )
            ),
      requestDeletion: (deployment, options) =>
        at(deployment, options, (stored, place) =>
          generated.requestDeletion(place.organizationId, place.orbitId, stored.id, options)
        ),
      forceDelete: (deployment, options) =>
        at(deployment, options, (stored, place) =>
          generated.forceDelete(place.organizationId, place.orbitId, stored.id, options)
        )
    }
  }
)
