/** What the coverage pages of the platforms are checked with: Markdown tables that name tests as `file: title`. */
import { existsSync, readFileSync } from "node:fs"
import { assert } from "@effect/vitest"

const urlOf = (path: string): URL => new URL(`../../../../${path}`, import.meta.url)

/** A file, by its path in the repository. */
export const read = (path: string): string => readFileSync(urlOf(path), "utf8")

/** What stands from one text to another; to the end without the other. */
export const section = (text: string, from: string, to?: string): string => {
  const begin = text.indexOf(from)
  assert.isAtLeast(begin, 0, from)
  if (to === undefined) return text.slice(begin)
  const end = text.indexOf(to, begin)
  assert.isAbove(end, begin, to)
  return text.slice(begin, end)
}

/** The cells of the rows of a table, without its head. */
export const rows = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
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

/** The first cells of the rows. */
export const first = (text: string): ReadonlyArray<string> => rows(text).map(([name = ""]) => name)

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")

const caller = String.raw`\b(?:it(?:\.\w+)*|live|test|node|each|describe)(?:\([^()]*\))?\(\s*`
const list = String.raw`\bit\.each\([^]*?\)\(\s*`

/** Fewer words of its own say nothing: a title of values alone would be any title. */
const fewestLetters = 8

/** Whether a title is that of a test: as it is written, or, where it is made from values, with any value. */
const isTitle = (written: string, title: string): boolean => {
  const parts = written.split(/\$\{[^}]+\}|%[a-z]/)
  if (written === title) return true
  return parts.join("").length >= fewestLetters && new RegExp(`^${parts.map(escaped).join(".+")}$`).test(title)
}

/** The titles of the tests in a file, as they are written. */
const titles = (text: string): ReadonlyArray<string> =>
  [caller, list].flatMap((before) =>
    [...text.matchAll(new RegExp(`${before}(["\`])(.+?)\\1`, "g"))].map(([, , title = ""]) => title)
  )

/** Fails for a row whose last cell gives neither a test nor a reason, and for tests that do not exist. */
export const assertShown = (
  all: ReadonlyArray<ReadonlyArray<string>>,
  options: { readonly folder: string; readonly atLeast: number }
): void => {
  let named = 0
  for (const cells of all) {
    const [name = ""] = cells
    const shown = cells.at(-1) ?? ""
    assert.isAbove(shown.length, 10, name)
    for (const [, file = "", title = ""] of shown.matchAll(/`([\w./-]+\.test\.ts): ([^`]+)`/g)) {
      named++
      const path = file.includes("/") ? file : `${options.folder}/${file}`
      assert.isTrue(existsSync(urlOf(path)), `${name}: ${path}`)
      assert.isTrue(
        titles(read(path)).some((written) => isTitle(written, title)),
        `${name}: no test "${title}" in ${path}`
      )
    }
  }
  assert.isAtLeast(named, options.atLeast)
}
