import { Readable } from "node:stream"
import * as Zlib from "node:zlib"
import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { describe, expect, it } from "@effect/vitest"
import { NodeTransport } from "@trilum/core/node"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Cause from "effect/Cause"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"

const setUp = (script: FaultServer.Script, options?: FaultServer.Options) =>
  Effect.all({ server: FaultServer.make(script, options), client: NodeTransport.make({ proxy: false }) })

const bytes = (text: string): Uint8Array => Buffer.from(text)

const sent = (body: HttpBody.HttpBody) =>
  Effect.gen(function* () {
    const { client, server } = yield* setUp(() => FaultServer.json(1))
    yield* client.post(server.url, { body })
    const [request] = yield* server.awaitRequests(1)
    if (request === undefined) return yield* Effect.dieMessage("no request")
    return request
  })

describe("request bodies", () => {
  it.scoped("an empty POST says so", () =>
    Effect.gen(function* () {
      const request = yield* sent(HttpBody.empty)
      expect(request.headers["content-length"]).toBe("0")
      expect(request.headers["transfer-encoding"]).toBeUndefined()
    })
  )

  const whole: ReadonlyArray<readonly [string, () => HttpBody.HttpBody, string]> = [
    ["bytes", () => HttpBody.uint8Array(bytes("äbc")), "äbc"],
    ["a part of a buffer", () => HttpBody.uint8Array(new Uint8Array(bytes("xxabcxx")).subarray(2, 5)), "abc"],
    ["text", () => HttpBody.text("äbc"), "äbc"],
    ["a raw string", () => HttpBody.raw("äbc"), "äbc"],
    ["a raw ArrayBuffer", () => HttpBody.raw(new Uint8Array([97, 98]).buffer), "ab"],
    ["a raw DataView", () => HttpBody.raw(new DataView(new Uint8Array([97, 98, 99]).buffer, 1)), "bc"],
    ["a Blob", () => HttpBody.raw(new Blob(["äbc"], { type: "text/plain" })), "äbc"],
    ["URLSearchParams", () => HttpBody.raw(new URLSearchParams({ a: "1 2" })), "a=1+2"]
  ]
  for (const [name, body, text] of whole) {
    it.scoped(`${name} is sent with its length`, () =>
      Effect.gen(function* () {
        const request = yield* sent(body())
        expect(request.text).toBe(text)
        expect(request.headers["content-length"]).toBe(String(Buffer.byteLength(text)))
        expect(request.headers["transfer-encoding"]).toBeUndefined()
      })
    )
  }

  it.scoped("a Blob and URLSearchParams bring their content type", () =>
    Effect.gen(function* () {
      expect((yield* sent(HttpBody.raw(new Blob(["a"], { type: "image/png" })))).headers["content-type"]).toBe(
        "image/png"
      )
      expect((yield* sent(HttpBody.raw(new URLSearchParams("a=1")))).headers["content-type"]).toContain("urlencoded")
    })
  )

  const streamed: ReadonlyArray<readonly [string, () => HttpBody.HttpBody]> = [
    ["an Effect stream", () => HttpBody.stream(Stream.make(bytes("ab"), bytes(""), bytes("cd")))],
    ["a Node stream", () => HttpBody.raw(Readable.from([bytes("ab"), bytes("cd")]))],
    ["a web stream", () => HttpBody.raw(Stream.toReadableStream(Stream.make(bytes("ab"), bytes("cd"))))],
    ["an async iterable", () => HttpBody.raw(Stream.toAsyncIterable(Stream.make(bytes("ab"), bytes("cd"))))]
  ]
  for (const [name, body] of streamed) {
    it.scoped(`${name} without a length is sent chunked`, () =>
      Effect.gen(function* () {
        const request = yield* sent(body())
        expect(request.text).toBe("abcd")
        expect(request.headers["transfer-encoding"]).toBe("chunked")
        expect(request.headers["content-length"]).toBeUndefined()
      })
    )
  }

  it.scoped("a stream with a length keeps its Content-Length", () =>
    Effect.gen(function* () {
      const request = yield* sent(HttpBody.stream(Stream.make(bytes("ab"), bytes("cd")), "text/plain", 4))
      expect(request.text).toBe("abcd")
      expect(request.headers["content-length"]).toBe("4")
      expect(request.headers["transfer-encoding"]).toBeUndefined()
    })
  )

  for (const length of [3, 5]) {
    it.scoped(`a stream of 4 bytes that promised ${length} fails the call`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp(() => FaultServer.json(1))
        const body = HttpBody.stream(Stream.make(bytes("ab"), bytes("cd")), "text/plain", length)
        const error = yield* Effect.flip(client.post(server.url, { body }))
        expect(error).toMatchObject({ _tag: "RequestError", reason: "Encode" })
        expect(error.message).toContain("content-length")
        yield* server.awaitOpenSockets(0)
      })
    )
  }

  it.scoped("FormData is sent as multipart with a length", () =>
    Effect.gen(function* () {
      const form = new FormData()
      form.set("purpose", "test")
      form.set('a "quoted"\nname', "line\nline")
      form.set("file", new Blob(["content"], { type: "text/plain" }), "a.txt")
      const request = yield* sent(HttpBody.formData(form))
      expect(request.headers["content-type"]).toMatch(/^multipart\/form-data; boundary=/)
      expect(request.headers["content-length"]).toBe(String(request.body.byteLength))
      const parsed = yield* Effect.promise(() =>
        new Response(request.body, { headers: { "content-type": request.headers["content-type"] ?? "" } }).formData()
      )
      expect(parsed.get("purpose")).toBe("test")
      expect(parsed.get('a "quoted"\r\nname')).toBe("line\r\nline")
      expect(parsed.get("file")).toMatchObject({ name: "a.txt", type: "text/plain", size: 7 })
    })
  )

  it.scoped("a raw body of no known kind fails with advice", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json(1))
      const error = yield* Effect.flip(client.post(server.url, { body: HttpBody.raw({ some: "object" }) }))
      expect(error).toMatchObject({ _tag: "RequestError", reason: "Encode" })
      expect(error.message).toContain("readable stream")
      expect(server.totalSockets).toBe(0)
    })
  )

  it.scoped("a stream that fails fails the call with its error and destroys the socket", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json(1))
      const body = HttpBody.stream(Stream.concat(Stream.make(bytes("ab")), Stream.fail({ _tag: "DiskError" })))
      const error = yield* Effect.flip(client.post(server.url, { body }))
      expect(error).toMatchObject({ _tag: "RequestError", reason: "Encode", cause: { _tag: "DiskError" } })
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("a defect of the stream stays a defect", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.json(1))
      const body = HttpBody.stream(Stream.concat(Stream.make(bytes("ab")), Stream.dieMessage("bug")))
      const exit = yield* Effect.exit(client.post(server.url, { body }))
      expect(Exit.isFailure(exit) && Cause.isDie(exit.cause)).toBe(true)
    })
  )

  it.scoped("a server that does not read stops the stream from being pulled", () =>
    Effect.gen(function* () {
      const gate = FaultServer.gate()
      const { client, server } = yield* setUp(
        (_, index) => (index === 0 ? FaultServer.after(gate.opened, FaultServer.close) : FaultServer.json(1)),
        { readBody: false }
      )
      const total = 2_000
      let pulled = 0
      const body = HttpBody.stream(
        Stream.repeatEffect(
          Effect.sync(() => {
            pulled += 1
            return new Uint8Array(64 * 1024)
          })
        ).pipe(Stream.take(total))
      )
      const call = yield* Effect.fork(Effect.flip(client.post(server.url, { body })))
      yield* server.awaitRequestHeads(1)
      for (let i = 0; i < 100; i++) yield* Effect.flatMap(client.get(server.url), (_) => _.text)
      expect(pulled).toBeGreaterThan(0)
      expect(pulled).toBeLessThan(total / 2)
      gate.open()
      expect((yield* Fiber.join(call)).reason).toBe("Transport")
    })
  )

  it.scoped("interruption stops the pull and waits for the finalizers of the stream", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.never, { answerAt: "head" })
      let released = false
      const body = HttpBody.stream(
        Stream.concat(Stream.make(bytes("ab")), Stream.never).pipe(
          Stream.ensuring(
            Effect.sync(() => {
              released = true
            })
          )
        )
      )
      const call = yield* Effect.fork(client.post(server.url, { body }))
      yield* server.awaitBodyBytes(0, 2)
      yield* Fiber.interrupt(call)
      expect(released).toBe(true)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("an answer before the end of the body ends the pull", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() => FaultServer.respond(413, { body: "too large" }), {
        answerAt: "head"
      })
      const released = FaultServer.gate()
      const body = HttpBody.stream(
        Stream.concat(Stream.make(bytes("ab")), Stream.never).pipe(Stream.ensuring(Effect.sync(released.open)))
      )
      const response = yield* client.post(server.url, { body })
      expect(response.status).toBe(413)
      expect(yield* response.text).toBe("too large")
      yield* Effect.promise(() => released.opened)
      yield* server.awaitClosedSockets(1)
    })
  )

  it.scoped("the stream is not pulled before there is a connection", () =>
    Effect.gen(function* () {
      const port = yield* FaultServer.refusedPort
      const client = yield* NodeTransport.make({ proxy: false })
      let pulled = false
      const body = HttpBody.stream(
        Stream.fromEffect(
          Effect.sync(() => {
            pulled = true
            return bytes("ab")
          })
        )
      )
      yield* Effect.flip(client.post(`http://127.0.0.1:${port}/`, { body }))
      expect(pulled).toBe(false)
    })
  )
})

const encodings = [
  ["gzip", Zlib.gzipSync],
  ["deflate", Zlib.deflateSync],
  ["br", Zlib.brotliCompressSync]
] as const

describe("content encodings", () => {
  it.scoped("none is asked for", () =>
    Effect.gen(function* () {
      const request = yield* sent(HttpBody.empty)
      expect(request.headers["accept-encoding"]).toBeUndefined()
    })
  )

  for (const [name, compress] of encodings) {
    const value = { text: "ä".repeat(200_000) }
    const encoded = compress(JSON.stringify(value))
    const answer = FaultServer.respond(200, { headers: { "content-encoding": name }, body: encoded })

    it.scoped(`${name} is undone for readers of the whole body and of the stream`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp(() => answer)
        const response = yield* client.get(server.url)
        expect(yield* response.json).toEqual(value)
        expect(yield* response.text).toBe(JSON.stringify(value))
        const streamed = yield* client.get(server.url)
        const chunks = yield* Stream.runCollect(streamed.stream)
        expect(JSON.parse(Buffer.concat(Chunk.toArray(chunks)).toString())).toEqual(value)
      })
    )

    it.scoped(`${name} stays in a stream that asked for identity`, () =>
      Effect.gen(function* () {
        const { client, server } = yield* setUp(() => answer)
        const response = yield* client.get(server.url, { headers: { "accept-encoding": "identity" } })
        const chunks = yield* Stream.runCollect(response.stream)
        expect(Buffer.concat(Chunk.toArray(chunks)).equals(encoded)).toBe(true)
      })
    )

    it.scoped(`${name} that is cut fails instead of giving a part`, () =>
      Effect.gen(function* () {
        const cut = encoded.subarray(0, encoded.byteLength - 5)
        const { client, server } = yield* setUp(() =>
          FaultServer.respond(200, { headers: { "content-encoding": name }, body: cut })
        )
        const text = yield* Effect.flip(Effect.flatMap(client.get(server.url), (_) => _.text))
        expect(text).toMatchObject({ _tag: "ResponseError", reason: "Decode" })
        const streamed = yield* client.get(server.url)
        expect(yield* Effect.flip(Stream.runDrain(streamed.stream))).toMatchObject({ reason: "Decode" })
      })
    )
  }

  it.scoped("an event of a compressed stream arrives before the next one is sent", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const gzip = Zlib.createGzip({ flush: Zlib.constants.Z_SYNC_FLUSH })
      gzip.on("data", (chunk: Buffer) => channel.push(chunk)).on("end", channel.end)
      const { client, server } = yield* setUp([
        FaultServer.controlledSse(channel, { headers: { "content-encoding": "gzip" } })
      ])
      gzip.write("data: 0\n\n")
      const response = yield* client.get(server.url)
      let text = ""
      yield* Stream.runForEach(response.stream, (chunk) =>
        Effect.sync(() => {
          text += Buffer.from(chunk).toString()
          if (text.endsWith("data: 3\n\n")) gzip.end()
          else if (text.endsWith("\n\n")) gzip.write(`data: ${text.split("\n\n").length - 1}\n\n`)
        })
      )
      expect(text).toBe("data: 0\n\ndata: 1\n\ndata: 2\n\ndata: 3\n\n")
    })
  )

  it.scoped("an encoding that is not known is left as it is", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() =>
        FaultServer.text("raw", { headers: { "content-encoding": "gzip, br" } })
      )
      expect(yield* Effect.flatMap(client.get(server.url), (_) => _.text)).toBe("raw")
    })
  )

  it.scoped("HEAD of an encoded resource is empty", () =>
    Effect.gen(function* () {
      const { client, server } = yield* setUp(() =>
        FaultServer.respond(200, { headers: { "content-encoding": "gzip" } })
      )
      const response = yield* client.execute(HttpClientRequest.head(server.url))
      expect(yield* response.text).toBe("")
      const streamed = yield* client.execute(HttpClientRequest.head(server.url))
      expect(yield* Stream.runCount(streamed.stream)).toBe(0)
    })
  )
})
