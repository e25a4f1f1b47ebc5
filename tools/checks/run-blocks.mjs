/**
 * Runs the code blocks of the READMEs and guides as a reader would: every page in an empty directory of its own with a
 * few files in it, against an emulator of its own, with `trilum` on the PATH and nothing reachable but this machine.
 * TypeScript runs on Node with the built packages, shell in bash.
 *
 *     node tools/checks/run-blocks.mjs [part of a path]...
 */

import { spawn } from "node:child_process"
import { createHmac } from "node:crypto"
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { availableParallelism, tmpdir } from "node:os"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"
import { transform } from "esbuild"
import { root } from "../workspace.mjs"
import { pageBlocks } from "./blocks.mjs"

const load = (name) => import(pathToFileURL(join(root, `packages/${name}/dist/promise.js`)).href)
const { startEmulator } = await load("emulator")

const timeLimit = 30_000
const directory = mkdtempSync(join(tmpdir(), "trilum-blocks-"))
// Modules resolve as those of the examples, which depend on everything that a reader would install.
const modules = join(root, "examples/build/blocks")
process.on("exit", () => {
  rmSync(directory, { recursive: true, force: true })
  rmSync(modules, { recursive: true, force: true })
})
mkdirSync(modules, { recursive: true })

const executable = (file, text) => {
  writeFileSync(file, text)
  chmodSync(file, 0o755)
}

const command = join(root, "packages/cli/dist/trilum.mjs")
const bin = join(directory, "bin")
mkdirSync(bin)
executable(join(bin, "trilum"), `#!/bin/sh\nexec "${process.execPath}" "${command}" "$@"\n`)
executable(
  join(bin, "npx"),
  `#!/bin/sh\n[ "$1" = @trilum/cli ] || { echo "npx: only @trilum/cli is installed here" >&2; exit 1; }\nshift\nexec trilum "$@"\n`
)

for (const name of ["npm", "pnpm", "yarn", "bun"])
  executable(join(bin, name), `#!/bin/sh\necho "${name}: not here" >&2\nexit 1\n`)

const offline = join(directory, "offline.mjs")
writeFileSync(
  offline,
  `import dns from "node:dns"
const { lookup } = dns
dns.lookup = (host, ...rest) => {
  if (host === "localhost" || /^127\\.|^::1$/.test(host)) return lookup(host, ...rest)
  throw new Error(\`the documentation reaches for \${host}: examples run against the emulator alone\`)
}
`
)

const delivery = '{"event":"message.received","data":{},"timestamp":"2026-01-01T00:00:00Z"}'

/** The records that the pages mention, beside those of the emulator's small world. */
const populate = async ({ url, urls }) => {
  const { createLumnis } = await load("lumnis")
  const lumnis = createLumnis({ apiKey: "key", baseUrl: urls.lumnis })
  await lumnis.users.create({ email: "ada@example.com", first_name: "Ada" })
  await lumnis.close()
  const { createLuml } = await load("luml")
  const luml = createLuml({ apiKey: "dfs_key", baseUrl: urls.luml })
  const { collectionId, orbitId } = await luml.place()
  await luml.orbits.update(orbitId, { name: "research" })
  await luml.collections.update(collectionId, { name: "churn" })
  const model = join(root, "fixtures/luml/experiment.luml")
  await luml.tracks.create({ name: "churn", artifact_type: "experiment", stages: ["staging", "production"] })
  for (const name of ["nightly", "churn-v1", "churn-v2"]) {
    const { id } = await luml.artifacts.upload(model, { name, fileName: `${name}.luml`, state: false })
    if (name !== "nightly") await luml.tracks.addArtifact("churn", id)
  }
  await luml.close()
  await fetch(`${url}/__emulator/lvng/workflows/wf_123`, {
    method: "PUT",
    headers: { "content-type": "application/json", "x-emulator-admin": "1" },
    body: JSON.stringify({ value: { name: "report", steps: [{ id: "s1", type: "agent" }] } })
  })
}

/** The files that the pages mention. */
const furnish = (page) => {
  const write = (name, text) => {
    mkdirSync(dirname(join(page, name)), { recursive: true })
    writeFileSync(join(page, name), text)
  }
  mkdirSync(join(page, "copies"))
  for (const name of ["model.luml", "runs/a.luml", "runs/b.luml"]) {
    mkdirSync(dirname(join(page, name)), { recursive: true })
    copyFileSync(join(root, "fixtures/luml/experiment.luml"), join(page, name))
  }
  write("report.pdf", "%PDF-1.4\nThe report of the third quarter.\n")
  write("handbook.md", "# Handbook\n\nWidgets cost nine euros.\n")
  write("handbook/returns.md", "# Returns\n\nThe return policy: thirty days.\n")
  write("question.txt", "What changed in our market this week?\n")
  write("prompts.jsonl", '{"id":"ants","prompt":"A haiku about ants"}\n{"id":"bees","prompt":"A haiku about bees"}\n')
  write("body.json", delivery)
  write("webhook.secret", "secret\n")
  write("agent.json", '{"name":"Scout","systemPrompt":"Find what is new."}\n')
  write("collection.json", '{"name":"archive","description":"","type":"mixed"}\n')
  write("schema.json", '{"type":"object","properties":{"trend":{"type":"string"}},"required":["trend"]}\n')
}

const environment = (page, emulator) => ({
  PATH: [bin, dirname(process.execPath), "/usr/local/bin", "/usr/bin", "/bin"].join(":"),
  HOME: join(page, "home"),
  LANG: "C.UTF-8",
  NODE_OPTIONS: `--import=${pathToFileURL(offline).href}`,
  LUMNISAI_API_KEY: "key",
  LUMNISAI_BASE_URL: emulator.urls.lumnis,
  LVNG_API_KEY: `lvng_sk_test_${"0".repeat(32)}`,
  LVNG_BASE_URL: emulator.urls.lvng,
  LUML_API_KEY: "dfs_key",
  LUML_BASE_URL: emulator.urls.luml,
  SIGNATURE: createHmac("sha256", "secret").update(delivery).digest("hex")
})

/** Ends with everything that the block started: a command that it left in the background keeps nobody waiting. */
const capture = ([file, ...args], options) =>
  new Promise((resolve, reject) => {
    const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"], detached: true })
    const end = () => {
      try {
        process.kill(-child.pid, "SIGKILL")
      } catch {}
    }
    let output = ""
    child.stdout.setEncoding("utf8").on("data", (chunk) => (output += chunk))
    child.stderr.setEncoding("utf8").on("data", (chunk) => (output += chunk))
    const timer = setTimeout(() => {
      output += `\nstill running after ${timeLimit / 1000} s`
      end()
    }, timeLimit)
    child.on("error", reject)
    child.on("exit", () => {
      clearTimeout(timer)
      end()
    })
    child.on("close", (code) => resolve({ code: code ?? 1, output }))
  })

const runTypeScript = async (code, name, options) => {
  const file = join(modules, `${name}.mjs`)
  const output = await transform(code, { loader: "ts", format: "esm", target: "node20" })
  writeFileSync(file, output.code)
  return capture([process.execPath, file], options)
}

const runShell = (code, name, options) => {
  const file = join(directory, `${name}.sh`)
  writeFileSync(file, code)
  return capture(["bash", "-euo", "pipefail", file], options)
}

const failures = []
const count = { ts: 0, sh: 0 }

const runPage = async ({ blocks, origin }, index) => {
  const page = join(directory, `page-${index}`)
  mkdirSync(join(page, "home"), { recursive: true })
  furnish(page)
  const emulator = await startEmulator({ pace: 0.02 })
  await populate(emulator)
  try {
    for (const [i, { code, language, line }] of blocks.entries()) {
      const options = { cwd: page, env: environment(page, emulator) }
      const run = language === "ts" ? runTypeScript : runShell
      const started = performance.now()
      const result = await run(code, `page-${index}-${i}`, options).catch((error) => ({
        code: 1,
        output: error.message
      }))
      const seconds = (performance.now() - started) / 1000
      if (process.env.VERBOSE)
        console.log(`${origin}:${line} exit ${result.code}, ${seconds.toFixed(1)} s\n${result.output}`)
      if (result.code !== 0) failures.push(`${origin}:${line} exit ${result.code}\n${result.output.trimEnd()}`)
      count[language]++
    }
  } finally {
    await emulator.stop()
  }
}

const parts = process.argv.slice(2)
const wanted = pageBlocks().filter(({ origin }) => parts.length === 0 || parts.some((part) => origin.includes(part)))
const exceptions = wanted.flatMap(({ blocks }) => blocks.filter(({ exception }) => exception !== undefined))
const queue = wanted
  .map((page) => ({
    ...page,
    blocks: page.blocks.filter(({ exception, language }) => exception === undefined && /^(?:ts|sh)$/.test(language))
  }))
  .filter(({ blocks }) => blocks.length > 0)
  .sort((a, b) => b.blocks.length - a.blocks.length)

let next = 0
const lane = async () => {
  while (next < queue.length) {
    const index = next++
    await runPage(queue[index], index)
  }
}
await Promise.all(Array.from({ length: Math.min(4, availableParallelism()) }, lane))

const reasons = new Map()
for (const { exception, reason } of exceptions) {
  const text = `${exception}: ${reason}`
  reasons.set(text, (reasons.get(text) ?? 0) + 1)
}
for (const [reason, times] of reasons) console.log(`${times} ${reason}`)
console.log(`${count.ts} TypeScript and ${count.sh} shell blocks run, ${exceptions.length} marked as not run`)
if (failures.length > 0) {
  console.error(`${failures.join("\n\n")}\n${failures.length} blocks failed`)
  process.exit(1)
}
process.exit(0)
