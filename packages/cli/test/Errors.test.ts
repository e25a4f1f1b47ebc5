import { assert, describe, expect, it } from "@effect/vitest"
import * as ApiError from "@trilum/core/ApiError"
import * as LocalFileError from "@trilum/core/LocalFileError"
import * as RunError from "@trilum/core/RunError"
import * as LumlError from "@trilum/luml/LumlError"
import * as ResourceError from "@trilum/lumnis/ResourceError"
import { JwtRequired } from "@trilum/lvng/LvngError"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { BrokenPipe, Interrupted } from "../src/CliError.js"
import { of as exitCodeOf } from "../src/exitCode.js"
import * as TestIo from "./support/TestIo.js"

const call = ["lumnis", "users", "get", "ada@example.com", "--retries", "0"]

const failing = (answer: FaultServer.Answer, ...more: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(() => answer)
    const setup = { env: TestIo.lumnisAt(server.url) }
    const text = yield* Effect.promise(() => TestIo.run(setup, ...call, ...more))
    const json = yield* Effect.promise(() => TestIo.run(setup, ...call, ...more, "--json"))
    return { text, json, requests: server.requests.length }
  })

const problem = (status: number, headers: Record<string, string> = {}): FaultServer.Answer =>
  FaultServer.json({ detail: "no" }, { status, headers: { "x-request-id": "req_42", ...headers } })

const table: ReadonlyArray<readonly [string, FaultServer.Answer, number, string]> = [
  ["401", problem(401), 4, "AuthenticationError"],
  ["403", problem(403), 4, "PermissionDeniedError"],
  ["404", problem(404), 5, "NotFoundError"],
  ["409", problem(409), 1, "ConflictError"],
  ["400", problem(400), 1, "ValidationError"],
  ["422", problem(422), 1, "ValidationError"],
  ["429", problem(429, { "retry-after": "7" }), 6, "RateLimitError"],
  ["500", problem(500), 1, "ServerError"],
  ["503", problem(503), 1, "ServerError"],
  ["a redirect to another host", FaultServer.redirect("https://example.com/"), 1, "RedirectError"],
  ["a reset connection", FaultServer.reset, 1, "TransportError"],
  ["no HTTP", FaultServer.garbage(), 1, "TransportError"],
  [
    "garbage instead of JSON",
    FaultServer.respond(200, { headers: { "content-type": "application/json" }, body: "{" }),
    1,
    "DecodeError"
  ]
]

describe("text of a server that drives a terminal", () => {
  const hostile = "a\u001b]0;title\u0007b\u001b[2Jc\u009b31md\u202ee\u2066f\u0000g\rh"
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they drive a terminal
  const control = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/

  it.scoped("is shown without controls, also in stacks, logs and JSON of --debug", () =>
    Effect.gen(function* () {
      const answer = FaultServer.json({ detail: hostile, code: hostile }, { status: 400, headers: { "x-note": "n" } })
      for (const more of [[], ["--debug"]]) {
        const { json, text } = yield* failing(answer, ...more)
        assert.include(text.stderr, "title")
        assert.notMatch(text.stderr, control)
        assert.notMatch(json.stderr, control)
      }
    })
  )
})

describe("exit codes", () => {
  it.scoped.each(table)("%s", ([, answer, code, type]) =>
    Effect.gen(function* () {
      const { json, requests, text } = yield* failing(answer)
      expect(requests).toBe(2)
      expect(text.code).toBe(code)
      expect(text.stdout).toBe("")
      expect(text.stderr).toMatch(/^error: /)
      expect(text.stderr).not.toMatch(/\n\s+at /)
      expect(json.code).toBe(code)
      expect(json.stdout).toBe("")
      expect(json.stderr).toMatch(/^\{[^\n]*\}\n$/)
      expect(JSON.parse(json.stderr).error).toMatchObject({ type, exit_code: code })
    })
  )

  it.scoped("a time limit is 7", () =>
    Effect.gen(function* () {
      const { json, text } = yield* failing(FaultServer.never, "--timeout", "50ms")
      expect(text.code).toBe(7)
      expect(text.stderr).toContain("hint: Set a longer limit with --timeout")
      expect(JSON.parse(json.stderr).error).toMatchObject({ type: "TimeoutError", exit_code: 7 })
    })
  )

  it.scoped("the facts that support asks for are there: status, request id, wait", () =>
    Effect.gen(function* () {
      const { json, text } = yield* failing(problem(429, { "retry-after": "7" }))
      expect(text.stderr).toContain("status 429")
      expect(text.stderr).toContain("request req_42")
      expect(text.stderr).toContain("hint: Retry in 7 s.")
      expect(JSON.parse(json.stderr).error).toMatchObject({ status: 429, request_id: "req_42", retry_after: 7 })
    })
  )

  it.scoped("a stack trace is shown with --debug only", () =>
    Effect.gen(function* () {
      const { text } = yield* failing(problem(404), "--debug")
      expect(text.stderr).toMatch(/\n\s+at /)
    })
  )

  it("errors that need no server", async () => {
    const env = { LUMNISAI_BASE_URL: "http://127.0.0.1:9", LUMNISAI_API_KEY: "k" }
    const code = async (env: Record<string, string>, ...argv: ReadonlyArray<string>) => {
      const result = await TestIo.run({ env }, ...argv)
      expect(result.stdout).toBe("")
      expect(result.stderr).toMatch(/^error: /)
      return result.code
    }
    expect(await code({}, "lumnis", "users", "list")).toBe(4)
    expect(await code(env, "lumnis", "users", "get")).toBe(2)
    expect(await code(env, "lumnis", "users", "get", "")).toBe(2)
    expect(await code(env, "lumnis", "threads", "list")).toBe(2)
    expect(await code(env, "lumnis", "threads", "list", "--user", "a", "--scope", "tenant")).toBe(2)
    expect(await code(env, "lumnis", "invoke", "hi", "--user", "a", "--file", "report.pdf")).toBe(2)
    expect(await code({ ...env, LUMNISAI_BASE_URL: "http://example.com" }, "lumnis", "users", "list")).toBe(2)
    expect(await code({ ...env, LUMNISAI_BASE_URL: "nonsense" }, "lumnis", "users", "list")).toBe(2)
  })

  it("an unknown failure is 1, a gone reader 0, a signal 128 and its number", () => {
    expect(exitCodeOf(new Error("?"))).toBe(1)
    expect(exitCodeOf("?")).toBe(1)
    const facts = { platform: "x", message: "m" }
    const storage = { operation: "o", reason: "storage", artifactId: "a", message: "m", status: 403 } as const
    const cases: ReadonlyArray<readonly [unknown, number]> = [
      [new ApiError.StreamError({ ...facts, reason: "idle" }), 7],
      [new ApiError.StreamError({ ...facts, reason: "cut" }), 1],
      [new RunError.WaitTimeoutError({ ...facts, subject: "s" }), 7],
      [new ResourceError.FileNotFoundError({ ...facts, status: 404 }), 5],
      [new ResourceError.FileAccessDeniedError({ ...facts, status: 403 }), 4],
      [new ResourceError.CrmUpstreamRateLimitedError({ ...facts, status: 503 }), 6],
      [new JwtRequired({ message: "m" }), 4],
      [new LumlError.CredentialKindError({ operation: "o", needs: "n", option: "accessToken" }), 4],
      [LumlError.notConfigured("Orbit", []), 2],
      [new LumlError.OrbitResourceNotFoundError({ value: "x", candidates: [] }), 5],
      [new LumlError.FileDownloadError(storage), 1],
      [LocalFileError.of("f", "not_found", "no such file"), 2],
      [LocalFileError.of("f", "no_space", "the disk is full"), 1],
      [new BrokenPipe(), 0],
      [new Interrupted("SIGINT"), 130],
      [new Interrupted("SIGTERM"), 143]
    ]
    for (const [error, code] of cases) assert.strictEqual(exitCodeOf(error), code, String(error))
  })
})

describe("what the server says", () => {
  it.scoped("is printed once: its sentence, then its list of problems as text", () =>
    Effect.gen(function* () {
      const listed = { detail: [{ loc: ["body", "name"], msg: "field required", type: "missing" }] }
      const lvng = { error: { message: "bad input", details: [{ field: "name", message: "too long" }] } }
      const validation = yield* failing(FaultServer.json(listed, { status: 422 }))
      assert.strictEqual(validation.text.stderr.split("field required").length, 2)
      assert.include(validation.text.stderr, "body.name: field required")
      const other = yield* failing(FaultServer.json(lvng, { status: 400 }))
      assert.include(other.text.stderr, "\n  - name: too long\n")
      assert.strictEqual(other.text.stderr.split("bad input").length, 2)
      assert.notMatch(other.text.stderr, /[{}[\]]"/)
      const { error } = JSON.parse(other.json.stderr)
      assert.deepInclude(error, { server_message: "bad input", details: [{ path: "name", message: "too long" }] })
    })
  )
})

describe("interruption", () => {
  it.scoped.each(["SIGINT", "SIGTERM"] as const)("%s closes the socket and leaves no listener", (signal) =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.never)
      const io = TestIo.make({ env: TestIo.lumnisAt(server.url) })
      const running = TestIo.runWith(io, ...call)
      yield* server.awaitRequests(1)
      io.send(signal)
      const result = yield* Effect.promise(() => running)
      expect(result.code).toBe(signal === "SIGINT" ? 130 : 143)
      yield* server.awaitOpenSockets(0)
      expect(io.listening()).toBe(0)
    })
  )
})

describe("text of a server cannot drive the terminal", () => {
  it.scoped("in an error", () =>
    Effect.gen(function* () {
      const evil = "\u001b]0;owned\u0007\u001b[2J\u009b31m"
      const { text } = yield* failing(FaultServer.json({ detail: evil }, { status: 400 }))
      expect(text.stderr).toContain("owned")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
      expect(text.stderr).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
    })
  )
})

describe("two values for one thing", () => {
  it.scoped("--user and --user-id with different users send nothing; the same user twice is one", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ deleted: 1, failed: 0 }))
      const run = (...users: ReadonlyArray<string>) =>
        Effect.promise(() =>
          TestIo.run(
            { env: TestIo.lumnisAt(server.url) },
            ...["lumnis", "files", "bulk-delete", "--file-ids", "f1", "--yes", ...users]
          )
        )
      const two = yield* run("--user", "ada", "--user-id", "bob")
      assert.notStrictEqual(two.code, 0)
      assert.match(two.stderr, /two users are given/)
      assert.lengthOf(server.requests, 0)
      yield* run("--user", "ada", "--user-id", "ada")
      assert.lengthOf(server.requests, 1)
      assert.notInclude(server.requests[0]?.url, "bob")
    })
  )
})
