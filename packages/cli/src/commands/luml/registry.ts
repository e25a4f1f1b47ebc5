/**
 * What the commands do that ask the registry, or a file, and print what it says.
 *
 * @since 0.1.0
 */
import { resolve } from "node:path"
import type { Inspection } from "@trilum/luml/archive/ArtifactFile"
import type { TrackEntry } from "@trilum/luml/generated/trackEntries"
import { Luml } from "@trilum/luml/Luml"
import { canonicalUuid } from "@trilum/luml/Place"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Confirm from "../../confirm.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { choice, integer } from "../../parse.js"
import * as Bytes from "../../render/bytes.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import * as Table from "../../render/table.js"
import { harmless } from "../../render/width.js"
import { attempt, page, print, run } from "../../run.js"
import { kinds, orders, types } from "./choices.js"

/** A body that talks to the registry. */
const withClient = async (
  invocation: Invocation,
  body: (client: Luml.Service) => Effect.Effect<void, Error>
): Promise<number> => {
  await Layers.runLuml(invocation, Effect.flatMap(Luml, body))
  return exitCode.ok
}

/** A table on a terminal, else one array, or lines where the format is one of lines. The records before a failure are shown. */
const printRecords = <A extends object, E extends Error>(
  invocation: Invocation,
  records: Stream.Stream<A, E>,
  rowOf: (record: A) => Table.Row
): Effect.Effect<void, E | Error> =>
  Effect.gen(function* () {
    const { formatting, io, json } = invocation
    if (formatting?.byRecord === true) {
      return yield* Stream.runForEach(records, (record) => print(io.stdout, `${Json.compact(record)}\n`))
    }
    if (json || !io.stdout.isTTY) {
      let count = 0
      const each = (record: A) => print(io.stdout, `${count++ === 0 ? "[" : ","}${Json.compact(record)}`)
      yield* Effect.onError(Stream.runForEach(records, each), () =>
        count === 0 ? Effect.void : Effect.ignore(print(io.stdout, "]\n"))
      )
      return yield* print(io.stdout, count === 0 ? "[]\n" : "]\n")
    }
    const all: Array<A> = []
    const shown = Effect.suspend(() => {
      if (all.length === 0) return Effect.void
      const lines = Table.lines(all.map(rowOf), { columns: io.stdout.columns, paint: paint(io.stdout.colour) })
      return page(invocation, `${lines.join("\n")}\n`)
    })
    yield* Effect.onError(
      Stream.runForEach(records, (record) => Effect.sync(() => all.push(record))),
      () => Effect.ignore(shown)
    )
    yield* shown
    if (all.length === 0) yield* print(io.stderr, "nothing found\n")
  })

const atMost =
  (limit: number | undefined) =>
  <A, E>(self: Stream.Stream<A, E>): Stream.Stream<A, E> =>
    limit === undefined ? self : Stream.take(self, limit)

const day = (date: Date): string => date.toISOString().slice(0, 16).replace("T", " ")

const pageSize = 100

/** No page longer than what is wanted. */
const pageOf = (limit: number | undefined): number => Math.min(limit ?? pageSize, pageSize)

/**
 * @since 0.1.0
 * @category constructors
 */
export const listArtifacts = (invocation: Invocation): Promise<number> => {
  const { values } = invocation
  const limit = integer(values, "limit", 1)
  const wanted = values.texts("type").map((text) => {
    const found = types.find((type) => type === text)
    if (found === undefined) throw new UsageError(`--type "${text}" is none of ${types.join(", ")}`)
    return found
  })
  const params = {
    search: values.text("search"),
    types: wanted.length === 0 ? undefined : wanted,
    sort_by: values.text("sort"),
    order: choice(values, "order", orders),
    limit: pageOf(limit)
  }
  return withClient(invocation, (client) =>
    printRecords(invocation, atMost(limit)(client.artifacts.listAll(params)), (artifact) => ({
      id: artifact.id,
      name: artifact.name ?? artifact.file_name,
      type: artifact.type,
      size: Bytes.size(artifact.size),
      status: artifact.status,
      created: day(artifact.created_at)
    }))
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const getArtifact = (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const [reference = ""] = values.arguments
  return withClient(invocation, (client) =>
    Effect.flatMap(client.artifacts.get(reference), (artifact) =>
      print(io.stdout, `${Json.text(artifact, io.stdout, json)}\n`)
    )
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const deleteArtifact = (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const [reference = ""] = values.arguments
  const confirm = Confirm.make(invocation, ["luml", "artifacts", "delete"])
  return withClient(invocation, (client) =>
    Effect.gen(function* () {
      const artifact = yield* client.artifacts.get(reference)
      const { file_name: file, id, name } = artifact
      const deployments = artifact.deployments ?? []
      yield* attempt(() =>
        confirm("Delete an artifact, its bytes and its record", [
          ["name", name ?? file],
          ["id", id],
          ["file", `${file} (${Bytes.size(artifact.size)}, ${artifact.status})`],
          ...(values.flag("force") === true && deployments.length > 0
            ? [["deployments", deployments.map((each) => each.name ?? each.id).join(", ")] as const]
            : [])
        ])
      )
      yield* client.artifacts.delete(artifact, { force: values.flag("force") })
      if (json) return yield* print(io.stdout, `${Json.compact({ type: "deleted", id, name, file_name: file })}\n`)
      yield* print(io.stderr, `deleted ${harmless(name ?? file)} (${id})\n`)
    })
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const listCollections = (invocation: Invocation): Promise<number> => {
  const { values } = invocation
  const limit = integer(values, "limit", 1)
  const params = { search: values.text("search"), limit: pageOf(limit) }
  return withClient(invocation, (client) =>
    printRecords(invocation, atMost(limit)(client.collections.listAll(params)), (collection) => ({
      id: collection.id,
      name: collection.name,
      type: collection.type,
      artifacts: collection.total_artifacts,
      description: collection.description
    }))
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const createCollection = (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const [name = ""] = values.arguments
  if (name.trim() === "") throw new UsageError("the name is empty")
  const tags = values.texts("tag")
  const params = {
    name,
    description: values.text("description") ?? "",
    type: choice(values, "type", kinds) ?? "mixed",
    ...(tags.length === 0 ? undefined : { tags })
  }
  return withClient(invocation, (client) =>
    Effect.flatMap(client.collections.create(params), (collection) =>
      print(io.stdout, `${json ? Json.compact(collection) : collection.id}\n`)
    )
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const listOrbits = (invocation: Invocation): Promise<number> =>
  withClient(invocation, (client) =>
    printRecords(invocation, Stream.fromIterableEffect(client.orbits.list()), (orbit) => ({
      id: orbit.id,
      name: orbit.name,
      collections: orbit.total_collections,
      artifacts: orbit.total_artifacts,
      created: day(orbit.created_at)
    }))
  )

const printEntry = ({ io, json }: Invocation, track: string, entry: TrackEntry): Effect.Effect<void, Error> =>
  json
    ? print(io.stdout, `${Json.compact(entry)}\n`)
    : print(
        io.stdout,
        `${harmless(`${track} version ${entry.version} is at ${entry.stage_name ?? entry.stage_id ?? "no stage"}`)}\n`
      )

/**
 * @since 0.1.0
 * @category constructors
 */
export const promoteVersion = (invocation: Invocation): Promise<number> => {
  const { values } = invocation
  const [track = "", version = "", stage = ""] = values.arguments
  const artifactId = canonicalUuid(version)
  if (artifactId === undefined && !/^[1-9]\d{0,8}$/.test(version)) {
    throw new UsageError(`"${version}" is no version`, "give its number, or the id of its artifact")
  }
  const reference = artifactId === undefined ? Number(version) : { artifactId }
  return withClient(invocation, (client) =>
    Effect.flatMap(client.tracks.promote(track, reference, stage, { force: values.flag("force") }), (entry) =>
      printEntry(invocation, track, entry)
    )
  )
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const rollbackStage = (invocation: Invocation): Promise<number> => {
  const [track = "", stage = ""] = invocation.values.arguments
  return withClient(invocation, (client) =>
    Effect.flatMap(client.tracks.rollback(track, stage), (entry) => printEntry(invocation, track, entry))
  )
}

const shownMembers = 12

const inspectionText = (found: Inspection, { io }: Invocation): string => {
  const { bold } = paint(io.stdout.colour)
  const members = Object.entries(found.file_index)
  const about = [
    ["type", found.artifact_type ?? "none: the registry will refuse it"],
    ["size", `${Bytes.size(found.size)} (${found.size} bytes)`],
    ["sha256", found.file_hash],
    ...["name", "version", "producer_name", "producer_version"].flatMap((name) => {
      const value = found.manifest[name]
      return typeof value === "string" && value !== "" ? [[name.replace("_", " "), value] as const] : []
    }),
    ...(Object.keys(found.extra_values).length === 0 ? [] : [["values", Json.compact(found.extra_values)] as const]),
    ["members", String(members.length)]
  ]
  return [
    bold(harmless(found.file_name)),
    ...about.map(([name = "", value = ""]) => `  ${name.padEnd(17)}${harmless(value)}`),
    ...members
      .slice(0, shownMembers)
      .map(([name, [, size]]) => `    ${Bytes.size(size).padStart(8)}  ${harmless(name)}`),
    ...(members.length > shownMembers ? [`    and ${members.length - shownMembers} more`] : []),
    ""
  ].join("\n")
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const inspectFile = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const [file = ""] = values.arguments
  const found = await run(
    invocation,
    // It sends nothing.
    Effect.flatMap(Luml.make({ apiKey: Redacted.make("offline") }), (client) => client.inspect(resolve(io.cwd, file)))
  )
  await io.stdout.write(json || !io.stdout.isTTY ? `${Json.compact(found)}\n` : inspectionText(found, invocation))
  return exitCode.ok
}
