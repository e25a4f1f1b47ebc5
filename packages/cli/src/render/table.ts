/**
 * Records as a table that fits the terminal.
 *
 * @since 0.1.0
 */
import * as JsonNumber from "@trilum/core/JsonNumber"
import type { Paint } from "./colour.js"
import { harmless, pad, truncate, width } from "./width.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Row = Readonly<Record<string, unknown>>

/**
 * Whether a value is a record of a table.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRow = (value: unknown): value is Row =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber.JsonNumber)

const gap = "  "
const narrowest = 12
const most = 8

const isScalar = (value: unknown): boolean =>
  value === null || typeof value !== "object" || value instanceof JsonNumber.JsonNumber

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?(?:Z|[+]00:00)$/

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ""
  const [, day, time] = (typeof value === "string" && moment.exec(value)) || []
  if (day !== undefined) return `${day} ${time}Z`
  return harmless(isScalar(value) ? String(value) : JsonNumber.stringify(value))
    .replaceAll(/\s+/g, " ")
    .trim()
}

/** The id of something else, such as the tenant, that all records have in common. */
const isShared = (name: string, rows: ReadonlyArray<Row>): boolean =>
  isId(name) && rows.every((row) => String(row[name]) === String(rows[0]?.[name]))

/**
 * The first names under which any record has a scalar, in the records' own order. What the first column has is what a next
 * command is given; ids that are the same everywhere tell nothing.
 */
const columnsOf = (rows: ReadonlyArray<Row>, wide: boolean): ReadonlyArray<string> => {
  if (wide) return [...new Set(rows.flatMap(Object.keys))]
  const names = new Set<string>()
  for (const row of rows.slice(0, 20)) {
    for (const [name, value] of Object.entries(row)) {
      if (isScalar(value) && value !== null && value !== undefined) names.add(name)
    }
  }
  const wanted = [...names].filter((name, index) => index === 0 || !isShared(name, rows))
  return wanted.filter((name, index) => index < most || isEssential(name, index))
}

/** What a next command is given: never cut, never left out. */
const isEssential = (name: string, index: number): boolean =>
  index === 0 || /^(?:id|name|email|command|slug|username|file_?name)$/i.test(name)

/** The id of something else: it may be left out, and half of one is of no use. */
const isId = (name: string): boolean => /(?:_id|Id)$/.test(name)

interface Column {
  readonly name: string
  readonly width: number
  /** What must be left of it. */
  readonly least: number
  readonly essential: boolean
}

const room = (columns: number, count: number): number => columns - gap.length * (count - 1)

const sum = (widths: ReadonlyArray<number>): number => widths.reduce((total, each) => total + each, 0)

/** Leaves out columns until the rest can be shown: ids of other things first, then from the end. */
const choose = (all: ReadonlyArray<Column>, columns: number): ReadonlyArray<Column> => {
  let kept = all
  while (sum(kept.map(({ least }) => least)) > room(columns, kept.length)) {
    const rest = kept.filter(({ essential }) => !essential)
    const dropped = rest.findLast(({ name }) => isId(name)) ?? rest.at(-1)
    if (dropped === undefined) return kept
    kept = kept.filter((column) => column !== dropped)
  }
  return kept
}

/** Takes from the widest until the line fits, or until nothing more can be taken. */
const shrink = (chosen: ReadonlyArray<Column>, columns: number): ReadonlyArray<number> => {
  const widths = chosen.map((column) => column.width)
  while (sum(widths) > room(columns, widths.length)) {
    const spare = widths.map((each, index) => each - (chosen[index]?.least ?? 0))
    const most = Math.max(0, ...spare)
    if (most === 0) return widths
    const index = spare.lastIndexOf(most)
    widths[index] = (widths[index] ?? 0) - 1
  }
  return widths
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Width of the terminal; infinite where nothing is to be cut. */
  readonly columns: number
  readonly paint: Paint
  /** The columns, all of which are shown. Default: what fits of the first ones. */
  readonly names?: ReadonlyArray<string> | undefined
  /** Every column, whole. */
  readonly wide?: boolean | undefined
}

/**
 * Lines without their ends: headings, then a line for each record. Empty for records without a scalar field. Ids and
 * names are never cut: where they do not fit, each record is a block of lines.
 *
 * @since 0.1.0
 * @category formatting
 */
export const lines = (rows: ReadonlyArray<Row>, options: Options): ReadonlyArray<string> => {
  const wide = options.wide === true
  const names = options.names ?? columnsOf(rows, wide)
  if (names.length === 0) return []
  const all = names.map((name, index): Column => {
    const widest = Math.max(width(name), ...rows.map((row) => width(cell(row[name]))))
    const essential = isEssential(name, index)
    // Half a time tells nothing.
    const whole = wide || essential || isId(name) || rows.some((row) => moment.test(String(row[name])))
    return { name, width: widest, least: whole ? widest : Math.min(widest, narrowest), essential }
  })
  const chosen = options.names === undefined && !wide ? choose(all, options.columns) : all
  if (!wide && chosen.length > 1 && sum(chosen.map(({ least }) => least)) > room(options.columns, chosen.length)) {
    return blocks(rows, names, options)
  }
  const widths = shrink(chosen, options.columns)
  const line = (texts: ReadonlyArray<string>): string =>
    widths
      .map((each, index) => pad(truncate(texts[index] ?? "", each), each))
      .join(gap)
      .trimEnd()
  const cells = rows.map((row) => chosen.map(({ name }) => cell(row[name])))
  return [options.paint.bold(line(chosen.map(({ name }) => name.toUpperCase()))), ...cells.map(line)]
}

/** Records one below the other, with a line for each field. */
const blocks = (rows: ReadonlyArray<Row>, names: ReadonlyArray<string>, options: Options): ReadonlyArray<string> =>
  rows.flatMap((row, index) => [...(index === 0 ? [] : [""]), ...record(row, { ...options, names })])

/**
 * One record, a line for each field. A nested value is cut to fit; any other is whole.
 *
 * @since 0.1.0
 * @category formatting
 */
export const record = (row: Row, options: Options): ReadonlyArray<string> => {
  const names = options.names ?? Object.keys(row)
  const left = Math.max(0, ...names.map(width)) + gap.length
  return names.map((name) => {
    const value = cell(row[name])
    const shown =
      isScalar(row[name]) || options.wide === true || options.columns === Number.POSITIVE_INFINITY
        ? value
        : truncate(value, Math.max(narrowest, options.columns - left))
    return `${options.paint.bold(pad(name.toUpperCase(), left))}${shown}`.trimEnd()
  })
}
