/**
 * People search with a query in natural language.
 *
 * @since 0.1.0
 */

import * as ApiError from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Generated from "../generated/people.js"
import * as Check from "../internal/check.js"
import { detailsOf, NoDataSourcesError, SourcesNotAvailableError } from "../ResourceError.js"

/**
 * The known data sources for people.
 *
 * @since 0.1.0
 * @category constants
 */
export const dataSources: ReadonlyArray<string> = ["PDL", "CORESIGNAL", "CRUST_DATA"]

const mostPeople = 100
const mostUrls = 50

/**
 * Parses the sources in the message of `SOURCES_NOT_AVAILABLE`, between `Available: [` and `]`.
 *
 * @since 0.1.0
 * @category parsing
 */
export const availableSources = (message: string): ReadonlyArray<string> =>
  (/Available:\s*\[([^\]]*)\]/.exec(message)?.[1] ?? "")
    .split(",")
    .map((source) => source.trim().replace(/^["'](.*)["']$/s, "$1"))
    .filter((source) => source !== "")

const replace = (failure: ApiError.ApiError): ApiError.ApiError | NoDataSourcesError | SourcesNotAvailableError => {
  if (!(failure instanceof ApiError.ValidationError) || failure.status !== 400) return failure
  const details = detailsOf(failure)
  if (failure.code === "NO_DATA_SOURCES") return new NoDataSourcesError(details)
  return failure.code === "SOURCES_NOT_AVAILABLE"
    ? new SourcesNotAvailableError({ ...details, availableSources: availableSources(failure.message) })
    : failure
}

const sourceProblem = (sources: unknown): Check.Problem => {
  if (sources === undefined) return undefined
  const wrong = Array.isArray(sources) ? sources.find((source) => !dataSources.includes(source)) : sources
  return wrong === undefined
    ? undefined
    : `data_sources must be a list of ${dataSources.join(", ")}; "${String(wrong)}" is invalid`
}

/**
 * `quickSearch` and `previewPosts` also fail with `NoDataSourcesError` and `SourcesNotAvailableError` (400). A missing
 * CrustData key is a `ValidationError` of code `NO_CRUSTDATA_KEY`.
 *
 * Validates before sending: limits are 1 to 100 (`INVALID_LIMIT`), data sources are known (`INVALID_DATA_SOURCE`), post
 * URLs are present (`INVALID_POST_URLS`) and at most 50 (`TOO_MANY_URLS`).
 *
 * @since 0.1.0
 * @category resources
 */
export const people = /* @__PURE__ */ Resource.mapErrors(
  Check.resource(Generated.resource, {
    quickSearch: (params) =>
      Check.first(
        Check.text("query", params.query),
        Check.coded("INVALID_LIMIT", Check.whole("limit", params.limit, 1, mostPeople)),
        Check.coded("INVALID_DATA_SOURCE", sourceProblem(params.data_sources))
      ),
    previewPosts: ({ post_urls }) =>
      Check.first(
        Check.coded("INVALID_POST_URLS", Check.size("post_urls", post_urls, 1)),
        Check.coded("INVALID_POST_URLS", Check.texts("post_urls", post_urls)),
        Check.coded("TOO_MANY_URLS", Check.size("post_urls", post_urls, 1, mostUrls))
      )
  }),
  replace
)
