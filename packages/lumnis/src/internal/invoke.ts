import type { ApiError, ValidationError } from "@trilum/core/ApiError"
import * as OnDemand from "@trilum/core/OnDemand"
import type { Redactor } from "@trilum/core/Redaction"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import type * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Responses from "../generated/responses.js"
import type { ResponseObject } from "../generated/shared.js"
import type * as Options from "../Invoke.js"
import type { InvokeUpdate, StructuredUpdate } from "../InvokeUpdate.js"
import * as Update from "../InvokeUpdate.js"
import { RunCancelledError, RunFailedError, type StructuredOutputError } from "../LumnisError.js"
import * as ResponseView from "../ResponseView.js"
import * as CreateRequest from "./createRequest.js"
import { httpOf, invalidDuration, type Method, millis, refusal, unknownOption, waitingOf } from "./options.js"
import * as Watch from "./watch.js"

/** The client's own settings for runs. */
export interface Defaults extends Options.WaitOptions {
  /** Limit of one attempt, in milliseconds. */
  readonly attemptTimeout: number
  /** Knows the client's key. */
  readonly redactor: Redactor
}

/** The ways to wait for a run, over one client. */
export interface Invocations {
  readonly invoke: Options.Invoke
  readonly invokeStream: Options.InvokeStream
  readonly attach: Options.Attach
  readonly attachStream: Options.AttachStream
}

/** The options of all ways as one type; {@link unknownOption} tells which of them a way has. */
interface AnyOptions<A, I>
  extends Options.RequestFields,
    Options.WaitOptions,
    Options.HttpOptions,
    Options.ProgressOptions {
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: Schema.Schema<A, I> | undefined
  readonly failedRuns?: "fail" | "return" | undefined
}

/** A run to wait for; `threadId` is known when it was started here. */
interface Begun {
  readonly run: Watch.Held
  readonly threadId: string | undefined
}

type Decode<A> = (response: ResponseObject) => Effect.Effect<A, StructuredOutputError>

const reporting = OnDemand.once("lumnis", "progress", () => import("./report.js"))
const structured = OnDemand.once("lumnis", "schema", () => import("./structured.js"))

export const make = (client: ApiClient, defaults: Defaults): Invocations => {
  const runOf = (
    method: Method,
    responseId: string | undefined,
    options: Options.WaitOptions & Options.HttpOptions
  ): Effect.Effect<Omit<Watch.Run, "responseId">, ValidationError> =>
    Effect.gen(function* () {
      const unknown = unknownOption(method, options)
      if (unknown !== undefined) return yield* Effect.fail(unknown)
      if (responseId === "") return yield* Effect.fail(refusal(`${method}: the response id is empty`))
      const waiting = waitingOf(method, options, defaults)
      if ("_tag" in waiting) return yield* Effect.fail(waiting)
      const attemptTimeout = options.timeout === undefined ? defaults.attemptTimeout : millis(options.timeout)
      if (attemptTimeout === undefined) return yield* Effect.fail(invalidDuration(method, "timeout"))
      return {
        started: yield* Clock.currentTimeMillis,
        waiting,
        http: httpOf(options),
        attemptTimeout
      }
    })

  const begin = <A, I>(
    method: Method,
    input: Options.Input,
    options: AnyOptions<A, I>
  ): Effect.Effect<Begun, Options.InvokeError, Scope.Scope> =>
    Effect.gen(function* () {
      const run = yield* runOf(method, undefined, options)
      const format = options.schema === undefined ? undefined : (yield* structured).formatOf(method, options.schema)
      if (format !== undefined && options.responseFormat !== undefined) {
        return yield* Effect.fail(
          refusal(`${method}: give either schema or responseFormat; both say what to answer with`)
        )
      }
      if (format?._tag === "Refused") return yield* Effect.fail(format.error)
      const body = CreateRequest.make(method, input, options, format?.format ?? options.responseFormat)
      if ("_tag" in body) return yield* Effect.fail(body)
      const create = client.request(Responses.createResponse, [], body, {
        ...run.http,
        timeout: run.attemptTimeout,
        overallTimeout: run.waiting.deadline,
        idempotencyKey: options.idempotencyKey
      })
      return yield* Watch.start(client, run, create)
    })

  const resume = (
    method: Method,
    responseId: string,
    options: Options.WaitOptions & Options.HttpOptions
  ): Effect.Effect<Begun, Options.AttachError, Scope.Scope> =>
    Effect.gen(function* () {
      const run = yield* runOf(method, responseId, options)
      return { run: yield* Watch.hold(client, { ...run, responseId }), threadId: undefined }
    })

  /** Had before a run is begun or waited for: no answer is lost for want of code. */
  const decoderOf = <A, I>({ schema }: AnyOptions<A, I>): Effect.Effect<Decode<A> | undefined, ApiError> =>
    schema === undefined
      ? Effect.succeed(undefined)
      : Effect.map(structured, ({ decodeWith }) => decodeWith(schema, defaults.redactor))

  /** The terminal response; progress goes to the sink on the way. */
  const wait = <A, I, E>(
    begun: Effect.Effect<Begun, E, Scope.Scope>,
    options: AnyOptions<A, I>
  ): Effect.Effect<
    Options.LumnisResponse | Options.StructuredResponse<A>,
    E | Options.AttachError | StructuredOutputError
  > =>
    Effect.gen(function* () {
      const decode = yield* decoderOf(options)
      const report = options.progress === undefined ? undefined : (yield* reporting).make(options.progress)
      const { run } = yield* begun
      yield* Effect.annotateCurrentSpan("lumnis.response_id", run.responseId)
      const states = Watch.states(client, run)
      const told = report === undefined ? states : Stream.tap(states, report)
      const response = yield* Effect.flatMap(
        Stream.runLast(told),
        Option.match({
          onNone: () => Effect.dieMessage("a poll ended without a state"),
          onSome: Effect.succeed
        })
      )
      yield* failUnlessSucceeded(response, options.failedRuns, defaults.redactor)
      return decode === undefined ? response : { ...response, structured: yield* decode(response) }
    }).pipe(Effect.scoped)

  const tell = <A, I, E>(
    begun: Effect.Effect<Begun, E, Scope.Scope>,
    options: AnyOptions<A, I>
  ): Stream.Stream<InvokeUpdate | StructuredUpdate<A>, E | Options.AttachError | StructuredOutputError> => {
    const end = (
      response: ResponseObject,
      decode: Decode<A> | undefined
    ): Stream.Stream<
      InvokeUpdate | StructuredUpdate<A>,
      RunFailedError | RunCancelledError | StructuredOutputError
    > => {
      const outcome = ResponseView.outcome(response)
      if (outcome === "running") return Stream.empty
      if (outcome !== "succeeded") {
        return Stream.fromEffect(
          Effect.as(
            failUnlessSucceeded(response, options.failedRuns, defaults.redactor),
            Update.ended(outcome === "failed" ? "Failed" : "Cancelled", response)
          )
        )
      }
      const completed = Update.completed(response)
      return decode === undefined
        ? Stream.make(completed)
        : Stream.fromEffect(Effect.map(decode(response), (structured) => ({ ...completed, structured })))
    }
    return Stream.unwrapScoped(
      Effect.map(Effect.zip(decoderOf(options), begun), ([decode, { run, threadId }]) => {
        const steps = Stream.mapAccum(Watch.states(client, run), Update.nothingTold, (told, response) => {
          const [next, fresh] = Update.advance(told, response)
          return [next, { response, fresh }]
        })
        const updates = Stream.flatMap(steps, ({ fresh, response }) =>
          Stream.concat(Stream.fromIterable(fresh), end(response, decode))
        )
        return threadId === undefined
          ? updates
          : Stream.concat(Stream.make(Update.started(run.responseId, threadId)), updates)
      })
    )
  }

  function invoke<A, I>(
    input: Options.Input,
    options: Options.StructuredOptions<A, I>
  ): Effect.Effect<Options.StructuredResponse<A>, Options.InvokeError | StructuredOutputError>
  function invoke(
    input: Options.Input,
    options?: Options.InvokeOptions
  ): Effect.Effect<Options.LumnisResponse, Options.InvokeError>
  function invoke<A, I>(
    input: Options.Input,
    options: AnyOptions<A, I> = {}
  ): Effect.Effect<
    Options.LumnisResponse | Options.StructuredResponse<A>,
    Options.InvokeError | StructuredOutputError
  > {
    return Effect.withSpan(wait(begin("invoke", input, options), options), "Lumnis.invoke", span)
  }

  function invokeStream<A, I>(
    input: Options.Input,
    options: Options.StructuredStreamOptions<A, I>
  ): Stream.Stream<StructuredUpdate<A>, Options.InvokeError | StructuredOutputError>
  function invokeStream(
    input: Options.Input,
    options?: Options.InvokeStreamOptions
  ): Stream.Stream<InvokeUpdate, Options.InvokeError>
  function invokeStream<A, I>(
    input: Options.Input,
    options: AnyOptions<A, I> = {}
  ): Stream.Stream<InvokeUpdate | StructuredUpdate<A>, Options.InvokeError | StructuredOutputError> {
    return Stream.withSpan(tell(begin("invokeStream", input, options), options), "Lumnis.invokeStream", span)
  }

  function attach<A, I>(
    responseId: string,
    options: Options.StructuredAttachOptions<A, I>
  ): Effect.Effect<Options.StructuredResponse<A>, Options.AttachError | StructuredOutputError>
  function attach(
    responseId: string,
    options?: Options.AttachOptions
  ): Effect.Effect<Options.LumnisResponse, Options.AttachError>
  function attach<A, I>(
    responseId: string,
    options: AnyOptions<A, I> = {}
  ): Effect.Effect<
    Options.LumnisResponse | Options.StructuredResponse<A>,
    Options.AttachError | StructuredOutputError
  > {
    return Effect.withSpan(wait(resume("attach", responseId, options), options), "Lumnis.attach", span)
  }

  function attachStream<A, I>(
    responseId: string,
    options: Options.StructuredAttachStreamOptions<A, I>
  ): Stream.Stream<StructuredUpdate<A>, Options.AttachError | StructuredOutputError>
  function attachStream(
    responseId: string,
    options?: Options.AttachStreamOptions
  ): Stream.Stream<InvokeUpdate, Options.AttachError>
  function attachStream<A, I>(
    responseId: string,
    options: AnyOptions<A, I> = {}
  ): Stream.Stream<InvokeUpdate | StructuredUpdate<A>, Options.AttachError | StructuredOutputError> {
    return Stream.withSpan(tell(resume("attachStream", responseId, options), options), "Lumnis.attachStream", span)
  }

  return { invoke, invokeStream, attach, attachStream }
}

const span = { captureStackTrace: false } as const

const failUnlessSucceeded = (
  response: ResponseObject,
  failedRuns: "fail" | "return" | undefined,
  redactor: Redactor
): Effect.Effect<void, RunFailedError | RunCancelledError> => {
  if (failedRuns === "return") return Effect.void
  const outcome = ResponseView.outcome(response)
  return outcome === "failed"
    ? Effect.fail(new RunFailedError({ response, redactor }))
    : outcome === "cancelled"
      ? Effect.fail(new RunCancelledError({ response }))
      : Effect.void
}
