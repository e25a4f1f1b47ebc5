/**
 * A platform as a value: its options, how a client connects, and the surfaces that follow from these.
 *
 * Each platform package declares one: `Platform.make` takes the table of options and builds the connection. `Tag` gives
 * the Effect service with `layer` and `layerConfig`, `open` the promise client. See `Resource` for what clients are made
 * of.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import * as ApiClient from "./ApiClient.js"
import { ConfigurationError } from "./ApiError.js"
import type * as Credential from "./Credential.js"
import type * as Drift from "./Drift.js"
import * as Hooks from "./Hooks.js"
import * as Mock from "./Mock.js"
import type * as Operation from "./Operation.js"
import * as Options from "./Options.js"
import * as PromiseClient from "./PromiseClient.js"
import * as Retry from "./Retry.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Platform<T extends Options.Table, Connection> {
  /** As in `Details.platform` of errors, e.g. `lvng`. */
  readonly name: string
  readonly options: T
  /** What the resources of a client are made with. Sends nothing. Fails for options that are unknown or wrong. */
  readonly connect: (options: Options.Type<T>) => Effect.Effect<Connection, ConfigurationError, HttpClient.HttpClient>
  /** The same with absent options from environment variables. */
  readonly connectConfig: (
    options?: Options.Type<T>
  ) => Effect.Effect<Connection, ConfigurationError, HttpClient.HttpClient>
}

/**
 * Declares a platform. `connect` may rely on the types of its options: they are checked before.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = <const T extends Options.Table, Connection>(definition: {
  readonly name: string
  readonly options: T
  readonly connect: (options: Options.Type<T>) => Effect.Effect<Connection, ConfigurationError, HttpClient.HttpClient>
}): Platform<T, Connection> => {
  const { name, options: table } = definition
  const connect: Platform<T, Connection>["connect"] = (options) =>
    Effect.zipRight(
      Options.check(name, table, options),
      Effect.suspend(() => definition.connect(options))
    )
  return {
    name,
    options: table,
    connect,
    connectConfig: (options) =>
      Effect.zipRight(
        Options.check(name, table, options),
        Effect.flatMap(
          Effect.mapError(Options.config(table, options), (cause) => unreadable(name, cause)),
          connect
        )
      )
  }
}

const unreadable = (platform: string, cause: unknown): ConfigurationError =>
  new ConfigurationError({ platform, message: "the environment variables of the client cannot be read", cause })

/**
 * The options that every platform has. `prefix` begins the names of its environment variables, e.g. `LVNG`.
 *
 * @since 0.1.0
 * @category options
 */
export const options = (prefix: string) => ({
  /** The server. Its path, if any, is kept. */
  baseUrl: Options.fromEnvironment(Options.url, `${prefix}_BASE_URL`),
  /** Accepts plain http to any host, for trusted private networks. Default: `false`. */
  allowInsecureHttp: Options.fromEnvironment(
    Options.boolean,
    `${prefix}_ALLOW_INSECURE_HTTP`,
    "TRILUM_ALLOW_INSECURE_HTTP"
  ),
  /** Headers of every call. They never replace the credential. */
  headers: Options.record(Options.string),
  userAgent: Options.string,
  /** Limit of one attempt, body included. Default: 30 seconds. A number is milliseconds. */
  timeout: Options.duration,
  /** Longest time without a byte of a streamed body, or between two events. Default: 2 minutes. */
  idleTimeout: Options.duration,
  /** Changes to the retry policy, a `Schedule`, or `false` for one attempt. */
  retry: Options.retry,
  /** Largest body that is decoded into memory, in bytes. Default: 256 MiB. Streams have no limit. */
  maxResponseBytes: Options.number(1),
  /** Sends `traceparent` and `b3` to the platform. Default: `false`. */
  propagateTrace: Options.boolean,
  /** `strict` fails on answers that differ from the contract, for those who test a server. Default: `lenient`. */
  decoding: Options.literal("lenient", "strict"),
  /** Called where answers differ from the contract, once for every operation and place. */
  onDrift: Options.fn<(report: Drift.Report) => void>(),
  /** Called before every wait for another attempt. */
  onRetry: Options.fn<(retry: ApiClient.Waiting) => void>(),
  /** Called with every answer that is decoded, as the server sent it. */
  onDecoded: Options.fn<(decoded: ApiClient.Decoded) => void>()
})

/**
 * What {@link options} describes.
 *
 * @since 0.1.0
 * @category models
 */
export type CommonOptions = Options.Type<ReturnType<typeof options>>

/**
 * The client of a platform, with the options that every platform has.
 *
 * @since 0.1.0
 * @category constructors
 */
export const client = <E = never, O extends ApiClient.RequestOptions = ApiClient.RequestOptions>(
  given: CommonOptions,
  own: Omit<ApiClient.ClientOptions<E, O>, keyof CommonOptions | "credential"> & {
    readonly credential: Credential.Credential
    readonly baseUrl: string | URL
    readonly retry?: Partial<Retry.Policy> | undefined
  }
): Effect.Effect<ApiClient.ApiClient<E, O>, ConfigurationError, HttpClient.HttpClient> =>
  ApiClient.make<E, O>({
    ...given,
    ...own,
    baseUrl: given.baseUrl ?? own.baseUrl,
    retry: Retry.override(Retry.override(Retry.standard, own.retry), given.retry)
  })

/** RFC 9110 section 5.5, without spaces. */
const visible = /^[\x21-\x7e]+$/

/**
 * A secret that a header can carry, without the space around it. `undefined` for any other; an empty one is missing.
 *
 * @since 0.1.0
 * @category secrets
 */
export const headerSecret = (secret: unknown): Redacted.Redacted<string> | undefined => {
  const value = Redacted.isRedacted(secret) ? textOf(secret) : secret
  const text = typeof value === "string" ? value.trim() : ""
  return visible.test(text) ? Redacted.make(text) : undefined
}

/** Of a `Redacted` of another copy of the package, or of one that was wiped, nothing is known. */
const textOf = (secret: Redacted.Redacted<unknown>): unknown => {
  try {
    return Redacted.value(secret)
  } catch {
    return undefined
  }
}

/**
 * A secret of the options. `undefined` when it is absent or empty; fails, without its value, when no header can carry it.
 *
 * @since 0.1.0
 * @category secrets
 */
export const secret = (
  platform: string,
  option: string,
  given: string | Redacted.Redacted<string> | undefined
): Effect.Effect<Redacted.Redacted<string> | undefined, ConfigurationError> => {
  const text = given === undefined ? "" : typeof given === "string" ? given : Redacted.value(given)
  if (given === undefined || text.trim() === "") return Effect.succeed(undefined)
  const usable = headerSecret(given)
  return usable === undefined
    ? Effect.fail(
        new ConfigurationError({
          platform,
          message: `${option} has characters that no header can carry: only visible ASCII is allowed`
        })
      )
    : Effect.succeed(usable)
}

/**
 * @since 0.1.0
 * @category secrets
 */
export const redacted = (secret: string | Redacted.Redacted<string>): Redacted.Redacted<string> =>
  typeof secret === "string" ? Redacted.make(secret) : secret

/**
 * A client that sends each operation with one of several, e.g. by the kind of credential that the operation needs.
 *
 * @since 0.1.0
 * @category constructors
 */
export const route = <E, O extends ApiClient.RequestOptions>(
  pick: (operation: Omit<Operation.Operation<unknown>, "success">) => ApiClient.ApiClient<E, O>
): ApiClient.ApiClient<E, O> => ({
  request: (operation, path, params, options) => pick(operation).request(operation, path, params, options),
  withResponse: (operation, path, params, options) => pick(operation).withResponse(operation, path, params, options),
  stream: (operation, path, params, options) => pick(operation).stream(operation, path, params, options),
  events: (operation, path, params, options) => pick(operation).events(operation, path, params, options),
  preview: (operation, path, params, options) => pick(operation).preview(operation, path, params, options)
})

/**
 * The class of a service, with the effects and the layers that build it.
 *
 * @since 0.1.0
 * @category models
 */
export interface TagClass<Self, Key extends string, Service, T> extends Context.TagClass<Self, Key, Service> {
  /** Builds a client with these options. Fails without a credential; nothing is sent. */
  readonly make: (options: Options.Type<T>) => Effect.Effect<Service, ConfigurationError, HttpClient.HttpClient>
  /** Builds a client from environment variables. Values in `options` take precedence. */
  readonly makeConfig: (options?: Options.Type<T>) => Effect.Effect<Service, ConfigurationError, HttpClient.HttpClient>
  /** The layer of `make`. */
  readonly layer: (options: Options.Type<T>) => Layer.Layer<Self, ConfigurationError, HttpClient.HttpClient>
  /** The layer of `makeConfig`. */
  readonly layerConfig: (options?: Options.Type<T>) => Layer.Layer<Self, ConfigurationError, HttpClient.HttpClient>
  /** A client for tests. Members that are not given die with their name. */
  readonly layerTest: (part: Mock.Partial<Service>) => Layer.Layer<Self>
}

/**
 * A tag with the layers of a platform:
 *
 * ```ts
 * export class Acme extends Platform.Tag<Acme, Acme.Service>()("@acme/sdk/Acme", platform, serviceOf) {}
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const Tag =
  <Self, Service extends object>() =>
  <const Key extends string, T extends Options.Table, Connection>(
    key: Key,
    platform: Platform<T, Connection>,
    service: (connection: Connection) => Service
  ): TagClass<Self, Key, Service, T> => {
    const tag = Context.Tag(key)<Self, Service>()
    const make = (options: Options.Type<T>) => Effect.map(platform.connect(options), service)
    const makeConfig = (options?: Options.Type<T>) => Effect.map(platform.connectConfig(options), service)
    return Object.assign(tag, {
      make,
      makeConfig,
      layer: (options: Options.Type<T>) => Layer.effect(tag, make(options)),
      layerConfig: (options?: Options.Type<T>) => Layer.effect(tag, makeConfig(options)),
      layerTest: (part: Mock.Partial<Service>) =>
        Layer.succeed(tag, Mock.service<Service>(key.slice(key.lastIndexOf("/") + 1), part))
    })
  }

/**
 * Opens a promise client: the options of the environment and the hooks, by default the default transport and warnings on
 * `console.warn`. Throws `ConfigurationError`. `environment` is what calls need beside, e.g. a file system.
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = <T extends Options.Table, Connection, Service extends object>(
  platform: Platform<T, Connection>,
  options: (Options.Type<T> & Hooks.Hooks) | undefined,
  service: (connection: Connection) => Service,
  environment: Layer.Layer<never> = Layer.empty
): PromiseClient.Promised<Service> & PromiseClient.Closeable => {
  const { name } = platform
  const tag = Context.GenericTag<Service>(`@trilum/core/Platform/${name}`)
  const layer = Layer.unwrapEffect(
    Effect.map(Hooks.split(name, platform.options, options), ([own, hooks]) =>
      Layer.provideMerge(
        Layer.effect(tag, Effect.map(platform.connectConfig(own), service)),
        Layer.mergeAll(Hooks.transport(name, hooks), environment, Hooks.logging(name, hooks))
      )
    )
  )
  const opened = PromiseClient.fromLayer(tag, layer, open)
  return PromiseClient.make(opened.service, opened.runner)
}
