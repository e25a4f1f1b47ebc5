/**
 * The fast inner loop: types, lint and format, dependency rules, source rules, documentation tags; side by side.
 *
 *     node tools/check.mjs [types|lint|deps|source|doc-tags]...
 */
import { capture, command } from "./workspace.mjs"

const steps = {
  types: command("tsc", "-b", "--pretty", "false"),
  lint: command(
    "biome",
    "check",
    "--colors=off",
    "--error-on-warnings",
    "--diagnostic-level=warn",
    "--reporter=concise",
    "."
  ),
  deps: command("depcruise", "--config", ".dependency-cruiser.cjs", "packages", "tools", "bench", "examples"),
  source: [process.execPath, "tools/checks/source-rules.mjs"],
  "doc-tags": [process.execPath, "tools/checks/doc-tags.mjs"]
}

const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !(name in steps))
if (unknown.length > 0) {
  console.error(`check: no step named ${unknown.join(", ")}; there are ${Object.keys(steps).join(", ")}`)
  process.exit(2)
}

const one = async (name) => {
  const started = performance.now()
  const { code, output } = await capture(steps[name])
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${code === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`)
  if (code !== 0) console.log(output.trimEnd())
  return code === 0
}

// Types take about as long as all the others one after the other: two lanes fill two cores.
const names = asked.length > 0 ? asked : Object.keys(steps)
const lanes = [names.filter((name) => name === "types"), names.filter((name) => name !== "types")]
const results = await Promise.all(
  lanes.map(async (lane) => {
    let ok = true
    for (const name of lane) ok = (await one(name)) && ok
    return ok
  })
)
process.exit(results.every(Boolean) ? 0 : 1)
