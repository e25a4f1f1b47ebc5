/**
 * Local files as uploads and downloads under Node.
 *
 * @since 0.1.0
 */
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import * as AtomicFile from "@trilum/core/AtomicFile"
import type { FilePart } from "@trilum/core/FileInput"
import * as CoreFile from "@trilum/core/LocalFile"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"

export type { FromPathOptions } from "@trilum/core/LocalFile"
export { LocalFileError } from "@trilum/core/LocalFileError"

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

/**
 * Makes the content of an upload from a file; see `LocalFile.fromPath` of `@trilum/core`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromPath: (
  path: string,
  options?: CoreFile.FromPathOptions
) => Effect.Effect<FilePart, LocalFileError, FileSystem | Path> = CoreFile.fromPath

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
