import { describe, expect, it } from "@effect/vitest"
import * as Schema from "effect/Schema"
import { UsageError } from "../src/CliError.js"
import type { OptionSpec } from "../src/Command.js"
import { kebab, nearest } from "../src/names.js"
import { choice, duration, headers, integer, parse } from "../src/parse.js"

const options: ReadonlyArray<OptionSpec> = [
  { name: "page-size", aliases: ["page_size"], type: "string", placeholder: "N", summary: "" },
  { name: "tags", type: "string", multiple: true, summary: "" },
  { name: "active", type: "boolean", negatable: true, summary: "" },
  { name: "out", short: "o", type: "string", summary: "" },
  { name: "header", type: "string", multiple: true, summary: "" }
]
const syntax = { path: ["x"], arguments: [{ name: "id", summary: "", required: true }], options }
const read = (...argv: ReadonlyArray<string>) => parse(argv, syntax)

const messageOf = (run: () => unknown): string => {
  try {
    run()
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.hint}`
    throw error
  }
  throw new Error("it was accepted")
}

describe("command lines", () => {
  it("options stand anywhere, in any spelling", () => {
    for (const argv of [
      ["--page-size", "5", "a"],
      ["a", "--page_size=5"],
      ["--pageSize", "5", "a"],
      ["--page-size=5", "--", "a"]
    ]) {
      const values = read(...argv)
      expect(values.arguments).toEqual(["a"])
      expect(values.text("page-size")).toBe("5")
    }
  })

  it("flags have an opposite, and an explicit value", () => {
    expect(read("a").flag("active")).toBeUndefined()
    expect(read("a", "--active").flag("active")).toBe(true)
    expect(read("a", "--no-active").flag("active")).toBe(false)
    expect(read("a", "--active=false").flag("active")).toBe(false)
    expect(messageOf(() => read("a", "--active=maybe"))).toContain("takes no value")
  })

  it("repeated options keep their order, others are refused", () => {
    expect(read("a", "--tags", "x", "--tags=y").texts("tags")).toEqual(["x", "y"])
    expect(messageOf(() => read("a", "-o", "x", "--out", "y"))).toContain("--out is given twice")
  })

  it("an option without its value does not swallow the next option", () => {
    expect(messageOf(() => read("a", "--page-size", "--active"))).toContain("--page-size needs a value (N)")
    expect(messageOf(() => read("a", "--page-size"))).toContain("needs a value")
    expect(read("a", "--page-size", "-5").text("page-size")).toBe("-5")
    expect(read("a", "--page-size", "-").text("page-size")).toBe("-")
    expect(read("a", "--page-size=--x").text("page-size")).toBe("--x")
  })

  it("names the nearest option for one that does not exist, and the help page", () => {
    expect(messageOf(() => read("a", "--page-sise", "5"))).toBe(
      "there is no option --page-sise; did you mean --page-size? | see: trilum x --help"
    )
    expect(messageOf(() => read("a", "--zzzzzz"))).toBe("there is no option --zzzzzz | see: trilum x --help")
    expect(messageOf(() => read("a", "-z"))).toBe("there is no option -z | see: trilum x --help")
    expect(messageOf(() => read("a", "--constructor", "1"))).toContain("there is no option --constructor")
    expect(messageOf(() => read("a", "--__proto__=1"))).toContain("there is no option")
  })

  it("too many and too few arguments are named", () => {
    expect(messageOf(() => read())).toContain("missing <id>")
    expect(messageOf(() => read("a", "b"))).toContain('unexpected argument "b"')
    expect(read("--help").flag("help")).toBe(true)
  })

  it("durations, numbers, choices and headers", () => {
    const limit = (text: string) => duration(parse(["a", "--out", text], syntax), "out")
    expect([limit("500ms"), limit("30s"), limit("2m"), limit("1h"), limit("1.5"), limit("5")]).toEqual([
      500, 30_000, 120_000, 3_600_000, 1500, 5000
    ])
    for (const text of ["0", "0s", "-1s", "s", "1d", "1 s", ""])
      expect(messageOf(() => limit(text))).toContain("duration")
    expect(integer(read("a", "-o", "3"), "out", 1)).toBe(3)
    for (const text of ["0", "1.5", "1e3", "x", "", "99999999999999999999"]) {
      expect(messageOf(() => integer(read("a", "-o", text), "out", 1))).toContain("whole number from 1")
    }
    expect(choice(read("a", "-o", "user"), "out", ["user", "tenant"])).toBe("user")
    expect(messageOf(() => choice(read("a", "-o", "usr"), "out", ["user", "tenant"]))).toContain("did you mean user?")
    expect(headers(read("a", "--header", "X-A: b:c", "--header=x-d:"))).toEqual({ "x-a": "b:c", "x-d": "" })
    expect(messageOf(() => headers(read("a", "--header", "nonsense")))).toContain("NAME:VALUE")
    expect(messageOf(() => headers(read("a", "--header", "nonsense")))).not.toContain("nonsense")
  })

  it.prop("any value survives as --name=value", [Schema.String], ([value]) => {
    expect(read("a", `--page-size=${value}`).text("page-size")).toBe(value)
  })

  it.prop("any argument survives behind --", [Schema.NonEmptyString], ([value]) => {
    expect(read("--", value).arguments).toEqual([value])
  })

  it.prop("garbage is a UsageError or is read, never a crash", [Schema.Array(Schema.String)], ([argv]) => {
    try {
      read(...argv)
    } catch (error) {
      expect(error).toBeInstanceOf(UsageError)
    }
  })
})

describe("names", () => {
  it("every spelling is one name", () => {
    expect(["page_size", "pageSize", "PageSize", "page-size"].map(kebab)).toEqual(Array(4).fill("page-size"))
    expect(kebab("getURLPath")).toBe("get-url-path")
  })

  it.prop("kebab is stable", [Schema.String], ([name]) => {
    expect(kebab(kebab(name))).toBe(kebab(name))
  })

  it("suggests typing mistakes and beginnings, and nothing far-fetched", () => {
    const names = ["users", "threads", "responses", "files"]
    expect(nearest("usres", names)).toBe("users")
    expect(nearest("thread", names)).toBe("threads")
    expect(nearest("resp", names)).toBe("responses")
    expect(nearest("banana", names)).toBeUndefined()
    expect(nearest("x", names)).toBeUndefined()
  })
})
