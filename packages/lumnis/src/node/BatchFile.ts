/**
 * The results of a batch in a file of JSON lines, which a restart goes on with.
 *
 * Beside the results stands a journal (`.journal`): the id of the batch, and which runs were started. What is finished is
 * what stands in the results, nothing else, so the two cannot disagree. Both files only grow, in whole lines; half a line
 * that a crash left behind is cut off at the next start.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import * as Fs from "node:fs/promises"
import * as Os from "node:os"
import * as Path from "node:path"
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path as PathService } from "@effect/platform/Path"
import { TrilumError } from "@trilum/core/ApiError"
import * as FileLock from "@trilum/core/FileLock"
import * as Redaction from "@trilum/core/Redaction"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { LumnisResponse } from "../Invoke.js"
import { type BatchItem, type BatchResult, type Checkpoint, CheckpointError, type Recorded } from "../InvokeMany.js"
import * as Ids from "../internal/batchIds.js"
import * as Lines from "../internal/batchLines.js"
import * as System from "../internal/systemReasons.js"

/**
 * A file of a batch could not be read or written, or is none. `file` is its path, `code` the system's, such as `ENOSPC`,
 * or `IN_USE` (another process writes it) or `NOT_A_BATCH`.
 *
 * @since 0.1.0
 * @category errors
 */
export class BatchFileError extends TrilumError<"BatchFileError"> {
  readonly file: string
  constructor(details: { readonly file: string; readonly code: string; readonly message: string }) {
    super("BatchFileError", { ...details, platform: "lumnis" })
    this.file = details.file
  }
}

/**
 * A line of results. `error` has the fields of the error that are known.
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
  /** Takes failed items out of the results, so that they are run again. Default: `false`. */
  readonly retryFailed?: boolean | undefined
}

/**
 * An open batch.
 *
 * @since 0.1.0
 * @category models
 */
export interface BatchFile {
  /** For the option `checkpoint` of `invokeMany`. */
  readonly checkpoint: Checkpoint & { readonly batchId: string }
  /** Adds a result. Each id has one line: append what the batch tells, nothing else. */
  readonly append: (line: ResultLine) => Effect.Effect<void, BatchFileError>
  /** The number of the item's next run: give it to `invokeMany` as `attempt`. */
  readonly attempt: (id: string) => number
  /** Whether the results have the item. */
  readonly has: (id: string) => boolean
  /** Lines in the results. */
  readonly counts: () => { readonly succeeded: number; readonly failed: number }
}

const succeeded = 0
const failed = 1
const again = 2

/** After these a run is over, and its idempotency key would bring the same end again. */
const ended: ReadonlySet<unknown> = new Set(["RunFailedError", "RunCancelledError", "StructuredOutputError"])

/**
 * The line of a result.
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
 * Opens the results at `path`, or begins them, and closes them with the scope. Fails when another process has them open,
 * and for a file with lines that are no results, which is left as it is.
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
): Effect.Effect<BatchFile, BatchFileError, FileSystem | PathService | Scope.Scope> =>
  Effect.gen(function* () {
    const file = Path.resolve(path)
    const journal = `${file}.journal`
    yield* locked(file)
    const found = yield* attempt(file, () => results(file))
    const known = yield* attempt(journal, () => journalOf(journal, found.ids))
    const journalHandle = yield* handleOf(journal)
    const log = Lines.writer(journalHandle)
    const write = (line: object): Promise<void> | undefined => log.append(JSON.stringify(line))

    const batchId = known.batchId ?? randomUUID()
    if (known.batchId === undefined) {
      yield* attempt(journal, async () => {
        await write({ batch_id: batchId })
        await log.sync()
        await Lines.syncDirectory(journal)
      })
    }
    const ids =
      options.retryFailed === true ? yield* attempt(file, () => withoutFailed(file, found.ids, known, log)) : found.ids
    const handle = yield* handleOf(file)
    const out = Lines.writer(handle)
    yield* Effect.addFinalizer(() =>
      Effect.promise(() =>
        // What could not be written was told to whoever appended it.
        Promise.allSettled([log.sync(), out.sync()])
      )
    )

    const checkpoint: BatchFile["checkpoint"] = {
      batchId,
      find: (id): Recorded | undefined => {
        const value = ids.get(id)
        if (value === succeeded || value === failed) return { _tag: "Finished" }
        return known.started.get(id)
      },
      started: ({ id, key, responseId, threadId }) =>
        Effect.mapError(
          appended(journal, () => write({ id, key, response_id: responseId, thread_id: threadId })),
          ({ code, message }) => new CheckpointError({ code, message })
        ),
      finished: () => undefined
    }
    return {
      checkpoint,
      append: (line) =>
        Effect.zipRight(
          appended(file, () => out.append(JSON.stringify(line))),
          Effect.sync(() => {
            ids.set(line.id, line.status === "failed" ? failed : succeeded)
            known.started.delete(line.id)
          })
        ),
      attempt: (id) => known.attempts.get(id) ?? 0,
      has: (id) => {
        const value = ids.get(id)
        return value === succeeded || value === failed
      },
      counts: () => ({ succeeded: ids.count(succeeded), failed: ids.count(failed) })
    }
  })

/** What a journal knows of items that have no result. */
interface Known {
  readonly batchId: string | undefined
  readonly started: Map<string, Extract<Recorded, { readonly _tag: "Started" }>>
  readonly attempts: Map<string, number>
}

const failure = (file: string, cause: unknown): BatchFileError => {
  if (cause instanceof BatchFileError) return cause
  const code = System.codeOf(cause)
  const own = cause instanceof Error ? Redaction.redactor.text(cause.message) : "reading or writing failed"
  const why = System.reasonOf(code) ?? own
  return new BatchFileError({ file, code, message: `${file}: ${why}` })
}

const attempt = <A>(file: string, work: () => Promise<A>): Effect.Effect<A, BatchFileError> =>
  Effect.tryPromise({ try: work, catch: (cause) => failure(file, cause) })

/** Waits only when the writer asks for it. */
const appended = (file: string, append: () => Promise<void> | undefined): Effect.Effect<void, BatchFileError> =>
  Effect.suspend(() => {
    const full = append()
    return full === undefined ? Effect.void : attempt(file, () => full)
  })

const handleOf = (file: string): Effect.Effect<Fs.FileHandle, BatchFileError, Scope.Scope> =>
  Effect.acquireRelease(
    attempt(file, () => Fs.open(file, "a")),
    (handle) => Effect.promise(() => handle.close().catch(() => undefined))
  )

const locked = (file: string): Effect.Effect<void, BatchFileError, FileSystem | PathService | Scope.Scope> =>
  FileLock.acquire(file, { owner: `process ${process.pid} on ${Os.hostname()}` }).pipe(
    Effect.mapError(
      ({ code = "EUNKNOWN", message, reason }) =>
        new BatchFileError({ file, code: reason === "locked" ? "IN_USE" : code, message })
    ),
    Effect.asVoid
  )

/** Every whole line as an object. Half a line at the end is cut off. */
const eachLine = async (
  file: string,
  use: (value: Readonly<Record<string, unknown>>) => boolean | Promise<boolean>
): Promise<void> => {
  const handle = await Fs.open(file, "a+")
  try {
    let end = 0
    for await (const line of Lines.read(handle)) {
      if (!line.whole) {
        await handle.truncate(end)
        break
      }
      const value = line.text.trim() === "" ? undefined : parsed(line.text)
      if (value === null || (value !== undefined && !(await use(value)))) {
        throw new BatchFileError({
          file,
          code: "NOT_A_BATCH",
          message: `${file}: line ${line.number} was not written by a batch; repair it, or choose another file`
        })
      }
      end = line.end
    }
  } finally {
    await handle.close()
  }
}

const parsed = (text: string): Readonly<Record<string, unknown>> | null => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === "object" && value !== null ? { ...value } : null
  } catch {
    return null
  }
}

const isResult = (
  value: Readonly<Record<string, unknown>>
): value is Readonly<Record<string, unknown>> & { id: string } =>
  typeof value["id"] === "string" && (value["status"] === "succeeded" || value["status"] === "failed")

const results = async (file: string): Promise<{ readonly ids: Ids.IdMap }> => {
  const ids = Ids.make()
  await eachLine(file, (value) => {
    if (!isResult(value)) return false
    ids.set(value.id, value["status"] === "failed" ? failed : succeeded)
    return true
  })
  return { ids }
}

const journalOf = async (file: string, ids: Ids.IdMap): Promise<Known> => {
  let batchId: string | undefined
  const started: Known["started"] = new Map()
  const attempts: Known["attempts"] = new Map()
  await eachLine(file, (value) => {
    const { attempt, batch_id, id, key, response_id: responseId, thread_id: threadId } = value
    if (typeof batch_id === "string") batchId ??= batch_id
    else if (typeof id === "string" && typeof attempt === "number") attempts.set(id, attempt)
    else if (typeof id === "string" && typeof key === "string" && typeof responseId === "string") {
      if (ids.get(id) !== succeeded) {
        started.set(id, { _tag: "Started", key, responseId, threadId: typeof threadId === "string" ? threadId : "" })
      }
    } else return false
    return true
  })
  return { batchId, started, attempts }
}

/**
 * Takes failed lines out: a copy without them takes the file's place. The journal says before which of them need another
 * run, for without their lines nobody could know.
 */
const withoutFailed = async (file: string, ids: Ids.IdMap, known: Known, log: Lines.Writer): Promise<Ids.IdMap> => {
  if (ids.count(failed) === 0) return ids
  const left = Ids.make()
  const copy = `${file}.part`
  const target = await Fs.open(copy, "w")
  try {
    const kept = Lines.writer(target)
    await eachLine(file, async (value) => {
      if (!isResult(value)) return false
      const { error, id } = value
      if (value["status"] === "succeeded") {
        left.set(id, succeeded)
        await kept.append(JSON.stringify(value))
        return true
      }
      left.set(id, again)
      if (typeof error === "object" && error !== null && ended.has(Reflect.get(error, "type"))) {
        const next = (known.attempts.get(id) ?? 0) + 1
        known.attempts.set(id, next)
        known.started.delete(id)
        await log.append(JSON.stringify({ id, attempt: next }))
      }
      return true
    })
    await kept.sync()
    await log.sync()
  } finally {
    await target.close()
  }
  await Fs.rename(copy, file)
  await Lines.syncDirectory(file)
  return left
}
