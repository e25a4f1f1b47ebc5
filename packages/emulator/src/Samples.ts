/**
 * Sample values for a JSON Schema. The same seed and schema give the same value.
 *
 * @since 0.1.0
 */
import { type Contract, isObject, type JsonObject, type JsonSchema } from "./Contract.js"
import { randomOf } from "./Ids.js"
import { ofPattern } from "./internal/patternSample.js"
import { ofFormat, ofName } from "./internal/sampleText.js"

/**
 * - `all`: all properties without recursion
 * - `required`: only required properties
 *
 * @since 0.1.0
 * @category models
 */
export type Fill = "all" | "required"

/**
 * @since 0.1.0
 * @category models
 */
export interface SampleOptions {
  readonly seed: string
  readonly fill: Fill
  /** Resolves references: in a contract, or in the document of another schema. */
  readonly references: (reference: string) => JsonSchema | undefined
  /** Lengths of arrays by dotted path, e.g. `{ "users": 3 }`. `""` is the value itself. */
  readonly lengths?: Readonly<Record<string, number>> | undefined
  /** Preferred members of enumerations, best first. */
  readonly prefer?: ReadonlyArray<unknown> | undefined
}

interface Place {
  readonly path: string
  readonly name: string
  readonly depth: number
  /** References being expanded, to stop recursion. */
  readonly open: ReadonlyArray<string>
}

const pleasant = [
  "active",
  "succeeded",
  "completed",
  "success",
  "ready",
  "connected",
  "healthy",
  "ok",
  "available",
  "uploaded"
]

const deepest = 6

const isTrouble = (name: string): boolean =>
  /(^|_)(errors?|failures?|failed)(_|$)|^(error|failure)[A-Z]|deprecat/.test(name)

const isEnding = (name: string): boolean =>
  /^(next_?cursor|cursor|next|next_page|(deleted|archived|revoked|cancelled|canceled|consumed|expires?|expired)_at|(deleted|archived|revoked|expires)At)$/i.test(
    name
  )

const typesOf = (schema: JsonObject): ReadonlyArray<string> => {
  const type = schema["type"]
  if (typeof type === "string") return [type]
  if (Array.isArray(type)) return type.filter((item) => typeof item === "string")
  if (isObject(schema["properties"]) || isObject(schema["additionalProperties"])) return ["object"]
  if (schema["items"] !== undefined || schema["prefixItems"] !== undefined) return ["array"]
  if (typeof schema["pattern"] === "string" || typeof schema["format"] === "string") return ["string"]
  if (typeof schema["minimum"] === "number" || typeof schema["maximum"] === "number") return ["number"]
  return []
}

const schemas = (value: unknown): ReadonlyArray<JsonSchema> =>
  Array.isArray(value) ? value.filter((item): item is JsonSchema => typeof item === "boolean" || isObject(item)) : []

const asSchema = (value: unknown): JsonSchema | undefined =>
  typeof value === "boolean" || isObject(value) ? value : undefined

const names = (value: unknown): ReadonlyArray<string> =>
  Array.isArray(value) ? value.filter((item) => typeof item === "string") : []

const number = (value: unknown, fallback: number): number => (typeof value === "number" ? value : fallback)

const merge = (a: JsonObject, b: JsonObject): JsonObject => ({
  ...a,
  ...b,
  ...(isObject(a["properties"]) && isObject(b["properties"])
    ? { properties: { ...a["properties"], ...b["properties"] } }
    : {}),
  required: [...new Set([...names(a["required"]), ...names(b["required"])])]
})

class Sampler {
  readonly options: SampleOptions

  constructor(options: SampleOptions) {
    this.options = options
  }

  /** Resolves references and merges `allOf` and the chosen branch of a union into one object schema. */
  flatten(schema: JsonSchema, open: ReadonlyArray<string>): { schema: JsonObject; open: ReadonlyArray<string> } {
    if (typeof schema === "boolean") return { schema: {}, open }
    const { $ref, allOf, anyOf, oneOf, ...own } = schema
    let merged: JsonObject = own
    let path = open
    const absorb = (part: JsonSchema): void => {
      const flat = this.flatten(part, path)
      merged = merge(flat.schema, merged)
      path = flat.open
    }
    if (typeof $ref === "string") {
      const target = this.options.references($ref)
      if (target !== undefined && path.filter((item) => item === $ref).length < 2) {
        path = [...path, $ref]
        absorb(target)
      }
    }
    for (const part of schemas(allOf)) absorb(part)
    const branches = schemas(anyOf ?? oneOf)
    const nullable = branches.some((branch) => isObject(branch) && branch["type"] === "null")
    const chosen = branches.find((branch) => !(isObject(branch) && branch["type"] === "null"))
    if (chosen !== undefined) absorb(chosen)
    if (nullable) merged = { ...merged, type: [...typesOf(merged), "null"] }
    return { schema: merged, open: path }
  }

  recurses(schema: JsonSchema, open: ReadonlyArray<string>): boolean {
    if (!isObject(schema)) return false
    if (typeof schema["$ref"] === "string") return open.includes(schema["$ref"])
    const inner = [...schemas(schema["anyOf"]), ...schemas(schema["oneOf"]), ...schemas(schema["allOf"])]
    const items = asSchema(schema["items"])
    return [...inner, ...(items === undefined ? [] : [items])].some((part) => this.recurses(part, open))
  }

  value(given: JsonSchema, place: Place): unknown {
    const { open, schema } = this.flatten(given, place.open)
    const here: Place = { ...place, open }
    const random = randomOf(`${this.options.seed}\0${place.path}`)
    const types = typesOf(schema)
    if (types.includes("null") && (isTrouble(place.name) || isEnding(place.name) || place.depth > deepest)) return null
    if (schema["const"] !== undefined) return schema["const"]
    if (Array.isArray(schema["enum"])) return this.member(schema["enum"])
    const example = schema["example"] ?? (Array.isArray(schema["examples"]) ? schema["examples"][0] : undefined)
    const given_ = example ?? schema["default"]
    if (typeof given_ === "string" || typeof given_ === "number" || typeof given_ === "boolean") return given_
    switch (types.find((type) => type !== "null") ?? types[0]) {
      case "object":
        return this.object(schema, here)
      case "array":
        return this.array(schema, here)
      case "integer":
      case "number":
        return this.number(schema, here, random)
      case "boolean":
        return !/has_?(more|next|prev)|archived|deleted|disabled|failed|truncated|expired|is_default|consumed/i.test(
          place.name
        )
      case "null":
        return null
      case "string":
        return this.string(schema, here, random)
      default:
        return place.name === "" ? {} : ofName(place.name, random)
    }
  }

  member(members: ReadonlyArray<unknown>): unknown {
    const wanted = [...(this.options.prefer ?? []), ...pleasant].find((item) => members.includes(item))
    return wanted ?? members.find((item) => item !== null) ?? null
  }

  object(schema: JsonObject, place: Place): JsonObject {
    const properties = isObject(schema["properties"]) ? schema["properties"] : {}
    const required = names(schema["required"])
    const out: Record<string, unknown> = {}
    const under = (name: string): Place => ({
      ...place,
      name,
      path: place.path === "" ? name : `${place.path}.${name}`,
      depth: place.depth + 1
    })
    for (const [name, value] of Object.entries(properties)) {
      const property = asSchema(value)
      if (property === undefined || property === false) continue
      const needed = required.includes(name)
      if (!needed) {
        if (this.options.fill === "required" || place.depth >= deepest || this.recurses(property, place.open)) continue
        const nullable = typesOf(this.flatten(property, place.open).schema).includes("null")
        if ((isTrouble(name) || isEnding(name)) && !nullable) continue
      }
      out[name] = this.value(property, under(name))
    }
    for (const name of required) if (!(name in properties)) out[name] = this.value({ type: "string" }, under(name))
    const extra = asSchema(schema["additionalProperties"])
    const least = number(schema["minProperties"], 0)
    if (isObject(extra) && extra["not"] === undefined && Object.keys(out).length === 0) {
      if (this.options.fill === "all" || least > 0) {
        const keys = asSchema(schema["propertyNames"])
        const members = keys === undefined ? undefined : this.flatten(keys, place.open).schema["enum"]
        const name = Array.isArray(members) ? String(this.member(members)) : "sample"
        if (!this.recurses(extra, place.open)) out[name] = this.value(extra, under(name))
      }
    }
    for (let index = Object.keys(out).length; index < least; index++) {
      out[`sample_${index}`] = this.value(isObject(extra) ? extra : { type: "string" }, under(`sample_${index}`))
    }
    return out
  }

  array(schema: JsonObject, place: Place): ReadonlyArray<unknown> {
    const first = schemas(schema["prefixItems"])
    const items = asSchema(schema["items"]) ?? true
    const least = number(schema["minItems"], 0)
    const most = number(schema["maxItems"], Number.POSITIVE_INFINITY)
    const usual = this.options.fill === "required" || isTrouble(place.name) ? 0 : place.depth > 2 ? 1 : 2
    const recursive = this.recurses(items, place.open)
    const wanted = this.options.lengths?.[place.path] ?? Math.max(recursive ? 0 : usual, first.length)
    const length = Math.min(Math.max(wanted, least), most)
    const out: Array<unknown> = []
    for (let index = 0; index < length; index++) {
      const under = {
        ...place,
        path: `${place.path}[${index}]`,
        name: place.name.replace(/s$/, ""),
        depth: place.depth + 1
      }
      const member = isObject(items) ? this.flatten(items, place.open).schema["enum"] : undefined
      const unique = schema["uniqueItems"] === true && Array.isArray(member)
      if (unique && index >= member.length) break
      out.push(unique ? member[index] : this.value(first[index] ?? items, under))
    }
    return out
  }

  number(schema: JsonObject, place: Place, random: () => number): number {
    const integer = typesOf(schema).includes("integer")
    const step = number(schema["multipleOf"], integer ? 1 : 0)
    const gap = integer ? 1 : 0.5
    const least = typeof schema["exclusiveMinimum"] === "number" ? schema["exclusiveMinimum"] + gap : schema["minimum"]
    const most = typeof schema["exclusiveMaximum"] === "number" ? schema["exclusiveMaximum"] - gap : schema["maximum"]
    const usual = isTrouble(place.name) ? 0 : integer ? 1 + Math.floor(random() * 20) : Math.round(random() * 100) / 100
    const bounded = Math.min(Math.max(usual, number(least, 0)), number(most, Number.POSITIVE_INFINITY))
    if (step === 0) return bounded
    const rounded = Math.round(bounded / step) * step
    return rounded < number(least, Number.NEGATIVE_INFINITY)
      ? rounded + step
      : rounded > number(most, Number.POSITIVE_INFINITY)
        ? rounded - step
        : rounded
  }

  string(schema: JsonObject, place: Place, random: () => number): string {
    const format = typeof schema["format"] === "string" ? ofFormat(schema["format"], random) : undefined
    if (format !== undefined) return format
    if (schema["format"] === "binary") return ""
    const named = ofName(place.name, random)
    const pattern = typeof schema["pattern"] === "string" ? schema["pattern"] : undefined
    if (pattern !== undefined && !new RegExp(pattern, "u").test(named)) return ofPattern(pattern, random) ?? named
    const least = number(schema["minLength"], 0)
    const most = number(schema["maxLength"], Number.POSITIVE_INFINITY)
    const long = named.length < least ? named.padEnd(least, "x") : named
    return long.length > most ? long.slice(0, most) : long
  }
}

/**
 * Makes a sample value. Contradicting constraints are not solved, so validate the result if necessary.
 *
 * @since 0.1.0
 * @category constructors
 */
export const sample = (schema: JsonSchema, options: SampleOptions): unknown =>
  new Sampler(options).value(schema, { path: "", name: "", depth: 0, open: [] })

/**
 * Resolves references in a contract.
 *
 * @since 0.1.0
 * @category constructors
 */
export const inContract =
  (contract: Contract) =>
  (reference: string): JsonSchema | undefined =>
    contract.schemas[reference.slice(reference.lastIndexOf("/") + 1)]

/**
 * Resolves references within a document, by JSON pointer.
 *
 * @since 0.1.0
 * @category constructors
 */
export const inDocument =
  (document: JsonSchema) =>
  (reference: string): JsonSchema | undefined => {
    if (!reference.startsWith("#")) return undefined
    let current: unknown = document
    for (const part of reference
      .slice(1)
      .split("/")
      .filter((text) => text !== "")) {
      const key = decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~")
      current = isObject(current) ? current[key] : Array.isArray(current) ? current[Number(key)] : undefined
    }
    return asSchema(current)
  }
