/**
 * Conversations with agents.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/threads.js"
import * as Check from "../internal/check.js"

/**
 * A title has 500 characters at most, checked before it is sent; `null` clears it and `undefined` leaves it alone.
 *
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

const longestTitle = 500

/**
 * @since 0.1.0
 * @category resources
 */
export const threads = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, threads) => {
  return {
    create: (params, options) =>
      Check.guard(
        Generated.createThread,
        () => Check.longest("title", params?.title, longestTitle),
        () => threads.create(params, options)
      ),
    update: (threadId, params, options) =>
      Check.guard(
        Generated.updateThread,
        () => Check.longest("title", params?.title, longestTitle),
        () => threads.update(threadId, params, options)
      )
  }
})
