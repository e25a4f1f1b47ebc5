/**
 * `trilum emulator stop`: stops an emulator that runs in another process.
 *
 * @since 0.1.0
 */
import type { Command } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { defaultPort, hostOption, noEmulator, portOption, urlOf } from "./address.js"

/**
 * @since 0.1.0
 * @category commands
 */
export const stop: Command = {
  _tag: "Command",
  path: ["emulator", "stop"],
  summary: "Stop an emulator that runs in another process.",
  description: "Returns when it has stopped. Exit code 1 when none listens on the port.",
  arguments: [],
  options: [portOption(`The port it was started with. Default: ${defaultPort}.`), hostOption],
  examples: ["emulator stop", "emulator stop --port 4020"],
  run: async ({ io, values }) => {
    const url = urlOf(values)
    const Control = await import("@trilum/emulator/Control")
    if (!(await Control.stop(url))) throw noEmulator(url)
    await io.stderr.write(`The emulator on ${url} has stopped.\n`)
    return exitCode.ok
  }
}
