/**
 * How a client is set up.
 *
 * @since 0.1.0
 */
import type * as Retry from "@trilum/core/Retry"
import * as Config from "effect/Config"
import type * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import type * as Place from "./Place.js"

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
  readonly retry?: Retry.Options | undefined
  /** Overrides of `ObjectTransfer.defaultRetry` for the storage; `false` makes one attempt. */
  readonly storageRetry?: Retry.Options | undefined
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
export const defaultRetry: Partial<Retry.Policy> = {
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
