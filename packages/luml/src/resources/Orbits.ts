/**
 * The orbits of an organization. Each has a bucket, members and collections.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/orbits.js"
import { invalid, requireIds } from "../internal/invalid.js"
import { named, orNone } from "../internal/lookup.js"
import type { InOrganization } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify an orbit by id or exact name. An empty identifier is a `ValidationError`.
 *
 * @since 0.1.0
 * @category resources
 */
export const orbits = /* @__PURE__ */ Resource.make("orbits", (client: ApiClient, { places }: Connection) => {
  const generated = Generated.resource.make(client, undefined)
  const records = named(places.organization, {
    kind: "Orbit",
    resource: "orbits",
    argument: "orbit",
    all: (organizationId, _, options?: InOrganization) => generated.list(organizationId, options)
  })
  const details = (orbit: string, options?: InOrganization) =>
    records.at(orbit, options, ({ id }, organizationId) => generated.get(organizationId, id, options))
  const at = <A, E>(
    orbit: string,
    options: InOrganization | undefined,
    run: (organizationId: string, orbitId: string) => Effect.Effect<A, E>
  ) =>
    Effect.zipRight(
      requireIds("orbits", { orbit }),
      Effect.flatMap(places.orbit({ ...options, orbit }), ({ orbitId, organizationId }) => run(organizationId, orbitId))
    )
  return {
    list: (options?: InOrganization) =>
      Effect.flatMap(places.organization(options), (id) => generated.list(id, options)),
    /** Gets an orbit with its details. Default: the orbit of the client. */
    get: (orbit?: string, options?: InOrganization) =>
      orbit === undefined
        ? Effect.flatMap(places.orbit(options), (place) => generated.get(place.organizationId, place.orbitId, options))
        : details(orbit, options),
    /** Like `get`, but returns `undefined` when there is none. */
    find: (orbit: string, options?: InOrganization) => orNone(details(orbit, options)),
    create: (params: Generated.OrbitCreate, options?: InOrganization) =>
      Effect.flatMap(places.organization(options), (id) => generated.create(id, params, options)),
    /** Changes the given fields. */
    update: (
      orbit: string,
      params: Pick<Generated.OrbitUpdate, "name" | "bucket_secret_id">,
      options?: InOrganization
    ) =>
      params.name === null || params.bucket_secret_id === null
        ? Effect.fail(invalid("orbits.update", "name and bucket_secret_id cannot be cleared; omit them to keep them"))
        : at(orbit, options, (organizationId, orbitId) => generated.update(organizationId, orbitId, params, options)),
    /** Deletes an orbit and its content. The id or name is required. */
    delete: (orbit: string, options?: InOrganization) =>
      at(orbit, options, (organizationId, orbitId) => generated.delete(organizationId, orbitId, options))
  }
})
