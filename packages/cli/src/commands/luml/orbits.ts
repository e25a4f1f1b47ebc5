/**
 * `trilum luml orbits list`.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { inOrganization, lookupsBefore } from "./place.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const list: Command = {
  _tag: "Command",
  path: ["luml", "orbits", "list"],
  summary: "List the orbits of an organization.",
  description: "A table on a terminal, else one array of JSON; --output ndjson prints one record a line.",
  arguments: [],
  options: inOrganization,
  examples: ["luml orbits list", 'luml orbits list --organization "Analytical Engines" --json'],
  lookups: lookupsBefore("listOrbits"),
  run: async (invocation) => (await import("./registry.js")).listOrbits(invocation)
}
