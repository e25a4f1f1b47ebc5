import { inspect } from "node:util"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { driven, each, failure, nextWait, node, transports, turn } from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Redacted from "effect/Redacted"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as ObjectTransfer from "../src/ObjectTransfer.js"

const signature = "0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0"
const query = `X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Date=20300101T000000Z&X-Amz-Expires=43200&X-Amz-Signature=${signature}`
const urlOf = (server: FaultServer.FaultServer, more = ""): string => `${server.url}/bucket/key.luml?${query}${more}`
const fixed = (server: FaultServer.FaultServer) => ObjectTransfer.fixedUrl(urlOf(server))

const bytes = (length: number): Uint8Array => Uint8Array.from({ length }, (_, i) => (i * 7 + (i >> 8)) % 251)

const make = (options: Partial<ObjectTransfer.Options> = {}) =>
  ObjectTransfer.make({
    platform: "luml",
    retry: { jitter: "none", baseDelay: 100, maxRetries: 3 },
    // So that the only waits are those before repeats.
    idleTimeout: Duration.infinity,
    ...options
  })

const chunked = (...pieces: ReadonlyArray<Uint8Array>) => ({
  size: pieces.reduce((sum, piece) => sum + piece.length, 0),
  chunks: async function* () {
    yield* pieces
  },
  failed: (cause: unknown) => cause
})

const collected = <E, R>(stream: Stream.Stream<Uint8Array, E, R>) =>
  Effect.map(Stream.runCollect(stream), (chunks) => Buffer.concat([...chunks]))

const s3Error = (status: number, code: string, message = "no") =>
  FaultServer.respond(status, {
    headers: { "content-type": "application/xml" },
    body: `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${message}</Message><StringToSign>${signature}</StringToSign></Error>`
  })

/** Answers like a store that honours ranges. */
const ranged =
  (content: Uint8Array) =>
  (request: FaultServer.RecordedRequest): FaultServer.Answer => {
    const [, from = "0", to = ""] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? "") ?? []
    if (request.headers.range === undefined)
      return FaultServer.respond(200, { headers: { etag: '"e1"' }, body: content })
    if (Number(from) >= content.length) {
      return FaultServer.respond(416, { headers: { "content-range": `bytes */${content.length}` } })
    }
    const end = to === "" ? content.length - 1 : Math.min(Number(to), content.length - 1)
    return FaultServer.respond(206, {
      headers: { "content-range": `bytes ${from}-${end}/${content.length}`, etag: '"e1"' },
      body: content.slice(Number(from), end + 1)
    })
  }

describe("sending", () => {
  each("a streamed body keeps its length and carries no credential", () =>
    Effect.gen(function* () {
      const content = bytes(300_000)
      const server = yield* FaultServer.make([FaultServer.respond(200, { headers: { etag: '"abc"' } })])
      const storage = yield* make()
      const answer = yield* storage.send({
        method: "PUT",
        url: fixed(server),
        operation: "uploadPart",
        body: chunked(content.subarray(0, 100_000), content.subarray(100_000)),
        headers: { "content-md5": "x" }
      })
      const request = server.requests[0]!
      assert.strictEqual(answer.headers["etag"], '"abc"')
      assert.deepStrictEqual(Buffer.from(request.body), Buffer.from(content))
      assert.strictEqual(request.headers["content-length"], "300000")
      assert.isUndefined(request.headers["transfer-encoding"])
      assert.isUndefined(request.headers["authorization"])
      assert.strictEqual(request.headers["content-md5"], "x")
    })
  )

  for (const [name, layer] of transports.filter(([name]) => name !== "FetchHttpClient")) {
    it.scoped(`a store that does not read stops the body from being read ahead (${name})`, () =>
      Effect.gen(function* () {
        const gate = FaultServer.gate()
        const pieces = 512
        let read = 0
        const server = yield* FaultServer.make(() => FaultServer.after(gate.opened, FaultServer.close), {
          readBody: false
        })
        const storage = yield* make({ retry: false })
        const call = yield* Effect.fork(
          Effect.flip(
            storage.send({
              method: "PUT",
              url: fixed(server),
              operation: "put",
              body: {
                size: pieces * 256 * 1024,
                chunks: async function* () {
                  for (; read < pieces; read++) yield new Uint8Array(256 * 1024)
                },
                failed: (cause) => cause
              }
            })
          )
        )
        yield* server.awaitRequestHeads(1)
        for (let turns = 0; turns < 1_000; turns++) yield* turn
        assert.isAbove(read, 0)
        assert.isBelow(read, pieces / 4)
        gate.open()
        yield* Fiber.join(call)
      }).pipe(Effect.provide(layer))
    )
  }

  node("a storm of 503 is waited out and the whole body is sent again each time", () =>
    Effect.gen(function* () {
      const content = bytes(50_000)
      const server = yield* FaultServer.make([
        s3Error(503, "SlowDown"),
        s3Error(500, "InternalError"),
        s3Error(400, "BadDigest"),
        FaultServer.respond(200)
      ])
      const storage = yield* make()
      const { exit, waits } = yield* driven(
        storage.send({
          method: "PUT",
          url: fixed(server),
          operation: "put",
          body: chunked(content)
        })
      )
      assert.strictEqual(exit._tag, "Success")
      assert.deepStrictEqual(waits, [100, 200, 400])
      assert.deepStrictEqual(
        server.requests.map((request) => request.body.length),
        [50_000, 50_000, 50_000, 50_000]
      )
    })
  )

  node("a request that must not be repeated is sent once", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([s3Error(503, "SlowDown")])
      const storage = yield* make()
      const error = yield* failure(
        storage.send({
          method: "POST",
          url: fixed(server),
          operation: "complete",
          body: { bytes: bytes(3) },
          repeatable: false
        })
      )
      assert.strictEqual(error._tag, "ServerError")
      assert.strictEqual(server.requests.length, 1)
    })
  )

  node("the caller's own failure while the body is read is that failure, and is not repeated", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(200)])
      const storage = yield* make()
      const broken = {
        size: 20,
        chunks: async function* () {
          yield bytes(10)
          throw new Error("ENODEV")
        },
        failed: () => "disk gone" as const
      }
      const error = yield* failure(storage.send({ method: "PUT", url: fixed(server), operation: "put", body: broken }))
      assert.strictEqual(error, "disk gone")
      assert.isAtMost(server.requests.length, 1)
    })
  )

  node("a store that takes no byte and says nothing ends in a time-out", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([{ _tag: "never" }])
      const storage = yield* make({ retry: false, idleTimeout: 5_000 })
      const fiber = yield* Effect.fork(
        failure(storage.send({ method: "PUT", url: fixed(server), operation: "put", body: { bytes: bytes(10) } }))
      )
      assert.strictEqual(yield* nextWait, 5_000)
      yield* TestClock.adjust(5_000)
      const error = yield* Fiber.join(fiber)
      assert.propertyVal(error, "_tag", "TimeoutError")
      assert.propertyVal(error, "timeout", "idle")
    })
  )

  node("where nothing may interrupt it, a call ends with its answer and not with its time limit", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(204)])
      const storage = yield* make({ idleTimeout: 60_000 })
      yield* Effect.uninterruptible(storage.remove({ url: fixed(server), operation: "delete" }))
      assert.strictEqual(yield* TestClock.currentTimeMillis, 0)
    })
  )
})

describe("signed URLs", () => {
  node("a refused URL is renewed and the request sent again with the new one", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        s3Error(403, "AccessDenied", "Request has expired"),
        FaultServer.respond(200)
      ])
      const storage = yield* make()
      let current = Redacted.make(urlOf(server))
      yield* storage.send({
        method: "PUT",
        url: {
          current: Effect.sync(() => current),
          renew: () =>
            Effect.sync(() => {
              current = Redacted.make(urlOf(server, "&renewed=1"))
              return current
            })
        },
        operation: "put",
        body: { bytes: bytes(5) }
      })
      assert.deepStrictEqual(
        server.requests.map((request) => request.url.includes("renewed=1")),
        [false, true]
      )
    })
  )

  node("a URL that says it has run out is renewed before it is used", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(200)])
      const storage = yield* make()
      yield* TestClock.setTime(Date.UTC(2030, 0, 1, 12, 0, 0))
      yield* storage.send({
        method: "PUT",
        url: {
          current: Effect.succeed(Redacted.make(urlOf(server))),
          renew: () => Effect.succeed(Redacted.make(`${server.url}/bucket/key.luml?fresh=1`))
        },
        operation: "put",
        body: { bytes: bytes(5) }
      })
      assert.deepStrictEqual(
        server.requests.map((request) => request.url),
        ["/bucket/key.luml?fresh=1"]
      )
    })
  )

  node("a clock by which new URLs are over, too, is not believed again", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(200))
      const storage = yield* make()
      yield* TestClock.setTime(Date.UTC(2031, 0, 1))
      let renewed = 0
      const url = Redacted.make(urlOf(server))
      const call = {
        method: "PUT",
        url: {
          current: Effect.succeed(url),
          renew: () =>
            Effect.sync(() => {
              renewed++
              return url
            })
        },
        operation: "put",
        body: { bytes: bytes(5) }
      } as const
      for (let n = 0; n < 3; n++) yield* storage.send(call)
      assert.strictEqual(renewed, 1)
      assert.strictEqual(server.requests.length, 3)
    })
  )

  node("renewing ends when new URLs are refused too", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => s3Error(403, "SignatureDoesNotMatch"))
      const storage = yield* make()
      const url = Redacted.make(urlOf(server))
      const error = yield* failure(
        storage.remove({ url: { current: Effect.succeed(url), renew: () => Effect.succeed(url) }, operation: "delete" })
      )
      assert.strictEqual(error._tag, "PermissionDeniedError")
      assert.strictEqual(error.code, "SignatureDoesNotMatch")
      assert.strictEqual(server.requests.length, 3)
    })
  )

  node("no part of a signed URL stands in an error", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        s3Error(403, "AccessDenied", `bad ${signature}`),
        FaultServer.resetAfter(1, { body: "abc" })
      ])
      const storage = yield* make({ retry: false })
      const rejected = yield* failure(storage.remove({ url: fixed(server), operation: "delete" }))
      const reset = yield* failure(collected(storage.read({ url: fixed(server), operation: "download" })))
      const bad = yield* failure(
        storage.remove({ url: ObjectTransfer.fixedUrl(`ftp://host/key?${query}`), operation: "delete" })
      )
      for (const error of [rejected, reset, bad]) {
        const shown = `${inspect(error, { depth: 9 })} ${JSON.stringify(error)} ${error.message} ${error.stack}`
        assert.notInclude(shown, signature)
        assert.notInclude(shown, "key.luml")
      }
    })
  )

  it("expiry is read from every kind of signature", () => {
    assert.strictEqual(
      ObjectTransfer.expiryOf(`https://h/k?X-Amz-Date=20251122T101500Z&X-Amz-Expires=60`),
      Date.UTC(2025, 10, 22, 10, 16)
    )
    assert.strictEqual(
      ObjectTransfer.expiryOf("https://h/k?se=2025-11-22T10:15:00Z&sig=x"),
      Date.UTC(2025, 10, 22, 10, 15)
    )
    assert.strictEqual(ObjectTransfer.expiryOf("https://h/k?Expires=1000&Signature=x"), 1_000_000)
    assert.isUndefined(ObjectTransfer.expiryOf("https://h/k?Expires=1000"))
    assert.strictEqual(
      ObjectTransfer.expiryOf("https://h/k?X-Goog-Date=20251122T101500Z&X-Goog-Expires=60"),
      Date.UTC(2025, 10, 22, 10, 16)
    )
    for (const half of ["X-Amz-Expires=60", "X-Amz-Date=20251122T101500Z", "X-Amz-Date=soon&X-Amz-Expires=60"]) {
      assert.isUndefined(ObjectTransfer.expiryOf(`https://h/k?${half}`), half)
    }
    assert.isUndefined(ObjectTransfer.expiryOf("no url"))
  })
})

describe("reading", () => {
  const content = bytes(400_000)

  each("a part is exactly the part that was asked for", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(ranged(content))
      const storage = yield* make()
      const part = yield* collected(
        storage.read({ url: fixed(server), operation: "get", offset: 1_000, length: 70_000 })
      )
      assert.deepStrictEqual(part, Buffer.from(content.slice(1_000, 71_000)))
      assert.strictEqual(server.requests[0]!.headers.range, "bytes=1000-70999")
    })
  )

  node("a store without ranges costs the bytes before the part, which are dropped", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(200, { body: content }))
      const storage = yield* make()
      const part = yield* collected(storage.read({ url: fixed(server), operation: "get", offset: 100_001, length: 5 }))
      assert.deepStrictEqual(part, Buffer.from(content.slice(100_001, 100_006)))
      assert.deepStrictEqual(yield* storage.probe({ url: fixed(server), operation: "probe" }), {
        size: 400_000,
        etag: undefined,
        ranges: false
      })
    })
  )

  node("a body that breaks off is read on from the byte it stopped at, if it is still the same object", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request, index) =>
        index === 0
          ? FaultServer.closeAfter(150_000, { headers: { etag: '"e1"' }, body: content })
          : index === 1
            ? FaultServer.closeAfter(10_000, {
                status: 206,
                headers: { "content-range": `bytes 150000-399999/400000`, etag: '"e1"' },
                body: content.slice(150_000)
              })
            : ranged(content)(request)
      )
      const storage = yield* make()
      const { exit } = yield* driven(collected(storage.read({ url: fixed(server), operation: "get" })))
      assert.strictEqual(exit._tag, "Success")
      if (exit._tag === "Success") assert.deepStrictEqual(exit.value, Buffer.from(content))
      assert.deepStrictEqual(
        server.requests.map((request) => request.headers.range),
        [undefined, "bytes=150000-399999", "bytes=160000-399999"]
      )
      assert.strictEqual(server.requests[1]!.headers["if-match"], '"e1"')
    })
  )

  for (const [store, answers] of [
    [
      "with ranges",
      (request: FaultServer.RecordedRequest): FaultServer.Answer => {
        const from = Number(/^bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0)
        const left = content.slice(from)
        const headers = { etag: '"e1"' }
        const ranges = { status: 206, headers: { ...headers, "content-range": `bytes ${from}-399999/400000` } }
        return FaultServer.closeAfter(Math.min(50_000, left.length), {
          ...(from === 0 ? { headers } : ranges),
          body: left
        })
      }
    ],
    [
      "without ranges",
      ({ index }: FaultServer.RecordedRequest): FaultServer.Answer =>
        FaultServer.closeAfter(Math.min(50_000 * (index + 1), content.length), { body: content })
    ]
  ] as const) {
    node(`a download that breaks off after progress, more often than a retry is allowed, ends (${store})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(answers)
        const storage = yield* make({ retry: { jitter: "none", baseDelay: 0, maxRetries: 1 } })
        const { exit } = yield* driven(collected(storage.read({ url: fixed(server), operation: "get" })))
        assert.strictEqual(exit._tag, "Success")
        if (exit._tag === "Success") assert.isTrue(Buffer.from(content).equals(exit.value))
        assert.isAtLeast(server.requests.length, 8)
      })
    )
  }

  node("another part than the one asked for is no answer", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(206, { headers: { "content-range": "bytes 0-9/400000" }, body: content.slice(0, 10) })
      ])
      const storage = yield* make({ retry: false })
      const error = yield* failure(
        collected(storage.read({ url: fixed(server), operation: "get", offset: 10, length: 10 }))
      )
      assert.propertyVal(error, "reason", "invalid")
    })
  )

  node("an empty object and an empty part are no bytes and no error", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(ranged(new Uint8Array(0)))
      const storage = yield* make()
      assert.strictEqual((yield* collected(storage.read({ url: fixed(server), operation: "get" }))).length, 0)
      assert.strictEqual(
        (yield* collected(storage.read({ url: fixed(server), operation: "get", length: 0 }))).length,
        0
      )
      assert.strictEqual(server.requests.length, 1)
      assert.deepStrictEqual(yield* storage.probe({ url: fixed(server), operation: "probe" }), {
        size: 0,
        etag: undefined,
        ranges: true
      })
    })
  )

  node("a reader that stops early closes the socket", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(200, { body: Buffer.alloc(8_000_000, 7) }))
      const storage = yield* make()
      const first = yield* Stream.runCollect(Stream.take(storage.read({ url: fixed(server), operation: "get" }), 1))
      assert.strictEqual(Chunk.size(first), 1)
      yield* server.awaitOpenSockets(0)
    })
  )
})
