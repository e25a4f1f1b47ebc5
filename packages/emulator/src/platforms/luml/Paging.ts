/**
 * Cursors as the server makes them: base64url with padding of the JSON array
 * `[id hex, last value, sort_by, order, scope hex]`, written with a space after each comma and in ASCII.
 */
import { createHash } from "node:crypto"
import { hexOf } from "./Moments.js"
import type { Session } from "./Session.js"

export type Value = string | number | null

export interface Cursor {
  readonly id: string
  readonly value: unknown
  readonly sortBy: unknown
  readonly order: unknown
  readonly scope: unknown
}

/** JSON as the server writes it. Values of metrics are floating point numbers, which keep their `.0`. */
const written = (value: Value, float: boolean): string => {
  if (typeof value === "number" && float && Number.isInteger(value)) return `${value}.0`
  return JSON.stringify(value).replaceAll(
    /[\u007f-\uffff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  )
}

const padded = (text: string): string => `${text}${"=".repeat((4 - (text.length % 4)) % 4)}`

export const encodeCursor = (
  cursor: {
    readonly id: string
    readonly value: Value
    readonly sortBy: string
    readonly order: string
    readonly scope: string
  },
  float = false
): string => {
  const members = [hexOf(cursor.id), cursor.value, cursor.sortBy, cursor.order, hexOf(cursor.scope)]
  const json = `[${members.map((member, index) => written(member, float && index === 1)).join(", ")}]`
  return padded(Buffer.from(json, "utf8").toString("base64url"))
}

/** `undefined`: not a cursor. The scope of an old cursor of three elements is missing. */
export const decodeCursor = (text: string): Cursor | undefined => {
  try {
    const members: unknown = JSON.parse(Buffer.from(text, "base64url").toString("utf8"))
    if (!Array.isArray(members) || members.length < 3) return undefined
    const [id, value, sortBy, order, scope]: ReadonlyArray<unknown> = members
    return typeof id === "string" && /^[0-9a-f]{32}$/.test(id) ? { id, value, sortBy, order, scope } : undefined
  } catch {
    return undefined
  }
}

/** The scope of a list of artifacts: a UUID of version 5 over everything that selects them. */
export const scopeOf = (...texts: ReadonlyArray<string>): string => {
  const hex = createHash("sha1").update(texts.join("\0")).digest("hex")
  const variant = ((Number.parseInt(hex.slice(16, 17), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 12)}5${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`
}

/** A way to sort. `shown` is the value a cursor carries, `label` the name it carries for the sort. */
export interface Sort<T> {
  readonly by: string
  readonly label: string
  readonly key: (record: T) => Value
  readonly shown: (record: T) => Value
  /** The key of a value a cursor carried. */
  readonly parse: (value: unknown) => Value
  readonly float: boolean
}

const plain = (value: unknown): Value => (typeof value === "string" || typeof value === "number" ? value : null)

export const column = <T>(by: string, key: (record: T) => Value): Sort<T> => ({
  by,
  label: by,
  key,
  shown: key,
  parse: plain,
  float: false
})

/** Nulls are first in ascending order, so last in descending order. */
const compare = (a: Value, b: Value): number => {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

export interface Page<T> {
  readonly items: ReadonlyArray<T>
  readonly cursor: string | null
  /** Whether the request continued after a cursor. */
  readonly continued: boolean
}

export const page = <T extends { readonly id: string }>(
  session: Session,
  records: ReadonlyArray<T>,
  sort: Sort<T>,
  scope: string
): Page<T> => {
  const { query } = session.call
  const limit = typeof query["limit"] === "number" ? query["limit"] : 50
  const order = query["order"] === "asc" ? "asc" : "desc"
  const sign = order === "asc" ? 1 : -1
  const rows = records
    .map((record) => ({ record, key: sort.key(record), id: hexOf(record.id) }))
    .sort((a, b) => sign * (compare(a.key, b.key) || compare(a.id, b.id)))
  const given = typeof query["cursor"] === "string" ? decodeCursor(query["cursor"]) : undefined
  const fits = given?.sortBy === sort.by && given.order === order && given.scope === hexOf(scope)
  const after = fits && given !== undefined ? { key: sort.parse(given.value), id: given.id } : undefined
  const rest =
    after === undefined
      ? rows
      : rows.filter((row) => sign * (compare(row.key, after.key) || compare(row.id, after.id)) > 0)
  const items = rest.slice(0, limit).map(({ record }) => record)
  const last = items.at(-1)
  const more = rest.length > limit && last !== undefined
  const cursor = more
    ? encodeCursor({ id: last.id, value: sort.shown(last), sortBy: sort.label, order, scope }, sort.float)
    : null
  return { items, cursor, continued: after !== undefined }
}
