/**
 * One run of an effect for all callers that ask for it.
 *
 * The run has a fiber of its own: interrupting a caller takes nothing from the others. No interruption, at whichever
 * yield it comes, leaves a run that nobody finishes.
 *
 * @since 0.1.0
 */
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberId from "effect/FiberId"

/**
 * At most one run at a time. Callers that come during a run share its exit; the next caller starts another run.
 *
 * @since 0.1.0
 * @category constructors
 */
export const inFlight = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> => make(effect, () => false)

/**
 * One run at a time, and none after a success, whose value every later caller gets. A failure is not kept.
 *
 * @since 0.1.0
 * @category constructors
 */
export const once = <A, E, R>(effect: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> => make(effect, Exit.isSuccess)

const make = <A, E, R>(
  effect: Effect.Effect<A, E, R>,
  keeps: (exit: Exit.Exit<A, E>) => boolean
): Effect.Effect<A, E, R> => {
  let current: Deferred.Deferred<A, E> | undefined
  // Uninterruptible from here to the fork: a deferred without a run would never be done.
  return Effect.uninterruptibleMask((restore) =>
    Effect.suspend(() => {
      if (current !== undefined) return restore(Deferred.await(current))
      const deferred = Deferred.unsafeMake<A, E>(FiberId.none)
      current = deferred
      const run = Effect.onExit(Effect.interruptible(effect), (exit) => {
        if (!keeps(exit)) current = undefined
        return Deferred.done(deferred, exit)
      })
      return Effect.zipRight(Effect.forkDaemon(run), restore(Deferred.await(deferred)))
    })
  )
}
