/**
 * Mailboxes that send outreach, and their organizations and personas.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/email.js"
import * as Check from "../internal/check.js"

const cap = (value: number | null | undefined): Check.Problem => Check.whole("daily_volume_cap", value, 0)

/**
 * `updatePersona` reads the persona when `daily_volume_cap` is missing, resets the cap to the formula of the
 * organization when it is `null`, and sets the cap when it is a number. `readPersona` and `resetPersonaCap` are names
 * for the first two.
 *
 * @since 0.1.0
 * @category resources
 */
export const email = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    updatePersona: (_, __, params) => cap(params?.daily_volume_cap),
    addPersona: (_, { daily_volume_cap }) => cap(daily_volume_cap),
    updateMailbox: (_, __, params) => Check.whole("daily_send_cap", params?.daily_send_cap, 1)
  }),
  (_: ApiClient, { updatePersona }) => ({
    /** Gets the cap and the mailboxes of a persona, without changes. */
    readPersona: (orgId: string, personaId: string, params?: UserOf, options?: RequestOptions) =>
      updatePersona(orgId, personaId, { user_id: params?.user_id }, options),
    /** Resets the cap of a persona to the formula of the organization. */
    resetPersonaCap: (orgId: string, personaId: string, params?: UserOf, options?: RequestOptions) =>
      updatePersona(orgId, personaId, { user_id: params?.user_id, daily_volume_cap: null }, options)
  })
)

type UserOf = Pick<Generated.EmailUpdatePersonaParams, "user_id">
