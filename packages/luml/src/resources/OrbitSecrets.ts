/**
 * Secrets of deployments.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/orbitSecrets.js"
import { invalid } from "../internal/invalid.js"
import { named, orbitIds } from "../internal/lookup.js"
import type { InOrbit } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * Methods identify a secret by id or name, which is unique in an orbit. Responses contain the values.
 *
 * @since 0.1.0
 * @category resources
 */
export const orbitSecrets = /* @__PURE__ */ Resource.make(
  "orbitSecrets",
  (client: ApiClient, { places }: Connection) => {
    const generated = Generated.resource.make(client, undefined)
    const orbit = orbitIds(places)
    const { at, find, get } = named(orbit, {
      kind: "Secret",
      resource: "orbitSecrets",
      argument: "secret",
      byId: (place, id, options?: InOrbit) => generated.get(...place, id, options),
      all: (place, _, options) => generated.list(...place, options)
    })
    return {
      list: (options?: InOrbit) => Effect.flatMap(orbit(options), (place) => generated.list(...place, options)),
      get,
      /** Like `get`, but returns `undefined` when there is none. */
      find,
      create: (params: Generated.OrbitSecretCreate, options?: InOrbit) =>
        Effect.flatMap(orbit(options), (place) => generated.create(...place, params, options)),
      /** Changes the given fields. `null` clears the tags. */
      update: (secret: string, params: Generated.OrbitSecretUpdate, options?: InOrbit) =>
        params.name === null || params.value === null
          ? Effect.fail(invalid("orbitSecrets.update", "name and value cannot be cleared; omit them to keep them"))
          : at(secret, options, ({ id }, place) => generated.update(...place, id, params, options)),
      delete: (secret: string, options?: InOrbit) =>
        at(secret, options, ({ id }, place) => generated.delete(...place, id, options))
    }
  }
)
