/**
 * The resource `knowledge` of LVNG platform API (reconstruction).
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
import type { UnknownJson } from "./shared.js"
import { UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeGraphStatistics {
  readonly data: KnowledgeGraphStatisticsData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeGraphStatisticsData {
  readonly document_count?: number | null
  readonly entity_count?: number | null
  readonly relationship_count?: number | null
}

/**
 * No envelope; degraded when any part fails.
 *
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealth {
  readonly status: OpenEnum<"healthy" | "degraded">
  readonly crossSystem?: KnowledgeHealthCrossSystem | null
  readonly subsystems?: KnowledgeHealthSubsystems | null
  readonly timestamp?: Date | null
  readonly version?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthCrossSystem {
  readonly enabled?: boolean | null
  readonly queryService?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthSubsystems {
  readonly audio?: KnowledgeHealthSubsystemsAudio | null
  readonly code?: KnowledgeHealthSubsystemsCode | null
  readonly documents?: KnowledgeHealthSubsystemsDocuments | null
  readonly knowledgeGraph?: KnowledgeHealthSubsystemsKnowledgeGraph | null
  readonly workflows?: KnowledgeHealthSubsystemsWorkflows | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthSubsystemsAudio {
  readonly status?: string | null
  readonly voiceNotes?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthSubsystemsCode {
  readonly filesAnalyzed?: number | null
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthSubsystemsDocuments {
  readonly documentCount?: number | null
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthSubsystemsKnowledgeGraph {
  readonly connected?: boolean | null
  readonly latency?: number | null
  readonly status?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHealthSubsystemsWorkflows {
  readonly enabled?: boolean | null
  readonly status?: string | null
}

/**
 * All fields optional; readers fall back.
 *
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeHit {
  readonly content?: string | null
  /** Fallback when content is absent. */
  readonly description?: string | null
  /** Sometimes present instead of title. */
  readonly name?: string | null
  readonly score?: number | null
  readonly title?: string | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeListEntitiesResponse {
  readonly data?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeSearchReply {
  readonly data: ReadonlyArray<KnowledgeHit>
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeSearchRequest {
  readonly query: string
  readonly limit?: number | undefined
  readonly [key: string]: unknown
}

/**
 * No envelope. Only the first two blocks were seen.
 *
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeStats {
  readonly audio?: KnowledgeStatsAudio | null
  readonly documents?: KnowledgeStatsDocuments | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeStatsAudio {
  readonly totalRecordings?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeStatsDocuments {
  /** Count per document type. */
  readonly byType?: { readonly [key: string]: number } | null
  readonly total?: number | null
  readonly totalChunks?: number | null
}

/**
 * As the cookbook sends it.
 *
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeUploadRequest {
  readonly content: string
  readonly title: string
  readonly type?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link listKnowledgeEntities}.
 *
 * @since 0.1.0
 * @category models
 */
export interface KnowledgeListEntitiesParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link searchKnowledge}.
 *
 * @since 0.1.0
 * @category models
 */
export type KnowledgeSearchParams = KnowledgeSearchRequest

/**
 * Parameters of {@link uploadKnowledge}.
 *
 * @since 0.1.0
 * @category models
 */
export type KnowledgeIngestParams = KnowledgeUploadRequest

/**
 * Schema of {@link KnowledgeGraphStatistics}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeGraphStatisticsSchema: R.ResponseSchema<KnowledgeGraphStatistics> =
  /*#__PURE__*/ R.struct<KnowledgeGraphStatistics>(() => ({
    data: KnowledgeGraphStatisticsDataSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link KnowledgeGraphStatisticsData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeGraphStatisticsDataSchema: R.ResponseSchema<KnowledgeGraphStatisticsData> =
  /*#__PURE__*/ R.struct<KnowledgeGraphStatisticsData>(() => ({
    document_count: R.optional(R.number),
    entity_count: R.optional(R.number),
    relationship_count: R.optional(R.number)
  }))

/**
 * Schema of {@link KnowledgeHealth}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSchema: R.ResponseSchema<KnowledgeHealth> = /*#__PURE__*/ R.struct<KnowledgeHealth>(() => ({
  status: R.openEnum(["healthy", "degraded"]),
  crossSystem: R.optional(KnowledgeHealthCrossSystemSchema),
  subsystems: R.optional(KnowledgeHealthSubsystemsSchema),
  timestamp: R.optional(R.timestamp),
  version: R.optional(R.string)
}))

/**
 * Schema of {@link KnowledgeHealthCrossSystem}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthCrossSystemSchema: R.ResponseSchema<KnowledgeHealthCrossSystem> =
  /*#__PURE__*/ R.struct<KnowledgeHealthCrossSystem>(() => ({
    enabled: R.optional(R.boolean),
    queryService: R.optional(R.string)
  }))

/**
 * Schema of {@link KnowledgeHealthSubsystems}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSubsystemsSchema: R.ResponseSchema<KnowledgeHealthSubsystems> =
  /*#__PURE__*/ R.struct<KnowledgeHealthSubsystems>(() => ({
    audio: R.optional(KnowledgeHealthSubsystemsAudioSchema),
    code: R.optional(KnowledgeHealthSubsystemsCodeSchema),
    documents: R.optional(KnowledgeHealthSubsystemsDocumentsSchema),
    knowledgeGraph: R.optional(KnowledgeHealthSubsystemsKnowledgeGraphSchema),
    workflows: R.optional(KnowledgeHealthSubsystemsWorkflowsSchema)
  }))

/**
 * Schema of {@link KnowledgeHealthSubsystemsAudio}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSubsystemsAudioSchema: R.ResponseSchema<KnowledgeHealthSubsystemsAudio> =
  /*#__PURE__*/ R.struct<KnowledgeHealthSubsystemsAudio>(() => ({
    status: R.optional(R.string),
    voiceNotes: R.optional(R.number)
  }))

/**
 * Schema of {@link KnowledgeHealthSubsystemsCode}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSubsystemsCodeSchema: R.ResponseSchema<KnowledgeHealthSubsystemsCode> =
  /*#__PURE__*/ R.struct<KnowledgeHealthSubsystemsCode>(() => ({
    filesAnalyzed: R.optional(R.number),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link KnowledgeHealthSubsystemsDocuments}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSubsystemsDocumentsSchema: R.ResponseSchema<KnowledgeHealthSubsystemsDocuments> =
  /*#__PURE__*/ R.struct<KnowledgeHealthSubsystemsDocuments>(() => ({
    documentCount: R.optional(R.number),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link KnowledgeHealthSubsystemsKnowledgeGraph}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSubsystemsKnowledgeGraphSchema: R.ResponseSchema<KnowledgeHealthSubsystemsKnowledgeGraph> =
  /*#__PURE__*/ R.struct<KnowledgeHealthSubsystemsKnowledgeGraph>(() => ({
    connected: R.optional(R.boolean),
    latency: R.optional(R.number),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link KnowledgeHealthSubsystemsWorkflows}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHealthSubsystemsWorkflowsSchema: R.ResponseSchema<KnowledgeHealthSubsystemsWorkflows> =
  /*#__PURE__*/ R.struct<KnowledgeHealthSubsystemsWorkflows>(() => ({
    enabled: R.optional(R.boolean),
    status: R.optional(R.string)
  }))

/**
 * Schema of {@link KnowledgeHit}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeHitSchema: R.ResponseSchema<KnowledgeHit> = /*#__PURE__*/ R.struct<KnowledgeHit>(() => ({
  content: R.optional(R.string),
  description: R.optional(R.string),
  name: R.optional(R.string),
  score: R.optional(R.number),
  title: R.optional(R.string)
}))

/**
 * Schema of {@link KnowledgeListEntitiesResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeListEntitiesResponseSchema: R.ResponseSchema<KnowledgeListEntitiesResponse> =
  /*#__PURE__*/ R.struct<KnowledgeListEntitiesResponse>(() => ({
    data: R.optional(R.array(R.object))
  }))

/**
 * Schema of {@link KnowledgeSearchReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeSearchReplySchema: R.ResponseSchema<KnowledgeSearchReply> =
  /*#__PURE__*/ R.struct<KnowledgeSearchReply>(() => ({
    data: R.array(KnowledgeHitSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link KnowledgeStats}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeStatsSchema: R.ResponseSchema<KnowledgeStats> = /*#__PURE__*/ R.struct<KnowledgeStats>(() => ({
  audio: R.optional(KnowledgeStatsAudioSchema),
  documents: R.optional(KnowledgeStatsDocumentsSchema)
}))

/**
 * Schema of {@link KnowledgeStatsAudio}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeStatsAudioSchema: R.ResponseSchema<KnowledgeStatsAudio> =
  /*#__PURE__*/ R.struct<KnowledgeStatsAudio>(() => ({
    totalRecordings: R.optional(R.number)
  }))

/**
 * Schema of {@link KnowledgeStatsDocuments}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const KnowledgeStatsDocumentsSchema: R.ResponseSchema<KnowledgeStatsDocuments> =
  /*#__PURE__*/ R.struct<KnowledgeStatsDocuments>(() => ({
    byType: R.optional(R.record(R.number)),
    total: R.optional(R.number),
    totalChunks: R.optional(R.number)
  }))

/**
 * GET `/api/knowledge-graph/entities`
 *
 * @since 0.1.0
 * @category operations
 */
export const listKnowledgeEntities: Operation<KnowledgeListEntitiesResponse, true> = {
  id: "listKnowledgeEntities",
  platform: "lvng",
  resource: "knowledge",
  name: "listEntities",
  method: "GET",
  path: "/api/knowledge-graph/entities",
  query: ["limit", "offset"],
  response: "json",
  success: KnowledgeListEntitiesResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "knowledge:read" }
}

/**
 * GET `/api/knowledge-graph/statistics`
 *
 * @since 0.1.0
 * @category operations
 */
export const getKnowledgeGraphStatistics: Operation<KnowledgeGraphStatistics, false> = {
  id: "getKnowledgeGraphStatistics",
  platform: "lvng",
  resource: "knowledge",
  name: "getGraphStatistics",
  method: "GET",
  path: "/api/knowledge-graph/statistics",
  response: "json",
  success: KnowledgeGraphStatisticsSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "knowledge:read" }
}

/**
 * GET `/api/knowledge/health`
 *
 * @since 0.1.0
 * @category operations
 */
export const getKnowledgeHealth: Operation<KnowledgeHealth, false> = {
  id: "getKnowledgeHealth",
  platform: "lvng",
  resource: "knowledge",
  name: "getHealth",
  method: "GET",
  path: "/api/knowledge/health",
  response: "json",
  success: KnowledgeHealthSchema,
  auth: false,
  prepare: false,
  platformData: { auth: "public", evidence: "documented" }
}

/**
 * POST `/api/knowledge/search`
 *
 * @since 0.1.0
 * @category operations
 */
export const searchKnowledge: Operation<KnowledgeSearchReply, false> = {
  id: "searchKnowledge",
  platform: "lvng",
  resource: "knowledge",
  name: "search",
  method: "POST",
  path: "/api/knowledge/search",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: KnowledgeSearchReplySchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "knowledge:read" }
}

/**
 * GET `/api/knowledge/stats`
 *
 * @since 0.1.0
 * @category operations
 */
export const getKnowledgeStats: Operation<KnowledgeStats, false> = {
  id: "getKnowledgeStats",
  platform: "lvng",
  resource: "knowledge",
  name: "getStats",
  method: "GET",
  path: "/api/knowledge/stats",
  response: "json",
  success: KnowledgeStatsSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "knowledge:read" }
}

/**
 * POST `/api/knowledge/upload`
 *
 * @since 0.1.0
 * @category operations
 */
export const uploadKnowledge: Operation<UnknownJson, false> = {
  id: "uploadKnowledge",
  platform: "lvng",
  resource: "knowledge",
  name: "ingest",
  method: "POST",
  path: "/api/knowledge/upload",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "example", scope: "knowledge:write" }
}

/**
 * Knowledge subsystems and graph; mounted outside v2.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List graph entities.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/knowledge-graph/entities`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly listEntities: (
    params?: KnowledgeListEntitiesParams,
    options?: RequestOptions
  ) => Effect.Effect<KnowledgeListEntitiesResponse, ApiError | PreparedError>
  /** Every page of `listEntities`, asked for one at a time. */
  readonly listEntitiesPages: (
    params?: KnowledgeListEntitiesParams,
    options?: RequestOptions
  ) => Stream.Stream<KnowledgeListEntitiesResponse, ApiError | PreparedError>
  /** Every item of `listEntities`, page after page. */
  readonly listEntitiesAll: (
    params?: KnowledgeListEntitiesParams,
    options?: RequestOptions
  ) => Stream.Stream<{ readonly [key: string]: unknown }, ApiError | PreparedError>
  /**
   * Counts in the graph.
   *
   * `GET /api/knowledge-graph/statistics`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: seen in official example code.
   * Rate limit: 100/60s per user.
   */
  readonly getGraphStatistics: (options?: RequestOptions) => Effect.Effect<KnowledgeGraphStatistics, ApiError>
  /**
   * Health of every knowledge part.
   *
   * `GET /api/knowledge/health`
   *
   * Errors: 429, 500, 503. Needs no credential.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per ip.
   */
  readonly getHealth: (options?: RequestOptions) => Effect.Effect<KnowledgeHealth, ApiError>
  /**
   * Search the knowledge base.
   *
   * `POST /api/knowledge/search`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: seen in official example code.
   * Rate limit: 100/60s per user.
   */
  readonly search: (
    params: KnowledgeSearchParams,
    options?: RequestOptions
  ) => Effect.Effect<KnowledgeSearchReply, ApiError>
  /**
   * Figures over all parts.
   *
   * `GET /api/knowledge/stats`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   */
  readonly getStats: (options?: RequestOptions) => Effect.Effect<KnowledgeStats, ApiError>
  /**
   * Add a text document.
   *
   * `POST /api/knowledge/upload`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: seen in official example code.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly ingest: (params: KnowledgeIngestParams, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "knowledge",
  (client: ApiClient): Service => ({
    listEntities: (params, options) => client.request(listKnowledgeEntities, [], params, options),
    listEntitiesPages: (params, options) => Pagination.pages(client, listKnowledgeEntities, [], params, options),
    listEntitiesAll: (params, options) =>
      Pagination.items(client, listKnowledgeEntities, [], params, options, (page) => page.data),
    getGraphStatistics: (options) => client.request(getKnowledgeGraphStatistics, [], undefined, options),
    getHealth: (options) => client.request(getKnowledgeHealth, [], undefined, options),
    search: (params, options) => client.request(searchKnowledge, [], params, options),
    getStats: (options) => client.request(getKnowledgeStats, [], undefined, options),
    ingest: (params, options) => client.request(uploadKnowledge, [], params, options)
  })
)
