import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { describe, expect, it } from "vitest"
import { generateText, typeErrors } from "./support.js"

const require = createRequire(import.meta.url)
const file = require.resolve("@octokit/openapi/generated/api.github.com.json")

describe("a vendor's public document of several hundred operations", () => {
  it("is generated in full and type-checks", () => {
    const generated = generateText(readFileSync(file, "utf8"), "github")
    const operations = generated.model.resources.flatMap((resource) => resource.operations)
    expect(operations.length).toBe(706)
    expect(typeErrors(new Map([["github", generated]])).get("github")).toEqual([])
    expect([...new Set(generated.problems.map(({ construct }) => construct))].sort()).toEqual([
      "a success without a body beside one with JSON",
      "request content type */*",
      "request content type text/plain",
      "request content types text/plain, text/x-markdown",
      "response content types application/json, application/vnd.github.v3.object"
    ])
  }, 300_000)
})
