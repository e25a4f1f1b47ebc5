/**
 * Stores the results of a batch in a file of JSON lines, which a restart continues.
 *
 * A journal (`.journal`) beside the results stores the id of the batch and the started runs. An item is finished when
 * it has a line in the results. Both files are append-only, line by line. A partial line after a crash is removed at
 * the next start.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import * as Os from "node:os"
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import type { TrilumError } from "@trilum/core/ApiError"
import * as AtomicFile from "@trilum/core/AtomicFile"
import * as FileLock from "@trilum/core/FileLock"
import * as Journal from "@trilum/core/Journal"
import * as LineFile from "@trilum/core/LineFile"
import * as LocalFile from "@trilum/core/LocalFile"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { LumnisResponse } from "../Invoke.js"
import { type BatchItem, type BatchResult, type Checkpoint, CheckpointError, type Recorded } from "../InvokeMany.js"

/**
 * A line of the results. `error` has the known fields of the error.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResultLine {
  readonly id: string
  readonly status: "succeeded" | "failed"
  readonly response_id?: string | undefined
  readonly thread_id?: string | undefined
  readonly output_text?: string | null | undefined
  readonly structured_response?: unknown
  readonly error?: Readonly<Record<string, unknown>> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OpenOptions {
  /** `true`: removes failed items from the results, so that they run a second time. Default: `false`. */
  readonly retryFailed?: boolean | undefined
}

/**
 * An open batch.
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchFile {
  /** Pass it to `invokeMany` as `checkpoint`. */
  readonly checkpoint: Checkpoint & { readonly batchId: string }
  /** Appends a result. Each id has one line, so append only the results of the batch. */
  readonly append: (line: ResultLine) => Effect.Effect<void, LocalFileError>
  /** The number of the item's next run. Pass it to `invokeMany` as `attempt`. */
  readonly attempt: (id: string) => number
  /** Whether the results contain the item. */
  readonly has: (id: string) => boolean
  /** Number of lines in the results. */
  readonly counts: () => { readonly succeeded: number; readonly failed: number }
}

/** Errors of finished runs. The idempotency key of such a run returns the same outcome. */
const ended: ReadonlySet<unknown> = new Set(["RunFailedError", "RunCancelledError", "StructuredOutputError"])

/**
 * Converts a result to its line.
 *
 * @since 0.1.0
 * @category constructors
 */
export const lineOf = (
  result: BatchResult<BatchItem, LumnisResponse, TrilumError & { readonly response?: LumnisResponse }>
): ResultLine => {
  if (result._tag === "Failed") {
    const { id, responseId: response_id } = result
    const { _tag: type, attempts, code, message, requestId: request_id, status } = result.error
    return { id, status: "failed", response_id, error: { type, message, status, code, request_id, attempts } }
  }
  const { id, response, responseId: response_id, threadId: thread_id } = result
  const { output_text, structured_response } = response
  return {
    id,
    status: "succeeded",
    response_id,
    thread_id,
    output_text: output_text ?? null,
    structured_response: structured_response ?? undefined
  }
}

/**
 * Opens or creates the results at `path`, and closes them with the scope. Fails with reason `locked` when another
 * process has them open, and with code `NOT_A_BATCH` when the file has other lines. Such a file is not changed.
 *
 * @example
 * ```ts
 * import { Lumnis } from "@trilum/lumnis"
 * import * as BatchFile from "@trilum/lumnis/node/BatchFile"
 * import * as Effect from "effect/Effect"
 * import * as Stream from "effect/Stream"
 *
 * const items = ["ants", "bees"].map((topic) => ({ id: topic, input: `Write a haiku about ${topic}` }))
 *
 * const program = Effect.gen(function*() {
 *   const lumnis = yield* Lumnis
 *   const { append, checkpoint } = yield* BatchFile.open("results.jsonl")
 *   yield* Stream.runForEach(
 *     lumnis.invokeMany(items, { userId: "ada@example.com", checkpoint }),
 *     (result) => append(BatchFile.lineOf(result))
 *   )
 * }).pipe(Effect.scoped)
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = (
  path: string,
  options: OpenOptions = {}
): Effect.Effect<BatchFile, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const file = (yield* Path).resolve(path)
    yield* FileLock.acquire(file, { owner: `process ${process.pid} on ${Os.hostname()}` })
    const statuses = new Map<string, ResultLine["status"]>()
    const counts = { succeeded: 0, failed: 0 }
    const put = ({ id, status }: ResultLine): Effect.Effect<void> =>
      Effect.sync(() => {
        const before = statuses.get(id)
        if (before !== undefined) counts[before] -= 1
        counts[status] += 1
        statuses.set(id, status)
      })
    yield* eachResult(file, put)
    const journal = yield* Journal.open(
      `${file}.journal`,
      { kind: "lumnis-batch/1", identity: {} },
      ({ id }) => typeof id !== "string" || statuses.get(id) !== "succeeded"
    )
    if (journal.ignored !== undefined) {
      yield* Effect.logWarning(`${file}.journal: ${journal.ignored}; unfinished items of the batch start new runs`)
    }
    const known = read(journal.entries)
    const batchId = known.batchId ?? randomUUID()
    if (known.batchId === undefined) yield* Effect.zipRight(journal.append({ batchId }), journal.sync)
    if (options.retryFailed === true && counts.failed > 0) {
      yield* removeFailed(file, known, journal)
      for (const [id, status] of statuses) if (status === "failed") statuses.delete(id)
      counts.failed = 0
    }

    const handle = yield* LocalFile.attempt(file, fileSystem.open(file, { flag: "a" }))
    const results = LineFile.writer(file, handle)
    // The caller of a failed append has received its error.
    yield* Effect.addFinalizer(() => Effect.zipRight(Effect.ignore(journal.sync), Effect.ignore(results.sync)))
    return {
      checkpoint: {
        batchId,
        find: (id): Recorded | undefined => (statuses.has(id) ? { _tag: "Finished" } : known.started.get(id)),
        started: (run) =>
          Effect.mapError(journal.append({ ...run }), ({ code, message }) => new CheckpointError({ code, message })),
        finished: () => undefined
      },
      append: (line) => Effect.uninterruptible(Effect.zipRight(results.append(`${JSON.stringify(line)}\n`), put(line))),
      attempt: (id) => known.attempts.get(id) ?? 0,
      has: (id) => statuses.has(id),
      counts: () => ({ ...counts })
    }
  })

/** The state of items without a result. */
interface Known {
  readonly batchId: string | undefined
  readonly started: Map<string, Extract<Recorded, { readonly _tag: "Started" }>>
  readonly attempts: Map<string, number>
}

const read = (entries: ReadonlyArray<Journal.Entry>): Known => {
  let batchId: string | undefined
  const started: Known["started"] = new Map()
  const attempts: Known["attempts"] = new Map()
  for (const { attempt, batchId: batch, id, key, responseId, threadId } of entries) {
    if (typeof batch === "string") batchId ??= batch
    if (typeof id !== "string") continue
    if (typeof attempt === "number") {
      attempts.set(id, attempt)
      started.delete(id)
    }
    if (typeof key === "string" && typeof responseId === "string" && typeof threadId === "string") {
      started.set(id, { _tag: "Started", key, responseId, threadId })
    }
  }
  return { batchId, started, attempts }
}

/** Runs an effect for every whole line. Removes a partial line at the end. */
const eachResult = <R>(
  file: string,
  use: (line: ResultLine) => Effect.Effect<unknown, LocalFileError, R>
): Effect.Effect<void, LocalFileError, FileSystem | R> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    let end = 0
    yield* Stream.runForEach(LineFile.read(file), (line) => {
      if (!line.isWhole) return LocalFile.attempt(file, fileSystem.truncate(file, end))
      end = line.end
      const value = line.text.trim() === "" ? undefined : parse(line.text)
      if (value === undefined || isResult(value)) return value === undefined ? Effect.void : use(value)
      return new LocalFileError({
        platform: "lumnis",
        reason: "invalid_content",
        file,
        code: "NOT_A_BATCH",
        problem: `line ${line.number} is not a result of a batch`,
        hint: "Repair the line, or choose another file."
      })
    })
  }).pipe(
    Effect.catchIf(
      (failure) => failure.reason === "not_found",
      () => Effect.void
    )
  )

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

const isResult = (value: unknown): value is ResultLine =>
  typeof value === "object" &&
  value !== null &&
  "id" in value &&
  typeof value.id === "string" &&
  "status" in value &&
  (value.status === "succeeded" || value.status === "failed")

/**
 * Replaces the results by a copy without failed items. Before, the journal records the items that need a new run,
 * because the copy no longer has them.
 */
const removeFailed = (
  file: string,
  known: Known,
  journal: Journal.Journal
): Effect.Effect<void, LocalFileError, FileSystem | Path> =>
  Effect.gen(function* () {
    const copy = yield* AtomicFile.open(file)
    const kept = AtomicFile.gather(copy.write)
    yield* eachResult(file, (line) => {
      if (line.status === "succeeded") return kept.push([new TextEncoder().encode(`${JSON.stringify(line)}\n`)])
      if (!ended.has(line.error?.["type"])) return Effect.void
      const attempt = (known.attempts.get(line.id) ?? 0) + 1
      known.attempts.set(line.id, attempt)
      known.started.delete(line.id)
      return journal.append({ id: line.id, attempt })
    })
    yield* kept.flush
    yield* journal.sync
    yield* copy.commit
  }).pipe(Effect.scoped)
