/**
 * The client of LUML, the registry of machine learning artifacts.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import type * as Progress from "@trilum/core/Progress"
import type { ConfigError } from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type { Inspection } from "./archive/ArtifactFile.js"
import type { ApiClient } from "./client.js"
import * as Generated from "./generated/index.js"
import * as Inspecting from "./internal/inspecting.js"
import * as PlaceLookups from "./internal/placeLookups.js"
import * as Session from "./internal/session.js"
import * as Place from "./Place.js"
import * as Artifacts from "./resources/Artifacts.js"
import * as BucketSecrets from "./resources/BucketSecrets.js"
import * as Collections from "./resources/Collections.js"
import * as Deployments from "./resources/Deployments.js"
import * as OrbitSecrets from "./resources/OrbitSecrets.js"
import * as Orbits from "./resources/Orbits.js"
import * as Organizations from "./resources/Organizations.js"
import * as Satellites from "./resources/Satellites.js"
import * as Tracks from "./resources/Tracks.js"
import { config, type Options } from "./Settings.js"
import type * as Content from "./transfer/Content.js"
import type { Environment } from "./transfer/Upload.js"

export { config, defaultBaseUrl, defaultRetry, type Options } from "./Settings.js"

/**
 * The client that all resources send with; for generic use of operations.
 *
 * @since 0.1.0
 * @category constructors
 */
export const apiClient: (options: Options) => Effect.Effect<ApiClient, ConfigurationError, HttpClient.HttpClient> =
  Session.apiClient

/**
 * The resources of a client. Those that happen in an organization, an orbit or a collection find it themselves; `api` has
 * every operation of the contract as it is, with all ids given.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources
  extends Omit<
    Generated.Resources,
    | "artifacts"
    | "bucketSecrets"
    | "collections"
    | "deployments"
    | "orbitSecrets"
    | "orbits"
    | "organizations"
    | "satellites"
    | "trackEntries"
    | "tracks"
  > {
  readonly artifacts: Artifacts.Service
  readonly bucketSecrets: BucketSecrets.Service
  readonly collections: Collections.Service
  readonly deployments: Deployments.Service
  readonly orbits: Orbits.Service
  readonly orbitSecrets: OrbitSecrets.Service
  readonly organizations: Organizations.Service
  readonly satellites: Satellites.Service
  readonly tracks: Tracks.Service
  readonly api: Generated.Resources
}

/**
 * @since 0.1.0
 * @category models
 */
export interface InspectOptions {
  /** Receives the progress in bytes; `true` writes it to stderr. Default: only the sink of the context does. */
  readonly progress?: Progress.Option | undefined
  /** Default: that of the path or `File`. Bytes and streams need one. */
  readonly fileName?: string | undefined
  /** Bytes. Default: 5 GiB. */
  readonly maxSize?: number | undefined
}

/**
 * The tag of the client's service.
 *
 * @example
 * ```ts
 * import * as NodeContext from "@effect/platform-node/NodeContext"
 * import { Luml } from "@trilum/luml"
 * import { NodeTransport } from "@trilum/core/node"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 *
 * const program = Effect.gen(function*() {
 *   const luml = yield* Luml
 *   const artifact = yield* luml.artifacts.upload("model.luml", { collection: "churn" })
 *   return artifact.id
 * })
 *
 * // Paths need the file system of the platform.
 * const live = Layer.merge(Layer.provide(Luml.layerConfig(), NodeTransport.layer()), NodeContext.layer)
 * Effect.runPromise(program.pipe(Effect.provide(live)))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Luml extends Context.Tag("@trilum/luml/Luml")<Luml, Luml.Service>() {
  /** A client with these settings. Fails without a credential, before anything is sent. */
  static layer(options: Options): Layer.Layer<Luml, ConfigurationError, HttpClient.HttpClient> {
    return Layer.effect(Luml, make(options))
  }

  /** A client with the settings of the environment (see {@link config}), but for what is given. */
  static layerConfig(
    options?: Partial<Options>
  ): Layer.Layer<Luml, ConfigurationError | ConfigError, HttpClient.HttpClient> {
    return Layer.effect(Luml, Effect.flatMap(config(options), make))
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Luml {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources {
    /** What an artifact file says of itself. Nothing is sent. */
    readonly inspect: <S extends Content.Source>(
      source: S,
      options?: InspectOptions
    ) => Effect.Effect<Inspection, LocalFileError, Content.Files<S>>
    /** Ids of the client's organization, orbit and collection, looked up once; `undefined` for what is not determined. */
    readonly place: Effect.Effect<Place.PlaceIds, Place.PlaceError>
    /**
     * This client at another place, whose names are looked up at once and anew. What is not given stays as it is, but
     * another organization or orbit forgets what is below it. Fails for names that are not there; what is neither given nor
     * the only one stays undetermined.
     */
    readonly setupConfig: (names?: Place.Names) => Effect.Effect<Service, Place.PlaceError>
    /** This client in another organization, by id or exact name, looked up when it is first needed. */
    readonly withOrganization: (organization: string) => Service
    /** This client in another orbit. */
    readonly withOrbit: (orbit: string) => Service
    /** This client in another collection. */
    readonly withCollection: (collection: string) => Service
  }
}

/**
 * Builds a client. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Luml.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const session = yield* Session.make(options)
    const { collection, orbit, organization } = options
    return serviceOf({
      ...session,
      api: Generated.makeResources(session.client),
      places: Place.make(PlaceLookups.make(session.client), { organization, orbit, collection })
    })
  })

const serviceOf = (environment: Environment & { readonly api: Generated.Resources }): Luml.Service => {
  const { api, client, places, storage } = environment
  const at = (names: Place.Names): Luml.Service => serviceOf({ ...environment, places: places.at(names) })
  return {
    ...withoutReplaced(api),
    api,
    artifacts: Artifacts.make(environment),
    bucketSecrets: BucketSecrets.make(client, places, storage),
    collections: Collections.make(client, places),
    deployments: Deployments.make(client, places),
    orbits: Orbits.make(client, places),
    orbitSecrets: OrbitSecrets.make(client, places),
    organizations: Organizations.make(client, places),
    satellites: Satellites.make(client, places),
    tracks: Tracks.make(client, places),
    inspect: Inspecting.inspect,
    place: Effect.suspend(() => Place.idsOf(places)),
    setupConfig: (names = {}) =>
      Effect.suspend(() => {
        const fresh = places.anew(names)
        return Effect.as(Place.idsOf(fresh), serviceOf({ ...environment, places: fresh }))
      }),
    withOrganization: (organization) => at({ organization }),
    withOrbit: (orbit) => at({ orbit }),
    withCollection: (collection) => at({ collection })
  }
}

const withoutReplaced = (api: Generated.Resources): Omit<Generated.Resources, "trackEntries"> => {
  const { trackEntries: _, ...rest } = api
  return rest
}
