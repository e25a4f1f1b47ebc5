/**
 * The client of LVNG.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Core from "@trilum/core/ApiClient"
import { type ApiError, ConfigurationError } from "@trilum/core/ApiError"
import type * as RetryPolicy from "@trilum/core/RetryPolicy"
import * as Config from "effect/Config"
import * as ConfigError from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as Credential from "./Credential.js"
import type { ApiClient, PreparedError, RequestOptions, Unverified } from "./client.js"
import * as Drift from "./Drift.js"
import * as Generated from "./generated/index.js"
import { failureOf } from "./internal/failureOf.js"
import * as Prepare from "./internal/prepare.js"
import * as Raw from "./internal/rawRequest.js"
import * as RateLimit from "./RateLimit.js"
import * as Agents from "./resources/Agents.js"
import * as ApiKeys from "./resources/ApiKeys.js"
import * as Chat from "./resources/Chat.js"
import * as Knowledge from "./resources/Knowledge.js"
import * as Workflows from "./resources/Workflows.js"

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
  readonly retry?: Partial<RetryPolicy.RetryPolicy> | false | undefined
  /** `generate`: every POST gets an idempotency key and is so repeated. Default: `caller`, only the keys of calls. */
  readonly idempotencyKeys?: "generate" | "caller" | undefined
  /** What becomes of operations that the vendor only names. Default: `warn`. */
  readonly unverified?: Unverified | undefined
  /**
   * Waits before calls that would exceed the documented limits (`true`), or given ones, by group. Default: `false`, only
   * 429 tells.
   */
  readonly throttle?: boolean | RateLimit.Throttle | undefined
  /** Told where answers have more than the contract knows: fields and members of enumerations. They pass all the same. */
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
export const defaultRetry: Partial<RetryPolicy.RetryPolicy> = {
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

/**
 * The resources of a client: those of the contract, some with more to them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources
  extends Omit<Generated.Resources, "agents" | "apiKeys" | "chat" | "knowledge" | "workflows"> {
  readonly agents: Agents.Service
  readonly apiKeys: ApiKeys.Service
  readonly chat: Chat.Service
  readonly knowledge: Knowledge.Service
  readonly workflows: Workflows.Service
}

/**
 * A call that is in no contract.
 *
 * @since 0.1.0
 * @category models
 */
export type RawRequest<A = unknown> = Raw.RawRequest<A>

/**
 * Sends a call that is in no contract, with the credential, retries, rate limits and errors of every other call.
 *
 * @since 0.1.0
 * @category models
 */
export interface SendRequest {
  <A>(request: RawRequest<A> & { readonly schema: Schema.Schema<A, unknown> }): Effect.Effect<A, ApiError>
  (request: RawRequest): Effect.Effect<unknown, ApiError>
}

/**
 * The tag of the client's service.
 *
 * @example
 * ```ts
 * import { NodeTransport } from "@trilum/core/node"
 * import { Lvng } from "@trilum/lvng"
 * import * as Console from "effect/Console"
 * import * as Effect from "effect/Effect"
 * import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
 * import * as Stream from "effect/Stream"
 *
 * const program = Effect.gen(function*() {
 *   const lvng = yield* Lvng
 *   yield* lvng.chat.streamText("What changed in our market this week?").pipe(Stream.runForEach(Console.log))
 * })
 *
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Lvng.layerConfig(), NodeTransport.layer()))))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Lvng extends Context.Tag("@trilum/lvng/Lvng")<Lvng, Lvng.Service>() {
  /** A client with these settings. Fails without a credential, before anything is sent. */
  static layer(options: Options): Layer.Layer<Lvng, ConfigurationError, HttpClient.HttpClient> {
    return Layer.effect(Lvng, make(options))
  }

  /** A client with the settings of the environment (see {@link config}), but for what is given. */
  static layerConfig(
    options?: Partial<Options>
  ): Layer.Layer<Lvng, ConfigurationError | ConfigError.ConfigError, HttpClient.HttpClient> {
    return Layer.effect(Lvng, Effect.flatMap(config(options), make))
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Lvng {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources {
    /** {@link Chat.Service.stream}, under the name it has in the official SDKs. */
    readonly streamChat: Chat.Service["stream"]
    /** What the platform said of its rate limits. */
    readonly rateLimit: RateLimit.Service
    /** Sends a call that is in no contract. */
    readonly request: SendRequest
    /** Sends operations as data, with raw bodies, headers and streams. */
    readonly client: ApiClient
  }
}

interface Built {
  readonly client: ApiClient
  readonly rateLimit: RateLimit.Service
}

const build = (options: Options): Effect.Effect<Built, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const credential = yield* checked(options.credential)
    const timeout = Duration.decodeUnknown(options.timeout ?? Duration.seconds(30))
    if (Option.isNone(timeout)) {
      return yield* refuse(`timeout is not a duration; write it like "30 seconds", or in milliseconds`)
    }
    const baseUrl = options.baseUrl ?? defaultBaseUrl
    const watch = RateLimit.make(options.throttle)
    const client = yield* Core.make<PreparedError, RequestOptions>({
      platform: "lvng",
      baseUrl,
      credential: Credential.toCore(credential, options.authHeader ?? "bearer"),
      userAgent: options.userAgent,
      headers: options.headers,
      reservedHeaders: ["authorization", "x-api-key"],
      timeout: timeout.value,
      idleTimeout: options.idleTimeout,
      retry: options.retry === false ? false : { ...defaultRetry, ...options.retry },
      idempotencyKeys: options.idempotencyKeys,
      propagateTrace: options.propagateTrace,
      prepare: Prepare.prepare(credential._tag, options.unverified ?? "warn"),
      onAnswer: watch.onAnswer,
      gate: watch.gate,
      failureOf
    })
    yield* warnOf(credential, new URL(baseUrl))
    const { onDrift } = options
    return {
      client: onDrift === undefined ? client : Drift.watched(client, onDrift),
      rateLimit: watch.service
    }
  })

/**
 * The client that operations are sent with, for programs that work with operations as data.
 *
 * @since 0.1.0
 * @category constructors
 */
export const apiClient = (options: Options): Effect.Effect<ApiClient, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(build(options), (built) => built.client)

/**
 * Builds a client. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Lvng.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(build(options), ({ client, rateLimit }) => {
    const chat = Chat.make(client)
    return {
      ...Generated.makeResources(client),
      agents: Agents.make(client),
      apiKeys: ApiKeys.make(client),
      chat,
      knowledge: Knowledge.make(client),
      workflows: Workflows.make(client),
      streamChat: chat.stream,
      rateLimit,
      request: Raw.make(client),
      client
    }
  })

const refuse = (message: string): Effect.Effect<never, ConfigurationError> =>
  Effect.fail(new ConfigurationError({ platform: "lvng", message }))

/** A credential that a header can carry; the value itself is in no message. */
const checked = (credential: Credential.Credential): Effect.Effect<Credential.Credential, ConfigurationError> => {
  const [name, secret] = credential._tag === "ApiKey" ? ["API key", credential.key] : ["JWT", credential.token]
  const value = Redacted.value(secret).trim()
  if (value === "") return refuse(`${name} is required: set LVNG_API_KEY, or give the option credential`)
  // RFC 9110 section 5.5
  if (!/^[\x21-\x7e]+$/.test(value)) return refuse(`${name} is not valid: it has characters no header can carry`)
  return Effect.succeed(
    credential._tag === "ApiKey"
      ? Credential.apiKey(Redacted.make(value))
      : Credential.jwt(Redacted.make(value), { refresh: credential.refresh })
  )
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Servers on this machine are emulators, which take any key. */
const warnOf = (credential: Credential.Credential, url: URL): Effect.Effect<void> => {
  const surprise =
    credential._tag === "ApiKey" && !loopback.test(url.hostname)
      ? Credential.surpriseOf(credential.key, url.hostname)
      : undefined
  return surprise === undefined ? Effect.void : Effect.annotateLogs(Effect.logWarning(surprise), { platform: "lvng" })
}
