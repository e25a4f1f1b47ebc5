/**
 * Validates requests and responses against the contract.
 *
 * Ajv is loaded on first use. Schemas are compiled for one operation at a time.
 *
 * @since 0.1.0
 */
import type { Ajv2020, ErrorObject, ValidateFunction } from "ajv/dist/2020.js"
import {
  type Contract,
  isObject,
  type JsonObject,
  type JsonSchema,
  type Operation,
  type Parameter
} from "./Contract.js"
import * as Pydantic from "./internal/pydantic.js"

/**
 * A problem of a request, as in FastAPI. `path` is the location within `in`. `type` is a machine-readable name, such as
 * `missing`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Issue {
  readonly in: "path" | "query" | "header" | "body"
  readonly path: ReadonlyArray<string | number>
  readonly type: string
  readonly message: string
  readonly input: unknown
  /** The values in the message, e.g. `{ max_length: 100 }`. */
  readonly ctx?: JsonObject | undefined
}

/**
 * An issue as an entry of FastAPI's `detail`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const detailOf = ({ ctx, in: place, input, message, path, type }: Issue): JsonObject => ({
  type,
  loc: [place, ...path],
  msg: message,
  input: input ?? null,
  ...(ctx === undefined ? {} : { ctx })
})

/**
 * @since 0.1.0
 * @category models
 */
export interface Checked<A> {
  readonly value: A
  readonly issues: ReadonlyArray<Issue>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Validator {
  /** Validates parameters of one location. Numbers, booleans and lists are parsed from text. */
  readonly parameters: (
    operation: Operation,
    place: "path" | "query" | "header",
    values: Readonly<Record<string, unknown>>
  ) => Promise<Checked<Readonly<Record<string, unknown>>>>
  readonly json: (operation: Operation, value: unknown) => Promise<ReadonlyArray<Issue>>
  /** Validates the fields of a form. A file counts as an empty string. */
  readonly form: (
    operation: Operation,
    values: Readonly<Record<string, unknown>>
  ) => Promise<Checked<Readonly<Record<string, unknown>>>>
  /** Whether a JSON body matches the response schema of a status. */
  readonly answers: (operation: Operation, status: number, value: unknown) => Promise<boolean>
  /** Whether a value matches a schema of the contract. */
  readonly matches: (schema: JsonSchema, value: unknown) => Promise<boolean>
}

const root = (contract: Contract): string => `https://contract.invalid/${contract.platform}`

/**
 * Removes the `enum` of open enumerations, which accept unknown members, and changes references to the registered
 * contract.
 */
const prepare = (schema: unknown, base: string): unknown => {
  if (Array.isArray(schema)) return schema.map((item) => prepare(item, base))
  if (!isObject(schema)) return schema
  const out: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(schema)) {
    if (key === "enum" && schema["x-open-enum"] === true) continue
    if (key === "default" || key === "examples" || key === "example" || key === "discriminator") continue
    if (key === "properties" && isObject(value)) {
      out[key] = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, prepare(inner, base)]))
    } else if (key === "$ref" && typeof value === "string" && value.startsWith("#/components/")) out[key] = base + value
    else if (key === "enum" || key === "const") out[key] = value
    else out[key] = prepare(value, base)
  }
  return out
}

/** ISO 8601. The offset is optional, as on the servers of all three platforms. */
const dateTime = /^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d(\.\d+)?)?([Zz]|[+-]\d\d:?\d\d)?$/

/** Builds the Ajv instance of all validations. */
const ajvWith = async (options: { readonly coerce: boolean }): Promise<Ajv2020> => {
  // Both modules are CommonJS. Only `default`, their `module.exports`, exists in Node and in all bundlers.
  const [ajv2020, formats] = await Promise.all([import("ajv/dist/2020.js"), import("ajv-formats")])
  const ajv = new ajv2020.default.Ajv2020({
    allErrors: true,
    strict: false,
    validateSchema: false,
    verbose: true,
    logger: false,
    ...(options.coerce ? { coerceTypes: "array" as const } : {})
  })
  formats.default.default(ajv)
  ajv.addFormat("date-time", dateTime)
  ajv.addFormat("binary", true)
  return ajv
}

const pathOf = (pointer: string): ReadonlyArray<string | number> =>
  pointer
    .split("/")
    .slice(1)
    .map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"))
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part))

/** The errors of a union and of its `null` branch repeat those of the other branches. */
const isNoise = (error: ErrorObject): boolean =>
  error.keyword === "anyOf" ||
  error.keyword === "oneOf" ||
  error.keyword === "if" ||
  (error.keyword === "type" && error.params["type"] === "null")

const issuesOf = (
  contract: Contract,
  schema: JsonSchema,
  place: Issue["in"],
  errors: ReadonlyArray<ErrorObject>
): ReadonlyArray<Issue> => {
  const specific = errors.filter((error) => !isNoise(error))
  const seen = new Set<string>()
  const issues: Array<Issue> = []
  for (const error of specific.length > 0 ? specific : errors) {
    const { additionalProperty, missingProperty }: Readonly<Record<string, unknown>> = error.params
    const member = missingProperty ?? additionalProperty
    const at = Pydantic.locate(contract, schema, pathOf(error.instancePath), error.schemaPath)
    const path = member === undefined ? at : [...at, String(member)]
    const { ctx, message, type } = Pydantic.describe(error)
    const key = JSON.stringify([path, type])
    if (seen.has(key)) continue
    seen.add(key)
    const given: unknown = error.data
    const absent = missingProperty !== undefined && place !== "body"
    const extra = additionalProperty !== undefined && isObject(given) ? given[String(additionalProperty)] : undefined
    const input = absent ? null : (extra ?? given)
    issues.push({ in: place, path, type, message, input, ...(ctx === undefined ? {} : { ctx }) })
  }
  return issues
}

const parameterSchema = (parameters: ReadonlyArray<Parameter>, place: string): JsonSchema => {
  const here = parameters.filter((parameter) => parameter.in === place)
  const name = (parameter: Parameter): string => (place === "header" ? parameter.name.toLowerCase() : parameter.name)
  return {
    type: "object",
    properties: Object.fromEntries(here.map((parameter) => [name(parameter), parameter.schema])),
    required: here.filter((parameter) => parameter.required).map(name)
  }
}

const jsonType = /^application\/([a-z0-9.+-]+\+)?json$/

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (contract: Contract): Validator => {
  const base = root(contract)
  const instances = new Map<boolean, Promise<Ajv2020>>()
  const compiled = new Map<string, Promise<ValidateFunction>>()

  const instance = (coerce: boolean): Promise<Ajv2020> => {
    const known = instances.get(coerce)
    if (known !== undefined) return known
    const created = ajvWith({ coerce }).then((ajv) => {
      const schemas = Object.entries(contract.schemas).map(([name, schema]) => [name, prepare(schema, base)])
      ajv.addSchema({ $id: base, components: { schemas: Object.fromEntries(schemas) } })
      return ajv
    })
    instances.set(coerce, created)
    return created
  }

  const check = (key: string, schema: () => JsonSchema, coerce = false): Promise<ValidateFunction> => {
    const known = compiled.get(key)
    if (known !== undefined) return known
    const created = instance(coerce).then((ajv) => {
      const prepared = prepare(schema(), base)
      return ajv.compile(isObject(prepared) ? prepared : {})
    })
    compiled.set(key, created)
    return created
  }

  const bodySchema = (operation: Operation, wanted: (type: string) => boolean): JsonSchema | undefined =>
    Object.entries(operation.body?.content ?? {}).find(([type]) => wanted(type))?.[1].schema

  return {
    parameters: async (operation, place, values) => {
      if (!operation.parameters.some((parameter) => parameter.in === place)) return { value: values, issues: [] }
      const value = { ...values }
      const schema = parameterSchema(operation.parameters, place)
      const validate = await check(`${operation.id} ${place}`, () => schema, true)
      return { value, issues: validate(value) ? [] : issuesOf(contract, schema, place, validate.errors ?? []) }
    },
    json: async (operation, value) => {
      const schema = bodySchema(operation, (type) => jsonType.test(type))
      if (schema === undefined) return []
      const validate = await check(`${operation.id} body`, () => schema)
      return validate(value) ? [] : issuesOf(contract, schema, "body", validate.errors ?? [])
    },
    form: async (operation, values) => {
      const schema = bodySchema(operation, (type) => type === "multipart/form-data")
      if (schema === undefined) return { value: values, issues: [] }
      const value = { ...values }
      const validate = await check(`${operation.id} form`, () => schema, true)
      return { value, issues: validate(value) ? [] : issuesOf(contract, schema, "body", validate.errors ?? []) }
    },
    answers: async (operation, status, value) => {
      const content = operation.success[String(status)] ?? {}
      const schema = Object.entries(content).find(([type]) => jsonType.test(type))?.[1].schema
      if (schema === undefined) return true
      return (await check(`${operation.id} ${status}`, () => schema))(value)
    },
    matches: async (schema, value) => (await check(`schema ${JSON.stringify(schema)}`, () => schema))(value)
  }
}

/**
 * Compiles a schema of a caller, e.g. `response_format`. Returns the reason when it is not a JSON Schema.
 *
 * @since 0.1.0
 * @category constructors
 */
export const compileForeign = async (
  schema: JsonSchema
): Promise<{ readonly matches: (value: unknown) => boolean } | { readonly error: string }> => {
  const ajv = await ajvWith({ coerce: false })
  try {
    const validate = ajv.compile(isObject(schema) ? withoutIdentity(schema) : schema)
    return { matches: (value) => validate(value) === true }
  } catch (error) {
    return { error: error instanceof Error ? error.message : String(error) }
  }
}

/** Removes `$schema`, because Ajv may not have that dialect, and `$id`, because it would collide between calls. */
const withoutIdentity = (schema: Readonly<Record<string, unknown>>): Record<string, unknown> => {
  const { $schema: _dialect, $id: _id, ...rest } = schema
  return rest
}
