/**
 * The resource `agents` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { Success } from "./shared.js"
import { SuccessSchema } from "./shared.js"

/**
 * An agent. Field names of the read model beyond id, name and status mirror the create body.
 *
 * @since 0.1.0
 * @category models
 */
export interface Agent {
  readonly id: string
  readonly name: string
  readonly avatar?: string | null
  /** Free-form JSON object. */
  readonly capabilities?: { readonly [key: string]: unknown } | null
  readonly description?: string | null
  readonly isPublic?: boolean | null
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly model?: string | null
  readonly status?: string | null
  readonly systemPrompt?: string | null
  readonly tags?: ReadonlyArray<string> | null
  readonly temperature?: number | null
  readonly workspaceId?: string | null
}

/**
 * An agent. Field names of the read model beyond id, name and status mirror the create body.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentPartial {
  readonly id?: string | null
  readonly name?: string | null
  readonly avatar?: string | null
  /** Free-form JSON object. */
  readonly capabilities?: { readonly [key: string]: unknown } | null
  readonly description?: string | null
  readonly isPublic?: boolean | null
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly model?: string | null
  readonly status?: string | null
  readonly systemPrompt?: string | null
  readonly tags?: ReadonlyArray<string> | null
  readonly temperature?: number | null
  readonly workspaceId?: string | null
}

/**
 * New agent. Send exactly one spelling of the system prompt; the reference page documents systemPrompt.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentCreate {
  /** Display name. */
  readonly name: string
  /** Picture URL. */
  readonly avatar?: string | undefined
  /** Free-form JSON object. */
  readonly capabilities?: { readonly [key: string]: unknown } | undefined
  readonly description?: string | undefined
  /** Readable by everybody. */
  readonly isPublic?: boolean | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  readonly model?: string | undefined
  /** Behaviour and limits. */
  readonly systemPrompt?: string | undefined
  /** Spelling used by the cookbook's raw HTTP calls. */
  readonly system_prompt?: string | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  readonly temperature?: number | undefined
  /** Tool names, e.g. web_search, knowledge_search. */
  readonly tools?: ReadonlyArray<string> | undefined
  readonly workspaceId?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Two spellings are in circulation: the newer index page shows agent, the cookbook reads data.
 *
 * @since 0.1.0
 * @category models
 */
export type AgentEnvelope = AgentEnvelopeOption1 | AgentEnvelopeOption2

/**
 * Two spellings are in circulation: the newer index page shows agent, the cookbook reads data.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentEnvelopePartial {
  readonly agent?: AgentPartial | null
  readonly data?: AgentPartial | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentEnvelopeOption1 {
  readonly agent: Agent
  readonly success: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentEnvelopeOption2 {
  readonly data: Agent
  readonly success?: boolean | null
}

/**
 * data.content holds the answer.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentMessageReply {
  readonly data: AgentMessageReplyData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentMessageReplyData {
  /** Answer text. */
  readonly content: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentMessageRequest {
  /** Prompt for the agent. */
  readonly message: string
  readonly [key: string]: unknown
}

/**
 * Any fields of an agent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentUpdate {
  /** Picture URL. */
  readonly avatar?: string | undefined
  /** Free-form JSON object. */
  readonly capabilities?: { readonly [key: string]: unknown } | undefined
  readonly description?: string | undefined
  /** Readable by everybody. */
  readonly isPublic?: boolean | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  readonly model?: string | undefined
  /** Display name. */
  readonly name?: string | undefined
  /** Behaviour and limits. */
  readonly systemPrompt?: string | undefined
  readonly tags?: ReadonlyArray<string> | undefined
  readonly temperature?: number | undefined
  /** Tool names, e.g. web_search, knowledge_search. */
  readonly tools?: ReadonlyArray<string> | undefined
  readonly workspaceId?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentsListResponse {
  readonly agents?: ReadonlyArray<AgentPartial> | null
  readonly data?: ReadonlyArray<AgentPartial> | null
  readonly success?: boolean | null
}

/**
 * Parameters of {@link listAgents}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentsListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createAgent}.
 *
 * @since 0.1.0
 * @category models
 */
export type AgentsCreateParams = AgentCreate

/**
 * Parameters of {@link updateAgent}.
 *
 * @since 0.1.0
 * @category models
 */
export type AgentsUpdateParams = AgentUpdate

/**
 * Parameters of {@link messageAgent}.
 *
 * @since 0.1.0
 * @category models
 */
export type AgentsMessageParams = AgentMessageRequest

/**
 * Schema of {@link Agent}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentSchema: R.ResponseSchema<Agent> = /*#__PURE__*/ R.struct<Agent>(() => ({
  id: R.string,
  name: R.string,
  avatar: R.optional(R.string),
  capabilities: R.optional(R.object),
  description: R.optional(R.string),
  isPublic: R.optional(R.boolean),
  metadata: R.optional(R.object),
  model: R.optional(R.string),
  status: R.optional(R.string),
  systemPrompt: R.optional(R.string),
  tags: R.optional(R.array(R.string)),
  temperature: R.optional(R.number),
  workspaceId: R.optional(R.string)
}))

/**
 * Schema of {@link AgentPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentPartialSchema: R.ResponseSchema<AgentPartial> = /*#__PURE__*/ R.struct<AgentPartial>(() => ({
  id: R.optional(R.string),
  name: R.optional(R.string),
  avatar: R.optional(R.string),
  capabilities: R.optional(R.object),
  description: R.optional(R.string),
  isPublic: R.optional(R.boolean),
  metadata: R.optional(R.object),
  model: R.optional(R.string),
  status: R.optional(R.string),
  systemPrompt: R.optional(R.string),
  tags: R.optional(R.array(R.string)),
  temperature: R.optional(R.number),
  workspaceId: R.optional(R.string)
}))

/**
 * Schema of {@link AgentEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentEnvelopeSchema: R.ResponseSchema<AgentEnvelope> = /*#__PURE__*/ R.lazy(() =>
  R.union<AgentEnvelopeOption1 | AgentEnvelopeOption2>([AgentEnvelopeOption1Schema, AgentEnvelopeOption2Schema])
)

/**
 * Schema of {@link AgentEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentEnvelopePartialSchema: R.ResponseSchema<AgentEnvelopePartial> =
  /*#__PURE__*/ R.struct<AgentEnvelopePartial>(() => ({
    agent: R.optional(AgentPartialSchema),
    data: R.optional(AgentPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link AgentEnvelopeOption1}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentEnvelopeOption1Schema: R.ResponseSchema<AgentEnvelopeOption1> =
  /*#__PURE__*/ R.struct<AgentEnvelopeOption1>(() => ({
    agent: AgentSchema,
    success: R.boolean
  }))

/**
 * Schema of {@link AgentEnvelopeOption2}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentEnvelopeOption2Schema: R.ResponseSchema<AgentEnvelopeOption2> =
  /*#__PURE__*/ R.struct<AgentEnvelopeOption2>(() => ({
    data: AgentSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link AgentMessageReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentMessageReplySchema: R.ResponseSchema<AgentMessageReply> = /*#__PURE__*/ R.struct<AgentMessageReply>(
  () => ({
    data: AgentMessageReplyDataSchema,
    success: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link AgentMessageReplyData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentMessageReplyDataSchema: R.ResponseSchema<AgentMessageReplyData> =
  /*#__PURE__*/ R.struct<AgentMessageReplyData>(() => ({
    content: R.string
  }))

/**
 * Schema of {@link AgentsListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const AgentsListResponseSchema: R.ResponseSchema<AgentsListResponse> =
  /*#__PURE__*/ R.struct<AgentsListResponse>(() => ({
    agents: R.optional(R.array(AgentPartialSchema)),
    data: R.optional(R.array(AgentPartialSchema)),
    success: R.optional(R.boolean)
  }))

/**
 * GET `/api/v2/agents`
 *
 * @since 0.1.0
 * @category operations
 */
export const listAgents: Operation<AgentsListResponse, false> = {
  id: "listAgents",
  platform: "lvng",
  resource: "agents",
  name: "list",
  method: "GET",
  path: "/api/v2/agents",
  query: ["limit", "offset"],
  response: "json",
  success: AgentsListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "agents" },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/agents`
 *
 * @since 0.1.0
 * @category operations
 */
export const createAgent: Operation<AgentEnvelope, false> = {
  id: "createAgent",
  platform: "lvng",
  resource: "agents",
  name: "create",
  method: "POST",
  path: "/api/v2/agents",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AgentEnvelopeSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * GET `/api/v2/agents/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getAgent: Operation<AgentEnvelope, true> = {
  id: "getAgent",
  platform: "lvng",
  resource: "agents",
  name: "get",
  method: "GET",
  path: "/api/v2/agents/{id}",
  response: "json",
  success: AgentEnvelopeSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/agents/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateAgent: Operation<AgentEnvelopePartial, true> = {
  id: "updateAgent",
  platform: "lvng",
  resource: "agents",
  name: "update",
  method: "PATCH",
  path: "/api/v2/agents/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AgentEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/agents/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteAgent: Operation<Success, false> = {
  id: "deleteAgent",
  platform: "lvng",
  resource: "agents",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/agents/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "write" }
}

/**
 * POST `/api/v2/agents/{id}/duplicate`
 *
 * @since 0.1.0
 * @category operations
 */
export const duplicateAgent: Operation<AgentEnvelopePartial, true> = {
  id: "duplicateAgent",
  platform: "lvng",
  resource: "agents",
  name: "duplicate",
  method: "POST",
  path: "/api/v2/agents/{id}/duplicate",
  response: "json",
  success: AgentEnvelopePartialSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/agents/{id}/message`
 *
 * @since 0.1.0
 * @category operations
 */
export const messageAgent: Operation<AgentMessageReply, false> = {
  id: "messageAgent",
  platform: "lvng",
  resource: "agents",
  name: "message",
  method: "POST",
  path: "/api/v2/agents/{id}/message",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: AgentMessageReplySchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "execute" }
}

/**
 * POST `/api/v2/agents/{id}/start`
 *
 * @since 0.1.0
 * @category operations
 */
export const startAgent: Operation<AgentEnvelopePartial, true> = {
  id: "startAgent",
  platform: "lvng",
  resource: "agents",
  name: "start",
  method: "POST",
  path: "/api/v2/agents/{id}/start",
  response: "json",
  success: AgentEnvelopePartialSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "execute" }
}

/**
 * POST `/api/v2/agents/{id}/stop`
 *
 * @since 0.1.0
 * @category operations
 */
export const stopAgent: Operation<AgentEnvelopePartial, true> = {
  id: "stopAgent",
  platform: "lvng",
  resource: "agents",
  name: "stop",
  method: "POST",
  path: "/api/v2/agents/{id}/stop",
  response: "json",
  success: AgentEnvelopePartialSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "execute" }
}

/**
 * Configurable AI agents: life cycle and direct messages.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List agents.
   *
   * `GET /api/v2/agents`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly list: (params?: AgentsListParams, options?: RequestOptions) => Effect.Effect<AgentsListResponse, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: AgentsListParams,
    options?: RequestOptions
  ) => Stream.Stream<AgentsListResponse, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (params?: AgentsListParams, options?: RequestOptions) => Stream.Stream<AgentPartial, ApiError>
  /**
   * Create an agent.
   *
   * `POST /api/v2/agents`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly create: (params: AgentsCreateParams, options?: RequestOptions) => Effect.Effect<AgentEnvelope, ApiError>
  /**
   * Read an agent.
   *
   * Public agents are readable by anybody. Not verified against the real service: method and path follow the
   * conventions of the API and can differ.
   *
   * `GET /api/v2/agents/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (id: string, options?: RequestOptions) => Effect.Effect<AgentEnvelope, ApiError | PreparedError>
  /**
   * Change an agent.
   *
   * Owner only. Not verified against the real service: method and path follow the conventions of the API and can
   * differ.
   *
   * `PATCH /api/v2/agents/{id}`
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
    params?: AgentsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<AgentEnvelopePartial, ApiError | PreparedError>
  /**
   * Delete an agent.
   *
   * Owner only.
   *
   * `DELETE /api/v2/agents/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: seen in official example code.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError>
  /**
   * Copy an agent.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/agents/{id}/duplicate`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly duplicate: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<AgentEnvelopePartial, ApiError | PreparedError>
  /**
   * Ask an agent.
   *
   * `POST /api/v2/agents/{id}/message`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: seen in official example code.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly message: (
    id: string,
    params: AgentsMessageParams,
    options?: RequestOptions
  ) => Effect.Effect<AgentMessageReply, ApiError>
  /**
   * Start an agent.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/agents/{id}/start`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly start: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<AgentEnvelopePartial, ApiError | PreparedError>
  /**
   * Stop an agent.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/agents/{id}/stop`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly stop: (id: string, options?: RequestOptions) => Effect.Effect<AgentEnvelopePartial, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "agents",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listAgents, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listAgents, [], params, options),
    listAll: (params, options) =>
      Pagination.items(client, listAgents, [], params, options, (page) => page.agents ?? page.data),
    create: (params, options) => client.request(createAgent, [], params, options),
    get: (id, options) => client.request(getAgent, [id], undefined, options),
    update: (id, params, options) => client.request(updateAgent, [id], params, options),
    delete: (id, options) => client.request(deleteAgent, [id], undefined, options),
    duplicate: (id, options) => client.request(duplicateAgent, [id], undefined, options),
    message: (id, params, options) => client.request(messageAgent, [id], params, options),
    start: (id, options) => client.request(startAgent, [id], undefined, options),
    stop: (id, options) => client.request(stopAgent, [id], undefined, options)
  })
)
