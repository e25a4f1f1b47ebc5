/** `trilum mcp` as hosts use it: a process on pipes, an address on loopback, and what it says when it cannot serve. */
import { afterAll, afterEach, assert, beforeAll, describe, it, vi } from "@effect/vitest"
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client"
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import { bundle, environment, killAll, start } from "./support/process.js"
import { directory, lumlAt, lumnisAt, run } from "./support/TestIo.js"

// Each test starts processes.
vi.setConfig({ testTimeout: 120_000 })

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ pace: 0.2 })
})

afterEach(killAll)
afterAll(() => emulator.stop())

const connect = async (...argv: ReadonlyArray<string>) => {
  const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } })
  const env = environment({ ...lumnisAt(emulator.urls.lumnis), ...lumlAt(emulator.urls.luml) })
  const given = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))
  await client.connect(
    new StdioClientTransport({
      command: process.execPath,
      args: [bundle, "mcp", ...argv],
      env: Object.fromEntries(given),
      cwd: directory(),
      stderr: "ignore"
    })
  )
  return client
}

const textOf = (result: { readonly content: ReadonlyArray<object> }): string => {
  const [first] = result.content
  return first !== undefined && "text" in first ? String(first.text) : ""
}

describe("over stdio", () => {
  it("serves the platforms that have a key: a run with progress, a cancelled one, and no delete", async () => {
    const client = await connect("--user", "ada@example.com")
    const { tools } = await client.listTools()
    assert.isFalse(tools.some(({ name }) => name.startsWith("lvng_")))
    const messages: Array<string> = []
    const onprogress = ({ message = "" }: { readonly message?: string | undefined }): void => {
      messages.push(message)
    }
    const ran = await client.callTool({ name: "lumnis_invoke", arguments: { prompt: "What is new?" } }, { onprogress })
    assert.include(textOf(ran), '"succeeded"')
    assert.match(messages[0] ?? "", /^run \S+ started/)
    const controller = new AbortController()
    const cancelled = client.callTool(
      { name: "lumnis_invoke", arguments: { prompt: "[hang]" } },
      { signal: controller.signal, onprogress: () => controller.abort("enough") }
    )
    assert.include(await cancelled.catch(String), "enough")
    const operation = "lumnis.users.delete"
    const refused = await client.callTool({
      name: "call_operation",
      arguments: { operation, arguments: { user_identifier: "ada@example.com" }, confirm: true }
    })
    assert.isTrue(refused.isError)
    assert.include(textOf(refused), "--allow-writes")
    await client.close()
  })

  it("deletes with --allow-writes", async () => {
    const client = await connect("--allow-writes", "--platform", "lumnis")
    const call = (operation: string, given: object) =>
      client.callTool({ name: "call_operation", arguments: { operation, arguments: given, confirm: true } })
    const user = { user_identifier: "grace@example.com" }
    assert.isUndefined((await call("lumnis.users.create", { email: "grace@example.com" })).isError)
    assert.isUndefined((await call("lumnis.users.delete", user)).isError)
    assert.include(textOf(await call("lumnis.users.get", user)), "NotFoundError")
    await client.close()
  })

  it("ends with 0 when the client leaves, and on SIGTERM", async () => {
    const env = environment(lumnisAt(emulator.urls.lumnis))
    const left = start(["mcp"], env)
    assert.deepInclude(await left.ended, { code: 0, stdout: "", stderr: "" })
    const stopped = start(["mcp", "--http", "0"], env)
    await stopped.said("stderr", /listening on/)
    stopped.child.kill("SIGTERM")
    assert.strictEqual((await stopped.ended).code, 0)
  })
})

describe("over HTTP", () => {
  it("prints where it listens, and serves there", async () => {
    const served = start(["mcp", "--http", "0", "--json"], environment(lumlAt(emulator.urls.luml)))
    const [line] = await served.said("stdout", /^\{.*\}\n/)
    const { url } = JSON.parse(line)
    assert.match(url, /^http:\/\/127\.0\.0\.1:\d+\/mcp$/)
    const client = new Client({ name: "test", version: "1" }, { versionNegotiation: { mode: "auto" } })
    await client.connect(new StreamableHTTPClientTransport(new URL(url)))
    const found = await client.callTool({ name: "luml_find_artifacts", arguments: {} })
    assert.isUndefined(found.isError, textOf(found))
    await client.close()
    assert.strictEqual((await fetch(url, { method: "POST", headers: { origin: "https://evil.example" } })).status, 403)
    served.child.kill("SIGTERM")
  })
})

describe("what it cannot serve", () => {
  it("is said before anything starts", async () => {
    assert.deepInclude(await run({}, "mcp"), { code: 4 })
    const platform = await run({}, "mcp", "--platform", "luml")
    assert.strictEqual(platform.code, 4)
    assert.include(platform.stderr, "LUML_API_KEY")
    const env = lumnisAt(emulator.urls.lumnis)
    assert.strictEqual((await run({ env }, "mcp", "--platform", "luml ai")).code, 2)
    assert.strictEqual((await run({ env }, "mcp", "--http", "70000")).code, 2)
    const { port } = new URL(emulator.url)
    const used = await run({ env }, "mcp", "--http", port)
    assert.strictEqual(used.code, 2)
    assert.include(used.stderr, "is in use")
  })
})
