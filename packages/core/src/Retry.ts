/**
 * When a call is retried, how long it waits, and how many retries a client may make in all.
 *
 * A policy is data. {@link toSchedule} turns it into a `Schedule`, which `Effect.retry` runs. All waits go through
 * `Clock` and `Random`. {@link ApiClient} applies it to every call, `ObjectTransfer` to every storage request.
 *
 * @since 0.1.0
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Random from "effect/Random"
import * as Schedule from "effect/Schedule"
import type { ApiError, StreamError } from "./ApiError.js"
import type * as Operation from "./Operation.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Policy {
  /** Retries after the first attempt; 0 disables. */
  readonly maxRetries: number
  readonly baseDelay: Duration.DurationInput
  readonly factor: number
  /** Longest computed wait. */
  readonly maxDelay: Duration.DurationInput
  /** Longest wait that the server may ask for. A call whose server asks for more fails at once, with `retryAfter`. */
  readonly maxRetryAfter: Duration.DurationInput
  /** `full`: a random part of the computed wait (0 to all of it); `none`: the computed wait. */
  readonly jitter: "full" | "none"
  /** Statuses worth a retry, whatever the method. */
  readonly statuses: ReadonlyArray<number>
  /** Statuses worth a retry for GET, HEAD and OPTIONS only. */
  readonly readStatuses: ReadonlyArray<number>
  /** Decides the number of retries and the waits, in place of `maxRetries`, `baseDelay`, `factor` and `jitter`. */
  readonly schedule?: Schedule.Schedule<unknown, Failure> | undefined
}

/**
 * What a client or a call says about retries: some fields of the policy, `false` for one attempt, or a `Schedule` that
 * decides the number of retries and the waits. Which failures are worth a retry stays the policy's decision.
 *
 * @since 0.1.0
 * @category models
 */
export type Options =
  | { readonly [K in keyof Policy]?: Policy[K] | undefined }
  | Schedule.Schedule<unknown, Failure>
  | false

/** A proxy or CDN in front of a server answers 520 to 529; 501 and 505 do not change by asking twice. */
const transientStatuses: ReadonlyArray<number> = [
  408,
  429,
  ...Array.from({ length: 100 }, (_, index) => 500 + index).filter((status) => status !== 501 && status !== 505)
]

/**
 * Three retries, 500 ms doubling up to 8 s with full jitter; 408, 429 and every 5xx but 501 and 505; `Retry-After` up to
 * 60 s.
 *
 * @since 0.1.0
 * @category constructors
 */
export const standard: Policy = {
  maxRetries: 3,
  baseDelay: 500,
  factor: 2,
  maxDelay: 8000,
  maxRetryAfter: 60_000,
  jitter: "full",
  statuses: transientStatuses,
  readStatuses: []
}

/**
 * A policy with some fields changed; a field that is `undefined` stays as it was.
 *
 * @since 0.1.0
 * @category combinators
 */
export const override = (policy: Policy, change: Options | undefined): Policy => {
  if (change === undefined) return policy
  if (change === false) return { ...policy, maxRetries: 0, schedule: undefined }
  if (Schedule.isSchedule(change)) return { ...policy, schedule: change }
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...policy, ...given }
}

/**
 * A failed attempt.
 *
 * @since 0.1.0
 * @category models
 */
export type Failure = ApiError | StreamError

/**
 * What a retry needs to know about a request.
 *
 * @since 0.1.0
 * @category models
 */
export interface Request {
  readonly method: Operation.Method
  /** Sending it twice has the effect of sending it once; see {@link isRepeatable}. */
  readonly repeatable: boolean
  /** Its body can be read a second time. */
  readonly replayable: boolean
}

const isRead = (method: Operation.Method): boolean => method === "GET" || method === "HEAD" || method === "OPTIONS"

/**
 * Whether sending a request twice has the effect of sending it once: RFC 9110 section 9.2.2 for the method, or a key that
 * the server honours. A POST or PATCH without a key is not repeatable.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRepeatable = (
  operation: Pick<Operation.Operation<unknown>, "method" | "repeatable">,
  hasIdempotencyKey: boolean
): boolean =>
  hasIdempotencyKey || (operation.repeatable ?? (operation.method !== "POST" && operation.method !== "PATCH"))

/** Codes of failures before the first byte of the request: retrying is safe for every method. */
const beforeSending = new Set([
  "EAI_AGAIN",
  "ECONNREFUSED",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "UND_ERR_CONNECT_TIMEOUT"
])

const isBeforeSending = (failure: Failure): boolean =>
  failure._tag === "TimeoutError"
    ? failure.timeout === "connect" || failure.timeout === "pool"
    : failure._tag === "TransportError" && failure.code !== undefined && beforeSending.has(failure.code)

/**
 * Codes of failures that the next attempt meets as well: certificates, a refused proxy login, wrong options, a body that
 * is not what its encoding says, a closed client, an error of middleware.
 */
const permanent =
  /CERT|^UNABLE_TO_|SELF_SIGNED|^ERR_SSL_|^ERR_TLS_|^UND_ERR_(?:CLOSED|DESTROYED|INVALID_ARG)$|^TRILUM_(?:PROXY_AUTHENTICATION|INVALID_OPTIONS|CONTENT_ENCODING|MIDDLEWARE)$/

/**
 * Whether a failure may be gone at the next attempt: no answer, one that took too long or fell silent, or a status of the
 * policy.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isTransient = (policy: Policy, method: Operation.Method, failure: Failure): boolean => {
  switch (failure._tag) {
    case "TransportError":
      return failure.code === undefined || !permanent.test(failure.code)
    case "TimeoutError":
      return failure.timeout !== "overall" && (failure.timeout !== "server" || policy.statuses.includes(408))
    case "DecodeError":
    case "StreamError":
    case "RedirectError":
      return false
    default: {
      const { status } = failure
      if (status === undefined) return false
      return policy.statuses.includes(status) || (isRead(method) && policy.readStatuses.includes(status))
    }
  }
}

/** Milliseconds that the server asks to wait. */
const retryAfterOf = (failure: Failure): number =>
  failure._tag === "RateLimitError" || failure._tag === "ServerError" ? (failure.retryAfter ?? 0) * 1000 : 0

/**
 * Whether a failed request may be retried under a policy: it can be sent a second time, the failure is transient, and the
 * server does not ask for a longer wait than `maxRetryAfter`.
 *
 * @since 0.1.0
 * @category predicates
 */
export const mayRetry = (policy: Policy, request: Request, failure: Failure): boolean =>
  request.replayable &&
  (request.repeatable || isBeforeSending(failure)) &&
  isTransient(policy, request.method, failure) &&
  retryAfterOf(failure) <= Duration.toMillis(policy.maxRetryAfter)

/**
 * Milliseconds that a server asks to wait: `retry-after-ms`, then `Retry-After` as seconds (fractions allowed) or as an
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

/** Of the three forms of RFC 9110 section 5.6.7, asctime has no zone; all are GMT. */
const parseHttpDate = (value: string): number =>
  httpDate.test(value) ? Date.parse(zone.test(value) ? value : `${value} GMT`) : Number.NaN

/**
 * Milliseconds to wait before retry number `retry` (0 is the first), as the policy computes it. `random` is in [0, 1).
 *
 * @since 0.1.0
 * @category combinators
 */
export const backoff = (policy: Policy, retry: number, random: number): number => {
  const computed = Math.min(
    Duration.toMillis(policy.maxDelay),
    Duration.toMillis(policy.baseDelay) * policy.factor ** retry
  )
  return Math.ceil(policy.jitter === "full" ? computed * random : computed)
}

/**
 * The times of a policy as a schedule: ends after `maxRetries`, whatever the failure is.
 *
 * @since 0.1.0
 * @category combinators
 */
export const times = (policy: Omit<Policy, "schedule">): Schedule.Schedule<unknown> =>
  Schedule.addDelayEffect(Schedule.recurs(policy.maxRetries), (retry) =>
    Effect.map(Random.next, (random) => backoff(policy, retry, random))
  )

/**
 * The policy as a schedule over failures. It stops after `maxRetries`, at a failure that {@link mayRetry} refuses, or when
 * the budget is empty. It waits for the computed time or the time that the server asks for, whichever is longer, and
 * calls `onWait` before.
 *
 * @since 0.1.0
 * @category combinators
 */
export const toSchedule = (
  policy: Policy,
  request: Request,
  budget?: Budget,
  onWait?: (failure: Failure, wait: Duration.Duration) => void
): Schedule.Schedule<Failure, Failure> =>
  (policy.schedule ?? times(policy)).pipe(
    Schedule.whileInput(
      (failure: Failure) =>
        mayRetry(policy, request, failure) &&
        (budget === undefined || budget.spend(failure._tag === "TimeoutError" ? timeoutCost : retryCost))
    ),
    Schedule.passthrough,
    Schedule.modifyDelay((failure, computed) => {
      const wait = Duration.max(computed, Math.ceil(retryAfterOf(failure)))
      onWait?.(failure, wait)
      return wait
    })
  )

/**
 * Tokens that all calls of a client share, so that a dead server is not stormed: a retry takes 5, one after a timeout 10.
 * A success after retries gives back what its last one took, a success at once gives 1.
 *
 * @since 0.1.0
 * @category models
 */
export interface Budget {
  /** Takes tokens; `false` when there are too few. */
  readonly spend: (tokens: number) => boolean
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
    spend: (cost) => {
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
 * Tokens that a retry takes.
 *
 * @since 0.1.0
 * @category constants
 */
export const retryCost = 5

/**
 * Tokens that a retry after a timeout takes.
 *
 * @since 0.1.0
 * @category constants
 */
export const timeoutCost = 10
