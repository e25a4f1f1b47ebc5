import { assert, describe, expectTypeOf, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import {
  AbortError,
  createLumnis,
  type LumnisPromise,
  mockLumnis,
  NotFoundError,
  StreamError,
  withResponse
} from "../src/promise.js"
import * as H from "./support/harness.js"

const served = (script: FaultServer.Script) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(script)
    const lumnis = yield* Effect.acquireRelease(
      Effect.sync(() => createLumnis({ apiKey: H.apiKey, baseUrl: server.url, retry: false })),
      (client) => Effect.promise(() => client.close())
    )
    return { lumnis, server }
  })

const call = <A>(promise: () => Promise<A>): Effect.Effect<A, unknown> =>
  Effect.tryPromise({ try: promise, catch: (error) => error })

describe("a call that is in no contract", () => {
  it.scoped("is sent with the key and decoded", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* served([FaultServer.json({ n: "7" }), FaultServer.json({ n: "7" })])
      const path = "/v2/things/{id}"
      const given = { method: "POST", path, pathArguments: ["a b"], body: { x: 1 }, query: { dry: true } } as const
      assert.deepStrictEqual(yield* call(() => lumnis.request(given)), { n: "7" })
      const schema = Schema.Struct({ n: Schema.NumberFromString })
      assert.deepStrictEqual(
        yield* call(() => lumnis.forUser("ada").request({ method: "GET", path: "/v2/n", schema })),
        { n: 7 }
      )
      const [first] = server.requests
      assert.strictEqual(`${first?.method} ${first?.url}`, "POST /v2/things/a%20b?dry=true")
      assert.strictEqual(first?.headers.authorization, `Bearer ${H.apiKey}`)
      assert.deepStrictEqual(first?.json(), { x: 1 })
    })
  )

  it.scoped("is a Response whose body arrives as it is read, and is closed where it is left", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { lumnis, server } = yield* served([
        FaultServer.controlled(channel, { headers: { "content-type": "text/event-stream", "x-request-id": "r1" } })
      ])
      channel.push("data: one\n\n")
      const response = yield* call(() => lumnis.requestResponse({ method: "GET", path: "/v2/events" }))
      assert.strictEqual(response.status, 200)
      assert.strictEqual(response.headers.get("x-request-id"), "r1")
      const reader = Object(response.body).getReader()
      const read = Effect.promise(async () => new TextDecoder().decode((await reader.read()).value))
      assert.strictEqual(yield* read, "data: one\n\n")
      channel.push("data: two\n\n")
      assert.strictEqual(yield* read, "data: two\n\n")
      yield* Effect.promise(() => reader.cancel())
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("is an error as of every call, before and inside the body", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* served([
        FaultServer.json({ message: "no" }, { status: 404 }),
        FaultServer.respond(200, { body: "" }),
        FaultServer.resetAfter(3, { body: "abcdef" })
      ])
      const get = call(() => lumnis.requestResponse({ method: "GET", path: "/v2/x" }))
      assert.instanceOf(yield* Effect.flip(get), NotFoundError)
      const empty = yield* get
      assert.strictEqual(yield* call(() => empty.text()), "")
      const cut = yield* get
      assert.instanceOf(yield* Effect.flip(call(() => cut.text())), StreamError)
    })
  )

  const wrong: ReadonlyArray<readonly [object, RegExp]> = [
    [{ method: "FETCH", path: "/x" }, /method must be one of GET/],
    [{ method: "GET", path: "x" }, /path must start with a slash/],
    [{ method: "GET", path: 7 }, /path must start with a slash/],
    [{ method: "GET", path: "/x?y=1" }, /no query/],
    [{ method: "GET", path: "/{id}" }, /1 placeholders and pathArguments 0 values/],
    [{ method: "GET", path: "/{id}", pathArguments: "a" }, /pathArguments no list/],
    [{ method: "GET", path: "/x", timeout: "soon" }, /timeout must be a duration/],
    [{ method: "GET", path: "/x", timout: 1 }, /did you mean "timeout"/]
  ]
  for (const [given, says] of wrong) {
    it.scoped(`${JSON.stringify(given)} is refused before anything is sent`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* served([])
        for (const send of [lumnis.request, lumnis.requestResponse]) {
          const error = yield* Effect.flip(call<unknown>(() => Reflect.apply(send, undefined, [given])))
          assert.deepInclude(error, { _tag: "ValidationError" })
          assert.match(Object(error).message, says)
        }
        assert.lengthOf(server.requests, 0)
      })
    )
  }
})

describe("the answer of a call", () => {
  it.scoped("withResponse gives status, headers and request id beside the value", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* served([
        FaultServer.json({ responses: [], total: 0, limit: 50, offset: 0 }, { headers: { "x-request-id": "r1" } })
      ])
      const { data, response } = yield* call(() =>
        withResponse((options) => lumnis.responses.list({ user_id: "ada" }, options))
      )
      assert.strictEqual(data.total, 0)
      assert.deepInclude(response, { status: 200, requestId: "r1", attempts: 1 })
    })
  )
})

describe("the items of a stream", () => {
  const updates = [H.created(), H.state("in_progress", [{ state: "processing", message: "One" }]), H.done()]

  it.scoped("are there as a list, and the last alone", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* served([...updates, ...updates])
      const run = lumnis.invokeStream("x", { userId: "ada", pollInterval: 0 })
      assert.deepStrictEqual(
        (yield* call(() => run.toArray())).map(({ _tag }) => _tag),
        ["Started", "Progress", "Completed"]
      )
      assert.strictEqual((yield* call(() => run.last()))?._tag, "Completed")
    })
  )

  it.scoped("are a ReadableStream: bytes as they are, updates as lines of JSON", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* served([...updates, FaultServer.respond(200, { body: "content" })])
      const run = lumnis.invokeStream("x", { userId: "ada", pollInterval: 0 })
      const lines = yield* call(() => new Response(run.toReadableStream()).text())
      assert.deepStrictEqual(
        lines
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line)._tag),
        ["Started", "Progress", "Completed"]
      )
      const download = lumnis.forUser("ada").files.download("f")
      assert.strictEqual(yield* call(() => new Response(download.toReadableStream()).text()), "content")
    })
  )

  it.scoped("a ReadableStream that is cancelled closes the socket, and an abort ends it", () =>
    Effect.gen(function* () {
      const endless = FaultServer.channel()
      const aborted = FaultServer.channel()
      const { lumnis, server } = yield* served([
        FaultServer.controlled(endless, {}),
        FaultServer.controlled(aborted, {})
      ])
      endless.push("abc")
      const { files } = lumnis.forUser("ada")
      const reader = files.download("f").toReadableStream().getReader()
      yield* call(() => reader.read())
      yield* call(() => reader.cancel())
      yield* server.awaitOpenSockets(0)
      aborted.push("abc")
      const controller = new AbortController()
      const items = files.download("f", {}, { signal: controller.signal }).toArray()
      const ended = Effect.flip(call(() => items))
      yield* server.awaitRequests(2)
      controller.abort()
      assert.instanceOf(yield* ended, AbortError)
    })
  )

  it("mocks have them too", async () => {
    const lumnis = mockLumnis({
      files: {
        async *download() {
          yield new Uint8Array([1])
          yield new Uint8Array([2])
        }
      }
    })
    assert.lengthOf(await lumnis.files.download("f").toArray(), 2)
    const typed = (client: LumnisPromise) => {
      expectTypeOf(client.files.download("f").toReadableStream()).toEqualTypeOf<ReadableStream<Uint8Array>>()
    }
    assert.isFunction(typed)
  })
})
