/**
 * The `trilum` command: finds what was asked for, runs it, and turns its end into an exit code.
 *
 * @since 0.1.0
 */
import { BrokenPipe, Interrupted, UsageError } from "./CliError.js"
import type { Command, Entry, Group, Invocation } from "./Command.js"
import { exitCode, of as exitCodeOf } from "./exitCode.js"
import type { Io } from "./Io.js"
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

/** Follows the words of a command line. Options that stand between them go on to the command. */
const find = async (argv: ReadonlyArray<string>): Promise<Found> => {
  let node: Command | Group = root
  const options: Array<string> = []
  for (const [index, word] of argv.entries()) {
    if (node._tag === "Command") return { node, rest: [...options, ...argv.slice(index)] }
    if (!isWord(word)) {
      options.push(word)
      continue
    }
    const entry: Entry | undefined = node.entries.find(({ name }) => name === word || name === kebab(word))
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
  }
  return { node, rest: options }
}

const asksForHelp = (rest: ReadonlyArray<string>): boolean => {
  const end = rest.indexOf("--")
  return (end < 0 ? rest : rest.slice(0, end)).some((word) => word === "--help" || word === "-h")
}

const runGroup = async (group: Group, rest: ReadonlyArray<string>, io: Io): Promise<number> => {
  if (group.path.length === 0 && rest.some((word) => word === "--version" || word === "-V")) {
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
  const values = parse(rest, command)
  if (values.flag("help") === true) {
    await io.stdout.write(Help.render(command, io.stdout))
    return exitCode.ok
  }
  const invocation: Invocation = {
    io,
    values,
    json: values.flag("json") === true,
    debug: values.flag("debug") === true
  }
  return command.run(invocation)
}

/** Before the command line is understood, its flags are known by their looks alone. */
const typed = (argv: ReadonlyArray<string>, flag: string): boolean => argv.includes(flag)

/**
 * Runs a command line and resolves with its exit code. Never rejects.
 *
 * @since 0.1.0
 * @category constructors
 */
export const main = async (argv: ReadonlyArray<string>, io: Io): Promise<number> => {
  try {
    const { node, rest } = await find(argv)
    return node._tag === "Group" ? await runGroup(node, rest, io) : await runCommand(node, rest, io)
  } catch (error) {
    if (!(error instanceof BrokenPipe) && !(error instanceof Interrupted)) {
      const text = ErrorText.render(error, {
        json: typed(argv, "--json"),
        debug: typed(argv, "--debug"),
        colour: io.stderr.colour
      })
      await io.stderr.write(text)
    }
    return exitCodeOf(error)
  }
}
