/**
 * Validation errors as FastAPI with pydantic 2 writes them: `type`, `msg`, `input` and `ctx` for an error of Ajv.
 *
 * `Validation` reads these; the platforms put them into their own error bodies.
 */
import type { ErrorObject } from "ajv/dist/2020.js"
import { type Contract, isObject, type JsonObject, type JsonSchema, resolveSchema } from "../Contract.js"

export interface Described {
  readonly type: string
  readonly message: string
  readonly ctx?: JsonObject | undefined
}

const plain = (type: string, message: string): Described => ({ type, message })

const typeErrors: Readonly<Record<string, Described>> = {
  string: plain("string_type", "Input should be a valid string"),
  integer: plain("int_type", "Input should be a valid integer"),
  number: plain("float_type", "Input should be a valid number"),
  boolean: plain("bool_type", "Input should be a valid boolean"),
  array: plain("list_type", "Input should be a valid list"),
  object: plain("dict_type", "Input should be a valid dictionary")
}

/** For text where another type is expected. */
const parsingErrors: Readonly<Record<string, Described>> = {
  integer: plain("int_parsing", "Input should be a valid integer, unable to parse string as an integer"),
  number: plain("float_parsing", "Input should be a valid number, unable to parse string as a number"),
  boolean: plain("bool_parsing", "Input should be a valid boolean, unable to interpret input")
}

const parentOf = (error: ErrorObject): JsonObject => (isObject(error.parentSchema) ? error.parentSchema : {})

const typeError = (error: ErrorObject): Described => {
  const { type: given }: { readonly type?: unknown } = error.params
  const types = (Array.isArray(given) ? given : [given]).map(String)
  const type = types.find((name) => name !== "null") ?? "null"
  const parent = parentOf(error)
  if (type === "string" && parent["format"] === "uuid") {
    return plain("uuid_type", "UUID input should be a string, bytes or UUID object")
  }
  if (type === "object" && isObject(parent["properties"])) {
    const message = "Input should be a valid dictionary or object to extract fields from"
    return plain("model_attributes_type", message)
  }
  if (type === "integer" && typeof error.data === "number") {
    return plain("int_from_float", "Input should be a valid integer, got a number with a fractional part")
  }
  const parsing = typeof error.data === "string" ? parsingErrors[type] : undefined
  return parsing ?? typeErrors[type] ?? plain("none_required", "Input should be None")
}

const groupLengths = [8, 4, 4, 4, 12]

const uuidProblem = (text: string): string => {
  const bad = /[^0-9a-fA-F-]/u.exec(text)
  if (bad !== null) {
    const where = `found \`${bad[0]}\` at ${bad.index + 1}`
    return `invalid character: expected an optional prefix of \`urn:uuid:\` followed by [0-9a-fA-F-], ${where}`
  }
  const groups = text.split("-")
  if (groups.length === 1) return `invalid length: expected length 32 for simple format, found ${text.length}`
  if (groups.length !== 5) return `invalid group count: expected 5, found ${groups.length}`
  const wrong = groups.findIndex((group, index) => group.length !== groupLengths[index])
  const found = groups[wrong]?.length ?? 0
  return `invalid group length in group ${wrong}: expected ${groupLengths[wrong] ?? 0}, found ${found}`
}

const withReason = (type: string, prefix: string, error: string): Described => ({
  type,
  message: `${prefix}, ${error}`,
  ctx: { error }
})

const formatError = (error: ErrorObject): Described => {
  const text = String(error.data)
  const { format }: { readonly format?: unknown } = error.params
  switch (format) {
    case "uuid":
      return withReason("uuid_parsing", "Input should be a valid UUID", uuidProblem(text))
    case "date-time": {
      const reason = text.length < 10 ? "input is too short" : "invalid character in year"
      return withReason("datetime_from_date_parsing", "Input should be a valid datetime or date", reason)
    }
    case "date": {
      const reason = text.length < 10 ? "input is too short" : "invalid character in year"
      return withReason("date_from_datetime_parsing", "Input should be a valid date or datetime", reason)
    }
    case "uri":
      return withReason("url_parsing", "Input should be a valid URL", "relative URL without a base")
    case "email": {
      const reason = text.includes("@")
        ? "The part after the @-sign is not valid."
        : "An email address must have an @-sign."
      return { type: "value_error", message: `value is not a valid email address: ${reason}`, ctx: { reason } }
    }
    default:
      return plain("value_error", `Value error, ${error.message ?? "the value is not valid"}`)
  }
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? "" : "s"}`

const listLength = (error: ErrorObject, bound: "min_length" | "max_length", limit: number): Described => {
  const actual = Array.isArray(error.data) ? error.data.length : 0
  const words = bound === "min_length" ? "at least" : "at most"
  return {
    type: bound === "min_length" ? "too_short" : "too_long",
    message: `List should have ${words} ${counted(limit, "item")} after validation, not ${actual}`,
    ctx: { field_type: "List", [bound]: limit, actual_length: actual }
  }
}

const literal = (value: unknown): string => (typeof value === "string" ? `'${value}'` : String(value))

/** `'a', 'b' or 'c'` */
const oneOf = (values: ReadonlyArray<unknown>): string => {
  const texts = values.filter((value) => value !== null).map(literal)
  return texts.length < 2 ? (texts[0] ?? "") : `${texts.slice(0, -1).join(", ")} or ${texts.at(-1)}`
}

const bound = (type: string, words: string, name: string, limit: number): Described => ({
  type,
  message: `Input should be ${words} ${limit}`,
  ctx: { [name]: limit }
})

/** What pydantic says of an error of Ajv. */
export const describe = (error: ErrorObject): Described => {
  const { limit: given }: { readonly limit?: unknown } = error.params
  const limit = Number(given)
  switch (error.keyword) {
    case "required":
      return plain("missing", "Field required")
    case "additionalProperties":
      return plain("extra_forbidden", "Extra inputs are not permitted")
    case "type":
      return typeError(error)
    case "format":
      return formatError(error)
    case "minLength": {
      const message = `String should have at least ${counted(limit, "character")}`
      return { type: "string_too_short", message, ctx: { min_length: limit } }
    }
    case "maxLength": {
      const message = `String should have at most ${counted(limit, "character")}`
      return { type: "string_too_long", message, ctx: { max_length: limit } }
    }
    case "minItems":
      return listLength(error, "min_length", limit)
    case "maxItems":
      return listLength(error, "max_length", limit)
    case "minimum":
      return bound("greater_than_equal", "greater than or equal to", "ge", limit)
    case "maximum":
      return bound("less_than_equal", "less than or equal to", "le", limit)
    case "exclusiveMinimum":
      return bound("greater_than", "greater than", "gt", limit)
    case "exclusiveMaximum":
      return bound("less_than", "less than", "lt", limit)
    case "pattern": {
      const pattern = String(parentOf(error)["pattern"])
      return {
        type: "string_pattern_mismatch",
        message: `String should match pattern '${pattern}'`,
        ctx: { pattern }
      }
    }
    case "enum":
    case "const": {
      const values: unknown = error.keyword === "enum" ? error.params["allowedValues"] : [error.params["allowedValue"]]
      const expected = oneOf(Array.isArray(values) ? values : [])
      const type = error.keyword === "enum" ? "enum" : "literal_error"
      return { type, message: `Input should be ${expected}`, ctx: { expected } }
    }
    default:
      return plain("value_error", `Value error, ${error.message ?? "the value is not valid"}`)
  }
}

const scalarTags: Readonly<Record<string, string>> = {
  string: "str",
  integer: "int",
  number: "float",
  boolean: "bool",
  object: "dict[str,any]",
  array: "list[any]"
}

const branchesOf = (schema: JsonObject): ReadonlyArray<JsonSchema> => {
  const listed = schema["anyOf"] ?? schema["oneOf"]
  const branches: ReadonlyArray<unknown> = Array.isArray(listed) ? listed : []
  return branches.filter(
    (branch): branch is JsonObject => isObject(branch) && branch["type"] !== "null" && branch["const"] !== null
  )
}

const nameOf = (schema: JsonSchema): string | undefined => {
  const reference = isObject(schema) ? schema["$ref"] : undefined
  return typeof reference === "string" ? reference.slice(reference.lastIndexOf("/") + 1) : undefined
}

/**
 * Where an error is, with the name of the branch after a member that is a union, as pydantic has it. A branch that the
 * error does not name is left out.
 */
export const locate = (
  contract: Contract,
  schema: JsonSchema | undefined,
  path: ReadonlyArray<string | number>,
  schemaPath: string
): ReadonlyArray<string | number> => {
  const out: Array<string | number> = []
  let current: JsonSchema | undefined = schema
  const enter = (): void => {
    for (let depth = 0; depth < 8 && current !== undefined; depth++) {
      const resolved: JsonSchema = resolveSchema(contract, current)
      if (!isObject(resolved)) return
      const branches = branchesOf(resolved)
      current = resolved
      if (branches.length === 0) return
      const index = branches.length === 1 ? 0 : branches.findIndex((branch) => taken(branch, schemaPath))
      const branch = branches[index]
      if (branch === undefined) return
      const type = isObject(branch) ? branch["type"] : undefined
      const tag = nameOf(branch) ?? (typeof type === "string" ? scalarTags[type] : undefined)
      if (branches.length > 1 && tag !== undefined) out.push(tag)
      current = branch
    }
  }
  enter()
  for (const segment of path) {
    out.push(segment)
    const holder: JsonObject = isObject(current) ? current : {}
    const properties = isObject(holder["properties"]) ? holder["properties"] : {}
    const next: unknown =
      typeof segment === "number" ? holder["items"] : (properties[segment] ?? holder["additionalProperties"])
    current = isObject(next) ? next : undefined
    enter()
  }
  return out
}

const taken = (branch: JsonSchema, schemaPath: string): boolean => {
  const name = nameOf(branch)
  if (name !== undefined) return schemaPath.includes(`/schemas/${name}/`)
  return isObject(branch) && /\/(anyOf|oneOf)\/\d+\/[a-zA-Z]+$/.test(schemaPath) && !schemaPath.includes("/schemas/")
}
