import type { ObservedAnswer } from "@trilum/core/ApiClient"
import * as Retry from "@trilum/core/Retry"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** How many runs of a batch may be under way, and when the next may start. */
export interface Pace {
  /** Waits for a free place, and for the end of a pause. Whoever has a place gives it back with {@link release}. */
  readonly enter: Effect.Effect<void>
  readonly release: () => void
  /** Waits for the end of a pause alone. */
  readonly unpaused: Effect.Effect<void>
  readonly onAnswer: (answer: ObservedAnswer) => void
  /** Places there are now. */
  readonly limit: () => number
}

/** Between two halvings: answers to what was sent before the first are no news. Milliseconds. */
const halvingInterval = 1000

export const make = (options: {
  readonly concurrency: number
  readonly adaptive: boolean
  readonly maxRetryAfter?: Duration.DurationInput | undefined
}): Pace => {
  const { adaptive, concurrency } = options
  const longestPause = Duration.toMillis(options.maxRetryAfter ?? Retry.standard.maxRetryAfter)
  const waiting: Array<() => void> = []
  let limit = concurrency
  let entered = 0
  let pausedUntil = Number.NEGATIVE_INFINITY
  let halvedAt = Number.NEGATIVE_INFINITY

  const wake = (): void => {
    for (let free = Math.floor(limit) - entered; free > 0 && waiting.length > 0; free--) waiting.shift()?.()
  }
  const place = Effect.async<void>((resume) => {
    const go = (): void => resume(Effect.void)
    waiting.push(go)
    return Effect.sync(() => {
      const index = waiting.indexOf(go)
      if (index >= 0) waiting.splice(index, 1)
    })
  })
  const unpaused: Effect.Effect<void> = Effect.flatMap(Clock.currentTimeMillis, (now) =>
    // A pause may grow while it is slept through.
    now < pausedUntil ? Effect.zipRight(Effect.sleep(pausedUntil - now), unpaused) : Effect.void
  )
  const enter: Effect.Effect<void> = Effect.suspend(() =>
    entered >= Math.floor(limit)
      ? Effect.zipRight(place, enter)
      : Effect.flatMap(Clock.currentTimeMillis, (now) => {
          if (now < pausedUntil) return Effect.zipRight(unpaused, enter)
          entered += 1
          return Effect.void
        })
  )

  return {
    enter,
    unpaused,
    release: () => {
      entered -= 1
      wake()
    },
    limit: () => Math.floor(limit),
    onAnswer: ({ at, headers, operation, status }) => {
      if (status === 429 || status === 503) {
        const asked = Retry.parseRetryAfter(headers, at)
        if (asked !== undefined) pausedUntil = Math.max(pausedUntil, at + Math.min(asked, longestPause))
        if (adaptive && at - halvedAt >= halvingInterval) {
          halvedAt = at
          limit = Math.max(1, limit / 2)
        }
      } else if (status < 300 && operation.id === "createResponse" && limit < concurrency) {
        limit = Math.min(concurrency, limit + 1 / limit)
        wake()
      }
    }
  }
}
