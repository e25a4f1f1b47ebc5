/**
 * Programs of tests that run in a process of their own, such as one that is killed or that must end by itself.
 */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { fileURLToPath } from "node:url"
import { build } from "esbuild"

const bundles = new Map<string, Promise<string>>()

/**
 * The program of a source file, with everything that it imports, as one file for `node`. It is bundled from the sources of
 * the workspace, so a test never runs a stale build.
 */
export const bundled = (program: URL): Promise<string> => {
  const source = fileURLToPath(program)
  const known = bundles.get(source)
  if (known !== undefined) return known
  const folder = mkdtempSync(join(tmpdir(), "trilum-child-"))
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }))
  const outfile = join(folder, `${basename(source).replace(/\.\w+$/, "")}.mjs`)
  const made = build({
    entryPoints: [source],
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@trilum/source"],
    outfile,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    logLevel: "silent"
  }).then(() => outfile)
  bundles.set(source, made)
  return made
}
