/**
 * The CRM of a user: synchronizing contacts, matching and writing prospects, exclusions of colleagues.
 *
 * @since 0.1.0
 */

import type * as ApiError from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/crm.js"
import * as Check from "../internal/check.js"
import * as Errors from "../ResourceError.js"

/**
 * The errors of the documented CRM codes, in addition to those of every call.
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
 * @since 0.1.0
 * @category constants
 */
export const mostUrls = 1000

const field = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined

/** The URL in the body, its `detail` or its `error`. Its place is not documented. */
const connectUrlOf = (body: unknown): string | undefined => {
  const detail = field(body, "detail")
  for (const place of [body, detail, field(body, "error"), field(detail, "error")]) {
    const url = field(place, "connect_url")
    if (typeof url === "string" && URL.canParse(url) && !url.includes("[REDACTED]")) return url
  }
  return undefined
}

const replace = (failure: ApiError.ApiError): ApiError.ApiError | CrmFailure => {
  const details = Errors.detailsOf(failure)
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
 * Validates that `matchBatch` gets 1 to 1000 URLs and that `syncProspect` gets the URL of a LinkedIn profile.
 *
 * @since 0.1.0
 * @category resources
 */
export const crm = /* @__PURE__ */ Resource.extend(
  Resource.mapErrors(
    Check.resource(Generated.resource, {
      matchBatch: ({ linkedin_urls }) =>
        Check.first(
          Check.size("linkedin_urls", linkedin_urls, 1, mostUrls),
          Check.texts("linkedin_urls", linkedin_urls)
        ),
      syncProspect: ({ linkedin_url }) =>
        isProfile(linkedin_url)
          ? undefined
          : "linkedin_url must be the URL of a profile, such as https://www.linkedin.com/in/name"
    }),
    replace
  ),
  (_: ApiClient, crm) => ({
    /**
     * Waits until no synchronization of contacts is running. Polls every 5 seconds, without a limit unless `deadline` is
     * given.
     */
    waitForContactsSync: (
      { deadline, pollInterval, ...params }: Generated.CrmGetContactsSyncStatusParams & Polling.WaitOptions,
      options?: RequestOptions
    ) =>
      Polling.until({
        operation: Generated.getCrmContactsSyncStatus,
        wait: { deadline, pollInterval },
        interval: "5 seconds",
        poll: Effect.suspend(() => crm.getContactsSyncStatus(params, options)),
        isTerminal: ({ sync_in_progress }) => !sync_in_progress,
        statusOf: ({ synced_count }) => `${synced_count} contacts so far`,
        subject: "the synchronization of contacts",
        details: { hint: "It continues. Wait for it with crm.waitForContactsSync." }
      })
  })
)
