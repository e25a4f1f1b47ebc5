import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { driven, failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as H from "./support/harness.js"

const unavailable = FaultServer.json({ error: "Service Unavailable" }, { status: 503 })
const limited = (headers: Record<string, string>) => FaultServer.json({ error: "Slow" }, { status: 429, headers })
const list = FaultServer.json({ success: true, agents: [] })

describe("retries (section 5)", () => {
  it.scoped("three repeats after 200, 600 and 1800 ms, so four attempts", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => unavailable)
      const { exit, waits } = yield* driven(failure(lvng.agents.list()))
      assert.deepStrictEqual(waits, [200, 600, 1800])
      assert.lengthOf(server.requests, 4)
      assert.strictEqual(exit._tag === "Success" && exit.value.attempts, 4)
    })
  )

  it.scoped("jitter takes a part of each wait, never more than it", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make(() => unavailable, { retry: { jitter: "full" } })
      for (let round = 0; round < 5; round++) {
        const { waits } = yield* driven(failure(lvng.agents.list()))
        assert.isTrue([200, 600, 1800].every((most, index) => (waits[index] ?? 0) <= most))
        assert.notDeepEqual(waits, [200, 600, 1800])
      }
    })
  )

  it.scoped("the wait is the larger of backoff and Retry-After", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([
        limited({ "retry-after": "2" }),
        limited({ "retry-after": "0" }),
        limited({ "retry-after": "1" }),
        list
      ])
      const { waits } = yield* driven(lvng.agents.list())
      assert.deepStrictEqual(waits, [2000, 600, 1800])
    })
  )

  it.scoped("429, 503 and a lost connection are repeated; other 5xx are not", () =>
    Effect.gen(function* () {
      for (const answer of [limited({}), unavailable, FaultServer.reset]) {
        const { lvng, server } = yield* H.make([answer, list])
        yield* driven(lvng.agents.list())
        assert.lengthOf(server.requests, 2)
      }
      for (const status of [500, 502, 504, 408]) {
        const { lvng, server } = yield* H.make([FaultServer.json({}, { status }), list])
        assert.include(yield* failure(lvng.agents.list()), { status, attempts: 1 })
        assert.lengthOf(server.requests, 1)
      }
    })
  )

  it.scoped(
    "GET, PUT and DELETE are repeated; POST and PATCH only with an idempotency key, kept over all attempts",
    () =>
      Effect.gen(function* () {
        const { lvng, server } = yield* H.make((_, index) =>
          index % 2 === 0 ? unavailable : FaultServer.json({ success: true })
        )
        yield* driven(lvng.agents.delete("a"))
        assert.lengthOf(server.requests, 2)
        const once = yield* failure(lvng.agents.start("a"))
        assert.include(once, { _tag: "ServerError", attempts: 1 })
        yield* lvng.agents.stop("a")
        assert.lengthOf(server.requests, 4)
        yield* driven(lvng.agents.stop("a", { idempotencyKey: "key-1" }))
        assert.deepStrictEqual(
          server.requests.slice(4).map(({ headers }) => headers["idempotency-key"]),
          ["key-1", "key-1"]
        )
        assert.include(yield* failure(lvng.agents.update("a", {})), { attempts: 1 })
      })
  )

  it.scoped("the client makes keys when asked: one for each call, the same for its attempts", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(
        (_, index) => (index === 0 ? unavailable : FaultServer.json({ success: true })),
        { idempotencyKeys: "generate" }
      )
      yield* driven(lvng.agents.start("a"))
      yield* lvng.agents.start("a")
      const [first, second, third] = server.requests.map(({ headers }) => headers["idempotency-key"])
      assert.match(String(first), /^[0-9a-f-]{36}$/)
      assert.strictEqual(second, first)
      assert.notStrictEqual(third, first)
    })
  )

  it.scoped("a client or a call may give it up", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => unavailable, { retry: false })
      yield* failure(lvng.agents.list())
      assert.lengthOf(server.requests, 1)
      const { waits } = yield* driven(failure(lvng.agents.list({}, { retry: { maxRetries: 1, jitter: "none" } })))
      assert.lengthOf(waits, 1)
    })
  )

  it.scoped("a stream is repeated before its first byte when it has a key, never after it", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make([
        unavailable,
        FaultServer.sse(H.events(H.delta("a"))),
        FaultServer.sse(H.events(H.delta("b"), H.done))
      ])
      const { exit, waits } = yield* driven(
        failure(Stream.runDrain(lvng.chat.stream("hi", { idempotencyKey: "k", idleTimeout: 0 })))
      )
      assert.deepStrictEqual(waits, [200])
      assert.include(exit._tag === "Success" && exit.value, { _tag: "StreamError", reason: "cut" })
      assert.lengthOf(server.requests, 2)
    })
  )
})
