/**
 * Files of this machine, for uploads and downloads under Node.
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
  /** The name it is uploaded under. Default: the last part of the path. */
  readonly filename?: string | undefined
  /** Default: `application/octet-stream`. */
  readonly contentType?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SaveOptions {
  /** `false`: fails with reason `exists` when there is a file. Default: `true`, it is replaced once all is written. */
  readonly overwrite?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Saved extends AtomicFile.Saved {}

/** Opened when the upload begins, and closed when it ends. */
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
 * A file as something to upload. It is opened when the upload begins and read as the server takes it, so its size does
 * not matter. Fails when it does not exist, is a folder or may not be read; one that becomes shorter while it is read fails
 * the upload. A named pipe is sent as its writer writes it, once.
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
 * Writes a download to a file. It appears under its name once all of it is written; a download that fails or is
 * interrupted leaves nothing behind, and a file that was there before as it was.
 *
 * @since 0.1.0
 * @category destinations
 */
export const save: (
  path: string,
  options?: SaveOptions
) => <E, R>(self: Stream.Stream<Uint8Array, E, R>) => Effect.Effect<Saved, E | LocalFileError, R | FileSystem | Path> =
  AtomicFile.save
