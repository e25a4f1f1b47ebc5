import { assert, describe, it } from "@effect/vitest"
import * as CoreOptions from "@trilum/core/Options"
import * as FaultServer from "@trilum/testing/FaultServer"
import { probe } from "@trilum/testing/junk"
import * as Effect from "effect/Effect"
import { options } from "../src/Platform.js"
import { createLvng } from "../src/promise.js"

/** Options of calls, parameters that methods of hand read, and some that nothing has. */
const names = [
  ...new Set([
    ...Object.keys(CoreOptions.request),
    ...Object.keys(options),
    "message",
    "documents",
    "name",
    "content",
    "title",
    "concurrency",
    "pollInterval",
    "deadline",
    "inputs"
  ])
]

describe("wrong input", () => {
  it.scopedLive(
    "whatever JavaScript programs pass to whichever method, the error is typed",
    () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() =>
          FaultServer.json({ success: true, data: { id: "a", content: "text" } })
        )
        const client = yield* Effect.acquireRelease(
          Effect.sync(() => createLvng({ apiKey: "key", baseUrl: server.url, retry: false, logLevel: "off" })),
          (opened) => Effect.promise(() => opened.close())
        )
        const found = yield* Effect.promise(() => probe({ ...client, client: undefined }, { names, calls: 5, seed: 7 }))
        assert.deepStrictEqual(
          found.map(({ error, given, method }) => `${method}(${given}): ${error}`),
          []
        )
      }),
    60_000
  )
})
