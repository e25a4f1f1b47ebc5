/**
 * JSON for programs, in one line, and for people, indented and lightly coloured.
 *
 * @since 0.1.0
 */
import type { Output } from "../Io.js"
import { paint } from "./colour.js"

const token = /("(?:[^"\\]|\\.)*")(\s*:)?|\b(true|false|null)\b|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

// JSON.stringify writes these as they are. In a terminal they are control sequences, or reorder the text.
const controls = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g
const escaped = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`

/**
 * One line, always the same for the same value.
 *
 * @since 0.1.0
 * @category formatting
 */
export const compact = (value: unknown): string => JSON.stringify(value) ?? "null"

/**
 * As {@link compact}, with escapes for what drives a terminal.
 *
 * @since 0.1.0
 * @category formatting
 */
export const safe = (value: unknown): string => compact(value).replaceAll(controls, escaped)

/**
 * Indented by two spaces, with the colours of the output.
 *
 * @since 0.1.0
 * @category formatting
 */
export const pretty = (value: unknown, colour: boolean): string => {
  const text = (JSON.stringify(value, null, 2) ?? "null").replaceAll(controls, escaped)
  if (!colour) return text
  const { cyan, dim, green, yellow } = paint(true)
  return text.replaceAll(token, (whole: string, string?: string, colon?: string, word?: string) => {
    if (string !== undefined) return colon === undefined ? green(string) : `${cyan(string)}${colon}`
    return word === "null" ? dim(whole) : yellow(whole)
  })
}

/**
 * For people when a person reads, else in one line.
 *
 * @since 0.1.0
 * @category formatting
 */
export const text = (value: unknown, output: Output, json: boolean): string =>
  json || !output.isTTY ? compact(value) : pretty(value, output.colour)
