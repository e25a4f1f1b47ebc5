import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import { type EmulatorOptions, startEmulator } from "@trilum/emulator/promise"
import { Luml } from "@trilum/luml"
import { Lumnis } from "@trilum/lumnis"
import { Lvng } from "@trilum/lvng"
import * as Envelope from "@trilum/lvng/Envelope"
import { manifest, tar } from "@trilum/testing/archive"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Batch from "../src/Batch.js"
import * as ItemsFile from "../src/ItemsFile.js"
import * as LumlJobs from "../src/LumlJobs.js"
import * as LumnisJobs from "../src/LumnisJobs.js"
import * as LvngJobs from "../src/LvngJobs.js"
import { all, engine, worker } from "./support/engine.js"

const emulated = (options: EmulatorOptions = {}) =>
  Effect.acquireRelease(
    Effect.promise(() => startEmulator({ pace: 0, ...options })),
    (emulator) => Effect.promise(() => emulator.stop())
  )

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-jobs-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const over = <A, E>(client: Layer.Layer<A, E, Layer.Layer.Context<ReturnType<typeof Lumnis.layer>>>) =>
  Layer.mergeAll(Layer.orDie(Layer.provide(client, DefaultTransport.layer)), DefaultFiles.layer, engine())

describe("jobs", () => {
  it.live("Lumnis runs a file of prompts and a specialised agent", () =>
    Effect.gen(function* () {
      const emulator = yield* emulated()
      const at = yield* folder
      const file = join(at, "prompts.jsonl")
      writeFileSync(
        file,
        [
          { id: "plain", prompt: "say hello" },
          { id: "agent", prompt: "CTOs in Berlin", specialized_agent: "quick_people_search" },
          {
            id: "talk",
            messages: [
              { role: "system", content: "be brief" },
              { role: "user", content: "hi" }
            ]
          }
        ]
          .map((line) => `${JSON.stringify(line)}\n`)
          .join("")
      )
      yield* Effect.gen(function* () {
        const { id } = yield* Effect.flatMap(Batch.Batch, (batches) =>
          batches.submit(LumnisJobs.invoke, ItemsFile.lumnis(file, { userId: "ada@example.com" }))
        )
        yield* worker({ jobs: [LumnisJobs.invoke] })
        const results = yield* all(id)
        assert.deepStrictEqual(
          results.map(({ id, status }) => [id, status]),
          [
            ["plain", "succeeded"],
            ["agent", "succeeded"],
            ["talk", "succeeded"]
          ]
        )
        assert.isObject(results[1]?.output)
        assert.property(results[1]?.output, "structured_response")
      }).pipe(
        Effect.provide(
          over(Lumnis.layer({ apiKey: "lmn_test_key_1234567", baseUrl: emulator.urls.lumnis, pollInterval: 50 }))
        )
      )
    }).pipe(Effect.scoped)
  )

  it.live("LVNG sends chats and runs workflows, each under its key", () =>
    Effect.gen(function* () {
      const emulator = yield* emulated()
      yield* Effect.gen(function* () {
        const lvng = yield* Lvng
        const made = Envelope.workflow(yield* lvng.workflows.create({ name: "W", steps: [] }))
        const workflow_id = made?.id ?? ""
        const batches = yield* Batch.Batch
        const chats = yield* batches.submit(LvngJobs.chat, [{ id: "a", input: { message: "hello" } }])
        const runs = yield* batches.submit(LvngJobs.workflow, [
          { id: "a", input: { workflow_id, params: { input: { a: 1 } } } },
          { id: "b", input: { workflow_id } }
        ])
        yield* worker({ jobs: [LvngJobs.chat, LvngJobs.workflow] })
        const [chat] = yield* all(chats.id)
        assert.property(chat?.output, "reply")
        const results = yield* all(runs.id)
        assert.deepStrictEqual(
          results.map(({ status }) => status),
          ["succeeded", "succeeded"]
        )
        const starts = emulator
          .requests()
          .filter(({ operation }) => operation === "executeWorkflow" || operation === "sendChat")
        assert.strictEqual(new Set(starts.map(({ headers }) => headers["idempotency-key"])).size, 3)
      }).pipe(
        Effect.provide(
          over(Lvng.layer({ apiKey: "lvng_sk_test_5e7c0ffee0ddba11cafe5e7c0ffee0dd", baseUrl: emulator.urls.lvng }))
        )
      )
    }).pipe(Effect.scoped)
  )

  it.live("LUML uploads and downloads files, and a repeated upload finds what the first one brought", () =>
    Effect.gen(function* () {
      const emulator = yield* emulated()
      const at = yield* folder
      const source = join(at, "numbers.tar")
      writeFileSync(source, tar({ "manifest.json": manifest, "data/chunk_000.csv": "1,2,3\n" }))
      yield* Effect.gen(function* () {
        const luml = yield* Luml
        yield* luml.collections.create({ name: "batch", description: "", type: "mixed" })
        const batches = yield* Batch.Batch
        const item = { id: "a", input: { path: source, collection: "batch" } }
        const uploads = yield* batches.submit(LumlJobs.upload, [item])
        yield* worker({ jobs: [LumlJobs.upload, LumlJobs.download] })
        const [uploaded] = yield* all(uploads.id)
        assert.strictEqual(uploaded?.status, "succeeded", uploaded?.error?.message)
        const output = uploaded?.output as { readonly artifact_id: string }
        // A worker that died after the upload and before it said so: the next one must not bring the file twice.
        const execution = yield* LumlJobs.upload.decode(item.input)
        const run = { idempotencyKey: "k", batch: "b", item: "a", attempt: 0, isRepeated: true }
        assert.deepInclude(yield* execution.start(run), { output: uploaded?.output })
        const target = join(at, "copy.tar")
        const input = { artifact: output.artifact_id, path: target, collection: "batch" }
        const downloads = yield* batches.submit(LumlJobs.download, [{ id: "a", input }])
        const [downloaded] = yield* all(downloads.id)
        assert.strictEqual(downloaded?.status, "succeeded", downloaded?.error?.message)
        assert.isTrue(readFileSync(target).equals(readFileSync(source)))
      }).pipe(Effect.provide(over(Luml.layer({ apiKey: "dfs_test_key_1234567890", baseUrl: emulator.urls.luml }))))
    }).pipe(Effect.scoped)
  )
})
