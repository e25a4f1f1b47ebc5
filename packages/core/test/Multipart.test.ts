import { describe, expect, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, driven, each, failure, node, turn, upload } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as Fiber from "effect/Fiber"
import type { FilePart } from "../src/FileInput.js"
import * as Multipart from "../src/internal/multipart.js"

const good = FaultServer.json({ id: "1", kind: "big" })
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function* pieces(...texts: ReadonlyArray<string>): AsyncGenerator<Uint8Array> {
  for (const text of texts) yield bytes(text)
}

const webStream = (...texts: ReadonlyArray<string>): ReadableStream<Uint8Array> => {
  const left = texts.map(bytes)
  return new ReadableStream({
    pull: (controller) => {
      const next = left.shift()
      if (next === undefined) controller.close()
      else controller.enqueue(next)
    }
  })
}

const written = async (encoded: Multipart.Encoded): Promise<Uint8Array<ArrayBuffer>> => {
  const chunks: Array<Uint8Array> = []
  for await (const chunk of encoded.chunks()) chunks.push(chunk)
  return Uint8Array.from(Buffer.concat(chunks))
}

const parse = (body: Uint8Array, contentType: string | undefined): Promise<FormData> =>
  new Response(Uint8Array.from(body), { headers: { "content-type": contentType ?? "" } }).formData()

const parsed = async (encoded: Multipart.Encoded): Promise<FormData> =>
  parse(await written(encoded), encoded.contentType)

const asText = (value: unknown): string => (typeof value === "string" ? value : JSON.stringify(value))

/** Parsers turn these back into what they stand for, so they cannot tell them from the real thing. */
const unescaped = FastCheck.string({ unit: "binary", minLength: 1 }).filter(
  (text) => !/%0[ad]|%22|\p{Surrogate}|\0/iu.test(text)
)

describe("the encoder", () => {
  it.effect.prop(
    "is read by a strict parser as what was written, odd names and filenames included",
    [
      FastCheck.array(
        FastCheck.record({
          name: unescaped,
          filename: FastCheck.option(unescaped, { nil: undefined }),
          text: FastCheck.string({ unit: "binary" }).filter((text) => !/\p{Surrogate}/u.test(text)),
          declared: FastCheck.boolean(),
          streamed: FastCheck.boolean()
        }),
        { minLength: 1, maxLength: 5 }
      )
    ],
    ([list]) =>
      Effect.promise(async () => {
        const fields = list.map(
          ({ declared, filename, name, streamed, text }): Multipart.Field =>
            filename === undefined
              ? { name, value: text }
              : {
                  name,
                  value: {
                    filename,
                    contentType: "text/x-odd",
                    content: streamed ? pieces(text, text) : bytes(text + text),
                    ...(declared ? { size: bytes(text + text).byteLength } : {})
                  }
                }
        )
        const encoded = Multipart.encode(fields)
        const body = await written(encoded)
        if (encoded.contentLength !== undefined) expect(body.byteLength).toBe(encoded.contentLength)
        const entries = [...(await parse(body, encoded.contentType))]
        expect(entries).toHaveLength(list.length)
        for (const [index, { filename, name, text }] of list.entries()) {
          const [gotName, value] = entries[index] ?? []
          expect(gotName).toBe(name)
          if (filename === undefined) {
            expect(value).toBe(text)
          } else {
            expect(value).toBeInstanceOf(File)
            if (!(value instanceof File)) continue
            expect(value.name).toBe(filename)
            expect(value.type).toBe("text/x-odd")
            expect(Buffer.from(await value.arrayBuffer()).toString()).toBe(Buffer.from(text + text).toString())
          }
        }
      })
  )

  it("knows the length of the whole when every part says its own", async () => {
    const file = (part: Omit<FilePart, "filename">): Multipart.Encoded =>
      Multipart.encode(Multipart.fields({ a: "ü", file: { filename: "f", ...part } }, asText))
    const sized = file({ content: pieces("abc", "de"), size: 5 })
    expect(sized.contentLength).toBe((await written(sized)).byteLength)
    expect(file({ content: pieces("abc") }).contentLength).toBeUndefined()
    const blob = Multipart.encode(
      Multipart.fields({ b: new Blob(["xyz"]), s: { filename: "f", content: webStream("q"), size: 1 } }, asText)
    )
    expect(blob.contentLength).toBe((await written(blob)).byteLength)
  })

  it("quotes, line ends and the boundary of another body stay inside their part", async () => {
    const first = Multipart.encode([{ name: "a", value: "x" }])
    const boundary = first.contentType.split("boundary=")[1] ?? ""
    const evil = `--${boundary}\r\nContent-Disposition: form-data; name="admin"\r\n\r\n1\r\n--${boundary}--\r\n`
    const form = await parsed(
      Multipart.encode([
        { name: `"; filename="x`, value: evil },
        { name: "b\r\nContent-Type: evil", value: { filename: `q"\r\n.txt`, content: pieces(evil) } }
      ])
    )
    expect([...form.keys()]).toEqual([`"; filename="x`, "b\r\nContent-Type: evil"])
    expect(form.get(`"; filename="x`)).toBe(evil)
    const file = form.get("b\r\nContent-Type: evil")
    expect(file).toBeInstanceOf(File)
    expect(file instanceof File && file.name).toBe(`q"\r\n.txt`)
  })

  it("boundaries differ from body to body", () => {
    const types = Array.from({ length: 50 }, () => Multipart.encode([]).contentType)
    expect(new Set(types).size).toBe(50)
  })

  it("pulls its source only when it is pulled", async () => {
    let pulled = 0
    const content = async function* () {
      while (true) {
        pulled++
        yield bytes("chunk")
      }
    }
    const encoded = Multipart.encode([{ name: "f", value: { filename: "f", content: content() } }])
    const iterator = encoded.chunks()[Symbol.asyncIterator]()
    expect(pulled).toBe(0)
    await iterator.next()
    expect(pulled).toBe(0)
    await iterator.next()
    await iterator.next()
    expect(pulled).toBe(2)
    await iterator.return?.()
  })

  it("leaving it closes the source, even one that is waiting", async () => {
    let cancelled = false
    const waiting = new ReadableStream<Uint8Array>({
      pull: () => new Promise(() => {}),
      cancel: () => {
        cancelled = true
      }
    })
    const iterator = Multipart.encode(Multipart.fields({ f: { filename: "f", content: waiting } }, asText))
      .chunks()
      [Symbol.asyncIterator]()
    await iterator.next()
    const pending = iterator.next()
    expect(await iterator.return?.()).toEqual({ done: true, value: undefined })
    expect(cancelled).toBe(true)
    await pending
  })
})

describe("fields", () => {
  it("lists repeat, null and undefined are left out, other values are text", () => {
    expect(Multipart.fields({ a: ["x", 1, null], b: undefined, c: null, d: { e: 1 } }, asText)).toEqual([
      { name: "a", value: "x" },
      { name: "a", value: "1" },
      { name: "d", value: `{"e":1}` }
    ])
  })
  it("a File brings its name, a Blob gets one", () => {
    const [file, blob] = Multipart.fields({ f: new File(["x"], "real.txt"), b: new Blob(["y"]) }, asText)
    expect(file).toMatchObject({ value: { filename: "real.txt" } })
    expect(blob).toMatchObject({ value: { filename: "file" } })
  })
  const wrong: ReadonlyArray<readonly [name: string, part: object, says: RegExp]> = [
    ["content that is a number", { filename: "f", content: 7 }, /^content of f must be bytes, text/],
    ["content that is nothing", { filename: "f", content: null }, /^content of f must be/],
    ["a filename that is none", { filename: 7, content: bytes("x") }, /^filename of f must be a text/],
    [
      "a line end in the type",
      { filename: "f", content: bytes("x"), contentType: "a/b\r\nX: 1" },
      /^contentType of f must be one line/
    ],
    ["a negative size", { filename: "f", content: pieces("x"), size: -1 }, /^size of f must be a whole number/],
    ["half a byte", { filename: "f", content: pieces("x"), size: 0.5 }, /^size of f must be a whole number/],
    [
      "a size that is not that of its bytes",
      { filename: "f", content: bytes("abc"), size: 4 },
      /^size of f is 4 bytes, but its content has 3/
    ]
  ]
  for (const [name, part, says] of wrong) {
    node(`a file part with ${name} is refused before sending`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([])
        const api = yield* client(server)
        const error = yield* failure(api.request(upload, [], { f: part }))
        expect(error).toMatchObject({ _tag: "ValidationError", attempts: 0 })
        expect(error.message.replace(/^things\.upload: a value cannot be written: /, "")).toMatch(says)
        expect(server.totalSockets).toBe(0)
      })
    )
  }
})

const received = (server: FaultServer.FaultServer, index: number): Effect.Effect<FormData> =>
  Effect.promise(async () => {
    const request = server.requests[index]
    return parse(request?.body ?? new Uint8Array(), request?.headers["content-type"])
  })

describe("uploads", () => {
  each(
    "buffered parts arrive whole, and again on a repeat",
    () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([FaultServer.respond(503), good])
        const api = yield* client(server, { idempotencyKeys: "generate" })
        const { exit } = yield* driven(
          api.request({ ...upload, idempotencyKey: true }, [], {
            scope: "tenant",
            tags: ["a", "b"],
            file: { filename: 'ü ".bin', content: bytes("\0bytes"), contentType: "application/x-thing" },
            other: new File(["text"], "t.txt", { type: "text/plain" })
          })
        )
        expect(exit._tag).toBe("Success")
        expect(server.requests).toHaveLength(2)
        for (const index of [0, 1]) {
          const form = yield* received(server, index)
          expect(form.getAll("tags")).toEqual(["a", "b"])
          const file = form.get("file")
          expect(file instanceof File && [file.name, file.type, file.size]).toEqual([
            'ü ".bin',
            "application/x-thing",
            6
          ])
          const other = form.get("other")
          expect(other instanceof File && [other.name, other.type]).toEqual(["t.txt", "text/plain"])
        }
      }),
    ["layerUndici"]
  )

  node("a stream with a size keeps its length on the wire", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request(upload, [], { a: "1", file: { filename: "s.bin", content: webStream("abc", "def"), size: 6 } })
      const [request] = server.requests
      expect(request?.headers["transfer-encoding"]).toBeUndefined()
      expect(Number(request?.headers["content-length"])).toBe(request?.body.byteLength)
    })
  )

  each("a stream of unknown size arrives whole", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request(upload, [], { a: "1", file: { filename: "s.bin", content: pieces("abc", "def") } })
      const form = yield* received(server, 0)
      const file = form.get("file")
      expect(form.get("a")).toBe("1")
      expect(file instanceof File && (yield* Effect.promise(() => file.text()))).toBe("abcdef")
    })
  )

  for (const [name, texts, size, says] of [
    ["short", ["abc"], 9, "file: size says 9 bytes, content has 3"],
    ["long", ["abc", "def"], 4, "file: size says 4 bytes, content has more"]
  ] as const) {
    each(`a source that turns out too ${name} is a ValidationError, and no server takes it for whole`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([good])
        const api = yield* client(server)
        const error = yield* failure(
          api.request(
            upload,
            [],
            { file: { filename: "s.bin", content: pieces(...texts), size } },
            { idempotencyKey: "k" }
          )
        )
        expect(error).toMatchObject({ _tag: "ValidationError", code: "INVALID_INPUT", attempts: 1 })
        expect(error.message).toBe(`POST /v1/files: ${says}`)
        yield* server.awaitOpenSockets(0)
        expect(server.requests.every((request) => !request.complete)).toBe(true)
      })
    )
  }

  each("a source that fails is a TransportError that tells its code, not repeated", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => good)
      const api = yield* client(server)
      const failing = async function* () {
        yield bytes("abc")
        throw Object.assign(new Error("no such file"), { code: "ENOENT" })
      }
      const error = yield* failure(
        api.request(upload, [], { file: { filename: "s.bin", content: failing() } }, { idempotencyKey: "k" })
      )
      expect(error).toMatchObject({ _tag: "TransportError", attempts: 1, code: "ENOENT" })
      yield* server.awaitOpenSockets(0)
      expect(server.requests.every((request) => !request.complete)).toBe(true)
    })
  )

  node("a source is not pulled ahead of a server that does not read", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never, { readBody: false })
      const api = yield* client(server)
      const chunk = new Uint8Array(64 * 1024)
      let pulled = 0
      const endless = async function* () {
        while (true) {
          pulled++
          yield chunk
        }
      }
      const fiber = yield* Effect.fork(api.request(upload, [], { file: { filename: "big", content: endless() } }))
      yield* server.awaitRequestHeads(1)
      let before = -1
      for (let quiet = 0; quiet < 200; quiet = pulled === before ? quiet + 1 : 0) {
        before = pulled
        yield* turn
      }
      // What two socket buffers hold, and no more: the source has no end.
      expect(pulled * chunk.byteLength).toBeLessThan(64 * 1024 * 1024)
      yield* Fiber.interrupt(fiber)
      const stopped = pulled
      yield* turn
      expect(pulled).toBe(stopped)
    })
  )
})
