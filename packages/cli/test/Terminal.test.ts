/** What people see: tables, the rest of a list, waits, and words that mean something else. */
import { readdirSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as TestIo from "./support/TestIo.js"

const uuid = (index: number): string => `3f2b8c1e-5d47-4a90-9c36-${String(index).padStart(12, "0")}`

const rows = Array.from({ length: 3 }, (_, index) => ({
  id: uuid(index),
  email: `someone.with.a.long.name.${index}@customers.example.com`,
  first_name: "Ada".repeat(5),
  last_name: "Lovelace".repeat(3),
  tenant_id: uuid(99),
  created_at: "2026-01-02T03:04:05Z"
}))

const page = (total: number, next = false) =>
  FaultServer.json({ users: rows, pagination: { page: 1, page_size: 3, total, has_next: next } })

const withServer = (
  answers: FaultServer.Script,
  setup: TestIo.Setup,
  ...words: ReadonlyArray<string>
): Effect.Effect<TestIo.Result & { readonly server: FaultServer.FaultServer }, never, import("effect/Scope").Scope> =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(answers)
    const env = { NO_COLOR: "1", ...TestIo.lumnisAt(server.url), ...TestIo.lvngAt(server.url), ...setup.env }
    return { ...(yield* Effect.promise(() => TestIo.run({ ...setup, env }, ...words))), server }
  })

const list = ["lumnis", "users", "list", "--retries", "0"]

describe("a table", () => {
  it.scoped.each([40, 80, 120, 300])("of %s columns has every id and name whole, and cuts the rest to fit", (columns) =>
    Effect.gen(function* () {
      const { stdout } = yield* withServer(() => page(3), { stdoutTTY: true, columns }, ...list)
      for (const { email, id } of rows) {
        assert.include(stdout, id)
        assert.include(stdout, email)
      }
      const least = rows[0]!.id.length + 2 + rows[0]!.email.length
      for (const line of stdout.trimEnd().split("\n")) assert.isAtMost(line.length, Math.max(columns, least))
    })
  )

  it("of operations shows the command to run", async () => {
    const { stdout } = await TestIo.run({ stdoutTTY: true, columns: 60 }, "operations", "--filter", "threads")
    for (const command of ["lumnis threads list", "lumnis threads delete"]) assert.include(stdout, `${command} `)
    assert.strictEqual(new Set(stdout.split("\n")).size, stdout.split("\n").length)
  })

  it.scoped("of --all has the rows of all pages", () =>
    Effect.gen(function* () {
      const { stdout } = yield* withServer(() => page(3), { stdoutTTY: true, columns: 120 }, ...list, "--all")
      assert.match(stdout, /^ID {2}/)
      assert.lengthOf(stdout.trimEnd().split("\n"), 4)
    })
  )
})

describe("a page of a list", () => {
  it.scoped("says on stderr how much more there is", () =>
    Effect.gen(function* () {
      const some = yield* withServer(() => page(49, true), { stdoutTTY: true }, ...list)
      assert.strictEqual(some.stderr, "3 of 49; --all for more\n")
      const whole = yield* withServer(() => page(3), { stdoutTTY: true }, ...list)
      assert.strictEqual(whole.stderr, "")
      const script = yield* withServer(() => page(49, true), {}, ...list)
      assert.strictEqual(script.stderr, "")
    })
  )

  it.scoped("that is empty prints no envelope on a terminal", () =>
    Effect.gen(function* () {
      const answer = () => FaultServer.json({ users: [], pagination: { page: 1, total: 0 } })
      const { stderr, stdout } = yield* withServer(answer, { stdoutTTY: true }, ...list)
      assert.deepStrictEqual({ stderr, stdout }, { stderr: "nothing found\n", stdout: "" })
    })
  )

  it.scoped("takes --limit, whatever the platform calls it", () =>
    Effect.gen(function* () {
      const { server } = yield* withServer(() => page(3), {}, ...list, "--limit", "7")
      assert.include(server.requests[0]?.url, "page_size=7")
    })
  )
})

describe("-o", () => {
  it.scoped("- is stdout", () =>
    Effect.gen(function* () {
      const cwd = TestIo.directory()
      const { code, stdout } = yield* withServer(() => page(3), { cwd }, ...list, "-o", "-")
      assert.strictEqual(code, 0)
      assert.lengthOf(JSON.parse(stdout).users, 3)
      assert.deepStrictEqual(readdirSync(cwd), [])
    })
  )

  it.scoped("with the name of a format is refused before anything is sent", () =>
    Effect.gen(function* () {
      for (const format of ["yaml", "JSON", "csv", "table"]) {
        const { code, server, stderr } = yield* withServer(() => page(3), {}, ...list, "-o", format)
        assert.strictEqual(code, 2, format)
        assert.include(stderr, "names a file")
        assert.lengthOf(server.requests, 0)
      }
    })
  )
})

describe("waits", () => {
  const slow = [FaultServer.respond(429, { headers: { "retry-after": "2" } }), page(3)]

  it.scoped("of two seconds are shown on a terminal, and say what is waited for", () =>
    Effect.gen(function* () {
      const shown = yield* withServer(slow, { stderrTTY: true }, "lumnis", "users", "list")
      assert.strictEqual(shown.code, 0)
      assert.match(shown.stderr, /^waiting 2.*s for attempt 2 of 4: GET \/v1\/users ended with RateLimitError 429$/m)
      const script = yield* withServer(slow, {}, "lumnis", "users", "list")
      assert.strictEqual(script.stderr, "")
    })
  )

  it.scoped("--verbose tells each request with its status and id, and --debug tells no failure twice", () =>
    Effect.gen(function* () {
      const answers = [
        FaultServer.respond(503, { headers: { "retry-after-ms": "1" } }),
        FaultServer.json({ users: [] }, { headers: { "x-request-id": "req-7" } })
      ]
      const { stderr } = yield* withServer(answers, {}, "lumnis", "users", "list", "--verbose")
      assert.match(stderr, /GET \/v1\/users: ServerError \(attempt 1, .*status 503\)/)
      assert.match(stderr, /waiting .* for attempt 2 of 4/)
      assert.match(stderr, /GET \/v1\/users: ok \(attempt 2, .*requestId req-7, status 200\)/)
      const failed = yield* withServer([FaultServer.respond(404)], {}, ...list, "--debug")
      assert.notInclude(failed.stderr, "Fiber terminated")
      assert.notInclude(stderr, TestIo.lumnisAt("").LUMNISAI_API_KEY ?? "")
    })
  )
})

describe("words in another order", () => {
  it.scoped("an option with its value may stand before the command", () =>
    Effect.gen(function* () {
      const { code, stderr } = yield* withServer(() => page(3), {}, "--timeout", "5s", ...list)
      assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
      const wrong = yield* withServer(() => page(3), {}, "lumnis", "--timeout", "5s", "usres", "list")
      assert.include(wrong.stderr, 'no command "usres"')
    })
  )
})
