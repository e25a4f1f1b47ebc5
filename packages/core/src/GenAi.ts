/**
 * Spans and metrics of calls to agents and models, by the GenAI semantic conventions of OpenTelemetry.
 *
 * Without a tracer there is no span. Prompts, answers and tool arguments are in neither.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { isTraced } from "./internal/telemetry.js"

/**
 * What is called.
 *
 * @since 0.1.0
 * @category models
 */
export interface Operation {
  /** `gen_ai.operation.name` */
  readonly name: "chat" | "invoke_agent"
  /** `gen_ai.provider.name` */
  readonly provider: string
  /** `gen_ai.agent.name` */
  readonly agent?: string | undefined
  /** `gen_ai.request.model` */
  readonly model?: string | undefined
  /** `gen_ai.conversation.id` */
  readonly conversation?: string | undefined
}

/**
 * Tokens of a call, as far as the server reports them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Usage {
  /** `gen_ai.usage.input_tokens` */
  readonly input?: number | undefined
  /** `gen_ai.usage.output_tokens` */
  readonly output?: number | undefined
}

/**
 * What is known after the call was sent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Answer {
  /** `gen_ai.response.id` */
  readonly id?: string | undefined
  readonly conversation?: string | undefined
  readonly usage?: Usage | undefined
}

/**
 * Adds what is known of the answer. May be called more than once.
 *
 * @since 0.1.0
 * @category models
 */
export type Record = (answer: Answer) => void

/** The boundaries that the conventions recommend, in seconds. */
const seconds = MetricBoundaries.exponential({ start: 0.01, factor: 2, count: 14 })

const duration = Metric.tagged(
  Metric.histogram("gen_ai.client.operation.duration", seconds, "Seconds of a call to an agent or a model"),
  "unit",
  "s"
)

const tokens = Metric.tagged(
  Metric.histogram(
    "gen_ai.client.token.usage",
    MetricBoundaries.exponential({ start: 1, factor: 4, count: 14 }),
    "Tokens of a call, where the server reports them"
  ),
  "unit",
  "{token}"
)

/** Tagged metrics: tagging looks a metric up in the registry, which costs more than an update. */
const known = new Map<string, typeof duration>()

const update = (
  kind: "duration" | "tokens",
  value: number,
  tags: ReadonlyArray<readonly [string, string | undefined]>
): void => {
  const key = JSON.stringify([kind, ...tags])
  let metric = known.get(key)
  if (metric === undefined) {
    metric = kind === "duration" ? duration : tokens
    for (const [name, text] of tags) if (text !== undefined) metric = Metric.tagged(metric, name, text)
    known.set(key, metric)
  }
  metric.unsafeUpdate(value, [])
}

const labels = ({ model, name, provider }: Operation) =>
  [
    ["gen_ai.operation.name", name],
    ["gen_ai.provider.name", provider],
    ["gen_ai.request.model", model]
  ] as const

const set = (span: Tracer.Span, name: string, value: string | number | undefined): void => {
  if (value !== undefined) span.attribute(name, value)
}

const nameOf = ({ agent, model, name }: Operation): string => {
  const subject = name === "chat" ? model : agent
  return subject === undefined ? name : `${name} ${subject}`
}

const attributesOf = (operation: Operation): { [name: string]: string } => {
  const { agent, conversation, model, name, provider } = operation
  return {
    "gen_ai.operation.name": name,
    "gen_ai.provider.name": provider,
    ...(agent === undefined ? undefined : { "gen_ai.agent.name": agent }),
    ...(model === undefined ? undefined : { "gen_ai.request.model": model }),
    ...(conversation === undefined ? undefined : { "gen_ai.conversation.id": conversation })
  }
}

/** The tag of the failure; `undefined` for a success. */
const errorOf = (exit: Exit.Exit<unknown, unknown>): string | undefined => {
  if (Exit.isSuccess(exit)) return undefined
  const failure = Option.getOrUndefined(Cause.failureOption(exit.cause))
  if (typeof failure === "object" && failure !== null && "_tag" in failure) return String(failure._tag)
  return Cause.isInterrupted(exit.cause) ? "interrupted" : "_OTHER"
}

/** One call: its recorder, and its end. */
const begin = (operation: Operation, fiber: Fiber.RuntimeFiber<unknown, unknown>) => {
  const clock = Context.get(fiber.currentDefaultServices, Clock.Clock)
  const started = clock.unsafeCurrentTimeMillis()
  const recorder =
    (span: Tracer.Span | undefined): Record =>
    ({ conversation, id, usage }) => {
      for (const type of ["input", "output"] as const) {
        const count = usage?.[type]
        if (count === undefined) continue
        update("tokens", count, [...labels(operation), ["gen_ai.token.type", type]])
        span?.attribute(`gen_ai.usage.${type}_tokens`, count)
      }
      if (span === undefined) return
      set(span, "gen_ai.response.id", id)
      set(span, "gen_ai.conversation.id", conversation)
    }
  const settle = (span: Tracer.Span | undefined, exit: Exit.Exit<unknown, unknown>): void => {
    const error = errorOf(exit)
    const elapsed = (clock.unsafeCurrentTimeMillis() - started) / 1000
    update("duration", elapsed, [...labels(operation), ["error.type", error]])
    if (span !== undefined) set(span, "error.type", error)
  }
  return { recorder, settle }
}

const spanOptions = (operation: Operation) =>
  ({ kind: "client", captureStackTrace: false, attributes: attributesOf(operation) }) as const

const below = <R>(span: Tracer.Span, context: Context.Context<R>): Context.Context<R> =>
  Context.add(context, Tracer.ParentSpan, span)

/**
 * Measures a call, in a span when there is a tracer. Spans of its requests are below that span.
 *
 * @since 0.1.0
 * @category combinators
 */
export const track = <A, E, R>(
  operation: Operation,
  run: (record: Record) => Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.withFiberRuntime((fiber) => {
    const { recorder, settle } = begin(operation, fiber)
    const measured = (span: Tracer.Span | undefined) =>
      Effect.onExit(run(recorder(span)), (exit) => Effect.sync(() => settle(span, exit)))
    if (!isTraced(fiber)) return measured(undefined)
    // The span ends without the value: a tracer must not see the answer.
    const hidden = Effect.useSpan(nameOf(operation), spanOptions(operation), (span) =>
      Effect.map(
        Effect.mapInputContext(measured(span), (context: Context.Context<R>) => below(span, context)),
        (answer) => () => answer
      )
    )
    return Effect.map(hidden, (answer) => answer())
  })

/**
 * As {@link track}, for a call that answers with a stream. It ends with the stream.
 *
 * @since 0.1.0
 * @category combinators
 */
export const trackStream = <A, E, R>(
  operation: Operation,
  run: (record: Record) => Stream.Stream<A, E, R>
): Stream.Stream<A, E, R> =>
  Stream.unwrapScoped(
    Effect.withFiberRuntime((fiber) => {
      const { recorder, settle } = begin(operation, fiber)
      const measured = (span: Tracer.Span | undefined) =>
        Effect.as(
          Effect.addFinalizer((exit) => Effect.sync(() => settle(span, exit))),
          run(recorder(span))
        )
      if (!isTraced(fiber)) return measured(undefined)
      return Effect.flatMap(Effect.makeSpanScoped(nameOf(operation), spanOptions(operation)), (span) =>
        Effect.map(measured(span), (stream) =>
          Stream.mapInputContext(stream, (context: Context.Context<R>) => below(span, context))
        )
      )
    })
  )

const count = (usage: object, names: ReadonlyArray<string>): number | undefined => {
  for (const name of names) {
    const value: unknown = Reflect.get(usage, name)
    if (typeof value === "number" && Number.isFinite(value) && value >= 0) return value
  }
  return undefined
}

/**
 * The tokens in the field `usage` of an answer, whichever of the common spellings it has.
 *
 * @since 0.1.0
 * @category accessors
 */
export const usageOf = (answer: unknown): Usage | undefined => {
  const usage: unknown = typeof answer === "object" && answer !== null ? Reflect.get(answer, "usage") : undefined
  if (typeof usage !== "object" || usage === null) return undefined
  return {
    input: count(usage, ["input_tokens", "prompt_tokens", "inputTokens", "promptTokens"]),
    output: count(usage, ["output_tokens", "completion_tokens", "outputTokens", "completionTokens"])
  }
}
