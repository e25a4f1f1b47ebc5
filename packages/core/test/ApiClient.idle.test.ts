import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, download, failure, transports, watch } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as NodeTransport from "../src/node/NodeTransport.js"

/** With the machine's clock the transport may keep time itself, so `TestClock` does not cover these reasons. */
describe("the reason of a stream that breaks, by the machine's clock", () => {
  const silent = (body: string) => FaultServer.make(() => FaultServer.stallAfter(body.length, { body: `${body}rest` }))

  for (const [name, layer] of transports) {
    it.scopedLive(`silence of bytes and of events is idle, not cut (${name})`, () =>
      Effect.gen(function* () {
        const server = yield* silent("data: a\n\n")
        const api = yield* client(server, { idleTimeout: 50, timeout: "10 seconds" })
        for (const stream of [Stream.drain(api.stream(download, ["1"])), Stream.drain(api.events(watch, ["1"]))]) {
          const error = yield* failure(Stream.runDrain(stream))
          assert.containSubset(error, { _tag: "StreamError", reason: "idle", category: "stream" })
        }
        yield* server.awaitOpenSockets(0)
      }).pipe(Effect.provide(layer))
    )

    it.scopedLive(`a connection that closes is cut, not idle (${name})`, () =>
      Effect.gen(function* () {
        const body = "data: a\n\n"
        const server = yield* FaultServer.make(() => FaultServer.closeAfter(body.length, { body: `${body}rest` }))
        const api = yield* client(server, { idleTimeout: "10 seconds" })
        for (const stream of [Stream.drain(api.stream(download, ["1"])), Stream.drain(api.events(watch, ["1"]))]) {
          const error = yield* failure(Stream.runDrain(stream))
          assert.containSubset(error, { _tag: "StreamError", reason: "cut" })
        }
      }).pipe(Effect.provide(layer))
    )
  }

  it.scopedLive("silence that the transport ends first is idle, not cut", () =>
    Effect.gen(function* () {
      const server = yield* silent("data: a\n\n")
      const api = yield* client(server, { idleTimeout: 0 })
      for (const stream of [Stream.drain(api.stream(download, ["1"])), Stream.drain(api.events(watch, ["1"]))]) {
        const error = yield* failure(Stream.runDrain(stream))
        assert.containSubset(error, { _tag: "StreamError", reason: "idle" })
      }
    }).pipe(Effect.provide(NodeTransport.layer({ bodyIdleTimeout: 50 })))
  )
})
