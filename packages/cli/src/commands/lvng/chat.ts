/**
 * `trilum lvng chat`: ask once, or talk.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { callSpecs } from "../callOptions.js"
import { kinds } from "./choices.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const chat: Command = {
  _tag: "Command",
  path: ["lvng", "chat"],
  summary: "Ask LVNG, once or in a conversation.",
  description:
    "The answer goes to stdout, tools and everything else to stderr. On a terminal without a prompt it is a conversation: /exit or Ctrl-D ends it, Ctrl-C ends the answer under way, else the conversation.\nWith --json the whole answer as one object, with --stream --json one event a line.",
  arguments: [
    { name: "prompt", summary: "What to ask; piped input follows it, - stands for the input alone", required: false }
  ],
  options: [
    {
      name: "stream",
      type: "boolean",
      negatable: true,
      summary: "Print the answer as it is written. Default on a terminal."
    },
    { name: "agent", type: "string", placeholder: "ID", summary: "The agent or twin that answers" },
    { name: "model", type: "string", placeholder: "NAME", summary: "Another model than the platform's choice" },
    { name: "type", type: "string", choices: kinds, placeholder: "TYPE", summary: "What is wanted" },
    { name: "web", type: "boolean", summary: "Search the web for this answer" },
    { name: "channel", type: "string", placeholder: "UUID", summary: "The channel whose history counts" },
    { name: "user", type: "string", placeholder: "ID", summary: "The user who asks" },
    {
      name: "context",
      type: "string",
      placeholder: "JSON|@FILE",
      summary: "More for the engine to know, as an object"
    },
    {
      name: "idle-timeout",
      type: "string",
      placeholder: "DURATION",
      summary: "Longest silence of a stream. Default: 2m.",
      heading: "Request"
    },
    ...callSpecs
  ],
  examples: [
    'lvng chat "What changed in our market this week?" --stream',
    "lvng chat",
    'lvng chat "Summarise this" --json < report.txt',
    "lvng chat - --agent agent_123 < question.txt"
  ],
  notes: [
    "POST /api/v2/chat, with --stream POST /api/v2/chat/stream.",
    "The operations of this resource: trilum lvng chat send, send-v1 and stream; each has its page, as in trilum lvng chat send --help. A prompt that is one of these words goes behind --: trilum lvng chat -- send",
    "A conversation sends its last messages along as context.history, unless --channel names where the platform keeps them."
  ],
  run: async (invocation) => (await import("./converse.js")).converse(invocation)
}
