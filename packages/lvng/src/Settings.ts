/**
 * How a client is set up.
 *
 * @since 0.1.0
 */
import type * as Drift from "@trilum/core/Drift"
import type * as Retry from "@trilum/core/Retry"
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import type * as Duration from "effect/Duration"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Credential from "./Credential.js"
import type { Unverified } from "./client.js"
import type * as RateLimit from "./RateLimit.js"

/**
 * The settings of a client. Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options {
  readonly credential: Credential.Credential
  /** How an API key is sent. Default: `bearer`. A JWT is always sent as a bearer token. */
  readonly authHeader?: Credential.AuthHeader | undefined
  /** Default: `https://api.lvng.ai`, without a path, for that of every operation starts with `/api`. */
  readonly baseUrl?: string | URL | undefined
  /** Headers of every call, such as `x-workspace-id`; they never replace the credential, nor add a second one. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly userAgent?: string | undefined
  /** Limit of one attempt, body included; of a stream, until its answer begins. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Longest wait for an event of a stream. Default: 2 minutes. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /**
   * Overrides of {@link defaultRetry}; `false` makes one attempt. A POST or PATCH is repeated only when it has an
   * idempotency key.
   */
  readonly retry?: Retry.Options | undefined
  /** `generate`: every POST gets an idempotency key and is so repeated. Default: `caller`, only the keys of calls. */
  readonly idempotencyKeys?: "generate" | "caller" | undefined
  /** What becomes of operations that the vendor only names. Default: `warn`. */
  readonly unverified?: Unverified | undefined
  /**
   * Waits before calls that would exceed the documented limits (`true`), or given ones, by group. Default: `false`, only
   * 429 tells.
   */
  readonly throttle?: boolean | RateLimit.Throttle | undefined
  /** `strict` fails on answers that differ from the contract, for those who test a server. Default: `lenient`. */
  readonly decoding?: "lenient" | "strict" | undefined
  /** Told where answers differ from the contract, once for every operation and place. They pass all the same. */
  readonly onDrift?: ((report: Drift.Report) => void) | undefined
  /** Sends `traceparent` and `b3` to the platform. Default: `false`. */
  readonly propagateTrace?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.lvng.ai"

/**
 * Three repeats after 200, 600 and 1800 ms, each at a random part of it (`jitter: "none"` takes all of it) and not before
 * `Retry-After`; 429 and 503 only, beside transport errors.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultRetry: Partial<Retry.Policy> = {
  maxRetries: 3,
  baseDelay: 200,
  factor: 3,
  statuses: [429, 503]
}

/**
 * What the environment says, but for what is given: `LVNG_API_KEY`, or else `LVNG_JWT_TOKEN`, and `LVNG_BASE_URL`. An
 * empty value counts as absent.
 *
 * @since 0.1.0
 * @category configuration
 */
export const config = (options: Partial<Options> = {}): Config.Config<Options> =>
  Config.map(
    Config.all({
      credential: options.credential === undefined ? credentialConfig : Config.succeed(options.credential),
      baseUrl: options.baseUrl === undefined ? baseUrlConfig : Config.succeed(options.baseUrl)
    }),
    (environment) => ({ ...options, ...environment })
  )

const nonEmpty = (name: string): Config.Config<Option.Option<Redacted.Redacted<string>>> =>
  Config.map(
    Config.option(Config.redacted(name)),
    Option.filter((value) => Redacted.value(value).trim() !== "")
  )

const credentialConfig: Config.Config<Credential.Credential> = Config.mapOrFail(
  Config.zip(nonEmpty("LVNG_API_KEY"), nonEmpty("LVNG_JWT_TOKEN")),
  ([key, token]) => {
    if (Option.isSome(key)) return Either.right(Credential.apiKey(key.value))
    if (Option.isSome(token)) return Either.right(Credential.jwt(token.value))
    return Either.left(
      ConfigError.MissingData(
        ["LVNG_API_KEY"],
        "no credential: set LVNG_API_KEY, or LVNG_JWT_TOKEN, or give the option credential"
      )
    )
  }
)

const baseUrlConfig: Config.Config<string | undefined> = Config.map(
  Config.option(Config.string("LVNG_BASE_URL")),
  (value) => Option.getOrUndefined(Option.filter(value, (text) => text !== ""))
)
