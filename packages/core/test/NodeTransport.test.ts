import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { assert, describe, expect, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { discardBody } from "../src/internal/discardBody.js"

const setUp = (
  script: FaultServer.Script,
  options: NodeTransport.Options = {},
  serverOptions: FaultServer.Options = {}
) =>
  Effect.all({
    server: FaultServer.make(script, serverOptions),
    client: NodeTransport.make({ proxy: false, ...options })
  })

const codeOf = (cause: unknown): unknown => (cause instanceof Error && "code" in cause ? cause.code : undefined)

describe("connections", () => {
  it.scoped("200 calls in a row share one socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json({ ok: true }))
      for (let i = 0; i < 200; i++) {
        const response = yield* client.get(`${server.url}/users/${i}`)
        expect(yield* response.json).toEqual({ ok: true })
      }
      expect(server.requests).toHaveLength(200)
      expect(server.totalSockets).toBe(1)
    })
  )

  it.scoped("more calls at once than connections wait for one", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { client, server } = yield* setUp(() => FaultServer.after(gate.opened, FaultServer.json(1)), {
        maxConnectionsPerOrigin: 3
      })
      const calls = yield* Effect.fork(
        Effect.all(
          Array.from({ length: 12 }, () => Effect.flatMap(client.get(server.url), (_) => _.json)),
          {
            concurrency: "unbounded"
          }
        )
      )
      yield* server.awaitRequests(3)
      gate.open()
      expect(yield* Fiber.join(calls)).toHaveLength(12)
      expect(server.maxOpenSockets).toBe(3)
    })
  )

  it.scoped("closing the scope closes idle sockets", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json(1))
      yield* Effect.scoped(
        Effect.gen(function* () {
          const client = yield* NodeTransport.make({ proxy: false })
          yield* Effect.all([client.get(server.url), client.get(server.url)], { concurrency: 2 })
          expect(server.openSockets).toBe(2)
        })
      )
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("closing the scope lets a call under way end", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const server = yield* FaultServer.make(() => FaultServer.after(gate.opened, FaultServer.json("done")))
      const scope = yield* Scope.make()
      const client = yield* Scope.extend(NodeTransport.make({ proxy: false, closeTimeout: "1 minute" }), scope)
      const call = yield* Effect.fork(Effect.flatMap(client.get(server.url), (_) => _.json))
      yield* server.awaitRequests(1)
      const closing = yield* Effect.fork(Scope.close(scope, Exit.void))
      yield* Effect.yieldNow()
      gate.open()
      expect(yield* Fiber.join(call)).toBe("done")
      yield* Fiber.join(closing)
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scopedLive("closing the scope leaves no timer of closeTimeout behind", () =>
    Effect.gen(function* () {
      const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length
      const server = yield* FaultServer.make(() => FaultServer.json(1))
      const before = timers()
      for (let round = 0; round < 10; round++) {
        yield* Effect.scoped(
          Effect.gen(function* () {
            const client = yield* NodeTransport.make({ proxy: false, closeTimeout: "1 minute" })
            yield* Effect.flatMap(client.get(server.url), (_) => _.json)
          })
        )
      }
      yield* server.awaitOpenSockets(0)
      assert.isBelow(timers() - before, 5)
    })
  )

  it.scoped("closing the scope destroys a call that does not end in time", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const scope = yield* Scope.make()
      const client = yield* Scope.extend(NodeTransport.make({ proxy: false, closeTimeout: "1 millis" }), scope)
      const call = yield* Effect.fork(Effect.flip(client.get(server.url)))
      yield* server.awaitRequests(1)
      yield* Scope.close(scope, Exit.void)
      expect((yield* Fiber.join(call)).reason).toBe("Transport")
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("a closed client fails its calls instead of hanging", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json(1))
      const client = yield* Effect.scoped(NodeTransport.make({ proxy: false }))
      const error = yield* Effect.flip(client.get(server.url))
      expect(error).toMatchObject({ _tag: "RequestError", reason: "Transport" })
    })
  )

  it.scoped("1,000 calls at once leave no listener and no socket behind", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ ok: true }))
      const warnings: Array<Error> = []
      const onWarning = (warning: Error): void => void warnings.push(warning)
      process.on("warning", onWarning)
      const before = process.eventNames().map((name) => process.listenerCount(name))
      yield* Effect.scoped(
        Effect.gen(function* () {
          const client = yield* NodeTransport.make({ proxy: false, maxConnectionsPerOrigin: 16 })
          yield* Effect.forEach(
            Array.from({ length: 1_000 }),
            () => Effect.flatMap(client.get(server.url), (_) => _.json),
            { concurrency: 64, discard: true }
          )
        })
      )
      yield* server.awaitOpenSockets(0)
      expect(server.requests).toHaveLength(1_000)
      expect(server.maxOpenSockets).toBeLessThanOrEqual(16)
      expect(process.eventNames().map((name) => process.listenerCount(name))).toEqual(before)
      expect(warnings).toEqual([])
      process.off("warning", onWarning)
    })
  )

  it.scoped("no trace header is sent from within a span", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json(1))
      yield* Effect.withSpan(client.get(server.url), "caller")
      expect(Object.keys(server.requests[0]?.headers ?? {}).sort()).toEqual(["connection", "host"])
    })
  )

  it.scoped("the layer provides the client", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.text("hello"))
      const body = yield* Effect.flatMap(HttpClient.HttpClient, (client) => client.get(server.url)).pipe(
        Effect.flatMap((response) => response.text),
        Effect.provide(NodeTransport.layer({ proxy: false }))
      )
      expect(body).toBe("hello")
    })
  )

  it.scoped("options that cannot be used fail calls with advice", () =>
    Effect.gen(function* () {
      const badPool = yield* NodeTransport.make({ maxConnectionsPerOrigin: 0 })
      expect((yield* Effect.flip(badPool.get("http://127.0.0.1/"))).message).toContain("maxConnectionsPerOrigin")
      const badProxy = yield* NodeTransport.make({ proxy: "ftp://user:canary@proxy" })
      const { message } = yield* Effect.flip(badProxy.get("http://127.0.0.1/"))
      expect(message).toContain("http://proxy.example:8080")
      expect(message).not.toContain("canary")
    })
  )
})

describe("interruption", () => {
  it.scoped("before the headers destroys the socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.never)
      const call = yield* Effect.fork(client.get(server.url))
      yield* server.awaitRequests(1)
      yield* Fiber.interrupt(call)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("opens no new connection in place of the destroyed one", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp((_, index) => (index === 0 ? FaultServer.never : FaultServer.json(1)))
      const call = yield* Effect.fork(client.get(server.url))
      yield* server.awaitRequests(1)
      yield* Fiber.interrupt(call)
      yield* server.awaitClosedSockets(1)
      const witness = yield* NodeTransport.make({ proxy: false })
      for (let i = 0; i < 20; i++) yield* Effect.flatMap(witness.get(server.url), (_) => _.text)
      expect(server.totalSockets).toBe(2)
    })
  )

  it.scoped("while text is read destroys the socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.stallAfter(5, { body: "0123456789" })])
      const response = yield* client.get(server.url)
      const reading = yield* Effect.fork(response.text)
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(reading)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("of one reader leaves the other its body", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { client, server } = yield* setUp([FaultServer.controlled(channel)])
      const response = yield* client.get(server.url)
      const first = yield* Effect.fork(response.text)
      const second = yield* Effect.fork(response.text)
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(first)
      channel.push("still here")
      channel.end()
      expect(yield* Fiber.join(second)).toBe("still here")
    })
  )

  it.scoped("while a stream waits destroys the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { client, server } = yield* setUp([FaultServer.controlledSse(channel)])
      const response = yield* client.get(server.url)
      const seen = FaultServer.gate()
      const reading = yield* Effect.fork(Stream.runForEach(response.stream, () => Effect.sync(seen.open)))
      channel.push("data: 1\n\n")
      yield* Effect.promise(() => seen.opened)
      yield* Fiber.interrupt(reading)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("taking the first chunk of a stream destroys the socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { client, server } = yield* setUp([FaultServer.controlledSse(channel)])
      channel.push("data: 1\n\n")
      const response = yield* client.get(server.url)
      const head = yield* Stream.runHead(response.stream)
      expect(Buffer.from(Option.getOrThrow(head)).toString()).toBe("data: 1\n\n")
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("of a call that waits for a connection sends nothing", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { client, server } = yield* setUp(() => FaultServer.after(gate.opened, FaultServer.json(1)), {
        maxConnectionsPerOrigin: 1
      })
      const first = yield* Effect.fork(client.get(`${server.url}/first`))
      yield* server.awaitRequests(1)
      const second = yield* Effect.fork(client.get(`${server.url}/second`))
      yield* Effect.yieldNow()
      yield* Fiber.interrupt(second)
      gate.open()
      yield* Fiber.join(first)
      yield* Effect.flatMap(client.get(`${server.url}/third`), (_) => _.text)
      expect(server.requests.map((request) => request.url)).toEqual(["/first", "/third"])
      expect(server.totalSockets).toBe(1)
    })
  )
})

describe("bodies of responses", () => {
  it.scoped("json, text, bytes and stream give the same body, repeatedly", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json({ name: "Zoë" }))
      const response = yield* client.get(server.url)
      expect(yield* response.json).toEqual({ name: "Zoë" })
      expect(yield* response.text).toBe('{"name":"Zoë"}')
      expect(Buffer.from(yield* response.arrayBuffer).toString()).toBe('{"name":"Zoë"}')
      expect(Buffer.concat(Chunk.toArray(yield* Stream.runCollect(response.stream))).toString()).toBe('{"name":"Zoë"}')
    })
  )

  it.scoped("a byte order mark is not part of the text", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.text('\uFEFF{"a":1}')])
      expect(yield* Effect.flatMap(client.get(server.url), (_) => _.json)).toEqual({ a: 1 })
    })
  )

  it.scoped("a body that is not JSON fails without quoting it", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.text("canary-body is not json")])
      const error = yield* Effect.flip(Effect.flatMap(client.get(server.url), (_) => _.json))
      expect(error).toMatchObject({ _tag: "ResponseError", reason: "Decode" })
      expect(String(error) + JSON.stringify(error)).not.toContain("canary-body")
    })
  )

  it.scoped("headers and cookies are readable", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.json(1, { headers: { "X-Request-Id": "r-1", "set-cookie": ["a=1", "b=2"], "x-many": ["1", "2"] } })
      ])
      const response = yield* client.get(server.url)
      expect(response.headers["x-request-id"]).toBe("r-1")
      expect(response.headers["x-many"]).toBe("1, 2")
      expect(Object.keys(response.cookies.cookies)).toEqual(["a", "b"])
    })
  )

  it.scoped("form data and URL parameters are parsed", () =>
    Effect.gen(function* () {
      const multipart = '--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n'
      const { client, server } = yield* setUp([
        FaultServer.respond(200, { headers: { "content-type": "multipart/form-data; boundary=x" }, body: multipart }),
        FaultServer.text("a=1&b=2")
      ])
      const form = yield* Effect.flatMap(client.get(server.url), (_) => _.formData)
      expect(form.get("a")).toBe("1")
      expect(yield* Effect.flatMap(client.get(server.url), (_) => _.urlParamsBody)).toEqual([
        ["a", "1"],
        ["b", "2"]
      ])
    })
  )

  it.scoped("HEAD, 204, 304 and an empty 200 have empty bodies", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp((request) =>
        FaultServer.respond(Number(request.url.slice(1)), { headers: { "x-request-id": "r" } })
      )
      for (const [method, status] of [
        ["HEAD", 200],
        ["GET", 204],
        ["GET", 304],
        ["GET", 200]
      ] as const) {
        const response = yield* client.execute(HttpClientRequest.make(method)(`${server.url}/${status}`))
        expect(response.status).toBe(status)
        expect(yield* response.text).toBe("")
        expect(yield* response.json).toBe(null)
        const streamed = yield* client.execute(HttpClientRequest.make(method)(`${server.url}/${status}`))
        expect(yield* Stream.runCount(Stream.filter(streamed.stream, (chunk) => chunk.byteLength > 0))).toBe(0)
      }
    })
  )

  it.scoped("chunks of a slow body reach the reader one by one", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { client, server } = yield* setUp([FaultServer.controlled(channel)])
      const response = yield* client.get(server.url)
      const seen: Array<string> = []
      channel.push("0")
      yield* Stream.runForEach(response.stream, (chunk) =>
        Effect.sync(() => {
          seen.push(Buffer.from(chunk).toString())
          if (seen.length < 5) channel.push(String(seen.length))
          else channel.end()
        })
      )
      expect(seen).toEqual(["0", "1", "2", "3", "4"])
    })
  )

  it.scoped("a reader that is slow holds the server back", () =>
    Effect.gen(function* () {
      const size = 64 * 1024 * 1024
      const { client, server } = yield* setUp((_, index) =>
        index === 0 ? FaultServer.respond(200, { body: Buffer.alloc(size, 7) }) : FaultServer.json(1)
      )
      const response = yield* client.get(server.url)
      let total = 0
      yield* Stream.runForEach(response.stream, (chunk) =>
        Effect.gen(function* () {
          if (total === 0) {
            for (let i = 0; i < 100; i++) yield* client.get(server.url)
            expect(server.requests[0]?.answered).toBe(false)
          }
          total += chunk.byteLength
        })
      )
      expect(total).toBe(size)
      yield* server.awaitAnswered(0)
    })
  )

  it.scoped("a stream runs once", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.text("once")])
      const response = yield* client.get(server.url)
      yield* Stream.runDrain(response.stream)
      expect((yield* Effect.flip(Stream.runDrain(response.stream))).message).toContain("read as a stream already")
      expect((yield* Effect.flip(response.text)).message).toContain("read as a stream already")
    })
  )

  it.scoped("an unread body that stalls does not keep its socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.stallAfter(1, { body: "0123456789" }), {
        bodyIdleTimeout: "20 millis"
      })
      yield* client.get(server.url)
      yield* server.awaitClosedSockets(1)
    })
  )
})

describe("discardBody", () => {
  it.scoped("lets the socket serve the next call", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.respond(503, { body: "x".repeat(100_000) }))
      for (let i = 0; i < 50; i++) yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response))
      expect(server.totalSockets).toBe(1)
    })
  )

  it.scoped("destroys the socket of a body that is too long, with and without a length", () =>
    Effect.gen(function* () {
      const body = "x".repeat(1_000_000)
      const { client, server } = yield* setUp([
        FaultServer.respond(503, { body }),
        FaultServer.respond(503, { body, chunked: true })
      ])
      yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response))
      yield* server.awaitClosedSockets(1)
      yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response))
      yield* server.awaitClosedSockets(2)
    })
  )

  it.scoped("does not wait for a body that stalls or an event stream", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.stallAfter(1, { body: "0123456789" }),
        FaultServer.controlledSse(FaultServer.channel())
      ])
      yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response, 1_000, 5))
      yield* server.awaitClosedSockets(1)
      yield* Effect.flatMap(client.get(server.url), (response) => discardBody(response, 1_000, 60_000))
      yield* server.awaitClosedSockets(2)
    })
  )

  it.scoped("is harmless after the body was read, cut or discarded", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([
        FaultServer.text("read"),
        FaultServer.closeAfter(2, { body: "cut" }),
        FaultServer.text("discarded")
      ])
      const read = yield* client.get(server.url)
      yield* read.text
      yield* discardBody(read)
      expect(yield* read.text).toBe("read")
      const cut = yield* client.get(server.url)
      yield* Effect.flip(cut.text)
      yield* discardBody(cut)
      const discarded = yield* client.get(server.url)
      yield* discardBody(discarded)
      yield* discardBody(discarded)
    })
  )
})

describe("failures", () => {
  it.scoped("a refused connection keeps its code", () =>
    Effect.gen(function* () {
      const port = yield* FaultServer.refusedPort
      const client = yield* NodeTransport.make({ proxy: false })
      const error = yield* Effect.flip(client.get(`http://127.0.0.1:${port}/`))
      expect(error).toMatchObject({ _tag: "RequestError", reason: "Transport" })
      expect(codeOf(error.cause)).toBe("ECONNREFUSED")
      expect(error.message).toContain("ECONNREFUSED")
    })
  )

  it.scoped("a host that is none keeps its code", () =>
    Effect.gen(function* () {
      const client = yield* NodeTransport.make({ proxy: false })
      const error = yield* Effect.flip(client.get("http://name.invalid/"))
      expect(["ENOTFOUND", "EAI_AGAIN"]).toContain(codeOf(error.cause))
    })
  )

  for (const [name, answer] of [
    ["reset", FaultServer.reset],
    ["end", FaultServer.close]
  ] as const) {
    it.scoped(`a ${name} before the headers is a transport error with a code`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp([answer])
        const error = yield* Effect.flip(client.get(server.url))
        expect(error).toMatchObject({ _tag: "RequestError", reason: "Transport" })
        expect(["ECONNRESET", "UND_ERR_SOCKET"]).toContain(codeOf(error.cause))
      })
    )
  }

  it.scoped("garbage is a transport error that does not show it", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.garbage("canary-wire\r\n\r\n")])
      const error = yield* Effect.flip(client.get(server.url))
      expect(error.cause).toMatchObject({ name: "HTTPParserError" })
      expect(JSON.stringify(error) + JSON.stringify(error.cause)).not.toContain("canary-wire")
    })
  )

  it.scoped("a reset in the body is a response error with a code", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { client, server } = yield* setUp([FaultServer.resetAfter(4, { body: "0123456789", when: gate.opened })])
      const response = yield* client.get(server.url)
      const reading = yield* Effect.fork(Effect.flip(response.text))
      gate.open()
      const error = yield* Fiber.join(reading)
      expect(error).toMatchObject({ _tag: "ResponseError", reason: "Decode" })
      expect(["ECONNRESET", "UND_ERR_SOCKET"]).toContain(codeOf(error.cause))
    })
  )

  it.scoped("a stream that is cut gives its bytes first, then the error", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.closeAfter(4, { body: "0123456789" })])
      const response = yield* client.get(server.url)
      const bytes: Array<Uint8Array> = []
      const error = yield* Effect.flip(
        Stream.runForEach(response.stream, (chunk) => Effect.sync(() => bytes.push(chunk)))
      )
      expect(Buffer.concat(bytes).toString()).toBe("0123")
      expect(error).toMatchObject({ _tag: "ResponseError", reason: "Decode" })
      expect(codeOf(error.cause)).toBe("UND_ERR_SOCKET")
    })
  )

  it.scoped("no answer within headersTimeout", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.never], { headersTimeout: "10 millis" })
      const error = yield* Effect.flip(client.get(server.url))
      expect(codeOf(error.cause)).toBe("UND_ERR_HEADERS_TIMEOUT")
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("a body silent for longer than bodyIdleTimeout", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp([FaultServer.stallAfter(1, { body: "0123456789" })], {
        bodyIdleTimeout: "10 millis"
      })
      const error = yield* Effect.flip(Effect.flatMap(client.get(server.url), (_) => _.text))
      expect(error).toMatchObject({ _tag: "ResponseError", reason: "Decode" })
      expect(codeOf(error.cause)).toBe("UND_ERR_BODY_TIMEOUT")
    })
  )

  it.scoped("a URL that is none and a scheme that is not http", () =>
    Effect.gen(function* () {
      const client = yield* NodeTransport.make({ proxy: false })
      for (const url of ["/relative?key=canary", "ftp://127.0.0.1/?key=canary"]) {
        const error = yield* Effect.flip(client.get(url))
        expect(error).toMatchObject({ _tag: "RequestError", reason: "InvalidUrl" })
        expect(String(error) + JSON.stringify(error)).not.toContain("canary")
      }
    })
  )

  it.scoped("a header value that is none fails the call before it is sent", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json(1))
      const error = yield* Effect.flip(client.get(server.url, { headers: { authorization: "canary\nx: y" } }))
      expect(error).toMatchObject({ _tag: "RequestError", reason: "Encode" })
      expect(String(error) + JSON.stringify(error)).not.toContain("canary")
      expect(server.requests).toHaveLength(0)
    })
  )
})
