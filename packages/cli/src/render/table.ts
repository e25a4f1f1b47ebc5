/**
 * Records as a table that fits the terminal.
 *
 * @since 0.1.0
 */
import type { Paint } from "./colour.js"
import { harmless, pad, truncate, width } from "./width.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Row = Readonly<Record<string, unknown>>

const gap = "  "
const narrowest = 12
const most = 8

const isScalar = (value: unknown): boolean => value === null || typeof value !== "object"

const moment = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d):\d\d(?:\.\d+)?(?:Z|[+]00:00)$/

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ""
  const [, day, time] = (typeof value === "string" && moment.exec(value)) || []
  if (day !== undefined) return `${day} ${time}Z`
  return harmless(isScalar(value) ? String(value) : JSON.stringify(value))
    .replaceAll(/\s+/g, " ")
    .trim()
}

/** The id of something else, such as the tenant, that all records have in common. */
const isShared = (name: string, rows: ReadonlyArray<Row>): boolean =>
  /(?:_id|Id)$/.test(name) && rows.every((row) => row[name] === rows[0]?.[name])

/**
 * The first names under which any record has a scalar, in the records' own order. What the first column has is what a next
 * command is given; ids that are the same everywhere tell nothing.
 */
const columnsOf = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
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
const isEssential = (name: string, index: number): boolean => index === 0 || /^(?:id|name|email|command)$/i.test(name)

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
    const dropped = rest.findLast(({ name }) => /(?:_id|Id)$/.test(name)) ?? rest.at(-1)
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
 * Lines without their ends: headings, then a line for each record. Empty for records without a scalar field. Ids and
 * names are never cut, even if lines become longer than the terminal is wide.
 *
 * @since 0.1.0
 * @category formatting
 */
export const lines = (
  rows: ReadonlyArray<Row>,
  options: { readonly columns: number; readonly paint: Paint; readonly names?: ReadonlyArray<string> | undefined }
): ReadonlyArray<string> => {
  const names = options.names ?? columnsOf(rows)
  if (names.length === 0) return []
  const all = names.map((name, index): Column => {
    const widest = Math.max(width(name), ...rows.map((row) => width(cell(row[name]))))
    const essential = isEssential(name, index)
    // Half a time tells nothing.
    const whole = essential || rows.some((row) => moment.test(String(row[name])))
    return { name, width: widest, least: whole ? widest : Math.min(widest, narrowest), essential }
  })
  const chosen = choose(all, options.columns)
  const widths = shrink(chosen, options.columns)
  const line = (texts: ReadonlyArray<string>): string =>
    widths
      .map((each, index) => pad(truncate(texts[index] ?? "", each), each))
      .join(gap)
      .trimEnd()
  const cells = rows.map((row) => chosen.map(({ name }) => cell(row[name])))
  return [options.paint.bold(line(chosen.map(({ name }) => name.toUpperCase()))), ...cells.map(line)]
}
