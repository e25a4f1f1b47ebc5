import { type ChildProcess, spawn, spawnSync } from "node:child_process"
import { existsSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { SystemError } from "@effect/platform/Error"
import { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import { assert, describe, it } from "@effect/vitest"
import { bundled } from "@trilum/testing/child"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type { Scope } from "effect/Scope"
import * as FileLock from "../src/FileLock.js"
import * as DefaultFiles from "../src/node/DefaultFiles.js"

const child = await bundled(new URL("support/lockChild.mjs", import.meta.url))

const folder = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-lock-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

const start = (prefix: ReadonlyArray<string>, args: ReadonlyArray<string>): ChildProcess => {
  const [command = "", ...rest] = [...prefix, process.execPath, child, ...args]
  return spawn(command, rest, { stdio: ["ignore", "pipe", "inherit"] })
}

const output = (process: ChildProcess): Promise<string> => {
  let text = ""
  process.stdout?.on("data", (chunk) => (text += chunk))
  return new Promise((resolve) => process.once("close", () => resolve(text)))
}

const firstLine = (process: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    process.stdout?.once("data", (chunk) => resolve(String(chunk).trim()))
    process.once("close", () => reject(new Error("the process ended")))
  })

const ended = (process: ChildProcess): Promise<void> => new Promise((resolve) => process.once("close", () => resolve()))

/** A process that is the first of its own PID namespace; a plain one where this user may not make namespaces. */
const namespace: ReadonlyArray<string> =
  spawnSync("unshare", ["--pid", "--fork", "true"]).status === 0
    ? ["unshare", "--pid", "--fork", "--kill-child"]
    : spawnSync("unshare", ["--user", "--map-root-user", "--pid", "--fork", "true"]).status === 0
      ? ["unshare", "--user", "--map-root-user", "--pid", "--fork", "--kill-child"]
      : []

const old = (path: string, text: string): void => {
  writeFileSync(path, text)
  const time = new Date(Date.now() - 3_600_000)
  utimesSync(path, time, time)
}

const live = (name: string, test: Effect.Effect<unknown, unknown, FileSystem | Path | Scope>, time = 60_000) =>
  it.scopedLive(name, () => Effect.provide(test, DefaultFiles.layer), time)

const locks = (path: string): ReadonlyArray<string> => readdirSync(path).filter((name) => name.endsWith(".trilum-lock"))

describe("a lock between processes", () => {
  for (const [name, prefix] of [
    ["of one machine", []],
    ["that are process 1 of their namespaces", namespace]
  ] as const) {
    live(
      `of four processes ${name} that find a stale lock at once, no two have it together, in 300 rounds`,
      Effect.gen(function* () {
        const path = yield* folder
        const rounds = 75
        for (let n = 0; n < rounds; n++) old(join(path, `.${n}.0123456789abcdef.trilum-lock`), "process 1\n")
        const results = yield* Effect.promise(() =>
          Promise.all([0, 1, 2, 3].map(() => output(start(prefix, ["race", path, String(rounds), "2000"]))))
        )
        const outcomes = results.map((text): ReadonlyArray<string> => JSON.parse(text))
        for (let n = 0; n < rounds; n++) {
          const of = outcomes.map((each) => each[n])
          assert.notInclude(of, "together")
          assert.include(of, "alone")
          assert.isTrue(
            of.every((outcome) => outcome === "alone" || outcome === "locked"),
            String(of)
          )
        }
        assert.deepStrictEqual(locks(path), [])
      })
    )

    live(
      `a live lock of a process ${name} is left alone, and one whose process was killed is taken over`,
      Effect.gen(function* () {
        const path = yield* folder
        const file = join(path, "results.jsonl")
        const holder = start(prefix, ["hold", file, "1500"])
        assert.strictEqual(yield* Effect.promise(() => firstLine(holder)), "held")
        const rejected = yield* Effect.flip(Effect.scoped(FileLock.acquire(file, { stale: 1500 })))
        assert.strictEqual(rejected.reason, "locked")
        assert.match(rejected.message, /^.*results\.jsonl: process \d+ is using it$/)
        holder.kill("SIGKILL")
        yield* Effect.promise(() => ended(holder))
        yield* Effect.scoped(FileLock.acquire(file, { stale: 1500 }))
        assert.deepStrictEqual(locks(path), [])
      })
    )
  }
})

describe("a lock of this process", () => {
  live(
    "is not had twice, and is free after its scope, a failure and an interruption",
    Effect.gen(function* () {
      const path = yield* folder
      const file = join(path, "a")
      yield* FileLock.withLock(file)(
        Effect.gen(function* () {
          assert.strictEqual(locks(path).length, 1)
          assert.strictEqual((yield* Effect.flip(FileLock.withLock(file)(Effect.void))).reason, "locked")
          // The lock of another file whose name begins alike.
          yield* FileLock.withLock(join(path, "a.b"))(Effect.void)
        })
      )
      yield* Effect.exit(FileLock.withLock(file)(Effect.fail("no")))
      const fiber = yield* Effect.fork(FileLock.withLock(file)(Effect.never))
      yield* Effect.sleep(50)
      yield* Fiber.interrupt(fiber)
      assert.deepStrictEqual(locks(path), [])
      yield* FileLock.withLock(file)(Effect.void)
    })
  )

  live(
    "ends the work of a holder whose lock was taken over while it was stopped",
    Effect.gen(function* () {
      const path = yield* folder
      const file = join(path, "a")
      const work = FileLock.withLock(file, { stale: 500 })(
        Effect.zipRight(
          Effect.sync(() => {
            for (const name of locks(path)) rmSync(join(path, name))
          }),
          Effect.never
        )
      )
      const failure = yield* Effect.flip(work)
      assert.strictEqual(failure.reason, "locked")
    })
  )

  for (const at of ["writeFile", "writeFileString"] as const) {
    live(
      `a full disk leaves no lock behind (${at})`,
      Effect.gen(function* () {
        const path = yield* folder
        const real = yield* FileSystem
        const full = new SystemError({
          module: "FileSystem",
          method: at,
          reason: "Unknown",
          cause: Object.assign(new Error("full"), { code: "ENOSPC" })
        })
        const disk: FileSystem = {
          ...real,
          [at]: (file: string, ...rest: ReadonlyArray<never>) =>
            Effect.zipRight(Effect.ignore(real.writeFile(file, new Uint8Array(), rest[1] ?? {})), Effect.fail(full))
        }
        const exit = yield* Effect.provideService(
          Effect.flip(FileLock.withLock(join(path, "a"))(Effect.void)),
          FileSystem,
          disk
        )
        assert.strictEqual(exit.reason, "no_space")
        assert.deepStrictEqual(readdirSync(path), [])
      })
    )
  }

  live(
    "withdraws while another process announces itself, and is taken when that one has gone",
    Effect.gen(function* () {
      const path = yield* folder
      const file = join(path, "a")
      const other = join(path, ".a.0123456789abcdef.trilum-lock")
      const real = yield* FileSystem
      /** How many of our own entries there were at each look that showed the other one. */
      const own: Array<number> = []
      const busy: FileSystem = {
        ...real,
        writeFile: (name, bytes, options) =>
          Effect.tap(real.writeFile(name, bytes, options), () =>
            Effect.sync(() => {
              if (own.length === 0) writeFileSync(other, "")
            })
          ),
        readDirectory: (name) =>
          Effect.tap(real.readDirectory(name), (names) =>
            Effect.sync(() => {
              if (!existsSync(other)) return
              own.push(names.filter((each) => each.endsWith(".trilum-lock")).length - 1)
              if (own.length === 3) rmSync(other)
            })
          )
      }
      yield* Effect.provideService(FileLock.withLock(file)(Effect.void), FileSystem, busy)
      assert.deepStrictEqual(own, [1, 0, 0])
      assert.deepStrictEqual(locks(path), [])
    })
  )

  live(
    "a folder that is missing is a typed error",
    Effect.gen(function* () {
      const path = yield* folder
      const failed = yield* Effect.exit(FileLock.withLock(join(path, "no", "a"))(Effect.void))
      assert.isTrue(Exit.isFailure(failed))
    })
  )
})
