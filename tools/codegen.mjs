/**
 * Writes everything that comes from the contracts: the clients' generated modules and the emulator's. Arguments go to
 * the generator of tools/codegen.
 *
 *     node tools/codegen.mjs [--package NAME [--spec FILE] [--out DIR]] [--check]
 */
import { join, resolve } from "node:path"
import { build } from "esbuild"
import { root, run } from "./workspace.mjs"

const outfile = join(root, "tools/codegen/dist/main.mjs")
await build({
  absWorkingDir: root,
  entryPoints: ["tools/codegen/src/main.ts"],
  outfile,
  bundle: true,
  packages: "external",
  platform: "node",
  format: "esm",
  target: "node20",
  sourcemap: "inline",
  logLevel: "warning"
})
/** Paths are those of the place where the command was typed; the generator runs at the root. */
const absolute = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path)
const args = process.argv
  .slice(2)
  .map((arg, index, all) =>
    /^--(?:spec|out)$/.test(all[index - 1] ?? "")
      ? absolute(arg)
      : arg.replace(/^(--(?:spec|out)=)(.+)$/, (_, name, path) => name + absolute(path))
  )
run([process.execPath, "--enable-source-maps", outfile, ...args])
const contracts = [process.execPath, "packages/emulator/scripts/contracts.mjs"]
if (args.includes("--check")) run([...contracts, "--check"])
// A folder of the caller's own has nothing to do with the emulator and the packages.
else if (!args.some((arg) => arg === "--out" || arg.startsWith("--out=") || arg === "--help" || arg === "-h"))
  run(contracts)
