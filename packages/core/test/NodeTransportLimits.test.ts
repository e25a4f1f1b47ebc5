import * as Net from "node:net"
import * as Zlib from "node:zlib"
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import { selfSigned } from "@trilum/testing/certificate"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { ConnectionWait } from "../src/internal/connectionWait.js"
import { Connections } from "../src/internal/node/connections.js"

const codeOf = (cause: unknown): unknown => (cause instanceof Error && "code" in cause ? cause.code : undefined)

const setUp = (script: FaultServer.Script, options: NodeTransport.Options = {}) =>
  Effect.all({ server: FaultServer.make(script), client: NodeTransport.make({ proxy: false, ...options }) })

const text = (client: HttpClient.HttpClient, url: string) => Effect.flatMap(client.get(url), (_) => _.text)

/** A TCP server that accepts and never answers; counts its sockets. */
const silent = Effect.acquireRelease(
  Effect.promise(
    () =>
      new Promise<{ readonly port: number; readonly sockets: Set<Net.Socket>; readonly server: Net.Server }>(
        (resolve) => {
          const sockets = new Set<Net.Socket>()
          const server = Net.createServer((socket) => {
            sockets.add(socket)
            socket.on("error", () => {}).on("close", () => sockets.delete(socket))
            socket.resume()
          })
          server.listen(0, "127.0.0.1", () => {
            const address = server.address()
            resolve({ port: typeof address === "object" && address !== null ? address.port : 0, sockets, server })
          })
        }
      )
  ),
  ({ server, sockets }) =>
    Effect.sync(() => {
      for (const socket of sockets) socket.destroy()
      server.close()
    })
)

const turn = Effect.promise(() => new Promise<void>((resolve) => setImmediate(resolve)))

const until = (done: () => boolean): Effect.Effect<void> =>
  Effect.suspend(() => (done() ? Effect.void : Effect.zipRight(turn, until(done))))

describe("the limit of connections", () => {
  it.scopedLive("1,000 open event streams leave room for a plain call", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp((request) =>
        request.url === "/events" ? FaultServer.controlledSse(FaultServer.channel()) : FaultServer.text("here")
      )
      const request = HttpClientRequest.get(`${server.url}/events`, { headers: { accept: "text/event-stream" } })
      const streams = yield* Effect.forEach(Array.from({ length: 1_000 }), () =>
        Effect.forkScoped(Effect.flatMap(client.execute(request), (response) => Stream.runDrain(response.stream)))
      )
      yield* server.awaitRequests(1_000)
      assert.strictEqual(yield* text(client, server.url), "here")
      yield* Fiber.interruptAll(streams)
      yield* until(() => server.openSockets <= 1)
    })
  )

  it.scopedLive("a response that is read as a stream makes room, one that is awaited does not", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(
        (request) => (request.url === "/" ? FaultServer.text("here") : FaultServer.controlled(FaultServer.channel())),
        { maxConnectionsPerOrigin: 1, poolTimeout: "20 millis" }
      )
      const response = yield* client.get(`${server.url}/file`)
      const error = yield* Effect.flip(text(client, server.url))
      assert.strictEqual(codeOf(error.cause), "TRILUM_POOL_TIMEOUT")
      assert.include(error.message, "maxConnectionsPerOrigin")
      const reading = yield* Effect.forkScoped(Stream.runDrain(response.stream))
      yield* turn
      assert.strictEqual(yield* text(client, server.url), "here")
      yield* Fiber.interrupt(reading)
      assert.deepStrictEqual(
        server.requests.map((request) => request.url),
        ["/file", "/"]
      )
    })
  )

  it.scopedLive("a caller can see that its request waits for a connection, through any wrapper", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { client, server } = yield* setUp(() => FaultServer.after(gate.opened, FaultServer.text("here")), {
        maxConnectionsPerOrigin: 1
      })
      const wrapped = HttpClient.mapRequest(client, HttpClientRequest.setHeader("x-wrapped", "1"))
      const first = yield* Effect.fork(text(client, server.url))
      yield* server.awaitRequests(1)
      const state = { waiting: false }
      const second = yield* Effect.fork(Effect.provideService(text(wrapped, server.url), ConnectionWait, state))
      yield* until(() => state.waiting)
      gate.open()
      yield* Fiber.join(first)
      assert.strictEqual(yield* Fiber.join(second), "here")
      assert.isFalse(state.waiting)
    })
  )

  it.scopedLive("a call that fails or is interrupted gives its place back", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(
        (_, index) => [FaultServer.reset, FaultServer.never][index] ?? FaultServer.text("here"),
        { maxConnectionsPerOrigin: 1, poolTimeout: "1 minute" }
      )
      yield* Effect.flip(text(client, server.url))
      const hanging = yield* Effect.fork(text(client, server.url))
      yield* server.awaitRequests(2)
      yield* Fiber.interrupt(hanging)
      assert.strictEqual(yield* text(client, server.url), "here")
    })
  )

  it.scopedLive("closing the client fails the calls that wait", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const scope = yield* Scope.make()
      const client = yield* Scope.extend(
        NodeTransport.make({ proxy: false, maxConnectionsPerOrigin: 1, closeTimeout: "10 millis" }),
        scope
      )
      const calls = yield* Effect.fork(
        Effect.all([Effect.flip(text(client, server.url)), Effect.flip(text(client, server.url))], { concurrency: 2 })
      )
      yield* server.awaitRequests(1)
      yield* Scope.close(scope, Exit.void)
      for (const error of yield* Fiber.join(calls)) assert.strictEqual(codeOf(error.cause), "UND_ERR_CLOSED")
      const late = yield* Effect.flip(text(client, "http://127.0.0.2:9/"))
      assert.strictEqual(codeOf(late.cause), "UND_ERR_CLOSED")
    })
  )
})

describe("a pool that a call has found before its client is closed", () => {
  it("starts nothing after the close", async () => {
    const connections = new Connections({
      limit: 1,
      proxies: undefined,
      poolTimeout: 0,
      connectTimeout: 0,
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 1,
      ca: undefined
    })
    const pool = connections.of(new URL("http://127.0.0.1:9/"))
    assert.notInstanceOf(pool, Error)
    await connections.close(0)
    const events: Array<unknown> = []
    const caller = {
      counted: true,
      fail: (cause: Error) => events.push(codeOf(cause)),
      start: () => events.push("started"),
      onWait: () => events.push("waits")
    }
    if (!(pool instanceof Error)) pool.take(caller)
    assert.deepStrictEqual(events, ["UND_ERR_CLOSED"])
  })
})

describe("sockets in the TLS handshake", () => {
  // The limit of the handshake would destroy them, too.
  const connectTimeout = "10 minutes"

  it.scopedLive("are destroyed at once by an interruption", () =>
    Effect.gen(function* () {
      const { port, sockets } = yield* silent
      const client = yield* NodeTransport.make({ proxy: false, connectTimeout })
      const calls = yield* Effect.forEach(Array.from({ length: 16 }), () =>
        Effect.fork(client.get(`https://127.0.0.1:${port}/`))
      )
      yield* until(() => sockets.size === 16)
      yield* Fiber.interruptAll(calls)
      yield* until(() => sockets.size === 0)
    })
  )

  it.scopedLive("are destroyed by closing the client", () =>
    Effect.gen(function* () {
      const { port, sockets } = yield* silent
      const scope = yield* Scope.make()
      const client = yield* Scope.extend(
        NodeTransport.make({ proxy: false, closeTimeout: "10 millis", connectTimeout }),
        scope
      )
      const calls = yield* Effect.fork(
        Effect.all(
          Array.from({ length: 16 }, () => Effect.flip(client.get(`https://127.0.0.1:${port}/`))),
          { concurrency: "unbounded" }
        )
      )
      yield* until(() => sockets.size === 16)
      yield* Scope.close(scope, Exit.void)
      yield* Fiber.join(calls)
      yield* until(() => sockets.size === 0)
    })
  )

  it.scopedLive("are destroyed in a tunnel that does not open", () =>
    Effect.gen(function* () {
      const { port, sockets } = yield* silent
      const client = yield* NodeTransport.make({ proxy: `http://127.0.0.1:${port}`, connectTimeout })
      const call = yield* Effect.fork(client.get("https://api.example.test/"))
      yield* until(() => sockets.size === 1)
      yield* Fiber.interrupt(call)
      yield* until(() => sockets.size === 0)
      const hasty = yield* NodeTransport.make({ proxy: `http://127.0.0.1:${port}`, connectTimeout: "10 millis" })
      const error = yield* Effect.flip(hasty.get("https://api.example.test/"))
      assert.strictEqual(codeOf(error.cause), "UND_ERR_CONNECT_TIMEOUT")
      yield* until(() => sockets.size === 0)
    })
  )
})

describe("answers against the rules", () => {
  const head = "HTTP/1.1 200 OK\r\ncontent-length: 2\r\nconnection: close\r\n\r\nok"

  for (const [name, informational] of [
    ["100 Continue", "HTTP/1.1 100 Continue\r\n\r\n"],
    [
      "several of them",
      "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 102 X\r\n\r\n"
    ]
  ] as const) {
    it.scopedLive(`${name} before the response is skipped`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp([FaultServer.garbage(informational + head)])
        assert.strictEqual(yield* text(client, server.url), "ok")
      })
    )
  }

  it.scopedLive("a body that looks like an informational answer is kept", () =>
    Effect.gen(function* () {
      const body = "HTTP/1.1 100 Continue\r\n\r\nrest"
      const gate = FaultServer.gate()
      const channel = FaultServer.channel()
      const { client, server } = yield* setUp([FaultServer.controlled(channel)])
      const response = yield* client.get(server.url)
      const reading = yield* Effect.fork(response.text)
      gate.open()
      channel.push(body)
      channel.end()
      assert.strictEqual(yield* Fiber.join(reading), body)
    })
  )

  for (const status of ["204 No Content", "304 Not Modified"]) {
    it.scopedLive(`a ${status} with a Content-Length is complete with its head`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp((_, index) =>
          index === 0
            ? FaultServer.garbage(`HTTP/1.1 ${status}\r\ncontent-length: 5\r\n\r\nhello`)
            : FaultServer.text("next")
        )
        const response = yield* client.del(server.url)
        assert.strictEqual(response.status, Number(status.slice(0, 3)))
        assert.strictEqual(yield* response.text, "")
        assert.strictEqual(yield* text(client, server.url), "next")
        assert.strictEqual(server.requests.length, 2)
      })
    )
  }

  for (const [coding, compress] of [
    ["gzip", Zlib.gzipSync],
    ["br", Zlib.brotliCompressSync]
  ] as const) {
    it.scopedLive(`corrupt ${coding} has a code of its own`, () =>
      Effect.gen(function* () {
        const corrupt = compress("x".repeat(1_000)).fill(0xff, 4)
        const { client, server } = yield* setUp(() =>
          FaultServer.respond(200, { headers: { "content-encoding": coding }, body: corrupt })
        )
        const whole = yield* Effect.flip(text(client, server.url))
        assert.strictEqual(codeOf(whole.cause), "TRILUM_CONTENT_ENCODING")
        const streamed = yield* Effect.flip(
          Effect.flatMap(client.get(server.url), (response) => Stream.runDrain(response.stream))
        )
        assert.strictEqual(codeOf(streamed.cause), "TRILUM_CONTENT_ENCODING")
      })
    )
  }

  it.scopedLive("a stream of compressed bytes is decoded no faster than it is read", () =>
    Effect.gen(function* () {
      const total = 512 * 1024 * 1024
      const bomb = Zlib.gzipSync(Buffer.alloc(total), { level: 9 })
      const { client, server } = yield* setUp(() =>
        FaultServer.respond(200, { headers: { "content-encoding": "gzip" }, body: bomb })
      )
      const response = yield* client.get(server.url)
      const before = process.memoryUsage().rss
      let read = 0
      yield* Stream.runForEachWhile(response.stream, (chunk) =>
        Effect.map(turn, () => (read += chunk.byteLength) < 16 * 1024 * 1024)
      )
      assert.isBelow(process.memoryUsage().rss - before, 128 * 1024 * 1024)
    })
  )
})

describe("bodies that nobody reads", () => {
  it.scopedLive("of more than 64 KiB lose their socket after bodyIdleTimeout", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.respond(200, { body: Buffer.alloc(8_000_000) }), {
        bodyIdleTimeout: "20 millis"
      })
      yield* client.get(server.url)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scopedLive("a slow reader keeps its socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.respond(200, { body: Buffer.alloc(4_000_000) }), {
        bodyIdleTimeout: "20 millis"
      })
      const response = yield* client.get(server.url)
      let read = 0
      yield* Stream.runForEach(response.stream, (chunk) => {
        read += chunk.byteLength
        return read < 300_000 ? Effect.sleep("50 millis") : Effect.void
      })
      assert.strictEqual(read, 4_000_000)
    })
  )
})

describe("certificates", () => {
  it.scopedLive("a certificate that is not trusted is named by the code of the cause", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.text("secret"), { tls: selfSigned() })
      const client = yield* NodeTransport.make({ proxy: false })
      const error = yield* Effect.flip(client.get(server.url))
      assert.match(String(codeOf(error.cause)), /^(?:DEPTH_ZERO_SELF_SIGNED_CERT|SELF_SIGNED_CERT_IN_CHAIN)$/)
      assert.strictEqual(server.requests.length, 0)
    })
  )
})

describe("timers", () => {
  it.scopedLive("none is left after a success, and one longer than 25 days does not fire at once", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.text("here"), {
        maxConnectionsPerOrigin: 1,
        poolTimeout: "40 days",
        connectTimeout: "40 days",
        headersTimeout: "40 days",
        bodyIdleTimeout: "40 days"
      })
      const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length
      const before = timers()
      const texts = yield* Effect.all(
        Array.from({ length: 20 }, () => text(client, server.url)),
        { concurrency: "unbounded" }
      )
      assert.deepStrictEqual(new Set(texts), new Set(["here"]))
      yield* turn
      assert.isAtMost(timers(), before)
    })
  )
})
