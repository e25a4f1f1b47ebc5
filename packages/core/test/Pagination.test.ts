import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, each, failure, node, nodeLayer, operation } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as FastCheck from "effect/FastCheck"
import * as Stream from "effect/Stream"
import { PaginationError } from "../src/ApiError.js"
import type * as Operation from "../src/Operation.js"
import * as Pagination from "../src/Pagination.js"
import * as ResponseSchema from "../src/ResponseSchema.js"

type Page = { readonly [key: string]: unknown }

const page = ResponseSchema.object

const list = (pagination: Operation.Pagination) =>
  operation(page, {
    id: "listThings",
    name: "list",
    path: "/v1/things",
    query: ["cursor", "limit", "offset", "page", "page_size", "search"],
    pagination
  })

const cursorList = list({ style: "cursor", cursor: "cursor", limit: "limit", items: "items", next: "cursor" })
const offsetList = list({ style: "offset", offset: "offset", limit: "limit", items: "items" })
const offsetTotal = list({ style: "offset", offset: "offset", limit: "limit", items: "items", total: "meta.total" })
const offsetMore = list({ style: "offset", offset: "offset", limit: "limit", items: "items", hasMore: "more" })
const pageList = list({ style: "page", page: "page", size: "page_size", items: "items" })
const pageTotal = list({ style: "page", page: "page", size: "page_size", items: "items", total: "total" })
const bareList = operation(ResponseSchema.unknown, {
  id: "listBare",
  name: "list",
  path: "/v1/bare",
  query: ["offset", "limit"],
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "" }
})

const records = (count: number): ReadonlyArray<{ readonly id: number }> =>
  Array.from({ length: count }, (_, id) => ({ id }))

const queryOf = (request: FaultServer.RecordedRequest): URLSearchParams => new URL(request.url, "http://x").searchParams

const asked = (server: FaultServer.FaultServer): ReadonlyArray<string> =>
  server.requests.map((request) => queryOf(request).toString())

const itemsOf = (body: Page): ReadonlyArray<unknown> | null => (Array.isArray(body["items"]) ? body["items"] : null)

/** What a server holds, cut as the operation's style cuts it. */
interface Shelf {
  readonly all: ReadonlyArray<unknown>
  /** Pages without a size in the request. */
  readonly size: number
  /** Larger sizes are cut to this without a word. */
  readonly max?: number
}

const shelf =
  (style: "cursor" | "offset" | "page", { all, max = 1000, size: normal }: Shelf) =>
  (request: FaultServer.RecordedRequest) => {
    const query = queryOf(request)
    const size = Math.min(max, Number(query.get("limit") ?? query.get("page_size") ?? normal))
    const start =
      style === "cursor"
        ? Number(query.get("cursor") ?? 0)
        : style === "offset"
          ? Number(query.get("offset") ?? 0)
          : (Number(query.get("page") ?? 1) - 1) * size
    const end = Math.min(all.length, start + size)
    return FaultServer.json({
      items: all.slice(start, end),
      cursor: end < all.length ? String(end) : null,
      total: all.length,
      meta: { total: all.length },
      more: end < all.length
    })
  }

const collected = (server: FaultServer.FaultServer, op: ReturnType<typeof list>, params?: object) =>
  Effect.flatMap(client(server), (api) =>
    Stream.runCollect(Pagination.items(api, op, [], params, undefined, itemsOf))
  ).pipe(Effect.map(Chunk.toReadonlyArray))

describe("every style", () => {
  const styles = [
    ["cursor", "cursor", cursorList, "limit"],
    ["offset", "offset", offsetList, "limit"],
    ["offset with a total", "offset", offsetTotal, "limit"],
    ["offset with has_more", "offset", offsetMore, "limit"],
    ["page", "page", pageList, "page_size"],
    ["page with a total", "page", pageTotal, "page_size"]
  ] as const
  for (const [name, style, op, sizeParam] of styles) {
    it.scoped.prop(
      `${name}: a list cut in pages of any size gives every record once, in order`,
      [FastCheck.nat({ max: 23 }), FastCheck.integer({ min: 1, max: 9 }), FastCheck.boolean()],
      ([count, size, explicit]) =>
        Effect.gen(function* () {
          const server = yield* FaultServer.make(shelf(style, { all: records(count), size }))
          const got = yield* collected(server, op, explicit ? { [sizeParam]: size } : undefined)
          assert.deepStrictEqual(got, records(count))
        }).pipe(Effect.provide(nodeLayer)),
      { fastCheck: { numRuns: 25 } }
    )

    node(`${name}: records that look alike are all handed on`, () =>
      Effect.gen(function* () {
        const all = [1, 1, 2, 1, 1, 1, 3]
        const server = yield* FaultServer.make(shelf(style, { all, size: 3 }))
        assert.deepStrictEqual(yield* collected(server, op), all)
      })
    )
  }
})

describe("the end of a list", () => {
  each("cursor: no further request after the last page", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("cursor", { all: records(4), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, cursorList, { search: "a b" }), records(4))
      assert.deepStrictEqual(asked(server), ["search=a+b", "search=a+b&cursor=2"])
    })
  )

  for (const end of [undefined, null, ""]) {
    node(`cursor: ${end === "" ? "empty" : end} is the end`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([FaultServer.json({ items: [1], cursor: end })])
        assert.deepStrictEqual(yield* collected(server, cursorList), [1])
        assert.lengthOf(server.requests, 1)
      })
    )
  }

  node("cursor: a number is a cursor", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ items: [1], cursor: 0 }),
        FaultServer.json({ items: [2], cursor: null })
      ])
      assert.deepStrictEqual(yield* collected(server, cursorList), [1, 2])
      assert.deepStrictEqual(asked(server), ["", "cursor=0"])
    })
  )

  node("cursor: an empty page with a cursor is followed", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ items: [], cursor: "a" }),
        FaultServer.json({ items: null, cursor: "b" }),
        FaultServer.json({ items: [3] })
      ])
      assert.deepStrictEqual(yield* collected(server, cursorList), [3])
    })
  )

  node("offset: a total reached exactly asks no more", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("offset", { all: records(4), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, offsetTotal), records(4))
      assert.deepStrictEqual(asked(server), ["offset=0", "offset=2"])
    })
  )

  node("offset: starts where the caller says, and knows the total counts from the start", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("offset", { all: records(7), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, offsetTotal, { offset: 3 }), records(7).slice(3))
      assert.deepStrictEqual(asked(server), ["offset=3", "offset=5"])
    })
  )

  node("offset: an offset given as text is the same offset", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("offset", { all: records(4), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, offsetTotal, { offset: "2" }), records(4).slice(2))
    })
  )

  node("offset: a short page ends a list that says nothing else", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("offset", { all: records(5), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, offsetList, { limit: 2 }), records(5))
      assert.deepStrictEqual(asked(server), ["limit=2&offset=0", "limit=2&offset=2", "limit=2&offset=4"])
    })
  )

  node("offset: has_more keeps a list going that cuts the asked size", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("offset", { all: records(5), size: 2, max: 2 }))
      assert.deepStrictEqual(yield* collected(server, offsetMore, { limit: 100 }), records(5))
      assert.lengthOf(server.requests, 3)
    })
  )

  node("page: a total keeps a list going that cuts the asked size", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("page", { all: records(5), size: 2, max: 2 }))
      assert.deepStrictEqual(yield* collected(server, pageTotal, { page_size: 100 }), records(5))
      assert.lengthOf(server.requests, 3)
    })
  )

  node("page: a total without a size asks no more once all is seen", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("page", { all: records(4), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, pageTotal), records(4))
      assert.deepStrictEqual(asked(server), ["page=1", "page=2"])
    })
  )

  node("page: starts where the caller says and stops at the total", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("page", { all: records(8), size: 2 }))
      assert.deepStrictEqual(yield* collected(server, pageTotal, { page: 2 }), records(8).slice(2))
      assert.deepStrictEqual(asked(server), ["page=2", "page=3", "page=4"])
    })
  )

  node("an empty first page is an empty list", () =>
    Effect.gen(function* () {
      for (const op of [cursorList, offsetList, offsetTotal, pageList, pageTotal]) {
        const server = yield* FaultServer.make([FaultServer.json({ items: [], total: 0, meta: { total: 0 } })])
        assert.deepStrictEqual(yield* collected(server, op), [])
        assert.lengthOf(server.requests, 1)
      }
    })
  )

  node("items null is an empty page", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ items: null })])
      assert.deepStrictEqual(yield* collected(server, offsetList), [])
      assert.lengthOf(server.requests, 1)
    })
  )

  node("a body that is the list itself", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json([1, 2]), FaultServer.json([3])])
      const api = yield* client(server)
      const got = yield* Stream.runCollect(
        Pagination.items(api, bareList, [], { limit: 2 }, undefined, (body) => (Array.isArray(body) ? body : []))
      )
      assert.deepStrictEqual([...got], [1, 2, 3])
    })
  )

  node("an operation without pagination is one page", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ items: [1] })])
      const api = yield* client(server)
      const plain = operation(page, { path: "/v1/things" })
      assert.deepStrictEqual([...(yield* Stream.runCollect(Pagination.pages(api, plain, [])))], [{ items: [1] }])
    })
  )
})

/** The rows emitted before the list ends, and its error. */
const outcome = (server: FaultServer.FaultServer, op: ReturnType<typeof list>, params?: object) =>
  Effect.gen(function* () {
    const api = yield* client(server)
    const rows: Array<unknown> = []
    const exit = yield* Pagination.items(api, op, [], params, undefined, itemsOf).pipe(
      Stream.runForEach((row) => Effect.sync(() => rows.push(row))),
      Effect.either
    )
    return { rows, error: Either.isLeft(exit) ? exit.left : undefined }
  })

const assertStuck = (error: unknown, rows: number, cursor: string | number) => {
  assert.instanceOf(error, PaginationError)
  assert.containSubset(error, { category: "server", operation: "listThings", rows, cursor })
}

describe("a server that repeats itself", () => {
  for (const [name, op, cursor] of [
    ["offset", offsetList, 3],
    ["offset with a total", offsetTotal, 3],
    ["page", pageList, 2],
    ["page with a total", pageTotal, 2]
  ] as const) {
    node(`${name}: a server that ignores the position is an error, and rows are emitted once`, () =>
      Effect.gen(function* () {
        const body = { items: records(3), total: 9, meta: { total: 9 } }
        const server = yield* FaultServer.make(() => FaultServer.json(body))
        const { error, rows } = yield* outcome(server, op)
        assert.deepStrictEqual(rows, [...records(3)])
        assert.lengthOf(server.requests, 2)
        assertStuck(error, 3, cursor)
      })
    )
  }

  node("has_more true and the same page for ever is an error, not a loop", () =>
    Effect.gen(function* () {
      for (const items of [records(3), [1, 1, 1]]) {
        const server = yield* FaultServer.make(() => FaultServer.json({ items, more: true }))
        const { error } = yield* outcome(server, offsetMore)
        assert.instanceOf(error, PaginationError)
        assert.isAtMost(server.requests.length, 6)
      }
    })
  )

  node("has_more true and empty pages for ever is an error, not a loop", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ items: [], more: true }))
      const { error } = yield* outcome(server, list({ style: "page", page: "page", items: "items", hasMore: "more" }))
      assert.instanceOf(error, PaginationError)
    })
  )

  node("cursor: a server that ignores the cursor is an error, and rows are emitted once", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ items: records(3), cursor: "next" }))
      const { error, rows } = yield* outcome(server, cursorList)
      assert.deepStrictEqual(rows, [...records(3)])
      assert.lengthOf(server.requests, 2)
      assertStuck(error, 3, "next")
    })
  )

  node("cursor: back at page one under another cursor each time is an error, and rows are emitted once", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) =>
        FaultServer.json({ items: [{ id: index % 3 }], cursor: `c${index}` })
      )
      const { error, rows } = yield* outcome(server, cursorList)
      assert.deepStrictEqual(rows, [...records(3)])
      assert.instanceOf(error, PaginationError)
    })
  )

  node("cursor: a cursor seen before is an error after the rows of its page", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) =>
        FaultServer.json({ items: [index], cursor: ["a", "b", "a"][index] })
      )
      const { error, rows } = yield* outcome(server, cursorList)
      assert.deepStrictEqual(rows, [0, 1, 2])
      assertStuck(error, 3, "b")
    })
  )

  node("cursor: the caller's own cursor counts as seen", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ items: [1], cursor: "mine" }))
      const { error, rows } = yield* outcome(server, cursorList, { cursor: "mine" })
      assert.deepStrictEqual(rows, [1])
      assertStuck(error, 1, "mine")
    })
  )

  node("cursor: an empty page that repeats its cursor is the end", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) =>
        FaultServer.json({ items: index === 0 ? [1] : [], cursor: "last" })
      )
      assert.deepStrictEqual(yield* collected(server, cursorList), [1])
    })
  )

  node("the error follows the rows: a consumer that takes only those does not see it", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ items: records(3), cursor: "next" }))
      const api = yield* client(server)
      const all = Pagination.items(api, cursorList, [], undefined, undefined, itemsOf)
      assert.strictEqual(yield* Stream.runCount(Stream.take(all, 3)), 3)
    })
  )
})

describe("evidence about the end", () => {
  node("pages with equal rows and new cursors are all emitted", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) =>
        FaultServer.json({ items: [0, 0], cursor: index < 5 ? `c${index}` : null })
      )
      assert.lengthOf(yield* collected(server, cursorList), 12)
    })
  )

  for (const [field, param] of [
    ["nextCursor", "cursor"],
    ["next_cursor", "cursor"],
    ["next_page_token", "page_token"]
  ] as const) {
    node(`a server that pages by ${field} where the contract says offset`, () =>
      Effect.gen(function* () {
        const all = records(10)
        const server = yield* FaultServer.make((request) => {
          const start = Number(queryOf(request).get(param) ?? 0)
          return FaultServer.json({
            items: all.slice(start, start + 2),
            meta: { [field]: start + 2 < 10 ? String(start + 2) : null }
          })
        })
        assert.deepStrictEqual<unknown>(yield* collected(server, offsetList, { search: "x" }), all)
        assert.strictEqual(asked(server)[1], `search=x&${param}=2`)
      })
    )
  }

  for (const [name, op, params] of [
    ["offset", offsetList, { limit: 500 }],
    ["page", pageList, { page_size: 500 }]
  ] as const) {
    node(`${name}: a server that caps the page size loses no rows`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(shelf(name, { all: records(250), size: 100, max: 100 }))
        assert.lengthOf(yield* collected(server, op, params), 250)
        assert.lengthOf(server.requests, 3)
      })
    )
  }

  node("has_next true wins over an empty page", () =>
    Effect.gen(function* () {
      const parts = [[1, 2, 3, 4], [], [5, 6]]
      const server = yield* FaultServer.make((request) => {
        const page = Number(queryOf(request).get("page"))
        return FaultServer.json({ items: parts[page - 1], pagination: { has_next: page < 3 } })
      })
      assert.deepStrictEqual(yield* collected(server, pageList), [1, 2, 3, 4, 5, 6])
    })
  )

  for (const total of [0, 4]) {
    node(`has_next true wins over total ${total}`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make((request) => {
          const page = Number(queryOf(request).get("page"))
          return FaultServer.json({ items: [{ id: page }, { id: -page }], total, has_next: page < 3 })
        })
        assert.lengthOf(yield* collected(server, pageTotal), 6)
      })
    )
  }

  node("a total below the rows received proves nothing", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request) => {
        const offset = Number(queryOf(request).get("offset"))
        return FaultServer.json({ items: records(5).slice(offset, offset + 2), meta: { total: 0 } })
      })
      assert.lengthOf(yield* collected(server, offsetTotal), 5)
    })
  )

  node("rows inserted while paging: page 2 equals page 1, and no row is lost or emitted twice", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request, index) => {
        const all = index === 0 ? [1, 2, 3, 4] : [-1, 0, 1, 2, 3, 4]
        const page = Number(queryOf(request).get("page"))
        const rows = all.slice((page - 1) * 2, page * 2).map((id) => ({ id }))
        return FaultServer.json({ items: rows, has_next: page * 2 < all.length })
      })
      const rows = yield* collected(server, pageList)
      assert.deepStrictEqual<unknown>(
        rows,
        [1, 2, 3, 4].map((id) => ({ id }))
      )
    })
  )

  node("has_more false ends a list whatever else its page offers", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() =>
        FaultServer.json({ items: [1], cursor: "a", has_more: false, total: 9 })
      )
      assert.deepStrictEqual(yield* collected(server, cursorList), [1])
    })
  )

  node("has_more true without a cursor is an error where the list pages by cursor", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ items: [1], has_more: true }))
      const { error, rows } = yield* outcome(server, cursorList)
      assert.deepStrictEqual(rows, [1])
      assert.instanceOf(error, PaginationError)
    })
  )

  node("ids that repeat within a page identify nothing, so every row is emitted", () =>
    Effect.gen(function* () {
      const all = [{ id: 1 }, { id: 1 }, { id: 2 }, { id: 1 }]
      const server = yield* FaultServer.make(shelf("offset", { all, size: 2 }))
      assert.deepStrictEqual<unknown>(yield* collected(server, offsetMore), all)
    })
  )
})

describe("any server", () => {
  const lists = {
    cursor: cursorList,
    offset: offsetList,
    "offset with a total": offsetTotal,
    "offset with has_more": offsetMore,
    page: pageList,
    "page with a total": pageTotal
  }
  const kinds = [
    "cursor",
    "offset",
    "offset with a total",
    "offset with has_more",
    "page",
    "page with a total"
  ] as const
  const behaviour = FastCheck.record({
    count: FastCheck.nat({ max: 14 }),
    pagesBy: FastCheck.constantFrom("cursor", "offset", "page"),
    size: FastCheck.integer({ min: 1, max: 5 }),
    asked: FastCheck.option(FastCheck.integer({ min: 1, max: 9 }), { nil: undefined }),
    saysMore: FastCheck.boolean(),
    saysTotal: FastCheck.boolean(),
    repeats: FastCheck.boolean(),
    insertsPerPage: FastCheck.integer({ min: 0, max: 3 }),
    withIds: FastCheck.boolean()
  })

  for (const kind of kinds) {
    it.scoped.prop(
      `${kind}: every row exactly once, or a PaginationError`,
      [behaviour],
      ([{ asked, count, insertsPerPage, pagesBy, repeats, saysMore, saysTotal, size, withIds }]) =>
        Effect.gen(function* () {
          // While rows are inserted, a server that ignores the position looks like one that does not.
          const inserts = withIds && !repeats && kind.startsWith(pagesBy) ? insertsPerPage : 0
          const rowOf = (n: number) => (withIds ? { id: n } : { name: `row ${n}` })
          const server = yield* FaultServer.make((request, index) => {
            const query = queryOf(request)
            const inserted = Math.min(index, 4) * inserts
            const all = Array.from({ length: count + inserted }, (_, n) => rowOf(n - inserted))
            const wanted = Number(query.get("limit") ?? query.get("page_size") ?? size)
            const length = Math.min(size, wanted)
            // A cursor names the last row, so insertions do not move it.
            const start = repeats
              ? 0
              : pagesBy === "cursor"
                ? query.has("cursor")
                  ? Number(query.get("cursor")) + inserted
                  : 0
                : pagesBy === "offset"
                  ? Number(query.get("offset") ?? 0)
                  : (Number(query.get("page") ?? 1) - 1) * length
            const end = Math.min(all.length, start + length)
            const more = end < all.length
            return FaultServer.json({
              items: all.slice(start, end),
              ...(pagesBy === "cursor" ? { cursor: more ? String(end - inserted) : null } : undefined),
              ...(pagesBy === "cursor" ? { next_cursor: more ? String(end - inserted) : null } : undefined),
              ...(saysMore || kind === "offset with has_more" ? { more, has_more: more } : undefined),
              ...(saysTotal ? { total: all.length, meta: { total: all.length } } : undefined)
            })
          })
          const name = kind.startsWith("page") ? "page_size" : "limit"
          const { error, rows } = yield* outcome(server, lists[kind], asked === undefined ? {} : { [name]: asked })
          const expected = Array.from({ length: count }, (_, n) => JSON.stringify(rowOf(n)))
          const got = rows.map((row) => JSON.stringify(row))
          assert.lengthOf([...new Set(got)], got.length, "no row twice")
          if (error !== undefined) return assert.instanceOf(error, PaginationError)
          // A list that pages by cursor has no other way to go on.
          if (kind === "cursor" && pagesBy !== "cursor") return
          assert.deepStrictEqual(
            expected.filter((row) => !got.includes(row)),
            [],
            "no row lost"
          )
        }).pipe(Effect.provide(nodeLayer)),
      { fastCheck: { numRuns: 60 } }
    )
  }
})

describe("laziness", () => {
  each("a page is asked for only when its records are pulled", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("cursor", { all: records(9), size: 3 }))
      const api = yield* client(server)
      const all = Pagination.items(api, cursorList, [], undefined, undefined, itemsOf)
      assert.deepStrictEqual<ReadonlyArray<unknown>>([...(yield* Stream.runCollect(Stream.take(all, 3)))], records(3))
      assert.lengthOf(server.requests, 1)
      assert.deepStrictEqual<ReadonlyArray<unknown>>([...(yield* Stream.runCollect(Stream.take(all, 4)))], records(4))
      assert.lengthOf(server.requests, 3)
    })
  )

  node("each run of a stream starts at the first page", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(shelf("cursor", { all: records(4), size: 2 }))
      const api = yield* client(server)
      const pages = Pagination.pages(api, cursorList, [])
      assert.strictEqual(yield* Stream.runCount(pages), 2)
      assert.strictEqual(yield* Stream.runCount(pages), 2)
    })
  )

  node("an error in the middle comes after the records before it", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ items: [1], cursor: "a" }), FaultServer.respond(403)])
      const api = yield* client(server)
      const seen: Array<unknown> = []
      const error = yield* failure(
        Stream.runForEach(Pagination.items(api, cursorList, [], undefined, undefined, itemsOf), (item) =>
          Effect.sync(() => seen.push(item))
        )
      )
      assert.deepStrictEqual(seen, [1])
      assert.strictEqual(error._tag, "PermissionDeniedError")
    })
  )
})
