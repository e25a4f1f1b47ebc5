/**
 * A tool: its description for a model, its input, and the effect that it runs. `Server` offers tools to clients.
 *
 * @since 0.1.0
 */
import type { FileSystem } from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Path } from "@effect/platform/Path"
import { ValidationError } from "@trilum/core/ApiError"
import type { JsonSchema } from "@trilum/core/OperationCatalog"
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as JSONSchema from "effect/JSONSchema"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"

/**
 * Hints for a client, which decides by them what it asks a person.
 *
 * @since 0.1.0
 * @category models
 */
export interface Annotations {
  /** It changes nothing. */
  readonly readOnlyHint: boolean
  /** It may delete or overwrite. */
  readonly destructiveHint: boolean
  /** A second call with the same input changes nothing more. */
  readonly idempotentHint: boolean
  /** It reaches beyond this machine. */
  readonly openWorldHint: boolean
}

/**
 * A resource of this server that a result refers to.
 *
 * @since 0.1.0
 * @category models
 */
export interface Link {
  readonly uri: string
  readonly name: string
  readonly mimeType: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Result {
  /** Plain data. It is redacted and written as JSON. */
  readonly value: Readonly<Record<string, unknown>>
  readonly links?: ReadonlyArray<Link> | undefined
}

/**
 * What a call can tell its client while it runs.
 *
 * @since 0.1.0
 * @category services
 */
export class Call extends Context.Tag("@trilum/mcp/Call")<
  Call,
  {
    /** Sends a progress notification, if the client asked for progress. */
    readonly progress: (message: string) => Effect.Effect<void>
    /** Sends a log message to the client. */
    readonly log: (message: string) => Effect.Effect<void>
    /**
     * Whether the user agrees, asked by the client. `undefined`: the client cannot ask. Fails with `ConfirmationNeeded`
     * on the first round; the client then asks, and the tool runs a second time.
     */
    readonly confirm: (question: string) => Effect.Effect<boolean | undefined, ConfirmationNeeded>
  }
>() {}

/**
 * The client has to ask its user before the tool goes on.
 *
 * @since 0.1.0
 * @category errors
 */
export class ConfirmationNeeded extends Data.TaggedError("ConfirmationNeeded")<{ readonly question: string }> {}

/**
 * The services of a tool.
 *
 * @since 0.1.0
 * @category models
 */
export type Needs = Call | FileSystem | HttpClient.HttpClient | Path

/**
 * @since 0.1.0
 * @category models
 */
export interface Tool {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: JsonSchema
  readonly annotations: Annotations
  /** Fails with a `ValidationError` when the input does not fit. */
  readonly run: (input: unknown) => Effect.Effect<Result, Error, Needs>
}

/**
 * Hints of a tool that only reads from a platform.
 *
 * @since 0.1.0
 * @category constants
 */
export const reads: Annotations = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = <A, I>(tool: {
  readonly name: string
  readonly title: string
  readonly description: string
  readonly input: Schema.Schema<A, I>
  readonly annotations: Annotations
  readonly run: (input: A) => Effect.Effect<Result, Error, Needs>
}): Tool => {
  const decode = Schema.decodeUnknown(tool.input, { errors: "all", onExcessProperty: "error" })
  const { $schema, ...schema } = JSONSchema.make(tool.input)
  return {
    ...tool,
    input: { ...schema },
    run: (input) =>
      Effect.flatMap(
        Effect.mapError(decode(input ?? {}), (error) => invalid(tool.name, error)),
        tool.run
      )
  }
}

const invalid = (tool: string, error: ParseResult.ParseError): ValidationError => {
  const details = ParseResult.ArrayFormatter.formatErrorSync(error).map(({ message, path }) => ({
    path: path.map(String).join("."),
    message
  }))
  return new ValidationError({
    platform: "mcp",
    code: "INVALID_INPUT",
    attempts: 0,
    message: `The input of ${tool} is invalid.`,
    hint: "See the schema of its input.",
    details
  })
}

/**
 * A field that may be left out. `null` is the same as absent: models often write it.
 *
 * @since 0.1.0
 * @category schemas
 */
export const optional = <A, I>(schema: Schema.Schema<A, I>, description: string) =>
  Schema.optionalWith(schema.annotations({ description }), { exact: true, nullable: true })
