/**
 * LUML as a platform: the options of a client, how it connects, and what it has beside its resources.
 *
 * `Luml` is the Effect service made of it, `promise` the promise client.
 *
 * @since 0.1.0
 */
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Credential from "@trilum/core/Credential"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Kind from "@trilum/core/Options"
import * as Platform from "@trilum/core/Platform"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Resource from "@trilum/core/Resource"
import type * as Retry from "@trilum/core/Retry"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "./client.js"
import { callOptions, place } from "./internal/callOptions.js"
import * as Credentials from "./internal/credentials.js"
import * as PlaceLookups from "./internal/places.js"
import * as Place from "./Place.js"
import type { Environment } from "./transfer/Upload.js"

/**
 * Where calls go unless `baseUrl` is given.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.luml.ai"

/**
 * 408, 429, 502, 503 and 504 are retried, 500 for reads only. A POST never is, nor the GET that sets a record to
 * `pending_deletion`.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultRetry: Partial<Retry.Policy> = {
  statuses: [408, 429, 502, 503, 504],
  readStatuses: [500]
}

/**
 * The options of a client. Those that are absent come from the environment variables beside them. At least one credential
 * is needed; each call uses one that the server takes for it.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  ...Platform.options("LUML"),
  ...place,
  /** The API key (`LUML_API_KEY`). */
  apiKey: Kind.fromEnvironment(Kind.secret, "LUML_API_KEY"),
  /** A user session (JWT), for what API keys may not do: members, invitations, organizations, keys. */
  accessToken: Kind.secret,
  /** The key of a satellite, for the calls of `satelliteWorker`. */
  satelliteKey: Kind.secret,
  /** Changes to `ObjectTransfer.defaultRetry`, for the storage; `false` makes one attempt. */
  storageRetry: Kind.retry
}

/**
 * @since 0.1.0
 * @category options
 */
export interface Options extends Kind.Type<typeof options> {}

/**
 * What the resources of a client are made with.
 *
 * @since 0.1.0
 * @category models
 */
export interface Connection extends Environment {}

const invalid = (message: string): ConfigurationError => new ConfigurationError({ platform: "luml", message })

/**
 * The platform.
 *
 * @since 0.1.0
 * @category platforms
 */
export const luml: Platform.Platform<typeof options, Connection> = Platform.make({
  name: "luml",
  options,
  connect: (given: Options) =>
    Effect.gen(function* () {
      const clientWith = (
        kind: keyof Credentials.Clients,
        option: "apiKey" | "accessToken" | "satelliteKey",
        value: string | Redacted.Redacted<string> | undefined
      ) =>
        Effect.flatMap(Platform.secret("luml", option, value), (secret) =>
          secret === undefined
            ? Effect.succeed(undefined)
            : Platform.client<PreparedError, RequestOptions>(given, {
                platform: "luml",
                baseUrl: defaultBaseUrl,
                credential: Credential.bearer(secret),
                retry: defaultRetry,
                secretPatterns: [/(?<![A-Za-z0-9])(?:luml_|dfssat_|dfs_)[\w-]{8,}/g],
                callOptions,
                prepare: Credentials.prepare(kind)
              })
        )
      const key = given.apiKey
      const keyIsSession = key !== undefined && Credentials.isJwt(Redacted.value(Platform.redacted(key)).trim())
      const clients = {
        api_key: yield* clientWith("api_key", "apiKey", keyIsSession ? undefined : key),
        jwt: yield* clientWith("jwt", "accessToken", given.accessToken ?? (keyIsSession ? key : undefined)),
        satellite: yield* clientWith("satellite", "satelliteKey", given.satelliteKey)
      }
      const fallback = clients.api_key ?? clients.jwt ?? clients.satellite
      if (fallback === undefined) {
        return yield* invalid("API key is required: set LUML_API_KEY, or give the option apiKey")
      }
      const client = Credentials.route(clients, fallback)
      const { collection, orbit, organization } = given
      return {
        client,
        storage: yield* ObjectTransfer.make({
          platform: "luml",
          retry: given.storageRetry,
          idleTimeout: given.idleTimeout,
          userAgent: given.userAgent
        }),
        places: Place.make(PlaceLookups.make(client), { organization, orbit, collection })
      }
    })
})

/**
 * What every client has beside its resources. `Self` is the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Members<F extends PromiseClient.Face, Self> {
  /** Ids of the client's organization, orbit and collection, looked up once; `undefined` for what is not determined. */
  readonly place: F extends "promise"
    ? (options?: PromiseClient.Abortable) => Promise<Place.PlaceIds>
    : Effect.Effect<Place.PlaceIds, Place.PlaceError>
  /**
   * A new client at another place, whose names are looked up at once and anew. **This client does not change.** What is not
   * given stays as it is, but another organization or orbit forgets what is below it. Fails for names that do not exist;
   * what is neither given nor the only one stays undetermined.
   */
  readonly withDefaults: (
    names?: F extends "promise" ? Place.Names & PromiseClient.Abortable : Place.Names
  ) => PromiseClient.Result<F, Self, Place.PlaceError>
  /** A new client in another organization, by id or exact name, looked up when it is first needed. */
  readonly withOrganization: (organization: string) => Self
  /** A new client in another orbit. */
  readonly withOrbit: (orbit: string) => Self
  /** A new client in another collection. */
  readonly withCollection: (collection: string) => Self
}

/**
 * Any resource of LUML.
 *
 * @since 0.1.0
 * @category models
 */
export type AnyResource = Resource.Any<ApiClient, Connection>

/**
 * A client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type Client<R extends ReadonlyArray<AnyResource>> = Resource.Chosen<R> &
  Members<"effect", Client<R>> &
  PromiseClient.WithPromise<PromiseOf<R>>

/**
 * The promise client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type PromiseOf<R extends ReadonlyArray<AnyResource>> = PromiseClient.Promised<Resource.Chosen<R>> &
  Members<"promise", PromiseOf<R>> &
  PromiseClient.Closeable

/**
 * The client of a connection with some resources.
 *
 * @since 0.1.0
 * @category constructors
 */
export const clientOf = <const R extends ReadonlyArray<AnyResource>>(resources: R) => {
  const at = (connection: Connection): Client<R> => {
    const { client, places } = connection
    const named = (names: Place.Names): Client<R> => at({ ...connection, places: places.at(names) })
    return PromiseClient.client({
      ...Resource.services(resources, client, connection),
      place: Effect.suspend(() => Place.idsOf(places)),
      withDefaults: (names: Place.Names = {}) =>
        Effect.suspend(() => {
          const fresh = places.anew(names)
          return Effect.as(Place.idsOf(fresh), at({ ...connection, places: fresh }))
        }),
      withOrganization: (organization: string) => named({ organization }),
      withOrbit: (orbit: string) => named({ orbit }),
      withCollection: (collection: string) => named({ collection })
    })
  }
  return at
}
