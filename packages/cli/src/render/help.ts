/**
 * Help pages.
 *
 * @since 0.1.0
 */

import { type ArgumentSpec, type Command, type Group, globalOptions, type OptionSpec } from "../Command.js"
import type { Topic } from "../commands/help/topics.js"
import type { Output } from "../Io.js"
import { paint } from "./colour.js"
import { pad, width, wrap } from "./width.js"

const widest = 100

type Pair = readonly [string, string]

/** Two columns; a long left side puts its text on the next line. */
const columns = (pairs: ReadonlyArray<Pair>, room: number): ReadonlyArray<string> => {
  const left = Math.min(34, Math.max(0, ...pairs.map(([name]) => width(name)))) + 2
  return pairs.flatMap(([name, summary]) => {
    if (summary === "") return [`  ${name}`]
    const lines = wrap(summary, Math.max(20, room - left - 2))
    const indent = " ".repeat(left + 2)
    const [first = "", ...rest] = lines
    const head = width(name) + 2 > left ? [`  ${name}`, `${indent}${first}`] : [`  ${pad(name, left)}${first}`]
    return [...head, ...rest.map((line) => `${indent}${line}`)]
  })
}

/**
 * An option as it is typed, with its short form and what stands for the value.
 *
 * @since 0.1.0
 * @category formatting
 */
export const optionName = (option: OptionSpec): string => {
  const short = option.short === undefined ? "" : `-${option.short}, `
  const name = option.type === "boolean" && option.negatable === true ? `--[no-]${option.name}` : `--${option.name}`
  return `${short}${name}${option.type === "string" ? ` ${option.placeholder ?? "TEXT"}` : ""}`
}

/**
 * What an option is for, whether it is required, and its values.
 *
 * @since 0.1.0
 * @category formatting
 */
export const optionSummary = (option: OptionSpec): string =>
  [
    option.required === true ? "(required)" : undefined,
    option.summary === "" ? undefined : option.summary,
    option.choices === undefined ? undefined : `[${option.choices.join(", ")}]`,
    option.multiple === true ? "(repeatable)" : undefined
  ]
    .filter((part) => part !== undefined)
    .join(" ")

/** Headings in the order of their first member. */
const grouped = <A>(all: ReadonlyArray<A>, heading: (a: A) => string): ReadonlyArray<readonly [string, Array<A>]> => {
  const out = new Map<string, Array<A>>()
  for (const each of all) {
    const list = out.get(heading(each))
    if (list === undefined) out.set(heading(each), [each])
    else list.push(each)
  }
  return [...out]
}

/**
 * An argument as a usage line has it.
 *
 * @since 0.1.0
 * @category formatting
 */
export const argument = ({ leading, name, repeated, required }: ArgumentSpec): string =>
  `${required && leading !== true ? `<${name}>` : `[${name}]`}${repeated === true ? "..." : ""}`

/**
 * The page of a command or of a group of commands, with a line end.
 *
 * @since 0.1.0
 * @category formatting
 */
export const render = (node: Command | Group, output: Output): string => {
  const { bold, cyan, dim } = paint(output.colour)
  const room = Math.max(40, Math.min(output.columns, widest))
  const out: Array<string> = []
  const section = (title: string, lines: ReadonlyArray<string>): void => {
    if (lines.length > 0) out.push("", bold(`${title}:`), ...lines)
  }
  out.push(...wrap(node.summary, room))
  const words = ["trilum", ...node.path].join(" ")
  if (node._tag === "Group") {
    section("Usage", [`  ${words} <command> [options]`])
    for (const [heading, entries] of grouped(
      node.entries.filter((entry) => entry.hidden !== true),
      (entry) => entry.heading ?? "Commands"
    )) {
      section(
        heading,
        columns(
          entries.map((entry): Pair => [entry.name, entry.summary]),
          room
        )
      )
    }
  } else {
    if (node.description !== undefined) {
      out.push("", ...node.description.split("\n").flatMap((paragraph) => wrap(paragraph, room)))
    }
    section("Usage", [`  ${[words, ...node.arguments.map(argument), "[options]"].join(" ")}`])
    section(
      "Arguments",
      columns(
        node.arguments.map((each): Pair => [argument(each), each.summary]),
        room
      )
    )
    for (const [heading, options] of grouped(
      [...node.options, ...globalOptions],
      (each) => each.heading ?? "Options"
    )) {
      section(
        heading,
        columns(
          options.map((each): Pair => [optionName(each), optionSummary(each)]),
          room
        )
      )
    }
  }
  section(
    "Examples",
    (node.examples ?? []).map((example) => `  ${cyan(`trilum ${example}`)}`)
  )
  if (node.notes !== undefined) out.push("", ...node.notes.flatMap((note) => wrap(note, room)).map((line) => dim(line)))
  return `${out.join("\n")}\n`
}

/**
 * The page of a topic.
 *
 * @since 0.1.0
 * @category formatting
 */
export const topicPage = ({ name, paragraphs, summary }: Topic, output: Output): string => {
  const { bold } = paint(output.colour)
  const room = Math.max(40, Math.min(output.columns, widest))
  const out = wrap(`${name}: ${summary}`, room).map(bold)
  let wasPair = false
  for (const text of paragraphs) {
    const [, term, about] = /^ {2}(\S.*?) {2,}(\S.*)$/.exec(text) ?? []
    const isPair = term !== undefined && about !== undefined
    if (!isPair || !wasPair) out.push("")
    if (isPair) out.push(...pairLines(text, term, about, room))
    else out.push(...wrap(text, room))
    wasPair = isPair
  }
  return `${out.join("\n")}\n`
}

/** A term and its text, in the columns that the topic gives them. On a narrow terminal the text is below. */
const pairLines = (text: string, term: string, about: string, room: number): ReadonlyArray<string> => {
  const left = text.indexOf(about, 2 + term.length)
  if (room - left < 24) return [`  ${term}`, ...wrap(about, room - 6).map((line) => `      ${line}`)]
  const [first = "", ...rest] = wrap(about, room - left)
  return [`  ${pad(term, left - 2)}${first}`, ...rest.map((line) => `${" ".repeat(left)}${line}`)]
}
