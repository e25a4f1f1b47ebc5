/** JSON from files and stdin: byte order marks, and errors that say where without repeating the text. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import { placeOf } from "../src/commands/operation/json.js"
import * as TestIo from "./support/TestIo.js"

const create = ["lumnis", "users", "create", "--body"]

const run = (server: FaultServer.FaultServer, setup: TestIo.Setup, ...words: ReadonlyArray<string>) =>
  Effect.promise(() =>
    TestIo.run({ ...setup, env: { ...TestIo.lumnisAt(server.url), ...TestIo.lvngAt(server.url) } }, ...words)
  )

const folder = (text: string): string => {
  const cwd = TestIo.directory()
  writeFileSync(join(cwd, "body.json"), text)
  return cwd
}

describe("JSON from a file or stdin", () => {
  it.scoped("may begin with a byte order mark", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({ id: "u1" }))
      const text = '\uFEFF{"email":"ada@example.com"}'
      for (const [setup, from] of [
        [{ cwd: folder(text) }, "@body.json"],
        [{ stdin: text }, "-"]
      ] as const) {
        const { code, stderr } = yield* run(server, setup, ...create, from)
        assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
        assert.deepStrictEqual(server.requests.at(-1)?.json(), { email: "ada@example.com" })
      }
    })
  )

  it.scoped("that is invalid is refused with the line and column, without its text", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([])
      const cwd = folder('{\n  "email": "canary-text",\n  "first_name": oops\n}')
      for (const words of [
        [...create, "@body.json"],
        ["lumnis", "agents", "deep-people-search", "q", "--user", "ada", "--params", "@body.json"],
        ["lvng", "chat", "hello", "--context", "@body.json"],
        ["lvng", "workflows", "run", "w1", "--inputs", "@body.json"]
      ]) {
        const { code, stderr } = yield* run(server, { cwd, stdin: "" }, ...words)
        assert.strictEqual(code, 2, stderr)
        assert.include(stderr, "@body.json is not JSON: line 3, column 17")
        assert.notInclude(stderr, "canary-text")
      }
      assert.lengthOf(server.requests, 0)
    })
  )

  it("is invalid from the first character that no JSON has there", () => {
    for (const [text, place] of [
      ["", "line 1, column 1"],
      ["oops", "line 1, column 1"],
      ['{"a": 1,}', "line 1, column 9"],
      ["[1, 2", "line 1, column 6"],
      ['{"a" 1}', "line 1, column 6"],
      ['{"a":\n"b\nc"}', "line 2, column 3"],
      ['{"a": [true, {"b": nul}]}', "line 1, column 20"],
      ['{"a": 1} x', "line 1, column 10"],
      ['["\\x"]', "line 1, column 3"],
      ["[01]", "line 1, column 3"],
      ["[[], {}, 1.5e3, -2, null]]", "line 1, column 26"]
    ] as const) {
      assert.strictEqual(placeOf(text), place, text)
    }
  })
})

describe("an operation that answers with nothing", () => {
  it.scoped("says on a terminal what was done, and prints nothing to stdout", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.respond(204))
      const tty = { stdoutTTY: true, stderrTTY: true }
      for (const [words, done] of [
        [
          ["lumnis", "threads", "delete", "th_1", "--user", "ada", "--yes"],
          "done: Delete a thread and its responses\n"
        ],
        [["lvng", "channels", "delete", "c1", "--yes"], "done: Delete a channel\n"]
      ] as const) {
        const { code, stderr, stdout } = yield* run(server, tty, ...words)
        assert.deepStrictEqual({ code, stderr, stdout }, { code: 0, stderr: done, stdout: "" })
      }
    })
  )
})
