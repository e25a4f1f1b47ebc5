/**
 * Every command line in help runs as it is printed; and 200 more do what their exit codes say. `pnpm run docs` runs those of
 * readmes and guides, in a shell.
 */
import { createHmac } from "node:crypto"
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import { type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import type { Command, Group } from "../src/Command.js"
import { root } from "../src/root.js"
import * as Artifact from "./support/artifact.js"
import * as CommandLine from "./support/commandLine.js"
import * as TestIo from "./support/TestIo.js"

let emulator: RunningEmulator
let cwd: string
/** What the names in examples are in this world. */
const known = new Map<string, string>()

const env = () => ({
  ...TestIo.lumnisAt(emulator.urls.lumnis),
  ...TestIo.lvngAt(emulator.urls.lvng),
  ...TestIo.lumlAt(emulator.urls.luml),
  TRILUM_LUML_COLLECTION: "churn",
  XDG_CONFIG_HOME: join(cwd, "config"),
  TRILUM_DATABASE_URL: join(cwd, "batches.db")
})

const run = (setup: TestIo.Setup, ...argv: ReadonlyArray<string>) =>
  TestIo.run({ cwd, ...setup, env: { ...env(), ...setup.env } }, ...argv)

const text = async (...argv: ReadonlyArray<string>): Promise<string> => {
  const { code, stderr, stdout } = await run({}, ...argv)
  assert.strictEqual(code, 0, `${argv.join(" ")}: ${stderr}`)
  return stdout.trimEnd()
}

const texts: Readonly<Record<string, string>> = {
  "question.txt": "What is new?\n",
  "report.txt": "Sales went up.\n",
  "report.pdf": "%PDF-1.4\n",
  "prompts.jsonl": '{"id":"a","prompt":"One?"}\n{"id":"b","prompt":"Two?"}\n',
  "files.jsonl": '{"id":"a","path":"model.luml"}\n',
  "rating.schema.json": '{"type":"object","properties":{"stars":{"type":"integer"}}}\n',
  "profiles.json": '{"candidate_profiles":[{"name":"Ada","email":"ada@example.com"}]}\n',
  "handbook/a.md": "# A\nText.\n",
  "handbook.md": "# Handbook\n",
  "docs/a.md": "# A\nText.\n",
  "inputs.json": '{"topic":"batteries"}\n',
  "shop.sql": "select 1;\n",
  "plan.txt": "Each Friday, mail a digest.\n",
  "key.txt": `dfs_${"0".repeat(43)}\n`,
  "secret.txt": "a secret\n",
  "webhook.json": '{"event":"x"}',
  "webhook.secret": "a secret\n",
  "body.json": '[{"provider":"openai","model_name":"gpt-5"}]',
  "collection.json": '{"name":"more","description":"","type":"mixed"}\n'
}

/** A folder with the files that examples name. */
const folder = (): string => {
  const made = TestIo.directory()
  for (const [name, content] of Object.entries(texts)) {
    mkdirSync(join(made, name, ".."), { recursive: true })
    writeFileSync(join(made, name), content)
  }
  mkdirSync(join(made, "runs"))
  Artifact.withMetrics(made, "model.luml", { accuracy: 0.9 })
  Artifact.write(join(made, "runs"), "r1.luml", 2000)
  return made
}

beforeAll(async () => {
  emulator = await startEmulator({ pace: 0 })
  cwd = folder()
  const user = ["--user", "ada@example.com"]
  await text("lumnis", "users", "create", "--email", "ada@example.com")
  known.set("resp_123", await text("lumnis", "invoke", "Hello", ...user, "--jq", ".response_id"))
  known.set(
    "file_123",
    await text("lumnis", "files", "upload", "report.pdf", ...user, "--jq", "select(.file_id).file_id")
  )
  const tenants = ["lumnis", "files", "upload", "handbook.md", "--scope", "tenant"]
  known.set("file_456", await text(...tenants, "--jq", "select(.file_id).file_id"))
  known.set("agent_123", await text("lvng", "agents", "create", "--name", "Scout", "--jq", ".agent.id"))
  const id = "[.. | .id? // empty][0]"
  known.set("wf_123", await text("lvng", "workflows", "create", "--set", "name=Example", "--jq", id))
  known.set("run_456", await text("lvng", "workflows", "run", known.get("wf_123") ?? "", "--jq", ".id"))
  await text("luml", "collections", "create", "churn")
  for (const [file, name] of [
    ["model.luml", "churn-v1"],
    ["runs/r1.luml", "churn-v2"],
    ["runs/r1.luml", "churn-v0"]
  ] as const) {
    await text("luml", "artifacts", "upload", file, "--collection", "churn", "--name", name, "--jq", "empty")
  }
  const track = ["--artifact-type", "dataset", "--name", "churn", "--stages", "staging", "--stages", "production"]
  known.set("STAGE_ID", "production")
  known.set("TRACK_ID", await text("luml", "tracks", "create", ...track, "--jq", ".id"))
  for (const name of ["churn-v1", "churn-v2"]) {
    const artifact = ["--artifact-id", name, "--collection", "churn"]
    await text("luml", "track-entries", "create", "churn", ...artifact)
  }
  await text("luml", "tracks", "promote", "churn", "1", "production")
  await text("batch", "run", "prompts.jsonl", ...user)
  known.set("finished", await text("batch", "list", "--jq", ".id"))
  known.set("https://staging.example.com", emulator.urls.lumnis)
  await text("config", "set", "lumnis.base-url", emulator.urls.lumnis, "--profile", "staging")
  const body = readFileSync(join(cwd, "webhook.json"))
  const signature = createHmac("sha256", "a secret").update(body).digest("hex")
  known.set("9f86d081...", signature).set("HEX", signature)
}, 120_000)
afterAll(() => emulator.stop())

const visit = async (
  node: Command | Group,
  each: (node: Command | Group, generated: boolean) => void,
  generated = false
): Promise<void> => {
  each(node, generated)
  if (node._tag === "Command") return
  for (const entry of node.entries) {
    await visit(await entry.load(), each, entry.operation !== undefined && entry.operation === entry.load)
    if (entry.operation !== undefined && entry.operation !== entry.load)
      await visit(await entry.operation(), each, true)
  }
  if (node.fallback !== undefined) await visit(await node.fallback(), each)
}

const examples = async (generated: boolean): Promise<ReadonlyArray<string>> => {
  const found: Array<string> = []
  await visit(root, (node, isGenerated) => {
    if (isGenerated === generated) found.push(...(node.examples ?? []))
  })
  return [...new Set(found)]
}

/** They run until they are stopped, start processes or ask a person: the tests of the bundle run them. */
const elsewhere = /^(?:demo|emulator|worker|mcp)\b|^auth login$|^auth login --platform \w+$/

/** What makes records comes after what reads them, and what removes them at the end. */
const rank = (line: string): number =>
  /\bcollections create\b/.test(line)
    ? 4
    : /\b(?:delete|logout|unset|cancel|retry)\b/.test(line)
      ? 3
      : /\b(?:upload|create|rollback)\b/.test(line)
        ? 2
        : /\bbatch (?:submit|run)\b/.test(line)
          ? 0
          : 1

const withIds = (word: string): string => known.get(word) ?? word

/** Command lines and their exit codes. `2` is a command line that is wrong: nothing is sent. */
const lines: Readonly<Record<number, ReadonlyArray<string>>> = {
  0: [
    "",
    "--help",
    "--version",
    "lumnis --help",
    "lumnis users list --help",
    "lumnis users list",
    "lumnis users list --json",
    "lumnis users list --output yaml",
    "lumnis users list --output csv --columns id,email",
    "lumnis users list --output table",
    "lumnis users list --output ndjson",
    "lumnis users list --jq .users[].email",
    "lumnis users list --all",
    "lumnis users list --all --json",
    "lumnis users list --all --limit-pages 1",
    "lumnis users list --wide",
    "lumnis users list --quiet",
    "lumnis users list --verbose",
    "lumnis users list --page_size 1",
    "lumnis users list --pageSize=1",
    "lumnis users get ada@example.com",
    "lumnis users get ada@example.com --no-color --no-pager",
    "lumnis users get ada@example.com --dry-run",
    "lumnis users get ada@example.com -o user.json",
    "--timeout 5s lumnis users list",
    "lumnis threads list --user ada@example.com",
    "lumnis threads list --scope tenant",
    "lumnis responses list --user ada@example.com --limit 1",
    "lumnis invoke Hello --user ada@example.com --json",
    "lumnis invoke Hello --user ada@example.com --stream --json",
    "lvng agents list",
    "lvng agents list --output csv",
    "lvng agents list --jq .",
    "lvng chat Hello",
    "lvng chat Hello --json",
    "lvng workflows list",
    "luml organizations list",
    "luml orbits list --output table",
    "luml collections list --output yaml",
    "luml artifacts list",
    "luml artifacts list --limit 1 --json",
    "luml artifacts get churn-v1 --jq .name",
    "luml tracks list",
    "operations",
    "operations --json",
    "operations --platform luml --filter artifact --output csv --columns command",
    "config path",
    "auth status",
    "completion bash",
    "__complete -- lumnis us"
  ],
  1: ["lumnis users list --jq error"],
  2: [
    "nothing",
    "lumnis",
    "lumnis nothing",
    "lumnis users",
    "lumnis users lst",
    "lumnis users get",
    "lumnis users get a b",
    "lumnis users list --nothing",
    "lumnis users list --page-size",
    "lumnis users list --page-size many",
    "lumnis users list --output xml",
    "lumnis users list --output json --wide",
    "lumnis users list --json --output csv",
    "lumnis users list --columns",
    "lumnis users list --columns emial",
    "lumnis users list --jq .[",
    "lumnis users list --quiet --debug",
    "config get lumnis.user --jq .[",
    "lumnis users list --timeout soon",
    "lumnis users list --timeout 5s --timeout 6s",
    "lumnis users list --retries -1",
    "lumnis users list --limit-pages 2",
    "lumnis users list -o yaml",
    "lumnis users list --profile nobody",
    "lumnis users create",
    "lumnis users create --email ada@example.com --body @nothing.json",
    "lumnis users create --body {",
    "lumnis threads list",
    "lumnis threads list --user ada@example.com --scope tenant",
    "lumnis threads list --scope nobody",
    "lumnis threads delete t1 --user ada@example.com",
    "lumnis invoke --user ada@example.com --schema nothing.json Hello",
    "lumnis invoke Hello",
    "lumnis files download file_123 --user ada@example.com -o csv",
    "lumnis agents nothing",
    "lvng nothing",
    "lvng workflows run",
    "luml artifacts get",
    "luml artifacts list --limit 0",
    "luml artifacts list --order up",
    "luml artifacts upload nothing.luml",
    "luml artifacts delete churn-v2",
    "luml collections create ''",
    "luml tracks promote churn",
    "operations --platform nothing",
    "config set nothing x",
    "config get",
    "completion tcsh",
    "emulator start --port 70000"
  ],
  5: [
    "lumnis users get nobody@example.com",
    "lumnis attach 3f2b8c1e-5d47-4a90-9c36-000000000001",
    "lvng agents get nothing",
    "lvng workflows run nothing",
    "luml artifacts get nothing",
    "luml artifacts list --collection nothing",
    "luml collections list --orbit nothing"
  ]
}

describe("a command line", () => {
  it.each(Object.entries(lines).flatMap(([code, all]) => all.map((line) => [Number(code), line] as const)))(
    "ends with %s: %s",
    async (expected, line) => {
      const { argv } = CommandLine.parse(`trilum ${line}`, cwd)
      const { code, stderr, stdout } = await run({ cwd: folder(), stdin: "" }, ...argv.map(withIds))
      assert.strictEqual(code, expected, stderr)
      // A message stands on stderr, and never in the data.
      assert.notMatch(stdout, /^error:/m)
      if (expected === 0) assert.notMatch(stderr, /^error:/m)
      else assert.match(stderr, /^error: |^\{"error"|^Usage:/m)
      if (expected === 2) assert.strictEqual(stdout, "")
    }
  )
})

describe("examples", () => {
  it("of operations run as they are printed, with --dry-run", async () => {
    const failed: Array<string> = []
    const lines = await examples(true)
    for (const line of lines) {
      const { argv } = CommandLine.parse(`trilum ${line}`, cwd)
      const isRaw = argv.some((word) => word.startsWith("--")) ? [] : ["--raw"]
      // A word in capitals is a value of the reader's own.
      const ids = argv
        .map(withIds)
        .map((word) => (/^(?:[A-Z_]+_)?ID$/.test(word) ? "3f2b8c1e-5d47-4a90-9c36-000000000001" : word))
      const { code, stderr } = await run({}, ...ids, ...isRaw, "--dry-run")
      if (code !== 0) failed.push(`${line}: ${code} ${stderr}`)
    }
    assert.deepStrictEqual(failed, [])
    assert.isAbove(lines.length, 480)
  }, 120_000)

  it("of commands made by hand run as they are printed", async () => {
    const all = await examples(false)
    const lines = [...new Set(all)]
      .filter((line) => !elsewhere.test(line.replace(/\s+#.*$/, "")))
      .sort((a, b) => rank(a) - rank(b))
    const failed: Array<string> = []
    for (const line of lines) {
      const here = folder()
      if (line.includes("artifacts download")) rmSync(join(here, "model.luml"))
      const { argv, input } = CommandLine.parse(line.includes("trilum ") ? line : `trilum ${line}`, here)
      // No worker takes what is submitted here, so what waits for a batch waits for one that was run.
      const batch = /^batch (?:watch|results)/.test(line) ? "finished" : "nightly"
      const words = argv.map((word) => withIds(word === "nightly" ? batch : word))
      const setup = {
        cwd: here,
        stdin: input === undefined ? "text" : readFileSync(join(here, input), "utf8"),
        env: env()
      }
      const yes = line.startsWith("luml artifacts delete") ? ["--yes"] : []
      const { code, stderr } = await run(setup, ...words, ...yes)
      if (code !== 0 || /^error:/m.test(stderr)) failed.push(`${line}: ${code} ${stderr}`)
    }
    assert.deepStrictEqual(failed, [])
    assert.isAbove(lines.length, 100)
  }, 120_000)
})
