/** Files that commands read and write: outputs opened before a call, pipes, stdin, and a broken store of credentials. */
import { execFileSync } from "node:child_process"
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { writeFile } from "node:fs/promises"
import { join } from "node:path"
import { SystemError } from "@effect/platform/Error"
import { FileSystem } from "@effect/platform/FileSystem"
import { assert, describe, it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Target from "../src/target.js"
import * as TestIo from "./support/TestIo.js"

const secret = "lvng_sk_shown_once_0a1b2c3d4e5f"
const made = FaultServer.json({ success: true, data: { id: "k1", name: "ci", key: secret } })

describe("an output file", () => {
  it.scoped("that cannot be written is found out before the call: no key is made whose secret nobody sees", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => made)
      const cwd = TestIo.directory()
      const setup = { cwd, env: { ...TestIo.lvngAt(server.url), LVNG_JWT_TOKEN: "a.b.c" } }
      writeFileSync(join(cwd, "file"), "")
      mkdirSync(join(cwd, "folder"))
      for (const output of ["/no/such/dir/key.json", "file/key.json", "folder"]) {
        const result = yield* Effect.promise(() =>
          TestIo.run(setup, "lvng", "api-keys", "create", "--name", "ci", "-o", output)
        )
        assert.strictEqual(result.code, 1, result.stderr)
        assert.include(result.stderr, `cannot write ${output}: `)
      }
      assert.deepStrictEqual(server.requests, [])
      assert.deepStrictEqual(readdirSync(cwd).sort(), ["file", "folder"])
    })
  )

  it.scoped("has the answer when it can be written, and no partial file is left", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => made)
      const cwd = TestIo.directory()
      const setup = { cwd, env: { ...TestIo.lvngAt(server.url), LVNG_JWT_TOKEN: "a.b.c" } }
      const result = yield* Effect.promise(() =>
        TestIo.run(setup, "lvng", "api-keys", "create", "--name", "ci", "-o", "key.json")
      )
      assert.strictEqual(result.code, 0, result.stderr)
      assert.include(readFileSync(join(cwd, "key.json"), "utf8"), secret)
      assert.deepStrictEqual(readdirSync(cwd), ["key.json"])
    })
  )

  for (const step of ["write", "rename"] as const) {
    it.scopedLive(`whose ${step} fails is printed to stdout instead, and the command fails`, () =>
      Effect.gen(function* () {
        const io = TestIo.make()
        const real = yield* FileSystem
        const full = Effect.fail(
          new SystemError({
            module: "FileSystem",
            method: step,
            reason: "Unknown",
            cause: Object.assign(new Error("full"), { code: "ENOSPC" })
          })
        )
        const disk: FileSystem = {
          ...real,
          rename: (from, to) => (step === "rename" ? full : real.rename(from, to)),
          open: (path, options) =>
            Effect.map(real.open(path, options), (file) =>
              step === "write" ? Object.defineProperty(file, "writeAll", { value: () => full }) : file
            )
        }
        const failed = yield* Effect.gen(function* () {
          const target = yield* Target.make(io, "out.json")
          yield* target.write("one\n")
          yield* target.write("two\n")
          yield* target.finish
        }).pipe(Effect.scoped, Effect.flip, Effect.provideService(FileSystem, disk))
        assert.propertyVal(failed, "_tag", "LocalError")
        assert.propertyVal(failed, "message", "cannot write out.json: the disk is full")
        assert.strictEqual(Buffer.concat(io.written.stdout).toString(), "one\ntwo\n")
        assert.deepStrictEqual(readdirSync(io.cwd), [])
      }).pipe(Effect.provide(DefaultFiles.layer))
    )
  }
})

describe("what is uploaded from a pipe", () => {
  const uploaded = FaultServer.json({ file_id: "f1", file_name: "a.txt", status: "pending", message: "" })
  const upload = ["lumnis", "files", "upload", "--user", "ada", "--no-wait"]
  const text = "line\n".repeat(50_000)

  it.scopedLive("is whole, from a named pipe", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => uploaded)
      const cwd = TestIo.directory()
      execFileSync("mkfifo", [join(cwd, "pipe.txt")])
      const running = TestIo.run({ cwd, env: TestIo.lumnisAt(server.url) }, ...upload, "pipe.txt")
      yield* Effect.promise(() => writeFile(join(cwd, "pipe.txt"), text))
      const result = yield* Effect.promise(() => running)
      assert.strictEqual(result.code, 0, result.stderr)
      assert.include(server.requests[0]?.text ?? "", `\r\n\r\n${text}\r\n`)
      assert.include(server.requests[0]?.text ?? "", 'filename="pipe.txt"')
    })
  )

  it.scopedLive("is whole, from stdin, under the name that is given", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => uploaded)
      const setup = { stdin: text, env: TestIo.lumnisAt(server.url) }
      const result = yield* Effect.promise(() => TestIo.run(setup, ...upload, "-", "--file-name", "dump.sql"))
      assert.strictEqual(result.code, 0, result.stderr)
      assert.include(server.requests[0]?.text ?? "", `\r\n\r\n${text}\r\n`)
      assert.include(server.requests[0]?.text ?? "", 'filename="dump.sql"')
    })
  )

  it.scopedLive("does not hold a command that is ended while it waits for the writer", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => uploaded)
      const cwd = TestIo.directory()
      execFileSync("mkfifo", [join(cwd, "pipe.txt")])
      const io = TestIo.make({ cwd, env: TestIo.lumnisAt(server.url) })
      const running = TestIo.runWith(io, ...upload, "pipe.txt")
      yield* Effect.promise(async () => {
        while (io.listening() === 0) await new Promise((resolve) => setImmediate(resolve))
      })
      io.send("SIGTERM")
      assert.strictEqual((yield* Effect.promise(() => running)).code, 143)
    })
  )

  it("needs a name for an artifact", async () => {
    const result = await TestIo.run({ env: TestIo.lumlAt("http://127.0.0.1:1") }, "luml", "artifacts", "upload", "-")
    assert.strictEqual(result.code, 2)
    assert.include(result.stderr, "--file-name")
  })
})

describe("a store of credentials that cannot be used", () => {
  const broken: ReadonlyArray<readonly [string, (cwd: string) => Record<string, string>]> = [
    [
      "is not what trilum writes",
      (cwd) => {
        mkdirSync(join(cwd, "config", "trilum"), { recursive: true })
        writeFileSync(join(cwd, "config", "trilum", "credentials.json"), "[1]", { mode: 0o600 })
        return {}
      }
    ],
    [
      "is a folder",
      (cwd) => {
        mkdirSync(join(cwd, "config", "trilum", "credentials.json"), { recursive: true })
        return {}
      }
    ],
    ["is below a file", () => ({ XDG_CONFIG_HOME: "", HOME: "/dev/null" })]
  ]
  for (const [what, setUp] of broken) {
    it.scoped(`${what}: is ignored with one warning when the environment has the key`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() =>
          FaultServer.json({ users: [], pagination: { total: 0, page: 1, page_size: 20, total_pages: 0 } })
        )
        const cwd = TestIo.directory()
        const env = { ...TestIo.lumnisAt(server.url), ...setUp(cwd) }
        const result = yield* Effect.promise(() => TestIo.run({ cwd, env }, "lumnis", "users", "list"))
        assert.strictEqual(result.code, 0, result.stderr)
        assert.strictEqual(result.stderr.match(/warning: /g)?.length, 1, result.stderr)
        assert.include(result.stderr, "credentials.json cannot be read")
      })
    )

    it(`${what}: is an error that says how to repair it when it is needed`, async () => {
      const cwd = TestIo.directory()
      const result = await TestIo.run({ cwd, env: setUp(cwd) }, "lumnis", "users", "list")
      assert.strictEqual(result.code, 1)
      assert.include(result.stderr, "credentials.json cannot be read")
      assert.include(result.stderr, "trilum auth login")
    })
  }

  for (const [what, setUp] of broken.slice(0, 2)) {
    it(`${what}: login and logout move it aside and go on`, async () => {
      for (const command of ["login", "logout"]) {
        const cwd = TestIo.directory()
        const env = setUp(cwd)
        const setup = { cwd, env, stdin: "lmn_live_0a1b2c3d4e5f\n" }
        const result = await TestIo.run(setup, "auth", command, ...(command === "login" ? ["--no-verify"] : []))
        assert.strictEqual(result.code, 0, result.stderr)
        const left = readdirSync(join(cwd, "config", "trilum"))
        assert.strictEqual(left.filter((name) => name.startsWith("credentials.json.broken-")).length, 1)
        assert.strictEqual(existsSync(join(cwd, "config", "trilum", "credentials.json")), command === "login")
      }
    })
  }
})
