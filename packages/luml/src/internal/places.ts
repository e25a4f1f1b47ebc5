import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
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
import { candidatesOf, canonicalUuid, findOne, type Lookups, type OrbitPlace, type PlaceError } from "../Place.js"
import { orNone } from "./lookup.js"

const pageSize = 100

export const make = (client: ApiClient): Lookups => {
  const organizations = Organizations.resource.make(client, undefined)
  const orbits = Orbits.resource.make(client, undefined)
  const collections = Collections.resource.make(client, undefined)

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

  const collectionOf = (
    { orbitId, organizationId }: OrbitPlace,
    value: string | undefined
  ): Effect.Effect<string, PlaceError> =>
    Effect.gen(function* () {
      if (value === undefined) {
        const { items } = yield* collections.list(organizationId, orbitId, { limit: 2 })
        const only = onlyOne(items)
        if (only !== undefined) return only.id
      } else {
        const id = canonicalUuid(value)
        const byId = id === undefined ? undefined : yield* orNone(collections.get(organizationId, orbitId, id))
        if (byId !== undefined) return byId.id
        // The search knows substrings, tags and wildcards; exact names are among what it finds.
        const named = yield* collections.listAll(organizationId, orbitId, { search: value, limit: pageSize }).pipe(
          Stream.filter((collection) => collection.name === value),
          Stream.runCollect
        )
        const found = yield* findOne("Collection", value, Chunk.toReadonlyArray(named))
        if (found !== undefined) return found.id
      }
      const { items } = yield* collections.list(organizationId, orbitId, { limit: pageSize })
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
