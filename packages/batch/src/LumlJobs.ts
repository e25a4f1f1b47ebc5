/**
 * Jobs of LUML: transfers of artifacts. Paths are those of the worker, so workers on several machines need a file system
 * that all of them see.
 *
 * @since 0.1.0
 */
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import { Luml } from "@trilum/luml"
import type { InCollection } from "@trilum/luml/Place"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Schema from "effect/Schema"
import * as Stream from "effect/Stream"
import * as Job from "./Job.js"

const place = {
  organization: Schema.optional(Schema.NonEmptyString),
  orbit: Schema.optional(Schema.NonEmptyString),
  collection: Schema.optional(Schema.NonEmptyString)
}

const inPlace = ({ collection, orbit, organization }: InCollection): InCollection => ({
  collection,
  orbit,
  organization
})

/**
 * A file to bring into a collection.
 *
 * @since 0.1.0
 * @category models
 */
export const UploadInput = Schema.Struct({
  path: Schema.NonEmptyString,
  name: Schema.optional(Schema.NonEmptyString),
  description: Schema.optional(Schema.String),
  tags: Schema.optional(Schema.Array(Schema.String)),
  type: Schema.optional(Schema.Literal("model", "experiment", "dataset")),
  ...place
})

/**
 * @since 0.1.0
 * @category models
 */
export interface UploadInput extends Schema.Schema.Type<typeof UploadInput> {}

const describe = (artifact: {
  readonly id: string
  readonly collection_id: string
  readonly file_hash: string
  readonly size: number
}) =>
  Job.finished({
    artifact_id: artifact.id,
    collection_id: artifact.collection_id,
    sha256: artifact.file_hash,
    size: artifact.size
  })

/**
 * The upload of an artifact. LUML takes no idempotency keys, so a try after a crash first looks for an uploaded artifact of
 * the same name and SHA-256 in the collection, and goes on with an upload that was interrupted.
 *
 * @since 0.1.0
 * @category jobs
 */
export const upload: Job.Job<UploadInput, Luml | FileSystem | Path> = Job.make({
  name: "luml.upload",
  platform: "luml",
  input: UploadInput,
  start: (input, { isRepeated }) =>
    Effect.gen(function* () {
      const luml = yield* Luml
      const at = inPlace(input)
      if (isRepeated) {
        const { file_hash, file_name } = yield* luml.inspect(input.path)
        const known = yield* luml.artifacts.listAll({}, at).pipe(
          Stream.filter(
            (artifact) =>
              artifact.file_hash === file_hash &&
              artifact.status === "uploaded" &&
              (artifact.name ?? artifact.file_name) === (input.name ?? file_name)
          ),
          Stream.runHead
        )
        if (Option.isSome(known)) return describe(known.value)
      }
      const { description, name, path, tags, type } = input
      return describe(yield* luml.artifacts.upload(path, { ...at, description, name, tags, type, unfinished: "keep" }))
    })
})

/**
 * An artifact, by id or name, and the path that it is written to.
 *
 * @since 0.1.0
 * @category models
 */
export const DownloadInput = Schema.Struct({
  artifact: Schema.NonEmptyString,
  path: Schema.NonEmptyString,
  ...place
})

/**
 * @since 0.1.0
 * @category models
 */
export interface DownloadInput extends Schema.Schema.Type<typeof DownloadInput> {}

/**
 * The download of an artifact. The file is complete or absent under its name, so a repetition is harmless.
 *
 * @since 0.1.0
 * @category jobs
 */
export const download: Job.Job<DownloadInput, Luml | FileSystem | Path> = Job.make({
  name: "luml.download",
  platform: "luml",
  input: DownloadInput,
  start: (input) =>
    Effect.flatMap(Luml, (luml) =>
      Effect.map(luml.artifacts.download(input.artifact, input.path, inPlace(input)), ({ path, sha256, size }) =>
        Job.finished({ path, sha256, size })
      )
    )
})
