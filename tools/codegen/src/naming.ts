/** Words of a name in any case or separator style; `getOAuthURLs2` gives get, O, Auth, UR, Ls2 as written runs. */
const words = (text: string): ReadonlyArray<string> =>
  text
    .normalize("NFKD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== "")

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
const lowerFirst = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/**
 * A camelCase identifier. A name that is one already stays as it is.
 *
 * @since 0.1.0
 * @category naming
 */
export const camel = (text: string): string => {
  if (/^[a-z][A-Za-z0-9]*$/.test(text)) return text
  const parts = words(text)
  const joined = parts
    .map((word, index) => {
      const plain = /^[A-Z0-9]+$/.test(word) && word.length > 1 ? word.toLowerCase() : word
      return index === 0 ? (/^[A-Z]{2,}/.test(plain) ? plain.toLowerCase() : lowerFirst(plain)) : upperFirst(plain)
    })
    .join("")
  return joined === "" ? "value" : /^[0-9]/.test(joined) ? `n${joined}` : joined
}

/**
 * A PascalCase identifier. A name that is one already stays as it is.
 *
 * @since 0.1.0
 * @category naming
 */
export const pascal = (text: string): string => {
  if (/^[A-Z][A-Za-z0-9]*$/.test(text)) return text
  const joined = words(text).map(upperFirst).join("")
  return joined === "" ? "Value" : /^[0-9]/.test(joined) ? `N${joined}` : joined
}

/** `entries` -> `entry`; used only to name the items of inline lists. @since 0.1.0 @category naming */
export const singular = (text: string): string =>
  /ies$/.test(text) && text.length > 4
    ? `${text.slice(0, -3)}y`
    : /(ss|us|is)$/.test(text) || !text.endsWith("s")
      ? `${text}Item`
      : text.slice(0, -1)

const reservedWords: ReadonlySet<string> = new Set(
  (
    "abstract any as async await boolean break case catch class const constructor continue debugger declare default delete " +
    "do else enum export extends false finally for from function get if implements import in infer instanceof " +
    "interface is keyof let module namespace never new null number object of package private protected public " +
    "readonly require return satisfies set static string super switch symbol this throw true try type typeof " +
    "undefined unique unknown using var void while with yield arguments eval"
  ).split(" ")
)

/** @since 0.1.0 @category naming */
export const isReserved = (name: string): boolean => reservedWords.has(name)

/** Members that change what an object is to the language, so that no resource or method may have them. */
const specialMembers: ReadonlySet<string> = new Set(
  "then constructor prototype __proto__ toString toJSON valueOf hasOwnProperty inspect".split(" ")
)

/** @since 0.1.0 @category naming */
export const isSpecialMember = (name: string): boolean => specialMembers.has(name)

/**
 * Names that a generated module uses itself, from the language, the runtime or its imports. A schema of that name is
 * emitted with the suffix `Model`.
 */
const takenTypes: ReadonlySet<string> = new Set(
  (
    "AbortSignal Array ArrayBuffer AsyncIterable Blob Boolean Buffer Date Error File FormData Function Headers Infinity " +
    "Iterable JSON Map Math NaN Number Object Omit Partial Pick Promise Proxy Readonly ReadonlyArray ReadonlyMap " +
    "ReadonlySet Record Reflect RegExp Request Required Response Set String Symbol URL URLSearchParams Uint8Array " +
    "WeakMap WeakSet ApiClient ApiError Effect FileInput OpenEnum Operation Pagination PreparedError Redacted Resource " +
    "RequestOptions Resources Schema Service SseEvent Stream StreamError"
  ).split(" ")
)

/** @since 0.1.0 @category naming */
export const isTakenType = (name: string): boolean => takenTypes.has(name)

/**
 * Hands out names that are unique in one scope. With `caseless`, names that differ only in case count as equal, as
 * file names do on many disks.
 *
 * @since 0.1.0
 * @category naming
 */
export class Names {
  private readonly used = new Set<string>()
  private readonly caseless: boolean

  constructor(taken: Iterable<string> = [], caseless = false) {
    this.caseless = caseless
    for (const name of taken) this.used.add(this.key(name))
  }

  has(name: string): boolean {
    return this.used.has(this.key(name))
  }

  /** The name itself, else with the first free number from 2 behind it. */
  take(name: string): string {
    let candidate = name
    for (let number = 2; this.has(candidate); number++) candidate = `${name}${number}`
    this.used.add(this.key(candidate))
    return candidate
  }

  private key(name: string): string {
    return this.caseless ? name.toLowerCase() : name
  }
}
