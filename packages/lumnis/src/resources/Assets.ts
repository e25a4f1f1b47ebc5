/**
 * Texts, links and calendars that outreach inserts into messages.
 *
 * @since 0.1.0
 */
import * as Generated from "../generated/assets.js"
import * as Check from "../internal/check.js"

/**
 * Validates that an asset has a name, a key and a value. `deactivate` does not delete the asset.
 *
 * @since 0.1.0
 * @category resources
 */
export const assets = /* @__PURE__ */ Check.resource(Generated.resource, {
  create: ({ key, name, value }) =>
    Check.first(Check.text("name", name), Check.text("key", key), Check.text("value", value))
})
