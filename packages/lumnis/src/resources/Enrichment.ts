/**
 * Contact details of people who are known already.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/enrichment.js"
import * as Check from "../internal/check.js"

/**
 * `enrichContacts` takes 1 to 50 prospects a call, checked before anything is sent.
 *
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

/**
 * @since 0.1.0
 * @category constants
 */
export const mostProspects = 50

/**
 * @since 0.1.0
 * @category resources
 */
export const enrichment = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, enrichment) => {
  return {
    enrichContacts: (params, options) =>
      Check.guard(
        Generated.enrichContacts,
        () => Check.size("prospects", params.prospects, 1, mostProspects),
        () => enrichment.enrichContacts(params, options)
      )
  }
})
