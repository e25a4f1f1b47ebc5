/**
 * A command as data: what parsing, help and completion read, and what runs.
 *
 * @since 0.1.0
 */
import type { Io } from "./Io.js"
import { kebab } from "./names.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface OptionSpec {
  /** Without dashes, e.g. `page-size`. */
  readonly name: string
  readonly type: "string" | "boolean"
  readonly summary: string
  /** Other spellings, e.g. `page_size`. */
  readonly aliases?: ReadonlyArray<string> | undefined
  readonly short?: string | undefined
  /** Given more than once. */
  readonly multiple?: boolean | undefined
  /** `--no-NAME` is its opposite. */
  readonly negatable?: boolean | undefined
  /** What stands for the value in help. */
  readonly placeholder?: string | undefined
  /** Shown and completed; whether others are refused is the command's business. */
  readonly choices?: ReadonlyArray<string> | undefined
  readonly required?: boolean | undefined
  /** With it the command needs no arguments, as with `--help`. */
  readonly alone?: boolean | undefined
  /** The key of the setting that it has by default, such as `luml.orbit`: its variable, else the profile's value. */
  readonly setting?: string | undefined
  /** Names where a secret is read from, so no message shows what else was typed. */
  readonly secret?: boolean | undefined
  /** Heading in help; default `Options`. */
  readonly heading?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ArgumentSpec {
  readonly name: string
  readonly summary: string
  readonly required: boolean
  readonly choices?: ReadonlyArray<string> | undefined
  /** The last argument may be given any number of times. */
  readonly repeated?: boolean | undefined
  /** One of the first arguments, which are left out or given together. */
  readonly leading?: boolean | undefined
}

/**
 * What was typed, by the names of the specification.
 *
 * @since 0.1.0
 * @category models
 */
export interface Values {
  /** In the order of the arguments. */
  readonly arguments: ReadonlyArray<string>
  readonly has: (name: string) => boolean
  /** The last value given, else that of the option's setting. */
  readonly text: (name: string) => string | undefined
  readonly texts: (name: string) => ReadonlyArray<string>
  readonly flag: (name: string) => boolean | undefined
}

/**
 * The settings of a profile, by their keys.
 *
 * @since 0.1.0
 * @category models
 */
export type Profile = Readonly<Record<string, string>>

/**
 * The profile in use.
 *
 * @since 0.1.0
 * @category models
 */
export interface Active {
  readonly profile: string
  readonly values: Profile
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Invocation {
  readonly io: Io
  readonly command: Command
  readonly values: Values
  /** The profile in use. Rejects with a `UsageError` for one that does not exist. */
  readonly config: () => Promise<Active>
  /** Whether a person can be asked: stdin is a terminal, and `--no-input` is absent. */
  readonly interactive: boolean
  /** `--json`: machine-readable output and errors. */
  readonly json: boolean
  /** `--debug`: logs and stack traces on stderr. */
  readonly debug: boolean
  /** `--verbose`: each request and each wait on stderr. */
  readonly verbose: boolean
  /** What becomes of the JSON that is printed. Stdout applies it by itself; absent without `--output` and `--jq`. */
  readonly formatting?: Formatting | undefined
  /** Runs another command line, with streams of its own. Resolves with its exit code. */
  readonly main: (argv: ReadonlyArray<string>, io: Io) => Promise<number>
}

/**
 * The formats of `--output`.
 *
 * @since 0.1.0
 * @category models
 */
export type Format = "json" | "ndjson" | "yaml" | "csv" | "table"

/**
 * Turns printed JSON, one document a line, into a format. Both functions give what can be written by now.
 *
 * @since 0.1.0
 * @category models
 */
export interface Formatter {
  readonly push: (chunk: string | Uint8Array) => string
  readonly end: () => string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Formatting {
  /** `undefined`: the results of `--jq`, strings as text. */
  readonly format: Format | undefined
  /** The format has a line for each record of a list, and not the whole answer. */
  readonly byRecord: boolean
  /** A formatter for one stream or file. */
  readonly make: () => Formatter
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Command {
  readonly _tag: "Command"
  /** The words after `trilum`. */
  readonly path: ReadonlyArray<string>
  readonly summary: string
  readonly description?: string | undefined
  readonly arguments: ReadonlyArray<ArgumentSpec>
  readonly options: ReadonlyArray<OptionSpec>
  /** Command lines without the leading `trilum`. */
  readonly examples: ReadonlyArray<string>
  /** Lines at the end of its help. */
  readonly notes?: ReadonlyArray<string> | undefined
  /** Ids of the reads that find what names stand for. A dry run sends these and shows the request after them. */
  readonly lookups?: ReadonlyArray<string> | undefined
  /** Resolves with the exit code; rejects with what went wrong. */
  readonly run: (invocation: Invocation) => Promise<number>
}

/**
 * A word that leads to a command or to further words.
 *
 * @since 0.1.0
 * @category models
 */
export interface Entry {
  readonly name: string
  readonly summary: string
  /** Heading in help; default `Commands`. */
  readonly heading?: string | undefined
  readonly hidden?: boolean | undefined
  readonly load: () => Promise<Command | Group>
  /**
   * The operation of the platform that has the same words. It runs when the words after them are as it wants them, and
   * not as the command made by hand does, and with `--raw`.
   */
  readonly operation?: (() => Promise<Command>) | undefined
  /** It does all that its operation does with the words that both take, so these are its own. */
  readonly covers?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Group {
  readonly _tag: "Group"
  readonly path: ReadonlyArray<string>
  readonly summary: string
  readonly entries: ReadonlyArray<Entry>
  /** What runs when no entry is named: its arguments begin where the entries would stand. */
  readonly fallback?: (() => Promise<Command>) | undefined
  readonly examples?: ReadonlyArray<string> | undefined
  readonly notes?: ReadonlyArray<string> | undefined
}

/** Words that people know from other commands. They stand for the first of these that a group has. */
const synonyms: ReadonlyMap<string, ReadonlyArray<string>> = new Map([
  ["ls", ["list"]],
  ["rm", ["delete", "remove"]],
  ["show", ["get", "status"]]
])

/**
 * What a word leads to: an entry of this name in any spelling, or one that the word is a synonym of. Where a group takes
 * free text (`lvng chat show`), a synonym is text.
 *
 * @since 0.1.0
 * @category accessors
 */
export const entryOf = (group: Group, word: string): Entry | undefined => {
  const named = (name: string): Entry | undefined => group.entries.find((entry) => entry.name === name)
  const found = named(word) ?? named(kebab(word))
  if (found !== undefined || group.fallback !== undefined) return found
  return (synonyms.get(word) ?? []).map(named).find((entry) => entry !== undefined)
}

/**
 * Whether words ask for help rather than for a run.
 *
 * @since 0.1.0
 * @category predicates
 */
export const asksForHelp = (words: ReadonlyArray<string>): boolean => {
  const end = words.indexOf("--")
  return (end < 0 ? words : words.slice(0, end)).some((word) => word === "--help" || word === "-h")
}

/**
 * The options of every command.
 *
 * @since 0.1.0
 * @category constants
 */
export const globalOptions: ReadonlyArray<OptionSpec> = [
  {
    name: "json",
    type: "boolean",
    summary: "JSON, as in a pipe, and errors as one line of JSON",
    heading: "Output"
  },
  {
    name: "output",
    type: "string",
    placeholder: "FORMAT",
    choices: ["json", "ndjson", "yaml", "csv", "table"],
    summary: "Format of what is printed. Default: for people on a terminal, else json",
    heading: "Output"
  },
  {
    name: "jq",
    type: "string",
    placeholder: "FILTER",
    summary: "Print the results of a jq filter over the JSON",
    heading: "Output"
  },
  {
    name: "columns",
    type: "string",
    placeholder: "NAMES",
    summary: "Columns of a table or of CSV, as in id,name",
    heading: "Output"
  },
  { name: "wide", type: "boolean", summary: "A table with every column, none cut", heading: "Output" },
  { name: "no-pager", type: "boolean", summary: "Show long tables without $PAGER", heading: "Output" },
  { name: "no-color", type: "boolean", summary: "No colours (NO_COLOR)", heading: "Output" },
  {
    name: "profile",
    type: "string",
    placeholder: "NAME",
    summary: "Settings and keys of this profile; default: TRILUM_PROFILE, else default",
    heading: "General"
  },
  { name: "quiet", short: "q", type: "boolean", summary: "Nothing on stderr but errors", heading: "General" },
  { name: "no-input", type: "boolean", summary: "Never ask; fail where an answer is needed", heading: "General" },
  { name: "verbose", type: "boolean", summary: "Each request, status and wait on stderr", heading: "General" },
  { name: "debug", type: "boolean", summary: "As --verbose, with stack traces", heading: "General" },
  { name: "help", type: "boolean", short: "h", alone: true, summary: "This help", heading: "General" }
]
