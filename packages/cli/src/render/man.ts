/**
 * Manual pages, from the same declarations as help.
 *
 * @since 0.1.0
 */
import { type Command, type Group, globalOptions, type OptionSpec } from "../Command.js"
import type { Topic } from "../commands/help/topics.js"
import * as Help from "./help.js"

/** Text of roff: a backslash is an escape, and a dot or an apostrophe that begins a line a request. */
const escape = (text: string): string =>
  text
    .replaceAll("\\", "\\e")
    .replaceAll("-", "\\-")
    .replaceAll(/^([.'])/gm, "\\&$1")

const bold = (text: string): string => `\\fB${escape(text)}\\fR`

const section = (title: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.length === 0 ? [] : [`.SH ${title.toUpperCase()}`, ...lines]

const item = (term: string, text: string): ReadonlyArray<string> => [".TP", bold(term), escape(text)]

const optionItem = (option: OptionSpec): ReadonlyArray<string> =>
  item(Help.optionName(option), Help.optionSummary(option))

const verbatim = (lines: ReadonlyArray<string>): ReadonlyArray<string> => [".nf", ...lines.map(escape), ".fi"]

/**
 * The name of a page, such as `trilum-luml-artifacts`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const nameOf = ({ path }: Command | Group): string => ["trilum", ...path].join("-")

/**
 * The page of a command or of a group of commands, in section 1.
 *
 * @since 0.1.0
 * @category formatting
 */
export const render = (node: Command | Group, version: string, topics: ReadonlyArray<Topic> = []): string => {
  const words = ["trilum", ...node.path].join(" ")
  const usage =
    node._tag === "Group" ? "<command> [options]" : [...node.arguments.map(Help.argument), "[options]"].join(" ")
  const body =
    node._tag === "Group"
      ? section(
          "Commands",
          node.entries.filter(({ hidden }) => hidden !== true).flatMap(({ name, summary }) => item(name, summary))
        )
      : [
          ...section("Description", node.description === undefined ? [] : [escape(node.description)]),
          ...section(
            "Arguments",
            node.arguments.flatMap((each) => item(Help.argument(each), each.summary))
          ),
          ...section("Options", node.options.flatMap(optionItem))
        ]
  const lines = [
    `.TH ${nameOf(node).toUpperCase()} 1 "" "trilum ${version}" "Trilum"`,
    ...section("Name", [`${escape(nameOf(node))} \\- ${escape(node.summary.replace(/\.$/, ""))}`]),
    ...section("Synopsis", [`${bold(words)} ${escape(usage)}`]),
    ...body,
    ...section("General options", globalOptions.flatMap(optionItem)),
    ...topics.flatMap(({ name, paragraphs }) =>
      section(
        name,
        paragraphs.flatMap((text) => (text.startsWith("  ") ? verbatim([text]) : [".PP", escape(text)]))
      )
    ),
    ...section("Examples", node.examples === undefined ? [] : verbatim(node.examples.map((each) => `trilum ${each}`))),
    ...section(
      "Notes",
      (node.notes ?? []).flatMap((note) => [".PP", escape(note)])
    ),
    ...section("See also", [".BR trilum (1)", ".PP", escape(`${words} --help, trilum help TOPIC`)])
  ]
  return `${lines.join("\n")}\n`
}
