import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as Progress from "@trilum/core/Progress"
import * as Effect from "effect/Effect"
import { defaultMaxSize, type Inspection } from "../archive/ArtifactFile.js"
import type { InspectOptions } from "../Luml.js"
import * as Content from "../transfer/Content.js"

/** What an artifact file says of itself. */
export const inspect = (
  source: Content.Source,
  options: InspectOptions = {}
): Effect.Effect<Inspection, LocalFileError> =>
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
