/**
 * Text that matches a regular expression, for samples of schemas with `pattern`.
 *
 * Covers what schemas use: literals, classes, groups, alternation, quantifiers, anchors. Look-around and back
 * references are passed over, so the caller checks the result against the pattern.
 */

interface Cursor {
  readonly source: string
  at: number
}

const classes: Readonly<Record<string, string>> = { d: "0123456789", w: "abcdefghij0123456789", s: " " }

const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_ ."

const pick = (from: string, random: () => number): string => from.charAt(Math.floor(random() * from.length))

const readClass = (cursor: Cursor, random: () => number): string => {
  const negated = cursor.source[cursor.at] === "^"
  if (negated) cursor.at++
  let members = ""
  let forbidden = ""
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== "]") {
    let first = cursor.source.charAt(cursor.at++)
    if (first === "\\") {
      const escape = cursor.source.charAt(cursor.at++)
      const known = classes[escape]
      if (known !== undefined) {
        members += known
        if (escape === "s") forbidden += "\t\n"
        continue
      }
      first = escape
    }
    const next = cursor.source[cursor.at + 1]
    if (cursor.source[cursor.at] === "-" && next !== undefined && next !== "]") {
      cursor.at += 2
      for (let code = first.charCodeAt(0); code <= next.charCodeAt(0); code++) members += String.fromCharCode(code)
    } else members += first
  }
  cursor.at++
  if (!negated) return pick(members, random)
  const allowed = [...letters].filter((letter) => !members.includes(letter) && !forbidden.includes(letter)).join("")
  return pick(allowed, random)
}

/** Reads a quantifier. Returns how often to repeat the atom before it. */
const readCount = (cursor: Cursor): number => {
  const sign = cursor.source[cursor.at]
  let count = 1
  if (sign === "?" || sign === "*") count = 0
  else if (sign === "{") {
    const end = cursor.source.indexOf("}", cursor.at)
    const least = Number.parseInt(cursor.source.slice(cursor.at + 1, end), 10)
    if (end < 0 || Number.isNaN(least)) return 1
    cursor.at = end
    count = least
  } else if (sign !== "+") return 1
  cursor.at++
  if (cursor.source[cursor.at] === "?") cursor.at++
  return count
}

const readAtom = (cursor: Cursor, random: () => number): string => {
  const character = cursor.source.charAt(cursor.at++)
  if (character === "^" || character === "$") return ""
  if (character === ".") return pick(classes["w"] ?? "", random)
  if (character === "[") return readClass(cursor, random)
  if (character === "(") {
    const marker = /^\?(:|<[a-zA-Z]\w*>)/.exec(cursor.source.slice(cursor.at))
    const hidden = /^\?(<?[=!])/.test(cursor.source.slice(cursor.at))
    cursor.at += marker?.[0].length ?? 0
    const inner = readAlternatives(cursor, random)
    cursor.at++
    return hidden ? "" : inner
  }
  if (character !== "\\") return character
  const escape = cursor.source.charAt(cursor.at++)
  if (escape === "b" || escape === "B") return ""
  const known = classes[escape]
  return known === undefined ? escape : pick(known, random)
}

const readSequence = (cursor: Cursor, random: () => number): string => {
  let text = ""
  while (cursor.at < cursor.source.length && cursor.source[cursor.at] !== "|" && cursor.source[cursor.at] !== ")") {
    const start = cursor.at
    const atom = readAtom(cursor, random)
    const end = cursor.at
    const count = readCount(cursor)
    if (count === 0) continue
    text += atom
    for (let extra = 1; extra < count; extra++)
      text += readAtom({ source: cursor.source.slice(0, end), at: start }, random)
  }
  return text
}

const readAlternatives = (cursor: Cursor, random: () => number): string => {
  const first = readSequence(cursor, random)
  while (cursor.source[cursor.at] === "|") {
    cursor.at++
    readSequence(cursor, random)
  }
  return first
}

/**
 * A text for `pattern`, or `undefined` when none was found.
 */
export const ofPattern = (pattern: string, random: () => number): string | undefined => {
  const text = readAlternatives({ source: pattern, at: 0 }, random)
  try {
    return new RegExp(pattern, "u").test(text) ? text : undefined
  } catch {
    return undefined
  }
}
