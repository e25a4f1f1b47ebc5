/**
 * JSON whose long numbers keep their digits.
 *
 * `12345678901234567890` and `0.1234567890123456789` are not JavaScript numbers. The text of such a number is remembered
 * beside the number it was rounded to, and written wherever that number is written. Validation and handlers see plain
 * numbers. Of two long numbers that round to the same one the later text wins.
 */

/** Numbers up to this length are exact, or are written as they were read. */
const exactLength = 16

/** How many numbers are remembered. The oldest is forgotten first. */
const capacity = 10_000

const texts = new Map<number, string>()

const remember = (text: string): void => {
  const value = Number(text)
  if (!Number.isFinite(value) || String(value) === text) return
  texts.delete(value)
  texts.set(value, text)
  const [oldest] = texts.keys()
  if (texts.size > capacity && oldest !== undefined) texts.delete(oldest)
}

/** A string or a number. Applied to valid JSON only, where it is linear. */
const tokens = /"(?:[^"\\]|\\.)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g

/** Throws a `SyntaxError` for text that is not JSON. */
export const parse = (text: string): unknown => {
  const value: unknown = JSON.parse(text)
  if (/[\d.]{16}/.test(text)) {
    for (const [token] of text.matchAll(tokens)) {
      if (token.length >= exactLength && !token.startsWith('"')) remember(token)
    }
  }
  return value
}

export const stringify = (value: unknown): string => {
  const text = JSON.stringify(value ?? null)
  if (texts.size === 0 || !/[\d.]{16}/.test(text)) return text
  return text.replaceAll(tokens, (token) =>
    token.length >= exactLength && !token.startsWith('"') ? (texts.get(Number(token)) ?? token) : token
  )
}
