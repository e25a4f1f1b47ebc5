/**
 * `trilum config`: defaults of options, by profile.
 *
 * @since 0.1.0
 */
import { LocalError } from "../../CliError.js"
import type { ArgumentSpec, Command, Group, Invocation, OptionSpec } from "../../Command.js"
import * as Config from "../../config.js"
import * as Credentials from "../../credentials.js"
import { exitCode } from "../../exitCode.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import * as Table from "../../render/table.js"
import { harmless } from "../../render/width.js"

const keyArgument: ArgumentSpec = {
  name: "key",
  summary: `One of ${Config.settings.map(({ key }) => key).join(", ")}`,
  required: true,
  choices: Config.settings.map(({ key }) => key)
}

const originSpec: OptionSpec = {
  name: "show-origin",
  type: "boolean",
  summary: "Show where each value comes from, defaults included"
}

/** Where a value comes from, in words. */
const originOf = (
  io: Invocation["io"],
  setting: Config.Setting,
  origin: Config.Effective["origin"],
  profile: string
) =>
  origin === "environment"
    ? setting.variable
    : origin === "profile"
      ? `${Config.path(io)} (profile ${profile})`
      : origin

/** The settings that hold now, in the order of their table. */
const holding = async ({ config, io }: Invocation) => {
  const active = await config()
  const found = Config.effective(io.env, active)
  return Config.settings.flatMap((setting) => {
    const one = found.get(setting.key)
    if (one === undefined) return []
    const value = setting.kind === "url" ? Credentials.maskUserInfo(one.value) : one.value
    return [{ key: setting.key, value, origin: one.origin, from: originOf(io, setting, one.origin, active.profile) }]
  })
}

const list: Command = {
  _tag: "Command",
  path: ["config", "list"],
  summary: "List the settings that hold.",
  description:
    "A table on a terminal, lines of key=value in a pipe, an array of objects with --json. Environment variables count. With --show-origin the origin comes before each line, and defaults are listed, too.",
  arguments: [],
  options: [originSpec],
  examples: ["config list", "config list --show-origin", "config list --profile staging --json"],
  notes: Config.settings.map(({ key, summary, variable }) => `${key}: ${summary} (${variable}).`),
  run: async (invocation) => {
    const { io, json, values } = invocation
    const showsOrigin = values.flag("show-origin") === true
    const shown = (await holding(invocation)).filter(({ origin }) => showsOrigin || origin !== "default")
    if (json) {
      const rows = shown.map(({ from, key, origin, value }) => ({ key, value, origin, from }))
      await io.stdout.write(`${Json.compact(rows)}\n`)
    } else if (io.stdout.isTTY) {
      const rows = shown.map(({ from, key, value }) => ({ key, value, ...(showsOrigin ? { origin: from } : {}) }))
      const lines = Table.lines(rows, {
        columns: io.stdout.columns,
        paint: paint(io.stdout.colour),
        names: showsOrigin ? ["key", "value", "origin"] : ["key", "value"]
      })
      await io.stdout.write(rows.length === 0 ? "" : `${lines.join("\n")}\n`)
    } else {
      const lines = shown.map(({ from, key, value }) => `${showsOrigin ? `${from}\t` : ""}${key}=${value}\n`)
      await io.stdout.write(lines.join(""))
    }
    if (shown.length === 0 && !json) await io.stderr.write("no setting is set; see: trilum config set --help\n")
    return exitCode.ok
  }
}

const get: Command = {
  _tag: "Command",
  path: ["config", "get"],
  summary: "Print the value of a setting that holds.",
  description: "From its environment variable, else the profile, else the default. Exit code 1 when it has none.",
  arguments: [keyArgument],
  options: [originSpec],
  examples: ["config get luml.base-url", "config get lumnis.base-url --show-origin"],
  run: async (invocation) => {
    const { io, json, values } = invocation
    const setting = Config.settingOf(values.arguments[0] ?? "")
    const found = (await holding(invocation)).find(({ key }) => key === setting.key)
    if (found === undefined) {
      throw new LocalError(`${setting.key} is not set`, `to set it: trilum config set ${setting.key} VALUE`)
    }
    const { from, key, origin, value } = found
    const text = json
      ? Json.compact({ key, value, origin, from })
      : `${values.flag("show-origin") === true ? `${from}\t` : ""}${io.stdout.isTTY ? harmless(value) : value}`
    await io.stdout.write(`${text}\n`)
    return exitCode.ok
  }
}

/** The profile that a change is for, which it may be the first of. */
const profileOf = ({ io, values }: Invocation): string => Config.profileName(io, values.text("profile"))

const done = async ({ io, json }: Invocation, record: object, text: string): Promise<number> => {
  if (json) await io.stdout.write(`${Json.compact(record)}\n`)
  else await io.stderr.write(`${harmless(text)}\n`)
  return exitCode.ok
}

const suffix = (profile: string): string => (profile === Config.defaultProfile ? "" : ` in profile ${profile}`)

const set: Command = {
  _tag: "Command",
  path: ["config", "set"],
  summary: "Set a default.",
  description:
    "With --profile that of a profile, which is made if need be. Options and environment variables precede it. Keys are never settings: trilum auth login stores those.",
  arguments: [keyArgument, { name: "value", summary: "Its value", required: true }],
  options: [],
  examples: [
    "config set lumnis.user ada@example.com",
    "config set luml.orbit research",
    "config set lumnis.base-url https://staging.example.com --profile staging"
  ],
  run: async (invocation) => {
    const { io, values } = invocation
    const [typed = "", given = ""] = values.arguments
    const { key, ...setting } = Config.settingOf(typed)
    Config.check({ key, ...setting }, given)
    const value = given.trim()
    const profile = profileOf(invocation)
    await Config.change(io, profile, (before) => ({ ...before, [key]: value }))
    await done(invocation, { type: "set", key, value, profile }, `${key} is ${value}${suffix(profile)}`)
    if ((io.env[setting.variable]?.trim() ?? "") !== "") {
      await io.stderr.write(`note: ${setting.variable} is set and precedes it\n`)
    }
    return exitCode.ok
  }
}

const unset: Command = {
  _tag: "Command",
  path: ["config", "unset"],
  summary: "Remove a default.",
  description: "Succeeds for one that is not set. The last of a profile removes the profile's settings, not its keys.",
  arguments: [keyArgument],
  options: [],
  examples: ["config unset luml.orbit", "config unset lumnis.base-url --profile staging"],
  run: async (invocation) => {
    const { key } = Config.settingOf(invocation.values.arguments[0] ?? "")
    const profile = profileOf(invocation)
    await Config.change(invocation.io, profile, (before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => name !== key))
    )
    return done(invocation, { type: "unset", key, profile }, `${key} is not set${suffix(profile)}`)
  }
}

const path: Command = {
  _tag: "Command",
  path: ["config", "path"],
  summary: "Print the path of the file with the settings.",
  description: "The file need not exist. It has no keys; those are in credentials.json beside it.",
  arguments: [],
  options: [],
  examples: ["config path"],
  run: async ({ io, json }) => {
    const file = Config.path(io)
    await io.stdout.write(json ? `${Json.compact({ path: file })}\n` : `${file}\n`)
    return exitCode.ok
  }
}

/**
 * @since 0.1.0
 * @category commands
 */
export const config: Group = {
  _tag: "Group",
  path: ["config"],
  summary: "Defaults of options, by profile.",
  entries: [
    { name: "list", summary: "List the settings that hold, and where they come from", load: async () => list },
    { name: "get", summary: "Print one", load: async () => get },
    { name: "set", summary: "Set one", load: async () => set },
    { name: "unset", summary: "Remove one", load: async () => unset },
    { name: "path", summary: "Print the path of the file", load: async () => path }
  ],
  examples: ["config set lumnis.user ada@example.com", "config list --show-origin"],
  notes: [
    "A value comes from the option, else from its environment variable, else from the profile, else it is the default.",
    "The profile is that of --profile, else of TRILUM_PROFILE, else the one called default. A profile has settings and keys: trilum auth login --profile NAME."
  ]
}
