import { assert, describe, it } from "@effect/vitest"
import * as CoreOptions from "@trilum/core/Options"
import * as FaultServer from "@trilum/testing/FaultServer"
import { methodsOf, probe } from "@trilum/testing/junk"
import * as Effect from "effect/Effect"
import { options } from "../src/Platform.js"
import { ConfigurationError, createLumnis, ValidationError } from "../src/promise.js"

/** Options of calls, parameters that methods of hand read, and some that nothing has. */
const names = [
  ...new Set([
    ...Object.keys(CoreOptions.request),
    ...Object.keys(options),
    "userId",
    "files",
    "file",
    "tags",
    "schema",
    "responseFormat",
    "progress",
    "onStatus",
    "checkpoint"
  ])
]

describe("wrong input", () => {
  it.scopedLive(
    "whatever JavaScript programs pass to whichever method, the error is typed",
    () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => FaultServer.json({}))
        const client = yield* Effect.acquireRelease(
          Effect.sync(() => createLumnis({ apiKey: "key", baseUrl: server.url, retry: false, logLevel: "off" })),
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

  const clients: ReadonlyArray<readonly [object, string]> = [
    [{ apiKey: 5 }, "apiKey must be a string or a Redacted string, not a number"],
    [{ apiKey: "a\nb" }, "apiKey has characters that no header can carry"],
    [{ timeout: "soon" }, 'timeout must be a duration: milliseconds, or text such as "30 seconds", not "soon"'],
    [{ timeout: -1 }, "timeout must be a duration"],
    [{ idleTimeout: Number.NaN }, "idleTimeout must be a duration"],
    [{ baseUrl: 80 }, "baseUrl must be a URL, not 80"],
    [{ baseUrl: "nowhere" }, "base URL"],
    [{ headers: { "x-a": 1 } }, 'headers["x-a"] must be a string, not 1'],
    [{ retry: { maxRetries: "3" } }, 'retry.maxRetries must be a number, at least 0, not "3"'],
    [{ retry: { retries: 3 } }, '"retry.retries" is not an option; the options are maxRetries'],
    [{ retry: true }, "retry must be an object such as"],
    [{ maxResponseBytes: 0 }, "maxResponseBytes must be a number, at least 1, not 0"],
    [{ decoding: "loose" }, 'decoding must be "lenient" or "strict", not "loose"'],
    [{ onRetry: "log" }, 'onRetry must be a function, not "log"'],
    [{ tenantId: "acme" }, 'tenantId must be a UUID, not "acme"'],
    [{ scope: "team" }, 'scope must be "user" or "tenant", not "team"'],
    [{ api_key: "k" }, '"api_key" is not an option; did you mean "apiKey"?'],
    [{ deadline: {} }, "deadline must be a duration"]
  ]
  for (const [given, says] of clients) {
    it(`${JSON.stringify(given)} of a client is named`, () => {
      try {
        createLumnis({ apiKey: "key", ...given })
        assert.fail("the options were accepted")
      } catch (error) {
        assert.instanceOf(error, ConfigurationError)
        assert.include(error.message, says)
      }
    })
  }

  const tenant = { scope: "tenant" }
  const calls: ReadonlyArray<readonly [string, ReadonlyArray<unknown>, string]> = [
    ["users.get", [], "user_identifier must be a text that is not empty"],
    ["users.get", ["a", { timeout: "soon" }], "timeout must be a duration"],
    ["users.get", ["a", { headers: { a: 1 } }], 'headers["a"] must be a string'],
    ["users.get", ["a", { retry: 3 }], "retry must be an object"],
    ["users.get", ["a", { signal: "none" }], '"signal" is not an option'],
    ["users.get", ["a", "options"], "options must be an object"],
    ["users.list", ["all"], "its parameters must be an object"],
    ["invoke", [{ role: "user" }, { userId: "a" }], "give a text, a message { role, content } or a list of messages"],
    ["invoke", [[], { userId: "a" }], "the list of messages is empty"],
    ["invoke", ["x", { userId: 5 }], "userId must be a string, not 5"],
    ["invoke", ["x", { userId: "a", files: "a.pdf" }], "files must be a list"],
    ["invoke", ["x", { userId: "a", wait: Number.POSITIVE_INFINITY }], "wait must be a duration"],
    ["invoke", ["x", { userId: "a", maxWait: 1 }], 'did you mean "deadline"?'],
    ["invoke", ["x", { userId: "a", schema: { type: "object" } }], "schema must be a schema of effect/Schema"],
    ["invoke", ["x", null], "options must be an object, not null"],
    ["attach", [5], "the response id must be a text"],
    ["invokeMany", ["prompts"], "items must be a list, an iterable or a stream"],
    ["files.upload", [], "a required parameter is missing"],
    ["files.upload", [{ file: { filename: "a.txt", content: 5 }, ...tenant }], "content of file must be bytes, text"],
    ["files.upload", [{ file: new Uint8Array(2), ...tenant }], "file has no name"],
    ["files.upload", [{ file: Promise.resolve(), ...tenant }], "file is a promise; await it first"],
    ["files.upload", [{ file: new Blob(["x"]), scope: "team" }], "scope must be one of user, tenant"],
    ["files.bulkUpload", [{ files: "a.txt", ...tenant }], "files must be a list"],
    ["files.waitUntilProcessed", ["f", { deadline: "soon" }], "deadline"]
  ]
  for (const [method, args, says] of calls) {
    it.scoped(`${method}(${JSON.stringify(args).slice(1, -1)}) is named`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([])
        const client = yield* Effect.acquireRelease(
          Effect.sync(() => createLumnis({ apiKey: "key", baseUrl: server.url, scope: "tenant" })),
          (opened) => Effect.promise(() => opened.close())
        )
        const call = new Map(methodsOf(client)).get(method)
        const error = yield* Effect.flip(
          Effect.tryPromise({
            try: async () => {
              const result: unknown = call?.(...args)
              if (typeof result !== "object" || result === null) return
              if (Symbol.asyncIterator in result) for await (const _ of result as AsyncIterable<unknown>);
              else await result
            },
            catch: (failure) => failure
          })
        )
        assert.instanceOf(error, ValidationError)
        assert.include(error.message, says)
        assert.lengthOf(server.requests, 0)
      })
    )
  }
})
