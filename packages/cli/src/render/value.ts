/**
 * The answer of an operation on stdout.
 *
 * @since 0.1.0
 */
import * as JsonNumber from "@trilum/core/JsonNumber"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { at } from "@trilum/core/Pagination"
import type { Output } from "../Io.js"
import { paint } from "./colour.js"
import * as Json from "./json.js"
import * as Table from "./table.js"

/** The records of a list: where the contract says they are, the body itself, or its only list of objects. */
const recordsOf = (entry: CatalogEntry, value: unknown): ReadonlyArray<Table.Row> | undefined => {
  const named = entry.pagination === undefined ? undefined : at(value, entry.pagination.items)
  const found = listOf(named) ?? listOf(value) ?? onlyList(entry, value)
  const records = found?.filter(Table.isRow)
  return records?.length === found?.length ? records : undefined
}

const listOf = (value: unknown): ReadonlyArray<unknown> | undefined => (Array.isArray(value) ? value : undefined)

const onlyList = (entry: CatalogEntry, value: unknown): ReadonlyArray<unknown> | undefined => {
  if (!Table.isRow(value) || !/^(?:list|search)/.test(entry.name)) return undefined
  const lists = Object.values(value)
    .map(listOf)
    .filter((each) => each !== undefined)
  return lists.length === 1 ? lists[0] : undefined
}

/**
 * For people: a list as a table, anything else as indented JSON.
 *
 * @since 0.1.0
 * @category formatting
 */
export const render = (entry: CatalogEntry, json: string, output: Output): string => {
  const records = recordsOf(entry, JsonNumber.parse(json))
  if (records?.length === 0) return ""
  const lines =
    records === undefined ? [] : Table.lines(records, { columns: output.columns, paint: paint(output.colour) })
  return `${lines.length > 0 ? lines.join("\n") : Json.prettyText(json, output.colour)}\n`
}

/**
 * The records of several pages as a table.
 *
 * @since 0.1.0
 * @category formatting
 */
export const table = (records: ReadonlyArray<string>, output: Output): string => {
  const rows = records.map((record) => JsonNumber.parse(record)).filter(Table.isRow)
  const lines = Table.lines(rows, { columns: output.columns, paint: paint(output.colour) })
  return lines.length === 0 ? records.map((record) => `${record}\n`).join("") : `${lines.join("\n")}\n`
}

/**
 * The records of a list, one a line; any other answer as it is.
 *
 * @since 0.1.0
 * @category formatting
 */
export const byRecord = (entry: CatalogEntry, json: string): string => {
  const records = recordsOf(entry, JsonNumber.parse(json))
  return records === undefined
    ? `${Json.compactText(json)}\n`
    : records.map((record) => `${JsonNumber.stringify(record)}\n`).join("")
}

/**
 * What a page says of the rest of its list, as in `20 of 49`. `undefined`: it is all, as far as the page says.
 *
 * @since 0.1.0
 * @category accessors
 */
export const restOf = (entry: CatalogEntry, json: string): string | undefined => {
  const plan = entry.pagination
  const value: unknown = JSON.parse(json)
  const count = recordsOf(entry, value)?.length ?? 0
  if (plan === undefined || count === 0) return undefined
  const total = plan.style === "cursor" || plan.total === undefined ? undefined : at(value, plan.total)
  if (typeof total === "number" && total > count) return `${count} of ${total}`
  const next = plan.style === "cursor" ? at(value, plan.next) : undefined
  const more = plan.hasMore === undefined ? undefined : at(value, plan.hasMore)
  const isMore = more === true || (more !== false && next !== undefined && next !== null && next !== "")
  return isMore ? `${count}, and more` : undefined
}

/**
 * Whether an answer is a list without records.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isEmpty = (entry: CatalogEntry, json: string): boolean => recordsOf(entry, JSON.parse(json))?.length === 0
