/**
 * Files that agents can read: uploaded, processed, searched and downloaded.
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
import * as Download from "../internal/downloading.js"
import * as Remap from "../internal/remap.js"
import * as Uploading from "../internal/uploading.js"
import type { Connection } from "../Platform.js"
import { FileAccessDeniedError, FileNotFoundError, FileProcessingError } from "../ResourceError.js"
import * as Upload from "../Upload.js"

/** What a file's own errors take the place of. */
type Replaced = ApiError.NotFoundError | ApiError.PermissionDeniedError

/**
 * What calls about files fail with: `FileNotFoundError` for 404 and `FileAccessDeniedError` for 403, on every route.
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
  /** Files that have all of these. */
  readonly tags?: string | ReadonlyArray<string> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WaitParams extends Polling.WaitOptions {
  /** Needed for files of user scope. */
  readonly user_id?: string | undefined
  /**
   * Hears every status that is seen, the last one included; `Upload.percentage` of it is how far the file has come. What
   * it throws is logged at debug level and costs nothing else.
   */
  readonly onStatus?: ((status: Generated.ProcessingStatusResponse) => void) | undefined
}

type Failed = Exclude<ApiError.ApiError, Replaced> | FileNotFoundError | FileAccessDeniedError

type Mapped = Resource.WithErrors<Generated.Service, Failed>

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Mapped, "list" | "listPages" | "listAll" | "upload" | "bulkUpload"> {
  /** One page of files. `GET /v1/files` */
  readonly list: (
    params?: ListParams,
    options?: RequestOptions
  ) => Effect.Effect<Generated.FileListResponse, FileFailure>
  /** Files, page by page. */
  readonly listPages: (
    params?: ListParams,
    options?: RequestOptions
  ) => Stream.Stream<Generated.FileListResponse, FileFailure>
  /** All files, asked for as they are taken. */
  readonly listAll: (
    params?: ListParams,
    options?: RequestOptions
  ) => Stream.Stream<Generated.FileMetadata, FileFailure>
  /**
   * Uploads a file; `POST /v1/files/upload`. Processing goes on after the answer: see `waitUntilProcessed`.
   *
   * Nothing is collected in memory. A `Blob` and bytes are sent again after a fault that passes; a stream is sent once,
   * and so is everything from 1 MiB on while somebody listens to its progress (`Progress` of `@trilum/core`, in bytes).
   * The time limit of an attempt is a minute and a second for every 100 KiB, unless `timeout` says otherwise.
   */
  readonly upload: <E = never>(
    params: Upload.UploadParams<E>,
    options?: RequestOptions
  ) => Effect.Effect<Generated.FileUploadResponse, FileFailure | E>
  /**
   * Uploads many files in one request; `POST /v1/files/bulk-upload`. A success may be a partial one: `failed` names the
   * files that were not taken.
   */
  readonly bulkUpload: <E = never>(
    params: Upload.BulkUploadParams<E>,
    options?: RequestOptions
  ) => Effect.Effect<Generated.BulkUploadResponse, FileFailure | E>
  /**
   * Waits until an uploaded file is processed: `completed`, or `partial_success` when a part of it could not be read.
   * Looks every 2 seconds, without a limit unless `deadline` sets one. Fails with `FileProcessingError` when the
   * platform could not read the file. `Upload.percentage` of a status is how far it has come.
   */
  readonly waitUntilProcessed: (
    fileId: string,
    params?: WaitParams,
    options?: RequestOptions
  ) => Effect.Effect<Generated.ProcessingStatusResponse, FileFailure | FileProcessingError | WaitTimeoutError>
  /** `upload`, then `waitUntilProcessed`. */
  readonly uploadAndWait: <E = never>(
    params: Upload.UploadParams<E> & Omit<WaitParams, "user_id">,
    options?: RequestOptions
  ) => Effect.Effect<Upload.Processed, FileFailure | FileProcessingError | WaitTimeoutError | E>
  /**
   * The bytes of a file. Where the platform sends the caller to another host for them, the key does not go along, and a
   * body that breaks off is read on from where it stopped.
   */
  readonly download: (
    fileId: string,
    params?: Generated.FilesDownloadParams,
    options?: RequestOptions
  ) => Stream.Stream<Uint8Array, FileFailure | ApiError.StreamError>
}

const scopes = ["user", "tenant"]
const handling = ["error", "skip", "replace", "suffix"]
const mostTags = 10
const longestTag = 50
const mostResults = 50

const tagsProblem = (tags: string | ReadonlyArray<string> | undefined): Check.Problem => {
  if (tags === undefined) return undefined
  if (typeof tags !== "string" && !(Array.isArray(tags) && tags.every((tag) => typeof tag === "string"))) {
    return "tags must be a text or a list of texts"
  }
  const comma = typeof tags === "string" ? undefined : tags.find((tag) => tag.includes(","))
  if (comma !== undefined) return `the tag "${comma}" has a comma, which separates tags; give it as two`
  const sent = Upload.normalizeTags(tags)
  const long = sent.find((tag) => tag.length > longestTag)
  if (long !== undefined) return `a tag has ${long.length} characters; it may have at most ${longestTag}`
  return sent.length > mostTags ? `there are ${sent.length} tags; a file may have at most ${mostTags}` : undefined
}

const joined = (tags: string | ReadonlyArray<string> | undefined): string | undefined => {
  const sent = tags === undefined ? [] : Upload.normalizeTags(tags)
  return sent.length === 0 ? undefined : sent.join(",")
}

const contentProblem = (name: string, content: unknown): Check.Problem => {
  if (content instanceof Blob) return undefined
  if (typeof content === "object" && content !== null && "filename" in content && "content" in content) {
    return Check.text(`the filename of ${name}`, content.filename)
  }
  return `${name} must be a Blob, or { filename, content } with bytes or a stream; LocalFile.fromPath makes one from a path`
}

/** The file a failed call was about, if it was about one. */
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

const replaceIn = <F extends ApiError.ApiError | Other, Other>(
  failure: F,
  path: ReadonlyArray<string | number>
): Exclude<F, Replaced> | FileNotFoundError | FileAccessDeniedError => {
  if (!isReplaced(failure)) return failure as Exclude<F, Replaced>
  const details = { ...Remap.detailsOf(failure), fileId: fileIdOf(failure.operation, path[0]) }
  return failure instanceof ApiError.NotFoundError ? new FileNotFoundError(details) : new FileAccessDeniedError(details)
}

const isReplaced = (failure: unknown): failure is Replaced =>
  failure instanceof ApiError.NotFoundError || failure instanceof ApiError.PermissionDeniedError

const mapped = /* @__PURE__ */ Resource.mapErrors(
  Generated.resource,
  (failure, { path }): Failed => replaceIn(failure, path)
)

const tell = (listener: WaitParams["onStatus"], status: Generated.ProcessingStatusResponse): Effect.Effect<void> =>
  listener === undefined
    ? Effect.void
    : Effect.catchAllCause(
        Effect.sync(() => listener(status)),
        (cause) => Effect.logDebug("a listener to the processing of a file failed", cause)
      )

/**
 * @since 0.1.0
 * @category resources
 */
export const files = /* @__PURE__ */ Resource.make("files", (client: ApiClient, { transport }: Connection): Service => {
  const files = mapped.make(client, undefined)
  const download = Download.make(client, transport)
  const listed = (params: ListParams | undefined): Generated.FilesListParams | undefined =>
    params === undefined ? undefined : { ...params, tags: joined(params.tags) }
  const listProblem = (params: ListParams | undefined) => (): Check.Problem =>
    Check.first(
      tagsProblem(params?.tags),
      Check.whole("page", params?.page, 1),
      Check.whole("limit", params?.limit, 1, 100)
    )

  const upload: Service["upload"] = (params, options) =>
    Check.guard(
      Generated.uploadFile,
      () =>
        Check.first(
          contentProblem("file", params.file),
          Check.text("scope", params.scope),
          Check.oneOf("scope", params.scope, scopes),
          Check.oneOf("duplicate_handling", params.duplicate_handling, handling),
          tagsProblem(params.tags)
        ),
      () =>
        Uploading.sendingOne(params.file, (file) =>
          files.upload(
            { ...params, file, tags: joined(params.tags) },
            { ...options, timeout: options?.timeout ?? Uploading.timeoutOf(Upload.sizeOf(params.file)) }
          )
        )
    )

  const waitUntilProcessed: Service["waitUntilProcessed"] = (fileId, params, options) => {
    const look = Effect.tap(files.getStatus(fileId, { user_id: params?.user_id }, options), (status) =>
      tell(params?.onStatus, status)
    )
    return Effect.flatMap(
      Polling.until({
        operation: Generated.getFileStatus,
        wait: params,
        interval: "2 seconds",
        poll: look,
        isTerminal: ({ status }) => status === "completed" || status === "partial_success" || status === "error",
        statusOf: ({ status }) => status,
        subject: `file ${fileId}`,
        details: { hint: `Processing continues. Wait for file ${fileId} with files.waitUntilProcessed.` }
      }),
      (processing) =>
        processing.status === "error"
          ? Effect.fail(new FileProcessingError({ fileId, processing }))
          : Effect.succeed(processing)
    )
  }

  return {
    ...files,
    download: (fileId, params, options) =>
      Stream.mapError(download(fileId, params, options), (failure) => replaceIn(failure, [fileId])),
    list: (params, options) =>
      Check.guard(Generated.listFiles, listProblem(params), () => files.list(listed(params), options)),
    listPages: (params, options) =>
      Check.guardStream(Generated.listFiles, listProblem(params), () => files.listPages(listed(params), options)),
    listAll: (params, options) =>
      Check.guardStream(Generated.listFiles, listProblem(params), () => files.listAll(listed(params), options)),
    upload,
    bulkUpload: (params, options) =>
      Check.guard(
        Generated.bulkUploadFiles,
        () =>
          Check.first(
            Check.size("files", params.files, 1),
            Check.each(params.files, (file, index) => contentProblem(`files[${index}]`, file)),
            Check.text("scope", params.scope),
            Check.oneOf("scope", params.scope, scopes),
            tagsProblem(params.tags)
          ),
        () =>
          Uploading.sending(`${params.files.length} files`, params.files, (parts) =>
            files.bulkUpload(
              { ...params, files: parts, tags: joined(params.tags) },
              { ...options, timeout: options?.timeout ?? Uploading.timeoutOf(Uploading.totalOf(params.files)) }
            )
          )
      ),
    waitUntilProcessed,
    uploadAndWait: ({ deadline, onStatus, pollInterval, ...params }, options) =>
      Effect.flatMap(upload(params, options), (uploaded) =>
        Effect.map(
          waitUntilProcessed(
            uploaded.file_id,
            { deadline, onStatus, pollInterval, user_id: params.user_id },
            // A key names one call, and an upload's time is not that of a look.
            { ...options, idempotencyKey: undefined, timeout: undefined }
          ),
          (processing) => ({ upload: uploaded, processing })
        )
      ),
    search: (params, options) =>
      Check.guard(
        Generated.searchFiles,
        () =>
          Check.first(
            Check.text("query", params.query),
            Check.whole("limit", params.limit, 1, mostResults),
            Check.between("min_score", params.min_score, 0, 1),
            tagsProblem(params.tags)
          ),
        () =>
          files.search(
            params.tags === undefined ? params : { ...params, tags: Upload.normalizeTags(params.tags) },
            options
          )
      ),
    getContent: (fileId, params, options) =>
      Check.guard(
        Generated.getFileContent,
        () =>
          Check.first(
            Check.whole("start_line", params?.start_line, 1),
            Check.whole("end_line", params?.end_line, 1),
            params?.end_line !== undefined && params.end_line < (params.start_line ?? 1)
              ? "end_line must not be before start_line"
              : undefined
          ),
        () => files.getContent(fileId, params, options)
      ),
    updateScope: (fileId, params, options) =>
      Check.guard(
        Generated.updateFileScope,
        () => Check.first(Check.text("scope", params.scope), Check.oneOf("scope", params.scope, scopes)),
        () => files.updateScope(fileId, params, options)
      ),
    bulkDelete: (params, options) =>
      Check.guard(
        Generated.bulkDeleteFiles,
        () => Check.first(Check.size("file_ids", params.file_ids, 1), Check.texts("file_ids", params.file_ids)),
        () => files.bulkDelete(params, options)
      )
  }
})
