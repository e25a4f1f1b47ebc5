/**
 * `trilum emulator status`: whether an emulator runs, and where its platforms are.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import * as Json from "../../render/json.js"
import { defaultPort, hostOption, noEmulator, portOption, urlOf } from "./address.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const status: Command = {
  _tag: "Command",
  path: ["emulator", "status"],
  summary: "Show whether an emulator runs, and where its platforms are.",
  description: "Exit code 1 when none listens on the port.",
  arguments: [],
  options: [portOption(`The port it was started with. Default: ${defaultPort}.`), hostOption],
  examples: ["emulator status", "emulator status --port 4020 --json"],
  run: async ({ io, values }) => {
    const url = urlOf(values)
    const Control = await import("@trilum/emulator/Control")
    const health = await Control.status(url)
    if (health === undefined) throw noEmulator(url)
    await io.stdout.write(`${Json.compact(health)}\n`)
    return exitCode.ok
  }
}
