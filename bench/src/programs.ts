/** CPU of whole programs, from start to exit, against an empty Node program. */
import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { type Row, ratiosOf, row } from "./measure.js"
import { programCpu, serve } from "./processes.js"

const command = fileURLToPath(new URL("../../../packages/cli/dist/trilum.mjs", import.meta.url))
const firstCall = fileURLToPath(new URL("./firstCall.js", import.meta.url))

export const programs = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  if (!existsSync(command)) throw new Error(`${command} is missing: run the build first`)
  const { origin, stop } = await serve("./server.js")
  const env = { LUMNISAI_API_KEY: "bench-key", LUMNISAI_BASE_URL: origin }
  const against = async (name: string, limit: number, ...args: ReadonlyArray<string>): Promise<Row> =>
    row(
      name,
      "max",
      limit,
      await ratiosOf(
        smoke ? 2 : 15,
        () => programCpu(args, env),
        () => programCpu(["-e", "0"])
      )
    )
  const rows = [
    await against("start: CPU, import, create and first call / node -e 0", 3, firstCall),
    await against("cli: CPU, trilum --version / node -e 0", 1.8, command, "--version"),
    await against("cli: CPU, trilum lumnis users list / node -e 0", 4, command, "lumnis", "users", "list")
  ]
  stop()
  return rows
}
