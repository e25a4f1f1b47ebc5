import { assert, describe, it } from "@effect/vitest"
import { assertShown, first, read, rows, section } from "../../core/test/support/coverage.js"

const table = read("docs/luml-coverage.md")
const contract = read("contracts/luml.md")

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
const outside = section(table, "## Faults")

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
    const all = [features, faults, wishes, traps, outside].flatMap(rows)
    for (const cells of all) assert.lengthOf(cells, 3, cells[0])
    assertShown(all, { folder: "packages/luml/test", atLeast: 130 })
  })
})
