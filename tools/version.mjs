/**
 * Writes the version of the published packages, which changesets keeps equal, into the source that tells it to servers.
 *
 *     node tools/version.mjs          after `changeset version`
 */
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { root } from "./workspace.mjs"

const { version } = JSON.parse(readFileSync(join(root, "packages/core/package.json"), "utf8"))
const file = join(root, "packages/core/src/internal/version.ts")
const source = readFileSync(file, "utf8")
writeFileSync(file, source.replace(/version = ".*"/, `version = ${JSON.stringify(version)}`))
