import { assert, describe, it } from "@effect/vitest"
import type { RequestOptions } from "@trilum/core/ApiClient"
import * as Progress from "@trilum/core/Progress"
import { WaitTimeoutError } from "@trilum/core/RunError"
import { startEmulator } from "@trilum/emulator"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import type { Lumnis } from "../src/Lumnis.js"
import { FileAccessDeniedError, FileNotFoundError, FileProcessingError } from "../src/ResourceError.js"
import * as Upload from "../src/Upload.js"
import * as H from "./support/harness.js"

const emulated = Effect.acquireRelease(
  Effect.promise(() => startEmulator({ pace: 0 })),
  (emulator) => Effect.promise(() => emulator.stop())
)

/** A client of an emulator, bound to a user. */
const client = Effect.gen(function* () {
  const emulator = yield* emulated
  const { lumnis } = yield* H.make([], { baseUrl: emulator.urls.lumnis, retry: false })
  return { emulator, files: lumnis.forUser("ada@example.com").files, lumnis }
})

const text = "one\ntwo\nthree\n"
const bytes = new TextEncoder().encode(text)
const tenant = { scope: "tenant" } as const

const collect = <E>(stream: Stream.Stream<Uint8Array, E>): Effect.Effect<Buffer, E> =>
  Effect.map(Stream.runCollect(stream), (chunks) => Buffer.concat(Chunk.toReadonlyArray(chunks)))

async function* pieces(): AsyncGenerator<Uint8Array> {
  yield bytes.subarray(0, 5)
  yield bytes.subarray(5)
}

const contents: ReadonlyArray<readonly [string, () => Upload.Content<string>]> = [
  ["bytes", () => ({ filename: "a b.txt", contentType: "text/plain", content: bytes })],
  ["text", () => ({ filename: "a b.txt", contentType: "text/plain", content: text })],
  [
    "a response",
    () =>
      new Response(text, {
        headers: { "content-type": "text/plain", "content-disposition": `attachment; filename="a b.txt"` }
      })
  ],
  ["a Blob", () => new File([bytes], "a b.txt", { type: "text/plain" })],
  ["an async iterable", () => ({ filename: "a b.txt", contentType: "text/plain", content: pieces() })],
  ["a web stream", () => ({ filename: "a b.txt", contentType: "text/plain", content: new Blob([bytes]).stream() })],
  [
    "a Stream",
    () => ({
      filename: "a b.txt",
      contentType: "text/plain",
      content: Stream.make(bytes.subarray(0, 3), bytes.subarray(3))
    })
  ],
  [
    "a Stream of known size",
    () => ({ filename: "a b.txt", contentType: "text/plain", size: bytes.length, content: Stream.make(bytes) })
  ]
]

const uploaded = (status = "pending") =>
  FaultServer.json({ file_id: "f1", file_name: "a.txt", status, message: "File uploaded successfully" })

const state = (status: string, embedded = 0, total = 4, error: string | null = null) =>
  FaultServer.json({
    status,
    progress_percentage: 0,
    chunks_embedded: embedded,
    total_chunks: total,
    error_message: error,
    jobs: []
  })

describe("upload", () => {
  for (const [name, content] of contents) {
    it.scoped(`real multipart with the file's own bytes, name and type: ${name} (defect 17)`, () =>
      Effect.gen(function* () {
        const { emulator, files } = yield* client
        const { file_id, file_name } = yield* files.upload({
          file: content(),
          scope: "user",
          tags: [" Q3 ", "q3", "Ärger"]
        })
        assert.strictEqual(file_name, "a b.txt")
        const stored = yield* files.get(file_id)
        assert.strictEqual(stored.mime_type, "text/plain")
        assert.strictEqual(stored.file_size, bytes.length)
        assert.strictEqual(stored.file_scope, "user")
        assert.deepStrictEqual(stored.tags, ["q3", "ärger"])
        assert.deepStrictEqual(yield* collect(files.download(file_id)), Buffer.from(bytes))
        const request = emulator.requests().find(({ operation }) => operation === "uploadFile")
        assert.match(String(request?.headers["content-type"]), /^multipart\/form-data; ?boundary=/)
      })
    )
  }

  it.scoped("an empty file is a file (defect 15)", () =>
    Effect.gen(function* () {
      const { files } = yield* client
      const { file_id } = yield* files.upload({ file: new File([], "empty.txt"), scope: "user" })
      assert.strictEqual((yield* files.get(file_id)).file_size, 0)
    })
  )

  it.scoped("what is wrong is refused before anything is sent", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([])
      const { files } = lumnis.forUser("ada")
      const file = new File(["x"], "x.txt")
      const tags = (count: number) => Array.from({ length: count }, (_, n) => `t${n}`)
      const wrong: ReadonlyArray<readonly [RegExp, Effect.Effect<unknown, unknown>]> = [
        [/at most 10/, files.upload({ file, ...tenant, tags: tags(11) })],
        [/51 characters/, files.upload({ file, ...tenant, tags: "x".repeat(51) })],
        [/has a comma/, files.upload({ file, ...tenant, tags: ["a,b"] })],
        [/scope must be/, files.upload({ file, scope: "team" as "user" })],
        [/scope must be/, files.upload({ file } as unknown as Upload.UploadParams)],
        [/duplicate_handling must be one of/, files.upload({ file, ...tenant, duplicate_handling: "merge" as "skip" })],
        [/filename of file/, files.upload({ file: { filename: " ", content: bytes }, ...tenant })],
        [
          /file is a string; it has no name.*fileFromPath/,
          files.upload({ file: "report.pdf" as unknown as Blob, ...tenant })
        ],
        [/files must be a list of at least 1/, files.bulkUpload({ files: [], ...tenant })],
        [/files\[1\] must be/, files.bulkUpload({ files: [file, {} as Blob], ...tenant })],
        [/limit must be a whole number from 1 to 50/, files.search({ query: "x", limit: 51 })],
        [/min_score must be a number from 0 to 1/, files.search({ query: "x", min_score: 1.1 })],
        [/query must be/, files.search({ query: "  " })],
        [/start_line must be a whole number of at least 1/, files.getContent("f", { start_line: 0 })],
        [/end_line must not be less than start_line/, files.getContent("f", { start_line: 5, end_line: 4 })],
        [/limit must be a whole number from 1 to 100/, files.list({ limit: 101 })],
        [/page must be/, Stream.runDrain(files.listAll({ page: 0 }))],
        [/file_ids must be a list of at least 1/, files.bulkDelete({ file_ids: [] })],
        [/scope must be one of/, files.updateScope("f", { scope: "all" as "user" })],
        [/pollInterval is not a duration/, files.waitUntilProcessed("f", { pollInterval: "soon" as "1 seconds" })]
      ]
      for (const [message, call] of wrong) {
        const error = yield* Effect.flip(call)
        assert.deepInclude(error, { _tag: "ValidationError", code: "INVALID_INPUT", attempts: 0 })
        assert.match(String(Reflect.get(Object(error), "message")), message)
      }
      const nobody = yield* Effect.flip(lumnis.files.upload({ file, scope: "user" }))
      assert.strictEqual(nobody._tag, "MissingUserId")
      assert.strictEqual(server.requests.length, 0)
    })
  )

  it.scoped("bytes that can be sent again are, under one idempotency key; a stream is sent once", () =>
    Effect.gen(function* () {
      const second = yield* H.make([FaultServer.respond(503), uploaded()], { retry: { jitter: "none", baseDelay: 0 } })
      yield* second.lumnis.files.upload({ file: new File([bytes], "a.txt"), ...tenant }, { scope: "tenant" })
      const keys = second.server.requests.map(({ headers }) => headers["idempotency-key"])
      assert.strictEqual(keys.length, 2)
      assert.isString(keys[0])
      assert.strictEqual(keys[0], keys[1])
      const once = yield* H.make([FaultServer.respond(503), uploaded()], { retry: { jitter: "none", baseDelay: 0 } })
      const error = yield* Effect.flip(
        once.lumnis.files.upload(
          { file: { filename: "a.txt", content: Stream.make(bytes) }, ...tenant },
          { scope: "tenant" }
        )
      )
      assert.strictEqual(error._tag, "ServerError")
      assert.strictEqual(once.server.requests.length, 1)
    })
  )

  it.scoped("a stream that fails gives its own error, not the transport's", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([uploaded()])
      class DiskError {
        readonly _tag = "DiskError"
      }
      const content = Stream.concat(Stream.make(bytes), Stream.fail(new DiskError()))
      const error = yield* Effect.flip(
        lumnis.files.upload({ file: { filename: "a.txt", size: 99, content }, ...tenant }, { scope: "tenant" })
      )
      assert.instanceOf(error, DiskError)
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("interrupting an upload closes its source and its socket", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([uploaded()])
      const closed = FaultServer.gate()
      const content = Stream.ensuring(
        Stream.concat(Stream.make(bytes), Stream.never),
        Effect.sync(() => closed.open())
      )
      const fiber = yield* Effect.fork(
        lumnis.files.upload({ file: { filename: "a.txt", content }, ...tenant }, { scope: "tenant" })
      )
      yield* server.awaitBodyBytes(0, bytes.length)
      yield* Fiber.interrupt(fiber)
      yield* Effect.promise(() => closed.opened)
      yield* server.awaitOpenSockets(0)
    })
  )

  for (const size of [10, 3 * 1024 * 1024]) {
    it.scoped(`progress of ${size} bytes adds up to them, whatever they come from`, () =>
      Effect.gen(function* () {
        const { lumnis } = yield* client
        const content = new Uint8Array(size)
        const sources: ReadonlyArray<Upload.Content> = [
          new File([content], "blob"),
          { filename: "bytes", content },
          { filename: "stream", size, content: Stream.fromIterable([content.subarray(0, 7), content.subarray(7)]) },
          { filename: "web", content: new Blob([content]).stream() }
        ]
        for (const file of sources) {
          const reported: Array<Progress.Progress> = []
          yield* lumnis.files
            .upload({ file, ...tenant }, { scope: "tenant" })
            .pipe(Progress.withSink((progress) => reported.push(progress)))
          const name = Upload.nameOf(file)
          const total = name === "web" ? undefined : size
          const about = ({ done, label, status, total, unit }: Progress.Progress) => ({
            done,
            label,
            status,
            total,
            unit
          })
          assert.deepStrictEqual(reported.slice(0, 1).map(about), [
            { done: 0, label: name, status: "running", total, unit: "bytes" }
          ])
          assert.deepStrictEqual(reported.slice(-1).map(about), [
            { done: size, label: name, status: "succeeded", total, unit: "bytes" }
          ])
        }
      })
    )
  }

  it.scoped("duplicate names are handled as asked for", () =>
    Effect.gen(function* () {
      const { files } = yield* client
      const upload = (duplicate_handling?: "error" | "skip" | "replace" | "suffix") =>
        files.upload({ file: new File([text], "a.txt"), scope: "user", duplicate_handling })
      const { file_id } = yield* upload()
      assert.strictEqual((yield* upload("suffix")).file_name, "a (1).txt")
      assert.strictEqual((yield* upload("skip")).file_id, file_id)
      assert.strictEqual((yield* Effect.flip(upload("error")))._tag, "ConflictError")
      assert.notStrictEqual((yield* upload("replace")).file_id, file_id)
    })
  )

  it.scoped("a bulk upload that takes only some files is a success that names the others", () =>
    Effect.gen(function* () {
      const { files } = yield* client
      const all = yield* files.bulkUpload({
        files: [new File(["1"], "1.txt"), { filename: "2.txt", content: Stream.make(bytes) }],
        scope: "user",
        tags: "a,b"
      })
      assert.deepStrictEqual([all.total_uploaded, all.total_failed], [2, 0])
      const partial = yield* H.make([
        FaultServer.json({
          uploaded: [{ file_id: "f1", file_name: "1.txt", status: "pending", message: "" }],
          failed: [{ filename: "2.txt", error: "too large" }],
          total_uploaded: 1,
          total_failed: 1
        })
      ])
      const some = yield* partial.lumnis.forUser("ada").files.bulkUpload({ files: [new Blob(["1"])], scope: "user" })
      assert.deepStrictEqual(some.failed, [{ filename: "2.txt", error: "too large" }])
    })
  )
})

describe("waiting for the processing of a file", () => {
  it.scoped("looks every 2 seconds until it is completed", () =>
    Effect.gen(function* () {
      const { lumnis, server, times } = yield* H.make([
        state("pending"),
        state("parsing"),
        state("embedding", 2),
        state("completed", 4)
      ])
      const fiber = yield* Effect.fork(lumnis.forUser("ada").files.waitUntilProcessed("f1"))
      for (let look = 0; look < 3; look++) yield* H.passSleep(2000)
      assert.strictEqual((yield* Fiber.join(fiber)).status, "completed")
      assert.deepStrictEqual(times, [0, 2000, 4000, 6000])
      assert.strictEqual(server.requests[0]?.url, "/v1/files/f1/status?user_id=ada")
    })
  )

  it.scoped("every status is told as it is seen, and a listener that throws costs nothing", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([uploaded(), state("embedding", 1), state("completed", 4)])
      const seen: Array<readonly [string, number]> = []
      const fiber = yield* Effect.fork(
        lumnis.forUser("ada").files.uploadAndWait({
          file: new Blob(["x"]),
          scope: "user",
          onStatus: (status) => {
            seen.push([status.status, Upload.percentage(status)])
            throw new Error("no")
          }
        })
      )
      yield* H.passSleep(2000)
      assert.strictEqual((yield* Fiber.join(fiber)).processing.status, "completed")
      assert.deepStrictEqual(seen, [
        ["embedding", 25],
        ["completed", 100]
      ])
    })
  )

  it.scoped("a file read in part is a result, one that cannot be read an error that says why", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([
        state("partial_success", 2),
        state("error", 0, 0, "no text in token=abc123def456ghi789jkl0")
      ])
      const { files } = lumnis.forUser("ada")
      assert.strictEqual((yield* files.waitUntilProcessed("f1")).status, "partial_success")
      const error = yield* Effect.flip(files.waitUntilProcessed("f1"))
      assert.instanceOf(error, FileProcessingError)
      assert.match(error.message, /f1 could not be processed: no text in token=\[REDACTED\]/)
      assert.strictEqual(error.processing.status, "error")
      assert.notInclude(JSON.stringify(error), "abc123")
    })
  )

  it.scoped("the deadline is an error that names the last status and leaves no request open", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make(() => state("embedding", 1))
      const fiber = yield* Effect.fork(
        Effect.flip(
          lumnis.forUser("ada").files.waitUntilProcessed("f1", { deadline: "5 seconds", pollInterval: "3 seconds" })
        )
      )
      yield* H.awaitSleep(3000)
      yield* TestClock.adjust(3000)
      yield* server.awaitRequests(2)
      yield* H.awaitSleep(3000)
      yield* TestClock.adjust(2000)
      const error = yield* Fiber.join(fiber)
      assert.instanceOf(error, WaitTimeoutError)
      assert.deepInclude(error, { subject: "file f1", lastStatus: "embedding", code: "WAIT_TIMEOUT", elapsed: 5000 })
      assert.match(error.message, /^file f1 is not finished after 5s \(status embedding\)$/)
    })
  )

  it.scoped("uploadAndWait asks for the file it uploaded, without the upload's key and time limit", () =>
    Effect.gen(function* () {
      const { lumnis, server } = yield* H.make([uploaded(), state("completed", 4)])
      const options: RequestOptions = { idempotencyKey: "mine", timeout: "5 minutes" }
      const done = yield* lumnis.forUser("ada").files.uploadAndWait({ file: new Blob(["x"]), scope: "user" }, options)
      assert.strictEqual(done.upload.file_id, "f1")
      assert.strictEqual(Upload.percentage(done.processing), 100)
      assert.deepStrictEqual(
        server.requests.map(({ headers, method, url }) => [method, url, headers["idempotency-key"]]),
        [
          ["POST", "/v1/files/upload", "mine"],
          ["GET", "/v1/files/f1/status?user_id=ada", undefined]
        ]
      )
    })
  )

  it("the percentage is that of the contract", () => {
    const of = (chunks_embedded: number, total_chunks: number) => Upload.percentage({ chunks_embedded, total_chunks })
    assert.deepStrictEqual([of(0, 0), of(3, 0), of(1, 4), of(4, 4), of(9, 4)], [0, 100, 25, 100, 100])
  })
})

describe("files", () => {
  const routes: ReadonlyArray<
    readonly [string, boolean, (files: Lumnis.Service["files"]) => Effect.Effect<unknown, unknown>]
  > = [
    ["get", true, (files) => files.get("f1")],
    ["getStatus", true, (files) => files.getStatus("f1")],
    ["getContent", true, (files) => files.getContent("f1")],
    ["download", true, (files) => Stream.runDrain(files.download("f1"))],
    ["updateScope", true, (files) => files.updateScope("f1", { scope: "user" })],
    ["delete", true, (files) => files.delete("f1")],
    ["waitUntilProcessed", true, (files) => files.waitUntilProcessed("f1")],
    ["list", false, (files) => files.list()],
    ["listAll", false, (files) => Stream.runDrain(files.listAll())],
    ["search", false, (files) => files.search({ query: "x" })],
    ["getStatistics", false, (files) => files.getStatistics()],
    ["bulkDelete", false, (files) => files.bulkDelete({ file_ids: ["f1"] })],
    ["upload", false, (files) => files.upload({ file: new Blob(["x"]), scope: "user" })]
  ]

  it.scoped("404 and 403 have their own errors on every route (defect 15)", () =>
    Effect.gen(function* () {
      for (const [name, named, call] of routes) {
        for (const [status, type] of [
          [404, FileNotFoundError],
          [403, FileAccessDeniedError]
        ] as const) {
          const { lumnis } = yield* H.make([
            FaultServer.json({ message: "no" }, { status, headers: { "x-request-id": "r1" } })
          ])
          const error = yield* Effect.flip(call(lumnis.forUser("ada").files))
          assert.isTrue(error instanceof type, name)
          assert.strictEqual(Reflect.get(Object(error), "fileId"), named ? "f1" : undefined, name)
          assert.deepInclude(error, { status, requestId: "r1", platform: "lumnis" }, name)
        }
      }
    })
  )

  it.scoped("lists, finds, reads, moves and deletes what was uploaded", () =>
    Effect.gen(function* () {
      const { files } = yield* client
      const upload = (name: string, tags?: ReadonlyArray<string>) =>
        files.upload({ file: new File([text], name), scope: "user", tags })
      const first = yield* upload("a.txt", ["x", "y"])
      yield* upload("b.txt", ["x"])
      const named = (page: { readonly file_name: string }) => page.file_name
      assert.deepStrictEqual((yield* files.list({ tags: ["Y ", "x"] })).files.map(named), ["a.txt"])
      const all = yield* Stream.runCollect(files.listAll({ limit: 1, tags: "x" }))
      assert.strictEqual(Chunk.size(all), 2)
      const found = yield* files.search({ query: "two", tags: [" X"], limit: 50, min_score: 0 })
      assert.strictEqual(found.results[0]?.chunks[0]?.chunk_text, "two")
      assert.strictEqual((yield* files.getContent(first.file_id, { start_line: 2, end_line: 3 })).text, "two\nthree")
      assert.strictEqual((yield* files.getStatistics()).total_files, 2)
      assert.strictEqual((yield* files.updateScope(first.file_id, { scope: "tenant" })).file_scope, "tenant")
      const gone = yield* files.bulkDelete({ file_ids: [first.file_id, "00000000-0000-4000-8000-000000000000"] })
      assert.deepStrictEqual([gone.deleted?.length, gone.failed?.length], [1, 1])
      assert.strictEqual((yield* Effect.flip(files.get(first.file_id)))._tag, "FileNotFoundError")
    })
  )
})

describe("download", () => {
  const origin = { "content-type": "application/octet-stream" }

  it.scoped("a redirect to another host drops every credential and header of the caller", () =>
    Effect.gen(function* () {
      const storage = yield* FaultServer.make([FaultServer.respond(200, { headers: origin, body: bytes })])
      const { lumnis, server } = yield* H.make([FaultServer.redirect(`${storage.url}/blob?X-Amz-Signature=s3cret`)])
      const seen: Array<number> = []
      const stream = lumnis.forUser("ada").files.download("f1", undefined, {
        headers: { "x-mine": "1", cookie: "session=1" },
        onResponse: ({ status }) => seen.push(status)
      })
      assert.deepStrictEqual(yield* collect(stream), Buffer.from(bytes))
      assert.strictEqual(server.requests[0]?.headers.authorization, `Bearer ${H.apiKey}`)
      const [request] = storage.requests
      assert.strictEqual(request?.url, "/blob?X-Amz-Signature=s3cret")
      for (const name of ["authorization", "x-api-key", "x-mine", "cookie", "idempotency-key"]) {
        assert.isUndefined(request?.headers[name], name)
      }
      assert.deepStrictEqual(seen, [302])
    })
  )

  it.scoped("a body from another host that breaks off is read on from where it stopped", () =>
    Effect.gen(function* () {
      const storage = yield* FaultServer.make((request) => {
        const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? "")?.[1] ?? 0)
        const head = { headers: { ...origin, etag: '"1"', "accept-ranges": "bytes" } }
        if (from === 0) return FaultServer.closeAfter(5, { ...head, body: bytes })
        return FaultServer.respond(206, {
          headers: { ...head.headers, "content-range": `bytes ${from}-${bytes.length - 1}/${bytes.length}` },
          body: bytes.subarray(from)
        })
      })
      const { lumnis } = yield* H.make([FaultServer.redirect(`${storage.url}/blob`)])
      const stream = lumnis.forUser("ada").files.download("f1", undefined, { retry: { baseDelay: 0, jitter: "none" } })
      const fiber = yield* Effect.fork(collect(stream))
      yield* storage.awaitRequests(1)
      while ((yield* Fiber.poll(fiber))._tag === "None") {
        yield* H.turn
        yield* TestClock.adjust(1000)
      }
      assert.deepStrictEqual(yield* Fiber.join(fiber), Buffer.from(bytes))
      assert.strictEqual(storage.requests.length, 2)
    })
  )

  it.scoped("a link that has run out is asked for anew", () =>
    Effect.gen(function* () {
      const storage = yield* FaultServer.make((request) =>
        request.url === "/old" ? FaultServer.respond(403) : FaultServer.respond(200, { headers: origin, body: bytes })
      )
      const { lumnis, server } = yield* H.make([
        FaultServer.redirect(`${storage.url}/old`),
        FaultServer.redirect(`${storage.url}/new`)
      ])
      assert.deepStrictEqual(yield* collect(lumnis.forUser("ada").files.download("f1")), Buffer.from(bytes))
      assert.strictEqual(server.requests.length, 2)
    })
  )

  it.scoped("a redirect to plain HTTP of another machine is not followed", () =>
    Effect.gen(function* () {
      const { lumnis } = yield* H.make([FaultServer.redirect("http://storage.example/blob")])
      const error = yield* Effect.flip(Stream.runDrain(lumnis.forUser("ada").files.download("f1")))
      assert.deepInclude(error, { _tag: "RedirectError", status: 302 })
    })
  )

  it.scoped("leaving a download early closes its socket", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      const { lumnis } = yield* H.make([FaultServer.controlled(channel, { headers: origin })])
      channel.push(bytes)
      yield* Stream.runDrain(Stream.take(lumnis.forUser("ada").files.download("f1"), 1))
      yield* channel.closed
    })
  )
})
