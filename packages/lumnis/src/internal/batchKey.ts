import { sha256 } from "./sha256.js"

/** JSON with the keys of objects in order: equal content is equal text. */
export const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return list(value)
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null"
  if ("toJSON" in value && typeof value.toJSON === "function") return canonical(value.toJSON())
  let text = ""
  for (const name of Object.keys(value).sort()) {
    const field: unknown = Reflect.get(value, name)
    if (field === undefined) continue
    if (text !== "") text += ","
    text += `${JSON.stringify(name)}:${canonical(field)}`
  }
  return `{${text}}`
}

const list = (values: ReadonlyArray<unknown>): string => {
  let text = ""
  for (let index = 0; index < values.length; index++) {
    if (index > 0) text += ","
    text += canonical(values[index] ?? null)
  }
  return `[${text}]`
}

/** The SHA-256 of values, in hexadecimal digits. */
export const digest = (...values: ReadonlyArray<unknown>): string => sha256(canonical(values))
