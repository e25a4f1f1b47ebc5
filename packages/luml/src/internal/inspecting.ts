import * as Progress from "@trilum/core/Progress"
import * as Effect from "effect/Effect"
import { defaultMaxSize, type Inspection } from "../archive/ArtifactFile.js"
import type * as LocalFiles from "../LocalFiles.js"
import type { InspectOptions } from "../Luml.js"
import type { FileError } from "../LumlError.js"
import * as Content from "../transfer/Content.js"

/** What an artifact file says of itself. */
export const make =
  (files: LocalFiles.Service) =>
  (source: Content.Source, options: InspectOptions = {}): Effect.Effect<Inspection, FileError> =>
    Effect.scoped(
      Effect.gen(function* () {
        const content = yield* Content.open(files, source, {
          fileName: options.fileName,
          maxSize: options.maxSize ?? defaultMaxSize
        })
        const { fileName, size } = content
        const { inspection } = yield* Progress.track(
          { phase: "check", label: fileName, unit: "bytes", total: size },
          ({ add }) => Content.inspect(files, content, { onBytes: add }),
          options.progress
        )
        return inspection
      })
    )
