import { runInNewContext } from "node:vm"
import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import ts from "typescript"
import { render } from "../src/layout.js"
import { camel, pascal } from "../src/naming.js"
import { comment, firstSentence, key, quote } from "../src/text.js"

describe("what a document says never becomes code", () => {
  it.prop("a quoted text reads back as itself", [Schema.String], ([text]) => {
    expect(runInNewContext(`(${quote(text)})`)).toBe(text)
  })
  it.prop("a property name reads back as itself", [Schema.String], ([text]) => {
    expect(Object.keys(runInNewContext(`({ ${key(text)}: 1 })`))).toEqual(text === "__proto__" ? [] : [text])
  })
  it.prop("a comment holds its text and nothing follows it", [Schema.Array(Schema.String)], ([texts]) => {
    const source = ts.createSourceFile(
      "c.ts",
      `${render(comment(texts, ["@since 0.1.0"], 120))}const a = 1`,
      ts.ScriptTarget.ES2022
    )
    expect(source.statements.length).toBe(1)
  })
  it.each(["*/ alert(1) /*", "{@link */}", "a\u2028b", "@param x"])("%j stays inside its comment", (text) => {
    const source = ts.createSourceFile("c.ts", `${render(comment([text], [], 120))}const a = 1`, ts.ScriptTarget.ES2022)
    expect(source.statements.length).toBe(1)
  })
  it.prop("every name becomes an identifier", [Schema.String], ([text]) => {
    expect(camel(text)).toMatch(/^[a-z][A-Za-z0-9]*$/)
    expect(pascal(text)).toMatch(/^[A-Z][A-Za-z0-9]*$/)
  })
})

describe("descriptions", () => {
  it.each([
    ["One. Two.", "One."],
    ["v1.2 is here. Two.", "v1.2 is here."],
    ["  No end\n here", "No end here"],
    ["x".repeat(200), `${"x".repeat(119)}…`],
    ["  ", undefined]
  ])("%j is cut to its first sentence", (text, expected) => {
    expect(firstSentence(text, 120)).toBe(expected)
  })
})
