/**
 * The resource `health` of Lumnis AI REST API (wire contract).
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
export interface HealthDetail {
  readonly status: string
  readonly circuit_breakers?: { readonly [key: string]: string } | null
  readonly db_pool?: { readonly [key: string]: unknown } | null
  readonly timestamp?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface HealthStatus {
  readonly status: string
}

/**
 * Schema of {@link HealthDetail}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const HealthDetailSchema: R.ResponseSchema<HealthDetail> = /*#__PURE__*/ R.struct<HealthDetail>(() => ({
  status: R.string,
  circuit_breakers: R.optional(R.record(R.string)),
  db_pool: R.optional(R.object),
  timestamp: R.optional(R.timestamp)
}))

/**
 * Schema of {@link HealthStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const HealthStatusSchema: R.ResponseSchema<HealthStatus> = /*#__PURE__*/ R.struct<HealthStatus>(() => ({
  status: R.string
}))

/**
 * GET `/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getHealth: Operation<HealthStatus, false> = {
  id: "getHealth",
  platform: "lumnis",
  resource: "health",
  name: "get",
  method: "GET",
  path: "/health",
  response: "json",
  success: HealthStatusSchema,
  auth: false,
  prepare: false,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/health/detailed`
 *
 * @since 0.1.0
 * @category operations
 */
export const getHealthDetailed: Operation<HealthDetail, false> = {
  id: "getHealthDetailed",
  platform: "lumnis",
  resource: "health",
  name: "getDetailed",
  method: "GET",
  path: "/health/detailed",
  response: "json",
  success: HealthDetailSchema,
  auth: false,
  prepare: false,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getApiHealth: Operation<HealthStatus, false> = {
  id: "getApiHealth",
  platform: "lumnis",
  resource: "health",
  name: "getApi",
  method: "GET",
  path: "/v1/health",
  response: "json",
  success: HealthStatusSchema,
  auth: false,
  prepare: false,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * Liveness.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Public liveness probe.
   *
   * Needs no authentication.
   *
   * `GET /health`
   *
   * Errors: 5XX. Needs no credential.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly get: (options?: RequestOptions) => Effect.Effect<HealthStatus, ApiError>
  /**
   * Public dependency report.
   *
   * Needs no authentication.
   *
   * `GET /health/detailed`
   *
   * Errors: 5XX. Needs no credential.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly getDetailed: (options?: RequestOptions) => Effect.Effect<HealthDetail, ApiError>
  /**
   * Liveness probe used to warm the connection.
   *
   * Warms the connection. Needs no authentication.
   *
   * `GET /v1/health`
   *
   * Errors: 5XX. Needs no credential.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly getApi: (options?: RequestOptions) => Effect.Effect<HealthStatus, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "health",
  (client: ApiClient): Service => ({
    get: (options) => client.request(getHealth, [], undefined, options),
    getDetailed: (options) => client.request(getHealthDetailed, [], undefined, options),
    getApi: (options) => client.request(getApiHealth, [], undefined, options)
  })
)
