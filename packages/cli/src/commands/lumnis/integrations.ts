/**
 * `trilum lumnis integrations connect` and `wait`.
 *
 * @since 0.1.0
 */
import type { Command, OptionSpec } from "../../Command.js"
import { callSpecs } from "../callOptions.js"
import { userSpec } from "./actingFor.js"

const app = { name: "app", summary: "Its name, such as gmail; any case", required: true }

const common: ReadonlyArray<OptionSpec> = [
  { name: "deadline", type: "string", placeholder: "DURATION", summary: "Stop waiting after so long. Default: 5m." },
  { name: "provider", type: "string", placeholder: "NAME", summary: "Who makes the connection, such as composio" },
  userSpec,
  ...callSpecs
]

/**
 * @since 0.1.0
 * @category commands
 */
export const connect: Command = {
  _tag: "Command",
  path: ["lumnis", "integrations", "connect"],
  summary: "Connect an app of a user: print where to allow it, and wait until it is done.",
  description:
    "The address goes to stdout, everything else to stderr; with --json one object a line. Whoever opens the address connects the app for this user, so it is a secret until then.",
  arguments: [app],
  options: [
    { name: "open", type: "boolean", summary: "Open the address in the browser of this machine, too" },
    { name: "enable", type: "boolean", summary: "Enable the app for the tenant first where it is not yet" },
    {
      name: "wait",
      type: "boolean",
      negatable: true,
      summary: "Wait until the app is connected (default); --no-wait ends with the address"
    },
    { name: "integration-id", type: "string", placeholder: "ID", summary: "One of several ways to connect the app" },
    ...common
  ],
  examples: [
    "lumnis integrations connect gmail --user ada@example.com",
    "lumnis integrations connect slack --user ada@example.com --enable --open --deadline 10m"
  ],
  notes: [
    "GET /v1/integrations/apps/{app_name}/enabled, POST /v1/integrations/connections/initiate, then the connection's status every 5 seconds."
  ],
  lookups: ["isAppEnabled"],
  run: async (invocation) => (await import("./connecting.js")).runConnect(invocation)
}

/**
 * @since 0.1.0
 * @category commands
 */
export const wait: Command = {
  _tag: "Command",
  path: ["lumnis", "integrations", "wait"],
  summary: "Wait until an app of a user is connected.",
  description: "For a connection that was begun before, here or elsewhere. Ends at once when it failed or expired.",
  arguments: [app],
  options: common,
  examples: ["lumnis integrations wait gmail --user ada@example.com"],
  notes: ["The connection's status every 5 seconds."],
  run: async (invocation) => (await import("./connecting.js")).runWait(invocation)
}
