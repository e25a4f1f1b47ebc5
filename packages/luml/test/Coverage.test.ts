import { existsSync, readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")

const table = read("docs/luml-coverage.md")
const contract = read("contracts/luml.md")

const section = (text: string, from: string, to: string): string => {
  const begin = text.indexOf(from)
  const end = text.indexOf(to, begin)
  assert.isAtLeast(begin, 0, from)
  assert.isAbove(end, begin, to)
  return text.slice(begin, end)
}

/** The cells of the rows of a table, without its head. */
const rows = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  text
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim())
    )

const first = (text: string): ReadonlyArray<string> => rows(text).map(([name = ""]) => name)

/** A section of the contract that is prose, as one line. */
const prose = (from: string, to: string): string => section(contract, from, to).split("\n").slice(1).join(" ").trim()

const statements = (text: string): ReadonlyArray<string> => text.trim().replace(/[.;]$/, "").split("; ")

/** What section 20 says of each file of the official client, and at last of the server. */
const defects = (): ReadonlyArray<string> =>
  prose("## 20.", "## 21.")
    .split(/(?=`\w+\.py`: )|(?=Server traps to guard against: )/)
    .filter((text) => text.trim() !== "")
    .flatMap((text) => {
      const [subject = "", ...rest] = text.split(": ")
      return statements(rest.join(": ")).map((statement) => `${subject.replace(" to guard against", "")}: ${statement}`)
    })

const features = section(table, "## Section 19", "## Section 20")
const faults = section(table, "## Section 20", "## Section 21")
const wishes = section(table, "## Section 21", "## Traps")
const traps = section(table, "## Traps", "## Faults")
const outside = table.slice(table.indexOf("## Faults"))

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** The titles of the tests in a file; where one is made from values, any value. */
const titles = (text: string): ReadonlyArray<RegExp> =>
  [...text.matchAll(/\b(?:it(?:\.\w+)*|live|test|node|each)\(\s*(["`])(.+?)\1/g)].map(
    ([, , title = ""]) =>
      new RegExp(
        `^${title
          .split(/\$\{[^}]+\}/)
          .map(escaped)
          .join(".+")}$`
      )
  )

describe("docs/luml-coverage.md", () => {
  it("has every feature of the contract, in its order", () => {
    const all = first(section(contract, "## 19.", "## 20."))
    assert.isAtLeast(all.length, 23)
    assert.deepStrictEqual(first(features), all)
  })

  it("has every defect of the official client, in the contract's words", () => {
    assert.isAtLeast(defects().length, 46)
    assert.deepStrictEqual(first(faults), defects())
  })

  it("has every wish of the contract", () => {
    const all = statements(prose("## 21.", "## 22."))
    assert.isAtLeast(all.length, 16)
    assert.deepStrictEqual(first(wishes), all)
  })

  it("names tests that exist, and a test or a reason in every row", () => {
    let named = 0
    for (const cells of [features, faults, wishes, traps, outside].flatMap(rows)) {
      const [name = ""] = cells
      assert.lengthOf(cells, 3, name)
      const shown = cells[2] ?? ""
      assert.isAbove(shown.length, 10, name)
      for (const [, file = "", title = ""] of shown.matchAll(/`([\w./-]+\.test\.ts): ([^`]+)`/g)) {
        named++
        const path = file.includes("/") ? file : `packages/luml/test/${file}`
        assert.isTrue(existsSync(new URL(`../../../${path}`, import.meta.url)), `${name}: ${path}`)
        assert.isTrue(
          titles(read(path)).some((known) => known.test(title)),
          `${name}: no test "${title}" in ${path}`
        )
      }
    }
    assert.isAbove(named, 130)
  })
})
