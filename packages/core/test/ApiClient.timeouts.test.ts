import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import {
  client,
  createThing,
  each,
  failure,
  getThing,
  node,
  nodeLayer,
  transports,
  turn
} from "@trilum/testing/harness"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as TestClock from "effect/TestClock"
import * as Credential from "../src/Credential.js"

const good = FaultServer.json({ id: "1", kind: "big" })

/** The fiber is still running after sockets and fibers have had their turn. */
const stillRunning = (fiber: Fiber.RuntimeFiber<unknown, unknown>) =>
  Effect.map(Effect.zipRight(turn, Fiber.poll(fiber)), Option.isNone)

describe("attempt timeout", () => {
  each("is exact, counts from the attempt and closes the socket", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server, { timeout: "5 seconds", retry: false })
      const fiber = yield* Effect.fork(failure(api.request(getThing, ["1"])))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(4999)
      assert.isTrue(yield* stillRunning(fiber))
      yield* TestClock.adjust(1)
      assert.deepInclude(yield* Fiber.join(fiber), {
        _tag: "TimeoutError",
        timeout: "attempt",
        attempts: 1,
        elapsed: 5000,
        message: "GET /v1/things/{thing_id}: not done within 5s"
      })
      yield* server.awaitOpenSockets(0)
    })
  )

  each("ends the attempt in an uninterruptible region under any clock", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server, { timeout: 1000, retry: false })
      const fiber = yield* Effect.fork(Effect.uninterruptible(failure(api.request(getThing, ["1"]))))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(1000)
      assert.deepInclude(yield* Fiber.join(fiber), { _tag: "TimeoutError", attempts: 1 })
      yield* server.awaitOpenSockets(0)
    })
  )

  each("covers the body, and knows the answer it had", () =>
    Effect.gen(function* () {
      const stalled = FaultServer.stallAfter(3, { body: `{"id":"1"}`, headers: { "x-request-id": "r1" } })
      const server = yield* FaultServer.make([stalled])
      const api = yield* client(server, { timeout: 1000, retry: false })
      const fiber = yield* Effect.fork(failure(api.request(getThing, ["1"])))
      yield* server.awaitRequests(1)
      while (yield* stillRunning(fiber)) yield* TestClock.adjust(1000)
      const error = yield* Fiber.join(fiber)
      assert.deepInclude(error, { _tag: "TimeoutError", timeout: "attempt" })
      yield* server.awaitOpenSockets(0)
    })
  )

  each("is repeated, each attempt with its full time", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.never, FaultServer.never, good])
      const api = yield* client(server, { timeout: 1000 })
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(1000)
      yield* TestClock.adjust(100)
      yield* server.awaitRequests(2)
      yield* TestClock.adjust(999)
      assert.lengthOf(server.requests, 2)
      yield* TestClock.adjust(1)
      yield* TestClock.adjust(200)
      assert.deepStrictEqual<unknown>(yield* Fiber.join(fiber), { id: "1", kind: "big" })
      assert.strictEqual(yield* TestClock.currentTimeMillis, 2300)
    })
  )

  each("of a POST without a key is not repeated", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.never, good])
      const api = yield* client(server, { timeout: 1000 })
      const fiber = yield* Effect.fork(failure(api.request(createThing, [], {})))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(1000)
      assert.deepInclude(yield* Fiber.join(fiber), { _tag: "TimeoutError", attempts: 1 })
      assert.lengthOf(server.requests, 1)
    })
  )

  node("of a call wins over the client's", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server, { timeout: 1000, retry: false })
      const fiber = yield* Effect.fork(failure(api.request(getThing, ["1"], undefined, { timeout: "7 seconds" })))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(6999)
      assert.isTrue(yield* stillRunning(fiber))
      yield* TestClock.adjust(1)
      assert.deepInclude(yield* Fiber.join(fiber), { _tag: "TimeoutError", elapsed: 7000 })
    })
  )

  node("defaults to 30 seconds", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server, { timeout: undefined, retry: false })
      const fiber = yield* Effect.fork(failure(api.request(getThing, ["1"])))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(29_999)
      assert.isTrue(yield* stillRunning(fiber))
      yield* TestClock.adjust(1)
      assert.deepInclude(yield* Fiber.join(fiber), { _tag: "TimeoutError" })
    })
  )

  node("leaves no sleep behind once the attempt is over", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => good)
      const api = yield* client(server, { timeout: 1000 })
      yield* api.request(getThing, ["1"])
      yield* TestClock.adjust(5000)
      assert.deepStrictEqual<unknown>(yield* api.request(getThing, ["1"]), { id: "1", kind: "big" })
    })
  )
})

describe("attempt timeout on the machine's clock", () => {
  for (const [name, layer] of transports) {
    it.scopedLive(`ends the attempt in an uninterruptible region, so that no two overlap (${name})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => FaultServer.never)
        const api = yield* client(server, { retry: { jitter: "none", baseDelay: 10, maxRetries: 1 } })
        const call = failure(api.request(getThing, ["1"], undefined, { timeout: 200 }))
        assert.deepInclude(yield* Effect.uninterruptible(call), { _tag: "TimeoutError", attempts: 2 })
        yield* server.awaitOpenSockets(0)
        assert.lengthOf(server.requests, 2)
      }).pipe(Effect.provide(layer))
    )

    it.scopedLive(`fails an answer that never comes, and one whose body stalls (${name})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([
          FaultServer.never,
          FaultServer.stallAfter(3, { body: `{"id":"1"}` }),
          FaultServer.stallAfter(0, { status: 500, body: "lost" }),
          good
        ])
        const api = yield* client(server, { timeout: 40, retry: false })
        for (let call = 0; call < 3; call++) {
          assert.deepInclude(yield* failure(api.request(getThing, ["1"])), {
            _tag: "TimeoutError",
            timeout: "attempt"
          })
        }
        yield* server.awaitClosedSockets(3)
        assert.deepInclude(yield* api.request(getThing, ["1"], undefined, { timeout: Duration.infinity }), {
          id: "1"
        })
      }).pipe(Effect.provide(layer))
    )

    it.scopedLive(`counts the time of a token that never comes (${name})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => good)
        const credential = Credential.refreshing({ token: Effect.never, refresh: Effect.never })
        const api = yield* client(server, { timeout: 40, retry: false, credential })
        assert.deepInclude(yield* failure(api.request(getThing, ["1"])), { _tag: "TimeoutError", attempts: 0 })
        assert.strictEqual(server.totalSockets, 0)
      }).pipe(Effect.provide(layer))
    )

    it.scopedLive(`counts the time of a refresh that never comes (${name})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => FaultServer.respond(401))
        const token = Effect.succeed(Redacted.make("old"))
        const api = yield* client(server, {
          timeout: 40,
          retry: false,
          credential: Credential.refreshing({ token, refresh: Effect.never })
        })
        assert.deepInclude(yield* failure(api.request(getThing, ["1"])), { _tag: "TimeoutError", attempts: 1 })
      }).pipe(Effect.provide(layer))
    )
  }
})

describe("timers on the machine's clock", () => {
  const timers = (): number => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length

  it.scopedLive("of a time limit end with a call that succeeds, fails or is interrupted", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request) =>
        request.url.endsWith("/late")
          ? FaultServer.never
          : request.url.endsWith("/gone")
            ? FaultServer.respond(404)
            : good
      )
      const api = yield* client(server, { timeout: "1 minute", retry: false })
      const rounds = Effect.gen(function* () {
        yield* api.request(getThing, ["1"], undefined, { overallTimeout: "2 minutes" })
        yield* failure(api.request(getThing, ["gone"], undefined, { overallTimeout: "2 minutes" }))
        const heads = server.requests.length
        const late = yield* Effect.fork(api.request(getThing, ["late"], undefined, { overallTimeout: "2 minutes" }))
        yield* server.awaitRequestHeads(heads + 1)
        yield* Fiber.interrupt(late)
      })
      // The pool keeps one timer of its own.
      yield* rounds
      yield* turn
      const before = timers()
      for (let round = 0; round < 10; round++) yield* rounds
      yield* turn
      assert.isAtMost(timers(), before + 1)
    }).pipe(Effect.provide(nodeLayer))
  )

  it.scopedLive("of a limit longer than 25 days do not fire at once", () =>
    Effect.gen(function* () {
      const opened = FaultServer.gate()
      const server = yield* FaultServer.make(() => FaultServer.after(opened.opened, good))
      const api = yield* client(server, { timeout: "40 days", retry: false })
      const call = yield* Effect.fork(api.request(getThing, ["1"], undefined, { overallTimeout: "50 days" }))
      yield* server.awaitRequests(1)
      for (let i = 0; i < 20; i++) yield* turn
      opened.open()
      assert.deepInclude(yield* Fiber.join(call), { id: "1" })
    }).pipe(Effect.provide(nodeLayer))
  )
})

describe("overall timeout", () => {
  each("ends a wait between attempts, exactly", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(429, { headers: { "retry-after": "50" } }))
      const api = yield* client(server)
      const fiber = yield* Effect.fork(
        failure(api.request(getThing, ["1"], undefined, { overallTimeout: "20 seconds" }))
      )
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(19_999)
      assert.isTrue(yield* stillRunning(fiber))
      yield* TestClock.adjust(1)
      assert.deepInclude(yield* Fiber.join(fiber), {
        _tag: "TimeoutError",
        timeout: "overall",
        attempts: 1,
        elapsed: 20_000,
        status: 429
      })
      yield* TestClock.adjust(100_000)
      assert.lengthOf(server.requests, 1)
    })
  )

  each("ends an attempt under way and closes its socket", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server)
      const fiber = yield* Effect.fork(failure(api.request(getThing, ["1"], undefined, { overallTimeout: 300 })))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(300)
      assert.deepInclude(yield* Fiber.join(fiber), { _tag: "TimeoutError", timeout: "overall", attempts: 1 })
      yield* server.awaitOpenSockets(0)
    })
  )

  node("counts repeats and waits together", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server, { timeout: 1000 })
      const fiber = yield* Effect.fork(failure(api.request(getThing, ["1"], undefined, { overallTimeout: 1600 })))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(1000)
      yield* TestClock.adjust(100)
      yield* server.awaitRequests(2)
      yield* TestClock.adjust(500)
      assert.deepInclude(yield* Fiber.join(fiber), { timeout: "overall", attempts: 2, elapsed: 1600 })
    })
  )
})

describe("interruption", () => {
  each("while the answer is awaited destroys the socket", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server)
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* server.awaitRequests(1)
      yield* Fiber.interrupt(fiber)
      yield* server.awaitOpenSockets(0)
    })
  )

  each("while the body is read destroys the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server)
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* server.awaitRequests(1)
      channel.push(`{"id":`)
      yield* turn
      yield* Fiber.interrupt(fiber)
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("while an upload waits for its source ends at once, whatever the source", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const api = yield* client(server)
      let cancelled = 0
      const stalled = new ReadableStream<Uint8Array>({
        pull: (controller) => {
          if (cancelled === 0) controller.enqueue(new Uint8Array(10))
          cancelled = Math.max(cancelled, 1)
          return new Promise(() => {})
        },
        cancel: () => {
          cancelled = 2
        }
      })
      const upload = { ...createThing, body: "multipart" as const }
      const fiber = yield* Effect.fork(
        api.request(upload, [], { file: { filename: "a", content: stalled, size: 100 } })
      )
      yield* server.awaitBodyBytes(0, 10)
      yield* Fiber.interrupt(fiber)
      yield* server.awaitOpenSockets(0)
      yield* turn
      assert.strictEqual(cancelled, 2)
    }).pipe(Effect.provide(nodeLayer))
  )
})
