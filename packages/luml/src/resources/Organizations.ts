/**
 * The organizations of the caller. Most of what can be done with them takes a user session (JWT).
 *
 * @since 0.1.0
 */

import type { ApiError } from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/organizations.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid } from "../internal/refusal.js"
import type { MultipleResourcesFoundError } from "../LumlError.js"
import type { InOrganization, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "get" | "update"> {
  /** An organization by id or exact name; without either, that of the client. */
  readonly get: (
    organization?: string,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationSummary, PlaceError>
  /** As `get`; `undefined` for none. */
  readonly find: (
    organization: string,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationSummary | undefined, ApiError | MultipleResourcesFoundError>
  /** Members, invitations, orbits and limits. Takes a user session. */
  readonly details: (
    organization?: string,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationDetails, PlaceError | PreparedError>
  /**
   * Changes what is given and keeps the rest. The server replaces both name and logo, so they are read first; takes a user
   * session.
   */
  readonly update: (
    organization: string,
    params: Pick<Generated.OrganizationUpdate, "name" | "logo">,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationDetails, PlaceError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const organizations = /* @__PURE__ */ Resource.make(
  "organizations",
  (client: ApiClient, { places }: Connection): Service => {
    const generated = Generated.resource.make(client, undefined)
    const find = (value: string, options?: RequestOptions) =>
      lookup("Organization", value, {
        all: Effect.map(generated.list(options), (all) =>
          all.map((record) => ({ id: record.id, name: record.name, record }))
        )
      })
    const idOf = (value: string | undefined, options?: InOrganization): Effect.Effect<string, PlaceError> =>
      places.organization({ ...options, organization: value })
    return {
      ...generated,
      find: (value, options) => orNone(find(value, options)),
      get: (value, options) =>
        Effect.flatMap(value === undefined ? idOf(undefined, options) : Effect.succeed(value), (known) =>
          need("Organization", known, find(known, options))
        ),
      details: (value, options) => Effect.flatMap(idOf(value, options), (id) => generated.get(id, options)),
      update: (value, params, options) =>
        Effect.gen(function* () {
          if (params.name === null) return yield* invalid("organizations.update", "name cannot be cleared")
          const id = yield* idOf(value, options)
          const stored = yield* generated.get(id, options)
          return yield* generated.update(
            id,
            { name: params.name ?? stored.name, logo: params.logo === undefined ? stored.logo : params.logo },
            options
          )
        })
    }
  }
)
