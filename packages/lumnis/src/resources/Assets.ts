/**
 * Texts, links and calendars that outreach fills in.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/assets.js"
import * as Check from "../internal/check.js"

/**
 * An asset without a name, a key or a value is refused before anything is sent. `deactivate` keeps the asset.
 *
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

/**
 * @since 0.1.0
 * @category resources
 */
export const assets = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, assets) => {
  return {
    create: (params, options) =>
      Check.guard(
        Generated.createAsset,
        () =>
          Check.first(
            Check.text("name", params.name),
            Check.text("key", params.key),
            Check.text("value", params.value)
          ),
        () => assets.create(params, options)
      )
  }
})
