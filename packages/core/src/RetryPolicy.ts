/**
 * When a call is repeated, how long it waits, and how much repeating a client may do in all.
 *
 * A policy is data; {@link toSchedule} turns it into a `Schedule`. All waits go through `Clock` and `Random`.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import * as ScheduleDecision from "effect/ScheduleDecision"
import * as ScheduleInterval from "effect/ScheduleInterval"
import type { ApiError, StreamError } from "./ApiError.js"
import type * as Operation from "./Operation.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface RetryPolicy {
  /** Repeats after the first attempt; 0 disables. */
  readonly maxRetries: number
  readonly baseDelay: Duration.DurationInput
  readonly factor: number
  /** Cap of the computed wait. */
  readonly maxDelay: Duration.DurationInput
  /** Cap of a wait the server asks for. */
  readonly maxRetryAfter: Duration.DurationInput
  /** `full`: a random part of the computed wait (0 to all of it); `none`: the computed wait. */
  readonly jitter: "full" | "none"
  /** Answers worth repeating, whatever the method. */
  readonly statuses: ReadonlyArray<number>
  /** Answers worth repeating for GET, HEAD and OPTIONS only. */
  readonly readStatuses: ReadonlyArray<number>
}

/**
 * Three repeats, 500 ms doubling up to 8 s with full jitter; 408, 429, 500, 502, 503, 504; `Retry-After` up to 60 s.
 *
 * @since 0.1.0
 * @category constructors
 */
export const standard: RetryPolicy = {
  maxRetries: 3,
  baseDelay: 500,
  factor: 2,
  maxDelay: 8000,
  maxRetryAfter: 60_000,
  jitter: "full",
  statuses: [408, 429, 500, 502, 503, 504],
  readStatuses: []
}

/**
 * A policy with some fields changed; a field that is `undefined` stays as it was. `false` is the policy without repeats.
 *
 * @since 0.1.0
 * @category combinators
 */
export const override = (
  policy: RetryPolicy,
  change: { readonly [K in keyof RetryPolicy]?: RetryPolicy[K] | undefined } | false | undefined
): RetryPolicy => {
  if (change === undefined) return policy
  if (change === false) return { ...policy, maxRetries: 0 }
  return {
    maxRetries: change.maxRetries ?? policy.maxRetries,
    baseDelay: change.baseDelay ?? policy.baseDelay,
    factor: change.factor ?? policy.factor,
    maxDelay: change.maxDelay ?? policy.maxDelay,
    maxRetryAfter: change.maxRetryAfter ?? policy.maxRetryAfter,
    jitter: change.jitter ?? policy.jitter,
    statuses: change.statuses ?? policy.statuses,
    readStatuses: change.readStatuses ?? policy.readStatuses
  }
}

/**
 * A failed attempt.
 *
 * @since 0.1.0
 * @category models
 */
export type Failure = ApiError | StreamError

const isRead = (method: Operation.Method): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS"

/**
 * Whether sending a request twice is as good as once: RFC 9110 section 9.2.2 for the method, or a key the server
 * honours. A POST or PATCH without a key never is, nor is a body that can be read only once.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRepeatable = (request: {
  readonly operation: Pick<Operation.Operation<unknown>, "method" | "repeatable">
  readonly hasIdempotencyKey: boolean
  readonly replayableBody: boolean
}): boolean => {
  if (!request.replayableBody) return false
  const { method, repeatable } = request.operation
  if (request.hasIdempotencyKey) return true
  return repeatable ?? (method !== "POST" && method !== "PATCH")
}

/**
 * Whether a failure is worth another attempt: no answer, one that took too long or fell silent, or a listed status.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isTransient = (policy: RetryPolicy, method: Operation.Method, failure: Failure): boolean => {
  if (failure._tag === "TransportError") return true
  if (failure._tag === "TimeoutError") return failure.timeout !== "overall"
  const status = failure.status
  if (status === undefined || failure._tag === "DecodeError" || failure._tag === "StreamError") return false
  return policy.statuses.includes(status) || (isRead(method) && policy.readStatuses.includes(status))
}

/**
 * Milliseconds a server asks to wait: `retry-after-ms`, then `Retry-After` as seconds (fractions allowed) or as an
 * HTTP date (RFC 9110 section 10.2.3). Never negative; `undefined` when absent or unreadable.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parseRetryAfter = (
  headers: Readonly<Record<string, string | undefined>>,
  nowMillis: number
): number | undefined => {
  const milliseconds = headers["retry-after-ms"]
  if (milliseconds !== undefined && decimal.test(milliseconds.trim())) return Math.max(0, Number(milliseconds))
  const value = headers["retry-after"]?.trim()
  if (value === undefined || value === "") return undefined
  if (decimal.test(value)) return Math.max(0, Number(value) * 1000)
  const date = parseHttpDate(value)
  return Number.isNaN(date) ? undefined : Math.max(0, date - nowMillis)
}

const decimal = /^-?\d+(?:\.\d+)?$/
const httpDate = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)/i
const zone = /(?:GMT|UTC|[+-]\d{4})$/i

/** Of the three forms of RFC 9110 section 5.6.7, asctime names no zone; all are GMT. */
const parseHttpDate = (value: string): number =>
  httpDate.test(value) ? Date.parse(zone.test(value) ? value : `${value} GMT`) : Number.NaN

/**
 * Whole milliseconds to wait before repeat number `retry` (0 is the first): the larger of the computed wait and what the
 * server asked for, each under its cap. `random` is in [0, 1).
 *
 * @since 0.1.0
 * @category combinators
 */
export const delay = (policy: RetryPolicy, retry: number, retryAfter: number | undefined, random: number): number => {
  const computed = Math.min(
    Duration.toMillis(policy.maxDelay),
    Duration.toMillis(policy.baseDelay) * policy.factor ** retry
  )
  const jittered = policy.jitter === "full" ? computed * random : computed
  return Math.ceil(Math.max(jittered, Math.min(retryAfter ?? 0, Duration.toMillis(policy.maxRetryAfter))))
}

/**
 * The policy as a schedule over failures: waits as {@link delay} says, and stops after `maxRetries`, at a failure that
 * is not transient, or when the budget is empty. Outputs the number of the repeat, from 1.
 *
 * @since 0.1.0
 * @category combinators
 */
export const toSchedule = (
  policy: RetryPolicy,
  method: Operation.Method,
  budget?: Budget
): Schedule.Schedule<number, Failure> =>
  Schedule.makeWithState(0, (now, failure: Failure, retry) =>
    Effect.map(Random.next, (random) => {
      const again =
        retry < policy.maxRetries &&
        isTransient(policy, method, failure) &&
        (budget === undefined || budget.spend(failure._tag === "TimeoutError"))
      if (!again) return [retry, retry, ScheduleDecision.done] as const
      const seconds =
        failure._tag === "RateLimitError" || failure._tag === "ServerError" ? failure.retryAfter : undefined
      const wait = delay(policy, retry, seconds === undefined ? undefined : seconds * 1000, random)
      return [retry + 1, retry + 1, ScheduleDecision.continueWith(ScheduleInterval.after(now + wait))] as const
    })
  )

/**
 * Tokens shared by all calls of a client, so that a dead server is not stormed: a repeat takes 5, one after a timeout
 * 10; a success that needed repeats gives back what its last one took, one that needed none gives 1.
 *
 * @since 0.1.0
 * @category models
 */
export interface Budget {
  /** Takes the tokens of one repeat; `false` when there are too few. */
  readonly spend: (afterTimeout: boolean) => boolean
  readonly refund: (tokens: number) => void
  readonly tokens: () => number
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const makeBudget = (capacity = 500): Budget => {
  let tokens = capacity
  return {
    spend: (afterTimeout) => {
      const cost = afterTimeout ? timeoutCost : retryCost
      if (tokens < cost) return false
      tokens -= cost
      return true
    },
    refund: (amount) => {
      tokens = Math.min(capacity, tokens + amount)
    },
    tokens: () => tokens
  }
}

/**
 * Tokens one repeat takes.
 *
 * @since 0.1.0
 * @category constants
 */
export const retryCost = 5

/**
 * Tokens one repeat after a timeout takes.
 *
 * @since 0.1.0
 * @category constants
 */
export const timeoutCost = 10
