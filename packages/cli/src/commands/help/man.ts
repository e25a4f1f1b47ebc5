/**
 * `trilum __man FOLDER`: writes the manual pages, for the build. Operations are on the page of their resource.
 *
 * @since 0.1.0
 */
import { mkdir, writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { Command, Group } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Man from "../../render/man.js"
import { topics } from "./topics.js"

/** The commands and groups that have a page of their own. */
const pagesOf = async (node: Command | Group): Promise<ReadonlyArray<Command | Group>> => {
  if (node._tag === "Command") return [node]
  const pages: Array<Command | Group> = [node]
  for (const { hidden, load, operation } of node.entries) {
    if (hidden === true || operation === load) continue
    pages.push(...(await pagesOf(await load())))
  }
  return pages
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const manFrom = (root: Group): Command => ({
  _tag: "Command",
  path: ["__man"],
  summary: "Write the manual pages into a folder.",
  arguments: [{ name: "folder", summary: "Made if it is missing", required: true }],
  options: [],
  examples: [],
  run: async ({ io, values }) => {
    const folder = resolve(io.cwd, values.arguments[0] ?? "")
    await mkdir(folder, { recursive: true })
    for (const page of await pagesOf(root)) {
      const text = Man.render(page, io.version, page === root ? topics : [])
      await writeFile(join(folder, `${Man.nameOf(page)}.1`), text)
    }
    return exitCode.ok
  }
})
