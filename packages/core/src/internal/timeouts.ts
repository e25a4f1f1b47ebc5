import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"

/** Interrupts `self` when it takes longer than `limit`, and fails. */
export const failAfter = <A, E, R, E2>(
  self: Effect.Effect<A, E, R>,
  limit: Duration.DurationInput,
  onTimeout: () => E2
): Effect.Effect<A, E | E2, R> => Effect.timeoutFail(self, { duration: limit, onTimeout })
