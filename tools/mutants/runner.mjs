/**
 * One warm Vitest, a process of its own: it runs test files for the parent with one source text replaced in memory.
 * Nothing on the disk changes. The parent kills this process when a mutant never ends.
 */
import { createRequire } from "node:module"
import { join } from "node:path"
import { createVitest } from "vitest/node"
import { root } from "../workspace.mjs"
import { marked } from "./sites.mjs"

const { loadConfigFromFile } = await import(createRequire(import.meta.resolve("vitest/node")).resolve("vite"))

let mutant
/** Files under measurement, by path; in the coverage run every one of them is marked. */
const coverage = new Set(JSON.parse(process.env.TRILUM_MARKED ?? "[]").map((file) => join(root, file)))

const overlay = {
  name: "trilum-mutant",
  enforce: "pre",
  transform(code, id) {
    const path = id.split("?")[0]
    if (coverage.has(path)) return { code: marked(path.slice(root.length + 1), code), map: null }
    if (mutant === undefined || path !== join(root, mutant.file)) return undefined
    if (code.slice(mutant.start, mutant.end) !== mutant.from) throw new Error(`stale mutant ${mutant.id}`)
    return { code: code.slice(0, mutant.start) + mutant.to + code.slice(mutant.end), map: null }
  }
}

class InOrder {
  shard = (files) => files
  sort = (files) => files
}

const { config } = await loadConfigFromFile({ command: "serve", mode: "test" }, join(root, "vitest.config.ts"), root)
const projects = config.test.projects.map((project) => ({
  ...project,
  plugins: [overlay],
  test: { ...project.test, setupFiles: coverage.size > 0 ? [join(root, "tools/mutants/hits.mjs")] : [] }
}))
const vitest = await createVitest("test", {
  ...config.test,
  config: false,
  root,
  projects,
  watch: false,
  reporters: [{}],
  sequence: { sequencer: InOrder },
  maxWorkers: 2,
  minWorkers: 1
})
const all = await vitest.globTestSpecifications()

process.on("message", async (job) => {
  mutant = job.mutant
  if (mutant !== undefined) vitest.invalidateFile(join(root, mutant.file))
  vitest.state.filesMap.clear()
  vitest.config.bail = job.all || coverage.size > 0 ? 0 : 1
  for (const { config } of vitest.projects) config.bail = vitest.config.bail
  const wanted = job.tests.flatMap((test) => all.filter((spec) => spec.moduleId === join(root, test)))
  const { testModules, unhandledErrors } = await vitest.runTestSpecifications(wanted)
  if (mutant !== undefined) vitest.invalidateFile(join(root, mutant.file))
  const failed = testModules.filter((module) => module.state() === "failed")
  const first = failed.flatMap((module) => [...module.children.allTests("failed")])[0]
  process.send({
    failed: failed.length > 0 || unhandledErrors.length > 0,
    files: failed.map((module) => module.moduleId),
    by: first
      ? `${first.module.moduleId.slice(root.length + 1)} > ${first.fullName}`
      : String(failed[0]?.moduleId ?? "")
  })
})
process.send({})
