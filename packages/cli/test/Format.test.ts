/** `--output`, `--jq`, `--columns` and `--wide`: every format holds what the server sent, and none is a weapon. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as Yaml from "yaml"
import * as TestIo from "./support/TestIo.js"

const big = "12345678901234567890"

/** As a server might write it: digits beyond 2^53, text that a spreadsheet would run, controls of a terminal. */
const user = (index: number, name: string): string =>
  `{"id":"u${index}","email":"u${index}@example.com","credits":${big}${index},"ratio":0.1000,"first_name":${JSON.stringify(name)},"tags":["a","b"]}`

const body = `{"users":[${user(1, '=HYPERLINK("http://x")')},${user(2, "line\u001b[31m\u202e, two\nlines")}],"pagination":{"page":1,"page_size":2,"total":3,"has_next":true}}`

const answer = (text: string) =>
  FaultServer.respond(200, { headers: { "content-type": "application/json" }, body: text })

const run = (setup: TestIo.Setup & { readonly text?: string }, ...words: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(() => answer(setup.text ?? body))
    const env = { NO_COLOR: "1", ...TestIo.lumnisAt(server.url), ...setup.env }
    return { ...(yield* Effect.promise(() => TestIo.run({ ...setup, env }, ...words))), server }
  })

const list = ["lumnis", "users", "list"]

/** Without what would drive a terminal or reorder its text. */
const isHarmless = (text: string): boolean => !["\u001b", "\u202e"].some((control) => text.includes(control))

describe("--output", () => {
  it.scoped("json is what --json prints", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({}, ...list, "--output", "json")
      assert.strictEqual(stdout, (yield* run({}, ...list, "--json")).stdout)
      assert.strictEqual(stdout, `${body}\n`)
    })
  )

  it.scoped("ndjson is a record a line, of one page as of all", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({}, ...list, "--output", "ndjson")
      const lines = stdout.trimEnd().split("\n")
      assert.deepStrictEqual(
        lines.map((line) => JSON.parse(line).id),
        ["u1", "u2"]
      )
      assert.include(lines[0], `${big}1`)
      const whole = yield* run({ text: body.replace("true", "false") }, ...list, "--all", "--output", "ndjson")
      assert.strictEqual(whole.stdout, stdout)
    })
  )

  it.scoped("yaml has every digit, and no control of a terminal", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({ stdoutTTY: true }, ...list, "--output", "yaml")
      assert.include(stdout, `credits: ${big}1\n`)
      assert.include(stdout, "ratio: 0.1000\n")
      assert.isTrue(isHarmless(stdout))
      const users = Yaml.parse(stdout).users
      assert.strictEqual(users[0].first_name, '=HYPERLINK("http://x")')
      assert.strictEqual(users[1].first_name, "line\u001b[31m\u202e, two\nlines")
    })
  )

  it.scoped("yaml quotes what older readers take for something else", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run(
        { text: '{"id":"no","email":"0o17","at":"2026-01-02"}' },
        "lumnis",
        "users",
        "get",
        "x",
        "--output",
        "yaml"
      )
      assert.deepStrictEqual(Yaml.parse(stdout, { version: "1.1" }), { id: "no", email: "0o17", at: "2026-01-02" })
    })
  )

  it.scoped("csv has every digit, and no cell that a spreadsheet runs", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({}, ...list, "--output", "csv")
      assert.strictEqual(
        stdout,
        [
          "id,email,credits,ratio,first_name,tags\n",
          `u1,u1@example.com,${big}1,0.1000,"'=HYPERLINK(""http://x"")","[""a"",""b""]"\n`,
          `u2,u2@example.com,${big}2,0.1000,"line\u001b[31m\u202e, two\nlines","[""a"",""b""]"\n`
        ].join("")
      )
      const terminal = yield* run({ stdoutTTY: true }, ...list, "--output", "csv")
      assert.isTrue(isHarmless(terminal.stdout))
    })
  )

  it.scoped("csv leaves negative numbers as they are", () =>
    Effect.gen(function* () {
      const text = `{"id":"-1+1","low":-5,"lower":-${big}}`
      const { stdout } = yield* run({ text }, "lumnis", "users", "get", "x", "--output", "csv")
      assert.strictEqual(stdout, `id,low,lower\n'-1+1,-5,-${big}\n`)
    })
  )

  it.scoped("table is for a pipe, too, and cuts nothing there", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({}, ...list, "--output", "table")
      assert.include(stdout, `${big}1`)
      assert.match(stdout, /^ID {2}EMAIL/)
      const one = yield* run({ text: user(1, "Ada") }, "lumnis", "users", "get", "u1", "--output", "table")
      assert.include(one.stdout, "EMAIL       u1@example.com\n")
      assert.include(one.stdout, 'TAGS        ["a","b"]\n')
    })
  )

  it.scoped("goes into a file as well", () =>
    Effect.gen(function* () {
      const cwd = TestIo.directory()
      const { code, stdout } = yield* run({ cwd }, ...list, "--output", "csv", "--columns", "id", "-o", "users.csv")
      assert.deepStrictEqual({ code, stdout }, { code: 0, stdout: "" })
      assert.strictEqual(readFileSync(join(cwd, "users.csv"), "utf8"), "id\nu1\nu2\n")
    })
  )

  it.scoped("with what is no format is refused, and the flag for files is named", () =>
    Effect.gen(function* () {
      const { code, server, stderr } = yield* run({}, ...list, "--output", "users.json")
      assert.strictEqual(code, 2)
      assert.include(stderr, "-o FILE")
      assert.lengthOf(server.requests, 0)
      assert.strictEqual((yield* run({}, ...list, "--output", "csv", "--json")).code, 2)
    })
  )

  it.scoped("applies to commands made by hand", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run(
        {},
        "operations",
        "--filter",
        "threads.delete",
        "--output",
        "csv",
        "--columns",
        "command"
      )
      assert.strictEqual(stdout, "command\n")
      const found = yield* run({}, "operations", "--filter", "deleteThread", "--output", "yaml")
      assert.include(Yaml.parse(found.stdout)[0].command, "trilum lumnis threads delete")
    })
  )

  it.scoped("is no use for text and bytes, and says so", () =>
    Effect.gen(function* () {
      const { code, stderr } = yield* run({}, "completion", "bash", "--output", "csv")
      assert.strictEqual(code, 2)
      assert.include(stderr, "no other format")
    })
  )

  it.scoped("keeps the rows before a failure", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([answer(body), FaultServer.respond(400)])
      const setup = { env: { ...TestIo.lumnisAt(server.url) } }
      const { code, stdout } = yield* Effect.promise(() =>
        TestIo.run(setup, ...list, "--all", "--retries", "0", "--output", "csv", "--columns", "id")
      )
      assert.deepStrictEqual({ code, stdout }, { code: 1, stdout: "id\nu1\nu2\n" })
    })
  )
})

describe("--jq", () => {
  it.scoped("prints results, strings as text, with every digit", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({}, ...list, "--jq", ".users[] | .email, .credits")
      assert.strictEqual(stdout, `u1@example.com\n${big}1\nu2@example.com\n${big}2\n`)
      const terminal = yield* run({ stdoutTTY: true }, ...list, "--jq", ".users[1].first_name")
      assert.isTrue(isHarmless(terminal.stdout))
    })
  )

  it.scoped("works with formats", () =>
    Effect.gen(function* () {
      const filter = ".users[] | {id, credits}"
      const csv = yield* run({}, ...list, "--jq", filter, "--output", "csv")
      assert.strictEqual(csv.stdout, `id,credits\nu1,${big}1\nu2,${big}2\n`)
      const json = yield* run({}, ...list, "--jq", ".users[0].id", "--output", "json")
      assert.strictEqual(json.stdout, '"u1"\n')
      const all = yield* run({ text: body.replace("true", "false") }, ...list, "--all", "--jq", "length")
      assert.strictEqual(all.stdout, "2\n")
    })
  )

  it.scoped("that is wrong is refused before anything is sent; one that fails is an error", () =>
    Effect.gen(function* () {
      const wrong = yield* run({}, ...list, "--jq", ".users[")
      assert.strictEqual(wrong.code, 2)
      assert.include(wrong.stderr, "--jq: ")
      assert.lengthOf(wrong.server.requests, 0)
      const failing = yield* run({}, ...list, "--jq", '.users | error("no")')
      assert.strictEqual(failing.code, 1)
      assert.strictEqual(failing.stdout, "")
    })
  )
})

describe("--columns and --wide", () => {
  it.scoped("choose and order columns, in any spelling and by path", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({ stdoutTTY: true }, ...list, "--columns", "firstName,id")
      assert.match(stdout, /^FIRST_NAME +ID\n/)
      const path = yield* run(
        { text: '{"id":"x","owner":{"name":"Ada"}}' },
        "lumnis",
        "users",
        "get",
        "x",
        "--columns",
        "id,owner.name",
        "--output",
        "csv"
      )
      assert.strictEqual(path.stdout, "id,owner.name\nx,Ada\n")
    })
  )

  it.scoped("name a column that is meant, and are no use for JSON", () =>
    Effect.gen(function* () {
      const { code, stderr } = yield* run({}, ...list, "--columns", "emial")
      assert.strictEqual(code, 2)
      assert.include(stderr, 'did you mean "email"?')
      assert.strictEqual((yield* run({}, ...list, "--columns", "id", "--output", "json")).code, 2)
      assert.strictEqual((yield* run({}, ...list, "--wide", "--output", "yaml")).code, 2)
    })
  )

  it.scoped("--wide shows every column whole, on a narrow terminal too", () =>
    Effect.gen(function* () {
      const { stdout } = yield* run({ stdoutTTY: true, columns: 40 }, ...list, "--wide")
      assert.include(stdout, "TAGS")
      assert.include(stdout, `${big}2`)
      assert.notInclude(stdout, "…")
    })
  )

  it.scoped("a table says how much more there is", () =>
    Effect.gen(function* () {
      const { stderr } = yield* run({ stdoutTTY: true, stderrTTY: true }, ...list, "--columns", "id")
      assert.strictEqual(stderr, "2 of 3; --all for more\n")
    })
  )
})

describe("--quiet and --no-color", () => {
  it.scoped("leave nothing on stderr but errors", () =>
    Effect.gen(function* () {
      const some = yield* run({ stdoutTTY: true, stderrTTY: true }, ...list, "--quiet")
      assert.deepStrictEqual({ code: some.code, stderr: some.stderr }, { code: 0, stderr: "" })
      const failed = yield* run({}, ...list, "-q", "--columns", "nothing")
      assert.include(failed.stderr, "no column")
      assert.strictEqual((yield* run({}, ...list, "-q", "--verbose")).code, 2)
    })
  )

  it.scoped("ask nobody: what destroys needs --yes", () =>
    Effect.gen(function* () {
      const setup = { stdinTTY: true, stderrTTY: true, lines: ["yes"] }
      const { code, server } = yield* run(setup, "lumnis", "threads", "delete", "t1", "--user", "a@b.io", "-q")
      assert.strictEqual(code, 2)
      assert.lengthOf(server.requests, 0)
    })
  )

  it.scoped("write no colour on a terminal", () =>
    Effect.gen(function* () {
      const setup = { stdoutTTY: true, stderrTTY: true, env: { NO_COLOR: "" } }
      assert.include((yield* run(setup, ...list)).stdout, "\u001b[1m")
      assert.notInclude((yield* run(setup, ...list, "--no-color")).stdout, "\u001b")
      assert.notInclude((yield* run(setup, "lumnis", "nothing", "--no-color")).stderr, "\u001b")
    })
  )
})
