/**
 * The resource `billing` of LVNG platform API (reconstruction).
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
import type { UnknownJson } from "./shared.js"
import { UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface AutoReload {
  readonly enabled?: boolean | null
  readonly payment_method_id?: string | null
  readonly reload_amount?: number | null
  /** Top up below this. */
  readonly threshold_credits?: number | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AutoReloadPartial {
  readonly enabled?: boolean | null
  readonly payment_method_id?: string | null
  readonly reload_amount?: number | null
  /** Top up below this. */
  readonly threshold_credits?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AutoReloadInput {
  readonly enabled?: boolean | undefined
  readonly payment_method_id?: string | null | undefined
  readonly reload_amount?: number | undefined
  /** Top up below this. */
  readonly threshold_credits?: number | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AutoReloadEnvelope {
  readonly data: AutoReload
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AutoReloadEnvelopePartial {
  readonly data?: AutoReloadPartial | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BillingBalance {
  readonly data: BillingBalanceData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BillingBalanceData {
  /** Credits left. */
  readonly balance: number
  /** Average over the last day. */
  readonly burn_rate_per_hour?: number | null
  readonly included_credits?: number | null
  readonly purchased_credits?: number | null
  readonly updated_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BillingUsageChart {
  readonly data: BillingUsageChartData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BillingUsageChartData {
  readonly daily_usage: ReadonlyArray<BillingUsageChartDataDailyUsageItem>
  readonly model_breakdown: ReadonlyArray<BillingUsageChartDataModelBreakdownItem>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BillingUsageChartDataDailyUsageItem {
  /** Format: date. */
  readonly date: string
  readonly credits?: number | null
  readonly requests?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BillingUsageChartDataModelBreakdownItem {
  readonly model: string
  readonly credits?: number | null
  readonly requests?: number | null
}

/**
 * Parameters of {@link createSpendingAlert}.
 *
 * @since 0.1.0
 * @category models
 */
export interface BillingCreateSpendingAlertParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link updateAutoReload}.
 *
 * @since 0.1.0
 * @category models
 */
export type BillingUpdateAutoReloadParams = AutoReloadInput

/**
 * Parameters of {@link getBillingUsageChart}.
 *
 * @since 0.1.0
 * @category models
 */
export interface BillingGetUsageChartParams {
  /** ISO 8601 date. */
  readonly start: string
  /** ISO 8601 date. */
  readonly end: string
  /** Bucket. Default: `"day"`. */
  readonly granularity?: "day" | "week" | undefined
}

/**
 * Schema of {@link AutoReload}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AutoReloadSchema: R.ResponseSchema<AutoReload> = /*#__PURE__*/ R.struct<AutoReload>(() => ({
  enabled: R.optional(R.boolean),
  payment_method_id: R.optional(R.string),
  reload_amount: R.optional(R.number),
  threshold_credits: R.optional(R.number)
}))

/**
 * Schema of {@link AutoReloadPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AutoReloadPartialSchema: R.ResponseSchema<AutoReloadPartial> = /*#__PURE__*/ R.struct<AutoReloadPartial>(
  () => ({
    enabled: R.optional(R.boolean),
    payment_method_id: R.optional(R.string),
    reload_amount: R.optional(R.number),
    threshold_credits: R.optional(R.number)
  })
)

/**
 * Schema of {@link AutoReloadEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AutoReloadEnvelopeSchema: R.ResponseSchema<AutoReloadEnvelope> =
  /*#__PURE__*/ R.struct<AutoReloadEnvelope>(() => ({
    data: AutoReloadSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link AutoReloadEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AutoReloadEnvelopePartialSchema: R.ResponseSchema<AutoReloadEnvelopePartial> =
  /*#__PURE__*/ R.struct<AutoReloadEnvelopePartial>(() => ({
    data: R.optional(AutoReloadPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link BillingBalance}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BillingBalanceSchema: R.ResponseSchema<BillingBalance> = /*#__PURE__*/ R.struct<BillingBalance>(() => ({
  data: BillingBalanceDataSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link BillingBalanceData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BillingBalanceDataSchema: R.ResponseSchema<BillingBalanceData> =
  /*#__PURE__*/ R.struct<BillingBalanceData>(() => ({
    balance: R.number,
    burn_rate_per_hour: R.optional(R.number),
    included_credits: R.optional(R.number),
    purchased_credits: R.optional(R.number),
    updated_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link BillingUsageChart}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BillingUsageChartSchema: R.ResponseSchema<BillingUsageChart> = /*#__PURE__*/ R.struct<BillingUsageChart>(
  () => ({
    data: BillingUsageChartDataSchema,
    success: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link BillingUsageChartData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BillingUsageChartDataSchema: R.ResponseSchema<BillingUsageChartData> =
  /*#__PURE__*/ R.struct<BillingUsageChartData>(() => ({
    daily_usage: R.array(BillingUsageChartDataDailyUsageItemSchema),
    model_breakdown: R.array(BillingUsageChartDataModelBreakdownItemSchema)
  }))

/**
 * Schema of {@link BillingUsageChartDataDailyUsageItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BillingUsageChartDataDailyUsageItemSchema: R.ResponseSchema<BillingUsageChartDataDailyUsageItem> =
  /*#__PURE__*/ R.struct<BillingUsageChartDataDailyUsageItem>(() => ({
    date: R.string,
    credits: R.optional(R.number),
    requests: R.optional(R.number)
  }))

/**
 * Schema of {@link BillingUsageChartDataModelBreakdownItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BillingUsageChartDataModelBreakdownItemSchema: R.ResponseSchema<BillingUsageChartDataModelBreakdownItem> =
  /*#__PURE__*/ R.struct<BillingUsageChartDataModelBreakdownItem>(() => ({
    model: R.string,
    credits: R.optional(R.number),
    requests: R.optional(R.number)
  }))

/**
 * GET `/api/v2/billing/alerts`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSpendingAlerts: Operation<UnknownJson, true> = {
  id: "listSpendingAlerts",
  platform: "lvng",
  resource: "billing",
  name: "listSpendingAlerts",
  method: "GET",
  path: "/api/v2/billing/alerts",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/billing/alerts`
 *
 * @since 0.1.0
 * @category operations
 */
export const createSpendingAlert: Operation<UnknownJson, true> = {
  id: "createSpendingAlert",
  platform: "lvng",
  resource: "billing",
  name: "createSpendingAlert",
  method: "POST",
  path: "/api/v2/billing/alerts",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/billing/auto-reload`
 *
 * @since 0.1.0
 * @category operations
 */
export const getAutoReload: Operation<AutoReloadEnvelope, false> = {
  id: "getAutoReload",
  platform: "lvng",
  resource: "billing",
  name: "getAutoReload",
  method: "GET",
  path: "/api/v2/billing/auto-reload",
  response: "json",
  success: AutoReloadEnvelopeSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * PUT `/api/v2/billing/auto-reload`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateAutoReload: Operation<AutoReloadEnvelopePartial, true> = {
  id: "updateAutoReload",
  platform: "lvng",
  resource: "billing",
  name: "updateAutoReload",
  method: "PUT",
  path: "/api/v2/billing/auto-reload",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AutoReloadEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/billing/balance`
 *
 * @since 0.1.0
 * @category operations
 */
export const getBillingBalance: Operation<BillingBalance, false> = {
  id: "getBillingBalance",
  platform: "lvng",
  resource: "billing",
  name: "balance",
  method: "GET",
  path: "/api/v2/billing/balance",
  response: "json",
  success: BillingBalanceSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * GET `/api/v2/billing/invoices`
 *
 * @since 0.1.0
 * @category operations
 */
export const listInvoices: Operation<UnknownJson, true> = {
  id: "listInvoices",
  platform: "lvng",
  resource: "billing",
  name: "listInvoices",
  method: "GET",
  path: "/api/v2/billing/invoices",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * GET `/api/v2/billing/payment-methods`
 *
 * @since 0.1.0
 * @category operations
 */
export const listPaymentMethods: Operation<UnknownJson, true> = {
  id: "listPaymentMethods",
  platform: "lvng",
  resource: "billing",
  name: "listPaymentMethods",
  method: "GET",
  path: "/api/v2/billing/payment-methods",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * GET `/api/v2/billing/usage-chart`
 *
 * @since 0.1.0
 * @category operations
 */
export const getBillingUsageChart: Operation<BillingUsageChart, false> = {
  id: "getBillingUsageChart",
  platform: "lvng",
  resource: "billing",
  name: "getUsageChart",
  method: "GET",
  path: "/api/v2/billing/usage-chart",
  query: ["start", "end", "granularity"],
  response: "json",
  success: BillingUsageChartSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * Credits, usage, top-up, invoices, alerts.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List spending alerts.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/billing/alerts`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly listSpendingAlerts: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Set up a spending alert.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/billing/alerts`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly createSpendingAlert: (
    params?: BillingCreateSpendingAlertParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Automatic top-up settings.
   *
   * `GET /api/v2/billing/auto-reload`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly getAutoReload: (options?: RequestOptions) => Effect.Effect<AutoReloadEnvelope, ApiError>
  /**
   * Change automatic top-up.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PUT /api/v2/billing/auto-reload`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly updateAutoReload: (
    params?: BillingUpdateAutoReloadParams,
    options?: RequestOptions
  ) => Effect.Effect<AutoReloadEnvelopePartial, ApiError | PreparedError>
  /**
   * Credits and burn rate.
   *
   * `GET /api/v2/billing/balance`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly balance: (options?: RequestOptions) => Effect.Effect<BillingBalance, ApiError>
  /**
   * List invoices.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/billing/invoices`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly listInvoices: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * List payment methods.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/billing/payment-methods`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly listPaymentMethods: (options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Usage by day and model.
   *
   * `GET /api/v2/billing/usage-chart`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly getUsageChart: (
    params: BillingGetUsageChartParams,
    options?: RequestOptions
  ) => Effect.Effect<BillingUsageChart, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "billing",
  (client: ApiClient): Service => ({
    listSpendingAlerts: (options) => client.request(listSpendingAlerts, [], undefined, options),
    createSpendingAlert: (params, options) => client.request(createSpendingAlert, [], params, options),
    getAutoReload: (options) => client.request(getAutoReload, [], undefined, options),
    updateAutoReload: (params, options) => client.request(updateAutoReload, [], params, options),
    balance: (options) => client.request(getBillingBalance, [], undefined, options),
    listInvoices: (options) => client.request(listInvoices, [], undefined, options),
    listPaymentMethods: (options) => client.request(listPaymentMethods, [], undefined, options),
    getUsageChart: (params, options) => client.request(getBillingUsageChart, [], params, options)
  })
)
