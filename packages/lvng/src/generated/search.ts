/**
 * The resource `search` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface SearchFilters {
  /** Messages only. */
  readonly channelIds?: ReadonlyArray<string> | undefined
  /** 1h, 24h, 7d, 30d or an ISO 8601 date. */
  readonly dateRange?: string | undefined
  /** Notes only. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Format: uuid. */
  readonly workspace?: string | undefined
}

/**
 * No success flag; ranked and de-duplicated.
 *
 * @since 0.1.0
 * @category models
 */
export interface SearchReply {
  readonly query: string
  readonly results: ReadonlyArray<SearchReplyResult>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SearchReplyResult {
  readonly id: string
}

/**
 * The page says fewer than 500 characters.
 *
 * @since 0.1.0
 * @category models
 */
export interface SearchRequest {
  readonly query: string
  readonly filters?: SearchFilters | undefined
  /** Default: `20`. */
  readonly limit?: number | undefined
  /** Default: `["notes","channels","messages","knowledge"]`. */
  readonly sources?: ReadonlyArray<"notes" | "channels" | "messages" | "knowledge"> | undefined
  /** Default: `true`. */
  readonly useSemanticSearch?: boolean | undefined
}

/**
 * Parameters of {@link searchAll}.
 *
 * @since 0.1.0
 * @category models
 */
export type SearchQueryParams = SearchRequest

/**
 * Schema of {@link SearchReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SearchReplySchema: R.ResponseSchema<SearchReply> = /*#__PURE__*/ R.struct<SearchReply>(() => ({
  query: R.string,
  results: R.array(SearchReplyResultSchema)
}))

/**
 * Schema of {@link SearchReplyResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SearchReplyResultSchema: R.ResponseSchema<SearchReplyResult> = /*#__PURE__*/ R.struct<SearchReplyResult>(
  () => ({
    id: R.string
  })
)

/**
 * POST `/api/v2/search`
 *
 * @since 0.1.0
 * @category operations
 */
export const searchAll: Operation<SearchReply, false> = {
  id: "searchAll",
  platform: "lvng",
  resource: "search",
  name: "query",
  method: "POST",
  path: "/api/v2/search",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SearchReplySchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * One query over notes, channels, messages and knowledge.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Search every source.
   *
   * Sources are queried side by side; semantic search falls back to full text.
   *
   * `POST /api/v2/search`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly query: (params: SearchQueryParams, options?: RequestOptions) => Effect.Effect<SearchReply, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "search",
  (client: ApiClient): Service => ({
    query: (params, options) => client.request(searchAll, [], params, options)
  })
)
