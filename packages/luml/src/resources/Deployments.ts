/**
 * Models that satellites serve.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/deployments.js"
import { invalid } from "../internal/invalid.js"
import { named } from "../internal/lookup.js"
import type { InOrbit } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a deployment by id or exact name.
 *
 * @since 0.1.0
 * @category resources
 */
export const deployments = /* @__PURE__ */ Resource.make("deployments", (client: ApiClient, { places }: Connection) => {
  const generated = Generated.resource.make(client, undefined)
  const { at, find, get } = named({
    kind: "Deployment",
    resource: "deployments",
    argument: "deployment",
    place: places.orbit,
    byId: ({ orbitId, organizationId }, id, options?: InOrbit) => generated.get(organizationId, orbitId, id, options),
    all: ({ orbitId, organizationId }, _, options) => generated.list(organizationId, orbitId, options)
  })
  return {
    list: (options?: InOrbit) =>
      Effect.flatMap(places.orbit(options), (place) => generated.list(place.organizationId, place.orbitId, options)),
    get,
    /** Like `get`, but returns `undefined` when there is none. */
    find,
    create: (params: Generated.DeploymentCreate, options?: InOrbit) =>
      Effect.flatMap(places.orbit(options), (place) =>
        generated.create(place.organizationId, place.orbitId, params, options)
      ),
    /**
     * Changes the given fields and keeps the others. `null` clears the description or the tags. The server replaces all
     * fields together, so the call reads them first. The last of several concurrent updates wins.
     */
    update: (deployment: string, params: Generated.DeploymentUpdate, options?: InOrbit) =>
      params.name === null || params.dynamic_attributes_secrets === null
        ? Effect.fail(
            invalid("deployments.update", "name and dynamic_attributes_secrets cannot be null; omit them to keep them")
          )
        : at(deployment, options, (stored, { orbitId, organizationId }) =>
            generated.update(
              organizationId,
              orbitId,
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
    /** Creates a task for the satellite to remove the deployment. */
    requestDeletion: (deployment: string, options?: InOrbit) =>
      at(deployment, options, ({ id }, { orbitId, organizationId }) =>
        generated.requestDeletion(organizationId, orbitId, id, options)
      ),
    /** Deletes the record without a task for the satellite. */
    forceDelete: (deployment: string, options?: InOrbit) =>
      at(deployment, options, ({ id }, { orbitId, organizationId }) =>
        generated.forceDelete(organizationId, orbitId, id, options)
      )
  }
})
