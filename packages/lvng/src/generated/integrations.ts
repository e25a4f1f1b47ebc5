/**
 * The resource `integrations` of LVNG platform API (reconstruction).
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
 * Secrets never come back in clear.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlatformIntegration {
  readonly id: string
  readonly platform: string
  readonly api_key?: string | null
  readonly api_key_created_at?: Date | null
  /** Masked. */
  readonly config?: PlatformIntegrationConfig | null
  readonly connected?: boolean | null
  readonly connection_error?: string | null
  readonly created_at?: Date | null
  readonly enabled?: boolean | null
  readonly last_connected_at?: Date | null
  readonly updated_at?: Date | null
  /** Masked: *** or null. */
  readonly webhook_secret?: string | null
  readonly workspace_id?: string | null
}

/**
 * Masked.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlatformIntegrationConfig {
  readonly configured?: boolean | null
}

/**
 * No success flag.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlatformIntegrationList {
  readonly integrations: ReadonlyArray<PlatformIntegration>
}

/**
 * Schema of {@link PlatformIntegration}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformIntegrationSchema: R.ResponseSchema<PlatformIntegration> =
  /*#__PURE__*/ R.struct<PlatformIntegration>(() => ({
    id: R.string,
    platform: R.string,
    api_key: R.optional(R.string),
    api_key_created_at: R.optional(R.timestamp),
    config: R.optional(PlatformIntegrationConfigSchema),
    connected: R.optional(R.boolean),
    connection_error: R.optional(R.string),
    created_at: R.optional(R.timestamp),
    enabled: R.optional(R.boolean),
    last_connected_at: R.optional(R.timestamp),
    updated_at: R.optional(R.timestamp),
    webhook_secret: R.optional(R.string),
    workspace_id: R.optional(R.string)
  }))

/**
 * Schema of {@link PlatformIntegrationConfig}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformIntegrationConfigSchema: R.ResponseSchema<PlatformIntegrationConfig> =
  /*#__PURE__*/ R.struct<PlatformIntegrationConfig>(() => ({
    configured: R.optional(R.boolean)
  }))

/**
 * Schema of {@link PlatformIntegrationList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformIntegrationListSchema: R.ResponseSchema<PlatformIntegrationList> =
  /*#__PURE__*/ R.struct<PlatformIntegrationList>(() => ({
    integrations: R.array(PlatformIntegrationSchema)
  }))

/**
 * GET `/api/v2/platform-integrations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listPlatformIntegrations: Operation<PlatformIntegrationList, false> = {
  id: "listPlatformIntegrations",
  platform: "lvng",
  resource: "integrations",
  name: "list",
  method: "GET",
  path: "/api/v2/platform-integrations",
  response: "json",
  success: PlatformIntegrationListSchema,
  secrets: { answer: ["integrations.*.api_key", "integrations.*.webhook_secret"] },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * Platform integrations of the customer's workspaces.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List platform integrations.
   *
   * `GET /api/v2/platform-integrations`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (options?: RequestOptions) => Effect.Effect<PlatformIntegrationList, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "integrations",
  (client: ApiClient): Service => ({
    list: (options) => client.request(listPlatformIntegrations, [], undefined, options)
  })
)
