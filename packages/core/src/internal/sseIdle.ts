import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"

/**
 * Limits how long one pull may take, with two fibers for the life of the scope instead of one per pull: a pump that
 * runs `pull` on demand, and a watchdog on the Clock. Time the consumer takes between pulls does not count.
 *
 * The watchdog is not told when a pull begins. It sleeps at most `millis`, so it always wakes before a pull that
 * began meanwhile is due, and then sleeps exactly what is left.
 */
export const limit = <A, E, R, E2>(
  pull: Effect.Effect<A, Option.Option<E>, R>,
  millis: number,
  onIdle: () => E2
): Effect.Effect<Effect.Effect<A, Option.Option<E | E2>>, never, R | Scope.Scope> =>
  Effect.gen(function* () {
    type Result = Exit.Exit<A, Option.Option<E | E2>>
    const clock = yield* Effect.clock
    let waiting: ((result: Result) => void) | undefined
    let since = 0
    let ready: Result | undefined
    let wakePump: (() => void) | undefined

    const answer = (result: Result): void => {
      const resume = waiting
      waiting = undefined
      if (resume === undefined) ready = result
      else resume(result)
    }

    const demand = Effect.async<void>((resume) => {
      if (waiting !== undefined) return resume(Effect.void)
      wakePump = () => resume(Effect.void)
    })

    const pump: Effect.Effect<void, never, R> = Effect.flatMap(demand, () =>
      Effect.flatMap(Effect.exit(pull), (exit) => {
        answer(exit)
        return Exit.isFailure(exit) ? Effect.void : pump
      })
    )

    const watchdog: Effect.Effect<void> = Effect.suspend(() => {
      const left = waiting === undefined ? millis : since + millis - clock.unsafeCurrentTimeMillis()
      if (left > 0) return Effect.zipRight(clock.sleep(Duration.millis(left)), watchdog)
      answer(Exit.fail(Option.some(onIdle())))
      return Effect.void
    })

    yield* Effect.forkScoped(pump)
    yield* Effect.forkScoped(watchdog)

    return Effect.async<A, Option.Option<E | E2>>((resume) => {
      if (ready !== undefined) {
        resume(ready)
        ready = undefined
        return
      }
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
