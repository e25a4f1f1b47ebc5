/**
 * Changes the hand-written code one place at a time and runs the tests that execute the place. A change that no test
 * notices is a survivor: a missing test. Nothing on the disk changes.
 *
 *     pnpm mutants [--area core] [--file Retry] [--sample 30] [--seed 1] [--id ID] [--list] [--survivors]
 *
 * `tools/mutants/exceptions.json` lists the changes that no test can notice, with reasons. Results: build/mutants/.
 */
import { fork } from "node:child_process"
import { createHash } from "node:crypto"
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parseArgs } from "node:util"
import { blockOf, mutantsOf } from "./mutants/sites.mjs"
import { files, root } from "./workspace.mjs"

const core = (...names) => names.map((name) => `packages/core/src/${name}`)
/** Area: the sources (a folder ends with a slash) and the test projects that have to notice a change. */
const areas = {
  "core/calls": {
    sources: core("Retry.ts", "internal/attempt.ts", "SharedEffect.ts", "Polling.ts", "Credential.ts", "ApiClient.ts"),
    projects: ["core"]
  },
  "core/values": { sources: core("Pagination.ts", "Options.ts", "PromiseClient.ts", "Webhook.ts"), projects: ["core"] },
  "core/streams": { sources: core("Sse.ts", "internal/sse.ts", "internal/streaming.ts"), projects: ["core"] },
  "core/secrets": {
    sources: core("Redaction.ts", "internal/redaction.ts", "internal/secretMatcher.ts", "internal/callRedactor.ts"),
    projects: ["core"]
  },
  "core/files": { sources: core("AtomicFile.ts", "FileLock.ts", "Journal.ts"), projects: ["core"] },
  "core/transport": { sources: core("node/NodeTransport.ts", "internal/node/"), projects: ["core"] },
  transfer: {
    sources: [
      ...core("ObjectTransfer.ts", "internal/objectRequests.ts", "internal/objectReading.ts"),
      "packages/luml/src/transfer/",
      "packages/luml/src/internal/"
    ],
    projects: ["core", "luml"]
  },
  "luml/resources": { sources: ["packages/luml/src/resources/", "packages/luml/src/Place.ts"], projects: ["luml"] },
  "lumnis/resources": { sources: ["packages/lumnis/src/resources/"], projects: ["lumnis"] },
  "lumnis/scope": { sources: ["packages/lumnis/src/Scope.ts"], projects: ["lumnis"] },
  "lvng/resources": { sources: ["packages/lvng/src/resources/", "packages/lvng/src/RateLimit.ts"], projects: ["lvng"] }
}

const { values: asked } = parseArgs({
  options: {
    area: { type: "string", default: "" },
    file: { type: "string", default: "" },
    sample: { type: "string", default: "25" },
    seed: { type: "string", default: "1" },
    id: { type: "string" },
    list: { type: "boolean", default: false },
    survivors: { type: "boolean", default: false }
  }
})
const out = join(root, "build/mutants")
mkdirSync(out, { recursive: true })
const readJson = (path, otherwise) => (existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : otherwise)
const hash = (...parts) => createHash("sha1").update(parts.join("\0")).digest("hex")
const text = (file) => readFileSync(join(root, file), "utf8")

const sourcesOf = ({ sources }) =>
  sources.flatMap((path) =>
    path.endsWith("/")
      ? files(join(root, path)).map((file) => file.slice(root.length + 1))
      : existsSync(join(root, path))
        ? [path]
        : []
  )

const exceptions = readJson(join(root, "tools/mutants/exceptions.json"), [])
const isException = (mutant) => (exception) =>
  exception.file === mutant.file &&
  exception.line === mutant.lineText &&
  exception.from === mutant.from &&
  exception.to === mutant.to

/** One runner at a time. It ends when it does not answer in time: the mutant made it run for ever. */
let runner
const start = (env) =>
  new Promise((resolve, reject) => {
    const child = fork(join(root, "tools/mutants/runner.mjs"), [], {
      cwd: root,
      detached: true,
      env: { ...process.env, ...env },
      stdio: ["ignore", "ignore", "pipe", "ipc"]
    })
    let errors = ""
    child.stderr.on("data", (chunk) => {
      errors = `${errors}${chunk}`.slice(-4000)
    })
    child.once("message", ({ ready }) => resolve({ child, tests: ready }))
    child.once("exit", (code) => reject(new Error(`the test runner ended with ${code}\n${errors}`)))
  })
const stop = () => {
  if (runner !== undefined) {
    try {
      process.kill(-runner.child.pid, "SIGKILL")
    } catch {}
  }
  runner = undefined
}
process.on("exit", stop)
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130))

const ask = (job, seconds) =>
  new Promise((resolve) => {
    const { child } = runner
    const done = (answer) => {
      clearTimeout(timer)
      child.removeListener("message", done)
      child.removeListener("exit", lost)
      if (answer.ended) stop()
      resolve(answer)
    }
    const lost = () => done({ failed: true, by: "the test process ended", files: [], ended: true })
    const timer = setTimeout(() => done({ failed: true, by: "timeout", files: [], ended: true }), seconds * 1000)
    child.on("message", done)
    child.on("exit", lost)
    child.send(job)
  })

/** What every test file executes of the sources; measured once for each version of the two. */
const measure = async (projects, sources) => {
  const path = join(out, `coverage-${projects.join("-")}-${hash(...sources).slice(0, 8)}.json`)
  const version = hash(...sources.map(text))
  const known = readJson(path, { version, tests: {} })
  const tests = known.version === version ? known.tests : {}
  const lines = join(out, `hits-${process.pid}.jsonl`)
  runner = await start({ TRILUM_MARKED: JSON.stringify(sources), TRILUM_HITS: lines })
  const present = runner.tests.filter(({ project }) => projects.includes(project)).map(({ test }) => test)
  const stale = present.filter((test) => tests[test]?.version !== hash(readFileSync(test, "utf8")))
  if (stale.length > 0) {
    console.log(`measuring ${stale.length} test files of ${projects.join(", ")}`)
    const { files: failed } = await ask({ tests: stale }, 1200)
    const rows = readFileSync(lines, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    rmSync(lines)
    for (const { test, seconds, hits } of rows)
      tests[test] = { version: hash(readFileSync(test, "utf8")), seconds, hits, failed: failed.includes(test) }
    writeFileSync(path, JSON.stringify({ version, tests }))
  }
  stop()
  return present.flatMap((test) => (tests[test] === undefined ? [] : [{ test, ...tests[test] }]))
}

const select = (sources) => {
  const everything = sources.flatMap((file) => mutantsOf(file, text(file)))
  if (asked.id !== undefined) return everything.filter(({ id }) => id === asked.id)
  const order = ({ id }) => hash(asked.seed, id)
  return everything
    .filter(({ file }) => file.includes(asked.file))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .slice(0, asked.sample === "all" ? undefined : Number(asked.sample))
}
const show = ({ id, file, line, operator, from, to }) =>
  `${id} ${file}:${line} ${operator}: ${from.replace(/\s+/g, " ").slice(0, 70)} -> ${to.replace(/\s+/g, " ").slice(0, 50)}`

const used = new Set()
const table = []
for (const [name, area] of Object.entries(areas)) {
  if (!name.startsWith(asked.area)) continue
  const sources = sourcesOf(area)
  for (const file of sources) {
    const mutants = mutantsOf(file, text(file))
    for (const exception of exceptions)
      if (mutants.some((mutant) => isException(mutant)(exception))) used.add(exception)
  }
  const previous = readJson(join(out, `${name.replace("/", "-")}.json`), { results: [] })
  const again = previous.results.filter(({ outcome }) => outcome === "survived").map(({ id }) => id)
  const chosen = select(sources).filter(({ id }) => !asked.survivors || again.includes(id))
  if (asked.list) {
    for (const mutant of chosen) console.log(show(mutant))
    continue
  }
  if (chosen.length === 0) continue
  const tests = (await measure(area.projects, sources)).filter(({ failed }) => !failed)
  const results = []
  for (const mutant of chosen) {
    const mark = `${mutant.file}:${blockOf(mutant, text(mutant.file))}`
    const related = tests.filter(({ hits }) => hits.includes(mark)).sort((a, b) => a.seconds - b.seconds)
    const limit = 30 + 3 * related.reduce((sum, { seconds }) => sum + seconds, 0)
    const begun = performance.now()
    let result
    if (exceptions.some(isException(mutant))) result = { outcome: "exception" }
    else if (related.length === 0) result = { outcome: "survived", by: "no test executes it" }
    else {
      runner ??= await start({})
      const { failed, by } = await ask({ mutant, tests: related.map(({ test }) => test) }, limit)
      result = { outcome: failed ? "killed" : "survived", by, tests: related.length }
    }
    results.push({ ...mutant, ...result })
    const seconds = ((performance.now() - begun) / 1000).toFixed(1)
    console.log(
      `${result.outcome.padEnd(9)} ${seconds.padStart(5)} s ${show(mutant)}${result.outcome === "killed" ? `  [${result.by}]` : ""}`
    )
    writeFileSync(join(out, `${name.replace("/", "-")}.json`), JSON.stringify({ seed: asked.seed, results }, null, 2))
  }
  stop()
  const count = (outcome) => results.filter((result) => result.outcome === outcome).length
  const [killed, survived] = [count("killed"), count("survived")]
  table.push({
    area: name,
    killed,
    survived,
    exceptions: count("exception"),
    score: `${Math.round((100 * killed) / Math.max(1, killed + survived))} %`
  })
}
if (table.length > 0) console.table(table)
const stale = exceptions.filter((exception) => !used.has(exception) && asked.area === "")
for (const { file, line, reason } of stale) console.log(`stale exception: ${file}: ${line} (${reason})`)
process.exitCode = stale.length > 0 ? 1 : 0
