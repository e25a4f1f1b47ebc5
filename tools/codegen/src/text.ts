import { hardline, type Layout } from "./layout.js"

/** A text literal in double quotes, or in single ones when that needs fewer escapes. @since 0.1.0 @category rendering */
export const quote = (text: string): string => {
  const double = JSON.stringify(text).replaceAll("\u2028", "\\u2028").replaceAll("\u2029", "\\u2029")
  const count = (character: string): number => text.split(character).length - 1
  return count('"') > count("'") ? `'${double.slice(1, -1).replaceAll('\\"', '"').replaceAll("'", "\\'")}'` : double
}

/** A property name, quoted when the language asks for it. @since 0.1.0 @category rendering */
export const key = (name: string): string => (/^[A-Za-z_$][A-Za-z0-9_$]*$/.test(name) ? name : quote(name))

/** Words on lines of at most `width` columns; blank lines and list items of the text stay lines of their own. */
const wrap = (text: string, width: number): ReadonlyArray<string> =>
  text.split(/\r\n|[\r\n]/).flatMap((paragraph) => {
    const indent = /^\s*/.exec(paragraph)?.[0].slice(0, 8) ?? ""
    const lines: Array<string> = []
    let current = ""
    for (const word of paragraph.trim().split(/\s+/)) {
      if (current !== "" && indent.length + current.length + 1 + word.length > width) {
        lines.push(indent + current)
        current = word
      } else current = current === "" ? word : `${current} ${word}`
    }
    return [...lines, current === "" ? "" : indent + current]
  })

/** Prose that cannot end the comment it stands in or be read as a tag of it. */
const harmless = (text: string): string =>
  text
    .replaceAll("*/", "*\\/")
    .replaceAll(/(^|\s)@(?=[a-z])/g, "$1\\@")
    .replaceAll(/\{(?=@(?!link ))/g, "\\{")

/**
 * A documentation comment of paragraphs, with a blank line between them; `tags` follow after one more.
 *
 * @since 0.1.0
 * @category rendering
 */
export const comment = (
  paragraphs: ReadonlyArray<string | undefined>,
  tags: ReadonlyArray<string>,
  columns: number
): Layout => {
  const texts = paragraphs
    .filter((text): text is string => text !== undefined && text.trim() !== "")
    .map((text) => wrap(harmless(text.trim()), columns - 3).join("\n"))
  const wrapped = tags.map((tag) => wrap(tag, columns - 3).join("\n"))
  const all = [...texts, ...(wrapped.length === 0 ? [] : [wrapped.join("\n")])]
  if (all.length === 0) return ""
  const [first = ""] = all
  if (all.length === 1 && tags.length === 0 && !first.includes("\n") && first.length <= columns - 7) {
    return [`/** ${first} */`, hardline]
  }
  const lines = all
    .join("\n\n")
    .replace(/\n{3,}/g, "\n\n")
    .split("\n")
  return [
    "/**",
    hardline,
    ...lines.flatMap((text): ReadonlyArray<Layout> => [` * ${text}`.trimEnd(), hardline]),
    " */",
    hardline
  ]
}

/** The first sentence of a text, at most `limit` columns. @since 0.1.0 @category rendering */
export const firstSentence = (text: string | undefined, limit: number): string | undefined => {
  const flat = text?.replace(/\s+/g, " ").trim()
  if (flat === undefined || flat === "") return undefined
  const sentence = /^.*?[.!?](?=\s|$)/.exec(flat)?.[0] ?? flat
  return sentence.length <= limit ? sentence : `${sentence.slice(0, limit - 1).trimEnd()}…`
}
