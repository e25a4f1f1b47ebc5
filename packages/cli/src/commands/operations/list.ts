/**
 * `trilum operations`: what there is to call.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { kebab } from "../../names.js"
import { choice } from "../../parse.js"
import { platforms } from "../../platforms/Platform.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import * as Pager from "../../render/pager.js"
import * as Table from "../../render/table.js"

const names = platforms.map((platform) => platform.name)

const rowOf = (entry: CatalogEntry) => ({
  platform: entry.platform,
  resource: kebab(entry.resource),
  method: kebab(entry.name),
  http: entry.method,
  path: entry.path,
  summary: entry.summary ?? ""
})

/** For people: the command comes first, and is whole. */
const shownOf = (entry: CatalogEntry) => ({
  command: [entry.platform, kebab(entry.resource), kebab(entry.name)].join(" "),
  summary: entry.summary ?? "",
  http: `${entry.method} ${entry.path}`
})

const objectOf = (entry: CatalogEntry) => ({
  platform: entry.platform,
  resource: entry.resource,
  method: entry.name,
  http_method: entry.method,
  path: entry.path,
  summary: entry.summary ?? "",
  id: entry.id,
  command: ["trilum", entry.platform, kebab(entry.resource), kebab(entry.name)].join(" "),
  response: entry.response,
  paginated: entry.pagination !== undefined
})

/**
 * @since 0.1.0
 * @category commands
 */
export const operations: Command = {
  _tag: "Command",
  path: ["operations"],
  summary: "List every operation: platform, resource, method, HTTP method, path, summary.",
  description: "A table on a terminal, lines with tabs in a pipe, an array of objects with --json.",
  arguments: [],
  options: [
    { name: "platform", type: "string", choices: names, placeholder: "PLATFORM", summary: "Of this platform only" },
    { name: "filter", type: "string", placeholder: "TEXT", summary: "Only those with this text in any column" }
  ],
  examples: ["operations --filter threads", "operations --platform luml --json"],
  run: async (invocation) => {
    const { io, json, values } = invocation
    const only = choice(values, "platform", names)
    const filter = values.text("filter")?.toLowerCase()
    const catalogs = await Promise.all(
      platforms.filter(({ name }) => only === undefined || name === only).map((platform) => platform.catalog())
    )
    const entries = catalogs
      .flat()
      .filter(
        (entry) =>
          filter === undefined ||
          Object.values({ ...objectOf(entry), ...rowOf(entry) }).some((value) =>
            String(value).toLowerCase().includes(filter)
          )
      )
    const { stdout } = io
    if (json) {
      await stdout.write(`${Json.compact(entries.map(objectOf))}\n`)
    } else if (stdout.isTTY) {
      const rows = entries.map(shownOf)
      const lines = Table.lines(rows, { columns: stdout.columns, paint: paint(stdout.colour) })
      if (lines.length > 0) await Pager.show(invocation, `${lines.join("\n")}\n`)
    } else {
      await stdout.write(entries.map((entry) => `${Object.values(rowOf(entry)).join("\t")}\n`).join(""))
    }
    if (entries.length === 0) await io.stderr.write("no operation matches\n")
    return exitCode.ok
  }
}
