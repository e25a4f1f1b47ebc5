import { defineWorkspace } from "vitest/config"

// Sources of the other packages, so that a test never runs against a stale build.
const conditions = ["@trilum/source", "module", "node", "development|production"]

const project = (name: string, root: string) => ({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: { name, root, include: ["test/**/*.test.ts"], testTimeout: 30_000, hookTimeout: 30_000 }
})

/** The test projects. A package that has tests is listed here and nowhere else. */
export default defineWorkspace([
  ...["core", "lumnis", "lvng", "luml", "emulator", "batch", "mcp", "cli"].map((name) =>
    project(name, `packages/${name}`)
  ),
  project("codegen", "tools/codegen"),
  project("examples", "examples")
])
