/**
 * Tells how far long work has come, to whoever listens. Silent unless a sink is given.
 *
 * A sink can never harm the work: what it fails with is logged at debug level and dropped.
 *
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { redactor } from "./Redaction.js"

/**
 * What `total` and `advance` count: bytes of content (not of compressed or encrypted transport), or items, such as
 * files or parts.
 *
 * @since 0.1.0
 * @category models
 */
export type Unit = "bytes" | "items"

/**
 * One piece of work.
 *
 * @since 0.1.0
 * @category models
 */
export interface Task {
  /** Unique among the tasks that run. */
  readonly id: string
  /** For people. */
  readonly label: string
  /** In `unit`; absent when nobody knows. An estimate: work may end before it or go beyond it. */
  readonly total?: number | undefined
  readonly unit: Unit
}

/**
 * @since 0.1.0
 * @category models
 */
export type Outcome = "succeeded" | "failed" | "interrupted"

/**
 * Hears about tasks. For each id: one `start`, any number of `advance`, one `finish`, in this order. Calls are part of
 * the work's path, so they should be quick.
 *
 * @since 0.1.0
 * @category models
 */
export interface Sink {
  readonly start: (task: Task) => Effect.Effect<void, unknown>
  /** `amount` is what came since the last call, in the task's unit. */
  readonly advance: (id: string, amount: number) => Effect.Effect<void, unknown>
  readonly finish: (id: string, outcome: Outcome) => Effect.Effect<void, unknown>
}

/**
 * A sink whose calls cannot fail; what the work talks to.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Sink {
  readonly start: (task: Task) => Effect.Effect<void>
  readonly advance: (id: string, amount: number) => Effect.Effect<void>
  readonly finish: (id: string, outcome: Outcome) => Effect.Effect<void>
}

/**
 * Hears nothing. The default.
 *
 * @since 0.1.0
 * @category constructors
 */
export const silent: Service = {
  start: () => Effect.void,
  advance: () => Effect.void,
  finish: () => Effect.void
}

/**
 * The sink in force. No requirement: it is {@link silent} until {@link layer} or {@link withSink} gives another.
 *
 * @since 0.1.0
 * @category services
 */
export class Progress extends Context.Reference<Progress>()("@trilum/core/Progress", {
  defaultValue: (): Service => silent
}) {}

/**
 * Shields the work from a sink: failures, defects and thrown errors are logged at debug level, redacted.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromSink = (sink: Sink): Service => ({
  start: (task) => shield(() => sink.start(task)),
  advance: (id, amount) => shield(() => sink.advance(id, amount)),
  finish: (id, outcome) => shield(() => sink.finish(id, outcome))
})

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (sink: Sink): Layer.Layer<Progress> => Layer.succeed(Progress, fromSink(sink))

/**
 * Sends the progress of one effect to `sink`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withSink =
  (sink: Sink) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, Exclude<R, Progress>> =>
    Effect.provideService(self, Progress, fromSink(sink))

/**
 * Starts the task before the effect and finishes it with the effect's outcome, also when it is interrupted.
 *
 * @since 0.1.0
 * @category combinators
 */
export const track =
  (task: Task) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.flatMap(Progress, (progress) =>
      Effect.acquireUseRelease(
        progress.start(task),
        () => self,
        (_, exit) => progress.finish(task.id, outcomeOf(exit))
      )
    )

/**
 * Tells the progress of bytes as the consumer takes them. The task starts with the stream; one that the consumer
 * leaves early finishes as `interrupted`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const trackBytes =
  (task: Omit<Task, "unit">) =>
  <E, R>(self: Stream.Stream<Uint8Array, E, R>): Stream.Stream<Uint8Array, E, R> =>
    Stream.unwrap(
      Effect.map(Progress, (progress) => {
        if (progress === silent) return self
        let ended = false
        const counted = self.pipe(
          Stream.mapChunksEffect((chunk) => {
            let amount = 0
            for (const bytes of chunk) amount += bytes.length
            return amount === 0 ? Effect.succeed(chunk) : Effect.as(progress.advance(task.id, amount), chunk)
          }),
          Stream.onEnd(
            Effect.sync(() => {
              ended = true
            })
          )
        )
        return Stream.acquireRelease(progress.start({ ...task, unit: "bytes" }), (_, exit) =>
          progress.finish(task.id, Exit.isSuccess(exit) && !ended ? "interrupted" : outcomeOf(exit))
        ).pipe(Stream.flatMap(() => counted))
      })
    )

const outcomeOf = (exit: Exit.Exit<unknown, unknown>): Outcome =>
  Exit.isSuccess(exit) ? "succeeded" : Cause.isInterruptedOnly(exit.cause) ? "interrupted" : "failed"

const shield = (call: () => Effect.Effect<void, unknown>): Effect.Effect<void> =>
  Effect.catchAllCause(Effect.suspend(call), (cause) =>
    Effect.logDebug("A progress sink failed", redactor.error(Cause.squash(cause)))
  )
