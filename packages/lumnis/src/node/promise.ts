/**
 * Local files for the promise client.
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
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { runPromise } from "@trilum/core/PromiseClient"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as BatchFile from "./BatchFile.js"
import * as BatchInput from "./BatchInput.js"
import * as LocalFile from "./LocalFile.js"

export { fileFromPath } from "@trilum/core/LocalFile"
export { lineOf, type OpenOptions, type ResultLine } from "./BatchFile.js"
export type { InputOptions, LineItem } from "./BatchInput.js"
export { type FromPathOptions, LocalFileError, type Saved, type SaveOptions } from "./LocalFile.js"

const run = <A, E>(effect: Effect.Effect<A, E, FileSystem | Path>): Promise<A> =>
  runPromise(Effect.provide(effect, DefaultFiles.layer))

/**
 * Writes a download to a file; see `LocalFile.save`. Rejects with `LocalFileError` or the error of the download.
 *
 * @since 0.1.0
 * @category destinations
 */
export const saveFile = (
  bytes: AsyncIterable<Uint8Array>,
  path: string,
  options?: LocalFile.SaveOptions
): Promise<LocalFile.Saved> => run(LocalFile.save(path, options)(Stream.fromAsyncIterable(bytes, (cause) => cause)))

/**
 * The results of a batch in a file. `close` waits until all results are on disk.
 *
 * @since 0.1.0
 * @category models
 */
export interface OpenBatchFile extends Omit<BatchFile.BatchFile, "append"> {
  readonly append: (line: BatchFile.ResultLine) => Promise<void>
  readonly close: () => Promise<void>
  readonly [Symbol.asyncDispose]: () => Promise<void>
}

/**
 * Opens or creates the results of a batch; see `BatchFile.open`. Rejects with `LocalFileError`.
 *
 * @example
 * ```ts
 * import { createLumnis } from "@trilum/lumnis/promise"
 * import { batchItems, lineOf, openBatchFile } from "@trilum/lumnis/node/promise"
 *
 * const lumnis = createLumnis()
 * const { append, checkpoint, close } = await openBatchFile("results.jsonl")
 * const items = batchItems("prompts.jsonl", { userId: "ada@example.com" })
 * for await (const result of lumnis.invokeMany(items, { checkpoint })) await append(lineOf(result))
 * await close()
 * await lumnis.close()
 * ```
 *
 * @since 0.1.0
 * @category batches
 */
export const openBatchFile = async (path: string, options?: BatchFile.OpenOptions): Promise<OpenBatchFile> => {
  const scope = Effect.runSync(Scope.make())
  const end = (): Promise<void> => Effect.runPromise(Scope.close(scope, Exit.void))
  try {
    const file = await run(Scope.extend(BatchFile.open(path, options), scope))
    return { ...file, append: (line) => run(file.append(line)), close: end, [Symbol.asyncDispose]: end }
  } catch (error) {
    await end()
    throw error
  }
}

/**
 * The items of a batch from a file, read as they are pulled; see `BatchInput`. The iteration throws `LocalFileError`.
 *
 * @since 0.1.0
 * @category batches
 */
export const batchItems = (path: string, options?: BatchInput.InputOptions): AsyncIterable<BatchInput.LineItem> =>
  Stream.toAsyncIterable(Stream.provideLayer(BatchInput.items(path, options), DefaultFiles.layer))
