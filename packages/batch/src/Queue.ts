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
import * as Effect from "effect/Effect"
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
   * Claims waiting items of a batch, the oldest first. With `atMost`, only as many as keep the tenant's items under way
   * below that number.
   */
  readonly claim: (options: {
    readonly batch: string
    readonly worker: string
    readonly count: number
    readonly lease: number
    readonly within?: { readonly tenant: string; readonly platform: string } | undefined
  }) => Effect.Effect<ReadonlyArray<Claimed>, DatabaseError>
  /** Extends the leases of items and returns those that still belong to this worker. */
  readonly renew: (
    worker: string,
    items: ReadonlyArray<Claimed>,
    lease: number
  ) => Effect.Effect<ReadonlyArray<Claimed>, DatabaseError>
  /** Records what names the run of an item. `false`: the item has another worker by now. */
  readonly record: (item: Claimed, run: string) => Effect.Effect<boolean, DatabaseError>
  /** Stores the end of an item. `false`: the item has another worker by now, and nothing was stored. */
  readonly finish: (item: Claimed, end: End) => Effect.Effect<boolean, DatabaseError>
  /** Puts an item back for a later try: of the same run, or of the next one. */
  readonly putBack: (
    item: Claimed,
    options: { readonly delay: number; readonly next: "same" | "lost" | "rerun" }
  ) => Effect.Effect<boolean, DatabaseError>
  /** Gives back what a worker has, without a delay. Counts as no try. */
  readonly release: (worker: string, items: ReadonlyArray<Claimed>) => Effect.Effect<void, DatabaseError>
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

type ItemRow = {
  readonly [K in Exclude<keyof Claimed, "batch" | "worker">]: Claimed[K]
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make: Effect.Effect<Service, never, Database.Database> = Effect.map(
  Database.Database,
  ({ dialect, now, sql }): Service => {
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
    /** Where results are read on from: never below what a reader has seen. See `Batch.results`. */
    const nextPosition = (batch: string): Fragment =>
      dialect === "postgres"
        ? sql`pg_current_xact_id()::text::double precision`
        : sql`(select coalesce(max(position), 0) + 1 from trilum_items where batch_id = ${batch})`
    /** The same for a row that is being changed. */
    const positionOfRow =
      dialect === "postgres"
        ? nextPosition("")
        : sql`(select coalesce(max(p.position), 0) + 1 from trilum_items p where p.batch_id = trilum_items.batch_id)`
    const mine = (item: Claimed): Fragment =>
      sql`batch_id = ${item.batch} and seq = ${item.seq} and claim = ${item.claim}
        and worker = ${item.worker} and status = ${running}`
    const seqs = (items: ReadonlyArray<Claimed>): Fragment =>
      sql.literal(items.map(({ seq }) => String(seq)).join(", "))
    const byBatch = (items: ReadonlyArray<Claimed>): ReadonlyArray<readonly [string, ReadonlyArray<Claimed>]> => {
      const groups = new Map<string, Array<Claimed>>()
      for (const item of items) {
        const group = groups.get(item.batch)
        if (group === undefined) groups.set(item.batch, [item])
        else group.push(item)
      }
      return [...groups]
    }

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
          : sql.withTransaction(
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

    const stopAfterFailures = (batch: string) =>
      Effect.flatMap(
        now,
        (at) => sql`update trilum_batches set status = 'stopped', finished_at = ${at}
          where id = ${batch} and status = 'running' and stop_after is not null and stop_after <= (
            select count(*) from trilum_items where batch_id = ${batch} and status = ${failed})`
      )

    const finish: Service["finish"] = (item, end) =>
      failing(
        Effect.gen(function* () {
          const at = yield* now
          const status =
            end._tag === "Succeeded" ? Schema.succeeded : end._tag === "Failed" ? Schema.failed : Schema.cancelled
          const stored = yield* sql`update trilum_items set status = ${status}, worker = null, lease_until = null,
            output = ${end._tag === "Succeeded" ? end.output : null},
            error = ${end._tag === "Failed" ? end.error : null},
            error_type = ${end._tag === "Failed" ? end.type : null},
            rerun = ${end._tag !== "Succeeded" && end.rerun ? 1 : 0},
            finished_at = ${at}, position = ${nextPosition(item.batch)}
            where ${mine(item)} returning seq`
          if (stored.length > 0 && end._tag === "Failed") yield* stopAfterFailures(item.batch)
          return stored.length > 0
        })
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
      renew: (worker, items, lease) =>
        failing(
          Effect.map(
            Effect.forEach(byBatch(items), ([batch, group]) =>
              Effect.gen(function* () {
                const at = yield* now
                const rows = yield* sql<{ readonly seq: number; readonly claim: number }>`update trilum_items
                  set lease_until = ${at} + ${lease}
                  where batch_id = ${batch} and seq in (${seqs(group)}) and worker = ${worker}
                  and status = ${running} and ${unhurried} returning seq, claim`
                const claims = new Map(rows.map((row) => [row.seq, row.claim]))
                return group.filter((item) => claims.get(item.seq) === item.claim)
              })
            ),
            (groups) => groups.flat()
          )
        ),
      record: (item, run) =>
        failing(
          Effect.map(
            sql`update trilum_items set run = ${run} where ${mine(item)} and ${unhurried} returning seq`,
            (rows) => rows.length > 0
          )
        ),
      finish,
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
              available_at = ${at} + ${delay}, ${changes} where ${mine(item)} returning seq`
            return rows.length > 0
          })
        ),
      release: (worker, items) =>
        failing(
          Effect.forEach(
            byBatch(items),
            ([batch, group]) => sql`update trilum_items set status = ${waiting}, worker = null, lease_until = null
              where batch_id = ${batch} and seq in (${seqs(group)}) and worker = ${worker} and status = ${running}`,
            { discard: true }
          )
        ),
      expire: (maxCrashes, crashed) =>
        failing(
          Effect.gen(function* () {
            const at = yield* now
            const rows = yield* sql<{ readonly batch_id: string; readonly status: number }>`update trilum_items
              set crashes = crashes + 1, worker = null, lease_until = null,
                status = case when crashes + 1 >= ${maxCrashes} then ${failed} else ${waiting} end,
                error = case when crashes + 1 >= ${maxCrashes} then ${JSON.stringify(crashed)} else null end,
                error_type = case when crashes + 1 >= ${maxCrashes} then ${crashed.type} else null end,
                finished_at = case when crashes + 1 >= ${maxCrashes} then ${at} else null end,
                position = case when crashes + 1 >= ${maxCrashes} then ${positionOfRow} else null end
              where status = ${running} and lease_until < ${at} returning batch_id, status`
            const ended = new Set(rows.filter(({ status }) => status === Schema.failed).map((row) => row.batch_id))
            yield* Effect.forEach(ended, stopAfterFailures, { discard: true })
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
              position = ${positionOfRow} where status = ${waiting} and batch_id in (
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
