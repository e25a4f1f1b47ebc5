import { defineWorkspace } from "vitest/config"

// Sources of the other packages, so that a test never runs against a stale build.
const conditions = ["@trilum/source", "module", "node", "development|production"]

const project = (name: string, root: string, { alias = {}, tests = "test/*.test.ts" } = {}) => ({
  resolve: { conditions, alias },
  ssr: { resolve: { conditions } },
  test: { name, root, include: [tests], testTimeout: 30_000, hookTimeout: 30_000 }
})

/** The test projects. A package that has tests is listed here and nowhere else. */
export default defineWorkspace([
  ...["core", "lumnis", "lvng", "luml", "emulator", "batch", "mcp", "cli"].map((name) =>
    project(name, `packages/${name}`)
  ),
  // Vitest always adds the condition "node", so the module that browsers get is named.
  project("luml-portable", "packages/luml", {
    alias: { "@trilum/luml/DefaultDigest": new URL("packages/luml/src/DefaultDigest.ts", import.meta.url).pathname },
    tests: "test/portable/*.test.ts"
  }),
  project("codegen", "tools/codegen"),
  project("examples", "examples")
])
