/**
 * What Node offers for files, beyond `FileSystem` of `@effect/platform`.
 *
 * @since 0.1.0
 */
import * as Fs from "node:fs"
import * as Net from "node:net"
import type { File, FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import * as NodeFileSystem from "@effect/platform-node/NodeFileSystem"
import * as NodePath from "@effect/platform-node/NodePath"
import * as NodeStream from "@effect/platform-node/NodeStream"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { fromCause, type LocalFileError } from "../LocalFileError.js"

/**
 * The file system that promise clients use: that of the machine.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<FileSystem | Path> = Layer.mergeAll(NodeFileSystem.layer, NodePath.layer)

/**
 * When the contents or the attributes of an open file last changed, as a text to compare. Unlike the modification time, it
 * cannot be set back. `undefined` for a file of another `FileSystem`, whose descriptors are not Node's.
 *
 * @since 0.1.0
 * @category accessors
 */
export const changeTime = (file: File): Effect.Effect<string | undefined> =>
  Effect.zipWith(
    Effect.option(file.stat),
    Effect.async<Fs.BigIntStats | undefined>((resume) => {
      try {
        Fs.fstat(file.fd, { bigint: true }, (error, stats) =>
          resume(Effect.succeed(error === null ? stats : undefined))
        )
      } catch {
        resume(Effect.succeed(undefined))
      }
    }),
    (info, stats) =>
      Option.isSome(info) &&
      stats !== undefined &&
      stats.size === info.value.size &&
      Option.contains(info.value.ino, Number(stats.ino))
        ? `${stats.mtimeNs}:${stats.ctimeNs}`
        : undefined
  )

/**
 * The bytes of a named pipe, until its writers are gone. Waiting for a writer can be interrupted, and does not keep the
 * process from ending: the pipe is opened without blocking and read as a socket, not by a thread of Node's pool.
 *
 * @since 0.1.0
 * @category accessors
 */
export const readPipe = (path: string): Stream.Stream<Uint8Array, LocalFileError> =>
  Stream.unwrap(
    Effect.map(
      Effect.async<number, LocalFileError>((resume) => {
        Fs.open(path, Fs.constants.O_RDONLY | (Fs.constants.O_NONBLOCK ?? 0), (error, descriptor) =>
          resume(error === null ? Effect.succeed(descriptor) : Effect.fail(fromCause(path)(error)))
        )
      }),
      (descriptor) =>
        NodeStream.fromReadable<LocalFileError, Uint8Array>(
          () => new Net.Socket({ fd: descriptor, readable: true, writable: false }),
          fromCause(path)
        )
    )
  )
