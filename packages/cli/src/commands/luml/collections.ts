/**
 * `trilum luml collections list` and `create`.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { kinds } from "./choices.js"
import { inOrbit, lookups, lookupsBefore } from "./place.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const list: Command = {
  _tag: "Command",
  path: ["luml", "collections", "list"],
  summary: "List the collections of an orbit.",
  description: "All pages. A table on a terminal, else one array of JSON; --output ndjson prints one record a line.",
  arguments: [],
  options: [
    { name: "search", type: "string", placeholder: "TEXT", summary: "Only those with this text in name or tags" },
    { name: "limit", short: "n", type: "string", placeholder: "N", summary: "At most so many" },
    ...inOrbit
  ],
  examples: ["luml collections list --orbit research"],
  lookups: lookupsBefore("listCollections"),
  run: async (invocation) => (await import("./registry.js")).listCollections(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const create: Command = {
  _tag: "Command",
  path: ["luml", "collections", "create"],
  summary: "Create a collection.",
  description: "Prints its id, with --json the whole record.",
  arguments: [{ name: "name", summary: "Its name; several may have the same", required: true }],
  options: [
    { name: "description", type: "string", placeholder: "TEXT", summary: "What it is for. Default: empty." },
    { name: "type", type: "string", choices: kinds, placeholder: "TYPE", summary: "What it may hold. Default: mixed." },
    { name: "tag", type: "string", multiple: true, placeholder: "TEXT", summary: "A tag" },
    ...inOrbit
  ],
  examples: ["luml collections create churn --type model --orbit research"],
  lookups: lookups,
  run: async (invocation) => (await import("./registry.js")).createCollection(invocation)
}
