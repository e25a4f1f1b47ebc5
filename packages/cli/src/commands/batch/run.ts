/** `trilum batch run`: submits a file and works it off in this process. */
import { createHash } from "node:crypto"
import { createReadStream } from "node:fs"
import { basename, resolve } from "node:path"
import { Batch } from "@trilum/batch/Batch"
import * as Meter from "@trilum/batch/Meter"
import * as RateLimiter from "@trilum/batch/RateLimiter"
import * as Worker from "@trilum/batch/Worker"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import { fileReason, UsageError } from "../../CliError.js"
import type { Command, Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { isLively } from "../../Io.js"
import * as Layers from "../../layers.js"
import { print, run as runEffect } from "../../run.js"
import { connectionSpecs } from "../callOptions.js"
import { workerOptions, settingsOf as workerSettings } from "../worker/worker.js"
import { databaseOption, layer } from "./database.js"
import { available, jobOptions, work } from "./jobs.js"
import * as Render from "./render.js"
import { line } from "./results.js"
import { settingsOf, submitOptions } from "./submit.js"

/** The same file is the same batch, so the same command goes on with it; a file that was changed is another one. */
const idOf = ({ values }: Invocation, given: string, file: string) =>
  Effect.tryPromise({
    try: async () => {
      const options = jobOptions.map(({ name }) => values.text(name) ?? null)
      const hash = createHash("sha256").update(JSON.stringify(options))
      for await (const chunk of createReadStream(file)) hash.update(chunk)
      return `${basename(given)}-${hash.digest("hex").slice(0, 16)}`
    },
    catch: (cause) => new UsageError(`cannot read ${given}: ${fileReason(cause)}`)
  })

const main = (invocation: Invocation) =>
  Effect.gen(function* () {
    const { io, values } = invocation
    const given = values.arguments[0] ?? ""
    const settings = settingsOf(invocation)
    const id = settings.id ?? (yield* idOf(invocation, given, resolve(io.cwd, given)))
    const batches = yield* Batch
    const { items, job } = yield* work(invocation, given)
    yield* batches.submit(job, items, { ...settings, id })
    const jobs = yield* available(invocation)
    const settled = workerSettings(values)
    // A process that is started anew waits for the leases of the one before.
    const worker = yield* Worker.make({
      ...settled,
      lease: settled.lease ?? 5000,
      jobs,
      pollInterval: 200,
      onRejectedKey: "stop"
    })

    const meter = Meter.make()
    const isDrawn = isLively(io)
    const showing = Stream.runForEach(batches.watch(id, { interval: 500 }), (status) =>
      isDrawn ? print(io.stderr, `\r\u001b[K${Render.line(status, meter.read(status, io.now()))}`) : Effect.void
    )
    const progress = yield* Effect.fork(Effect.ignore(showing))
    let failed = 0
    const order = values.flag("as-finished") === true ? "finished" : "items"
    const writing = Stream.runForEach(batches.results(id, { follow: true, order, pollInterval: 200 }), (result) => {
      if (result.status === "failed") failed += 1
      return print(io.stdout, line(result))
    })
    yield* Effect.raceFirst(writing, Effect.zipRight(worker.ended, Effect.never))
    yield* Fiber.interrupt(progress)
    const status = yield* batches.status(id)
    const summary = [Render.line(status), ...Render.failures(status)].join("\n")
    yield* print(io.stderr, `${isDrawn ? "\r\u001b[K" : ""}${summary}\n`)
    return failed > 0 ? exitCode.error : exitCode.ok
  })

/**
 * @since 0.1.0
 * @category commands
 */
export const run: Command = {
  _tag: "Command",
  path: ["batch", "run"],
  summary: "Submit a file and work it off in this process, without a server.",
  description:
    "Everything is kept in a SQLite file beside the input, FILE.db, or in --database. After a crash or Ctrl-C the same command continues: runs that were started are waited for, none is paid for twice. Results go to stdout, one JSON line for each item. Exit code 1 when items failed.",
  arguments: [{ name: "file", summary: "JSON lines, see trilum batch submit --help", required: true }],
  options: [
    ...jobOptions,
    ...submitOptions,
    ...workerOptions,
    ...connectionSpecs,
    { name: "as-finished", type: "boolean", summary: "Results as items finish. Default: in the order of the lines" },
    databaseOption
  ],
  examples: [
    "batch run prompts.jsonl --user ada@example.com > results.jsonl",
    "batch run prompts.jsonl --user ada@example.com --concurrency 32 --attempts 2"
  ],
  run: (invocation) => {
    const file = resolve(invocation.io.cwd, `${invocation.values.arguments[0] ?? ""}.db`)
    const tenant = invocation.values.text("tenant")
    return runEffect(
      invocation,
      main(invocation).pipe(
        Effect.scoped,
        Effect.provide(RateLimiter.layer({ tenant })),
        Effect.provide(layer(invocation, file)),
        Layers.withEnvironment(invocation.io)
      )
    )
  }
}
