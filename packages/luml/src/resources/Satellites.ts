/**
 * Machines that serve deployments.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/satellites.js"
import { invalid } from "../internal/invalid.js"
import { named, orbitIds } from "../internal/lookup.js"
import type { InOrbit } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a satellite by id or exact name.
 *
 * @since 0.1.0
 * @category resources
 */
export const satellites = /* @__PURE__ */ Resource.make("satellites", (client: ApiClient, { places }: Connection) => {
  const generated = Generated.resource.make(client, undefined)
  const orbit = orbitIds(places)
  const { at, find, get } = named(orbit, {
    kind: "Satellite",
    resource: "satellites",
    argument: "satellite",
    byId: (place, id, options?: InOrbit) => generated.get(...place, id, options),
    all: (place, _, options) => generated.list(...place, {}, options)
  })
  return {
    list: (params?: Generated.SatellitesListParams, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (place) => generated.list(...place, params, options)),
    get,
    /** Like `get`, but returns `undefined` when there is none. */
    find,
    /** Creates a satellite. The response contains its key, which the server shows only once. */
    create: (params: { readonly name: string; readonly description?: string | null | undefined }, options?: InOrbit) =>
      Effect.flatMap(orbit(options), (place) => generated.create(...place, params, options)),
    /** Changes the given fields and keeps the others, which the call reads first. `null` clears the description. */
    update: (satellite: string, params: Generated.SatelliteUpdate, options?: InOrbit) =>
      params.name === null
        ? Effect.fail(invalid("satellites.update", "name cannot be cleared; omit it to keep it"))
        : at(satellite, options, (stored, place) =>
            generated.update(
              ...place,
              stored.id,
              {
                name: params.name ?? stored.name,
                description: params.description === undefined ? stored.description : params.description
              },
              options
            )
          ),
    delete: (satellite: string, options?: InOrbit) =>
      at(satellite, options, ({ id }, place) => generated.delete(...place, id, options)),
    /** Creates a new key. The old key becomes invalid. */
    rotateApiKey: (satellite: string, options?: InOrbit) =>
      at(satellite, options, ({ id }, place) => generated.rotateApiKey(...place, id, options))
  }
})
