/** Help and completion of the commands made by hand load no client: what they import is followed through the sources. */
import { readFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import { fileURLToPath } from "node:url"
import { describe, expect, it } from "@effect/vitest"

const source = fileURLToPath(new URL("../src", import.meta.url))

/** Modules that a module needs before it can run; types and `import()` are none. */
const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, "utf8").matchAll(/^import (?!type )(?:[^;"]*? from )?"([^"]+)"/gm)].map(
    ([, name = ""]) => name
  )

const reach = (file: string, seen: Map<string, string> = new Map()): ReadonlyMap<string, string> => {
  for (const name of importsOf(file)) {
    const path = name.startsWith(".") ? resolve(dirname(file), name.replace(/\.js$/, ".ts")) : name
    if (seen.has(path)) continue
    seen.set(path, file)
    if (name.startsWith(".")) reach(path, seen)
  }
  return seen
}

const heavy = (file: string): ReadonlyArray<string> =>
  [...reach(join(source, file))]
    // JsonNumber imports nothing.
    .filter(([name]) => (name.startsWith("effect") || name.startsWith("@")) && name !== "@trilum/core/JsonNumber")
    .map(([name, by]) => `${name} by ${by.slice(source.length)}`)

describe("what is loaded before a command runs", () => {
  it.each([
    "main.ts",
    "commands/operation/group.ts",
    "commands/config/config.ts",
    "commands/schema/schema.ts",
    "commands/api/api.ts",
    "commands/lumnis/agents.ts",
    "commands/lumnis/files.ts",
    "commands/lumnis/integrations.ts",
    "commands/lumnis/webhooks.ts",
    "commands/lvng/chat.ts",
    "commands/lvng/workflowRun.ts",
    "commands/lvng/knowledgeSearch.ts",
    "commands/lvng/knowledgeIngest.ts",
    "commands/luml/upload.ts",
    "commands/luml/download.ts",
    "commands/luml/artifacts.ts",
    "commands/luml/inspect.ts",
    "commands/luml/collections.ts",
    "commands/luml/orbits.ts",
    "commands/luml/tracks.ts",
    "commands/mcp/mcp.ts"
  ])("%s: neither Effect nor a client", (file) => {
    expect(heavy(file)).toEqual([])
  })

  it("sees what a command loads when it runs", () => {
    expect(heavy("commands/lvng/converse.ts")).toContainEqual(expect.stringMatching(/^effect\/Effect by /))
  })
})
