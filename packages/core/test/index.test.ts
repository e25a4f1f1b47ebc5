import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, relative } from "node:path"
import { fileURLToPath } from "node:url"
import { assert, describe, it } from "@effect/vitest"
import * as core from "../src/index.js"

const src = fileURLToPath(new URL("../src", import.meta.url))

/** Imported by their own names: two differ between runtimes, `EffectSchema` loads `effect/Schema`. */
const apart = new Set(["index", "DefaultFiles", "DefaultTransport", "EffectSchema"])

const importsOf = (file: string): ReadonlyArray<string> =>
  [...readFileSync(file, "utf8").matchAll(/^(?:import|export) (?!type )[^"=;/]*?"([^"]+)"$/gm)].flatMap(
    ([, name]) => name ?? []
  )

describe("the main entry", () => {
  it("has every public module under its name", () => {
    const modules = readdirSync(src)
      .filter((name) => name.endsWith(".ts"))
      .map((name) => name.slice(0, -3))
    assert.deepStrictEqual(Object.keys(core).sort(), modules.filter((name) => !apart.has(name)).sort())
  })

  it("imports no Node module, however far one follows it", () => {
    const seen = new Set<string>()
    const foreign = new Set<string>()
    const visit = (file: string): void => {
      if (seen.has(file)) return
      seen.add(file)
      for (const name of importsOf(file)) {
        if (name.startsWith(".")) visit(join(dirname(file), name.replace(/\.js$/, ".ts")))
        else foreign.add(name)
      }
    }
    visit(join(src, "index.ts"))
    const files = [...seen].map((file) => relative(src, file))
    assert.include(files, "ApiClient.ts")
    assert.deepStrictEqual(
      files.filter((file) => /(?:^|\/)node\//.test(file)),
      []
    )
    assert.deepStrictEqual(
      [...foreign].filter(
        (name) =>
          !/^(?:effect|@effect\/platform|fastest-levenshtein|@trilum\/core\/Default(?:Files|Transport))(?:\/|$)/.test(
            name
          )
      ),
      []
    )
    assert.deepStrictEqual(
      [...foreign].filter((name) => name === "effect" || name === "@effect/platform"),
      []
    )
  })
})
