import { mkdtempSync, readFileSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, assert, beforeEach, describe, expectTypeOf, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as Schema from "effect/Schema"
import { batchItems, LocalFileError, lineOf, openBatchFile } from "../src/node/promise.js"
import { AbortError, type BatchResult, createLumnis, type LumnisPromise, makeMemoryCheckpoint } from "../src/promise.js"

let emulator: RunningEmulator
let lumnis: LumnisPromise
beforeEach(async () => {
  emulator = await startEmulator({ pace: 0 })
  lumnis = createLumnis({ apiKey: "emulator", baseUrl: emulator.urls.lumnis })
  await lumnis.users.create({ email: "ada@example.com" })
})
afterEach(async () => {
  await lumnis.close()
  await emulator.stop()
})

const userId = "ada@example.com"
const items = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ id: `${n}`, input: `prompt ${n}`, mine: n }))
const starts = () => emulator.requests().filter(({ operation }) => operation === "createResponse").length

const rejection = async (promise: Promise<unknown>): Promise<unknown> => {
  try {
    await promise
  } catch (error) {
    return error
  }
  return assert.fail("expected a rejection")
}

const all = async <A>(results: AsyncIterable<A>): Promise<ReadonlyArray<A>> => {
  const out: Array<A> = []
  for await (const result of results) out.push(result)
  return out
}

describe("batches of promise programs", () => {
  it("take iterables, bring results typed by item and schema, and errors as results", async () => {
    emulator.script({ match: { prompt: "prompt 1" }, script: { steps: [{ status: "failed" }] } })
    const results = await all(lumnis.invokeMany(items(3), { userId, ordered: true }))
    assert.deepStrictEqual(
      results.map((result) => [result.item.mine, result._tag === "Failed" ? result.error._tag : result._tag]),
      [
        [0, "Succeeded"],
        [1, "RunFailedError"],
        [2, "Succeeded"]
      ]
    )
    const schema = Schema.Struct({ title: Schema.String })
    const structured = await all(lumnis.invokeMany(items(1), { userId, schema }))
    const [first] = structured
    if (first?._tag === "Succeeded") expectTypeOf(first.response.structured).toEqualTypeOf<{ readonly title: string }>()
    assert.isString(first?._tag === "Succeeded" ? first.response.structured.title : undefined)
    expectTypeOf(results).toExtend<ReadonlyArray<BatchResult<{ readonly id: string; readonly input: string }>>>()
  })

  it("take async iterables as there is room, and close them when the program breaks off", async () => {
    let taken = 0
    let closed = false
    async function* endless() {
      try {
        while (true) yield { id: `${taken}`, input: `prompt ${taken++}` }
      } finally {
        closed = true
      }
    }
    for await (const result of lumnis.invokeMany(endless(), { userId, concurrency: 2 })) {
      assert.strictEqual(result._tag, "Succeeded")
      break
    }
    assert.isTrue(closed)
    assert.isAtMost(taken, 8)
  })

  it("end with a source that fails, with its own error", async () => {
    const broken = new Error("the source broke")
    async function* source() {
      yield { id: "a", input: "a" }
      throw broken
    }
    assert.strictEqual(await rejection(all(lumnis.invokeMany(source(), { userId }))), broken)
  })

  it("end when their signal aborts, and send no more", async () => {
    const controller = new AbortController()
    const reason = new Error("enough")
    const running = rejection(
      (async () => {
        for await (const _ of lumnis.invokeMany(items(500), { userId, concurrency: 2, signal: controller.signal })) {
          controller.abort(reason)
        }
      })()
    )
    const error = await running
    assert.instanceOf(error, AbortError)
    assert.strictEqual((error as AbortError).cause, reason)
    assert.isBelow(starts(), 20)
  })

  it("ask a checkpoint that answers with promises", async () => {
    const memory = makeMemoryCheckpoint("b")
    const reported: Array<string> = []
    const checkpoint = {
      ...memory,
      started: async (run: Parameters<typeof memory.started>[0]) => {
        reported.push(`started ${run.id}`)
        await memory.started(run)
      },
      finished: async (item: Parameters<typeof memory.finished>[0]) => {
        reported.push(`finished ${item.id}`)
        await memory.finished(item)
      }
    }
    await all(lumnis.invokeMany(items(2), { userId, checkpoint, concurrency: 1 }))
    assert.deepStrictEqual([...reported].sort(), ["finished 0", "finished 1", "started 0", "started 1"])
    assert.deepStrictEqual(await all(lumnis.invokeMany(items(2), { userId, checkpoint })), [])
    assert.strictEqual(starts(), 2)
  })

  it("go from file to file, and on from there", async () => {
    const directory = mkdtempSync(join(tmpdir(), "trilum-batch-"))
    const [prompts, out] = [join(directory, "prompts.jsonl"), join(directory, "results.jsonl")]
    writeFileSync(prompts, '{"prompt":"one"}\n{"prompt":"two"}\n{"prompt":"three"}\n')
    const file = await openBatchFile(out)
    for await (const result of lumnis.invokeMany(batchItems(prompts, { userId }), { checkpoint: file.checkpoint })) {
      await file.append(lineOf(result))
      if (file.counts().succeeded === 2) break
    }
    assert.instanceOf(await rejection(openBatchFile(out)), LocalFileError)
    await file.close()
    const second = await openBatchFile(out)
    const rest = await all(lumnis.invokeMany(batchItems(prompts, { userId }), { checkpoint: second.checkpoint }))
    for (const result of rest) await second.append(lineOf(result))
    await second.close()
    assert.strictEqual(rest.length, 1)
    assert.strictEqual(readFileSync(out, "utf8").trimEnd().split("\n").length, 3)
    assert.instanceOf(await rejection(all(batchItems(join(directory, "none"), { userId }))), LocalFileError)
  })
})
