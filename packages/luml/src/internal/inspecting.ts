import * as Effect from "effect/Effect"
import { defaultMaxSize, type Inspection } from "../archive/ArtifactFile.js"
import type * as LocalFiles from "../LocalFiles.js"
import type { InspectOptions } from "../Luml.js"
import type { FileError } from "../LumlError.js"
import * as Content from "../transfer/Content.js"
import * as Report from "../transfer/Report.js"

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
        const { inspection } = yield* Report.phase(options, { phase: "check", fileName, total: size }, ({ add }) =>
          Content.inspect(files, content, { onBytes: add })
        )
        return inspection
      })
    )
