/// <reference path="./support/jsdom.d.ts" />
import { createReadStream, mkdtempSync, openAsBlob, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Readable } from "node:stream"
import { runInNewContext } from "node:vm"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, driven, each, failure, node, upload } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import { JSDOM } from "jsdom"
import * as FileInput from "../src/FileInput.js"
import * as LocalFile from "../src/LocalFile.js"

const good = FaultServer.json({ id: "1", kind: "big" })
const text = "one\nzwei ü\n"
const bytes = new TextEncoder().encode(text)
const plain = "text/plain"
const octets = "application/octet-stream"

/** A file of this machine, gone with the test. */
const onDisk = Effect.map(
  Effect.acquireRelease(
    Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-"))),
    (folder) => Effect.sync(() => rmSync(folder, { recursive: true }))
  ),
  (folder) => {
    writeFileSync(join(folder, "a b.txt"), text)
    return join(folder, "a b.txt")
  }
)

/** The globals of jsdom, as test environments install them. */
const inJsdom = Effect.acquireRelease(
  Effect.sync(() => {
    const { Blob, File, FileReader, FormData } = new JSDOM().window
    const before = { Blob: globalThis.Blob, File: globalThis.File, FormData: globalThis.FormData }
    Object.assign(globalThis, { Blob, File, FileReader, FormData })
    return before
  }),
  (before) => Effect.sync(() => Object.assign(globalThis, { FileReader: undefined, ...before }))
)

const served = (headers: Record<string, string> = {}): Promise<Response> =>
  Promise.resolve(new Response(text, { headers: { "content-type": plain, ...headers } }))

const named = { filename: "a b.txt", contentType: plain }

type Kind = readonly [
  name: string,
  make: (path: string) => FileInput.FileInput | Promise<FileInput.FileInput>,
  type?: string
]

const kinds: ReadonlyArray<Kind> = [
  ["a string with a name", () => FileInput.toFile(text, "a b.txt", { contentType: plain })],
  ["a Buffer with a name", () => ({ ...named, content: Buffer.from(text) })],
  ["a Uint8Array with a name", () => ({ ...named, content: bytes })],
  ["an ArrayBuffer with a name", () => ({ ...named, content: Uint8Array.from(bytes).buffer })],
  ["a DataView with a name", () => ({ ...named, content: new DataView(Uint8Array.from(bytes).buffer) })],
  [
    "an array of bytes of another realm",
    () => ({ ...named, content: runInNewContext(`Uint8Array.from([${bytes.join(",")}])`) })
  ],
  ["a File", () => new File([bytes], "a b.txt", { type: plain })],
  ["a Blob with a name", () => FileInput.toFile(new Blob([bytes], { type: plain }), "a b.txt")],
  ["fs.openAsBlob with a name", async (path) => FileInput.toFile(await openAsBlob(path, { type: plain }), "a b.txt")],
  ["fs.createReadStream", (path) => createReadStream(path), octets],
  ["fs.createReadStream of texts", (path) => createReadStream(path, "utf8"), octets],
  ["a stream of Node with a name", () => FileInput.toFile(Readable.from([bytes]), "a b.txt", { contentType: plain })],
  ["a web stream with a name", () => ({ ...named, content: new Blob([bytes]).stream() })],
  ["a response with a disposition", () => served({ "content-disposition": `attachment; filename="a b.txt"` })],
  ["a response with a name", async () => FileInput.toFile(await served(), "a b.txt")],
  [
    "a response of a URL",
    async () => Object.defineProperty(await served(), "url", { value: "https://files.example/x/a%20b.txt?sig=1" })
  ],
  ["a path through fileFromPath", (path) => LocalFile.fileFromPath(path, { contentType: plain })],
  [
    "a Blob whose name is a path, as that of Bun.file",
    () => Object.assign(new Blob([bytes], { type: plain }), { name: "./folder/a b.txt" })
  ]
]

const received = (server: FaultServer.FaultServer, index = 0) =>
  Effect.promise(async () => {
    const { body = new Uint8Array(), headers = {} } = server.requests[index] ?? {}
    const form = await new Response(Uint8Array.from(body), {
      headers: { "content-type": headers["content-type"] ?? "" }
    }).formData()
    const file = form.get("file")
    return file instanceof File ? [file.name, file.type, await file.text()] : file
  })

const rest = ["layerUndici", "NodeTransport under mapRequest", "NodeTransport under a recorder"]

describe("what programs have as files", () => {
  for (const [name, make, type = plain] of kinds) {
    each(
      `${name} arrives with its name, type and bytes`,
      () =>
        Effect.gen(function* () {
          const path = yield* onDisk
          const server = yield* FaultServer.make([good])
          const api = yield* client(server)
          const file = yield* Effect.promise(async () => make(path))
          yield* api.request(upload, [], { file, scope: "tenant" })
          assert.deepStrictEqual(yield* received(server), ["a b.txt", type, text])
        }),
      rest
    )
  }

  each(
    "files of jsdom arrive, and arrive a second time on a retry",
    () =>
      Effect.gen(function* () {
        const { File: _, ...native } = yield* inJsdom
        const server = yield* FaultServer.make([FaultServer.respond(503), good])
        const api = yield* client(server, { idempotencyKeys: "generate" })
        const file = new File([text], "a b.txt", { type: plain })
        assert.notInstanceOf(file, native.Blob)
        const { exit } = yield* driven(api.request({ ...upload, idempotencyKey: true }, [], { file, scope: "tenant" }))
        assert.strictEqual(exit._tag, "Success")
        for (const { body } of server.requests) {
          assert.include(body.toString(), `filename="a b.txt"\r\nContent-Type: text/plain\r\n\r\n${text}\r\n`)
        }
        assert.lengthOf(server.requests, 2)
      }),
    rest
  )

  node("a stream of Node that fails before it is read fails the call and not the process", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => good)
      const api = yield* client(server)
      const file = createReadStream("/there/is/no/such/file.txt")
      const sending = api.request(upload, [], { file }, { idempotencyKey: "k" })
      const error = yield* failure(sending)
      assert.include(error, { _tag: "TransportError", code: "ENOENT", attempts: 1 })
    })
  )
})

describe("what is no file", () => {
  const used = async (): Promise<Response> => {
    const response = await served()
    await response.text()
    return response
  }
  const locked = (): ReadableStream<Uint8Array> => {
    const stream = new Blob([bytes]).stream()
    stream.getReader()
    return stream
  }
  const wrong: ReadonlyArray<readonly [string, () => unknown, RegExp]> = [
    ["bytes without a name", () => bytes, /^file has no name; give it one with toFile/],
    ["a stream without a name", () => new Blob([bytes]).stream(), /^file has no name/],
    ["a string", () => text, /^file is a string; it has no name.*fileFromPath/],
    [
      "a promise of a file",
      () => ({ filename: "f", content: Promise.resolve(bytes) }),
      /^content of file is a promise; await/
    ],
    ["an answer with an error", () => new Response("no", { status: 404 }), /^file is a response with status 404/],
    ["an answer that was read", used, /^file is a response whose body was already read/],
    ["a stream that is read elsewhere", () => ({ filename: "f", content: locked() }), /is being read elsewhere/],
    ["a File of jsdom without jsdom", () => new new JSDOM().window.File([""], "f"), /this runtime cannot read/],
    ["a number", () => 7, /^file must be bytes, text, a Blob/],
    ["nothing", () => null, /^file must be bytes/],
    ["a blank name", () => ({ filename: " ", content: bytes }), /^filename of file must be a text that is not blank/]
  ]
  for (const [name, make, says] of wrong) {
    it(`${name} is named as what is wrong with the input`, async () => {
      const made = FileInput.make("file", await make())
      assert.match(Either.isLeft(made) ? made.left : "nothing is wrong", says)
    })
  }

  node("a value that is a file without a name is refused before sending", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([])
      const error = yield* failure((yield* client(server)).request(upload, [], { file: bytes }))
      assert.include(error, { _tag: "ValidationError", attempts: 0 })
      assert.include(error.message, "file has no name")
      assert.strictEqual(server.totalSockets, 0)
    })
  )
})
