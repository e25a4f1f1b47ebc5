import { assert, it } from "@effect/vitest"
import { RunFailedError } from "@trilum/core/RunError"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as Batch from "../src/Batch.js"
import * as Database from "../src/Database.js"
import { all, double, inputs, onEveryDatabase, platform, until, worker } from "./support/engine.js"

const messageOf = <A, E extends { readonly message: string }, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.map(Effect.either(effect), (end) => (Either.isLeft(end) ? end.left.message : "it succeeded"))

onEveryDatabase("a batch", (on) => {
  it.live("leaves nothing behind when its source fails", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const job = double(platform())
        const source = Stream.concat(Stream.fromIterable(inputs(1200)), Stream.fail(new Error("a bad line")))
        assert.strictEqual(yield* messageOf(batches.submit(job, source, { id: "b" })), "a bad line")
        assert.deepStrictEqual(yield* batches.list(), [])
        const { sql } = yield* Database.Database
        assert.deepStrictEqual(yield* sql`select id from trilum_items`, [])
      })
    )
  )

  it.live("is not started before all of it is stored", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const at = platform()
        const job = double(at)
        const gate = yield* Deferred.make<void>()
        const source = Stream.concat(
          Stream.fromIterable(inputs(600)),
          Stream.drain(Stream.fromEffect(Deferred.await(gate)))
        )
        yield* worker({ jobs: [job] })
        const submitting = yield* Effect.fork(batches.submit(job, source, { id: "b" }))
        yield* until(Effect.map(batches.list(), ([found]) => (found?.counts.waiting ?? 0) >= 500))
        yield* Effect.sleep(100)
        assert.strictEqual(at.starts.length, 0)
        yield* Deferred.succeed(gate, undefined)
        yield* Fiber.join(submitting)
        assert.strictEqual((yield* all("b")).length, 600)
      })
    )
  )

  it.live("is continued when the same id is submitted after a crash, and is returned when it exists", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const job = double(platform())
        const { sql } = yield* Database.Database
        yield* batches.submit(job, inputs(10), { id: "b" })
        // As a process leaves it that was killed while it submitted.
        yield* sql`update trilum_batches set status = 'submitting', total = 0`
        yield* sql`delete from trilum_items where seq >= 4`
        assert.strictEqual((yield* batches.submit(job, inputs(10), { id: "b" })).total, 10)
        assert.strictEqual((yield* batches.submit(job, inputs(3), { id: "b" })).total, 10)
        assert.match(
          yield* messageOf(batches.submit(double(platform(), "test.other"), inputs(3), { id: "b" })),
          /another job \(test\.double\)/
        )
      })
    )
  )

  it.live("takes no two items of one id, no item that its job cannot read, and no credential", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const job = double(platform())
        const twice = [...inputs(3), ...inputs(1)]
        assert.match(yield* messageOf(batches.submit(job, twice)), /same id/)
        const wrong = [{ id: "a", input: { value: "three" as unknown as number } }]
        assert.match(yield* messageOf(batches.submit(job, wrong)), /item 0 \("a"\)/)
        const extra = [{ id: "a", input: { value: 1, api_key: "0123456789abcdef" } }]
        assert.match(yield* messageOf(batches.submit(job, extra)), /item 0/)
        assert.match(yield* messageOf(batches.submit(job, [{ id: "", input: { value: 1 } }])), /id of item 0/)
        assert.match(yield* messageOf(batches.submit(job, inputs(1), { attempts: 0 })), /attempts/)
        assert.deepStrictEqual(yield* batches.list(), [])
      })
    )
  )

  it.live("claims nothing while it is paused and continues where it was", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const at = platform()
        const job = double(at)
        const { id } = yield* batches.submit(job, inputs(30))
        yield* batches.pause(id)
        yield* worker({ jobs: [job] })
        yield* Effect.sleep(100)
        assert.strictEqual(at.starts.length, 0)
        yield* batches.resume(id)
        assert.strictEqual((yield* all(id)).length, 30)
      })
    )
  )

  it.live("cancels what waits at once, and runs under way when asked to", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const at = platform()
        at.wait = () => Effect.never
        const job = double(at)
        const { id } = yield* batches.submit(job, inputs(10))
        yield* worker({ jobs: [job], concurrency: 2 })
        yield* until(Effect.sync(() => at.attaches.length === 2))
        const cancelled = yield* batches.cancel(id)
        assert.deepStrictEqual([cancelled.counts.cancelled, cancelled.counts.running, cancelled.isOver], [8, 2, false])
        yield* batches.cancel(id, { cancelRuns: true })
        const results = yield* all(id)
        assert.deepStrictEqual(new Set(results.map(({ status }) => status)), new Set(["cancelled"]))
        assert.strictEqual(results.length, 10)
        assert.deepStrictEqual([...at.cancelled].sort(), ["run-0", "run-1"])
      })
    )
  )

  it.live("stops after so many failures, and continues when it is resumed", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const at = platform()
        at.wait = () => Effect.fail(new RunFailedError({ platform: "test", message: "no", run: {} }))
        const job = double(at)
        const { id } = yield* batches.submit(job, inputs(20), { stopAfter: 3 })
        yield* worker({ jobs: [job], concurrency: 1 })
        yield* until(Effect.map(batches.status(id), ({ isOver }) => isOver))
        const stopped = yield* batches.status(id)
        assert.deepStrictEqual([stopped.state, stopped.counts.failed], ["stopped", 3])
        assert.deepStrictEqual(stopped.failures, { RunFailedError: 3 })
        at.wait = (value) => Effect.succeed(value)
        yield* batches.resume(id)
        assert.strictEqual((yield* all(id)).filter(({ status }) => status === "succeeded").length, 17)
      })
    )
  )

  it.live("retries failed items: a run that ended is followed by a new one, any other is attached to", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const at = platform()
        at.wait = (value) =>
          value === 0 ? Effect.fail(new RunFailedError({ platform: "test", message: "no", run: {} })) : Effect.never
        const job = double(at)
        const { id } = yield* batches.submit(job, inputs(2), { deadline: 100 })
        yield* worker({ jobs: [job] })
        assert.deepStrictEqual(
          (yield* all(id)).map(({ error }) => error?.type),
          ["RunFailedError", "WaitTimeoutError"]
        )
        at.wait = (value) => Effect.succeed(value)
        yield* batches.retry(id)
        const results = yield* all(id)
        assert.deepStrictEqual(
          results.map(({ attempt, run, status }) => [status, attempt, run]),
          [
            ["succeeded", 1, { id: "run-2" }],
            ["succeeded", 0, { id: "run-1" }]
          ]
        )
        assert.strictEqual(at.runs.size, 3)
      })
    )
  )

  it.live("emits every result once to readers that follow, in either order", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const at = platform()
        at.wait = (value) => Effect.as(Effect.sleep((value * 7) % 13), value)
        const job = double(at)
        const { id } = yield* batches.submit(job, inputs(700))
        const readers = yield* Effect.fork(
          Effect.all([all(id, { order: "items" }), all(id, { order: "finished" })], { concurrency: 2 })
        )
        yield* worker({ jobs: [job], concurrency: 16 })
        const [ordered, finished] = yield* Fiber.join(readers)
        const expected = inputs(700).map(({ id }) => id)
        assert.deepStrictEqual(
          ordered.map(({ id }) => id),
          expected
        )
        assert.strictEqual(finished.length, 700)
        assert.strictEqual(new Set(finished.map(({ id }) => id)).size, 700)
        assert.strictEqual((yield* all(id, { status: "failed" })).length, 0)
      })
    )
  )

  it.live("is removed with its items once it is over, and not before", () =>
    on(
      Effect.gen(function* () {
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(double(platform()), inputs(3))
        assert.match(yield* messageOf(batches.remove(id)), /it is running/)
        yield* batches.cancel(id)
        yield* batches.remove(id)
        assert.match(yield* messageOf(batches.status(id)), /there is no batch/)
      })
    )
  )
})
