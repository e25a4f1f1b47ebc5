/** Cold start of the bundled command against an empty Node program. */
import { execFile } from "node:child_process"
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"
import { type Row, ratios, row, wall } from "./measure.js"

const execute = promisify(execFile)
const bundle = fileURLToPath(new URL("../../../packages/cli/dist/trilum.mjs", import.meta.url))

export const coldStart = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  if (!existsSync(bundle)) throw new Error(`${bundle} is missing: run the build first`)
  const start =
    (...args: ReadonlyArray<string>) =>
    async (): Promise<void> => {
      await execute(process.execPath, args)
    }
  const rounds = smoke ? 2 : 15
  return [
    row(
      "cli: trilum --version / node -e 0",
      "max",
      2.5,
      await ratios({ rounds, meter: wall, subject: start(bundle, "--version"), baseline: start("-e", "0") })
    )
  ]
}
