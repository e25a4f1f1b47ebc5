import { assert, describe, it } from "@effect/vitest"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Batch from "../src/Batch.js"
import { double, engine, inputs, platform, worker } from "./support/engine.js"

const all = (id: string, options: Batch.ResultsOptions = {}) =>
  Effect.flatMap(Batch.Batch, (batches) =>
    Effect.map(
      Stream.runCollect(batches.results(id, { follow: true, pollInterval: 20, ...options })),
      Chunk.toReadonlyArray
    )
  )

describe("Worker", () => {
  it.live("gives every item exactly one result, in the order of the items", () =>
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
      assert.strictEqual((yield* batches.status(id)).state, "finished")
    }).pipe(Effect.scoped, Effect.provide(engine()))
  )
})
