/**
 * What can be uploaded as a file, and how far its processing has come.
 *
 * @since 0.1.0
 */
import type { FilePart } from "@trilum/core/Operation"
import type * as Stream from "effect/Stream"
import type {
  DuplicateHandling,
  FileScopeInput,
  FileUploadResponse,
  ProcessingStatusResponse
} from "./generated/files.js"

/**
 * A file whose bytes come from an Effect stream, run when the upload begins. What it fails with, the upload fails with.
 *
 * @since 0.1.0
 * @category models
 */
export interface StreamPart<out E = never> extends Omit<FilePart, "content"> {
  readonly content: Stream.Stream<Uint8Array, E>
}

/**
 * What can be uploaded: a `Blob` or `File`, bytes or any kind of stream with a name. `LocalFile.fromPath` of
 * `@trilum/lumnis/node/LocalFile` makes one from a path.
 *
 * @since 0.1.0
 * @category models
 */
export type Content<E = never> = Blob | FilePart | StreamPart<E>

/**
 * @since 0.1.0
 * @category models
 */
export interface UploadParams<E = never> {
  readonly file: Content<E>
  /** Whom the file belongs to. `user` needs a user, given or bound. */
  readonly scope: FileScopeInput
  readonly user_id?: string | undefined
  /** Ten at most, of 50 characters at most; trimmed, in lower case and without repeats when they are sent. */
  readonly tags?: string | ReadonlyArray<string> | undefined
  /** What happens when there is a file of this name. Default of the platform: `suffix`. */
  readonly duplicate_handling?: DuplicateHandling | undefined
}

/**
 * As {@link UploadParams}, for many files in one request. Names that exist already get a suffix.
 *
 * @since 0.1.0
 * @category models
 */
export interface BulkUploadParams<E = never> {
  readonly files: ReadonlyArray<Content<E>>
  readonly scope: FileScopeInput
  readonly user_id?: string | undefined
  readonly tags?: string | ReadonlyArray<string> | undefined
}

/**
 * A file that was uploaded and processed.
 *
 * @since 0.1.0
 * @category models
 */
export interface Processed {
  readonly upload: FileUploadResponse
  readonly processing: ProcessingStatusResponse
}

/**
 * How much of a file is processed, from 0 to 100, by its chunks: embedded of all. A file without chunks is at 0, or at
 * 100 when some were embedded all the same. The platform's own `progress_percentage` may say something else.
 *
 * @since 0.1.0
 * @category accessors
 */
export const percentage = (status: { readonly chunks_embedded: number; readonly total_chunks: number }): number =>
  status.total_chunks === 0
    ? status.chunks_embedded > 0
      ? 100
      : 0
    : Math.min(100, (status.chunks_embedded / status.total_chunks) * 100)

/**
 * Tags as they are sent: trimmed, in lower case, without empty ones and repeats.
 *
 * @since 0.1.0
 * @category accessors
 */
export const normalizeTags = (tags: string | ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(
    (typeof tags === "string" ? tags.split(",") : tags)
      .map((tag) => tag.trim().toLowerCase())
      .filter((tag) => tag !== "")
  )
]

/**
 * The name a file is uploaded under; a `Blob` that is no `File` has none and is called `file`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const nameOf = (content: Content<unknown>): string =>
  "filename" in content
    ? content.filename
    : "name" in content && typeof content.name === "string"
      ? content.name
      : "file"

/**
 * Bytes, where they are known before the content is read.
 *
 * @since 0.1.0
 * @category accessors
 */
export const sizeOf = (content: Content<unknown>): number | undefined =>
  "filename" in content
    ? (content.size ?? (content.content instanceof Uint8Array ? content.content.byteLength : undefined))
    : content.size
