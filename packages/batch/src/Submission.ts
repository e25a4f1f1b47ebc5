/**
 * What is submitted, and how it gets into the database. `Batch.submit` is its entry.
 *
 * @since 0.1.0
 */
import type { SqlError } from "@effect/sql/SqlError"
import type { ValidationError } from "@trilum/core/ApiError"
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { type DatabaseError, invalid } from "./BatchError.js"
import * as Database from "./Database.js"
import type { Service as Encryption } from "./Encryption.js"
import * as Secrets from "./internal/secrets.js"
import type * as Job from "./Job.js"

/**
 * One item of a batch.
 *
 * @since 0.1.0
 * @category models
 */
export interface Item<Input> {
  /** Names the item within its batch; no other item may have it. */
  readonly id: string
  readonly input: Input
  /** Most runs of this item. Default: the batch's. */
  readonly attempts?: number | undefined
  /** Limit of this item. Default: the batch's. */
  readonly deadline?: Duration.DurationInput | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SubmitOptions {
  /**
   * The id of the batch. Submitting the same id once more continues a submission that was interrupted, or returns the
   * batch that exists. Default: a new one.
   */
  readonly id?: string | undefined
  /** For whom. Workers serve one tenant and have its keys. Default: `default`. */
  readonly tenant?: string | undefined
  /** Batches of a higher priority come first; batches of the same priority share the workers. Default: 0. */
  readonly priority?: number | undefined
  /** Most runs of an item: a run that fails on the platform is followed by a new one. Default: 1. */
  readonly attempts?: number | undefined
  /**
   * How often an item is put back after failures that pass, such as 429, 503 or a broken connection. Its run is not started
   * twice. Default: 8.
   */
  readonly retries?: number | undefined
  /** Limit of an item from its first claim. Its run continues on the platform when it passes. Default: none. */
  readonly deadline?: Duration.DurationInput | undefined
  /** Cancels runs on the platform when their deadline passes. Default: `false`. */
  readonly cancelOnDeadline?: boolean | undefined
  /** Claims no more items once so many have failed. Default: none. */
  readonly stopAfter?: number | undefined
}

/** Items that one statement stores. */
const chunkSize = 500

const longestId = 512

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least

const millisOf = (duration: Duration.DurationInput | undefined): number | null =>
  duration === undefined
    ? null
    : Option.getOrElse(Option.map(Duration.decodeUnknown(duration), Duration.toMillis), () => Number.NaN)

/** A NUL or half a character cannot be stored as text. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what is looked for
const unstorable = /\u0000|\p{Surrogate}/u

const problemOfId = (what: string, id: unknown): string | undefined =>
  typeof id !== "string" || id === "" || id.length > longestId || unstorable.test(id)
    ? `${what} must be a text of 1 to ${longestId} characters without NUL`
    : undefined

const problemOfOptions = (options: SubmitOptions): string | undefined => {
  const { attempts = 1, deadline, priority = 0, retries = 0, stopAfter = 1 } = options
  if (!isWhole(attempts, 1)) return "attempts must be a whole number from 1"
  if (!isWhole(retries, 0)) return "retries must be a whole number from 0"
  if (!isWhole(stopAfter, 1)) return "stopAfter must be a whole number from 1"
  if (!Number.isSafeInteger(priority) || Math.abs(priority) > 1_000_000) return "priority must be a whole number"
  if (deadline !== undefined && !(Number(millisOf(deadline)) > 0))
    return "deadline must be a duration, such as 10 minutes"
  return (
    (options.id === undefined ? undefined : problemOfId("the id of a batch", options.id)) ??
    (options.tenant === undefined ? undefined : problemOfId("tenant", options.tenant))
  )
}
const streamOf = <A, E, R>(items: Iterable<A> | AsyncIterable<A> | Stream.Stream<A, E, R>): Stream.Stream<A, E, R> => {
  if (Stream.StreamTypeId in items) return items
  return Symbol.asyncIterator in items
    ? Stream.orDie(Stream.fromAsyncIterable(items, (cause) => cause))
    : Stream.fromIterable(items)
}
/**
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ dialect, now, sql }: Database.Service, encryption: Encryption) => {
  const known = Secrets.ofEnvironment(process.env)
  const failing = Effect.mapError((cause: SqlError) => Database.failure(cause))

  const insert = (batch: string, rows: ReadonlyArray<object>): Effect.Effect<unknown, SqlError> => {
    const json = JSON.stringify(rows)
    return dialect === "postgres"
      ? sql`insert into trilum_items (batch_id, seq, id, input, settings)
          select ${batch}, r.seq, r.id, r.input, r.settings
          from json_to_recordset(${json}::json) as r(seq integer, id text, input text, settings text)
          on conflict (batch_id, seq) do nothing`
      : sql`insert into trilum_items (batch_id, seq, id, input, settings)
          select ${batch}, json_extract(value, '$.seq'), json_extract(value, '$.id'), json_extract(value, '$.input'),
            json_extract(value, '$.settings') from json_each(${json}) where true
          on conflict (batch_id, seq) do nothing`
  }

  const isDuplicate = (cause: SqlError): boolean => {
    const { code, message } = Database.failure(cause)
    return code === "23505" || /unique constraint/i.test(message)
  }

  const stored = <Input>(job: Job.Job<Input, unknown>, batch: string, item: Item<Input>, seq: number) =>
    Effect.gen(function* () {
      const at = `item ${seq}${typeof item.id === "string" ? ` (${JSON.stringify(item.id.slice(0, 64))})` : ""}`
      const wrong = problemOfId(`the id of ${at}`, item.id) ?? problemOfOptions(item)
      if (wrong !== undefined) return yield* invalid(wrong.startsWith("the id") ? wrong : `${at}: ${wrong}`)
      const json = yield* Effect.mapError(job.encode(item.input), (cause) => invalid(`${at}: ${cause.message}`))
      const secret = Secrets.found(json, known)
      if (secret !== undefined) {
        return yield* invalid(
          `${at} is not stored: ${secret}`,
          "Credentials belong to the environment of the workers, not into items."
        )
      }
      const { attempts, deadline } = item
      const settings =
        attempts === undefined && deadline === undefined ? null : { attempts, deadline: millisOf(deadline) }
      return {
        seq,
        id: item.id,
        input: encryption.seal(JSON.stringify(json), `${batch}/${seq}/input`),
        settings: settings === null ? null : JSON.stringify(settings)
      }
    })

  /** Returns the id of the batch. */
  const submit = <Input, E, R>(
    job: Job.Job<Input, unknown>,
    items: Iterable<Item<Input>> | AsyncIterable<Item<Input>> | Stream.Stream<Item<Input>, E, R>,
    options: SubmitOptions
  ): Effect.Effect<string, E | DatabaseError | ValidationError, R> =>
    Effect.gen(function* () {
      const wrong = problemOfOptions(options)
      if (wrong !== undefined) return yield* invalid(wrong)
      const {
        attempts = 1,
        cancelOnDeadline = false,
        deadline,
        priority = 0,
        retries = 8,
        tenant = "default"
      } = options
      const id = options.id ?? globalThis.crypto.randomUUID()
      const settings = JSON.stringify({ attempts, retries, deadline: millisOf(deadline), cancelOnDeadline })
      const at = yield* now
      const created = yield* failing(sql`insert into trilum_batches
        (id, tenant, job, status, priority, settings, stop_after, key_id, created_at)
        values (${id}, ${tenant}, ${job.name}, 'submitting', ${priority}, ${settings}, ${options.stopAfter ?? null},
          ${encryption.keyId ?? null}, ${at})
        on conflict (id) do nothing returning id`)
      const [row] = yield* failing(
        sql<{ readonly tenant: string; readonly job: string; readonly status: string }>`select tenant, job, status
          from trilum_batches where id = ${id}`
      )
      if (row === undefined) return yield* invalid(`the batch ${JSON.stringify(id)} was removed meanwhile`)
      if (row.job !== job.name || row.tenant !== tenant) {
        return yield* invalid(
          `there is a batch ${JSON.stringify(id)} with another job (${row.job}) or tenant (${row.tenant})`,
          "Give this batch an id of its own."
        )
      }
      if (row.status === "submitting") {
        const storing = streamOf(items).pipe(
          Stream.zipWithIndex,
          Stream.grouped(chunkSize),
          Stream.runForEach((chunk) =>
            Effect.flatMap(
              Effect.forEach(Chunk.toReadonlyArray(chunk), ([item, seq]) => stored(job, id, item, seq)),
              (rows) =>
                Effect.mapError(insert(id, rows), (cause) =>
                  isDuplicate(cause)
                    ? invalid(`two items of the batch have the same id (near item ${rows[0]?.seq ?? 0})`)
                    : Database.failure(cause)
                )
            )
          )
        )
        yield* created.length === 0
          ? storing
          : Effect.onError(storing, () =>
              Effect.ignore(
                Effect.zipRight(
                  sql`delete from trilum_items where batch_id = ${id}`,
                  sql`delete from trilum_batches where id = ${id} and status = 'submitting'`
                )
              )
            )
        yield* failing(sql`update trilum_batches set status = 'running',
          total = (select cast(count(*) as integer) from trilum_items where batch_id = ${id})
          where id = ${id} and status = 'submitting'`)
      }
      return id
    })
  return submit
}
