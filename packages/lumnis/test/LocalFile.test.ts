import { execFile } from "node:child_process"
import * as Fs from "node:fs/promises"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import * as Path from "node:path"
import { promisify } from "node:util"
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path as PathService } from "@effect/platform/Path"
import { assert, describe, it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { bundled } from "@trilum/testing/child"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as LocalFile from "../src/node/LocalFile.js"
import { fileFromPath, saveFile } from "../src/node/promise.js"
import { createLumnis } from "../src/promise.js"
import * as H from "./support/harness.js"

const directory = Effect.acquireRelease(
  Effect.promise(() => Fs.mkdtemp(Path.join(tmpdir(), "trilum-files-"))),
  (path) => Effect.promise(() => Fs.rm(path, { recursive: true, force: true }))
)

const bytes = new TextEncoder().encode("one\ntwo\n")
const names = (path: string) => Effect.promise(() => Fs.readdir(path))
const read = (path: string) => Effect.promise(() => Fs.readFile(path, "utf8"))

/** One test on the real file system and the real clock. */
const withFiles = (
  name: string,
  test: () => Effect.Effect<unknown, unknown, FileSystem | PathService | Scope.Scope>
): void => it.scopedLive(name, () => Effect.provide(test(), DefaultFiles.layer))

describe("a file of this machine", () => {
  withFiles("is uploaded with its name, type, size and bytes", () =>
    Effect.gen(function* () {
      const path = Path.join(yield* directory, "r é.md")
      yield* Effect.promise(() => Fs.writeFile(path, bytes))
      const { lumnis, server } = yield* H.make([
        FaultServer.json({ file_id: "f1", file_name: "r", status: "pending", message: "" })
      ])
      const file = yield* LocalFile.fromPath(path, { contentType: "text/markdown" })
      assert.deepInclude(file, { filename: "r é.md", size: bytes.length })
      yield* lumnis.forUser("ada").files.upload({ file, scope: "user" })
      const [request] = yield* server.awaitRequests(1)
      assert.strictEqual(request?.headers["content-length"], String(request?.body.length))
      assert.include(request?.text ?? "", 'filename="r é.md"\r\nContent-Type: text/markdown\r\n\r\none\ntwo\n\r\n')
    })
  )

  withFiles("that cannot be read is an error before anything is sent", () =>
    Effect.gen(function* () {
      const folder = yield* directory
      for (const [path, code] of [
        [Path.join(folder, "missing.txt"), "ENOENT"],
        [folder, "EISDIR"],
        ["/dev/null", "INPUT_OUTPUT"]
      ] as const) {
        const error = yield* Effect.flip(LocalFile.fromPath(path))
        assert.deepInclude(error, { _tag: "LocalFileError", code, file: path })
      }
    })
  )

  withFiles("that becomes shorter while it is read fails the upload instead of sending something else", () =>
    Effect.gen(function* () {
      const path = Path.join(yield* directory, "shrinking.bin")
      yield* Effect.promise(() => Fs.writeFile(path, bytes))
      const { lumnis } = yield* H.make([FaultServer.json({})])
      const file = yield* LocalFile.fromPath(path)
      yield* Effect.promise(() => Fs.truncate(path, 3))
      const error = yield* Effect.flip(lumnis.forUser("ada").files.upload({ file, scope: "user" }))
      assert.strictEqual(error._tag, "TransportError")
    })
  )
})

describe("a named pipe", () => {
  withFiles("is uploaded as its writer writes it, and none of it is lost", () =>
    Effect.gen(function* () {
      const path = Path.join(yield* directory, "pipe")
      yield* Effect.promise(() => promisify(execFile)("mkfifo", [path]))
      const { lumnis, server } = yield* H.make([
        FaultServer.json({ file_id: "f1", file_name: "pipe", status: "pending", message: "" })
      ])
      const file = yield* LocalFile.fromPath(path, { filename: "a.txt" })
      const upload = yield* Effect.fork(lumnis.forUser("ada").files.upload({ file, scope: "user" }))
      yield* Effect.promise(() => Fs.writeFile(path, "x".repeat(200_000)))
      yield* Fiber.join(upload)
      const [request] = yield* server.awaitRequests(1)
      assert.include(request?.text ?? "", `\r\n\r\n${"x".repeat(200_000)}\r\n`)
    })
  )
})

describe("a download to a file", () => {
  withFiles("appears under its name once it is whole, and replaces what was there", () =>
    Effect.gen(function* () {
      const folder = yield* directory
      const path = Path.join(folder, "a.txt")
      yield* Effect.promise(() => Fs.writeFile(path, "before"))
      const seen = yield* Effect.orDie(
        Stream.make(bytes, bytes).pipe(
          Stream.tap(() => Effect.flatMap(read(path), (text) => Effect.sync(() => assert.strictEqual(text, "before")))),
          LocalFile.save(path)
        )
      )
      assert.deepStrictEqual(seen, { path, size: bytes.length * 2 })
      assert.strictEqual(yield* read(path), "one\ntwo\none\ntwo\n")
      assert.deepStrictEqual(yield* names(folder), ["a.txt"])
    })
  )

  withFiles("is whole though some of its chunks hold nothing", () =>
    Effect.gen(function* () {
      const path = Path.join(yield* directory, "a.txt")
      const sparse = Stream.make(0, 1, 0, 0, 2, 0).pipe(
        Stream.rechunk(1),
        Stream.filter((n) => n > 0),
        Stream.map(() => bytes)
      )
      const seen = yield* LocalFile.save(path)(sparse)
      assert.strictEqual(seen.size, bytes.length * 2)
      assert.strictEqual(yield* read(path), "one\ntwo\none\ntwo\n")
    })
  )

  withFiles("that fails leaves nothing behind, and what was there as it was", () =>
    Effect.gen(function* () {
      const folder = yield* directory
      const path = Path.join(folder, "a.txt")
      const failing = Stream.concat(Stream.make(bytes), Stream.fail("cut" as const))
      assert.strictEqual(yield* Effect.flip(LocalFile.save(path)(failing)), "cut")
      assert.deepStrictEqual(yield* names(folder), [])
      yield* Effect.promise(() => Fs.writeFile(path, "before"))
      yield* Effect.flip(LocalFile.save(path)(failing))
      assert.strictEqual(yield* read(path), "before")
      assert.deepStrictEqual(yield* names(folder), ["a.txt"])
    })
  )

  withFiles("that is interrupted leaves nothing behind", () =>
    Effect.gen(function* () {
      const folder = yield* directory
      const begun = FaultServer.gate()
      const endless = Stream.concat(
        Stream.tap(Stream.make(bytes, bytes), () => Effect.sync(() => begun.open())),
        Stream.never
      )
      const fiber = yield* Effect.fork(LocalFile.save(Path.join(folder, "a.txt"))(endless))
      yield* Effect.promise(() => begun.opened)
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(yield* names(folder), [])
    })
  )

  withFiles("does not replace a file where that is not wanted, also one that appears meanwhile", () =>
    Effect.gen(function* () {
      const folder = yield* directory
      const path = Path.join(folder, "a.txt")
      const save = LocalFile.save(path, { overwrite: false })
      const meanwhile = Stream.tap(Stream.make(bytes), () => Effect.promise(() => Fs.writeFile(path, "other")))
      assert.deepInclude(yield* Effect.flip(save(meanwhile)), { _tag: "LocalFileError", reason: "exists" })
      assert.deepInclude(yield* Effect.flip(save(Stream.dieMessage("read"))), { reason: "exists" })
      assert.strictEqual(yield* read(path), "other")
      assert.deepStrictEqual(yield* names(folder), ["a.txt"])
      const fresh = Path.join(folder, "b.txt")
      yield* LocalFile.save(fresh, { overwrite: false })(Stream.make(bytes))
      assert.deepStrictEqual(yield* names(folder), ["a.txt", "b.txt"])
    })
  )

  withFiles("into a folder that is not there is an error that names it", () =>
    Effect.gen(function* () {
      const path = Path.join(yield* directory, "no", "a.txt")
      const error = yield* Effect.flip(LocalFile.save(path)(Stream.make(bytes)))
      assert.deepInclude(error, { _tag: "LocalFileError", code: "ENOENT", file: path })
    })
  )

  withFiles("promises: up from a path, down to a path, errors as they are", () =>
    Effect.gen(function* () {
      const folder = yield* directory
      const source = Path.join(folder, "a.txt")
      yield* Effect.promise(() => Fs.writeFile(source, bytes))
      const server = yield* FaultServer.make([
        FaultServer.json({ file_id: "f1", file_name: "a.txt", status: "pending", message: "" }),
        FaultServer.respond(200, { body: bytes, headers: { "content-type": "text/plain" } })
      ])
      yield* Effect.promise(async () => {
        const lumnis = createLumnis({ apiKey: H.apiKey, baseUrl: server.url }).forUser("ada")
        const { file_id } = await lumnis.files.upload({ file: await fileFromPath(source), scope: "user" })
        await saveFile(lumnis.files.download(file_id), Path.join(folder, "b.txt"))
        const error = await fileFromPath(Path.join(folder, "c.txt")).catch((failure: unknown) => failure)
        assert.instanceOf(error, LocalFile.LocalFileError)
      })
      assert.strictEqual(yield* read(Path.join(folder, "b.txt")), "one\ntwo\n")
    })
  )
})

/** Takes uploads without keeping them, and gives as many bytes as the last one had. */
const sink = Effect.acquireRelease(
  Effect.promise(
    () =>
      new Promise<{ readonly server: Http.Server; readonly url: string }>((resolve) => {
        const block = Buffer.alloc(256 * 1024)
        let taken = 0
        const server = Http.createServer((request, response) => {
          if (request.method === "GET") {
            response.writeHead(200, { "content-type": "application/octet-stream", "content-length": taken })
            let left = taken
            const more = (): void => {
              while (left > 0) {
                const part = block.subarray(0, Math.min(left, block.length))
                left -= part.length
                if (!response.write(part)) {
                  response.once("drain", more)
                  return
                }
              }
              response.end()
            }
            more()
            return
          }
          taken = 0
          request.on("data", (chunk: Buffer) => {
            taken += chunk.length
          })
          request.on("end", () => {
            response.writeHead(200, { "content-type": "application/json" })
            response.end(JSON.stringify({ file_id: "f1", file_name: "a", status: "pending", message: "" }))
          })
        })
        server.listen(0, "127.0.0.1", () =>
          resolve({ server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` })
        )
      })
  ),
  ({ server }) => Effect.sync(() => server.close())
)

describe("memory", () => {
  it.scopedLive(
    "an upload from a path and a download to a path stay within bounds, whatever the size (defect 15)",
    () =>
      Effect.gen(function* () {
        const folder = yield* directory
        const { url } = yield* sink
        const megabytes = Number(process.env["TRILUM_TRANSFER_MB"] ?? 256)
        const source = Path.join(folder, "large.bin")
        const script = yield* Effect.promise(() => bundled(new URL("./support/transferChild.ts", import.meta.url)))
        yield* Effect.promise(async () => {
          await Fs.writeFile(source, "")
          // Without blocks on the disk, so its size costs nothing.
          await Fs.truncate(source, megabytes * 1024 * 1024)
        })
        const { stdout } = yield* Effect.promise(() =>
          promisify(execFile)(process.execPath, ["--expose-gc", script, url, source, Path.join(folder, "copy.bin")])
        )
        const { growth, size } = JSON.parse(stdout)
        assert.isAbove(size, megabytes * 1024 * 1024)
        assert.isBelow(growth, 150 * 1024 * 1024)
      }),
    { timeout: 120_000 }
  )
})
