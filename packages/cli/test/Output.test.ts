import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { assert, describe, expect, it } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as Effect from "effect/Effect"
import * as TestIo from "./support/TestIo.js"

const users = (first: number, count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `u${first + index}`, email: `u${first + index}@example.com` }))

/** Three pages of two users. */
const paged = (request: FaultServer.RecordedRequest): FaultServer.Answer => {
  const page = Number(new URL(request.url, "http://x").searchParams.get("page") ?? "1")
  const pagination = { total: 6, page, page_size: 2, total_pages: 3, has_next: page < 3, has_prev: page > 1 }
  return FaultServer.json({ users: users(page * 2 - 1, 2), pagination })
}

const withServer = (script: FaultServer.Script, setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const server = yield* FaultServer.make(script)
    const cwd = setup.cwd ?? TestIo.directory()
    const env = { ...TestIo.lumnisAt(server.url), ...setup.env }
    const result = yield* Effect.promise(() => TestIo.run({ ...setup, cwd, env }, ...argv))
    return { ...result, server, cwd }
  })

const list = ["lumnis", "users", "list", "--page-size", "2"]

describe("lists", () => {
  it.scoped("one page in a pipe is the wire's JSON in one line", () =>
    Effect.gen(function* () {
      const { code, stdout } = yield* withServer(paged, {}, ...list)
      expect(code).toBe(0)
      expect(stdout.split("\n")).toHaveLength(2)
      expect(JSON.parse(stdout).users).toEqual(users(1, 2))
    })
  )

  it.scoped("a person sees a table, and JSON with --json", () =>
    Effect.gen(function* () {
      const table = yield* withServer(paged, { stdoutTTY: true, env: { NO_COLOR: "1" } }, ...list)
      expect(table.stdout).toBe("ID  EMAIL\nu1  u1@example.com\nu2  u2@example.com\n")
      const json = yield* withServer(paged, { stdoutTTY: true }, ...list, "--json")
      expect(JSON.parse(json.stdout).users).toEqual(users(1, 2))
    })
  )

  it.scoped("--all is one record a line, or one array", () =>
    Effect.gen(function* () {
      const lines = yield* withServer(paged, {}, ...list, "--all")
      expect(
        lines.stdout
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line))
      ).toEqual(users(1, 6))
      const array = yield* withServer(paged, {}, ...list, "--all", "--json")
      expect(JSON.parse(array.stdout)).toEqual(users(1, 6))
      const none = yield* withServer([FaultServer.json({ users: [], pagination: {} })], {}, ...list, "--all", "--json")
      expect(JSON.parse(none.stdout)).toEqual([])
    })
  )

  it.scoped("--limit-pages asks for no more pages", () =>
    Effect.gen(function* () {
      const { server, stdout } = yield* withServer(paged, {}, ...list, "--all", "--limit-pages", "2")
      expect(stdout.trimEnd().split("\n")).toHaveLength(4)
      expect(server.requests).toHaveLength(2)
      expect((yield* withServer(paged, {}, ...list, "--limit-pages", "2")).code).toBe(2)
    })
  )

  it.scoped("a reader that leaves ends it quietly, and no further page is asked for", () =>
    Effect.gen(function* () {
      const { code, server, stderr } = yield* withServer(paged, { stdoutWrites: 1 }, ...list, "--all")
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
      expect(server.requests.length).toBeLessThanOrEqual(2)
      yield* server.awaitOpenSockets(0)
    })
  )

  it.scoped("an empty list says so to a person only", () =>
    Effect.gen(function* () {
      const empty = [FaultServer.json({ users: [] })]
      const person = yield* withServer(empty, { stdoutTTY: true, env: { NO_COLOR: "1" } }, ...list)
      expect(person.stderr).toBe("nothing found\n")
      expect((yield* withServer(empty, {}, ...list)).stderr).toBe("")
    })
  )
})

describe("files", () => {
  const download = ["lumnis", "files", "download", "f1", "--user", "ada", "--raw"]
  const bytes = Buffer.from([0, 255, 10, 13, 0x1b, 0x9b, 128])
  const answer = FaultServer.respond(200, { headers: { "content-type": "application/octet-stream" }, body: bytes })

  it.scoped("bytes arrive in a pipe and in a file as they are", () =>
    Effect.gen(function* () {
      const piped = yield* withServer([answer], {}, ...download)
      expect(piped.bytes).toEqual(bytes)
      const saved = yield* withServer([answer], { stdoutTTY: true }, ...download, "-o", "out.bin")
      expect(saved).toMatchObject({ code: 0, stdout: "" })
      expect(readFileSync(join(saved.cwd, "out.bin"))).toEqual(bytes)
    })
  )

  it.scoped("are not thrown at a terminal", () =>
    Effect.gen(function* () {
      const { code, server, stderr } = yield* withServer([answer], { stdoutTTY: true }, ...download)
      expect(code).toBe(2)
      expect(stderr).toContain("-o FILE")
      expect(server.requests).toEqual([])
    })
  )

  it.scoped("a download that breaks leaves neither a file nor half of one, and keeps the old one", () =>
    Effect.gen(function* () {
      const cwd = TestIo.directory()
      writeFileSync(join(cwd, "out.bin"), "old")
      const broken = FaultServer.closeAfter(3, { body: bytes })
      const { code } = yield* withServer([broken], { cwd }, ...download, "--retries", "0", "-o", "out.bin")
      expect(code).toBe(1)
      expect(readdirSync(cwd)).toEqual(["out.bin"])
      expect(readFileSync(join(cwd, "out.bin"), "utf8")).toBe("old")
    })
  )

  it.scoped("follow a redirect to blob storage without the key", () =>
    Effect.gen(function* () {
      const storage = yield* FaultServer.make([answer])
      const { bytes: got, code } = yield* withServer(
        [FaultServer.redirect(`${storage.url}/blob?sig=1`, 307)],
        {},
        ...download
      )
      expect(code).toBe(0)
      expect(got).toEqual(bytes)
      expect(storage.requests[0]?.headers.authorization).toBeUndefined()
    })
  )

  it.scoped("JSON goes to a file, too", () =>
    Effect.gen(function* () {
      const { cwd, stdout } = yield* withServer(paged, { stdoutTTY: true }, ...list, "-o", "users.json")
      expect(stdout).toBe("")
      expect(JSON.parse(readFileSync(join(cwd, "users.json"), "utf8")).users).toEqual(users(1, 2))
    })
  )

  it.scoped("a directory that is not there is named", () =>
    Effect.gen(function* () {
      const { code, stderr } = yield* withServer([answer], {}, ...download, "-o", "no/such/out.bin")
      expect(code).toBe(1)
      expect(stderr).toContain("cannot write no/such/out.bin: no such file")
    })
  )

  it.scoped("uploads are streamed with their size, name and type", () =>
    Effect.gen(function* () {
      const cwd = TestIo.directory()
      writeFileSync(join(cwd, "report é.pdf"), bytes)
      const upload = ["lumnis", "files", "upload", "--file", "report é.pdf", "--user", "ada", "--scope", "user"]
      const { code, server } = yield* withServer([FaultServer.json({})], { cwd }, ...upload)
      expect(code).toBe(0)
      const [request] = server.requests
      expect(Number(request?.headers["content-length"])).toBe(request?.body.byteLength)
      const headers = { "content-type": request?.headers["content-type"] ?? "" }
      const form = yield* Effect.promise(() => new Response(Buffer.from(request!.body), { headers }).formData())
      const file = form.get("file")
      if (!(file instanceof File)) throw new Error("no file was sent")
      expect({ name: file.name, type: file.type }).toEqual({ name: "report é.pdf", type: "application/pdf" })
      expect(Buffer.from(yield* Effect.promise(() => file.arrayBuffer()))).toEqual(bytes)
    })
  )

  it.scoped("a file that is not there is refused before anything is sent", () =>
    Effect.gen(function* () {
      for (const name of ["none.pdf", "."]) {
        const upload = ["lumnis", "files", "upload", "--file", name, "--user", "ada", "--scope", "user"]
        const { code, server, stderr } = yield* withServer([], {}, ...upload)
        expect(code).toBe(2)
        expect(stderr).toContain(`cannot read ${name}`)
        expect(server.requests).toEqual([])
      }
    })
  )
})

describe("event streams", () => {
  const chat = ["lvng", "chat", "stream", "--message", "hi"]
  const stream = (script: FaultServer.Script, ...more: ReadonlyArray<string>) =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(script)
      const env = { LVNG_BASE_URL: server.url, LVNG_API_KEY: "lvng_sk_test_1" }
      return yield* Effect.promise(() => TestIo.run({ env }, ...chat, ...more))
    })

  it.scoped("are one JSON object a line, also what is no JSON or has no name", () =>
    Effect.gen(function* () {
      const body = 'event: text_delta\nid: 7\ndata: {"delta":"a"}\n\ndata: plain text\n\nevent: done\ndata: {}\n\n'
      const { code, stdout } = yield* stream([FaultServer.sse(body)])
      expect(code).toBe(0)
      expect(
        stdout
          .trimEnd()
          .split("\n")
          .map((line) => JSON.parse(line))
      ).toEqual([
        { event: "text_delta", id: "7", data: { delta: "a" } },
        { event: "message", id: "7", data: "plain text" },
        { event: "done", id: "7", data: {} }
      ])
    })
  )

  it.scoped("end at the last event even when the socket stays open", () =>
    Effect.gen(function* () {
      const channel = FaultServer.channel()
      channel.push("event: done\ndata: {}\n\n")
      const { code, stdout } = yield* stream([FaultServer.controlledSse(channel)])
      expect({ code, lines: stdout.trimEnd().split("\n").length }).toEqual({ code: 0, lines: 1 })
      yield* channel.closed
    })
  )

  it.scoped("that break are exit 1 after what did arrive", () =>
    Effect.gen(function* () {
      const { code, stderr, stdout } = yield* stream([FaultServer.sse('event: text_delta\ndata: {"delta":"a"}\n\n')])
      expect(code).toBe(1)
      expect(stdout).toContain('"delta":"a"')
      expect(stderr).toMatch(/^error: /)
    })
  )
})

describe("what the options of an operation take", () => {
  const create = ["lumnis", "assets", "create", "--user", "ada", "--key", "k", "--name", "n", "--value", "v"]
  const sent = (...more: ReadonlyArray<string>) =>
    Effect.map(withServer([FaultServer.json({})], {}, ...create, ...more), ({ code, server, stderr }) => ({
      code,
      stderr,
      body: server.requests[0]?.json()
    }))

  it.scoped("a value that is not known is refused, unless it is --set", () =>
    Effect.gen(function* () {
      const rejected = yield* sent("--type", "lnk")
      expect(rejected.code).toBe(2)
      expect(rejected.stderr).toContain('--type "lnk" is none of link, text, file; did you mean link?')
      const forced = yield* sent("--set", "type=lnk")
      expect(forced).toMatchObject({ code: 0, body: { type: "lnk" } })
    })
  )

  it.scoped("text in --set stays text, and null is null", () =>
    Effect.gen(function* () {
      const { body } = yield* sent("--set", "name=007", "--set", 'type="link"')
      expect(body).toMatchObject({ type: "link" })
      const nulled = yield* withServer(
        [FaultServer.json({})],
        {},
        "lumnis",
        "threads",
        "update",
        "t",
        "--set",
        "title=null"
      )
      expect(nulled.server.requests[0]?.json()).toEqual({ title: null })
    })
  )

  it.scoped("--body is the ground that options are laid over", () =>
    Effect.gen(function* () {
      const { body } = yield* sent("--body", '{"name":"from body","type":"text"}')
      expect(body).toEqual({ user_id: "ada", key: "k", name: "n", value: "v", type: "text" })
      expect((yield* sent("--body", "{")).stderr).toContain("--body is not JSON")
      expect((yield* sent("--body", "[1]")).stderr).toContain("--body must be a JSON object")
      expect((yield* sent("--body", "@none.json")).stderr).toContain("cannot read none.json")
    })
  )

  it.scoped("an unknown name in --set is refused with the nearest", () =>
    Effect.gen(function* () {
      const { code, stderr } = yield* sent("--set", "nmae=x")
      expect(code).toBe(2)
      expect(stderr).toContain('did you mean "name"?')
    })
  )

  it("numbers, objects and missing options are named", async () => {
    const env = { LUMNISAI_API_KEY: "k" }
    const stderr = async (...argv: ReadonlyArray<string>) => {
      const result = await TestIo.run({ env }, ...argv)
      expect(result.code).toBe(2)
      return result.stderr
    }
    expect(await stderr("lumnis", "users", "list", "--page-size", "many")).toContain(
      '--page-size "many" is not a whole'
    )
    expect(await stderr("lumnis", "assets", "create", "--user", "ada", "--name", "n")).toContain(
      "missing --key, --value"
    )
    expect(await stderr("lumnis", "users", "list", "--scope", "tenant")).toContain("there is no option --scope")
    expect(await stderr("luml", "orbits", "list", "o", "--user", "ada")).toContain("there is no option --user")
  })

  it.scoped("two parameters that differ in spelling only are one option, and two values for it are refused", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make(() => FaultServer.json({}))
      const env = { LVNG_BASE_URL: server.url, LVNG_API_KEY: "k" }
      const words = ["lvng", "agents", "create", "--name", "n", "--system_prompt", "b"]
      const one = yield* Effect.promise(() => TestIo.run({ env }, ...words))
      assert.deepInclude(one, { code: 0, stderr: "" })
      assert.deepStrictEqual(server.requests[0]?.json(), { name: "n", systemPrompt: "b" })
      const both = yield* Effect.promise(() => TestIo.run({ env }, ...words, "--systemPrompt", "a"))
      assert.strictEqual(both.code, 2)
      assert.lengthOf(server.requests, 1)
    })
  )

  it.scoped("a parameter whose name the command needs itself goes through --set", () =>
    Effect.gen(function* () {
      const words = ["lumnis", "sequences", "bulk-stop-executions", "--user", "ada", "--set", "dry_run=true"]
      const { code, server, stderr } = yield* withServer([FaultServer.json({})], {}, ...words)
      expect({ code, stderr }).toEqual({ code: 0, stderr: "" })
      expect(server.requests[0]?.json()).toMatchObject({ dry_run: true })
      const shown = yield* withServer([], {}, ...words, "--dry-run")
      expect(shown.code).toBe(0)
      expect(shown.server.requests).toEqual([])
    })
  )
})
