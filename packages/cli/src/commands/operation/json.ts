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

const space = /[ \t\n\r]*/y
const opening = /[{[]/y
const textStart = /"(?:[ !#-[\]-\uffff]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*/y
const literal = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

/** Where JSON text stops being JSON. Messages of `JSON.parse` do not always say so, and repeat the text. */
const offsetOf = (text: string): number => {
  let at = 0
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at
    const found = pattern.exec(text)?.[0]
    at += found?.length ?? 0
    return found !== undefined
  }
  const character = (wanted: string): boolean => {
    if (text[at] !== wanted) return false
    at += 1
    return true
  }
  const string = (): boolean => take(textStart) && character('"')
  const key = (): boolean => take(space) && string() && take(space) && character(":")
  const closers: Array<string> = []
  for (;;) {
    take(space)
    if (take(opening)) {
      const closer = text[at - 1] === "{" ? "}" : "]"
      take(space)
      if (!character(closer)) {
        closers.push(closer)
        if (closer === "}" && !key()) return at
        continue
      }
    } else if (!(text[at] === '"' ? string() : take(literal))) return at
    for (;;) {
      take(space)
      const closer = closers.at(-1)
      if (closer === undefined) return at
      if (character(closer)) closers.pop()
      else if (!character(",")) return at
      else break
    }
    if (closers.at(-1) === "}" && !key()) return at
  }
}

/**
 * The place where text from a file stops being JSON, without a word of the text: it may be secret.
 *
 * @since 0.1.0
 * @category accessors
 */
export const placeOf = (text: string): string => {
  const lines = text.slice(0, offsetOf(text)).split("\n")
  return `line ${lines.length}, column ${(lines.at(-1)?.length ?? 0) + 1}`
}

/**
 * The JSON of a file, with numbers as they are written. Throws a `UsageError` that names the option and the place.
 *
 * @since 0.1.0
 * @category accessors
 */
export const jsonOf = (option: string, file: string, text: string): unknown => {
  try {
    return JsonNumber.parse(text)
  } catch {
    throw new UsageError(`${option} ${file} is not JSON: ${placeOf(text)}`)
  }
}

/**
 * JSON as it is typed, with numbers as they are written. Throws a `UsageError`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const typedJson = (option: string, text: string): unknown => {
  try {
    return JsonNumber.parse(text)
  } catch (cause) {
    const why = cause instanceof Error ? `: ${cause.message}` : ""
    throw new UsageError(`${option} is not JSON${why}`, `for example: ${option} '{"name": "value"}'`)
  }
}

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
  const value = file === undefined ? typedJson(`--${name}`, given) : jsonOf(`--${name}`, given, await textOf(io, file))
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
