import { assert, describe, expect } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, driven, each, failure, getThing, node } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as TestClock from "effect/TestClock"
import type { Decoded, ObservedAnswer, Waiting } from "../src/ApiClient.js"

const good = FaultServer.json({ id: "1", kind: "big" })

describe("gate", () => {
  each("runs before every attempt, outside its time limit", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), good])
      const asked: Array<string> = []
      const api = yield* client(server, {
        timeout: 1000,
        gate: (operation) =>
          Effect.zipRight(
            Effect.sync(() => asked.push(operation.id)),
            Effect.sleep(5000)
          )
      })
      const fiber = yield* Effect.fork(api.request(getThing, ["1"]))
      yield* TestClock.adjust(4999)
      expect(server.totalSockets).toBe(0)
      yield* TestClock.adjust(1)
      yield* server.awaitRequests(1)
      while (asked.length < 2) yield* TestClock.adjust(100)
      yield* TestClock.adjust(5000)
      expect(yield* fiber).toMatchObject({ id: "1" })
      expect(asked).toEqual(["getThing", "getThing"])
    })
  )
})

describe("onAnswer", () => {
  each("is told of every answer, those that are repeated included", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(429, { headers: { "X-RateLimit-Remaining": "0" } }),
        FaultServer.reset,
        good
      ])
      const told: Array<ObservedAnswer> = []
      const api = yield* client(server, { onAnswer: (answer) => told.push(answer) })
      yield* driven(api.request(getThing, ["1"]))
      expect(told.map(({ at, operation, status }) => [operation.id, status, at])).toEqual([
        ["getThing", 429, 0],
        ["getThing", 200, 300]
      ])
      expect(told[0]?.headers["x-ratelimit-remaining"]).toBe("0")
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
  each("is called with the text of an answer and the value made of it, once", () =>
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
  const failureOf = (body: unknown): number | undefined =>
    typeof body === "object" && body !== null && "success" in body && body.success === false ? 404 : undefined

  each("a 2xx whose body says that it failed is the error it stands for, not repeated", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ success: false, error: { code: "GONE", message: "no such thing" } }),
        good
      ])
      const api = yield* client(server, { failureOf })
      expect(yield* failure(api.request(getThing, ["7"]))).toMatchObject({
        _tag: "NotFoundError",
        status: 200,
        code: "GONE",
        identifier: "7",
        message: "GET /v1/things/{thing_id}: 200 no such thing"
      })
      expect(yield* api.request(getThing, ["1"])).toMatchObject({ id: "1" })
      expect(server.requests).toHaveLength(2)
    })
  )
})

describe("reservedHeaders", () => {
  node("are left out of what callers add, in any letter case", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([good])
      const api = yield* client(server, {
        reservedHeaders: ["X-API-Key"],
        headers: { "x-api-KEY": "client", "x-b": "b" }
      })
      yield* api.request(getThing, ["1"], undefined, { headers: { "X-Api-Key": "call", "x-c": "c" } })
      expect(server.requests[0]?.headers).toMatchObject({ "x-b": "b", "x-c": "c" })
      expect(server.requests[0]?.headers["x-api-key"]).toBeUndefined()
    })
  )
})
