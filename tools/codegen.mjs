/**
 * Writes everything that comes from the contracts: the clients' generated modules and the emulator's. Arguments go to
 * the generator of tools/codegen.
 *
 *     node tools/codegen.mjs [--spec FILE --package NAME]
 */
import { join } from "node:path"
import { build } from "esbuild"
import { command, root, run } from "./workspace.mjs"

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
run([process.execPath, "--enable-source-maps", outfile, ...process.argv.slice(2)])
run([process.execPath, "packages/emulator/scripts/contracts.mjs"])
const generated = ["lumnis", "lvng", "luml"].map((name) => `packages/${name}/src/generated`)
run(command("biome", "format", "--write", "--log-level=error", ...generated))
