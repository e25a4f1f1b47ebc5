/**
 * How well a user knows the people of their mailbox.
 *
 * @since 0.1.0
 */

import type { ValidationError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/contactRelationships.js"
import * as Check from "../internal/check.js"

type Get = Generated.Service["get"]

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /**
   * As `get`, but waits while the answer is being computed: looks every 5 seconds, for 5 minutes unless `deadline` says
   * otherwise. A mailbox that is not connected is an answer, with status `not_connected` and no contacts.
   */
  readonly waitUntilReady: (
    params?: Generated.ContactRelationshipsGetParams & Polling.WaitOptions,
    options?: RequestOptions
  ) => Effect.Effect<
    Generated.ContactRelationshipResponse,
    Effect.Effect.Error<ReturnType<Get>> | ValidationError | WaitTimeoutError
  >
}

const problem = (params: Generated.ContactRelationshipsGetParams | undefined) => (): Check.Problem =>
  Check.first(Check.whole("limit", params?.limit, 1, 500), Check.whole("offset", params?.offset, 0))

/**
 * @since 0.1.0
 * @category resources
 */
export const contactRelationships = /* @__PURE__ */ Resource.make(
  "contactRelationships",
  (client: ApiClient): Service => {
    const contacts = Generated.resource.make(client, undefined)
    const get: Get = (params, options) =>
      Check.guard(Generated.getContactRelationships, problem(params), () => contacts.get(params, options))
    return {
      ...contacts,
      get,
      waitUntilReady: ({ deadline, pollInterval, ...params } = {}, options) =>
        Effect.suspend(() => {
          let asked = false
          return Polling.until({
            operation: Generated.getContactRelationships,
            wait: { deadline, pollInterval },
            interval: "5 seconds",
            deadline: "5 minutes",
            // Asking for a refresh once is enough; with every look it would never be done.
            poll: Effect.suspend(() => {
              const look = get(asked ? { ...params, force_refresh: undefined } : params, options)
              asked = true
              return look
            }),
            isTerminal: ({ status }) => status !== "computing",
            statusOf: ({ status }) => status,
            subject: "the list of contacts",
            details: { hint: "It continues. Wait for it with contactRelationships.waitUntilReady." }
          })
        })
    }
  }
)
