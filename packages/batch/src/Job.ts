/**
 * A job as a value: what a worker does for one item of a batch, in steps that are safe to repeat.
 *
 * A worker may die at any point. So a job has two steps: `start` begins a run on the platform under an idempotency key
 * and returns what names it; the worker writes that down; `attach` waits for the run and may be called any number of
 * times, by any worker. A job without runs does all in `start` and returns its output.
 *
 * See `LumnisJobs`, `LvngJobs` and `LumlJobs` for the jobs there are.
 *
 * @since 0.1.0
 */
import { isTrilumError, type TrilumError } from "@trilum/core/ApiError"
import * as Redaction from "@trilum/core/Redaction"
import * as Retry from "@trilum/core/Retry"
import type * as Services from "effect/Context"
import * as Data from "effect/Data"
import * as Effect from "effect/Effect"
import * as ParseResult from "effect/ParseResult"
import * as Schema from "effect/Schema"

/**
 * What a run of a job is given.
 *
 * @since 0.1.0
 * @category models
 */
export interface Context {
  /** The same for every try of this run, on every worker: send it with the request that starts the run. */
  readonly idempotencyKey: string
  readonly batch: string
  readonly item: string
  /** The number of the run, from 0. A run that failed is followed by another one, under another key. */
  readonly attempt: number
  /** Whether the item was claimed before: a run may have been started that nobody wrote down. */
  readonly isRepeated: boolean
}

/**
 * What `start` returns: a run to attach to, or the output.
 *
 * @since 0.1.0
 * @category models
 */
export type Step<Run, Output> = Data.TaggedEnum<{
  Started: { readonly run: Run }
  Finished: { readonly output: Output }
}>

/**
 * @since 0.1.0
 * @category constructors
 */
export const started = <Run>(run: Run): Step<Run, never> => ({ _tag: "Started", run })

/**
 * @since 0.1.0
 * @category constructors
 */
export const finished = <Output>(output: Output): Step<never, Output> => ({ _tag: "Finished", output })

/**
 * What a worker does after a failure.
 *
 * - `retry`: the same run, later. It may exist: its key or its id finds it.
 * - `lost`: the server does not know the run any more; start it with the same key.
 * - `rerun`: the run ended badly. Start another one if the item has attempts left.
 * - `fail`: the item fails. Another try would end the same way.
 * - `stop`: no item can succeed on this worker, such as with a key that the platform refuses.
 *
 * @since 0.1.0
 * @category models
 */
export type Advice = "retry" | "lost" | "rerun" | "fail" | "stop"

/**
 * A job without its types, as a worker executes it. `Input` is what `Batch.submit` takes.
 *
 * @since 0.1.0
 * @category models
 */
export interface Job<in Input, out R = never> {
  /** Is stored with the batch: `platform.verb`. */
  readonly name: string
  /** The platform whose limits count. */
  readonly platform: string
  /** Checks an input and returns what is stored of it, as JSON. */
  readonly encode: (input: Input) => Effect.Effect<unknown, ParseResult.ParseError>
  /** Reads a stored input. */
  readonly decode: (json: unknown) => Effect.Effect<Execution<R>, ParseResult.ParseError>
}

/**
 * A job with one input.
 *
 * @since 0.1.0
 * @category models
 */
export interface Execution<out R = never> {
  readonly start: (context: Context) => Effect.Effect<Step<unknown, unknown>, unknown, R>
  /** Whether another worker can go on with a run. If not, a worker that stops waits for it. */
  readonly isAttachable: boolean
  readonly attach: (run: unknown, context: Context) => Effect.Effect<unknown, unknown, R>
  /** Stops the run on the platform. */
  readonly cancel: (run: unknown) => Effect.Effect<void, unknown, R>
  readonly advise: (failure: unknown) => Advice
}

/**
 * A run was recorded, and the job cannot attach to one.
 */
class NotAttachable extends Data.TaggedError("NotAttachable")<{ readonly message: string }> {}

/**
 * Declares a job. `run` is the schema of what names a run; everything is stored as JSON.
 *
 * @example
 * ```ts
 * import * as Job from "@trilum/batch/Job"
 * import * as Effect from "effect/Effect"
 * import * as Schema from "effect/Schema"
 *
 * const double = Job.make({
 *   name: "example.double",
 *   platform: "example",
 *   input: Schema.Struct({ value: Schema.Number }),
 *   start: ({ value }) => Effect.succeed(Job.finished({ result: value * 2 }))
 * })
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <
  Input,
  Encoded,
  Output,
  StartError = never,
  R = never,
  Run = never,
  RunEncoded = never
>(definition: {
  readonly name: string
  readonly platform: string
  readonly input: Schema.Schema<Input, Encoded>
  readonly run?: Schema.Schema<Run, RunEncoded> | undefined
  readonly start: (input: Input, context: Context) => Effect.Effect<Step<Run, Output>, StartError, R>
  readonly attach?: ((run: Run, context: Context, input: Input) => Effect.Effect<Output, unknown, R>) | undefined
  readonly cancel?: ((run: Run) => Effect.Effect<void, unknown, R>) | undefined
  readonly advise?: ((failure: unknown) => Advice) | undefined
}): Job<Input, R> => {
  const { attach, cancel, name, platform, start } = definition
  const runSchema: Schema.Schema<Run, RunEncoded> | undefined = definition.run
  const encodeRun = (run: Run): Effect.Effect<unknown, ParseResult.ParseError> =>
    runSchema === undefined ? Effect.succeed(run) : Schema.encode(runSchema)(run)
  const withRun = <A, E>(run: unknown, use: (run: Run) => Effect.Effect<A, E, R>) =>
    runSchema === undefined
      ? Effect.fail(new NotAttachable({ message: `${name} has no runs to attach to` }))
      : Effect.flatMap(Schema.decodeUnknown(runSchema)(run), use)
  const decodeInput = Schema.decodeUnknown(definition.input)
  return {
    name,
    platform,
    encode: Schema.encode(definition.input, { onExcessProperty: "error" }),
    decode: (json) =>
      Effect.map(decodeInput(json), (input) => ({
        start: (context) =>
          Effect.flatMap(start(input, context), (step) =>
            step._tag === "Finished"
              ? Effect.succeed<Step<unknown, unknown>>(step)
              : Effect.map(encodeRun(step.run), (run): Step<unknown, unknown> => ({ _tag: "Started", run }))
          ),
        isAttachable: attach !== undefined,
        attach: (run, context) =>
          attach === undefined
            ? Effect.fail(new NotAttachable({ message: `${name} has no runs to attach to` }))
            : withRun(run, (decoded) => attach(decoded, context, input)),
        cancel: (run) => (cancel === undefined ? Effect.void : withRun(run, cancel)),
        advise: definition.advise ?? advise
      }))
  }
}

/**
 * A job with the services that it needs, such as the client of one tenant.
 *
 * @since 0.1.0
 * @category combinators
 */
export const provide = <Input, R>(job: Job<Input, R>, context: Services.Context<R>): Job<Input> => ({
  ...job,
  decode: (json) =>
    Effect.map(job.decode(json), (execution) => ({
      ...execution,
      start: (run) => Effect.provide(execution.start(run), context),
      attach: (run, at) => Effect.provide(execution.attach(run, at), context),
      cancel: (run) => Effect.provide(execution.cancel(run), context)
    }))
})

const ended: ReadonlySet<string> = new Set(["RunFailedError", "RunCancelledError", "StructuredOutputError"])
const stopping: ReadonlySet<string> = new Set(["AuthenticationError", "ConfigurationError"])

/**
 * The advice for errors of Trilum's clients. Their own retries were made by then.
 *
 * @since 0.1.0
 * @category combinators
 */
export const advise = (failure: unknown): Advice => {
  if (!isTrilumError(failure)) return "fail"
  if (stopping.has(failure._tag)) return "stop"
  if (ended.has(failure._tag)) return "rerun"
  if (failure._tag === "NotFoundError") return "lost"
  switch (failure.category) {
    case "transport":
    case "rateLimit":
    case "stream":
      return "retry"
    case "timeout":
      return failure._tag === "WaitTimeoutError" || Reflect.get(failure, "timeout") === "overall" ? "fail" : "retry"
    default:
      return failure.status !== undefined && Retry.standard.statuses.includes(failure.status) ? "retry" : "fail"
  }
}

/**
 * What is stored of a failure. Secrets are masked.
 *
 * @since 0.1.0
 * @category models
 */
export interface Failure {
  readonly type: string
  readonly message: string
  readonly category?: string | undefined
  readonly status?: number | undefined
  readonly code?: string | undefined
  readonly request_id?: string | undefined
  readonly hint?: string | undefined
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const failureOf = (failure: unknown): Failure => {
  if (isTrilumError(failure)) {
    const { _tag: type, category, code, hint, message, requestId: request_id, status }: TrilumError = failure
    return { type, message: Redaction.redactor.text(message), category, status, code, request_id, hint }
  }
  if (ParseResult.isParseError(failure)) {
    return { type: "ValidationError", category: "invalid", message: Redaction.redactor.text(failure.message) }
  }
  if (failure instanceof Error) {
    return { type: failure.name, message: Redaction.redactor.text(failure.message) }
  }
  return { type: "Error", message: Redaction.redactor.text(String(failure)) }
}
