/**
 * The relationships of a user to the contacts in their mailbox.
 *
 * @since 0.1.0
 */

import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/contactRelationships.js"
import * as Check from "../internal/check.js"

/**
 * Validates limits and offsets.
 *
 * @since 0.1.0
 * @category resources
 */
export const contactRelationships = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    get: (params) => Check.first(Check.whole("limit", params?.limit, 1, 500), Check.whole("offset", params?.offset, 0))
  }),
  (_: ApiClient, { get }) => ({
    /**
     * Like `get`, but waits until the list has been computed. Polls every 5 seconds, for 5 minutes unless `deadline` is
     * given. A mailbox that is not connected is a result with status `not_connected` and no contacts.
     */
    waitUntilReady: (
      { deadline, pollInterval, ...params }: Generated.ContactRelationshipsGetParams & Polling.WaitOptions = {},
      options?: RequestOptions
    ) =>
      Effect.suspend(() => {
        let asked = false
        return Polling.until({
          operation: Generated.getContactRelationships,
          wait: { deadline, pollInterval },
          interval: "5 seconds",
          deadline: "5 minutes",
          // Only the first poll requests a refresh. If every poll did, the list would never be complete.
          poll: Effect.suspend(() => {
            const poll = get(asked ? { ...params, force_refresh: undefined } : params, options)
            asked = true
            return poll
          }),
          isTerminal: ({ status }) => status !== "computing",
          statusOf: ({ status }) => status,
          subject: "the list of contacts",
          details: { hint: "It continues. Wait for it with contactRelationships.waitUntilReady." }
        })
      })
  })
)
