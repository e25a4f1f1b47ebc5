import { NotFoundError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type * as Collections from "../generated/collections.js"
import type { Collection } from "../generated/shared.js"
import { canonicalUuid, findOne, type InOrbit, type PlaceError, type Places } from "../Place.js"
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

/** The ids of an orbit, the first path arguments of its operations. */
export type OrbitIds = readonly [organizationId: string, orbitId: string]

/** Resolves the orbit of a call. */
export const orbitIds =
  (places: Places) =>
  (options?: InOrbit): Effect.Effect<OrbitIds, PlaceError> =>
    Effect.map(places.orbit(options), ({ orbitId, organizationId }) => [organizationId, orbitId])

/** The records with exactly this name. The search of the server also finds substrings, tags and wildcards. */
export const exactly = <A extends { readonly name?: string | null | undefined }, E>(
  name: string,
  records: Stream.Stream<A, E>
): Effect.Effect<Iterable<A>, E> => Stream.runCollect(Stream.filter(records, (record) => record.name === name))

interface Named {
  readonly id: string
  readonly name?: string | null | undefined
}

/** Where the records of a resource are: `P` is their place, `O` the options of calls. */
interface Records<A, P, O> {
  /** As in errors, such as `Deployment`. */
  readonly kind: string
  /** The resource and the name of the argument, such as `deployments` and `deployment`. */
  readonly resource: string
  readonly argument: string
  readonly byId?: ((place: P, id: string, options?: O) => Effect.Effect<A, PlaceError>) | undefined
  /** All records, or those that a search for the name returns. */
  readonly all: (place: P, name: string, options?: O) => Effect.Effect<Iterable<A>, PlaceError>
  readonly nameOf?: ((record: A) => string | null | undefined) | undefined
}

/** Finds a record by id, else by exact name. The names are not requested for an id in its canonical form. */
export const search =
  <A extends Named, P, O>({ all, byId, kind, nameOf = ({ name }) => name }: Records<A, P, O>) =>
  (place: P, value: string, options?: O): Effect.Effect<A | undefined, PlaceError> =>
    Effect.gen(function* () {
      const id = canonicalUuid(value)
      if (id !== undefined && byId !== undefined) {
        const found = yield* orNone(byId(place, id, options))
        if (found !== undefined || id === value) return found
      }
      const records = [...(yield* all(place, value, options))]
      const candidates = records.map((record) => ({ id: record.id, name: nameOf(record) ?? "", record }))
      return (yield* findOne(kind, value, candidates))?.record
    })

/** The methods of a resource whose records are identified by id or exact name. */
export const named = <A extends Named, P, O>(
  place: (options?: O) => Effect.Effect<P, PlaceError>,
  records: Records<A, P, O>
) => {
  const { argument, kind, resource } = records
  const find = search(records)
  /** Runs an effect with a record and its place. `ids` are other required identifiers. */
  const atWith =
    (ids: Readonly<Record<string, unknown>>) =>
    <B, E>(
      value: string,
      options: O | undefined,
      run: (record: A, place: P) => Effect.Effect<B, E>
    ): Effect.Effect<B, E | PlaceError> =>
      Effect.gen(function* () {
        yield* requireIds(resource, { [argument]: value, ...ids })
        const at = yield* place(options)
        return yield* run(yield* need(kind, value, find(at, value, options)), at)
      })
  const at = atWith({})
  const get = (value: string, options?: O): Effect.Effect<A, PlaceError> =>
    at(value, options, (record) => Effect.succeed(record))
  return {
    at,
    atWith,
    get,
    find: (value: string, options?: O): Effect.Effect<A | undefined, PlaceError> => orNone(get(value, options))
  }
}

const pageSize = 100

/** The collections of an orbit. */
export const collectionRecords = (generated: Collections.Service): Records<Collection, OrbitIds, InOrbit> => ({
  kind: "Collection",
  resource: "collections",
  argument: "collection",
  byId: (orbit, id, options) => generated.get(...orbit, id, options),
  all: (orbit, name, options) => exactly(name, generated.listAll(...orbit, { search: name, limit: pageSize }, options))
})

/** A 404 to a repeated DELETE: the response to the first one was lost, and it was a success. */
export const goneAfterRepeat = <E>(
  deletion: Effect.Effect<void, E | NotFoundError>
): Effect.Effect<void, E | NotFoundError> =>
  Effect.catchIf(
    deletion,
    (failure) => failure instanceof NotFoundError && (failure.attempts ?? 0) > 1,
    () => Effect.void
  )
