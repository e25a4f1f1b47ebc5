import * as Effect from "effect/Effect"
import type { ApiClient } from "../client.js"
import * as Collections from "../generated/collections.js"
import * as Orbits from "../generated/orbits.js"
import * as Organizations from "../generated/organizations.js"
import {
  type Candidate,
  CollectionResourceNotFoundError,
  notConfigured,
  OrbitResourceNotFoundError,
  OrganizationResourceNotFoundError
} from "../LumlError.js"
import { candidatesOf, findOne, type Lookups, type OrbitPlace, type PlaceError } from "../Place.js"
import { collectionRecords, search } from "./lookup.js"

const pageSize = 100

export const make = (client: ApiClient): Lookups => {
  const organizations = Organizations.resource.make(client, undefined)
  const orbits = Orbits.resource.make(client, undefined)
  const collections = Collections.resource.make(client, undefined)
  const findCollection = search(collectionRecords(collections))

  /** The record with this id or name, or the only one. */
  const idOf = <E>(
    kind: string,
    value: string | undefined,
    list: Effect.Effect<ReadonlyArray<{ readonly id: string; readonly name: string }>, E>,
    notFound: (value: string, candidates: ReadonlyArray<Candidate>) => PlaceError
  ): Effect.Effect<string, E | PlaceError> =>
    Effect.gen(function* () {
      const candidates = candidatesOf(yield* list)
      const found = value === undefined ? onlyOne(candidates) : yield* findOne(kind, value, candidates)
      if (found !== undefined) return found.id
      return yield* Effect.fail(value === undefined ? notConfigured(kind, candidates) : notFound(value, candidates))
    })

  const collectionOf = (place: OrbitPlace, value: string | undefined): Effect.Effect<string, PlaceError> =>
    Effect.gen(function* () {
      const orbit = [place.organizationId, place.orbitId] as const
      const found =
        value === undefined
          ? onlyOne((yield* collections.list(...orbit, { limit: 2 })).items)
          : yield* findCollection(orbit, value)
      if (found !== undefined) return found.id
      const { items } = yield* collections.list(...orbit, { limit: pageSize })
      const candidates = candidatesOf(items)
      return yield* value === undefined
        ? notConfigured("Collection", candidates)
        : new CollectionResourceNotFoundError({ value, candidates })
    })

  return {
    organization: (value) =>
      idOf(
        "Organization",
        value,
        organizations.list(),
        (value, candidates) => new OrganizationResourceNotFoundError({ value, candidates })
      ),
    orbit: (organizationId, value) =>
      idOf(
        "Orbit",
        value,
        orbits.list(organizationId),
        (value, candidates) => new OrbitResourceNotFoundError({ value, candidates })
      ),
    collection: collectionOf
  }
}

const onlyOne = <A>(records: ReadonlyArray<A>): A | undefined => (records.length === 1 ? records[0] : undefined)
