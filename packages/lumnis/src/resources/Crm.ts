/**
 * The CRM of a user: contacts synchronised, prospects matched and written, colleagues' exclusions.
 *
 * @since 0.1.0
 */

import type * as ApiError from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/crm.js"
import * as Check from "../internal/check.js"
import * as Remap from "../internal/remap.js"
import * as Errors from "../ResourceError.js"

/**
 * What the documented codes of CRM routes stand for, beside what any call fails with.
 *
 * @since 0.1.0
 * @category errors
 */
export type CrmFailure =
  | Errors.CrmNotConnectedError
  | Errors.ProspectNotFoundError
  | Errors.LinkedInUrlUnresolvedError
  | Errors.CrmUpstreamError
  | Errors.CrmUpstreamRateLimitedError

/**
 * Refused before anything is sent: `matchBatch` without URLs or with more than 1000, `syncProspect` with an address that
 * is no LinkedIn profile.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Resource.WithErrors<Generated.Service, ApiError.ApiError | CrmFailure> {
  /**
   * Waits until no synchronisation of contacts is under way. Looks every 5 seconds, without a limit unless `deadline`
   * sets one.
   */
  readonly waitForContactsSync: (
    params: Generated.CrmGetContactsSyncStatusParams & Polling.WaitOptions,
    options?: RequestOptions
  ) => Effect.Effect<
    Generated.CrmContactsSyncStatusResponse,
    ApiError.ApiError | PreparedError | CrmFailure | WaitTimeoutError
  >
}

/**
 * @since 0.1.0
 * @category constants
 */
export const mostUrls = 1000

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

/** Where it stands is not documented: in the body, in `detail` or in `error`. */
const connectUrlOf = (body: unknown): string | undefined => {
  const detail = field(body, "detail")
  for (const place of [body, detail, field(body, "error"), field(detail, "error")]) {
    const url = field(place, "connect_url")
    if (typeof url === "string" && URL.canParse(url) && !url.includes("[REDACTED]")) return url
  }
  return undefined
}

const replace = (failure: ApiError.ApiError): ApiError.ApiError | CrmFailure => {
  const details = Remap.detailsOf(failure)
  switch (failure.code?.toLowerCase()) {
    case "crm_not_connected":
      return new Errors.CrmNotConnectedError({ ...details, connectUrl: connectUrlOf(failure.body) })
    case "prospect_not_found":
      return new Errors.ProspectNotFoundError(details)
    case "linkedin_url_unresolved":
      return new Errors.LinkedInUrlUnresolvedError(details)
    case "crm_upstream_error":
      return new Errors.CrmUpstreamError(details)
    case "crm_upstream_rate_limited": {
      const retryAfter = field(failure, "retryAfter")
      return new Errors.CrmUpstreamRateLimitedError({
        ...details,
        retryAfter: typeof retryAfter === "number" ? retryAfter : undefined
      })
    }
    default:
      return failure
  }
}

const isProfile = (url: unknown): boolean => typeof url === "string" && /linkedin\.com\/in\//i.test(url)

/**
 * @since 0.1.0
 * @category resources
 */
export const crm = /* @__PURE__ */ Resource.make("crm", (client: ApiClient): Service => {
  const crm = Resource.mapErrors(Generated.resource, replace).make(client, undefined)
  return {
    ...crm,
    matchBatch: (params, options) =>
      Check.guard(
        Generated.matchCrmProspects,
        () =>
          Check.first(
            Check.size("linkedin_urls", params.linkedin_urls, 1, mostUrls),
            Check.texts("linkedin_urls", params.linkedin_urls)
          ),
        () => crm.matchBatch(params, options)
      ),
    syncProspect: (params, options) =>
      Check.guard(
        Generated.syncCrmProspect,
        () =>
          isProfile(params.linkedin_url)
            ? undefined
            : "linkedin_url must be the address of a profile, such as https://www.linkedin.com/in/name",
        () => crm.syncProspect(params, options)
      ),
    waitForContactsSync: ({ deadline, pollInterval, ...params }, options) =>
      Polling.until({
        operation: Generated.getCrmContactsSyncStatus,
        wait: { deadline, pollInterval },
        interval: "5 seconds",
        poll: Effect.suspend(() => crm.getContactsSyncStatus(params, options)),
        isTerminal: ({ sync_in_progress }) => !sync_in_progress,
        statusOf: ({ synced_count }) => `${synced_count} contacts so far`,
        subject: "the synchronisation of contacts",
        details: { hint: "It continues. Wait for it with crm.waitForContactsSync." }
      })
  }
})
