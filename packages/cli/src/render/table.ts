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
const narrowest = 6
const most = 8

const isScalar = (value: unknown): boolean => value === null || typeof value !== "object"

const cell = (value: unknown): string => {
  if (value === null || value === undefined) return ""
  return harmless(isScalar(value) ? String(value) : JSON.stringify(value))
    .replaceAll(/\s+/g, " ")
    .trim()
}

/** The first names under which any record has a scalar, in the records' own order. */
const columnsOf = (rows: ReadonlyArray<Row>): ReadonlyArray<string> => {
  const names = new Set<string>()
  for (const row of rows.slice(0, 20)) {
    for (const [name, value] of Object.entries(row)) {
      if (isScalar(value) && value !== null && value !== undefined) names.add(name)
    }
  }
  return [...names].slice(0, most)
}

/** Takes from the widest until the line fits; drops columns at the end when even that is not enough. */
const shrink = (natural: ReadonlyArray<number>, columns: number): ReadonlyArray<number> => {
  const widths = [...natural]
  const room = (): number => columns - gap.length * (widths.length - 1)
  while (widths.length > 1 && widths.length * narrowest > room()) widths.pop()
  for (;;) {
    const over = widths.reduce((sum, each) => sum + each, 0) - room()
    if (over <= 0) return widths
    const widest = Math.max(...widths)
    if (widest <= narrowest) return widths
    const index = widths.lastIndexOf(widest)
    const next = Math.max(narrowest, ...widths.filter((each) => each < widest))
    widths[index] = Math.max(next, widest - over, narrowest)
    if (widths[index] === widest) widths[index] = widest - 1
  }
}

/**
 * Lines without their ends: headings, then a line for each record. Empty for records without a scalar field.
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
  const cells = rows.map((row) => names.map((name) => cell(row[name])))
  const natural = names.map((name, index) => Math.max(width(name), ...cells.map((row) => width(row[index] ?? ""))))
  const widths = shrink(natural, options.columns)
  const line = (texts: ReadonlyArray<string>): string =>
    widths
      .map((each, index) => pad(truncate(texts[index] ?? "", each), each))
      .join(gap)
      .trimEnd()
  return [options.paint.bold(line(names.map((name) => name.toUpperCase()))), ...cells.map(line)]
}
