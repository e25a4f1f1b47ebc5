/**
 * Headers that hold JSON, or a compact list of `name` and `name=value` separated by `;`.
 */
export interface Problem {
  readonly problem: string
}

export type Fields = Readonly<Record<string, unknown>>

const isProblem = (value: Fields | Problem): value is Problem => typeof value["problem"] === "string"

/** Reads a header that starts with `{` as JSON, else item by item. `item` gives the fields of one item. */
export const read = <A>(
  header: string,
  fromJson: (value: unknown) => A | Problem,
  item: (name: string, value: string | undefined) => Fields | Problem
): A | Problem => {
  const trimmed = header.trim()
  if (trimmed.startsWith("{")) {
    try {
      return fromJson(JSON.parse(trimmed))
    } catch {
      return { problem: "the header starts like JSON but is not JSON" }
    }
  }
  const fields: Array<readonly [string, unknown]> = []
  for (const part of trimmed.split(";").map((text) => text.trim())) {
    if (part === "") continue
    const equals = part.indexOf("=")
    const name = (equals < 0 ? part : part.slice(0, equals)).trim().toLowerCase()
    const found = item(name, equals < 0 ? undefined : part.slice(equals + 1).trim())
    if (isProblem(found)) return { problem: `${name}: ${found.problem}` }
    fields.push(...Object.entries(found))
  }
  return fromJson(Object.fromEntries(fields))
}
