/**
 * The resource `people` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"
import type { PersonResult } from "./shared.js"
import { PersonResultSchema } from "./shared.js"

/**
 * Filters the server extracted from the query.
 *
 * @since 0.1.0
 * @category models
 */
export interface AppliedFilters {
  readonly cities?: FilterValue | null
  readonly companies?: FilterValue | null
  readonly countries?: FilterValue | null
  readonly education_levels?: FilterValue | null
  readonly industries?: FilterValue | null
  readonly job_titles?: FilterValue | null
  readonly min_years_experience?: number | null
  readonly seniority_levels?: FilterValue | null
  readonly skills?: FilterValue | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type FilterLogic = OpenEnum<"or" | "and" | "should">

/**
 * @since 0.1.0
 * @category models
 */
export interface FilterValue {
  readonly logic: FilterLogic
  readonly values: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export type PeopleDataSource = OpenEnum<"PDL" | "CORESIGNAL" | "CRUST_DATA">

/**
 * @since 0.1.0
 * @category models
 */
export interface PeopleSearchRequest {
  /** Search text. */
  readonly query: string
  /** Sources to search. */
  readonly data_sources?: ReadonlyArray<PeopleDataSource> | undefined
  /** Most results. Default: `20`. */
  readonly limit?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PeopleSearchResponse {
  readonly applied_filters: AppliedFilters
  readonly candidates: ReadonlyArray<PersonResult>
  readonly data_sources_used: ReadonlyArray<string>
  readonly execution_time_ms: number
  readonly total_found: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostPreviewRequest {
  /** URLs of LinkedIn posts. */
  readonly post_urls: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostPreviewResponse {
  readonly posts: ReadonlyArray<PostPreviewResult>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PostPreviewResult {
  readonly status: OpenEnum<"success" | "error">
  readonly url: string
  readonly author_name?: string | null
  readonly date_posted?: string | null
  readonly error?: string | null
  readonly num_shares?: number | null
  readonly reactions_by_type?: { readonly [key: string]: number } | null
  readonly share_url?: string | null
  readonly text_preview?: string | null
  readonly total_comments?: number | null
  readonly total_reactions?: number | null
}

/**
 * Parameters of {@link previewPosts}.
 *
 * @since 0.1.0
 * @category models
 */
export type PeoplePreviewPostsParams = PostPreviewRequest

/**
 * Parameters of {@link quickPeopleSearch}.
 *
 * @since 0.1.0
 * @category models
 */
export type PeopleQuickSearchParams = PeopleSearchRequest

/**
 * Schema of {@link AppliedFilters}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AppliedFiltersSchema: R.ResponseSchema<AppliedFilters> = /*#__PURE__*/ R.struct<AppliedFilters>(() => ({
  cities: R.optional(FilterValueSchema),
  companies: R.optional(FilterValueSchema),
  countries: R.optional(FilterValueSchema),
  education_levels: R.optional(FilterValueSchema),
  industries: R.optional(FilterValueSchema),
  job_titles: R.optional(FilterValueSchema),
  min_years_experience: R.optional(R.number),
  seniority_levels: R.optional(FilterValueSchema),
  skills: R.optional(FilterValueSchema)
}))

/**
 * Schema of {@link FilterLogic}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FilterLogicSchema: R.ResponseSchema<FilterLogic> = /*#__PURE__*/ R.openEnum(["or", "and", "should"])

/**
 * Schema of {@link FilterValue}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FilterValueSchema: R.ResponseSchema<FilterValue> = /*#__PURE__*/ R.struct<FilterValue>(() => ({
  logic: FilterLogicSchema,
  values: R.array(R.string)
}))

/**
 * Schema of {@link PeopleSearchResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PeopleSearchResponseSchema: R.ResponseSchema<PeopleSearchResponse> =
  /*#__PURE__*/ R.struct<PeopleSearchResponse>(() => ({
    applied_filters: AppliedFiltersSchema,
    candidates: R.array(PersonResultSchema),
    data_sources_used: R.array(R.string),
    execution_time_ms: R.number,
    total_found: R.number
  }))

/**
 * Schema of {@link PostPreviewResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostPreviewResponseSchema: R.ResponseSchema<PostPreviewResponse> =
  /*#__PURE__*/ R.struct<PostPreviewResponse>(() => ({
    posts: R.array(PostPreviewResultSchema)
  }))

/**
 * Schema of {@link PostPreviewResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PostPreviewResultSchema: R.ResponseSchema<PostPreviewResult> = /*#__PURE__*/ R.struct<PostPreviewResult>(
  () => ({
    status: R.openEnum(["success", "error"]),
    url: R.string,
    author_name: R.optional(R.string),
    date_posted: R.optional(R.string),
    error: R.optional(R.string),
    num_shares: R.optional(R.number),
    reactions_by_type: R.optional(R.record(R.number)),
    share_url: R.optional(R.string),
    text_preview: R.optional(R.string),
    total_comments: R.optional(R.number),
    total_reactions: R.optional(R.number)
  })
)

/**
 * POST `/v1/people/posts/preview`
 *
 * @since 0.1.0
 * @category operations
 */
export const previewPosts: Operation<PostPreviewResponse, false> = {
  id: "previewPosts",
  platform: "lumnis",
  resource: "people",
  name: "previewPosts",
  method: "POST",
  path: "/v1/people/posts/preview",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PostPreviewResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/people/quick-search`
 *
 * @since 0.1.0
 * @category operations
 */
export const quickPeopleSearch: Operation<PeopleSearchResponse, false> = {
  id: "quickPeopleSearch",
  platform: "lumnis",
  resource: "people",
  name: "quickSearch",
  method: "POST",
  path: "/v1/people/quick-search",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PeopleSearchResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * Synchronous people search.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Preview engagement counts of LinkedIn posts.
   *
   * Results keep request order; single failures have status error. A missing CrustData key answers 400 with code
   * NO_CRUSTDATA_KEY.
   *
   * `POST /v1/people/posts/preview`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly previewPosts: (
    params: PeoplePreviewPostsParams,
    options?: RequestOptions
  ) => Effect.Effect<PostPreviewResponse, ApiError>
  /**
   * Synchronous people search.
   *
   * Fails with NO_DATA_SOURCES or SOURCES_NOT_AVAILABLE when no requested source can be used; the latter names those
   * that can.
   *
   * `POST /v1/people/quick-search`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly quickSearch: (
    params: PeopleQuickSearchParams,
    options?: RequestOptions
  ) => Effect.Effect<PeopleSearchResponse, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "people",
  (client: ApiClient): Service => ({
    previewPosts: (params, options) => client.request(previewPosts, [], params, options),
    quickSearch: (params, options) => client.request(quickPeopleSearch, [], params, options)
  })
)
