/**
 * The resource `tenant` of Lumnis AI REST API (wire contract).
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
import type { ApiKeyMode } from "./shared.js"
import { ApiKeyModeSchema } from "./shared.js"

/**
 * A tenant.
 *
 * @since 0.1.0
 * @category models
 */
export interface Tenant {
  /** Format: uuid. */
  readonly id: string
  readonly api_key_mode: ApiKeyMode
  readonly created_at: Date
  readonly name: string
  readonly billing_status?: TenantBillingStatus | null
  readonly db_status?: TenantDatabaseStatus | null
  /** Format: email. */
  readonly developer_email?: string | null
  /** Format: uuid. */
  readonly developer_id?: string | null
  readonly plan?: TenantPlan | null
  readonly updated_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type TenantBillingStatus = OpenEnum<"trial" | "active" | "past_due" | "canceled">

/**
 * @since 0.1.0
 * @category models
 */
export type TenantDatabaseStatus = OpenEnum<"provisioning" | "active" | "suspended" | "failed">

/**
 * @since 0.1.0
 * @category models
 */
export type TenantPlan = OpenEnum<"shared">

/**
 * Schema of {@link Tenant}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TenantSchema: R.ResponseSchema<Tenant> = /*#__PURE__*/ R.struct<Tenant>(() => ({
  id: R.string,
  api_key_mode: ApiKeyModeSchema,
  created_at: R.timestamp,
  name: R.string,
  billing_status: R.optional(TenantBillingStatusSchema),
  db_status: R.optional(TenantDatabaseStatusSchema),
  developer_email: R.optional(R.string),
  developer_id: R.optional(R.string),
  plan: R.optional(TenantPlanSchema),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link TenantBillingStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TenantBillingStatusSchema: R.ResponseSchema<TenantBillingStatus> = /*#__PURE__*/ R.openEnum([
  "trial",
  "active",
  "past_due",
  "canceled"
])

/**
 * Schema of {@link TenantDatabaseStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TenantDatabaseStatusSchema: R.ResponseSchema<TenantDatabaseStatus> = /*#__PURE__*/ R.openEnum([
  "provisioning",
  "active",
  "suspended",
  "failed"
])

/**
 * Schema of {@link TenantPlan}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TenantPlanSchema: R.ResponseSchema<TenantPlan> = /*#__PURE__*/ R.openEnum(["shared"])

/**
 * GET `/v1/tenant`
 *
 * @since 0.1.0
 * @category operations
 */
export const getCurrentTenant: Operation<Tenant, false> = {
  id: "getCurrentTenant",
  platform: "lumnis",
  resource: "tenant",
  name: "getCurrent",
  method: "GET",
  path: "/v1/tenant",
  response: "json",
  success: TenantSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/tenants/{tenant_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getTenant: Operation<Tenant, false> = {
  id: "getTenant",
  platform: "lumnis",
  resource: "tenant",
  name: "get",
  method: "GET",
  path: "/v1/tenants/{tenant_id}",
  response: "json",
  success: TenantSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * Tenant information.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Read the tenant behind the API key.
   *
   * `GET /v1/tenant`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getCurrent: (options?: RequestOptions) => Effect.Effect<Tenant, ApiError>
  /**
   * Read a tenant by id.
   *
   * Only the own tenant is readable.
   *
   * `GET /v1/tenants/{tenant_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param tenantId Tenant id.
   */
  readonly get: (tenantId: string, options?: RequestOptions) => Effect.Effect<Tenant, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "tenant",
  (client: ApiClient): Service => ({
    getCurrent: (options) => client.request(getCurrentTenant, [], undefined, options),
    get: (tenantId, options) => client.request(getTenant, [tenantId], undefined, options)
  })
)
