import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as H from "./support/harness.js"

const paths = (server: FaultServer.FaultServer): ReadonlyArray<string> =>
  server.requests.map(({ method, url }) => `${method} ${url.replace(H.ids.response, ":id")}`)

const held = "GET /v1/responses/:id?wait=10"
const plain = "GET /v1/responses/:id"
const cancel = "POST /v1/responses/:id/cancel"

describe("waiting for a run", () => {
  it.scoped("a poll answered early without news is followed after the rest of the interval", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lumnis, server, times } = yield* H.make([
        H.state("queued"),
        FaultServer.after(gate.opened, H.state("queued")),
        H.done()
      ])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response))
      yield* server.awaitRequests(1)
      yield* H.passSleep(2000)
      yield* server.awaitRequests(2)
      yield* TestClock.adjust(700)
      gate.open()
      yield* H.passSleep(1300)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(times, [0, 2000, 4000])
      assert.deepStrictEqual(paths(server), [held, held, held])
    })
  )

  it.scoped("a poll answered with news is followed at once: events arrive when they happen", () =>
    Effect.gen(function* () {
      const gates = [200, 500, 800, 1000].map((at) => ({ at, gate: FaultServer.gate() }))
      const entry = (message: string): H.WireEntry => ({ state: "processing", message })
      const log = ["a", "b", "c"].map(entry)
      const answers = gates.map(({ gate }, index) =>
        FaultServer.after(gate.opened, index < 3 ? H.state("in_progress", log.slice(0, index + 1)) : H.done())
      )
      const { lumnis, server } = yield* H.make(answers)
      const arrivals: Array<readonly [string, number]> = []
      const fiber = yield* Effect.fork(
        Stream.runForEach(lumnis.attachStream(H.ids.response), ({ _tag }) =>
          Effect.map(Clock.currentTimeMillis, (now) => void arrivals.push([_tag, now]))
        )
      )
      let now = 0
      for (const [index, { at, gate }] of gates.entries()) {
        yield* server.awaitRequests(index + 1)
        yield* TestClock.adjust(at - now)
        now = at
        gate.open()
      }
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(arrivals, [
        ["Progress", 200],
        ["Progress", 500],
        ["Progress", 800],
        ["Completed", 1000]
      ])
    })
  )

  it.scoped("news that a server sends at once do not make a hot loop", () =>
    Effect.gen(function* () {
      const entries = ["a", "b", "c", "d"].map((message): H.WireEntry => ({ state: "processing", message }))
      const { lumnis, times } = yield* H.make([
        H.state("in_progress", entries.slice(0, 1)),
        H.state("in_progress", entries.slice(0, 2)),
        H.state("in_progress", entries.slice(0, 3)),
        H.state("in_progress", entries.slice(0, 3)),
        H.done()
      ])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response))
      for (const pause of [100, 100, 100, 2000]) yield* H.passSleep(pause)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(times, [0, 100, 200, 300, 2300])
    })
  )

  it.scoped("a poll the server held is followed at once", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lumnis, server, times } = yield* H.make([
        FaultServer.after(gate.opened, H.state("in_progress")),
        H.done()
      ])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust("10 seconds")
      gate.open()
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(times, [0, 10_000])
    })
  )

  it.scoped("a run that is over at its first poll costs one request", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created("succeeded"), H.done()])
      const response = yield* lumnis.invoke("hi", { userId: "ada" })
      assert.strictEqual(response.output_text, "Done.")
      assert.strictEqual(server.requests.length, 2)
    })
  )

  it.scoped("interval and wait are the call's, else the client's, in whole seconds", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make([H.state("queued"), H.done(), H.done(), H.done()], {
        wait: "20 seconds",
        pollInterval: "5 seconds"
      })
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response))
      yield* H.passSleep(5000)
      yield* Fiber.join(fiber)
      yield* lumnis.attach(H.ids.response, { wait: 1500 })
      yield* lumnis.attach(H.ids.response, { wait: 0 })
      assert.deepStrictEqual(times.slice(0, 2), [0, 5000])
      assert.deepStrictEqual(
        paths(server).map((path) => path.split("?")[1]),
        ["wait=20", "wait=20", "wait=2", undefined]
      )
    })
  )

  for (const status of [400, 422]) {
    it.scoped(`a server that answers ${status} to wait is asked without it from then on`, () =>
      Effect.gen(function* () {
        const { lumnis, server, times } = yield* H.make([
          FaultServer.json({ detail: "unknown parameter wait" }, { status }),
          H.state("in_progress"),
          H.done()
        ])
        const fiber = yield* Effect.fork(lumnis.attach(H.ids.response))
        yield* server.awaitRequests(2)
        yield* H.passSleep(2000)
        yield* Fiber.join(fiber)
        assert.deepStrictEqual(paths(server), [held, plain, plain])
        assert.deepStrictEqual(times, [0, 0, 2000])
      })
    )
  }

  it.scoped("a poll that times out is repeated without wait", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make([FaultServer.never, H.done()])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response, { retry: false }))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(29_999)
      assert.strictEqual(server.requests.length, 1)
      yield* TestClock.adjust(1)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(paths(server), [held, plain])
      assert.deepStrictEqual(times, [0, 30_000])
    })
  )

  it.scoped("a long wait extends the limit of the attempt by a margin", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make([FaultServer.never, H.done()])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response, { wait: "120 seconds", retry: false }))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(134_999)
      yield* TestClock.adjust(1)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(times, [0, 135_000])
    })
  )

  for (const [wait, limit] of [
    [40, 55_000],
    [5, 30_000]
  ] as const) {
    it.scoped(`responses.get with wait: ${wait} may take ${limit} ms an attempt`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* H.make([FaultServer.never])
        const get = lumnis.responses.get(H.ids.response, { wait }, { retry: false })
        const fiber = yield* Effect.fork(Effect.flip(get))
        yield* server.awaitRequests(1)
        yield* TestClock.adjust(limit - 1)
        assert.strictEqual((yield* Fiber.poll(fiber))._tag, "None")
        yield* TestClock.adjust(1)
        assert.strictEqual((yield* Fiber.join(fiber))._tag, "TimeoutError")
      })
    )
  }

  it.scoped("a limit that the call gives wins over its wait", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never])
      const get = lumnis.responses.get(H.ids.response, { wait: 40 }, { retry: false, timeout: 5000 })
      const fiber = yield* Effect.fork(Effect.flip(get))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(5000)
      assert.strictEqual((yield* Fiber.join(fiber))._tag, "TimeoutError")
    })
  )

  it.scoped("a call that blocks until it is done (wait: true) has no attempt limit", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never])
      const create = lumnis.messaging.createBatchDrafts(
        {
          user_id: "ada",
          wait: true,
          prospects: [{ external_id: "p1", name: "Bob" }],
          channel: "email",
          project_id: "p"
        },
        { retry: false, overallTimeout: 100_000 }
      )
      const fiber = yield* Effect.fork(Effect.flip(create))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust(99_999)
      assert.strictEqual((yield* Fiber.poll(fiber))._tag, "None")
      yield* TestClock.adjust(1)
      yield* Fiber.join(fiber)
    })
  )

  for (const [status, tag] of [
    [401, "AuthenticationError"],
    [403, "PermissionDeniedError"],
    [404, "NotFoundError"],
    [409, "ConflictError"],
    [501, "ServerError"]
  ] as const) {
    it.scoped(`a ${status} while waiting ends the wait without another poll`, () =>
      Effect.gen(function* () {
        const { lumnis, server } = yield* H.make([FaultServer.json({ message: "no" }, { status })])
        const error = yield* Effect.flip(lumnis.attach(H.ids.response))
        assert.strictEqual(error._tag, tag)
        assert.deepStrictEqual(paths(server), [held])
      })
    )
  }

  it.scoped("a 503 while waiting is retried by the client's policy, with wait", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make([FaultServer.respond(503), H.done()])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response))
      yield* H.passSleep(500)
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(paths(server), [held, held])
      assert.deepStrictEqual(times, [0, 500])
    })
  )

  it.scoped("a status that is not known does not end the wait, unless the run has an end", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([
        H.state("paused_for_review"),
        H.state("expired", [], { completed_at: "2025-09-14T19:28:01Z", error: { message: "too old" } })
      ])
      const fiber = yield* Effect.fork(Effect.flip(lumnis.attach(H.ids.response)))
      yield* server.awaitRequests(1)
      yield* H.passSleep(100)
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "RunFailedError")
      assert.match(error.message, /too old/)
    })
  )
})

describe("deadlines", () => {
  it.scoped("end a sleep between polls, exactly, and say how to continue", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created(), H.state("queued"), H.done()])
      const fiber = yield* Effect.fork(Effect.either(lumnis.invoke("hi", { userId: "ada", deadline: "1500 millis" })))
      yield* server.awaitRequests(2)
      yield* H.awaitSleep(2000)
      yield* TestClock.adjust(1499)
      assert.isNull(yield* Fiber.poll(fiber).pipe(Effect.map((exit) => (exit._tag === "None" ? null : exit))))
      yield* TestClock.adjust(1)
      const result = yield* Fiber.join(fiber)
      assert.isTrue(Either.isLeft(result))
      if (Either.isRight(result) || result.left._tag !== "WaitTimeoutError")
        return assert.fail("expected WaitTimeoutError")
      assert.strictEqual(result.left.responseId, H.ids.response)
      assert.strictEqual(result.left.threadId, H.ids.thread)
      assert.strictEqual(result.left.elapsed, 1500)
      assert.match(result.left.message, /is not finished after 1s 500ms \(status queued\)$/)
      assert.match(result.left.hint ?? "", /attach\(responseId\)/)
      const response = yield* lumnis.attach(H.ids.response)
      assert.strictEqual(response.output_text, "Done.")
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", held, held])
    })
  )

  it.scoped("end a poll that the server holds, and close its socket", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never])
      const fiber = yield* Effect.fork(Effect.flip(lumnis.attach(H.ids.response, { deadline: "5 seconds" })))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust("5 seconds")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "WaitTimeoutError")
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("count from the start of the call", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lumnis, server } = yield* H.make([FaultServer.after(gate.opened, H.created()), FaultServer.never])
      const fiber = yield* Effect.fork(Effect.flip(lumnis.invoke("hi", { userId: "ada", deadline: "5 seconds" })))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust("4 seconds")
      gate.open()
      yield* server.awaitRequests(2)
      yield* TestClock.adjust("1 seconds")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "WaitTimeoutError")
      assert.strictEqual(yield* Clock.currentTimeMillis, 5000)
    })
  )

  it.scoped("that pass before the run exists are the timeout of the call", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never])
      const fiber = yield* Effect.fork(Effect.flip(lumnis.invoke("hi", { userId: "ada", deadline: "5 seconds" })))
      yield* server.awaitRequests(1)
      yield* TestClock.adjust("5 seconds")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "TimeoutError")
      assert.strictEqual(error._tag === "TimeoutError" && error.timeout, "overall")
    })
  )

  it.scoped("cancel the run when asked to", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([
        FaultServer.never,
        FaultServer.json({ status: "cancelled", message: "ok" })
      ])
      const fiber = yield* Effect.fork(
        Effect.flip(lumnis.attach(H.ids.response, { deadline: "5 seconds", cancelOnDeadline: true }))
      )
      yield* server.awaitRequests(1)
      yield* TestClock.adjust("5 seconds")
      const error = yield* Fiber.join(fiber)
      assert.strictEqual(error._tag, "WaitTimeoutError")
      assert.match(error.hint ?? "", /was asked to stop/)
      assert.deepStrictEqual(paths(server), [held, cancel])
    })
  )
})

describe("interruption", () => {
  it.scoped("stops the asking and leaves the run alone", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created(), FaultServer.never])
      const fiber = yield* Effect.fork(lumnis.invoke("hi", { userId: "ada" }))
      yield* server.awaitRequests(2)
      yield* Fiber.interrupt(fiber)
      yield* server.awaitOpenSockets(0)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", held])
    })
  )

  it.scoped("cancels the run when asked to, once", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([
        H.created(),
        FaultServer.never,
        FaultServer.json({ status: "cancelled", message: "ok" })
      ])
      const fiber = yield* Effect.fork(lumnis.invoke("hi", { userId: "ada", cancelOnInterrupt: true }))
      yield* server.awaitRequests(2)
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", held, cancel])
    })
  )

  it.scoped("cancels a run whose id was not known yet, once it is", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lumnis, server } = yield* H.make([
        FaultServer.after(gate.opened, H.created()),
        FaultServer.json({ status: "cancelled", message: "ok" })
      ])
      const fiber = yield* Effect.fork(lumnis.invoke("hi", { userId: "ada", cancelOnInterrupt: true }))
      yield* server.awaitRequests(1)
      const interrupting = yield* Effect.fork(Fiber.interrupt(fiber))
      yield* H.awaitSleep(5000)
      gate.open()
      yield* Fiber.join(interrupting)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", cancel])
    })
  )

  it.scoped("is not held up for ever by a server that does not say which run it started", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never])
      const fiber = yield* Effect.fork(lumnis.invoke("hi", { userId: "ada", cancelOnInterrupt: true }))
      yield* server.awaitRequests(1)
      const interrupting = yield* Effect.fork(Fiber.interrupt(fiber))
      yield* H.awaitSleep(5000)
      yield* TestClock.adjust(5000)
      yield* Fiber.join(interrupting)
      yield* server.awaitOpenSockets(0)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses"])
    })
  )

  it.scoped("while the run is being started asks no more, and cancels nothing unless asked to", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never])
      const fiber = yield* Effect.fork(lumnis.invoke("hi", { userId: "ada" }))
      yield* server.awaitRequests(1)
      yield* Fiber.interrupt(fiber)
      yield* server.awaitOpenSockets(0)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses"])
    })
  )

  it.scoped("is not held up for ever by a server that does not answer the cancel", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([FaultServer.never, FaultServer.never])
      const fiber = yield* Effect.fork(lumnis.attach(H.ids.response, { cancelOnInterrupt: true }))
      yield* server.awaitRequests(1)
      const interrupting = yield* Effect.fork(Fiber.interrupt(fiber))
      yield* server.awaitRequests(2)
      yield* H.awaitSleep(5000)
      yield* TestClock.adjust(5000)
      yield* Fiber.join(interrupting)
    })
  )

  it.scoped("of a run that is over cancels nothing", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.done()])
      yield* lumnis.attach(H.ids.response, { cancelOnInterrupt: true })
      assert.deepStrictEqual(paths(server), [held])
    })
  )

  it.scoped("a stream closed early stops the asking", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([
        H.created(),
        H.state("in_progress", [{ state: "processing", message: "Agent thinking..." }])
      ])
      const updates = yield* lumnis.invokeStream("hi", { userId: "ada" }).pipe(Stream.take(2), Stream.runCollect)
      assert.deepStrictEqual(
        Chunk.toReadonlyArray(updates).map(({ _tag }) => _tag),
        ["Started", "Progress"]
      )
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", held])
    })
  )

  it.scoped("a stream closed before its first look cancels the run when asked to", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([H.created(), FaultServer.json({ status: "cancelled", message: "ok" })])
      yield* lumnis.invokeStream("hi", { userId: "ada", cancelOnInterrupt: true }).pipe(Stream.take(1), Stream.runDrain)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", cancel])
    })
  )

  it.scoped("a stream closed early cancels the run when asked to", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([
        H.created(),
        H.state("in_progress", [{ state: "processing", message: "Agent thinking..." }]),
        FaultServer.json({ status: "cancelled", message: "ok" })
      ])
      yield* lumnis.invokeStream("hi", { userId: "ada", cancelOnInterrupt: true }).pipe(Stream.take(2), Stream.runDrain)
      assert.deepStrictEqual(paths(server), ["POST /v1/responses", held, cancel])
    })
  )

  it.scoped("a wait with a deadline ends at once when a call beside it fails", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { lumnis, server } = yield* H.make(() => FaultServer.after(gate.opened, H.done()))
      const failing = Effect.zipRight(server.awaitRequests(1), Effect.fail("no more" as const))
      const both = Effect.all([lumnis.attach(H.ids.response, { deadline: "1 minute" }), failing], {
        concurrency: "unbounded"
      })
      assert.strictEqual(yield* Effect.flip(both), "no more")
      gate.open()
    })
  )
})
