/**
 * What a runtime offers for files. On Node, an export condition replaces this module by `node/DefaultFiles.ts`.
 *
 * @since 0.1.0
 */
import type { File } from "@effect/platform/FileSystem"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { LocalFileError } from "./LocalFileError.js"

/**
 * The file system that promise clients use. Empty here: a browser or a worker has none.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<never> = Layer.empty

/**
 * When the contents or the attributes of an open file last changed, as a text to compare. Unlike the modification time, it
 * cannot be set back. `undefined` where the runtime does not tell.
 *
 * @since 0.1.0
 * @category accessors
 */
export const changeTime = (_file: File): Effect.Effect<string | undefined> => Effect.succeed(undefined)

/**
 * The bytes of a named pipe, until its writers are gone.
 *
 * @since 0.1.0
 * @category accessors
 */
export const readPipe = (path: string): Stream.Stream<Uint8Array, LocalFileError> =>
  Stream.fail(new LocalFileError({ reason: "unavailable", file: path, problem: "this runtime has no pipes" }))
