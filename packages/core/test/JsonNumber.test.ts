import { assert, describe, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as JsonNumber from "../src/JsonNumber.js"

const spellings = ["12345678901234567890", "1e400", "-0", "0.1000", "1E+2", "1.0", "9007199254740993"]

describe("numbers of JSON with their spelling", () => {
  it.prop(
    "reading and writing changes no token",
    [
      FastCheck.array(
        FastCheck.oneof(
          FastCheck.constantFrom(...spellings),
          FastCheck.double({ noNaN: true, noDefaultInfinity: true }).map(String),
          FastCheck.string().map((text) => JSON.stringify(text))
        )
      )
    ],
    ([tokens]) => {
      const text = `{"a":[${tokens.join(",")}],"b":{"c":${tokens[0] ?? 0}}}`
      assert.strictEqual(JsonNumber.stringify(JsonNumber.parse(text)), text)
    }
  )

  it("only what a double cannot spell becomes an object", () => {
    assert.deepStrictEqual(JsonNumber.parse(`[1, 0.5, "1e400", {"n": -7}]`), [1, 0.5, "1e400", { n: -7 }])
    assert.instanceOf(JsonNumber.fromText("1.0"), JsonNumber.JsonNumber)
    assert.strictEqual(JsonNumber.fromText("10"), 10)
    for (const text of ["", "01", "+1", ".5", "0x10", "NaN", "Infinity", "1 "]) {
      assert.isUndefined(JsonNumber.fromText(text), text)
    }
  })

  it("what is no JSON is a SyntaxError about the text that was given", () => {
    assert.throws(() => JsonNumber.parse("[1e400, x]"), SyntaxError, "x")
  })
})
