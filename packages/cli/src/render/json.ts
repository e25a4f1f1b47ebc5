/**
 * JSON for programs, in one line, and for people, indented and lightly coloured. Every token stays as it is written.
 *
 * @since 0.1.0
 */
import type { Output } from "../Io.js"
import { paint } from "./colour.js"
import * as Source from "./source.js"

// JSON.stringify writes these as they are. In a terminal they are control sequences, or reorder the text.
const controls = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`

/**
 * Whether a text has characters that drive a terminal.
 *
 * @since 0.1.0
 * @category predicates
 */
export const hasControls = (text: string): boolean => text.search(controls) >= 0

/**
 * A text with escapes for what drives a terminal: right where it stands in quotes.
 *
 * @since 0.1.0
 * @category formatting
 */
export const withoutControls = (text: string): string => text.replaceAll(controls, escaped)

const between = /"(?:[^"\\]+|\\.)*"|\s+/g

/**
 * A JSON text in one line.
 *
 * @since 0.1.0
 * @category formatting
 */
export const compactText = (json: string): string =>
  json.replace(between, (found) => (found.startsWith('"') ? found : ""))

/**
 * One line. What came from a server keeps its tokens.
 *
 * @since 0.1.0
 * @category formatting
 */
export const compact = (value: unknown): string => compactText(Source.json(value))

/**
 * As {@link compact}, with escapes for what drives a terminal.
 *
 * @since 0.1.0
 * @category formatting
 */
export const safe = (value: unknown): string => withoutControls(compact(value))

/**
 * A JSON text indented by two spaces, with the colours of the output, and with escapes for what drives a terminal.
 *
 * @since 0.1.0
 * @category formatting
 */
export const prettyText = (json: string, colour: boolean): string => {
  const { cyan, dim, green, yellow } = paint(colour)
  const all = Array.from(Source.tokens(json), ([text]) => text)
  let out = ""
  let indent = ""
  for (const [index, text] of all.entries()) {
    const next = all[index + 1]
    if (text === "{" || text === "[") {
      if (next === "}" || next === "]") {
        out += text
        continue
      }
      indent += "  "
      out += `${text}\n${indent}`
    } else if (text === "}" || text === "]") {
      const before = all[index - 1]
      if (before !== "{" && before !== "[") {
        indent = indent.slice(2)
        out += `\n${indent}`
      }
      out += text
    } else if (text === ",") out += `,\n${indent}`
    else if (text === ":") out += ": "
    else if (!text.startsWith('"')) out += text === "null" ? dim(text) : yellow(text)
    else {
      const shown = withoutControls(text)
      out += next === ":" ? cyan(shown) : green(shown)
    }
  }
  return out
}

/**
 * Indented by two spaces, with the colours of the output.
 *
 * @since 0.1.0
 * @category formatting
 */
export const pretty = (value: unknown, colour: boolean): string => prettyText(compact(value), colour)

/**
 * For people when a person reads, else in one line.
 *
 * @since 0.1.0
 * @category formatting
 */
export const text = (value: unknown, output: Output, json: boolean): string =>
  json || !output.isTTY ? compact(value) : pretty(value, output.colour)
