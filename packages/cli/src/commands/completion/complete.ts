/**
 * `trilum __complete`: what may come next on a command line, for the scripts of `trilum completion`.
 *
 * @since 0.1.0
 */
import type { ArgumentSpec, Command, Group, Invocation, OptionSpec } from "../../Command.js"
import { entryOf, globalOptions } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { kebab } from "../../names.js"
import { type Candidate, type Line, values } from "./values.js"

/** What may come next: words, or the files of the machine, which the shell knows. */
interface Found {
  readonly words: ReadonlyArray<Candidate>
  readonly files?: boolean | undefined
}

const nothing: Found = { words: [] }

const dashed = (option: OptionSpec): ReadonlyArray<Candidate> => [
  [`--${option.name}`, option.summary],
  ...(option.negatable === true ? [[`--no-${option.name}`, option.summary] as const] : [])
]

const optionCalled = (command: Command, word: string): OptionSpec | undefined => {
  const name = word.replace(/^--?/, "")
  return [...command.options, ...globalOptions].find(
    (option) => option.name === kebab(name) || option.aliases?.includes(name) === true || option.short === name
  )
}

/** What a line says so far, and which argument is to come. */
const read = (command: Command, words: ReadonlyArray<string>): Line & { readonly next: ArgumentSpec | undefined } => {
  const options = new Map<string, string>()
  const positional: Array<string> = []
  let open = true
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? ""
    if (open && word === "--") open = false
    else if (open && word.startsWith("-") && word.length > 1) {
      const [, name = "", value] = /^(--?[^=]+)(?:=(.*))?$/.exec(word) ?? []
      const option = optionCalled(command, name)
      if (option?.type !== "string") continue
      if (value === undefined) index += 1
      options.set(option.name, value ?? words[index] ?? "")
    } else {
      positional.push(word)
    }
  }
  // The first ids of a path are left out, unless there are more words than the others take.
  const short = command.arguments.filter(({ leading }) => leading !== true)
  const wanted = positional.length < short.length ? short : command.arguments
  const given = new Map(positional.map((word, index) => [wanted[index]?.name ?? "", word]))
  const last = command.arguments.at(-1)
  const next = wanted[positional.length] ?? (last?.repeated === true ? last : undefined)
  return { command, options, arguments: given, next }
}

const isFile = ({ name, placeholder }: OptionSpec): boolean =>
  /^(?:FILE|PATH|DIR|FOLDER)$/.test(placeholder ?? "") || /-(?:file|dir)$/.test(name)

const isFileArgument = ({ name }: ArgumentSpec): boolean => /^(?:files?|paths?|body)$/.test(name)

type Finder = (command: Command, before: ReadonlyArray<string>, current: string) => Promise<Found>

const finder = (invocation: Invocation, root: Group): Finder => {
  const ofOption = async (option: OptionSpec, line: Line, current: string): Promise<Found> => {
    if (option.choices !== undefined) return { words: option.choices.map((value): Candidate => [value, ""]) }
    if (isFile(option)) return { words: [], files: true }
    return { words: await values(invocation, root, line, option.name, true, current) }
  }
  return async (command, before, current) => {
    const line = read(command, before)
    const closed = before.includes("--")
    const last = before.at(-1)
    const pending = !closed && last?.startsWith("-") === true ? optionCalled(command, last) : undefined
    if (pending !== undefined && pending.type === "string") return ofOption(pending, line, current)
    const [, name, value] = closed ? [] : (/^(--[^=]+)=(.*)$/.exec(current) ?? [])
    if (name !== undefined && value !== undefined) {
      const option = optionCalled(command, name)
      if (option === undefined) return nothing
      const found = await ofOption(option, line, value)
      return { ...found, words: found.words.map(([word, summary]): Candidate => [`${name}=${word}`, summary]) }
    }
    if (!closed && current.startsWith("-")) {
      const used = new Set(before)
      const words = [...command.options, ...globalOptions]
        .filter((option) => option.multiple === true || !used.has(`--${option.name}`))
        .flatMap(dashed)
      return { words }
    }
    const { next } = line
    if (next === undefined) return nothing
    if (next.choices !== undefined) return { words: next.choices.map((each): Candidate => [each, ""]) }
    if (isFileArgument(next)) return { words: [], files: true }
    return { words: await values(invocation, root, line, next.name, false, current) }
  }
}

const candidates = async (find: Finder, root: Group, words: ReadonlyArray<string>): Promise<Found> => {
  const before = words.slice(0, -1)
  const current = words.at(-1) ?? ""
  let node: Command | Group = root
  for (const [index, word] of before.entries()) {
    if (node._tag === "Command") return find(node, before.slice(index), current)
    if (word.startsWith("-")) {
      if (node.fallback !== undefined) return find(await node.fallback(), before.slice(index), current)
      continue
    }
    const entry: Group["entries"][number] | undefined = entryOf(node, word)
    if (entry === undefined) {
      return node.fallback === undefined ? nothing : find(await node.fallback(), before.slice(index), current)
    }
    node = await entry.load()
  }
  if (node._tag === "Command") return find(node, [], current)
  if (current.startsWith("-")) {
    return node.fallback === undefined
      ? { words: globalOptions.flatMap(dashed) }
      : find(await node.fallback(), [], current)
  }
  return {
    words: node.entries.filter(({ hidden }) => hidden !== true).map(({ name, summary }): Candidate => [name, summary])
  }
}

/** Bash makes three words of `--name=value`. */
const withoutEquals = (words: ReadonlyArray<string>): ReadonlyArray<string> =>
  words.flatMap((word, index) => (word !== "=" ? [word] : index === words.length - 1 ? [""] : []))

/** A word without the quotes of the shell, the last of which may be missing. */
const unquoted = (word: string): string => {
  const [quote] = word
  if (quote === '"' || quote === "'") return word.slice(1).replace(new RegExp(`${quote}$`), "")
  return word.replaceAll(/\\(.)/g, "$1")
}

/**
 * The command that completes the words of a tree. It prints a word and its summary on each line; the line `:files` stands
 * for the files of the machine. Whatever goes wrong, it prints nothing.
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
  run: async (invocation) => {
    const words = withoutEquals(invocation.values.arguments).map(unquoted)
    const current = words.at(-1) ?? ""
    const found = await candidates(finder(invocation, root), root, words).catch(() => nothing)
    const fit = found.words.filter(([word]) => word.startsWith(current))
    const text = fit.map(([word, summary]) => `${word}\t${summary.replaceAll(/\s+/g, " ")}\n`).join("")
    await invocation.io.stdout.write(`${text}${found.files === true ? ":files\n" : ""}`)
    return exitCode.ok
  }
})
