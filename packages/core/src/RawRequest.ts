/**
 * Raw calls and responses: calls that are in no contract, with the credential, retries, limits and errors of every other call.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as ParseResult from "effect/ParseResult"
import * as Runtime from "effect/Runtime"
import type * as Schema from "effect/Schema"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions, ResponseInfo } from "./ApiClient.js"
import { type ApiError, type StreamError, ValidationError } from "./ApiError.js"
import { isNullBody } from "./internal/discardBody.js"
import type * as Operation from "./Operation.js"
import type * as PromiseClient from "./PromiseClient.js"
import * as ResponseSchema from "./ResponseSchema.js"

/**
 * A call that is in no contract.
 *
 * @since 0.1.0
 * @category models
 */
export interface RawRequest<A = unknown, I = unknown> extends RequestOptions {
  readonly method: Operation.Method
  /** From the slash after the host on, with `{name}` where `pathArguments` go, which are percent-encoded. */
  readonly path: string
  readonly pathArguments?: Operation.PathArguments | undefined
  /** Sent as JSON. */
  readonly body?: unknown
  /** Decodes the answer. Default: the JSON as it is. */
  readonly schema?: Schema.Schema<A, I> | undefined
}

/**
 * Sends a call that is in no contract.
 *
 * @since 0.1.0
 * @category models
 */
export interface Send<F extends PromiseClient.Face = "effect"> {
  readonly [PromiseClient.PromiseTypeId]?: () => Send<"promise">
  <A, I>(
    request: PromiseClient.MethodOptions<F, RawRequest<A, I> & { readonly schema: Schema.Schema<A, I> }>
  ): PromiseClient.Result<F, A, ApiError>
  (request: PromiseClient.MethodOptions<F, RawRequest>): PromiseClient.Result<F, unknown, ApiError>
}

/**
 * What every client has for calls that are in no contract.
 *
 * @since 0.1.0
 * @category models
 */
export interface Members<F extends PromiseClient.Face = "effect"> {
  /** Sends a call that is in no contract, and decodes its JSON. */
  readonly request: Send<F>
  /**
   * Sends a call, and returns its success as a `Response` whose body is read as it arrives, e.g. to pass it on in a proxy.
   * Other statuses are the errors of every call. A body that is not read holds its connection: cancel it.
   */
  readonly requestResponse: (
    request: PromiseClient.MethodOptions<F, Omit<RawRequest, "schema">>
  ) => PromiseClient.Result<F, Response, ApiError | StreamError>
}

/**
 * The value of a call, with status, headers and request id of the answer that decided it.
 *
 * @example
 * ```ts
 * import { createLumnis, withResponse } from "@trilum/lumnis/promise"
 *
 * const lumnis = createLumnis()
 * const { data, response } = await withResponse((options) => lumnis.users.get("ada@example.com", options))
 * console.log(data.id, response?.status, response?.headers["x-request-id"])
 * ```
 *
 * @since 0.1.0
 * @category combinators
 */
export const withResponse = async <A>(
  call: (options: Required<Pick<RequestOptions, "onResponse">>) => PromiseLike<A>
): Promise<{ readonly data: A; readonly response: ResponseInfo | undefined }> => {
  let response: ResponseInfo | undefined
  const data = await call({
    onResponse: (info) => {
      response = info
    }
  })
  return { data, response }
}

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

const methods: ReadonlySet<string> = new Set<Operation.Method>([
  "GET",
  "HEAD",
  "OPTIONS",
  "POST",
  "PUT",
  "PATCH",
  "DELETE"
])

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = <E>(platform: string, client: ApiClient<E>): Members => {
  /** The call as an operation. */
  const read = (
    name: keyof Members,
    { body, method, path, pathArguments = [] }: Omit<RawRequest, "schema">
  ): Either.Either<Omit<Operation.Operation<unknown, false>, "response" | "success">, ValidationError> => {
    const invalid = (message: string) =>
      Either.left(
        new ValidationError({
          platform,
          operation: name,
          code: "INVALID_INPUT",
          attempts: 0,
          message: `${platform}.${name}: ${message}`
        })
      )
    if (!methods.has(method)) return invalid(`method must be one of ${[...methods].join(", ")}`)
    if (typeof path !== "string" || !path.startsWith("/")) {
      return invalid("path must start with a slash, such as /v1/agents")
    }
    if (/[?#]/.test(path)) return invalid("path must have no query and no fragment; give query beside it")
    const holes = path.match(/\{[^}]+\}/g)?.length ?? 0
    if (!Array.isArray(pathArguments) || holes !== pathArguments.length) {
      const given = Array.isArray(pathArguments) ? `${pathArguments.length} values` : "no list"
      return invalid(`path has ${holes} placeholders and pathArguments ${given}`)
    }
    return Either.right({
      id: name,
      platform,
      resource: platform,
      name,
      method,
      path,
      // The caller who gives a key knows that the server honours it.
      idempotencyKey: true,
      prepare: false,
      ...(body === undefined ? {} : { body: "json", wholeBody: true })
    })
  }

  function request<A, I>(given: RawRequest<A, I> & { readonly schema: Schema.Schema<A, I> }): Effect.Effect<A, ApiError>
  function request(given: RawRequest): Effect.Effect<unknown, ApiError>
  function request<A, I>(given: RawRequest<A, I>): Effect.Effect<unknown, ApiError> {
    const { body, method: _, path: __, pathArguments = [], schema, ...options } = given ?? noRequest
    const success = schema === undefined ? ResponseSchema.unknown : decodedBy(schema)
    return Effect.flatMap(read("request", given ?? noRequest), (operation) =>
      client.request(
        { ...operation, response: "json", success },
        pathArguments,
        body === undefined ? undefined : { body },
        options
      )
    )
  }

  const requestResponse: Members["requestResponse"] = (given) => {
    const { body, method: _, path: __, pathArguments = [], ...options } = given ?? noRequest
    return Effect.flatMap(read("requestResponse", given ?? noRequest), (operation) => {
      let head: ResponseInfo | undefined
      const bytes = client.stream(
        { ...operation, response: "bytes", success: ResponseSchema.none },
        pathArguments,
        body === undefined ? undefined : { body },
        {
          ...options,
          // One that is no function stays, so that the call says so.
          onResponse:
            typeof (options.onResponse ?? ignore) === "function"
              ? (info) => {
                  head = info
                  options.onResponse?.(info)
                }
              : options.onResponse
        }
      )
      return Effect.map(opened(bytes), (readable) => {
        const { headers = {}, status = 200 } = head ?? {}
        return new Response(isNullBody(status) ? null : readable, { status, headers: passed(headers) })
      })
    })
  }

  return { request, requestResponse }
}

/** What JavaScript programs that pass nothing pass: its method is missing. */
const noRequest: RawRequest = Object.create(null)

const ignore = (): void => {}

/** Headers of the body as it was on the wire. It is decoded here, and its length is another one. */
const ofTheWire = new Set(["content-encoding", "content-length", "transfer-encoding", "connection", "keep-alive"])

const passed = (headers: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).filter(([name]) => !ofTheWire.has(name)))

/** A stream that has begun: its first chunk is there, or it failed. */
const opened = <E>(stream: Stream.Stream<Uint8Array, E>): Effect.Effect<ReadableStream<Uint8Array>, E> =>
  Effect.gen(function* () {
    const run = Runtime.runPromise(yield* Effect.runtime<never>())
    const scope = yield* Scope.make()
    const close = Scope.close(scope, Exit.void)
    const pull = yield* Scope.extend(Stream.toPull(stream), scope)
    /** The next chunk. `undefined` at the end. A stream that ends or fails is closed. */
    const next = pull.pipe(
      Effect.catchAll(Option.match({ onNone: () => Effect.succeed(undefined), onSome: Effect.fail })),
      Effect.onExit((exit) => (Exit.isSuccess(exit) && exit.value !== undefined ? Effect.void : close))
    )
    let ready = [...((yield* next) ?? [])]
    return new ReadableStream<Uint8Array>(
      {
        pull: async (controller) => {
          while (ready.length === 0) {
            const more = await run(Effect.either(next))
            if (Either.isLeft(more)) return controller.error(more.left)
            if (more.right === undefined) return controller.close()
            ready = [...more.right]
          }
          const [bytes = new Uint8Array(), ...rest] = ready
          ready = rest
          controller.enqueue(bytes)
        },
        cancel: () => run(close)
      },
      { highWaterMark: 0 }
    )
  })
