/**
 * Tools of LUML: find artifacts of the registry, compare their metrics, download them. Artifacts are also resources.
 *
 * @since 0.1.0
 */
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import { ValidationError } from "@trilum/core/ApiError"
import type { Artifact } from "@trilum/luml/generated/shared"
import type * as Luml from "@trilum/luml/Luml"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type { Platform } from "./Platforms.js"
import * as Tool from "./Tool.js"

const place = {
  collection: Tool.optional(Schema.String, "Id or exact name. Default: the configured or only one."),
  orbit: Tool.optional(Schema.String, "Id or exact name. Default: the configured or only one."),
  organization: Tool.optional(Schema.String, "Id or exact name. Default: the configured or only one.")
}

/** The numbers among the extra values of an artifact. */
const metricsOf = ({ extra_values }: Pick<Artifact, "extra_values">): Readonly<Record<string, number>> =>
  Object.fromEntries(
    Object.entries(extra_values).filter((entry): entry is [string, number] => typeof entry[1] === "number")
  )

/** What a list shows of an artifact. */
const summaryOf = (artifact: Artifact) => ({
  id: artifact.id,
  name: artifact.name ?? artifact.file_name,
  file_name: artifact.file_name,
  type: artifact.type,
  status: artifact.status,
  size: artifact.size,
  created_at: artifact.created_at,
  collection_id: artifact.collection_id,
  tags: artifact.tags ?? [],
  metrics: metricsOf(artifact)
})

/**
 * The URI of an artifact as a resource.
 *
 * @since 0.1.0
 * @category resources
 */
export const uriOf = ({ collection_id, id }: Pick<Artifact, "id" | "collection_id">): string =>
  `luml://collections/${collection_id}/artifacts/${id}`

const linkOf = (artifact: Artifact): Tool.Link => ({
  uri: uriOf(artifact),
  name: artifact.name ?? artifact.file_name,
  mimeType: "application/json"
})

const find = (client: Luml.Luml.Service): Tool.Tool =>
  Tool.make({
    name: "luml_find_artifacts",
    title: "Find LUML artifacts",
    description:
      "Lists models, datasets and experiments of a collection, with their metrics. Sorts by creation, or by name, size or a metric.",
    input: Schema.Struct({
      search: Tool.optional(Schema.String, "Part of the name, in any case."),
      types: Tool.optional(Schema.Array(Schema.Literal("model", "dataset", "experiment")), "Only these types."),
      sort_by: Tool.optional(Schema.String, "created_at, name, size, or the name of a metric. Default: created_at."),
      order: Tool.optional(Schema.Literal("asc", "desc"), "Default: desc."),
      limit: Tool.optional(Schema.Int.pipe(Schema.between(1, 100)), "Most artifacts. Default: 20."),
      cursor: Tool.optional(Schema.String, "As an earlier result returned it: the next page."),
      ...place
    }),
    annotations: Tool.reads,
    run: ({ collection, cursor, limit = 20, orbit, order, organization, search, sort_by, types }) =>
      Effect.map(
        client.artifacts.list({ search, types, sort_by, order, limit, cursor }, { collection, orbit, organization }),
        (page) => ({
          value: { artifacts: page.items.map(summaryOf), cursor: page.cursor ?? undefined },
          // The URIs of resources are of the default orbit.
          links: orbit === undefined && organization === undefined ? page.items.map(linkOf) : []
        })
      )
  })

const compare = (client: Luml.Luml.Service): Tool.Tool =>
  Tool.make({
    name: "luml_compare_metrics",
    title: "Compare metrics of LUML artifacts",
    description:
      "Reads the metrics of two or more artifacts. Each metric has its value for every artifact, and the differences from the first artifact.",
    input: Schema.Struct({
      artifacts: Schema.Array(Schema.NonEmptyString).pipe(
        Schema.minItems(2),
        Schema.maxItems(20),
        Schema.annotations({ description: "Ids, names or file names. Differences are from the first." })
      ),
      metrics: Tool.optional(Schema.Array(Schema.String), "Only these metrics. Default: all."),
      ...place
    }),
    annotations: Tool.reads,
    run: ({ artifacts, collection, metrics, orbit, organization }) =>
      Effect.gen(function* () {
        const records = yield* Effect.forEach(
          artifacts,
          (artifact) => client.artifacts.get(artifact, { collection, orbit, organization }),
          { concurrency: 4 }
        )
        const values = records.map((record) => metricsOf(record))
        const names = metrics ?? [...new Set(values.flatMap((each) => Object.keys(each)))].sort()
        return {
          value: {
            artifacts: records.map(({ file_name, id, name, type }) => ({ id, name: name ?? file_name, type })),
            metrics: names.map((metric) => {
              const row = values.map((each) => each[metric] ?? null)
              const [base = null] = row
              return {
                metric,
                values: row,
                differences: row.map((value) => (value === null || base === null ? null : value - base))
              }
            })
          }
        }
      })
  })

/** A name of one path segment, so that no file outside of the directory is written. */
const isPlain = (name: string): boolean => !/[/\\\0]/.test(name) && name !== "." && name !== ".." && name.trim() !== ""

const download = (client: Luml.Luml.Service, directory: string): Tool.Tool =>
  Tool.make({
    name: "luml_download_artifact",
    title: "Download a LUML artifact",
    description: `Downloads an artifact into the directory of this server and returns the path. An existing file is an error, unless overwrite is true.`,
    input: Schema.Struct({
      artifact: Schema.NonEmptyString.annotations({ description: "Id, name or file name." }),
      file_name: Tool.optional(Schema.String, "Name of the file, without a directory. Default: that of the artifact."),
      overwrite: Tool.optional(Schema.Boolean, "Replace an existing file. Default: false."),
      ...place
    }),
    // With `overwrite`, a file is replaced.
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
    run: ({ artifact, collection, file_name, orbit, organization, overwrite = false }) =>
      Effect.gen(function* () {
        if (file_name !== undefined && !isPlain(file_name)) {
          return yield* new ValidationError({
            platform: "mcp",
            code: "INVALID_INPUT",
            attempts: 0,
            message: "file_name must be the name of a file, without a directory."
          })
        }
        const path = yield* Path
        yield* Effect.flatMap(FileSystem, (files) => files.makeDirectory(directory, { recursive: true }))
        const target = file_name === undefined ? directory : path.join(directory, file_name)
        const done = yield* client.artifacts.download(artifact, target, {
          collection,
          orbit,
          organization,
          overwrite
        })
        return {
          value: { path: path.resolve(done.path), size: done.size, sha256: done.sha256, artifact: done.artifact.id }
        }
      })
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ client }: Platform<Luml.Luml.Service>, directory: string): ReadonlyArray<Tool.Tool> => [
  find(client),
  compare(client),
  download(client, directory)
]

/** Artifacts that a list of resources has. */
const listed = 100

/**
 * The artifacts of the default collection, as resources. Empty when there is no default.
 *
 * @since 0.1.0
 * @category resources
 */
export const list = ({ client }: Platform<Luml.Luml.Service>): Effect.Effect<ReadonlyArray<Tool.Link>, Error> =>
  client.artifacts.list({ limit: listed }).pipe(
    Effect.map(({ items }) => items.map(linkOf)),
    Effect.catchTag("ConfigurationError", () => Effect.succeed([]))
  )

/**
 * The record of an artifact, with its metrics, manifest, file index and deployments.
 *
 * @since 0.1.0
 * @category resources
 */
export const read = (
  { client }: Platform<Luml.Luml.Service>,
  collection: string,
  artifact: string
): Effect.Effect<unknown, Error> => client.artifacts.get(artifact, { collection })
