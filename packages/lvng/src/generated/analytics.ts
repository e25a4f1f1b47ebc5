/**
 * The resource `analytics` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import type * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { UnknownJson } from "./shared.js"
import { UnknownJsonSchema } from "./shared.js"

/**
 * GET `/api/v2/analytics/costs`
 *
 * @since 0.1.0
 * @category operations
 */
export const getAnalyticsCosts: Operation<UnknownJson, true> = {
  id: "getAnalyticsCosts",
  platform: "lvng",
  resource: "analytics",
  name: "costs",
  method: "GET",
  path: "/api/v2/analytics/costs",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * Cost figures.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Cost figures.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/analytics/costs`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly costs: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "analytics",
  (client: ApiClient): Service => ({
    costs: (options) => client.request(getAnalyticsCosts, [], undefined, options)
  })
)
