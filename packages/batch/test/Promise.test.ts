import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import { createBatch, LumnisJobs } from "../src/promise.js"

let emulator: RunningEmulator
beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})
afterAll(() => emulator.stop())

const items = ["ants", "bees"].map((topic) => ({
  id: topic,
  input: { prompt: `a haiku about ${topic}`, user_id: "ada@example.com" }
}))

describe("createBatch", () => {
  it("submits, works off and reads a batch without Effect", async () => {
    const lumnis = { apiKey: "lmn_test_0123456789abcdef", baseUrl: emulator.urls.lumnis, pollInterval: 50 }
    await using batches = await createBatch({ database: ":memory:", worker: { lumnis, pollInterval: 20 } })
    const { id, total } = await batches.submit(LumnisJobs.invoke, items)
    assert.strictEqual(total, 2)
    const found: Array<string> = []
    for await (const result of batches.results(id, { follow: true, pollInterval: 20 })) {
      found.push(`${result.id} ${result.status}`)
    }
    assert.deepStrictEqual(found, ["ants succeeded", "bees succeeded"])
    assert.strictEqual((await batches.list()).length, 1)
  })

  it("rejects with the error itself when the database or the key is missing", async () => {
    const without = await createBatch({ database: "missing/folder/a.db" }).catch((error: unknown) => error)
    assert.propertyVal(without, "_tag", "DatabaseError")
    const keyless = await createBatch({ database: ":memory:", worker: { lumnis: { apiKey: "" } } }).catch(
      (error: unknown) => error
    )
    assert.propertyVal(keyless, "_tag", "ConfigurationError")
  })

  it("ends a loop over results that is left, and closes while it waits", async () => {
    const batches = await createBatch({ database: ":memory:" })
    const { id } = await batches.submit(LumnisJobs.invoke, items)
    const waiting = batches
      .results(id, { follow: true, signal: AbortSignal.timeout(50) })
      [Symbol.asyncIterator]()
      .next()
    assert.propertyVal(await waiting.catch((error: unknown) => error), "_tag", "AbortError")
    await batches.close()
  })
})
