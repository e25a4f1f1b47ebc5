/**
 * The formats of `--output`, and `--jq`: what becomes of the JSON that a command prints.
 *
 * Every command prints JSON with `--json`, one document a line. A formatter turns these lines into YAML, CSV or a table,
 * so no command knows a format by itself.
 *
 * @since 0.1.0
 */
import * as JsonNumber from "@trilum/core/JsonNumber"
import { LocalError, UsageError } from "../CliError.js"
import type { Format, Formatter, Formatting, Values } from "../Command.js"
import type { Output } from "../Io.js"
import { kebab, nearest } from "../names.js"
import { choice } from "../parse.js"
import { paint } from "./colour.js"
import * as Table from "./table.js"
import { harmless } from "./width.js"

const formats: ReadonlyArray<Format> = ["json", "ndjson", "yaml", "csv", "table"]

/** The records of a document: the elements of an array, or the document itself. */
const recordsOf = (value: unknown): ReadonlyArray<Table.Row> =>
  (Array.isArray(value) ? value : [value]).map((each): Table.Row => (Table.isRow(each) ? each : { value: each }))

const parse = (line: string): unknown => {
  try {
    return JsonNumber.parse(line)
  } catch {
    throw new UsageError("this command prints text, which has no other format", "leave out --output and --jq")
  }
}

const spelled = (name: string): string => kebab(name).replaceAll("-", "")

/** The value of a column: a member, or one inside of it by a path with dots. */
const member = (row: Table.Row, column: string): unknown => {
  if (column in row) return row[column]
  let value: unknown = row
  for (const part of column.split(".")) {
    if (!Table.isRow(value)) return undefined
    value = value[part]
  }
  return value
}

/** Columns as the records spell them. Throws for a column that no record has. */
const columnsOf = (rows: ReadonlyArray<Table.Row>, wanted: ReadonlyArray<string>): ReadonlyArray<string> => {
  const known = [...new Set(rows.flatMap(Object.keys))]
  return wanted.map((column) => {
    const found = known.find((name) => name === column) ?? known.find((name) => spelled(name) === spelled(column))
    if (found !== undefined) return found
    if (rows.length === 0 || rows.some((row) => member(row, column) !== undefined)) return column
    const meant = nearest(column, known)
    throw new UsageError(
      `there is no column "${column}"${meant === undefined ? "" : `; did you mean "${meant}"?`}`,
      `the columns are ${known.join(", ")}`
    )
  })
}

/** Takes what is printed and gives lines, each a document, and what is left at the end. */
const byLine = (onLine: (line: string) => string, onEnd: () => string): Formatter => {
  let open = ""
  return {
    push: (chunk) => {
      if (typeof chunk !== "string") {
        throw new UsageError("this command prints the bytes of a file, which has no other format", "leave out --output")
      }
      const end = chunk.lastIndexOf("\n")
      if (end < 0) {
        open += chunk
        return ""
      }
      const text = open + chunk.slice(0, end)
      open = chunk.slice(end + 1)
      return text.split("\n").map(onLine).join("")
    },
    end: () => {
      const last = open.trim() === "" ? "" : onLine(open)
      open = ""
      return last + onEnd()
    }
  }
}

/** Documents gathered until the end, for formats that must know all records. */
const gathered = (render: (rows: ReadonlyArray<Table.Row>, isList: boolean) => string): Formatter => {
  let rows: Array<Table.Row> = []
  let documents = 0
  let isList = false
  return byLine(
    (line) => {
      const value = parse(line)
      for (const row of recordsOf(value)) rows.push(row)
      documents += 1
      isList ||= Array.isArray(value) || documents > 1
      return ""
    },
    () => {
      const found = rows
      rows = []
      return documents === 0 ? "" : render(found, isList)
    }
  )
}

const json = (): Formatter =>
  byLine(
    (line) => `${line}\n`,
    () => ""
  )

const ndjson = (): Formatter =>
  byLine(
    (line) => {
      if (!line.trimStart().startsWith("[")) return `${line}\n`
      const value = parse(line)
      return recordsOrOne(value)
        .map((each) => `${JsonNumber.stringify(each)}\n`)
        .join("")
    },
    () => ""
  )

const recordsOrOne = (value: unknown): ReadonlyArray<unknown> => (Array.isArray(value) ? value : [value])

const loadYaml = async (): Promise<() => Formatter> => {
  const { render } = await import("./yaml.js")
  return () => {
    let documents = 0
    return byLine(
      (line) => {
        documents += 1
        return `${documents === 1 ? "" : "---\n"}${render(parse(line))}`
      },
      () => ""
    )
  }
}

const loadCsv = async (wanted: ReadonlyArray<string> | undefined, output: Output): Promise<() => Formatter> => {
  const { stringify } = await import("csv-stringify/sync")
  // A terminal would act on these; in a file they are data.
  const clean = output.isTTY ? harmless : (text: string): string => text
  const cell = (value: unknown): unknown => {
    if (value === null || value === undefined) return ""
    if (typeof value === "string") return clean(value)
    if (typeof value === "number" || value instanceof JsonNumber.JsonNumber) return value
    return clean(JsonNumber.stringify(value))
  }
  return () =>
    gathered((rows) => {
      const columns = wanted === undefined ? [...new Set(rows.flatMap(Object.keys))] : columnsOf(rows, wanted)
      if (columns.length === 0) return ""
      return stringify([columns, ...rows.map((row) => columns.map((column) => cell(member(row, column))))], {
        // A spreadsheet runs text that begins with = + - or @.
        escape_formulas: true,
        cast: { object: (value) => ({ value: String(value), escape_formulas: false }) }
      })
    })
}

const table =
  (wanted: ReadonlyArray<string> | undefined, wide: boolean, output: Output): (() => Formatter) =>
  () =>
    gathered((rows, isList) => {
      const look = { columns: wide || !output.isTTY ? Number.POSITIVE_INFINITY : output.columns, wide }
      const options = { ...look, paint: paint(output.colour) }
      const [only] = rows
      if (!isList && only !== undefined && wanted === undefined) return text(Table.record(only, options))
      const names = wanted === undefined ? undefined : columnsOf(rows, wanted)
      const shown =
        names === undefined
          ? rows
          : rows.map((row) => Object.fromEntries(names.map((name) => [name, member(row, name)] as const)))
      return text(Table.lines(shown, { ...options, names }))
    })

const text = (lines: ReadonlyArray<string>): string => (lines.length === 0 ? "" : `${lines.join("\n")}\n`)

/** The results of a filter, each on a line; without a format, strings are text. */
const loadJq = async (filter: string, isRaw: boolean, output: Output): Promise<(line: string) => string> => {
  const { loadJq: load } = await import("jq-wasm/inline")
  const jq = await load()
  const failed = (stderr: string): string => harmless(stderr.split("\n")[0] ?? "").replace(/^jq: /, "")
  // Compiled before anything is sent, and not run.
  const compiled = jq.raw("null", `def trilum: ${filter}\n; empty`)
  if (compiled.exitCode === 3) throw new UsageError(`--jq: ${failed(compiled.stderr)}`, "see: trilum help output")
  const flags = isRaw ? ["-c", "-r"] : ["-c"]
  return (line) => {
    const { exitCode, stderr, stdout } = jq.raw(line, filter, flags)
    if (exitCode !== 0) throw new LocalError(`--jq: ${failed(stderr)}`)
    const found = stdout === "" || stdout.endsWith("\n") ? stdout : `${stdout}\n`
    return isRaw && output.isTTY ? harmless(found) : found
  }
}

/** A formatter of the results of a filter. */
const filtered = (filter: (line: string) => string, next: Formatter): Formatter =>
  byLine(
    (line) => {
      parse(line)
      return next.push(filter(line))
    },
    () => next.end()
  )

/**
 * What the options of a command line ask for. Rejects with a `UsageError` for options that exclude each other, and for a
 * filter that is wrong.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = async (values: Values, output: Output): Promise<Formatting> => {
  const columns = values
    .text("columns")
    ?.split(",")
    .map((name) => name.trim())
    .filter((name) => name !== "")
  const wide = values.flag("wide") === true
  const filter = values.text("jq")
  const given = choice(values, "output", formats, "for a file: -o FILE")
  if (values.flag("json") === true && given !== undefined && given !== "json") {
    throw new UsageError(`--json and --output ${given} exclude each other`)
  }
  if (columns?.length === 0) throw new UsageError("--columns is empty", "write it like --columns id,name")
  const rows = columns !== undefined || wide
  const format = given ?? (rows ? "table" : values.flag("json") === true ? "json" : undefined)
  if (columns !== undefined && format !== "csv" && format !== "table") {
    throw new UsageError("--columns is for tables and CSV", "to select from JSON: --jq")
  }
  if (wide && format !== "table") throw new UsageError("--wide is for tables")
  const load = async (): Promise<() => Formatter> => {
    switch (format) {
      case "yaml":
        return loadYaml()
      case "csv":
        return loadCsv(columns, output)
      case "table":
        return table(columns, wide, output)
      case "ndjson":
        return ndjson
      default:
        return json
    }
  }
  // With jq the results may be text, which goes through as it is.
  const raw = filter !== undefined && format === undefined
  const jq = filter === undefined ? undefined : await loadJq(filter, raw, output)
  const inner = await load()
  return {
    format,
    byRecord: jq === undefined && (format === "ndjson" || format === "csv" || format === "table"),
    make: () => (jq === undefined ? inner() : filtered(jq, inner()))
  }
}
