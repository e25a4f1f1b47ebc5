/**
 * JSON as it was written: what a server sent is printed with the tokens that it sent. A JavaScript number cannot spell
 * `12345678901234567890`, and a `Date` has no microseconds.
 *
 * @since 0.1.0
 */
import type { Decoded } from "@trilum/core/ApiClient"

/** One token: a string, a mark, or a word (a number, `true`, `false`, `null`). */
const token = /"(?:[^"\\]+|\\.)*"|[[\]{}:,]|[^\s"[\]{}:,]+/g

/**
 * The tokens of a JSON text, in order.
 *
 * @since 0.1.0
 * @category parsing
 */
export const tokens = (json: string): Iterable<RegExpExecArray> => json.matchAll(token)

/** The members of an object or the elements of an array, as they are written. The last of two equal names counts. */
const membersOf = (json: string): ReadonlyMap<string, string> => {
  const out = new Map<string, string>()
  let depth = 0
  let isArray = false
  let name: string | undefined
  let start: number | undefined
  let end = 0
  const close = (): void => {
    if (start !== undefined) out.set(isArray ? String(out.size) : (name ?? ""), json.slice(start, end))
    name = undefined
    start = undefined
  }
  for (const { 0: text, index } of tokens(json)) {
    if (text === "]" || text === "}") depth--
    if (depth === 0) {
      if (text === "]" || text === "}") close()
      else isArray = text === "["
    } else if (depth === 1 && text === ",") close()
    else if (depth === 1 && !isArray && name === undefined && text.startsWith('"')) name = String(JSON.parse(text))
    else if (!(depth === 1 && text === ":" && start === undefined)) start ??= index
    if (text === "[" || text === "{") depth++
    end = index + text.length
  }
  return out
}

/** A value inside a document. Its text is found when it is asked for. */
interface Origin {
  readonly text: () => string | undefined
  readonly members: () => ReadonlyMap<string, string>
}

const lazily = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const originOf = (text: () => string | undefined): Origin => ({ text, members: lazily(() => membersOf(text() ?? "")) })

const origins = new WeakMap<object, Origin>()

/** Rows are in a list of the answer, or of an envelope in it. */
const deepest = 4

const connect = (value: unknown, origin: Origin, depth: number): void => {
  if (typeof value !== "object" || value === null || value instanceof Date) return
  origins.set(value, origin)
  if (depth === deepest) return
  for (const [name, member] of Object.entries(value)) {
    if (typeof member !== "object" || member === null) continue
    connect(
      member,
      originOf(() => origin.members().get(name)),
      depth + 1
    )
  }
}

/**
 * Remembers the text of an answer for the value that was decoded from it.
 *
 * @since 0.1.0
 * @category constructors
 */
export const remember = ({ text, value }: Decoded): void => {
  if (text !== "")
    connect(
      value,
      originOf(() => text),
      0
    )
}

/** Stands in JSON for an object whose text is known. */
const marker = `trilum-source-${Math.random().toString(36).slice(2)}:`

const marked = new RegExp(`"${marker}(\\d+)"`, "g")

/**
 * The JSON of a value, with what came from a server as the server wrote it.
 *
 * @since 0.1.0
 * @category formatting
 */
export const json = (value: unknown): string => {
  const texts: Array<string> = []
  const out = JSON.stringify(value, (_, each: unknown) => {
    const text = typeof each === "object" && each !== null ? origins.get(each)?.text() : undefined
    return text === undefined ? each : `${marker}${texts.push(text) - 1}`
  })
  if (out === undefined) return "null"
  return texts.length === 0 ? out : out.replace(marked, (_, index: string) => texts[Number(index)] ?? "null")
}
