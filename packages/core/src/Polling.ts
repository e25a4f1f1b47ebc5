/**
 * Polls the server until a run, a job or a file reaches a terminal state.
 *
 * Every wait of the platforms is one of these: the same interval, the same deadline, the same errors. Transient failures
 * of a poll are retried by the policy of the client that sends it; what remains ends the wait, with the ids to continue.
 *
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as ApiError from "./ApiError.js"
import * as OwnFiber from "./internal/ownFiber.js"
import type * as Operation from "./Operation.js"
import { WaitTimeoutError } from "./RunError.js"

/**
 * The options of a wait as callers give them. Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions {
  /** Shortest time between the starts of two polls. Each method documents its default. */
  readonly pollInterval?: Duration.DurationInput | undefined
  /** Limit of the whole wait. What it waits for continues on the server when it passes. */
  readonly deadline?: Duration.DurationInput | undefined
}

/**
 * {@link WaitOptions} in milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Limits {
  readonly interval: number
  /** Absent for none. */
  readonly deadline: number | undefined
}

/**
 * The operation that reads the state, for errors.
 *
 * @since 0.1.0
 * @category models
 */
export type Polled = Pick<Operation.Operation<unknown>, "platform" | "id" | "method" | "path" | "resource" | "name">

/**
 * @since 0.1.0
 * @category models
 */
export interface PollOptions<A, E, R> extends Limits {
  /** One request for the state. */
  readonly poll: Effect.Effect<A, E, R>
  readonly isTerminal: (state: A) => boolean
  /** What is waited for, for people: `run resp_1`, `file 42`. */
  readonly subject: string
  readonly statusOf: (state: A) => string | undefined
  readonly operation: Polled
  /** Added to every error of the wait: the ids to continue with, and how (`hint`). */
  readonly details: Partial<Omit<ApiError.Details, "message" | "platform">>
  /** Clock time at which `deadline` began to count, in milliseconds. Default: the start of the first poll. */
  readonly since?: number | undefined
  /** Whether a state brings news, by the one before (`undefined` at first). States without are not emitted. Default: all do. */
  readonly isChange?: ((state: A, previous: A | undefined) => boolean) | undefined
  /** A state that is known already. */
  readonly initial?: A | undefined
  /** Whether the server holds the poll until something changes. Then the next poll follows news at once. */
  readonly isHeld?: (() => boolean) | undefined
}

/** Milliseconds between the starts of two polls after news. Bounds what a server costs that holds nothing. */
const afterNews = 100

/**
 * Decodes a duration. `undefined` when it is not one.
 *
 * @since 0.1.0
 * @category constructors
 */
export const millis = (input: Duration.DurationInput): number | undefined =>
  Option.getOrUndefined(Option.map(Duration.decodeUnknown(input), Duration.toMillis))

const factsOf = ({ id, method, path, platform }: Polled) => ({ platform, operation: id, method, path })

/**
 * Checks the options of a wait before anything is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const limits = (
  operation: Polled,
  options: WaitOptions | undefined,
  defaults: { readonly interval: Duration.DurationInput; readonly deadline?: Duration.DurationInput | undefined }
): Effect.Effect<Limits, ApiError.ValidationError> => {
  const invalid = (option: string): Effect.Effect<never, ApiError.ValidationError> =>
    Effect.fail(
      new ApiError.ValidationError({
        ...factsOf(operation),
        code: "INVALID_INPUT",
        attempts: 0,
        message:
          `${operation.resource}.${operation.name}: ${option} is not a duration; ` +
          `write it like "10 seconds", or in milliseconds`
      })
    )
  const interval = millis(options?.pollInterval ?? defaults.interval)
  const deadline = millis(options?.deadline ?? defaults.deadline ?? Duration.infinity)
  if (interval === undefined || interval === Infinity) return invalid("pollInterval")
  if (deadline === undefined) return invalid("deadline")
  return Effect.succeed({ interval, deadline: deadline === Infinity ? undefined : deadline })
}

/** A state as the next poll found it. */
interface Step<A> {
  readonly state: A
  readonly isNews: boolean
  readonly isLast: boolean
}

/**
 * The error of a wait whose deadline passed.
 *
 * @since 0.1.0
 * @category errors
 */
export const expired = (
  wait: Pick<PollOptions<never, never, never>, "subject" | "operation" | "details">,
  passed: { readonly deadline: number; readonly elapsed: number; readonly lastStatus: string | undefined }
): WaitTimeoutError =>
  new WaitTimeoutError({
    ...factsOf(wait.operation),
    ...wait.details,
    subject: wait.subject,
    lastStatus: passed.lastStatus,
    elapsed: passed.elapsed,
    message:
      `${wait.subject} is not finished after ${Duration.format(Duration.millis(passed.deadline))}` +
      `${passed.lastStatus === undefined ? "" : ` (status ${passed.lastStatus})`}`
  })

/** Sleeps as long as it has to, polls, and fails once the deadline passes, whatever it waits for then. */
const stepper = <A, E, R>(
  options: PollOptions<A, E, R>,
  began: number
): Effect.Effect<Step<A>, E | WaitTimeoutError, R> => {
  const { deadline, interval, poll } = options
  const details = () => ({ ...factsOf(options.operation), ...options.details })
  let previous = options.initial
  let pause = 0
  const one: Effect.Effect<Step<A>, E, R> = Effect.flatMap(Effect.clock, (clock) => {
    const polled = Effect.suspend(() => {
      const start = clock.unsafeCurrentTimeMillis()
      return Effect.map(poll, (state) => {
        const isNews = options.isChange === undefined || options.isChange(state, previous)
        previous = state
        const gap = isNews && options.isHeld?.() === true ? Math.min(afterNews, interval) : interval
        pause = Math.max(0, gap - (clock.unsafeCurrentTimeMillis() - start))
        return { state, isNews, isLast: options.isTerminal(state) }
      })
    })
    return pause > 0 ? Effect.zipRight(Effect.sleep(pause), polled) : polled
  })
  const withIds = Effect.mapError(one, (failure) =>
    ApiError.isTrilumError(failure) ? ApiError.annotate(failure, details()) : failure
  )
  if (deadline === undefined) return withIds
  const end = (options.since ?? began) + deadline
  return Effect.flatMap(Effect.clock, (clock) => {
    const late = () =>
      expired(options, {
        deadline,
        elapsed: clock.unsafeCurrentTimeMillis() - end + deadline,
        lastStatus: previous === undefined ? undefined : options.statusOf(previous)
      })
    const left = end - clock.unsafeCurrentTimeMillis()
    return left > 0
      ? OwnFiber.run(withIds, { duration: Duration.millis(left), onTimeout: late })
      : Effect.suspend(() => Effect.fail(late()))
  })
}

/**
 * Emits every state that brings news, the terminal one last. Closing the stream stops the polling.
 *
 * @since 0.1.0
 * @category constructors
 */
export const states = <A, E, R>(options: PollOptions<A, E, R>): Stream.Stream<A, E | WaitTimeoutError, R> =>
  Stream.fromPull(
    Effect.map(Clock.currentTimeMillis, (began) => {
      const step = Effect.mapError(stepper(options, began), Option.some)
      let isOver = false
      const pull: Effect.Effect<Chunk.Chunk<A>, Option.Option<E | WaitTimeoutError>, R> = Effect.suspend(() =>
        isOver
          ? Effect.fail(Option.none())
          : Effect.flatMap(step, ({ isLast, isNews, state }) => {
              isOver = isLast
              return isLast || isNews ? Effect.succeed(Chunk.of(state)) : pull
            })
      )
      return pull
    })
  )

/**
 * The terminal state. `onState` runs for every state that {@link states} would emit, before the next poll.
 *
 * @since 0.1.0
 * @category constructors
 */
export const last = <A, E, R>(
  options: PollOptions<A, E, R>,
  onState?: (state: A) => Effect.Effect<void>
): Effect.Effect<A, E | WaitTimeoutError, R> =>
  Effect.flatMap(Clock.currentTimeMillis, (began) => {
    const step = stepper(options, began)
    const follow: Effect.Effect<A, E | WaitTimeoutError, R> = Effect.flatMap(step, ({ isLast, isNews, state }) => {
      const next = isLast ? Effect.succeed(state) : follow
      return onState === undefined || !(isLast || isNews) ? next : Effect.zipRight(onState(state), next)
    })
    return follow
  })

/**
 * {@link last} with the limits of a caller, which are checked first.
 *
 * @since 0.1.0
 * @category constructors
 */
export const until = <A, E, R>(
  options: Omit<PollOptions<A, E, R>, keyof Limits> & {
    readonly wait: WaitOptions | undefined
    readonly interval: Duration.DurationInput
    readonly deadline?: Duration.DurationInput | undefined
  }
): Effect.Effect<A, E | ApiError.ValidationError | WaitTimeoutError, R> =>
  Effect.flatMap(limits(options.operation, options.wait, options), (checked) => last({ ...options, ...checked }))
