/**
 * What the platform says of its rate limits, and a throttle that keeps a client below them.
 *
 * Limits are counted in windows of a minute, per user or per address, by groups of operations.
 *
 * @since 0.1.0
 */
import type { ClientOptions, ObservedAnswer } from "@trilum/core/ApiClient"
import * as Timestamp from "@trilum/core/Timestamp"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"

/**
 * Operations that share a limit. `messages` are messages, conversations and twins; `public` are the calls that need no
 * credential; `default` is all that has no group of its own.
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
 * Calls a minute. Chat is limited to 100 per address and 30 per user at once, so 30 is what one user gets.
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
 * What one answer said. Absent means that it did not say.
 *
 * @since 0.1.0
 * @category models
 */
export interface RateLimit {
  /** `X-RateLimit-Limit`: calls in a window. */
  readonly limit?: number
  /** `X-RateLimit-Remaining`: calls left in this window. */
  readonly remaining?: number
  /** `X-RateLimit-Reset`: when the next window begins. */
  readonly reset?: Date
}

const count = (text: string | undefined): number | undefined =>
  text !== undefined && /^\s*\d+\s*$/.test(text) ? Number(text) : undefined

/** From here on a number counts milliseconds: the year 5138 in seconds. */
const firstMilliseconds = 1e11

const moment = (text: string | undefined): Date | undefined => {
  if (text === undefined) return undefined
  if (/^\s*\d+(?:\.\d+)?\s*$/.test(text)) {
    const value = Number(text)
    return new Date(value < firstMilliseconds ? value * 1000 : value)
  }
  return Timestamp.parse(text.trim())
}

/**
 * Reads the headers of an answer, by lower-case name. The reset is read as ISO 8601 and as seconds (or milliseconds)
 * since 1970, for the pages of the platform show both. `undefined` when there is none of them.
 *
 * @since 0.1.0
 * @category parsing
 */
export const parse = (headers: Readonly<Record<string, string | undefined>>): RateLimit | undefined => {
  const limit = count(headers["x-ratelimit-limit"])
  const remaining = count(headers["x-ratelimit-remaining"])
  const reset = moment(headers["x-ratelimit-reset"])
  return limit === undefined && remaining === undefined && reset === undefined
    ? undefined
    : {
        ...(limit === undefined ? {} : { limit }),
        ...(remaining === undefined ? {} : { remaining }),
        ...(reset === undefined ? {} : { reset })
      }
}

/**
 * What the latest answer of a group said.
 *
 * @since 0.1.0
 * @category models
 */
export interface State extends RateLimit {
  readonly group: Group
  /** `operationId` of the call. */
  readonly operation: string
  /** When the answer came. */
  readonly at: Date
}

/**
 * The states that a client has seen.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /** Of the latest answer that told, whatever its group. */
  readonly last: Effect.Effect<State | undefined>
  /** Of the latest answer of a group that told. */
  readonly of: (group: Group) => Effect.Effect<State | undefined>
  /** Of the group of the call that failed. */
  readonly ofError: (error: { readonly operation?: string | undefined }) => Effect.Effect<State | undefined>
}

/**
 * Calls a minute, by group; a group that is left out is not throttled.
 *
 * @since 0.1.0
 * @category models
 */
export type Throttle = { readonly [G in Group]?: number | undefined }

/**
 * What a client does about rate limits.
 *
 * @since 0.1.0
 * @category models
 */
export interface Watch {
  readonly service: Service
  readonly onAnswer: (answer: ObservedAnswer) => void
  readonly gate: ClientOptions["gate"]
}

/**
 * Watches answers. With `throttle` (`true` is {@link documented}), attempts wait, in their order, until their group has
 * had fewer than its calls in the last minute, and until the window of an answer that said `remaining: 0` is over.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (throttle: boolean | Throttle | undefined): Watch => {
  const states = new Map<Group, State>()
  const groups = new Map<string, Group>()
  let last: State | undefined
  const limits: Throttle = throttle === true ? documented : throttle === undefined || throttle === false ? {} : throttle
  const gates = new Map<Group, Effect.Effect<void>>()
  for (const group of Object.keys(documented).filter(isGroup)) {
    const limit = limits[group]
    if (limit !== undefined)
      gates.set(
        group,
        makeGate(limit, () => states.get(group))
      )
  }
  return {
    service: {
      last: Effect.sync(() => last),
      of: (group) => Effect.sync(() => states.get(group)),
      ofError: (error) =>
        Effect.sync(() => {
          const group = error.operation === undefined ? undefined : groups.get(error.operation)
          return group === undefined ? undefined : states.get(group)
        })
    },
    onAnswer: ({ at, headers, operation }) => {
      const told = parse(headers)
      if (told === undefined) return
      const group = groupOf(operation)
      last = { ...told, group, operation: operation.id, at: new Date(at) }
      states.set(group, last)
      groups.set(operation.id, group)
    },
    gate: gates.size === 0 ? undefined : (operation) => gates.get(groupOf(operation)) ?? Effect.void
  }
}

const isGroup = (name: string): name is Group => Object.hasOwn(documented, name)

const window = 60_000

/** Lets `limit` through in any minute, first come first served. */
const makeGate = (limit: number, state: () => State | undefined): Effect.Effect<void> => {
  const turn = Effect.unsafeMakeSemaphore(1)
  /** When the last `limit` went through, the oldest at `next`. */
  const passed: Array<number> = []
  let next = 0
  const untilFree = (now: number): number => {
    const oldest = passed.length < limit ? undefined : passed[next]
    const told = state()
    const own = oldest === undefined ? 0 : oldest + window - now
    // A reset further off than a window is a clock that disagrees with ours.
    const theirs =
      told?.remaining === 0 && told.reset !== undefined
        ? Math.min(told.reset.getTime(), told.at.getTime() + window) - now
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
