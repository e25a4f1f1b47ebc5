/**
 * The resource `mcpServers` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export type McpScope = OpenEnum<"tenant" | "user">

/**
 * @since 0.1.0
 * @category models
 */
export type McpScopeInput = "tenant" | "user"

/**
 * @since 0.1.0
 * @category models
 */
export interface McpServer {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  readonly is_active: boolean
  readonly name: string
  readonly scope: McpScope
  /** Format: uuid. */
  readonly tenant_id: string
  readonly transport: McpTransport
  readonly updated_at: Date
  readonly args?: ReadonlyArray<string> | null
  readonly command?: string | null
  readonly description?: string | null
  readonly url?: string | null
  /** Format: uuid. */
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpServerList {
  readonly limit: number
  readonly servers: ReadonlyArray<McpServer>
  readonly skip: number
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpServerUpdate {
  /** Description for people. */
  readonly description?: string | undefined
  /** Encrypted at rest, never returned; names verbatim. On update the whole map is replaced. */
  readonly env?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** Encrypted at rest, never returned; names verbatim. On update the whole map is replaced. */
  readonly headers?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** false switches it off. */
  readonly is_active?: boolean | undefined
  /** Name. */
  readonly name?: string | undefined
  /** URL of the server (http, sse). */
  readonly url?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpTestConfigRequest {
  readonly transport: McpTransportInput
  /** Arguments of the command (stdio). */
  readonly args?: ReadonlyArray<string> | undefined
  /** Command that starts the server (stdio). */
  readonly command?: string | undefined
  /** Encrypted at rest, never returned; names verbatim. On update the whole map is replaced. */
  readonly env?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** Encrypted at rest, never returned; names verbatim. On update the whole map is replaced. */
  readonly headers?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** URL of the server (http, sse). */
  readonly url?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpTestResult {
  readonly message: string
  readonly success: boolean
  readonly error_details?: string | null
  readonly tool_count?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpTool {
  readonly description: string
  readonly name: string
  /** JSON Schema of the input. */
  readonly input_schema?: { readonly [key: string]: unknown } | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpToolList {
  /** Format: uuid. */
  readonly server_id: string
  readonly server_name: string
  readonly tools: ReadonlyArray<McpTool>
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export type McpTransport = OpenEnum<"stdio" | "streamable_http" | "sse">

/**
 * @since 0.1.0
 * @category models
 */
export type McpTransportInput = "stdio" | "streamable_http" | "sse"

/**
 * Parameters of {@link listMcpServers}.
 *
 * @since 0.1.0
 * @category models
 */
export interface McpServersListParams {
  /** Default: all. */
  readonly scope?: "tenant" | "user" | "all" | undefined
  /** User UUID or email. */
  readonly user_identifier?: string | undefined
  /** Only active (true) or inactive (false) rows. */
  readonly is_active?: boolean | undefined
  /** Rows to skip. Default: `0`. */
  readonly skip?: number | undefined
  /** Rows a page. Default: `100`. */
  readonly limit?: number | undefined
}

/**
 * Parameters of {@link createMcpServer}.
 *
 * @since 0.1.0
 * @category models
 */
export interface McpServersCreateParams {
  /** Name. */
  readonly name: string
  readonly scope: McpScopeInput
  readonly transport: McpTransportInput
  /** Arguments of the command (stdio). */
  readonly args?: ReadonlyArray<string> | undefined
  /** Needed for stdio. */
  readonly command?: string | undefined
  /** Description for people. */
  readonly description?: string | undefined
  /** Encrypted at rest, never returned; names verbatim. On update the whole map is replaced. */
  readonly env?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** Encrypted at rest, never returned; names verbatim. On update the whole map is replaced. */
  readonly headers?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** Needed for streamable_http and sse; must start with http:// or https://. */
  readonly url?: string | undefined
  /** User UUID or email. Required for scope user, forbidden for scope tenant. */
  readonly user_identifier?: string | undefined
}

/**
 * Parameters of {@link testMcpServerConfig}.
 *
 * @since 0.1.0
 * @category models
 */
export type McpServersTestConfigParams = McpTestConfigRequest

/**
 * Parameters of {@link updateMcpServer}.
 *
 * @since 0.1.0
 * @category models
 */
export type McpServersUpdateParams = McpServerUpdate

/**
 * Schema of {@link McpScope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpScopeSchema: R.ResponseSchema<McpScope> = /*#__PURE__*/ R.openEnum(["tenant", "user"])

/**
 * Schema of {@link McpServer}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpServerSchema: R.ResponseSchema<McpServer> = /*#__PURE__*/ R.struct<McpServer>(() => ({
  id: R.string,
  created_at: R.timestamp,
  is_active: R.boolean,
  name: R.string,
  scope: McpScopeSchema,
  tenant_id: R.string,
  transport: McpTransportSchema,
  updated_at: R.timestamp,
  args: R.optional(R.array(R.string)),
  command: R.optional(R.string),
  description: R.optional(R.string),
  url: R.optional(R.string),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link McpServerList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpServerListSchema: R.ResponseSchema<McpServerList> = /*#__PURE__*/ R.struct<McpServerList>(() => ({
  limit: R.number,
  servers: R.array(McpServerSchema),
  skip: R.number,
  total: R.number
}))

/**
 * Schema of {@link McpTestResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpTestResultSchema: R.ResponseSchema<McpTestResult> = /*#__PURE__*/ R.struct<McpTestResult>(() => ({
  message: R.string,
  success: R.boolean,
  error_details: R.optional(R.string),
  tool_count: R.optional(R.number)
}))

/**
 * Schema of {@link McpTool}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpToolSchema: R.ResponseSchema<McpTool> = /*#__PURE__*/ R.struct<McpTool>(() => ({
  description: R.string,
  name: R.string,
  input_schema: R.optional(R.object)
}))

/**
 * Schema of {@link McpToolList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpToolListSchema: R.ResponseSchema<McpToolList> = /*#__PURE__*/ R.struct<McpToolList>(() => ({
  server_id: R.string,
  server_name: R.string,
  tools: R.array(McpToolSchema),
  total: R.number
}))

/**
 * Schema of {@link McpTransport}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const McpTransportSchema: R.ResponseSchema<McpTransport> = /*#__PURE__*/ R.openEnum([
  "stdio",
  "streamable_http",
  "sse"
])

/**
 * GET `/v1/mcp-servers`
 *
 * @since 0.1.0
 * @category operations
 */
export const listMcpServers: Operation<McpServerList, true> = {
  id: "listMcpServers",
  platform: "lumnis",
  resource: "mcpServers",
  name: "list",
  method: "GET",
  path: "/v1/mcp-servers",
  query: ["scope", "user_identifier", "is_active", "skip", "limit"],
  response: "json",
  success: McpServerListSchema,
  pagination: { style: "offset", offset: "skip", limit: "limit", items: "servers", total: "total" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "query", userIdName: "user_identifier" }
}

/**
 * POST `/v1/mcp-servers`
 *
 * @since 0.1.0
 * @category operations
 */
export const createMcpServer: Operation<McpServer, true> = {
  id: "createMcpServer",
  platform: "lumnis",
  resource: "mcpServers",
  name: "create",
  method: "POST",
  path: "/v1/mcp-servers",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: McpServerSchema,
  idempotencyKey: true,
  secrets: { params: ["env", "headers"] },
  prepare: true,
  platformData: { scope: "either", userIdIn: "body", userIdName: "user_identifier" }
}

/**
 * POST `/v1/mcp-servers/test`
 *
 * @since 0.1.0
 * @category operations
 */
export const testMcpServerConfig: Operation<McpTestResult, false> = {
  id: "testMcpServerConfig",
  platform: "lumnis",
  resource: "mcpServers",
  name: "testConfig",
  method: "POST",
  path: "/v1/mcp-servers/test",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: McpTestResultSchema,
  idempotencyKey: true,
  secrets: { params: ["env", "headers"] },
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/mcp-servers/{server_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getMcpServer: Operation<McpServer, true> = {
  id: "getMcpServer",
  platform: "lumnis",
  resource: "mcpServers",
  name: "get",
  method: "GET",
  path: "/v1/mcp-servers/{server_id}",
  response: "json",
  success: McpServerSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * PATCH `/v1/mcp-servers/{server_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateMcpServer: Operation<McpServer, true> = {
  id: "updateMcpServer",
  platform: "lumnis",
  resource: "mcpServers",
  name: "update",
  method: "PATCH",
  path: "/v1/mcp-servers/{server_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: McpServerSchema,
  idempotencyKey: true,
  secrets: { params: ["env", "headers"] },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * DELETE `/v1/mcp-servers/{server_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteMcpServer: Operation<void, true> = {
  id: "deleteMcpServer",
  platform: "lumnis",
  resource: "mcpServers",
  name: "delete",
  method: "DELETE",
  path: "/v1/mcp-servers/{server_id}",
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/mcp-servers/{server_id}/test`
 *
 * @since 0.1.0
 * @category operations
 */
export const testMcpServer: Operation<McpTestResult, true> = {
  id: "testMcpServer",
  platform: "lumnis",
  resource: "mcpServers",
  name: "testConnection",
  method: "POST",
  path: "/v1/mcp-servers/{server_id}/test",
  response: "json",
  success: McpTestResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/mcp-servers/{server_id}/tools`
 *
 * @since 0.1.0
 * @category operations
 */
export const listMcpServerTools: Operation<McpToolList, true> = {
  id: "listMcpServerTools",
  platform: "lumnis",
  resource: "mcpServers",
  name: "listTools",
  method: "GET",
  path: "/v1/mcp-servers/{server_id}/tools",
  response: "json",
  success: McpToolListSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * Model Context Protocol servers.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List MCP servers.
   *
   * `GET /v1/mcp-servers`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly list: (
    params?: McpServersListParams,
    options?: RequestOptions
  ) => Effect.Effect<McpServerList, ApiError | PreparedError>
  /**
   * Every page of `list`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPages: (
    params?: McpServersListParams,
    options?: RequestOptions
  ) => Stream.Stream<McpServerList, ApiError | PreparedError>
  /**
   * Every item of `list`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listAll: (
    params?: McpServersListParams,
    options?: RequestOptions
  ) => Stream.Stream<McpServer, ApiError | PreparedError>
  /**
   * Register an MCP server.
   *
   * The body names the user by user_identifier.
   *
   * `POST /v1/mcp-servers`
   *
   * Errors: 400, 401, 403, 409, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly create: (
    params: McpServersCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<McpServer, ApiError | PreparedError>
  /**
   * Try a configuration without saving it.
   *
   * `POST /v1/mcp-servers/test`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly testConfig: (
    params: McpServersTestConfigParams,
    options?: RequestOptions
  ) => Effect.Effect<McpTestResult, ApiError>
  /**
   * Read an MCP server.
   *
   * `GET /v1/mcp-servers/{server_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param serverId Id of the MCP server.
   */
  readonly get: (serverId: string, options?: RequestOptions) => Effect.Effect<McpServer, ApiError | PreparedError>
  /**
   * Change an MCP server.
   *
   * `PATCH /v1/mcp-servers/{server_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param serverId Id of the MCP server.
   */
  readonly update: (
    serverId: string,
    params?: McpServersUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<McpServer, ApiError | PreparedError>
  /**
   * Delete an MCP server with its secrets.
   *
   * `DELETE /v1/mcp-servers/{server_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param serverId Id of the MCP server.
   */
  readonly delete: (serverId: string, options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * Test a saved MCP server.
   *
   * `POST /v1/mcp-servers/{server_id}/test`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param serverId Id of the MCP server.
   */
  readonly testConnection: (
    serverId: string,
    options?: RequestOptions
  ) => Effect.Effect<McpTestResult, ApiError | PreparedError>
  /**
   * List the tools of an MCP server.
   *
   * The list can be empty.
   *
   * `GET /v1/mcp-servers/{server_id}/tools`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param serverId Id of the MCP server.
   */
  readonly listTools: (
    serverId: string,
    options?: RequestOptions
  ) => Effect.Effect<McpToolList, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "mcpServers",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listMcpServers, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listMcpServers, [], params, options),
    listAll: (params, options) => Pagination.items(client, listMcpServers, [], params, options, (page) => page.servers),
    create: (params, options) => client.request(createMcpServer, [], params, options),
    testConfig: (params, options) => client.request(testMcpServerConfig, [], params, options),
    get: (serverId, options) => client.request(getMcpServer, [serverId], undefined, options),
    update: (serverId, params, options) => client.request(updateMcpServer, [serverId], params, options),
    delete: (serverId, options) => client.request(deleteMcpServer, [serverId], undefined, options),
    testConnection: (serverId, options) => client.request(testMcpServer, [serverId], undefined, options),
    listTools: (serverId, options) => client.request(listMcpServerTools, [serverId], undefined, options)
  })
)
