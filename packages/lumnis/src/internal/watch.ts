import type { ApiError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError } from "../client.js"
import * as Responses from "../generated/responses.js"
import type { ResponseObject } from "../generated/shared.js"
import type { HttpOptions } from "../Invoke.js"
import { RunTimeoutError } from "../LumnisError.js"
import * as ResponseView from "../ResponseView.js"
import type { Waiting } from "./options.js"

/** A run to wait for. */
export interface Run {
  readonly responseId: string
  /** Clock time at which the caller's deadline began to count, in milliseconds. */
  readonly started: number
  readonly waiting: Waiting
  readonly http: HttpOptions
  /** Limit of one attempt in milliseconds, for looks that the server does not hold. */
  readonly attemptTimeout: number
}

/** A run that its caller may leave before it is over. */
export interface Held extends Run {
  /** The run is over, or it can no longer be watched: leaving it cancels nothing. */
  over: boolean
}

/** What an answer may take beyond the time the server was asked to hold it. */
const margin = 15_000

/** What asking a run to stop may take, in milliseconds. */
const cancelTimeout = 5_000

/** On a fiber of its own: one that is being interrupted cannot time out what it waits for. */
const apart = <A, E>(self: Effect.Effect<A, E>): Effect.Effect<Exit.Exit<A, E>> =>
  self.pipe(Effect.interruptible, Effect.forkDaemon, Effect.flatMap(Fiber.await))

const cancel = (client: ApiClient, { http, responseId }: Pick<Run, "http" | "responseId">): Effect.Effect<void> =>
  client
    .request(Responses.cancelResponse, [responseId], undefined, { ...http, timeout: cancelTimeout, retry: false })
    .pipe(apart, Effect.asVoid)

/** Leaving the scope cancels the run, if its caller wants that and it is not over. */
export const hold = (client: ApiClient, run: Run): Effect.Effect<Held, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => ({ ...run, over: false })),
    (held) => (held.over || !held.waiting.cancelOnInterrupt ? Effect.void : cancel(client, held))
  )

/**
 * Starts a run and holds it. A caller that leaves while the request is under way, and wants the run to be cancelled, is
 * held up until its answer names the run, or for {@link cancelTimeout}.
 */
export const start = <E>(
  client: ApiClient,
  run: Omit<Run, "responseId">,
  create: Effect.Effect<Responses.CreateResponseResponse, E>
): Effect.Effect<{ readonly run: Held; readonly threadId: string }, E, Scope.Scope> =>
  Effect.uninterruptibleMask((restore) =>
    Effect.gen(function* () {
      const created = yield* run.waiting.cancelOnInterrupt
        ? Effect.flatMap(Effect.forkDaemon(Effect.interruptible(create)), (creating) =>
            Effect.onInterrupt(restore(Fiber.join(creating)), () =>
              Effect.flatMap(apart(Effect.timeout(Fiber.join(creating), cancelTimeout)), (exit) =>
                Exit.isSuccess(exit)
                  ? cancel(client, { http: run.http, responseId: exit.value.response_id })
                  : Fiber.interrupt(creating)
              )
            )
          )
        : restore(create)
      const held = yield* hold(client, { ...run, responseId: created.response_id })
      return { run: held, threadId: created.thread_id }
    })
  )

/**
 * Every state of a run as it is polled, the terminal one last.
 *
 * Looks are held by the server for `wait` seconds. A server or proxy that refuses this (400, 422) or loses such looks
 * (timeout) is asked without `wait` from then on; any other failure ends the stream.
 */
export const states = (
  client: ApiClient,
  run: Held
): Stream.Stream<ResponseObject, ApiError | PreparedError | RunTimeoutError> =>
  Stream.suspend(() => {
    const { http, responseId, started, waiting } = run
    let held = waiting.wait > 0
    let threadId: string | undefined

    const ask = (wait: number | undefined) =>
      client.request(Responses.getResponse, [responseId], wait === undefined ? undefined : { wait }, {
        ...http,
        timeout: wait === undefined ? run.attemptTimeout : Math.max(run.attemptTimeout, wait * 1000 + margin)
      })
    const look = Effect.suspend(() =>
      held
        ? Effect.catchAll(ask(waiting.wait), (failure) => {
            if (!isAgainstWait(failure)) return Effect.fail(failure)
            held = false
            return ask(undefined)
          })
        : ask(undefined)
    )
    const isTerminal = (state: ResponseObject): boolean => ResponseView.outcome(state) !== "running"
    const polled: Stream.Stream<ResponseObject, ApiError | PreparedError | RunTimeoutError> = Polling.states({
      poll: Effect.tap(look, (state) => {
        threadId = state.thread_id
        run.over = isTerminal(state)
      }),
      isTerminal,
      interval: waiting.interval
    })
    const { deadline } = waiting
    const bounded =
      deadline === undefined
        ? polled
        : failAt(
            polled,
            started + deadline,
            (now) =>
              new RunTimeoutError({
                responseId,
                threadId,
                deadline: Duration.format(Duration.millis(deadline)),
                elapsed: now - started,
                cancelled: waiting.cancelOnDeadline
              })
          )
    return Stream.tapError(bounded, (failure) => {
      run.over = true
      return failure._tag === "RunTimeoutError" && waiting.cancelOnDeadline ? cancel(client, run) : Effect.void
    })
  })

/** Whether a failed look may be the fault of the server's holding it, and not of the call as such. */
const isAgainstWait = (failure: ApiError | PreparedError): boolean =>
  failure._tag === "TimeoutError"
    ? failure.timeout === "attempt" || failure.timeout === "idle"
    : failure.status === 400 || failure.status === 422

/** Fails once `at` has passed, whatever the stream waits for then. */
const failAt = <A, E, E2>(
  self: Stream.Stream<A, E>,
  at: number,
  onTimeout: (now: number) => E2
): Stream.Stream<A, E | E2> => {
  const late = Effect.flatMap(Clock.currentTimeMillis, (now) => Effect.fail(Option.some<E | E2>(onTimeout(now))))
  return Stream.fromPull(
    Effect.map(Stream.toPull(self), (pull) =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        now >= at
          ? late
          : Effect.flatten(
              Effect.timeoutTo(pull, {
                duration: at - now,
                onSuccess: (chunk) => Effect.succeed(chunk),
                onTimeout: () => late
              })
            )
      )
    )
  )
}
