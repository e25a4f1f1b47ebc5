/**
 * The resource `files` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError, StreamError } from "@trilum/core/ApiError"
import type { FileInput } from "@trilum/core/FileInput"
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
export interface BulkDeleteRequest {
  /** File ids. */
  readonly file_ids: ReadonlyArray<string>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkDeleteResponse {
  readonly deleted?: ReadonlyArray<string> | null
  readonly failed?: ReadonlyArray<string> | null
  readonly hard_delete?: boolean | null
  readonly total_requested?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface BulkUploadResponse {
  readonly failed: ReadonlyArray<{ readonly [key: string]: unknown }>
  readonly total_failed: number
  readonly total_uploaded: number
  readonly uploaded: ReadonlyArray<FileUploadResponse>
}

/**
 * @since 0.1.0
 * @category models
 */
export type ContentType = OpenEnum<"text" | "transcript" | "summary" | "structured">

/**
 * @since 0.1.0
 * @category models
 */
export type DuplicateHandling = "error" | "skip" | "replace" | "suffix"

/**
 * @since 0.1.0
 * @category models
 */
export interface FileChunk {
  /** Format: uuid. */
  readonly id: string
  readonly chunk_index: number
  readonly chunk_text: string
  readonly end_line?: number | null
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly similarity_score?: number | null
  readonly start_line?: number | null
  readonly token_count?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FileContentResponse {
  readonly content_type: ContentType
  /** Format: uuid. */
  readonly file_id: string
  readonly text: string
  readonly end_line?: number | null
  readonly metadata?: { readonly [key: string]: unknown } | null
  readonly start_line?: number | null
  readonly total_lines?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FileDeleteResult {
  readonly file_id?: string | null
  readonly hard_delete?: boolean | null
  readonly message?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FileListResponse {
  readonly files: ReadonlyArray<FileMetadata>
  readonly has_more: boolean
  readonly limit: number
  readonly page: number
  readonly total_count: number
}

/**
 * A stored file and its processing state.
 *
 * @since 0.1.0
 * @category models
 */
export interface FileMetadata {
  /** Format: uuid. */
  readonly id: string
  readonly chunks_embedded: number
  readonly created_at: Date
  readonly file_name: string
  readonly file_scope: FileScope
  readonly file_size: number
  readonly file_type: string
  readonly mime_type: string
  readonly original_file_name: string
  readonly processing_status: ProcessingStatus
  /** Format: uuid. */
  readonly tenant_id: string
  readonly total_chunks: number
  readonly updated_at: Date
  readonly blob_url?: string | null
  readonly deleted_at?: Date | null
  readonly error_message?: string | null
  /** Lower case, at most 10 tags of at most 50 characters. */
  readonly tags?: ReadonlyArray<string> | null
  /** Format: uuid. */
  readonly user_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type FileScope = OpenEnum<"user" | "tenant">

/**
 * @since 0.1.0
 * @category models
 */
export type FileScopeInput = "user" | "tenant"

/**
 * @since 0.1.0
 * @category models
 */
export interface FileSearchResponse {
  readonly query: string
  readonly results: ReadonlyArray<FileSearchResult>
  readonly total_count: number
  readonly processing_time_ms?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FileSearchResult {
  readonly chunks: ReadonlyArray<FileChunk>
  readonly file: FileMetadata
  readonly overall_score: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FileStatisticsResponse {
  readonly average_file_size_bytes: number
  readonly files_by_scope: { readonly [key: string]: number }
  readonly files_by_status: { readonly [key: string]: number }
  readonly files_by_type: { readonly [key: string]: number }
  readonly total_files: number
  readonly total_size_bytes: number
  readonly average_processing_time_seconds?: number | null
  readonly storage_usage_percentage?: number | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FileUploadResponse {
  /** Format: uuid. */
  readonly file_id: string
  readonly file_name: string
  readonly message: string
  readonly status: ProcessingStatus
}

/**
 * @since 0.1.0
 * @category models
 */
export type ProcessingStatus = OpenEnum<"pending" | "parsing" | "embedding" | "completed" | "partial_success" | "error">

/**
 * Poll target after an upload.
 *
 * @since 0.1.0
 * @category models
 */
export interface ProcessingStatusResponse {
  readonly chunks_embedded: number
  readonly progress_percentage: number
  readonly status: ProcessingStatus
  readonly total_chunks: number
  readonly error_message?: string | null
  readonly estimated_time_remaining_seconds?: number | null
  readonly jobs?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
}

/**
 * Parameters of {@link listFiles}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesListParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** user or tenant. */
  readonly scope?: FileScopeInput | undefined
  /** Extension such as pdf. */
  readonly file_type?: string | undefined
  /** Only rows in this status. */
  readonly status?: ProcessingStatus | undefined
  readonly tags?: string | undefined
  /** Page number, from 1. Default: `1`. */
  readonly page?: number | undefined
  /** Rows a page. Default: `20`. */
  readonly limit?: number | undefined
}

/**
 * Parameters of {@link bulkDeleteFiles}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesBulkDeleteParams extends BulkDeleteRequest {
  /** Deletes the content, too. Otherwise the files are only marked as deleted. Default: `true`. */
  readonly hard_delete?: boolean | undefined
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link bulkUploadFiles}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesBulkUploadParams {
  /** One repeated part named files per file. */
  readonly files: ReadonlyArray<FileInput>
  readonly scope: FileScopeInput
  /** Tags. */
  readonly tags?: string | undefined
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link searchFiles}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesSearchParams {
  /** Search text. */
  readonly query: string
  /** Only files of these types. */
  readonly file_types?: ReadonlyArray<string> | undefined
  /** Most results. Default: `10`. */
  readonly limit?: number | undefined
  /** Least score of a hit, 0 to 1. Default: `0`. */
  readonly min_score?: number | undefined
  /** Tags. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** User whose files are searched: UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link uploadFile}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesUploadParams {
  /** The file. */
  readonly file: FileInput
  readonly scope: FileScopeInput
  /** What to do when the name exists. Default: `"suffix"`. */
  readonly duplicate_handling?: DuplicateHandling | undefined
  readonly tags?: string | undefined
  /** Required when scope is user. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getFile}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesGetParams {
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link deleteFile}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesDeleteParams {
  /** true deletes the content, too; false only marks the file as deleted. Default: `true`. */
  readonly hard_delete?: boolean | undefined
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getFileContent}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesGetContentParams {
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
  /** Kind of the extracted text. */
  readonly content_type?: ContentType | undefined
  /** First line, from 1. */
  readonly start_line?: number | undefined
  /** Not before start_line. */
  readonly end_line?: number | undefined
}

/**
 * Parameters of {@link downloadFile}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesDownloadParams {
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateFileScope}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesUpdateScopeParams {
  readonly scope: FileScopeInput
  /** User the call acts for: UUID or email. Format: uuid. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link getFileStatus}.
 *
 * @since 0.1.0
 * @category models
 */
export interface FilesGetStatusParams {
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
}

/**
 * Schema of {@link BulkDeleteResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkDeleteResponseSchema: R.ResponseSchema<BulkDeleteResponse> =
  /*#__PURE__*/ R.struct<BulkDeleteResponse>(() => ({
    deleted: R.optional(R.array(R.string)),
    failed: R.optional(R.array(R.string)),
    hard_delete: R.optional(R.boolean),
    total_requested: R.optional(R.number)
  }))

/**
 * Schema of {@link BulkUploadResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const BulkUploadResponseSchema: R.ResponseSchema<BulkUploadResponse> =
  /*#__PURE__*/ R.struct<BulkUploadResponse>(() => ({
    failed: R.array(R.object),
    total_failed: R.number,
    total_uploaded: R.number,
    uploaded: R.array(FileUploadResponseSchema)
  }))

/**
 * Schema of {@link ContentType}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ContentTypeSchema: R.ResponseSchema<ContentType> = /*#__PURE__*/ R.openEnum([
  "text",
  "transcript",
  "summary",
  "structured"
])

/**
 * Schema of {@link FileChunk}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileChunkSchema: R.ResponseSchema<FileChunk> = /*#__PURE__*/ R.struct<FileChunk>(() => ({
  id: R.string,
  chunk_index: R.number,
  chunk_text: R.string,
  end_line: R.optional(R.number),
  metadata: R.optional(R.object),
  similarity_score: R.optional(R.number),
  start_line: R.optional(R.number),
  token_count: R.optional(R.number)
}))

/**
 * Schema of {@link FileContentResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileContentResponseSchema: R.ResponseSchema<FileContentResponse> =
  /*#__PURE__*/ R.struct<FileContentResponse>(() => ({
    content_type: ContentTypeSchema,
    file_id: R.string,
    text: R.string,
    end_line: R.optional(R.number),
    metadata: R.optional(R.object),
    start_line: R.optional(R.number),
    total_lines: R.optional(R.number)
  }))

/**
 * Schema of {@link FileDeleteResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileDeleteResultSchema: R.ResponseSchema<FileDeleteResult> = /*#__PURE__*/ R.struct<FileDeleteResult>(
  () => ({
    file_id: R.optional(R.string),
    hard_delete: R.optional(R.boolean),
    message: R.optional(R.string)
  })
)

/**
 * Schema of {@link FileListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileListResponseSchema: R.ResponseSchema<FileListResponse> = /*#__PURE__*/ R.struct<FileListResponse>(
  () => ({
    files: R.array(FileMetadataSchema),
    has_more: R.boolean,
    limit: R.number,
    page: R.number,
    total_count: R.number
  })
)

/**
 * Schema of {@link FileMetadata}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileMetadataSchema: R.ResponseSchema<FileMetadata> = /*#__PURE__*/ R.struct<FileMetadata>(() => ({
  id: R.string,
  chunks_embedded: R.number,
  created_at: R.timestamp,
  file_name: R.string,
  file_scope: FileScopeSchema,
  file_size: R.number,
  file_type: R.string,
  mime_type: R.string,
  original_file_name: R.string,
  processing_status: ProcessingStatusSchema,
  tenant_id: R.string,
  total_chunks: R.number,
  updated_at: R.timestamp,
  blob_url: R.optional(R.string),
  deleted_at: R.optional(R.timestamp),
  error_message: R.optional(R.string),
  tags: R.optional(R.array(R.string)),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link FileScope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileScopeSchema: R.ResponseSchema<FileScope> = /*#__PURE__*/ R.openEnum(["user", "tenant"])

/**
 * Schema of {@link FileSearchResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileSearchResponseSchema: R.ResponseSchema<FileSearchResponse> =
  /*#__PURE__*/ R.struct<FileSearchResponse>(() => ({
    query: R.string,
    results: R.array(FileSearchResultSchema),
    total_count: R.number,
    processing_time_ms: R.optional(R.number)
  }))

/**
 * Schema of {@link FileSearchResult}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileSearchResultSchema: R.ResponseSchema<FileSearchResult> = /*#__PURE__*/ R.struct<FileSearchResult>(
  () => ({
    chunks: R.array(FileChunkSchema),
    file: FileMetadataSchema,
    overall_score: R.number
  })
)

/**
 * Schema of {@link FileStatisticsResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileStatisticsResponseSchema: R.ResponseSchema<FileStatisticsResponse> =
  /*#__PURE__*/ R.struct<FileStatisticsResponse>(() => ({
    average_file_size_bytes: R.number,
    files_by_scope: R.record(R.number),
    files_by_status: R.record(R.number),
    files_by_type: R.record(R.number),
    total_files: R.number,
    total_size_bytes: R.number,
    average_processing_time_seconds: R.optional(R.number),
    storage_usage_percentage: R.optional(R.number)
  }))

/**
 * Schema of {@link FileUploadResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const FileUploadResponseSchema: R.ResponseSchema<FileUploadResponse> =
  /*#__PURE__*/ R.struct<FileUploadResponse>(() => ({
    file_id: R.string,
    file_name: R.string,
    message: R.string,
    status: ProcessingStatusSchema
  }))

/**
 * Schema of {@link ProcessingStatus}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProcessingStatusSchema: R.ResponseSchema<ProcessingStatus> = /*#__PURE__*/ R.openEnum([
  "pending",
  "parsing",
  "embedding",
  "completed",
  "partial_success",
  "error"
])

/**
 * Schema of {@link ProcessingStatusResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ProcessingStatusResponseSchema: R.ResponseSchema<ProcessingStatusResponse> =
  /*#__PURE__*/ R.struct<ProcessingStatusResponse>(() => ({
    chunks_embedded: R.number,
    progress_percentage: R.number,
    status: ProcessingStatusSchema,
    total_chunks: R.number,
    error_message: R.optional(R.string),
    estimated_time_remaining_seconds: R.optional(R.number),
    jobs: R.optional(R.array(R.object))
  }))

/**
 * GET `/v1/files`
 *
 * @since 0.1.0
 * @category operations
 */
export const listFiles: Operation<FileListResponse, true> = {
  id: "listFiles",
  platform: "lumnis",
  resource: "files",
  name: "list",
  method: "GET",
  path: "/v1/files",
  query: ["user_id", "scope", "file_type", "status", "tags", "page", "limit"],
  response: "json",
  success: FileListResponseSchema,
  pagination: { style: "page", page: "page", size: "limit", items: "files", total: "total_count", hasMore: "has_more" },
  secrets: { answer: ["files.*.blob_url"] },
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * DELETE `/v1/files/bulk`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkDeleteFiles: Operation<BulkDeleteResponse, true> = {
  id: "bulkDeleteFiles",
  platform: "lumnis",
  resource: "files",
  name: "bulkDelete",
  method: "DELETE",
  path: "/v1/files/bulk",
  query: ["hard_delete", "user_id"],
  body: "json",
  bodyRequired: true,
  response: "json",
  success: BulkDeleteResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/files/bulk-upload`
 *
 * @since 0.1.0
 * @category operations
 */
export const bulkUploadFiles: Operation<BulkUploadResponse, true> = {
  id: "bulkUploadFiles",
  platform: "lumnis",
  resource: "files",
  name: "bulkUpload",
  method: "POST",
  path: "/v1/files/bulk-upload",
  body: "multipart",
  bodyRequired: true,
  response: "json",
  success: BulkUploadResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "form" }
}

/**
 * POST `/v1/files/search`
 *
 * @since 0.1.0
 * @category operations
 */
export const searchFiles: Operation<FileSearchResponse, true> = {
  id: "searchFiles",
  platform: "lumnis",
  resource: "files",
  name: "search",
  method: "POST",
  path: "/v1/files/search",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FileSearchResponseSchema,
  idempotencyKey: true,
  secrets: { answer: ["results.*.file.blob_url"] },
  prepare: true,
  platformData: { scope: "either", userIdIn: "body" }
}

/**
 * GET `/v1/files/statistics`
 *
 * @since 0.1.0
 * @category operations
 */
export const getFileStatistics: Operation<FileStatisticsResponse, false> = {
  id: "getFileStatistics",
  platform: "lumnis",
  resource: "files",
  name: "getStatistics",
  method: "GET",
  path: "/v1/files/statistics",
  response: "json",
  success: FileStatisticsResponseSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/files/upload`
 *
 * @since 0.1.0
 * @category operations
 */
export const uploadFile: Operation<FileUploadResponse, true> = {
  id: "uploadFile",
  platform: "lumnis",
  resource: "files",
  name: "upload",
  method: "POST",
  path: "/v1/files/upload",
  body: "multipart",
  bodyRequired: true,
  response: "json",
  success: FileUploadResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "form" }
}

/**
 * GET `/v1/files/{file_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getFile: Operation<FileMetadata, true> = {
  id: "getFile",
  platform: "lumnis",
  resource: "files",
  name: "get",
  method: "GET",
  path: "/v1/files/{file_id}",
  query: ["user_id"],
  response: "json",
  success: FileMetadataSchema,
  secrets: { answer: ["blob_url"] },
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * DELETE `/v1/files/{file_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteFile: Operation<FileDeleteResult, true> = {
  id: "deleteFile",
  platform: "lumnis",
  resource: "files",
  name: "delete",
  method: "DELETE",
  path: "/v1/files/{file_id}",
  query: ["hard_delete", "user_id"],
  response: "json",
  success: FileDeleteResultSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * GET `/v1/files/{file_id}/content`
 *
 * @since 0.1.0
 * @category operations
 */
export const getFileContent: Operation<FileContentResponse, true> = {
  id: "getFileContent",
  platform: "lumnis",
  resource: "files",
  name: "getContent",
  method: "GET",
  path: "/v1/files/{file_id}/content",
  query: ["user_id", "content_type", "start_line", "end_line"],
  response: "json",
  success: FileContentResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * GET `/v1/files/{file_id}/download`
 *
 * @since 0.1.0
 * @category operations
 */
export const downloadFile: Operation<void, true> = {
  id: "downloadFile",
  platform: "lumnis",
  resource: "files",
  name: "download",
  method: "GET",
  path: "/v1/files/{file_id}/download",
  query: ["user_id"],
  response: "bytes",
  success: R.none,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * PATCH `/v1/files/{file_id}/scope`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateFileScope: Operation<FileMetadata, true> = {
  id: "updateFileScope",
  platform: "lumnis",
  resource: "files",
  name: "updateScope",
  method: "PATCH",
  path: "/v1/files/{file_id}/scope",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: FileMetadataSchema,
  idempotencyKey: true,
  secrets: { answer: ["blob_url"] },
  prepare: true,
  platformData: { scope: "either", userIdIn: "body" }
}

/**
 * GET `/v1/files/{file_id}/status`
 *
 * @since 0.1.0
 * @category operations
 */
export const getFileStatus: Operation<ProcessingStatusResponse, true> = {
  id: "getFileStatus",
  platform: "lumnis",
  resource: "files",
  name: "getStatus",
  method: "GET",
  path: "/v1/files/{file_id}/status",
  query: ["user_id"],
  response: "json",
  success: ProcessingStatusResponseSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * File storage, processing and search.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List files.
   *
   * `GET /v1/files`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly list: (
    params?: FilesListParams,
    options?: RequestOptions
  ) => Effect.Effect<FileListResponse, ApiError | PreparedError>
  /**
   * Every page of `list`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPages: (
    params?: FilesListParams,
    options?: RequestOptions
  ) => Stream.Stream<FileListResponse, ApiError | PreparedError>
  /**
   * Every item of `list`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listAll: (
    params?: FilesListParams,
    options?: RequestOptions
  ) => Stream.Stream<FileMetadata, ApiError | PreparedError>
  /**
   * Delete several files.
   *
   * `DELETE /v1/files/bulk`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly bulkDelete: (
    params: FilesBulkDeleteParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkDeleteResponse, ApiError | PreparedError>
  /**
   * Upload several files.
   *
   * Partial success: inspect failed and total_failed.
   *
   * `POST /v1/files/bulk-upload`
   *
   * Errors: 400, 401, 403, 413, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly bulkUpload: (
    params: FilesBulkUploadParams,
    options?: RequestOptions
  ) => Effect.Effect<BulkUploadResponse, ApiError | PreparedError>
  /**
   * Semantic search over file chunks.
   *
   * `POST /v1/files/search`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly search: (
    params: FilesSearchParams,
    options?: RequestOptions
  ) => Effect.Effect<FileSearchResponse, ApiError | PreparedError>
  /**
   * Read file statistics.
   *
   * `GET /v1/files/statistics`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getStatistics: (options?: RequestOptions) => Effect.Effect<FileStatisticsResponse, ApiError>
  /**
   * Upload a file.
   *
   * Processing continues after the reply; poll the status of the file. With duplicate_handling "error" the upload fails
   * when the name exists.
   *
   * `POST /v1/files/upload`
   *
   * Errors: 400, 401, 403, 409, 413, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly upload: (
    params: FilesUploadParams,
    options?: RequestOptions
  ) => Effect.Effect<FileUploadResponse, ApiError | PreparedError>
  /**
   * Read file metadata.
   *
   * `GET /v1/files/{file_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param fileId File id.
   */
  readonly get: (
    fileId: string,
    params?: FilesGetParams,
    options?: RequestOptions
  ) => Effect.Effect<FileMetadata, ApiError | PreparedError>
  /**
   * Delete a file.
   *
   * `DELETE /v1/files/{file_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param fileId File id.
   */
  readonly delete: (
    fileId: string,
    params?: FilesDeleteParams,
    options?: RequestOptions
  ) => Effect.Effect<FileDeleteResult, ApiError | PreparedError>
  /**
   * Read extracted text.
   *
   * `GET /v1/files/{file_id}/content`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param fileId File id.
   */
  readonly getContent: (
    fileId: string,
    params?: FilesGetContentParams,
    options?: RequestOptions
  ) => Effect.Effect<FileContentResponse, ApiError | PreparedError>
  /**
   * Download the original bytes.
   *
   * The bytes, directly or by a redirect to storage. The credential does not follow the redirect.
   *
   * The body as it arrives.
   *
   * `GET /v1/files/{file_id}/download`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Redirects: 302, 307.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param fileId File id.
   */
  readonly download: (
    fileId: string,
    params?: FilesDownloadParams,
    options?: RequestOptions
  ) => Stream.Stream<Uint8Array, ApiError | StreamError | PreparedError>
  /**
   * Move a file between user and tenant scope.
   *
   * Owner only.
   *
   * `PATCH /v1/files/{file_id}/scope`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param fileId File id.
   */
  readonly updateScope: (
    fileId: string,
    params: FilesUpdateScopeParams,
    options?: RequestOptions
  ) => Effect.Effect<FileMetadata, ApiError | PreparedError>
  /**
   * Read processing progress.
   *
   * `GET /v1/files/{file_id}/status`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param fileId File id.
   */
  readonly getStatus: (
    fileId: string,
    params?: FilesGetStatusParams,
    options?: RequestOptions
  ) => Effect.Effect<ProcessingStatusResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "files",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listFiles, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listFiles, [], params, options),
    listAll: (params, options) => Pagination.items(client, listFiles, [], params, options, (page) => page.files),
    bulkDelete: (params, options) => client.request(bulkDeleteFiles, [], params, options),
    bulkUpload: (params, options) => client.request(bulkUploadFiles, [], params, options),
    search: (params, options) => client.request(searchFiles, [], params, options),
    getStatistics: (options) => client.request(getFileStatistics, [], undefined, options),
    upload: (params, options) => client.request(uploadFile, [], params, options),
    get: (fileId, params, options) => client.request(getFile, [fileId], params, options),
    delete: (fileId, params, options) => client.request(deleteFile, [fileId], params, options),
    getContent: (fileId, params, options) => client.request(getFileContent, [fileId], params, options),
    download: (fileId, params, options) => client.stream(downloadFile, [fileId], params, options),
    updateScope: (fileId, params, options) => client.request(updateFileScope, [fileId], params, options),
    getStatus: (fileId, params, options) => client.request(getFileStatus, [fileId], params, options)
  })
)
