/**
 * The resource `artifacts` of LVNG platform API (reconstruction).
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
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * A stored artifact. Keep unknown fields.
 *
 * @since 0.1.0
 * @category models
 */
export interface Artifact {
  readonly id: string
  /** String in the cookbook. */
  readonly content?: unknown
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly status?: string | null
  readonly title?: string | null
  readonly type?: string | null
}

/**
 * A stored artifact. Keep unknown fields.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactPartial {
  readonly id?: string | null
  /** String in the cookbook. */
  readonly content?: unknown
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly status?: string | null
  readonly title?: string | null
  readonly type?: string | null
}

/**
 * As the cookbook sends it.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactCreate {
  readonly content: string
  readonly title: string
  /** Reference values are the ArtifactType enum; cookbook scripts send report and document. */
  readonly type: string
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  readonly [key: string]: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactEnvelope {
  readonly data: Artifact
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactEnvelopePartial {
  readonly data?: ArtifactPartial | null
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactMeta {
  readonly data: ArtifactMetaData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArtifactMetaData {
  /** Upper-case name to value. */
  readonly statuses: { readonly [key: string]: ArtifactStatus }
  /** Upper-case name to value. */
  readonly types: { readonly [key: string]: ArtifactType }
}

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactStatus = OpenEnum<"draft" | "pending_review" | "approved" | "rejected" | "superseded">

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactStatusInput = "draft" | "pending_review" | "approved" | "rejected" | "superseded"

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactType = OpenEnum<
  | "task_plan"
  | "implementation_plan"
  | "walkthrough"
  | "verification_proof"
  | "decision_record"
  | "plan_mode"
  | "code_change"
  | "research_summary"
>

/**
 * @since 0.1.0
 * @category models
 */
export type ArtifactTypeInput =
  | "task_plan"
  | "implementation_plan"
  | "walkthrough"
  | "verification_proof"
  | "decision_record"
  | "plan_mode"
  | "code_change"
  | "research_summary"

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsListResponse {
  readonly data?: ReadonlyArray<ArtifactPartial> | null
  readonly success?: boolean | null
}

/**
 * Parameters of {@link listArtifacts}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsListParams {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
  /** Filter. */
  readonly type?: ArtifactTypeInput | undefined
  /** Filter. */
  readonly status?: ArtifactStatusInput | undefined
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsCreateParams extends ArtifactCreate {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
}

/**
 * Parameters of {@link getArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsGetParams {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
}

/**
 * Parameters of {@link updateArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsUpdateParams {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link deleteArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsDeleteParams {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
}

/**
 * Parameters of {@link addArtifactComment}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsAddCommentParams {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link supersedeArtifact}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ArtifactsSupersedeParams {
  /**
   * Workspace context of artifact calls; alternative to the workspace_id query parameter. One of the two is required.
   */
  readonly "x-workspace-id"?: string | undefined
  /** Workspace context of artifact calls; alternative to the x-workspace-id header. */
  readonly workspace_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Artifact}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactSchema: R.ResponseSchema<Artifact> = /*#__PURE__*/ R.struct<Artifact>(() => ({
  id: R.string,
  content: R.optional(R.unknown),
  metadata: R.optional(R.object),
  status: R.optional(R.string),
  title: R.optional(R.string),
  type: R.optional(R.string)
}))

/**
 * Schema of {@link ArtifactPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactPartialSchema: R.ResponseSchema<ArtifactPartial> = /*#__PURE__*/ R.struct<ArtifactPartial>(() => ({
  id: R.optional(R.string),
  content: R.optional(R.unknown),
  metadata: R.optional(R.object),
  status: R.optional(R.string),
  title: R.optional(R.string),
  type: R.optional(R.string)
}))

/**
 * Schema of {@link ArtifactEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactEnvelopeSchema: R.ResponseSchema<ArtifactEnvelope> = /*#__PURE__*/ R.struct<ArtifactEnvelope>(
  () => ({
    data: ArtifactSchema,
    success: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link ArtifactEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactEnvelopePartialSchema: R.ResponseSchema<ArtifactEnvelopePartial> =
  /*#__PURE__*/ R.struct<ArtifactEnvelopePartial>(() => ({
    data: R.optional(ArtifactPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ArtifactMeta}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactMetaSchema: R.ResponseSchema<ArtifactMeta> = /*#__PURE__*/ R.struct<ArtifactMeta>(() => ({
  data: ArtifactMetaDataSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link ArtifactMetaData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactMetaDataSchema: R.ResponseSchema<ArtifactMetaData> = /*#__PURE__*/ R.struct<ArtifactMetaData>(
  () => ({
    statuses: R.record(ArtifactStatusSchema),
    types: R.record(ArtifactTypeSchema)
  })
)

/**
 * Schema of {@link ArtifactStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactStatusSchema: R.ResponseSchema<ArtifactStatus> = /*#__PURE__*/ R.openEnum([
  "draft",
  "pending_review",
  "approved",
  "rejected",
  "superseded"
])

/**
 * Schema of {@link ArtifactType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactTypeSchema: R.ResponseSchema<ArtifactType> = /*#__PURE__*/ R.openEnum([
  "task_plan",
  "implementation_plan",
  "walkthrough",
  "verification_proof",
  "decision_record",
  "plan_mode",
  "code_change",
  "research_summary"
])

/**
 * Schema of {@link ArtifactsListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ArtifactsListResponseSchema: R.ResponseSchema<ArtifactsListResponse> =
  /*#__PURE__*/ R.struct<ArtifactsListResponse>(() => ({
    data: R.optional(R.array(ArtifactPartialSchema)),
    success: R.optional(R.boolean)
  }))

/**
 * GET `/api/v2/artifacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const listArtifacts: Operation<ArtifactsListResponse, false> = {
  id: "listArtifacts",
  platform: "lvng",
  resource: "artifacts",
  name: "list",
  method: "GET",
  path: "/api/v2/artifacts",
  query: ["workspace_id", "type", "status", "limit", "offset"],
  headers: ["x-workspace-id"],
  response: "json",
  success: ArtifactsListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/artifacts`
 *
 * @since 0.1.0
 * @category operations
 */
export const createArtifact: Operation<ArtifactEnvelope, false> = {
  id: "createArtifact",
  platform: "lvng",
  resource: "artifacts",
  name: "create",
  method: "POST",
  path: "/api/v2/artifacts",
  query: ["workspace_id"],
  headers: ["x-workspace-id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ArtifactEnvelopeSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "write" }
}

/**
 * GET `/api/v2/artifacts/meta/types`
 *
 * @since 0.1.0
 * @category operations
 */
export const getArtifactTypes: Operation<ArtifactMeta, false> = {
  id: "getArtifactTypes",
  platform: "lvng",
  resource: "artifacts",
  name: "getTypes",
  method: "GET",
  path: "/api/v2/artifacts/meta/types",
  response: "json",
  success: ArtifactMetaSchema,
  auth: false,
  prepare: false,
  platformData: { auth: "public", evidence: "documented" }
}

/**
 * GET `/api/v2/artifacts/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getArtifact: Operation<ArtifactEnvelopePartial, true> = {
  id: "getArtifact",
  platform: "lvng",
  resource: "artifacts",
  name: "get",
  method: "GET",
  path: "/api/v2/artifacts/{id}",
  query: ["workspace_id"],
  headers: ["x-workspace-id"],
  response: "json",
  success: ArtifactEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/artifacts/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateArtifact: Operation<ArtifactEnvelopePartial, true> = {
  id: "updateArtifact",
  platform: "lvng",
  resource: "artifacts",
  name: "update",
  method: "PATCH",
  path: "/api/v2/artifacts/{id}",
  query: ["workspace_id"],
  headers: ["x-workspace-id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ArtifactEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/artifacts/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteArtifact: Operation<Success, true> = {
  id: "deleteArtifact",
  platform: "lvng",
  resource: "artifacts",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/artifacts/{id}",
  query: ["workspace_id"],
  headers: ["x-workspace-id"],
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/artifacts/{id}/comments`
 *
 * @since 0.1.0
 * @category operations
 */
export const addArtifactComment: Operation<UnknownJson, true> = {
  id: "addArtifactComment",
  platform: "lvng",
  resource: "artifacts",
  name: "addComment",
  method: "POST",
  path: "/api/v2/artifacts/{id}/comments",
  query: ["workspace_id"],
  headers: ["x-workspace-id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/artifacts/{id}/supersede`
 *
 * @since 0.1.0
 * @category operations
 */
export const supersedeArtifact: Operation<UnknownJson, true> = {
  id: "supersedeArtifact",
  platform: "lvng",
  resource: "artifacts",
  name: "supersede",
  method: "POST",
  path: "/api/v2/artifacts/{id}/supersede",
  query: ["workspace_id"],
  headers: ["x-workspace-id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Proof objects made while agents work.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List artifacts.
   *
   * Needs a workspace context.
   *
   * `GET /api/v2/artifacts`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 120/60s per user.
   */
  readonly list: (
    params?: ArtifactsListParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactsListResponse, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: ArtifactsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ArtifactsListResponse, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (params?: ArtifactsListParams, options?: RequestOptions) => Stream.Stream<ArtifactPartial, ApiError>
  /**
   * Store an artifact.
   *
   * `POST /api/v2/artifacts`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: seen in official example code.
   * Rate limit: 120/60s per user.
   */
  readonly create: (
    params: ArtifactsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactEnvelope, ApiError>
  /**
   * Known types and statuses.
   *
   * `GET /api/v2/artifacts/meta/types`
   *
   * Errors: 429, 500, 503. Needs no credential.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per ip.
   */
  readonly getTypes: (options?: RequestOptions) => Effect.Effect<ArtifactMeta, ApiError>
  /**
   * Read an artifact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/artifacts/{id}`
   *
   * Errors: 400, 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 120/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (
    id: string,
    params?: ArtifactsGetParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactEnvelopePartial, ApiError | PreparedError>
  /**
   * Change an artifact, its status included.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/artifacts/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 120/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly update: (
    id: string,
    params?: ArtifactsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<ArtifactEnvelopePartial, ApiError | PreparedError>
  /**
   * Delete an artifact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/artifacts/{id}`
   *
   * Errors: 400, 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 120/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (
    id: string,
    params?: ArtifactsDeleteParams,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Comment on an artifact.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/artifacts/{id}/comments`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 120/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly addComment: (
    id: string,
    params?: ArtifactsAddCommentParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Replace an artifact by a newer one.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/artifacts/{id}/supersede`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 120/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly supersede: (
    id: string,
    params?: ArtifactsSupersedeParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "artifacts",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listArtifacts, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listArtifacts, [], params, options),
    listAll: (params, options) => Pagination.items(client, listArtifacts, [], params, options, (page) => page.data),
    create: (params, options) => client.request(createArtifact, [], params, options),
    getTypes: (options) => client.request(getArtifactTypes, [], undefined, options),
    get: (id, params, options) => client.request(getArtifact, [id], params, options),
    update: (id, params, options) => client.request(updateArtifact, [id], params, options),
    delete: (id, params, options) => client.request(deleteArtifact, [id], params, options),
    addComment: (id, params, options) => client.request(addArtifactComment, [id], params, options),
    supersede: (id, params, options) => client.request(supersedeArtifact, [id], params, options)
  })
)
