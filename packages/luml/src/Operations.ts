/**
 * Calls the operations of LUML by their catalog entries (`generated/catalog`).
 *
 * Ids of organizations, orbits, collections, artifacts, tracks, versions, stages, satellites, deployments, secrets and
 * members may be exact names, in the path and in the parameters. A missing organization, orbit or collection of the path
 * is the one of the client.
 *
 * @since 0.1.0
 */
import type { ValidationError } from "@trilum/core/ApiError"
import * as ApiError from "@trilum/core/ApiError"
import * as OperationCaller from "@trilum/core/OperationCaller"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import type { PreparedError, RequestOptions } from "./client.js"
import * as Generated from "./generated/index.js"
import * as Names from "./internal/names.js"
import * as Place from "./Place.js"
import type { Connection } from "./Platform.js"
import * as Resources from "./resources.js"

/** Path parameters that a method written by hand takes as options, with the resource whose own id each is. */
const places: Readonly<Record<string, { readonly option: string; readonly resource: string }>> = {
  organization_id: { option: "organization", resource: "organizations" },
  orbit_id: { option: "orbit", resource: "orbits" },
  collection_id: { option: "collection", resource: "collections" }
}

/** The input of a method written by hand: the place of the call is in its options, the id of the record comes first. */
const atPlace = (entry: CatalogEntry, { options, params, path }: OperationCaller.Input): OperationCaller.Input => {
  const reference: Array<string> = []
  const place: Record<string, string> = {}
  for (const [index, { name }] of entry.pathParameters.entries()) {
    const known = places[name]
    const value = path[index]
    if (known === undefined || known.resource === entry.resource) reference.push(value ?? "")
    else if (value !== undefined) place[known.option] = value
  }
  return { path: reference, params, options: { ...options, ...place } }
}

/** Uses ids without a request. Names are looked up. */
const direct = (places: Place.Places): Place.Places => {
  const isId = (text: string | undefined): text is string => text !== undefined && Place.canonicalUuid(text) === text
  return Place.make(
    {
      organization: (organization) =>
        isId(organization) ? Effect.succeed(organization) : places.organization({ organization }),
      orbit: (organization, orbit) =>
        isId(orbit)
          ? Effect.succeed(orbit)
          : Effect.map(places.orbit({ organization, orbit }), ({ orbitId }) => orbitId),
      collection: ({ orbitId, organizationId }, collection) =>
        isId(collection)
          ? Effect.succeed(collection)
          : Effect.map(
              places.collection({ organization: organizationId, orbit: orbitId, collection }),
              ({ collectionId }) => collectionId
            )
    },
    places.names
  )
}

/** Operations whose method has another name, or another shape of input. */
const adapted: Readonly<
  Record<string, (method: OperationCaller.Method, input: OperationCaller.Input) => OperationCaller.Method>
> = {
  // Without collections the method lists the default collection, the operation the whole orbit.
  listArtifacts: ({ args: [params, ...rest], name }) => ({
    name,
    args: [{ collection_ids: [], ...(params ?? {}) }, ...rest]
  }),
  forceDeleteArtifact: (_, { options, path }) => ({ name: "delete", args: [...path, { ...options, force: true }] }),
  // The method of that name also takes names, and returns the summary of a list.
  getOrganization: ({ args }) => ({ name: "details", args }),
  createBucketSecret: ({ name }, { options, params }) => ({ name, args: [params?.["body"], options] })
}

/** The server removes the stage of an entry whose update has none. The methods of `tracks` never send that. */
const withoutStage = (entry: CatalogEntry, { params = {} }: OperationCaller.Input): ValidationError | undefined =>
  entry.id === "updateTrackEntry" && !("stage_id" in params)
    ? new ApiError.ValidationError({
        platform: "luml",
        operation: entry.id,
        code: "INVALID_INPUT",
        attempts: 0,
        message: "stage_id is missing: without it the server removes the stage of the entry",
        hint: "to remove the stage, give stage_id as null"
      })
    : undefined

/** The hand-written resource of an operation, `undefined` where the generated one is all there is. */
const byHand = (entry: CatalogEntry) => {
  const found = OperationCaller.resourceOf(Resources, entry)
  return found === OperationCaller.resourceOf(Generated, entry) ? undefined : found
}

/** Operations whose method in a resource written by hand only takes ids. */
const idOnly = new Set(["deleteOrganization", "leaveOrganization"])

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (connection: Connection): OperationCaller.Caller<PreparedError, RequestOptions> => {
  const at = { ...connection, places: direct(connection.places) }
  return {
    client: connection.client,
    resolve: (entry, input) => Names.resolve(entry, input, at, true) ?? Effect.succeed(input),
    call: (entry, input, { all, tap } = {}) => {
      const client = tap === undefined ? connection.client : tap(connection.client)
      const service = byHand(entry)?.make(client, { ...at, client })
      const byName = (input: OperationCaller.Input): OperationCaller.Method | undefined => {
        if (typeof service !== "object" || service === null) return undefined
        const placed = atPlace(entry, input)
        const plain = OperationCaller.methodOf(entry, placed, all)
        const method = adapted[entry.id]?.(plain, placed) ?? plain
        return method.name in service ? method : undefined
      }
      const send = (input: OperationCaller.Input): unknown => {
        const method = byName(input)
        if (method !== undefined) return OperationCaller.invoke(service, method)
        return OperationCaller.invoke(
          OperationCaller.serviceOf(Generated, entry, client, undefined),
          OperationCaller.methodOf(entry, input, all)
        )
      }
      const invalid = withoutStage(entry, input)
      if (invalid !== undefined) return Effect.fail(invalid)
      const resolved = Names.resolve(entry, input, at, idOnly.has(entry.id) || byName(input) === undefined)
      if (resolved === undefined) return send(input)
      const caller: OperationCaller.Caller = { client, call: (_, found) => send(found) }
      return all === true || entry.response === "bytes" || entry.response === "events"
        ? Stream.unwrap(Effect.map(resolved, (found) => OperationCaller.stream(caller, entry, found)))
        : Effect.flatMap(resolved, (found) => OperationCaller.run(caller, entry, found))
    }
  }
}
