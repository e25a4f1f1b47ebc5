import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as H from "./support/harness.js"

const query = (request: FaultServer.RecordedRequest): Record<string, string> =>
  Object.fromEntries(new URL(request.url, "http://localhost").searchParams)

/** Records with what lists of any kind ask of theirs. */
const range = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, index) => ({
    id: `${from + index}`,
    name: "R",
    workspace_id: "ws_1",
    conversation_type: "dm"
  }))

const collect = <A, E>(stream: Stream.Stream<A, E>) => Effect.map(Stream.runCollect(stream), Chunk.toReadonlyArray)

describe("one stream over three styles (section 8)", () => {
  it.scoped("cursor: the next cursor of the page before, until there is none", () =>
    Effect.gen(function* () {
      const ends = [null, "", undefined]
      for (const last of ends) {
        const { lvng, server } = yield* H.make((_, index) =>
          FaultServer.json({ data: range(index * 2, index * 2 + 2), nextCursor: index < 2 ? `c${index + 1}` : last })
        )
        const entries = yield* collect(lvng.auditLog.listAll({ limit: 2 }))
        assert.lengthOf(entries, 6)
        assert.deepStrictEqual(server.requests.map(query), [
          { limit: "2" },
          { limit: "2", cursor: "c1" },
          { limit: "2", cursor: "c2" }
        ])
      }
    })
  )

  it.scoped("cursor: one that repeats is an error after the rows received", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make((_, index) =>
        FaultServer.json({ data: range(index, index + 1), nextCursor: "same" })
      )
      const error = yield* failure(collect(lvng.developer.listEventsAll()))
      assert.containSubset(error, { _tag: "PaginationError", rows: 2, cursor: "same" })
      assert.lengthOf(server.requests, 2)
    })
  )

  it.scoped("offset: a server that pages conversations by nextCursor loses no rows", () =>
    Effect.gen(function* () {
      const all = range(0, 10)
      const { lvng, server } = yield* H.make((request) => {
        const start = Number(query(request)["cursor"] ?? 0)
        return FaultServer.json({
          success: true,
          data: all.slice(start, start + 2),
          nextCursor: start + 2 < 10 ? `${start + 2}` : null
        })
      })
      assert.lengthOf(yield* collect(lvng.conversations.listAll()), 10)
      assert.deepStrictEqual(query(server.requests[1] ?? assert.fail()), { cursor: "2" })
    })
  )

  it.scoped("agents and workflows, which come under several names, page by what their answer offers", () =>
    Effect.gen(function* () {
      for (const field of ["agents", "data"]) {
        const { lvng } = yield* H.make((_, index) =>
          FaultServer.json({ success: true, [field]: range(index, index + 1), pagination: { has_more: index < 2 } })
        )
        assert.lengthOf(yield* collect(lvng.agents.listAll()), 3)
      }
    })
  )

  it.scoped("offset: by the records that came, until hasMore says no, the total is reached, or a page is short", () =>
    Effect.gen(function* () {
      const all = range(0, 5)
      const page = (request: FaultServer.RecordedRequest, more: (offset: number) => object) => {
        const offset = Number(query(request)["offset"] ?? 0)
        return FaultServer.json({ success: true, channels: all.slice(offset, offset + 2), ...more(offset) })
      }
      for (const more of [
        (offset: number) => ({ pagination: { limit: 2, offset, total: 5, hasMore: offset < 4 } }),
        (offset: number) => ({ pagination: { limit: 2, offset, total: 5 } }),
        () => ({})
      ]) {
        const { lvng, server } = yield* H.make((request) => page(request, more))
        const channels = yield* collect(lvng.channels.listAll({ workspace_id: "ws_1", limit: 2 }))
        assert.lengthOf(channels, 5)
        assert.deepStrictEqual(
          server.requests.map((request) => query(request)["offset"]),
          ["0", "2", "4"]
        )
      }
    })
  )

  it.scoped("page: one after the other, until one is empty", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(
        (request) => {
          const page = Number(query(request)["page"] ?? 1)
          return FaultServer.json({ success: true, data: page < 3 ? range(page, page + 1) : [] })
        },
        { jwt: H.jwt }
      )
      yield* collect(lvng.twins.listAll())
      assert.deepStrictEqual(
        server.requests.map((request) => query(request)["page"]),
        ["1", "2", "3"]
      )
    })
  )

  it.scoped("a raw page keeps the server's shape, in every style", () =>
    Effect.gen(function* () {
      const bodies = [
        { data: [{ id: "1" }], nextCursor: null, extra: 1 },
        { success: true, channels: range(0, 1), pagination: { limit: 20, offset: 0, total: 1, hasMore: false } }
      ]
      const { lvng } = yield* H.make(bodies.flatMap((body) => [FaultServer.json(body), FaultServer.json(body)]))
      assert.deepStrictEqual<unknown>(yield* lvng.auditLog.list(), bodies[0])
      assert.deepStrictEqual<unknown>(yield* collect(lvng.auditLog.listPages()), [bodies[0]])
      assert.deepStrictEqual<unknown>(yield* lvng.channels.list({ workspace_id: "ws_1" }), bodies[1])
      assert.deepStrictEqual<unknown>(yield* collect(lvng.channels.listPages({ workspace_id: "ws_1" })), [bodies[1]])
    })
  )

  it.scoped("the next page is asked for only when it is needed", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make((_, index) =>
        FaultServer.json({ data: range(index * 2, index * 2 + 2), nextCursor: `c${index}` })
      )
      yield* collect(Stream.take(lvng.auditLog.listAll(), 2))
      assert.lengthOf(server.requests, 1)
    })
  )
})
