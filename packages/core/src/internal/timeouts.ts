import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Runtime from "effect/Runtime"

const liveClock = Context.get(DefaultServices.liveServices, Clock.Clock)

/**
 * Interrupts `self` when it takes longer than `limit`, and fails. Ends only when the interrupted work has ended.
 *
 * `Effect.timeoutFail` forks the work and a sleep, which costs more than all else in a call; where the clock is the
 * machine's, one fork and a timer do the same.
 */
export const failAfter = <A, E, E2>(
  self: Effect.Effect<A, E>,
  limit: Duration.DurationInput,
  onTimeout: () => E2
): Effect.Effect<A, E | E2> => {
  const duration = Duration.decode(limit)
  if (!Duration.isFinite(duration)) return self
  return Effect.withFiberRuntime((fiber) => {
    if (Context.get(fiber.currentDefaultServices, Clock.Clock) !== liveClock) {
      return Effect.timeoutFail(self, { duration, onTimeout })
    }
    return Effect.async<A, E | E2>((resume) => {
      const child = Runtime.runFork(
        Runtime.make({
          context: fiber.currentContext,
          runtimeFlags: Runtime.defaultRuntimeFlags,
          fiberRefs: fiber.getFiberRefs()
        }),
        self
      )
      let late = false
      const timer = setTimeout(() => {
        late = true
        child.unsafeInterruptAsFork(fiber.id())
      }, Math.min(Duration.toMillis(duration), longestTimer))
      child.addObserver((exit) => {
        clearTimeout(timer)
        resume(late && Exit.isInterrupted(exit) ? Effect.fail(onTimeout()) : exit)
      })
      return Effect.suspend(() => {
        clearTimeout(timer)
        return Fiber.interrupt(child)
      })
    })
  })
}

/** Longer delays overflow `setTimeout` and fire at once. */
const longestTimer = 2 ** 31 - 1
