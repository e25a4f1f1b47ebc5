/**
 * What a server does x what was asked x whether it does it always or once. Every cell asserts the outcome and the number
 * of requests: a failure of a request that can be sent twice is retried, any other is sent once.
 */
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import {
  bearer,
  createThing,
  deleteThing,
  download,
  nodeLayer,
  operation,
  thing,
  upload,
  watch
} from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Stream from "effect/Stream"
import * as ApiClient from "../src/ApiClient.js"
import type * as ApiError from "../src/ApiError.js"

type Tag = (ApiError.ApiError | ApiError.StreamError)["_tag"]

/** `head`: the fault comes before the body. `body`: it breaks the body. `content`: the body is whole and wrong. */
type Kind = "head" | "body" | "content"

interface Behaviour {
  readonly name: string
  readonly kind: Kind
  readonly answer: FaultServer.Answer
  /** The error of a call that reads the answer; `undefined` for a success. */
  readonly tag: Tag | undefined
  readonly transient: boolean
}

const json = { "content-type": "application/json" }
const good = JSON.stringify({ id: "1", kind: "big" })

const tagOf = (status: number): Tag => {
  if (status < 400) return "RedirectError"
  if (status === 401) return "AuthenticationError"
  if (status === 403) return "PermissionDeniedError"
  if (status === 404) return "NotFoundError"
  if (status === 408) return "TimeoutError"
  if (status === 409) return "ConflictError"
  if (status === 429) return "RateLimitError"
  return status < 500 ? "ValidationError" : "ServerError"
}

const isTransient = (status: number): boolean =>
  status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505)

const head = (name: string, status: number, options: Parameters<typeof FaultServer.respond>[1] = {}): Behaviour => ({
  name,
  kind: "head",
  answer: FaultServer.respond(status, options),
  tag: tagOf(status),
  transient: isTransient(status)
})

const range = (from: number, to: number): ReadonlyArray<number> =>
  Array.from({ length: to - from + 1 }, (_, index) => from + index)

const statuses: ReadonlyArray<number> = [
  ...[300, 301, 302, 303, 304, 305, 307, 308],
  ...range(400, 418),
  ...range(421, 426),
  ...[428, 429, 431, 451, 499],
  ...range(500, 511),
  ...range(520, 530),
  ...[598, 599]
]

const errorBodies: ReadonlyArray<readonly [name: string, body: string, type: string]> = [
  ["an error object", `{"error":{"code":"E","message":"no"}}`, "application/json"],
  ["a detail", `{"detail":"no"}`, "application/json"],
  ["a list of problems", `{"detail":[{"loc":["body","a"],"msg":"bad"}]}`, "application/json"],
  ["a page", "<html><body>no</body></html>", "text/html"],
  ["broken JSON", `{"error":`, "application/json"],
  ["null", "null", "application/json"]
]

const waits: ReadonlyArray<readonly [name: string, headers: Record<string, string>, transient: boolean]> = [
  ["retry-after 0", { "retry-after": "0" }, true],
  ["a negative retry-after", { "retry-after": "-3" }, true],
  ["a retry-after in the past", { "retry-after": "Wed, 31 Dec 1969 23:59:00 GMT" }, true],
  ["a retry-after that is garbage", { "retry-after": "soon" }, true],
  ["retry-after-ms 1", { "retry-after-ms": "1" }, true],
  ["a retry-after of an hour", { "retry-after": "3600" }, false],
  ["a retry-after of a year", { "retry-after": "31536000" }, false],
  ["retry-after-ms of a day", { "retry-after-ms": "86400000" }, false]
]

const lost = (name: string, answer: FaultServer.Answer): Behaviour => ({
  name,
  kind: "head",
  answer,
  tag: "TransportError",
  transient: true
})

const cut = (name: string, answer: FaultServer.Answer): Behaviour => ({
  name,
  kind: "body",
  answer,
  tag: "TransportError",
  transient: true
})

const content = (name: string, body: string | Uint8Array, tag: Tag | undefined, headers = json): Behaviour => ({
  name,
  kind: "content",
  answer: FaultServer.respond(200, { headers, body }),
  tag,
  transient: false
})

const long = JSON.stringify({ id: "1", kind: "big", pad: "x".repeat(4096) })

const behaviours: ReadonlyArray<Behaviour> = [
  ...statuses.map((status) => head(`${status}`, status)),
  ...[400, 401, 403, 404, 409, 422, 429, 500, 503].flatMap((status) =>
    errorBodies.map(([name, body, type]) =>
      head(`${status} with ${name}`, status, { body, headers: { "content-type": type } })
    )
  ),
  ...[429, 503].flatMap((status) =>
    waits.map(([name, headers, transient]) => ({ ...head(`${status} with ${name}`, status, { headers }), transient }))
  ),
  lost("a reset before the head", FaultServer.reset),
  lost("a close before the head", FaultServer.close),
  lost("no HTTP", FaultServer.garbage()),
  lost("half a status line", FaultServer.garbage("HTTP/1.1 20")),
  lost("half a head", FaultServer.garbage("HTTP/1.1 200 OK\r\ncontent-type: appl")),
  lost("a header without a name", FaultServer.garbage("HTTP/1.1 200 OK\r\n: x\r\n\r\n")),
  lost("two lengths", FaultServer.garbage("HTTP/1.1 200 OK\r\ncontent-length: 2\r\ncontent-length: 3\r\n\r\n{}")),
  lost("a length that is no number", FaultServer.garbage("HTTP/1.1 200 OK\r\ncontent-length: two\r\n\r\n{}")),
  lost("a head without an end", FaultServer.garbage(`HTTP/1.1 200 OK\r\nx: ${"y".repeat(200_000)}`)),
  ...[0, 1, 100, 2000].flatMap((bytes) => [
    cut(`a close after ${bytes} bytes`, FaultServer.closeAfter(bytes, { headers: json, body: long })),
    cut(`a reset after ${bytes} bytes`, FaultServer.resetAfter(bytes, { headers: json, body: long }))
  ]),
  cut(
    "a chunk that is cut",
    FaultServer.garbage(
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\n10\r\n{}"
    )
  ),
  cut(
    "a chunk size that is none",
    FaultServer.garbage(
      "HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n{}"
    )
  ),
  content("a good answer", good, undefined),
  content("a good answer with a byte order mark", `\ufeff${good}`, undefined),
  content("unknown fields", JSON.stringify({ id: "1", kind: "big", more: { a: [1] } }), undefined),
  content("an unknown member", JSON.stringify({ id: "1", kind: "new" }), undefined),
  content("a page", "<html></html>", "DecodeError", { "content-type": "text/html" }),
  content("half of JSON", good.slice(0, 9), "DecodeError"),
  content("two values", `${good}${good}`, "DecodeError")
]

interface Asked {
  readonly name: string
  readonly repeatable: boolean
  /** What it reads of a success: the value, nothing, or the body as it arrives. */
  readonly reads: "value" | "nothing" | "stream"
  readonly good: FaultServer.Answer
  readonly run: (api: ApiClient.ApiClient) => Effect.Effect<unknown, ApiError.ApiError | ApiError.StreamError>
}

const value = FaultServer.respond(200, { headers: json, body: good })
const replaceThing = operation(thing, { id: "replaceThing", name: "replace", method: "PUT", body: "json" })
const getThing = operation(thing, {})
const bytes = async function* (): AsyncGenerator<Uint8Array> {
  yield Buffer.from("bytes")
}

const asked: ReadonlyArray<Asked> = [
  { name: "GET", repeatable: true, reads: "value", good: value, run: (api) => api.request(getThing, ["1"]) },
  {
    name: "PUT",
    repeatable: true,
    reads: "value",
    good: value,
    run: (api) => api.request(replaceThing, ["1"], { kind: "big" })
  },
  {
    name: "POST",
    repeatable: false,
    reads: "value",
    good: value,
    run: (api) => api.request(createThing, [], { kind: "big" })
  },
  {
    name: "POST with a key",
    repeatable: true,
    reads: "value",
    good: value,
    run: (api) => api.request(createThing, [], { kind: "big" }, { idempotencyKey: "k" })
  },
  {
    name: "DELETE",
    repeatable: true,
    reads: "nothing",
    good: FaultServer.respond(204),
    run: (api) => api.request(deleteThing, ["1"])
  },
  {
    name: "streamed upload",
    repeatable: false,
    reads: "value",
    good: value,
    run: (api) =>
      api.request(upload, [], { file: { filename: "f", content: bytes(), size: 5 } }, { idempotencyKey: "k" })
  },
  {
    name: "download",
    repeatable: true,
    reads: "stream",
    good: FaultServer.respond(200, { body: "bytes" }),
    run: (api) => Stream.runDrain(api.stream(download, ["1"]))
  },
  {
    name: "events",
    repeatable: true,
    reads: "stream",
    good: FaultServer.sse("data: 1\n\n"),
    run: (api) => Stream.runDrain(api.events(watch, ["1"]))
  }
]

/** `ok` or the tag, and the requests of a call whose first `times` answers are the fault. */
const outcome = (one: Asked, behaviour: Behaviour, times: number) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make((_, index) => (index < times ? behaviour.answer : one.good))
    const api = yield* ApiClient.make({
      platform: "acme",
      baseUrl: server.url,
      credential: bearer,
      retry: { maxRetries: 2, baseDelay: 1, jitter: "none" },
      timeout: "10 seconds"
    })
    const exit = yield* Effect.either(one.run(api))
    return `${Either.isLeft(exit) ? exit.left._tag : "ok"} after ${server.requests.length}`
  }).pipe(Effect.scoped, Effect.provide(nodeLayer))

const expected = (one: Asked, behaviour: Behaviour, always: boolean): string => {
  const { kind, tag, transient } = behaviour
  if (tag === undefined) return "ok after 1"
  // Whoever reads nothing does not notice a body that breaks.
  if (kind !== "head" && one.reads === "nothing") return "ok after 1"
  if (kind === "body" && one.reads === "stream") return "StreamError after 1"
  if (!transient || !one.repeatable) return `${tag} after 1`
  return always ? `${tag} after 3` : "ok after 2"
}

describe("faults x operations x {always, once}", () => {
  it("covers at least 150 behaviours", () => {
    assert.isAtLeast(behaviours.length, 150)
    assert.strictEqual(new Set(behaviours.map(({ name, kind }) => `${kind} ${name}`)).size, behaviours.length)
  })

  for (const one of asked) {
    it.live(
      one.name,
      () =>
        Effect.gen(function* () {
          const wrong: Array<string> = []
          for (const behaviour of behaviours) {
            // A body without an end, and one that is no event stream, are the matter of the stream suites.
            if (one.name === "events" && behaviour.kind !== "head") continue
            if (one.name === "download" && behaviour.kind === "content") continue
            for (const always of [true, false]) {
              const came = yield* outcome(one, behaviour, always ? Number.POSITIVE_INFINITY : 1)
              const wanted = expected(one, behaviour, always)
              if (came !== wanted)
                wrong.push(`${behaviour.name}, ${always ? "always" : "once"}: ${came}, not ${wanted}`)
            }
          }
          assert.deepStrictEqual(wrong, [])
        }),
      120_000
    )
  }
})
