/**
 * Files of this machine for the promise client.
 *
 * @example
 * ```ts
 * import { createLumnis } from "@trilum/lumnis/promise"
 * import { fileFromPath, saveFile } from "@trilum/lumnis/node/promise"
 *
 * const lumnis = createLumnis()
 * const file = await fileFromPath("report.pdf", { contentType: "application/pdf" })
 * const { file_id } = await lumnis.files.upload({ file, scope: "tenant" })
 * await saveFile(lumnis.files.download(file_id), "copy.pdf")
 * await lumnis.close()
 * ```
 *
 * @since 0.1.0
 */
import type { FilePart } from "@trilum/core/Operation"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Stream from "effect/Stream"
import * as LocalFile from "./LocalFile.js"

export { type FromPathOptions, LocalFileError, type Saved, type SaveOptions } from "./LocalFile.js"

/** Rejects with the error itself. */
const run = async <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Either.getOrThrowWith(await Effect.runPromise(Effect.either(effect)), (error) => error)

/**
 * A file as something to upload; see `LocalFile.fromPath`. Rejects with `LocalFileError`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fileFromPath = (path: string, options?: LocalFile.FromPathOptions): Promise<FilePart> =>
  run(LocalFile.fromPath(path, options))

/**
 * Writes a download to a file; see `LocalFile.save`. Rejects with `LocalFileError`, or with what the download fails with.
 *
 * @since 0.1.0
 * @category destinations
 */
export const saveFile = (
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  options?: LocalFile.SaveOptions
): Promise<LocalFile.Saved> => run(LocalFile.save(path, options)(Stream.fromAsyncIterable(bytes, (failure) => failure)))
