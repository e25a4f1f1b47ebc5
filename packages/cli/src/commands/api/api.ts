/**
 * `trilum api`: any request to a platform, with its credentials and retries.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { yesSpec } from "../../confirm.js"
import { platforms } from "../../platforms/Platform.js"
import { callSpecs } from "../callOptions.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const api: Command = {
  _tag: "Command",
  path: ["api"],
  summary: "Send a request to a platform and print the answer.",
  description:
    "With the credential, the server, the retries and the time limits of the other commands, for what they do not cover. The answer is printed as the server sent it, JSON on a terminal indented. Fields become the query of a GET, else the JSON body.",
  arguments: [
    {
      name: "platform",
      summary: "The platform",
      required: true,
      choices: platforms.map(({ name }) => name)
    },
    { name: "method", summary: "GET, POST, PUT, PATCH, DELETE. Left out: GET, or POST with fields", required: true },
    { name: "path", summary: "Below the server, as in /v1/users; it may have a query", required: false }
  ],
  options: [
    {
      name: "raw-field",
      short: "f",
      type: "string",
      multiple: true,
      placeholder: "NAME=TEXT",
      summary: "A field with a text. a[b]=x is a field of an object, a[]=x an item of a list"
    },
    {
      name: "field",
      short: "F",
      type: "string",
      multiple: true,
      placeholder: "NAME=VALUE",
      summary:
        "A field; the value is JSON if it reads as JSON, the text of a file for @FILE, of stdin for @-, else text"
    },
    {
      name: "input",
      type: "string",
      placeholder: "FILE",
      summary: "The JSON body from a file, or from stdin with -. Fields are then the query"
    },
    {
      name: "paginate",
      type: "boolean",
      summary: "All pages of a list, one answer a line"
    },
    { name: "slurp", type: "boolean", summary: "With --paginate: the answers as one array" },
    { name: "include", short: "i", type: "boolean", summary: "Print the status and the headers before the answer" },
    {
      name: "out",
      short: "o",
      type: "string",
      placeholder: "FILE",
      summary: "Write the answer to a file, which appears when it is complete"
    },
    yesSpec,
    ...callSpecs
  ],
  examples: [
    "api lumnis GET /v1/users -f page_size=5",
    "api lumnis POST /v1/users -f email=ada@example.com",
    "api lvng GET /api/v2/agents --jq .agents[].name",
    "api luml GET /v1/users/me/organizations --dry-run",
    "api lumnis GET /v1/users --paginate"
  ],
  notes: [
    "A request that the contract marks as destructive, and any DELETE, asks for confirmation on a terminal and needs --yes elsewhere.",
    "Exit codes as of the other commands: 4 for 401 and 403, 5 for 404, 6 for 429."
  ],
  run: async (invocation) => (await import("./request.js")).send(invocation)
}
