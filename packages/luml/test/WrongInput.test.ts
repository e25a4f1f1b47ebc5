import { assert, describe, it } from "@effect/vitest"
import * as CoreOptions from "@trilum/core/Options"
import { Emulator } from "@trilum/emulator"
import { probe } from "@trilum/testing/junk"
import * as Effect from "effect/Effect"
import { options } from "../src/Platform.js"
import { createLuml } from "../src/promise.js"

/** Options of calls, parameters that methods of hand read, and some that nothing has. */
const names = [
  ...new Set([
    ...Object.keys(CoreOptions.request),
    ...Object.keys(options),
    "name",
    "fileName",
    "tags",
    "maxSize",
    "concurrency",
    "progress",
    "state",
    "overwrite",
    "unfinished",
    "pollInterval",
    "deadline"
  ])
]

describe("wrong input", () => {
  it.scopedLive(
    "whatever JavaScript programs pass to whichever method, the error is typed",
    () =>
      Effect.gen(function* () {
        const emulator = yield* Emulator.make({})
        const client = yield* Effect.acquireRelease(
          Effect.sync(() =>
            createLuml({ apiKey: "dfs_test", baseUrl: emulator.urls.luml, retry: false, logLevel: "off" })
          ),
          (opened) => Effect.promise(() => opened.close())
        )
        const found = yield* Effect.promise(() => probe(client, { names, calls: 5, seed: 7 }))
        assert.deepStrictEqual(
          found.map(({ error, given, method }) => `${method}(${given}): ${error}`),
          []
        )
      }),
    60_000
  )
})
