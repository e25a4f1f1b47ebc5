/** `trilum api`: what is sent, where it may go, and what becomes of the answer. */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, it } from "@effect/vitest"
import { startEmulator } from "@trilum/emulator/promise"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as TestIo from "./support/TestIo.js"

const tty = { stdinTTY: true, stdoutTTY: true, stderrTTY: true }

const withServer = (
  answers: Parameters<typeof FaultServer.make>[0],
  setup: TestIo.Setup,
  ...words: ReadonlyArray<string>
) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(answers)
    const env = {
      ...TestIo.lumnisAt(server.url),
      ...TestIo.lvngAt(server.url),
      ...TestIo.lumlAt(server.url),
      NO_COLOR: "1",
      ...setup.env
    }
    const result = yield* Effect.promise(() => TestIo.run({ ...setup, env }, "api", ...words))
    return { ...result, server, sent: server.requests.at(-1) }
  })

const ok = () => FaultServer.json({ ok: true })

describe("api", () => {
  it.scoped("sends a GET with its query and the credential, and prints the answer byte for byte", () =>
    Effect.gen(function* () {
      const body = '{ "n": 1.000, "big": 12345678901234567890 }'
      const answer = () => FaultServer.respond(200, { body, headers: { "content-type": "application/json" } })
      const words = ["lumnis", "GET", "/v1/users?a=1&a=2", "-f", "q=x y"]
      const { code, sent, stdout } = yield* withServer(answer, {}, ...words)
      assert.strictEqual(code, 0)
      assert.strictEqual(stdout, body)
      assert.deepInclude(sent, { method: "GET", url: "/v1/users?a=1&a=2&q=x%20y" })
      assert.strictEqual(sent?.headers["authorization"], `Bearer ${TestIo.lumnisAt("").LUMNISAI_API_KEY}`)
      const shown = yield* withServer(answer, tty, ...words)
      assert.strictEqual(shown.stdout, '{\n  "n": 1.000,\n  "big": 12345678901234567890\n}\n')
      const filtered = yield* withServer(answer, {}, ...words, "--jq", ".n")
      assert.strictEqual(filtered.code, 0)
      assert.match(filtered.stdout, /^1(?:\.000)?\n$/)
    })
  )

  it.scoped(
    "puts fields into the JSON body: texts, values, files, objects and lists; without a method it is a POST",
    () =>
      Effect.gen(function* () {
        const cwd = TestIo.directory()
        writeFileSync(join(cwd, "note.txt"), "from a file\n")
        const fields = [
          ["-f", "id=007"],
          ["-F", "count=12345678901234567890"],
          ["-F", "on=true"],
          ["-F", "note=@note.txt"],
          ["-f", "user[name]=ada"],
          ["-F", "user[age]=36"],
          ["-f", "tags[]=a"],
          ["-f", "tags[]=b"]
        ].flat()
        const { sent } = yield* withServer(ok, { cwd }, "lvng", "/api/v2/things", ...fields)
        assert.deepInclude(sent, { method: "POST", url: "/api/v2/things" })
        assert.strictEqual(
          sent?.body.toString(),
          '{"id":"007","user":{"name":"ada","age":36},"tags":["a","b"],"count":12345678901234567890,"on":true,"note":"from a file"}'
        )
        assert.strictEqual((yield* withServer(ok, {}, "lvng", "/api/v2/things")).sent?.method, "GET")
        for (const wrong of [
          ["-f", "=x"],
          ["-f", "a]=x"],
          ["-f", "a=1", "-f", "a[b]=2"],
          ["-f", "a[]=1", "-f", "a[b]=2"]
        ]) {
          const { code, server } = yield* withServer(ok, {}, "lvng", "/x", ...wrong)
          assert.deepStrictEqual([code, server.requests.length], [2, 0], wrong.join(" "))
        }
      })
  )

  it.scoped("--input is the body from a file or stdin, and fields are then the query", () =>
    Effect.gen(function* () {
      const stdin = '{"a": 1.50}'
      const { sent } = yield* withServer(ok, { stdin }, "luml", "PATCH", "/v1/x", "--input", "-", "-f", "dry=1")
      assert.deepInclude(sent, { method: "PATCH", url: "/v1/x?dry=1" })
      assert.strictEqual(sent?.body.toString(), '{"a":1.50}')
      const wrong = yield* withServer(ok, { stdin: "{" }, "luml", "POST", "/v1/x", "--input", "-")
      assert.deepStrictEqual([wrong.code, wrong.server.requests.length], [2, 0])
    })
  )

  it.scoped("never leaves the server, and takes no secret from the command line", () =>
    Effect.gen(function* () {
      for (const words of [
        ["https://evil.example/v1/users"],
        ["//evil.example/v1/users"],
        ["/v1/../../x"],
        ["/v1/%2e%2e/x"],
        ["/v1/users", "-f", "password=hunter2"],
        ["/v1/users", "-F", "user[api_key]=hunter2"],
        ["/v1/users", "-H", "authorization: Bearer hunter2"]
      ]) {
        const { code, server, stderr } = yield* withServer(ok, {}, "lumnis", "POST", ...words)
        assert.deepStrictEqual([code, server.requests.length], [2, 0], words.join(" "))
        assert.notInclude(stderr, "hunter2")
      }
    })
  )

  it.scoped("names the platform and the method that were probably meant", () =>
    Effect.gen(function* () {
      for (const [words, text] of [
        [["lumnes", "GET", "/x"], "did you mean lumnis?"],
        [["lumnis", "PSOT", "/x"], "did you mean POST?"],
        [["lumnis", "get"], "missing <path>"]
      ] as const) {
        const { code, server, stderr } = yield* withServer(ok, {}, ...words)
        assert.deepStrictEqual([code, server.requests.length], [2, 0])
        assert.include(stderr, text)
      }
    })
  )

  it.scoped("repeats what failed for a while, and ends with the exit code of the status", () =>
    Effect.gen(function* () {
      const busy = FaultServer.json({ detail: "busy" }, { status: 503 })
      const again = yield* withServer([busy, FaultServer.json({ ok: 1 })], {}, "lumnis", "GET", "/v1/users")
      assert.deepStrictEqual([again.code, again.stdout, again.server.requests.length], [0, '{"ok":1}', 2])
      for (const [status, code] of [
        [404, 5],
        [403, 4],
        [422, 1]
      ] as const) {
        const answer = () => FaultServer.json({ detail: "no such thing" }, { status })
        const failed = yield* withServer(answer, {}, "lumnis", "GET", "/v1/nothing")
        assert.deepStrictEqual([failed.code, failed.stdout], [code, ""])
        assert.include(failed.stderr, "no such thing")
      }
    })
  )

  it.scoped("asks before a DELETE and before what the contract marks, and needs --yes without a terminal", () =>
    Effect.gen(function* () {
      for (const words of [
        ["lumnis", "DELETE", "/v1/threads/t_1"],
        ["luml", "DELETE", "/v9/unknown"],
        ["lumnis", "POST", "/v1/integrations/connections/disconnect"]
      ]) {
        const unasked = yield* withServer(ok, {}, ...words)
        assert.deepStrictEqual([unasked.code, unasked.server.requests.length], [2, 0], words.join(" "))
        const declined = yield* withServer(ok, { ...tty, lines: ["n"] }, ...words)
        assert.deepStrictEqual([declined.code, declined.server.requests.length], [1, 0], words.join(" "))
        assert.strictEqual((yield* withServer(ok, {}, ...words, "--yes")).sent?.method, words[1])
      }
    })
  )

  it.scoped("--include prints status and headers, -o writes a file, a terminal shows no binary data", () =>
    Effect.gen(function* () {
      const cwd = TestIo.directory()
      const bytes = Buffer.from([0, 1, 2, 255])
      const answer = () =>
        FaultServer.respond(200, { body: bytes, headers: { "content-type": "application/octet-stream" } })
      const words = ["lumnis", "GET", "/v1/files/f/download"]
      const piped = yield* withServer(answer, {}, ...words)
      assert.deepStrictEqual([...piped.bytes], [...bytes])
      const shown = yield* withServer(answer, tty, ...words)
      assert.deepStrictEqual([shown.code, shown.stdout], [1, ""])
      assert.strictEqual((yield* withServer(answer, { ...tty, cwd }, ...words, "-o", "f.bin")).code, 0)
      assert.deepStrictEqual([...readFileSync(join(cwd, "f.bin"))], [...bytes])
      const head = yield* withServer(ok, {}, "lumnis", "GET", "/v1/users", "-i")
      assert.match(head.stdout, /^HTTP 200\n[\s\S]*content-type: application\/json[\s\S]*\n\n\{"ok":true\}$/)
    })
  )

  it.scoped("--dry-run prints the request and sends nothing", () =>
    Effect.gen(function* () {
      const { code, server, stdout } = yield* withServer(ok, {}, "luml", "DELETE", "/v1/x", "-f", "a=b", "--dry-run")
      assert.deepStrictEqual([code, server.requests.length], [0, 0])
      assert.include(stdout, `curl -X DELETE '${server.url}/v1/x'`)
      assert.include(stdout, '"authorization: Bearer $LUML_API_KEY"')
    })
  )
})

describe("api --paginate", () => {
  it("follows the pages of a list by its plan in the contract; other paths have none", async () => {
    const emulator = await startEmulator({ pace: 0 })
    try {
      const env = { ...TestIo.lumnisAt(emulator.urls.lumnis), ...TestIo.lumlAt(emulator.urls.luml) }
      const api = (...words: ReadonlyArray<string>) => TestIo.run({ env }, "api", ...words)
      for (let n = 0; n < 5; n++) await api("lumnis", "POST", "/v1/users", "-f", `email=u${n}@example.com`)
      const { code, stderr, stdout } = await api("lumnis", "GET", "/v1/users?page_size=2", "--paginate")
      assert.strictEqual(code, 0, stderr)
      const pages = stdout
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line))
      assert.deepStrictEqual(
        pages.map(({ users }) => users.length),
        [2, 2, 1]
      )
      const slurped = await api("lumnis", "GET", "/v1/users", "-F", "page_size=3", "--paginate", "--slurp")
      assert.lengthOf(JSON.parse(slurped.stdout), 2)
      for (const words of [
        ["lumnis", "GET", "/v1/tenant", "--paginate"],
        ["lumnis", "GET", "/v9/unknown", "--paginate"],
        ["lumnis", "GET", "/v1/users", "--slurp"]
      ]) {
        assert.strictEqual((await api(...words)).code, 2, words.join(" "))
      }
    } finally {
      await emulator.stop()
    }
  })
})
