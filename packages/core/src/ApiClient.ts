/**
 * Sends operations by the `HttpClient` in context.
 *
 * A call is: request parts (`internal/requestParts`), then attempts (`internal/attempt`) under the retry policy, then
 * the decoded value. See `docs/request-flow.md`.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as HttpTraceContext from "@effect/platform/HttpTraceContext"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as Stream from "effect/Stream"
import type * as Tracer from "effect/Tracer"
import type { ApiError } from "./ApiError.js"
import * as Errors from "./ApiError.js"
import * as Credential from "./Credential.js"
import * as Drift from "./Drift.js"
import * as Attempt from "./internal/attempt.js"
import type * as ConnectionWait from "./internal/connectionWait.js"
import { discardBody } from "./internal/discardBody.js"
import * as Failure from "./internal/failure.js"
import * as OwnFiber from "./internal/ownFiber.js"
import * as Preview from "./internal/preview.js"
import * as RequestParts from "./internal/requestParts.js"
import * as SameOriginRedirects from "./internal/sameOriginRedirects.js"
import * as Streaming from "./internal/streaming.js"
import * as Telemetry from "./internal/telemetry.js"
import { version } from "./internal/version.js"
import type * as Operation from "./Operation.js"
import * as Options from "./Options.js"
import * as Redaction from "./Redaction.js"
import * as Retry from "./Retry.js"
import type * as Sse from "./Sse.js"

/**
 * What a call can change for itself. Every generated method takes this as its last parameter.
 *
 * @since 0.1.0
 * @category models
 */
export interface RequestOptions {
  /** Extra headers; they never replace the credential. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Extra query parameters, for what the contract does not know yet. */
  readonly query?: Readonly<Record<string, string | number | boolean>> | undefined
  /** Sent verbatim on every attempt. `false` sends none and so makes a POST or PATCH safe from retries. */
  readonly idempotencyKey?: string | false | undefined
  /** Limit of one attempt, body included. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Limit of the whole call, retries and waits included; of a stream, until its answer begins. */
  readonly overallTimeout?: Duration.DurationInput | undefined
  /** Longest silence of a streamed body or of events; zero or infinite for none. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** Overrides of the client's retry policy; `false` makes one attempt; a `Schedule` decides number and waits. */
  readonly retry?: Retry.Options | undefined
  /** Largest body that is read into memory and decoded. Streams have no limit. */
  readonly maxResponseBytes?: number | undefined
  /** Called once, with the answer that decided the call. */
  readonly onResponse?: ((info: ResponseInfo) => void) | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ResponseInfo {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly requestId: string | undefined
  readonly attempts: number
}

/**
 * A client of one platform. `E` are the platform's own errors of operations with `prepare`, `O` its call options.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiClient<E = never, O extends RequestOptions = RequestOptions> {
  /** Sends and decodes. */
  readonly request: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Effect.Effect<A, ApiError | (P extends true ? E : never)>
  /** As {@link request}, with status, headers and request id beside the value. */
  readonly withResponse: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Effect.Effect<{ readonly value: A; readonly response: ResponseInfo }, ApiError | (P extends true ? E : never)>
  /** The body as it arrives. Retries end with the first byte. */
  readonly stream: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Stream.Stream<Uint8Array, ApiError | Errors.StreamError | (P extends true ? E : never)>
  /** Server-sent events as they arrive. Retries end with the first byte. */
  readonly events: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O & Sse.EventOptions
  ) => Stream.Stream<Sse.SseEvent, ApiError | Errors.StreamError | (P extends true ? E : never)>
  /** What {@link request} would send, without sending it. The credential is shown as `[REDACTED]`. */
  readonly preview: <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params?: object,
    options?: O
  ) => Effect.Effect<RequestPreview, ApiError | (P extends true ? E : never)>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface RequestPreview {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  /** Text of the body; multipart and binary bodies are only named. */
  readonly body: string | undefined
}

/**
 * The input of a call, as a platform may complete or refuse it before it is sent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Call<O extends RequestOptions = RequestOptions> {
  readonly operation: Omit<Operation.Operation<unknown>, "success">
  readonly path: Operation.PathArguments
  readonly params: object | undefined
  readonly options: O | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ClientOptions<E = never, O extends RequestOptions = RequestOptions> {
  /** `lumnis`, `lvng`, `luml` or the name of a generated client. */
  readonly platform: string
  /** Its path, if any, is kept and put before every path. Plain http is refused unless the host is loopback. */
  readonly baseUrl: string | URL
  /** Accepts plain http to any host, for trusted private networks. Default: `false`. */
  readonly allowInsecureHttp?: boolean | undefined
  readonly credential: Credential.Credential
  readonly userAgent?: string | undefined
  /** Headers of every call; they never replace the credential. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Global patterns of the platform's keys, masked wherever an error shows them. */
  readonly secretPatterns?: ReadonlyArray<RegExp> | undefined
  /** Headers left out of what the client or a call adds: other ways in which the platform takes a credential. */
  readonly reservedHeaders?: ReadonlyArray<string> | undefined
  /** Limit of one attempt, body included. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Longest silence of a streamed body, and between two events. Default: 2 minutes. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  readonly retry?: Retry.Options | undefined
  /** Largest body that is read into memory and decoded. Default: 256 MiB. Streams have no limit. */
  readonly maxResponseBytes?: number | undefined
  /**
   * `generate`: operations that honour an `Idempotency-Key` get one, kept over all attempts of the call.
   * `caller` (default): only what `RequestOptions.idempotencyKey` gives.
   */
  readonly idempotencyKeys?: "generate" | "caller" | undefined
  /** The options of calls that the platform adds to {@link RequestOptions}. */
  readonly callOptions?: Options.Table | undefined
  /** Where the server puts its request id. Default: `x-request-id`. */
  readonly requestIdHeader?: string | undefined
  /** Sends `traceparent` and `b3` to the platform. Default: `false`. */
  readonly propagateTrace?: boolean | undefined
  /** Completes or refuses the input of operations with `prepare`. */
  readonly prepare?: ((call: Call<O>) => Effect.Effect<Call<O>, E>) | undefined
  /** Runs before every attempt, outside its time limit: the place to wait for a rate limit. */
  readonly rateLimiter?: ((operation: Call<O>["operation"]) => Effect.Effect<void>) | undefined
  /** Told of every answer as its head arrives, those that are repeated included. Must not throw. */
  readonly onAnswer?: ((answer: ObservedAnswer) => void) | undefined
  /**
   * For servers that report failures with 2xx: the status whose error such a JSON body stands for, `undefined` for a
   * success. The call fails with the error of that class; its `status` stays that of the answer and it is not repeated.
   */
  readonly failureOf?: ((body: unknown) => number | undefined) | undefined
  /**
   * `lenient` (default): an answer that differs from the contract is returned as it came, as long as the call can go on
   * with it. `strict`: it is a `DecodeError`, for those who test a server.
   */
  readonly decoding?: "lenient" | "strict" | undefined
  /** Told where answers differ from the contract, once for every operation and place. */
  readonly onDrift?: ((report: Drift.Report) => void) | undefined
  /** Called before every wait for another attempt. Must not throw. */
  readonly onRetry?: ((retry: Waiting) => void) | undefined
  /** Called with every answer that is decoded. Must not throw. */
  readonly onDecoded?: ((decoded: Decoded) => void) | undefined
}

/**
 * A wait for another attempt.
 *
 * @since 0.1.0
 * @category models
 */
export interface Waiting {
  readonly operation: Omit<Operation.Operation<unknown>, "success">
  /** Attempts made so far. */
  readonly attempts: number
  /** Attempts that the policy allows; infinite for one with a schedule of its own. */
  readonly maxAttempts: number
  /** Milliseconds. */
  readonly delay: number
  /** Why the last attempt failed. */
  readonly failure: Retry.Failure
}

/**
 * An answer as the server sent it, and the value that was made of it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Decoded {
  readonly operation: Omit<Operation.Operation<unknown>, "success">
  /** The body; empty for operations that answer with none. */
  readonly text: string
  readonly value: unknown
}

/**
 * What {@link ClientOptions.onAnswer} is told.
 *
 * @since 0.1.0
 * @category models
 */
export interface ObservedAnswer {
  readonly operation: Omit<Operation.Operation<unknown>, "success">
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>
  /** Milliseconds since 1970 by the Clock. */
  readonly at: number
}

/**
 * Builds the client of a platform. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <E = never, O extends RequestOptions = RequestOptions>(
  options: ClientOptions<E, O>
): Effect.Effect<ApiClient<E, O>, Errors.ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const http = yield* HttpClient.HttpClient
    const base = yield* RequestParts.parseBaseUrl(options.platform, options.baseUrl, options.allowInsecureHttp)
    const wrong =
      RequestParts.invalidCredential(options.credential) ??
      RequestParts.invalidHeader({
        "user-agent": options.userAgent ?? "",
        ...RequestParts.withoutReserved(options.headers ?? {}, noNames)
      })
    if (wrong !== undefined) {
      return yield* new Errors.ConfigurationError({ platform: options.platform, message: wrong })
    }
    return fromHttpClient(options, base, http)
  })

const noNames: ReadonlySet<string> = new Set()

const fromHttpClient = <E, O extends RequestOptions>(
  options: ClientOptions<E, O>,
  base: URL,
  http: HttpClient.HttpClient
): ApiClient<E, O> => {
  const { platform } = options
  const policy = Retry.override(Retry.standard, options.retry)
  const budget = Retry.makeBudget()
  const decoding: Attempt.Decoding = {
    strict: options.decoding === "strict",
    drift: Drift.make(platform, options.onDrift),
    failureOf: options.failureOf,
    onDecoded: options.onDecoded
  }
  const metrics = Telemetry.makeMetrics(platform)
  const attemptTimeout = Duration.decode(options.timeout ?? Duration.seconds(30))
  const idleTimeout = options.idleTimeout ?? Duration.minutes(2)
  const generateKeys = options.idempotencyKeys === "generate"
  const reserved = new Set(
    [...Credential.headerNames(options.credential), ...(options.reservedHeaders ?? [])].map((name) =>
      name.toLowerCase()
    )
  )
  const commonHeaders: Record<string, string> = {
    "user-agent": options.userAgent ?? `trilum-${platform}/${version}`,
    ...RequestParts.withoutReserved(options.headers ?? {}, reserved)
  }
  const prefix = `${base.origin}${base.pathname.replace(/\/+$/, "")}`
  const send = Attempt.make({
    execute: SameOriginRedirects.make(http),
    prefix,
    credential: options.credential,
    requestIdHeader: options.requestIdHeader ?? "x-request-id"
  })

  function prepared<A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params: object | undefined,
    callOptions: O | undefined
  ): Effect.Effect<Call<O>, P extends true ? E : never>
  function prepared(
    operation: RequestParts.AnyOperation,
    path: Operation.PathArguments,
    params: object | undefined,
    callOptions: O | undefined
  ): Effect.Effect<Call<O>, E> {
    const call: Call<O> = { operation, path, params, options: callOptions }
    return operation.prepare && options.prepare !== undefined ? options.prepare(call) : Effect.succeed(call)
  }

  const redactorOf = Failure.redactors(options)

  const invalid = (call: Call<O>, message: string): Errors.ValidationError => {
    const { operation } = call
    return new Errors.ValidationError({
      platform,
      operation: operation.id,
      method: operation.method,
      path: operation.path,
      message: redactorOf(call).text(`${operation.resource}.${operation.name}: ${message}`),
      code: "INVALID_INPUT",
      attempts: 0
    })
  }

  const callOptions = { ...Options.request, ...options.callOptions }

  /** The request of a call, without the credential. */
  const requestOf = (call: Call<O>, reveal?: RequestParts.Reveal): Attempt.Request | Errors.ValidationError => {
    const { operation, path } = call
    const wrongOption = Options.problem(callOptions, call.options)
    if (wrongOption !== undefined) return invalid(call, wrongOption)
    if (call.params !== undefined && !isObject(call.params)) return invalid(call, "its parameters must be an object")
    const parts = RequestParts.make(operation, path, call.params, call.options?.query, reveal)
    if (parts instanceof RequestParts.InvalidInput) return invalid(call, parts.message)
    const caller =
      call.options?.headers === undefined ? undefined : RequestParts.withoutReserved(call.options.headers, reserved)
    const wrong = caller === undefined ? undefined : RequestParts.invalidHeader(caller)
    if (wrong !== undefined) return invalid(call, wrong)
    const given = call.options?.idempotencyKey
    const key =
      given === undefined
        ? generateKeys && operation.idempotencyKey === true
          ? globalThis.crypto.randomUUID()
          : undefined
        : given === false
          ? undefined
          : given
    if (key === "") return invalid(call, "idempotencyKey must not be empty; use false to send none")
    if (key !== undefined && !RequestParts.isHeaderValue(key)) {
      return invalid(call, `idempotencyKey ${RequestParts.headerValueRule}`)
    }
    const headers: Record<string, string> = {
      ...commonHeaders,
      accept: RequestParts.accept[operation.response],
      ...parts.headers
    }
    if (key !== undefined) headers["idempotency-key"] = key
    const all = caller === undefined ? headers : { ...headers, ...caller }
    return {
      operation,
      pathAndQuery: parts.pathAndQuery,
      headers: all,
      body: parts.body,
      hasIdempotencyKey: all["idempotency-key"] !== undefined,
      identifier: path.length === 0 ? undefined : String(path[path.length - 1])
    }
  }

  /** Sends a call under the retry policy. `read` turns a success into the value, within the attempt's time limit. */
  const exchange = <B>(call: Call<O>, read: Attempt.Read<B>): Effect.Effect<Exchanged<B>, ApiError> =>
    Effect.withFiberRuntime((fiber) => {
      const request = requestOf(call)
      if (request instanceof Errors.ValidationError) return Effect.fail(request)
      const run = attempts(fiber, call, request, read)
      return Telemetry.isTraced(fiber) ? Telemetry.traced(base, request.operation, run) : run(undefined)
    })

  const attempts =
    <B>(fiber: Fiber.RuntimeFiber<unknown, unknown>, call: Call<O>, request: Attempt.Request, read: Attempt.Read<B>) =>
    (span: Tracer.Span | undefined): Effect.Effect<Exchanged<B>, ApiError> => {
      const { operation } = request
      const clock = Context.get(fiber.currentDefaultServices, Clock.Clock)
      const started = clock.unsafeCurrentTimeMillis()
      const rules = Retry.override(policy, call.options?.retry)
      let made = 0
      let last: Attempt.Answer | undefined
      let first: ApiError | undefined
      let spent = 0
      const elapsed = (): number => clock.unsafeCurrentTimeMillis() - started
      const facts = (): Failure.AttemptFacts => ({
        platform,
        operation: operation.id,
        method: operation.method,
        path: operation.path,
        attempts: made,
        elapsed: elapsed(),
        status: last?.status,
        requestId: last?.requestId === undefined ? undefined : redactorOf(call).text(last.requestId)
      })
      const timedOut = (kind: "attempt" | "overall", length: Duration.Duration) => (): Errors.TimeoutError =>
        new Errors.TimeoutError({
          ...facts(),
          timeout: kind,
          message: `${operation.method} ${operation.path}: not done within ${Duration.format(length)}`,
          hint: kind === "attempt" ? "Give the call a longer timeout." : "Give the call a longer overallTimeout."
        })
      const unconnected = (length: Duration.Duration): Errors.TimeoutError =>
        new Errors.TimeoutError({
          ...facts(),
          timeout: "pool",
          message: `${operation.method} ${operation.path}: no connection became free within ${Duration.format(length)}`,
          hint: "Make fewer calls at a time, or allow more connections (maxConnectionsPerOrigin)."
        })
      const limit = call.options?.timeout === undefined ? attemptTimeout : Duration.decode(call.options.timeout)
      const connection: ConnectionWait.State = { waiting: false }
      const context: Attempt.CallContext = {
        facts,
        connection,
        maxBytes: call.options?.maxResponseBytes ?? options.maxResponseBytes ?? defaultMaxResponseBytes,
        headers: span !== undefined && options.propagateTrace === true ? HttpTraceContext.toHeaders(span) : undefined,
        redactor: (more) => redactorOf(call, more),
        onSend: () => {
          made++
          last = undefined
        },
        onAnswer: (answer) => {
          last = answer
          if (options.onAnswer !== undefined) {
            const { headers, status } = answer
            options.onAnswer({ operation, status, headers, at: clock.unsafeCurrentTimeMillis() })
          }
        }
      }
      const bounded = OwnFiber.run(
        Effect.suspend(() => send(request, context, read)),
        {
          duration: limit,
          onTimeout: () => (connection.waiting ? unconnected(limit) : timedOut("attempt", limit)())
        }
      )
      const logged = Telemetry.isDebug(fiber) ? Telemetry.logged(bounded, facts) : bounded
      const { rateLimiter } = options
      const attempt =
        rateLimiter === undefined
          ? logged
          : Effect.zipRight(
              Effect.suspend(() => rateLimiter(operation)),
              logged
            )
      const overall =
        call.options?.overallTimeout === undefined ? undefined : Duration.decode(call.options.overallTimeout)
      const retryRequest: Retry.Request = {
        method: operation.method,
        repeatable: Retry.isRepeatable(operation, request.hasIdempotencyKey),
        replayable: request.body._tag !== "Parts" || request.body.parts.isRepeatable
      }
      const spend = (tokens: number): boolean => {
        const enough = budget.spend(tokens)
        if (enough) spent = tokens
        return enough
      }
      const { onRetry } = options
      const onWait =
        onRetry === undefined
          ? undefined
          : (failure: Retry.Failure, wait: Duration.Duration): void => {
              const maxAttempts = rules.schedule === undefined ? rules.maxRetries + 1 : Number.POSITIVE_INFINITY
              onRetry({ operation, attempts: made, maxAttempts, delay: Duration.toMillis(wait), failure })
            }
      // The schedule's driver is made after the first failure only: it costs 6 us, and most calls need none.
      const all = Effect.catchAll(attempt, (failure) => {
        if (!Retry.mayRetry(rules, retryRequest, failure)) return Effect.fail(failure)
        let isFirst = true
        const rest: Effect.Effect<B, ApiError> = Effect.suspend(() => {
          if (!isFirst) return attempt
          isFirst = false
          first = failure
          return Effect.fail(failure)
        })
        return Effect.retry(rest, Retry.toSchedule(rules, retryRequest, { ...budget, spend }, onWait))
      })
      const whole =
        overall === undefined ? all : OwnFiber.run(all, { duration: overall, onTimeout: timedOut("overall", overall) })
      const settle = (outcome: string): void => {
        metrics(operation.id, outcome, elapsed(), Math.max(0, made - 1))
        if (last !== undefined) call.options?.onResponse?.(info())
        if (span !== undefined) {
          Telemetry.annotate(span, {
            status: last?.status,
            attempts: made,
            error: outcome === "ok" ? undefined : outcome
          })
        }
      }
      const info = (): ResponseInfo => ({ ...noAnswer, ...last, attempts: made })
      return Effect.matchEffect(whole, {
        onFailure: (failure) => {
          settle(failure._tag)
          return Effect.fail(first === undefined || first === failure ? failure : Failure.withFirst(failure, first))
        },
        onSuccess: (value) => {
          settle("ok")
          budget.refund(Math.max(1, spent))
          return Effect.succeed({ value, info, facts })
        }
      })
    }

  const value = <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params: object | undefined,
    callOptions: O | undefined
  ): Effect.Effect<Exchanged<A>, ApiError | (P extends true ? E : never)> =>
    Effect.flatMap(prepared(operation, path, params, callOptions), (call) =>
      exchange(call, Attempt.decodeWith(operation, decoding, call.path))
    )

  const opened = <A, P extends boolean>(
    operation: Operation.Operation<A, P>,
    path: Operation.PathArguments,
    params: object | undefined,
    callOptions: O | undefined,
    read: Attempt.Read<HttpClientResponse.HttpClientResponse>
  ): Stream.Stream<Streaming.Opened, ApiError | (P extends true ? E : never)> =>
    Stream.scoped(
      Effect.uninterruptibleMask((restore) =>
        Effect.gen(function* () {
          const call = yield* restore(prepared(operation, path, params, callOptions))
          const { facts, value: response } = yield* restore(exchange(call, read))
          yield* Effect.addFinalizer(() => discardBody(response))
          return { response, broken: Streaming.breaking(facts, () => redactorOf(call)) }
        })
      )
    )

  const idleLimit = (callOptions: O | undefined): Duration.DurationInput => callOptions?.idleTimeout ?? idleTimeout

  return {
    request: (operation, path, params, callOptions) =>
      Effect.map(value(operation, path, params, callOptions), (exchanged) => exchanged.value),
    withResponse: (operation, path, params, callOptions) =>
      Effect.map(value(operation, path, params, callOptions), (exchanged) => ({
        value: exchanged.value,
        response: exchanged.info()
      })),
    stream: (operation, path, params, callOptions) =>
      Stream.flatMap(opened(operation, path, params, callOptions, Effect.succeed), (open) =>
        Streaming.bytes(open, idleLimit(callOptions))
      ),
    events: (operation, path, params, callOptions) =>
      Stream.flatMap(
        opened(operation, path, params, callOptions, Attempt.expectEvents(options.failureOf, path)),
        (open) => Streaming.events(open, idleLimit(callOptions), callOptions)
      ),
    preview: (operation, path, params, callOptions) =>
      Effect.flatMap(prepared(operation, path, params, callOptions), (call) => {
        const request = requestOf(call, () => Redaction.mask)
        return request instanceof Errors.ValidationError
          ? Effect.fail(request)
          : Effect.succeed(Preview.make(request, prefix, options.credential, redactorOf(call)))
      })
  }
}

/** JavaScript programs pass anything. */
const isObject = (u: unknown): boolean => typeof u === "object" && u !== null && !Array.isArray(u)

const defaultMaxResponseBytes = 256 * 1024 * 1024

interface Exchanged<B> {
  readonly value: B
  readonly info: () => ResponseInfo
  readonly facts: () => Failure.AttemptFacts
}

const noAnswer: ResponseInfo = { status: 0, headers: {}, requestId: undefined, attempts: 0 }
