/**
 * JSON given as the value of an option.
 *
 * @since 0.1.0
 */
import * as JsonNumber from "@trilum/core/JsonNumber"
import { UsageError } from "../../CliError.js"
import type { Values } from "../../Command.js"
import type { Io } from "../../Io.js"
import { textOf } from "./files.js"

/**
 * An object: typed, from a file as `@FILE`, or from stdin as `-`. Throws a `UsageError` for anything else.
 *
 * @since 0.1.0
 * @category accessors
 */
export const jsonObject = async (
  io: Io,
  values: Values,
  name: string
): Promise<Readonly<Record<string, unknown>> | undefined> => {
  const given = values.text(name)
  if (given === undefined) return undefined
  const file = given === "-" ? "-" : given.startsWith("@") ? given.slice(1) : undefined
  const text = file === undefined ? given : await textOf(io, file)
  let value: unknown
  try {
    value = JsonNumber.parse(text)
  } catch (cause) {
    // The text of a file stays out of the message.
    const why = file === undefined && cause instanceof Error ? `: ${cause.message}` : ""
    throw new UsageError(`--${name} is not JSON${why}`, `for example: --${name} '{"name": "value"}'`)
  }
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(`--${name} is not a JSON object`)
  }
  return { ...value }
}

/**
 * A value on the command line: JSON if it reads as JSON, else text.
 *
 * @since 0.1.0
 * @category accessors
 */
export const valueOf = (text: string): unknown => {
  try {
    return JsonNumber.parse(text)
  } catch {
    return text
  }
}

/**
 * A `NAME=VALUE` of an option.
 *
 * @since 0.1.0
 * @category accessors
 */
export const settingOf = (option: string, setting: string): readonly [name: string, value: unknown] => {
  const equals = setting.indexOf("=")
  if (equals < 1) throw new UsageError(`${option} "${setting}" is not NAME=VALUE`)
  return [setting.slice(0, equals), valueOf(setting.slice(equals + 1))]
}
