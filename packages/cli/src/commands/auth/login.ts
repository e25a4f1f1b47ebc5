/**
 * `trilum auth login`: store the key of a platform.
 *
 * @since 0.1.0
 */

import { UsageError } from "../../CliError.js"
import type { Command, Invocation } from "../../Command.js"
import * as Config from "../../config.js"
import * as Credentials from "../../credentials.js"
import { exitCode } from "../../exitCode.js"
import { readText } from "../../Io.js"
import { byName, type Platform } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import { insecureSpec } from "../callOptions.js"
import { platformOf, platformOption } from "./platform.js"

const readKey = async ({ interactive, io, values }: Invocation, platform: Platform): Promise<string> => {
  if (io.stdin.isTTY && !interactive)
    throw new UsageError("no key was given", "pipe it in: trilum auth login < key.txt")
  const piped = values.flag("stdin") === true || !io.stdin.isTTY
  const key = (piped ? await readText(io.stdin) : await io.stdin.askSecret(`${platform.title} API key: `)).trim()
  if (key === "") throw new UsageError("no key was given", "type it, or pipe it in: trilum auth login < key.txt")
  if (!/^[\x21-\x7e]+$/.test(key)) throw new UsageError("this is no key: it has spaces, line ends or other characters")
  return key
}

const baseUrlOf = async (
  { io, values }: Invocation,
  platform: Platform,
  profile: string
): Promise<string | undefined> => {
  const setting = async () => (await Config.load(io))[profile]?.[`${platform.name}.base-url`]
  const given = values.text("base-url") ?? io.env[platform.baseUrlVariable] ?? (await setting())
  if (given === undefined || given.trim() === "") return undefined
  if (!URL.canParse(given))
    throw new UsageError(
      `the base URL "${Credentials.maskUserInfo(given)}" is not a URL`,
      "write it like https://host.example"
    )
  const url = given.trim().replace(/\/+$/, "")
  return url === platform.defaultBaseUrl ? undefined : url
}

/**
 * @since 0.1.0
 * @category commands
 */
export const login: Command = {
  _tag: "Command",
  path: ["auth", "login"],
  summary: "Store the key of a platform.",
  description:
    "Asks for the key without showing it, or reads it from stdin when that is piped; a key is never an option. It is tried first and stored in a file that only you can read. The key's variable in the environment wins over it. With --profile it is the key of that profile.",
  arguments: [],
  options: [
    platformOption("Default: lumnis."),
    { name: "stdin", type: "boolean", summary: "Read the key from stdin even on a terminal" },
    { name: "verify", type: "boolean", negatable: true, summary: "Try the key before it is stored (default)" },
    {
      name: "base-url",
      type: "string",
      placeholder: "URL",
      summary:
        "The server the key is for. Default: the platform's variable, the setting PLATFORM.base-url, else its own server."
    },
    insecureSpec
  ],
  examples: [
    "auth login",
    "auth login --platform luml < key.txt",
    "auth login --profile staging --base-url https://staging.example.com < key.txt"
  ],
  run: async (invocation) => {
    const { io, json, values } = invocation
    const platform = platformOf(values) ?? byName("lumnis")
    const profile = Config.profileName(io, values.text("profile"))
    const baseUrl = await baseUrlOf(invocation, platform, profile)
    const apiKey = await readKey(invocation, platform)
    const stored: Credentials.Stored = baseUrl === undefined ? { apiKey } : { apiKey, baseUrl }
    if (values.flag("verify") !== false) {
      const { verify } = await import("./verify.js")
      await verify(invocation, platform, apiKey, baseUrl ?? platform.defaultBaseUrl)
    }
    await Credentials.change(io, profile, (keys) => ({ ...keys, [platform.name]: stored }))
    const server = Credentials.maskUserInfo(baseUrl ?? platform.defaultBaseUrl)
    if (json) {
      const shown = {
        platform: platform.name,
        profile,
        key: Credentials.mask(apiKey),
        base_url: server,
        file: Credentials.path(io)
      }
      await io.stdout.write(`${Json.compact(shown)}\n`)
    } else {
      const owner = profile === Config.defaultProfile ? "" : ` of profile ${profile}`
      await io.stderr.write(
        `Stored the key ${Credentials.mask(apiKey)}${owner} for ${server} in ${Credentials.path(io)}\n`
      )
    }
    if ((io.env[platform.keyVariable] ?? "") !== "") {
      await io.stderr.write(`note: ${platform.keyVariable} is set and wins over the stored key\n`)
    }
    return exitCode.ok
  }
}
