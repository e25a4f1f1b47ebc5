/** Databases, jobs and workers for the tests of the engine. */
import { afterAll, beforeAll, describe } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as Batch from "../../src/Batch.js"
import * as Database from "../../src/Database.js"
import * as Job from "../../src/Job.js"
import * as Queue from "../../src/Queue.js"
import * as RateLimiter from "../../src/RateLimiter.js"
import * as Worker from "../../src/Worker.js"
import * as Postgres from "./postgres.js"

/** A platform that remembers idempotency keys and counts the runs that it starts. */
export interface Platform {
  readonly runs: Map<string, { readonly id: string; readonly value: number }>
  /** Requests to start a run, by key. */
  readonly starts: Array<string>
  readonly attaches: Array<string>
  readonly cancelled: Array<string>
  /** What happens when a run is waited for. Default: it returns twice its value. */
  wait: (value: number, key: string) => Effect.Effect<number, unknown>
  /** What happens before a run is started. */
  before: (value: number) => Effect.Effect<void, unknown>
}

export const platform = (): Platform => ({
  runs: new Map(),
  starts: [],
  attaches: [],
  cancelled: [],
  wait: (value) => Effect.succeed(value * 2),
  before: () => Effect.void
})

export const Input = Schema.Struct({ value: Schema.Number })

/** A job of a platform in this process. */
export const double = (at: Platform, name = "test.double") =>
  Job.make({
    name,
    platform: "test",
    input: Input,
    run: Schema.Struct({ id: Schema.String }),
    start: ({ value }, { idempotencyKey }) =>
      Effect.map(at.before(value), () => {
        at.starts.push(idempotencyKey)
        const run = at.runs.get(idempotencyKey) ?? { id: `run-${at.runs.size}`, value }
        at.runs.set(idempotencyKey, run)
        return Job.started({ id: run.id })
      }),
    attach: ({ id }, { idempotencyKey }, { value }) =>
      Effect.suspend(() => {
        at.attaches.push(id)
        return Effect.map(at.wait(value, idempotencyKey), (result) => ({ result }))
      }),
    cancel: ({ id }) => Effect.sync(() => void at.cancelled.push(id))
  })

export const inputs = (count: number): ReadonlyArray<Batch.Item<{ readonly value: number }>> =>
  Array.from({ length: count }, (_, index) => ({ id: `item-${index}`, input: { value: index } }))

/** Everything but workers. */
export const engine = (url = ":memory:", options: Database.Options = {}) =>
  Layer.provideMerge(
    Layer.mergeAll(Batch.layer, Queue.layer),
    Layer.orDie(Database.layer(url, options)).pipe(Layer.provide(silent))
  )

/** Logs are for people. */
const silent = Logger.minimumLogLevel(LogLevel.None)

/**
 * The suite on memory, and on PostgreSQL where it is installed. `on` gives a test its engine on a database of its own.
 */
export const onEveryDatabase = (
  name: string,
  suite: (
    on: <A, E>(
      test: Effect.Effect<A, E, Batch.Batch | Queue.Queue | Database.Database | Scope.Scope>
    ) => Effect.Effect<A, E>
  ) => void
): void => {
  describe(`${name}, in memory`, () =>
    suite((test) => Effect.provide(Effect.scoped(test), Layer.merge(engine(), silent))))
  describe.skipIf(!Postgres.isAvailable)(`${name}, on PostgreSQL`, () => {
    let postgres: Postgres.Postgres | undefined
    beforeAll(async () => {
      postgres = await Postgres.start()
    }, 60_000)
    afterAll(() => postgres?.close(), 60_000)
    suite((test) =>
      Effect.suspend(() => Effect.provide(Effect.scoped(test), Layer.merge(engine(postgres?.database() ?? ""), silent)))
    )
  })
}

/** All results of a batch, once it is over. */
export const all = (id: string, options: Batch.ResultsOptions = {}) =>
  Effect.flatMap(Batch.Batch, (batches) =>
    Effect.map(
      Stream.runCollect(batches.results(id, { follow: true, pollInterval: 20, ...options })),
      Chunk.toReadonlyArray
    )
  )

/** Waits until something holds. */
export const until = <E, R>(check: Effect.Effect<boolean, E, R>): Effect.Effect<void, E, R> =>
  Effect.gen(function* () {
    while (!(yield* check)) yield* Effect.sleep(5)
  })

/** A worker with its limiter, which ends with the scope or with `stop`. */
export const worker = <R>(options: Worker.Options<R>, tenant = "default") =>
  Effect.gen(function* () {
    const scope = yield* Scope.make()
    yield* Effect.addFinalizer(() => Scope.close(scope, Exit.void))
    const limiter = yield* Scope.extend(RateLimiter.make({ tenant, refreshInterval: 20 }), scope)
    return yield* Worker.make({ pollInterval: 20, ...options }).pipe(
      Effect.provideService(RateLimiter.RateLimiter, limiter),
      Scope.extend(scope)
    )
  })
