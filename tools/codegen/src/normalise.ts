import { type Document, pointerPart, resolvePointer } from "./document.js"
import {
  arrayAt,
  canonical,
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
import { isTakenType, Names, pascal, singular } from "./naming.js"
import type { Problems } from "./problems.js"
import { type Declaration, type Doc, nullable, type Property, type Shape, union, unknown } from "./shape.js"

/**
 * Where a schema stands: a name for what has to be declared there, and its pointer for reports.
 *
 * @since 0.1.0
 * @category models
 */
export interface Place {
  readonly name: string
  readonly pointer: string
}

/**
 * Turns schemas into shapes. Named schemas and inline objects become declarations.
 *
 * @since 0.1.0
 * @category models
 */
export class Normaliser {
  /** By key, in the order they were met. */
  readonly declarations = new Map<string, Declaration>()
  private readonly names = new Names()
  private readonly declaredNames = new Map<string, string>()
  private readonly document: Document
  private readonly problems: Problems

  constructor(document: Document, problems: Problems) {
    this.document = document
    this.problems = problems
    const components = objectAt(objectAt(document.root, "components"), "schemas")
    const keys = sortedEntries(components).map(([key]) => key)
    // Names that need no change come first, so that `User` keeps its name beside `user`.
    for (const exact of [true, false]) {
      for (const key of keys) {
        const name = pascal(key)
        if ((name === key) === exact) this.nameFor(componentPointer(key), name)
      }
    }
  }

  /** Key of a component schema's declaration. */
  component(key: string): Shape {
    return this.reference(componentPointer(key), { name: pascal(key), pointer: componentPointer(key) })
  }

  declaration(key: string): Declaration {
    const found = this.declarations.get(key)
    if (found === undefined) throw new Error(`no declaration ${key}`)
    return found
  }

  /** Follows references to what they name. */
  target(shape: Shape): Shape {
    let current = shape
    const seen = new Set<string>()
    while (current.kind === "ref" && !seen.has(current.key)) {
      seen.add(current.key)
      current = this.declaration(current.key).shape
    }
    return current
  }

  shape(schema: Json | undefined, place: Place): Shape {
    return this.hoist(this.raw(schema, place), schema, place)
  }

  /** As {@link shape}, but an object at the top stays in place: the caller gives it a name. */
  raw(schema: Json | undefined, place: Place): Shape {
    if (schema === undefined || schema === true) return unknown
    if (schema === false) return { kind: "never" }
    if (!isObject(schema)) {
      this.problems.add(place.pointer, "schema that is neither an object nor a boolean", "unknown")
      return unknown
    }
    const plain = this.withoutNull(schema, place)
    const acceptsNull = schema["nullable"] === true || typesOf(schema).includes("null")
    return acceptsNull ? nullable(this.hoist(plain, schema, place)) : plain
  }

  private withoutNull(schema: JsonObject, place: Place): Shape {
    const ref = schema["$ref"]
    if (typeof ref === "string") {
      const { $ref: _, ...siblings } = schema
      // OpenAPI 3.0 ignores what stands beside a reference; in 3.1 both hold.
      return this.document.version === "3.1" && isStructural(siblings)
        ? this.raw({ allOf: [{ $ref: ref }, siblings] }, place)
        : this.reference(ref, place)
    }
    for (const keyword of ["$dynamicRef", "$recursiveRef", "if", "dependentSchemas", "unevaluatedItems"]) {
      if (schema[keyword] !== undefined) this.problems.add(place.pointer, keyword, "the schema without it")
    }
    if (isArray(schema["allOf"])) return this.allOf(schema, place)
    if (isArray(schema["oneOf"]) || isArray(schema["anyOf"])) return this.variants(schema, place)
    if (schema["const"] !== undefined) return this.literals([schema["const"]], false, false, place)
    if (isArray(schema["enum"])) {
      const exact = schema["x-codegen-exact"] === true
      return this.literals(schema["enum"], schema["x-open-enum"] === true, exact, place)
    }
    if (isArray(schema["x-extensible-enum"])) return this.literals(schema["x-extensible-enum"], true, false, place)
    const types = typesOf(schema).filter((type) => type !== "null")
    if (types.length > 1) return union(types.map((type) => this.hoist(this.ofType(type, schema, place), schema, place)))
    const [type] = types
    return this.ofType(type ?? (typesOf(schema).includes("null") ? "null" : impliedType(schema)), schema, place)
  }

  private ofType(type: string | undefined, schema: JsonObject, place: Place): Shape {
    switch (type) {
      case "string":
        return stringShape(schema)
      case "integer":
      case "number":
        return { kind: "number", integer: type === "integer" }
      case "boolean":
        return { kind: "boolean" }
      case "null":
        return { kind: "null" }
      case "array":
        return this.list(schema, place)
      case "object":
        return this.object(schema, place)
      case undefined: {
        const not = schema["not"]
        if (not === true || (isObject(not) && Object.keys(not).length === 0)) return { kind: "never" }
        if (not !== undefined) this.problems.add(place.pointer, "not", "unknown")
        return unknown
      }
      default:
        this.problems.add(place.pointer, `type ${JSON.stringify(type)}`, "unknown")
        return unknown
    }
  }

  private literals(values: ReadonlyArray<Json>, open: boolean, exact: boolean, place: Place): Shape {
    const plain: Array<string | number | boolean> = []
    for (const value of values) {
      if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") plain.push(value)
      else if (value !== null) {
        this.problems.add(place.pointer, "enum or const of an object or list", "unknown")
        return unknown
      }
    }
    if (plain.length === 0) return { kind: "null" }
    const literal: Shape = { kind: "literal", values: [...new Set(plain)], open, exact }
    return values.includes(null) ? nullable(literal) : literal
  }

  private list(schema: JsonObject, place: Place): Shape {
    const item = (name: string): Place => ({ name, pointer: `${place.pointer}/items` })
    const prefix = schema["prefixItems"]
    if (isArray(prefix) && prefix.length > 0) {
      const rest = schema["items"]
      return {
        kind: "tuple",
        items: prefix.map((entry, index) =>
          this.shape(entry, { name: `${place.name}${index + 1}`, pointer: `${place.pointer}/prefixItems/${index}` })
        ),
        rest: rest === false ? undefined : this.shape(rest, item(`${place.name}Rest`))
      }
    }
    return { kind: "array", items: this.shape(schema["items"], item(singular(place.name))) }
  }

  private object(schema: JsonObject, place: Place): Shape {
    const properties = sortedEntries(objectAt(schema, "properties"))
    const extra = this.additional(schema, place)
    if (properties.length === 0) {
      const keys = schema["propertyNames"]
      return {
        kind: "map",
        values:
          extra === undefined || extra.kind === "never"
            ? unknown
            : extra.kind === "string" && schema["x-secret"] === true
              ? { ...extra, secret: true }
              : extra,
        keys:
          keys === undefined
            ? undefined
            : this.shape(keys, { name: `${place.name}Key`, pointer: `${place.pointer}/propertyNames` })
      }
    }
    const required = new Set(strings(arrayAt(schema, "required")))
    const shapes = properties.map(([name, value]): Property => {
      const flags = isObject(value) ? value : {}
      return {
        name,
        shape: this.shape(value, {
          name: `${place.name}${pascal(name)}`,
          pointer: `${place.pointer}/properties/${pointerPart(name)}`
        }),
        required: required.has(name),
        readOnly: flags["readOnly"] === true,
        writeOnly: flags["writeOnly"] === true,
        doc: docOf(value)
      }
    })
    const rank = ({ name, required: isRequired }: Property): number => (isRequired ? 0 : 2) + (name === "id" ? 0 : 1)
    shapes.sort((a, b) => rank(a) - rank(b))
    return { kind: "object", properties: shapes, open: extra !== undefined && extra.kind !== "never" }
  }

  /** What stands under names that are not listed: `undefined` when the schema does not say. */
  private additional(schema: JsonObject, place: Place): Shape | undefined {
    const found: Array<Shape> = []
    const named: Place = { name: `${place.name}Value`, pointer: `${place.pointer}/additionalProperties` }
    const additional = schema["additionalProperties"]
    if (additional !== undefined) found.push(this.shape(additional, named))
    for (const [pattern, value] of sortedEntries(objectAt(schema, "patternProperties"))) {
      found.push(this.shape(value, { ...named, pointer: `${place.pointer}/patternProperties/${pointerPart(pattern)}` }))
    }
    const useful = found.filter((shape) => shape.kind !== "never")
    return found.length === 0 ? undefined : useful.length === 0 ? { kind: "never" } : union(useful)
  }

  private allOf(schema: JsonObject, place: Place): Shape {
    const merged = mergeAllOf(schema, this.document, place.pointer, this.problems)
    return merged === undefined ? unknown : this.raw(merged, place)
  }

  private variants(schema: JsonObject, place: Place): Shape {
    const { anyOf, discriminator, oneOf, ...base } = schema
    const key = isArray(oneOf) ? "oneOf" : "anyOf"
    const members = isArray(oneOf) ? oneOf : isArray(anyOf) ? anyOf : []
    if (isArray(oneOf) && isArray(anyOf)) this.problems.add(place.pointer, "anyOf beside oneOf", "oneOf alone")
    // Members that only restrict (`{ required: ["a"] }`) choose between forms of the same object.
    if (members.every((member) => isObject(member) && !isStructural(member))) return this.raw(base, place)
    const withBase = isStructural(base)
      ? members.map((member): Json => ({ allOf: [base, member] }))
      : this.discriminated(members, objectAt({ discriminator }, "discriminator"), place)
    return union(
      withBase.map((member, index) =>
        this.shape(member, {
          name: `${place.name}${variantName(member, index)}`,
          pointer: `${place.pointer}/${key}/${index}`
        })
      )
    )
  }

  /** Members with the discriminator's value written into them where they do not say it themselves. */
  private discriminated(members: ReadonlyArray<Json>, discriminator: JsonObject, place: Place): ReadonlyArray<Json> {
    const property = stringAt(discriminator, "propertyName")
    if (property === undefined) return members
    const mapping = sortedEntries(objectAt(discriminator, "mapping"))
    return members.map((member) => {
      const ref = stringAt(member, "$ref")
      if (ref === undefined) return member
      const target = mergeAllOf({ allOf: [member] }, this.document, place.pointer, this.problems)
      const own = objectAt(objectAt(target, "properties"), property)
      const said = mergeAllOf({ allOf: [own] }, this.document, place.pointer, this.problems) ?? {}
      if (said["const"] !== undefined || arrayAt(said, "enum").length === 1) return member
      const key = ref.split("/").at(-1) ?? ref
      const mapped = mapping.filter(([, to]) => to === ref || to === key).map(([value]) => value)
      const values = mapped.length > 0 ? mapped : arrayAt(said, "enum").length > 1 ? arrayAt(said, "enum") : [key]
      return {
        allOf: [
          member,
          {
            type: "object",
            properties: { [property]: { type: "string", enum: values, "x-codegen-exact": true } },
            required: [property]
          }
        ]
      }
    })
  }

  private reference(pointer: string, place: Place): Shape {
    const target = resolvePointer(this.document, pointer)
    if (target === undefined) {
      this.problems.add(place.pointer, `$ref ${pointer} cannot be resolved`, "unknown")
      return unknown
    }
    if (this.declarations.has(pointer)) return { kind: "ref", key: pointer }
    const name = this.nameFor(pointer, pascal(pointer.split("/").at(-1) ?? "Value"))
    // Declared before its shape is known, so that a schema may contain itself.
    this.declarations.set(pointer, { key: pointer, name, shape: unknown, doc: {} })
    const shape = this.raw(target, { name, pointer })
    this.declarations.set(pointer, { key: pointer, name, shape, doc: docOf(target) })
    return { kind: "ref", key: pointer }
  }

  /** Declares an object with known properties under the name of its place. */
  hoist(shape: Shape, schema: Json | undefined, place: Place): Shape {
    return shape.kind === "object" ? this.declare(shape, place.name, docOf(schema)) : shape
  }

  /** Gives a shape a name of its own. */
  declare(shape: Shape, wanted: string, doc: Doc = {}): Shape {
    const name = this.freshName(pascal(wanted))
    const key = `inline ${name}`
    this.declarations.set(key, { key, name, shape, doc })
    return { kind: "ref", key }
  }

  /** A printed name for something the document does not name. */
  freshName(name: string): string {
    return this.names.take(isTakenType(name) ? `${name}Model` : name)
  }

  private nameFor(pointer: string, name: string): string {
    const known = this.declaredNames.get(pointer)
    if (known !== undefined) return known
    const fresh = this.freshName(name)
    this.declaredNames.set(pointer, fresh)
    return fresh
  }
}

const componentPointer = (key: string): string => `#/components/schemas/${pointerPart(key)}`

/** @since 0.1.0 @category accessors */
export const docOf = (schema: Json | undefined): Doc => {
  if (!isObject(schema)) return {}
  const format = stringAt(schema, "format")
  const fallback = schema["default"]
  return {
    description: stringAt(schema, "description") ?? stringAt(schema, "title"),
    format: format === "date-time" || format === "binary" ? undefined : format,
    default: fallback === undefined ? undefined : canonical(fallback),
    deprecated: schema["deprecated"] === true ? true : undefined
  }
}

/** @since 0.1.0 @category accessors */
export const typesOf = (schema: JsonObject): ReadonlyArray<string> => {
  const type = schema["type"]
  return typeof type === "string" ? [type] : isArray(type) ? strings(type) : []
}

const stringShape = (schema: JsonObject): Shape => {
  if (schema["format"] === "date-time") return { kind: "timestamp" }
  if (schema["format"] === "binary") return { kind: "binary" }
  const media = stringAt(schema, "contentMediaType")
  if (media === "application/octet-stream" && schema["contentEncoding"] === undefined) return { kind: "binary" }
  return { kind: "string", secret: schema["x-secret"] === true }
}

const impliedType = (schema: JsonObject): string | undefined => {
  for (const keyword of ["properties", "additionalProperties", "patternProperties", "propertyNames"]) {
    if (schema[keyword] !== undefined) return "object"
  }
  for (const keyword of ["items", "prefixItems"]) if (schema[keyword] !== undefined) return "array"
  return undefined
}

const structural = [
  "type",
  "properties",
  "additionalProperties",
  "patternProperties",
  "propertyNames",
  "items",
  "prefixItems",
  "enum",
  "const",
  "allOf",
  "oneOf",
  "anyOf",
  "$ref",
  "x-open-enum"
]

/** Whether a schema says what a value is, beyond prose and limits. */
const isStructural = (schema: JsonObject): boolean => structural.some((keyword) => schema[keyword] !== undefined)

/** A readable end for the name of a union's inline member. */
const variantName = (member: Json, index: number): string => {
  const title = stringAt(member, "title")
  if (title !== undefined) return pascal(title)
  for (const [, property] of sortedEntries(objectAt(member, "properties"))) {
    const value = isObject(property) ? property["const"] : undefined
    if (typeof value === "string") return pascal(value)
  }
  const ref = arrayAt(member, "allOf")
    .map((part) => stringAt(part, "$ref"))
    .find((part) => part !== undefined)
  return ref === undefined ? `Option${index + 1}` : pascal(ref.split("/").at(-1) ?? `Option${index + 1}`)
}
