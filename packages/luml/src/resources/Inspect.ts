/**
 * Inspects local artifact files.
 *
 * @since 0.1.0
 */
import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as Progress from "@trilum/core/Progress"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import { defaultMaxSize, type Inspection } from "../archive/ArtifactFile.js"
import type { ApiClient } from "../client.js"
import * as Content from "../transfer/Content.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface InspectOptions {
  /**
   * Receives the progress in bytes. `true` writes it to stderr. Default: only the progress sink in the context receives
   * it.
   */
  readonly progress?: Progress.Option | undefined
  /** Default: the name of the path or `File`. Required for bytes and streams. */
  readonly fileName?: string | undefined
  /** In bytes. Default: 5 GiB. */
  readonly maxSize?: number | undefined
}

/**
 * Derives the fields of a record from an artifact file. Sends no request.
 *
 * @since 0.1.0
 * @category models
 */
export type Inspect = <S extends Content.Source>(
  source: S,
  options?: InspectOptions
) => Effect.Effect<Inspection, LocalFileError, Content.Files<S>>

/**
 * {@link Inspect} as a member of the client.
 *
 * @since 0.1.0
 * @category resources
 */
export const inspect = /* @__PURE__ */ Resource.make(
  "inspect",
  (_: ApiClient): Inspect =>
    (source, options = {}) =>
      Effect.scoped(
        Effect.gen(function* () {
          const content = yield* Content.open(source, {
            fileName: options.fileName,
            maxSize: options.maxSize ?? defaultMaxSize
          })
          const { fileName, size } = content
          const { inspection } = yield* Progress.track(
            { phase: "check", label: fileName, unit: "bytes", total: size },
            ({ add }) => Content.inspect(content, { onBytes: add }),
            options.progress
          )
          return inspection
        })
      )
)
