/**
 * Code that not every program needs: it is loaded as a part of the first call that does.
 */
import * as Effect from "effect/Effect"
import { TransportError } from "../ApiError.js"
import * as Redaction from "../Redaction.js"

/**
 * What `load` brings, kept from then on. A failure is not kept: the next call tries again.
 *
 * `what` is named in the message of the failure.
 */
export const once = <A>(platform: string, what: string, load: () => Promise<A>): Effect.Effect<A, TransportError> => {
  let ready: Effect.Effect<A> | undefined
  let loading: Promise<A> | undefined
  const start = (): Promise<A> => {
    loading ??= load().then(
      (value) => {
        ready = Effect.succeed(value)
        return value
      },
      (cause) => {
        loading = undefined
        throw cause
      }
    )
    return loading
  }
  const failed = (cause: unknown): TransportError =>
    new TransportError({
      platform,
      code: "CODE_NOT_LOADED",
      attempts: 0,
      message: `${what}: the code of this part of the client could not be loaded; try again, or look at the cause`,
      cause: Redaction.redactor.error(cause)
    })
  return Effect.suspend(
    (): Effect.Effect<A, TransportError> => ready ?? Effect.tryPromise({ try: start, catch: failed })
  )
}
