/**
 * The resource `platformConnections` of LVNG platform API (reconstruction).
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
export interface ConnectionConfig {
  /** Default: `false`. */
  readonly autoReply?: boolean | null
  /** Default: `false`. */
  readonly ingestMessages?: boolean | null
  /** Default: `[]`. */
  readonly selectedChannels?: ReadonlyArray<string> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionConfigInput {
  /** Default: `false`. */
  readonly autoReply?: boolean | undefined
  /** Default: `false`. */
  readonly ingestMessages?: boolean | undefined
  /** Default: `[]`. */
  readonly selectedChannels?: ReadonlyArray<string> | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlatformConnection {
  readonly id: string
  readonly platform: string
  readonly channels?: ReadonlyArray<PlatformConnectionChannel> | null
  readonly config?: ConnectionConfig | null
  readonly connectedAt?: Date | null
  readonly displayName?: string | null
  readonly lastSyncAt?: Date | null
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlatformConnectionChannel {
  readonly id: string
  readonly name: string
  readonly type?: string | null
}

/**
 * No success flag.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlatformConnectionList {
  readonly available: ReadonlyArray<PlatformConnectionListAvailableItem>
  readonly connected: ReadonlyArray<PlatformConnection>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface PlatformConnectionListAvailableItem {
  readonly platform: string
  readonly displayName?: string | null
  readonly features?: ReadonlyArray<string> | null
  readonly status?: string | null
}

/**
 * Parameters of {@link updatePlatformConnectionConfig}.
 *
 * @since 0.1.0
 * @category models
 */
export type PlatformConnectionsUpdateConfigParams = ConnectionConfigInput

/**
 * Parameters of {@link importPlatformHistory}.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlatformConnectionsImportHistoryParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link connectPlatform}.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlatformConnectionsConnectParams {
  readonly config?: ConnectionConfigInput | undefined
  readonly [key: string]: unknown
}

/**
 * Schema of {@link ConnectionConfig}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionConfigSchema: R.ResponseSchema<ConnectionConfig> = /*#__PURE__*/ R.struct<ConnectionConfig>(
  () => ({
    autoReply: R.optional(R.boolean),
    ingestMessages: R.optional(R.boolean),
    selectedChannels: R.optional(R.array(R.string))
  })
)

/**
 * Schema of {@link PlatformConnection}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformConnectionSchema: R.ResponseSchema<PlatformConnection> =
  /*#__PURE__*/ R.struct<PlatformConnection>(() => ({
    id: R.string,
    platform: R.string,
    channels: R.optional(R.array(PlatformConnectionChannelSchema)),
    config: R.optional(ConnectionConfigSchema),
    connectedAt: R.optional(R.timestamp),
    displayName: R.optional(R.string),
    lastSyncAt: R.optional(R.timestamp),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link PlatformConnectionChannel}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformConnectionChannelSchema: R.ResponseSchema<PlatformConnectionChannel> =
  /*#__PURE__*/ R.struct<PlatformConnectionChannel>(() => ({
    id: R.string,
    name: R.string,
    type: R.optional(R.string)
  }))

/**
 * Schema of {@link PlatformConnectionList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformConnectionListSchema: R.ResponseSchema<PlatformConnectionList> =
  /*#__PURE__*/ R.struct<PlatformConnectionList>(() => ({
    available: R.array(PlatformConnectionListAvailableItemSchema),
    connected: R.array(PlatformConnectionSchema)
  }))

/**
 * Schema of {@link PlatformConnectionListAvailableItem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PlatformConnectionListAvailableItemSchema: R.ResponseSchema<PlatformConnectionListAvailableItem> =
  /*#__PURE__*/ R.struct<PlatformConnectionListAvailableItem>(() => ({
    platform: R.string,
    displayName: R.optional(R.string),
    features: R.optional(R.array(R.string)),
    status: R.optional(R.string)
  }))

/**
 * GET `/api/v2/platform-connections`
 *
 * @since 0.1.0
 * @category operations
 */
export const listPlatformConnections: Operation<PlatformConnectionList, false> = {
  id: "listPlatformConnections",
  platform: "lvng",
  resource: "platformConnections",
  name: "list",
  method: "GET",
  path: "/api/v2/platform-connections",
  response: "json",
  success: PlatformConnectionListSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * PATCH `/api/v2/platform-connections/{id}/config`
 *
 * @since 0.1.0
 * @category operations
 */
export const updatePlatformConnectionConfig: Operation<UnknownJson, true> = {
  id: "updatePlatformConnectionConfig",
  platform: "lvng",
  resource: "platformConnections",
  name: "updateConfig",
  method: "PATCH",
  path: "/api/v2/platform-connections/{id}/config",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/platform-connections/{id}/import`
 *
 * @since 0.1.0
 * @category operations
 */
export const importPlatformHistory: Operation<UnknownJson, true> = {
  id: "importPlatformHistory",
  platform: "lvng",
  resource: "platformConnections",
  name: "importHistory",
  method: "POST",
  path: "/api/v2/platform-connections/{id}/import",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "execute" }
}

/**
 * POST `/api/v2/platform-connections/{platform}/connect`
 *
 * @since 0.1.0
 * @category operations
 */
export const connectPlatform: Operation<PlatformConnection, false> = {
  id: "connectPlatform",
  platform: "lvng",
  resource: "platformConnections",
  name: "connect",
  method: "POST",
  path: "/api/v2/platform-connections/{platform}/connect",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: PlatformConnectionSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * Connect chat platforms, ingest and reply.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Connected and available platforms.
   *
   * `GET /api/v2/platform-connections`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (options?: RequestOptions) => Effect.Effect<PlatformConnectionList, ApiError>
  /**
   * Change ingestion and auto-reply.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/platform-connections/{id}/config`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly updateConfig: (
    id: string,
    params?: PlatformConnectionsUpdateConfigParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Start a history import.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/platform-connections/{id}/import`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly importHistory: (
    id: string,
    params?: PlatformConnectionsImportHistoryParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Connect a platform.
   *
   * Tests the connection when the adapter can.
   *
   * `POST /api/v2/platform-connections/{platform}/connect`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   *
   * @param platform Identifier of the resource.
   */
  readonly connect: (
    platform: string,
    params?: PlatformConnectionsConnectParams,
    options?: RequestOptions
  ) => Effect.Effect<PlatformConnection, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "platformConnections",
  (client: ApiClient): Service => ({
    list: (options) => client.request(listPlatformConnections, [], undefined, options),
    updateConfig: (id, params, options) => client.request(updatePlatformConnectionConfig, [id], params, options),
    importHistory: (id, params, options) => client.request(importPlatformHistory, [id], params, options),
    connect: (platform, params, options) => client.request(connectPlatform, [platform], params, options)
  })
)
