import type { ObservedAnswer } from "@trilum/core/ApiClient"
import * as Retry from "@trilum/core/Retry"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** How many runs of a batch may be under way, and when the next may start. */
export interface Pace {
  /** Runs an effect once there is a place for it and no pause. */
  readonly run: <A, E>(work: Effect.Effect<A, E>) => Effect.Effect<A, E>
  /** Waits for the end of a pause. */
  readonly unpaused: Effect.Effect<void>
  readonly onAnswer: (answer: ObservedAnswer) => void
  /** Places there are now. */
  readonly limit: () => number
}

/** Milliseconds between two halvings: answers to requests that were sent before the first one are no news. */
const halvingInterval = 1000

export const make = (options: {
  readonly concurrency: number
  readonly adaptive: boolean
  readonly maxRetryAfter?: Duration.DurationInput | undefined
}): Pace => {
  const { adaptive, concurrency } = options
  const longestPause = Duration.toMillis(options.maxRetryAfter ?? Retry.standard.maxRetryAfter)
  const places = Effect.unsafeMakeSemaphore(concurrency)
  let limit = concurrency
  let pausedUntil = Number.NEGATIVE_INFINITY
  let halvedAt = Number.NEGATIVE_INFINITY
  const change = (next: number): void => {
    limit = Math.max(1, Math.min(concurrency, next))
    Effect.runSync(places.resize(Math.floor(limit)))
  }
  const unpaused: Effect.Effect<void> = Effect.flatMap(Clock.currentTimeMillis, (now) =>
    // A pause may grow while it is slept through.
    now < pausedUntil ? Effect.zipRight(Effect.sleep(pausedUntil - now), unpaused) : Effect.void
  )
  return {
    run: (work) => places.withPermits(1)(Effect.zipRight(unpaused, work)),
    unpaused,
    limit: () => Math.floor(limit),
    onAnswer: ({ at, headers, operation, status }) => {
      if (status === 429 || status === 503) {
        const asked = Retry.parseRetryAfter(headers, at)
        if (asked !== undefined) pausedUntil = Math.max(pausedUntil, at + Math.min(asked, longestPause))
        if (adaptive && at - halvedAt >= halvingInterval) {
          halvedAt = at
          change(limit / 2)
        }
      } else if (status < 300 && operation.id === "createResponse" && limit < concurrency) {
        change(limit + 1 / limit)
      }
    }
  }
}
