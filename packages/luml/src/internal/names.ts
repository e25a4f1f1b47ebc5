import * as ApiError from "@trilum/core/ApiError"
import type * as OperationCaller from "@trilum/core/OperationCaller"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as Effect from "effect/Effect"
import type { PreparedError } from "../client.js"
import * as OrbitMembers from "../generated/orbitMembers.js"
import * as OrganizationMembers from "../generated/organizationMembers.js"
import * as Place from "../Place.js"
import type { Connection } from "../Platform.js"
import { artifacts } from "../resources/Artifacts.js"
import { bucketSecrets } from "../resources/BucketSecrets.js"
import { deployments } from "../resources/Deployments.js"
import { orbitSecrets } from "../resources/OrbitSecrets.js"
import { satellites } from "../resources/Satellites.js"
import { tracks } from "../resources/Tracks.js"

/** Parameters beside the path that hold one id or a list of ids. */
const references = new Set([
  "artifact_id",
  "bucket_id",
  "bucket_secret_id",
  "collection_ids",
  "entry_ids",
  "orbit_id",
  "organization_id",
  "satellite_id",
  "stage",
  "stage_id",
  "user_id"
])

/** Resources whose ids have no names that can be looked up. */
const withoutNames = new Set(["apiKeys", "auth", "satelliteWorker", "session", "userInvitations"])

const isId = (value: unknown): boolean => typeof value === "string" && Place.canonicalUuid(value) === value

type LookupError = Place.PlaceError | PreparedError

type Resolve = (value: string | undefined) => Effect.Effect<string, LookupError>

const unknown = (
  entry: CatalogEntry,
  kind: string,
  value: string,
  candidates: ReadonlyArray<string>
): ApiError.NotFoundError => {
  const names = candidates.map((each) => JSON.stringify(each)).join(", ")
  return new ApiError.NotFoundError({
    platform: "luml",
    operation: entry.id,
    identifier: value,
    code: "NOT_FOUND",
    message:
      `no ${kind} has the id or the exact name ${JSON.stringify(value)}; ` +
      (names === "" ? "there are none" : `there are ${names}`)
  })
}

interface Member {
  readonly id: string
  readonly user: { readonly id: string; readonly email: string }
}

/** Finds the id behind a name, by the name of the parameter. */
const resolvers = (
  entry: CatalogEntry,
  input: OperationCaller.Input,
  connection: Connection
): Readonly<Record<string, Resolve>> => {
  const { client, places } = connection
  const inPath = (name: string) => input.path[entry.pathParameters.findIndex((each) => each.name === name)]
  const at = {
    organization: inPath("organization_id"),
    orbit: inPath("orbit_id"),
    collection: inPath("collection_id")
  }
  const track = inPath("track_id") ?? ""
  const by =
    (find: (name: string) => Effect.Effect<{ readonly id: string }, LookupError>): Resolve =>
    (name = "") =>
      Effect.map(find(name), ({ id }) => id)
  const member =
    (idOf: (member: Member) => string, all: Effect.Effect<ReadonlyArray<Member>, LookupError>): Resolve =>
    (email = "") =>
      Effect.flatMap(all, (members) => {
        const found = members.find(({ user }) => user.email.toLowerCase() === email.toLowerCase())
        const emails = members.map(({ user }) => user.email)
        return found === undefined ? Effect.fail(unknown(entry, "member", email, emails)) : Effect.succeed(idOf(found))
      })
  const ofOrganization = Effect.flatMap(places.organization(at), (id) =>
    OrganizationMembers.resource.make(client, undefined).list(id)
  )
  const ofOrbit = Effect.flatMap(places.orbit(at), ({ orbitId, organizationId }) =>
    OrbitMembers.resource.make(client, undefined).list(organizationId, orbitId)
  )
  const collection: Resolve = (collection) =>
    Effect.map(places.collection({ ...at, collection }), ({ collectionId }) => collectionId)
  const bucket = by((name) => bucketSecrets.make(client, connection).get(name, at))
  const stage = by((name) =>
    Effect.flatMap(tracks.make(client, connection).get(track, at), ({ stages }) =>
      Effect.flatMap(
        Place.findOne("Stage", name, stages),
        (found): Effect.Effect<{ readonly id: string }, ApiError.NotFoundError> =>
          found === undefined
            ? Effect.fail(
                unknown(
                  entry,
                  "stage",
                  name,
                  stages.map((each) => each.name)
                )
              )
            : Effect.succeed(found)
      )
    )
  )
  const version = by((name) =>
    /^[1-9]\d{0,8}$/.test(name)
      ? tracks.make(client, connection).getVersion(track, Number(name), at)
      : Effect.succeed({ id: name })
  )
  return {
    organization_id: (organization) => places.organization({ organization }),
    orbit_id: (orbit) => Effect.map(places.orbit({ organization: at.organization, orbit }), ({ orbitId }) => orbitId),
    collection_id: collection,
    collection_ids: collection,
    track_id: by((name) => tracks.make(client, connection).get(name, at)),
    entry_id: version,
    entry_ids: version,
    stage,
    stage_id: stage,
    artifact_id: by((name) => artifacts.make(client, connection).get(name, at)),
    deployment_id: by((name) => deployments.make(client, connection).get(name, at)),
    satellite_id: by((name) => satellites.make(client, connection).get(name, at)),
    secret_id:
      entry.resource === "bucketSecrets" ? bucket : by((name) => orbitSecrets.make(client, connection).get(name, at)),
    bucket_id: bucket,
    bucket_secret_id: bucket,
    member_id: member(({ id }) => id, entry.resource === "orbitMembers" ? ofOrbit : ofOrganization),
    user_id: member(({ user }) => user.id, ofOrganization)
  }
}

/** The places of a path, which may be missing. The record that an operation is about may not. */
const isPlace = (entry: CatalogEntry, name: string): boolean =>
  (name === "organization_id" && entry.resource !== "organizations") ||
  (name === "orbit_id" && entry.resource !== "orbits") ||
  (name === "collection_id" && entry.resource !== "collections")

/**
 * The input with ids in place of names, and with the place of the client where the path has none. `undefined`: the input
 * has ids only. `withPath` is `false` for methods that find the records of their path themselves.
 */
export const resolve = (
  entry: CatalogEntry,
  input: OperationCaller.Input,
  connection: Connection,
  withPath: boolean
): Effect.Effect<OperationCaller.Input, LookupError> | undefined => {
  if (withoutNames.has(entry.resource)) return undefined
  const inParams = Object.entries(input.params ?? {}).filter(
    ([name, value]) =>
      references.has(name) &&
      (Array.isArray(value) ? value : [value]).some((each) => typeof each === "string" && !isId(each))
  )
  const inPath = withPath && entry.pathParameters.some((_, index) => !isId(input.path[index]))
  // The body of some operations repeats an id of the path.
  const repeated = entry.pathParameters.flatMap(({ name }, index) =>
    input.params?.[name] === undefined && entry.parameters.some((parameter) => parameter.name === name)
      ? [[name, index] as const]
      : []
  )
  if (inParams.length === 0 && !inPath && repeated.length === 0) return undefined
  const find = resolvers(entry, input, connection)
  const idOf = (name: string, value: unknown): Effect.Effect<unknown, LookupError> =>
    typeof value !== "string" || value === "" || isId(value)
      ? Effect.succeed(value)
      : (find[name]?.(value) ?? Effect.succeed(value))
  return Effect.gen(function* () {
    const params: Record<string, unknown> = { ...input.params }
    for (const [name, value] of inParams) {
      params[name] = yield* Array.isArray(value) ? Effect.forEach(value, (each) => idOf(name, each)) : idOf(name, value)
    }
    const path = inPath
      ? yield* Effect.forEach(entry.pathParameters, ({ name }, index) => {
          const value = input.path[index]
          if (value === undefined && isPlace(entry, name)) return find[name]?.(undefined) ?? Effect.succeed("")
          return Effect.map(idOf(name, value ?? ""), String)
        })
      : input.path
    for (const [name, index] of repeated) params[name] = path[index]
    return { ...input, path, params: Object.keys(params).length === 0 ? undefined : params }
  })
}
