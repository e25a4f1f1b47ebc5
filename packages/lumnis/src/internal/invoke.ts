import type { ValidationError } from "@trilum/core/ApiError"
import * as GenAi from "@trilum/core/GenAi"
import * as Progress from "@trilum/core/Progress"
import type { Redactor } from "@trilum/core/Redaction"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient } from "../client.js"
import * as Responses from "../generated/responses.js"
import type { ResponseObject } from "../generated/shared.js"
import type * as Options from "../Invoke.js"
import type { InvokeUpdate, StructuredUpdate } from "../InvokeUpdate.js"
import * as Update from "../InvokeUpdate.js"
import type { StructuredOutputError } from "../LumnisError.js"
import * as ProgressText from "../ProgressText.js"
import * as ResponseView from "../ResponseView.js"
import * as CreateRequest from "./createRequest.js"
import { check, httpOf, invalid, type Method, waitingOf } from "./options.js"
import * as Run from "./run.js"
import * as Structured from "./structured.js"

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

/** The options of all ways as one type; {@link check} knows which of them a way has. */
interface AnyOptions<A, I>
  extends Options.RequestFields,
    Options.WaitOptions,
    Options.HttpOptions,
    Options.ProgressOptions {
  readonly responseFormat?: Readonly<Record<string, unknown>> | undefined
  readonly schema?: Options.OutputSchema<A, I> | undefined
  readonly failedRuns?: "fail" | "return" | undefined
}

type Begun<E> = Effect.Effect<Run.Held, E, Scope.Scope>
type AnyResponse<A> = Options.LumnisResponse | Options.StructuredResponse<A>
type AnyUpdate<A> = InvokeUpdate | StructuredUpdate<A>
type EndError = Options.AttachError | StructuredOutputError

export const make = (client: ApiClient, defaults: Defaults): Invocations => {
  const runOf = (
    method: Method,
    responseId: string | undefined,
    options: Options.WaitOptions & Options.HttpOptions
  ): Effect.Effect<Omit<Run.Run, "responseId" | "threadId">, ValidationError> =>
    Effect.gen(function* () {
      yield* check(method, options)
      if (responseId === "") return yield* invalid(`${method}: the response id is empty`)
      if (method.startsWith("attach") && typeof responseId !== "string") {
        return yield* invalid(`${method}: the response id must be a text`)
      }
      return {
        started: yield* Clock.currentTimeMillis,
        waiting: waitingOf(options, defaults),
        http: httpOf(options),
        attemptTimeout: options.timeout === undefined ? defaults.attemptTimeout : Duration.toMillis(options.timeout)
      }
    })

  const begin = <A, I>(method: Method, input: Options.Input, options: AnyOptions<A, I>): Begun<Options.InvokeError> =>
    Effect.gen(function* () {
      const run = yield* runOf(method, undefined, options)
      const { responseFormat, schema } = options
      const format = yield* Structured.formatOf(method, schema, responseFormat)
      const create = client.request(
        Responses.createResponse,
        [],
        yield* CreateRequest.make(method, input, options, format),
        {
          ...run.http,
          timeout: run.attemptTimeout,
          overallTimeout: run.waiting.deadline,
          idempotencyKey: options.idempotencyKey
        }
      )
      return yield* Run.start(client, run, create)
    })

  const resume = (
    method: Method,
    responseId: string,
    options: Options.WaitOptions & Options.HttpOptions
  ): Begun<Options.AttachError> =>
    Effect.flatMap(runOf(method, responseId, options), (run) =>
      Run.hold(client, { ...run, responseId, threadId: undefined })
    )

  /** The value of a terminal response, or the error of a run that did not succeed. */
  const ended = <A, I>(
    response: ResponseObject,
    { failedRuns, schema }: AnyOptions<A, I>
  ): Effect.Effect<AnyResponse<A>, EndError> => {
    const failure = failedRuns === "return" ? undefined : ResponseView.failure(response, defaults.redactor)
    if (failure !== undefined) return Effect.fail(failure)
    return schema === undefined
      ? Effect.succeed(withState(response, response))
      : Effect.map(Structured.decodeWith(schema, defaults.redactor)(response), (structured) =>
          withState({ ...response, structured }, response)
        )
  }

  /** The terminal response; progress is reported on the way. */
  const wait = <A, I, E>(
    begun: Begun<E>,
    options: AnyOptions<A, I>,
    record: GenAi.Record = unrecorded
  ): Effect.Effect<AnyResponse<A>, E | EndError> =>
    Effect.gen(function* () {
      const run = yield* begun
      record({ id: run.responseId, conversation: run.threadId })
      const isSilent = (yield* Progress.reporting(options.progress)) === undefined
      const response = yield* isSilent
        ? Run.last(client, run)
        : Progress.track(
            { phase: "run", label: run.responseId, unit: "items" },
            (counter) => Run.last(client, run, reporter(counter)),
            options.progress
          )
      record({ usage: GenAi.usageOf(response) })
      return yield* ended(response, options)
    }).pipe(Effect.scoped)

  const updates = <A, I, E>(
    begun: Begun<E>,
    options: AnyOptions<A, I>,
    record: GenAi.Record = unrecorded
  ): Stream.Stream<AnyUpdate<A>, E | EndError> => {
    const end = (response: ResponseObject): Stream.Stream<AnyUpdate<A>, EndError> => {
      const outcome = ResponseView.outcome(response)
      if (outcome === "running") return Stream.empty
      record({ usage: GenAi.usageOf(response) })
      return Stream.fromEffect(
        Effect.map(ended(response, options), (value): AnyUpdate<A> => {
          if (outcome !== "succeeded") return Update.ended(outcome === "failed" ? "Failed" : "Cancelled", response)
          const completed = Update.completed(response)
          return "structured" in value ? { ...completed, structured: value.structured } : completed
        })
      )
    }
    return Stream.unwrapScoped(
      Effect.map(begun, (run) => {
        const { responseId, threadId } = run
        record({ id: responseId, conversation: threadId })
        const steps = Stream.mapAccum(Run.states(client, run), Update.nothingEmitted, (emitted, response) => {
          const [next, fresh] = Update.advance(emitted, response)
          return [next, { response, fresh }]
        })
        const rest = Stream.flatMap(steps, ({ fresh, response }) =>
          Stream.concat(Stream.fromIterable(fresh), end(response))
        )
        return threadId === undefined ? rest : Stream.concat(Stream.make(Update.started(responseId, threadId)), rest)
      })
    )
  }

  // TypeScript cannot check one implementation against overloads whose results differ; `AnyResponse` covers both.
  return {
    invoke: <A, I>(input: Options.Input, options: AnyOptions<A, I> = {}) =>
      GenAi.track(operationOf(options), (record) => wait(begin("invoke", input, options), options, record)),
    invokeStream: <A, I>(input: Options.Input, options: AnyOptions<A, I> = {}) =>
      GenAi.trackStream(operationOf(options), (record) =>
        updates(begin("invokeStream", input, options), options, record)
      ),
    attach: <A, I>(responseId: string, options: AnyOptions<A, I> = {}) =>
      Effect.withSpan(wait(resume("attach", responseId, options), options), "Lumnis.attach", attached(responseId)),
    attachStream: <A, I>(responseId: string, options: AnyOptions<A, I> = {}) =>
      Stream.withSpan(
        updates(resume("attachStream", responseId, options), options),
        "Lumnis.attachStream",
        attached(responseId)
      )
  } as Invocations
}

const unrecorded: GenAi.Record = () => undefined

/** The names of a run in spans and metrics. Options of another type are reported by the call. */
const operationOf = (
  options: Pick<Options.RequestFields, "modelOverrides" | "specializedAgent" | "threadId">
): GenAi.Operation => {
  const { modelOverrides, specializedAgent, threadId } = options ?? {}
  return {
    name: "invoke_agent",
    provider: "lumnis",
    agent: specializedAgent,
    model: modelOverrides?.smart_model ?? undefined,
    conversation: threadId
  }
}

const attached = (responseId: string) => ({
  captureStackTrace: false,
  attributes: { "gen_ai.provider.name": "lumnis", "gen_ai.response.id": responseId }
})

/** The response with `state` and `message`. What the server sent stays as it is, also as JSON. */
const withState = <R extends ResponseObject>(value: R, response: ResponseObject): R => {
  const derived = { state: ResponseView.state(response), message: ResponseView.message(response) }
  for (const [name, text] of Object.entries(derived)) {
    const given: unknown = Reflect.get(value, name)
    if (given === undefined || given === null) Object.defineProperty(value, name, { value: text, configurable: true })
  }
  return value
}

/** Reports each new line of the progress log, in order. */
const reporter = ({ advance }: Progress.Counter): ((state: ResponseObject) => Effect.Effect<void>) => {
  const tracker = ProgressText.makeTracker()
  return (state) =>
    Effect.forEach(
      ResponseView.progress(state),
      (entry) => {
        const line = tracker.next(entry)
        return line === undefined ? Effect.void : advance(1, line)
      },
      { discard: true }
    )
}
