import { defineWorkspace } from "vitest/config"

const project = (name: string, root: string) => ({
  resolve: { conditions: ["@trilum/source", "node"] },
  ssr: { resolve: { conditions: ["@trilum/source", "node"] } },
  test: { name, root, include: ["test/**/*.test.ts"], testTimeout: 20_000, hookTimeout: 20_000 }
})

export default defineWorkspace([
  ...["core", "lumnis", "lvng", "luml", "emulator", "cli"].map((name) => project(name, `packages/${name}`)),
  project("codegen", "tools/codegen"),
  project("examples", "examples"),
  project("bench", "bench")
])
