/** `--all`: every row once or a failure with the rows so far; and how streams end. */
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Artifact from "./support/artifact.js"
import * as TestIo from "./support/TestIo.js"

const threads = (ids: ReadonlyArray<string>, cursor: string | undefined): FaultServer.Answer =>
  FaultServer.json({
    threads: ids.map((id) => ({ thread_id: id })),
    next_cursor: cursor,
    has_more: cursor !== undefined
  })

const all = ["lumnis", "threads", "list", "--user", "ada", "--all", "--retries", "0"]

const idsOf = (text: string): ReadonlyArray<string> =>
  text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line).thread_id)

const run = (server: FaultServer.FaultServer, ...words: ReadonlyArray<string>) =>
  Effect.promise(() => TestIo.run({ env: { ...TestIo.lumnisAt(server.url), ...TestIo.lvngAt(server.url) } }, ...words))

describe("--all", () => {
  it.scoped("prints a row once that a later page repeats", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        threads(["a", "b"], "1"),
        threads(["b", "c"], "2"),
        threads(["d"], undefined)
      ])
      const { code, stdout } = yield* run(server, ...all)
      assert.strictEqual(code, 0)
      assert.deepStrictEqual(idsOf(stdout), ["a", "b", "c", "d"])
    })
  )

  it.scoped("fails after the rows so far when the server repeats a cursor, and leaves a whole array", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) => threads([`t${index}`], "same"))
      const { code, stderr, stdout } = yield* run(server, ...all)
      assert.strictEqual(code, 1)
      assert.deepStrictEqual(idsOf(stdout), ["t0", "t1"])
      assert.include(stderr, "the list cannot continue after 2 rows")
      const json = yield* run(server, ...all, "--json")
      assert.strictEqual(json.code, 1)
      assert.lengthOf(JSON.parse(json.stdout), 2)
    })
  )

  it.scoped("a list that fails in the middle leaves its rows so far in the file of --output", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) =>
        index % 2 === 0 ? threads(["a", "b"], "1") : FaultServer.json({ detail: "out of order" }, { status: 500 })
      )
      const io = TestIo.make({ env: TestIo.lumnisAt(server.url) })
      const file = join(io.cwd, "rows")
      const lines = yield* Effect.promise(() => TestIo.runWith(io, ...all, "-o", "rows"))
      assert.deepStrictEqual({ code: lines.code, stdout: lines.stdout }, { code: 1, stdout: "" })
      assert.deepStrictEqual(idsOf(readFileSync(file, "utf8")), ["a", "b"])
      assert.include(lines.stderr, "incomplete: rows has only the 2 rows before the failure")
      assert.include(lines.stderr, "out of order")
      const array = yield* Effect.promise(() => TestIo.runWith(io, ...all, "--json", "-o", "rows"))
      assert.strictEqual(array.code, 1)
      assert.lengthOf(JSON.parse(readFileSync(file, "utf8")), 2)
      assert.deepStrictEqual(readdirSync(io.cwd), ["rows"])
    })
  )

  it.scoped("a list that fails before its first row leaves no file", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ detail: "out of order" }, { status: 500 }))
      const io = TestIo.make({ env: TestIo.lumnisAt(server.url) })
      const { code } = yield* Effect.promise(() => TestIo.runWith(io, ...all, "--json", "-o", "rows"))
      assert.strictEqual(code, 1)
      assert.deepStrictEqual(readdirSync(io.cwd), [])
    })
  )

  it.scoped("--limit-pages ends a list without another request", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) => threads([`t${index}`], `c${index}`))
      const { code, stderr, stdout } = yield* run(server, ...all, "--limit-pages", "2")
      assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
      assert.deepStrictEqual(idsOf(stdout), ["t0", "t1"])
      assert.lengthOf(server.requests, 2)
    })
  )

  it("lists every artifact of an orbit under a metric, which the server sorts by creation", async () => {
    const emulator = await startEmulator({ pace: 0 })
    try {
      const cwd = TestIo.directory()
      const luml = (...words: ReadonlyArray<string>) =>
        TestIo.run({ cwd, env: TestIo.lumlAt(emulator.urls.luml) }, "luml", ...words)
      await luml("collections", "create", "churn")
      const names = ["a.luml", "b.luml", "c.luml"]
      for (const name of names) Artifact.write(cwd, name, 10)
      await luml("artifacts", "upload", ...names, "--collection", "churn")
      const [organization] = JSON.parse((await luml("organizations", "list")).stdout)
      const [orbit] = JSON.parse((await luml("orbits", "list", organization.id, "--raw")).stdout)
      const at = ["artifacts", "list", organization.id, orbit.id, "--limit", "1", "--sort-by", "F1", "--all"]
      const { code, stderr, stdout } = await luml(...at)
      assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
      const found = stdout.trimEnd().split("\n")
      assert.deepStrictEqual(found.map((line) => JSON.parse(line).file_name).sort(), names)
    } finally {
      await emulator.stop()
    }
  })
})

describe("lvng chat stream", () => {
  const stream = ["lvng", "chat", "stream", "--message", "hi", "--retries", "0"]

  it.scoped("ends with the reason of an error event, said once", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.sse(
          'event: text_delta\ndata: {"delta":"a"}\n\nevent: error\ndata: {"message":"out of credits"}\n\n'
        )
      ])
      const { code, stderr, stdout } = yield* run(server, ...stream)
      assert.strictEqual(code, 1)
      assert.strictEqual(
        stdout,
        '{"event":"text_delta","data":{"delta":"a"}}\n{"event":"error","data":{"message":"out of credits"}}\n'
      )
      assert.lengthOf(stderr.match(/out of credits/g) ?? [], 1)
      assert.notInclude(stderr, "cut")
    })
  )

  it.scoped("JSON with status 200 that reports a failure is that failure", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ success: false, error: "out of credits" })])
      const { code, stderr, stdout } = yield* run(server, ...stream)
      assert.deepStrictEqual({ code, stdout }, { code: 1, stdout: "" })
      assert.lengthOf(stderr.match(/out of credits/g) ?? [], 1)
    })
  )

  it.scoped("a stream that fails leaves its events so far in the file of --output", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.sse('event: text_delta\ndata: {"delta":"a"}\n\nevent: error\ndata: {"message":"no credits"}\n\n')
      ])
      const io = TestIo.make({ env: TestIo.lvngAt(server.url) })
      const { code, stderr } = yield* Effect.promise(() => TestIo.runWith(io, ...stream, "-o", "events"))
      assert.strictEqual(code, 1)
      assert.include(readFileSync(join(io.cwd, "events"), "utf8"), '{"delta":"a"}')
      assert.include(stderr, "incomplete: events has only the events before the failure")
    })
  )

  it.scoped("a reader that leaves ends the stream without an error", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.sse('event: text_delta\ndata: {"delta":"a"}\n\nevent: text_delta\ndata: {"delta":"b"}\n\n')
      ])
      const io = TestIo.make({ env: TestIo.lvngAt(server.url), stdoutWrites: 1 })
      const { code, stderr } = yield* Effect.promise(() => TestIo.runWith(io, ...stream))
      assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
    })
  )
})
