/**
 * The resource `workflows` of LVNG platform API (reconstruction).
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
import type { ServiceHealth, Success, UnknownJson } from "./shared.js"
import { ServiceHealthSchema, SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * Structured definition made from the instruction.
 *
 * @since 0.1.0
 * @category models
 */
export interface ParsedWorkflow {
  /** Confidence of the parser. The name is not verified against the real service. */
  readonly confidence?: number | null
  readonly description?: string | null
  readonly name?: string | null
  /** How the definition was found. */
  readonly type?: string | null
}

/**
 * A stored workflow.
 *
 * @since 0.1.0
 * @category models
 */
export interface Workflow {
  /** Cookbook code treats ids as wf_ prefixed. */
  readonly id: string
  readonly description?: string | null
  readonly name?: string | null
  readonly status?: string | null
}

/**
 * A stored workflow.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowPartial {
  /** Cookbook code treats ids as wf_ prefixed. */
  readonly id?: string | null
  readonly description?: string | null
  readonly name?: string | null
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowExecuteRequest {
  /** Named inputs. */
  readonly inputs?: { readonly [key: string]: unknown } | undefined
  readonly [key: string]: unknown
}

/**
 * Workflows, under data or workflows.
 *
 * @since 0.1.0
 * @category models
 */
export type WorkflowListReply = WorkflowListReplyOption1 | WorkflowListReplyOption2

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowListReplyOption1 {
  readonly data: ReadonlyArray<Workflow>
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowListReplyOption2 {
  readonly workflows: ReadonlyArray<Workflow>
}

/**
 * @since 0.1.0
 * @category models
 */
export type WorkflowParseReply = WorkflowParseReplyOption1 | WorkflowParseReplyOption2

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowParseReplyOption1 {
  readonly success: boolean
  readonly workflow: ParsedWorkflow
}

/**
 * Cookbook spelling.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowParseReplyOption2 {
  readonly data: ParsedWorkflow
  readonly success?: boolean | null
}

/**
 * The reference page requires instruction; cookbook scripts send description. Send instruction.
 *
 * @since 0.1.0
 * @category models
 */
export type WorkflowParseRequest = WorkflowParseRequestOption1 | WorkflowParseRequestOption2

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowParseRequestOption1 {
  /** Plain-language description. */
  readonly instruction: string
  readonly context?: WorkflowParseRequestOption1Context | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowParseRequestOption1Context {
  readonly availableTools?: ReadonlyArray<string> | undefined
  readonly organizationId?: string | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WorkflowParseRequestOption2 {
  readonly description: string
}

/**
 * One execution.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowRun {
  /** Run id. */
  readonly id: string
  /** Present once the run has produced something. */
  readonly result?: unknown
  readonly status?: string | null
}

/**
 * One execution.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowRunPartial {
  /** Run id. */
  readonly id?: string | null
  /** Present once the run has produced something. */
  readonly result?: unknown
  readonly status?: string | null
}

/**
 * success + data.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowRunEnvelope {
  readonly data: WorkflowRun
  readonly success?: boolean | null
}

/**
 * success + data.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowRunEnvelopePartial {
  readonly data?: WorkflowRunPartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsCreateResponse {
  readonly data?: WorkflowPartial | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsGetResponse {
  readonly data?: WorkflowPartial | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsListRunsResponse {
  readonly data?: ReadonlyArray<WorkflowRunPartial> | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsUpdateResponse {
  readonly data?: WorkflowPartial | null
}

/**
 * Parameters of {@link listWorkflows}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsListParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createWorkflow}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsCreateParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link parseWorkflow}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsParseParams {
  /** The whole body. */
  readonly body: WorkflowParseRequest
}

/**
 * Parameters of {@link updateWorkflow}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsUpdateParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link executeWorkflow}.
 *
 * @since 0.1.0
 * @category models
 */
export type WorkflowsExecuteParams = WorkflowExecuteRequest

/**
 * Parameters of {@link listWorkflowRuns}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsListRunsParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link scheduleWorkflow}.
 *
 * @since 0.1.0
 * @category models
 */
export interface WorkflowsScheduleParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link ParsedWorkflow}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ParsedWorkflowSchema: R.ResponseSchema<ParsedWorkflow> = /*#__PURE__*/ R.struct<ParsedWorkflow>(() => ({
  confidence: R.optional(R.number),
  description: R.optional(R.string),
  name: R.optional(R.string),
  type: R.optional(R.string)
}))

/**
 * Schema of {@link Workflow}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowSchema: R.ResponseSchema<Workflow> = /*#__PURE__*/ R.struct<Workflow>(() => ({
  id: R.string,
  description: R.optional(R.string),
  name: R.optional(R.string),
  status: R.optional(R.string)
}))

/**
 * Schema of {@link WorkflowPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowPartialSchema: R.ResponseSchema<WorkflowPartial> = /*#__PURE__*/ R.struct<WorkflowPartial>(() => ({
  id: R.optional(R.string),
  description: R.optional(R.string),
  name: R.optional(R.string),
  status: R.optional(R.string)
}))

/**
 * Schema of {@link WorkflowListReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowListReplySchema: R.ResponseSchema<WorkflowListReply> = /*#__PURE__*/ R.lazy(() =>
  R.union<WorkflowListReplyOption1 | WorkflowListReplyOption2>([
    WorkflowListReplyOption1Schema,
    WorkflowListReplyOption2Schema
  ])
)

/**
 * Schema of {@link WorkflowListReplyOption1}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowListReplyOption1Schema: R.ResponseSchema<WorkflowListReplyOption1> =
  /*#__PURE__*/ R.struct<WorkflowListReplyOption1>(() => ({
    data: R.array(WorkflowSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link WorkflowListReplyOption2}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowListReplyOption2Schema: R.ResponseSchema<WorkflowListReplyOption2> =
  /*#__PURE__*/ R.struct<WorkflowListReplyOption2>(() => ({
    workflows: R.array(WorkflowSchema)
  }))

/**
 * Schema of {@link WorkflowParseReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowParseReplySchema: R.ResponseSchema<WorkflowParseReply> = /*#__PURE__*/ R.lazy(() =>
  R.union<WorkflowParseReplyOption1 | WorkflowParseReplyOption2>([
    WorkflowParseReplyOption1Schema,
    WorkflowParseReplyOption2Schema
  ])
)

/**
 * Schema of {@link WorkflowParseReplyOption1}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowParseReplyOption1Schema: R.ResponseSchema<WorkflowParseReplyOption1> =
  /*#__PURE__*/ R.struct<WorkflowParseReplyOption1>(() => ({
    success: R.boolean,
    workflow: ParsedWorkflowSchema
  }))

/**
 * Schema of {@link WorkflowParseReplyOption2}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowParseReplyOption2Schema: R.ResponseSchema<WorkflowParseReplyOption2> =
  /*#__PURE__*/ R.struct<WorkflowParseReplyOption2>(() => ({
    data: ParsedWorkflowSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link WorkflowRun}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowRunSchema: R.ResponseSchema<WorkflowRun> = /*#__PURE__*/ R.struct<WorkflowRun>(() => ({
  id: R.string,
  result: R.optional(R.unknown),
  status: R.optional(R.string)
}))

/**
 * Schema of {@link WorkflowRunPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowRunPartialSchema: R.ResponseSchema<WorkflowRunPartial> =
  /*#__PURE__*/ R.struct<WorkflowRunPartial>(() => ({
    id: R.optional(R.string),
    result: R.optional(R.unknown),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link WorkflowRunEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowRunEnvelopeSchema: R.ResponseSchema<WorkflowRunEnvelope> =
  /*#__PURE__*/ R.struct<WorkflowRunEnvelope>(() => ({
    data: WorkflowRunSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link WorkflowRunEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowRunEnvelopePartialSchema: R.ResponseSchema<WorkflowRunEnvelopePartial> =
  /*#__PURE__*/ R.struct<WorkflowRunEnvelopePartial>(() => ({
    data: R.optional(WorkflowRunPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link WorkflowsCreateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowsCreateResponseSchema: R.ResponseSchema<WorkflowsCreateResponse> =
  /*#__PURE__*/ R.struct<WorkflowsCreateResponse>(() => ({
    data: R.optional(WorkflowPartialSchema)
  }))

/**
 * Schema of {@link WorkflowsGetResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowsGetResponseSchema: R.ResponseSchema<WorkflowsGetResponse> =
  /*#__PURE__*/ R.struct<WorkflowsGetResponse>(() => ({
    data: R.optional(WorkflowPartialSchema)
  }))

/**
 * Schema of {@link WorkflowsListRunsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowsListRunsResponseSchema: R.ResponseSchema<WorkflowsListRunsResponse> =
  /*#__PURE__*/ R.struct<WorkflowsListRunsResponse>(() => ({
    data: R.optional(R.array(WorkflowRunPartialSchema))
  }))

/**
 * Schema of {@link WorkflowsUpdateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WorkflowsUpdateResponseSchema: R.ResponseSchema<WorkflowsUpdateResponse> =
  /*#__PURE__*/ R.struct<WorkflowsUpdateResponse>(() => ({
    data: R.optional(WorkflowPartialSchema)
  }))

/**
 * GET `/api/v2/workflows`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWorkflows: Operation<WorkflowListReply, false> = {
  id: "listWorkflows",
  platform: "lvng",
  resource: "workflows",
  name: "list",
  method: "GET",
  path: "/api/v2/workflows",
  query: ["limit", "offset"],
  response: "json",
  success: WorkflowListReplySchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "read" }
}

/**
 * POST `/api/v2/workflows`
 *
 * @since 0.1.0
 * @category operations
 */
export const createWorkflow: Operation<WorkflowsCreateResponse, true> = {
  id: "createWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "create",
  method: "POST",
  path: "/api/v2/workflows",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: WorkflowsCreateResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/workflows/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getWorkflowsHealth: Operation<ServiceHealth, false> = {
  id: "getWorkflowsHealth",
  platform: "lvng",
  resource: "workflows",
  name: "getHealth",
  method: "GET",
  path: "/api/v2/workflows/health",
  response: "json",
  success: ServiceHealthSchema,
  auth: false,
  prepare: false,
  platformData: { auth: "public", evidence: "documented" }
}

/**
 * POST `/api/v2/workflows/parse`
 *
 * @since 0.1.0
 * @category operations
 */
export const parseWorkflow: Operation<WorkflowParseReply, false> = {
  id: "parseWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "parse",
  method: "POST",
  path: "/api/v2/workflows/parse",
  body: "json",
  wholeBody: true,
  bodyRequired: true,
  response: "json",
  success: WorkflowParseReplySchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * GET `/api/v2/workflows/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getWorkflow: Operation<WorkflowsGetResponse, true> = {
  id: "getWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "get",
  method: "GET",
  path: "/api/v2/workflows/{id}",
  response: "json",
  success: WorkflowsGetResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/workflows/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateWorkflow: Operation<WorkflowsUpdateResponse, true> = {
  id: "updateWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "update",
  method: "PATCH",
  path: "/api/v2/workflows/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: WorkflowsUpdateResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/workflows/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteWorkflow: Operation<Success, true> = {
  id: "deleteWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/workflows/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/workflows/{id}/execute`
 *
 * @since 0.1.0
 * @category operations
 */
export const executeWorkflow: Operation<WorkflowRunEnvelope, false> = {
  id: "executeWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "execute",
  method: "POST",
  path: "/api/v2/workflows/{id}/execute",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: WorkflowRunEnvelopeSchema,
  needs: ["data.id|data.run_id|data.runId|run.id|run_id|runId|id"],
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "execute" }
}

/**
 * GET `/api/v2/workflows/{id}/runs`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWorkflowRuns: Operation<WorkflowsListRunsResponse, true> = {
  id: "listWorkflowRuns",
  platform: "lvng",
  resource: "workflows",
  name: "listRuns",
  method: "GET",
  path: "/api/v2/workflows/{id}/runs",
  query: ["limit", "offset"],
  response: "json",
  success: WorkflowsListRunsResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * GET `/api/v2/workflows/{id}/runs/{runId}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getWorkflowRun: Operation<WorkflowRunEnvelopePartial, true> = {
  id: "getWorkflowRun",
  platform: "lvng",
  resource: "workflows",
  name: "getRun",
  method: "GET",
  path: "/api/v2/workflows/{id}/runs/{runId}",
  response: "json",
  success: WorkflowRunEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/workflows/{id}/schedule`
 *
 * @since 0.1.0
 * @category operations
 */
export const scheduleWorkflow: Operation<UnknownJson, true> = {
  id: "scheduleWorkflow",
  platform: "lvng",
  resource: "workflows",
  name: "schedule",
  method: "POST",
  path: "/api/v2/workflows/{id}/schedule",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Stored workflows, parsing from text, runs.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List workflows.
   *
   * `GET /api/v2/workflows`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: seen in official example code.
   * Rate limit: 100/60s per user.
   */
  readonly list: (params?: WorkflowsListParams, options?: RequestOptions) => Effect.Effect<WorkflowListReply, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: WorkflowsListParams,
    options?: RequestOptions
  ) => Stream.Stream<WorkflowListReply, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (params?: WorkflowsListParams, options?: RequestOptions) => Stream.Stream<Workflow, ApiError>
  /**
   * Create a workflow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/workflows`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly create: (
    params?: WorkflowsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkflowsCreateResponse, ApiError | PreparedError>
  /**
   * Health of the workflow service.
   *
   * `GET /api/v2/workflows/health`
   *
   * Errors: 429, 500, 503. Needs no credential.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per ip.
   */
  readonly getHealth: (options?: RequestOptions) => Effect.Effect<ServiceHealth, ApiError>
  /**
   * Turn text into a workflow definition.
   *
   * Matches a template or generates a definition with a confidence score.
   *
   * `POST /api/v2/workflows/parse`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly parse: (
    params: WorkflowsParseParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkflowParseReply, ApiError>
  /**
   * Read a workflow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/workflows/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (id: string, options?: RequestOptions) => Effect.Effect<WorkflowsGetResponse, ApiError | PreparedError>
  /**
   * Change a workflow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/workflows/{id}`
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
    params?: WorkflowsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkflowsUpdateResponse, ApiError | PreparedError>
  /**
   * Delete a workflow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/workflows/{id}`
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
   * Start a run.
   *
   * Runs asynchronously; keep data.id and poll the run.
   *
   * `POST /api/v2/workflows/{id}/execute`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: seen in official example code.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly execute: (
    id: string,
    params?: WorkflowsExecuteParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkflowRunEnvelope, ApiError>
  /**
   * List runs of a workflow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/workflows/{id}/runs`
   *
   * Errors: 400, 401, 403, 404, 429, 500, 503. Pages by offset.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listRuns: (
    id: string,
    params?: WorkflowsListRunsParams,
    options?: RequestOptions
  ) => Effect.Effect<WorkflowsListRunsResponse, ApiError | PreparedError>
  /** Every page of `listRuns`, asked for one at a time. */
  readonly listRunsPages: (
    id: string,
    params?: WorkflowsListRunsParams,
    options?: RequestOptions
  ) => Stream.Stream<WorkflowsListRunsResponse, ApiError | PreparedError>
  /** Every item of `listRuns`, page after page. */
  readonly listRunsAll: (
    id: string,
    params?: WorkflowsListRunsParams,
    options?: RequestOptions
  ) => Stream.Stream<WorkflowRunPartial, ApiError | PreparedError>
  /**
   * Read one run.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/workflows/{id}/runs/{runId}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   * @param runId Identifier of the resource.
   */
  readonly getRun: (
    id: string,
    runId: string,
    options?: RequestOptions
  ) => Effect.Effect<WorkflowRunEnvelopePartial, ApiError | PreparedError>
  /**
   * Schedule a workflow.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/workflows/{id}/schedule`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly schedule: (
    id: string,
    params?: WorkflowsScheduleParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "workflows",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listWorkflows, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listWorkflows, [], params, options),
    listAll: (params, options) =>
      Pagination.items(client, listWorkflows, [], params, options, (page) => ("data" in page ? page.data : undefined)),
    create: (params, options) => client.request(createWorkflow, [], params, options),
    getHealth: (options) => client.request(getWorkflowsHealth, [], undefined, options),
    parse: (params, options) => client.request(parseWorkflow, [], params, options),
    get: (id, options) => client.request(getWorkflow, [id], undefined, options),
    update: (id, params, options) => client.request(updateWorkflow, [id], params, options),
    delete: (id, options) => client.request(deleteWorkflow, [id], undefined, options),
    execute: (id, params, options) => client.request(executeWorkflow, [id], params, options),
    listRuns: (id, params, options) => client.request(listWorkflowRuns, [id], params, options),
    listRunsPages: (id, params, options) => Pagination.pages(client, listWorkflowRuns, [id], params, options),
    listRunsAll: (id, params, options) =>
      Pagination.items(client, listWorkflowRuns, [id], params, options, (page) => page.data),
    getRun: (id, runId, options) => client.request(getWorkflowRun, [id, runId], undefined, options),
    schedule: (id, params, options) => client.request(scheduleWorkflow, [id], params, options)
  })
)
