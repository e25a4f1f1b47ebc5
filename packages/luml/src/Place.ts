/**
 * The place of a call: organization, orbit and collection.
 *
 * A place is identified by its id or exact name. Without one, the only existing record is used. Ids are resolved on
 * first use and shared by all calls. No record and several records are errors that list the candidates.
 *
 * @since 0.1.0
 */
import type { ApiError, ConfigurationError } from "@trilum/core/ApiError"
import * as SharedEffect from "@trilum/core/SharedEffect"
import * as Effect from "effect/Effect"
import type { RequestOptions } from "./client.js"
import { requireIds } from "./internal/invalid.js"
import {
  type Candidate,
  type CollectionResourceNotFoundError,
  MultipleResourcesFoundError,
  type OrbitResourceNotFoundError,
  type OrganizationResourceNotFoundError
} from "./LumlError.js"

/**
 * Ids or exact names. An empty string counts as missing in the options of a client, and is a `ValidationError` in the
 * options of a call.
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
 * Options of calls in an organization. Defaults are those of the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface InOrganization extends RequestOptions {
  /** Id or exact name. */
  readonly organization?: string | undefined
}

/**
 * Options of calls in an orbit.
 *
 * @since 0.1.0
 * @category models
 */
export interface InOrbit extends InOrganization {
  /** Id or exact name. */
  readonly orbit?: string | undefined
}

/**
 * Options of calls in a collection.
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
 * The errors of calls in a place.
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
 * Ids of the client's organization, orbit and collection. `undefined`: not determined.
 *
 * @since 0.1.0
 * @category models
 */
export interface PlaceIds {
  readonly organizationId: string | undefined
  readonly orbitId: string | undefined
  readonly collectionId: string | undefined
}

/**
 * Requests the id of a named record, or of the only one.
 *
 * @since 0.1.0
 * @category models
 */
export interface Lookups {
  readonly organization: (name: string | undefined) => Effect.Effect<string, PlaceError>
  readonly orbit: (organizationId: string, name: string | undefined) => Effect.Effect<string, PlaceError>
  readonly collection: (place: OrbitPlace, name: string | undefined) => Effect.Effect<string, PlaceError>
}

/**
 * Resolves places. The options of a call override the names of the client. An option for another organization or orbit
 * also discards the client's names below it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Places {
  readonly names: Names
  readonly organization: (options?: InOrganization) => Effect.Effect<string, PlaceError>
  readonly orbit: (options?: InOrbit) => Effect.Effect<OrbitPlace, PlaceError>
  readonly collection: (options?: InCollection) => Effect.Effect<CollectionPlace, PlaceError>
  /** The same places with other names. */
  readonly at: (names: Names) => Places
  /** Like `at`, but resolves all ids with new requests. */
  readonly fresh: (names: Names) => Places
}

/**
 * The canonical form of a UUID. Accepts the input of Python's `UUID(text)`: any case, with or without dashes, braces
 * and `urn:uuid:`. The server compares ids as text, so it only finds the canonical form.
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
 * The record with this id, else the only one with exactly this name, else `undefined`.
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

/** Merges the names of a call with those of the client. */
const merge = (client: Names, from: Names | null): Names => {
  const call = from ?? {}
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

/** The resolved ids of one client, shared by all its views. */
type Found = Map<string, Effect.Effect<string, PlaceError>>

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (lookups: Lookups, names: Names): Places => {
  /** `own` are the names that a view of the client adds. */
  const at = (current: Names, found: Found, own: Names = {}): Places => {
    const lookup = (key: string, find: Effect.Effect<string, PlaceError>): Effect.Effect<string, PlaceError> => {
      const known = found.get(key)
      if (known !== undefined) return known
      const made = SharedEffect.once(find)
      found.set(key, made)
      return made
    }
    const organizationAt = ({ organization }: Names) =>
      lookup(JSON.stringify([organization]), lookups.organization(organization))
    const orbitAt = (at: Names): Effect.Effect<OrbitPlace, PlaceError> =>
      Effect.flatMap(organizationAt(at), (organizationId) =>
        Effect.map(
          lookup(JSON.stringify([organizationId, at.orbit]), lookups.orbit(organizationId, at.orbit)),
          (orbitId) => ({ organizationId, orbitId })
        )
      )
    const collectionAt = (at: Names): Effect.Effect<CollectionPlace, PlaceError> =>
      Effect.flatMap(orbitAt(at), (place) =>
        Effect.map(
          lookup(
            JSON.stringify([place.organizationId, place.orbitId, at.collection]),
            lookups.collection(place, at.collection)
          ),
          (collectionId) => ({ ...place, collectionId })
        )
      )
    // An empty name, in the options of a call or of `withOrbit`, would select the default place.
    const from = <A>(options: Names, find: (names: Names) => Effect.Effect<A, PlaceError>) => {
      const { collection = "-", orbit = "-", organization = "-" } = { ...own, ...options }
      return Effect.zipRight(
        requireIds("options", { organization, orbit, collection }),
        Effect.suspend(() => find(merge(current, options)))
      )
    }
    return {
      names: current,
      organization: (options = {}) => from(options, organizationAt),
      orbit: (options = {}) => from(options, orbitAt),
      collection: (options = {}) => from(options, collectionAt),
      at: (names) => at(merge(current, names), found, { ...own, ...names }),
      fresh: (names) => at(merge(current, names), new Map(), { ...own, ...names })
    }
  }
  return at(merge({}, names), new Map())
}

/**
 * The ids of the places of a client. A place that is not named and not the only one is `undefined` instead of an error,
 * and so are the places below it.
 *
 * @since 0.1.0
 * @category combinators
 */
export const idsOf = (places: Places): Effect.Effect<PlaceIds, PlaceError> => {
  const orNone = <A>(lookup: Effect.Effect<A, PlaceError>, named: string | undefined) =>
    Effect.catchTag(lookup, "ConfigurationError", (failure) =>
      named === undefined ? Effect.succeed(undefined) : Effect.fail(failure)
    )
  return Effect.gen(function* () {
    const { collection, orbit, organization } = places.names
    const organizationId = yield* orNone(places.organization(), organization ?? orbit ?? collection)
    if (organizationId === undefined) return { organizationId, orbitId: undefined, collectionId: undefined }
    const orbitPlace = yield* orNone(places.orbit(), orbit ?? collection)
    if (orbitPlace === undefined) return { organizationId, orbitId: undefined, collectionId: undefined }
    const collectionPlace = yield* orNone(places.collection(), collection)
    return { organizationId, orbitId: orbitPlace.orbitId, collectionId: collectionPlace?.collectionId }
  })
}
