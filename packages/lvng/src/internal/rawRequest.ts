import type { RequestOptions as CoreOptions } from "@trilum/core/ApiClient"
import { type ApiError, ValidationError } from "@trilum/core/ApiError"
import type * as Operation from "@trilum/core/Operation"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as ParseResult from "effect/ParseResult"
import type * as Schema from "effect/Schema"
import type { ApiClient } from "../client.js"

/** A call that is in no contract. */
export interface RawRequest<A, I = unknown> extends CoreOptions {
  readonly method: Operation.Method
  /** From the slash after the host on, with `{name}` where `pathArguments` go, which are percent-encoded. */
  readonly path: string
  readonly pathArguments?: Operation.PathArguments | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Decodes the answer. Default: the JSON as it is. */
  readonly schema?: Schema.Schema<A, I> | undefined
}

const invalid = (message: string): ValidationError =>
  new ValidationError({
    platform: "lvng",
    operation: "request",
    code: "INVALID_INPUT",
    attempts: 0,
    message: `lvng.request: ${message}`
  })

/** Issues name paths and kinds of issue; their messages may show values. */
const decodedBy = <A, I>(schema: Schema.Schema<A, I>): ResponseSchema.ResponseSchema<A> => {
  const decode = ParseResult.decodeUnknownEither(schema, { errors: "all" })
  return ResponseSchema.custom((input) => {
    const result = decode(input)
    if (Either.isRight(result)) return { ok: true, value: result.right }
    const issues = ParseResult.ArrayFormatter.formatIssueSync(result.left).map(({ _tag, path }) => ({
      path: path.map(String).join("."),
      message: _tag === "Missing" ? "is missing" : "does not fit the schema"
    }))
    return { ok: false, issues }
  })
}

/** Credential, retries, rate limits and errors are those of every other call. */
export const make = (client: ApiClient) => {
  function request<A, I>(
    request: RawRequest<A, I> & { readonly schema: Schema.Schema<A, I> }
  ): Effect.Effect<A, ApiError>
  function request(request: RawRequest<unknown>): Effect.Effect<unknown, ApiError>
  function request<A, I>(request: RawRequest<A, I>): Effect.Effect<unknown, ApiError> {
    const { body, method, path, pathArguments = [], schema, ...options } = request
    if (!path.startsWith("/")) return Effect.fail(invalid(`path must start with a slash, such as /api/v2/agents`))
    if (/[?#]/.test(path)) return Effect.fail(invalid("path must have no query and no fragment; give query beside it"))
    const holes = path.match(/\{[^}]+\}/g)?.length ?? 0
    if (holes !== pathArguments.length) {
      return Effect.fail(invalid(`path has ${holes} placeholders and pathArguments ${pathArguments.length} values`))
    }
    const operation: Operation.Operation<unknown, false> = {
      id: "request",
      platform: "lvng",
      resource: "lvng",
      name: "request",
      method,
      path,
      response: "json",
      success: schema === undefined ? ResponseSchema.unknown : decodedBy(schema),
      // The caller who gives a key knows that the server honours it.
      idempotencyKey: true,
      prepare: false,
      ...(body === undefined ? {} : { body: "json", wholeBody: true })
    }
    return client.request(operation, pathArguments, body === undefined ? undefined : { body }, options)
  }
  return request
}
