import { type Document, resolvePointer } from "./document.js"
import {
  arrayAt,
  isArray,
  isObject,
  type Json,
  type JsonObject,
  objectAt,
  sortedEntries,
  stringAt,
  strings
} from "./json.js"
import { mergeAllOf } from "./merge.js"
import { matcherOf, textMatching } from "./pattern.js"
import { Problems } from "./problems.js"

/** The way a sample travels: what is read-only is left out of requests, what is write-only out of responses. */
export type Direction = "request" | "response"

const deepest = 4
const optionalFields = 2

const formats: Readonly<Record<string, string>> = {
  "date-time": "2026-01-02T03:04:05.000Z",
  date: "2026-01-02",
  time: "03:04:05Z",
  duration: "P1D",
  uuid: "3f2b8c1e-5d47-4a90-9c36-1b7e2d84f0a5",
  email: "ann+b@example.com",
  uri: "https://example.com/a%20b?c=d",
  url: "https://example.com/a%20b?c=d",
  "uri-reference": "/a%20b",
  hostname: "example.com",
  ipv4: "192.0.2.1",
  ipv6: "2001:db8::1",
  byte: "aGVsbG8="
}

/** A file in a sample, which JSON cannot hold. @since 0.1.0 @category models */
export const sampleFile: JsonObject = { $file: { filename: "notes é.txt", contentType: "text/plain", text: "hello\n" } }

/**
 * Values that satisfy a document's schemas, the same in every run: the required fields and up to two others.
 *
 * @since 0.1.0
 * @category models
 */
export class Samples {
  private readonly document: Document
  private readonly direction: Direction

  constructor(document: Document, direction: Direction) {
    this.document = document
    this.direction = direction
  }

  /** The schema without references and `allOf`. */
  resolved(schema: Json | undefined): JsonObject {
    let current = schema
    for (let steps = 0; steps < 32 && isObject(current); steps++) {
      const ref = current["$ref"]
      if (typeof ref === "string") current = resolvePointer(this.document, ref)
      else if (isArray(current["allOf"])) current = mergeAllOf(current, this.document, "", new Problems())
      else return current
    }
    return {}
  }

  /** The schema without references and `allOf`; of a union the first member that is not null. */
  plain(schema: Json | undefined): JsonObject {
    let current = schema
    for (let steps = 0; steps < 32; steps++) {
      if (!isObject(current)) return {}
      const ref = current["$ref"]
      if (typeof ref === "string") {
        const { $ref: _, ...siblings } = current
        const target = resolvePointer(this.document, ref)
        current = isObject(target) ? { ...target, ...siblings } : {}
      } else if (isArray(current["allOf"])) {
        current = mergeAllOf(current, this.document, "", new Problems()) ?? {}
      } else if (isArray(current["oneOf"]) || isArray(current["anyOf"])) {
        const { anyOf, discriminator: _, oneOf, ...base } = current
        const members = isArray(oneOf) ? oneOf : isArray(anyOf) ? anyOf : []
        const first = members.find((member) => stringAt(member, "type") !== "null") ?? {}
        current = { allOf: [base, first] }
      } else return current
    }
    return {}
  }

  of(schema: Json | undefined, name: string, depth = 0): Json {
    const plain = this.plain(schema)
    if (plain["const"] !== undefined) return plain["const"]
    const [known] = arrayAt(plain, "enum")
    if (known !== undefined) return known
    switch (typeIn(plain)) {
      case "string":
        return this.text(plain, name)
      case "integer":
        return number(plain, true)
      case "number":
        return number(plain, false)
      case "boolean":
        return true
      case "null":
        return null
      case "array":
        return this.list(plain, name, depth)
      case "object":
        return this.object(plain, depth)
      default:
        return `any ${name}`
    }
  }

  private text(schema: JsonObject, name: string): Json {
    const format = stringAt(schema, "format")
    const encoded = schema["contentEncoding"] !== undefined
    if (format === "binary" || (schema["contentMediaType"] === "application/octet-stream" && !encoded))
      return sampleFile
    const pattern = stringAt(schema, "pattern")
    const least = numberAt(schema, "minLength") ?? 0
    const most = numberAt(schema, "maxLength") ?? Number.POSITIVE_INFINITY
    const fitsLength = (text: string): boolean => text.length >= least && text.length <= most
    if (pattern !== undefined) {
      const own = strings([...arrayAt(schema, "examples"), schema["example"] ?? null])
      const tries = [...own, textMatching(pattern) ?? "", ...Object.values(formats)]
      const found = tries.find((text) => matcherOf(pattern)?.test(text) === true && fitsLength(text))
      if (found !== undefined) return found
    }
    const wanted = (format === undefined ? undefined : formats[format]) ?? (encoded ? "aGVsbG8=" : `${name} "é" & 1`)
    if (fitsLength(wanted)) return wanted
    return wanted.padEnd(least, "x").slice(0, most)
  }

  private list(schema: JsonObject, name: string, depth: number): Json {
    const prefix = arrayAt(schema, "prefixItems")
    if (prefix.length > 0) return prefix.map((item, index) => this.of(item, `${name}${index}`, depth + 1))
    const most = numberAt(schema, "maxItems") ?? Number.POSITIVE_INFINITY
    const count = Math.min(most, Math.max(numberAt(schema, "minItems") ?? 0, depth >= deepest ? 0 : 1))
    return Array.from({ length: count }, () => this.of(schema["items"], name, depth + 1))
  }

  private object(schema: JsonObject, depth: number): Json {
    const out: Record<string, Json> = {}
    for (const [name, property] of this.fields(schema, depth)) out[name] = this.of(property, name, depth + 1)
    const additional = schema["additionalProperties"]
    if (Object.keys(objectAt(schema, "properties")).length === 0 && additional !== false && depth < deepest) {
      const plain = this.plain(additional)
      if (isObject(plain["not"])) return out
      const names = schema["propertyNames"]
      const name = names === undefined ? "someKey" : String(this.of(names, "key", depth + 1))
      out[name] = this.of(additional === true ? undefined : additional, name, depth + 1)
    }
    return out
  }

  /** The properties of an object schema that a sample has. */
  fields(schema: JsonObject, depth: number): ReadonlyArray<readonly [string, Json]> {
    const required = new Set(strings(arrayAt(schema, "required")))
    const hidden = this.direction === "request" ? "readOnly" : "writeOnly"
    let optional = depth >= deepest - 1 ? 0 : optionalFields
    return sortedEntries(objectAt(schema, "properties")).filter(([name, property]) => {
      const flags = isObject(property) ? property : {}
      if (flags[hidden] === true || this.plain(property)[hidden] === true) return false
      if (required.has(name)) return true
      if (optional === 0 || flags["deprecated"] === true || isEmptySchema(property)) return false
      optional--
      return true
    })
  }
}

const isEmptySchema = (schema: Json): boolean => schema === false || (isObject(schema) && isObject(schema["not"]))

const numberAt = (schema: JsonObject, key: string): number | undefined => {
  const value = schema[key]
  return typeof value === "number" ? value : undefined
}

const typeIn = (schema: JsonObject): string | undefined => {
  const type = schema["type"]
  if (typeof type === "string") return type
  if (isArray(type)) return strings(type).find((name) => name !== "null") ?? "null"
  if (schema["properties"] !== undefined || schema["additionalProperties"] !== undefined) return "object"
  return schema["items"] === undefined && schema["prefixItems"] === undefined ? undefined : "array"
}

const number = (schema: JsonObject, whole: boolean): number => {
  const step = numberAt(schema, "multipleOf") ?? (whole ? 1 : 0.5)
  const low = schema["exclusiveMinimum"]
  const high = schema["exclusiveMaximum"]
  const minimum = numberAt(schema, "minimum")
  const maximum = numberAt(schema, "maximum")
  // OpenAPI 3.0 has booleans beside `minimum`, JSON Schema 2020-12 numbers of their own.
  const lower =
    typeof low === "number" ? low + step : minimum === undefined ? undefined : low === true ? minimum + step : minimum
  const upper =
    typeof high === "number"
      ? high - step
      : maximum === undefined
        ? undefined
        : high === true
          ? maximum - step
          : maximum
  const wanted = whole ? 3 : 1.5
  const raised = lower === undefined || lower <= wanted ? wanted : Math.ceil(lower / step) * step
  return upper === undefined || raised <= upper
    ? raised
    : Math.max(Math.floor(upper / step) * step, lower ?? Number.NEGATIVE_INFINITY)
}
