/**
 * What `trilum lumnis files download` does.
 *
 * @since 0.1.0
 */
import { basename } from "node:path"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as LocalFile from "@trilum/lumnis/node/LocalFile"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { LocalError, UsageError } from "../../CliError.js"
import type { Invocation } from "../../Command.js"
import * as Downloads from "../../downloads.js"
import * as Dry from "../../dryRun.js"
import { exitCode } from "../../exitCode.js"
import { isLively } from "../../Io.js"
import * as Layers from "../../layers.js"
import { integer } from "../../parse.js"
import * as Bars from "../../render/bars.js"
import * as Bytes from "../../render/bytes.js"
import * as Outcomes from "../../render/outcomes.js"
import { attempt, print } from "../../run.js"
import * as Target from "../../target.js"
import { type ForWhom, forWhom } from "./forWhom.js"

/** A file that could not be written, in the words of the command. */
const written = <E>(error: E | LocalFile.LocalFileError): E | LocalError | LocalFile.LocalFileError =>
  error instanceof LocalFile.LocalFileError && error.reason !== "exists"
    ? new LocalError(`cannot write ${error.message}`)
    : error

const toFiles = (
  invocation: Invocation,
  client: Lumnis.Service,
  who: ForWhom,
  ids: ReadonlyArray<string>,
  concurrency: number
) =>
  Effect.gen(function* () {
    const { io, json, values } = invocation
    const params = { user_id: who.user }
    const shown = !json && values.flag("progress") !== false
    const downloads = yield* attempt(() => Downloads.make(invocation, ids.length))
    const bars = yield* Effect.acquireRelease(
      Effect.sync(() => Bars.make(io, shown)),
      (made) => Effect.promise(made.stop)
    )
    const outcomes = Outcomes.make(invocation, {
      done: "downloaded",
      noun: "file",
      total: ids.length,
      above: bars.above,
      line: (text) => Effect.orDie(attempt(() => bars.line(text)))
    })
    // Of a file whose name is given, the size alone is of use, and to bars only.
    const asks = !downloads.isNamed || (shown && isLively(io))
    const one = (id: string) =>
      Effect.gen(function* () {
        const about = asks ? yield* client.files.get(id, params) : undefined
        const path = yield* downloads.path(`file ${id}`, about?.file_name ?? "")
        const began = io.now()
        let done = 0
        const bytes = Stream.tap(client.files.download(id, params), (chunk) =>
          Effect.sync(() => {
            done += chunk.byteLength
            bars.step(basename(path), { phase: "download", done, total: Math.max(about?.file_size ?? 0, done) })
          })
        )
        if (Dry.isAsked(invocation)) return yield* Stream.runDrain(bytes)
        const overwrite = yield* downloads.mayReplace(path)
        const { size } = yield* LocalFile.save(path, { overwrite })(bytes).pipe(
          Effect.ensuring(Effect.sync(() => bars.end(basename(path)))),
          Effect.mapError(written)
        )
        const elapsed = io.now() - began
        const figures = `${Bytes.size(size)} in ${Bytes.time(elapsed)} (${Bytes.rate(size, Math.max(1, elapsed))})`
        if (!json) yield* attempt(() => bars.line(`downloaded ${basename(path)}: ${figures}`))
        if (json || !downloads.isNamed) yield* outcomes.succeeded({ file_id: id, path, size }, path)
      }).pipe(Effect.catchAll((error) => outcomes.failed({ file_id: id }, id, error)))
    yield* Dry.forEach(invocation, ids, one, concurrency)
    yield* Effect.promise(bars.stop)
    yield* outcomes.end
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const runDownload = async (invocation: Invocation): Promise<number> => {
  const { io, json, values } = invocation
  const ids = [...new Set(values.arguments)]
  const [first = ""] = ids
  const output = Target.fileOf(values)
  const toStdout = output === "-" || (output === undefined && ids.length === 1 && !json && !io.stdout.isTTY)
  if (output === "-" && ids.length > 1) throw new UsageError("-o - is for a single file")
  if (output === "-" && io.stdout.isTTY) {
    throw new UsageError("this is a file, which a terminal cannot show", "give -o FILE, or pipe stdout")
  }
  const who = forWhom(values)
  const concurrency = integer(values, "concurrency", 1) ?? 4
  await Layers.runLumnis(
    invocation,
    Effect.flatMap(Lumnis, (client) =>
      toStdout
        ? Stream.runForEach(client.files.download(first, { user_id: who.user }), (chunk) => print(io.stdout, chunk))
        : toFiles(invocation, client, who, ids, concurrency)
    )
  )
  return exitCode.ok
}
