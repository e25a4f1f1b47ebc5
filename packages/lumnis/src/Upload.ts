/**
 * The content of file uploads, and the progress of file processing.
 *
 * @since 0.1.0
 */
import * as FileInput from "@trilum/core/FileInput"
import * as Either from "effect/Either"
import * as Stream from "effect/Stream"
import type {
  DuplicateHandling,
  FileScopeInput,
  FileUploadResponse,
  ProcessingStatusResponse
} from "./generated/files.js"

/**
 * A file whose bytes come from an Effect stream. The stream runs when the upload starts, and its failure is that of the
 * upload.
 *
 * @since 0.1.0
 * @category models
 */
export interface StreamPart<out E = never> extends Omit<FileInput.FilePart, "content"> {
  readonly content: Stream.Stream<Uint8Array, E>
}

/**
 * A file to upload: a `Blob`, `File`, `Response` or `fs.createReadStream()`, or `{ filename, content }` with bytes, text or
 * a stream, which may be an Effect stream. `LocalFile.fromPath` of `@trilum/lumnis/node/LocalFile` makes one from a path.
 *
 * @since 0.1.0
 * @category models
 */
export type Content<E = never> = FileInput.FileInput | StreamPart<E>

/**
 * @since 0.1.0
 * @category predicates
 */
export const isStreamPart = <E>(content: Content<E>): content is StreamPart<E> =>
  "content" in content &&
  typeof content.content === "object" &&
  content.content !== null &&
  Stream.StreamTypeId in content.content

/**
 * What is wrong with content, as a sentence about `name`. `undefined` for content that can be sent.
 *
 * @since 0.1.0
 * @category predicates
 */
export const problem = (name: string, content: Content<unknown>): string | undefined => {
  const made = read(name, content)
  return Either.isLeft(made) ? made.left : undefined
}

/** Of an Effect stream, only the properties beside it are read. */
const read = (name: string, content: Content<unknown>): Either.Either<FileInput.Normalized, string> =>
  FileInput.make(
    name,
    typeof content === "object" && content !== null && isStreamPart(content)
      ? { ...content, content: Stream.toAsyncIterable(Stream.empty) }
      : content
  )

/**
 * @since 0.1.0
 * @category models
 */
export interface UploadParams<E = never> {
  readonly file: Content<E>
  /** The owner of the file. `user` requires a user, as a parameter or bound to the client. */
  readonly scope: FileScopeInput
  readonly user_id?: string | undefined
  /** At most 10 tags of at most 50 characters. Sent trimmed, in lower case and without duplicates. */
  readonly tags?: string | ReadonlyArray<string> | undefined
  /** How an existing file with the same name is handled. Default of the platform: `suffix`. */
  readonly duplicate_handling?: DuplicateHandling | undefined
}

/**
 * Like {@link UploadParams}, for many files in one request. A file whose name exists gets a suffix.
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
 * Share of the embedded chunks of a file, 0 to 100. A file without chunks is at 0, or at 100 if some were embedded. May
 * differ from `progress_percentage` of the platform.
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
 * The tags to send: trimmed, in lower case, without empty ones and duplicates.
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
 * The file name of an upload. A `Blob` that is not a `File` is called `file`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const nameOf = (content: Content<unknown>): string =>
  "filename" in content
    ? content.filename
    : Either.match(read("file", content), { onLeft: () => "file", onRight: ({ filename }) => filename })

/**
 * The size in bytes. `undefined` if it is not known before the content is read.
 *
 * @since 0.1.0
 * @category accessors
 */
export const sizeOf = (content: Content<unknown>): number | undefined =>
  Either.match(read("file", content), { onLeft: () => undefined, onRight: ({ size }) => size })
