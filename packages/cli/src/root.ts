/**
 * The words that `trilum` knows first. What stands behind them is loaded when they are used.
 *
 * @since 0.1.0
 */
import type { Entry, Group } from "./Command.js"
import { platforms } from "./platforms/Platform.js"

const platformEntries = platforms.map(
  (platform): Entry => ({
    name: platform.name,
    summary: platform.summary,
    heading: "Platforms",
    load: async () => (await import("./commands/operation/group.js")).platformGroup(platform)
  })
)

const authEntries: ReadonlyArray<Entry> = [
  {
    name: "login",
    summary: "Store the key of a platform",
    load: async () => (await import("./commands/auth/login.js")).login
  },
  {
    name: "status",
    summary: "Which key and which server each platform uses",
    load: async () => (await import("./commands/auth/status.js")).status
  },
  {
    name: "logout",
    summary: "Forget stored keys",
    load: async () => (await import("./commands/auth/logout.js")).logout
  }
]

const auth: Group = {
  _tag: "Group",
  path: ["auth"],
  summary: "Keys of the platforms.",
  entries: authEntries,
  examples: ["auth login", "auth login --platform luml --stdin < key.txt", "auth status"]
}

const emulator: Group = {
  _tag: "Group",
  path: ["emulator"],
  summary: "A local emulator of the platforms, for programs in any language.",
  entries: [
    {
      name: "start",
      summary: "Start it and keep it running until Ctrl-C",
      load: async () => (await import("./commands/emulator/start.js")).start
    },
    {
      name: "status",
      summary: "Show whether it runs, and where its platforms are",
      load: async () => (await import("./commands/emulator/status.js")).status
    },
    {
      name: "stop",
      summary: "Stop one that runs in another process",
      load: async () => (await import("./commands/emulator/stop.js")).stop
    }
  ],
  examples: ["emulator start", "emulator start --port 0 --json", "emulator start --detach", "emulator stop"]
}

/**
 * @since 0.1.0
 * @category commands
 */
export const root: Group = {
  _tag: "Group",
  path: [],
  summary: "Lumnis AI, LVNG and LUML from a terminal.",
  entries: [
    ...platformEntries,
    {
      name: "batch",
      summary: "Run batches over many processes and machines",
      load: async () => (await import("./commands/batch/group.js")).batch
    },
    {
      name: "worker",
      summary: "Work off batches until it is stopped",
      load: async () => (await import("./commands/worker/worker.js")).worker
    },
    {
      name: "mcp",
      summary: "Serve the platforms to agents by the Model Context Protocol",
      load: async () => (await import("./commands/mcp/mcp.js")).mcp
    },
    {
      name: "api",
      summary: "Send any request to a platform",
      load: async () => (await import("./commands/api/api.js")).api
    },
    {
      name: "operations",
      summary: "List every operation of the platforms",
      load: async () => (await import("./commands/operations/list.js")).operations
    },
    {
      name: "schema",
      summary: "JSON Schema of what an operation takes or answers",
      load: async () => (await import("./commands/schema/schema.js")).schema
    },
    {
      name: "demo",
      summary: "Watch an agent work, without an account",
      load: async () => (await import("./commands/demo/run.js")).demo
    },
    { name: "emulator", summary: "Run the platforms on this machine", load: async () => emulator },
    {
      name: "config",
      summary: "Defaults of options, by profile",
      load: async () => (await import("./commands/config/config.js")).config
    },
    { name: "auth", summary: "Log in, log out, see which key is used", load: async () => auth },
    {
      name: "completion",
      summary: "Completion script for bash, zsh or fish",
      load: async () => (await import("./commands/completion/script.js")).completion
    },
    {
      name: "help",
      summary: "Help of a command or a topic: environment, exit-codes, output, profiles, durations, input",
      load: async () => (await import("./commands/help/help.js")).help
    },
    {
      name: "version",
      summary: "The version of this command",
      load: async () => (await import("./commands/help/help.js")).version
    },
    {
      name: "__man",
      summary: "Write the manual pages into a folder",
      hidden: true,
      load: async () => (await import("./commands/help/man.js")).manFrom(root)
    },
    {
      name: "__complete",
      summary: "Words that may come next",
      hidden: true,
      load: async () => (await import("./commands/completion/complete.js")).completeFrom(root)
    }
  ],
  examples: [
    "demo",
    'lumnis invoke "Summarise the news of the day" --user ada@example.com --stream',
    "lumnis users list --page-size 5",
    'lvng chat "What changed in our market this week?" --stream',
    "luml artifacts upload model.luml --collection churn",
    "operations --filter threads"
  ],
  notes: [
    "Keys come from LUMNISAI_API_KEY, LVNG_API_KEY and LUML_API_KEY, or from trilum auth login.",
    "In a pipe and with --json the output is one JSON document, an answer as the server sent it. --all and --output ndjson print one record a line.",
    "stdout is data, stderr is messages. Exit codes: 0 ok, 1 error, 2 usage, 4 auth, 5 not found, 6 rate limited, 7 timeout, 130 interrupted."
  ]
}
