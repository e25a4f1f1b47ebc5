/**
 * `trilum lvng knowledge search`: what the knowledge base has on something.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { callSpecs } from "../callOptions.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const search: Command = {
  _tag: "Command",
  path: ["lvng", "knowledge", "search"],
  summary: "Search the knowledge base.",
  description:
    "Prints the hits, best first: score, title and the beginning of each, in a pipe and with --json one array.",
  arguments: [{ name: "query", summary: "What to look for; - reads it from stdin", required: true }],
  options: [
    { name: "limit", short: "n", type: "string", placeholder: "N", summary: "At most so many hits" },
    ...callSpecs
  ],
  examples: ['lvng knowledge search "return policy"', 'lvng knowledge search "return policy" --limit 3 --json'],
  notes: ["POST /api/knowledge/search."],
  run: async (invocation) => (await import("./knowledge.js")).runSearch(invocation)
}
