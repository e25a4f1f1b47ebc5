/**
 * The LUML platform: the options of a client, its connection, and its members besides resources.
 *
 * `Luml` is the Effect service, `promise` the promise client.
 *
 * @since 0.1.0
 */

import type { Call } from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Credential from "@trilum/core/Credential"
import type { Hooks } from "@trilum/core/Hooks"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import type * as Operation from "@trilum/core/Operation"
import * as Kind from "@trilum/core/Options"
import * as Platform from "@trilum/core/Platform"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as RawRequest from "@trilum/core/RawRequest"
import * as Resource from "@trilum/core/Resource"
import type * as Retry from "@trilum/core/Retry"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "./client.js"
import { callOptions, place } from "./internal/callOptions.js"
import * as PlaceLookups from "./internal/places.js"
import { CredentialKindError } from "./LumlError.js"
import * as Place from "./Place.js"
import type { Environment } from "./transfer/Upload.js"

/**
 * Default of `baseUrl`.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.luml.ai"

/**
 * Retries 408, 429, 502, 503 and 504; 500 only for reads. Never retries a POST, or the GET that sets a record to
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
 * The options of a client. Missing options are read from their environment variables. At least one credential is
 * required. Each call uses a credential that the server accepts for it.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  ...Platform.options("LUML"),
  ...place,
  /** The API key (`LUML_API_KEY`). */
  apiKey: Kind.fromEnvironment(Kind.secret, "LUML_API_KEY"),
  /** A user session (JWT), for calls that reject API keys: members, invitations, organizations, keys. */
  accessToken: Kind.token,
  /** The key of a satellite, for the calls of `satelliteWorker`. */
  satelliteKey: Kind.secret,
  /** Overrides `ObjectTransfer.defaultRetry` for requests to the storage. `false`: one attempt. */
  storageRetry: Kind.retry
}

/**
 * @since 0.1.0
 * @category options
 */
export interface Options extends Kind.Type<typeof options> {}

/**
 * The options of a promise client.
 *
 * @since 0.1.0
 * @category options
 */
export interface PromiseOptions extends Options, Hooks {}

/**
 * The dependencies of the resources of a client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Connection extends Environment {}

const invalid = (message: string): ConfigurationError => new ConfigurationError({ platform: "luml", message })

/** One client for each kind of credential that was given. */
interface Clients {
  readonly api_key?: ApiClient | undefined
  readonly jwt?: ApiClient | undefined
  readonly satellite?: ApiClient | undefined
}

const order = ["api_key", "jwt", "satellite"] as const

const needs: Readonly<Record<string, readonly [needs: string, option: string]>> = {
  jwt: ["a user session (JWT)", "accessToken"],
  satellite: ["a satellite key", "satelliteKey"]
}

const kindsOf = (operation: Pick<Operation.Operation<unknown>, "platformData">): ReadonlyArray<string> =>
  operation.platformData?.["auth"]?.split(",") ?? []

/**
 * The hook of a client whose credential is of this kind. Operations fail that the server would answer with 403 `This
 * endpoint requires jwt authentication.`
 */
const prepare =
  (kind: keyof Clients) =>
  (call: Call<RequestOptions>): Effect.Effect<Call<RequestOptions>, CredentialKindError> => {
    const { operation } = call
    const kinds = kindsOf(operation)
    const [what, option] = needs[kinds[0] ?? ""] ?? ["another credential", "apiKey"]
    return kinds.includes(kind)
      ? Effect.succeed(call)
      : Effect.fail(
          new CredentialKindError({
            operation: operation.id,
            method: operation.method,
            path: operation.path,
            needs: what,
            option
          })
        )
  }

/** One client that sends every operation with a credential the server takes, if there is one. */
const route = (clients: Clients, fallback: ApiClient): ApiClient =>
  Platform.route((operation) => {
    const kinds = kindsOf(operation)
    const kind = order.find((name) => kinds.includes(name) && clients[name] !== undefined)
    return (kind === undefined ? undefined : clients[kind]) ?? fallback
  })

/** Whether a text has the form of a JWT. The server accepts one as an API key. */
const isJwt = (text: string): boolean => /^eyJ[\w-]+\.[\w-]+\.[\w-]*$/.test(text)

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
        kind: keyof Clients,
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
                prepare: prepare(kind)
              })
        )
      const key = given.apiKey
      const keyIsSession = key !== undefined && isJwt(Redacted.value(Platform.redacted(key)).trim())
      const clients = {
        api_key: yield* clientWith("api_key", "apiKey", keyIsSession ? undefined : key),
        jwt: yield* clientWith("jwt", "accessToken", given.accessToken ?? (keyIsSession ? key : undefined)),
        satellite: yield* clientWith("satellite", "satelliteKey", given.satelliteKey)
      }
      const fallback = clients.api_key ?? clients.jwt ?? clients.satellite
      if (fallback === undefined) {
        return yield* invalid("API key is missing: set LUML_API_KEY or pass the option apiKey")
      }
      const client = route(clients, fallback)
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
 * The members of every client besides its resources. `Self` is the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Members<F extends PromiseClient.Face, Self> extends RawRequest.Members<F> {
  /** Ids of the client's organization, orbit and collection, resolved once. `undefined`: not determined. */
  readonly place: F extends "promise"
    ? (options?: PromiseClient.Abortable) => Promise<Place.PlaceIds>
    : Effect.Effect<Place.PlaceIds, Place.PlaceError>
  /**
   * Makes a new client with another place. Its names are resolved at once, with new requests. **This client does not
   * change.** Missing names keep those of this client, but another organization or orbit discards the names below it.
   * Fails when a name does not exist. A place that is not named and not the only one is not determined.
   */
  readonly withDefaults: (
    names?: F extends "promise" ? Place.Names & PromiseClient.Abortable : Place.Names
  ) => PromiseClient.Result<F, Self, Place.PlaceError>
  /** Makes a client with another organization, by id or exact name, resolved on first use. */
  readonly withOrganization: (organization: string) => Self
  /** Makes a client with another orbit. */
  readonly withOrbit: (orbit: string) => Self
  /** Makes a client with another collection. */
  readonly withCollection: (collection: string) => Self
}

/**
 * Any LUML resource.
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
 * Makes a client with some resources.
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
      ...RawRequest.make("luml", client),
      place: Effect.suspend(() => Place.idsOf(places)),
      withDefaults: (names: Place.Names = {}) =>
        Effect.suspend(() => {
          const fresh = places.fresh(names)
          return Effect.as(Place.idsOf(fresh), at({ ...connection, places: fresh }))
        }),
      withOrganization: (organization: string) => named({ organization }),
      withOrbit: (orbit: string) => named({ orbit }),
      withCollection: (collection: string) => named({ collection })
    })
  }
  return at
}
