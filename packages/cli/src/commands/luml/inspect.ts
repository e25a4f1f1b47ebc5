/**
 * `trilum luml artifacts inspect`: what a file says of itself.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const inspect: Command = {
  _tag: "Command",
  path: ["luml", "artifacts", "inspect"],
  summary: "Show what a file says of itself: type, manifest, members, SHA-256.",
  description:
    "Reads the file once and sends nothing; needs no key. A summary on a terminal, else the JSON that an upload would make its record from.",
  arguments: [{ name: "file", summary: "A model, dataset or experiment", required: true }],
  options: [],
  examples: ["luml artifacts inspect model.luml", "luml artifacts inspect model.luml --json | jq .manifest"],
  run: async (invocation) => (await import("./registry.js")).inspectFile(invocation)
}
