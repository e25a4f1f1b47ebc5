/**
 * The code blocks of the guides: which there are, and which of them a reader cannot run here and why.
 *
 * A block is checked unless a comment on the line before it says otherwise:
 *
 *     <!-- not run: REASON -->        compiled, not run
 *     <!-- not checked: REASON -->    neither: it shows the code of others
 */
import { existsSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { files, published, root } from "../workspace.mjs"

export const portable = (file) => relative(root, file).split(sep).join("/")

/** Fences that are shown and never run. `ts` and `sh` are checked; every other name would hide code from the check. */
const shown = new Set(["text", "json", "jsonl", "yaml", "python", "html", "dockerfile", "toml"])

/** The directory holds what is generated and what is installed, too. */
const isPage = (file) => file.endsWith(".md") && !/^docs\/(?:api|node_modules|\.vitepress)\//.test(portable(file))

/** Every page that a user reads: READMEs and the sources of the site. */
export const pages = () =>
  [
    join(root, "README.md"),
    ...published.map((name) => join(root, "packages", name, "README.md")),
    ...files(join(root, "docs"))
  ].filter((file) => existsSync(file) && isPage(file))

const directive = /<!--\s*(not run|not checked):\s*([^>]+?)\s*-->/

/** The fenced blocks of a text. `prefix` of the lines (a list, a doc comment) is removed. */
export const blocks = (text, origin, offset = 0) => {
  const found = []
  for (const match of text.matchAll(/^([ \t*]*)```([\w-]*)[^\n`]*\r?\n([\s\S]*?)^\1```[ \t]*\r?$/gm)) {
    const [, prefix, language, body] = match
    const before = text.slice(0, match.index).trimEnd().split("\n").at(-1) ?? ""
    const [, exception, reason] = directive.exec(before) ?? []
    const code = body.split("\n").map((line) => {
      if (line.startsWith(prefix)) return line.slice(prefix.length)
      return prefix.includes("*") && line.trim() === "*" ? "" : line
    })
    found.push({
      origin,
      line: offset + text.slice(0, match.index).split("\n").length,
      language,
      exception,
      reason,
      code: code.join("\n")
    })
  }
  return found
}

/** Code that no check would see: an indented block, or a fence with a name of its own. */
export const hidden = (text, origin, found) => {
  const problems = found
    .filter(({ language }) => language !== "ts" && language !== "sh" && !shown.has(language))
    .map(
      ({ language, line }) =>
        `${origin}:${line} a block of "${language}": use ts, sh, or one of ${[...shown].join(", ")} for what is not run`
    )
  const lines = text.replace(/^([ \t]*)```[\s\S]*?^\1```/gm, (block) => block.replace(/[^\n]/g, "")).split("\n")
  lines.forEach((line, i) => {
    if (/^(?: {4}|\t)\S/.test(line) && (lines[i - 1] ?? "").trim() === "" && !/^\s*(?:[-*]|\d+\.)\s/.test(line)) {
      problems.push(`${origin}:${i + 1} an indented block: fence it`)
    }
  })
  return problems
}

/** The blocks of every page. */
export const pageBlocks = () =>
  pages().map((file) => {
    const text = readFileSync(file, "utf8")
    return { file, text, origin: portable(file), blocks: blocks(text, portable(file)) }
  })
