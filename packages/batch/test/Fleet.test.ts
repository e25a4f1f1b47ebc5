import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import * as Batch from "../src/Batch.js"
import * as Database from "../src/Database.js"
import * as LumnisJobs from "../src/LumnisJobs.js"
import * as Queue from "../src/Queue.js"
import * as Fleet from "./support/fleet.js"
import * as Network from "./support/network.js"
import * as Postgres from "./support/postgres.js"

// `.ci/run engine` runs the whole size: 5,000 prompts with three seeds, and an outage of 20 seconds.
const prompts = Number(process.env["TRILUM_BATCH_PROMPTS"] ?? 300)
const seeds = (process.env["TRILUM_BATCH_SEEDS"] ?? "1").split(",")
const outage = Number(process.env["TRILUM_BATCH_OUTAGE"] ?? 6000)
/** How long a host is cut off. It is away for longer than its leases, and in `.ci/run engine` than its connections. */
const cut = Number(process.env["TRILUM_BATCH_CUT"] ?? 6000)
const hosts = [
  { kind: "behind a proxy", missing: undefined, make: Network.proxied },
  {
    kind: "in a network namespace",
    // Making one takes root. The proxy cuts a host off everywhere, so only the step of CI asks for both.
    missing:
      process.env["TRILUM_BATCH_NAMESPACES"] === "1"
        ? await Network.namespacesMissing()
        : "asked for by `.ci/run engine`",
    make: Network.namespaced
  }
]
for (const { kind, missing } of hosts) if (missing !== undefined) console.warn(`No hosts ${kind}: ${missing}`)

/** Kills of the embedded engine. */
const kills = 10

const itemsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `prompt-${index}`,
    input: { prompt: `say ${index}`, user_id: "ada@example.com" }
  }))

const withBatch = <A, E>(url: string, use: (batches: Batch.Service) => Effect.Effect<A, E, Queue.Queue>) =>
  Effect.flatMap(Batch.Batch, use).pipe(
    Effect.provide(Layer.provide(Layer.merge(Batch.layer, Queue.layer), Database.layer(url))),
    Logger.withMinimumLogLevel(LogLevel.Warning)
  )

/** Waits until so many items have a result, also over an outage. */
const progress = (batches: Batch.Service, id: string, count: number) =>
  Effect.gen(function* () {
    while (true) {
      const { counts } = yield* Effect.retry(batches.status(id), Schedule.spaced(200))
      if (counts.succeeded + counts.failed >= count) return
      yield* Effect.sleep(50)
    }
  })

const resultsOf = (batches: Batch.Service, id: string) =>
  Effect.map(Stream.runCollect(batches.results(id, { follow: true, order: "finished" })), Chunk.toReadonlyArray)

/** Every prompt has one result, which is good, and was paid for once. */
const assertExact = (fleet: Fleet.Fleet, results: ReadonlyArray<Batch.Result>, count: number) => {
  assert.strictEqual(new Set(results.map(({ id }) => id)).size, count)
  assert.strictEqual(results.length, count)
  assert.deepStrictEqual(
    results.filter(({ status }) => status !== "succeeded"),
    []
  )
  const runs = fleet.runs()
  assert.strictEqual(runs.size, count)
  assert.deepStrictEqual(
    [...runs].filter(([, times]) => times !== 1),
    []
  )
}

/** Events a second: the slope of a line through all of them, so that a delay of a few at either end changes little. */
const rateOf = (times: ReadonlyArray<number>): number => {
  const count = times.length
  const mean = times.reduce((sum, at) => sum + at, 0) / count
  const middle = (count - 1) / 2
  const along = times.reduce((sum, at, index) => sum + (at - mean) * (index - middle), 0)
  const around = times.reduce((sum, at) => sum + (at - mean) ** 2, 0)
  return (along / around) * 1000
}

const addFaults = ({ emulator }: Fleet.Fleet): void => {
  const match = { platform: "lumnis" } as const
  emulator.fault({ match, status: 429, retryAfter: { ms: 50 }, probability: 0.02 })
  emulator.fault({ match, status: 503, probability: 0.02 })
  emulator.fault({ match, reset: "request", probability: 0.02 })
  emulator.fault({ match, reset: "response", probability: 0.02 })
}

let fleet: Fleet.Fleet
beforeAll(async () => {
  fleet = await Fleet.make({ maxRequests: 20_000 })
}, 60_000)
afterAll(() => fleet?.close(), 60_000)

describe.skipIf(!Postgres.isAvailable)("workers on PostgreSQL", () => {
  let postgres: Postgres.Postgres
  beforeAll(async () => {
    postgres = await Postgres.start()
  }, 60_000)
  afterAll(() => postgres?.close(), 60_000)

  it.live.each(seeds)(
    "every prompt has one run and one result although workers are killed, seed %s",
    (seed) =>
      Effect.gen(function* () {
        fleet.emulator.reset()
        addFaults(fleet)
        const url = postgres.database()
        yield* withBatch(url, (batches) =>
          Effect.gen(function* () {
            const { id } = yield* batches.submit(LumnisJobs.invoke, itemsOf(prompts))
            const add = Effect.promise(() => fleet.add({ database: url }))
            const [first, second, third] = yield* Effect.all([add, add, add])
            yield* Effect.promise(() => Promise.all([first.ready, second.ready, third.ready]))
            const random = Random.make(seed)
            const points = yield* Effect.replicateEffect(random.nextRange(0.1, 0.6), 3)
            const [a = 0.1, b = 0.2, c = 0.3] = [...points].sort((x, y) => x - y)
            yield* progress(batches, id, prompts * a)
            first.child.kill("SIGKILL")
            yield* progress(batches, id, prompts * b)
            const fourth = yield* add
            second.child.kill("SIGKILL")
            yield* progress(batches, id, prompts * c)
            third.child.kill("SIGTERM")
            assert.strictEqual(yield* Effect.promise(() => third.ended), 0, third.output())
            assertExact(fleet, yield* resultsOf(batches, id), prompts)
            fourth.child.kill("SIGTERM")
            assert.strictEqual(yield* Effect.promise(() => fourth.ended), 0, fourth.output())
          })
        )
      }),
    900_000
  )

  it.live(
    "an outage of the database in the middle loses nothing and repeats nothing",
    () =>
      Effect.gen(function* () {
        fleet.emulator.reset()
        const count = Math.min(prompts, 300)
        const url = postgres.database()
        yield* withBatch(url, (batches) =>
          Effect.gen(function* () {
            const { id } = yield* batches.submit(LumnisJobs.invoke, itemsOf(count))
            const add = Effect.promise(() => fleet.add({ database: url, concurrency: 4 }))
            const workers = yield* Effect.all([add, add])
            yield* progress(batches, id, count / 4)
            yield* Effect.promise(() => postgres.stop())
            yield* Effect.sleep(outage)
            yield* Effect.promise(() => postgres.start())
            yield* progress(batches, id, count)
            assertExact(fleet, yield* resultsOf(batches, id), count)
            for (const { child } of workers) child.kill("SIGKILL")
          })
        )
      }),
    180_000
  )

  for (const { kind, make, missing } of hosts) {
    it.live.skipIf(missing !== undefined)(
      `a host ${kind} that is cut off in the middle loses nothing and repeats nothing`,
      () =>
        Effect.gen(function* () {
          fleet.emulator.reset()
          const count = 300
          const url = postgres.database()
          const network = yield* Effect.acquireRelease(Effect.sync(make), ({ close }) => Effect.promise(close))
          yield* withBatch(url, (batches) =>
            Effect.gen(function* () {
              // Some two requests an item: the batch lasts longer than the cut. The limit of items under way makes a claim
              // a transaction, whose locks must not stay with the host that is away.
              const perSecond = Math.ceil((2 * count * 1000) / (cut * 1.3 + 12_000))
              yield* Effect.flatMap(Queue.Queue, (queue) =>
                queue.setLimit("default", { platform: "lumnis", perSecond, running: 12 })
              )
              const { id } = yield* batches.submit(LumnisJobs.invoke, itemsOf(count))
              const [away, near] = yield* Effect.promise(() =>
                Promise.all([fleet.add({ database: url, network }), fleet.add({ database: url })])
              )
              yield* progress(batches, id, 20)
              const ofAway = away.output().length
              network.cut()
              yield* Effect.sleep(cut)
              const meanwhile = yield* batches.status(id)
              network.heal()
              assertExact(fleet, yield* resultsOf(batches, id), count)
              // The other host went on, and came to an end only after the cut.
              assert.isAbove(meanwhile.counts.succeeded, 20, away.output().slice(ofAway))
              assert.isBelow(meanwhile.counts.succeeded, count)
              for (const { child, ended, output } of [away, near]) {
                child.kill("SIGTERM")
                assert.strictEqual(yield* Effect.promise(() => ended), 0, output())
              }
            })
          )
        }).pipe(Effect.scoped),
      240_000
    )
  }

  it.live(
    "three workers together keep the rate of their tenant within 5 %",
    () =>
      Effect.gen(function* () {
        fleet.emulator.reset()
        const perSecond = 25
        const url = postgres.database()
        yield* withBatch(url, (batches) =>
          Effect.gen(function* () {
            yield* Effect.flatMap(Queue.Queue, (queue) =>
              queue.setLimit("default", { platform: "lumnis", perSecond, running: null })
            )
            const { id } = yield* batches.submit(LumnisJobs.invoke, itemsOf(120))
            const add = Effect.promise(() => fleet.add({ database: url }))
            const workers = yield* Effect.all([add, add, add])
            assertExact(fleet, yield* resultsOf(batches, id), 120)
            for (const { child } of workers) child.kill("SIGKILL")
            const times = fleet.emulator
              .requests()
              .filter(({ platform }) => platform === "lumnis")
              .map(({ at }) => Date.parse(at))
            // From when all three work until the last ones run dry.
            const busy = times.slice(Math.floor(times.length * 0.25), Math.floor(times.length * 0.9))
            assert.approximately(rateOf(busy), perSecond, perSecond * 0.05)
          })
        )
      }),
    120_000
  )
})

describe("a batch on a SQLite file", () => {
  it.live(
    `has one run and one result for every prompt although its process is killed ${kills} times`,
    () =>
      Effect.gen(function* () {
        fleet.emulator.reset()
        const count = 60
        const database = join(fleet.folder, "embedded.db")
        for (let kill = 1; kill <= kills; kill++) {
          const victim = fleet.embedded({ database, count })
          const enough = (kill * count) / (kills + 2)
          while (fleet.runs().size < enough) yield* Effect.sleep(10)
          victim.child.kill("SIGKILL")
          yield* Effect.promise(() => victim.ended)
        }
        const last = fleet.embedded({ database, count })
        assert.strictEqual(yield* Effect.promise(() => last.ended), 0, last.output())
        const expected = itemsOf(count).map(({ id }) => [id, "succeeded"])
        assert.deepStrictEqual(JSON.parse(last.output().trimEnd().split("\n").at(-1) ?? ""), expected)
        const runs = fleet.runs()
        assert.deepStrictEqual([runs.size, new Set(runs.values()).size], [count, 1])
      }),
    120_000
  )
})
