import { type Document, resolvePointer } from "./document.js"
import { arrayAt, canonical, isArray, isObject, type Json, type JsonObject, objectAt } from "./json.js"
import type { Problems } from "./problems.js"

const maximumVariants = 64

/**
 * One schema that says what all members of an `allOf` and its siblings say together: properties are united, unions
 * are multiplied out. A single reference with prose beside it stays a reference. `undefined`, with a report, when the
 * members contradict each other or contain themselves.
 *
 * @since 0.1.0
 * @category constructors
 */
export const mergeAllOf = (
  schema: JsonObject,
  document: Document,
  pointer: string,
  problems: Problems
): JsonObject | undefined => {
  const { allOf: _, ...siblings } = schema
  const members = arrayAt(schema, "allOf")
  const [only] = members
  if (members.length === 1 && isObject(only) && typeof only["$ref"] === "string" && onlyProse(siblings)) {
    const target = resolvePointer(document, only["$ref"])
    // `mergeAllOf({ allOf: [schema] })` is how callers ask for the merged form of one schema.
    if (Object.keys(siblings).length > 0 || target === undefined) return { ...siblings, ...only }
  }
  const merger = new Merger(document)
  const merged = merger.all([...members, siblings])
  if (typeof merged === "string") {
    problems.add(pointer, `allOf: ${merged}`, "unknown")
    return undefined
  }
  return merged
}

const prose: ReadonlySet<string> = new Set([
  "description",
  "title",
  "default",
  "example",
  "examples",
  "deprecated",
  "nullable",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "xml"
])

const onlyProse = (schema: JsonObject): boolean =>
  Object.keys(schema).every((keyword) => prose.has(keyword) || keyword.startsWith("x-"))

class Merger {
  private readonly active = new Set<string>()
  private readonly document: Document

  constructor(document: Document) {
    this.document = document
  }

  /** The merged schema, or why there is none. */
  all(members: ReadonlyArray<Json>): JsonObject | string {
    let merged: JsonObject | undefined
    for (const member of members) {
      const flat = this.flat(member)
      if (typeof flat === "string") return flat
      const next = merged === undefined ? flat : this.both(merged, flat)
      if (typeof next === "string") return next
      merged = next
    }
    return merged ?? {}
  }

  /** A member without references and `allOf` of its own on its top level. */
  private flat(member: Json): JsonObject | string {
    if (member === true) return {}
    if (!isObject(member)) return "a member that is not an object"
    const ref = member["$ref"]
    if (typeof ref === "string") {
      if (this.active.has(ref)) return `${ref} contains itself`
      const target = resolvePointer(this.document, ref)
      if (target === undefined) return `${ref} cannot be resolved`
      const { $ref: _, ...siblings } = member
      this.active.add(ref)
      const merged = this.all([withoutProse(target), siblings])
      this.active.delete(ref)
      return merged
    }
    if (!isArray(member["allOf"])) return member
    const { allOf, ...siblings } = member
    return this.all([...allOf, siblings])
  }

  private both(a: JsonObject, b: JsonObject): JsonObject | string {
    for (const [one, other] of [
      [a, b],
      [b, a]
    ] as const) {
      for (const keyword of ["oneOf", "anyOf"]) {
        const variants = one[keyword]
        if (!isArray(variants) || Object.keys(other).every((name) => prose.has(name) || name.startsWith("x-"))) continue
        const { [keyword]: _, discriminator: __, ...rest } = one
        if (variants.length > maximumVariants) return `more than ${maximumVariants} variants`
        return { [keyword]: variants.map((variant): Json => ({ allOf: [rest, variant, other] })) }
      }
    }
    const out: Record<string, Json | undefined> = { ...a }
    for (const [keyword, value] of Object.entries(b)) {
      if (value === undefined) continue
      const known = out[keyword]
      if (known === undefined) out[keyword] = value
      else {
        const merged = this.keyword(keyword, known, value)
        if (merged === undefined) return `members disagree on ${keyword}`
        out[keyword] = merged
      }
    }
    return out
  }

  private keyword(keyword: string, a: Json, b: Json): Json | undefined {
    if (canonical(a) === canonical(b)) return a
    switch (keyword) {
      case "properties":
      case "patternProperties": {
        const out: Record<string, Json | undefined> = isObject(a) ? { ...a } : {}
        for (const [name, value] of Object.entries(objectAt({ b }, "b"))) {
          const known = out[name]
          out[name] =
            known === undefined || value === undefined || canonical(known) === canonical(value)
              ? (value ?? known)
              : refined(known, value)
        }
        return out
      }
      case "required":
        return [...new Set([...(isArray(a) ? a : []), ...(isArray(b) ? b : [])])]
      case "enum":
        return isArray(a) && isArray(b) ? a.filter((value) => b.includes(value)) : undefined
      case "type": {
        const left = isArray(a) ? a : [a]
        const right = isArray(b) ? b : [b]
        // Every integer is a number, so both together are integer, whichever comes first.
        const isIn = (types: ReadonlyArray<Json>) => (type: Json) =>
          types.includes(type) || (type === "integer" && types.includes("number"))
        const common = [...new Set([...left.filter(isIn(right)), ...right.filter(isIn(left))])]
        return common.length === 0 ? undefined : common.length === 1 ? common[0] : common
      }
      case "additionalProperties":
      case "items":
        return a === true ? b : b === true ? a : a === false || b === false ? false : { allOf: [a, b] }
      case "const":
        return undefined
      default:
        return b
    }
  }
}

/** What both schemas of a property say; a schema that only adds prose or a value does not hide the other. */
const refined = (a: Json, b: Json): Json => {
  if (!isObject(a) || !isObject(b)) return b
  return { allOf: [a, b] }
}

/** The description of a merged member is not the description of the whole. */
const withoutProse = (schema: Json): Json => {
  if (!isObject(schema)) return schema
  const { description: _, example: __, examples: ___, title: ____, ...rest } = schema
  return rest
}
