import type { ValidationError } from "@trilum/core/ApiError"
import type { Redactor } from "@trilum/core/Redaction"
import * as Effect from "effect/Effect"
import * as JSONSchema from "effect/JSONSchema"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"
import type { ResponseObject } from "../generated/shared.js"
import { StructuredOutputError } from "../LumnisError.js"
import { invalid } from "./options.js"

/** The JSON Schema of the encoded side of `schema`. Its top is an object and not a reference, as agents need it. */
export const formatOf = <A, I>(
  method: string,
  schema: Schema.Schema<A, I>
): Effect.Effect<Readonly<Record<string, unknown>>, ValidationError> =>
  Effect.try({
    try: () => {
      const definitions: Record<string, JSONSchema.JsonSchema7> = {}
      const top = JSONSchema.fromAST(schema.ast, { definitions, topLevelReferenceStrategy: "skip" })
      return Object.keys(definitions).length === 0 ? { ...top } : { ...top, $defs: definitions }
    },
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
  schema: Schema.Schema<A, I>,
  redactor: Redactor
): ((response: ResponseObject) => Effect.Effect<A, StructuredOutputError>) => {
  const decode = Schema.decodeUnknown(schema, { errors: "all" })
  return (response) =>
    response.structured_response === null || response.structured_response === undefined
      ? Effect.fail(
          new StructuredOutputError({ response, issues: [{ path: "", message: "structured_response is missing" }] })
        )
      : Effect.mapError(
          decode(response.structured_response),
          (error) =>
            new StructuredOutputError({
              response,
              issues: ParseResult.ArrayFormatter.formatErrorSync(error).map((issue) => ({
                path: pathOf(issue.path),
                message: redactor.text(issue.message)
              }))
            })
        )
}
