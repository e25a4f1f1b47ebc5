/**
 * The queue of a database as workers see it: claims with leases, and everything that happens to an item until its result
 * is stored.
 *
 * An item is claimed for the time of a lease, which its worker renews. A lease that ends gives the item to another
 * worker. Each claim has a number, and a write counts only while its claim is the item's last one: a worker that was cut
 * off and comes back changes nothing. `Worker` is built on this; `Batch` submits and reads.
 *
 * @since 0.1.0
 */
import type { SqlError } from "@effect/sql/SqlError"
import type { Fragment } from "@effect/sql/Statement"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import type { DatabaseError } from "./BatchError.js"
import * as Database from "./Database.js"
import * as Schema from "./internal/schema.js"
import type * as Job from "./Job.js"

/**
 * A batch that has work for a worker.
 *
 * @since 0.1.0
 * @category models
 */
export interface Active {
  readonly id: string
  readonly job: string
  readonly priority: number
  readonly settings: string
  readonly keyId: string | null
  /** Whether runs under way are to be cancelled; the batch then has no waiting items. */
  readonly cancelRuns: boolean
}

/**
 * An item that this worker has until its lease ends.
 *
 * @since 0.1.0
 * @category models
 */
export interface Claimed {
  readonly batch: string
  readonly seq: number
  readonly id: string
  readonly claim: number
  readonly worker: string
  readonly attempt: number
  readonly tries: number
  readonly settings: string | null
  readonly input: string
  /** What names the run, if one was recorded. */
  readonly run: string | null
  /** Milliseconds since the item was claimed for the first time. */
  readonly elapsed: number
}

/**
 * The end of an item.
 *
 * @since 0.1.0
 * @category models
 */
export type End =
  | { readonly _tag: "Succeeded"; readonly output: string }
  /** `rerun`: the run has ended, so that a retry starts another one instead of attaching to it. */
  | { readonly _tag: "Failed"; readonly error: string; readonly type: string; readonly rerun: boolean }
  /** `rerun`: there was a run, and it was cancelled. */
  | { readonly _tag: "Cancelled"; readonly rerun: boolean }

/**
 * Limits that all workers of a tenant share.
 *
 * @since 0.1.0
 * @category models
 */
export interface Limit {
  readonly platform: string
  /** Requests a second; `null`: no limit. */
  readonly perSecond: number | null
  /** Items under way at once; `null`: no limit. */
  readonly running: number | null
  /** Milliseconds that the platform asked to wait from now. */
  readonly pause: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /** Batches of a tenant that are running or being cancelled, the most urgent first. */
  readonly active: (tenant: string) => Effect.Effect<ReadonlyArray<Active>, DatabaseError>
  /**
   * Claims waiting items of a batch, the oldest first. With `within`, only as many as the limit of the tenant's items under
   * way on that platform allows.
   */
  readonly claim: (options: {
    readonly batch: string
    readonly worker: string
    readonly count: number
    readonly lease: number
    readonly within?: { readonly tenant: string; readonly platform: string } | undefined
  }) => Effect.Effect<ReadonlyArray<Claimed>, DatabaseError>
  /** Extends the leases of items and returns those that still belong to their worker. */
  readonly renew: (items: ReadonlyArray<Claimed>, lease: number) => Effect.Effect<ReadonlyArray<Claimed>, DatabaseError>
  /** Records what names the run of an item. `false`: the item has another worker by now. */
  readonly record: (item: Claimed, run: string) => Effect.Effect<boolean, DatabaseError>
  /** Stores the end of an item. `false`: the item has another worker by now, and nothing was stored. */
  readonly finish: (item: Claimed, end: End) => Effect.Effect<boolean, DatabaseError>
  /** Puts an item back for a later try: of the same run, or of the next one. */
  readonly putBack: (
    item: Claimed,
    options: { readonly delay: number; readonly next: "same" | "lost" | "rerun" }
  ) => Effect.Effect<boolean, DatabaseError>
  /** Gives items back without a delay. Counts as no try. */
  readonly release: (items: ReadonlyArray<Claimed>) => Effect.Effect<void, DatabaseError>
  /**
   * Gives items whose lease has ended to others, and ends those that took `maxCrashes` workers with them. Returns how many
   * leases had ended.
   */
  readonly expire: (maxCrashes: number, crashed: Job.Failure) => Effect.Effect<number, DatabaseError>
  /** Ends batches of a tenant that have no item left, and items that came back to a batch that was cancelled. */
  readonly complete: (tenant: string) => Effect.Effect<void, DatabaseError>
  readonly limits: (tenant: string) => Effect.Effect<ReadonlyArray<Limit>, DatabaseError>
  readonly setLimit: (
    tenant: string,
    limit: { readonly platform: string; readonly perSecond: number | null; readonly running: number | null }
  ) => Effect.Effect<void, DatabaseError>
  /** Holds all requests of a tenant to a platform for so many milliseconds. */
  readonly pause: (tenant: string, platform: string, millis: number) => Effect.Effect<void, DatabaseError>
  /** Takes `count` requests of the shared rate. Returns when the first may be sent and how far apart they are. */
  readonly take: (
    tenant: string,
    platform: string,
    count: number
  ) => Effect.Effect<{ readonly wait: number; readonly gap: number } | undefined, DatabaseError>
}

/** How long a batch that has ended is looked after, in milliseconds: longer than any lease. */
const recent = 86_400_000

/** What a rate that was not used for a moment makes up for, in milliseconds: workers are late now and then. */
const burst = 250

/**
 * @since 0.1.0
 * @category tags
 */
export class Queue extends Context.Tag("@trilum/batch/Queue")<Queue, Service>() {}

/** What one statement writes at most: so many items, and then no more characters. */
const mostItems = 100
const mostCharacters = 4_000_000

/**
 * Joins calls into one statement: those that come while a statement is under way wait for it and share the next one. A
 * single call waits for nothing.
 */
const joined = <A extends object>(
  write: (calls: ReadonlyArray<A>) => Effect.Effect<(call: A) => boolean, DatabaseError>,
  sizeOf: (call: A) => number
): ((call: A) => Effect.Effect<boolean, DatabaseError>) => {
  interface Waiting {
    readonly call: A
    readonly done: Deferred.Deferred<boolean, DatabaseError>
  }
  const waiting: Array<Waiting> = []
  let isWriting = false
  const next = (): ReadonlyArray<Waiting> => {
    let characters = 0
    let count = 0
    for (const { call } of waiting) {
      characters += sizeOf(call)
      if (count === mostItems || (count > 0 && characters > mostCharacters)) break
      count += 1
    }
    return waiting.splice(0, count)
  }
  const writing = Effect.gen(function* () {
    while (waiting.length > 0) {
      const some = next()
      const exit = yield* Effect.exit(write(some.map(({ call }) => call)))
      for (const { call, done } of some) {
        Deferred.unsafeDone(
          done,
          Exit.map(exit, (isWritten) => isWritten(call))
        )
      }
    }
    isWriting = false
  })
  return (call) =>
    Effect.flatMap(Deferred.make<boolean, DatabaseError>(), (done) => {
      waiting.push({ call, done })
      if (isWriting) return Deferred.await(done)
      isWriting = true
      return Effect.zipRight(Effect.forkDaemon(Effect.interruptible(writing)), Deferred.await(done))
    })
}

type ItemRow = {
  readonly [K in Exclude<keyof Claimed, "batch" | "worker">]: Claimed[K]
}

interface ChangedRow {
  readonly batch_id: string
  readonly seq: number
  readonly claim: number
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make: Effect.Effect<Service, never, Database.Database> = Effect.map(
  Database.Database,
  ({ dialect, now, sql, transaction }): Service => {
    const failing = Effect.mapError((cause: SqlError) => Database.failure(cause))
    const waiting = sql.literal(String(Schema.waiting))
    const running = sql.literal(String(Schema.running))
    const failed = sql.literal(String(Schema.failed))
    const skipLocked = dialect === "postgres" ? sql.literal("for update skip locked") : sql.literal("")
    const forUpdate = dialect === "postgres" ? sql.literal("for update") : sql.literal("")
    const larger = dialect === "postgres" ? sql.literal("greatest") : sql.literal("max")
    /**
     * Lets PostgreSQL answer before the transaction is on its disk, which otherwise limits the throughput. For claims and
     * the ids of runs: what a crash of the server takes of them is found once more by the idempotency key. Results wait.
     */
    const unhurried =
      dialect === "postgres"
        ? sql`(select set_config('synchronous_commit', 'off', true)) is not null`
        : sql.literal("1 = 1")
    const position = Schema.nextPosition({ dialect, sql })
    /** Whether a row is in the hands of the worker whose claim is `c`. */
    const isOwn = sql`trilum_items.batch_id = c.batch and trilum_items.seq = c.seq and trilum_items.claim = c.claim
      and trilum_items.worker = c.worker and trilum_items.status = ${running}`
    /** Claims with more columns, as a table `c`. */
    const claims = (rows: ReadonlyArray<object>, ...more: ReadonlyArray<readonly [name: string, type: string]>) => {
      const columns = [["batch", "text"], ["seq", "integer"], ["claim", "integer"], ["worker", "text"], ...more]
      const json = JSON.stringify(rows)
      return dialect === "postgres"
        ? sql`json_to_recordset(${json}::json) as c(${sql.literal(columns.map((column) => column.join(" ")).join(", "))})`
        : sql`(select ${sql.literal(columns.map(([name]) => `value ->> '${name}' as ${name}`).join(", "))}
            from json_each(${json})) as c`
    }
    const placeOf = ({ batch, claim, seq, worker }: Claimed) => ({ batch, seq, claim, worker })
    /** Returns whether a claim is among the rows that a statement changed. */
    const among = (
      rows: ReadonlyArray<{ readonly batch_id: string; readonly seq: number; readonly claim: number }>
    ) => {
      const found = new Set(rows.map(({ batch_id, claim, seq }) => `${seq}/${claim}/${batch_id}`))
      return ({ batch, claim, seq }: Claimed): boolean => found.has(`${seq}/${claim}/${batch}`)
    }
    const changed = sql.literal("returning trilum_items.batch_id, trilum_items.seq, trilum_items.claim")
    const claimSome = (batch: string, worker: string, count: number, lease: number) =>
      Effect.flatMap(now, (at) => {
        const chosen = sql`select seq from trilum_items
          where batch_id = ${batch} and status = ${waiting} and available_at <= ${at}
          and exists (select 1 from trilum_batches b where b.id = ${batch} and b.status = 'running') and ${unhurried}
          order by available_at, seq limit ${count} ${skipLocked}`
        const changes = sql`status = ${running}, worker = ${worker}, claim = claim + 1,
          lease_until = ${at} + ${lease}, started_at = coalesce(started_at, ${at})`
        const returned = sql`id, claim, attempt, tries, settings, input, run, ${at} - started_at as elapsed`
        return Effect.map(
          // A subquery with a limit may run more than once in a plan; a CTE that locks runs once.
          dialect === "postgres"
            ? sql<ItemRow>`with chosen as (${chosen}) update trilum_items set ${changes} from chosen
                where trilum_items.batch_id = ${batch} and trilum_items.seq = chosen.seq
                returning trilum_items.seq, ${returned}`
            : sql<ItemRow>`update trilum_items set ${changes} where batch_id = ${batch} and seq in (${chosen})
                returning seq, ${returned}`,
          (rows): ReadonlyArray<Claimed> => rows.map((row) => ({ ...row, batch, worker })).sort((a, b) => a.seq - b.seq)
        )
      })

    const claim: Service["claim"] = ({ batch, count, lease, within, worker }) =>
      failing(
        within === undefined
          ? claimSome(batch, worker, count, lease)
          : transaction(
              Effect.gen(function* () {
                // The row is the turn of this tenant: claims of two workers are counted one after the other.
                const [limit] = yield* sql<{ readonly running: number | null }>`select running from trilum_limits
                  where tenant = ${within.tenant} and platform = ${within.platform} ${forUpdate}`
                if (limit === undefined || limit.running === null) return yield* claimSome(batch, worker, count, lease)
                const [under] = yield* sql<{ readonly count: number }>`select cast(count(*) as integer) as count
                  from trilum_items i join trilum_batches b on b.id = i.batch_id
                  where i.status = ${running} and b.tenant = ${within.tenant} and b.job like ${`${within.platform}.%`}`
                const free = Math.min(count, limit.running - (under?.count ?? 0))
                return free <= 0 ? [] : yield* claimSome(batch, worker, free, lease)
              })
            )
      )

    /** Stops batches in which as many items failed as they allow. */
    const stopAfterFailures = (batches: ReadonlySet<string>) =>
      batches.size === 0
        ? Effect.void
        : Effect.flatMap(
            now,
            (at) => sql`update trilum_batches set status = 'stopped', finished_at = ${at}
              where ${sql.in("id", [...batches])} and status = 'running' and stop_after is not null and stop_after <= (
                select count(*) from trilum_items i where i.batch_id = trilum_batches.id and i.status = ${failed})`
          )

    const statusOf = { Succeeded: Schema.succeeded, Failed: Schema.failed, Cancelled: Schema.cancelled }

    const record = joined<{ readonly item: Claimed; readonly run: string }>(
      (calls) => {
        const rows = calls.map(({ item, run }) => ({ ...placeOf(item), run }))
        return failing(
          Effect.map(
            sql<ChangedRow>`update trilum_items set run = c.run from ${claims(rows, ["run", "text"])}
              where ${isOwn} and ${unhurried} ${changed}`,
            (found) => {
              const isWritten = among(found)
              return ({ item }) => isWritten(item)
            }
          )
        )
      },
      ({ run }) => run.length
    )

    const finish = joined<{ readonly item: Claimed; readonly end: End }>(
      (calls) => {
        const rows = calls.map(({ end, item }) => ({
          ...placeOf(item),
          ended: statusOf[end._tag],
          output: end._tag === "Succeeded" ? end.output : null,
          error: end._tag === "Failed" ? end.error : null,
          error_type: end._tag === "Failed" ? end.type : null,
          rerun: end._tag !== "Succeeded" && end.rerun ? 1 : 0
        }))
        const columns = [
          ["ended", "integer"],
          ["output", "text"],
          ["error", "text"],
          ["error_type", "text"],
          ["rerun", "integer"]
        ] as const
        return failing(
          Effect.gen(function* () {
            const at = yield* now
            const found = yield* sql<ChangedRow>`update trilum_items set status = c.ended, worker = null,
              lease_until = null, output = c.output, error = c.error, error_type = c.error_type, rerun = c.rerun,
              finished_at = ${at}, position = ${position} from ${claims(rows, ...columns)} where ${isOwn} ${changed}`
            const failures = new Set(calls.flatMap(({ end, item }) => (end._tag === "Failed" ? [item.batch] : [])))
            // The ends are stored: an error here must not repeat them.
            yield* Effect.ignore(Effect.retry(stopAfterFailures(failures), { times: 3 }))
            const isWritten = among(found)
            return ({ item }) => isWritten(item)
          })
        )
      },
      ({ end }) => (end._tag === "Succeeded" ? end.output.length : end._tag === "Failed" ? end.error.length : 0)
    )

    return {
      active: (tenant) =>
        failing(
          Effect.map(
            sql<
              Omit<Active, "cancelRuns" | "keyId"> & { readonly key_id: string | null; readonly cancel_runs: number }
            >`
              select id, job, priority, settings, key_id, cancel_runs from trilum_batches
              where tenant = ${tenant} and (status = 'running' or (status = 'cancelled' and cancel_runs = 1))
              order by priority desc, created_at, id`,
            (rows) =>
              rows.map(({ cancel_runs, key_id, ...row }) => ({ ...row, keyId: key_id, cancelRuns: cancel_runs === 1 }))
          )
        ),
      claim,
      renew: (items, lease) =>
        failing(
          Effect.gen(function* () {
            const at = yield* now
            const found = yield* sql<ChangedRow>`update trilum_items set lease_until = ${at} + ${lease}
              from ${claims(items.map(placeOf))} where ${isOwn} and ${unhurried} ${changed}`
            return items.filter(among(found))
          })
        ),
      record: (item, run) => record({ item, run }),
      finish: (item, end) => finish({ item, end }),
      putBack: (item, { delay, next }) =>
        failing(
          Effect.gen(function* () {
            const at = yield* now
            const changes =
              next === "same"
                ? sql`tries = tries + 1`
                : next === "lost"
                  ? sql`tries = tries + 1, run = null`
                  : sql`tries = 0, run = null, attempt = attempt + 1`
            const rows = yield* sql`update trilum_items set status = ${waiting}, worker = null, lease_until = null,
              available_at = ${at} + ${delay}, ${changes} from ${claims([placeOf(item)])} where ${isOwn} ${changed}`
            return rows.length > 0
          })
        ),
      release: (items) =>
        failing(
          Effect.asVoid(
            sql`update trilum_items set status = ${waiting}, worker = null, lease_until = null
              from ${claims(items.map(placeOf))} where ${isOwn}`
          )
        ),
      expire: (maxCrashes, crashed) =>
        failing(
          Effect.gen(function* () {
            const at = yield* now
            const rows = yield* sql<ChangedRow & { readonly status: number }>`update trilum_items
              set crashes = crashes + 1, worker = null, lease_until = null,
                status = case when crashes + 1 >= ${maxCrashes} then ${failed} else ${waiting} end,
                error = case when crashes + 1 >= ${maxCrashes} then ${JSON.stringify(crashed)} else null end,
                error_type = case when crashes + 1 >= ${maxCrashes} then ${crashed.type} else null end,
                finished_at = case when crashes + 1 >= ${maxCrashes} then ${at} else null end,
                position = case when crashes + 1 >= ${maxCrashes} then ${position} else null end
              where status = ${running} and lease_until < ${at} returning batch_id, status`
            yield* stopAfterFailures(
              new Set(rows.filter(({ status }) => status === Schema.failed).map((row) => row.batch_id))
            )
            return rows.length
          })
        ),
      complete: (tenant) =>
        failing(
          Effect.gen(function* () {
            const at = yield* now
            const isOpen = (status: Fragment) =>
              sql`exists (select 1 from trilum_items i where i.batch_id = trilum_batches.id and i.status = ${status})`
            yield* sql`update trilum_batches set status = 'finished', finished_at = ${at}
              where tenant = ${tenant} and status = 'running' and not ${isOpen(waiting)} and not ${isOpen(running)}`
            // A retry of the same moment may have put items back that the statement before did not see.
            yield* sql`update trilum_batches set status = 'running', finished_at = null
              where tenant = ${tenant} and status = 'finished' and finished_at > ${at} - ${recent} and ${isOpen(waiting)}`
            // What was under way when its batch was cancelled, and came back since.
            yield* sql`update trilum_items set status = ${sql.literal(String(Schema.cancelled))}, finished_at = ${at},
              position = ${position} where status = ${waiting} and batch_id in (
                select id from trilum_batches where tenant = ${tenant} and status = 'cancelled'
                and finished_at > ${at} - ${recent})`
          })
        ),
      limits: (tenant) =>
        failing(
          Effect.flatMap(
            now,
            (at) => sql<Limit>`select platform, per_second as ${sql("perSecond")}, running,
              ${larger}(0, paused_until - ${at}) as pause from trilum_limits where tenant = ${tenant}`
          )
        ),
      setLimit: (tenant, { perSecond, platform, running: atOnce }) =>
        failing(
          sql`insert into trilum_limits (tenant, platform, per_second, running)
            values (${tenant}, ${platform}, ${perSecond}, ${atOnce})
            on conflict (tenant, platform) do update set per_second = excluded.per_second, running = excluded.running`
        ),
      pause: (tenant, platform, millis) =>
        failing(
          Effect.flatMap(
            now,
            (at) => sql`insert into trilum_limits (tenant, platform, paused_until)
              values (${tenant}, ${platform}, ${at} + ${millis})
              on conflict (tenant, platform) do update
              set paused_until = ${larger}(trilum_limits.paused_until, excluded.paused_until)`
          )
        ),
      take: (tenant, platform, count) =>
        failing(
          Effect.gen(function* () {
            const at = yield* now
            const length = sql`${count * 1000} / per_second`
            const rows = yield* sql<{ readonly wait: number; readonly gap: number }>`update trilum_limits
              set next_at = ${larger}(next_at, paused_until, ${at} - ${burst}) + ${length}
              where tenant = ${tenant} and platform = ${platform} and per_second is not null
              returning next_at - ${length} - ${at} as wait, 1000 / per_second as gap`
            return rows[0]
          })
        )
    }
  }
)

/**
 * @since 0.1.0
 * @category layers
 */
export const layer: Layer.Layer<Queue, never, Database.Database> = Layer.effect(Queue, make)
