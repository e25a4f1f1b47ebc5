/**
 * The rate limits that the platform reports, and a throttle that keeps a client below them.
 *
 * A limit applies to a window of one minute, per user or IP address, for a group of operations.
 *
 * @since 0.1.0
 */
import type { ClientOptions, ObservedAnswer } from "@trilum/core/ApiClient"
import * as Timestamp from "@trilum/core/Timestamp"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/**
 * Operations that share a limit. `messages`: messages, conversations and twins. `public`: operations without a
 * credential. `default`: operations of no other group.
 *
 * @since 0.1.0
 * @category models
 */
export type Group =
  | "messages"
  | "channels"
  | "chat"
  | "artifacts"
  | "invitations"
  | "onboarding"
  | "ooda"
  | "public"
  | "default"

/**
 * Requests per minute. Chat is limited to 100 per IP address and to 30 per user; the value is that of a user.
 *
 * @since 0.1.0
 * @category constants
 */
export const documented: Readonly<Record<Group, number>> = {
  messages: 60,
  channels: 300,
  chat: 30,
  artifacts: 120,
  invitations: 50,
  onboarding: 30,
  ooda: 20,
  public: 60,
  default: 100
}

const ofResource: Readonly<Record<string, Group>> = {
  messages: "messages",
  conversations: "messages",
  twins: "messages",
  channels: "channels",
  chat: "chat",
  artifacts: "artifacts",
  invitations: "invitations",
  onboarding: "onboarding",
  ooda: "ooda"
}

type AnyOperation = ObservedAnswer["operation"]

/**
 * @since 0.1.0
 * @category accessors
 */
export const groupOf = (operation: Pick<AnyOperation, "resource" | "auth">): Group =>
  operation.auth === false ? "public" : (ofResource[operation.resource] ?? "default")

/**
 * The rate limit in one response. A missing field is missing in the response.
 *
 * @since 0.1.0
 * @category models
 */
export interface RateLimit {
  /** `X-RateLimit-Limit`: requests per window. */
  readonly limit?: number
  /** `X-RateLimit-Remaining`: remaining requests in this window. */
  readonly remaining?: number
  /** `X-RateLimit-Reset`: start of the next window. */
  readonly reset?: Date
}

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined

/**
 * Parses the headers of a response, by lower-case name. The documentation shows the reset as ISO 8601 and as seconds
 * since 1970; both are accepted, and milliseconds too. `undefined`: the response has none of the headers.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (headers: Readonly<Record<string, string | undefined>>): RateLimit | undefined => {
  const limit = count(headers["x-ratelimit-limit"])
  const remaining = count(headers["x-ratelimit-remaining"])
  const text = headers["x-ratelimit-reset"]
  const reset = text === undefined ? undefined : Timestamp.parseAny(text.trim())
  return limit === undefined && remaining === undefined && reset === undefined
    ? undefined
    : {
        ...(limit === undefined ? {} : { limit }),
        ...(remaining === undefined ? {} : { remaining }),
        ...(reset === undefined ? {} : { reset })
      }
}

/**
 * The rate limit in the last response of a group.
 *
 * @since 0.1.0
 * @category models
 */
export interface State extends RateLimit {
  readonly group: Group
  /** `operationId` of the call. */
  readonly operation: string
  /** Time of the response. */
  readonly at: Date
}

/**
 * The rate limits that a client has received.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /** The last rate limit of any group. */
  readonly last: Effect.Effect<State | undefined>
  /** The last rate limit of a group. */
  readonly of: (group: Group) => Effect.Effect<State | undefined>
  /** The last rate limit of the group of a failed call. */
  readonly ofError: (error: { readonly operation?: string | undefined }) => Effect.Effect<State | undefined>
}

/**
 * Requests per minute, by group. Groups that are missing are not throttled.
 *
 * @since 0.1.0
 * @category models
 */
export type Throttle = { readonly [G in Group]?: number | undefined }

/**
 * Observes rate limits and throttles attempts.
 *
 * @since 0.1.0
 * @category models
 */
export interface Watch {
  readonly service: Service
  readonly onAnswer: (answer: ObservedAnswer) => void
  readonly rateLimiter: ClientOptions["rateLimiter"]
}

/**
 * Observes the rate limits of responses. With `throttle` (`true` is {@link documented}), attempts of a group wait in
 * order until the group has sent fewer requests than its limit in the last minute. After a response with `remaining:
 * 0`, they also wait for the end of its window.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (throttle: boolean | Throttle | undefined): Watch => {
  const states = new Map<Group, State>()
  const groups = new Map<string, Group>()
  let last: State | undefined
  const limits: Throttle = throttle === true ? documented : throttle === undefined || throttle === false ? {} : throttle
  const limiters = new Map<Group, Effect.Effect<void>>()
  for (const group of Object.keys(documented).filter(isGroup)) {
    const limit = limits[group]
    if (limit !== undefined)
      limiters.set(
        group,
        makeLimiter(limit, () => states.get(group))
      )
  }
  return {
    service: {
      last: Effect.sync(() => last),
      of: (group) => Effect.sync(() => states.get(group)),
      ofError: (error) =>
        Effect.sync(() => {
          const group = error?.operation === undefined ? undefined : groups.get(error.operation)
          return group === undefined ? undefined : states.get(group)
        })
    },
    onAnswer: ({ at, headers, operation }) => {
      const reported = parse(headers)
      if (reported === undefined) return
      const group = groupOf(operation)
      last = { ...reported, group, operation: operation.id, at: new Date(at) }
      states.set(group, last)
      groups.set(operation.id, group)
    },
    rateLimiter: limiters.size === 0 ? undefined : (operation) => limiters.get(groupOf(operation)) ?? Effect.void
  }
}

const isGroup = (name: string): name is Group => Object.hasOwn(documented, name)

const window = 60_000

/** Allows `limit` attempts per minute, in order of arrival. */
const makeLimiter = (limit: number, state: () => State | undefined): Effect.Effect<void> => {
  const turn = Effect.unsafeMakeSemaphore(1)
  /** Times of the last `limit` attempts. The oldest is at `next`. */
  const passed: Array<number> = []
  let next = 0
  const untilFree = (now: number): number => {
    const oldest = passed.length < limit ? undefined : passed[next]
    const reported = state()
    const own = oldest === undefined ? 0 : oldest + window - now
    // A reset that is more than one window away is caused by a clock difference.
    const theirs =
      reported?.remaining === 0 && reported.reset !== undefined
        ? Math.min(reported.reset.getTime(), reported.at.getTime() + window) - now
        : 0
    return Math.max(own, theirs)
  }
  const pass: Effect.Effect<void> = Effect.flatMap(Clock.currentTimeMillis, (now) => {
    const wait = untilFree(now)
    if (wait > 0) return Effect.zipRight(Effect.sleep(wait), pass)
    passed[next] = now
    next = (next + 1) % limit
    return Effect.void
  })
  return turn.withPermits(1)(pass)
}
