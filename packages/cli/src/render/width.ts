/**
 * Text as a terminal shows it.
 *
 * @since 0.1.0
 */

/** Made when a text first needs it: making one takes 5 ms, and most texts are ASCII. */
let segmenter: Intl.Segmenter | undefined

const segments = (text: string): Iterable<Intl.SegmentData> => {
  segmenter ??= new Intl.Segmenter("en", { granularity: "grapheme" })
  return segmenter.segment(text)
}

/** East Asian wide and fullwidth blocks (Unicode Standard Annex 11). */
const wide =
  /^[\u1100-\u115f\u2329\u232a\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe10-\ufe19\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1b000}-\u{1b2ff}\u{1f200}-\u{1f251}\u{20000}-\u{3fffd}]/u
const emoji = /\p{Emoji_Presentation}|\p{Emoji}\ufe0f/u
const invisible = /^[\p{Mn}\p{Me}\p{Cf}\p{Cc}]+$/u
const printableAscii = /^[\x20-\x7e]*$/

const columnsOf = (grapheme: string): number => {
  if (invisible.test(grapheme)) return 0
  return wide.test(grapheme) || emoji.test(grapheme) ? 2 : 1
}

/**
 * Columns that a text takes.
 *
 * @since 0.1.0
 * @category accessors
 */
export const width = (text: string): number => {
  if (printableAscii.test(text)) return text.length
  let sum = 0
  for (const { segment } of segments(text)) sum += columnsOf(segment)
  return sum
}

/**
 * The beginning of a text that fits, ending in `…` when something was cut. Never splits a character.
 *
 * @since 0.1.0
 * @category combinators
 */
export const truncate = (text: string, columns: number): string => {
  if (columns <= 0) return ""
  if (width(text) <= columns) return text
  let out = ""
  let used = 0
  for (const { segment } of segments(text)) {
    const next = columnsOf(segment)
    if (used + next > columns - 1) break
    out += segment
    used += next
  }
  return `${out}…`
}

/**
 * @since 0.1.0
 * @category combinators
 */
export const pad = (text: string, columns: number): string => text + " ".repeat(Math.max(0, columns - width(text)))

/**
 * Breaks at spaces. A word longer than a line stays whole.
 *
 * @since 0.1.0
 * @category combinators
 */
export const wrap = (text: string, columns: number): ReadonlyArray<string> => {
  const lines: Array<string> = []
  let line = ""
  for (const word of text.split(/\s+/)) {
    if (word === "") continue
    if (line !== "" && width(line) + 1 + width(word) > columns) {
      lines.push(line)
      line = word
    } else {
      line = line === "" ? word : `${line} ${word}`
    }
  }
  if (line !== "" || lines.length === 0) lines.push(line)
  return lines
}

/**
 * Removes what drives a terminal or reorders text: control characters (C0 and C1, so OSC and CSI sequences become plain
 * text) and bidirectional controls. Everything from a server passes through here before it is shown. Line feeds and tabs
 * stay.
 *
 * @since 0.1.0
 * @category combinators
 */
export const harmless = (text: string): string =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g, "")
