/**
 * After `changeset version`, which keeps the versions of all published packages equal: writes the version into the source
 * that tells it to servers, and the changes of all packages into CHANGELOG.md.
 *
 *     node tools/version.mjs
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { published, root } from "./workspace.mjs"

const { version } = JSON.parse(readFileSync(join(root, "packages/core/package.json"), "utf8"))
const file = join(root, "packages/core/src/internal/version.ts")
const source = readFileSync(file, "utf8")
writeFileSync(file, source.replace(/version = ".*"/, `version = ${JSON.stringify(version)}`))

/** What a package's own changelog says about this version, without what only follows from other packages. */
const changesOf = (name) => {
  const changelog = join(root, "packages", name, "CHANGELOG.md")
  if (!existsSync(changelog)) return ""
  const [, section = ""] = readFileSync(changelog, "utf8").split(/^## /m)
  if (!section.startsWith(`${version}\n`)) return ""
  return [...section.matchAll(/^- (?!Updated dependencies)(?:[0-9a-f]{7}: )?([\s\S]*?)(?=^- |^###|(?![\s\S]))/gm)]
    .map(([, text]) => `- ${text.trim()}`)
    .join("\n")
}

const all = join(root, "CHANGELOG.md")
const [head, ...older] = readFileSync(all, "utf8").split(/^(?=## )/m)
const changes = published.map((name) => [name, changesOf(name)]).filter(([, text]) => text !== "")
const section = [`## ${version}`, ...changes.map(([name, text]) => `### @trilum/${name}\n\n${text}`)].join("\n\n")
const kept = older.filter((text) => !text.startsWith(`## ${version}\n`))
writeFileSync(all, `${[head.trimEnd(), section, ...kept.map((text) => text.trimEnd())].join("\n\n")}\n`)
