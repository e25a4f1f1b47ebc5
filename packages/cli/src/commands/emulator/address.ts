/**
 * Where an emulator listens: the options that `emulator start`, `stop` and `status` share.
 *
 * @since 0.1.0
 */
import { LocalError, UsageError } from "../../CliError.js"
import type { OptionSpec, Values } from "../../Command.js"
import { integer } from "../../parse.js"

/**
 * @since 0.1.0
 * @category constants
 */
export const defaultPort = 4010

const defaultHost = "127.0.0.1"

/**
 * @since 0.1.0
 * @category constructors
 */
export const portOption = (summary: string): OptionSpec => ({
  name: "port",
  type: "string",
  placeholder: "N",
  summary
})

/**
 * @since 0.1.0
 * @category constants
 */
export const hostOption: OptionSpec = {
  name: "host",
  type: "string",
  placeholder: "ADDRESS",
  summary: `Loopback address. Default: ${defaultHost}.`
}

/**
 * @since 0.1.0
 * @category accessors
 */
export const portOf = (values: Values): number => {
  const port = integer(values, "port", 0) ?? defaultPort
  if (port > 65_535) throw new UsageError(`--port ${port} is not a port: the last is 65535`)
  return port
}

/**
 * The URL of an emulator that runs.
 *
 * @since 0.1.0
 * @category accessors
 */
export const urlOf = (values: Values): string => {
  const host = values.text("host") ?? defaultHost
  return `http://${host.includes(":") ? `[${host}]` : host}:${portOf(values)}`
}

/**
 * @since 0.1.0
 * @category errors
 */
export const noEmulator = (url: string): LocalError =>
  new LocalError(`no emulator listens on ${url}`, "give the --port that `emulator start` printed")
