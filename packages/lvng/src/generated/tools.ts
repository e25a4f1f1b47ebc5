/**
 * The resource `tools` of LVNG platform API (reconstruction).
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
 * A tool the platform offers.
 *
 * @since 0.1.0
 * @category models
 */
export interface Tool {
  readonly name: string
  readonly category?: OpenEnum<"web" | "email" | "ai" | "apps" | "data" | "agent" | "meta"> | null
  readonly description?: string | null
  /** JSON Schema of the input; absent in deferred mode. */
  readonly inputSchema?: { readonly [key: string]: unknown } | null
  readonly isReadOnly?: boolean | null
}

/**
 * success + tool.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolEnvelope {
  readonly tool: Tool
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ToolExecuteRequest {
  /** Checked against the tool's inputSchema before it runs. */
  readonly input: { readonly [key: string]: unknown }
  readonly [key: string]: unknown
}

/**
 * success + tools + total.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolList {
  readonly tools: ReadonlyArray<Tool>
  readonly success?: boolean | null
  readonly total?: number | null
}

/**
 * Parameters of {@link listTools}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolsListParams {
  /** Filter. */
  readonly category?: "web" | "email" | "ai" | "apps" | "data" | "agent" | "meta" | undefined
  /** deferred leaves inputSchema out. Default: `"full"`. */
  readonly mode?: "full" | "deferred" | undefined
}

/**
 * Parameters of {@link executeTool}.
 *
 * @since 0.1.0
 * @category models
 */
export type ToolsExecuteParams = ToolExecuteRequest

/**
 * Schema of {@link Tool}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ToolSchema: R.ResponseSchema<Tool> = /*#__PURE__*/ R.struct<Tool>(() => ({
  name: R.string,
  category: R.optional(R.openEnum(["web", "email", "ai", "apps", "data", "agent", "meta"])),
  description: R.optional(R.string),
  inputSchema: R.optional(R.object),
  isReadOnly: R.optional(R.boolean)
}))

/**
 * Schema of {@link ToolEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ToolEnvelopeSchema: R.ResponseSchema<ToolEnvelope> = /*#__PURE__*/ R.struct<ToolEnvelope>(() => ({
  tool: ToolSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link ToolList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ToolListSchema: R.ResponseSchema<ToolList> = /*#__PURE__*/ R.struct<ToolList>(() => ({
  tools: R.array(ToolSchema),
  success: R.optional(R.boolean),
  total: R.optional(R.number)
}))

/**
 * GET `/api/v2/tools`
 *
 * @since 0.1.0
 * @category operations
 */
export const listTools: Operation<ToolList, false> = {
  id: "listTools",
  platform: "lvng",
  resource: "tools",
  name: "list",
  method: "GET",
  path: "/api/v2/tools",
  query: ["category", "mode"],
  response: "json",
  success: ToolListSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * GET `/api/v2/tools/{name}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getTool: Operation<ToolEnvelope, false> = {
  id: "getTool",
  platform: "lvng",
  resource: "tools",
  name: "get",
  method: "GET",
  path: "/api/v2/tools/{name}",
  response: "json",
  success: ToolEnvelopeSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/tools/{name}/execute`
 *
 * @since 0.1.0
 * @category operations
 */
export const executeTool: Operation<UnknownJson, false> = {
  id: "executeTool",
  platform: "lvng",
  resource: "tools",
  name: "execute",
  method: "POST",
  path: "/api/v2/tools/{name}/execute",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "execute" }
}

/**
 * Built-in tools: discovery and execution.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List tools.
   *
   * `GET /api/v2/tools`
   *
   * Errors: 400, 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly list: (params?: ToolsListParams, options?: RequestOptions) => Effect.Effect<ToolList, ApiError>
  /**
   * Read one tool.
   *
   * `GET /api/v2/tools/{name}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   *
   * @param name Identifier of the resource.
   */
  readonly get: (name: string, options?: RequestOptions) => Effect.Effect<ToolEnvelope, ApiError>
  /**
   * Run a tool.
   *
   * `POST /api/v2/tools/{name}/execute`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param name Identifier of the resource.
   */
  readonly execute: (
    name: string,
    params: ToolsExecuteParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "tools",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listTools, [], params, options),
    get: (name, options) => client.request(getTool, [name], undefined, options),
    execute: (name, params, options) => client.request(executeTool, [name], params, options)
  })
)
