/**
 * Runs the benchmarks against the budgets of the design, section 8, and writes `bench/results.json`. A figure over its
 * budget fails nothing. `--smoke` makes a few short rounds to see that all of them run; its figures say nothing.
 * `--only NAME` runs one group.
 */
import { writeFileSync } from "node:fs"
import { parseArgs } from "node:util"
import { batch } from "./batch.js"
import { bundles } from "./bundles.js"
import { calls } from "./calls.js"
import { chat } from "./chat.js"
import { listDecode } from "./decode.js"
import { localFiles } from "./files.js"
import { hashing } from "./hashing.js"
import { isOk, type Row } from "./measure.js"
import { programs } from "./programs.js"
import { sse } from "./sse.js"
import { transfers } from "./transfers.js"
import { types } from "./types.js"

const groups: Readonly<Record<string, (smoke: boolean) => Promise<ReadonlyArray<Row>>>> = {
  calls,
  sse,
  chat,
  decode: listDecode,
  files: localFiles,
  hash: hashing,
  transfer: transfers,
  programs,
  bundle: bundles,
  types,
  batch
}

const { values } = parseArgs({ options: { smoke: { type: "boolean", default: false }, only: { type: "string" } } })
if (values.only !== undefined && !(values.only in groups)) {
  console.error(`bench: no group "${values.only}"; there are ${Object.keys(groups).join(", ")}`)
  process.exit(2)
}

const rows: Array<Row> = []
for (const [name, run] of Object.entries(groups)) {
  if (values.only !== undefined && name !== values.only) continue
  for (const row of await run(values.smoke)) {
    rows.push(row)
    const budget = `${row.budget.kind === "max" ? "<=" : ">="} ${row.budget.value}`
    console.log(
      `${row.name.padEnd(84)} ${row.ratio.toFixed(2).padStart(7)} ${budget.padStart(8)} ${isOk(row) ? "ok" : "OVER"}`
    )
  }
}
writeFileSync(
  new URL("../../results.json", import.meta.url),
  `${JSON.stringify(
    rows.map((row) => ({ ...row, ok: isOk(row) })),
    undefined,
    2
  )}\n`
)
