import { assert, describe } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, deleteThing, each, failure, getThing, node, operation, thing } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ResponseInfo } from "../src/ApiClient.js"
import type * as Drift from "../src/Drift.js"
import * as ResponseSchema from "../src/ResponseSchema.js"

describe("a success is tolerant", () => {
  each("unknown fields, unknown enum members and null optionals pass", () =>
    Effect.gen(function* () {
      const body = { id: "1", kind: "gigantic", tags: null, added_later: { deep: [1] } }
      const server = yield* FaultServer.make([FaultServer.json(body)])
      const api = yield* client(server)
      assert.deepStrictEqual<unknown>(yield* api.request(getThing, ["1"]), body)
    })
  )

  each("any 2xx is a success", () =>
    Effect.gen(function* () {
      for (const status of [200, 201, 202, 203, 206, 299]) {
        const server = yield* FaultServer.make([FaultServer.json({ id: "1", kind: "big" }, { status })])
        const api = yield* client(server)
        assert.deepInclude(yield* api.request(getThing, ["1"]), { id: "1" })
      }
    })
  )

  each("JSON is read whatever its content type, and a byte order mark is dropped", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.text(`\uFEFF{"id":"1","kind":"big"}`)])
      const api = yield* client(server)
      assert.deepInclude(yield* api.request(getThing, ["1"]), { id: "1" })
    })
  )
})

describe("a success without a body", () => {
  const allOptional = operation(
    ResponseSchema.struct<{ readonly note?: string | null }>({
      note: ResponseSchema.optional(ResponseSchema.string)
    }),
    {}
  )

  each("fits a schema that requires nothing", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(200), FaultServer.respond(204)])
      const api = yield* client(server)
      assert.deepStrictEqual<unknown>(yield* api.request(allOptional, ["1"]), {})
      assert.deepStrictEqual<unknown>(yield* api.request(allOptional, ["1"]), {})
    })
  )

  each("is a success of every call but a GET: the server has done what was asked", () =>
    Effect.gen(function* () {
      for (const method of ["POST", "PUT", "PATCH", "DELETE"] as const) {
        const server = yield* FaultServer.make([
          FaultServer.respond(200),
          FaultServer.respond(204),
          FaultServer.json({})
        ])
        const api = yield* client(server)
        for (let call = 0; call < 3; call++) {
          assert.deepStrictEqual<unknown>(yield* api.request(operation(thing, { method }), ["1"]), {})
        }
        assert.strictEqual(server.requests.length, 3)
      }
    })
  )

  each("fails a call that needs an id of it to go on", () =>
    Effect.gen(function* () {
      const start = operation(thing, { method: "POST", needs: ["run.id|run_id"] })
      const server = yield* FaultServer.make([
        FaultServer.respond(202),
        FaultServer.json({ run: { id: null }, run_id: "" }),
        FaultServer.json({ run: { id: 7 }, id: null }),
        FaultServer.json({ run_id: "r" })
      ])
      const api = yield* client(server)
      for (const status of [202, 200]) {
        const error = yield* failure(api.request(start, ["1"]))
        assert.deepInclude(error, { _tag: "DecodeError", status, attempts: 1 })
        assert.include(error.message, "the answer has no ")
      }
      assert.deepStrictEqual<unknown>(yield* api.request(start, ["1"]), { run: { id: 7 }, id: null })
      assert.deepStrictEqual<unknown>(yield* api.request(start, ["1"]), { run_id: "r" })
    })
  )

  each("does not fit a GET that requires something, and says so", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(200, { headers: { "x-request-id": "r1" } }),
        FaultServer.respond(204)
      ])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.deepInclude(error, { _tag: "DecodeError", status: 200, requestId: "r1", attempts: 1 })
      assert.strictEqual(error.message, "GET /v1/things/{thing_id}: the answer has no body")
      assert.isFalse("body" in error)
      const list = operation(ResponseSchema.array(ResponseSchema.string), {})
      assert.deepInclude(yield* failure(api.request(list, ["1"])), { _tag: "DecodeError", status: 204 })
    })
  )

  each("is what an operation without a value wants, and a body there is dropped", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(204),
        FaultServer.json({ deleted: true }),
        FaultServer.text("<html>")
      ])
      const api = yield* client(server)
      for (let call = 0; call < 3; call++) assert.isUndefined(yield* api.request(deleteThing, ["1"]))
      assert.isAtMost(server.maxOpenSockets, 2)
    })
  )
})

describe("a success that is not what the contract says", () => {
  each("garbage is a DecodeError with the text, not repeated", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(200, { body: "<html>oops</html>", headers: { "content-type": "text/html" } })
      ])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.deepInclude(error, {
        _tag: "DecodeError",
        status: 200,
        issues: [],
        body: "<html>oops</html>",
        message: "GET /v1/things/{thing_id}: the body is not JSON (text/html)"
      })
    })
  )

  each("JSON cut short with a fitting length is a DecodeError", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(200, { body: `{"id":"1"` })])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      assert.deepInclude(error, { _tag: "DecodeError", body: `{"id":"1"` })
      assert.include(error.message, "no content type")
    })
  )

  each("a missing field, null or another type passes, and is reported once for every place", () =>
    Effect.gen(function* () {
      const reports: Array<Drift.Report> = []
      const list = operation(
        ResponseSchema.struct<{ readonly data: ReadonlyArray<unknown> }>({ data: ResponseSchema.array(thing) }),
        {}
      )
      const body = {
        data: [
          { id: "1", kind: "big" },
          { kind: "big", more: 1 },
          { id: "private-value", kind: null }
        ]
      }
      const server = yield* FaultServer.make([
        FaultServer.json(body),
        FaultServer.json(body),
        FaultServer.json({ data: null })
      ])
      const api = yield* client(server, { onDrift: (report) => reports.push(report) })
      assert.deepStrictEqual<unknown>(yield* api.request(list, ["1"]), body)
      assert.deepStrictEqual<unknown>(yield* api.request(list, ["1"]), body)
      assert.deepStrictEqual<unknown>(yield* api.request(list, ["1"]), { data: null })
      assert.deepStrictEqual(
        reports.map(({ differences, operation: id, platform }) => [
          platform,
          id,
          differences.map(({ kind, path }) => `${kind} ${path}`)
        ]),
        [
          ["acme", "getThing", ["missing data[1].id", "field data[1].more", "type data[2].kind"]],
          ["acme", "getThing", ["type data"]]
        ]
      )
      assert.notInclude(JSON.stringify(reports), "private-value")
    })
  )

  each("an onDrift that throws does not cost the answer", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.json({ id: 1 })])
      const api = yield* client(server, {
        onDrift: () => {
          throw new Error("no")
        }
      })
      assert.deepStrictEqual<unknown>(yield* api.request(getThing, ["1"]), { id: 1 })
    })
  )

  each("fails a strict client: the path of each difference, no value, and the whole body within reach", () =>
    Effect.gen(function* () {
      const list = operation(
        ResponseSchema.struct<{ readonly data: ReadonlyArray<unknown> }>({ data: ResponseSchema.array(thing) }),
        {}
      )
      const server = yield* FaultServer.make([
        FaultServer.json({ data: [{ id: "1", kind: "big" }, { kind: "big" }, { id: "private-value", kind: 7 }] })
      ])
      const api = yield* client(server, { decoding: "strict" })
      const error = yield* failure(api.request(list, ["1"]))
      assert.strictEqual(error._tag, "DecodeError")
      const raw = error._tag === "DecodeError" ? error.rawBody : undefined
      assert.include(raw === undefined ? "" : Redacted.value(raw), "private-value")
      const issues = error._tag === "DecodeError" ? error.issues : []
      assert.deepStrictEqual<unknown>(
        issues.map((issue) => issue.path),
        ["data[1].id", "data[2].kind"]
      )
      assert.include(error.message, "data[1].id: ")
      assert.notInclude(error.message, "private-value")
    })
  )
})

describe("other answers", () => {
  each("text comes as it is", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.text("a\r\nü"), FaultServer.text("")])
      const api = yield* client(server)
      const text = operation(ResponseSchema.string, { response: "text" })
      assert.strictEqual(yield* api.request(text, ["1"]), "a\r\nü")
      assert.strictEqual(yield* api.request(text, ["1"]), "")
      assert.strictEqual(server.requests[0]?.headers["accept"], "text/*, */*;q=0.5")
    })
  )

  each("withResponse and onResponse tell status, headers, request id and attempts", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ id: "1", kind: "big" }, { status: 201, headers: { "x-request-id": "r9", "x-more": "m" } }),
        FaultServer.respond(404, { headers: { "x-request-id": "r10" } })
      ])
      const api = yield* client(server)
      const reported: Array<ResponseInfo> = []
      const onResponse = (info: ResponseInfo): void => {
        reported.push(info)
      }
      const { response, value } = yield* api.withResponse(getThing, ["1"], undefined, { onResponse })
      assert.deepInclude(value, { id: "1" })
      assert.deepInclude(response, { status: 201, requestId: "r9", attempts: 1 })
      assert.strictEqual(response.headers["x-more"], "m")
      yield* failure(api.request(getThing, ["1"], undefined, { onResponse }))
      assert.deepStrictEqual<unknown>(
        reported.map((info) => [info.status, info.requestId]),
        [
          [201, "r9"],
          [404, "r10"]
        ]
      )
    })
  )

  node("onResponse is told once, about the answer that decided", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(503), FaultServer.json({ id: "1", kind: "big" })])
      const api = yield* client(server, { retry: { baseDelay: 0, jitter: "none", maxRetries: 1 } })
      const reported: Array<ResponseInfo> = []
      yield* api.request(getThing, ["1"], undefined, { onResponse: (info) => reported.push(info) })
      assert.deepStrictEqual(
        reported.map(({ attempts, status }) => [status, attempts]),
        [[200, 2]]
      )
    })
  )
})
