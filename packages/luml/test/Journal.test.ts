import { spawn } from "node:child_process"
import { appendFileSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import { FileError } from "../src/LumlError.js"
import { files } from "../src/node/DefaultFiles.js"
import * as Journal from "../src/transfer/Journal.js"
import * as Artifact from "./support/artifact.js"

const holding = <A, E>(
  path: string,
  use: (journal: Journal.Journal | undefined) => Effect.Effect<A, E>,
  over = files
) => Effect.scoped(Effect.flatMap(Journal.hold(over, path), use))

const noted = (journal: Journal.Journal | undefined) =>
  journal?.entries.filter((entry) => "n" in entry).map((entry) => entry["n"])

describe("what a transfer leaves for the next process", () => {
  it.scopedLive("a line that was cut short counts as not written, and costs none of the others", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      yield* holding(path, (journal) => journal!.add({ n: 1 }))
      appendFileSync(path, `{"n":2,"torn`)
      yield* holding(path, (journal) => {
        assert.deepStrictEqual(noted(journal), [1])
        return journal!.add({ n: 3 })
      })
      yield* holding(path, (journal) => Effect.sync(() => assert.deepStrictEqual(noted(journal), [1, 3])))
      assert.strictEqual(statSync(path).mode & 0o077, 0)
    })
  )

  it.scopedLive("nobody else in this process gets it meanwhile", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      yield* holding(path, (first) =>
        Effect.gen(function* () {
          assert.isDefined(first)
          yield* holding(path, (second) => Effect.sync(() => assert.isUndefined(second)))
        })
      )
      yield* holding(path, (third) => Effect.sync(() => assert.isDefined(third)))
    })
  )

  it.scopedLive("that of a process that runs is left alone, that of one that is gone is taken over", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      const child = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] })
      writeFileSync(path, `{"process":${child.pid}}\n{"n":1}\n`)
      yield* holding(path, (journal) => Effect.sync(() => assert.isUndefined(journal)))
      yield* Effect.promise(
        () =>
          new Promise<void>((resolve) => {
            child.once("exit", () => resolve())
            child.kill("SIGKILL")
          })
      )
      yield* holding(path, (journal) =>
        Effect.gen(function* () {
          assert.deepStrictEqual(noted(journal), [1])
          yield* journal!.remove
        })
      )
      assert.isFalse(existsSync(path))
    })
  )

  it.scopedLive("of two processes that come at the same time one gets it", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      const other = spawn(process.execPath, ["-e", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] })
      yield* Effect.addFinalizer(() => Effect.sync(() => other.kill("SIGKILL")))
      let looked = 0
      let both = (): void => undefined
      const looking = new Promise<void>((resolve) => {
        both = resolve
      })
      // Both look before either has written.
      const together = {
        ...files,
        readText: (file: string) =>
          Effect.tap(files.readText(file), () =>
            ++looked > 2
              ? Effect.void
              : Effect.promise(() => {
                  if (looked === 2) both()
                  return looking
                })
          )
      }
      const alias = path.replace("/state", "/./state")
      const tries = [
        Journal.hold(together, path),
        Journal.hold({ ...together, processId: other.pid ?? 0, isRunning: () => true }, alias)
      ]
      const held = yield* Effect.all(tries, { concurrency: 2 })
      assert.strictEqual(held.filter((journal) => journal !== undefined).length, 1)
    })
  )

  it.scopedLive("a process that lives on gives back what it kept, and leaves no file of what it did not use", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      yield* holding(path, () => Effect.void)
      assert.isFalse(existsSync(path))
      yield* holding(path, (journal) => journal!.add({ n: 1 }))
      const elsewhere = { ...files, processId: 1, isRunning: () => true }
      yield* holding(path, (journal) => Effect.sync(() => assert.deepStrictEqual(noted(journal), [1])), elsewhere)
    })
  )

  it.scopedLive("a disk that takes half a line loses that line and no other", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      let full = false
      const filling = {
        ...files,
        append: (file: string, text: string) =>
          full
            ? Effect.zipRight(
                files.append(file, text.slice(0, 4)),
                Effect.fail(new FileError({ reason: "no_space", file, message: "full" }))
              )
            : files.append(file, text)
      }
      yield* holding(
        path,
        (journal) =>
          Effect.gen(function* () {
            yield* journal!.add({ n: 1 })
            full = true
            yield* journal!.add({ n: 2 })
            full = false
            yield* journal!.add({ n: 3 })
          }),
        filling
      )
      yield* holding(path, (journal) => Effect.sync(() => assert.deepStrictEqual(noted(journal), [1, 3])))
    })
  )

  it.scopedLive("a folder that takes no state costs the resumption and not the transfer", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      const full = {
        ...files,
        append: (file: string) => Effect.fail(new FileError({ reason: "no_space", file, message: "full" }))
      }
      yield* holding(path, (journal) => journal!.add({ n: 1 }), full)
      assert.isFalse(existsSync(path))
    })
  )

  it.scopedLive("bytes that are no journal are an empty one", () =>
    Effect.gen(function* () {
      const path = join(yield* Artifact.folder, "state")
      writeFileSync(path, Buffer.from([0, 255, 10, 34, 10]))
      yield* holding(path, (journal) => {
        assert.deepStrictEqual(journal?.entries, [])
        return journal!.add({ n: 1 })
      })
      assert.include(readFileSync(path, "latin1"), `{"n":1}`)
    })
  )
})
