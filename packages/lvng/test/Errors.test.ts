import { assert, describe, it } from "@effect/vitest"
import * as ApiError from "@trilum/core/ApiError"
import * as FaultServer from "@trilum/testing/FaultServer"
import { failure } from "@trilum/testing/harness"
import * as Effect from "effect/Effect"
import * as H from "./support/harness.js"

/** The error of one call that is answered so. */
const errorOf = (body: unknown, status: number, headers: Record<string, string> = {}) =>
  Effect.gen(function* () {
    const { lvng } = yield* H.make([FaultServer.json(body, { status, headers })], { retry: false })
    return yield* failure(lvng.agents.delete("agent_1"))
  })

const details = [{ field: "name", message: "is required" }]

describe("error bodies (section 6, section 15 conflict 13)", () => {
  it.scoped("the simple shape: its message, else its error; no code", () =>
    Effect.gen(function* () {
      const full = yield* errorOf({ error: "Not Found", message: "no such agent", hint: "look again" }, 404)
      assert.include(full.message, "404 no such agent")
      assert.isUndefined(full.code)
      assert.deepStrictEqual(full.body, { error: "Not Found", message: "no such agent", hint: "look again" })
      assert.include((yield* errorOf({ error: "Not Found" }, 404)).message, "404 Not Found")
    })
  )

  it.scoped("the structured shape: message, code and details", () =>
    Effect.gen(function* () {
      const body = { success: false, error: { code: "VALIDATION_ERROR", message: "Bad input", details } }
      for (const status of [400, 422]) {
        const error = yield* errorOf(body, status)
        assert.instanceOf(error, ApiError.ValidationError)
        assert.include(error, { code: "VALIDATION_ERROR", status })
        assert.include(error.message, "Bad input")
        assert.deepStrictEqual(error.body, body)
      }
    })
  )

  it.scoped("the shape of the index page: its text", () =>
    Effect.gen(function* () {
      const error = yield* errorOf({ success: false, error: "the text" }, 403)
      assert.instanceOf(error, ApiError.PermissionDeniedError)
      assert.include(error.message, "403 the text")
      assert.isUndefined(error.code)
    })
  )

  it.scoped("a body that is not JSON is kept as text", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([FaultServer.text("upstream died", { status: 500 })], { retry: false })
      const error = yield* failure(lvng.agents.list())
      assert.include(error, { _tag: "ServerError", status: 500, body: "upstream died" })
    })
  )

  it.scoped("every status that the official SDKs fold into one class has its own", () =>
    Effect.gen(function* () {
      const body = { error: "e", message: "m" }
      const tags = yield* Effect.forEach([400, 401, 403, 404, 409, 418, 422, 429, 500, 502, 503], (status) =>
        Effect.map(errorOf(body, status), (error) => `${status} ${error._tag}`)
      )
      assert.deepStrictEqual(tags, [
        "400 ValidationError",
        "401 AuthenticationError",
        "403 PermissionDeniedError",
        "404 NotFoundError",
        "409 ConflictError",
        "418 ValidationError",
        "422 ValidationError",
        "429 RateLimitError",
        "500 ServerError",
        "502 ServerError",
        "503 ServerError"
      ])
    })
  )

  it.scoped("NotFoundError has the id that was asked for: the last of several", () =>
    Effect.gen(function* () {
      const missing = FaultServer.json({ error: "Not Found" }, { status: 404 })
      const { lvng } = yield* H.make([missing, missing, missing])
      assert.include(yield* failure(lvng.workflows.get("wf_does_not_exist")), { identifier: "wf_does_not_exist" })
      assert.include(yield* failure(lvng.workflows.getRun("wf_1", "run 9")), { identifier: "run 9" })
      assert.notProperty(yield* failure(lvng.chat.send("hi")), "identifier")
    })
  )

  it.scoped("retryAfter is seconds and may be a fraction", () =>
    Effect.gen(function* () {
      const limited = (value: string) => errorOf({ error: "Too Many Requests" }, 429, { "retry-after": value })
      assert.include(yield* limited("2"), { _tag: "RateLimitError", retryAfter: 2 })
      assert.include(yield* limited("1.5"), { retryAfter: 1.5 })
    })
  )

  it.scoped("an error has operation, method, path template and attempts, and no credential", () =>
    Effect.gen(function* () {
      const error = yield* errorOf({ error: "bad", message: `key ${H.key}` }, 401)
      assert.include(error, {
        platform: "lvng",
        operation: "deleteAgent",
        method: "DELETE",
        path: "/api/v2/agents/{id}",
        attempts: 1
      })
      assert.notInclude(JSON.stringify(error), H.key)
    })
  )
})

describe("success: false with 2xx", () => {
  const codes: ReadonlyArray<readonly [string, ApiError.ApiError["_tag"]]> = [
    ["VALIDATION_ERROR", "ValidationError"],
    ["ALREADY_EXISTS", "ConflictError"],
    ["NOT_FOUND", "NotFoundError"],
    ["AGENT_NOT_FOUND", "NotFoundError"],
    ["FORBIDDEN", "PermissionDeniedError"],
    ["UNAUTHORIZED", "AuthenticationError"],
    ["RATE_LIMIT_EXCEEDED", "RateLimitError"],
    ["DATABASE_ERROR", "ServerError"],
    ["INTEGRATION_ERROR", "ServerError"],
    ["SOMETHING_NEW", "ServerError"]
  ]

  it.scoped("is the error of its code", () =>
    Effect.gen(function* () {
      for (const [code, tag] of codes) {
        const error = yield* errorOf({ success: false, error: { code, message: "m" } }, 200)
        assert.include(error, { _tag: tag, code, status: 200 }, code)
      }
    })
  )

  it.scoped("without a code it is a ServerError with the text", () =>
    Effect.gen(function* () {
      for (const error of [
        yield* errorOf({ success: false, error: "it broke" }, 200),
        yield* errorOf({ success: false, message: "it broke" }, 201)
      ]) {
        assert.strictEqual(error._tag, "ServerError")
        assert.include(error.message, "it broke")
      }
    })
  )

  it.scoped("is not repeated, whatever the method and code", () =>
    Effect.gen(function* () {
      const { lvng, server } = yield* H.make(() =>
        FaultServer.json({ success: false, error: { code: "RATE_LIMIT_EXCEEDED", message: "m" } })
      )
      assert.include(yield* failure(lvng.agents.list()), { _tag: "RateLimitError", attempts: 1 })
      assert.lengthOf(server.requests, 1)
    })
  )

  it.scoped("success: true, and a body without it, are values", () =>
    Effect.gen(function* () {
      const { lvng } = yield* H.make([
        FaultServer.json({ success: true }),
        FaultServer.json({}),
        FaultServer.json({ success: null })
      ])
      for (let i = 0; i < 3; i++) yield* lvng.agents.delete("a")
    })
  )
})

describe("decoding (section 4)", () => {
  it.scoped("unknown fields are kept and unknown members of enumerations pass", () =>
    Effect.gen(function* () {
      const body = { success: true, agent: { id: "a", name: "A", status: "brand new", extra: { deep: [1] } }, more: 1 }
      const { lvng } = yield* H.make([FaultServer.json(body)])
      assert.deepStrictEqual<unknown>(yield* lvng.agents.create({ name: "A" }), body)
    })
  )

  it.scoped("a success that is not what the contract says passes, and fails a strict client with the place", () =>
    Effect.gen(function* () {
      const answers = [FaultServer.json({ success: true, data: "x" }), FaultServer.text("<html>")]
      const lenient = yield* H.make(answers)
      assert.deepStrictEqual<unknown>(yield* lenient.lvng.knowledge.search("x"), { success: true, data: "x" })
      const { lvng } = yield* H.make(answers, { decoding: "strict" })
      const wrong = yield* failure(lvng.knowledge.search("x"))
      assert.strictEqual(wrong._tag, "DecodeError")
      assert.include(wrong.message, "data")
      assert.include(yield* failure(lvng.knowledge.search("x")), { _tag: "DecodeError", body: "<html>" })
    })
  )
})
