/**
 * What `trilum luml artifacts upload` does.
 *
 * @since 0.1.0
 */
import { basename, resolve } from "node:path"
import { Luml } from "@trilum/luml/Luml"
import * as Effect from "effect/Effect"
import { UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Dry from "../../dryRun.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { choice, integer } from "../../parse.js"
import * as Bytes from "../../render/bytes.js"
import { attempt } from "../../run.js"
import { types } from "./choices.js"
import * as Existing from "./existing.js"
import * as Transfers from "./transfers.js"

const optionsOf = ({ values }: Invocation, count: number) => {
  const name = values.text("name")
  if (name !== undefined && count > 1) throw new UsageError("--name is for a single file")
  const fileName = values.text("file-name")
  if (fileName !== undefined && count > 1) throw new UsageError("--file-name is for a single file")
  if (fileName === undefined && values.arguments.includes("-")) {
    throw new UsageError("stdin has no name", "give --file-name NAME, such as model.luml")
  }
  const tags = values.texts("tag")
  const resume = values.flag("resume") !== false && values.flag("dry-run") !== true
  return {
    name,
    fileName,
    description: values.text("description"),
    tags: tags.length === 0 ? undefined : tags,
    type: choice(values, "type", types),
    concurrency: integer(values, "parts", 1),
    state: resume ? undefined : (false as const),
    unfinished: resume ? ("keep" as const) : ("settle" as const)
  }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const runUpload = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const files = [...new Map(values.arguments.map((file) => [resolve(io.cwd, file), file]))]
  const options = optionsOf(invocation, files.length)
  const concurrency = integer(values, "concurrency", 1) ?? 2
  await Layers.runLuml(
    invocation,
    Effect.gen(function* () {
      const client = yield* Luml
      const transfers = yield* Transfers.make(invocation, { done: "uploaded", noun: "file", total: files.length })
      // A place that is not there is one error, not one for each file.
      if (files.length > 1) yield* client.place
      const find =
        values.flag("skip-existing") === true ? yield* Existing.inCollection(client) : () => Effect.succeed(undefined)
      const send = (path: string, file: string) => {
        const began = io.now()
        return client.artifacts
          .upload(file === "-" ? io.stdin.read() : path, { ...options, progress: transfers.tell(file) })
          .pipe(
            Effect.ensuring(transfers.end(file)),
            Effect.matchEffect({
              onFailure: (error) => transfers.outcomes.failed({ file }, file, error),
              onSuccess: (artifact) =>
                Effect.gen(function* () {
                  if (!json) yield* attempt(() => transfers.line(summary(artifact.size, io.now() - began, file)))
                  yield* transfers.outcomes.succeeded({ file, artifact }, `${artifact.id}\t${file}`)
                })
            })
          )
      }
      const one = ([path, file]: readonly [string, string]) =>
        Effect.flatMap(file === "-" ? Effect.succeed(undefined) : find(path), (existing) => {
          if (existing === undefined) return send(path, file)
          const artifact = { id: existing.id, name: existing.name, file_hash: existing.file_hash }
          return transfers.outcomes.succeeded({ type: "skipped", file, artifact }, `${existing.id}\t${file}`)
        })
      yield* Dry.forEach(invocation, files, one, concurrency).pipe(
        Effect.onInterrupt(() => (options.unfinished === "keep" ? transfers.farewell(next) : Effect.void))
      )
      yield* transfers.outcomes.end
    })
  )
  return exitCode.ok
}

/** What becomes of an interrupted upload: one in a single piece has one URL, which cannot be renewed. */
const next =
  "goes on with the missing parts of an upload in parts (over 500 MiB), and starts an upload in one piece anew, under a new record"

const summary = (size: number, elapsed: number, file: string): string =>
  `uploaded ${basename(file)}: ${Bytes.size(size)} in ${Bytes.time(elapsed)} (${Bytes.rate(size, Math.max(1, elapsed))})`
