/**
 * The answer of an operation on stdout.
 *
 * @since 0.1.0
 */
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import { at } from "@trilum/core/Pagination"
import type { Output } from "../Io.js"
import { paint } from "./colour.js"
import * as Json from "./json.js"
import * as Table from "./table.js"

const isRow = (value: unknown): value is Table.Row =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/**
 * The records of a list: where the contract says they are, the body itself, or its only list of objects.
 *
 * @since 0.1.0
 * @category accessors
 */
export const recordsOf = (entry: CatalogEntry, value: unknown): ReadonlyArray<Table.Row> | undefined => {
  const named = entry.pagination === undefined ? undefined : at(value, entry.pagination.items)
  const found = listOf(named) ?? listOf(value) ?? onlyList(entry, value)
  const records = found?.filter(isRow)
  return records?.length === found?.length ? records : undefined
}

const listOf = (value: unknown): ReadonlyArray<unknown> | undefined => (Array.isArray(value) ? value : undefined)

const onlyList = (entry: CatalogEntry, value: unknown): ReadonlyArray<unknown> | undefined => {
  if (!isRow(value) || !/^(?:list|search)/.test(entry.name)) return undefined
  const lists = Object.values(value)
    .map(listOf)
    .filter((each) => each !== undefined)
  return lists.length === 1 ? lists[0] : undefined
}

/**
 * A table where a person reads a list, JSON otherwise.
 *
 * @since 0.1.0
 * @category formatting
 */
export const render = (entry: CatalogEntry, value: unknown, output: Output, json: boolean): string => {
  if (!json && output.isTTY) {
    const records = recordsOf(entry, value)
    const lines =
      records === undefined ? [] : Table.lines(records, { columns: output.columns, paint: paint(output.colour) })
    if (lines.length > 0) return `${lines.join("\n")}\n`
  }
  return `${Json.text(value, output, json)}\n`
}
