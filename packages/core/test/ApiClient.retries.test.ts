import { assert, describe, expect } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import {
  client,
  createThing,
  deleteThing,
  download,
  drive,
  driven,
  each,
  failure,
  getThing,
  nextWait,
  node,
  operation,
  thing,
  upload
} from "@trilum/testing/harness"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import * as Stream from "effect/Stream"
import * as TestClock from "effect/TestClock"
import * as Retry from "../src/Retry.js"

const good = FaultServer.json({ id: "1", kind: "big" })

const keysOf = (server: FaultServer.FaultServer) => server.requests.map((request) => request.headers["idempotency-key"])

describe("Retry-After", () => {
  each("beyond the cap fails at once and says how long to wait", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(429, { headers: { "retry-after": "3600" } }), good])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.deepInclude(error, { _tag: "RateLimitError", retryAfter: 3600, attempts: 1 })
      assert.lengthOf(server.requests, 1)
    })
  )

  const forms: ReadonlyArray<
    readonly [name: string, headers: Record<string, string>, wait: number, retryAfter: number | undefined]
  > = [
    ["seconds", { "retry-after": "3" }, 3000, 3],
    ["fractional seconds", { "retry-after": "1.5" }, 1500, 1.5],
    ["milliseconds", { "retry-after-ms": "1234", "retry-after": "60" }, 1234, 1.234],
    ["an HTTP date", { "retry-after": "Thu, 01 Jan 1970 00:00:42 GMT" }, 42_000, 42],
    ["a date in the past", { "retry-after": "Wed, 31 Dec 1969 23:59:00 GMT" }, 100, 0],
    ["negative", { "retry-after": "-7" }, 100, 0],
    ["garbage", { "retry-after": "in a while" }, 100, undefined],
    ["less than the policy's own wait", { "retry-after-ms": "5" }, 100, 0.005],
    ["as long as the cap", { "retry-after": "60" }, 60_000, 60]
  ]
  for (const [name, headers, wait, retryAfter] of forms) {
    each(`429 with ${name} waits ${wait} ms exactly`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([FaultServer.respond(429, { headers }), good])
        const api = yield* client(server)
        const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
        expect(yield* nextWait).toBe(wait)
        yield* TestClock.adjust(wait - 1)
        expect(server.requests).toHaveLength(1)
        expect(Option.isNone(yield* Fiber.poll(fiber))).toBe(true)
        yield* TestClock.adjust(1)
        expect(yield* Fiber.join(fiber)).toEqual({ id: "1", kind: "big" })
        expect(server.requests).toHaveLength(2)
      })
    )

    node(`429 with ${name} puts retryAfter on the error`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([FaultServer.respond(429, { headers })])
        const api = yield* client(server, { retry: false })
        const error = yield* failure(api.request(getThing, ["1"]))
        expect(error).toMatchObject({ _tag: "RateLimitError" })
        expect("retryAfter" in error ? error.retryAfter : undefined).toBe(retryAfter)
      })
    )
  }

  each("503 with Retry-After waits as long", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503, { headers: { "retry-after": "9" } }), good])
      const api = yield* client(server)
      const { waits } = yield* driven(api.request(getThing, ["1"]))
      expect(waits).toEqual([9000])
    })
  )
})

const storming = (server: FaultServer.FaultServer) =>
  client(server, { retry: { maxRetries: 200, baseDelay: 0, jitter: "none" } })

describe("a storm of 503", () => {
  each("waits as the policy says, never after the last attempt, and fails with the last answer", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((_, index) =>
        FaultServer.json({ message: `no ${index}` }, { status: 503, headers: { "x-request-id": `r${index}` } })
      )
      const api = yield* client(server)
      const { exit, waits } = yield* driven(failure(api.request(getThing, ["1"])))
      expect(waits).toEqual([100, 200, 400])
      expect(server.requests).toHaveLength(4)
      expect(exit).toMatchObject({
        value: {
          _tag: "ServerError",
          attempts: 4,
          elapsed: 700,
          requestId: "r3",
          message: expect.stringContaining("503 no 3")
        }
      })
    })
  )

  each("200 repeats hold at most 2 sockets", () =>
    Effect.gen(function* () {
      const body = "x".repeat(20_000)
      const server = yield* FaultServer.make((_, index) => FaultServer.respond(503, { body, chunked: index % 2 === 0 }))
      // The budget of one client is spent after 100 repeats.
      for (const api of [yield* storming(server), yield* storming(server)])
        yield* Effect.exit(api.request(getThing, ["1"]))
      expect(server.requests).toHaveLength(202)
      expect(server.maxOpenSockets).toBeLessThanOrEqual(2)
    })
  )

  each("with full jitter every wait is within its bound and the same under the same seed", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(503))
      const run = (seed: string) =>
        Effect.gen(function* () {
          const api = yield* client(server, {
            retry: { baseDelay: 1000, maxDelay: 3000, maxRetries: 5, jitter: "full" }
          })
          const { waits } = yield* driven(api.request(getThing, ["1"]))
          return waits
        }).pipe(Effect.withRandom(Random.make(seed)))
      const waits = yield* run("seed")
      expect(waits).toHaveLength(5)
      waits.forEach((wait, retry) => expect(wait).toBeLessThanOrEqual(Math.min(3000, 1000 * 2 ** retry)))
      expect(yield* run("seed")).toEqual(waits)
      expect(yield* run("other")).not.toEqual(waits)
    })
  )
})

describe("budget", () => {
  node("spent by all calls of a client together, it makes them fail fast", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(503))
      const api = yield* client(server, { retry: { maxRetries: 60, baseDelay: 0, jitter: "none" } })
      yield* Effect.exit(api.request(getThing, ["1"]))
      yield* Effect.exit(api.request(getThing, ["1"]))
      // 500 tokens are 100 repeats: 60 for the first call, 40 for the second.
      expect(server.requests).toHaveLength(61 + 41)
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error).toMatchObject({ _tag: "ServerError", attempts: 1 })
      expect(server.requests).toHaveLength(61 + 41 + 1)
    })
  )

  node("calls that each succeed at their retry never use up the budget", () =>
    Effect.gen(function* () {
      let healthy = false
      const server = yield* FaultServer.make((_, index) =>
        healthy && index % 2 === 1 ? good : FaultServer.respond(503)
      )
      const api = yield* client(server, { retry: { maxRetries: 99, baseDelay: 0, jitter: "none" } })
      // 500 tokens, of which 5 are left: enough for one retry.
      yield* Effect.exit(api.request(getThing, ["1"]))
      assert.lengthOf(server.requests, 100)
      healthy = true
      for (let call = 0; call < 5; call++) {
        const { response } = yield* api.withResponse(getThing, ["1"])
        assert.strictEqual(response.attempts, 2)
      }
    })
  )

  node("a success at the first attempt gives one token back", () =>
    Effect.gen(function* () {
      let healthy = false
      const server = yield* FaultServer.make(() => (healthy ? good : FaultServer.respond(503)))
      const api = yield* client(server, { retry: { maxRetries: 100, baseDelay: 0, jitter: "none" } })
      yield* Effect.exit(api.request(getThing, ["1"]))
      expect(server.requests).toHaveLength(101)
      healthy = true
      for (let call = 0; call < 5; call++) yield* api.request(getThing, ["1"])
      healthy = false
      yield* Effect.exit(api.request(getThing, ["1"]))
      expect(server.requests).toHaveLength(101 + 5 + 2)
    })
  )
})

describe("which calls are repeated", () => {
  const faults = [FaultServer.respond(503), FaultServer.reset, FaultServer.respond(429)]

  for (const fault of faults) {
    each(`a POST without a key never is (${fault._tag})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([fault, good])
        const api = yield* client(server)
        yield* failure(api.request(createThing, [], { id: "1" }))
        expect(server.requests).toHaveLength(1)
        expect(keysOf(server)).toEqual([undefined])
      })
    )

    each(`a PATCH without a key never is (${fault._tag})`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([fault, good])
        const api = yield* client(server)
        yield* failure(api.request({ ...createThing, method: "PATCH" as const }, [], { id: "1" }))
        expect(server.requests).toHaveLength(1)
      })
    )
  }

  each("a generated key goes along on every attempt, and another call gets another", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(503),
        FaultServer.reset,
        good,
        FaultServer.respond(503),
        good
      ])
      const api = yield* client(server, { idempotencyKeys: "generate" })
      yield* driven(api.request(createThing, [], { id: "1" }))
      yield* driven(api.request(createThing, [], { id: "1" }))
      const [a, b, c, d, e] = keysOf(server)
      expect(a).toMatch(/^[0-9a-f-]{36}$/)
      expect([b, c]).toEqual([a, a])
      expect(d).toMatch(/^[0-9a-f-]{36}$/)
      expect(d).not.toBe(a)
      expect(e).toBe(d)
      expect(server.requests.map((request) => request.text)).toEqual(Array.from({ length: 5 }, () => `{"id":"1"}`))
    })
  )

  each("one effect run twice is two calls with two keys", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good, good])
      const api = yield* client(server, { idempotencyKeys: "generate" })
      const call = api.request(createThing, [], { id: "1" })
      yield* call
      yield* call
      const [a, b] = keysOf(server)
      expect(a).not.toBe(b)
    })
  )

  each("the caller's key is sent verbatim on every attempt", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server, { idempotencyKeys: "generate" })
      const { exit } = yield* driven(api.request(createThing, [], {}, { idempotencyKey: "order/7 é" }))
      expect(exit._tag).toBe("Success")
      const latin = Buffer.from("order/7 é", "latin1").toString("latin1")
      expect(keysOf(server)).toEqual([latin, latin])
    })
  )

  each("a key given as a header is a key", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server, { idempotencyKeys: "generate" })
      const { exit } = yield* driven(api.request(createThing, [], {}, { headers: { "Idempotency-Key": "mine" } }))
      expect(exit._tag).toBe("Success")
      expect(keysOf(server)).toEqual(["mine", "mine"])
    })
  )

  each("idempotencyKey false sends none and makes one attempt", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server, { idempotencyKeys: "generate" })
      yield* failure(api.request(createThing, [], {}, { idempotencyKey: false }))
      expect(keysOf(server)).toEqual([undefined])
    })
  )

  node("no key is generated where the server honours none", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good, good])
      const api = yield* client(server, { idempotencyKeys: "generate" })
      const { idempotencyKey: _, ...plain } = createThing
      yield* api.request(plain, [], {})
      yield* api.request(getThing, ["1"])
      expect(keysOf(server)).toEqual([undefined, undefined])
    })
  )

  each("a DELETE is", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), FaultServer.respond(204)])
      const api = yield* client(server)
      const { exit } = yield* driven(api.request(deleteThing, ["1"]))
      expect(exit).toMatchObject({ _tag: "Success", value: undefined })
    })
  )

  node("a GET with a side effect is not, a POST that only reads is", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), FaultServer.respond(503), good])
      const api = yield* client(server)
      yield* failure(api.request({ ...getThing, repeatable: false }, ["1"]))
      expect(server.requests).toHaveLength(1)
      const { exit } = yield* driven(api.request({ ...createThing, repeatable: true }, [], {}))
      expect(exit._tag).toBe("Success")
    })
  )

  each("a body that can be read once never is, even with a key", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server)
      const content = async function* () {
        yield new TextEncoder().encode("bytes")
      }
      const error = yield* failure(
        api.request(upload, [], { file: { filename: "a.bin", content: content() } }, { idempotencyKey: "k" })
      )
      expect(error).toMatchObject({ _tag: "ServerError", status: 503, attempts: 1 })
      expect(server.requests).toHaveLength(1)
    })
  )

  each("retry false makes one attempt, whatever the client's policy", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"], undefined, { retry: false }))
      expect(error.attempts).toBe(1)
      expect(server.requests).toHaveLength(1)
    })
  )

  node("a call changes single fields of the policy", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(503))
      const api = yield* client(server)
      const { waits } = yield* driven(
        api.request(getThing, ["1"], undefined, { retry: { maxRetries: 1, baseDelay: 7 } })
      )
      expect(waits).toEqual([7])
      const never = yield* driven(api.request(getThing, ["1"], undefined, { retry: { statuses: [] } }))
      expect(never.waits).toEqual([])
    })
  )

  node("a client without retries can be overridden by a call", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server, { retry: false })
      const { exit } = yield* driven(api.request(getThing, ["1"], undefined, { retry: { maxRetries: 1 } }))
      expect(exit._tag).toBe("Success")
    })
  )
})

describe("lost connections", () => {
  each("a reset before the headers is repeated", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.reset, FaultServer.close, good])
      const api = yield* client(server)
      const { exit, waits } = yield* driven(api.request(getThing, ["1"]))
      expect(exit).toMatchObject({ _tag: "Success", value: { id: "1" } })
      expect(waits).toEqual([100, 200])
    })
  )

  each("a reset in the middle of the body is repeated", () =>
    Effect.gen(function* () {
      const body = `{"id":"1","kind":"big"}`
      const server = yield* FaultServer.make([
        FaultServer.closeAfter(5, { body }),
        FaultServer.resetAfter(5, { body }),
        good
      ])
      const api = yield* client(server)
      const { exit, waits } = yield* driven(api.request(getThing, ["1"]))
      expect(exit).toMatchObject({ _tag: "Success", value: { id: "1" } })
      expect(waits).toEqual([100, 200])
    })
  )

  each("a reset in the middle of the body that stays is a TransportError with the answer's facts", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() =>
        FaultServer.closeAfter(5, { body: `{"id":"1"}`, headers: { "x-request-id": "r1" } })
      )
      const api = yield* client(server, { retry: false })
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error).toMatchObject({ _tag: "TransportError", status: 200, requestId: "r1", attempts: 1 })
      expect(error.message).toContain("the connection broke inside the answer")
    })
  )

  each("a refused connection is repeated and then a TransportError that names it", () =>
    Effect.gen(function* () {
      const port = yield* FaultServer.refusedPort
      const api = yield* client({ url: `http://127.0.0.1:${port}` })
      const { exit, waits } = yield* driven(failure(api.request(getThing, ["1"])))
      expect(waits).toEqual([100, 200, 400])
      expect(exit).toMatchObject({ value: { _tag: "TransportError", code: "ECONNREFUSED", attempts: 4, elapsed: 700 } })
      expect(exit._tag === "Success" && "status" in exit.value).toBe(false)
    })
  )

  each("an answer that is no HTTP is a TransportError", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.garbage())
      const api = yield* client(server)
      const { exit } = yield* driven(failure(api.request(getThing, ["1"])))
      expect(exit).toMatchObject({ value: { _tag: "TransportError", attempts: 4 } })
      expect(server.requests).toHaveLength(4)
    })
  )
})

describe("what is never repeated", () => {
  node("a success that cannot be decoded", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.text("<html>"), good])
      const api = yield* client(server)
      expect(yield* failure(api.request(getThing, ["1"]))).toMatchObject({ _tag: "DecodeError" })
      expect(server.requests).toHaveLength(1)
    })
  )

  each("a stream whose first bytes have been handed on", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(503),
        FaultServer.closeAfter(3, { body: "abcdef" }),
        good
      ])
      const api = yield* client(server)
      const seen: Array<string> = []
      const fiber = yield* Effect.fork(
        failure(
          Stream.runForEach(api.stream(download, ["1"]), (bytes) =>
            Effect.sync(() => seen.push(Buffer.from(bytes).toString()))
          )
        )
      )
      expect(yield* nextWait).toBe(100)
      yield* TestClock.adjust(100)
      expect(yield* Fiber.join(fiber)).toMatchObject({ _tag: "StreamError", reason: "cut", status: 200, attempts: 2 })
      expect(seen.join("")).toBe("abc")
      expect(server.requests).toHaveLength(2)
    })
  )
})

describe("abort during the wait", () => {
  each("ends the call without another request", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const api = yield* client(server)
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      expect(yield* nextWait).toBe(100)
      yield* Fiber.interrupt(fiber)
      yield* TestClock.adjust(1000)
      expect(server.requests).toHaveLength(1)
    })
  )
})

describe("policies of platforms", () => {
  node("a status worth it for reads only", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(500))
      const api = yield* client(server, {
        retry: { jitter: "none", baseDelay: 1, statuses: [503], readStatuses: [500], maxRetries: 1 }
      })
      yield* driven(api.request(getThing, ["1"]))
      expect(server.requests).toHaveLength(2)
      yield* driven(api.request(operation(thing, { method: "DELETE" as const }), ["1"]))
      expect(server.requests).toHaveLength(3)
    })
  )

  node("the standard one doubles from half a second, within its cap", () =>
    Effect.gen(function* () {
      expect(Retry.standard).toMatchObject({ maxRetries: 3, jitter: "full" })
      const server = yield* FaultServer.make(() => FaultServer.respond(502))
      const api = yield* client(server, { retry: undefined })
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      const { waits } = yield* drive(fiber)
      expect(Chunk.fromIterable(waits)).toHaveLength(3)
      waits.forEach((wait, retry) => expect(wait).toBeLessThanOrEqual(500 * 2 ** retry))
    })
  )
})
