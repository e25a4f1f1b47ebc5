/**
 * Reports how far long work has come: runs, transfers and batches all report to the same kind of sink.
 *
 * Nothing is reported unless a sink is given, to one call or in the context. A sink cannot fail the work.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Console from "effect/Console"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Predicate from "effect/Predicate"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import { redactor } from "./Redaction.js"

/**
 * How a task ended.
 *
 * @since 0.1.0
 * @category models
 */
export type Outcome = "succeeded" | "failed" | "interrupted"

/**
 * A piece of work as it is declared, before it starts.
 *
 * @since 0.1.0
 * @category models
 */
export interface Task {
  /** The kind of work: `run`, `upload`, `download`, `batch`. */
  readonly phase: string
  /** What the work is about, for people: a file name, the id of a run. */
  readonly label: string
  /** What `done` and `total` count: bytes of content (before compression), or items such as files or log entries. */
  readonly unit: "bytes" | "items"
  /** In `unit`; absent when unknown. An estimate: work may end before it or exceed it. */
  readonly total?: number | undefined
}

/**
 * The state of one task. A sink gets one with `done: 0` at the start, one for each step, and one with an outcome last.
 *
 * @since 0.1.0
 * @category models
 */
export interface Progress extends Task {
  /** Unique among the tasks of the process. */
  readonly id: string
  /** So far, in `unit`. */
  readonly done: number
  readonly status: "running" | Outcome
  /** What happens now, as text for people: phase and label, with the outcome at the end, unless a step gives another. */
  readonly message: string
}

/**
 * Receives progress. An effect is run and a promise awaited before the work continues, so a sink should be quick.
 * Failures are logged at debug level and otherwise ignored.
 *
 * @since 0.1.0
 * @category models
 */
export type Listener =
  | ((progress: Progress) => void)
  | ((progress: Progress) => Effect.Effect<unknown, unknown> | PromiseLike<unknown>)

/**
 * The option `progress` of a call: a listener, or `true` to write messages to stderr.
 *
 * @since 0.1.0
 * @category models
 */
export type Option = Listener | true

/**
 * Reports one state. Never fails.
 *
 * @since 0.1.0
 * @category models
 */
export type Report = (progress: Progress) => Effect.Effect<void>

/**
 * Reports nothing. The default of {@link Sink}.
 *
 * @since 0.1.0
 * @category constructors
 */
export const silent: Report = () => Effect.void

/**
 * The sink of the context. It is {@link silent} until {@link layer} or {@link withSink} provides another.
 *
 * @since 0.1.0
 * @category services
 */
export class Sink extends Context.Reference<Sink>()("@trilum/core/Progress", {
  defaultValue: (): Report => silent
}) {}

/**
 * A listener as a report that cannot fail.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromListener =
  (listener: Listener): Report =>
  (progress) =>
    Effect.suspend(() => {
      const result = listener(progress)
      if (Effect.isEffect(result)) return result
      return Predicate.isPromiseLike(result) ? Effect.promise(() => Promise.resolve(result)) : Effect.void
    }).pipe(
      Effect.catchAllCause((cause) => Effect.logDebug("A progress sink failed", redactor.error(Cause.squash(cause))))
    )

/**
 * Writes each new message of a task to stderr (`Console.error`).
 *
 * @since 0.1.0
 * @category constructors
 */
export const toConsole = (): Listener => {
  const last = new Map<string, string>()
  return ({ id, message, status }) => {
    if (status !== "running") last.delete(id)
    else if (last.get(id) === message) return Effect.void
    else last.set(id, message)
    return Console.error(message)
  }
}

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (listener: Listener): Layer.Layer<Sink> => Layer.succeed(Sink, fromListener(listener))

/**
 * Sends the progress of one effect to `listener`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withSink =
  (listener: Listener) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, Exclude<R, Sink>> =>
    Effect.provideService(self, Sink, fromListener(listener))

/**
 * Counts the work of a task that runs.
 *
 * @since 0.1.0
 * @category models
 */
export interface Counter {
  /** Reports `amount` more, in the task's unit. */
  readonly advance: (amount: number, message?: string) => Effect.Effect<void>
  /** The same from outside effects. Bytes are reported every 8 MiB and at the end, items at once. */
  readonly add: (amount: number) => void
}

const step = { bytes: 8 * 1024 * 1024, items: 1 }

let tasks = 0

/**
 * Where the progress of a call goes: to the sink of the context, and to the one of the call. `undefined` when there is
 * neither.
 *
 * @since 0.1.0
 * @category constructors
 */
export const reporting = (option: Option | undefined): Effect.Effect<Report | undefined> =>
  Effect.map(Sink, (sink) => {
    if (option === undefined) return sink === silent ? undefined : sink
    const own = fromListener(option === true ? toConsole() : option)
    return sink === silent ? own : (progress) => Effect.zipRight(own(progress), sink(progress))
  })

const opened = (task: Task, report: Report | undefined, runtime: Runtime.Runtime<never>) => {
  const id = `${task.phase}-${++tasks}`
  let done = 0
  let pending = 0
  let message = `${task.phase} ${task.label}`
  const emit = (status: Progress["status"]): Effect.Effect<void> =>
    report === undefined ? Effect.void : Effect.suspend(() => report({ ...task, id, done, status, message }))
  const advance: Counter["advance"] = (amount, text) =>
    Effect.suspend(() => {
      if (amount === 0 && text === undefined) return Effect.void
      done += amount
      if (text !== undefined) message = text
      return emit("running")
    })
  const flush = Effect.suspend(() => {
    const amount = pending
    pending = 0
    return advance(amount)
  })
  const counter: Counter = {
    advance,
    add: (amount) => {
      pending += amount
      if (report !== undefined && pending >= step[task.unit]) Runtime.runFork(runtime)(flush)
    }
  }
  const finish = (outcome: Outcome): Effect.Effect<void> =>
    Effect.zipRight(
      flush,
      Effect.suspend(() => {
        message = `${task.phase} ${task.label} ${outcome}`
        return emit(outcome)
      })
    )
  return { counter, start: emit("running"), finish }
}

/**
 * Runs the work of a task and reports its start, its steps and its outcome, also when it is interrupted.
 *
 * @since 0.1.0
 * @category combinators
 */
export const track = <A, E, R>(
  task: Task,
  work: (counter: Counter) => Effect.Effect<A, E, R>,
  option?: Option
): Effect.Effect<A, E, R> =>
  Effect.flatMap(Effect.zip(reporting(option), Effect.runtime<never>()), ([report, runtime]) => {
    const { counter, finish, start } = opened(task, report, runtime)
    return report === undefined
      ? work(counter)
      : Effect.acquireUseRelease(
          start,
          () => work(counter),
          (_, exit) => finish(outcomeOf(exit))
        )
  })

/**
 * Reports bytes as the consumer takes them. The task starts with the stream; one that the consumer leaves early ends as
 * `interrupted`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const trackBytes =
  (task: Omit<Task, "unit">, option?: Option) =>
  <E, R>(self: Stream.Stream<Uint8Array, E, R>): Stream.Stream<Uint8Array, E, R> =>
    Stream.unwrap(
      Effect.map(Effect.zip(reporting(option), Effect.runtime<never>()), ([report, runtime]) => {
        if (report === undefined) return self
        const { counter, finish, start } = opened({ ...task, unit: "bytes" }, report, runtime)
        let ended = false
        const counted = self.pipe(
          Stream.mapChunksEffect((chunk) => {
            let amount = 0
            for (const bytes of chunk) amount += bytes.length
            return amount === 0 ? Effect.succeed(chunk) : Effect.as(counter.advance(amount), chunk)
          }),
          Stream.onEnd(
            Effect.sync(() => {
              ended = true
            })
          )
        )
        return Stream.acquireRelease(start, (_, exit) =>
          finish(Exit.isSuccess(exit) && !ended ? "interrupted" : outcomeOf(exit))
        ).pipe(Stream.flatMap(() => counted))
      })
    )

const outcomeOf = (exit: Exit.Exit<unknown, unknown>): Outcome =>
  Exit.isSuccess(exit) ? "succeeded" : Cause.isInterruptedOnly(exit.cause) ? "interrupted" : "failed"
