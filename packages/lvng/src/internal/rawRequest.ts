import type { RequestOptions as CoreOptions } from "@trilum/core/ApiClient"
import { type ApiError, ValidationError } from "@trilum/core/ApiError"
import type * as Operation from "@trilum/core/Operation"
import * as ResponseSchema from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import type * as Schema from "effect/Schema"
import type { ApiClient } from "../client.js"

/** A call that is in no contract. */
export interface RawRequest<A> extends CoreOptions {
  readonly method: Operation.Method
  /** From the slash after the host on, with `{name}` where `pathArguments` go, which are percent-encoded. */
  readonly path: string
  readonly pathArguments?: Operation.PathArguments | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Decodes the answer. Default: the JSON as it is. */
  readonly schema?: Schema.Schema<A, unknown> | undefined
}

const refuse = (message: string): ValidationError =>
  new ValidationError({
    platform: "lvng",
    operation: "request",
    code: "INVALID_INPUT",
    attempts: 0,
    message: `lvng.request: ${message}`
  })

/** Credential, retries, rate limits and errors are those of every other call. */
export const make = (client: ApiClient) => {
  function request<A>(
    request: RawRequest<A> & { readonly schema: Schema.Schema<A, unknown> }
  ): Effect.Effect<A, ApiError>
  function request(request: RawRequest<unknown>): Effect.Effect<unknown, ApiError>
  function request(request: RawRequest<unknown>): Effect.Effect<unknown, ApiError> {
    const { body, method, path, pathArguments = [], schema = ResponseSchema.unknown, ...options } = request
    if (!path.startsWith("/")) return Effect.fail(refuse(`path must start with a slash, such as /api/v2/agents`))
    if (/[?#]/.test(path)) return Effect.fail(refuse("path must have no query and no fragment; give query beside it"))
    const holes = path.match(/\{[^}]+\}/g)?.length ?? 0
    if (holes !== pathArguments.length) {
      return Effect.fail(refuse(`path has ${holes} placeholders and pathArguments ${pathArguments.length} values`))
    }
    const operation: Operation.Operation<unknown, false> = {
      id: "request",
      platform: "lvng",
      resource: "lvng",
      name: "request",
      method,
      path,
      response: "json",
      success: schema,
      // The caller who gives a key knows that the server honours it.
      idempotencyKey: true,
      prepare: false,
      ...(body === undefined ? {} : { body: "json", wholeBody: true })
    }
    return client.request(operation, pathArguments, body === undefined ? undefined : { body }, options)
  }
  return request
}
