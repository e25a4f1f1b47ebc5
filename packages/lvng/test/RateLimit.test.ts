import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { driven, failure, nextWait, turn } from "@trilum/testing/harness"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as TestClock from "effect/TestClock"
import * as RateLimit from "../src/RateLimit.js"
import * as H from "./support/harness.js"

const reported = (remaining: number, reset: string) => ({
  "x-ratelimit-limit": "100",
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-reset": reset
})

const list = (headers: Record<string, string> = {}) => FaultServer.json({ success: true, agents: [] }, { headers })

describe("what answers say (section 9, section 15 conflict 11)", () => {
  it("the reset is read as ISO 8601 and as seconds or milliseconds since 1970", () => {
    const reset = new Date(Date.UTC(2026, 0, 2, 3, 4, 5))
    for (const text of ["2026-01-02T03:04:05Z", "2026-01-02T04:04:05.000+01:00", "1767323045", "1767323045000"]) {
      assert.deepStrictEqual(RateLimit.parse(reported(7, text)), { limit: 100, remaining: 7, reset }, text)
    }
  })

  it("headers that are absent or cannot be read are left out; without any there is nothing", () => {
    assert.deepStrictEqual(RateLimit.parse({ "x-ratelimit-remaining": "0" }), { remaining: 0 })
    assert.deepStrictEqual(RateLimit.parse(reported(1, "soon")), { limit: 100, remaining: 1 })
    for (const headers of [{}, { "x-ratelimit-limit": "" }, { "x-ratelimit-limit": "-1" }, { "retry-after": "1" }]) {
      assert.isUndefined(RateLimit.parse(headers))
    }
  })

  it.scoped("the last state is kept, by group, of answers that are repeated or refused too", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([
        list(reported(9, "60")),
        FaultServer.json({ reply: "hi" }, { headers: reported(5, "1970-01-01T00:02:00Z") }),
        FaultServer.json({ error: "Slow" }, { status: 429, headers: reported(0, "60") }),
        list()
      ])
      assert.isUndefined(yield* lvng.rateLimit.last)
      yield* lvng.agents.list()
      yield* lvng.chat.send("hi")
      const chat = {
        limit: 100,
        remaining: 5,
        reset: new Date(120_000),
        group: "chat",
        operation: "sendChat",
        at: new Date(0)
      }
      assert.deepStrictEqual<unknown>(yield* lvng.rateLimit.last, chat)
      assert.deepStrictEqual<unknown>(yield* lvng.rateLimit.of("chat"), chat)
      assert.include(yield* lvng.rateLimit.of("default"), { remaining: 9, operation: "listAgents" })
      assert.isUndefined(yield* lvng.rateLimit.of("ooda"))
      const error = yield* failure(lvng.agents.list({}, { retry: false }))
      assert.include(yield* lvng.rateLimit.ofError(error), { remaining: 0, group: "default" })
      yield* lvng.agents.list()
      assert.include(yield* lvng.rateLimit.last, { remaining: 0 })
    })
  )

  it.live("the emulator's own headers are read, in both forms of the reset", () =>
    Effect.scoped(
      Effect.gen(function* () {
        for (const rateLimitReset of ["iso", "epoch"] as const) {
          const { lvng } = yield* H.emulated({}, { rateLimitReset })
          yield* lvng.chat.send("hi")
          const now = yield* Clock.currentTimeMillis
          const state = yield* lvng.rateLimit.of("chat")
          assert.include(state, { limit: 30, remaining: 29 })
          assert.isTrue(Math.abs((state?.reset?.getTime() ?? 0) - now) <= 60_000)
        }
      })
    )
  )
})

describe("throttle", () => {
  it.scoped("without it calls never wait", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => list(reported(0, "9999999999")))
      for (let call = 0; call < 40; call++) yield* lvng.agents.list()
      assert.lengthOf(server.requests, 40)
    })
  )

  it.scoped("the call after the last of a minute waits until the first is a minute old, and no longer", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => list(), { throttle: { default: 3 } })
      yield* lvng.agents.list()
      yield* TestClock.adjust(10_000)
      yield* lvng.agents.list()
      yield* lvng.agents.list()
      const { waits } = yield* driven(lvng.agents.list())
      assert.deepStrictEqual(waits, [50_000])
      assert.deepStrictEqual((yield* driven(lvng.agents.list())).waits, [10_000])
      assert.lengthOf(server.requests, 5)
    })
  )

  it.scoped("groups do not wait for each other, and calls of one go in their order", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(
        (request) => (request.url.includes("chat") ? FaultServer.json({ reply: "hi" }) : list()),
        { throttle: { default: 1, chat: 1 } }
      )
      yield* lvng.agents.list()
      yield* lvng.chat.send("a")
      assert.lengthOf(server.requests, 2)
      const fibers = yield* Effect.forEach(["b", "c"], (text) => Effect.fork(lvng.chat.send(text)))
      yield* TestClock.adjust(60_000)
      yield* server.awaitRequests(3)
      yield* turn
      yield* TestClock.adjust(60_000)
      yield* Fiber.joinAll(fibers)
      assert.deepStrictEqual(
        server.requests.slice(1).map((request) => request.json()),
        [{ message: "a" }, { message: "b" }, { message: "c" }]
      )
    })
  )

  it.scoped("an answer that leaves nothing makes the next call wait for the window to end, at most a minute", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([list(reported(0, "12")), list(reported(0, "9999999999")), list()], {
        throttle: true
      })
      yield* lvng.agents.list()
      assert.deepStrictEqual((yield* driven(lvng.agents.list())).waits, [12_000])
      assert.deepStrictEqual((yield* driven(lvng.agents.list())).waits, [60_000])
    })
  )

  it.scoped("a wait that is interrupted takes no place of the minute", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() => list(), { throttle: { default: 1 } })
      yield* lvng.agents.list()
      const waiting = yield* Effect.fork(lvng.agents.list())
      assert.strictEqual(yield* nextWait, 60_000)
      yield* Fiber.interrupt(waiting)
      assert.deepStrictEqual((yield* driven(lvng.agents.list())).waits, [60_000])
      assert.lengthOf(server.requests, 2)
    })
  )

  it.scoped("repeats count as calls", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([FaultServer.json({}, { status: 503 }), list()], { throttle: { default: 1 } })
      const { waits } = yield* driven(lvng.agents.list())
      assert.deepStrictEqual(waits, [200, 59_800])
    })
  )

  it.scoped("a client of an emulator that enforces the limits is never refused", () =>
    Effect.gen(function* () {
      const { emulator, lvng } = yield* H.emulated(
        { throttle: true, timeout: Duration.infinity },
        { rateLimits: "enforced", clock: "manual", now: 0 }
      )
      for (let call = 0; call < 30; call++) yield* lvng.chat.send("hi")
      const last = yield* Effect.fork(lvng.chat.send("hi"))
      assert.strictEqual(yield* nextWait, 60_000)
      yield* emulator.advance(60_000)
      yield* TestClock.adjust(60_000)
      yield* Fiber.join(last)
      assert.isTrue((yield* emulator.requests).every(({ status }) => status === 200))
    })
  )

  it.scoped("without a throttle that emulator refuses the thirty-first, and says how long to wait", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.emulated(
        { timeout: Duration.infinity },
        { rateLimits: "enforced", clock: "manual", now: 0 }
      )
      for (let call = 0; call < 30; call++) yield* lvng.chat.send("hi")
      const error = yield* failure(lvng.chat.send("hi"))
      assert.include(error, { _tag: "RateLimitError", retryAfter: 60 })
      assert.include(yield* lvng.rateLimit.ofError(error), { remaining: 0, limit: 30, group: "chat" })
    })
  )
})
