/**
 * Conversations with agents.
 *
 * @since 0.1.0
 */
import * as Generated from "../generated/threads.js"
import * as Check from "../internal/check.js"

const longestTitle = 500

/**
 * Validates that a title has at most 500 characters. `null` clears it, `undefined` keeps it.
 *
 * @since 0.1.0
 * @category resources
 */
export const threads = /* @__PURE__ */ Check.resource(Generated.resource, {
  create: (params) => Check.longest("title", params?.title, longestTitle),
  update: (_, params) => Check.longest("title", params?.title, longestTitle)
})
