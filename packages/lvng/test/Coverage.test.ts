import { existsSync, readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")

const table = read("docs/lvng-coverage.md")
const contract = read("contracts/lvng.md")

const section = (text: string, from: string, to: string): string => {
  const begin = text.indexOf(from)
  assert.isAtLeast(begin, 0, from)
  const end = text.indexOf(to, begin)
  return text.slice(begin, end === -1 ? undefined : end)
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

const tags = section(table, "## Section 13", "## Section 15")
const conflicts = section(table, "## Section 15", "## Section 16")
const wishes = section(table, "## Section 16", "## Not here")

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")

/** The titles of the tests in a file; where one is made from values, any value. */
const titles = (text: string): ReadonlyArray<RegExp> =>
  [...text.matchAll(/\bit(?:\.\w+)*\(\s*(["`])(.+?)\1/g)].map(
    ([, , title = ""]) =>
      new RegExp(
        `^${title
          .split(/\$\{[^}]+\}/)
          .map(escaped)
          .join(".+")}$`
      )
  )

describe("docs/lvng-coverage.md", () => {
  it("has every tag of the contract, in its order", () => {
    assert.deepStrictEqual(
      first(tags),
      first(section(contract, "## 13.", "## 14.")).map((tag) => tag.replaceAll("*", ""))
    )
  })

  it("has every conflict of the contract", () => {
    const numbers = [...section(contract, "## 15.", "## 16.").matchAll(/^(\d+)\. /gm)].map(([, number = ""]) => number)
    assert.lengthOf(numbers, 16)
    assert.deepStrictEqual(first(conflicts), numbers)
  })

  it("has every wish of the contract, by its first words", () => {
    const bullets = [...section(contract, "## 16.", "## 17.").matchAll(/^- (.*)$/gm)].map(([, text = ""]) => text)
    const names = first(wishes)
    assert.lengthOf(names, bullets.length)
    for (const [index, name] of names.entries()) assert.isTrue(bullets[index]?.startsWith(name), name)
  })

  it("names tests that exist, and a test or a reason in every row", () => {
    let named = 0
    for (const cells of [tags, conflicts, wishes].flatMap(rows)) {
      const [name = ""] = cells
      const shown = cells.at(-1) ?? ""
      assert.isAbove(shown.length, 10, name)
      for (const [, file = "", title = ""] of shown.matchAll(/`([\w./-]+\.test\.ts): ([^`]+)`/g)) {
        named++
        const path = file.includes("/") ? file : `packages/lvng/test/${file}`
        assert.isTrue(existsSync(new URL(`../../../${path}`, import.meta.url)), `${name}: ${path}`)
        assert.isTrue(
          titles(read(path)).some((known) => known.test(title)),
          `${name}: no test "${title}" in ${path}`
        )
      }
    }
    assert.isAbove(named, 80)
  })
})
