/**
 * Mailboxes that the platform sends outreach from, with the organisations and personas behind them.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/email.js"
import * as Check from "../internal/check.js"

type UpdatePersona = Generated.Service["updatePersona"]

/** A call about the daily cap of a persona, without the cap. */
type PersonaCall = (
  orgId: string,
  personaId: string,
  params?: Pick<Generated.EmailUpdatePersonaParams, "user_id">,
  options?: RequestOptions
) => ReturnType<UpdatePersona>

/**
 * `updatePersona` has three meanings, which stay apart on the wire: no `daily_volume_cap` reads the persona, `null` puts
 * it back to the organisation's formula, a number sets the cap. `readPersona` and `resetPersonaCap` say the first two.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /** The cap and mailboxes of a persona, nothing changed. */
  readonly readPersona: PersonaCall
  /** Puts the cap of a persona back to the organisation's formula. */
  readonly resetPersonaCap: PersonaCall
}

const capProblem = (cap: number | null | undefined): Check.Problem => Check.whole("daily_volume_cap", cap, 0)

/**
 * @since 0.1.0
 * @category resources
 */
export const email = /* @__PURE__ */ Resource.make("email", (client: ApiClient): Service => {
  const email = Generated.resource.make(client, undefined)
  const updatePersona: UpdatePersona = (orgId, personaId, params, options) =>
    Check.guard(
      Generated.updateEmailPersona,
      () => capProblem(params?.daily_volume_cap),
      () => email.updatePersona(orgId, personaId, params, options)
    )
  return {
    ...email,
    updatePersona,
    readPersona: (orgId, personaId, params, options) =>
      updatePersona(orgId, personaId, { user_id: params?.user_id }, options),
    resetPersonaCap: (orgId, personaId, params, options) =>
      updatePersona(orgId, personaId, { user_id: params?.user_id, daily_volume_cap: null }, options),
    addPersona: (orgId, params, options) =>
      Check.guard(
        Generated.addEmailPersona,
        () => capProblem(params.daily_volume_cap),
        () => email.addPersona(orgId, params, options)
      ),
    updateMailbox: (orgId, mailboxId, params, options) =>
      Check.guard(
        Generated.updateEmailMailbox,
        () => Check.whole("daily_send_cap", params?.daily_send_cap, 1),
        () => email.updateMailbox(orgId, mailboxId, params, options)
      )
  }
})
