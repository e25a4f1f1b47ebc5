import { byText } from "./json.js"

/**
 * A construct of a document that the output does not fully express.
 *
 * @since 0.1.0
 * @category models
 */
export interface Problem {
  /** Where in the document, as a JSON pointer or an operation's name. */
  readonly path: string
  readonly construct: string
  /** What stands in the output instead. */
  readonly emitted: string
}

/**
 * Collects problems, each once.
 *
 * @since 0.1.0
 * @category models
 */
export class Problems {
  private readonly found = new Map<string, Problem>()

  add(path: string, construct: string, emitted: string): void {
    this.found.set(`${path}\n${construct}`, { path, construct, emitted })
  }

  list(): ReadonlyArray<Problem> {
    return [...this.found.values()].sort((a, b) => byText(a.path, b.path) || byText(a.construct, b.construct))
  }
}

/** Rows as aligned columns, the first row being the heading. @since 0.1.0 @category rendering */
export const table = (rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length)))
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd()
    )
    .map((line) => `${line}\n`)
    .join("")
}

/** @since 0.1.0 @category rendering */
export const problemTable = (problems: ReadonlyArray<Problem>): string =>
  table([
    ["path", "construct", "emitted"],
    ...problems.map(({ construct, emitted, path }) => [path, construct, emitted])
  ])
