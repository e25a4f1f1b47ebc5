/** The MCP server under the command line of the official inspector, over stdio and HTTP. */
import assert from "node:assert/strict"
import { spawn } from "node:child_process"
import { mkdtemp, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { startEmulator } from "../packages/emulator/dist/promise.js"

const trilum = fileURLToPath(new URL("../packages/cli/dist/trilum.mjs", import.meta.url))
const inspector = fileURLToPath(
  new URL("./node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js", import.meta.url)
)

let emulator, folder, env

before(async () => {
  emulator = await startEmulator({ pace: 0.2 })
  folder = await mkdtemp(join(tmpdir(), "trilum-e2e-mcp-"))
  env = {
    LUMNISAI_API_KEY: "emulator",
    LUMNISAI_BASE_URL: emulator.urls.lumnis,
    LUML_API_KEY: `dfs_${"0".repeat(43)}`,
    LUML_BASE_URL: emulator.urls.luml
  }
})

after(async () => {
  await emulator?.stop()
  await rm(folder, { recursive: true, force: true })
})

const run = (args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { PATH: process.env.PATH, HOME: folder },
      stdio: ["ignore", "pipe", "pipe"]
    })
    let stdout = ""
    let stderr = ""
    child.stdout.on("data", (text) => (stdout += text))
    child.stderr.on("data", (text) => (stderr += text))
    child.on("error", reject)
    child.on("close", () => {
      try {
        resolve(JSON.parse(stdout))
      } catch {
        reject(new Error(`the inspector printed no JSON: ${stdout}${stderr}`))
      }
    })
  })

const variables = () => Object.entries(env).flatMap(([name, value]) => ["-e", `${name}=${value}`])

/** The inspector starts the server as a host does. */
const inspect = (options, ...args) =>
  run([inspector, "--cli", ...variables(), process.execPath, trilum, "mcp", ...options, ...args])

const call = (options, name, input) =>
  inspect(
    options,
    "--method",
    "tools/call",
    "--tool-name",
    name,
    ...Object.entries(input).flatMap(([key, value]) => [
      "--tool-arg",
      `${key}=${typeof value === "string" ? value : JSON.stringify(value)}`
    ])
  ).then(({ content, isError }) => ({ isError, value: JSON.parse(content[0].text) }))

describe("the inspector", () => {
  it("lists tools, runs an agent, is refused a delete, and does one with --allow-writes", async () => {
    const { tools } = await inspect([], "--method", "tools/list")
    assert.deepEqual(
      tools.map(({ name }) => name).filter((name) => /^(?:lumnis|luml)_/.test(name)),
      ["lumnis_invoke", "lumnis_wait", "luml_find_artifacts", "luml_compare_metrics", "luml_download_artifact"]
    )
    const ran = await call([], "lumnis_invoke", { prompt: "What is new?", user_id: "ada@example.com" })
    assert.equal(ran.value.status, "succeeded")
    assert.notEqual(ran.value.output_text, "")
    const thread = { operation: "lumnis.threads.delete", arguments: { thread_id: ran.value.thread_id }, confirm: true }
    const user = { user_id: "ada@example.com" }
    const refused = await call([], "call_operation", { ...thread, ...user })
    assert.equal(refused.isError, true)
    assert.match(refused.value.hint, /--allow-writes/)
    const done = await call(["--allow-writes"], "call_operation", { ...thread, ...user })
    assert.notEqual(done.isError, true, JSON.stringify(done))
    const gone = await call([], "call_operation", {
      operation: "lumnis.threads.get",
      arguments: thread.arguments,
      ...user
    })
    assert.equal(gone.value.error, "NotFoundError")
  })

  it("reads resources over HTTP", async () => {
    const served = spawn(process.execPath, [trilum, "mcp", "--http", "0", "--json"], {
      env: { PATH: process.env.PATH, HOME: folder, ...env },
      stdio: ["ignore", "pipe", "inherit"]
    })
    try {
      const { url } = await new Promise((resolve) => served.stdout.once("data", (line) => resolve(JSON.parse(line))))
      const { resourceTemplates } = await run([
        inspector,
        "--cli",
        url,
        "--transport",
        "http",
        "--method",
        "resources/templates/list"
      ])
      assert.equal(resourceTemplates[0].uriTemplate, "luml://collections/{collection}/artifacts/{artifact}")
    } finally {
      served.kill("SIGTERM")
    }
  })
})
