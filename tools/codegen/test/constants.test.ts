import { mkdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, assert, describe, it } from "vitest"
import { run } from "../src/generate.js"
import { answering, contractText, documentOf, generate, temporaryFolder, textOf } from "./support.js"

const thing = { "/things": { get: answering({ type: "string" }, { operationId: "listThings" }) } }
const folder = temporaryFolder()
afterAll(() => folder.remove())

describe("constants", () => {
  it("are exported by camel-case names, in an order that does not depend on the document", () => {
    const limits = { basic: { weekly_max: 100 }, "a b": [1, null, "x"] }
    const text = textOf(generate(documentOf(thing, {}, { "x-constants": { daily_limits: limits } })), "constants.ts")
    assert.include(text, `export const dailyLimits = { "a b": [1, null, "x"], basic: { weekly_max: 100 } } as const`)
  })

  it("a document without any gets no file", () => {
    assert.isFalse(generate(documentOf(thing)).files.has("constants.ts"))
  })

  it("stay those of the contract under another document, because hand-written code reads them", () => {
    mkdirSync(join(folder.path, "contracts"))
    writeFileSync(join(folder.path, "contracts", "lumnis.openapi.json"), contractText("lumnis"))
    writeFileSync(join(folder.path, "vendor.json"), JSON.stringify(documentOf(thing)))
    const ignore = () => undefined
    run(["--package", "lumnis", "--spec", join(folder.path, "vendor.json")], folder.path, { out: ignore, err: ignore })
    const written = readFileSync(join(folder.path, "packages", "lumnis", "src", "generated", "constants.ts"), "utf8")
    assert.include(written, `default_subscription: "basic"`)
  })
})
