/**
 * Code that not every program needs, loaded as a part of the first call that does: `import()` as an effect.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import { TransportError } from "./ApiError.js"
import * as Redaction from "./Redaction.js"

/**
 * What `load` brings, kept from then on. Fails with {@link TransportError} of code `CODE_NOT_LOADED`; a failure is not
 * kept, so the next call tries again. `what` is named in its message.
 *
 * ```ts
 * const structured = OnDemand.once("acme", "schemas", () => import("./structured.js"))
 * ```
 *
 * @since 0.1.0
 * @category constructors
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
