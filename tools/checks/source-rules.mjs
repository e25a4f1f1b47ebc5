/**
 * Rules of the house that no linter knows. Prints `file:line rule` for each breach and fails when there is one.
 *
 *     node tools/checks/source-rules.mjs
 */
import { execFileSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { root } from "../workspace.mjs"

const maxLines = 600
const breaches = []
const report = (file, line, rule) => breaches.push(`${file}:${line} ${rule}`)

const lineOf = (text, offset) => {
  let line = 1
  for (let i = text.indexOf("\n"); i !== -1 && i < offset; i = text.indexOf("\n", i + 1)) line++
  return line
}

const everyMatch = (file, text, pattern, rule) => {
  for (const match of text.matchAll(pattern)) report(file, lineOf(text, match.index), `${rule}: ${match[0].trim()}`)
}

const isCode = (file) => /\.(?:ts|mts|cts|js|mjs|cjs)$/.test(file)
const isGenerated = (file) => /(?:^|\/)generated\//.test(file)
const isSource = (file) => /^(?:packages|tools)\/[^/]+\/src\//.test(file) && file.endsWith(".ts") && !isGenerated(file)
const isTest = (file) => /\.test\.ts$/.test(file)
// Recorded from others or written by a tool: their content is not ours to word.
const isForeign = (file) => /^contracts\/.*\.json$|(?:^|\/)fixtures\/|^pnpm-lock\.yaml$/.test(file) || isGenerated(file)

const assertionsAndAny = (file, text) => {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022)
  const at = (node) => source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1
  const visit = (node) => {
    if (node.kind === ts.SyntaxKind.AnyKeyword) report(file, at(node), "no `any`: name the type, or take unknown")
    if (ts.isNonNullExpression(node)) report(file, at(node), "no `!`: handle the missing value")
    if (
      ts.isAsExpression(node) &&
      ts.isAsExpression(node.expression) &&
      node.expression.type.kind === ts.SyntaxKind.UnknownKeyword
    ) {
      report(file, at(node), "no `as unknown as`: fix the type at its source")
    }
    ts.forEachChild(node, visit)
  }
  visit(source)
}

const listed = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
  cwd: root,
  maxBuffer: 1 << 28
})
const tracked = [...new Set(listed.toString("utf8").split("\0"))].filter((file) => file !== "")

for (const file of tracked.sort()) {
  if (isForeign(file) || !existsSync(join(root, file))) continue
  const text = readFileSync(join(root, file), "utf8")
  if (text.includes("\0")) continue

  everyMatch(
    file,
    text,
    /(?<![\w.}$/-])\/(?:home|Users|root|work|tmp|var\/folders)\/[\w.-]+|\b[A-Z]:\\+Users\\+\w+/g,
    "no path of a machine: use the system's temporary directory or a relative path"
  )
  everyMatch(file, text, /https?:\/\/[^/\s"'`]*(?:registry|artifactory|nexus)\b[^\s"'`]*/g, "no registry host")

  if (/(?:^|\/)(?:utils?|common|misc|helpers?)\.[mc]?[jt]s$/i.test(file)) {
    report(file, 1, "name the module after what it holds")
  }
  if (!isCode(file)) continue

  everyMatch(
    file,
    text,
    /(?<=^|\s)(?:\/\/|\*)\s.*\b(?:TODO|FIXME|HACK)\b(?!\([\w-]+\)).*/gm,
    "a to-do names its owner in brackets"
  )
  if (isTest(file)) {
    everyMatch(file, text, /\b(?:it|test|describe)(?:\.\w+)*\.(?:only|skip|todo)\b/g, "every test runs")
  }
  if (isSource(file)) {
    everyMatch(file, text, /@ts-(?:ignore|nocheck|expect-error).*/g, "no suppressed type error")
    assertionsAndAny(file, text)
    const lines = text.split("\n").length - 1
    if (lines > maxLines) report(file, lines, `${lines} lines, at most ${maxLines}: look for the second concept`)
  }
}

if (breaches.length > 0) {
  console.error(breaches.join("\n"))
  console.error(`${breaches.length} breach${breaches.length === 1 ? "" : "es"} of the source rules`)
  process.exit(1)
}
