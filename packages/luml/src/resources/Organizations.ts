/**
 * The organizations of the caller. Most methods need a user session (JWT).
 *
 * @since 0.1.0
 */

import type { ApiError } from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/organizations.js"
import { lookup, need, orNone } from "../internal/lookup.js"
import { invalid, requireIds } from "../internal/refusal.js"
import type { MultipleResourcesFoundError } from "../LumlError.js"
import type { InOrganization, PlaceError } from "../Place.js"
import type { Connection } from "../Platform.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "get" | "update"> {
  /** Gets an organization by id or exact name. Default: the organization of the client. */
  readonly get: (
    organization?: string,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationSummary, PlaceError>
  /** Like `get`, but returns `undefined` when there is none. */
  readonly find: (
    organization: string,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationSummary | undefined, ApiError | MultipleResourcesFoundError>
  /** Gets members, invitations, orbits and limits. Needs a user session. */
  readonly details: (
    organization?: string,
    options?: RequestOptions
  ) => Effect.Effect<Generated.OrganizationDetails, PlaceError | PreparedError>
  /**
   * Changes the given fields and keeps the others. The server replaces both name and logo, so they are read first. Needs a
   * user session. Never uses the default organization.
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
      Effect.zipRight(
        requireIds("organizations", { organization: value }),
        lookup("Organization", value, {
          all: Effect.map(generated.list(options), (all) =>
            all.map((record) => ({ id: record.id, name: record.name, record }))
          )
        })
      )
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
          yield* requireIds("organizations", { organization: value })
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
