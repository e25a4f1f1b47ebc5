/**
 * Contact details of known people.
 *
 * @since 0.1.0
 */
import * as Generated from "../generated/enrichment.js"
import * as Check from "../internal/check.js"

/**
 * @since 0.1.0
 * @category constants
 */
export const mostProspects = 50

/**
 * Validates that `enrichContacts` gets 1 to 50 prospects.
 *
 * @since 0.1.0
 * @category resources
 */
export const enrichment = /* @__PURE__ */ Check.resource(Generated.resource, {
  enrichContacts: ({ prospects }) => Check.size("prospects", prospects, 1, mostProspects)
})
