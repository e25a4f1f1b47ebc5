import { assert, it } from "@effect/vitest"
import { AuthenticationError, NotFoundError, TransportError } from "@trilum/core/ApiError"
import { RunFailedError } from "@trilum/core/RunError"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Batch from "../src/Batch.js"
import { DatabaseError } from "../src/BatchError.js"
import * as Database from "../src/Database.js"
import * as Job from "../src/Job.js"
import * as Queue from "../src/Queue.js"
import { all, double, Input, inputs, onEveryDatabase, platform, until, worker } from "./support/engine.js"

const broken = new TransportError({ platform: "test", message: "the connection broke" })
const unlucky = new RunFailedError({ platform: "test", message: "the run failed", run: {} })
const rejectedKey = new AuthenticationError({ platform: "test", message: "the key is wrong", status: 401 })
const unknown = new NotFoundError({ platform: "test", message: "there is no such run", status: 404 })

onEveryDatabase("a worker", (on) => {
  it.live("gives every item exactly one result, in the order of the items", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        const job = double(at)
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(job, inputs(50))
        yield* worker({ jobs: [job] })
        const results = yield* all(id)
        assert.deepStrictEqual(
          results.map(({ id, output, status }) => ({ id, output, status })),
          inputs(50).map(({ id }, index) => ({ id, output: { result: index * 2 }, status: "succeeded" as const }))
        )
        assert.strictEqual(at.runs.size, 50)
        const status = yield* batches.status(id)
        assert.deepStrictEqual([status.state, status.counts.succeeded, status.total], ["finished", 50, 50])
      })
    )
  )

  it.live("sends the same key for every try of a run, so that nothing is paid for twice", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        let failures = 0
        at.wait = (value) => (failures++ < 1 ? Effect.fail(broken) : Effect.succeed(value))
        const job = double(at)
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(1)))
        yield* worker({ jobs: [job] })
        const [result] = yield* all(id)
        assert.strictEqual(result?.status, "succeeded")
        assert.strictEqual(at.runs.size, 1)
        // The run was recorded: the second try attaches to it.
        assert.deepStrictEqual([at.starts.length, at.attaches.length], [1, 2])
      })
    )
  )

  it.live("starts another run under another key after a run that failed, as long as the item has attempts", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        at.wait = () => Effect.fail(unlucky)
        const job = double(at)
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(1), { attempts: 2 }))
        yield* worker({ jobs: [job] })
        const [result] = yield* all(id)
        assert.deepStrictEqual([result?.status, result?.error?.type, result?.attempt], ["failed", "RunFailedError", 1])
        assert.strictEqual(new Set(at.starts).size, 2)
      })
    )
  )

  it.live("starts a run that the platform has forgotten under the same key", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        let isForgotten = true
        at.wait = (value) => (isForgotten ? Effect.fail(unknown) : Effect.succeed(value))
        at.before = () => Effect.sync(() => void (isForgotten = at.starts.length === 0))
        const job = double(at)
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(1)))
        yield* worker({ jobs: [job] })
        const [result] = yield* all(id)
        assert.strictEqual(result?.status, "succeeded")
        assert.deepStrictEqual([at.starts.length, new Set(at.starts).size], [2, 1])
      })
    )
  )

  it.live("leaves the items of a platform that rejects its key to others, and takes them once the key is valid", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        let isValid = false
        let tried = 0
        at.before = () =>
          Effect.suspend(() => {
            tried += 1
            return isValid ? Effect.void : Effect.fail(rejectedKey)
          })
        const job = double(at)
        const other = Job.make({
          name: "other.echo",
          platform: "other",
          input: Input,
          start: ({ value }) => Effect.succeed(Job.finished(value))
        })
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(job, inputs(20), { retries: 1, priority: 1 })
        const { status } = yield* worker({ jobs: [job, other], concurrency: 4, rejectedKeyInterval: 100 })
        yield* until(Effect.sync(() => tried >= 7))
        const echoes = yield* batches.submit(other, inputs(10))
        assert.strictEqual((yield* all(echoes.id)).length, 10)
        const rejecting = yield* status
        assert.deepStrictEqual(rejecting.rejectedKeys, { test: "the key is wrong" })
        assert.isTrue(rejecting.isReady)
        assert.strictEqual((yield* batches.status(id)).counts.failed, 0)
        // The first items, and then one at a time.
        const before = tried
        yield* Effect.sleep(350)
        assert.isAtMost(tried - before, 4)
        isValid = true
        const results = yield* all(id)
        assert.deepStrictEqual(
          new Set(results.map(({ attempt, status }) => `${status} ${attempt}`)),
          new Set(["succeeded 0"])
        )
        assert.deepStrictEqual((yield* status).rejectedKeys, {})
      })
    )
  )

  it.live("is not ready while every platform rejects its key, and stops if it should", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        at.before = () => Effect.fail(rejectedKey)
        const job = double(at)
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(job, inputs(3))
        const waiting = yield* worker({ jobs: [job] })
        yield* until(Effect.map(waiting.status, ({ isReady }) => !isReady))
        assert.strictEqual((yield* waiting.status).state, "running")
        yield* waiting.stop
        const { ended, status } = yield* worker({ jobs: [job], concurrency: 1, onRejectedKey: "stop" })
        const end = yield* Effect.either(ended)
        assert.strictEqual(Either.isLeft(end) ? end.left.message : "", "the key is wrong")
        yield* until(Effect.map(status, ({ running }) => running === 0))
        assert.deepStrictEqual((yield* batches.status(id)).counts.waiting, 3)
      })
    )
  )

  it.live("hands a started run over when it is stopped, and another worker attaches to it", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        const done = yield* Deferred.make<void>()
        at.wait = (value) => Effect.as(Deferred.await(done), value)
        const job = double(at)
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(job, inputs(2))
        const first = yield* worker({ jobs: [job], drain: "1 minute" })
        yield* until(Effect.sync(() => at.attaches.length === 2))
        const before = Date.now()
        yield* first.stop
        assert.isBelow(Date.now() - before, 2000)
        assert.strictEqual((yield* batches.status(id)).counts.waiting, 2)
        yield* Deferred.succeed(done, undefined)
        yield* worker({ jobs: [job] })
        assert.strictEqual((yield* all(id)).length, 2)
        assert.deepStrictEqual([at.starts.length, at.runs.size], [2, 2])
      })
    )
  )

  it.live("waits for what no other worker can continue when it is stopped", () =>
    on(
      Effect.gen(function* () {
        const done = yield* Deferred.make<void>()
        let sent = 0
        const job = Job.make({
          name: "test.chat",
          platform: "test",
          input: Input,
          start: ({ value }) => {
            sent += 1
            return Effect.as(Deferred.await(done), Job.finished({ value }))
          }
        })
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(job, inputs(1))
        const first = yield* worker({ jobs: [job] })
        yield* until(Effect.sync(() => sent === 1))
        yield* Effect.fork(Effect.zipRight(Effect.sleep(50), Deferred.succeed(done, undefined)))
        yield* first.stop
        assert.strictEqual((yield* batches.status(id)).counts.succeeded, 1)
        assert.strictEqual(sent, 1)
      })
    )
  )

  it.live("renews its leases, so that a run longer than a lease stays with it", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        at.wait = (value) => Effect.as(Effect.sleep(3500), value)
        const job = double(at)
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(4)))
        yield* worker({ jobs: [job], lease: 1500 })
        yield* worker({ jobs: [job], lease: 1500 })
        yield* all(id)
        assert.strictEqual(at.attaches.length, 4)
      })
    )
  )

  it.live("takes the items of a dead worker after their lease and attaches to their runs", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        const job = double(at)
        const queue = yield* Queue.Queue
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(2)))
        const claimed = yield* queue.claim({ batch: id, worker: "dead", count: 2, lease: 100 })
        const [first] = claimed
        if (first === undefined) return yield* Effect.die("nothing was claimed")
        yield* queue.record(first, JSON.stringify({ id: "run-of-the-dead" }))
        yield* worker({ jobs: [job] })
        const results = yield* all(id)
        assert.deepStrictEqual(
          results.map(({ run }) => run),
          [{ id: "run-of-the-dead" }, { id: "run-0" }]
        )
        // What the dead worker says later counts for nothing.
        assert.isFalse(yield* queue.finish(first, { _tag: "Succeeded", output: `"late"` }))
        assert.deepStrictEqual(yield* all(id), results)
      })
    )
  )

  it.live("fails an item that takes every worker with it, and goes on with the others", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        const job = double(at)
        const queue = yield* Queue.Queue
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(1)))
        const crash = { type: "WorkerCrashedError", message: "it crashed" }
        for (const worker of ["a", "b", "c"]) {
          assert.strictEqual((yield* queue.claim({ batch: id, worker, count: 1, lease: -1000 })).length, 1)
          assert.strictEqual(yield* queue.expire(3, crash), 1)
        }
        assert.deepStrictEqual(yield* queue.claim({ batch: id, worker: "d", count: 1, lease: 1000 }), [])
        yield* queue.complete("default")
        assert.deepStrictEqual(
          (yield* all(id)).map(({ error }) => error),
          [crash]
        )
      })
    )
  )

  it.live("shares its places between batches, the more urgent first", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        const order: Array<string> = []
        const job = Job.make({
          name: "test.order",
          platform: "test",
          input: Input,
          start: ({ value }, { batch }) => {
            order.push(batch)
            return Effect.as(Effect.sleep(5), Job.finished(value))
          }
        })
        const batches = yield* Batch.Batch
        yield* batches.submit(job, inputs(40), { id: "large" })
        yield* batches.submit(job, inputs(10), { id: "small" })
        yield* batches.submit(job, inputs(5), { id: "urgent", priority: 1 })
        yield* worker({ jobs: [job, double(at)], concurrency: 2 })
        for (const id of ["large", "small", "urgent"]) yield* all(id)
        assert.deepStrictEqual(
          order.slice(0, 5),
          Array.from({ length: 5 }, () => "urgent")
        )
        // Of the next 20 about half belong to each batch.
        assert.approximately(order.slice(5, 25).filter((id) => id === "small").length, 10, 2)
      })
    )
  )

  it.live("starves no batch, whatever the order of batches and the number of workers", () =>
    on(
      Effect.gen(function* () {
        const order: Array<string> = []
        const job = Job.make({
          name: "test.order",
          platform: "test",
          input: Input,
          start: ({ value }, { batch }) => {
            order.push(batch)
            return Effect.as(Effect.sleep(2 + (value % 3) * 2), Job.finished(value))
          }
        })
        const batches = yield* Batch.Batch
        const names = ["a", "b", "c"]
        for (const id of names) yield* batches.submit(job, inputs(40), { id })
        const places = 3
        yield* worker({ jobs: [job], concurrency: places })
        yield* worker({ jobs: [job], concurrency: places })
        for (const id of names) yield* all(id)
        assert.strictEqual(order.length, 120)
        // While each batch has items left, none is behind another by more than the places of the workers.
        for (let length = 1; length <= 80; length++) {
          const counts = names.map((name) => order.slice(0, length).filter((id) => id === name).length)
          assert.isAtMost(Math.max(...counts) - Math.min(...counts), 2 * places + 2, counts.join(", "))
        }
      })
    )
  )

  it.live("fails an item whose deadline passes, and cancels its run if the batch says so", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        at.wait = () => Effect.never
        const job = double(at)
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) =>
          batches.submit(job, inputs(1), { deadline: 100, cancelOnDeadline: true })
        )
        yield* worker({ jobs: [job] })
        const [result] = yield* all(id)
        assert.deepStrictEqual([result?.status, result?.error?.type], ["failed", "WaitTimeoutError"])
        assert.deepStrictEqual(at.cancelled, ["run-0"])
      })
    )
  )

  it.live("survives a job that throws", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        at.wait = (value) => (value === 0 ? Effect.die(new TypeError("a bug")) : Effect.succeed(value))
        const job = double(at)
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(3)))
        yield* worker({ jobs: [job], concurrency: 1 })
        assert.deepStrictEqual(
          (yield* all(id)).map(({ error, status }) => [status, error?.type]),
          [
            ["failed", "TypeError"],
            ["succeeded", undefined],
            ["succeeded", undefined]
          ]
        )
      })
    )
  )

  it.live("keeps the items under way of a tenant below the shared limit", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        let under = 0
        let most = 0
        at.wait = (value) =>
          Effect.acquireUseRelease(
            Effect.sync(() => void (most = Math.max(most, ++under))),
            () => Effect.as(Effect.sleep(20), value),
            () => Effect.sync(() => void under--)
          )
        const job = double(at)
        yield* Effect.flatMap(Queue.Queue, (queue) =>
          queue.setLimit("default", { platform: "test", perSecond: null, running: 3 })
        )
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(20)))
        yield* worker({ jobs: [job], concurrency: 8 })
        yield* worker({ jobs: [job], concurrency: 8 })
        assert.strictEqual((yield* all(id)).length, 20)
        assert.isAtMost(most, 3)
      })
    )
  )

  it.live("stops although the database is away, and its leases give the items back", () =>
    on(
      Effect.gen(function* () {
        const at = platform()
        at.wait = () => Effect.never
        const job = double(at)
        const queue = yield* Queue.Queue
        yield* Effect.flatMap(Batch.Batch, (batches) => batches.submit(job, inputs(1)))
        const away = () => Effect.fail(new DatabaseError({ message: "the database is away" }))
        const { stop } = yield* Effect.provideService(worker({ jobs: [job] }), Queue.Queue, { ...queue, release: away })
        yield* until(Effect.sync(() => at.attaches.length === 1))
        const before = Date.now()
        yield* stop
        assert.isBelow(Date.now() - before, 10_000)
      })
    )
  )

  it.live("cancels what comes back to a batch that was cancelled meanwhile", () =>
    on(
      Effect.gen(function* () {
        const job = double(platform())
        const batches = yield* Batch.Batch
        const queue = yield* Queue.Queue
        const { id } = yield* batches.submit(job, inputs(2))
        yield* queue.claim({ batch: id, worker: "dead", count: 1, lease: 50 })
        yield* batches.cancel(id)
        yield* worker({ jobs: [job] })
        yield* until(Effect.map(batches.status(id), ({ counts }) => counts.cancelled === 2))
        assert.deepStrictEqual(
          (yield* all(id)).map(({ status }) => status),
          ["cancelled", "cancelled"]
        )
      })
    )
  )

  it.live("takes up a batch that was retried in the moment in which it ended", () =>
    on(
      Effect.gen(function* () {
        const job = double(platform())
        const batches = yield* Batch.Batch
        const { id } = yield* batches.submit(job, inputs(1))
        const { now, sql } = yield* Database.Database
        yield* sql`update trilum_batches set status = 'finished', finished_at = ${yield* now}`
        yield* worker({ jobs: [job] })
        yield* until(Effect.map(batches.status(id), ({ counts }) => counts.succeeded === 1))
      })
    )
  )
})
