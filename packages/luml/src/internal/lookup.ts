import { NotFoundError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import type { Candidate, MultipleResourcesFoundError } from "../LumlError.js"
import { canonicalUuid, findOne } from "../Place.js"

/** The error of a lookup that found nothing. */
export const notFound = (kind: string, value: string): NotFoundError =>
  new NotFoundError({
    platform: "luml",
    identifier: value,
    code: "NOT_FOUND",
    message: `no ${kind.toLowerCase()} has the id or the exact name ${JSON.stringify(value)}`
  })

/** `undefined` in place of a 404. */
export const orNone = <A, E>(
  effect: Effect.Effect<A, E | NotFoundError>
): Effect.Effect<A | undefined, E | NotFoundError> =>
  Effect.catchIf(
    effect,
    (failure) => failure instanceof NotFoundError,
    () => Effect.succeed(undefined)
  )

/**
 * A record by id, else by exact name among all. `all` need not be asked when the text is an id in its canonical form,
 * which is no likely name.
 */
export const lookup = <A, E>(
  kind: string,
  value: string,
  find: {
    readonly byId?: ((id: string) => Effect.Effect<A, E>) | undefined
    readonly all: Effect.Effect<ReadonlyArray<{ readonly record: A } & Candidate>, E>
  }
): Effect.Effect<A | undefined, E | NotFoundError | MultipleResourcesFoundError> =>
  Effect.gen(function* () {
    const id = canonicalUuid(value)
    if (id !== undefined && find.byId !== undefined) {
      const byId = yield* orNone(find.byId(id))
      if (byId !== undefined || id === value) return byId
    }
    return (yield* findOne(kind, value, yield* find.all))?.record
  })

/** As {@link lookup}; nothing found is an error. */
export const need = <A, E>(
  kind: string,
  value: string,
  effect: Effect.Effect<A | undefined, E>
): Effect.Effect<A, E | NotFoundError> =>
  Effect.flatMap(effect, (found) => (found === undefined ? Effect.fail(notFound(kind, value)) : Effect.succeed(found)))

/** A 404 to a repeated DELETE: the first answer was lost on the way, and it was a success. */
export const goneAfterRepeat = <E>(
  deletion: Effect.Effect<void, E | NotFoundError>
): Effect.Effect<void, E | NotFoundError> =>
  Effect.catchIf(
    deletion,
    (failure) => failure instanceof NotFoundError && (failure.attempts ?? 0) > 1,
    () => Effect.void
  )
