/**
 * Fibers of attempts.
 */
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import * as Runtime from "effect/Runtime"

const liveClock = Context.get(DefaultServices.liveServices, Clock.Clock)

/** Longer delays overflow `setTimeout` and fire at once. */
const longestTimer = 2 ** 31 - 1

interface Limit<E> {
  readonly duration: Duration.Duration
  readonly onTimeout: () => E
}

/**
 * Runs an effect on a fiber of its own, within a time limit. The fiber references that the effect sets end with it, so
 * it need not restore them; and a fiber that is interrupted could not go on to another attempt. The effect is
 * interruptible, whatever the region of the caller: the limit ends it.
 *
 * Under the machine's clock the limit is one timer. Under any other it is a race with a sleep: `Effect.timeoutFail` of
 * effect 3.22.4 never ends in an `Effect.all` of which another effect fails.
 */
export const run = <A, E, E2 = never, R = never>(
  effect: Effect.Effect<A, E, R>,
  limit?: Limit<E2>
): Effect.Effect<A, E | E2, R> =>
  Effect.withFiberRuntime((fiber, { runtimeFlags }) => {
    const bounded = limit !== undefined && Duration.isFinite(limit.duration) ? limit : undefined
    const isLive = Context.get(fiber.currentDefaultServices, Clock.Clock) === liveClock
    const alone = Effect.contextWithEffect((context: Context.Context<R>) =>
      Effect.async<A, E | E2>((resume) => {
        const runtime = Runtime.make({ context, runtimeFlags, fiberRefs: fiber.getFiberRefs() })
        // As an exit: a fiber that fails writes a line to the debug log. In a microtask: whoever starts the call can
        // interrupt it before the request is sent.
        const child = Runtime.runFork(runtime, Effect.exit(Effect.interruptible(effect)), { immediate: false })
        let timer: ReturnType<typeof setTimeout> | undefined
        if (bounded !== undefined && isLive) {
          const expire = (): void => {
            child.unsafeInterruptAsFork(fiber.id())
            resume(Effect.fail(bounded.onTimeout()))
          }
          timer = setTimeout(expire, Math.min(Duration.toMillis(bounded.duration), longestTimer))
        }
        child.addObserver((exit) => {
          clearTimeout(timer)
          resume(Exit.flatten(exit))
        })
        return Fiber.interrupt(child)
      })
    )
    if (bounded === undefined || isLive) return alone
    const expired = Effect.zipRight(Effect.sleep(bounded.duration), Effect.failSync(bounded.onTimeout))
    return Effect.raceFirst(Effect.interruptible(alone), Effect.interruptible(expired))
  })
