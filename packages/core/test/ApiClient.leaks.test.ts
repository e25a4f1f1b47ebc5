import { describe, expect } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, download, getThing, node, turn, watch } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"

const body = `{"id":"1","kind":"big"}`

const timers = (): number => process.getActiveResourcesInfo().filter((kind) => kind === "Timeout").length

const listeners = (): number => process.eventNames().reduce((count, name) => count + process.listenerCount(name), 0)

/** What the server does, by the path of the request. */
const script = (request: FaultServer.RecordedRequest): FaultServer.Answer => {
  switch (request.url.split("/").at(-1)?.split("?")[0]) {
    case "ok":
      return FaultServer.respond(200, { body })
    case "gone":
      return FaultServer.respond(404, { body: "{}" })
    case "reset":
      return FaultServer.reset
    case "cut":
      return FaultServer.closeAfter(4, { body })
    case "garbage":
      return FaultServer.respond(200, { body: "<html>" })
    case "late":
      return FaultServer.never
    case "events":
      return FaultServer.sse("data: 1\n\ndata: 2\n\n")
    default:
      return FaultServer.respond(200, { body })
  }
}

describe("after 1,000 calls of every kind", () => {
  node("sockets, listeners and timers are back where they were", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(script)
      const api = yield* client(server, { retry: { maxRetries: 1, baseDelay: 0, jitter: "none" } })
      const interrupted = Effect.gen(function* () {
        const before = server.requests.length
        const fiber = yield* Effect.fork(api.request(getThing, ["late"]))
        yield* server.awaitRequestHeads(before + 1)
        yield* Fiber.interrupt(fiber)
      })
      const calls: ReadonlyArray<Effect.Effect<unknown, unknown>> = [
        api.request(getThing, ["ok"]),
        api.request(getThing, ["gone"]),
        api.request(getThing, ["reset"]),
        api.request(getThing, ["cut"]),
        api.request(getThing, ["garbage"]),
        api.request(createThing, [], { a: 1 }),
        api.request(createThing, [], { a: 1n }),
        Stream.runDrain(api.stream(download, ["ok"])),
        Stream.runDrain(Stream.take(api.events(watch, ["1"]), 1)),
        interrupted
      ]
      // What the first calls load and warm up for good is not a leak.
      for (const call of calls) yield* Effect.exit(call)
      yield* turn
      const before = { timers: timers(), listeners: listeners() }
      for (let round = 0; round < 100; round++) {
        for (const call of calls) yield* Effect.exit(call)
      }
      yield* turn
      yield* turn
      expect(server.requests.length).toBeGreaterThan(1000)
      expect(listeners()).toBe(before.listeners)
      expect(timers()).toBeLessThanOrEqual(before.timers + 1)
      // The pool keeps what one call after the other needs.
      expect(server.openSockets).toBeLessThanOrEqual(2)
    })
  )

  node("in flight together they end with no socket but the pool's", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(script)
      const api = yield* client(server, { retry: false })
      const ids = ["ok", "gone", "cut", "garbage", "ok"]
      yield* Effect.forEach(
        Array.from({ length: 500 }, (_, index) => ids[index % ids.length] ?? "ok"),
        (id) => Effect.exit(api.request(getThing, [id])),
        { concurrency: 32 }
      )
      const fibers = yield* Effect.forEach(Array.from({ length: 20 }), () =>
        Effect.fork(api.request(getThing, ["late"]))
      )
      yield* server.awaitRequests(520)
      yield* Fiber.interruptAll(fibers)
      const idle = server.openSockets
      expect(idle).toBeLessThanOrEqual(32)
      yield* api.request(getThing, ["ok"])
      expect(server.maxOpenSockets).toBeLessThanOrEqual(64)
    })
  )
})
