/**
 * Local files as uploads and downloads under Node.
 *
 * @since 0.1.0
 */
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import * as AtomicFile from "@trilum/core/AtomicFile"
import * as CoreFile from "@trilum/core/LocalFile"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import type { FilePart } from "@trilum/core/Operation"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Runtime from "effect/Runtime"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"

export { LocalFileError } from "@trilum/core/LocalFileError"

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

/**
 * @since 0.1.0
 * @category models
 */
export interface SaveOptions {
  /**
   * `false`: fails with reason `exists` when the file exists. Default: `true`, replaces the file when the download is
   * complete.
   */
  readonly overwrite?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Saved extends AtomicFile.Saved {}

/** Opens the file when the upload starts, and closes it when the upload ends. */
const reading = (path: string, size: number, runtime: Runtime.Runtime<FileSystem>): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    const run = Runtime.runPromise(runtime)
    const scope = await run(Scope.make())
    try {
      const file = await run(Effect.either(Scope.extend(CoreFile.open(path), scope)))
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
    if (yield* CoreFile.isPipe(path)) {
      return { filename, contentType, content: Stream.toAsyncIterable(CoreFile.readPipe(path)) }
    }
    const { size } = yield* Effect.scoped(CoreFile.open(path))
    yield* CoreFile.attempt(path, fileSystem.access(path, { readable: true }))
    const runtime = yield* Effect.runtime<FileSystem>()
    return { filename, contentType, size, content: reading(path, size, runtime) }
  })

/**
 * Writes a download to a file. The file appears under its name when the download is complete. A download that fails or
 * is interrupted leaves no partial file and does not change an existing one.
 *
 * @since 0.1.0
 * @category destinations
 */
export const save: (
  path: string,
  options?: SaveOptions
) => <E, R>(self: Stream.Stream<Uint8Array, E, R>) => Effect.Effect<Saved, E | LocalFileError, R | FileSystem | Path> =
  AtomicFile.save
