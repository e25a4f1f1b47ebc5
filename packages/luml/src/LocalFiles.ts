/**
 * Files and hashes of the machine, as transfers need them. On Node they are Node's; other runtimes have no files, and
 * bytes, streams and Blobs are what they upload.
 *
 * @since 0.1.0
 */
import * as DefaultFiles from "@trilum/luml/DefaultFiles"
import * as Context from "effect/Context"
import type * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Hash } from "./archive/Sha256.js"
import type { FileError } from "./LumlError.js"

/**
 * A file that is read. It is closed with its scope.
 *
 * @since 0.1.0
 * @category models
 */
export interface Reader {
  /** Bytes, when it was opened. */
  readonly size: number
  /**
   * Exactly `length` bytes from `position` on, in pieces of at most 1 MiB, one read ahead. Throws a `FileError`, of reason
   * `changed` when there are fewer.
   */
  readonly chunks: (position: number, length: number) => AsyncIterable<Uint8Array>
  /** All bytes in order. The bytes are only good during the call; `false` ends the reading. */
  readonly scan: (push: (bytes: Uint8Array) => boolean) => Effect.Effect<void, FileError>
  /** Another text when the file was written to since. */
  readonly version: Effect.Effect<string, FileError>
}

/**
 * A file that is written, at any place. It is closed with its scope.
 *
 * @since 0.1.0
 * @category models
 */
export interface Writer extends Reader {
  readonly write: (position: number, chunks: ReadonlyArray<Uint8Array>) => Effect.Effect<void, FileError>
  readonly truncate: (size: number) => Effect.Effect<void, FileError>
  /** Waits until the bytes are on the disk. */
  readonly sync: Effect.Effect<void, FileError>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly sha256: () => Hash
  /** Absent where the runtime has none; then uploads carry no `Content-MD5`. */
  readonly md5: (() => Hash) | undefined
  readonly read: (path: string) => Effect.Effect<Reader, FileError, Scope.Scope>
  /** Creates the file unless it is there. */
  readonly write: (path: string) => Effect.Effect<Writer, FileError, Scope.Scope>
  /** Puts a file in the place of another, in one step, and waits until that is on the disk. */
  readonly replace: (from: string, to: string) => Effect.Effect<void, FileError>
  /** A file that is not there is fine. */
  readonly remove: (path: string) => Effect.Effect<void, FileError>
  /** `undefined` for a file that is not there. */
  readonly readText: (path: string) => Effect.Effect<string | undefined, FileError>
  /** Creates the file, for its owner alone, unless it is there. */
  readonly append: (path: string, text: string) => Effect.Effect<void, FileError>
  readonly isFolder: (path: string) => Effect.Effect<boolean>
  /** A new empty file that is removed with its scope. */
  readonly scratch: Effect.Effect<string, FileError, Scope.Scope>
  readonly join: (folder: string, name: string) => string
  readonly folderOf: (path: string) => string
  readonly baseName: (path: string) => string
  /** Of this process. */
  readonly processId: number
  /** Whether a process with this id runs on this machine. */
  readonly isRunning: (processId: number) => boolean
}

/**
 * The files in force; replace them to keep artifacts elsewhere, or to test what a full disk does.
 *
 * @since 0.1.0
 * @category services
 */
export class LocalFiles extends Context.Reference<LocalFiles>()("@trilum/luml/LocalFiles", {
  defaultValue: (): Service => DefaultFiles.files
}) {}
