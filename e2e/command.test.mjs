/** The command as people install it: packed, installed into an empty prefix, run elsewhere with a home that is read-only. */
import assert from "node:assert/strict"
import { execFile } from "node:child_process"
import { existsSync, readdirSync } from "node:fs"
import { mkdtemp, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { after, before, describe, it } from "node:test"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { startEmulator } from "../packages/emulator/dist/promise.js"

const cli = fileURLToPath(new URL("../packages/cli", import.meta.url))
/** Without what npm sets for its own scripts. */
const plain = Object.fromEntries(Object.entries(process.env).filter(([key]) => !/^npm_/i.test(key)))
const run = promisify(execFile)

let emulator
let folder
let prefix

before(async () => {
  emulator = await startEmulator({ pace: 0 })
  folder = await mkdtemp(join(tmpdir(), "trilum-e2e-command-"))
  prefix = join(folder, "prefix")
  await run("npx", ["-y", "pnpm@10", "pack", "--pack-destination", folder], { cwd: cli, env: plain })
  const tarball = readdirSync(folder).find((name) => name.endsWith(".tgz"))
  await run("npm", ["install", "--global", "--prefix", prefix, "--no-audit", "--no-fund", join(folder, tarball)], {
    env: plain
  })
})
after(async () => {
  await emulator?.stop()
  await rm(folder, { recursive: true, force: true })
})

/** No one can write below /sys, root included. */
const env = () => ({
  PATH: `${join(prefix, "bin")}:${process.env.PATH}`,
  HOME: "/sys",
  LUMNISAI_BASE_URL: emulator.urls.lumnis,
  LUMNISAI_API_KEY: "emulator",
  LUML_BASE_URL: emulator.urls.luml,
  LUML_API_KEY: `dfs_${"0".repeat(43)}`
})

describe("the installed command", () => {
  const trilum = (...argv) => {
    const running = run("trilum", argv, { cwd: folder, env: env() })
    // A prompt is joined with what is piped in, so it waits for the end of the pipe.
    running.child.stdin.end()
    return running
  }

  it("runs in another folder, with a home that is read-only", async () => {
    assert.match((await trilum("--version")).stdout, /^\d+\.\d+\.\d+/)
    assert.match((await trilum("lumnis", "--help")).stdout, /Usage:/)
    await trilum("lumnis", "users", "create", "--email", "ada@example.com")
    const { stderr, stdout } = await trilum("lumnis", "users", "list", "--output", "csv", "--columns", "email")
    assert.deepEqual({ stderr, stdout }, { stderr: "", stdout: "email\nada@example.com\n" })
    assert.equal((await trilum("lumnis", "users", "list", "--jq", ".users[].email")).stdout, "ada@example.com\n")
    assert.match((await trilum("lumnis", "users", "list", "--output", "yaml")).stdout, /^users:\n/)
    const answer = await trilum("lumnis", "invoke", "Hello", "--user", "ada@example.com")
    assert.match(answer.stdout, /Hello/)
    assert.match((await trilum("__complete", "--", "lumnis", "users", "get", "ad")).stdout, /^ada@example.com/)
  })

  it("reads and writes files of the folder it runs in", async () => {
    await writeFile(join(folder, "prompts.jsonl"), '{"id":"a","prompt":"One?"}\n')
    await trilum("lumnis", "invoke", "--batch", "prompts.jsonl", "--out", "results.jsonl", "--user", "ada@example.com")
    assert.ok(existsSync(join(folder, "results.jsonl")))
    await trilum("lumnis", "users", "list", "-o", "users.json")
    assert.ok(existsSync(join(folder, "users.json")))
  })

  it("says what it cannot write", async () => {
    const failed = await trilum("config", "set", "lumnis.user", "ada@example.com").catch((error) => error)
    assert.equal(failed.code, 1)
    assert.match(failed.stderr, /cannot be written/)
  })

  it("brings its manual pages", () => {
    assert.ok(existsSync(join(prefix, "share/man/man1/trilum.1")))
    assert.ok(existsSync(join(prefix, "share/man/man1/trilum-lumnis-invoke.1")))
  })
})
