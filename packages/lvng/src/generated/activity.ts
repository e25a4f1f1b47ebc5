/**
 * The resource `activity` of LVNG platform API (reconstruction).
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
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ActivityListResponse {
  readonly data?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
}

/**
 * Parameters of {@link listActivity}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ActivityListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Opaque position taken from the previous page's nextCursor; absent on the first call. */
  readonly cursor?: string | undefined
}

/**
 * Schema of {@link ActivityListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ActivityListResponseSchema: R.ResponseSchema<ActivityListResponse> =
  /*#__PURE__*/ R.struct<ActivityListResponse>(() => ({
    data: R.optional(R.array(R.object))
  }))

/**
 * GET `/api/v2/activity`
 *
 * @since 0.1.0
 * @category operations
 */
export const listActivity: Operation<ActivityListResponse, true> = {
  id: "listActivity",
  platform: "lvng",
  resource: "activity",
  name: "list",
  method: "GET",
  path: "/api/v2/activity",
  query: ["limit", "cursor"],
  response: "json",
  success: ActivityListResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * Activity feed.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Activity feed.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/activity`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly list: (
    params?: ActivityListParams,
    options?: RequestOptions
  ) => Effect.Effect<ActivityListResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "activity",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listActivity, [], params, options)
  })
)
