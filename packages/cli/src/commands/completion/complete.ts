/**
 * `trilum __complete`: what may stand next on a command line, for the scripts of `trilum completion`.
 *
 * @since 0.1.0
 */
import type { Command, Group, OptionSpec } from "../../Command.js"
import { globalOptions } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { kebab } from "../../names.js"

/** A word and what it is for. */
type Candidate = readonly [string, string]

const dashed = (option: OptionSpec): ReadonlyArray<Candidate> => [
  [`--${option.name}`, option.summary],
  ...(option.negatable === true ? [[`--no-${option.name}`, option.summary] as const] : [])
]

const optionCalled = (command: Command, word: string): OptionSpec | undefined => {
  const name = word.replace(/^--?/, "")
  return command.options.find(
    (option) => option.name === kebab(name) || option.aliases?.includes(name) === true || option.short === name
  )
}

const valuesOf = (option: OptionSpec): ReadonlyArray<Candidate> => (option.choices ?? []).map((value) => [value, ""])

const forCommand = (command: Command, before: ReadonlyArray<string>, current: string): ReadonlyArray<Candidate> => {
  const last = before.at(-1)
  const pending = last?.startsWith("-") === true ? optionCalled(command, last) : undefined
  if (pending !== undefined && pending.type === "string") return valuesOf(pending)
  const [, name, equals] = /^(--[^=]+)(=)/.exec(current) ?? []
  if (name !== undefined && equals !== undefined) {
    const option = optionCalled(command, name)
    return option === undefined ? [] : valuesOf(option).map(([value]): Candidate => [`${name}=${value}`, ""])
  }
  if (current.startsWith("-")) {
    const used = new Set(before)
    return [...command.options, ...globalOptions]
      .filter((option) => option.multiple === true || !used.has(`--${option.name}`))
      .flatMap(dashed)
  }
  return command.arguments.flatMap((argument) => argument.choices ?? []).map((value): Candidate => [value, ""])
}

const forGroup = async (group: Group, current: string): Promise<ReadonlyArray<Candidate>> =>
  current.startsWith("-")
    ? group.fallback === undefined
      ? globalOptions.flatMap(dashed)
      : forCommand(await group.fallback(), [], current)
    : group.entries.filter(({ hidden }) => hidden !== true).map(({ name, summary }): Candidate => [name, summary])

/** Bash makes three words of `--name=value`. */
const withoutEquals = (words: ReadonlyArray<string>): ReadonlyArray<string> =>
  words.flatMap((word, index) => (word !== "=" ? [word] : index === words.length - 1 ? [""] : []))

const candidates = async (root: Group, words: ReadonlyArray<string>): Promise<ReadonlyArray<Candidate>> => {
  const before = words.slice(0, -1)
  const current = words.at(-1) ?? ""
  let node: Command | Group = root
  for (const [index, word] of before.entries()) {
    if (node._tag === "Command") return forCommand(node, before.slice(index), current)
    if (word.startsWith("-")) {
      if (node.fallback !== undefined) return forCommand(await node.fallback(), before.slice(index), current)
      continue
    }
    const entry: Group["entries"][number] | undefined = node.entries.find(({ name }) => name === kebab(word))
    if (entry === undefined) {
      return node.fallback === undefined ? [] : forCommand(await node.fallback(), before.slice(index), current)
    }
    node = await entry.load()
  }
  return node._tag === "Command" ? forCommand(node, [], current) : forGroup(node, current)
}

/**
 * The command that completes the words of a tree.
 *
 * @since 0.1.0
 * @category constructors
 */
export const completeFrom = (root: Group): Command => ({
  _tag: "Command",
  path: ["__complete"],
  summary: "Words that may come next, each with a tab and its summary.",
  arguments: [
    {
      name: "words",
      summary: "The words of the line, the last one unfinished; after --",
      required: false,
      repeated: true
    }
  ],
  options: [],
  examples: [],
  run: async ({ io, values }) => {
    const words = withoutEquals(values.arguments)
    const current = words.at(-1) ?? ""
    const found = (await candidates(root, words)).filter(([word]) => word.startsWith(current))
    const text = found.map(([word, summary]) => `${word}\t${summary.replaceAll(/\s+/g, " ")}\n`).join("")
    await io.stdout.write(text)
    return exitCode.ok
  }
})
