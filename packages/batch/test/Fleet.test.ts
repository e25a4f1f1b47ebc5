import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
import * as Batch from "../src/Batch.js"
import * as Database from "../src/Database.js"
import * as LumnisJobs from "../src/LumnisJobs.js"
import * as Fleet from "./support/fleet.js"
import * as Postgres from "./support/postgres.js"

/** The full size is 5,000 (`TRILUM_BATCH_PROMPTS`), with three seeds (`TRILUM_BATCH_SEEDS`). */
const prompts = Number(process.env["TRILUM_BATCH_PROMPTS"] ?? 600)
const seeds = (process.env["TRILUM_BATCH_SEEDS"] ?? "1").split(",")

let postgres: Postgres.Postgres
let fleet: Fleet.Fleet

const items = Array.from({ length: prompts }, (_, index) => ({
  id: `prompt-${index}`,
  input: { prompt: `say ${index}`, user_id: "ada@example.com" }
}))

const sleep = (millis: number): Effect.Effect<void> => Effect.sleep(millis)

const withBatch = <A, E>(url: string, use: (batches: Batch.Service) => Effect.Effect<A, E>) =>
  Effect.provide(Effect.flatMap(Batch.Batch, use), Layer.provide(Batch.layer, Database.layer(url)))

/** Waits until so many items have a result. */
const progress = (batches: Batch.Service, id: string, count: number) =>
  Effect.gen(function* () {
    while (true) {
      const { counts } = yield* Effect.retry(batches.status(id), Schedule.spaced(200))
      if (counts.succeeded + counts.failed >= count) return
      yield* sleep(50)
    }
  })

describe.skipIf(!Postgres.isAvailable)("workers on PostgreSQL", () => {
  beforeAll(async () => {
    postgres = await Postgres.start()
    fleet = await Fleet.make()
  }, 60_000)
  afterAll(async () => {
    await fleet?.close()
    await postgres?.close()
  }, 60_000)

  it.live.each(seeds)(
    "every prompt has one run and one result although workers are killed, seed %s",
    (seed) =>
      Effect.gen(function* () {
        fleet.emulator.reset()
        for (const fault of [
          { status: 429, retryAfter: { ms: 50 } },
          { status: 503 },
          { reset: "request" },
          { reset: "response" }
        ] as const) {
          fleet.emulator.fault({ ...fault, match: { platform: "lumnis" }, probability: 0.02 })
        }
        const url = postgres.database()
        const started = Date.now()
        yield* withBatch(url, (batches) =>
          Effect.gen(function* () {
            const { id } = yield* batches.submit(LumnisJobs.invoke, items)
            const [first, second, third] = [
              fleet.add({ database: url }),
              fleet.add({ database: url }),
              fleet.add({ database: url })
            ]
            yield* Effect.promise(() => Promise.all([first.ready, second.ready, third.ready]))
            const random = Random.make(seed)
            const points = yield* Effect.replicateEffect(random.nextRange(0.1, 0.6), 3)
            const [a = 0.1, b = 0.2, c = 0.3] = points.sort((x, y) => x - y)
            yield* progress(batches, id, prompts * a)
            first.child.kill("SIGKILL")
            yield* progress(batches, id, prompts * b)
            const fourth = fleet.add({ database: url })
            second.child.kill("SIGKILL")
            yield* progress(batches, id, prompts * c)
            third.child.kill("SIGTERM")
            assert.strictEqual(yield* Effect.promise(() => third.ended), 0, third.output())
            const results = Chunk.toReadonlyArray(
              yield* Stream.runCollect(batches.results(id, { follow: true, order: "finished" }))
            )
            console.log(`${prompts} prompts in ${Date.now() - started} ms`)
            assert.strictEqual(results.length, prompts)
            assert.strictEqual(new Set(results.map((result) => result.id)).size, prompts)
            assert.deepStrictEqual(
              results.filter(({ status }) => status !== "succeeded"),
              []
            )
            const runs = fleet.runs()
            assert.strictEqual(runs.size, prompts)
            assert.deepStrictEqual(
              [...runs].filter(([, count]) => count !== 1),
              []
            )
            fourth.child.kill("SIGTERM")
            yield* Effect.promise(() => fourth.ended)
          })
        )
      }),
    300_000
  )
})
