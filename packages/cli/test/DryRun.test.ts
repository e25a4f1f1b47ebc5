/** `--dry-run`: nothing that changes anything is sent, and what is shown works as it is when the variable of the key is set. */
import { execFile } from "node:child_process"
import { readdirSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as Artifact from "./support/artifact.js"
import * as TestIo from "./support/TestIo.js"

const tty = { stdinTTY: true, stdoutTTY: true, stderrTTY: true }

let emulator: RunningEmulator

beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
})

afterAll(() => emulator.stop())

const envOf = () => ({
  ...TestIo.lumnisAt(emulator.urls.lumnis),
  ...TestIo.lvngAt(emulator.urls.lvng),
  ...TestIo.lumlAt(emulator.urls.luml),
  NO_COLOR: "1"
})

const secrets = [
  "lmn_live_canary_6b1f0e9d8c7a",
  "lvng_sk_test_5e7c0ffee0ddba11cafe5e7c0ffee0dd",
  "dfs_canary_9a8b7c6d5e4f3a2b1c0d"
]

/** Runs what a dry run printed as a script of a shell. */
const execute = async (script: string, cwd: string) =>
  (
    await promisify(execFile)("sh", ["-c", script.replaceAll(/^curl/gm, "curl -sS --fail-with-body")], {
      cwd,
      env: { ...process.env, ...envOf() }
    })
  ).stdout

const changes = () => emulator.requests().filter(({ method }) => method !== "GET")

const shown = async (cwd: string, ...words: ReadonlyArray<string>) => {
  const result = await TestIo.run({ cwd, env: envOf() }, ...words, "--dry-run")
  assert.strictEqual(result.code, 0, `${words.join(" ")}: ${result.stderr}`)
  for (const secret of secrets) assert.notInclude(result.stdout + result.stderr, secret)
  return result
}

describe("a dry run", () => {
  it("of commands made by hand sends no change, writes no file and shows what would be sent first", async () => {
    const cwd = TestIo.directory()
    Artifact.write(cwd, "model.luml", 1000)
    writeFileSync(join(cwd, "notes.md"), "# it's a note\n")
    await TestIo.run({ cwd, env: envOf() }, "luml", "artifacts", "upload", "model.luml", "--name", "old")
    await TestIo.run({ cwd, env: envOf() }, "lumnis", "users", "create", "--email", "ada@example.com")
    const up = ["lumnis", "files", "upload", "notes.md", "--user", "ada@example.com", "--json"]
    const { file_id } = JSON.parse((await TestIo.run({ cwd, env: envOf() }, ...up)).stdout)
    emulator.clearRequests()
    const before = readdirSync(cwd).sort()
    for (const [words, line] of [
      [["lumnis", "invoke", "it's $HOME", "--user", "ada@example.com"], "/v1/responses'"],
      [["lumnis", "agents", "quick-people-search", "CTOs", "--user", "a@b.io"], "/v1/responses'"],
      [["lumnis", "attach", "r_1"], "/v1/responses/r_1"],
      [["lumnis", "files", "upload", "notes.md", "notes.md", "--user", "ada@example.com"], "/v1/files/upload"],
      [
        ["lumnis", "files", "download", file_id, "--user", "ada@example.com", "-o", "out/"],
        `/files/${file_id}/download`
      ],
      [["lumnis", "files", "wait", file_id, "--user", "ada@example.com"], `/files/${file_id}/status`],
      [["lumnis", "files", "search", "q", "--user", "ada@example.com"], "/v1/files/search"],
      [["lumnis", "integrations", "connect", "gmail", "--user", "ada@example.com", "--enable"], "/v1/integrations/"],
      [["lvng", "chat", "hello"], "/api/v2/chat'"],
      [["lvng", "chat", "hello", "--stream"], "curl -N -X POST '"],
      [["lvng", "knowledge", "search", "q"], "/api/knowledge/search"],
      [["lvng", "knowledge", "ingest", "notes.md"], "/api/knowledge"],
      [["lvng", "workflows", "run", "wf_1"], "/api/v2/workflows/wf_1"],
      [["lvng", "workflows", "attach", "wf_1", "run_1"], "/workflows/wf_1/runs/run_1"],
      [["luml", "artifacts", "upload", "model.luml"], "/artifacts'"],
      [["luml", "artifacts", "download", "old", "-o", "models/"], "/download-url'"],
      [["luml", "artifacts", "list"], "/artifacts?"],
      [["luml", "artifacts", "get", "old"], "/artifacts/"],
      [["luml", "artifacts", "delete", "old"], "/artifacts/"],
      [["luml", "collections", "list"], "/collections?"],
      [["luml", "collections", "create", "x"], "/collections'"],
      [["luml", "orbits", "list"], "/orbits'"]
    ] as ReadonlyArray<readonly [ReadonlyArray<string>, string]>) {
      const { stdout } = await shown(cwd, ...words)
      assert.match(stdout, /^curl /, words.join(" "))
      assert.include(stdout, line, words.join(" "))
      assert.match(stdout, /"authorization: Bearer \$(?:LUMNISAI|LVNG|LUML)_API_KEY"/, words.join(" "))
    }
    assert.deepStrictEqual(changes(), [])
    assert.deepStrictEqual(readdirSync(cwd).sort(), before)
  })

  it("prints lines that a shell can run: JSON, multipart, names that were looked up, and quotes", async () => {
    const cwd = TestIo.directory()
    writeFileSync(join(cwd, "it's.md"), "# Title\n")
    await TestIo.run({ cwd, env: envOf() }, "lumnis", "users", "create", "--email", "bob@example.com")
    const lines: Array<string> = []
    for (const words of [
      ["lumnis", "invoke", `it's "quoted" $HOME \`x\` \\ end`, "--user", "bob@example.com"],
      ["lumnis", "files", "upload", "it's.md", "--user", "bob@example.com", "--tag", "a b"],
      ["lumnis", "files", "upload", "--raw", "--file", "it's.md", "--scope", "user", "--user", "bob@example.com"],
      ["lumnis", "users", "list", "--page-size", "5"],
      ["luml", "collections", "update", "main", "--name", "main", "--description", "it's new"]
    ]) {
      lines.push((await shown(cwd, ...words)).stdout)
    }
    emulator.clearRequests()
    const out = await execute(lines.join("echo\n"), cwd)
    const answers = out
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line))
    assert.lengthOf(answers, lines.length)
    const [invoked] = emulator.requests().filter(({ path }) => path.endsWith("/v1/responses"))
    assert.include(JSON.stringify(invoked?.body), JSON.stringify(`it's "quoted" $HOME \`x\` \\ end`).slice(1, -1))
    assert.strictEqual(answers[1].file_name, "it's.md")
    assert.strictEqual(answers[4].description, "it's new")
  })

  it("with --json is the request as an object, and never shows a credential", async () => {
    const { stdout } = await shown(TestIo.directory(), "lumnis", "invoke", "hi", "--user", "a@b.io", "--json")
    const request = JSON.parse(stdout)
    assert.deepInclude(request, { method: "POST", url: `${emulator.urls.lumnis}/v1/responses` })
    assert.strictEqual(request.headers.authorization, "[REDACTED]")
    assert.include(request.body, '"hi"')
  })

  it("needs no credential, and then looks up no name", async () => {
    const env = { LUML_BASE_URL: emulator.urls.luml, LVNG_BASE_URL: emulator.urls.lvng }
    emulator.clearRequests()
    for (const [words, text] of [
      [["luml", "tracks", "delete", "churn", "--orbit", "research"], "/orbits/research/tracks/churn"],
      [["luml", "collections", "create", "x"], "/v1/users/me/organizations"],
      [["lvng", "chat", "hi"], "$LVNG_API_KEY"],
      [["lvng", "api-keys", "list"], "$LVNG_JWT_TOKEN"]
    ] as ReadonlyArray<readonly [ReadonlyArray<string>, string]>) {
      const { code, stderr, stdout } = await TestIo.run({ env }, ...words, "--dry-run")
      assert.strictEqual(code, 0, `${words.join(" ")}: ${stderr}`)
      assert.include(stdout, text)
    }
    assert.lengthOf(emulator.requests(), 0)
  })

  it("asks nothing and of a conversation shows one question", async () => {
    const io = TestIo.make({ ...tty, env: envOf(), lines: ["hello", "again"] })
    const { code, stdout } = await TestIo.runWith(io, "lvng", "chat", "--dry-run")
    assert.strictEqual(code, 0)
    assert.lengthOf(stdout.match(/^curl/gm) ?? [], 1)
    const batch = await TestIo.run(
      { env: envOf() },
      "lumnis",
      "invoke",
      "--batch",
      "x.jsonl",
      "--out",
      "y",
      "--dry-run"
    )
    assert.strictEqual(batch.code, 2)
    assert.deepStrictEqual(changes(), [])
  })
})
