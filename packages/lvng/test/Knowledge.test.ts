import { readFileSync } from "node:fs"
import { basename } from "node:path"
import { Readable } from "node:stream"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import { LocalFileError } from "@trilum/core/LocalFileError"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as KnowledgeDocument from "../src/KnowledgeDocument.js"
import { fileFromPath } from "../src/node/promise.js"
import * as H from "./support/harness.js"

const stored = FaultServer.json({ success: true, data: { id: "d" } })

describe("search", () => {
  it.scoped("text becomes a query; find answers the hits alone", () =>
    Effect.gen(function* () {
      const body = { success: true, data: [{ title: "T", content: "C", score: 0.9 }] }
      const { lvng, server } = yield* H.make(() => FaultServer.json(body))
      assert.deepStrictEqual<unknown>(yield* lvng.knowledge.search("prices"), body)
      assert.deepStrictEqual<unknown>(yield* lvng.knowledge.find({ query: "prices", limit: 3 }), body.data)
      assert.deepStrictEqual(
        server.requests.map((request) => request.json()),
        [{ query: "prices" }, { query: "prices", limit: 3 }]
      )
      assert.strictEqual(server.requests[0]?.url, "/api/knowledge/search")
    })
  )

  it("a hit is read by whichever of its fields it has", () => {
    assert.strictEqual(KnowledgeDocument.titleOf({ title: "T", name: "N" }), "T")
    assert.strictEqual(KnowledgeDocument.titleOf({ title: null, name: "N" }), "N")
    assert.strictEqual(KnowledgeDocument.textOf({ description: "D" }), "D")
    assert.strictEqual(KnowledgeDocument.textOf({}), "")
  })
})

describe("taking in (section 15, conflict 14)", () => {
  it.scoped("text and files go to the upload of the cookbook", () =>
    Effect.gen(function* () {
      const notes = fileURLToPath(import.meta.url)
      const { lvng, server } = yield* H.make(() => stored)
      yield* lvng.knowledge.ingest({ title: "T", content: "C", type: "note" })
      yield* lvng.knowledge.ingestFile(new File(["é😀"], "a.md"))
      yield* lvng.knowledge.ingestFile({ name: "b.txt", content: "plain" })
      yield* lvng.knowledge.ingestFile({ name: "c.txt", content: new TextEncoder().encode("bytes") })
      yield* lvng.knowledge.ingestFile({ name: "d.txt", content: new Blob(["blob"]) })
      yield* lvng.knowledge.ingestFile({ filename: "e.txt", content: Readable.from(["stre", "am"]) })
      yield* lvng.knowledge.ingestFile(
        new Response("answer", { headers: { "content-disposition": "inline; filename=f.txt" } })
      )
      yield* lvng.knowledge.ingestFile(yield* Effect.promise(() => fileFromPath(notes)))
      assert.isTrue(server.requests.every(({ url }) => url === "/api/knowledge/upload"))
      assert.deepStrictEqual(
        server.requests.map((request) => request.json()),
        [
          { title: "T", content: "C", type: "note" },
          { title: "a.md", content: "é😀", type: "document" },
          { title: "b.txt", content: "plain", type: "document" },
          { title: "c.txt", content: "bytes", type: "document" },
          { title: "d.txt", content: "blob", type: "document" },
          { title: "e.txt", content: "stream", type: "document" },
          { title: "f.txt", content: "answer", type: "document" },
          { title: basename(notes), content: readFileSync(notes, "utf8"), type: "document" }
        ]
      )
    })
  )

  it.scoped("a file that is not text, or cannot be read, is refused before anything is sent", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([])
      const binary = yield* failure(lvng.knowledge.ingestFile({ name: "a.pdf", content: Uint8Array.of(0xff, 0xd8) }))
      assert.instanceOf(binary, LocalFileError)
      assert.include(binary, { _tag: "LocalFileError", file: "a.pdf", attempts: 0 })
      const broken = new ReadableStream({ pull: () => Promise.reject(new Error("gone")) })
      const gone = Object.assign(new Blob(["x"]), { stream: () => broken })
      const lost = yield* failure(lvng.knowledge.ingestFile({ name: "b.txt", content: gone }))
      assert.include(lost.message, "b.txt: the content could not be read")
      // @ts-expect-error JavaScript programs pass anything.
      const wrong = yield* failure(lvng.knowledge.ingestFile({ name: "c.txt", content: 7 }))
      assert.include(wrong, { _tag: "ValidationError", attempts: 0 })
      assert.include(wrong.message, "content of the file must be bytes")
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("many are told of in their order, and one that fails does not stop the others", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make((request) =>
        request.text.includes("bad") ? FaultServer.json({ error: "too long" }, { status: 400 }) : stored
      )
      const outcomes = yield* Stream.runCollect(
        lvng.knowledge.ingestMany([
          { title: "1", content: "good" },
          { title: "2", content: "bad" },
          { name: "3.bin", content: Uint8Array.of(0xff) },
          new File(["good"], "4.md")
        ])
      )
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(outcomes).map((one) => [one.title, one._tag === "Failed" ? one.error._tag : one.reply]),
        [
          ["1", { success: true, data: { id: "d" } }],
          ["2", "ValidationError"],
          ["3.bin", "LocalFileError"],
          ["4.md", { success: true, data: { id: "d" } }]
        ]
      )
      assert.lengthOf(server.requests, 3)
    })
  )

  it.scoped("no more are under way at a time than asked for", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lvng, server } = yield* H.make(() => FaultServer.after(gate.opened, stored))
      const documents = Array.from({ length: 9 }, (_, index) => ({ title: `${index}`, content: "x" }))
      const fiber = yield* Effect.fork(Stream.runCount(lvng.knowledge.ingestMany(documents, { concurrency: 3 })))
      yield* server.awaitRequests(3)
      assert.lengthOf(server.requests, 3)
      gate.open()
      assert.strictEqual(yield* fiber, 9)
      assert.isAtMost(server.maxOpenSockets, 3)
    })
  )

  it.scoped("documents that come one by one are taken one by one; a source that fails ends it with a typed error", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => stored)
      const source = async function* () {
        yield { title: "1", content: "x" }
        throw new Error("the directory is gone")
      }
      const error = yield* failure(Stream.runDrain(lvng.knowledge.ingestMany(source())))
      assert.include(error, { _tag: "ValidationError", code: "INVALID_INPUT" })
      assert.lengthOf(server.requests, 1)
    })
  )

  it.live("what was taken in is found, counted and has entities, on the emulator", () =>
    Effect.scoped(
      Effect.gen(function* () {
        const { lvng } = yield* H.emulated()
        yield* lvng.knowledge.ingest({ title: "Pricing", content: "The Berlin office sells widgets for nine euros." })
        const [hit] = yield* lvng.knowledge.find("widgets")
        assert.strictEqual(hit === undefined ? "" : KnowledgeDocument.titleOf(hit), "Pricing")
        assert.strictEqual((yield* lvng.knowledge.getStats()).documents?.total, 1)
        assert.strictEqual((yield* lvng.knowledge.getGraphStatistics()).data.document_count, 1)
        assert.isNotEmpty(Chunk.toReadonlyArray(yield* Stream.runCollect(lvng.knowledge.listEntitiesAll())))
      })
    )
  )
})
