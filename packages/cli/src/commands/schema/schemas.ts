/**
 * JSON Schemas of operations, and examples made of them.
 *
 * @since 0.1.0
 */
import * as OperationCatalog from "@trilum/core/OperationCatalog"
import * as Predicate from "effect/Predicate"
import type { PlatformName } from "../../platforms/Platform.js"

type Json = Readonly<Record<string, unknown>>

const objectOf = (value: unknown): Json => (Predicate.isReadonlyRecord(value) ? value : {})

const draft = "https://json-schema.org/draft/2020-12/schema"

const titled = (entry: OperationCatalog.CatalogEntry, schema: unknown): Json => ({
  $schema: draft,
  title: entry.summary ?? entry.id,
  ...objectOf(schema)
})

/**
 * The parameters of an operation as one object, those of the path included.
 *
 * @since 0.1.0
 * @category accessors
 */
export const ofInput = (schemas: OperationCatalog.InputSchemas, entry: OperationCatalog.CatalogEntry): Json =>
  titled(entry, OperationCatalog.inputSchema(schemas, entry.id))

/**
 * The JSON body of an operation; `undefined` where it has none.
 *
 * @since 0.1.0
 * @category accessors
 */
export const ofBody = (
  schemas: OperationCatalog.InputSchemas,
  entry: OperationCatalog.CatalogEntry
): Json | undefined => {
  if (entry.body !== "json") return undefined
  const { $defs, ...whole } = objectOf(OperationCatalog.inputSchema(schemas, entry.id))
  const defs = $defs === undefined ? {} : { $defs }
  const properties = objectOf(whole["properties"])
  if (entry.wholeBody === true) return titled(entry, { ...objectOf(properties["body"]), ...defs })
  const elsewhere = new Set([
    ...entry.pathParameters.map(({ name }) => name),
    ...(entry.query ?? []),
    ...(entry.headers ?? [])
  ])
  const required = Array.isArray(whole["required"]) ? whole["required"] : []
  return titled(entry, {
    ...whole,
    properties: Object.fromEntries(Object.entries(properties).filter(([name]) => !elsewhere.has(name))),
    required: required.filter((name) => !elsewhere.has(String(name))),
    ...defs
  })
}

const pointer = "#/components/schemas/"

/**
 * The JSON that an operation answers with; `undefined` where it answers with none.
 *
 * @since 0.1.0
 * @category accessors
 */
export const ofAnswer = async (entry: OperationCatalog.CatalogEntry): Promise<Json | undefined> => {
  const Contract = await import("@trilum/emulator/Contract")
  const names: Readonly<Record<string, PlatformName>> = { lumnis: "lumnis", lvng: "lvng", luml: "luml" }
  const contract = await Contract.loadContract(names[entry.platform] ?? "lumnis")
  const operation = contract.operations.find(({ id }) => id === entry.id)
  if (operation === undefined) return undefined
  const content = operation.success[String(Contract.defaultStatus(operation))] ?? {}
  const [, media] = Object.entries(content).find(([type]) => /json|event-stream/.test(type)) ?? []
  if (media === undefined) return undefined
  const defs: Record<string, unknown> = {}
  const rewritten = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(rewritten)
    if (!Predicate.isReadonlyRecord(value)) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => {
        if (key !== "$ref" || typeof inner !== "string" || !inner.startsWith(pointer)) return [key, rewritten(inner)]
        const name = inner.slice(pointer.length)
        if (!Object.hasOwn(defs, name)) {
          defs[name] = {}
          defs[name] = rewritten(contract.schemas[name])
        }
        return [key, `#/$defs/${name}`]
      })
    )
  }
  const schema = rewritten(media.events ?? media.schema)
  return titled(entry, Object.keys(defs).length === 0 ? schema : { ...objectOf(schema), $defs: defs })
}

const plain: Readonly<Record<string, unknown>> = { string: "", integer: 0, number: 0, boolean: false, null: null }

/**
 * A value that a schema describes, to fill in: required fields first, defaults and first choices where there are any.
 *
 * @since 0.1.0
 * @category constructors
 */
export const skeleton = (schema: Json): unknown => {
  const defs = objectOf(schema["$defs"])
  const make = (value: unknown, open: ReadonlyArray<string>): unknown => {
    const one = objectOf(value)
    const ref = one["$ref"]
    if (typeof ref === "string") {
      const name = ref.replace("#/$defs/", "")
      if ("default" in one) return one["default"]
      return open.includes(name) ? {} : make(defs[name], [...open, name])
    }
    if ("default" in one) return one["default"]
    if ("const" in one) return one["const"]
    const choices = one["enum"]
    if (Array.isArray(choices)) return choices[0]
    const branches: unknown = one["anyOf"] ?? one["oneOf"]
    if (Array.isArray(branches)) {
      return make(branches.find((branch) => objectOf(branch)["type"] !== "null") ?? branches[0], open)
    }
    const all = one["allOf"]
    if (Array.isArray(all)) return Object.assign({}, ...all.map((part) => make(part, open)))
    const types = [one["type"]].flat()
    const type = types.find((each) => each !== "null") ?? types[0]
    if (type === "array") return one["items"] === undefined ? [] : [make(one["items"], open)]
    if (type !== "object" && one["properties"] === undefined) return plain[String(type)] ?? null
    const properties = Object.entries(objectOf(one["properties"]))
    const required = new Set(Array.isArray(one["required"]) ? one["required"] : [])
    const sorted = [
      ...properties.filter(([name]) => required.has(name)),
      ...properties.filter(([name]) => !required.has(name))
    ]
    return Object.fromEntries(sorted.map(([name, inner]) => [name, make(inner, open)]))
  }
  return make(schema, [])
}
