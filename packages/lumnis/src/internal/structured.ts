import type { StandardJSONSchemaV1, StandardSchemaV1 } from "@standard-schema/spec"
import type { Issue, ValidationError } from "@trilum/core/ApiError"
import type { Redactor } from "@trilum/core/Redaction"
import * as Effect from "effect/Effect"
import * as JSONSchema from "effect/JSONSchema"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import type { ResponseObject } from "../generated/shared.js"
import type { OutputSchema } from "../Invoke.js"
import { StructuredOutputError } from "../LumnisError.js"
import { invalid } from "./options.js"

/**
 * The JSON Schema to send. Its top is an object and not a reference, as agents need it. Of a Standard Schema it is
 * `responseFormat`, or what the schema says of itself.
 */
export const formatOf = <A, I>(
  method: string,
  schema: OutputSchema<A, I> | undefined,
  responseFormat: Format | undefined
): Effect.Effect<Format | undefined, ValidationError> => {
  if (schema === undefined) return Effect.succeed(responseFormat)
  if (isEffect(schema)) {
    return responseFormat === undefined
      ? written(method, () => fromEffect(schema))
      : Effect.fail(invalid(`${method}: give either schema or responseFormat; both say what to answer with`))
  }
  if (responseFormat !== undefined) return Effect.succeed(responseFormat)
  const { "~standard": standard } = schema
  return hasJsonSchema(standard)
    ? written(method, () => {
        const { $schema: _, ...format } = standard.jsonSchema.input({ target: "draft-07" })
        return format
      })
    : Effect.fail(
        invalid(
          `${method}: the schema (${standard.vendor}) does not provide its JSON Schema; give it as responseFormat, ` +
            "or wrap the schema, for valibot with toStandardJsonSchema of @valibot/to-json-schema"
        )
      )
}

type Format = Readonly<Record<string, unknown>>

const isEffect = <A, I>(schema: OutputSchema<A, I>): schema is Schema.Schema<A, I> => Schema.isSchema(schema)

const hasJsonSchema = <P extends StandardSchemaV1.Props>(standard: P): standard is P & StandardJSONSchemaV1.Props =>
  "jsonSchema" in standard

const fromEffect = (schema: Schema.Schema.All): Format => {
  const definitions: Record<string, JSONSchema.JsonSchema7> = {}
  const top = JSONSchema.fromAST(schema.ast, { definitions, topLevelReferenceStrategy: "skip" })
  return Object.keys(definitions).length === 0 ? { ...top } : { ...top, $defs: definitions }
}

const written = (method: string, format: () => Format): Effect.Effect<Format, ValidationError> =>
  Effect.try({
    try: format,
    catch: (cause) => {
      const why = cause instanceof Error ? cause.message.trim().replaceAll(/\s+/g, " ") : String(cause)
      return invalid(`${method}: the schema cannot be written as JSON Schema: ${why}`)
    }
  })

const pathOf = (path: ReadonlyArray<PropertyKey>): string =>
  path.reduce<string>(
    (text, part) =>
      typeof part === "number" ? `${text}[${part}]` : text === "" ? String(part) : `${text}.${String(part)}`,
    ""
  )

/** The structured response as what the schema decodes it to. */
export const decodeWith = <A, I>(
  schema: OutputSchema<A, I>,
  redactor: Redactor
): ((response: ResponseObject) => Effect.Effect<A, StructuredOutputError>) => {
  const decode = decoderOf(schema)
  return (response) =>
    Effect.mapError(
      response.structured_response === null || response.structured_response === undefined
        ? Effect.fail([{ path: "", message: "structured_response is missing" }])
        : decode(response.structured_response),
      (issues) =>
        new StructuredOutputError({
          response,
          issues: issues.map(({ message, path }) => ({ path, message: redactor.text(message) }))
        })
    )
}

type Decode<A> = (value: unknown) => Effect.Effect<A, ReadonlyArray<Issue>>

const decoderOf = <A, I>(schema: OutputSchema<A, I>): Decode<A> => {
  if (!isEffect(schema)) return (value) => validated(schema["~standard"], value)
  const decode = Schema.decodeUnknown(schema, { errors: "all" })
  return (value) =>
    Effect.mapError(decode(value), (error) =>
      ParseResult.ArrayFormatter.formatErrorSync(error).map(({ message, path }) => ({ path: pathOf(path), message }))
    )
}

const validated = <A, I>(standard: StandardSchemaV1.Props<I, A>, value: unknown) =>
  Effect.tryPromise({
    try: async () => standard.validate(value),
    catch: (cause) => [{ path: "", message: cause instanceof Error ? cause.message : String(cause) }]
  }).pipe(
    Effect.flatMap((result) =>
      result.issues === undefined
        ? Effect.succeed(result.value)
        : Effect.fail(
            result.issues.map(({ message, path = [] }) => ({
              path: pathOf(path.map((part) => (typeof part === "object" ? part.key : part))),
              message
            }))
          )
    )
  )
