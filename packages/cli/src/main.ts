/**
 * The `trilum` command: finds what was asked for, runs it, and turns its end into an exit code.
 *
 * @since 0.1.0
 */
import { BrokenPipe, Interrupted, NothingSent, UsageError } from "./CliError.js"
import {
  type Active,
  asksForHelp,
  type Command,
  type Entry,
  entryOf,
  type Formatting,
  type Group,
  globalOptions,
  type Invocation,
  type Values
} from "./Command.js"
import * as Config from "./config.js"
import { exitCode, of as exitCodeOf } from "./exitCode.js"
import type { Io, Output } from "./Io.js"
import { kebab, nearest } from "./names.js"
import { parse } from "./parse.js"
import * as ErrorText from "./render/error.js"
import * as Help from "./render/help.js"
import { root } from "./root.js"

interface Found {
  readonly node: Command | Group
  readonly rest: ReadonlyArray<string>
}

const isWord = (text: string): boolean => !text.startsWith("-")

/** Options that take no value and belong to no command, so that a word after them is no value of theirs. */
const raw = "--raw"

const valueless = new Set([
  raw,
  ...globalOptions
    .filter(({ type }) => type === "boolean")
    .flatMap(({ name, short }) => [`--${name}`, ...(short === undefined ? [] : [`-${short}`])])
])

/** Words before `--`. */
const openWords = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const end = words.indexOf("--")
  return end < 0 ? words : words.slice(0, end)
}

const withoutRaw = (words: ReadonlyArray<string>): ReadonlyArray<string> => {
  const open = openWords(words)
  return [...open.filter((word) => word !== raw), ...words.slice(open.length)]
}

/** Whether what an operation cannot do without is given, by options of its own or as a body. */
const isWhole = ({ options }: Command, values: Values): boolean =>
  values.has("body") ||
  values.has("set") ||
  values.has("skeleton") ||
  options.every(({ name, required }) => required !== true || values.has(name))

/**
 * Whether an operation can be called with these words: as many arguments as it has, options of its own only. With as many
 * arguments as the command made by hand has, options decide that this one does not have.
 */
const fits = (operation: Command, rest: ReadonlyArray<string>, byHand?: Command): boolean => {
  try {
    const values = parse(rest, operation)
    const leading = operation.arguments.some((argument) => argument.leading === true)
    const isShort = leading && values.arguments.length < operation.arguments.length
    if (values.arguments.length > 0 && !isShort) return true
    const others = operation.options.filter(
      ({ name }) => !isShort || byHand?.options.some((option) => option.name === name) !== true
    )
    return others.some(({ name }) => values.has(name)) && isWhole(operation, values)
  } catch (error) {
    if (error instanceof UsageError) return false
    throw error
  }
}

/** Where a command made by hand stands before an operation, the words decide which is meant. */
const choose = async (found: Found, entry: Entry | undefined): Promise<Found> => {
  const { node, rest } = found
  if (entry?.operation === undefined || node._tag === "Group") return found
  const only = entry.operation === entry.load
  if (openWords(rest).includes(raw)) return { node: only ? node : await entry.operation(), rest: withoutRaw(rest) }
  if (only || asksForHelp(rest)) return found
  if (entry.covers === true && fits(node, rest)) return found
  const operation = await entry.operation()
  return fits(operation, rest, node) ? { node: operation, rest } : found
}

/** Whether a word is an option that may take the next word for its value. */
const takesValue = (word: string | undefined): boolean =>
  word?.startsWith("-") === true && word !== "--" && !word.includes("=") && !valueless.has(word)

/** Follows the words of a command line. Options that stand between them go on to the command. */
const find = async (argv: ReadonlyArray<string>): Promise<Found> => {
  let node: Command | Group = root
  let last: Entry | undefined
  let options: ReadonlyArray<string> = []
  // An option of the command that a group falls back to may have taken the next word for its value.
  let taken = false
  for (const [index, word] of argv.entries()) {
    const rest = [...options, ...argv.slice(index)]
    if (node._tag === "Command") return choose({ node, rest }, last)
    if (!isWord(word)) {
      if (word === "--" && node.fallback !== undefined) return { node: await node.fallback(), rest }
      options = [...options, word]
      taken ||= !valueless.has(word)
      continue
    }
    const entry: Entry | undefined = entryOf(node, word)
    // The value of an option that stands before the command, as in `--timeout 5s lumnis users list`.
    if (entry === undefined && node.fallback === undefined && takesValue(argv[index - 1])) {
      options = [...options, word]
      continue
    }
    if (node.fallback !== undefined && (entry === undefined || taken)) return { node: await node.fallback(), rest }
    if (entry === undefined) {
      const words = ["trilum", ...node.path].join(" ")
      const meant = nearest(
        kebab(word),
        node.entries.filter(({ hidden }) => hidden !== true).map(({ name }) => name)
      )
      throw new UsageError(
        `there is no command "${word}" under ${words}${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
        `see: ${words} --help`
      )
    }
    node = await entry.load()
    last = entry
    taken = false
  }
  if (node._tag === "Group" && node.fallback !== undefined) return { node: await node.fallback(), rest: options }
  return choose({ node, rest: options }, last)
}

const runGroup = async (group: Group, rest: ReadonlyArray<string>, io: Io): Promise<number> => {
  if (group.path.length === 0 && rest.some((word) => ["--version", "-V", "-v"].includes(word))) {
    await io.stdout.write(`${io.version}\n`)
    return exitCode.ok
  }
  if (!asksForHelp(rest)) {
    parse(rest, { path: group.path, arguments: [], options: [] })
    if (group.path.length > 0) {
      await io.stderr.write(Help.render(group, io.stderr))
      return exitCode.usage
    }
  }
  await io.stdout.write(Help.render(group, io.stdout))
  return exitCode.ok
}

const runCommand = async (command: Command, rest: ReadonlyArray<string>, io: Io): Promise<number> => {
  const typed = parse(rest, command)
  if (typed.flag("help") === true) {
    await io.stdout.write(Help.render(command, io.stdout))
    return exitCode.ok
  }
  let active: Promise<Active> | undefined
  const config = (): Promise<Active> => {
    active ??= Config.active(io, typed.text("profile"))
    return active
  }
  const values = command.options.some(({ setting }) => setting !== undefined)
    ? Config.withSettings(typed, command.options, io.env, await config())
    : typed
  const quiet = values.flag("quiet") === true
  const debug = values.flag("debug") === true
  const verbose = values.flag("verbose") === true || debug
  if (quiet && verbose) throw new UsageError(`--quiet and --${debug ? "debug" : "verbose"} exclude each other`)
  const formatting = isFormatted(values)
    ? await (await import("./render/format.js")).make(values, io.stdout)
    : undefined
  const invocation: Invocation = {
    io: quiet ? { ...io, stderr: { ...silent, columns: io.stderr.columns } } : io,
    command,
    values,
    config,
    interactive: io.stdin.isTTY && values.flag("no-input") !== true,
    json: values.flag("json") === true || formatting !== undefined,
    debug,
    verbose,
    formatting,
    main
  }
  return formatting === undefined ? command.run(invocation) : runFormatted(command, invocation, formatting)
}

/** Takes what `--quiet` leaves out. Nobody can be asked there. */
const silent: Omit<Output, "columns"> = { isTTY: false, colour: false, write: () => Promise.resolve() }

const isFormatted = (values: Values): boolean => ["output", "jq", "columns", "wide"].some((name) => values.has(name))

/** Runs a command with stdout in another format. What was printed before a failure is shown, too. */
const runFormatted = async (command: Command, invocation: Invocation, formatting: Formatting): Promise<number> => {
  const { stdout } = invocation.io
  const formatter = formatting.make()
  const put = (text: string): Promise<void> => (text === "" ? Promise.resolve() : stdout.write(text))
  const formatted: Output = {
    isTTY: false,
    columns: stdout.columns,
    colour: false,
    write: async (chunk) => put(formatter.push(chunk))
  }
  const finish = async (): Promise<void> => {
    const text = formatter.end()
    if (formatting.format !== "table") return put(text)
    return (await import("./render/pager.js")).show(invocation, text)
  }
  const run = async (): Promise<number> => command.run({ ...invocation, io: { ...invocation.io, stdout: formatted } })
  const code = await run().catch(async (error: unknown) => {
    await finish().catch(() => undefined)
    throw error
  })
  await finish()
  return code
}

/** Before the command line is understood, its flags are known by their looks alone. */
const typed = (argv: ReadonlyArray<string>, flag: string): boolean => openWords(argv).includes(flag)

/** Whether errors are for programs, too. */
const wantsJson = (argv: ReadonlyArray<string>): boolean =>
  typed(argv, "--json") ||
  openWords(argv).some(
    (word, index) =>
      /^--output=(?:nd)?json$/.test(word) || (word === "--output" && /^(?:nd)?json$/.test(argv[index + 1] ?? ""))
  )

const withoutColour = (io: Io): Io => ({
  ...io,
  stdout: uncoloured(io.stdout),
  stderr: uncoloured(io.stderr)
})

const uncoloured = (output: Output): Output => ({
  isTTY: output.isTTY,
  colour: false,
  write: output.write,
  get columns() {
    return output.columns
  },
  get rows() {
    return output.rows
  }
})

/**
 * Runs a command line and resolves with its exit code. Never rejects.
 *
 * @since 0.1.0
 * @category constructors
 */
export const main = async (argv: ReadonlyArray<string>, given: Io): Promise<number> => {
  const io = typed(argv, "--no-color") ? withoutColour(given) : given
  try {
    const { node, rest } = await find(argv)
    return node._tag === "Group" ? await runGroup(node, rest, io) : await runCommand(node, rest, io)
  } catch (error) {
    if (!(error instanceof BrokenPipe) && !(error instanceof Interrupted) && !(error instanceof NothingSent)) {
      const text = ErrorText.render(error, {
        json: wantsJson(argv),
        debug: typed(argv, "--debug"),
        colour: io.stderr.colour
      })
      await io.stderr.write(text)
    }
    return exitCodeOf(error)
  }
}
