import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"

/**
 * Limits how long one pull may take, with two fibers for the life of the scope instead of one per pull: a pump that
 * runs `pull` on demand, and a watchdog on the Clock. Time the consumer takes between pulls does not count.
 *
 * The watchdog never looks at a pull when it begins. It sleeps at most `millis`, so it always wakes before a pull
 * that began meanwhile is due, and then sleeps exactly what is left.
 */
export const limit = <A, E, R, E2>(
  pull: Effect.Effect<A, Option.Option<E>, R>,
  millis: number,
  onIdle: () => E2
): Effect.Effect<Effect.Effect<A, Option.Option<E | E2>>, never, R | Scope.Scope> =>
  Effect.gen(function*() {
    const clock = yield* Clock.Clock
    let waiting: ((result: Effect.Effect<A, Option.Option<E | E2>>) => void) | undefined
    let since = 0
    let wakePump: (() => void) | undefined

    const answer = (result: Effect.Effect<A, Option.Option<E | E2>>): void => {
      const resume = waiting
      waiting = undefined
      resume?.(result)
    }

    const demand = Effect.async<void>((resume) => {
      if (waiting !== undefined) return resume(Effect.void)
      wakePump = () => resume(Effect.void)
    })

    const pump = demand.pipe(
      Effect.zipRight(Effect.exit(pull)),
      Effect.tap((exit) => {
        answer(exit)
        return Exit.isFailure(exit) ? Effect.interrupt : Effect.void
      }),
      Effect.forever({ disableYield: true })
    )

    const watchdog = Effect.suspend(() => {
      const left = waiting === undefined ? millis : since + millis - clock.unsafeCurrentTimeMillis()
      if (left > 0) return clock.sleep(left)
      answer(Effect.fail(Option.some(onIdle())))
      return Effect.interrupt
    }).pipe(Effect.forever({ disableYield: true }))

    yield* Effect.forkScoped(pump)
    yield* Effect.forkScoped(watchdog)

    return Effect.async<A, Option.Option<E | E2>>((resume) => {
      waiting = resume
      since = clock.unsafeCurrentTimeMillis()
      const wake = wakePump
      wakePump = undefined
      wake?.()
      return Effect.sync(() => {
        waiting = undefined
      })
    })
  })
