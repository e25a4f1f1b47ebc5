/**
 * A worker: claims items, runs their jobs and stores the results, until it is stopped.
 *
 * Any number of workers share a database. One that dies loses nothing: its items are claimed by others once their leases
 * end, and these attach to the runs that were started. One that is stopped gives its items back at once.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import { hostname } from "node:os"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import type { DatabaseError } from "./BatchError.js"
import { Encryption } from "./Encryption.js"
import * as Execution from "./internal/execution.js"
import * as Job from "./Job.js"
import * as Queue from "./Queue.js"
import * as RateLimiter from "./RateLimiter.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options<R> {
  /** What this worker can do. Batches of other jobs are left to other workers. */
  readonly jobs: ReadonlyArray<Job.Job<never, R>>
  /** Most items under way at once. Default: 8. */
  readonly concurrency?: number | undefined
  /** How long an item belongs to a worker that gives no sign of life. Default: 30 seconds. */
  readonly lease?: Duration.DurationInput | undefined
  /** How often the database is asked for new work, changes and ended leases. Default: 500 milliseconds. */
  readonly pollInterval?: Duration.DurationInput | undefined
  /**
   * How long a stop waits for items that no other worker can continue, such as chats. Runs that were started are handed
   * over at once. Default: 20 seconds.
   */
  readonly drain?: Duration.DurationInput | undefined
  /** An item that took so many workers with it fails. Default: 5. */
  readonly maxCrashes?: number | undefined
  /**
   * What happens when a platform rejects the key of this worker. `wait` (default): the items of that platform are left to
   * other workers, and one is tried now and then until the key is valid; other platforms continue. `stop`: the worker
   * stops, and `ended` fails.
   */
  readonly onRejectedKey?: "wait" | "stop" | undefined
  /** How often a rejected key is tried. Default: 30 seconds. */
  readonly rejectedKeyInterval?: Duration.DurationInput | undefined
  /** Shown in `status` and logs. Default: host name and process id. */
  readonly name?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Status {
  readonly id: string
  readonly name: string
  readonly tenant: string
  readonly state: "running" | "stopping" | "failed"
  /** Whether the last statement reached the database. */
  readonly isConnected: boolean
  readonly concurrency: number
  readonly running: number
  readonly succeeded: number
  readonly failed: number
  readonly retried: number
  /** Platforms that reject the key of this worker, and what they say. */
  readonly rejectedKeys: Readonly<Record<string, string>>
  /** Whether it can work: it runs, reaches the database, and has a valid key of some platform. */
  readonly isReady: boolean
  readonly startedAt: Date
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly id: string
  readonly status: Effect.Effect<Status>
  /** Claims no more, hands over or finishes what is under way, and returns. Safe to call twice. */
  readonly stop: Effect.Effect<void>
  /** Fails when the worker stops because a platform rejects its key. Otherwise returns once the worker has stopped. */
  readonly ended: Effect.Effect<void, WorkerError>
}

/**
 * A running worker.
 *
 * @since 0.1.0
 * @category tags
 */
export class Worker extends Context.Tag("@trilum/batch/Worker")<Worker, Service>() {}

/**
 * What stops a worker by itself, with `onRejectedKey: "stop"`: a key that the platform rejects.
 *
 * @since 0.1.0
 * @category errors
 */
export type WorkerError = ConfigurationError

const crashed: Job.Failure = {
  type: "WorkerCrashedError",
  category: "local",
  code: "WORKER_CRASHED",
  message: "every worker that took this item ended without giving it back",
  hint: "Check the logs of the workers for a crash, e.g. out of memory, before the batch is retried."
}

/** How long a stop tries to give items back, in milliseconds. */
const longestRelease = 5000

const items = Metric.counter("trilum_items", { description: "Items by their end", incremental: true })
const retriesMetric = Metric.counter("trilum_retries", {
  description: "Items put back for another try",
  incremental: true
})
const lostMetric = Metric.counter("trilum_leases_lost", {
  description: "Items lost to other workers",
  incremental: true
})
const expiredMetric = Metric.counter("trilum_leases_expired", {
  description: "Leases of other workers that had ended",
  incremental: true
})
const databaseErrors = Metric.counter("trilum_database_errors", {
  description: "Statements that failed",
  incremental: true
})
const runningMetric = Metric.gauge("trilum_items_running", { description: "Items under way" })
const seconds = Metric.histogram(
  "trilum_item_seconds",
  MetricBoundaries.fromIterable([0.1, 0.5, 1, 5, 10, 30, 60, 120, 300, 600, 1800, 3600]),
  "Seconds that items were under way on this worker"
)

/**
 * Starts a worker. It stops with the scope.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <R>(
  options: Options<R>
): Effect.Effect<Service, DatabaseError, Queue.Queue | RateLimiter.RateLimiter | R | Scope.Scope> =>
  Effect.gen(function* () {
    const queue = yield* Queue.Queue
    const limiter = yield* RateLimiter.RateLimiter
    const encryption = yield* Encryption
    const { concurrency = 8, maxCrashes = 5 } = options
    const lease = Duration.toMillis(options.lease ?? "30 seconds")
    const pollInterval = Duration.toMillis(options.pollInterval ?? 500)
    const drain = options.drain ?? "20 seconds"
    const { tenant } = limiter
    const id = randomUUID()
    const name = options.name ?? `${hostname()}:${process.pid}`
    const startedAt = new Date()
    const jobs = new Map(options.jobs.map((job) => [job.name, job]))
    const platforms = options.jobs.map(({ platform }) => platform)
    const held = new Map<string, Execution.Held>()
    const slots = yield* Effect.makeLatch(true)
    const ended = yield* Deferred.make<void, WorkerError>()
    const work = yield* Effect.makeLatch(false)
    let actives: ReadonlyArray<Queue.Active> = []
    let stopping = false
    let isFailed = false
    /** By platform. The key is tried with one item from `until` on. */
    const rejected = new Map<string, { readonly message: string; until: number }>()
    let isConnected = true
    let succeeded = 0
    let failed = 0
    let retried = 0
    let rotation = 0

    const keyIn = (item: Queue.Claimed): string => `${item.seq}/${item.claim}/${item.batch}`

    /** Notes whether the database is reachable, and says so when that changes. */
    const watched = <A, Q>(statement: Effect.Effect<A, DatabaseError, Q>): Effect.Effect<A, DatabaseError, Q> =>
      statement.pipe(
        Effect.tap(() => {
          if (isConnected) return Effect.void
          isConnected = true
          return Effect.logInfo("the database is back")
        }),
        Effect.tapError((failure) => {
          const count = Metric.increment(databaseErrors)
          if (!isConnected) return count
          isConnected = false
          return Effect.zipRight(count, Effect.logWarning(failure.message))
        })
      )

    /** What an item has come to is written until it is written: an error here would lose a result that was paid for. */
    const persist = <A>(statement: Effect.Effect<A, DatabaseError>): Effect.Effect<A> =>
      Effect.orDie(
        Effect.retry(
          watched(statement),
          Schedule.jittered(Schedule.union(Schedule.exponential(100, 2), Schedule.spaced(2000)))
        )
      )

    const rejectedKeyInterval = Duration.toMillis(options.rejectedKeyInterval ?? "30 seconds")

    /** Claims no more items of a platform that rejects the key: every other one would fail in the same way. */
    const onRejected = (platform: string, failure: unknown): Effect.Effect<void> =>
      Effect.gen(function* () {
        const { hint, message } = Job.failureOf(failure)
        const isKnown = rejected.has(platform)
        rejected.set(platform, { message, until: (yield* Clock.currentTimeMillis) + rejectedKeyInterval })
        if (isKnown) return
        if (options.onRejectedKey !== "stop") return yield* Effect.logError(`no items of ${platform}: ${message}`)
        isFailed = true
        const details = { platform: "batch", code: "WORKER_STOPPED", message, hint, cause: failure }
        yield* Deferred.fail(ended, new ConfigurationError(details))
        yield* Effect.logError(`the worker stops: ${message}`)
      })

    const onAccepted = (platform: string): Effect.Effect<void> =>
      Effect.suspend(() => {
        if (!rejected.delete(platform)) return Effect.void
        work.unsafeOpen()
        return Effect.logInfo(`continues with items of ${platform}: the key is valid`)
      })

    const means: Omit<Execution.Means<R>, "job"> = {
      queue,
      encryption,
      persist,
      onRejected,
      onAccepted,
      onEnd: (end) => {
        if (end === "Succeeded") succeeded += 1
        if (end === "Failed") failed += 1
        return Metric.increment(Metric.tagged(items, "end", end.toLowerCase()))
      },
      onPutBack: Effect.suspend(() => {
        retried += 1
        return Metric.increment(retriesMetric)
      })
    }

    const begin = (active: Queue.Active, job: Job.Job<never, R>, item: Queue.Claimed): Effect.Effect<void, never, R> =>
      Effect.suspend(() => {
        const mine: Execution.Held = {
          item,
          active,
          platform: job.platform,
          fiber: undefined,
          isAttachable: item.run !== null,
          run: item.run === null ? undefined : JSON.parse(item.run),
          cancel: undefined,
          reason: undefined
        }
        const key = keyIn(item)
        held.set(key, mine)
        const running = Execution.run({ ...means, job }, mine).pipe(
          Effect.catchAll(() => Metric.increment(lostMetric)),
          Effect.catchAllDefect((defect) =>
            // Never ends a worker: the item fails, and others go on.
            Effect.catchAll(Execution.fail(means, mine, Job.failureOf(defect), false), () => Effect.void)
          ),
          Metric.trackDurationWith(seconds, Duration.toSeconds),
          Effect.ensuring(
            Effect.suspend(() => {
              held.delete(key)
              if (held.size < concurrency) slots.unsafeOpen()
              return Metric.set(runningMetric, held.size)
            })
          ),
          Effect.annotateLogs({ batch: item.batch, item: item.id })
        )
        return Effect.map(Effect.forkDaemon(Effect.interruptible(running)), (fiber) => {
          mine.fiber = fiber
        })
      })

    interface Turn {
      readonly active: Queue.Active
      readonly job: Job.Job<never, R>
    }

    const canServe = ({ cancelRuns, keyId }: Queue.Active): boolean =>
      !cancelRuns && (keyId === null || encryption.hasKey(keyId))

    /** How many items of a platform may be claimed now: all, or one that tries the key. */
    const allowed = (platform: string, now: number): number => {
      const until = rejected.get(platform)?.until
      if (until === undefined) return Number.POSITIVE_INFINITY
      const isTried = [...held.values()].some(({ platform: other }) => other === platform)
      return now < until || isTried ? 0 : 1
    }

    /** Active batches in the order in which they get free places: by priority, then the one with the fewest here. */
    const inTurn = (now: number): ReadonlyArray<Turn & { readonly peers: number }> => {
      const under = new Map<string, number>()
      for (const { active } of held.values()) under.set(active.id, (under.get(active.id) ?? 0) + 1)
      const open = actives.flatMap((active): ReadonlyArray<Turn> => {
        const job = jobs.get(active.job)
        return job !== undefined && canServe(active) && allowed(job.platform, now) > 0 ? [{ active, job }] : []
      })
      rotation += 1
      return open
        .map((turn, index) => ({ ...turn, place: (index + rotation) % open.length }))
        .sort(
          (a, b) =>
            b.active.priority - a.active.priority ||
            (under.get(a.active.id) ?? 0) - (under.get(b.active.id) ?? 0) ||
            a.place - b.place
        )
        .map((turn) => ({
          ...turn,
          peers: open.filter(({ active }) => active.priority === turn.active.priority).length
        }))
    }

    const claimFrom = ({ active, job }: Turn, count: number): Effect.Effect<number, DatabaseError, R> =>
      Effect.flatMap(limiter.isLimited(job.platform), (isLimited) => {
        const within = isLimited ? { tenant, platform: job.platform } : undefined
        // Whatever was claimed is begun, so that a stop knows of it.
        return Effect.uninterruptible(
          Effect.flatMap(watched(queue.claim({ batch: active.id, worker: id, count, lease, within })), (claimed) =>
            Effect.as(
              Effect.forEach(claimed, (item) => begin(active, job, item), { discard: true }),
              claimed.length
            )
          )
        )
      })

    const idle = Effect.flatMap(Random.next, (random) =>
      Effect.race(work.await, Effect.sleep(pollInterval * (0.75 + random / 2)))
    )

    /** A loop of the worker goes on after a defect: without it the worker would look alive and do nothing. */
    const steadily = <A, E, Q>(step: Effect.Effect<A, E, Q>): Effect.Effect<A | undefined, E, Q> =>
      Effect.catchAllDefect(step, (defect) =>
        Effect.as(Effect.logError(`defect in the worker: ${Job.failureOf(defect).message}`), undefined)
      )

    const claiming: Effect.Effect<void, never, R> = Effect.gen(function* () {
      while (!stopping && !isFailed) {
        if (held.size >= concurrency) {
          slots.unsafeClose()
          yield* slots.await
          continue
        }
        let claimed = 0
        const now = yield* Clock.currentTimeMillis
        for (const { peers, ...turn } of inTurn(now)) {
          const free = concurrency - held.size
          if (free <= 0 || stopping) break
          const count = Math.min(Math.max(1, Math.ceil(free / peers)), allowed(turn.job.platform, now))
          if (count === 0) continue
          const got = yield* steadily(Effect.catchAll(claimFrom(turn, count), () => Effect.succeed(undefined)))
          if (got === undefined) continue
          claimed += got
          // There may be more: who is next is decided anew, so that no batch gets what a more urgent one needs.
          if (got >= count) break
        }
        work.unsafeClose()
        if (claimed === 0 && !stopping) yield* idle
      }
    })

    const interrupt = (
      reason: NonNullable<Execution.Held["reason"]>,
      chosen: ReadonlyArray<Execution.Held>
    ): Effect.Effect<void> =>
      Effect.forEach(
        chosen,
        (one) => {
          one.reason = reason
          return one.fiber === undefined ? Effect.void : Effect.asVoid(Fiber.interrupt(one.fiber))
        },
        { discard: true, concurrency: "unbounded" }
      )

    const cancelRuns = Effect.suspend(() => {
      const cancelled = new Set(actives.filter((active) => active.cancelRuns).map((active) => active.id))
      const chosen = [...held.values()].filter((one) => cancelled.has(one.item.batch) && one.reason === undefined)
      return Effect.forEach(
        chosen,
        (one) =>
          Effect.gen(function* () {
            yield* interrupt("cancelled", [one])
            if (one.run !== undefined && one.cancel !== undefined) yield* one.cancel(one.run)
            yield* Effect.ignore(Execution.finish(means, one, { _tag: "Cancelled", rerun: one.run !== undefined }))
          }),
        { discard: true, concurrency: 8 }
      )
    })

    const look = Effect.gen(function* () {
      actives = yield* watched(queue.active(tenant))
      const expired = yield* watched(queue.expire(maxCrashes, crashed))
      if (expired > 0) {
        yield* Metric.incrementBy(expiredMetric, expired)
        yield* Effect.logWarning(`${expired} items are back: the leases of their workers have ended`)
      }
      yield* watched(queue.complete(tenant))
      if (actives.length > 0) work.unsafeOpen()
      yield* cancelRuns
    }).pipe(Effect.ignore, steadily)

    const renewing = Effect.gen(function* () {
      const before = [...held.values()].filter(({ reason }) => reason === undefined)
      if (before.length === 0) return
      const kept = new Set(
        (yield* watched(
          queue.renew(
            before.map(({ item }) => item),
            lease
          )
        )).map(keyIn)
      )
      const gone = before.filter((one) => !kept.has(keyIn(one.item)) && held.has(keyIn(one.item)))
      if (gone.length === 0) return
      yield* Effect.logWarning(`${gone.length} items belong to other workers now`)
      yield* interrupt("lost", gone)
    }).pipe(Effect.retry({ times: 5, schedule: Schedule.spaced(Math.min(1000, lease / 10)) }), Effect.ignore, steadily)

    yield* watched(queue.active(tenant)).pipe(
      Effect.tap((found) =>
        Effect.sync(() => {
          actives = found
        })
      )
    )
    yield* Effect.logInfo(`worker ${name} serves tenant ${tenant} with ${concurrency} places`)
    const looker = yield* Effect.forkDaemon(Effect.interruptible(Effect.repeat(look, Schedule.spaced(pollInterval))))
    const renewer = yield* Effect.forkDaemon(Effect.interruptible(Effect.repeat(renewing, Schedule.spaced(lease / 3))))
    const claimer = yield* Effect.forkDaemon(Effect.interruptible(claiming))

    const remaining = (isAttachable: boolean) => [...held.values()].filter((one) => one.isAttachable === isAttachable)

    /** Runs an effect for some time at most, also where nothing can be interrupted. */
    const atMost = (millis: number, effect: Effect.Effect<void>): Effect.Effect<void> =>
      Effect.gen(function* () {
        const over = yield* Deferred.make<void>()
        const end = Deferred.succeed(over, undefined)
        const fiber = yield* Effect.forkDaemon(Effect.interruptible(Effect.ensuring(effect, end)))
        const timer = yield* Effect.forkDaemon(Effect.interruptible(Effect.zipRight(Effect.sleep(millis), end)))
        yield* Deferred.await(over)
        yield* Fiber.interruptFork(timer)
        yield* Fiber.interruptFork(fiber)
      })

    /** What others can continue goes back at once, all else when it is done or the time is over. */
    const handOver = (chosen: ReadonlyArray<Execution.Held>): Effect.Effect<void> =>
      chosen.length === 0
        ? Effect.void
        : Effect.zipRight(
            interrupt("stopping", chosen),
            // Without the database the leases give them back.
            atMost(longestRelease, persist(queue.release(chosen.map(({ item }) => item))))
          )

    const stop = Effect.uninterruptible(
      Effect.gen(function* () {
        stopping = true
        slots.unsafeOpen()
        work.unsafeOpen()
        yield* Effect.logInfo(`worker ${name} stops: ${held.size} items under way`)
        yield* Fiber.join(claimer)
        yield* Fiber.interrupt(looker)
        const until = Date.now() + Duration.toMillis(drain)
        while (held.size > 0 && Date.now() < until) {
          yield* handOver(remaining(true))
          if (held.size > 0) yield* Effect.sleep(50)
        }
        yield* handOver([...held.values()])
        yield* Fiber.interrupt(renewer)
        yield* Deferred.succeed(ended, undefined)
        yield* Effect.logInfo(`worker ${name} has stopped`)
      })
    )
    const stopOnce = yield* Effect.cached(stop)
    yield* Effect.addFinalizer(() => stopOnce)

    return {
      id,
      stop: stopOnce,
      ended: Deferred.await(ended),
      status: Effect.sync(() => ({
        id,
        name,
        tenant,
        state: isFailed ? "failed" : stopping ? "stopping" : "running",
        isReady: !isFailed && !stopping && isConnected && platforms.some((platform) => !rejected.has(platform)),
        rejectedKeys: Object.fromEntries([...rejected].map(([platform, { message }]) => [platform, message])),
        isConnected,
        concurrency,
        running: held.size,
        succeeded,
        failed,
        retried,
        startedAt
      }))
    } satisfies Service
  })

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = <R>(
  options: Options<R>
): Layer.Layer<Worker, DatabaseError, Queue.Queue | RateLimiter.RateLimiter | R> => Layer.scoped(Worker, make(options))
