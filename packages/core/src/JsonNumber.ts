/**
 * Numbers of JSON with their exact spelling: `12345678901234567890`, `1e400` and `0.1000` survive reading and writing.
 *
 * `parse` reads a document, and request bodies may hold a {@link JsonNumber} wherever they may hold a number.
 *
 * @since 0.1.0
 */

/**
 * A number that a JavaScript number cannot spell as it was written.
 *
 * @since 0.1.0
 * @category models
 */
export class JsonNumber {
  readonly text: string
  /** `text` must be a number of JSON. */
  constructor(text: string) {
    this.text = text
  }
  /** The nearest number. `write` writes the exact one. */
  toJSON(): string | number {
    return exact ? marker + this.text : Number(this.text)
  }
  toString(): string {
    return this.text
  }
}

/** Whether `write` is running, which is synchronous. */
let exact = false

/** Begins the strings that stand for numbers. Random, so that no other string begins with it. */
const marker = `trilum-number-${Math.random().toString(36).slice(2)}-${Math.random().toString(36).slice(2)}:`

const token = /"(?:[^"\\]+|\\.)*"|-?\d[\d.eE+-]*/g

const marked = new RegExp(`"${marker}([^"]*)"`, "g")

const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/

/**
 * A number of JSON as a JavaScript number where that spells the same, else as a {@link JsonNumber}. `undefined` for any
 * other text.
 *
 * @since 0.1.0
 * @category parsing
 */
export const fromText = (text: string): number | JsonNumber | undefined => {
  if (!number.test(text)) return undefined
  const value = Number(text)
  return String(value) === text ? value : new JsonNumber(text)
}

/**
 * JSON text with strings in place of the numbers that `JSON.parse` would change. {@link unmark} brings them back.
 *
 * @since 0.1.0
 * @category formatting
 */
export const mark = (json: string): string =>
  json.replace(token, (found) =>
    found.startsWith('"') || String(Number(found)) === found ? found : `"${marker}${found}"`
  )

/**
 * The inverse of {@link mark}.
 *
 * @since 0.1.0
 * @category formatting
 */
export const unmark = (json: string): string => (json.includes(marker) ? json.replace(marked, "$1") : json)

/**
 * As `JSON.stringify`, with the exact spelling of numbers of this kind. `undefined` for what has no JSON.
 *
 * @since 0.1.0
 * @category formatting
 */
export const write = (
  value: unknown,
  replacer?: (this: Record<string, unknown>, key: string, value: unknown) => unknown
): string | undefined => {
  exact = true
  try {
    const text: string | undefined = JSON.stringify(value, replacer)
    return text === undefined ? undefined : unmark(text)
  } finally {
    exact = false
  }
}

/**
 * As `JSON.parse`, without changing a number. Throws a `SyntaxError`.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (json: string): unknown => {
  // Errors speak of the text that was given.
  const plain: unknown = JSON.parse(json)
  const text = mark(json)
  if (!text.includes(marker)) return plain
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === "string" && value.startsWith(marker) ? new JsonNumber(value.slice(marker.length)) : value
  )
}

/**
 * As `JSON.stringify`, `null` for what has no JSON.
 *
 * @since 0.1.0
 * @category formatting
 */
export const stringify = (value: unknown): string => write(value) ?? "null"
