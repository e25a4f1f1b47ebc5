/**
 * `trilum lumnis agents`: the specialised agents.
 *
 * @since 0.1.0
 */
import type { Entry, Group } from "../../Command.js"
import { type AgentKind, kinds } from "./agentKinds.js"

const entryOf = (kind: AgentKind): Entry => ({
  name: kind.name,
  summary: kind.summary,
  load: async () => (await import("./agent.js")).agentCommand(kind)
})

/**
 * @since 0.1.0
 * @category commands
 */
export const agents: Group = {
  _tag: "Group",
  path: ["lumnis", "agents"],
  summary: "Agents for one kind of work, whose answers are data.",
  entries: kinds.map(entryOf),
  examples: kinds.slice(0, 2).map(({ example }) => example),
  notes: ["A run that was left is waited for again by trilum lumnis attach RESPONSE_ID."]
}
