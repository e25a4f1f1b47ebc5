import { assert, describe, it } from "@effect/vitest"
import { assertShown, first, read, rows, section } from "../../core/test/support/coverage.js"

const table = read("docs/lvng-coverage.md")
const contract = read("contracts/lvng.md")

const tags = section(table, "## Section 13", "## Section 15")
const conflicts = section(table, "## Section 15", "## Section 16")
const wishes = section(table, "## Section 16", "## Not here")

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
    assertShown([tags, conflicts, wishes].flatMap(rows), { folder: "packages/lvng/test", atLeast: 80 })
  })
})
