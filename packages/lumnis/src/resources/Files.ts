/**
 * Files for agents: upload, processing, search and download.
 *
 * @since 0.1.0
 */

import * as ApiError from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/files.js"
import * as Check from "../internal/check.js"
import * as FileDownload from "../internal/fileDownload.js"
import * as FileUpload from "../internal/fileUpload.js"
import type { Connection } from "../Platform.js"
import { detailsOf, FileAccessDeniedError, FileNotFoundError, FileProcessingError } from "../ResourceError.js"
import * as Upload from "../Upload.js"

/** The errors that the errors of files replace. */
type Replaced = ApiError.NotFoundError | ApiError.PermissionDeniedError

/**
 * The errors of calls about files: `FileNotFoundError` for 404 and `FileAccessDeniedError` for 403, on every route.
 *
 * @since 0.1.0
 * @category errors
 */
export type FileFailure =
  | Exclude<ApiError.ApiError, Replaced>
  | PreparedError
  | FileNotFoundError
  | FileAccessDeniedError

/**
 * @since 0.1.0
 * @category models
 */
export interface ListParams extends Omit<Generated.FilesListParams, "tags"> {
  /** Only files that have all of these tags. */
  readonly tags?: string | ReadonlyArray<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WaitParams extends Polling.WaitOptions {
  /** Required for files of user scope. */
  readonly user_id?: string | undefined
  /**
   * Called with every status, including the last one; see `Upload.percentage`. An exception is logged at debug level.
   */
  readonly onStatus?: ((status: Generated.ProcessingStatusResponse) => void) | undefined
}

type Failed = Exclude<FileFailure, PreparedError>

const scopes = ["user", "tenant"]
const handling = ["error", "skip", "replace", "suffix"]
const mostTags = 10
const longestTag = 50
const mostResults = 50

const tagsProblem = (tags: string | ReadonlyArray<string> | undefined): Check.Problem => {
  if (tags === undefined) return undefined
  if (typeof tags !== "string" && !(Array.isArray(tags) && tags.every((tag) => typeof tag === "string"))) {
    return "tags must be a string or a list of strings"
  }
  const comma = typeof tags === "string" ? undefined : tags.find((tag) => tag.includes(","))
  if (comma !== undefined) return `the tag "${comma}" has a comma; pass it as two tags`
  const sent = Upload.normalizeTags(tags)
  const long = sent.find((tag) => tag.length > longestTag)
  if (long !== undefined) return `a tag has ${long.length} characters; it may have at most ${longestTag}`
  return sent.length > mostTags ? `there are ${sent.length} tags; a file may have at most ${mostTags}` : undefined
}

const joined = (tags: string | ReadonlyArray<string> | undefined): string | undefined => {
  const sent = tags === undefined ? [] : Upload.normalizeTags(tags)
  return sent.length === 0 ? undefined : sent.join(",")
}

/** The file id of a failed call, if the call has one. */
const fileIdOf = (operation: string | undefined, first: unknown): string | undefined =>
  operation !== undefined && withId.has(operation) && typeof first === "string" ? first : undefined

const withId = new Set(
  [
    Generated.getFile,
    Generated.deleteFile,
    Generated.getFileContent,
    Generated.downloadFile,
    Generated.updateFileScope,
    Generated.getFileStatus
  ].map(({ id }) => id)
)

const isReplaced = <F>(failure: F): failure is F & Replaced =>
  failure instanceof ApiError.NotFoundError || failure instanceof ApiError.PermissionDeniedError

const replace = <F>(failure: F, first: unknown): Exclude<F, Replaced> | FileNotFoundError | FileAccessDeniedError => {
  // TypeScript does not narrow a type parameter.
  if (!isReplaced(failure)) return failure as Exclude<F, Replaced>
  const details = { ...detailsOf(failure), fileId: fileIdOf(failure.operation, first) }
  return failure instanceof ApiError.NotFoundError ? new FileNotFoundError(details) : new FileAccessDeniedError(details)
}

const checked = /* @__PURE__ */ Check.resource(Generated.resource, {
  search: (params) =>
    Check.first(
      Check.text("query", params.query),
      Check.whole("limit", params.limit, 1, mostResults),
      Check.between("min_score", params.min_score, 0, 1),
      tagsProblem(params.tags ?? undefined)
    ),
  getContent: (_, params) =>
    Check.first(
      Check.whole("start_line", params?.start_line, 1),
      Check.whole("end_line", params?.end_line, 1),
      params?.end_line !== undefined && params.end_line < (params.start_line ?? 1)
        ? "end_line must not be less than start_line"
        : undefined
    ),
  updateScope: (_, { scope }) => Check.first(Check.text("scope", scope), Check.oneOf("scope", scope, scopes)),
  bulkDelete: ({ file_ids }) => Check.first(Check.size("file_ids", file_ids, 1), Check.texts("file_ids", file_ids))
})

const mapped = /* @__PURE__ */ Resource.mapErrors(checked, (failure, { path }): Failed => replace(failure, path[0]))

const notify = (listener: WaitParams["onStatus"], status: Generated.ProcessingStatusResponse): Effect.Effect<void> =>
  listener === undefined
    ? Effect.void
    : Effect.catchAllCause(
        Effect.sync(() => listener(status)),
        (cause) => Effect.logDebug("onStatus failed", cause)
      )

/**
 * @since 0.1.0
 * @category resources
 */
export const files = /* @__PURE__ */ Resource.extend(mapped, (client: ApiClient, files, { transport }: Connection) => {
  const bytes = FileDownload.make(client, transport)
  const listed = (params: ListParams | undefined): Generated.FilesListParams | undefined =>
    params === undefined ? undefined : { ...params, tags: joined(params.tags) }
  const listProblem = (params: ListParams | undefined) => (): Check.Problem =>
    Check.first(
      params === null ? "its parameters must be an object" : undefined,
      tagsProblem(params?.tags),
      Check.whole("page", params?.page, 1),
      Check.whole("limit", params?.limit, 1, 100)
    )

  const upload = <E = never>(
    params: Upload.UploadParams<E>,
    options?: RequestOptions
  ): Effect.Effect<Generated.FileUploadResponse, FileFailure | E> =>
    Check.guard(
      Generated.uploadFile,
      () =>
        Check.first(
          Upload.problem("file", params.file),
          Check.text("scope", params.scope),
          Check.oneOf("scope", params.scope, scopes),
          Check.oneOf("duplicate_handling", params.duplicate_handling, handling),
          tagsProblem(params.tags)
        ),
      () =>
        FileUpload.sendingOne(params.file, (file) =>
          files.upload(
            { ...params, file, tags: joined(params.tags) },
            { ...options, timeout: options?.timeout ?? FileUpload.timeoutOf(Upload.sizeOf(params.file)) }
          )
        )
    )

  const waitUntilProcessed = (
    fileId: string,
    params?: WaitParams,
    options?: RequestOptions
  ): Effect.Effect<Generated.ProcessingStatusResponse, FileFailure | FileProcessingError | WaitTimeoutError> => {
    const poll = Effect.tap(files.getStatus(fileId, { user_id: params?.user_id }, options), (status) =>
      notify(params?.onStatus, status)
    )
    return Effect.flatMap(
      Polling.until({
        operation: Generated.getFileStatus,
        wait: params,
        interval: "2 seconds",
        poll,
        isTerminal: ({ status }) => status === "completed" || status === "partial_success" || status === "error",
        statusOf: ({ status }) => status,
        subject: `file ${fileId}`,
        details: { fileId, hint: `Processing continues. Wait for file ${fileId} with files.waitUntilProcessed.` }
      }),
      (processing) =>
        processing.status === "error"
          ? Effect.fail(new FileProcessingError({ fileId, processing }))
          : Effect.succeed(processing)
    )
  }

  return {
    /**
     * Downloads the bytes of a file. The API key is not sent to another host after a redirect. An interrupted body is
     * continued from the last received byte.
     */
    download: (
      fileId: string,
      params?: Generated.FilesDownloadParams,
      options?: RequestOptions
    ): Stream.Stream<Uint8Array, FileFailure | ApiError.StreamError> =>
      Stream.mapError(bytes(fileId, params, options), (failure) => replace(failure, fileId)),
    /** Gets one page of files. `GET /v1/files` */
    list: (params?: ListParams, options?: RequestOptions) =>
      Check.guard(Generated.listFiles, listProblem(params), () => files.list(listed(params), options)),
    /** Emits the pages of files. */
    listPages: (params?: ListParams, options?: RequestOptions) =>
      Check.guardStream(Generated.listFiles, listProblem(params), () => files.listPages(listed(params), options)),
    /** Emits all files. Each page is requested when it is pulled. */
    listAll: (params?: ListParams, options?: RequestOptions) =>
      Check.guardStream(Generated.listFiles, listProblem(params), () => files.listAll(listed(params), options)),
    /**
     * Uploads a file; `POST /v1/files/upload`. Processing continues after the response: see `waitUntilProcessed`.
     *
     * The content is streamed, not buffered. A `Blob` and bytes are retried after a transient failure. A stream is sent
     * once. When progress is reported (`Progress` of `@trilum/core`, in bytes), content of 1 MiB or more is sent once
     * too. Time limit of an attempt: one minute plus one second for every 100 KiB, unless `timeout` is given.
     */
    upload,
    /**
     * Uploads many files in one request; `POST /v1/files/bulk-upload`. A response can be a partial success: `failed`
     * lists the rejected files.
     */
    bulkUpload: <E = never>(
      params: Upload.BulkUploadParams<E>,
      options?: RequestOptions
    ): Effect.Effect<Generated.BulkUploadResponse, FileFailure | E> =>
      Check.guard(
        Generated.bulkUploadFiles,
        () =>
          Check.first(
            Check.size("files", params.files, 1),
            Check.each(params.files, (file, index) => Upload.problem(`files[${index}]`, file)),
            Check.text("scope", params.scope),
            Check.oneOf("scope", params.scope, scopes),
            tagsProblem(params.tags)
          ),
        () =>
          FileUpload.sending(`${params.files.length} files`, params.files, (parts) =>
            files.bulkUpload(
              { ...params, files: parts, tags: joined(params.tags) },
              { ...options, timeout: options?.timeout ?? FileUpload.timeoutOf(FileUpload.totalOf(params.files)) }
            )
          )
      ),
    /**
     * Waits until an uploaded file is processed. The status is `completed`, or `partial_success` when a part of the
     * file could not be read. Polls every 2 seconds, without a limit unless `deadline` is given. Fails with
     * `FileProcessingError` when the platform could not process the file.
     */
    waitUntilProcessed,
    /** `upload`, then `waitUntilProcessed`. */
    uploadAndWait: <E = never>(
      { deadline, onStatus, pollInterval, ...params }: Upload.UploadParams<E> & Omit<WaitParams, "user_id">,
      options?: RequestOptions
    ): Effect.Effect<Upload.Processed, FileFailure | FileProcessingError | WaitTimeoutError | E> =>
      Effect.flatMap(upload(params, options), (uploaded) =>
        Effect.map(
          waitUntilProcessed(
            uploaded.file_id,
            { deadline, onStatus, pollInterval, user_id: params.user_id },
            // An idempotency key belongs to the upload only, and so does its time limit.
            { ...options, idempotencyKey: undefined, timeout: undefined }
          ),
          (processing) => ({ upload: uploaded, processing })
        )
      ),
    /** Searches the contents of files. `POST /v1/files/search` */
    search: (params: Generated.FilesSearchParams, options?: RequestOptions) =>
      files.search(
        params?.tags === undefined || params.tags === null
          ? params
          : { ...params, tags: Upload.normalizeTags(params.tags) },
        options
      )
  }
})
