/**
 * Batches that outlive the process that submits them: items in a database, worked off by any number of `Worker`s on any
 * number of machines, with exactly one result an item.
 *
 * @since 0.1.0
 */
import type { SqlError } from "@effect/sql/SqlError"
import type { Fragment } from "@effect/sql/Statement"
import type { ValidationError } from "@trilum/core/ApiError"
import type { Face, MethodOptions, PromiseTypeId, Result as Returned } from "@trilum/core/PromiseClient"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import {
  BatchNotFoundError,
  type DatabaseError,
  type EncryptionError,
  invalid,
  type SchemaVersionError
} from "./BatchError.js"
import * as Database from "./Database.js"
import { Encryption } from "./Encryption.js"
import * as Schema from "./internal/schema.js"
import type * as Job from "./Job.js"
import * as Queue from "./Queue.js"
import * as RateLimiter from "./RateLimiter.js"
import type { Result, ResultsOptions } from "./Results.js"
import * as Results from "./Results.js"
import type { Item, SubmitOptions } from "./Submission.js"
import * as Submission from "./Submission.js"
import * as Worker from "./Worker.js"

export type { Result, ResultsOptions } from "./Results.js"
export type { Item, SubmitOptions } from "./Submission.js"

/**
 * What a batch is doing.
 *
 * - `submitting`: its items are being stored; nothing is claimed
 * - `running`, `paused`
 * - `finished`: every item has a result
 * - `stopped`: as many items failed as `stopAfter` allows; `resume` continues
 * - `cancelled`
 *
 * @since 0.1.0
 * @category models
 */
export type State = "submitting" | "running" | "paused" | "finished" | "stopped" | "cancelled"

/**
 * Items by their status.
 *
 * @since 0.1.0
 * @category models
 */
export interface Counts {
  readonly waiting: number
  readonly running: number
  readonly succeeded: number
  readonly failed: number
  readonly cancelled: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Status {
  readonly id: string
  readonly tenant: string
  readonly job: string
  readonly state: State
  readonly priority: number
  readonly total: number
  readonly counts: Counts
  /** Failed items by the type of their error. */
  readonly failures: Readonly<Record<string, number>>
  readonly createdAt: Date
  readonly finishedAt: Date | undefined
  /** Whether nothing is going to change any more, unless somebody resumes or retries it. */
  readonly isOver: boolean
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ListOptions {
  readonly tenant?: string | undefined
  readonly state?: State | undefined
  /** Default: 50. */
  readonly limit?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CancelOptions {
  /** Cancels runs under way on the platform too. Default: `false`, they are waited for. */
  readonly cancelRuns?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RetryOptions {
  /** Takes up cancelled items too. Default: `false`. */
  readonly cancelled?: boolean | undefined
}

type Failure = DatabaseError | EncryptionError

/**
 * @since 0.1.0
 * @category models
 */
export interface Submit<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => Submit<"promise">
  <Input, E = never, R = never>(
    job: Job.Job<Input, unknown>,
    items: Iterable<Item<Input>> | AsyncIterable<Item<Input>> | Stream.Stream<Item<Input>, E, R>,
    options?: MethodOptions<F, SubmitOptions>
  ): Returned<F, Status, E | Failure | ValidationError, R>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Stores the items of a batch as they are read, in bounded memory. Workers begin once all are stored: a source that
   * fails leaves nothing behind.
   */
  readonly submit: Submit
  /** The newest batches first. */
  readonly list: (options?: ListOptions) => Effect.Effect<ReadonlyArray<Status>, Failure>
  readonly status: (id: string) => Effect.Effect<Status, Failure | BatchNotFoundError>
  /** Emits the status at once and then as it changes, until the batch is over. */
  readonly watch: (
    id: string,
    options?: { readonly interval?: Duration.DurationInput | undefined }
  ) => Stream.Stream<Status, Failure | BatchNotFoundError>
  /** Claims no more items. What is under way continues. */
  readonly pause: (id: string) => Effect.Effect<Status, Failure | BatchNotFoundError | ValidationError>
  /** Continues a batch that is paused or stopped. */
  readonly resume: (id: string) => Effect.Effect<Status, Failure | BatchNotFoundError | ValidationError>
  /** Ends a batch. Waiting items are cancelled at once. */
  readonly cancel: (
    id: string,
    options?: CancelOptions
  ) => Effect.Effect<Status, Failure | BatchNotFoundError | ValidationError>
  /**
   * Takes up failed items. An item whose run ended starts a new one; one whose run may still go on, such as after a
   * deadline, is attached to it.
   */
  readonly retry: (
    id: string,
    options?: RetryOptions
  ) => Effect.Effect<Status, Failure | BatchNotFoundError | ValidationError>
  readonly results: (id: string, options?: ResultsOptions) => Stream.Stream<Result, Failure | BatchNotFoundError>
  /** Deletes a batch that is over, with its results. */
  readonly remove: (id: string) => Effect.Effect<void, Failure | BatchNotFoundError | ValidationError>
}

/**
 * @example
 * ```ts
 * import * as Batch from "@trilum/batch/Batch"
 * import * as Database from "@trilum/batch/Database"
 * import * as LumnisJobs from "@trilum/batch/LumnisJobs"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 *
 * const items = ["ants", "bees"].map((topic) => ({
 *   id: topic,
 *   input: { prompt: `Write a haiku about ${topic}`, user_id: "ada@example.com" }
 * }))
 *
 * const program = Effect.gen(function*() {
 *   const batches = yield* Batch.Batch
 *   const { id } = yield* batches.submit(LumnisJobs.invoke, items)
 *   console.log(id)
 * }).pipe(Effect.provide(Layer.provide(Batch.layer, Database.layerConfig())))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Batch extends Context.Tag("@trilum/batch/Batch")<Batch, Service>() {}

interface BatchRow {
  readonly id: string
  readonly tenant: string
  readonly job: string
  readonly status: State
  readonly priority: number
  readonly total: number
  readonly created_at: number
  readonly finished_at: number | null
}

interface CountRow {
  readonly batch_id: string
  readonly status: number
  readonly error_type: string | null
  readonly count: number
}

/** Items that one statement changes at most. */
const rangeSize = 50_000

const names = ["waiting", "running", "succeeded", "failed", "cancelled"] as const

/**
 * @since 0.1.0
 * @category constructors
 */
export const make: Effect.Effect<Service, never, Database.Database> = Effect.gen(function* () {
  const database = yield* Database.Database
  const { now, sql, transaction } = database
  const encryption = yield* Encryption
  const failing = Effect.mapError((cause: SqlError) => Database.failure(cause))

  const countsOf = (ids: ReadonlyArray<string>) =>
    ids.length === 0
      ? Effect.succeed<ReadonlyArray<CountRow>>([])
      : sql<CountRow>`select batch_id, status, null as error_type, cast(count(*) as integer) as count from trilum_items
          where ${sql.in("batch_id", ids)} group by batch_id, status
          union all select batch_id, status, error_type, cast(count(*) as integer) as count from trilum_items
          where ${sql.in("batch_id", ids)} and status = ${sql.literal(String(Schema.failed))}
          group by batch_id, status, error_type`

  const statusesOf = (rows: ReadonlyArray<BatchRow>): Effect.Effect<ReadonlyArray<Status>, SqlError> =>
    Effect.map(countsOf(rows.map(({ id }) => id)), (found) =>
      rows.map((row): Status => {
        const counts = { waiting: 0, running: 0, succeeded: 0, failed: 0, cancelled: 0 }
        const failures: Record<string, number> = {}
        for (const { batch_id, count, error_type, status } of found) {
          if (batch_id !== row.id) continue
          const name = names[status]
          if (error_type !== null) failures[error_type] = count
          else if (name !== undefined) counts[name] = count
        }
        const isEnd = row.status === "finished" || row.status === "stopped" || row.status === "cancelled"
        return {
          id: row.id,
          tenant: row.tenant,
          job: row.job,
          state: row.status,
          priority: row.priority,
          total: row.total,
          counts,
          failures,
          createdAt: new Date(row.created_at),
          finishedAt: row.finished_at === null ? undefined : new Date(row.finished_at),
          isOver: isEnd && counts.running === 0
        }
      })
    )

  const rowOf = (id: string): Effect.Effect<BatchRow | undefined, SqlError> =>
    Effect.map(
      sql<BatchRow>`select id, tenant, job, status, priority, total, created_at, finished_at
        from trilum_batches where id = ${id}`,
      (rows) => rows[0]
    )

  const status = Effect.fn("Batch.status")((id: string) =>
    Effect.gen(function* () {
      const row = yield* failing(rowOf(id))
      if (row === undefined) return yield* new BatchNotFoundError({ batch: id })
      const [found] = yield* failing(statusesOf([row]))
      return found ?? (yield* new BatchNotFoundError({ batch: id }))
    })
  )

  const submission = Submission.make(database, encryption)

  const submit: Submit = <Input, E = never, R = never>(
    job: Job.Job<Input, unknown>,
    items: Iterable<Item<Input>> | AsyncIterable<Item<Input>> | Stream.Stream<Item<Input>, E, R>,
    options: SubmitOptions = {}
  ): Effect.Effect<Status, E | Failure | ValidationError, R> =>
    Effect.flatMap(submission(job, items, options), (id) =>
      Effect.catchTag(status(id), "BatchNotFoundError", () =>
        invalid(`the batch ${JSON.stringify(id)} was removed meanwhile`)
      )
    ).pipe(Effect.withSpan("Batch.submit", { attributes: { job: job.name } }))

  /** Runs a statement on the items of a batch, some at a time: a million rows in one take longer than a connection waits. */
  const onItems = (id: string, statement: (some: Fragment) => Effect.Effect<unknown, SqlError>) =>
    Effect.gen(function* () {
      const [row] = yield* sql<{ readonly last: number }>`select cast(coalesce(max(seq), -1) as integer) as last
        from trilum_items where batch_id = ${id}`
      for (let from = 0; from <= (row?.last ?? -1); from += rangeSize) {
        yield* statement(sql`batch_id = ${id} and seq >= ${from} and seq < ${from + rangeSize}`)
      }
    })

  /** Changes the state of a batch, if it is in one of some states. */
  const change = (
    id: string,
    action: string,
    from: ReadonlyArray<State>,
    statements: Effect.Effect<unknown, SqlError>
  ): Effect.Effect<Status, Failure | BatchNotFoundError | ValidationError> =>
    transaction(
      Effect.gen(function* () {
        const row = yield* rowOf(id)
        if (row === undefined) return yield* new BatchNotFoundError({ batch: id })
        if (!from.includes(row.status)) {
          return yield* invalid(`cannot ${action} the batch ${JSON.stringify(id)}: it is ${row.status}`)
        }
        yield* statements
      })
    ).pipe(
      Effect.catchTag("SqlError", (cause) => Effect.fail(Database.failure(cause))),
      Effect.zipRight(status(id))
    )

  const cancel = Effect.fn("Batch.cancel")((id: string, options: CancelOptions = {}) =>
    Effect.flatMap(now, (at) =>
      change(
        id,
        "cancel",
        ["submitting", "running", "paused", "stopped", "cancelled"],
        Effect.zipRight(
          sql`update trilum_batches set status = 'cancelled', finished_at = coalesce(finished_at, ${at}),
            cancel_runs = ${options.cancelRuns === true ? 1 : 0} where id = ${id}`,
          onItems(
            id,
            (
              some
            ) => sql`update trilum_items set status = ${sql.literal(String(Schema.cancelled))}, finished_at = ${at},
              position = ${Schema.nextPosition(database)} where ${some} and status = ${sql.literal(String(Schema.waiting))}`
          )
        )
      )
    )
  )

  const retry = Effect.fn("Batch.retry")((id: string, options: RetryOptions = {}) =>
    change(
      id,
      "retry",
      ["running", "paused", "finished", "stopped", "cancelled"],
      Effect.zipRight(
        onItems(
          id,
          (
            some
          ) => sql`update trilum_items set status = ${sql.literal(String(Schema.waiting))}, attempt = attempt + rerun,
            run = case when rerun = 1 then null else run end, rerun = 0, tries = 0, crashes = 0, available_at = 0,
            output = null, error = null, error_type = null, started_at = null, finished_at = null, position = null
            where ${some} and (status = ${sql.literal(String(Schema.failed))}
            ${options.cancelled === true ? sql`or status = ${sql.literal(String(Schema.cancelled))}` : sql.literal("")})`
        ),
        sql`update trilum_batches set status = case when status = 'paused' then 'paused' else 'running' end,
          finished_at = null, cancel_runs = 0 where id = ${id}`
      )
    )
  )

  const watch: Service["watch"] = (id, options = {}) =>
    Stream.repeatEffectWithSchedule(status(id), Schedule.spaced(options.interval ?? 500)).pipe(
      Stream.takeUntil((current) => current.isOver),
      Stream.changesWith((a, b) => JSON.stringify(a) === JSON.stringify(b))
    )

  return {
    submit,
    list: Effect.fn("Batch.list")((options: ListOptions = {}) =>
      failing(
        Effect.flatMap(
          sql<BatchRow>`select id, tenant, job, status, priority, total, created_at, finished_at from trilum_batches
            where ${sql.and([
              sql`1 = 1`,
              ...(options.tenant === undefined ? [] : [sql`tenant = ${options.tenant}`]),
              ...(options.state === undefined ? [] : [sql`status = ${options.state}`])
            ])} order by created_at desc, id limit ${options.limit ?? 50}`,
          statusesOf
        )
      )
    ),
    status,
    watch,
    pause: Effect.fn("Batch.pause")((id: string) =>
      change(id, "pause", ["running", "paused"], sql`update trilum_batches set status = 'paused' where id = ${id}`)
    ),
    resume: Effect.fn("Batch.resume")((id: string) =>
      change(
        id,
        "resume",
        ["running", "paused", "stopped"],
        sql`update trilum_batches set status = 'running', finished_at = null where id = ${id}`
      )
    ),
    cancel,
    retry,
    results: Results.make(database, encryption, status),
    remove: Effect.fn("Batch.remove")((id: string) =>
      transaction(
        Effect.gen(function* () {
          const row = yield* rowOf(id)
          const [found] = row === undefined ? [] : yield* statusesOf([row])
          if (found === undefined) return yield* new BatchNotFoundError({ batch: id })
          if (!found.isOver && found.state !== "submitting") {
            return yield* invalid(
              `cannot remove the batch ${JSON.stringify(id)}: it is ${found.state}`,
              "Cancel it first."
            )
          }
          yield* onItems(id, (some) => sql`delete from trilum_items where ${some}`)
          yield* sql`delete from trilum_batches where id = ${id}`
        })
      ).pipe(Effect.catchTag("SqlError", (cause) => Effect.fail(Database.failure(cause))))
    )
  }
})

/**
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<Batch, never, Database.Database> = Layer.effect(Batch, make)

/**
 * @since 0.1.0
 * @category models
 */
export interface EmbeddedOptions<R> extends Worker.Options<R> {
  /** Default: `batches.db` in the working folder. */
  readonly database?: Database.Url | undefined
  /** Default: `default`. */
  readonly tenant?: string | undefined
}

/**
 * Batches and a worker in this process, without a server. What is in the file when the process ends, however it ends,
 * continues with the next one: items that were under way once their `lease` (default here: 5 seconds) has ended.
 *
 * @since 0.1.0
 * @category layers
 */
export const layerEmbedded = <R>({
  database = "batches.db",
  lease = "5 seconds",
  tenant,
  ...options
}: EmbeddedOptions<R>): Layer.Layer<Batch | Worker.Worker, DatabaseError | SchemaVersionError, R> =>
  Worker.layer({ ...options, lease }).pipe(
    Layer.provideMerge(layer),
    Layer.provide(RateLimiter.layer({ tenant })),
    Layer.provide(Queue.layer),
    Layer.provide(Database.layer(database))
  )
