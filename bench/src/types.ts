/** What a type checker spends on a program that imports one platform, against one that imports `openai`. */
import { fileURLToPath } from "node:url"
import { type Row, row } from "./measure.js"
import { printed } from "./processes.js"

const folder = fileURLToPath(new URL("../../src/consumers", import.meta.url))
const tsc = fileURLToPath(new URL("../../../node_modules/typescript/bin/tsc", import.meta.url))
const flags = [
  "--noEmit",
  "--strict",
  "--skipLibCheck",
  "--module",
  "nodenext",
  "--target",
  "es2022",
  "--types",
  "node"
]

interface Cost {
  readonly instantiations: number
  readonly seconds: number
}

const check = async (name: string): Promise<Cost> => {
  const out = await printed([tsc, ...flags, "--extendedDiagnostics", `${folder}/${name}.ts`])
  const read = (label: string): number => Number(new RegExp(`^${label}:\\s+([\\d.]+)`, "m").exec(out)?.[1])
  return { instantiations: read("Instantiations"), seconds: read("Total time") }
}

export const types = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const rows: Array<Row> = []
  for (const name of ["lumnis", "lvng", "luml"] as const) {
    const samples: Array<readonly [Cost, Cost]> = []
    for (let round = 0; round < (smoke ? 1 : 5); round++) samples.push([await check(name), await check("openai")])
    const ratio = (of: keyof Cost): ReadonlyArray<number> => samples.map(([ours, theirs]) => ours[of] / theirs[of])
    rows.push(row(`types: instantiations to check a program with ${name} / openai`, "max", 1, ratio("instantiations")))
    rows.push(row(`types: seconds to check a program with ${name} / openai`, "max", 1, ratio("seconds")))
  }
  return rows
}
