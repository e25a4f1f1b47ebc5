/**
 * The organizations of the caller. Most methods require a user session (JWT).
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/organizations.js"
import { invalid, requireIds } from "../internal/invalid.js"
import { named } from "../internal/lookup.js"
import type { Connection } from "../Platform.js"

/**
 * @since 0.1.0
 * @category resources
 */
export const organizations = /* @__PURE__ */ Resource.extend(
  Generated.resource,
  (_: ApiClient, generated, { places }: Connection) => {
    const { find, get } = named(() => Effect.void, {
      kind: "Organization",
      resource: "organizations",
      argument: "organization",
      all: (_place, _name, options?: RequestOptions) => generated.list(options)
    })
    const idOf = (organization: string | undefined, options?: RequestOptions) =>
      places.organization({ ...options, organization })
    return {
      /** Gets an organization by id or exact name. Default: the organization of the client. */
      get: (organization?: string, options?: RequestOptions) =>
        organization === undefined
          ? Effect.flatMap(idOf(undefined, options), (id) => get(id, options))
          : get(organization, options),
      /** Like `get`, but returns `undefined` when there is none. */
      find,
      /** Gets members, invitations, orbits and limits. Requires a user session. */
      details: (organization?: string, options?: RequestOptions) =>
        Effect.flatMap(idOf(organization, options), (id) => generated.get(id, options)),
      /**
       * Changes the given fields and keeps the others. The server replaces name and logo together, so the call reads
       * them first. Requires a user session. The id or name is required.
       */
      update: (
        organization: string,
        params: Pick<Generated.OrganizationUpdate, "name" | "logo">,
        options?: RequestOptions
      ) =>
        Effect.gen(function* () {
          if (params?.name === null) return yield* invalid("organizations.update", "name cannot be cleared")
          yield* requireIds("organizations", { organization })
          const id = yield* idOf(organization, options)
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
