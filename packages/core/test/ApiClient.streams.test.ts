import { describe, expect } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, download, driven, each, failure, getThing, nextWait, node, turn, watch } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Queue from "effect/Queue"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import type * as Sse from "../src/Sse.js"

const text = (chunks: Iterable<Uint8Array>): string => Buffer.concat([...chunks]).toString()

const isDone = (event: Sse.SseEvent): boolean => event.event === "done"

/** Runs a stream into a queue, so that a test can wait for each element. */
const tapped = <A, E, R>(stream: Stream.Stream<A, E, R>) =>
  Effect.gen(function* () {
    const queue = yield* Queue.unbounded<A>()
    const fiber = yield* Effect.fork(Stream.runForEach(stream, (item) => Queue.offer(queue, item)))
    return { next: Queue.take(queue), fiber }
  })

const stillRunning = (fiber: Fiber.RuntimeFiber<unknown, unknown>) =>
  Effect.map(Effect.zipRight(turn, Fiber.poll(fiber)), Option.isNone)

describe("stream", () => {
  each("hands bytes on as they come", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server)
      const { fiber, next } = yield* tapped(api.stream(download, ["1"]))
      channel.push("first")
      expect(text([yield* next])).toBe("first")
      channel.push("second")
      expect(text([yield* next])).toBe("second")
      channel.end()
      yield* Fiber.join(fiber)
      expect(server.requests[0]?.headers["accept"]).toBe("*/*")
    })
  )

  each("an empty body is an empty stream", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(200), FaultServer.respond(204)])
      const api = yield* client(server)
      expect(text(yield* Stream.runCollect(api.stream(download, ["1"])))).toBe("")
      expect(text(yield* Stream.runCollect(api.stream(download, ["1"])))).toBe("")
    })
  )

  each("a cut is a StreamError with the facts of the answer, after the bytes before it", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.closeAfter(3, { body: "abcdef", headers: { "x-request-id": "r1" } })
      ])
      const api = yield* client(server)
      const seen: Array<Uint8Array> = []
      const error = yield* failure(
        Stream.runForEach(api.stream(download, ["1"]), (bytes) => Effect.sync(() => seen.push(bytes)))
      )
      expect(text(seen)).toBe("abc")
      expect(error).toMatchObject({
        _tag: "StreamError",
        reason: "cut",
        platform: "acme",
        operation: "download",
        method: "GET",
        path: "/v1/files/{id}",
        status: 200,
        requestId: "r1",
        attempts: 1
      })
      expect(error.message).toBe("GET /v1/files/{id}: the stream was cut before its end")
    })
  )

  each("silence is a StreamError at the exact instant, and every byte starts the wait anew", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server, { idleTimeout: "10 seconds" })
      const { fiber, next } = yield* tapped(api.stream(download, ["1"]))
      channel.push("a")
      yield* next
      yield* turn
      yield* TestClock.adjust(9999)
      channel.push("b")
      yield* next
      yield* turn
      yield* TestClock.adjust(9999)
      expect(yield* stillRunning(fiber)).toBe(true)
      yield* TestClock.adjust(1)
      expect(yield* failure(Fiber.join(fiber))).toMatchObject({ _tag: "StreamError", reason: "idle", elapsed: 19_999 })
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
    })
  )

  each("time the consumer takes is not silence", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server, { idleTimeout: 1000 })
      const seen: Array<string> = []
      const gate = yield* Queue.unbounded<void>()
      const fiber = yield* Effect.fork(
        Stream.runForEach(api.stream(download, ["1"]), (bytes) =>
          Effect.zipRight(
            Queue.take(gate),
            Effect.sync(() => seen.push(text([bytes])))
          )
        )
      )
      channel.push("a")
      yield* server.awaitRequests(1)
      yield* turn
      yield* TestClock.adjust(50_000)
      channel.end()
      yield* Queue.offer(gate, undefined)
      yield* Fiber.join(fiber)
      expect(seen).toEqual(["a"])
    })
  )

  each("leaving early releases the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server)
      channel.push("abc")
      expect(text(yield* Stream.runCollect(Stream.take(api.stream(download, ["1"]), 1)))).toBe("abc")
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
    })
  )

  each("interruption releases the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server)
      const { fiber, next } = yield* tapped(api.stream(download, ["1"]))
      channel.push("abc")
      yield* next
      yield* Fiber.interrupt(fiber)
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
    })
  )

  each("errors before the first byte are those of request, repeats included", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(503),
        FaultServer.reset,
        FaultServer.respond(200, { body: "ok" }),
        FaultServer.respond(401)
      ])
      const api = yield* client(server)
      const { exit, waits } = yield* driven(
        Stream.runCollect(api.stream(download, ["1"], undefined, { idleTimeout: 0 }))
      )
      expect(waits).toEqual([100, 200])
      expect(exit._tag === "Success" && text(exit.value)).toBe("ok")
      expect(yield* failure(Stream.runDrain(api.stream(download, ["1"])))).toMatchObject({
        _tag: "AuthenticationError"
      })
    })
  )

  node("the attempt's time ends with the head of the answer", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlled(channel)])
      const api = yield* client(server, { timeout: 1000, idleTimeout: "1 hour" })
      const { fiber, next } = yield* tapped(api.stream(download, ["1"]))
      channel.push("a")
      yield* next
      yield* TestClock.adjust("10 minutes")
      channel.push("b")
      expect(text([yield* next])).toBe("b")
      channel.end()
      yield* Fiber.join(fiber)
    })
  )
})

describe("events", () => {
  each("arrive as they come, and the terminal one ends the stream while the server keeps the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlledSse(channel)])
      const api = yield* client(server)
      const { fiber, next } = yield* tapped(api.events(watch, ["1"], undefined, { terminal: isDone }))
      channel.push("event: delta\ndata: 1\n\n")
      expect(yield* next).toMatchObject({ event: "delta", data: "1" })
      channel.push("event: done\ndata: 2\n\n")
      expect(yield* next).toMatchObject({ event: "done", data: "2" })
      yield* Fiber.join(fiber)
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
      expect(server.requests[0]?.headers["accept"]).toBe("text/event-stream")
    })
  )

  each("without a terminal event the end of the body is the end", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.sse("data: 1\n\ndata: 2\n\n")])
      const api = yield* client(server)
      const events = yield* Stream.runCollect(api.events(watch, ["1"]))
      expect([...events].map((event) => event.data)).toEqual(["1", "2"])
    })
  )

  each("a body that ends, or breaks, before the terminal event is a cut", () =>
    Effect.gen(function* () {
      const broken = FaultServer.channel()
      const server = yield* FaultServer.make([
        FaultServer.sse("data: 1\n\n", { headers: { "x-request-id": "r1" } }),
        FaultServer.controlledSse(broken)
      ])
      const api = yield* client(server)
      const events = api.events(watch, ["1"], undefined, { terminal: isDone })
      expect(yield* failure(Stream.runDrain(events))).toMatchObject({
        _tag: "StreamError",
        reason: "cut",
        status: 200,
        requestId: "r1",
        operation: "watch"
      })
      const { fiber, next } = yield* tapped(events)
      broken.push("data: 1\n\n")
      yield* next
      broken.reset()
      expect(yield* failure(Fiber.join(fiber))).toMatchObject({ _tag: "StreamError", reason: "cut" })
    })
  )

  each("silence counts events, not comments", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlledSse(channel)])
      const api = yield* client(server, { idleTimeout: 5000 })
      const { fiber, next } = yield* tapped(api.events(watch, ["1"], undefined, { terminal: isDone }))
      channel.push("data: 1\n\n")
      yield* next
      yield* turn
      yield* TestClock.adjust(3000)
      channel.push(": still here\n\n")
      yield* turn
      yield* TestClock.adjust(1999)
      expect(yield* stillRunning(fiber)).toBe(true)
      yield* TestClock.adjust(1)
      expect(yield* failure(Fiber.join(fiber))).toMatchObject({ _tag: "StreamError", reason: "idle", elapsed: 5000 })
      yield* server.awaitOpenSockets(0)
    })
  )

  each("the idle limit is on by default, at two minutes", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlledSse(channel)])
      const api = yield* client(server)
      const fiber = yield* Effect.fork(failure(Stream.runDrain(api.events(watch, ["1"]))))
      expect(yield* nextWait).toBe(120_000)
      yield* TestClock.adjust("2 minutes")
      expect(yield* Fiber.join(fiber)).toMatchObject({ reason: "idle" })
    })
  )

  each("take releases the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const server = yield* FaultServer.make([FaultServer.controlledSse(channel)])
      const api = yield* client(server)
      channel.push("data: 1\n\ndata: 2\n\n")
      const events = yield* Stream.runCollect(Stream.take(api.events(watch, ["1"]), 1))
      expect([...events]).toMatchObject([{ data: "1" }])
      yield* channel.closed
      yield* server.awaitOpenSockets(0)
    })
  )

  each("errors before the stream are typed", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(401, { body: `{"detail":"no"}` }),
        FaultServer.respond(404)
      ])
      const api = yield* client(server)
      expect(yield* failure(Stream.runDrain(api.events(watch, ["1"])))).toMatchObject({
        _tag: "AuthenticationError",
        message: "GET /v1/things/{id}/events: 401 no"
      })
      expect(yield* failure(Stream.runDrain(api.events(watch, ["1"])))).toMatchObject({
        _tag: "NotFoundError",
        identifier: "1"
      })
    })
  )

  each("a page or JSON with 200 is a DecodeError, not a stream without events", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(200, { body: "<html>", headers: { "content-type": "text/html; charset=utf-8" } }),
        FaultServer.json({ error: { message: "no quota" } })
      ])
      const api = yield* client(server)
      expect(yield* failure(Stream.runDrain(api.events(watch, ["1"])))).toMatchObject({
        _tag: "DecodeError",
        body: "<html>",
        message: "GET /v1/things/{id}/events: the answer is not an event stream (text/html; charset=utf-8)"
      })
      expect(yield* failure(Stream.runDrain(api.events(watch, ["1"])))).toMatchObject({
        body: { error: { message: "no quota" } }
      })
    })
  )

  node("an event stream under another type is still read", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.text("data: 1\n\n"),
        FaultServer.respond(200, { body: "data: 2\n\n" })
      ])
      const api = yield* client(server)
      expect([...(yield* Stream.runCollect(api.events(watch, ["1"])))]).toMatchObject([{ data: "1" }])
      expect([...(yield* Stream.runCollect(api.events(watch, ["1"])))]).toMatchObject([{ data: "2" }])
    })
  )

  each("after a stream the connection of a call is another one's business", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.sse("data: 1\n\n"),
        FaultServer.json({ id: "1", kind: "big" })
      ])
      const api = yield* client(server)
      yield* Stream.runDrain(api.events(watch, ["1"]))
      expect(yield* api.request(getThing, ["1"])).toMatchObject({ id: "1" })
    })
  )
})
