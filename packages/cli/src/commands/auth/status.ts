/**
 * `trilum auth status`: which key and server each platform uses.
 *
 * @since 0.1.0
 */
import { LocalError } from "../../CliError.js"
import type { Active, Command, Invocation } from "../../Command.js"
import * as Config from "../../config.js"
import * as Credentials from "../../credentials.js"
import { exitCode } from "../../exitCode.js"
import { type Platform, platforms } from "../../platforms/Platform.js"
import { paint } from "../../render/colour.js"
import * as Json from "../../render/json.js"
import { platformOf, platformOption } from "./platform.js"

const statusOf = ({ io }: Invocation, platform: Platform, store: Credentials.Store, active: Active) => {
  const { baseUrl, baseUrlSource, key, keySource, tokens, withheld } = Credentials.resolve(
    io,
    platform,
    store[active.profile] ?? {},
    active
  )
  return {
    platform: platform.name,
    profile: active.profile,
    key: key === undefined ? null : Credentials.mask(key),
    key_source: keySource,
    base_url: Credentials.maskUserInfo(baseUrl),
    base_url_source: baseUrlSource,
    ...(tokens.length === 0
      ? undefined
      : { tokens: tokens.map(({ kind, value, variable }) => ({ kind, variable, token: Credentials.mask(value) })) }),
    ...(withheld === undefined ? undefined : { note: withheld })
  }
}

const where = (source: Credentials.Source | "default", variable: string, io: Invocation["io"]): string =>
  source === "environment"
    ? `from ${variable}`
    : source === "profile"
      ? `from ${Config.path(io)}`
      : source === "store"
        ? `from ${Credentials.path(io)}`
        : "the default"

/**
 * @since 0.1.0
 * @category commands
 */
export const status: Command = {
  _tag: "Command",
  path: ["auth", "status"],
  summary: "Which key and which server each platform uses.",
  description:
    "Keys are shown by their last four characters. With --platform, exit code 4 when there is neither a key nor a token.",
  arguments: [],
  options: [platformOption("Only this one")],
  examples: ["auth status", "auth status --platform lumnis --json", "auth status --profile staging"],
  run: async (invocation) => {
    const { io, json, values } = invocation
    const only = platformOf(values)
    const active = await invocation.config()
    const store = await Credentials.load(io).catch(async (cause: unknown) => {
      if (!(cause instanceof LocalError)) throw cause
      await io.stderr.write(`warning: ${cause.message}; ${cause.hint ?? "it is ignored"}\n`)
      return {}
    })
    const asked = only === undefined ? platforms : [only]
    const found = asked.map((platform) => ({ platform, status: statusOf(invocation, platform, store, active) }))
    const { bold, green, yellow } = paint(io.stdout.colour)
    const text = json
      ? `${Json.compact(found.map(({ status }) => status))}\n`
      : found
          .map(({ platform, status }) =>
            [
              `${bold(platform.title)}${active.profile === Config.defaultProfile ? "" : ` (profile ${active.profile})`}`,
              status.key === null
                ? `  key     ${yellow("none")}; set ${platform.keyVariable} or trilum auth login --platform ${platform.name}`
                : `  key     ${green(status.key)} ${where(status.key_source === "none" ? "default" : status.key_source, platform.keyVariable, io)}`,
              ...(status.tokens ?? []).map(({ token, variable }) => `  token   ${green(token)} from ${variable}`),
              `  server  ${status.base_url} (${where(status.base_url_source, platform.baseUrlVariable, io)})`,
              ...(status.note === undefined ? [] : [`  note    ${status.note}`]),
              ""
            ].join("\n")
          )
          .join("")
    await io.stdout.write(text)
    const none = found.some(({ status }) => status.key === null && status.tokens === undefined)
    return only !== undefined && none ? exitCode.auth : exitCode.ok
  }
}
