import { appendFileSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { gzipSync } from "node:zlib"
import { FileSystem } from "@effect/platform/FileSystem"
import { assert, describe } from "@effect/vitest"
import * as Effect from "effect/Effect"
import * as Journal from "../src/Journal.js"
import { failing, folder, live, recording, systemError, watched } from "./support/files.js"

const subject: Journal.Subject = { kind: "test/1", identity: { source: "a", size: 3 } }

const entries = (path: string, of = subject) =>
  Effect.scoped(
    Effect.map(Journal.open(path, of), ({ entries, ignored }) => ({ n: entries.map((each) => each["n"]), ignored }))
  )

const written = (path: string, ...numbers: ReadonlyArray<number>) =>
  Effect.scoped(
    Effect.flatMap(Journal.open(path, subject), (journal) =>
      Effect.zipRight(
        Effect.forEach(numbers, (n) => journal.append({ n })),
        journal.sync
      )
    )
  )

describe("what survives a process", () => {
  live("comes back in order, private to its owner, and grows over several processes", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const path = join(at, "state")
      yield* written(path, 1, 2)
      yield* written(path, 3)
      assert.deepStrictEqual(yield* entries(path), { n: [1, 2, 3], ignored: undefined })
      assert.strictEqual(statSync(path).mode & 0o077, 0)
      assert.deepStrictEqual(readdirSync(at), ["state"])
    })
  )

  live("has the CRC-32 of each line before it, so that other versions and programs can check it", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "state")
      yield* written(path, 1, 2)
      for (const line of readFileSync(path, "utf8").trimEnd().split("\n")) {
        // A gzip stream ends with the CRC-32 of its content, then its size.
        const crc = gzipSync(line.slice(9)).readUInt32LE(gzipSync(line.slice(9)).length - 8)
        assert.strictEqual(line.slice(0, 9), `${crc.toString(16).padStart(8, "0")} `)
      }
    })
  )

  live("loses a line that was cut short and none of the others", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "state")
      yield* written(path, 1, 2)
      appendFileSync(path, '0123abcd {"n":3,"to')
      assert.deepStrictEqual(yield* entries(path), { n: [1, 2], ignored: undefined })
      yield* written(path, 4)
      assert.deepStrictEqual(yield* entries(path), { n: [1, 2, 4], ignored: undefined })
    })
  )

  live("is ignored with a reason when a line is damaged, or it is of another source, version or kind of file", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const path = join(at, "state")
      const fresh = Effect.sync(() => undefined).pipe(Effect.zipRight(written(path, 1, 2)))
      yield* fresh
      writeFileSync(path, readFileSync(path, "utf8").replace('"n":1', '"n":7'))
      assert.deepStrictEqual(yield* entries(path), { n: [], ignored: "line 2 is damaged" })
      yield* written(path, 1)
      const changed = { ...subject, identity: { source: "a", size: 4 } }
      assert.deepStrictEqual(yield* entries(path, changed), {
        n: [],
        ignored: "it belongs to another source, or the source has changed"
      })
      yield* written(path, 1)
      assert.deepStrictEqual(yield* entries(path, { ...subject, kind: "test/2" }), {
        n: [],
        ignored: "it is not a journal of test/2"
      })
      writeFileSync(path, Buffer.from([0, 255, 10, 34, 10]))
      assert.strictEqual((yield* entries(path)).ignored, "line 1 is damaged")
      writeFileSync(join(at, "victim"), "precious")
      symlinkSync(join(at, "victim"), join(at, "link"))
      assert.strictEqual((yield* entries(join(at, "link"))).ignored, "it is a symbolic link")
      yield* written(join(at, "link"), 1)
      assert.strictEqual(readFileSync(join(at, "victim"), "utf8"), "precious")
    })
  )

  live("syncs before it takes its place, and when asked to", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "state")
      const { fileSystem, log } = yield* recording
      yield* Effect.provideService(written(path, 1), FileSystem, fileSystem)
      const steps = log.map((entry) => entry.replace(/\.[0-9a-f]{16}\./, ".RANDOM."))
      const at = (step: string): number => steps.indexOf(step)
      assert.isAtLeast(at("sync .state.RANDOM.trilum-part"), 0)
      assert.isBelow(at("sync .state.RANDOM.trilum-part"), at("rename .state.RANDOM.trilum-part state"))
      assert.isBelow(at("rename .state.RANDOM.trilum-part state"), at("sync ."))
      assert.strictEqual(steps.filter((step) => step === "sync .state.RANDOM.trilum-part").length, 2)
    })
  )

  live("a folder that takes no file leaves nothing, and fails with a typed error", () =>
    Effect.gen(function* () {
      const at = yield* folder
      const error = yield* Effect.flip(
        Effect.provideServiceEffect(written(join(at, "state"), 1), FileSystem, failing("write", "ENOSPC"))
      )
      assert.strictEqual(error.reason, "no_space")
      assert.deepStrictEqual(readdirSync(at), [])
    })
  )

  live("takes no more entries after one that failed, since the file may end in half a line", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "state")
      let full = false
      const fileSystem = yield* watched((step) =>
        full && step.name === "write" ? Effect.fail(systemError("ENOSPC")) : Effect.void
      )
      yield* Effect.scoped(
        Effect.gen(function* () {
          const journal = yield* Journal.open(path, subject)
          yield* journal.append({ n: 1 })
          full = true
          assert.strictEqual((yield* Effect.flip(journal.append({ n: 2 }))).reason, "no_space")
          full = false
          assert.strictEqual((yield* Effect.flip(journal.append({ n: 3 }))).reason, "no_space")
        })
      ).pipe(Effect.provideService(FileSystem, fileSystem))
      assert.deepStrictEqual(yield* entries(path), { n: [1], ignored: undefined })
    })
  )

  live("is gone when it is removed", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "state")
      yield* Effect.scoped(Effect.flatMap(Journal.open(path, subject), ({ remove }) => remove))
      assert.isFalse(existsSync(path))
    })
  )

  live("keeps the order of entries that come at once", () =>
    Effect.gen(function* () {
      const path = join(yield* folder, "state")
      const numbers = Array.from({ length: 500 }, (_, n) => n)
      yield* Effect.scoped(
        Effect.flatMap(Journal.open(path, subject), (journal) =>
          Effect.forEach(numbers, (n) => journal.append({ n }), { concurrency: "unbounded" })
        )
      )
      assert.deepStrictEqual((yield* entries(path)).n, numbers)
    })
  )
})
