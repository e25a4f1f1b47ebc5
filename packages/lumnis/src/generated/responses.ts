/**
 * The resource `responses` of Lumnis AI REST API (wire contract).
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
import type {
  ChatMessageInput,
  ColumnKind,
  ContentIntelligenceOutputName,
  CriteriaClassificationInput,
  CriterionDefinitionInput,
  CriterionType,
  ModelType,
  PostsDateRange,
  ResponseObject,
  ResponseStatus
} from "./shared.js"
import { ResponseObjectSchema, ResponseStatusSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface AddAndRunCriterionRequest {
  readonly criterion_text: string
  readonly answer_format?: string | undefined
  readonly column_kind?: ColumnKind | undefined
  readonly suggested_column_name?: string | undefined
  /** Default: `true`. */
  readonly web_verify?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AddCriterionRequest {
  readonly column_name: string
  readonly criterion_text: string
  readonly criterion_type?: CriterionType | undefined
  readonly weight?: number | undefined
}

/**
 * How the agent team runs. Only what is set is sent.
 *
 * @since 0.1.0
 * @category models
 */
export interface AgentConfig {
  /** Agent mode. The same setting exists as options.agent_mode. Default: `"auto"`. */
  readonly agent_mode?: OpenEnum<"auto" | "single_agent" | "multi_agent"> | undefined
  readonly coordinator_model_name?: string | null | undefined
  /** Default: `"REASONING_MODEL"`. */
  readonly coordinator_model_type?: ModelType | undefined
  /** Default: `true`. */
  readonly enable_task_validation?: boolean | undefined
  readonly fast_model_name?: string | null | undefined
  readonly final_response_model_name?: string | null | undefined
  /** Default: `false`. */
  readonly generate_comprehensive_output?: boolean | undefined
  /** provider:model, wins over the type. */
  readonly orchestrator_model_name?: string | null | undefined
  /** Default: `"REASONING_MODEL"`. */
  readonly orchestrator_model_type?: ModelType | null | undefined
  /** Legacy plan strategy, e.g. hypertree. */
  readonly plan_strategy?: string | undefined
  readonly planner_model_name?: string | null | undefined
  /** Default: `"SMART_MODEL"`. */
  readonly planner_model_type?: ModelType | undefined
  readonly skill_ids?: ReadonlyArray<string> | null | undefined
  /** Default: `true`. */
  readonly use_cognitive_tools?: boolean | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactList {
  readonly artifacts: ReadonlyArray<ArtifactObject>
  readonly limit: number
  readonly offset: number
  readonly total: number
}

/**
 * Metadata of a stored artifact.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactObject {
  /** Format: uuid. */
  readonly artifact_id: string
  readonly bytes: number
  readonly created_at: Date
  readonly mime_type: string
  readonly name: string
  /** Format: uuid. */
  readonly response_id: string
  readonly uri: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CancelResponseResult {
  readonly message?: string | null
  /** cancelled, or the status the run ended with. */
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CreateFeedbackResult {
  readonly created_at: Date
  /** Format: uuid. */
  readonly feedback_id: string
}

/**
 * Acknowledgement. A thread is created implicitly when none was named.
 *
 * @since 0.1.0
 * @category models
 */
export interface CreateResponseResponse {
  readonly created_at: Date
  /** Format: uuid. */
  readonly response_id: string
  readonly status: ResponseStatus
  /** Format: uuid. */
  readonly thread_id: string
  /** Format: uuid. */
  readonly tenant_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Feedback {
  readonly created_at: Date
  /** Format: uuid. */
  readonly feedback_id: string
  readonly feedback_text: string
  readonly feedback_type: FeedbackType
  readonly is_consumed: boolean
  /** Format: uuid. */
  readonly response_id: string
  /** Format: uuid. */
  readonly tenant_id: string
  readonly consumed_at?: Date | null
  /** Format: uuid. */
  readonly progress_id?: string | null
  readonly tool_args_update?: { readonly [key: string]: unknown } | null
  readonly tool_call_id?: string | null
  /** Format: uuid. */
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FeedbackList {
  readonly consumed_count: number
  readonly feedback: ReadonlyArray<Feedback>
  /** Format: uuid. */
  readonly response_id: string
  readonly total_feedback: number
  readonly unconsumed_count: number
  /** Constant explanatory text. */
  readonly note?: string | null
  /** Format: uuid. */
  readonly progress_id_filter?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type FeedbackType = OpenEnum<"suggestion" | "correction" | "guidance">

/**
 * @since 0.1.0
 * @category models
 */
export interface FileAttachment {
  readonly name: string
  /**
   * Artifact id (artifact_...) or a URI (http, https, s3, gs, gcs, file, ftp, ftps, blob, data). A local path is
   * invalid.
   */
  readonly uri: string
  readonly mime_type?: string | null | undefined
  readonly size_bytes?: number | null | undefined
}

/**
 * Models of this run by type.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelOverrides {
  /** provider:model */
  readonly cheap_model?: string | null | undefined
  /** provider:model */
  readonly fast_model?: string | null | undefined
  /** provider:model */
  readonly reasoning_model?: string | null | undefined
  /** provider:model */
  readonly smart_model?: string | null | undefined
  /** provider:model */
  readonly vision_model?: string | null | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export type PostEngagementType = OpenEnum<"reactor" | "commenter">

/**
 * @since 0.1.0
 * @category models
 */
export interface ResponseList {
  readonly limit: number
  readonly offset: number
  readonly responses: ReadonlyArray<ResponseObject>
  readonly total: number
}

/**
 * Parameters of a specialised agent. Unknown keys are allowed.
 *
 * @since 0.1.0
 * @category models
 */
export interface SpecializedAgentParams {
  readonly add_and_run_criterion?: string | AddAndRunCriterionRequest | undefined
  readonly add_criterion?: AddCriterionRequest | undefined
  /** people_scoring only. Every item needs linkedin_url, email or a non empty emails list; keys verbatim. */
  readonly candidate_profiles?: ReadonlyArray<{ readonly [key: string]: unknown }> | undefined
  readonly company?: string | undefined
  readonly company_context?: string | undefined
  readonly company_examples?: ReadonlyArray<string> | undefined
  readonly competitors?: ReadonlyArray<string> | undefined
  readonly criteria_classification?: CriteriaClassificationInput | undefined
  readonly criteria_definitions?: ReadonlyArray<CriterionDefinitionInput> | undefined
  readonly crm_exclusion_owners?: ReadonlyArray<string> | undefined
  /** Default: `true`. */
  readonly crm_name_company_match?: boolean | undefined
  readonly data_sources?: ReadonlyArray<OpenEnum<"PDL" | "CORESIGNAL" | "CRUST_DATA">> | undefined
  readonly deep_search_criteria_model?: string | undefined
  /** Default: `true`. */
  readonly deep_validation_backfill_below_criteria?: boolean | undefined
  /** Default: `true`. */
  readonly deep_validation_use_relevance_reranker?: boolean | undefined
  readonly deep_verify?: OpenEnum<"off" | "auto" | "always"> | undefined
  readonly direct_post_urls?: ReadonlyArray<string> | undefined
  /** Default: `true`. */
  readonly direct_posts_extract_author?: boolean | undefined
  /** Default: `true`. */
  readonly direct_posts_extract_commenters?: boolean | undefined
  /** Default: `true`. */
  readonly direct_posts_extract_reactors?: boolean | undefined
  /** Default: `100`. */
  readonly direct_posts_max_comments?: number | undefined
  /** Default: `500`. */
  readonly direct_posts_max_reactors?: number | undefined
  /** Default: `0.15`. */
  readonly engagement_score_weight?: number | undefined
  /** Default: `["reactor","commenter"]`. */
  readonly engagement_types?: ReadonlyArray<PostEngagementType> | undefined
  readonly exa_results_per_query?: number | undefined
  /** Default: `true`. */
  readonly exclude_competitor_employees?: boolean | undefined
  /** Default: `true`. */
  readonly exclude_crm_contacts?: boolean | undefined
  readonly exclude_names?: ReadonlyArray<string> | undefined
  /** Default: `false`. */
  readonly exclude_previously_contacted?: boolean | undefined
  readonly exclude_profiles?: ReadonlyArray<string> | undefined
  readonly exclude_urls?: ReadonlyArray<string> | undefined
  /** Default: `["Founder","Co-Founder","CEO","CTO","COO","CFO","CRO","CMO","VP","Chief"]`. */
  readonly exec_titles?: ReadonlyArray<string> | undefined
  /** Default: `true`. */
  readonly expand_exclusion_via_discovery?: boolean | undefined
  readonly expand_from_response?: string | undefined
  /** Default: `1`. */
  readonly hops?: number | undefined
  /** Default: `true`. */
  readonly include_company_posts?: boolean | undefined
  /** Default: `"auto"`. */
  readonly include_engagement_in_score?: "auto" | boolean | undefined
  /** Default: `true`. */
  readonly include_exec_posts?: boolean | undefined
  /** Range depends on the agent: quick_people_search 1-100 (default 20), the others 1-1000. */
  readonly limit?: number | undefined
  /** Default: `3`. */
  readonly max_candidates_per_company?: number | undefined
  readonly max_comments_per_post?: number | undefined
  /** Default: `10`. */
  readonly max_competitors?: number | undefined
  /** Default: `100`. */
  readonly max_engagements_per_rep?: number | undefined
  /** Default: `5`. */
  readonly max_execs_per_target?: number | undefined
  /** Default: `5`. */
  readonly max_posts_per_target?: number | undefined
  readonly max_reactors_per_post?: number | undefined
  /** Default: `20`. */
  readonly max_reps_per_competitor?: number | undefined
  readonly outputs?: ReadonlyArray<ContentIntelligenceOutputName> | undefined
  /** Default: `20`. */
  readonly people_per_next_hop?: number | undefined
  /** Default: `"past-month"`. */
  readonly posts_date_range?: PostsDateRange | undefined
  /** Default: `false`. */
  readonly posts_enable_enrichment?: boolean | undefined
  /** Default: `true`. */
  readonly posts_enable_filtering?: boolean | undefined
  /** Default: `true`. */
  readonly posts_extract_author?: boolean | undefined
  readonly posts_extract_commenters?: boolean | undefined
  readonly posts_extract_reactors?: boolean | undefined
  /** Default: `"reactors"`. */
  readonly posts_fields?: OpenEnum<"reactors" | "comments" | "reactors,comments"> | undefined
  /** Default: `5000`. */
  readonly posts_max_comments?: number | undefined
  readonly posts_max_keywords?: number | undefined
  /** Default: `5000`. */
  readonly posts_max_reactors?: number | undefined
  /** Default: `50`. */
  readonly posts_max_results?: number | undefined
  readonly posts_per_hop?: number | undefined
  readonly rep_titles?: ReadonlyArray<string> | undefined
  readonly requested_candidates?: number | undefined
  /** Default: `true`. */
  readonly restrict_engagement_to_tenure?: boolean | undefined
  readonly reuse_criteria_from?: string | undefined
  readonly reuse_package_from?: string | undefined
  readonly run_single_criterion?: string | undefined
  /** Default: `false`. */
  readonly search_connections?: boolean | undefined
  /** Default: `false`. */
  readonly search_job_signal?: "auto" | boolean | undefined
  /** Default: `"auto"`. */
  readonly search_posts?: "auto" | boolean | undefined
  /** Default: `true`. */
  readonly search_profiles?: "auto" | boolean | undefined
  /** Default: `false`. */
  readonly thorough_enrichment?: boolean | undefined
  readonly [key: string]: unknown
}

/**
 * Agent to route to instead of the general one.
 *
 * @since 0.1.0
 * @category models
 */
export type SpecializedAgentType = OpenEnum<
  | "quick_people_search"
  | "deep_people_search"
  | "people_scoring"
  | "competitor_post_engagement"
  | "competitor_rep_engagement"
  | "content_intelligence"
  | "engagement_expansion"
>

/**
 * Parameters of {@link listResponses}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponsesListParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  readonly status?: ResponseStatus | undefined
  /** Created on or after this day. Format: date. */
  readonly start_date?: string | undefined
  /** Created on or before this day. Format: date. */
  readonly end_date?: string | undefined
  /** Only responses in this status. Not verified against the real service. Format: uuid. */
  readonly thread_id?: string | undefined
  /** Rows a page. Default: `50`. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createResponse}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponsesCreateParams {
  /** Messages of the run, in order. */
  readonly messages: ReadonlyArray<ChatMessageInput>
  readonly agent_config?: AgentConfig | undefined
  /** Older API reference capture only. */
  readonly agent_effort?: "low" | "medium" | "high" | undefined
  /** Older API reference capture only. */
  readonly cost_cap_usd?: number | undefined
  /** Files of the run: artifact ids or URIs. */
  readonly files?: ReadonlyArray<FileAttachment> | undefined
  readonly model_overrides?: ModelOverrides | undefined
  /**
   * Free form request options, e.g. agent_mode, or the CRM exclusion switches of quick_people_search
   * (exclude_crm_contacts, crm_exclusion_owners, crm_name_company_match).
   */
  readonly options?: { readonly [key: string]: unknown } | undefined
  /** Older API reference capture only. Default: `5`. */
  readonly priority?: number | undefined
  /**
   * A plain JSON Schema object. Must be sent byte for byte: no key conversion (additionalProperties, minLength, $defs
   * and user property names must survive).
   */
  readonly response_format?: { readonly [key: string]: unknown } | undefined
  /** Hints for the structured output, in words. */
  readonly response_format_instructions?: string | undefined
  readonly specialized_agent?: SpecializedAgentType | undefined
  readonly specialized_agent_params?: SpecializedAgentParams | undefined
  /** Thread to continue. Default: a new one. Format: uuid. */
  readonly thread_id?: string | undefined
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getResponse}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponsesGetParams {
  /** Seconds the server may hold the request until something changes. */
  readonly wait?: number | undefined
}

/**
 * Parameters of {@link listResponseArtifacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponsesListArtifactsParams {
  /** Rows a page. Default: `50`. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link listResponseFeedback}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponsesListFeedbackParams {
  /** Only feedback on this progress entry. Format: uuid. */
  readonly progress_id?: string | undefined
}

/**
 * Parameters of {@link createResponseFeedback}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponsesCreateFeedbackParams {
  /** Text of the feedback. */
  readonly feedback_text: string
  /** Kind of feedback. Default: `"suggestion"`. */
  readonly feedback_type?: FeedbackType | undefined
  /** Progress entry the feedback is aimed at. */
  readonly progress_id?: string | undefined
  /** New tool arguments, keys verbatim; needs tool_call_id. */
  readonly tool_args_update?: { readonly [key: string]: unknown } | undefined
  /** Tool call that the feedback is about. */
  readonly tool_call_id?: string | undefined
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Schema of {@link ArtifactList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactListSchema: R.ResponseSchema<ArtifactList> = /*#__PURE__*/ R.struct<ArtifactList>(() => ({
  artifacts: R.array(ArtifactObjectSchema),
  limit: R.number,
  offset: R.number,
  total: R.number
}))

/**
 * Schema of {@link ArtifactObject}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactObjectSchema: R.ResponseSchema<ArtifactObject> = /*#__PURE__*/ R.struct<ArtifactObject>(() => ({
  artifact_id: R.string,
  bytes: R.number,
  created_at: R.timestamp,
  mime_type: R.string,
  name: R.string,
  response_id: R.string,
  uri: R.string
}))

/**
 * Schema of {@link CancelResponseResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CancelResponseResultSchema: R.ResponseSchema<CancelResponseResult> =
  /*#__PURE__*/ R.struct<CancelResponseResult>(() => ({
    message: R.optional(R.string),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link CreateFeedbackResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CreateFeedbackResultSchema: R.ResponseSchema<CreateFeedbackResult> =
  /*#__PURE__*/ R.struct<CreateFeedbackResult>(() => ({
    created_at: R.timestamp,
    feedback_id: R.string
  }))

/**
 * Schema of {@link CreateResponseResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const CreateResponseResponseSchema: R.ResponseSchema<CreateResponseResponse> =
  /*#__PURE__*/ R.struct<CreateResponseResponse>(() => ({
    created_at: R.timestamp,
    response_id: R.string,
    status: ResponseStatusSchema,
    thread_id: R.string,
    tenant_id: R.optional(R.string)
  }))

/**
 * Schema of {@link Feedback}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FeedbackSchema: R.ResponseSchema<Feedback> = /*#__PURE__*/ R.struct<Feedback>(() => ({
  created_at: R.timestamp,
  feedback_id: R.string,
  feedback_text: R.string,
  feedback_type: FeedbackTypeSchema,
  is_consumed: R.boolean,
  response_id: R.string,
  tenant_id: R.string,
  consumed_at: R.optional(R.timestamp),
  progress_id: R.optional(R.string),
  tool_args_update: R.optional(R.object),
  tool_call_id: R.optional(R.string),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link FeedbackList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FeedbackListSchema: R.ResponseSchema<FeedbackList> = /*#__PURE__*/ R.struct<FeedbackList>(() => ({
  consumed_count: R.number,
  feedback: R.array(FeedbackSchema),
  response_id: R.string,
  total_feedback: R.number,
  unconsumed_count: R.number,
  note: R.optional(R.string),
  progress_id_filter: R.optional(R.string)
}))

/**
 * Schema of {@link FeedbackType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FeedbackTypeSchema: R.ResponseSchema<FeedbackType> = /*#__PURE__*/ R.openEnum([
  "suggestion",
  "correction",
  "guidance"
])

/**
 * Schema of {@link ResponseList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseListSchema: R.ResponseSchema<ResponseList> = /*#__PURE__*/ R.struct<ResponseList>(() => ({
  limit: R.number,
  offset: R.number,
  responses: R.array(ResponseObjectSchema),
  total: R.number
}))

/**
 * GET `/v1/responses`
 *
 * @since 0.1.0
 * @category operations
 */
export const listResponses: Operation<ResponseList, true> = {
  id: "listResponses",
  platform: "lumnis",
  resource: "responses",
  name: "list",
  method: "GET",
  path: "/v1/responses",
  query: ["user_id", "status", "start_date", "end_date", "thread_id", "limit", "offset"],
  response: "json",
  success: ResponseListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "responses", total: "total" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/responses`
 *
 * @since 0.1.0
 * @category operations
 */
export const createResponse: Operation<CreateResponseResponse, true> = {
  id: "createResponse",
  platform: "lumnis",
  resource: "responses",
  name: "create",
  method: "POST",
  path: "/v1/responses",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CreateResponseResponseSchema,
  needs: ["response_id"],
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "body" }
}

/**
 * GET `/v1/responses/{response_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getResponse: Operation<ResponseObject, true> = {
  id: "getResponse",
  platform: "lumnis",
  resource: "responses",
  name: "get",
  method: "GET",
  path: "/v1/responses/{response_id}",
  query: ["wait"],
  response: "json",
  success: ResponseObjectSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/responses/{response_id}/artifacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const listResponseArtifacts: Operation<ArtifactList, true> = {
  id: "listResponseArtifacts",
  platform: "lumnis",
  resource: "responses",
  name: "listArtifacts",
  method: "GET",
  path: "/v1/responses/{response_id}/artifacts",
  query: ["limit", "offset"],
  response: "json",
  success: ArtifactListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "artifacts", total: "total" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/responses/{response_id}/cancel`
 *
 * @since 0.1.0
 * @category operations
 */
export const cancelResponse: Operation<CancelResponseResult, true> = {
  id: "cancelResponse",
  platform: "lumnis",
  resource: "responses",
  name: "cancel",
  method: "POST",
  path: "/v1/responses/{response_id}/cancel",
  response: "json",
  success: CancelResponseResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/responses/{response_id}/feedback`
 *
 * @since 0.1.0
 * @category operations
 */
export const listResponseFeedback: Operation<FeedbackList, true> = {
  id: "listResponseFeedback",
  platform: "lumnis",
  resource: "responses",
  name: "listFeedback",
  method: "GET",
  path: "/v1/responses/{response_id}/feedback",
  query: ["progress_id"],
  response: "json",
  success: FeedbackListSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * POST `/v1/responses/{response_id}/feedback`
 *
 * @since 0.1.0
 * @category operations
 */
export const createResponseFeedback: Operation<CreateFeedbackResult, true> = {
  id: "createResponseFeedback",
  platform: "lumnis",
  resource: "responses",
  name: "createFeedback",
  method: "POST",
  path: "/v1/responses/{response_id}/feedback",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: CreateFeedbackResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "body" }
}

/**
 * Asynchronous agent runs, artifacts and feedback.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List responses.
   *
   * `GET /v1/responses`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly list: (
    params?: ResponsesListParams,
    options?: RequestOptions
  ) => Effect.Effect<ResponseList, ApiError | PreparedError>
  /**
   * Every page of `list`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPages: (
    params?: ResponsesListParams,
    options?: RequestOptions
  ) => Stream.Stream<ResponseList, ApiError | PreparedError>
  /**
   * Every item of `list`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listAll: (
    params?: ResponsesListParams,
    options?: RequestOptions
  ) => Stream.Stream<ResponseObject, ApiError | PreparedError>
  /**
   * Start an agent run.
   *
   * Returns at once with a queued or running response; poll the response for the outcome. The same Idempotency-Key
   * returns the original response.
   *
   * `POST /v1/responses`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly create: (
    params: ResponsesCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<CreateResponseResponse, ApiError | PreparedError>
  /**
   * Read a response, optionally long polling.
   *
   * `GET /v1/responses/{response_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param responseId Id of the response (run).
   */
  readonly get: (
    responseId: string,
    params?: ResponsesGetParams,
    options?: RequestOptions
  ) => Effect.Effect<ResponseObject, ApiError | PreparedError>
  /**
   * List artifacts of a response.
   *
   * `GET /v1/responses/{response_id}/artifacts`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param responseId Id of the response (run).
   */
  readonly listArtifacts: (
    responseId: string,
    params?: ResponsesListArtifactsParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactList, ApiError | PreparedError>
  /**
   * Every page of `listArtifacts`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listArtifactsPages: (
    responseId: string,
    params?: ResponsesListArtifactsParams,
    options?: RequestOptions
  ) => Stream.Stream<ArtifactList, ApiError | PreparedError>
  /**
   * Every item of `listArtifacts`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listArtifactsAll: (
    responseId: string,
    params?: ResponsesListArtifactsParams,
    options?: RequestOptions
  ) => Stream.Stream<ArtifactObject, ApiError | PreparedError>
  /**
   * Cancel a queued or running response.
   *
   * Returns a small status object, not the response.
   *
   * `POST /v1/responses/{response_id}/cancel`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param responseId Id of the response (run).
   */
  readonly cancel: (
    responseId: string,
    options?: RequestOptions
  ) => Effect.Effect<CancelResponseResult, ApiError | PreparedError>
  /**
   * List feedback of a response.
   *
   * `GET /v1/responses/{response_id}/feedback`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param responseId Id of the response (run).
   */
  readonly listFeedback: (
    responseId: string,
    params?: ResponsesListFeedbackParams,
    options?: RequestOptions
  ) => Effect.Effect<FeedbackList, ApiError | PreparedError>
  /**
   * Send feedback to a running response.
   *
   * The agent consumes feedback while it works, in the order it was sent.
   *
   * `POST /v1/responses/{response_id}/feedback`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param responseId Id of the response (run).
   */
  readonly createFeedback: (
    responseId: string,
    params: ResponsesCreateFeedbackParams,
    options?: RequestOptions
  ) => Effect.Effect<CreateFeedbackResult, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "responses",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listResponses, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listResponses, [], params, options),
    listAll: (params, options) =>
      Pagination.items(client, listResponses, [], params, options, (page) => page.responses),
    create: (params, options) => client.request(createResponse, [], params, options),
    get: (responseId, params, options) => client.request(getResponse, [responseId], params, options),
    listArtifacts: (responseId, params, options) =>
      client.request(listResponseArtifacts, [responseId], params, options),
    listArtifactsPages: (responseId, params, options) =>
      Pagination.pages(client, listResponseArtifacts, [responseId], params, options),
    listArtifactsAll: (responseId, params, options) =>
      Pagination.items(client, listResponseArtifacts, [responseId], params, options, (page) => page.artifacts),
    cancel: (responseId, options) => client.request(cancelResponse, [responseId], undefined, options),
    listFeedback: (responseId, params, options) => client.request(listResponseFeedback, [responseId], params, options),
    createFeedback: (responseId, params, options) =>
      client.request(createResponseFeedback, [responseId], params, options)
  })
)
