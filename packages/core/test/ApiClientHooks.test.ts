import { describe, expect } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, driven, each, failure, getThing, key, node } from "@trilum/testing/harness"
import * as Clock from "effect/Clock"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type * as ApiClient from "../src/ApiClient.js"
import * as ApiError from "../src/ApiError.js"

const good = { id: "t1", kind: "big" }

/** As a server that says `success: false` with 200. */
const failureOf = (body: unknown): number | undefined =>
  typeof body === "object" && body !== null && "success" in body && body.success === false
    ? "code" in body && typeof body.code === "number"
      ? body.code
      : 500
    : undefined

describe("gate", () => {
  node("an attempt that is repeated passes the gate again", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(503),
        FaultServer.respond(503),
        FaultServer.json(good)
      ])
      const passed: Array<string> = []
      const api = yield* client(server, {
        gate: (operation) => Effect.sync(() => passed.push(`${operation.id} after ${server.requests.length}`))
      })
      yield* driven(api.request(getThing, ["t1"]))
      expect(passed).toEqual(["getThing after 0", "getThing after 1", "getThing after 2"])
    })
  )

  node("waiting at the gate takes no time from the attempt, but from the whole call", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json(good)])
      const api = yield* client(server, { timeout: 1000, gate: () => Effect.sleep(5000) })
      const { exit, waits } = yield* driven(api.request(getThing, ["t1"]))
      expect(exit).toMatchObject({ _tag: "Success", value: good })
      expect(waits[0]).toBe(5000)
      const late = yield* driven(failure(api.request(getThing, ["t1"], undefined, { overallTimeout: 2000 })))
      expect(late.exit).toMatchObject({
        _tag: "Success",
        value: { _tag: "TimeoutError", timeout: "overall", attempts: 0 }
      })
      expect(server.requests).toHaveLength(1)
    })
  )

  node("an interrupted wait at the gate sends nothing", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json(good)])
      const waiting = yield* Deferred.make<void>()
      const api = yield* client(server, {
        gate: () => Effect.zipRight(Deferred.succeed(waiting, undefined), Effect.never)
      })
      const fiber = yield* Effect.fork(api.request(getThing, ["t1"]))
      yield* Deferred.await(waiting)
      yield* Fiber.interrupt(fiber)
      expect(server.requests).toHaveLength(0)
    })
  )
})

describe("onAnswer", () => {
  node("every answer is told, those that are repeated and refused included", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(429, { headers: { "x-ratelimit-remaining": "0" } }),
        FaultServer.json(good, { headers: { "x-ratelimit-remaining": "9" } }),
        FaultServer.respond(404, { headers: { "x-ratelimit-remaining": "8" } })
      ])
      const told: Array<ApiClient.ObservedAnswer> = []
      const api = yield* client(server, { onAnswer: (answer) => told.push(answer) })
      yield* driven(api.request(getThing, ["t1"]))
      yield* failure(api.request(getThing, ["t2"]))
      const now = yield* Clock.currentTimeMillis
      expect(
        told.map(({ at, headers, operation, status }) => [operation.id, status, headers["x-ratelimit-remaining"], at])
      ).toEqual([
        ["getThing", 429, "0", 0],
        ["getThing", 200, "9", 100],
        ["getThing", 404, "8", now]
      ])
    })
  )

  node("a call without an answer tells nothing", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.reset])
      const told: Array<unknown> = []
      const api = yield* client(server, { onAnswer: (answer) => told.push(answer) })
      yield* failure(api.request(getThing, ["t1"], undefined, { retry: false }))
      expect(told).toEqual([])
    })
  )
})

describe("failureOf", () => {
  each("a failure reported with 200 is the error of what it stands for", () =>
    Effect.gen(function* () {
      const bodies = [
        { success: false, code: 404, message: `no such thing under ${key}` },
        { success: false, code: 409, error: { code: "ALREADY_EXISTS", message: "taken" } },
        { success: false, code: 422 },
        { success: false }
      ]
      const server = yield* FaultServer.make(bodies.map((body) => FaultServer.json(body)))
      const api = yield* client(server, { failureOf })
      const call = failure(api.request(getThing, ["t 1"]))
      const [missing, conflict, invalid, broken] = [yield* call, yield* call, yield* call, yield* call]
      expect(missing).toBeInstanceOf(ApiError.NotFoundError)
      expect(missing).toMatchObject({ status: 200, identifier: "t 1", attempts: 1 })
      expect(JSON.stringify(missing)).not.toContain(key)
      expect(conflict).toMatchObject({ _tag: "ConflictError", status: 200, code: "ALREADY_EXISTS" })
      expect(conflict.message).toContain("200 taken")
      expect(invalid).toMatchObject({ _tag: "ValidationError", status: 200 })
      expect(broken).toMatchObject({ _tag: "ServerError", status: 200, body: { success: false } })
    })
  )

  node("a failure reported with 200 is not repeated: the server has seen and answered it", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ success: false, code: 503 }), FaultServer.json(good)])
      const api = yield* client(server, { failureOf })
      const error = yield* failure(api.request(getThing, ["t1"]))
      expect(error).toMatchObject({ _tag: "ServerError", attempts: 1 })
      expect(server.requests).toHaveLength(1)
    })
  )

  node("without the option such a body is a value like any other", () =>
    Effect.gen(function* () {
      const body = { ...good, success: false }
      const server = yield* FaultServer.make([FaultServer.json(body)])
      const api = yield* client(server)
      expect(yield* api.request(getThing, ["t1"])).toEqual(body)
    })
  )
})

describe("reservedHeaders", () => {
  node("a second credential does not get in by the headers of the client or of a call", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json(good)])
      const api = yield* client(server, {
        reservedHeaders: ["X-Api-Key"],
        headers: { "X-API-KEY": "other", "x-team": "a" }
      })
      yield* api.request(createThing, [], {}, { headers: { "x-api-KEY": "third", "x-call": "b" } })
      const { headers } = server.requests[0]!
      expect(headers["x-api-key"]).toBeUndefined()
      expect(headers).toMatchObject({ "x-team": "a", "x-call": "b", authorization: `Bearer ${key}` })
    })
  )
})
