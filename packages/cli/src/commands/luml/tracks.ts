/**
 * `trilum luml tracks promote` and `rollback`.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { inOrbit, lookups } from "./place.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const promote: Command = {
  _tag: "Command",
  path: ["luml", "tracks", "promote"],
  summary: "Give a version of a track a stage, and take it from whichever has it.",
  arguments: [
    { name: "track", summary: "Its id or name", required: true },
    { name: "version", summary: "The number of the version, or the id of its artifact", required: true },
    { name: "stage", summary: "Its id or name", required: true }
  ],
  options: [
    { name: "force", type: "boolean", negatable: true, summary: "Take the stage from another version (default)" },
    ...inOrbit
  ],
  examples: ["luml tracks promote churn 2 production", "luml tracks promote churn 2 production --no-force"],
  lookups: lookups,
  run: async (invocation) => (await import("./registry.js")).promoteVersion(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const rollback: Command = {
  _tag: "Command",
  path: ["luml", "tracks", "rollback"],
  summary: "Give a stage back to the version before the one that holds it.",
  arguments: [
    { name: "track", summary: "Its id or name", required: true },
    { name: "stage", summary: "Its id or name", required: true }
  ],
  options: inOrbit,
  examples: ["luml tracks rollback churn production"],
  lookups: lookups,
  run: async (invocation) => (await import("./registry.js")).rollbackStage(invocation)
}
