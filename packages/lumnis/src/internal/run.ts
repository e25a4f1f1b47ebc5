import { type ApiError, annotate } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { ApiClient, PreparedError } from "../client.js"
import * as Responses from "../generated/responses.js"
import type { ResponseObject } from "../generated/shared.js"
import type { HttpOptions } from "../Invoke.js"
import * as ResponseView from "../ResponseView.js"
import { waitMargin } from "../Scope.js"
import type { Waiting } from "./options.js"

/** A run to wait for. */
export interface Run {
  readonly responseId: string
  /** Absent until an answer names it. */
  readonly threadId: string | undefined
  /** Clock time at which the caller's deadline began to count, in milliseconds. */
  readonly started: number
  readonly waiting: Waiting
  readonly http: HttpOptions
  /** Limit of one attempt in milliseconds, for polls that the server does not hold. */
  readonly attemptTimeout: number
}

/** A run whose caller may leave before it is over. */
export interface Held extends Run {
  threadId: string | undefined
  /** The run is over, or nobody can wait for it any more: leaving it cancels nothing. */
  over: boolean
}

/** Limit of the request that cancels a run, in milliseconds. */
const cancelTimeout = 5_000

/** On a fiber of its own: a fiber that is being interrupted cannot time out. */
const apart = <A, E>(self: Effect.Effect<A, E>): Effect.Effect<Exit.Exit<A, E>> =>
  self.pipe(Effect.interruptible, Effect.forkDaemon, Effect.flatMap(Fiber.await))

const cancel = (client: ApiClient, { http, responseId }: Pick<Run, "http" | "responseId">): Effect.Effect<void> =>
  client
    .request(Responses.cancelResponse, [responseId], undefined, { ...http, timeout: cancelTimeout, retry: false })
    .pipe(apart, Effect.asVoid)

/** Closing the scope cancels the run, if `cancelOnInterrupt` is set and the run is not over. */
export const hold = (client: ApiClient, run: Run): Effect.Effect<Held, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => ({ ...run, over: false })),
    (held) => (held.over || !held.waiting.cancelOnInterrupt ? Effect.void : cancel(client, held))
  )

/**
 * Starts a run and holds it. With `cancelOnInterrupt`, an interruption while the request is under way waits until its
 * answer names the run, at most {@link cancelTimeout}.
 */
export const start = <E>(
  client: ApiClient,
  run: Omit<Run, "responseId" | "threadId">,
  create: Effect.Effect<Responses.CreateResponseResponse, E>
): Effect.Effect<Held, E, Scope.Scope> =>
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
      return yield* hold(client, { ...run, responseId: created.response_id, threadId: created.thread_id })
    })
  )

/** Entries and tool calls of the progress log, which only grow. */
const sizeOf = (state: ResponseObject): number =>
  ResponseView.progress(state).reduce((size, entry) => size + 1 + (entry.tool_calls?.length ?? 0), 0)

const isChange = (state: ResponseObject, previous: ResponseObject | undefined): boolean =>
  previous === undefined
    ? state.status !== "queued" || sizeOf(state) > 0
    : state.status !== previous.status || sizeOf(state) !== sizeOf(previous)

/** Whether a failed poll may be due to the server's holding it. */
const mayBeDueToWait = (failure: ApiError | PreparedError): boolean =>
  failure._tag === "TimeoutError"
    ? failure.timeout === "attempt" || failure.timeout === "idle"
    : failure.status === 400 || failure.status === 422

export type PollError = ApiError | PreparedError | WaitTimeoutError

/**
 * How to poll a run. The server holds each poll for `wait` seconds. When a server or proxy refuses this (400, 422) or
 * loses such polls (timeout), later polls do without. Every other failure ends the wait and carries the ids of the run.
 */
const polling = (
  client: ApiClient,
  run: Held
): Polling.PollOptions<ResponseObject, ApiError | PreparedError, never> => {
  const { attemptTimeout, http, responseId, started, waiting } = run
  let isHeld = waiting.wait > 0
  const ask = (wait: number | undefined) =>
    client.request(Responses.getResponse, [responseId], wait === undefined ? undefined : { wait }, {
      ...http,
      timeout: wait === undefined ? attemptTimeout : Math.max(attemptTimeout, wait * 1000 + waitMargin)
    })
  const poll = Effect.suspend(() =>
    isHeld
      ? Effect.catchAll(ask(waiting.wait), (failure) => {
          if (!mayBeDueToWait(failure)) return Effect.fail(failure)
          isHeld = false
          return ask(undefined)
        })
      : ask(undefined)
  )
  return {
    poll: Effect.tap(poll, (state) => {
      run.threadId = state.thread_id
      run.over = ResponseView.outcome(state) !== "running"
    }),
    isTerminal: () => run.over,
    isChange,
    isHeld: () => isHeld,
    interval: waiting.interval,
    deadline: waiting.deadline,
    since: started,
    operation: Responses.getResponse,
    subject: `run ${responseId}`,
    statusOf: ({ status }) => status,
    details: {
      responseId,
      get threadId() {
        return run.threadId
      },
      hint: `Run ${responseId} may continue on the server. Wait for it with attach(responseId).`
    }
  }
}

/** After a failure nobody waits for the run: leaving it cancels nothing, unless `cancelOnDeadline` says so. */
const leave =
  (client: ApiClient, run: Held) =>
  (failure: PollError): Effect.Effect<never, PollError> =>
    Effect.suspend(() => {
      run.over = true
      return failure._tag === "WaitTimeoutError" && run.waiting.cancelOnDeadline
        ? Effect.zipRight(
            cancel(client, run),
            Effect.fail(annotate(failure, { hint: `Run ${run.responseId} was asked to stop.` }))
          )
        : Effect.fail(failure)
    })

/** Every state of a run that brings news, the terminal one last. */
export const states = (client: ApiClient, run: Held): Stream.Stream<ResponseObject, PollError> =>
  Stream.suspend(() =>
    Stream.catchAll(Polling.states(polling(client, run)), (failure) => Stream.fromEffect(leave(client, run)(failure)))
  )

/** The terminal state of a run. `onState` runs for every state of {@link states}. */
export const last = (
  client: ApiClient,
  run: Held,
  onState?: (state: ResponseObject) => Effect.Effect<void>
): Effect.Effect<ResponseObject, PollError> =>
  Effect.suspend(() => Effect.catchAll(Polling.last(polling(client, run), onState), leave(client, run)))
