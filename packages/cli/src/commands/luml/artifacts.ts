/**
 * `trilum luml artifacts list`, `get` and `delete`.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { warning, yesSpec } from "../../confirm.js"
import { orders, types } from "./choices.js"
import { inCollection, lookups, lookupsBefore } from "./place.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const list: Command = {
  _tag: "Command",
  path: ["luml", "artifacts", "list"],
  summary: "List the artifacts of a collection.",
  description: "All pages. A table on a terminal, else one array of JSON; --output ndjson prints one record a line.",
  arguments: [],
  options: [
    { name: "search", type: "string", placeholder: "TEXT", summary: "Only those with this text in the name" },
    { name: "type", type: "string", multiple: true, choices: types, placeholder: "TYPE", summary: "Only these" },
    {
      name: "sort",
      type: "string",
      placeholder: "FIELD",
      summary: "created_at (default), name, size, description, status, type, or a metric"
    },
    { name: "order", type: "string", choices: orders, placeholder: "ORDER", summary: "Default: desc" },
    { name: "limit", short: "n", type: "string", placeholder: "N", summary: "At most so many" },
    ...inCollection
  ],
  examples: [
    "luml artifacts list",
    "luml artifacts list --orbit research --collection churn --sort accuracy --limit 5"
  ],
  lookups: lookupsBefore("listArtifacts"),
  run: async (invocation) => (await import("./registry.js")).listArtifacts(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const get: Command = {
  _tag: "Command",
  path: ["luml", "artifacts", "get"],
  summary: "Show an artifact with its deployments and tracks.",
  arguments: [{ name: "artifact", summary: "Its id, name or file name", required: true }],
  options: inCollection,
  examples: ["luml artifacts get churn-v1 --collection churn", "luml artifacts get churn-v1 --json | jq .file_hash"],
  lookups: lookupsBefore("getArtifact"),
  run: async (invocation) => (await import("./registry.js")).getArtifact(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const remove: Command = {
  _tag: "Command",
  path: ["luml", "artifacts", "delete"],
  summary: "Delete an artifact: its bytes and its record.",
  description: `${warning} One that a track holds or that is deployed is refused.`,
  arguments: [{ name: "artifact", summary: "Its id, name or file name", required: true }],
  options: [
    {
      name: "force",
      type: "boolean",
      summary: "Its deployments go, too, and the record goes even if the storage keeps the bytes"
    },
    yesSpec,
    ...inCollection
  ],
  examples: ["luml artifacts delete churn-v0 --collection churn"],
  lookups: lookups,
  run: async (invocation) => (await import("./registry.js")).deleteArtifact(invocation)
}
