/**
 * Command lines to values, by `node:util` parseArgs and a specification.
 *
 * @since 0.1.0
 */
import { type ParseArgsConfig, parseArgs } from "node:util"
import { UsageError } from "./CliError.js"
import { type ArgumentSpec, globalOptions, type OptionSpec, type Values } from "./Command.js"
import { kebab, nearest } from "./names.js"

/**
 * What a command line is read against.
 *
 * @since 0.1.0
 * @category models
 */
export interface Syntax {
  readonly path: ReadonlyArray<string>
  readonly arguments: ReadonlyArray<ArgumentSpec>
  readonly options: ReadonlyArray<OptionSpec>
}

interface Known {
  readonly spec: OptionSpec
  readonly value: boolean
}

/** Every spelling of every option. */
const spellings = (options: ReadonlyArray<OptionSpec>): ReadonlyMap<string, Known> => {
  const out = new Map<string, Known>()
  for (const spec of options) {
    for (const name of [spec.name, ...(spec.aliases ?? [])]) {
      out.set(name, { spec, value: true })
      if (spec.type === "boolean" && spec.negatable === true) out.set(`no-${name}`, { spec, value: false })
    }
  }
  return out
}

const configOf = (known: ReadonlyMap<string, Known>): NonNullable<ParseArgsConfig["options"]> => {
  const out: NonNullable<ParseArgsConfig["options"]> = {}
  for (const [name, { spec }] of known) {
    out[name] = {
      type: spec.type,
      multiple: true,
      ...(spec.short !== undefined && name === spec.name ? { short: spec.short } : undefined)
    }
  }
  return out
}

const isNumber = (text: string): boolean => /^-(?:\d|\.\d)/.test(text)

/** Spells options as the specification does: parseArgs takes no value for one that it does not know. */
const canonical = (argv: ReadonlyArray<string>, known: ReadonlyMap<string, Known>): Array<string> => {
  const end = argv.indexOf("--")
  return argv.map((word, index) => {
    const [, name] = /^--([^=]+)/.exec(word) ?? []
    if (name === undefined || known.has(name) || !known.has(kebab(name)) || (end >= 0 && index > end)) return word
    return `--${kebab(name)}${word.slice(2 + name.length)}`
  })
}

/**
 * Reads a command line. Options may stand anywhere; `--` ends them; `--name value`, `--name=value`, `-x value`.
 *
 * Throws a `UsageError` for an option that does not exist (naming the nearest), one without its value, and arguments too
 * many or too few. `--help` excuses all that is missing.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parse = (argv: ReadonlyArray<string>, syntax: Syntax): Values => {
  const options = [...syntax.options, ...globalOptions]
  const known = spellings(options)
  const see = `see: trilum ${[...syntax.path, "--help"].join(" ")}`
  const { tokens } = parseArgs({
    args: canonical(argv, known),
    options: configOf(known),
    strict: false,
    allowPositionals: true,
    tokens: true
  })

  const given: Array<string> = []
  const texts = new Map<string, Array<string>>()
  const flags = new Map<string, boolean>()
  for (const token of tokens) {
    if (token.kind === "positional") given.push(token.value)
    if (token.kind !== "option") continue
    const found = known.get(token.name)
    if (found === undefined) {
      const meant = token.rawName.startsWith("--") ? nearest(kebab(token.name), known.keys()) : undefined
      throw new UsageError(
        `there is no option ${token.rawName}${meant === undefined ? "" : `; did you mean --${meant}?`}`,
        see
      )
    }
    const { spec, value } = found
    if (spec.type === "boolean") {
      if (token.inlineValue === true && token.value !== "true" && token.value !== "false") {
        throw new UsageError(`--${spec.name} takes no value`, see)
      }
      flags.set(spec.name, token.value === "false" ? !value : value)
      continue
    }
    const text = token.value
    if (
      text === undefined ||
      (token.inlineValue !== true && text.length > 1 && text.startsWith("-") && !isNumber(text))
    ) {
      const missing = `--${spec.name} needs a value${spec.placeholder === undefined ? "" : ` (${spec.placeholder})`}`
      throw new UsageError(
        missing,
        text === undefined ? see : `for a value that begins with a dash: --${spec.name}=${text}`
      )
    }
    const list = texts.get(spec.name)
    if (list === undefined) texts.set(spec.name, [text])
    else if (spec.multiple === true) list.push(text)
    else throw new UsageError(`--${spec.name} is given twice`, see)
  }

  if (!options.some(({ alone, name }) => alone === true && flags.get(name) === true)) {
    const rest = syntax.arguments.filter(({ leading }) => leading !== true)
    const wanted = given.length <= rest.length ? rest : syntax.arguments
    const missing = wanted.filter((argument, index) => argument.required && given[index] === undefined)
    if (missing.length > 0) {
      throw new UsageError(`missing ${missing.map((argument) => `<${argument.name}>`).join(" ")}`, see)
    }
    const [extra] = given.slice(syntax.arguments.length)
    if (extra !== undefined && syntax.arguments.at(-1)?.repeated !== true)
      throw new UsageError(
        syntax.options.some(({ secret }) => secret === true)
          ? "one argument is too many; it is not shown, as it may be a secret"
          : `unexpected argument "${extra}"`,
        see
      )
  }

  return {
    arguments: given,
    has: (name) => texts.has(name) || flags.has(name),
    text: (name) => texts.get(name)?.at(-1),
    texts: (name) => texts.get(name) ?? [],
    flag: (name) => flags.get(name)
  }
}

const units: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

/**
 * `30s`, `500ms`, `2m`, `1h`, or a number of seconds, as milliseconds.
 *
 * @since 0.1.0
 * @category accessors
 */
export const duration = (values: Pick<Values, "text">, name: string): number | undefined => {
  const text = values.text(name)
  if (text === undefined) return undefined
  const [, amount, unit = "s"] = /^(\d+(?:\.\d+)?)(ms|s|m|h)?$/.exec(text) ?? []
  const millis = Number(amount) * (units[unit] ?? 0)
  if (amount === undefined || !(millis > 0)) {
    throw new UsageError(`--${name} "${text}" is not a duration`, `write it like 500ms, 30s, 2m or 1h`)
  }
  return millis
}

/**
 * @since 0.1.0
 * @category accessors
 */
export const integer = (values: Pick<Values, "text">, name: string, minimum: number): number | undefined => {
  const text = values.text(name)
  if (text === undefined) return undefined
  const number = Number(text)
  if (!/^-?\d+$/.test(text) || !Number.isSafeInteger(number) || number < minimum) {
    throw new UsageError(`--${name} "${text}" is not a whole number from ${minimum} on`)
  }
  return number
}

/**
 * A value out of a fixed list.
 *
 * @since 0.1.0
 * @category accessors
 */
export const choice = <A extends string>(
  values: Values,
  name: string,
  choices: ReadonlyArray<A>,
  hint?: string
): A | undefined => {
  const text = values.text(name)
  if (text === undefined) return undefined
  const found = choices.find((candidate) => candidate === text)
  if (found !== undefined) return found
  throw new UsageError(`--${name} "${text}" is none of ${choices.join(", ")}`, meant(text, choices) ?? hint)
}

const meant = (text: string, choices: ReadonlyArray<string>): string | undefined => {
  const found = nearest(text, choices)
  return found === undefined ? undefined : `did you mean ${found}?`
}

/**
 * `Name: value` lines of `--header`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const headers = (values: Values): Readonly<Record<string, string>> | undefined => {
  const lines = values.texts("header")
  if (lines.length === 0) return undefined
  const out: Record<string, string> = {}
  for (const line of lines) {
    const colon = line.indexOf(":")
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon < 1 || name === "")
      throw new UsageError("a value of --header is not NAME:VALUE; it is not shown, as it may be a secret")
    out[name] = line.slice(colon + 1).trim()
  }
  return out
}
