/**
 * The resource `ooda` of LVNG platform API (reconstruction).
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
import type { UnknownJson } from "./shared.js"
import { UnknownJsonSchema } from "./shared.js"

/**
 * One synchronous reasoning run.
 *
 * @since 0.1.0
 * @category models
 */
export interface OodaExecuteRequest {
  /** What to analyse. */
  readonly task: string
  /** Stop condition; defaults to the task. */
  readonly goal?: string | undefined
  /** Default: `5`. */
  readonly maxIterations?: number | undefined
  /** Persona hint. */
  readonly personalityHint?: string | undefined
  /** Iterations kept in working memory. Default: `5`. */
  readonly rollingWindowSize?: number | undefined
  readonly [key: string]: unknown
}

/**
 * success + data.
 *
 * @since 0.1.0
 * @category models
 */
export interface OodaStatus {
  readonly data: OodaStatusData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OodaStatusData {
  readonly available: boolean
  readonly defaultMaxIterations?: number | null
  readonly phases?: ReadonlyArray<OpenEnum<"observe" | "orient" | "decide" | "act">> | null
}

/**
 * Parameters of {@link executeOoda}.
 *
 * @since 0.1.0
 * @category models
 */
export type OodaExecuteParams = OodaExecuteRequest

/**
 * Schema of {@link OodaStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OodaStatusSchema: R.ResponseSchema<OodaStatus> = /*#__PURE__*/ R.struct<OodaStatus>(() => ({
  data: OodaStatusDataSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link OodaStatusData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OodaStatusDataSchema: R.ResponseSchema<OodaStatusData> = /*#__PURE__*/ R.struct<OodaStatusData>(() => ({
  available: R.boolean,
  defaultMaxIterations: R.optional(R.number),
  phases: R.optional(R.array(R.openEnum(["observe", "orient", "decide", "act"])))
}))

/**
 * POST `/api/v2/ooda/execute`
 *
 * @since 0.1.0
 * @category operations
 */
export const executeOoda: Operation<UnknownJson, false> = {
  id: "executeOoda",
  platform: "lvng",
  resource: "ooda",
  name: "execute",
  method: "POST",
  path: "/api/v2/ooda/execute",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "execute" }
}

/**
 * GET `/api/v2/ooda/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getOodaStatus: Operation<OodaStatus, false> = {
  id: "getOodaStatus",
  platform: "lvng",
  resource: "ooda",
  name: "getStatus",
  method: "GET",
  path: "/api/v2/ooda/status",
  response: "json",
  success: OodaStatusSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * Observe-orient-decide-act reasoning runs.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Run a reasoning loop to its end.
   *
   * Blocks until the goal is met or the iteration cap is reached; returns the result with a decision journal. Long
   * timeouts are needed.
   *
   * `POST /api/v2/ooda/execute`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 20/60s per user.
   */
  readonly execute: (params: OodaExecuteParams, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError>
  /**
   * Capability and defaults.
   *
   * `GET /api/v2/ooda/status`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 20/60s per user.
   */
  readonly getStatus: (options?: RequestOptions) => Effect.Effect<OodaStatus, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "ooda",
  (client: ApiClient): Service => ({
    execute: (params, options) => client.request(executeOoda, [], params, options),
    getStatus: (options) => client.request(getOodaStatus, [], undefined, options)
  })
)
