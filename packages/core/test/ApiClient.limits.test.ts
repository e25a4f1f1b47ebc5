/** What one answer may cost: bytes in memory, attempts, time. */
import { gzipSync } from "node:zlib"
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import { assert, describe } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, driven, each, failure, getThing, node, operation, thing } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as ApiClient from "../src/ApiClient.js"
import * as NodeTransport from "../src/node/NodeTransport.js"

const bomb = gzipSync(Buffer.alloc(8 * 1024 * 1024, " "))
const gzip = { headers: { "content-type": "application/json", "content-encoding": "gzip" } }

describe("a body that is decoded into memory", () => {
  each(
    "stops at maxResponseBytes when gzip hides its size, and is not retried",
    () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => FaultServer.respond(200, { ...gzip, body: bomb }))
        const api = yield* client(server, { maxResponseBytes: 1024 * 1024 })
        const error = yield* failure(api.request(getThing, ["1"]))
        assert.deepInclude(error, { _tag: "DecodeError", code: "RESPONSE_TOO_LARGE", attempts: 1, category: "decode" })
        assert.lengthOf(server.requests, 1)
      }),
    ["layerUndici"]
  )

  each("stops at once when Content-Length says that it is too large", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ id: "1", kind: "x".repeat(4096) }))
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"], undefined, { maxResponseBytes: 1000 }))
      assert.deepInclude(error, { _tag: "DecodeError", code: "RESPONSE_TOO_LARGE" })
      assert.deepStrictEqual(yield* api.request(getThing, ["1"], undefined, { maxResponseBytes: 10_000 }), {
        id: "1",
        kind: "x".repeat(4096)
      })
    })
  )

  each("is whole when it arrives in chunks, with characters cut between them", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => {
        const channel = FaultServer.channel()
        const bytes = Buffer.from(JSON.stringify({ id: "\u00e9\u20ac\ud83d\ude00", kind: "big" }))
        for (const byte of bytes) channel.push(Buffer.of(byte))
        channel.end()
        return FaultServer.controlled(channel, { headers: { "content-type": "application/json" } })
      })
      const api = yield* client(server)
      assert.strictEqual((yield* api.request(getThing, ["1"])).id, "\u00e9\u20ac\ud83d\ude00")
    })
  )

  node("a stream has no limit", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(200, { body: "x".repeat(4096) }))
      const api = yield* client(server, { maxResponseBytes: 10 })
      const download = operation(thing, { response: "bytes" })
      const size = yield* Stream.runFold(api.stream(download, ["1"]), 0, (sum, chunk) => sum + chunk.length)
      assert.strictEqual(size, 4096)
    })
  )

  node("the body of an error is cut after a megabyte and stays the error of its status", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(403, { ...gzip, body: bomb }))
      const api = yield* client(server)
      assert.deepInclude(yield* failure(api.request(getThing, ["1"])), { _tag: "PermissionDeniedError", status: 403 })
    })
  )
})

describe("a success that cannot be decoded", () => {
  node("keeps the whole body reachable, also a secret that is shown once", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(200, { body: '{"api_key": "once-only"' })])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.strictEqual(error._tag, "DecodeError")
      if (error._tag !== "DecodeError" || error.rawBody === undefined) return assert.fail("no raw body")
      assert.strictEqual(Redacted.value(error.rawBody), '{"api_key": "once-only"')
      assert.notInclude(JSON.stringify(error), "once-only")
    })
  )
})

describe("a request of which no byte was sent", () => {
  node("is retried whatever its method", () =>
    Effect.gen(function* () {
      const port = yield* FaultServer.refusedPort
      const api = yield* ApiClient.make({
        platform: "acme",
        baseUrl: `http://127.0.0.1:${port}`,
        credential: { _tag: "None" },
        timeout: Number.POSITIVE_INFINITY,
        retry: { jitter: "none", baseDelay: 100 }
      })
      const { exit, waits } = yield* driven(failure(api.request(createThing, [], { kind: "big" })))
      assert.isTrue(Exit.isSuccess(exit))
      assert.deepStrictEqual(waits, [100, 200, 400])
    }).pipe(Effect.provide(NodeTransport.layer()))
  )

  node("a POST whose connection broke after sending is not", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.reset)
      const api = yield* client(server)
      assert.deepInclude(yield* failure(api.request(createThing, [], { kind: "big" })), { attempts: 1 })
      assert.lengthOf(server.requests, 1)
    })
  )
})

describe("a client with filterStatusOk", () => {
  node("fails with the error of the status, and a POST is sent once", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ detail: "no" }, { status: 422 }))
      const http = HttpClient.filterStatusOk(yield* HttpClient.HttpClient)
      const api = yield* Effect.provideService(client(server), HttpClient.HttpClient, http)
      const error = yield* failure(api.request(createThing, [], { kind: "big" }))
      assert.deepInclude(error, { _tag: "ValidationError", status: 422, serverMessage: "no", attempts: 1 })
      assert.lengthOf(server.requests, 1)
    }).pipe(Effect.provide(FetchHttpClient.layer))
  )
})
