import * as HttpBody from "@effect/platform/HttpBody"
import * as HttpClient from "@effect/platform/HttpClient"
import { assert, describe } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, driven, each, failure, getThing, key, node } from "@trilum/testing/harness"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import type { Decoded, ObservedAnswer, Waiting } from "../src/ApiClient.js"
import * as ApiError from "../src/ApiError.js"
import { around } from "../src/internal/middleware.js"

const thing = { id: "1", kind: "big" }
const good = FaultServer.json(thing)

/** For a server that reports failures as `success: false` with status 200. */
const failureOf = (body: unknown): number | undefined =>
  typeof body === "object" && body !== null && "success" in body && body.success === false
    ? "code" in body && typeof body.code === "number"
      ? body.code
      : 500
    : undefined

describe("rateLimiter", () => {
  each("runs before every attempt, outside its time limit", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const asked: Array<string> = []
      const api = yield* client(server, {
        timeout: 1000,
        rateLimiter: (operation) =>
          Effect.zipRight(
            Effect.sync(() => asked.push(operation.id)),
            Effect.sleep(5000)
          )
      })
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* TestClock.adjust(4999)
      assert.strictEqual(server.totalSockets, 0)
      yield* TestClock.adjust(1)
      yield* server.awaitRequests(1)
      while (asked.length < 2) yield* TestClock.adjust(100)
      yield* TestClock.adjust(5000)
      assert.strictEqual((yield* fiber).id, "1")
      assert.deepStrictEqual(asked, ["getThing", "getThing"])
    })
  )

  node("runs for every retry", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), FaultServer.respond(503), good])
      const passed: Array<string> = []
      const api = yield* client(server, {
        rateLimiter: (operation) => Effect.sync(() => passed.push(`${operation.id} after ${server.requests.length}`))
      })
      yield* driven(api.request(getThing, ["1"]))
      assert.deepStrictEqual(passed, ["getThing after 0", "getThing after 1", "getThing after 2"])
    })
  )

  node("its wait counts against the limit of the whole call, not against that of the attempt", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server, { timeout: 1000, rateLimiter: () => Effect.sleep(5000) })
      const { exit, waits } = yield* driven(api.request(getThing, ["1"]))
      assert.isTrue(exit._tag === "Success" && exit.value.id === "1")
      assert.strictEqual(waits[0], 5000)
      const late = yield* driven(failure(api.request(getThing, ["1"], undefined, { overallTimeout: 2000 })))
      assert.isTrue(late.exit._tag === "Success")
      if (late.exit._tag !== "Success") return
      const error = late.exit.value
      assert.instanceOf(error, ApiError.TimeoutError)
      assert.deepInclude(error, { timeout: "overall", attempts: 0 })
      assert.lengthOf(server.requests, 1)
    })
  )

  node("an interruption of its wait sends nothing", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const waiting = yield* Deferred.make<void>()
      const api = yield* client(server, {
        rateLimiter: () => Effect.zipRight(Deferred.succeed(waiting, undefined), Effect.never)
      })
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* Deferred.await(waiting)
      yield* Fiber.interrupt(fiber)
      assert.lengthOf(server.requests, 0)
    })
  )
})

describe("onAnswer", () => {
  each("is called for every response, also for those that are retried", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(429, { headers: { "X-RateLimit-Remaining": "0" } }),
        FaultServer.reset,
        good
      ])
      const seen: Array<ObservedAnswer> = []
      const api = yield* client(server, { onAnswer: (answer) => seen.push(answer) })
      yield* driven(api.request(getThing, ["1"]))
      assert.deepStrictEqual(
        seen.map(({ at, operation, status }) => [operation.id, status, at]),
        [
          ["getThing", 429, 0],
          ["getThing", 200, 300]
        ]
      )
      assert.strictEqual(seen[0]?.headers["x-ratelimit-remaining"], "0")
    })
  )

  node("is called for responses that fail the call", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(429, { headers: { "x-ratelimit-remaining": "0" } }),
        FaultServer.json(thing, { headers: { "x-ratelimit-remaining": "9" } }),
        FaultServer.respond(404, { headers: { "x-ratelimit-remaining": "8" } })
      ])
      const seen: Array<ObservedAnswer> = []
      const api = yield* client(server, { onAnswer: (answer) => seen.push(answer) })
      yield* driven(api.request(getThing, ["1"]))
      yield* failure(api.request(getThing, ["2"]))
      const now = yield* Clock.currentTimeMillis
      assert.deepStrictEqual(
        seen.map(({ at, headers, operation, status }) => [operation.id, status, headers["x-ratelimit-remaining"], at]),
        [
          ["getThing", 429, "0", 0],
          ["getThing", 200, "9", 100],
          ["getThing", 404, "8", now]
        ]
      )
    })
  )

  node("is not called for a call without a response", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.reset])
      const seen: Array<unknown> = []
      const api = yield* client(server, { onAnswer: (answer) => seen.push(answer) })
      yield* failure(api.request(getThing, ["1"], undefined, { retry: false }))
      assert.deepStrictEqual(seen, [])
    })
  )
})

describe("onRetry", () => {
  each("is called before every wait, with how long it is and why", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(429, { headers: { "Retry-After": "7" } }),
        FaultServer.respond(503),
        good
      ])
      const waits: Array<Waiting> = []
      const api = yield* client(server, { onRetry: (retry) => waits.push(retry) })
      yield* driven(api.request(getThing, ["1"]))
      assert.deepStrictEqual(
        waits.map(({ attempts, delay, failure, operation }) => [operation.id, attempts, delay, failure._tag]),
        [
          ["getThing", 1, 7000, "RateLimitError"],
          ["getThing", 2, 200, "ServerError"]
        ]
      )
      assert.isTrue(waits.every(({ maxAttempts }) => maxAttempts === 4))
    })
  )

  each("is not called for a failure that ends the call", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(404)])
      const waits: Array<Waiting> = []
      const api = yield* client(server, { onRetry: (retry) => waits.push(retry) })
      yield* failure(api.request(getThing, ["1"]))
      assert.deepStrictEqual(waits, [])
    })
  )
})

describe("onDecoded", () => {
  each("is called with the text of a response and its decoded value, once", () =>
    Effect.gen(function* () {
      const text = '{ "id": "1", "kind": "big", "n": 12345678901234567890 }'
      const answer = FaultServer.respond(200, { headers: { "content-type": "application/json" }, body: text })
      const server = yield* FaultServer.make([FaultServer.respond(503), answer])
      const seen: Array<Decoded> = []
      const api = yield* client(server, { onDecoded: (decoded) => seen.push(decoded) })
      const { exit } = yield* driven(api.request(getThing, ["1"]))
      assert.lengthOf(seen, 1)
      assert.strictEqual(seen[0]?.text, text)
      assert.isTrue(exit._tag === "Success" && seen[0]?.value === exit.value)
    })
  )
})

describe("failureOf", () => {
  each("a failure reported with 200 is the error of the status that it stands for", () =>
    Effect.gen(function* () {
      const bodies = [
        { success: false, code: 404, message: `no such thing under ${key}` },
        { success: false, code: 404, error: { code: "GONE", message: "no such thing" } },
        { success: false, code: 409, error: { code: "ALREADY_EXISTS", message: "taken" } },
        { success: false, code: 422 },
        { success: false }
      ]
      const server = yield* FaultServer.make([...bodies.map((body) => FaultServer.json(body)), good])
      const api = yield* client(server, { failureOf })
      const call = failure(api.request(getThing, ["t 1"]))
      const missing = yield* call
      assert.instanceOf(missing, ApiError.NotFoundError)
      assert.deepInclude(missing, { status: 200, identifier: "t 1", attempts: 1 })
      assert.notInclude(JSON.stringify(missing), key)
      const gone = yield* call
      assert.instanceOf(gone, ApiError.NotFoundError)
      assert.strictEqual(gone.code, "GONE")
      assert.strictEqual(gone.message, "GET /v1/things/{thing_id}: 200 no such thing")
      const conflict = yield* call
      assert.instanceOf(conflict, ApiError.ConflictError)
      assert.deepInclude(conflict, { status: 200, code: "ALREADY_EXISTS" })
      assert.include(conflict.message, "200 taken")
      const invalid = yield* call
      assert.instanceOf(invalid, ApiError.ValidationError)
      assert.strictEqual(invalid.status, 200)
      const broken = yield* call
      assert.instanceOf(broken, ApiError.ServerError)
      assert.deepInclude(broken, { status: 200, body: { success: false } })
      assert.strictEqual((yield* api.request(getThing, ["1"])).id, "1")
      assert.lengthOf(server.requests, bodies.length + 1)
    })
  )

  node("a failure reported with 200 is not retried, because the server has processed the request", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ success: false, code: 503 }), good])
      const api = yield* client(server, { failureOf })
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.instanceOf(error, ApiError.ServerError)
      assert.strictEqual(error.attempts, 1)
      assert.lengthOf(server.requests, 1)
    })
  )

  node("without the option such a body is a value", () =>
    Effect.gen(function* () {
      const body = { ...thing, success: false }
      const server = yield* FaultServer.make([FaultServer.json(body)])
      const api = yield* client(server)
      assert.deepStrictEqual<unknown>(yield* api.request(getThing, ["1"]), body)
    })
  )
})

describe("reservedHeaders", () => {
  node("are removed from the headers of the client and of a call, in any letter case", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server, {
        reservedHeaders: ["X-Api-Key"],
        headers: { "X-API-KEY": "other", "x-team": "a" }
      })
      yield* api.request(createThing, [], {}, { headers: { "x-api-KEY": "third", "x-call": "b" } })
      const headers = server.requests[0]?.headers
      assert.isUndefined(headers?.["x-api-key"])
      assert.deepInclude(headers, { "x-team": "a", "x-call": "b", authorization: `Bearer ${key}` })
    })
  )
})

describe("middleware around a stream of known length", () => {
  const requests: ReadonlyArray<readonly [string, (request: Request) => Request, string, string | undefined]> = [
    ["the same request keeps the length", (request) => request, "one two", "7"],
    [
      "another header keeps the length",
      (request) => new Request(request, { headers: request.headers }),
      "one two",
      "7"
    ],
    ["another body goes chunked", (request) => new Request(request, { body: "{}" }), "{}", undefined]
  ]
  for (const [name, change, text, length] of requests) {
    node(name, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make(() => good)
        const http = around(yield* HttpClient.HttpClient, [(request, next) => next(change(request))])
        const pieces = Stream.map(Stream.make("one ", "two"), (piece) => new TextEncoder().encode(piece))
        yield* http.post(server.url, { body: HttpBody.stream(pieces, "text/plain", 7) })
        const [request] = yield* server.awaitRequests(1)
        assert.strictEqual(request?.text, text)
        assert.strictEqual(request?.headers["content-length"], length)
      })
    )
  }
})
