/**
 * What `trilum luml artifacts download` does.
 *
 * @since 0.1.0
 */
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import { Luml } from "@trilum/luml/Luml"
import type { ArtifactRecord, DownloadError } from "@trilum/luml/transfer/Download"
import * as Effect from "effect/Effect"
import type * as Either from "effect/Either"
import * as Stream from "effect/Stream"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Confirm from "../../confirm.js"
import * as Downloads from "../../downloads.js"
import * as Dry from "../../dryRun.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { integer } from "../../parse.js"
import * as Bytes from "../../render/bytes.js"
import { attempt } from "../../run.js"
import * as Target from "../../target.js"
import * as Existing from "./existing.js"
import * as Transfers from "./transfers.js"

/** Writes the bytes themselves: a whole artifact or one member, to stdout or a file. */
const write = (
  invocation: Invocation,
  client: Luml.Service,
  reference: string,
  member: string | undefined
): Effect.Effect<void, DownloadError | Error, FileSystem | Path> =>
  Effect.scoped(
    Effect.gen(function* () {
      const { io, values } = invocation
      const output = Target.fileOf(values)
      const target = yield* Target.make(io, output === "-" ? undefined : output)
      const bytes =
        member === undefined
          ? client.artifacts.stream(reference, { verify: values.flag("verify") })
          : client.artifacts.streamMember(reference, member)
      yield* Stream.runForEach(bytes, target.write)
      yield* target.finish
    })
  )

interface Planned {
  readonly reference: string
  readonly plan: Either.Either<{ readonly record: ArtifactRecord; readonly path: string }, Error>
}

const toFiles = (
  invocation: Invocation,
  client: Luml.Service,
  references: ReadonlyArray<string>,
  concurrency: number,
  parts: number | undefined
): Effect.Effect<void, Error, FileSystem | Path> =>
  Effect.scoped(
    Effect.gen(function* () {
      const { io, json, values } = invocation
      const transfers = yield* Transfers.make(invocation, {
        done: "downloaded",
        noun: "artifact",
        total: references.length
      })
      if (references.length > 1) yield* client.place
      const downloads = yield* attempt(() => Downloads.make(invocation, references.length))
      const found = yield* Effect.forEach(
        references,
        (reference) => Effect.map(Effect.either(client.artifacts.get(reference)), (record) => ({ reference, record })),
        { concurrency: 4 }
      )
      // One after the other: of two artifacts with one name, the first that was typed has it.
      const planned = yield* Effect.forEach(found, ({ record: got, reference }) => {
        const plan = Effect.flatMap(got, (record) =>
          Effect.map(downloads.path(reference, record.file_name), (path) => ({ record, path }))
        )
        return Effect.map(Effect.either(plan), (plan): Planned => ({ reference, plan }))
      })
      const fetch = (reference: string, record: ArtifactRecord, path: string) => {
        if (Dry.isAsked(invocation))
          return Effect.zipRight(Stream.runDrain(client.artifacts.stream(record)), Effect.never)
        return Effect.map(
          Effect.flatMap(downloads.mayReplace(path), (overwrite) =>
            client.artifacts.download(record, path, {
              concurrency: parts,
              overwrite,
              verify: values.flag("verify"),
              resume: values.flag("resume"),
              progress: transfers.tell(reference)
            })
          ),
          ({ sha256 }) => ({ id: record.id, path, sha256, size: record.size, type: "downloaded" })
        )
      }
      const skipping = values.flag("skip-existing") === true
      const one = ({ plan, reference }: Planned) => {
        const began = io.now()
        return Effect.flatMap(plan, ({ path, record }) =>
          Effect.if(skipping ? Existing.isLocal(record, path) : Effect.succeed(false), {
            onTrue: () =>
              Effect.succeed({ id: record.id, path, sha256: record.file_hash, size: record.size, type: "skipped" }),
            onFalse: () => fetch(reference, record, path)
          })
        ).pipe(
          Effect.ensuring(transfers.end(reference)),
          Effect.matchEffect({
            onFailure: (error) => transfers.outcomes.failed({ artifact: reference }, reference, error),
            onSuccess: ({ id, path, sha256, size, type }) =>
              Effect.gen(function* () {
                if (!json && type === "downloaded")
                  yield* attempt(() => transfers.line(summary(reference, size, io.now() - began, sha256)))
                yield* transfers.outcomes.succeeded({ type, artifact: reference, id, path, size, sha256 }, path)
              })
          })
        )
      }
      yield* Dry.forEach(invocation, planned, one, concurrency).pipe(
        Effect.onInterrupt(() =>
          values.flag("resume") === false ? Effect.void : transfers.farewell("goes on with what is missing")
        )
      )
      yield* transfers.outcomes.end
    })
  )

const summary = (reference: string, size: number, elapsed: number, sha256: string | undefined): string =>
  `downloaded ${reference}: ${Bytes.size(size)} in ${Bytes.time(elapsed)} (${Bytes.rate(size, Math.max(1, elapsed))})${
    sha256 === undefined ? ", not verified" : ""
  }`

/**
 * @since 0.1.0
 * @category constructors
 */
export const runDownload = async (invocation: Invocation): Promise<number> => {
  const { io, values } = invocation
  const references = [...new Set(values.arguments)]
  const [first = ""] = references
  const member = values.text("member")
  const output = Target.fileOf(values)
  const toStdout = output === "-" || (member !== undefined && output === undefined)
  if ((toStdout || member !== undefined) && references.length > 1) {
    throw new UsageError("--member and -o - are for a single artifact")
  }
  if (toStdout && member === undefined && io.stdout.isTTY) {
    throw new UsageError("the artifact is a file, which a terminal cannot show", "give -o FILE, or pipe stdout")
  }
  if (member !== undefined && output !== undefined) await Confirm.requireReplaceable(invocation, output)
  const concurrency = integer(values, "concurrency", 1) ?? 2
  const parts = integer(values, "parts", 1)
  await Layers.runLuml(
    invocation,
    Effect.flatMap(Luml, (client) =>
      toStdout || member !== undefined
        ? write(invocation, client, first, member)
        : toFiles(invocation, client, references, concurrency, parts)
    )
  )
  return exitCode.ok
}
