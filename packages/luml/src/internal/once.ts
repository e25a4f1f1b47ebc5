import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberId from "effect/FiberId"

/**
 * The effect, run once for all who ask: one run at a time, on a fiber of its own so that interrupting one of the askers
 * takes nothing from the others, and none after a success. A failure is not kept.
 */
export const once = <A, E>(effect: Effect.Effect<A, E>): Effect.Effect<A, E> => {
  let running: Deferred.Deferred<A, E> | undefined
  return Effect.suspend(() => {
    if (running !== undefined) return Deferred.await(running)
    const deferred = Deferred.unsafeMake<A, E>(FiberId.none)
    running = deferred
    const run = Effect.onExit(effect, (exit) => {
      if (Exit.isFailure(exit)) running = undefined
      return Deferred.done(deferred, exit)
    })
    return Effect.zipRight(Effect.forkDaemon(Effect.interruptible(run)), Deferred.await(deferred))
  })
}
