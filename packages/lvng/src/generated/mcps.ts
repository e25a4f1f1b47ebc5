/**
 * The resource `mcps` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface McpConfig {
  readonly args?: ReadonlyArray<string> | undefined
  /** Needed for stdio. */
  readonly command?: string | undefined
  readonly env?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  readonly headers?: { readonly [key: string]: string | Redacted.Redacted } | undefined
  /** Needed for sse and websocket. */
  readonly url?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface McpServerCreate {
  readonly name: string
  readonly type: "stdio" | "sse" | "websocket"
  readonly config?: McpConfig | undefined
  readonly description?: string | undefined
  /** Default: `true`. */
  readonly isEnabled?: boolean | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  readonly workspaceId?: string | undefined
}

/**
 * Parameters of {@link listMcpServers}.
 *
 * @since 0.1.0
 * @category models
 */
export interface McpsListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link registerMcpServer}.
 *
 * @since 0.1.0
 * @category models
 */
export type McpsRegisterParams = McpServerCreate

/**
 * Parameters of {@link updateMcpServer}.
 *
 * @since 0.1.0
 * @category models
 */
export interface McpsUpdateParams {
  readonly [key: string]: unknown
}

/**
 * GET `/api/v2/mcps`
 *
 * @since 0.1.0
 * @category operations
 */
export const listMcpServers: Operation<UnknownJson, true> = {
  id: "listMcpServers",
  platform: "lvng",
  resource: "mcps",
  name: "list",
  method: "GET",
  path: "/api/v2/mcps",
  query: ["limit", "offset"],
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/mcps`
 *
 * @since 0.1.0
 * @category operations
 */
export const registerMcpServer: Operation<UnknownJson, false> = {
  id: "registerMcpServer",
  platform: "lvng",
  resource: "mcps",
  name: "register",
  method: "POST",
  path: "/api/v2/mcps",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  secrets: { params: ["config.env", "config.headers"] },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * GET `/api/v2/mcps/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getMcpServer: Operation<UnknownJson, true> = {
  id: "getMcpServer",
  platform: "lvng",
  resource: "mcps",
  name: "get",
  method: "GET",
  path: "/api/v2/mcps/{id}",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/mcps/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateMcpServer: Operation<UnknownJson, true> = {
  id: "updateMcpServer",
  platform: "lvng",
  resource: "mcps",
  name: "update",
  method: "PATCH",
  path: "/api/v2/mcps/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/mcps/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteMcpServer: Operation<Success, true> = {
  id: "deleteMcpServer",
  platform: "lvng",
  resource: "mcps",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/mcps/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/mcps/{id}/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getMcpServerHealth: Operation<UnknownJson, true> = {
  id: "getMcpServerHealth",
  platform: "lvng",
  resource: "mcps",
  name: "getHealth",
  method: "GET",
  path: "/api/v2/mcps/{id}/health",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/mcps/{id}/refresh`
 *
 * @since 0.1.0
 * @category operations
 */
export const refreshMcpServerTools: Operation<UnknownJson, true> = {
  id: "refreshMcpServerTools",
  platform: "lvng",
  resource: "mcps",
  name: "refreshTools",
  method: "POST",
  path: "/api/v2/mcps/{id}/refresh",
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "execute" }
}

/**
 * Registered MCP servers.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List MCP servers.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/mcps`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly list: (
    params?: McpsListParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Register an MCP server.
   *
   * Starts as registered with an empty tool list.
   *
   * `POST /api/v2/mcps`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly register: (params: McpsRegisterParams, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError>
  /**
   * Read an MCP server.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/mcps/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Change an MCP server.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/mcps/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly update: (
    id: string,
    params?: McpsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Remove an MCP server.
   *
   * Soft delete. Not verified against the real service: method and path follow the conventions of the API and can
   * differ.
   *
   * `DELETE /api/v2/mcps/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Health of an MCP server.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/mcps/{id}/health`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly getHealth: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Read the tool list again.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/mcps/{id}/refresh`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly refreshTools: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "mcps",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listMcpServers, [], params, options),
    register: (params, options) => client.request(registerMcpServer, [], params, options),
    get: (id, options) => client.request(getMcpServer, [id], undefined, options),
    update: (id, params, options) => client.request(updateMcpServer, [id], params, options),
    delete: (id, options) => client.request(deleteMcpServer, [id], undefined, options),
    getHealth: (id, options) => client.request(getMcpServerHealth, [id], undefined, options),
    refreshTools: (id, options) => client.request(refreshMcpServerTools, [id], undefined, options)
  })
)
