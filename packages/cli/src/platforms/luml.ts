/**
 * Clients of LUML.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import * as Generated from "@trilum/luml/generated/index"
import { Luml } from "@trilum/luml/Luml"
import * as Place from "@trilum/luml/Place"
import { luml, type Options } from "@trilum/luml/Platform"
import * as Resources from "@trilum/luml/resources"
import * as Effect from "effect/Effect"
import type * as Layer from "effect/Layer"
import { UsageError } from "../CliError.js"
import type { CallInput, Connect, ConnectSettings } from "./Connection.js"
import { invoke, type Method, methodOf, nobody, resourceOf, serviceOf } from "./methods.js"

const optionsOf = ({ baseUrl, key, options, place, tokens, userAgent }: ConnectSettings): Options => ({
  ...options,
  ...place,
  apiKey: key ?? (tokens.jwt === undefined && tokens.satellite === undefined ? nobody : undefined),
  accessToken: tokens.jwt,
  satelliteKey: tokens.satellite,
  baseUrl,
  userAgent
})

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (settings: ConnectSettings): Layer.Layer<Luml, ConfigurationError, HttpClient.HttpClient> =>
  Luml.layerConfig(optionsOf(settings))

/** Path parameters that a method written by hand takes as options, with the resource whose own reference each is. */
const places: Readonly<Record<string, { readonly option: string; readonly resource: string }>> = {
  organization_id: { option: "organization", resource: "organizations" },
  orbit_id: { option: "orbit", resource: "orbits" },
  collection_id: { option: "collection", resource: "collections" }
}

/** The input of a method written by hand: the place of the call is in its options, the record comes first. */
const atPlace = (entry: CatalogEntry, { options, params, path }: CallInput): CallInput => {
  const reference: Array<string> = []
  const place: Record<string, string> = {}
  for (const [index, { name }] of entry.pathParameters.entries()) {
    const known = places[name]
    const value = path[index] ?? ""
    if (known === undefined || known.resource === entry.resource) reference.push(value)
    else place[known.option] = value
  }
  return { path: reference, params, options: { ...options, ...place } }
}

/** Takes ids as they are; names are looked up. */
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

/** Operations whose method has another name, or takes its input in another shape. */
const adapted: Readonly<Record<string, (method: Method, input: CallInput) => Method>> = {
  // Without collections the method lists the default collection, the operation the whole orbit.
  listArtifacts: ({ args: [params, ...rest], name }) => ({
    name,
    args: [{ collection_ids: [], ...(params ?? {}) }, ...rest]
  }),
  forceDeleteArtifact: (_, { options, path }) => ({ name: "delete", args: [...path, { ...options, force: true }] }),
  // The method of that name takes names, too, and returns the summary of a list.
  getOrganization: ({ args }) => ({ name: "details", args }),
  createBucketSecret: ({ name }, { options, params }) => ({ name, args: [params?.["body"], options] })
}

/** The server takes the stage away from an entry whose update has none. The methods of `tracks` never send that. */
const withoutStage = (entry: CatalogEntry, { params = {} }: CallInput): UsageError | undefined =>
  entry.id === "updateTrackEntry" && !("stage_id" in params)
    ? new UsageError(
        "missing --stage-id: without it the server takes the stage away from the entry",
        "to take the stage away: --set stage_id=null"
      )
    : undefined

/** The hand-written resource of an operation, `undefined` where the generated one is all there is. */
const byHand = (entry: CatalogEntry) => {
  const found = resourceOf(Resources, entry)
  return found === resourceOf(Generated, entry) ? undefined : found
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const connect: Connect = (settings) =>
  Effect.map(luml.connectConfig(optionsOf(settings)), (connection) => ({
    client: connection.client,
    call: (entry, input, tap, all) => {
      const client = tap(connection.client)
      const service = byHand(entry)?.make(client, { ...connection, client, places: direct(connection.places) })
      if (typeof service === "object" && service !== null) {
        const placed = atPlace(entry, input)
        const plain = methodOf(entry, placed, all)
        const method = adapted[entry.id]?.(plain, placed) ?? plain
        if (method.name in service) return invoke(service, method)
      }
      const refusal = withoutStage(entry, input)
      if (refusal !== undefined) return Effect.fail(refusal)
      return invoke(serviceOf(Generated, entry, client, undefined), methodOf(entry, input, all))
    }
  }))
