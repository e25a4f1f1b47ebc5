/**
 * Reads files of this machine through `FileSystem` of `@effect/platform`, and turns its failures into `LocalFileError`.
 *
 * Effect programs on Node provide `NodeContext.layer`; promise clients and the command provide it themselves. `AtomicFile`
 * puts files in place.
 *
 * @since 0.1.0
 */
import type { PlatformError } from "@effect/platform/Error"
import type * as FileSystemModule from "@effect/platform/FileSystem"
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { FilePart } from "./FileInput.js"
import { of as errorOf, fromCause, LocalFileError } from "./LocalFileError.js"
import { runPromise } from "./PromiseClient.js"

/**
 * One operation of `FileSystem`. Interruption waits for it: a system call under way cannot be taken back, and its descriptor
 * must stay open until it ends.
 *
 * @since 0.1.0
 * @category combinators
 */
export const attempt = <A, R>(
  file: string,
  operation: Effect.Effect<A, PlatformError, R>
): Effect.Effect<A, LocalFileError, R> => Effect.uninterruptible(Effect.mapError(operation, fromCause(file)))

/**
 * What a path names, or `None` for a path without an entry. Messages name `file`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const stat = (
  file: string,
  path: string = file
): Effect.Effect<Option.Option<FileSystemModule.File.Info>, LocalFileError, FileSystem> =>
  Effect.flatMap(FileSystem, (fileSystem) => attempt(file, fileSystem.stat(path))).pipe(
    Effect.asSome,
    Effect.catchIf(
      (failure) => failure.reason === "not_found",
      () => Effect.succeedNone
    )
  )

/**
 * Runs an effect with the file system in context. Without one it fails with reason `unavailable`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const orUnavailable =
  (file: string) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E | LocalFileError, Exclude<R, FileSystem | Path>> =>
    Effect.gen(function* () {
      const fileSystem = yield* Effect.serviceOption(FileSystem)
      const path = yield* Effect.serviceOption(Path)
      if (Option.isNone(fileSystem) || Option.isNone(path)) {
        return yield* new LocalFileError({
          reason: "unavailable",
          file,
          problem: "this program has no file system",
          hint: "Provide FileSystem and Path, on Node with NodeContext.layer. Elsewhere use bytes, a Blob or a stream."
        })
      }
      const files = Context.make(FileSystem, fileSystem.value).pipe(Context.add(Path, path.value))
      return yield* Effect.provide(self, files)
    })

/**
 * A regular file that is open for reading. It is closed with its scope.
 *
 * @since 0.1.0
 * @category models
 */
export interface LocalFile {
  readonly path: string
  /** Bytes, when it was opened. */
  readonly size: number
  /**
   * Exactly `length` bytes from `position` on, in pieces of at most 1 MiB, one read ahead. Throws a `LocalFileError`, with
   * reason `changed` if the file has fewer.
   */
  readonly chunks: (position: number, length: number) => AsyncIterable<Uint8Array>
  /** All bytes in order. The bytes are valid during the call only; `false` ends the scan. */
  readonly scan: (push: (bytes: Uint8Array) => boolean) => Effect.Effect<void, LocalFileError>
  /** Changes when the file is written to, also when its modification time is set back. */
  readonly version: Effect.Effect<string, LocalFileError>
}

const chunkSize = 1024 * 1024

const notRegular = (path: string, type: FileSystemModule.File.Type): LocalFileError =>
  type === "Directory"
    ? errorOf(path, "is_a_directory", "it is a folder, not a file", "EISDIR")
    : errorOf(path, "input_output", "it is not a regular file")

/**
 * Opens a regular file.
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = (path: string): Effect.Effect<LocalFile, LocalFileError, FileSystem | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    // Before it is opened: opening a named pipe would wait for its writer.
    const { type } = yield* attempt(path, fileSystem.stat(path))
    if (type !== "File") return yield* notRegular(path, type)
    const file = yield* attempt(path, fileSystem.open(path, { flag: "r" }))
    const info = yield* attempt(path, file.stat)
    const runtime = yield* Effect.runtime<never>()
    return of(path, file, Number(info.size), Runtime.runPromise(runtime))
  })

/**
 * An open file of `FileSystem` as a {@link LocalFile}.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromFile = (path: string, file: FileSystemModule.File, size: number): Effect.Effect<LocalFile> =>
  Effect.map(Effect.runtime<never>(), (runtime) => of(path, file, size, Runtime.runPromise(runtime)))

const of = (
  path: string,
  file: FileSystemModule.File,
  size: number,
  run: <A, E>(effect: Effect.Effect<A, E>) => Promise<A>
): LocalFile => {
  // A handle has one position, and several parts of an upload read from it.
  const turn = Effect.unsafeMakeSemaphore(1)
  const fill = (buffer: Uint8Array, position: number): Effect.Effect<number, LocalFileError> =>
    turn.withPermits(1)(
      attempt(
        path,
        Effect.gen(function* () {
          yield* file.seek(position, "start")
          let filled = 0
          while (filled < buffer.length) {
            const read = Number(yield* file.read(buffer.subarray(filled)))
            if (read === 0) break
            filled += read
          }
          return filled
        })
      )
    )
  const scan = (push: (bytes: Uint8Array) => boolean): Effect.Effect<void, LocalFileError> =>
    Effect.gen(function* () {
      const buffer = new Uint8Array(chunkSize)
      for (let position = 0; ; ) {
        const length = yield* fill(buffer, position)
        position += length
        if (length === 0 || !push(buffer.subarray(0, length)) || length < buffer.length) return
      }
    })
  async function* chunks(position: number, length: number): AsyncGenerator<Uint8Array> {
    const end = position + length
    const piece = (at: number): Promise<Uint8Array> | undefined => {
      if (at >= end) return undefined
      const buffer = new Uint8Array(Math.min(chunkSize, end - at))
      const read = run(Effect.either(fill(buffer, at))).then((filled) => {
        if (filled._tag === "Left") throw filled.left
        if (filled.right < buffer.length) throw errorOf(path, "changed", "the file became shorter while it was read")
        return buffer
      })
      // Reported where it is awaited; a reader that leaves early does not await it.
      read.catch(() => undefined)
      return read
    }
    let next = piece(position)
    for (let at = position; next !== undefined; ) {
      const bytes = await next
      at += bytes.length
      next = piece(at)
      yield bytes
    }
  }
  return { path, size, chunks, scan, version: versionOf(path, file) }
}

/**
 * Identifies the contents of an open file without reading them: device, inode, size, modification time, and the change time
 * where the runtime knows it.
 *
 * @since 0.1.0
 * @category accessors
 */
export const versionOf = (path: string, file: FileSystemModule.File): Effect.Effect<string, LocalFileError> =>
  Effect.zipWith(attempt(path, file.stat), DefaultFiles.changeTime(file), (info, changed) =>
    [
      info.dev,
      Option.getOrElse(info.ino, () => 0),
      info.size,
      Option.match(info.mtime, { onNone: () => 0, onSome: (time) => time.getTime() }),
      changed ?? ""
    ].join(":")
  )

/**
 * Whether a path is a named pipe, such as that of a process substitution. {@link readPipe} reads it.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isPipe = (path: string): Effect.Effect<boolean, LocalFileError, FileSystem> =>
  Effect.flatMap(FileSystem, (fileSystem) =>
    Effect.map(attempt(path, fileSystem.stat(path)), ({ type }) => type === "FIFO" || type === "Socket")
  )

/**
 * The bytes of a named pipe, until its writers are gone. Can be interrupted while it waits for a writer.
 *
 * @since 0.1.0
 * @category accessors
 */
export const readPipe: (path: string) => Stream.Stream<Uint8Array, LocalFileError> = DefaultFiles.readPipe

/**
 * @since 0.1.0
 * @category models
 */
export interface FromPathOptions {
  /** File name of the upload. Default: the last part of the path. */
  readonly filename?: string | undefined
  /** Default: `application/octet-stream`. */
  readonly contentType?: string | undefined
}

/** Opens the file when the upload starts, and closes it when the upload ends. */
const reading = (path: string, size: number, runtime: Runtime.Runtime<FileSystem>): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    const run = Runtime.runPromise(runtime)
    const scope = await run(Scope.make())
    try {
      const file = await run(Effect.either(Scope.extend(open(path), scope)))
      if (file._tag === "Left") throw file.left
      yield* file.right.chunks(0, size)
    } finally {
      await run(Scope.close(scope, Exit.void))
    }
  }
})

/**
 * Makes the content of an upload from a file. The file is opened when the upload starts and is streamed, so memory use
 * does not depend on its size. Fails when the file does not exist, is a directory or cannot be read. The upload fails
 * when the file shrinks during it. A named pipe is sent once, as it is written.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromPath = (
  path: string,
  options?: FromPathOptions
): Effect.Effect<FilePart, LocalFileError, FileSystem | Path> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const filename = options?.filename ?? (yield* Path).basename(path)
    const contentType = options?.contentType
    if (yield* isPipe(path)) {
      return { filename, contentType, content: Stream.toAsyncIterable(readPipe(path)) }
    }
    const { size } = yield* Effect.scoped(open(path))
    yield* attempt(path, fileSystem.access(path, { readable: true }))
    const runtime = yield* Effect.runtime<FileSystem>()
    return { filename, contentType, size, content: reading(path, size, runtime) }
  })

/**
 * {@link fromPath} for promise programs, with the file system of the machine. Rejects with `LocalFileError`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fileFromPath = (path: string, options?: FromPathOptions): Promise<FilePart> =>
  runPromise(Effect.provide(fromPath(path, options), DefaultFiles.layer))
