/**
 * Where calls happen: which organization, orbit and collection.
 *
 * Each is named by its id or its exact name, or is the only one there is. It is looked up when it is first needed, once
 * for all calls, and never guessed: none and several are errors that name the candidates.
 *
 * @since 0.1.0
 */
import type { ApiError, ConfigurationError } from "@trilum/core/ApiError"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "./client.js"
import * as Collections from "./generated/collections.js"
import * as Orbits from "./generated/orbits.js"
import * as Organizations from "./generated/organizations.js"
import { once } from "./internal/once.js"
import {
  type Candidate,
  CollectionResourceNotFoundError,
  MultipleResourcesFoundError,
  notConfigured,
  OrbitResourceNotFoundError,
  OrganizationResourceNotFoundError
} from "./LumlError.js"

/**
 * Ids or exact names; an empty text counts as absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Names {
  readonly organization?: string | undefined
  readonly orbit?: string | undefined
  readonly collection?: string | undefined
}

/**
 * Options of calls that happen in an organization. What is not named is that of the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface InOrganization extends RequestOptions {
  /** Id or exact name. */
  readonly organization?: string | undefined
}

/**
 * Options of calls that happen in an orbit.
 *
 * @since 0.1.0
 * @category models
 */
export interface InOrbit extends InOrganization {
  /** Id or exact name. */
  readonly orbit?: string | undefined
}

/**
 * Options of calls that happen in a collection.
 *
 * @since 0.1.0
 * @category models
 */
export interface InCollection extends InOrbit {
  /** Id or exact name. */
  readonly collection?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OrbitPlace {
  readonly organizationId: string
  readonly orbitId: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface CollectionPlace extends OrbitPlace {
  readonly collectionId: string
}

/**
 * What any call can fail with that happens in a place.
 *
 * @since 0.1.0
 * @category models
 */
export type PlaceError =
  | ApiError
  | ConfigurationError
  | OrganizationResourceNotFoundError
  | OrbitResourceNotFoundError
  | CollectionResourceNotFoundError
  | MultipleResourcesFoundError

/**
 * Finds places. The options of a call win over the client's names; naming another organization or orbit forgets the
 * client's names below it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Places {
  readonly names: Names
  readonly organization: (options?: InOrganization) => Effect.Effect<string, PlaceError>
  readonly orbit: (options?: InOrbit) => Effect.Effect<OrbitPlace, PlaceError>
  readonly collection: (options?: InCollection) => Effect.Effect<CollectionPlace, PlaceError>
  /** The same with other names. */
  readonly at: (names: Names) => Places
  /** As {@link at}, looking everything up anew. */
  readonly anew: (names: Names) => Places
}

/**
 * The canonical form of a UUID, for what Python's `UUID(text)` reads as one: any case, with and without dashes, braces
 * and `urn:uuid:`. The server compares ids as text, so only this form finds anything.
 *
 * @since 0.1.0
 * @category parsing
 */
export const canonicalUuid = (text: string): string | undefined => {
  const digits = text
    .toLowerCase()
    .replace("urn:", "")
    .replace("uuid:", "")
    .replace(/^[{}]+|[{}]+$/g, "")
    .replaceAll("-", "")
  return /^[0-9a-f]{32}$/.test(digits)
    ? digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5")
    : undefined
}

/**
 * The record with this id, else the only one with exactly this name; `undefined` for none.
 *
 * @since 0.1.0
 * @category combinators
 */
export const findOne = <A extends Candidate>(
  kind: string,
  value: string,
  records: ReadonlyArray<A>
): Effect.Effect<A | undefined, MultipleResourcesFoundError> => {
  const id = canonicalUuid(value)
  const byId = id === undefined ? undefined : records.find((record) => record.id === id)
  if (byId !== undefined) return Effect.succeed(byId)
  const named = records.filter((record) => record.name === value)
  return named.length > 1
    ? Effect.fail(new MultipleResourcesFoundError({ kind, value, candidates: candidatesOf(named) }))
    : Effect.succeed(named[0])
}

/**
 * @since 0.1.0
 * @category combinators
 */
export const candidatesOf = (
  records: ReadonlyArray<{ readonly id: string; readonly name: string | null }>
): ReadonlyArray<Candidate> => records.map(({ id, name }) => ({ id, name: name ?? "" }))

const given = (name: string | undefined): string | undefined => (name === undefined || name === "" ? undefined : name)

/** The names of a call over those of the client. */
const merge = (client: Names, call: Names): Names => {
  const organization = given(call.organization)
  const orbit = given(call.orbit)
  const sameOrganization = organization === undefined || organization === client.organization
  const sameOrbit = sameOrganization && (orbit === undefined || orbit === client.orbit)
  return {
    organization: organization ?? given(client.organization),
    orbit: orbit ?? (sameOrganization ? given(client.orbit) : undefined),
    collection: given(call.collection) ?? (sameOrbit ? given(client.collection) : undefined)
  }
}

/** What the lookups of one client have found, for all its views. */
type Found = Map<string, Effect.Effect<string, PlaceError>>

const pageSize = 100

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient, names: Names): Places => {
  const organizations = Organizations.make(client)
  const orbits = Orbits.make(client)
  const collections = Collections.make(client)

  const organizationOf = (value: string | undefined): Effect.Effect<string, PlaceError> =>
    Effect.gen(function* () {
      const all = yield* organizations.list()
      const candidates = candidatesOf(all)
      const found = value === undefined ? onlyOne(candidates) : yield* findOne("Organization", value, candidates)
      if (found !== undefined) return found.id
      return yield* value === undefined
        ? notConfigured("Organization", candidates)
        : new OrganizationResourceNotFoundError({ value, candidates })
    })

  const orbitOf = (organizationId: string, value: string | undefined): Effect.Effect<string, PlaceError> =>
    Effect.gen(function* () {
      const all = yield* orbits.list(organizationId)
      const candidates = candidatesOf(all)
      const found = value === undefined ? onlyOne(candidates) : yield* findOne("Orbit", value, candidates)
      if (found !== undefined) return found.id
      return yield* value === undefined
        ? notConfigured("Orbit", candidates)
        : new OrbitResourceNotFoundError({ value, candidates })
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
        const byId =
          id === undefined
            ? undefined
            : yield* Effect.catchTag(collections.get(organizationId, orbitId, id), "NotFoundError", () =>
                Effect.succeed(undefined)
              )
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

  const at = (current: Names, found: Found): Places => {
    const lookup = (key: string, find: Effect.Effect<string, PlaceError>): Effect.Effect<string, PlaceError> => {
      const known = found.get(key)
      if (known !== undefined) return known
      const made = once(find)
      found.set(key, made)
      return made
    }
    const organizationAt = ({ organization }: Names) =>
      lookup(JSON.stringify([organization]), organizationOf(organization))
    const orbitAt = (at: Names): Effect.Effect<OrbitPlace, PlaceError> =>
      Effect.flatMap(organizationAt(at), (organizationId) =>
        Effect.map(
          lookup(JSON.stringify([organizationId, at.orbit]), orbitOf(organizationId, at.orbit)),
          (orbitId) => ({ organizationId, orbitId })
        )
      )
    const collectionAt = (at: Names): Effect.Effect<CollectionPlace, PlaceError> =>
      Effect.flatMap(orbitAt(at), (place) =>
        Effect.map(
          lookup(
            JSON.stringify([place.organizationId, place.orbitId, at.collection]),
            collectionOf(place, at.collection)
          ),
          (collectionId) => ({ ...place, collectionId })
        )
      )
    return {
      names: current,
      organization: (options = {}) => Effect.suspend(() => organizationAt(merge(current, options))),
      orbit: (options = {}) => Effect.suspend(() => orbitAt(merge(current, options))),
      collection: (options = {}) => Effect.suspend(() => collectionAt(merge(current, options))),
      at: (names) => at(merge(current, names), found),
      anew: (names) => at(merge(current, names), new Map())
    }
  }
  return at(merge({}, names), new Map())
}

const onlyOne = <A>(records: ReadonlyArray<A>): A | undefined => (records.length === 1 ? records[0] : undefined)
