/** Whole flows against the emulator, through both surfaces. */
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { createLumnis, DraftEvent, Upload } from "../src/promise.js"
import * as H from "./support/harness.js"

const emulator = (pace = 0) =>
  Effect.acquireRelease(
    Effect.promise(() => startEmulator({ pace })),
    (running) => Effect.promise(() => running.stop())
  )

const batch = {
  project_id: "p",
  channel: "gmail",
  prospects: Array.from({ length: 6 }, (_, n) => ({
    external_id: `p${n}`,
    name: n === 3 ? "Nobody [error]" : `P ${n}`
  }))
}

describe("flows", () => {
  it.scopedLive("a file is uploaded, processed, found, read and deleted", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator()
      const { lumnis } = yield* H.make([], { baseUrl: urls.lumnis })
      const { files } = lumnis.forUser("ada@example.com")
      const { processing, upload } = yield* files.uploadAndWait({
        file: new File(["alpha\nbeta\n"], "notes.txt"),
        scope: "user",
        pollInterval: 10
      })
      assert.strictEqual(Upload.percentage(processing), 100)
      assert.strictEqual((yield* files.search({ query: "beta" })).results[0]?.file.id, upload.file_id)
      assert.strictEqual((yield* files.getContent(upload.file_id, { start_line: 2, end_line: 2 })).text, "beta")
      yield* files.delete(upload.file_id)
      assert.strictEqual((yield* Effect.flip(files.get(upload.file_id)))._tag, "FileNotFoundError")
    })
  )

  it.scopedLive("an app is connected, used and disconnected", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator()
      const { lumnis } = yield* H.make([], { baseUrl: urls.lumnis })
      const { integrations } = lumnis.forUser("ada")
      yield* integrations.setAppEnabled("gmail", { enabled: false })
      const begun = yield* integrations.connect({ app_name: "gmail", enable: true })
      assert.match(begun.redirect_url ?? "", /^https:/)
      const active = yield* integrations.waitForConnection("ada", "gmail", { pollInterval: 10 })
      assert.strictEqual(active.status, "active")
      assert.strictEqual((yield* integrations.getConnectionsBatch({ app_names: ["gmail", "slack"] })).active_count, 1)
      yield* integrations.disconnect({ app_name: "gmail" })
      yield* integrations.connect({ app_name: "slack", integration_id: "[expired]" })
      const expired = yield* Effect.flip(integrations.waitForConnection("ada", "slack", { pollInterval: 10 }))
      assert.deepInclude(expired, { _tag: "ConnectionFailedError", code: "CONNECTION_EXPIRED" })
    })
  )

  it.scopedLive("a batch of drafts survives streams that are cut, and polling that comes in their place", () =>
    Effect.gen(function* () {
      const running = yield* emulator()
      running.fault({
        match: { operation: "createBatchDraftsStream" },
        sequence: [400, 900, 1500, 700, 700, 700, 700].map((reset) => ({ reset }))
      })
      const { lumnis } = yield* H.make([], { baseUrl: running.urls.lumnis, retry: false })
      const events = Chunk.toReadonlyArray(
        yield* Stream.runCollect(lumnis.forUser("ada").messaging.draftBatch({ ...batch, pollInterval: 10 }))
      )
      assert.isAbove(running.requests().length, 3)
      const created = events.flatMap((event) => (event._tag === "DraftCreated" ? [event.prospect_external_id] : []))
      assert.deepStrictEqual([...created].sort(), ["p0", "p1", "p2", "p4", "p5"])
      assert.strictEqual(events.filter(({ _tag }) => _tag === "ProspectFailed").length, 1)
      assert.strictEqual(events.at(-1)?._tag, "Completed")
    })
  )

  it.scopedLive("promises: drafts as an async iterable, and as a job", () =>
    Effect.gen(function* () {
      const { urls } = yield* emulator()
      yield* Effect.promise(async () => {
        const lumnis = createLumnis({ apiKey: H.apiKey, baseUrl: urls.lumnis })
        const { messaging } = lumnis.forUser("ada")
        const tags: Array<string> = []
        for await (const event of messaging.draftBatch(batch)) tags.push(event._tag)
        assert.strictEqual(tags.filter((tag) => tag === "DraftCreated").length, 5)
        const begun = await messaging.createBatchDrafts(batch)
        assert.isTrue(DraftEvent.isJob(begun))
        if (!DraftEvent.isJob(begun)) return
        const done = await messaging.waitForDrafts(begun.job_id, { pollInterval: 10 })
        assert.strictEqual(done.drafts.length, 5)
        const waited = await messaging.createBatchDrafts({ ...batch, wait: true })
        assert.isFalse(DraftEvent.isJob(waited))
        await lumnis.close()
      })
    })
  )
})
