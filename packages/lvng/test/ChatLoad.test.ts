import { assert, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import { Emulator } from "@trilum/emulator"
import * as FaultServer from "@trilum/testing/FaultServer"
import { turn } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as H from "./support/harness.js"

const streams = 1000
const tokens = 25

/** The reply of the emulator to `[tokens=25]`. */
const expected = Array.from({ length: tokens }, (_, n) => `token${n}`).join(" ")

const listeners = (): number => process.eventNames().reduce((sum, name) => sum + process.listenerCount(name), 0)

/** Waits until the emulator has no open socket. */
const allClosed = (emulator: Effect.Effect.Success<ReturnType<typeof Emulator.make>>): Effect.Effect<void> =>
  Effect.gen(function* () {
    while ((yield* emulator.sockets) > 0) yield* turn
  })

describe("a thousand streams at once in one process", () => {
  it.live(
    "none fails or loses a delta, memory stays within bounds, and sockets and listeners are back where they were",
    () =>
      Effect.gen(function* () {
        const emulator = yield* Emulator.make({ pace: 0 })
        const before = listeners()
        const memory = process.memoryUsage.rss()
        let most = 0
        let largest = 0
        yield* Effect.scoped(
          Effect.gen(function* () {
            const transport = NodeTransport.layer({ maxConnectionsPerOrigin: streams })
            const lvng = yield* H.client(emulator.urls.lvng, { timeout: "2 minutes" }, transport)
            const replies = yield* Effect.forEach(
              Array.from({ length: streams }),
              (_, n) => lvng.chat.streamReply(`[tokens=${tokens}] number ${n}`),
              { concurrency: "unbounded" }
            )
            most = yield* emulator.sockets
            largest = process.memoryUsage.rss()
            assert.lengthOf(replies, streams)
            for (const { reply } of replies) assert.strictEqual(reply, expected)
          })
        )
        yield* allClosed(emulator)
        assert.strictEqual(listeners(), before)
        assert.lengthOf(yield* emulator.requests, streams)
        assert.isAtLeast(most, streams)
        // Client and emulator together.
        assert.isBelow((largest - memory) / 2 ** 20, 400)
      }).pipe(Effect.scoped),
    120_000
  )

  it.live("those that the consumer leaves early let go of their sockets", () =>
    Effect.gen(function* () {
      const emulator = yield* Emulator.make({ pace: 0 })
      const lvng = yield* H.client(emulator.urls.lvng)
      yield* Effect.forEach(
        Array.from({ length: 100 }),
        (_, n) => Stream.runDrain(Stream.take(lvng.streamChat(`[tokens=500] [stall] number ${n}`), 3)),
        { concurrency: "unbounded" }
      )
      yield* allClosed(emulator)
      assert.strictEqual((yield* lvng.chat.streamReply("[tokens=2]")).reply, "token0 token1")
    }).pipe(Effect.scoped)
  )

  it.live("fifty thousand deltas of one stream arrive, in order, as events and as a reply", () =>
    Effect.gen(function* () {
      const count = 50_000
      const wire = H.events(...Array.from({ length: count }, (_, n) => H.delta(`${n} `)), H.done)
      const server = yield* FaultServer.make(() => FaultServer.sse(wire))
      const lvng = yield* H.client(server.url)
      const { reply } = yield* lvng.chat.streamReply("hi")
      assert.strictEqual(reply, Array.from({ length: count }, (_, n) => `${n} `).join(""))
      assert.strictEqual(yield* Stream.runCount(lvng.streamChat("hi")), count + 1)
    }).pipe(Effect.scoped)
  )

  it.live("one event of eight megabytes arrives whole", () =>
    Effect.gen(function* () {
      const text = "é".repeat(4 * 1024 * 1024)
      const server = yield* FaultServer.make(() => FaultServer.sse(H.events(H.delta(text), H.done)))
      const lvng = yield* H.client(server.url)
      const { reply } = yield* lvng.chat.streamReply("hi")
      assert.strictEqual(reply.length, text.length)
    }).pipe(Effect.scoped)
  )
})
