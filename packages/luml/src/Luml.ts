/**
 * The client of LUML, the registry of machine learning artifacts.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as ApiClientModule from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Credential from "@trilum/core/Credential"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as RetryPolicy from "@trilum/core/RetryPolicy"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Context from "effect/Context"
import type * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import { defaultMaxSize, type Inspection } from "./archive/ArtifactFile.js"
import type { ApiClient, PreparedError } from "./client.js"
import * as Generated from "./generated/index.js"
import * as Credentials from "./internal/credentials.js"
import { LocalFiles } from "./LocalFiles.js"
import type { FileError } from "./LumlError.js"
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
import * as Content from "./transfer/Content.js"
import * as Report from "./transfer/Report.js"
import type { Environment } from "./transfer/Upload.js"

/**
 * The settings of a client. At least one credential is needed; each call uses one that the server takes for it.
 * Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends Place.Names {
  readonly apiKey?: Redacted.Redacted<string> | undefined
  /** A user session (JWT), for what API keys may not do: members, invitations, organizations, keys. */
  readonly accessToken?: Redacted.Redacted<string> | undefined
  /** The key of a satellite, for the calls of `satelliteWorker`. */
  readonly satelliteKey?: Redacted.Redacted<string> | undefined
  /** Default: `https://api.luml.ai`. Its path, if any, is kept. */
  readonly baseUrl?: string | URL | undefined
  /** Headers of every call to the registry; they never replace the credential and never reach the storage. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly userAgent?: string | undefined
  /** Limit of one attempt of a call to the registry, body included. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Longest silence of the storage while bytes move. Default: 1 minute. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** Overrides of {@link defaultRetry} for calls to the registry; `false` makes one attempt. */
  readonly retry?: Partial<RetryPolicy.RetryPolicy> | false | undefined
  /** Overrides of `ObjectTransfer.defaultRetry` for the storage; `false` makes one attempt. */
  readonly storageRetry?: Partial<RetryPolicy.RetryPolicy> | false | undefined
  /** Sends `traceparent` and `b3` to the registry. Default: `false`. */
  readonly propagateTrace?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.luml.ai"

/**
 * 408, 429, 502, 503 and 504 are repeated, 500 for reads only; a POST never is, nor the GET that sets a record to
 * `pending_deletion`.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultRetry: Partial<RetryPolicy.RetryPolicy> = {
  statuses: [408, 429, 502, 503, 504],
  readStatuses: [500]
}

/**
 * What the environment says, but for what is given: `LUML_API_KEY` (required unless another credential is given) and
 * `LUML_BASE_URL`. An empty base URL counts as absent.
 *
 * @since 0.1.0
 * @category configuration
 */
export const config = (options: Partial<Options> = {}): Config.Config<Options> =>
  Config.map(
    Config.all({
      apiKey:
        options.apiKey !== undefined
          ? Config.succeed(options.apiKey)
          : options.accessToken !== undefined || options.satelliteKey !== undefined
            ? Config.map(Config.option(Config.redacted("LUML_API_KEY")), Option.getOrUndefined)
            : Config.redacted("LUML_API_KEY"),
      baseUrl: options.baseUrl === undefined ? optional("LUML_BASE_URL") : Config.succeed(options.baseUrl)
    }),
    (environment) => ({ ...options, ...environment })
  )

const optional = (name: string): Config.Config<string | undefined> =>
  Config.map(Config.option(Config.string(name)), (value) =>
    Option.getOrUndefined(Option.filter(value, (text) => text !== ""))
  )

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
export interface InspectOptions extends Report.ProgressOptions {
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
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Luml.layerConfig(), NodeTransport.layer()))))
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
    readonly inspect: (source: Content.Source, options?: InspectOptions) => Effect.Effect<Inspection, FileError>
    /** Ids of the client's organization, orbit and collection, looked up once; `undefined` for what is not determined. */
    readonly place: Effect.Effect<PlaceIds, Place.PlaceError>
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
 * @since 0.1.0
 * @category models
 */
export interface PlaceIds {
  readonly organizationId: string | undefined
  readonly orbitId: string | undefined
  readonly collectionId: string | undefined
}

/**
 * The client that all resources send with; for generic use of operations.
 *
 * @since 0.1.0
 * @category constructors
 */
export const apiClient = (options: Options): Effect.Effect<ApiClient, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const clientOf = (kind: keyof Credentials.Clients, text: Redacted.Redacted<string> | undefined, option: string) =>
      Effect.gen(function* () {
        if (text === undefined) return undefined
        const value = Redacted.value(text).trim()
        if (value === "") return yield* refuse(`${option} is empty: set LUML_API_KEY, or give the option ${option}`)
        // RFC 9110 section 5.5; the credential itself must not be in the message.
        if (!/^[\x21-\x7e]+$/.test(value)) return yield* refuse(`${option} has characters no header can carry`)
        return yield* ApiClientModule.make<PreparedError, ApiClientModule.RequestOptions>({
          platform: "luml",
          baseUrl: options.baseUrl ?? defaultBaseUrl,
          credential: Credential.bearer(Redacted.make(value)),
          userAgent: options.userAgent,
          headers: options.headers,
          timeout: options.timeout,
          retry: RetryPolicy.override(RetryPolicy.override(RetryPolicy.standard, defaultRetry), options.retry),
          propagateTrace: options.propagateTrace,
          prepare: Credentials.prepare(kind)
        })
      })
    const key = options.apiKey
    const keyIsSession = key !== undefined && Credentials.isJwt(Redacted.value(key).trim())
    const clients = {
      api_key: yield* clientOf("api_key", keyIsSession ? undefined : key, "apiKey"),
      jwt: yield* clientOf("jwt", options.accessToken ?? (keyIsSession ? key : undefined), "accessToken"),
      satellite: yield* clientOf("satellite", options.satelliteKey, "satelliteKey")
    }
    const fallback = clients.api_key ?? clients.jwt ?? clients.satellite
    return fallback === undefined
      ? yield* refuse("API key is required: set LUML_API_KEY, or give the option apiKey")
      : Credentials.route(clients, fallback)
  })

/**
 * Builds a client. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Luml.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const client = yield* apiClient(options)
    const storage = yield* ObjectTransfer.make({
      platform: "luml",
      retry: options.storageRetry,
      idleTimeout: options.idleTimeout,
      userAgent: options.userAgent
    })
    const files = yield* LocalFiles
    const { collection, orbit, organization } = options
    const api = Generated.makeResources(client)
    return serviceOf({
      api,
      client,
      storage,
      files,
      places: Place.make(client, { organization, orbit, collection })
    })
  })

const serviceOf = (environment: Environment & { readonly api: Generated.Resources }): Luml.Service => {
  const { api, client, files, places, storage } = environment
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
    inspect: (source, inspectOptions = {}) =>
      Effect.scoped(
        Effect.gen(function* () {
          const content = yield* Content.open(files, source, {
            fileName: inspectOptions.fileName,
            maxSize: inspectOptions.maxSize ?? defaultMaxSize
          })
          const { fileName, size } = content
          const { inspection } = yield* Report.phase(
            inspectOptions,
            { phase: "check", fileName, total: size },
            ({ add }) => Content.inspect(files, content, { onBytes: add })
          )
          return inspection
        })
      ),
    place: Effect.suspend(() => idsOf(places)),
    setupConfig: (names = {}) =>
      Effect.suspend(() => {
        const fresh = places.anew(names)
        return Effect.as(idsOf(fresh), serviceOf({ ...environment, places: fresh }))
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

/** What is not named and not the only one is no error here, and neither is what is below it. */
const idsOf = (places: Place.Places): Effect.Effect<PlaceIds, Place.PlaceError> => {
  const orNone = <A>(lookup: Effect.Effect<A, Place.PlaceError>, named: string | undefined) =>
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

const refuse = (message: string): Effect.Effect<never, ConfigurationError> =>
  Effect.fail(new ConfigurationError({ platform: "luml", message }))
