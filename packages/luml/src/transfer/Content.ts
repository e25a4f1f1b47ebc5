/**
 * The content of an artifact, for uploads and inspections.
 *
 * @since 0.1.0
 */
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import * as AtomicFile from "@trilum/core/AtomicFile"
import * as Bytes from "@trilum/core/Bytes"
import * as FileInput from "@trilum/core/FileInput"
import * as LocalFile from "@trilum/core/LocalFile"
import { of as fileError, LocalFileError } from "@trilum/core/LocalFileError"
import type * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as DefaultDigest from "@trilum/luml/DefaultDigest"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Encoding from "effect/Encoding"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { checkName, checkSize, type Hash, type Inspection, inspector } from "../archive/ArtifactFile.js"

/**
 * A file path, bytes, a `Blob`, `File` or `Response`, a stream of bytes such as `fs.createReadStream()`, or
 * `{ filename, content }`. A string is a path; `toFile(text, filename)` makes a file from text. A stream is first written to
 * a temporary file, because its size and hash must be known before the upload. Without a file system it is kept in memory.
 *
 * @since 0.1.0
 * @category models
 */
export type Source =
  | string
  | Exclude<FileInput.FileContent, string>
  | FileInput.FilePart
  | Stream.Stream<Uint8Array, unknown>

/**
 * The services that a source requires: a path requires the file system, all others require none.
 *
 * @since 0.1.0
 * @category models
 */
export type Files<S> = S extends string ? FileSystem | Path : never

/**
 * Content with random access.
 *
 * @since 0.1.0
 * @category models
 */
export interface Content {
  readonly fileName: string
  /** Path of the source. Missing for content that exists only in this process. */
  readonly path: string | undefined
  readonly size: number
  readonly chunks: LocalFile.LocalFile["chunks"]
  readonly scan: LocalFile.LocalFile["scan"]
  readonly version: LocalFile.LocalFile["version"]
}

const chunkSize = 1024 * 1024

const inMemory = (fileName: string, bytes: Uint8Array): Content => ({
  fileName,
  path: undefined,
  size: bytes.length,
  chunks: async function* (position, length) {
    for (let at = position; at < position + length; at += chunkSize) {
      yield bytes.subarray(at, Math.min(at + chunkSize, position + length))
    }
  },
  scan: (push) =>
    Effect.sync(() => {
      for (let at = 0; at < bytes.length && push(bytes.subarray(at, at + chunkSize)); ) at += chunkSize
    }),
  version: Effect.succeed("")
})

const failed =
  (fileName: string) =>
  (cause: unknown): LocalFileError =>
    cause instanceof LocalFileError ? cause : fileError(fileName, "input_output", "the content stream failed")

const ofBlob = (fileName: string, blob: Blob): Content => {
  const gone = (): LocalFileError => fileError(fileName, "changed", "the file changed or was deleted while it was read")
  const chunks = async function* (position: number, length: number): AsyncGenerator<Uint8Array> {
    for (let at = position; at < position + length; at += chunkSize) {
      const piece = blob.slice(at, Math.min(at + chunkSize, position + length))
      yield await FileInput.bytesOfBlob(piece).catch(() => {
        throw gone()
      })
    }
  }
  return {
    fileName,
    path: undefined,
    size: blob.size,
    chunks,
    scan: (push) =>
      Effect.tryPromise({
        try: async () => {
          for await (const bytes of chunks(0, blob.size)) if (!push(bytes)) return
        },
        catch: failed(fileName)
      }),
    version: Effect.succeed("")
  }
}

const ofFile = (
  fileName: string,
  path: string | undefined,
  { chunks, scan, size, version }: LocalFile.LocalFile
): Content => ({
  fileName,
  path,
  size,
  chunks,
  scan,
  version
})

const isStream = (source: unknown): source is Stream.Stream<Uint8Array, unknown> =>
  typeof source === "object" && source !== null && Stream.StreamTypeId in source

const invalid = (reason: "invalid_name" | "invalid_content", problem: string, hint: string): LocalFileError =>
  new LocalFileError({ platform: "luml", reason, file: "content", problem, hint })

/** A source that is no path, in one of the forms that are uploaded. */
interface Read extends Pick<FileInput.Content, "name"> {
  readonly content: FileInput.Content["content"] | Stream.Stream<Uint8Array, unknown>
}

/** Bytes and streams need no name of their own: the option `fileName` is one. */
const read = (source: unknown): Effect.Effect<Read, LocalFileError> => {
  if (isStream(source)) return Effect.succeed({ content: source })
  const named = typeof source === "object" && source !== null && "filename" in source && "content" in source
  const made = named
    ? Either.map(FileInput.make("the source", source), ({ filename, ...content }) => ({ ...content, name: filename }))
    : Either.mapLeft(FileInput.content(source), (problem) => `the source ${problem}`)
  return Effect.mapError(made, (problem) =>
    invalid("invalid_content", problem, "Pass a path, bytes, a Blob or a stream.")
  )
}

/** Writes a stream to a file that is deleted with the scope. Fails as soon as the stream is too long. */
const spool = (
  fileName: string,
  stream: Stream.Stream<Uint8Array, LocalFileError>,
  maxSize: number
): Effect.Effect<Content, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const folder = yield* LocalFile.attempt(fileName, fileSystem.makeTempDirectoryScoped({ prefix: "trilum-" }))
    const path = (yield* Path).join(folder, "content")
    const file = yield* LocalFile.attempt(fileName, fileSystem.open(path, { flag: "wx+", mode: 0o600 }))
    const writing = AtomicFile.gather((bytes) => LocalFile.attempt(fileName, file.writeAll(bytes)))
    yield* Stream.runForEachChunk(stream, (chunk) =>
      Effect.zipRight(
        writing.push(chunk),
        Effect.suspend(() => checkSize(fileName, writing.size(), maxSize) ?? Effect.void)
      )
    )
    yield* writing.flush
    return ofFile(fileName, undefined, yield* LocalFile.fromFile(fileName, file, writing.size()))
  })

const collect = (
  fileName: string,
  stream: Stream.Stream<Uint8Array, LocalFileError>,
  maxSize: number
): Effect.Effect<Content, LocalFileError> =>
  Effect.gen(function* () {
    const chunks: Array<Uint8Array> = []
    let size = 0
    yield* Stream.runForEach(stream, (bytes) =>
      Effect.suspend(() => {
        chunks.push(bytes)
        size += bytes.length
        const tooLarge = checkSize(fileName, size, maxSize)
        return tooLarge === undefined ? Effect.void : Effect.fail(tooLarge)
      })
    )
    return inMemory(fileName, Bytes.concat(chunks))
  })

/**
 * Opens a source. The name and, if known, the size are validated before the content is read.
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = (
  source: Source,
  options: { readonly fileName?: string | undefined; readonly maxSize: number }
): Effect.Effect<Content, LocalFileError, Scope.Scope> =>
  Effect.gen(function* () {
    const { maxSize } = options
    const path = yield* Effect.serviceOption(Path)
    const { content, name: own } =
      typeof source === "string"
        ? {
            content: source,
            name: Option.match(path, { onNone: () => source, onSome: ({ basename }) => basename(source) })
          }
        : yield* read(source)
    const fileName = options.fileName ?? own
    if (fileName === undefined) {
      return yield* invalid("invalid_name", "bytes and streams have no file name", "Pass the option fileName.")
    }
    const wrong = checkName(fileName)
    if (wrong !== undefined) return yield* wrong
    const sized = (content: Content): Effect.Effect<Content, LocalFileError> =>
      checkSize(fileName, content.size, maxSize) ?? Effect.succeed(content)
    if (typeof content === "string") {
      return yield* Effect.gen(function* () {
        if (yield* LocalFile.isPipe(content)) return yield* spool(fileName, LocalFile.readPipe(content), maxSize)
        return yield* sized(ofFile(fileName, content, yield* LocalFile.open(content)))
      }).pipe(LocalFile.orUnavailable(content))
    }
    if (content instanceof Uint8Array) return yield* sized(inMemory(fileName, content))
    if (FileInput.isBlob(content)) return yield* sized(ofBlob(fileName, content))
    const stream = isStream(content)
      ? Stream.mapError(content, failed(fileName))
      : Stream.fromAsyncIterable(content, failed(fileName))
    return yield* Option.isSome(yield* Effect.serviceOption(FileSystem))
      ? LocalFile.orUnavailable(fileName)(spool(fileName, stream, maxSize))
      : collect(fileName, stream, maxSize)
  })

/**
 * Base64 MD5 of consecutive blocks, by the offset of the block.
 *
 * @since 0.1.0
 * @category models
 */
export interface Digests {
  readonly blockSize: number
  readonly md5: ReadonlyMap<number, string>
}

/**
 * Inspects the content in one pass. With `blockSize`, also computes the MD5 of its blocks, if the runtime supports MD5.
 * `version` identifies the inspected content. Content that changes during the pass fails with `changed`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const inspect = (
  content: Content,
  options: { readonly blockSize?: number | undefined; readonly onBytes?: ((bytes: number) => void) | undefined } = {}
): Effect.Effect<
  { readonly inspection: Inspection; readonly digests: Digests | undefined; readonly version: string },
  LocalFileError
> =>
  Effect.flatMap(content.version, (version) => {
    const inspecting = inspector(content.fileName, DefaultDigest.sha256())
    const { md5 } = DefaultDigest
    const blocks = options.blockSize === undefined || md5 === undefined ? undefined : digester(md5, options.blockSize)
    const scan = content.scan((bytes) => {
      inspecting.push(bytes)
      blocks?.push(bytes)
      options.onBytes?.(bytes.length)
      return inspecting.problem() === undefined
    })
    return Effect.flatMap(Effect.zipRight(scan, content.version), (now) => {
      const inspection = inspecting.result()
      if (inspection instanceof LocalFileError) return Effect.fail(inspection)
      if (inspection.size !== content.size || now !== version) {
        return Effect.fail(fileError(content.fileName, "changed", "the file changed while it was read"))
      }
      return Effect.as(
        Effect.forEach(inspecting.warnings(), (warning) => Effect.logWarning(`${content.fileName}: ${warning}`), {
          discard: true
        }),
        { inspection, digests: blocks?.result(), version }
      )
    })
  })

const digester = (md5: () => Hash, blockSize: number) => {
  const found = new Map<number, string>()
  let begin = 0
  let filled = 0
  let hash = md5()
  const close = (): void => {
    found.set(begin, Encoding.encodeBase64(hash.digest()))
    begin += filled
    filled = 0
    hash = md5()
  }
  return {
    push: (bytes: Uint8Array): void => {
      for (let at = 0; at < bytes.length; ) {
        const taken = Math.min(bytes.length - at, blockSize - filled)
        hash.update(bytes.subarray(at, at + taken))
        at += taken
        filled += taken
        if (filled === blockSize) close()
      }
    },
    result: (): Digests => {
      if (filled > 0) close()
      return { blockSize, md5: found }
    }
  }
}

/**
 * Base64 MD5 of a part. `undefined`: the runtime does not support MD5.
 *
 * @since 0.1.0
 * @category combinators
 */
export const md5Of = (
  content: Content,
  offset: number,
  length: number
): Effect.Effect<string | undefined, LocalFileError> =>
  Effect.suspend(() => {
    const hash = DefaultDigest.md5?.()
    if (hash === undefined) return Effect.succeed(undefined)
    return Effect.tryPromise({
      try: async () => {
        for await (const bytes of content.chunks(offset, length)) hash.update(bytes)
        return Encoding.encodeBase64(hash.digest())
      },
      catch: failed(content.fileName)
    })
  })

/**
 * The bytes of a part as a request body.
 *
 * @since 0.1.0
 * @category combinators
 */
export const body = (
  content: Content,
  offset: number,
  length: number,
  onBytes: (bytes: number) => void
): Exclude<ObjectTransfer.Body<LocalFileError>, { readonly bytes: Uint8Array }> => ({
  size: length,
  chunks: async function* () {
    for await (const bytes of content.chunks(offset, length)) {
      onBytes(bytes.length)
      yield bytes
    }
  },
  failed: failed(content.fileName)
})
