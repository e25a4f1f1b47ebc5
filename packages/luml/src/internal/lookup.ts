import { NotFoundError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import type { MultipleResourcesFoundError } from "../LumlError.js"
import { canonicalUuid, findOne, type PlaceError } from "../Place.js"
import { requireIds } from "./invalid.js"

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

/** Fails with `NotFoundError` when nothing was found. */
export const need = <A, E>(
  kind: string,
  value: string,
  effect: Effect.Effect<A | undefined, E>
): Effect.Effect<A, E | NotFoundError> =>
  Effect.flatMap(effect, (found) => (found === undefined ? Effect.fail(notFound(kind, value)) : Effect.succeed(found)))

/** Where the records of a resource are: `P` is their place, `O` the options of calls. */
interface Records<A, P, O> {
  /** As in errors, such as `Deployment`. */
  readonly kind: string
  /** The resource and the name of the argument, such as `deployments` and `deployment`. */
  readonly resource: string
  readonly argument: string
  readonly place: (options?: O) => Effect.Effect<P, PlaceError>
  readonly byId?: ((place: P, id: string, options?: O) => Effect.Effect<A, PlaceError>) | undefined
  /** All records, or those that a search for the name returns. */
  readonly all: (place: P, name: string, options?: O) => Effect.Effect<Iterable<A>, PlaceError>
  readonly nameOf?: ((record: A) => string | null | undefined) | undefined
}

/**
 * The methods of a resource whose records are identified by id, else by exact name. The names are not requested when the
 * value is an id in its canonical form.
 */
export const named = <A extends { readonly id: string; readonly name?: string | null | undefined }, P, O>({
  all,
  argument,
  byId,
  kind,
  nameOf = ({ name }) => name,
  place,
  resource
}: Records<A, P, O>) => {
  const search = (
    at: P,
    value: string,
    options?: O
  ): Effect.Effect<A | undefined, PlaceError | MultipleResourcesFoundError> =>
    Effect.gen(function* () {
      const id = canonicalUuid(value)
      if (id !== undefined && byId !== undefined) {
        const found = yield* orNone(byId(at, id, options))
        if (found !== undefined || id === value) return found
      }
      const records = [...(yield* all(at, value, options))]
      const candidates = records.map((record) => ({ id: record.id, name: nameOf(record) ?? "", record }))
      return (yield* findOne(kind, value, candidates))?.record
    })
  /** Runs an effect with the record and its place. `ids` are further required identifiers. */
  const at = <B, E>(
    value: string,
    options: O | undefined,
    run: (record: A, place: P) => Effect.Effect<B, E>,
    ids: Readonly<Record<string, unknown>> = {}
  ): Effect.Effect<B, E | PlaceError> =>
    Effect.gen(function* () {
      yield* requireIds(resource, { [argument]: value, ...ids })
      const found = yield* place(options)
      return yield* run(yield* need(kind, value, search(found, value, options)), found)
    })
  const get = (value: string, options?: O): Effect.Effect<A, PlaceError> =>
    at(value, options, (record) => Effect.succeed(record))
  const find = (value: string, options?: O): Effect.Effect<A | undefined, PlaceError> => orNone(get(value, options))
  return { at, get, find }
}

/** A 404 to a repeated DELETE: the response to the first one was lost, and it was a success. */
export const goneAfterRepeat = <E>(
  deletion: Effect.Effect<void, E | NotFoundError>
): Effect.Effect<void, E | NotFoundError> =>
  Effect.catchIf(
    deletion,
    (failure) => failure instanceof NotFoundError && (failure.attempts ?? 0) > 1,
    () => Effect.void
  )
