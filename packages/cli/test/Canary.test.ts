import { assert, describe, it } from "@effect/vitest"
import { walkSurface } from "@trilum/testing/canary"
import * as Effect from "effect/Effect"
import { platforms } from "../src/platforms/Platform.js"
import { argvOf } from "./support/cases.js"
import * as TestIo from "./support/TestIo.js"

/** Ways to show an outcome. Each call takes the next one. */
const modes: ReadonlyArray<ReadonlyArray<string>> = [
  [],
  ["--json"],
  ["--debug"],
  ["--json", "--debug"],
  ["--dry-run"],
  ["--dry-run", "--json"]
]

describe.each(platforms)("$name", (platform) => {
  it.scoped(
    "no output of a failed command or of a dry run holds a secret, for every operation and every answer",
    () =>
      Effect.gen(function* () {
        const catalog = yield* Effect.promise(platform.catalog)
        let calls = 0
        const reached = yield* walkSurface(platform.name, catalog, async ({ credential, entry, planted, url }) => {
          const mode = modes[calls++ % modes.length] ?? []
          const io = TestIo.make({
            env: { [platform.baseUrlVariable]: url, [platform.keyVariable]: credential },
            stderrTTY: calls % 2 === 0
          })
          const { params, path } = planted
          const argv = argvOf(platform, entry, params === undefined ? { path } : { path, params }, io.cwd)
          const end = argv.indexOf("--")
          const result = await TestIo.runWith(io, ...argv.slice(0, end), "--retries", "0", ...mode, ...argv.slice(end))
          // A success is data that was asked for.
          return result.code === 0 && !mode.includes("--dry-run") ? [result.stderr] : [result.stdout, result.stderr]
        })
        assert.isAbove(reached, catalog.length)
      }),
    300_000
  )
})
