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

interface OffsetPage<T> {
  readonly items: ReadonlyArray<T>
  readonly info: { readonly limit: number; readonly offset: number; readonly total: number; readonly hasMore: boolean }
}

/** `limit` and `offset`. */
export const byOffset = <T>(call: Call, all: ReadonlyArray<T>, fallback = 50): OffsetPage<T> => {
  const limit = Math.max(1, whole(call, "limit", fallback))
  const offset = Math.max(0, whole(call, "offset", 0))
  const items = all.slice(offset, offset + limit)
  return { items, info: { limit, offset, total: all.length, hasMore: offset + items.length < all.length } }
}

const cursorOf = (id: string, left: number): string => Buffer.from(`${left}:${id}`).toString("base64url")

/** Where the rows after a cursor begin; a text that is no cursor has nothing after it. */
const startOf = (cursor: string, all: ReadonlyArray<JsonObject>): number => {
  const [, left, id] = /^(\d+):(.*)$/s.exec(Buffer.from(cursor, "base64url").toString("utf8")) ?? []
  if (left === undefined) return all.length
  const seen = all.findIndex((row) => String(row["id"]) === id)
  return seen < 0 ? Math.max(0, all.length - Number(left)) : seen + 1
}

/**
 * `limit` and `cursor`, of lists read newest first. A cursor names the last row that was seen and how many were left after
 * it: rows that are added in front are not read twice, and the deletion of that row does not end the list.
 */
export const byCursor = (call: Call, all: ReadonlyArray<JsonObject>, fallback = 20): JsonObject => {
  const limit = Math.max(1, whole(call, "limit", fallback))
  const cursor = text(call.query, "cursor")
  const start = cursor === undefined ? 0 : startOf(cursor, all)
  const data = all.slice(start, start + limit)
  const last = data.at(-1)
  const left = all.length - start - data.length
  return { data, nextCursor: left > 0 && last !== undefined ? cursorOf(String(last["id"]), left) : null }
}
