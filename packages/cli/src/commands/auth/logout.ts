/**
 * `trilum auth logout`: forget stored keys.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import * as Config from "../../config.js"
import * as Credentials from "../../credentials.js"
import { exitCode } from "../../exitCode.js"
import { platforms } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import { platformOf, platformOption } from "./platform.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const logout: Command = {
  _tag: "Command",
  path: ["auth", "logout"],
  summary: "Forget stored keys.",
  description:
    "The keys of the profile in use, or of --profile. They stay valid: revoke them on the platform itself if need be.",
  arguments: [],
  options: [platformOption("Only this one. Default: all.")],
  examples: ["auth logout --platform luml", "auth logout --profile staging"],
  run: async ({ io, json, values }) => {
    const only = platformOf(values)
    const profile = Config.profileName(io, values.text("profile"))
    let removed: ReadonlyArray<string> = []
    await Credentials.change(io, profile, (keys) => {
      removed = Object.keys(keys).filter((name) => only === undefined || name === only.name)
      return Object.fromEntries(Object.entries(keys).filter(([name]) => !removed.includes(name)))
    })
    if (json) await io.stdout.write(`${Json.compact({ removed })}\n`)
    else
      await io.stderr.write(removed.length === 0 ? "no key was stored\n" : `forgot the keys of ${removed.join(", ")}\n`)
    for (const { keyVariable, name } of platforms) {
      if (removed.includes(name) && (io.env[keyVariable] ?? "") !== "") {
        await io.stderr.write(`note: ${keyVariable} is still set\n`)
      }
    }
    return exitCode.ok
  }
}
