import * as Effect from "effect/Effect"
import type { ResponseObject } from "../generated/shared.js"
import type { ProgressSink } from "../Invoke.js"
import * as ProgressText from "../ProgressText.js"
import * as ResponseView from "../ResponseView.js"

/** Hands what is new in a state of a run to the sink, line by line and in order. */
export const make = (sink: ProgressSink): ((state: ResponseObject) => Effect.Effect<void>) => {
  const tracker = ProgressText.makeTracker()
  return (state) =>
    Effect.forEach(
      ResponseView.progress(state),
      (entry) => {
        const line = tracker.next(entry)
        return line === undefined ? Effect.void : write(sink, line)
      },
      { discard: true }
    )
}

/** A sink that fails costs its own line and not the run that is waited for. */
const write = (sink: ProgressSink, line: string): Effect.Effect<void> =>
  Effect.suspend(() => {
    const result = sink(line)
    if (Effect.isEffect(result)) return Effect.asVoid(result)
    return isPromise(result) ? Effect.asVoid(Effect.promise(() => Promise.resolve(result))) : Effect.void
  }).pipe(Effect.catchAllCause((cause) => Effect.logDebug("a progress sink failed", cause)))

const isPromise = (u: unknown): u is PromiseLike<unknown> =>
  typeof u === "object" && u !== null && "then" in u && typeof u.then === "function"
