import { assert, describe, expect, it } from "@effect/vitest"
import * as FastCheck from "effect/FastCheck"
import * as Schema from "effect/Schema"
import { wantsColour } from "../src/Io.js"
import { paint } from "../src/render/colour.js"
import * as Json from "../src/render/json.js"
import * as Table from "../src/render/table.js"
import { harmless, truncate, width, wrap } from "../src/render/width.js"

const colourless = (columns: number, rows: ReadonlyArray<Table.Row>): ReadonlyArray<string> =>
  Table.lines(rows, { columns, paint: paint(false) })

describe("width", () => {
  it("counts what a terminal shows", () => {
    expect(width("abc")).toBe(3)
    expect(width("日本")).toBe(4)
    expect(width("한국")).toBe(4)
    expect(width("é")).toBe(1)
    expect(width("e\u0301")).toBe(1)
    expect(width("👍")).toBe(2)
    expect(width("👩‍👩‍👧")).toBe(2)
    expect(width("a\u200bb")).toBe(2)
  })

  it.prop(
    "a truncated text fits and never splits a character",
    [Schema.String, Schema.Int.pipe(Schema.between(1, 40))],
    ([text, columns]) => {
      const cut = truncate(text, columns)
      expect(width(cut)).toBeLessThanOrEqual(columns)
      if (cut !== text) expect(text.startsWith(cut.slice(0, -1))).toBe(true)
    }
  )

  it("wraps at spaces and leaves long words whole", () => {
    expect(wrap("one two three", 7)).toEqual(["one two", "three"])
    expect(wrap("incomprehensibilities ok", 5)).toEqual(["incomprehensibilities", "ok"])
    expect(wrap("", 5)).toEqual([""])
  })

  it.prop("harmless text has no control character but line ends and tabs", [Schema.String], ([text]) => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the test is about them
    expect(harmless(text)).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/)
  })
})

describe("tables", () => {
  it("has the records' own first scalar fields as columns", () => {
    const rows = [
      { id: "1", tags: ["a"], name: "Ada", nothing: null },
      { id: "2", name: "日本語", extra: true }
    ]
    expect(colourless(80, rows)).toEqual(["ID  NAME    EXTRA", "1   Ada", "2   日本語  true"])
  })

  it.prop(
    "never exceeds the terminal, unless ids and names alone do, and never cuts those",
    [
      Schema.Array(Schema.Record({ key: Schema.Literal("id", "note", "at", "more"), value: Schema.String })),
      Schema.Int.pipe(Schema.between(20, 120))
    ],
    ([given, columns]) => {
      const rows = given.map((row, index) => ({ ...row, id: `id-${index}` }))
      for (const line of colourless(columns, rows)) assert.isAtMost(width(line), columns)
      const long = given.map((row, index) => ({ ...row, id: `id-${index}-${"x".repeat(100)}` }))
      const lines = colourless(columns, long)
      for (const [index, { id }] of long.entries()) assert.include(lines[index + 1], id)
    }
  )

  it("keeps what a next command is given, and lets ids of other things go first", () => {
    const id = "b097ad68-8788-4c20-8fac-924d7771de8d"
    const row = { response_id: id, thread_id: id, tenant_id: id, status: "succeeded", title: "A long title of a run" }
    expect(colourless(64, [row])[1]).toBe(`${id}  succeeded  A long title o…`)
    expect(colourless(50, [row])[1]).toBe(`${id}  succeeded`)
    assert.strictEqual(colourless(20, [row])[1], id)
  })

  it("shows each record as a block where ids and names do not fit beside each other", () => {
    const rows = [
      { id: "b097ad68-8788-4c20-8fac-924d7771de8d", name: "a name", note: "n".repeat(50) },
      { id: "c097ad68-8788-4c20-8fac-924d7771de8d", name: "another", note: "" }
    ]
    assert.deepStrictEqual(colourless(40, rows), [
      "ID    b097ad68-8788-4c20-8fac-924d7771de8d",
      "NAME  a name",
      `NOTE  ${"n".repeat(50)}`,
      "",
      "ID    c097ad68-8788-4c20-8fac-924d7771de8d",
      "NAME  another",
      "NOTE"
    ])
  })

  it("one record is one line, whatever is in it", () => {
    expect(colourless(80, [{ id: "a\nb\t\u001b[31mc" }])).toEqual(["ID", "a b [31mc"])
  })

  it("records without scalars make no table", () => {
    expect(colourless(80, [{ a: [1] }, { a: {} }])).toEqual([])
    expect(colourless(80, [])).toEqual([])
  })
})

describe("JSON", () => {
  it.prop("colours change nothing but colours", [FastCheck.jsonValue()], ([value]) => {
    const coloured = Json.pretty(value, true)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: it is what colours are made of
    expect(coloured.replaceAll(/\u001b\[\d+m/g, "")).toBe(Json.pretty(value, false))
    expect(JSON.parse(Json.pretty(value, false))).toEqual(JSON.parse(JSON.stringify(value)))
  })

  it("control characters of the second kind are escaped", () => {
    expect(Json.pretty({ a: "\u009b31m" }, false)).toBe('{\n  "a": "\\u009b31m"\n}')
  })

  it("is compact for programs and in pipes, indented for people", () => {
    const output = (isTTY: boolean) => ({ isTTY, columns: 80, colour: false, write: () => Promise.resolve() })
    expect(Json.text({ a: 1 }, output(true), false)).toBe('{\n  "a": 1\n}')
    expect(Json.text({ a: 1 }, output(true), true)).toBe('{"a":1}')
    expect(Json.text({ a: 1 }, output(false), false)).toBe('{"a":1}')
  })
})

describe("colour", () => {
  it("obeys the terminal, NO_COLOR, FORCE_COLOR and TERM", () => {
    expect(wantsColour(true, {})).toBe(true)
    expect(wantsColour(false, {})).toBe(false)
    expect(wantsColour(true, { NO_COLOR: "1" })).toBe(false)
    expect(wantsColour(true, { NO_COLOR: "" })).toBe(true)
    expect(wantsColour(true, { TERM: "dumb" })).toBe(false)
    expect(wantsColour(false, { FORCE_COLOR: "1" })).toBe(true)
    expect(wantsColour(true, { FORCE_COLOR: "0" })).toBe(false)
    expect(wantsColour(false, { FORCE_COLOR: "1", NO_COLOR: "1" })).toBe(true)
  })
})
