/**
 * `trilum lumnis invoke --batch`: many prompts from a file, their results to a file, restarted where it was left.
 *
 * @since 0.1.0
 */

import { resolve } from "node:path"
import type { FileSystem } from "@effect/platform/FileSystem"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import type { BatchItem, InvokeManyOptions } from "@trilum/lumnis"
import { Lumnis } from "@trilum/lumnis/Lumnis"
import * as BatchFile from "@trilum/lumnis/node/BatchFile"
import * as BatchInput from "@trilum/lumnis/node/BatchInput"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { fileReason, UsageError } from "../../CliError.js"
import type { Invocation, OptionSpec, Values } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Layers from "../../layers.js"
import { integer } from "../../parse.js"
import * as BatchProgress from "../../render/batchProgress.js"
import * as Json from "../../render/json.js"
import { harmless } from "../../render/width.js"
import { print } from "../../run.js"

const heading = "Batch"

/**
 * @since 0.1.0
 * @category constants
 */
export const batchSpecs: ReadonlyArray<OptionSpec> = [
  {
    name: "batch",
    type: "string",
    placeholder: "FILE",
    summary: 'Run every line of a JSONL file: {"prompt" | "messages", "id"?, "user_id"?, "thread_id"?, ...}',
    heading
  },
  {
    name: "out",
    short: "o",
    type: "string",
    placeholder: "FILE",
    summary: "Where results go, one JSON line each; the same command again goes on where it was left",
    heading
  },
  { name: "concurrency", type: "string", placeholder: "N", summary: "Most runs at once. Default: 8.", heading },
  { name: "ordered", type: "boolean", summary: "Results in the order of the lines, not as they finish", heading },
  { name: "skip-invalid", type: "boolean", summary: "Leave wrong lines out instead of refusing the file", heading },
  { name: "retry-failed", type: "boolean", summary: "Run those again that failed before", heading },
  { name: "stop-after", type: "string", placeholder: "N", summary: "Start no more after N failures", heading }
]

/**
 * Refuses options that would do nothing.
 *
 * @since 0.1.0
 * @category predicates
 */
export const checkOptions = (values: Values): void => {
  if (!values.has("batch")) {
    const stray = batchSpecs.find(({ name }) => values.has(name))
    if (stray !== undefined) throw new UsageError(`--${stray.name} is for --batch FILE`)
    return
  }
  if (values.text("out") === undefined) throw new UsageError("--batch needs --out FILE, where the results go")
  if (values.arguments.length > 0) throw new UsageError("with --batch the prompts are in the file; leave out <prompt>")
  for (const name of ["stream", "progress", "idempotency-key"]) {
    if (values.has(name)) throw new UsageError(`--${name} is not for --batch`)
  }
  if (values.text("batch") === "-") {
    throw new UsageError("--batch needs a file: it is read to check it, then to run it, and again by a restart")
  }
}

/** What the lines have in common. */
type Common = Omit<InvokeManyOptions, "checkpoint" | "batchId">

const plural = (count: number, word: string): string => `${count} ${word}${count === 1 ? "" : "s"}`

const shownProblems = 20

/** Codes of the system for a file that cannot be the one that was meant. */
const unusable = new Set(["ENOENT", "ENOTDIR", "EISDIR", "EACCES"])

const problemOf = (file: string, { invalid, problems }: BatchInput.Checked): UsageError => {
  const lines = problems.slice(0, shownProblems).map(({ line, message }) => `line ${line}: ${harmless(message)}`)
  const more = invalid - lines.length
  return new UsageError(
    [
      `${file}: ${plural(invalid, "wrong line")}; nothing was sent`,
      ...lines,
      ...(more > 0 ? [`and ${more} more`] : [])
    ].join("\n"),
    "repair them, or add --skip-invalid to leave them out"
  )
}

/**
 * Runs a batch and resolves with the exit code: 0 when all items of the results succeeded, 1 when some failed.
 *
 * @since 0.1.0
 * @category combinators
 */
export const batch = async (invocation: Invocation, common: Common, system: string | undefined): Promise<number> => {
  const { io, json, values } = invocation
  const given = values.text("batch") ?? ""
  const out = values.text("out") ?? ""
  const input = resolve(io.cwd, given)
  const results = resolve(io.cwd, out)
  if (input === results) throw new UsageError("--out must be another file than --batch")
  const concurrency = integer(values, "concurrency", 1)
  const stopAfterFailures = integer(values, "stop-after", 1)
  const quiet = values.flag("quiet") === true
  const skipInvalid = values.flag("skip-invalid") === true
  const lines = { userId: common.userId, scope: common.scope, system, skipInvalid }

  const say = (text: string) => print(io.stderr, `${text}\n`)

  return Layers.runLumnis(
    invocation,
    Effect.gen(function* () {
      const checked = yield* Effect.mapError(BatchInput.check(input, lines), (error) =>
        unusable.has(error.code ?? "") ? new UsageError(`cannot read ${given}: ${fileReason(error)}`) : error
      )
      if (checked.invalid > 0 && !skipInvalid) return yield* Effect.fail(problemOf(given, checked))
      const file = yield* BatchFile.open(results, { retryFailed: values.flag("retry-failed") === true })
      const client = yield* Lumnis

      const started = io.now()
      const before = file.counts()
      const done = (): number => file.counts().succeeded + file.counts().failed
      const tally = (): BatchProgress.Tally => ({
        total: Math.max(checked.items, done()),
        done: done(),
        failed: file.counts().failed,
        fresh: done() - before.succeeded - before.failed,
        elapsed: io.now() - started
      })
      if (checked.invalid > 0 && !quiet) yield* say(`${plural(checked.invalid, "wrong line")} left out`)
      if (done() > 0 && !quiet) yield* say(`${done()} of ${tally().total} have results already`)

      const items: Stream.Stream<BatchItem, LocalFileError, FileSystem> = Stream.map(
        Stream.filter(BatchInput.items(input, lines), ({ id }) => !file.has(id)),
        (item) => ({ ...item, attempt: file.attempt(item.id) })
      )
      const { checkpoint } = file
      const work = Effect.scoped(
        Effect.zipRight(
          Effect.acquireRelease(
            Effect.sync(() => BatchProgress.start(io, quiet, tally)),
            (stop) => Effect.promise(stop)
          ),
          Stream.runForEach(
            client.invokeMany(items, {
              ...common,
              concurrency,
              stopAfterFailures,
              ordered: values.flag("ordered"),
              checkpoint
            }),
            (result) => file.append(BatchFile.lineOf(result))
          )
        )
      ).pipe(
        // Its results are in the file, and its failures in the summary.
        Effect.catchTag("BatchStoppedError", (stopped) => say(`stopped: ${stopped.message}`))
      )
      yield* Effect.onInterrupt(work, () =>
        Effect.ignore(
          say(`interrupted: ${done()} of ${tally().total} are done; the same command goes on with the others`)
        )
      )

      const { failed, succeeded } = file.counts()
      const { elapsed, fresh, total } = tally()
      if (json) {
        const summary = { batch_id: checkpoint.batchId, out, total, succeeded, failed, invalid: checked.invalid }
        yield* print(io.stdout, `${Json.compact(summary)}\n`)
      }
      if (!quiet) {
        const seconds = (elapsed / 1000).toFixed(1)
        yield* say(`${plural(total, "item")}: ${succeeded} succeeded, ${failed} failed; ${fresh} in ${seconds} s`)
      }
      if (failed === 0) return exitCode.ok
      yield* say(`${failed} of ${total} failed; to run only those again, add --retry-failed to the command`)
      return exitCode.error
    })
  )
}
