/** JSON keeps its tokens on the way through the command: numbers beyond a double, decimals with zeros, timestamps. */
import { assert, describe, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as FastCheck from "effect/FastCheck"
import * as TestIo from "./support/TestIo.js"

const odd = ["12345678901234567890", "1e400", "-0", "0.1000", "1E+2", "1.0", "9007199254740993", "0.1", "7", "1e-7"]

const number = FastCheck.oneof(
  FastCheck.constantFrom(...odd),
  FastCheck.tuple(FastCheck.bigInt(), FastCheck.stringMatching(/^(?:\.\d{1,20})?(?:[eE][+-]?\d{1,3})?$/)).map(
    ([whole, rest]) => `${whole}${rest}`
  )
)

const string = FastCheck.fullUnicodeString({ maxLength: 12 }).map((text) => JSON.stringify(text))

/** Names that JavaScript does not reorder. */
const name = FastCheck.stringMatching(/^[a-z]{1,6}$/).map((text) => `k_${text}`)

/** A JSON text in one line, with any spelling of numbers. */
const document = FastCheck.letrec<{ value: string }>((tie) => ({
  value: FastCheck.oneof(
    { depthSize: "small", withCrossShrink: true },
    number,
    string,
    FastCheck.constantFrom("true", "false", "null"),
    FastCheck.array(tie("value"), { maxLength: 4 }).map((items) => `[${items.join(",")}]`),
    FastCheck.dictionary(name, tie("value"), { maxKeys: 4 }).map(
      (members) =>
        `{${Object.entries(members)
          .map(([key, value]) => `"${key}":${value}`)
          .join(",")}}`
    )
  )
})).value

const raw = (body: string): FaultServer.Answer =>
  FaultServer.respond(200, { headers: { "content-type": "application/json" }, body })

describe("JSON through the command", () => {
  it.scoped("an answer is printed with the tokens that the server sent, and a body sent with those of the file", () =>
    Effect.gen(function* () {
      let body = ""
      const server = yield* FaultServer.make(() => raw(body))
      const env = TestIo.lumnisAt(server.url)
      const check = FastCheck.asyncProperty(document, async (text) => {
        body = ` {\n "id" : "u" ,"metadata": ${text} }\n`
        const words = ["lumnis", "users", "update", "u", "--body", "-", "--json"]
        const { code, stderr, stdout } = await TestIo.run({ env, stdin: `{"preferences":${text}}` }, ...words)
        assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" })
        assert.strictEqual(stdout, `{"id":"u","metadata":${text}}\n`)
        assert.strictEqual(server.requests.at(-1)?.text, `{"preferences":${text}}`)
      })
      yield* Effect.promise(() => FastCheck.assert(check, { numRuns: 150 }))
    })
  )

  it.scoped("every way to give a number sends it as it is typed", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => raw("{}"))
      const env = TestIo.lumnisAt(server.url)
      const update = ["lumnis", "campaigns", "create", "--user", "ada", "--name", "n", "--playbook-id", "p"]
      for (const each of odd) {
        for (const words of [
          ["--set", `approval_settings={"n":${each}}`],
          ["--approval-settings", `{"n":${each}}`],
          ["--body", `{"approval_settings":{"n":${each}}}`]
        ]) {
          const { code, stderr } = yield* Effect.promise(() => TestIo.run({ env }, ...update, ...words))
          assert.deepStrictEqual({ code, stderr }, { code: 0, stderr: "" }, words.join(" "))
          assert.include(server.requests.at(-1)?.text, `"approval_settings":{"n":${each}}`)
        }
      }
      const list = ["lumnis", "users", "list", "--page-size", "12345678901234567890"]
      yield* Effect.promise(() => TestIo.run({ env }, ...list))
      assert.include(server.requests.at(-1)?.url, "page_size=12345678901234567890")
      const shown = yield* Effect.promise(() =>
        TestIo.run({ env }, ...update, "--set", "approval_settings=[12345678901234567890]", "--dry-run")
      )
      assert.include(shown.stdout, "[12345678901234567890]")
    })
  )

  it.scoped("rows of --all, a table, and events keep theirs", () =>
    Effect.gen(function* () {
      const rows = odd.map((n, index) => `{"id":"u${index}","n":${n},"created_at":"2026-01-02T03:04:05.123456+02:00"}`)
      const page = (from: number, more: boolean) =>
        raw(`{"users":[${rows.slice(from, from + 5).join(", ")}],"pagination":{"page":1,"has_next":${more}}}`)
      const server = yield* FaultServer.make((request) =>
        request.url.includes("stream") || request.method === "POST"
          ? FaultServer.sse(`event: delta\ndata: {"n": 1e400}\n\nevent: done\ndata: {"n":0.1000}\n\n`)
          : request.url.includes("page=2")
            ? page(5, false)
            : page(0, true)
      )
      const env = { ...TestIo.lumnisAt(server.url), ...TestIo.lvngAt(server.url) }
      const run = (setup: TestIo.Setup, ...words: ReadonlyArray<string>) =>
        Effect.promise(() => TestIo.run({ env, ...setup }, ...words))
      const all = yield* run({}, "lumnis", "users", "list", "--all")
      assert.strictEqual(all.stdout, `${rows.join("\n")}\n`)
      const array = yield* run({}, "lumnis", "users", "list", "--all", "--json")
      assert.strictEqual(array.stdout, `[${rows.join(",")}]\n`)
      const table = yield* run({ stdoutTTY: true, columns: 120 }, "lumnis", "users", "list")
      assert.include(table.stdout, "12345678901234567890")
      const events = yield* run({}, "lvng", "chat", "stream", "--message", "hi")
      assert.strictEqual(events.stdout, `{"event":"delta","data":{"n":1e400}}\n{"event":"done","data":{"n":0.1000}}\n`)
    })
  )

  it.scoped("hand-made lists keep timestamps and numbers", () =>
    Effect.gen(function* () {
      const orbit = `{"id":"3f2b8c1e-5d47-4a90-9c36-1b7e2d84f0a5","name":"o","created_at":"2026-01-02T03:04:05.123456+02:00","total_artifacts":12345678901234567890}`
      const server = yield* FaultServer.make((request) =>
        raw(
          request.url.endsWith("/orbits")
            ? `[ ${orbit} ]`
            : `[{"id":"3f2b8c1e-5d47-4a90-9c36-1b7e2d84f0a5","name":"n"}]`
        )
      )
      const result = yield* Effect.promise(() =>
        TestIo.run({ env: TestIo.lumlAt(server.url) }, "luml", "orbits", "list", "--json")
      )
      assert.strictEqual(result.stdout, `[${orbit}]\n`)
    })
  )
})
