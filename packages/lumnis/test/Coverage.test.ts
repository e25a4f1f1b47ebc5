import { existsSync, readFileSync } from "node:fs"
import { assert, describe, it } from "@effect/vitest"

const read = (path: string): string => readFileSync(new URL(`../../../${path}`, import.meta.url), "utf8")

const table = read("docs/lumnis-coverage.md")
const contract = read("contracts/lumnis.md")

/** The heading of the last table. */
const seen = "## What the platform's own SDKs were seen to do"

const section = (text: string, from: string, to: string): string => {
  const begin = text.indexOf(from)
  const end = text.indexOf(to, begin)
  assert.isAtLeast(begin, 0, from)
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

describe("docs/lumnis-coverage.md", () => {
  it("has every feature of the contract, in its order", () => {
    assert.deepStrictEqual(
      first(section(table, "## Section 12", "## Section 13")),
      first(section(contract, "## 12.", "## 13."))
    )
  })

  it("has every defect of the contract", () => {
    const defects = [...section(contract, "## 13.", "## 14.").matchAll(/\((\d+)\) /g)].map(([, number = ""]) => number)
    assert.isAtLeast(defects.length, 27)
    assert.deepStrictEqual(first(section(table, "## Section 13", "## Section 14")), defects)
  })

  it("has every wish of the contract", () => {
    const wishes = section(contract, "## 14.", "## 15.")
      .split("\n")
      .slice(1)
      .join(" ")
      .trim()
      .replace(/\.$/, "")
      .split("; ")
    assert.deepStrictEqual(
      first(section(table, "## Section 14", seen)).map((wish) => wish.toLowerCase()),
      wishes.map((wish) => wish.toLowerCase())
    )
  })

  it("has every part of the contract that marks what was seen", () => {
    const marked: Array<string> = []
    let part = ""
    for (const line of contract.split("\n")) {
      part = /^#{2,3} (\d+(?:\.\d+)?)/.exec(line)?.[1] ?? part
      if (/\bran\)/.test(line) && part !== "12" && part !== "13") marked.push(part)
    }
    assert.deepStrictEqual([...new Set(first(section(table, seen, "\n## ")))], [...new Set(marked)])
  })

  it("names tests that exist, and a test or a reason in every row", () => {
    const all = [
      ...rows(section(table, "## Section 12", "## Section 13")),
      ...rows(section(table, "## Section 13", "## Section 14")),
      ...rows(section(table, "## Section 14", seen)),
      ...rows(section(table, seen, "\n## "))
    ]
    let named = 0
    for (const cells of all) {
      const [name = ""] = cells
      const shown = cells.at(-1) ?? ""
      assert.isAbove(shown.length, 10, name)
      for (const [, file = "", title = ""] of shown.matchAll(/`([\w./-]+\.test\.ts): ([^`]+)`/g)) {
        named++
        const path = file.includes("/") ? file : `packages/lumnis/test/${file}`
        assert.isTrue(existsSync(new URL(`../../../${path}`, import.meta.url)), `${name}: ${path}`)
        assert.isTrue(
          ['"', "`"].some((quote) => read(path).includes(`(${quote}${title}${quote}`)) ||
            ['"', "`"].some((quote) => new RegExp(`\\(\\s+${quote}${escaped(title)}${quote}`).test(read(path))),
          `${name}: no test "${title}" in ${path}`
        )
      }
    }
    assert.isAbove(named, 100)
  })
})

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")
