import { assert, describe, it } from "@effect/vitest"
import { differences } from "../src/difference.js"
import type { JsonObject } from "../src/json.js"
import { answering, declared, documentOf, generate, textOf } from "./support.js"

const list = { type: "array", items: { type: "string" } }

/** An operation with one parameter. */
const taking = (parameter: JsonObject) =>
  generate(documentOf({ "/things": { get: { ...answering({}), parameters: [parameter] } } }))

const operation = (parameter: JsonObject): string =>
  declared(textOf(taking({ name: "tag", in: "query", schema: list, ...parameter }), "things.ts"), "const getThings")

describe("a list in the query", () => {
  it("is separated by spaces or bars only when it is not exploded", () => {
    for (const [style, name] of [
      ["spaceDelimited", "space"],
      ["pipeDelimited", "pipe"]
    ] as const) {
      for (const explode of [undefined, false]) {
        const parameter = explode === undefined ? { style } : { style, explode }
        assert.include(operation(parameter), `queryStyle: { tag: "${name}" }`)
      }
      const repeated = operation({ style, explode: true })
      assert.include(repeated, 'query: ["tag"]')
      assert.notInclude(repeated, "queryStyle")
    }
  })
  it("is repeated by default, and separated by commas when form is not exploded", () => {
    assert.notInclude(operation({}), "queryStyle")
    assert.include(operation({ style: "form", explode: false }), 'queryStyle: { tag: "comma" }')
  })
})

describe("what differs between two documents", () => {
  const at = (place: string) => taking({ name: "tag", in: place, schema: { type: "string" } }).model
  const details = (from: string, to: string) =>
    differences(at(from), at(to)).map(({ change, detail }) => [change, detail])

  it("names a parameter that moved, and where it was", () => {
    assert.deepStrictEqual(details("query", "header"), [["changed", "tag in header, was query"]])
    assert.deepStrictEqual(details("header", "query"), [["changed", "tag in query, was header"]])
    assert.deepStrictEqual(details("query", "query"), [])
  })
})

describe("allOf", () => {
  const typed = (...types: ReadonlyArray<string>) =>
    generate(
      documentOf({
        "/things": {
          get: answering({ type: "object", properties: { n: { allOf: types.map((type) => ({ type })) } } })
        }
      })
    )

  it("of number and integer is an integer in either order, and is not reported", () => {
    for (const types of [
      ["number", "integer"],
      ["integer", "number"]
    ]) {
      const generated = typed(...types)
      assert.deepStrictEqual(generated.problems, [])
      assert.include(textOf(generated, "things.ts"), "readonly n?: number | null")
    }
  })
  it("of types that exclude each other is reported", () => {
    assert.deepStrictEqual(
      typed("number", "string").problems.map(({ construct }) => construct),
      ["allOf: members disagree on type"]
    )
  })
})
