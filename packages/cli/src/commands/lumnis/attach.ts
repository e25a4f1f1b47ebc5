/**
 * `trilum lumnis attach`: wait for a run that was started before.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { follow, waitOptions, waitSpecs } from "./watch.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const attach: Command = {
  _tag: "Command",
  path: ["lumnis", "attach"],
  summary: "Wait for a run that was started before, here or elsewhere.",
  description: "Prints what trilum lumnis invoke would have printed.",
  arguments: [{ name: "response_id", summary: "The run", required: true }],
  options: waitSpecs,
  examples: ["lumnis attach resp_123 --stream"],
  notes: ["GET /v1/responses/{response_id} until the run ends."],
  run: (invocation) => {
    const [responseId = ""] = invocation.values.arguments
    const waiting = waitOptions(invocation)
    return follow(invocation, (client) => client.attachStream(responseId, waiting), { attached: responseId })
  }
}
