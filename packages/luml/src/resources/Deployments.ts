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
import { named, orbitIds } from "../internal/lookup.js"
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
  const orbit = orbitIds(places)
  const { at, find, get } = named(orbit, {
    kind: "Deployment",
    resource: "deployments",
    argument: "deployment",
    byId: (place, id, options?: InOrbit) => generated.get(...place, id, options),
    all: (place, _, options) => generated.list(...place, options)
  })
  return {
    list: (options?: InOrbit) => Effect.flatMap(orbit(options), (place) => generated.list(...place, options)),
    get,
    /** Like `get`, but returns `undefined` when there is none. */
    find,
    create: (params: Generated.DeploymentCreate, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (place) => generated.create(...place, params, options)),
    /**
     * Changes the given fields and keeps the others. `null` clears the description or the tags. The server replaces all
     * fields together, so the call reads them first. The last of several concurrent updates wins.
     */
    update: (deployment: string, params: Generated.DeploymentUpdate, options?: InOrbit) =>
      params.name === null || params.dynamic_attributes_secrets === null
        ? Effect.fail(
            invalid("deployments.update", "name and dynamic_attributes_secrets cannot be null; omit them to keep them")
          )
        : at(deployment, options, (stored, place) =>
            generated.update(
              ...place,
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
      at(deployment, options, ({ id }, place) => generated.requestDeletion(...place, id, options)),
    /** Deletes the record without a task for the satellite. */
    forceDelete: (deployment: string, options?: InOrbit) =>
      at(deployment, options, ({ id }, place) => generated.forceDelete(...place, id, options))
  }
})
