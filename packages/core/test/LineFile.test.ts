import { mkdtempSync, statSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { FileSystem } from "@effect/platform/FileSystem"
import { assert, describe, it } from "@effect/vitest"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as fc from "effect/FastCheck"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as LineFile from "../src/LineFile.js"

const path = (): string => join(mkdtempSync(join(tmpdir(), "trilum-lines-")), "lines")

const withFiles = (name: string, test: () => Effect.Effect<unknown, unknown, FileSystem | Scope.Scope>): void =>
  it.scopedLive(name, () => Effect.provide(test(), DefaultFiles.layer))

const writerOf = (file: string) =>
  Effect.flatMap(FileSystem, (fileSystem) =>
    Effect.map(fileSystem.open(file, { flag: "a" }), (handle) => LineFile.writer(file, handle))
  )

const linesOf = (file: string) => Effect.map(Stream.runCollect(LineFile.read(file)), Chunk.toReadonlyArray)

describe("lines of a file", () => {
  withFiles("return as they were written, whatever they contain", () =>
    Effect.promise(() =>
      fc.assert(
        fc.asyncProperty(fc.array(fc.fullUnicodeString()), async (texts) => {
          const file = path()
          const roundTrip = Effect.gen(function* () {
            const { append, sync } = yield* writerOf(file)
            for (const text of texts) yield* append(`${JSON.stringify(text)}\n`)
            yield* sync
            return yield* linesOf(file)
          })
          const lines = await Effect.runPromise(Effect.provide(Effect.scoped(roundTrip), DefaultFiles.layer))
          assert.deepStrictEqual(
            lines.map(({ text }) => JSON.parse(text)),
            texts
          )
          assert.deepStrictEqual(
            lines.map(({ isWhole, number }) => [isWhole, number]),
            texts.map((_, index) => [true, index + 1])
          )
          if (texts.length > 0) assert.strictEqual(lines.at(-1)?.end, statSync(file).size)
        }),
        { numRuns: 30 }
      )
    )
  )

  withFiles("longer than a read are read whole, and a partial last line is marked", () =>
    Effect.gen(function* () {
      const file = path()
      const long = "\u00fc".repeat(1_100_000)
      writeFileSync(file, `a\n${long}\nhalf`)
      const lines = yield* linesOf(file)
      assert.deepStrictEqual(
        lines.map(({ isWhole, text }) => [text, isWhole]),
        [
          ["a", true],
          [long, true],
          ["half", false]
        ]
      )
      assert.strictEqual(lines[1]?.end, 2 + 2_200_000 + 1)
    })
  )

  withFiles("appended at the same time are written whole", () =>
    Effect.gen(function* () {
      const file = path()
      const { append } = yield* writerOf(file)
      const texts = Array.from({ length: 50 }, (_, n) => `${String(n).repeat(20_000)}\n`)
      yield* Effect.forEach(texts, append, { concurrency: "unbounded", discard: true })
      const lines = yield* linesOf(file)
      assert.deepStrictEqual(
        lines.map(({ text }) => `${text}\n`),
        texts
      )
    })
  )

  withFiles("that cannot be written fail all later ones", () =>
    Effect.gen(function* () {
      const { append } = yield* writerOf("/dev/full")
      for (const text of ["a\n", "b\n"]) {
        const failure = yield* Effect.flip(append(text))
        assert.strictEqual(failure.code, "ENOSPC")
      }
    })
  )
})
