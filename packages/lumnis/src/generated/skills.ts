/**
 * The resource `skills` of Lumnis AI REST API (wire contract).
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
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillEffectivenessMetrics {
  readonly avg_effectiveness: number
  readonly selection_rate: number
  readonly success_rate: number
  readonly successful_executions: number
  readonly total_retrievals: number
  readonly total_selections: number
  readonly usage_frequency: number
  readonly skill_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillGuideline {
  /** Format: uuid. */
  readonly id: string
  readonly content: string
  readonly created_at: Date
  readonly description: string
  readonly is_active: boolean
  readonly name: string
  readonly updated_at: Date
  readonly version: string
  readonly category?: string | null
  /** Format: uuid. */
  readonly tenant_id?: string | null
  /** Format: uuid. */
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillGuidelineCreate {
  /** Text of the message. */
  readonly content: string
  /** Description for people. */
  readonly description: string
  /** Name. */
  readonly name: string
  /** Category. */
  readonly category?: string | undefined
  /** Version of the guideline. Default: `"1.0.0"`. */
  readonly version?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillGuidelineListResponse {
  readonly page: number
  readonly page_size: number
  readonly skills: ReadonlyArray<SkillGuideline>
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillGuidelineUpdate {
  /** Category. */
  readonly category?: string | undefined
  /** Text of the message. */
  readonly content?: string | undefined
  /** Description for people. */
  readonly description?: string | undefined
  /** false switches it off. */
  readonly is_active?: boolean | undefined
  /** Name. */
  readonly name?: string | undefined
  /** Version of the guideline. */
  readonly version?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillUsageCreate {
  /** Id of the response (run). */
  readonly response_id: string
  /** Skill id. */
  readonly skill_id: string
  /** Name of the skill. */
  readonly skill_name: string
  /** Tenant id. */
  readonly tenant_id: string
  /** How relevant the skill was, 0 to 1. */
  readonly relevance_score?: number | undefined
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillUsageListResponse {
  readonly page: number
  readonly page_size: number
  readonly total: number
  readonly usages: ReadonlyArray<SkillUsageResponse>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillUsageResponse {
  readonly id: string
  readonly created_at: Date
  readonly planner_selected: boolean
  readonly response_id: string
  readonly skill_id: string
  readonly skill_name: string
  readonly tenant_id: string
  readonly updated_at: Date
  readonly effectiveness_score?: number | null
  readonly executed_at?: Date | null
  readonly execution_outcome?: OpenEnum<"success" | "partial" | "failed" | "cancelled" | "not_executed"> | null
  readonly feedback_notes?: string | null
  readonly priority?: number | null
  readonly relevance_score?: number | null
  readonly retrieved_at?: Date | null
  readonly selected_at?: Date | null
  readonly usage_reasoning?: string | null
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SkillUsageUpdate {
  /** How effective the skill was, 0 to 1. */
  readonly effectiveness_score?: number | undefined
  /** Outcome of the run. */
  readonly execution_outcome?: OpenEnum<"success" | "partial" | "failed" | "cancelled" | "not_executed"> | undefined
  /** Notes on the usage. */
  readonly feedback_notes?: string | undefined
  /** Whether the planner chose the skill. */
  readonly planner_selected?: boolean | undefined
  /** Priority. */
  readonly priority?: number | undefined
  /** Why the skill was used. */
  readonly usage_reasoning?: string | undefined
}

/**
 * Parameters of {@link listSkills}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SkillsListParams {
  /** Category of the skill. */
  readonly category?: string | undefined
  /** Default: true. */
  readonly is_active?: boolean | undefined
  /** Page number, from 1. Default: `1`. */
  readonly page?: number | undefined
  /** Rows a page. Default: `50`. */
  readonly page_size?: number | undefined
}

/**
 * Parameters of {@link createSkill}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SkillsCreateParams extends SkillGuidelineCreate {
  /** Owner of the skill. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getSkillAnalytics}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SkillsGetAnalyticsParams {
  /** Skill id. */
  readonly skill_id?: string | undefined
  /** Tenant id. */
  readonly tenant_id?: string | undefined
  /** Days to look back. */
  readonly days_back?: number | undefined
}

/**
 * Parameters of {@link listSkillUsage}.
 *
 * @since 0.1.0
 * @category models
 */
export interface SkillsListUsageParams {
  /** Skill id. */
  readonly skill_id?: string | undefined
  /** Id of the response (run). */
  readonly response_id?: string | undefined
  /** Page number, from 1. Default: `1`. */
  readonly page?: number | undefined
  /** Rows a page. Default: `50`. */
  readonly page_size?: number | undefined
}

/**
 * Parameters of {@link createSkillUsage}.
 *
 * @since 0.1.0
 * @category models
 */
export type SkillsCreateUsageParams = SkillUsageCreate

/**
 * Parameters of {@link updateSkillUsage}.
 *
 * @since 0.1.0
 * @category models
 */
export type SkillsUpdateUsageParams = SkillUsageUpdate

/**
 * Parameters of {@link updateSkill}.
 *
 * @since 0.1.0
 * @category models
 */
export type SkillsUpdateParams = SkillGuidelineUpdate

/**
 * Schema of {@link SkillEffectivenessMetrics}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkillEffectivenessMetricsSchema: R.ResponseSchema<SkillEffectivenessMetrics> =
  /*#__PURE__*/ R.struct<SkillEffectivenessMetrics>(() => ({
    avg_effectiveness: R.number,
    selection_rate: R.number,
    success_rate: R.number,
    successful_executions: R.number,
    total_retrievals: R.number,
    total_selections: R.number,
    usage_frequency: R.number,
    skill_id: R.optional(R.string)
  }))

/**
 * Schema of {@link SkillGuideline}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkillGuidelineSchema: R.ResponseSchema<SkillGuideline> = /*#__PURE__*/ R.struct<SkillGuideline>(() => ({
  id: R.string,
  content: R.string,
  created_at: R.timestamp,
  description: R.string,
  is_active: R.boolean,
  name: R.string,
  updated_at: R.timestamp,
  version: R.string,
  category: R.optional(R.string),
  tenant_id: R.optional(R.string),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link SkillGuidelineListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkillGuidelineListResponseSchema: R.ResponseSchema<SkillGuidelineListResponse> =
  /*#__PURE__*/ R.struct<SkillGuidelineListResponse>(() => ({
    page: R.number,
    page_size: R.number,
    skills: R.array(SkillGuidelineSchema),
    total: R.number
  }))

/**
 * Schema of {@link SkillUsageListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkillUsageListResponseSchema: R.ResponseSchema<SkillUsageListResponse> =
  /*#__PURE__*/ R.struct<SkillUsageListResponse>(() => ({
    page: R.number,
    page_size: R.number,
    total: R.number,
    usages: R.array(SkillUsageResponseSchema)
  }))

/**
 * Schema of {@link SkillUsageResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const SkillUsageResponseSchema: R.ResponseSchema<SkillUsageResponse> =
  /*#__PURE__*/ R.struct<SkillUsageResponse>(() => ({
    id: R.string,
    created_at: R.timestamp,
    planner_selected: R.boolean,
    response_id: R.string,
    skill_id: R.string,
    skill_name: R.string,
    tenant_id: R.string,
    updated_at: R.timestamp,
    effectiveness_score: R.optional(R.number),
    executed_at: R.optional(R.timestamp),
    execution_outcome: R.optional(R.openEnum(["success", "partial", "failed", "cancelled", "not_executed"])),
    feedback_notes: R.optional(R.string),
    priority: R.optional(R.number),
    relevance_score: R.optional(R.number),
    retrieved_at: R.optional(R.timestamp),
    selected_at: R.optional(R.timestamp),
    usage_reasoning: R.optional(R.string),
    user_id: R.optional(R.string)
  }))

/**
 * GET `/v1/skills`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSkills: Operation<SkillGuidelineListResponse, true> = {
  id: "listSkills",
  platform: "lumnis",
  resource: "skills",
  name: "list",
  method: "GET",
  path: "/v1/skills",
  query: ["category", "is_active", "page", "page_size"],
  response: "json",
  success: SkillGuidelineListResponseSchema,
  pagination: { style: "page", page: "page", size: "page_size", items: "skills", total: "total" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/skills`
 *
 * @since 0.1.0
 * @category operations
 */
export const createSkill: Operation<SkillGuideline, true> = {
  id: "createSkill",
  platform: "lumnis",
  resource: "skills",
  name: "create",
  method: "POST",
  path: "/v1/skills",
  query: ["user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SkillGuidelineSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * GET `/v1/skills/analytics`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSkillAnalytics: Operation<SkillEffectivenessMetrics, false> = {
  id: "getSkillAnalytics",
  platform: "lumnis",
  resource: "skills",
  name: "getAnalytics",
  method: "GET",
  path: "/v1/skills/analytics",
  query: ["skill_id", "tenant_id", "days_back"],
  response: "json",
  success: SkillEffectivenessMetricsSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/skills/usage`
 *
 * @since 0.1.0
 * @category operations
 */
export const listSkillUsage: Operation<SkillUsageListResponse, false> = {
  id: "listSkillUsage",
  platform: "lumnis",
  resource: "skills",
  name: "listUsage",
  method: "GET",
  path: "/v1/skills/usage",
  query: ["skill_id", "response_id", "page", "page_size"],
  response: "json",
  success: SkillUsageListResponseSchema,
  pagination: { style: "page", page: "page", size: "page_size", items: "usages", total: "total" },
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/skills/usage`
 *
 * @since 0.1.0
 * @category operations
 */
export const createSkillUsage: Operation<SkillUsageResponse, false> = {
  id: "createSkillUsage",
  platform: "lumnis",
  resource: "skills",
  name: "createUsage",
  method: "POST",
  path: "/v1/skills/usage",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SkillUsageResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "body" }
}

/**
 * PUT `/v1/skills/usage/{usage_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateSkillUsage: Operation<SkillUsageResponse, false> = {
  id: "updateSkillUsage",
  platform: "lumnis",
  resource: "skills",
  name: "updateUsage",
  method: "PUT",
  path: "/v1/skills/usage/{usage_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SkillUsageResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/skills/{skill_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getSkill: Operation<SkillGuideline, true> = {
  id: "getSkill",
  platform: "lumnis",
  resource: "skills",
  name: "get",
  method: "GET",
  path: "/v1/skills/{skill_id}",
  response: "json",
  success: SkillGuidelineSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * PUT `/v1/skills/{skill_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateSkill: Operation<SkillGuideline, true> = {
  id: "updateSkill",
  platform: "lumnis",
  resource: "skills",
  name: "update",
  method: "PUT",
  path: "/v1/skills/{skill_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SkillGuidelineSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * DELETE `/v1/skills/{skill_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteSkill: Operation<void, true> = {
  id: "deleteSkill",
  platform: "lumnis",
  resource: "skills",
  name: "delete",
  method: "DELETE",
  path: "/v1/skills/{skill_id}",
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * Skill guidelines and their usage.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List skill guidelines.
   *
   * `GET /v1/skills`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly list: (
    params?: SkillsListParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillGuidelineListResponse, ApiError | PreparedError>
  /**
   * Every page of `list`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPages: (
    params?: SkillsListParams,
    options?: RequestOptions
  ) => Stream.Stream<SkillGuidelineListResponse, ApiError | PreparedError>
  /**
   * Every item of `list`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listAll: (
    params?: SkillsListParams,
    options?: RequestOptions
  ) => Stream.Stream<SkillGuideline, ApiError | PreparedError>
  /**
   * Create a skill guideline.
   *
   * `POST /v1/skills`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly create: (
    params: SkillsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillGuideline, ApiError | PreparedError>
  /**
   * Read skill effectiveness metrics.
   *
   * `GET /v1/skills/analytics`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getAnalytics: (
    params?: SkillsGetAnalyticsParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillEffectivenessMetrics, ApiError>
  /**
   * List skill usage records.
   *
   * `GET /v1/skills/usage`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by page.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listUsage: (
    params?: SkillsListUsageParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillUsageListResponse, ApiError>
  /**
   * Every page of `listUsage`, asked for one at a time.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listUsagePages: (
    params?: SkillsListUsageParams,
    options?: RequestOptions
  ) => Stream.Stream<SkillUsageListResponse, ApiError>
  /**
   * Every item of `listUsage`, page after page.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listUsageAll: (
    params?: SkillsListUsageParams,
    options?: RequestOptions
  ) => Stream.Stream<SkillUsageResponse, ApiError>
  /**
   * Record a skill usage.
   *
   * `POST /v1/skills/usage`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly createUsage: (
    params: SkillsCreateUsageParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillUsageResponse, ApiError>
  /**
   * Update a skill usage record.
   *
   * `PUT /v1/skills/usage/{usage_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param usageId Id of the skill usage.
   */
  readonly updateUsage: (
    usageId: string,
    params?: SkillsUpdateUsageParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillUsageResponse, ApiError>
  /**
   * Read a skill guideline.
   *
   * `GET /v1/skills/{skill_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param skillId Skill id.
   */
  readonly get: (skillId: string, options?: RequestOptions) => Effect.Effect<SkillGuideline, ApiError | PreparedError>
  /**
   * Update a skill guideline.
   *
   * Partial despite the verb.
   *
   * `PUT /v1/skills/{skill_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param skillId Skill id.
   */
  readonly update: (
    skillId: string,
    params?: SkillsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<SkillGuideline, ApiError | PreparedError>
  /**
   * Delete a skill guideline.
   *
   * `DELETE /v1/skills/{skill_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param skillId Skill id.
   */
  readonly delete: (skillId: string, options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "skills",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listSkills, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listSkills, [], params, options),
    listAll: (params, options) => Pagination.items(client, listSkills, [], params, options, (page) => page.skills),
    create: (params, options) => client.request(createSkill, [], params, options),
    getAnalytics: (params, options) => client.request(getSkillAnalytics, [], params, options),
    listUsage: (params, options) => client.request(listSkillUsage, [], params, options),
    listUsagePages: (params, options) => Pagination.pages(client, listSkillUsage, [], params, options),
    listUsageAll: (params, options) =>
      Pagination.items(client, listSkillUsage, [], params, options, (page) => page.usages),
    createUsage: (params, options) => client.request(createSkillUsage, [], params, options),
    updateUsage: (usageId, params, options) => client.request(updateSkillUsage, [usageId], params, options),
    get: (skillId, options) => client.request(getSkill, [skillId], undefined, options),
    update: (skillId, params, options) => client.request(updateSkill, [skillId], params, options),
    delete: (skillId, options) => client.request(deleteSkill, [skillId], undefined, options)
  })
)
