/** Bundles test/support/measure.ts from the sources and runs it. See there. */
import { spawnSync } from "node:child_process"
import { mkdirSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const path = (relative) => fileURLToPath(new URL(relative, import.meta.url))
mkdirSync(path("../build"), { recursive: true })
await build({
  entryPoints: [path("../test/support/measure.ts")],
  outfile: path("../test/support/measure.bundle.mjs"),
  bundle: true,
  platform: "node",
  format: "esm",
  conditions: ["@trilum/source"],
  external: ["libsql", "pg-native", "esbuild"],
  banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
  logLevel: "error"
})
const { status } = spawnSync(process.execPath, [path("../test/support/measure.bundle.mjs"), ...process.argv.slice(2)], {
  stdio: "inherit"
})
process.exit(status ?? 1)
