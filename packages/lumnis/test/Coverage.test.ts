import { assert, describe, it } from "@effect/vitest"
import { assertShown, first, read, rows, section } from "../../core/test/support/coverage.js"

const table = read("docs/lumnis-coverage.md")
const contract = read("contracts/lumnis.md")

/** The heading of the last table. */
const seen = "## What the platform's own SDKs were seen to do"

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
    assert.deepStrictEqual([...new Set(first(section(table, seen)))], [...new Set(marked)])
  })

  it("names tests that exist, and a test or a reason in every row", () => {
    const all = [
      ...rows(section(table, "## Section 12", "## Section 13")),
      ...rows(section(table, "## Section 13", "## Section 14")),
      ...rows(section(table, "## Section 14", seen)),
      ...rows(section(table, seen))
    ]
    assertShown(all, { folder: "packages/lumnis/test", atLeast: 100 })
  })
})
