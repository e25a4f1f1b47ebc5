/**
 * The resource `integrations` of Lumnis AI REST API (wire contract).
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
import type * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { FreeObject } from "./shared.js"
import { FreeObjectSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface AppEnabledResponse {
  readonly app_name: string
  readonly enabled: boolean
  readonly message: string
  readonly provider?: IntegrationProvider | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AppsListResponse {
  /** Only with include_available. */
  readonly available_apps?: ReadonlyArray<string> | null
  /** Legacy list of the enabled apps. */
  readonly enabled_apps?: ReadonlyArray<string> | null
  /** App names by provider. */
  readonly providers?: { readonly [key: string]: ReadonlyArray<string> } | null
  readonly total_available?: number | null
  readonly total_enabled?: number | null
  readonly total_providers?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchConnectionResponse {
  readonly active_count: number
  readonly connections: ReadonlyArray<BatchConnectionStatus>
  readonly total_checked: number
  readonly user_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BatchConnectionStatus {
  readonly app_name: string
  /** A time without offset is UTC. */
  readonly connected_at: Date | null
  readonly error_message: string | null
  readonly is_enabled: boolean
  readonly status: IntegrationStatus
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionCallbackRequest {
  /** Id of the connection. */
  readonly connection_id: string
  /** Code or state of the OAuth callback. */
  readonly code?: string | Redacted.Redacted | undefined
  /** Error of the OAuth callback. */
  readonly error?: string | undefined
  /** Code or state of the OAuth callback. */
  readonly state?: string | Redacted.Redacted | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionCallbackResponse {
  readonly message: string
  readonly status: string
  readonly success: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionStatusResponse {
  readonly app_name: string
  readonly status: IntegrationStatus
  /** A time without offset is UTC. */
  readonly connected_at?: Date | null
  readonly error_message?: string | null
  /** Only when include_enabled=true. */
  readonly is_enabled?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectionsSyncStatus {
  readonly connections_stored: number
  readonly progress_percent: number
  readonly status: SyncPhaseStatus
  readonly last_synced_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ContactHistorySyncStatus {
  readonly contacts_messaged: number
  readonly progress_percent: number
  readonly status: SyncPhaseStatus
  readonly current_page?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DeleteConnectionsResponse {
  readonly deleted_count?: number | null
  readonly message?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DisconnectResponse {
  readonly message?: string | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface GetToolsResponse {
  readonly tool_count: number
  readonly tools: ReadonlyArray<ToolInfo>
  readonly user_id: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InitiateConnectionResponse {
  readonly status: string
  /** Id of the connection, if the service sends it. */
  readonly connection_id?: string | null
  readonly message?: string | null
  readonly redirect_url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface IntegrationConnection {
  readonly app_name: string
  readonly status: IntegrationStatus
  /** A time without offset is UTC. */
  readonly connected_at?: Date | null
  readonly connection_id?: string | null
  readonly error_message?: string | null
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly provider?: IntegrationProvider | null
  readonly tenant_id?: string | null
  readonly user_id?: string | null
}

/**
 * composio and unipile are live; the others are announced.
 *
 * @since 0.1.0
 * @category models
 */
export type IntegrationProvider = OpenEnum<"composio" | "unipile" | "nango" | "arcade" | "merge">

/**
 * @since 0.1.0
 * @category models
 */
export type IntegrationStatus = OpenEnum<"pending" | "active" | "failed" | "expired" | "not_connected">

/**
 * @since 0.1.0
 * @category models
 */
export interface LinkedInSyncStatusResponse {
  readonly connected: boolean
  readonly sync_in_progress: boolean
  readonly connections?: ConnectionsSyncStatus | null
  readonly contact_history?: ContactHistorySyncStatus | null
  readonly last_synced_at?: Date | null
  readonly linkedin_profile_url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ListProvidersResponse {
  readonly providers: ReadonlyArray<IntegrationProvider>
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type SyncPhaseStatus = OpenEnum<"not_started" | "in_progress" | "complete">

/**
 * @since 0.1.0
 * @category models
 */
export interface ToolInfo {
  readonly app_name: string
  readonly description: string
  readonly name: string
  readonly parameters?: ToolParameterSchema | null
}

/**
 * JSON Schema like object, keys verbatim.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolParameterSchema {
  readonly description?: string | null
  readonly properties?: { readonly [key: string]: unknown } | null
  readonly required?: ReadonlyArray<string> | null
  readonly type?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface TriggerSyncResponse {
  readonly message: string
  readonly status: OpenEnum<"started" | "already_running" | "no_account">
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UpdateAppStatusResponse {
  readonly app_name: string
  readonly enabled: boolean
  readonly message: string
  readonly updated_at: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserConnectionsResponse {
  readonly connections: ReadonlyArray<IntegrationConnection>
  /** Echo of the identifier in the path (an email stays an email). */
  readonly user_id: string
}

/**
 * Parameters of {@link listApps}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsListAppsParams {
  /** true lists the available apps, too. */
  readonly include_available?: boolean | undefined
  readonly provider?: IntegrationProvider | undefined
}

/**
 * Parameters of {@link setAppEnabled}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsSetAppEnabledParams {
  /** true enables the app, false disables it. */
  readonly enabled: boolean
  readonly provider?: IntegrationProvider | undefined
}

/**
 * Parameters of {@link isAppEnabled}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsIsAppEnabledParams {
  readonly provider?: IntegrationProvider | undefined
}

/**
 * Parameters of {@link getConnectionsBatch}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsGetConnectionsBatchParams {
  /** App names, upper case. */
  readonly app_names: ReadonlyArray<string>
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Also whether each app is enabled. Default: `true`. */
  readonly include_enabled_status?: boolean | undefined
  /** Provider, e.g. hubspot. Default: `"composio"`. */
  readonly provider?: IntegrationProvider | undefined
}

/**
 * Parameters of {@link handleConnectionCallback}.
 *
 * @since 0.1.0
 * @category models
 */
export type IntegrationsHandleCallbackParams = ConnectionCallbackRequest

/**
 * Parameters of {@link disconnectConnection}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsDisconnectParams {
  /** App name, upper case. */
  readonly app_name: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Id of the connected account. */
  readonly account_id?: string | undefined
  readonly provider?: IntegrationProvider | undefined
}

/**
 * Parameters of {@link initiateConnection}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsInitiateConnectionParams {
  /** App name, upper case, e.g. GITHUB. */
  readonly app_name: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Reserved. */
  readonly auth_mode?: string | undefined
  /** Reserved; keys verbatim. */
  readonly connection_params?: { readonly [key: string]: unknown } | undefined
  /** URL after a failed connection. */
  readonly failure_redirect_url?: string | undefined
  /** Id of the integration. */
  readonly integration_id?: string | undefined
  readonly provider?: IntegrationProvider | undefined
  /** URL that the browser returns to. */
  readonly redirect_url?: string | undefined
  /** URL after a successful connection. */
  readonly success_redirect_url?: string | undefined
}

/**
 * Parameters of {@link listConnections}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsListConnectionsParams {
  readonly provider?: IntegrationProvider | undefined
  /** Comma separated app names. */
  readonly app_filter?: string | undefined
}

/**
 * Parameters of {@link getConnectionStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsGetConnectionStatusParams {
  readonly provider?: IntegrationProvider | undefined
  readonly include_enabled?: boolean | undefined
}

/**
 * Parameters of {@link deleteLinkedInConnections}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsDeleteLinkedInConnectionsParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link triggerLinkedInSync}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsTriggerLinkedInSyncParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link getLinkedInSyncStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsGetLinkedInSyncStatusParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getNonOAuthRequiredFields}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsGetNonOAuthRequiredFieldsParams {
  /** Authentication scheme of the app. */
  readonly auth_scheme?: string | undefined
}

/**
 * Parameters of {@link getIntegrationTools}.
 *
 * @since 0.1.0
 * @category models
 */
export interface IntegrationsGetToolsParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** Only tools of these apps. */
  readonly app_filter?: ReadonlyArray<string> | undefined
  readonly provider?: IntegrationProvider | undefined
}

/**
 * Schema of {@link AppEnabledResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AppEnabledResponseSchema: R.ResponseSchema<AppEnabledResponse> =
  /*#__PURE__*/ R.struct<AppEnabledResponse>(() => ({
    app_name: R.string,
    enabled: R.boolean,
    message: R.string,
    provider: R.optional(IntegrationProviderSchema)
  }))

/**
 * Schema of {@link AppsListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AppsListResponseSchema: R.ResponseSchema<AppsListResponse> = /*#__PURE__*/ R.struct<AppsListResponse>(
  () => ({
    available_apps: R.optional(R.array(R.string)),
    enabled_apps: R.optional(R.array(R.string)),
    providers: R.optional(R.record(R.array(R.string))),
    total_available: R.optional(R.number),
    total_enabled: R.optional(R.number),
    total_providers: R.optional(R.number)
  })
)

/**
 * Schema of {@link BatchConnectionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchConnectionResponseSchema: R.ResponseSchema<BatchConnectionResponse> =
  /*#__PURE__*/ R.struct<BatchConnectionResponse>(() => ({
    active_count: R.number,
    connections: R.array(BatchConnectionStatusSchema),
    total_checked: R.number,
    user_id: R.string
  }))

/**
 * Schema of {@link BatchConnectionStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BatchConnectionStatusSchema: R.ResponseSchema<BatchConnectionStatus> =
  /*#__PURE__*/ R.struct<BatchConnectionStatus>(() => ({
    app_name: R.string,
    connected_at: R.nullable(R.timestamp),
    error_message: R.nullable(R.string),
    is_enabled: R.boolean,
    status: IntegrationStatusSchema
  }))

/**
 * Schema of {@link ConnectionCallbackResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionCallbackResponseSchema: R.ResponseSchema<ConnectionCallbackResponse> =
  /*#__PURE__*/ R.struct<ConnectionCallbackResponse>(() => ({
    message: R.string,
    status: R.string,
    success: R.boolean
  }))

/**
 * Schema of {@link ConnectionStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionStatusResponseSchema: R.ResponseSchema<ConnectionStatusResponse> =
  /*#__PURE__*/ R.struct<ConnectionStatusResponse>(() => ({
    app_name: R.string,
    status: IntegrationStatusSchema,
    connected_at: R.optional(R.timestamp),
    error_message: R.optional(R.string),
    is_enabled: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ConnectionsSyncStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConnectionsSyncStatusSchema: R.ResponseSchema<ConnectionsSyncStatus> =
  /*#__PURE__*/ R.struct<ConnectionsSyncStatus>(() => ({
    connections_stored: R.number,
    progress_percent: R.number,
    status: SyncPhaseStatusSchema,
    last_synced_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link ContactHistorySyncStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContactHistorySyncStatusSchema: R.ResponseSchema<ContactHistorySyncStatus> =
  /*#__PURE__*/ R.struct<ContactHistorySyncStatus>(() => ({
    contacts_messaged: R.number,
    progress_percent: R.number,
    status: SyncPhaseStatusSchema,
    current_page: R.optional(R.number)
  }))

/**
 * Schema of {@link DeleteConnectionsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeleteConnectionsResponseSchema: R.ResponseSchema<DeleteConnectionsResponse> =
  /*#__PURE__*/ R.struct<DeleteConnectionsResponse>(() => ({
    deleted_count: R.optional(R.number),
    message: R.optional(R.string)
  }))

/**
 * Schema of {@link DisconnectResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DisconnectResponseSchema: R.ResponseSchema<DisconnectResponse> =
  /*#__PURE__*/ R.struct<DisconnectResponse>(() => ({
    message: R.optional(R.string),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link GetToolsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const GetToolsResponseSchema: R.ResponseSchema<GetToolsResponse> = /*#__PURE__*/ R.struct<GetToolsResponse>(
  () => ({
    tool_count: R.number,
    tools: R.array(ToolInfoSchema),
    user_id: R.string
  })
)

/**
 * Schema of {@link InitiateConnectionResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const InitiateConnectionResponseSchema: R.ResponseSchema<InitiateConnectionResponse> =
  /*#__PURE__*/ R.struct<InitiateConnectionResponse>(() => ({
    status: R.string,
    connection_id: R.optional(R.string),
    message: R.optional(R.string),
    redirect_url: R.optional(R.string)
  }))

/**
 * Schema of {@link IntegrationConnection}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const IntegrationConnectionSchema: R.ResponseSchema<IntegrationConnection> =
  /*#__PURE__*/ R.struct<IntegrationConnection>(() => ({
    app_name: R.string,
    status: IntegrationStatusSchema,
    connected_at: R.optional(R.timestamp),
    connection_id: R.optional(R.string),
    error_message: R.optional(R.string),
    metadata: R.optional(R.object),
    provider: R.optional(IntegrationProviderSchema),
    tenant_id: R.optional(R.string),
    user_id: R.optional(R.string)
  }))

/**
 * Schema of {@link IntegrationProvider}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const IntegrationProviderSchema: R.ResponseSchema<IntegrationProvider> = /*#__PURE__*/ R.openEnum([
  "composio",
  "unipile",
  "nango",
  "arcade",
  "merge"
])

/**
 * Schema of {@link IntegrationStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const IntegrationStatusSchema: R.ResponseSchema<IntegrationStatus> = /*#__PURE__*/ R.openEnum([
  "pending",
  "active",
  "failed",
  "expired",
  "not_connected"
])

/**
 * Schema of {@link LinkedInSyncStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const LinkedInSyncStatusResponseSchema: R.ResponseSchema<LinkedInSyncStatusResponse> =
  /*#__PURE__*/ R.struct<LinkedInSyncStatusResponse>(() => ({
    connected: R.boolean,
    sync_in_progress: R.boolean,
    connections: R.optional(ConnectionsSyncStatusSchema),
    contact_history: R.optional(ContactHistorySyncStatusSchema),
    last_synced_at: R.optional(R.timestamp),
    linkedin_profile_url: R.optional(R.string)
  }))

/**
 * Schema of {@link ListProvidersResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ListProvidersResponseSchema: R.ResponseSchema<ListProvidersResponse> =
  /*#__PURE__*/ R.struct<ListProvidersResponse>(() => ({
    providers: R.array(IntegrationProviderSchema),
    total: R.number
  }))

/**
 * Schema of {@link SyncPhaseStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SyncPhaseStatusSchema: R.ResponseSchema<SyncPhaseStatus> = /*#__PURE__*/ R.openEnum([
  "not_started",
  "in_progress",
  "complete"
])

/**
 * Schema of {@link ToolInfo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ToolInfoSchema: R.ResponseSchema<ToolInfo> = /*#__PURE__*/ R.struct<ToolInfo>(() => ({
  app_name: R.string,
  description: R.string,
  name: R.string,
  parameters: R.optional(ToolParameterSchemaSchema)
}))

/**
 * Schema of {@link ToolParameterSchema}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ToolParameterSchemaSchema: R.ResponseSchema<ToolParameterSchema> =
  /*#__PURE__*/ R.struct<ToolParameterSchema>(() => ({
    description: R.optional(R.string),
    properties: R.optional(R.object),
    required: R.optional(R.array(R.string)),
    type: R.optional(R.string)
  }))

/**
 * Schema of {@link TriggerSyncResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const TriggerSyncResponseSchema: R.ResponseSchema<TriggerSyncResponse> =
  /*#__PURE__*/ R.struct<TriggerSyncResponse>(() => ({
    message: R.string,
    status: R.openEnum(["started", "already_running", "no_account"])
  }))

/**
 * Schema of {@link UpdateAppStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UpdateAppStatusResponseSchema: R.ResponseSchema<UpdateAppStatusResponse> =
  /*#__PURE__*/ R.struct<UpdateAppStatusResponse>(() => ({
    app_name: R.string,
    enabled: R.boolean,
    message: R.string,
    updated_at: R.timestamp
  }))

/**
 * Schema of {@link UserConnectionsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserConnectionsResponseSchema: R.ResponseSchema<UserConnectionsResponse> =
  /*#__PURE__*/ R.struct<UserConnectionsResponse>(() => ({
    connections: R.array(IntegrationConnectionSchema),
    user_id: R.string
  }))

/**
 * GET `/v1/integrations/apps`
 *
 * @since 0.1.0
 * @category operations
 */
export const listApps: Operation<AppsListResponse, false> = {
  id: "listApps",
  platform: "lumnis",
  resource: "integrations",
  name: "listApps",
  method: "GET",
  path: "/v1/integrations/apps",
  query: ["include_available", "provider"],
  response: "json",
  success: AppsListResponseSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * PUT `/v1/integrations/apps/{app_name}`
 *
 * @since 0.1.0
 * @category operations
 */
export const setAppEnabled: Operation<UpdateAppStatusResponse, false> = {
  id: "setAppEnabled",
  platform: "lumnis",
  resource: "integrations",
  name: "setAppEnabled",
  method: "PUT",
  path: "/v1/integrations/apps/{app_name}",
  query: ["enabled", "provider"],
  response: "json",
  success: UpdateAppStatusResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/integrations/apps/{app_name}/enabled`
 *
 * @since 0.1.0
 * @category operations
 */
export const isAppEnabled: Operation<AppEnabledResponse, false> = {
  id: "isAppEnabled",
  platform: "lumnis",
  resource: "integrations",
  name: "isAppEnabled",
  method: "GET",
  path: "/v1/integrations/apps/{app_name}/enabled",
  query: ["provider"],
  response: "json",
  success: AppEnabledResponseSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/integrations/connections/batch`
 *
 * @since 0.1.0
 * @category operations
 */
export const getConnectionsBatch: Operation<BatchConnectionResponse, true> = {
  id: "getConnectionsBatch",
  platform: "lumnis",
  resource: "integrations",
  name: "getConnectionsBatch",
  method: "POST",
  path: "/v1/integrations/connections/batch",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BatchConnectionResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/integrations/connections/callback`
 *
 * @since 0.1.0
 * @category operations
 */
export const handleConnectionCallback: Operation<ConnectionCallbackResponse, true> = {
  id: "handleConnectionCallback",
  platform: "lumnis",
  resource: "integrations",
  name: "handleCallback",
  method: "POST",
  path: "/v1/integrations/connections/callback",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ConnectionCallbackResponseSchema,
  idempotencyKey: true,
  secrets: { params: ["code", "state"] },
  prepare: true,
  platformData: { scope: "user", userIdIn: "none" }
}

/**
 * POST `/v1/integrations/connections/disconnect`
 *
 * @since 0.1.0
 * @category operations
 */
export const disconnectConnection: Operation<DisconnectResponse, true> = {
  id: "disconnectConnection",
  platform: "lumnis",
  resource: "integrations",
  name: "disconnect",
  method: "POST",
  path: "/v1/integrations/connections/disconnect",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DisconnectResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * POST `/v1/integrations/connections/initiate`
 *
 * @since 0.1.0
 * @category operations
 */
export const initiateConnection: Operation<InitiateConnectionResponse, true> = {
  id: "initiateConnection",
  platform: "lumnis",
  resource: "integrations",
  name: "initiateConnection",
  method: "POST",
  path: "/v1/integrations/connections/initiate",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: InitiateConnectionResponseSchema,
  idempotencyKey: true,
  secrets: { params: ["connection_params"], answer: ["redirect_url"] },
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/integrations/connections/{user_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const listConnections: Operation<UserConnectionsResponse, true> = {
  id: "listConnections",
  platform: "lumnis",
  resource: "integrations",
  name: "listConnections",
  method: "GET",
  path: "/v1/integrations/connections/{user_id}",
  query: ["provider", "app_filter"],
  response: "json",
  success: UserConnectionsResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "path" }
}

/**
 * GET `/v1/integrations/connections/{user_id}/{app_name}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getConnectionStatus: Operation<ConnectionStatusResponse, true> = {
  id: "getConnectionStatus",
  platform: "lumnis",
  resource: "integrations",
  name: "getConnectionStatus",
  method: "GET",
  path: "/v1/integrations/connections/{user_id}/{app_name}",
  query: ["provider", "include_enabled"],
  response: "json",
  success: ConnectionStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "path" }
}

/**
 * DELETE `/v1/integrations/linkedin/connections`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteLinkedInConnections: Operation<DeleteConnectionsResponse, true> = {
  id: "deleteLinkedInConnections",
  platform: "lumnis",
  resource: "integrations",
  name: "deleteLinkedInConnections",
  method: "DELETE",
  path: "/v1/integrations/linkedin/connections",
  query: ["user_id"],
  response: "json",
  success: DeleteConnectionsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/integrations/linkedin/sync`
 *
 * @since 0.1.0
 * @category operations
 */
export const triggerLinkedInSync: Operation<TriggerSyncResponse, true> = {
  id: "triggerLinkedInSync",
  platform: "lumnis",
  resource: "integrations",
  name: "triggerLinkedInSync",
  method: "POST",
  path: "/v1/integrations/linkedin/sync",
  query: ["user_id"],
  body: "json",
  response: "json",
  success: TriggerSyncResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/integrations/linkedin/sync-status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getLinkedInSyncStatus: Operation<LinkedInSyncStatusResponse, true> = {
  id: "getLinkedInSyncStatus",
  platform: "lumnis",
  resource: "integrations",
  name: "getLinkedInSyncStatus",
  method: "GET",
  path: "/v1/integrations/linkedin/sync-status",
  query: ["user_id"],
  response: "json",
  success: LinkedInSyncStatusResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * GET `/v1/integrations/non-oauth/required-fields/{app_name}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getNonOAuthRequiredFields: Operation<FreeObject, false> = {
  id: "getNonOAuthRequiredFields",
  platform: "lumnis",
  resource: "integrations",
  name: "getNonOAuthRequiredFields",
  method: "GET",
  path: "/v1/integrations/non-oauth/required-fields/{app_name}",
  query: ["auth_scheme"],
  response: "json",
  success: FreeObjectSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/integrations/providers`
 *
 * @since 0.1.0
 * @category operations
 */
export const listIntegrationProviders: Operation<ListProvidersResponse, false> = {
  id: "listIntegrationProviders",
  platform: "lumnis",
  resource: "integrations",
  name: "listProviders",
  method: "GET",
  path: "/v1/integrations/providers",
  response: "json",
  success: ListProvidersResponseSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/integrations/tools`
 *
 * @since 0.1.0
 * @category operations
 */
export const getIntegrationTools: Operation<GetToolsResponse, true> = {
  id: "getIntegrationTools",
  platform: "lumnis",
  resource: "integrations",
  name: "getTools",
  method: "POST",
  path: "/v1/integrations/tools",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: GetToolsResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * App connections and tools.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List enabled and available apps.
   *
   * `GET /v1/integrations/apps`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listApps: (
    params?: IntegrationsListAppsParams,
    options?: RequestOptions
  ) => Effect.Effect<AppsListResponse, ApiError>
  /**
   * Enable or disable an app for the tenant.
   *
   * `PUT /v1/integrations/apps/{app_name}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param appName App name, upper case, e.g. GITHUB.
   */
  readonly setAppEnabled: (
    appName: string,
    params: IntegrationsSetAppEnabledParams,
    options?: RequestOptions
  ) => Effect.Effect<UpdateAppStatusResponse, ApiError>
  /**
   * Check whether an app is enabled.
   *
   * The name is case-insensitive.
   *
   * `GET /v1/integrations/apps/{app_name}/enabled`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param appName App name, upper case, e.g. GITHUB.
   */
  readonly isAppEnabled: (
    appName: string,
    params?: IntegrationsIsAppEnabledParams,
    options?: RequestOptions
  ) => Effect.Effect<AppEnabledResponse, ApiError>
  /**
   * Check several apps at once.
   *
   * `POST /v1/integrations/connections/batch`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getConnectionsBatch: (
    params: IntegrationsGetConnectionsBatchParams,
    options?: RequestOptions
  ) => Effect.Effect<BatchConnectionResponse, ApiError | PreparedError>
  /**
   * Finish an OAuth flow by hand.
   *
   * Only for a callback page of your own. The connection id comes from the list of connections.
   *
   * `POST /v1/integrations/connections/callback`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly handleCallback: (
    params: IntegrationsHandleCallbackParams,
    options?: RequestOptions
  ) => Effect.Effect<ConnectionCallbackResponse, ApiError | PreparedError>
  /**
   * Disconnect an app.
   *
   * `POST /v1/integrations/connections/disconnect`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly disconnect: (
    params: IntegrationsDisconnectParams,
    options?: RequestOptions
  ) => Effect.Effect<DisconnectResponse, ApiError | PreparedError>
  /**
   * Start an OAuth connection.
   *
   * Send the user to redirect_url, then poll getConnectionStatus until active.
   *
   * `POST /v1/integrations/connections/initiate`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly initiateConnection: (
    params: IntegrationsInitiateConnectionParams,
    options?: RequestOptions
  ) => Effect.Effect<InitiateConnectionResponse, ApiError | PreparedError>
  /**
   * List the connections of a user.
   *
   * `GET /v1/integrations/connections/{user_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param userId UUID or email of the user.
   */
  readonly listConnections: (
    userId: string,
    params?: IntegrationsListConnectionsParams,
    options?: RequestOptions
  ) => Effect.Effect<UserConnectionsResponse, ApiError | PreparedError>
  /**
   * Read one connection.
   *
   * `GET /v1/integrations/connections/{user_id}/{app_name}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param userId UUID or email of the user.
   * @param appName App name, upper case, e.g. GITHUB.
   */
  readonly getConnectionStatus: (
    userId: string,
    appName: string,
    params?: IntegrationsGetConnectionStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<ConnectionStatusResponse, ApiError | PreparedError>
  /**
   * Forget stored LinkedIn connections.
   *
   * Contacts that were messaged are kept.
   *
   * `DELETE /v1/integrations/linkedin/connections`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly deleteLinkedInConnections: (
    params?: IntegrationsDeleteLinkedInConnectionsParams,
    options?: RequestOptions
  ) => Effect.Effect<DeleteConnectionsResponse, ApiError | PreparedError>
  /**
   * Start a LinkedIn connections sync.
   *
   * Runs in the background; poll getLinkedInSyncStatus.
   *
   * `POST /v1/integrations/linkedin/sync`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly triggerLinkedInSync: (
    params?: IntegrationsTriggerLinkedInSyncParams,
    options?: RequestOptions
  ) => Effect.Effect<TriggerSyncResponse, ApiError | PreparedError>
  /**
   * Read LinkedIn sync progress.
   *
   * `GET /v1/integrations/linkedin/sync-status`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getLinkedInSyncStatus: (
    params?: IntegrationsGetLinkedInSyncStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<LinkedInSyncStatusResponse, ApiError | PreparedError>
  /**
   * Fields for non OAuth apps (reserved).
   *
   * Reserved: the service answers 501 for now.
   *
   * `GET /v1/integrations/non-oauth/required-fields/{app_name}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 501, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param appName App name, upper case, e.g. GITHUB.
   */
  readonly getNonOAuthRequiredFields: (
    appName: string,
    params?: IntegrationsGetNonOAuthRequiredFieldsParams,
    options?: RequestOptions
  ) => Effect.Effect<FreeObject, ApiError>
  /**
   * List integration providers.
   *
   * `GET /v1/integrations/providers`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listProviders: (options?: RequestOptions) => Effect.Effect<ListProvidersResponse, ApiError>
  /**
   * List tools usable by a user.
   *
   * Reads only. App names in app_filter are upper case.
   *
   * `POST /v1/integrations/tools`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly getTools: (
    params?: IntegrationsGetToolsParams,
    options?: RequestOptions
  ) => Effect.Effect<GetToolsResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "integrations",
  (client: ApiClient): Service => ({
    listApps: (params, options) => client.request(listApps, [], params, options),
    setAppEnabled: (appName, params, options) => client.request(setAppEnabled, [appName], params, options),
    isAppEnabled: (appName, params, options) => client.request(isAppEnabled, [appName], params, options),
    getConnectionsBatch: (params, options) => client.request(getConnectionsBatch, [], params, options),
    handleCallback: (params, options) => client.request(handleConnectionCallback, [], params, options),
    disconnect: (params, options) => client.request(disconnectConnection, [], params, options),
    initiateConnection: (params, options) => client.request(initiateConnection, [], params, options),
    listConnections: (userId, params, options) => client.request(listConnections, [userId], params, options),
    getConnectionStatus: (userId, appName, params, options) =>
      client.request(getConnectionStatus, [userId, appName], params, options),
    deleteLinkedInConnections: (params, options) => client.request(deleteLinkedInConnections, [], params, options),
    triggerLinkedInSync: (params, options) => client.request(triggerLinkedInSync, [], params, options),
    getLinkedInSyncStatus: (params, options) => client.request(getLinkedInSyncStatus, [], params, options),
    getNonOAuthRequiredFields: (appName, params, options) =>
      client.request(getNonOAuthRequiredFields, [appName], params, options),
    listProviders: (options) => client.request(listIntegrationProviders, [], undefined, options),
    getTools: (params, options) => client.request(getIntegrationTools, [], params, options)
  })
)
