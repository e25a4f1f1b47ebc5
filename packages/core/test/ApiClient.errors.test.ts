import { assert, describe, expect, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import { client, createThing, driven, each, failure, getThing, key, node } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as TestClock from "effect/TestClock"
import * as ApiError from "../src/ApiError.js"

const classes = {
  AuthenticationError: ApiError.AuthenticationError,
  PermissionDeniedError: ApiError.PermissionDeniedError,
  NotFoundError: ApiError.NotFoundError,
  ConflictError: ApiError.ConflictError,
  ValidationError: ApiError.ValidationError,
  RateLimitError: ApiError.RateLimitError,
  ServerError: ApiError.ServerError,
  RedirectError: ApiError.RedirectError,
  TimeoutError: ApiError.TimeoutError
}

const statuses: ReadonlyArray<readonly [number, keyof typeof classes]> = [
  [400, "ValidationError"],
  [401, "AuthenticationError"],
  [403, "PermissionDeniedError"],
  [404, "NotFoundError"],
  [405, "ValidationError"],
  [408, "TimeoutError"],
  [409, "ConflictError"],
  [413, "ValidationError"],
  [418, "ValidationError"],
  [422, "ValidationError"],
  [429, "RateLimitError"],
  [300, "RedirectError"],
  [304, "RedirectError"],
  [500, "ServerError"],
  [501, "ServerError"],
  [503, "ServerError"],
  [599, "ServerError"]
]

describe("status to error", () => {
  for (const [status, tag] of statuses) {
    each(`${status} fails with ${tag}, its facts and the server's words`, () =>
      Effect.gen(function* () {
        const body = status === 304 ? undefined : JSON.stringify({ error: { code: "E_CODE", message: "said so" } })
        const server = yield* FaultServer.make([
          FaultServer.respond(status, {
            body,
            headers: { "content-type": "application/json", "x-request-id": "req-7" }
          })
        ])
        const api = yield* client(server)
        const error = yield* failure(api.request(getThing, ["t 1"], undefined, { retry: false }))
        expect(error).toBeInstanceOf(classes[tag])
        expect(error).toBeInstanceOf(Error)
        expect(ApiError.isTrilumError(error)).toBe(true)
        expect(error).toMatchObject({
          _tag: tag,
          name: tag,
          platform: "acme",
          operation: "getThing",
          method: "GET",
          path: "/v1/things/{thing_id}",
          status,
          requestId: "req-7",
          attempts: 1,
          elapsed: 0
        })
        if (status !== 304) {
          expect(error).toMatchObject({
            code: "E_CODE",
            message: `GET /v1/things/{thing_id}: ${status} said so`,
            body: { error: { code: "E_CODE", message: "said so" } }
          })
        }
        expect("identifier" in error).toBe(status === 404)
        if (status === 404) expect(error).toMatchObject({ identifier: "t 1" })
        expect(server.requests).toHaveLength(1)
      })
    )
  }

  for (const status of [501, 505, 302, 400, 401, 403, 404, 409, 413, 422]) {
    node(`${status} is not repeated`, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([FaultServer.respond(status)])
        const api = yield* client(server)
        const { exit, waits } = yield* driven(api.request(getThing, ["1"]))
        expect(exit._tag).toBe("Failure")
        expect(waits).toEqual([])
        expect(server.requests).toHaveLength(1)
      })
    )
  }
})

/** Body, the words in the message, the code, the body on the error. */
const bodies: ReadonlyArray<
  readonly [name: string, text: string, said: string | undefined, code: string | undefined, body: unknown]
> = [
  [
    "error.message and error.code",
    `{"error":{"code":"A","message":"m"}}`,
    "m",
    "A",
    { error: { code: "A", message: "m" } }
  ],
  ["message", `{"message":"m","code":"C"}`, "m", "C", { message: "m", code: "C" }],
  ["detail text", `{"detail":"User not found"}`, "User not found", undefined, { detail: "User not found" }],
  [
    "detail with an error of its own",
    `{"detail":{"error":{"code":"NO_DATA_SOURCES","message":"none"}}}`,
    "none",
    "NO_DATA_SOURCES",
    { detail: { error: { code: "NO_DATA_SOURCES", message: "none" } } }
  ],
  [
    "detail with a code",
    `{"detail":{"code":"crm_not_connected","connect_url":"https://x.example/c"}}`,
    `{"code":"crm_not_connected","connect_url":"https://x.example/c"}`,
    "crm_not_connected",
    { detail: { code: "crm_not_connected", connect_url: "https://x.example/c" } }
  ],
  [
    "a list of validation problems",
    `{"detail":[{"type":"missing","loc":["body","name"],"msg":"Field required"}]}`,
    "body.name: Field required",
    undefined,
    { detail: [{ type: "missing", loc: ["body", "name"], msg: "Field required" }] }
  ],
  [
    "error text with a message",
    `{"error":"Bad","message":"better","hint":"h"}`,
    "better",
    undefined,
    {
      error: "Bad",
      message: "better",
      hint: "h"
    }
  ],
  ["error text alone", `{"success":false,"error":"Bad"}`, "Bad", undefined, { success: false, error: "Bad" }],
  [
    "details of fields",
    `{"success":false,"error":{"code":"VALIDATION_ERROR","message":"no","details":[{"field":"a"}]}}`,
    "no",
    "VALIDATION_ERROR",
    {
      success: false,
      error: { code: "VALIDATION_ERROR", message: "no", details: [{ field: "a" }] }
    }
  ],
  ["a JSON list", `[1,2]`, undefined, undefined, [1, 2]],
  ["a JSON text", `"oh no"`, undefined, undefined, "oh no"],
  ["JSON null", `null`, undefined, undefined, null],
  ["a page", `<html><title>502</title></html>`, undefined, undefined, "<html><title>502</title></html>"],
  ["plain text", `Internal Server Error`, undefined, undefined, "Internal Server Error"],
  ["broken JSON", `{"detail":`, undefined, undefined, `{"detail":`],
  [
    "a message that is none",
    `{"message":{"a":1},"error":7,"code":9}`,
    undefined,
    undefined,
    { message: { a: 1 }, error: 7, code: 9 }
  ],
  ["a name that is inherited", `{"toString":"x"}`, undefined, undefined, { toString: "x" }]
]

describe("body to error", () => {
  for (const [name, text, said, code, body] of bodies) {
    node(name, () =>
      Effect.gen(function* () {
        const server = yield* FaultServer.make([FaultServer.respond(400, { body: text })])
        const api = yield* client(server)
        const error = yield* failure(api.request(getThing, ["1"]))
        expect(error.message).toBe(`GET /v1/things/{thing_id}: 400 ${said ?? "the server refused the request"}`)
        expect(error.code).toBe(code)
        expect(error.body).toEqual(body)
      })
    )
  }

  each("an empty body leaves body and code out", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(401)])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error.message).toBe("GET /v1/things/{thing_id}: 401 the credential is missing, wrong or expired")
      assert.match(error.hint ?? "", /API key/)
      expect(Object.keys(error)).not.toContain("body")
      expect(Object.keys(error)).not.toContain("code")
    })
  )

  node("the server's sentence, its list and its hint are fields of their own", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json(
          { detail: [{ type: "missing", loc: ["body", "name"], msg: "Field required", input: {} }] },
          { status: 422 }
        ),
        FaultServer.json(
          {
            success: false,
            error: { message: "no", details: [{ field: "a", message: "too long" }, "b is wrong"], hint: "shorten a" }
          },
          { status: 400 }
        )
      ])
      const api = yield* client(server)
      const first = yield* failure(api.request(getThing, ["1"]))
      assert.strictEqual(first.serverMessage, "body.name: Field required")
      assert.deepStrictEqual(first.details, [{ path: "body.name", message: "Field required" }])
      const second = yield* failure(api.request(getThing, ["1"]))
      assert.strictEqual(second.serverMessage, "no")
      assert.strictEqual(second.hint, "shorten a")
      assert.deepStrictEqual(second.details, [
        { path: "a", message: "too long" },
        { path: "", message: "b is wrong" }
      ])
    })
  )

  node("the first failure stays visible when a retry ends in another one", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make((request) =>
        request.index === 0 ? FaultServer.json({ message: "disk is full" }, { status: 500 }) : FaultServer.reset
      )
      const api = yield* client(server)
      const { exit } = yield* driven(failure(api.request(getThing, ["1"])))
      assert.isTrue(Exit.isSuccess(exit))
      if (!Exit.isSuccess(exit)) return
      assert.strictEqual(exit.value._tag, "TransportError")
      assert.strictEqual(exit.value.firstFailure, "500 disk is full")
      assert.include(exit.value.message, "500 disk is full")
      // The status belongs to the first attempt, not to the one that failed last.
      assert.notProperty(exit.value, "status")
    })
  )

  each("an error whose body is cut is still that error", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.closeAfter(3, { status: 403, body: `{"detail":"no"}` })])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error).toMatchObject({ _tag: "PermissionDeniedError", status: 403, attempts: 1 })
    })
  )

  node("credentials in a body are redacted by name and by value", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.json({ detail: { message: `bad key ${key}`, api_key: "plain", max_tokens: 5 } }, { status: 422 })
      ])
      const api = yield* client(server)
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error.message).toBe("GET /v1/things/{thing_id}: 422 bad key [REDACTED]")
      expect(error.body).toEqual({ detail: { message: "bad key [REDACTED]", api_key: "[REDACTED]", max_tokens: 5 } })
    })
  )

  each("the request id is read from the configured header", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        FaultServer.respond(404, { headers: { "x-request-id": "wrong", "x-trace": "right" } })
      ])
      const api = yield* client(server, { requestIdHeader: "x-trace" })
      const error = yield* failure(api.request(getThing, ["1"]))
      expect(error.requestId).toBe("right")
    })
  )
})

describe("elapsed and attempts", () => {
  node("count the repeats and their waits, from the start of the call", () =>
    Effect.gen(function* () {
      yield* TestClock.adjust("1 hour")
      const server = yield* FaultServer.make(() => FaultServer.respond(503))
      const api = yield* client(server)
      const { exit } = yield* driven(failure(api.request(getThing, ["1"])))
      expect(exit).toMatchObject({ value: { _tag: "ServerError", attempts: 4, elapsed: 700, status: 503 } })
    })
  )
})

describe("the errors themselves", () => {
  it("show only what is known", () => {
    const error = new ApiError.ServerError({ platform: "acme", message: "m", status: 500, requestId: undefined })
    expect(Object.keys(error).sort()).toEqual(["_tag", "category", "platform", "status"])
    expect(JSON.parse(JSON.stringify(error))).toEqual({
      _tag: "ServerError",
      category: "server",
      message: "m",
      platform: "acme",
      status: 500
    })
    expect(error.name).toBe("ServerError")
    expect(String(error)).toContain("ServerError: m")
    expect(error.stack).toContain("ServerError")
  })

  it.effect("are caught by their tag", () =>
    Effect.gen(function* () {
      const caught = yield* Effect.fail(
        new ApiError.NotFoundError({ platform: "acme", message: "m", identifier: "7" })
      ).pipe(Effect.catchTag("NotFoundError", (error) => Effect.succeed(error.identifier)))
      expect(caught).toBe("7")
    })
  )

  it("are told from other errors", () => {
    expect(ApiError.isTrilumError(new Error("m"))).toBe(false)
    expect(ApiError.isTrilumError({ _tag: "ServerError" })).toBe(false)
    expect(ApiError.isTrilumError(undefined)).toBe(false)
  })

  it("of another copy of the package are recognised", async () => {
    const copy: typeof ApiError = await import(`../src/ApiError.js?${"copy"}`)
    assert.notStrictEqual(copy.TrilumError, ApiError.TrilumError)
    assert.isTrue(ApiError.isTrilumError(new copy.ServerError({ platform: "acme", message: "m" })))
  })

  it("annotate adds what is missing and keeps what is known", () => {
    const error = new ApiError.ServerError({ platform: "acme", message: "m", status: 500, hint: "a" })
    const same = ApiError.annotate(error, { responseId: "r1", status: 503, hint: "b", threadId: undefined })
    assert.strictEqual(same, error)
    assert.deepStrictEqual(
      { responseId: error.responseId, status: error.status, hint: error.hint },
      { responseId: "r1", status: 500, hint: "b" }
    )
    assert.notProperty(error, "threadId")
    assert.include(JSON.stringify(error), "r1")
  })

  const categories: ReadonlyArray<readonly [number | undefined, number, ApiError.Category]> = [
    [401, 1, "auth"],
    [403, 1, "permission"],
    [404, 1, "notFound"],
    [408, 1, "timeout"],
    [409, 1, "conflict"],
    [422, 1, "invalid"],
    [429, 1, "rateLimit"],
    [500, 1, "server"],
    [undefined, 0, "invalid"],
    [undefined, 1, "local"]
  ]
  it("have the category of their status unless their class has one", () => {
    class Own extends ApiError.TrilumError<"Own"> {
      constructor(details: ApiError.Details) {
        super("Own", details)
      }
    }
    for (const [status, attempts, category] of categories) {
      assert.strictEqual(new Own({ platform: "acme", message: "m", status, attempts }).category, category)
    }
    assert.strictEqual(new ApiError.ConfigurationError({ platform: "acme", message: "m" }).category, "config")
  })
})

describe("checks before sending", () => {
  node("fail with ValidationError, no attempt and no status", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([])
      const api = yield* client(server)
      const error = yield* failure(api.request(createThing, [], { a: 1n }))
      expect(error).toMatchObject({
        _tag: "ValidationError",
        attempts: 0,
        code: "INVALID_INPUT",
        operation: "createThing"
      })
      expect("status" in error).toBe(false)
      expect(server.totalSockets).toBe(0)
    })
  )
})
