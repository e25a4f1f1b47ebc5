/**
 * XML of object storage: error bodies, answers to multipart requests, and the two lists that complete an upload.
 *
 * @since 0.1.0
 */

const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" }

/**
 * @since 0.1.0
 * @category combinators
 */
export const escape = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;")

const unescape = (text: string): string =>
  text.replaceAll(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal))
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16))
    return entities[name ?? ""] ?? whole
  })

const declaration = '<?xml version="1.0" encoding="UTF-8"?>\n'

/**
 * A document with one root and text members.
 *
 * @since 0.1.0
 * @category constructors
 */
export const document = (
  root: string,
  members: Readonly<Record<string, string>>,
  namespace?: string | undefined
): string => {
  const attribute = namespace === undefined ? "" : ` xmlns="${namespace}"`
  const inner = Object.entries(members).map(([name, value]) => `<${name}>${escape(value)}</${name}>`)
  return `${declaration}<${root}${attribute}>${inner.join("")}</${root}>`
}

/** What is inside the root element; `undefined` when the text is not one element of that name. */
const inside = (text: string, root: string): string | undefined => {
  const body = text.replace(/^\uFEFF?\s*(<\?xml[^>]*\?>)?\s*/, "").trim()
  const match = new RegExp(`^<${root}(?:\\s[^<>]*)?>([\\s\\S]*)</${root}\\s*>$`).exec(body)
  if (match !== null) return match[1] ?? ""
  return new RegExp(`^<${root}(?:\\s[^<>]*)?/>$`).test(body) ? "" : undefined
}

/** Where the element `name` ends: `</Part` does not end in `</PartNumber`. */
const closing = (text: string, name: string, from: number): number => {
  const tag = `</${name}`
  let at = text.indexOf(tag, from)
  while (at >= 0 && /\w/.test(text.charAt(at + tag.length))) at = text.indexOf(tag, at + tag.length)
  return at
}

/**
 * Consecutive elements, none of which contains an element of its own name. `undefined` when there is anything else
 * between them. Takes one pass: the first element that does not close ends it.
 */
const elements = (text: string): ReadonlyArray<readonly [string, string]> | undefined => {
  const found: Array<readonly [string, string]> = []
  const start = /\s*<(\w+)>/y
  for (let at = 0; ; ) {
    start.lastIndex = at
    const name = start.exec(text)?.[1]
    if (name === undefined) return text.slice(at).trim() === "" ? found : undefined
    const inner = start.lastIndex
    const end = closing(text, name, inner)
    const close = end < 0 ? -1 : text.indexOf(">", end)
    if (close < 0 || text.slice(end + name.length + 2, close).trim() !== "") return undefined
    const content = text.slice(inner, end)
    if (content.includes(`<${name}>`)) return undefined
    found.push([name, content])
    at = close + 1
  }
}

/**
 * A part in a `CompleteMultipartUpload` document; `etag` without quotes.
 *
 * @since 0.1.0
 * @category models
 */
export interface ListedPart {
  readonly number: number
  readonly etag: string
}

const listedPart = ([name, inner]: readonly [string, string]): ListedPart | undefined => {
  const members = elements(inner)
  if (name !== "Part" || members === undefined) return undefined
  const value = (wanted: string): string | undefined => {
    const found = members.find(([member]) => member === wanted)
    return found === undefined ? undefined : unescape(found[1]).trim()
  }
  const number = value("PartNumber")
  const etag = value("ETag")
  if (number === undefined || etag === undefined || !/^\d+$/.test(number)) return undefined
  return { number: Number(number), etag: etag.replaceAll('"', "") }
}

/**
 * Reads a `CompleteMultipartUpload` document. `undefined`: it is not one, or names no part.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parseParts = (text: string): ReadonlyArray<ListedPart> | undefined => {
  const body = inside(text, "CompleteMultipartUpload")
  const members = body === undefined ? undefined : elements(body)
  const parts = members?.map(listedPart)
  if (parts === undefined || parts.length === 0) return undefined
  const good = parts.filter((part) => part !== undefined)
  return good.length === parts.length ? good : undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ListedBlock {
  readonly from: "Latest" | "Committed" | "Uncommitted"
  readonly id: string
}

const isSource = (name: string): name is ListedBlock["from"] =>
  name === "Latest" || name === "Committed" || name === "Uncommitted"

/**
 * Reads a `BlockList` document, which may be empty. `undefined`: it is not one.
 *
 * @since 0.1.0
 * @category constructors
 */
export const parseBlocks = (text: string): ReadonlyArray<ListedBlock> | undefined => {
  const body = inside(text, "BlockList")
  const members = body === undefined ? undefined : elements(body)
  if (members === undefined) return undefined
  const blocks = members.flatMap(([name, inner]) =>
    isSource(name) ? [{ from: name, id: unescape(inner).trim() } as const] : []
  )
  return blocks.length === members.length ? blocks : undefined
}
