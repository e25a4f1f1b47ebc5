/**
 * Changes the hand-written code one place at a time and runs the tests that execute the place. A change that no test
 * notices is a survivor: a missing test. Nothing on the disk changes.
 *
 *     pnpm mutants [--area core] [--file Retry] [--sample 30] [--seed 1] [--limit SECONDS] [--tests REGEX] [--id ID]
 *                  [--list] [--survivors]
 *
 * `--limit` runs the nearest tests of a mutant up to so many seconds; `--tests` uses (and measures) only the test files
 * whose path matches. Both are faster, and a survivor may be killed by the other tests.
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
    sources: core(
      "Retry.ts",
      "internal/attempt.ts",
      "SharedEffect.ts",
      "Polling.ts",
      "Credential.ts",
      "ApiClient.ts",
      "Resource.ts"
    ),
    projects: ["core"]
  },
  "core/values": { sources: core("Pagination.ts", "Options.ts", "PromiseClient.ts", "Webhook.ts"), projects: ["core"] },
  "core/streams": { sources: core("Sse.ts", "internal/sse.ts", "internal/streaming.ts"), projects: ["core"] },
  "core/secrets": {
    sources: core("Redaction.ts", "internal/redaction.ts", "internal/secretMatcher.ts", "internal/failure.ts"),
    projects: ["core"]
  },
  "core/files": { sources: core("AtomicFile.ts", "FileLock.ts", "Journal.ts", "LineFile.ts"), projects: ["core"] },
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
    limit: { type: "string", default: "Infinity" },
    tests: { type: "string", default: "" },
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

const relative = (path) => path.slice(root.length + 1)
const isHandWritten = (file) => file.endsWith(".ts") && !file.includes("/generated/")
const sourcesOf = ({ sources }) =>
  sources.flatMap((path) =>
    path.endsWith("/") ? files(join(root, path)).map(relative) : existsSync(join(root, path)) ? [path] : []
  )

/** Mutants that someone wrote: the text must be in its file exactly once. */
const named = readJson(join(root, "tools/mutants/named.json"), []).map(({ file, from, name, to }) => {
  const source = existsSync(join(root, file)) ? text(file) : ""
  const start = source.indexOf(from)
  const stale = start < 0 || source.indexOf(from, start + 1) >= 0
  const line = stale ? 0 : source.slice(0, start).split("\n").length
  const place = { start, end: start + from.length, line, lineText: source.split("\n")[line - 1] }
  return { id: hash(file, name).slice(0, 8), file, operator: name, from, to, stale, ...place }
})
for (const project of ["core", "lumnis", "luml", "lvng"]) {
  const sources = [...new Set(named.map(({ file }) => file))].filter((file) => file.startsWith(`packages/${project}/`))
  if (sources.length > 0) areas[`named/${project}`] = { sources, projects: [project], named: true }
}

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
    child.once("message", () => resolve({ child }))
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

/** What every test file of a project executes of the sources: measured for all, then for what has changed since. */
const measure = async (project) => {
  const path = join(out, `coverage-${project}.json`)
  const folders = [...new Set([`packages/core/src`, `packages/${project}/src`])]
  const marked = folders.flatMap((folder) => sourcesOf({ sources: [`${folder}/`] })).filter(isHandWritten)
  const versions = Object.fromEntries(marked.map((file) => [file, hash(text(file))]))
  const known = readJson(path, { sources: {}, tests: {} })
  const changed = new Set(marked.filter((file) => known.sources[file] !== versions[file]))
  const isStale = (test) =>
    known.tests[test]?.version !== hash(text(test)) ||
    known.tests[test].hits.some((hit) => changed.has(hit.slice(0, hit.lastIndexOf(":"))))
  const all = files(join(root, `packages/${project}/test`))
    .map(relative)
    .filter((file) => file.endsWith(".test.ts"))
  const outdated = all.filter(isStale)
  for (const test of outdated) delete known.tests[test]
  const present = all.filter((test) => new RegExp(asked.tests).test(test))
  const stale = present.filter((test) => outdated.includes(test))
  if (stale.length > 0) {
    console.log(`measuring ${stale.length} test files of ${project}`)
    const lines = join(out, `hits-${process.pid}.jsonl`)
    runner = await start({ TRILUM_MARKED: JSON.stringify(marked), TRILUM_HITS: lines })
    const { files: suspect } = await ask({ tests: stale }, 1800)
    stop()
    for (const line of readFileSync(lines, "utf8").trim().split("\n")) {
      const { hits, seconds, test } = JSON.parse(line)
      known.tests[relative(test)] = { version: hash(text(relative(test))), seconds, hits }
    }
    rmSync(lines)
    // Marks slow a test down. A file that also fails without them would kill every mutant.
    if (suspect.length > 0) runner = await start({})
    const { files: failed } =
      suspect.length > 0 ? await ask({ tests: suspect.map(relative), all: true }, 1800) : { files: [] }
    stop()
    for (const test of failed.map(relative)) {
      console.log(`fails without a mutant, not used: ${test}`)
      if (known.tests[test] !== undefined) known.tests[test].failed = true
    }
    writeFileSync(path, JSON.stringify({ sources: versions, tests: known.tests }))
  }
  return present.flatMap((test) => {
    const it = known.tests[test]
    return it === undefined || it.failed ? [] : [{ test, seconds: it.seconds, hits: new Set(it.hits) }]
  })
}

const select = (sources, fromList) => {
  const everything = fromList
    ? named.filter(({ file }) => sources.includes(file))
    : sources.flatMap((file) => mutantsOf(file, text(file)))
  if (asked.id !== undefined) return everything.filter(({ id }) => id === asked.id)
  const order = ({ id }) => hash(asked.seed, id)
  if (fromList) return everything
  return everything
    .filter(({ file }) => file.includes(asked.file))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1))
    .slice(0, asked.sample === "all" ? undefined : Number(asked.sample))
}
/** Tests that are named after the module come first, then the short ones. */
const byDistance = (file) => {
  const noun = file.split("/").at(-1).replace(".ts", "").toLowerCase()
  const isNear = ({ test }) => test.split("/").at(-1).toLowerCase().startsWith(noun)
  return (a, b) => Number(isNear(b)) - Number(isNear(a)) || a.seconds - b.seconds
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
  const second = previous.results.filter(({ outcome }) => outcome === "survived").map(({ id }) => id)
  const chosen = select(sources, area.named).filter(({ id }) => !asked.survivors || second.includes(id))
  if (asked.list) {
    for (const mutant of chosen) console.log(show(mutant))
    continue
  }
  if (chosen.length === 0) continue
  const tests = []
  for (const project of area.projects) tests.push(...(await measure(project)))
  const results = []
  for (const mutant of chosen) {
    const mark = `${mutant.file}:${blockOf(mutant, text(mutant.file))}`
    const covering = tests.filter(({ hits }) => hits.has(mark)).sort(byDistance(mutant.file))
    let spent = 0
    const related = covering.filter(({ seconds }, index) => {
      spent += seconds
      return index < 2 || spent <= Number(asked.limit)
    })
    const limit = 30 + 3 * related.reduce((sum, { seconds }) => sum + seconds, 0)
    const begun = performance.now()
    let result
    if (mutant.stale) result = { outcome: "stale" }
    else if (exceptions.some(isException(mutant))) result = { outcome: "exception" }
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
    stale: count("stale"),
    score: `${Math.round((100 * killed) / Math.max(1, killed + survived))} %`
  })
}
if (table.length > 0) console.table(table)
const staleExceptions = exceptions.filter((exception) => !used.has(exception) && asked.area === "")
for (const { file, line, reason } of staleExceptions) console.log(`stale exception: ${file}: ${line} (${reason})`)
process.exitCode = staleExceptions.length > 0 || table.some(({ stale }) => stale > 0) ? 1 : 0
