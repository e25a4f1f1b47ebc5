import { existsSync } from "node:fs"
import { dirname, join } from "node:path"
import { run } from "./generate.js"

const workspaceRoot = (): string => {
  let folder = process.cwd()
  while (!existsSync(join(folder, "pnpm-workspace.yaml")) && dirname(folder) !== folder) folder = dirname(folder)
  return folder
}

process.exitCode = run(process.argv.slice(2), workspaceRoot(), {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text)
})
