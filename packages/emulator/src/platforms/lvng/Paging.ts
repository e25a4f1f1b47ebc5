/**
 * Pages of lists, in the styles the contract names.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call } from "../../Platform.js"
import { text } from "./Table.js"

const whole = (call: Call, name: string, fallback: number): number => {
  const value = call.query[name]
  return typeof value === "number" ? Math.trunc(value) : fallback
}

interface Page<T> {
  readonly items: ReadonlyArray<T>
  readonly info: { readonly limit: number; readonly offset: number; readonly total: number; readonly hasMore: boolean }
}

const sliced = <T>(all: ReadonlyArray<T>, limit: number, offset: number): Page<T> => {
  const items = all.slice(offset, offset + limit)
  return { items, info: { limit, offset, total: all.length, hasMore: offset + items.length < all.length } }
}

const limitOf = (call: Call, fallback: number): number => Math.max(1, whole(call, "limit", fallback))

const offsetOf = (call: Call): number => Math.max(0, whole(call, "offset", 0))

/** Reads `limit` and `offset`. */
export const byOffset = <T>(call: Call, all: ReadonlyArray<T>, fallback = 50): Page<T> =>
  sliced(all, limitOf(call, fallback), offsetOf(call))

const cursorOf = (id: string, left: number): string => Buffer.from(`${left}:${id}`).toString("base64url")

/** Where the rows after a cursor begin; nothing follows a text that is not a cursor. */
const startOf = (cursor: string, all: ReadonlyArray<JsonObject>): number => {
  const [, left, id] = /^(\d+):(.*)$/s.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? []
  if (left === undefined) return all.length
  const seen = all.findIndex((row) => String(row["id"]) === id)
  return seen < 0 ? Math.max(0, all.length - Number(left)) : seen + 1
}

/**
 * Reads `limit` and `cursor` of lists that are read newest first, or `offset` where there is no cursor. A cursor names
 * the last row of its page and how many rows followed it. Rows added in front are not read twice, and the deletion of
 * the named row does not end the list.
 */
export const byEither = (
  call: Call,
  all: ReadonlyArray<JsonObject>,
  fallback = 20
): Page<JsonObject> & { readonly nextCursor: string | null } => {
  const cursor = text(call.query, "cursor")
  const page = sliced(all, limitOf(call, fallback), cursor === undefined ? offsetOf(call) : startOf(cursor, all))
  const last = page.items.at(-1)
  const left = all.length - page.info.offset - page.items.length
  const nextCursor = left > 0 && last !== undefined ? cursorOf(String(last["id"]), left) : null
  return { ...page, nextCursor }
}

/** The body of a list that is paged by cursor alone. */
export const byCursor = (call: Call, all: ReadonlyArray<JsonObject>): JsonObject => {
  const { items, nextCursor } = byEither(call, all)
  return { data: items, nextCursor }
}
