/**
 * `trilum mcp`: the operations as tools for agents.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { platforms } from "../../platforms/Platform.js"
import { callSpecs } from "../callOptions.js"
import { places } from "../luml/place.js"
import { userSpec } from "../lumnis/actingFor.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const mcp: Command = {
  _tag: "Command",
  path: ["mcp"],
  summary: "Serve the platforms to agents by the Model Context Protocol.",
  description:
    "Speaks the protocol on stdin and stdout, as hosts start it, or over HTTP on this machine with --http. Read-only: calls that change data need --allow-writes. Agents and chats of the platforms can be used either way. Results hold no secrets. Only platforms that have a key are served.",
  arguments: [],
  options: [
    {
      name: "allow-writes",
      type: "boolean",
      summary: "Also call operations that change data. Those that cannot be undone need a confirmation in the call"
    },
    {
      name: "platform",
      type: "string",
      multiple: true,
      choices: platforms.map(({ name }) => name),
      placeholder: "PLATFORM",
      summary: "Only this platform"
    },
    {
      name: "directory",
      type: "string",
      placeholder: "DIR",
      summary: "Where artifacts are downloaded to. Default: the working directory"
    },
    {
      name: "http",
      type: "string",
      placeholder: "PORT",
      summary: "Streamable HTTP on 127.0.0.1 in place of stdin and stdout; 0 for any free port"
    },
    {
      ...userSpec,
      summary: "Act only for this user of Lumnis. Default: the setting lumnis.user, else each call names one"
    },
    ...places,
    ...callSpecs
  ],
  examples: [
    "mcp",
    "mcp --platform luml --orbit research",
    "mcp --allow-writes --user ada@example.com",
    "mcp --http 8765"
  ],
  notes: [
    "In the configuration of a host: command trilum, arguments mcp, and the keys as environment variables, or none after trilum auth login."
  ],
  run: async (invocation) => (await import("./serve.js")).serve(invocation)
}
