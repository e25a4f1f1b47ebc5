/**
 * What a promise client can be given beside the options of its platform: a transport, middleware, a logger.
 *
 * `Platform.open` reads the table. Effect programs use layers instead: any `HttpClient` is a transport, `HttpClient.transform`
 * is middleware, and `Logger` logs.
 *
 * @since 0.1.0
 */
import * as FetchHttpClient from "@effect/platform/FetchHttpClient"
import * as HttpClient from "@effect/platform/HttpClient"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as HashMap from "effect/HashMap"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Option from "effect/Option"
import { ConfigurationError } from "./ApiError.js"
import { around } from "./internal/middleware.js"
import * as Options from "./Options.js"

/**
 * `fetch`, or a function like it.
 *
 * @since 0.1.0
 * @category models
 */
export type Fetch = (input: string | URL | Request, init?: RequestInit) => Promise<Response>

/**
 * Sees every attempt of every call. It may change the request, call `next`, change or replace the response, or answer
 * without `next`. The request carries the credential: do not log its headers.
 *
 * What it throws fails the call with a `TransportError` of code `TRILUM_MIDDLEWARE`, without a retry. What `next` throws
 * and the middleware passes on keeps its meaning.
 *
 * @since 0.1.0
 * @category models
 */
export type Middleware = (request: Request, next: (request: Request) => Promise<Response>) => Promise<Response>

/**
 * Receives the log of a client: `console`, or a logger of pino, winston or the like. No message and no field has a secret,
 * an id of the path, a query, a header or a body.
 *
 * @since 0.1.0
 * @category models
 */
export interface LogSink {
  readonly debug: (message: string, fields: Readonly<Record<string, unknown>>) => void
  readonly info: (message: string, fields: Readonly<Record<string, unknown>>) => void
  readonly warn: (message: string, fields: Readonly<Record<string, unknown>>) => void
  readonly error: (message: string, fields: Readonly<Record<string, unknown>>) => void
}

const isFunction = (u: unknown): boolean => typeof u === "function"

const isSink = (u: unknown): u is LogSink =>
  typeof u === "object" &&
  u !== null &&
  ["debug", "info", "warn", "error"].every((level) => isFunction(Reflect.get(u, level)))

const isClient = (u: unknown): u is HttpClient.HttpClient =>
  (isFunction(u) || typeof u === "object") && u !== null && HttpClient.TypeId in Object(u)

type Pems = string | Uint8Array | ReadonlyArray<string | Uint8Array>

const isPem = (u: unknown): u is string | Uint8Array => typeof u === "string" || u instanceof Uint8Array

const isPems = (u: unknown): u is Pems => isPem(u) || (Array.isArray(u) && u.length > 0 && u.every(isPem))

/** Its text may have a password, so no message shows it. */
const isProxy = (u: unknown): u is string | URL | false =>
  u === false || u instanceof URL || (typeof u === "string" && u.trim() !== "")

const middleware = Options.fn<Middleware>()

/**
 * The options of a promise client beside those of its platform.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  /**
   * Sends the requests, e.g. `globalThis.fetch` so that msw, nock and `MockAgent` of undici can answer them. Default on
   * Node: a pool of connections; elsewhere: the global `fetch`.
   */
  fetch: Options.fn<Fetch>(),
  /** Sends the requests: an `HttpClient` of `@effect/platform`. */
  httpClient: Options.opaque("an HttpClient of @effect/platform", isClient),
  /**
   * The proxy of every request (Node only), e.g. `http://user:password@proxy.example:8080`. `false`: none. Default:
   * `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`.
   */
  proxy: { ...Options.opaque("the URL of a proxy, or false", isProxy), secret: true },
  /** Certificate authorities (PEM) to trust instead of the default ones (Node only). */
  ca: { ...Options.opaque("certificates as PEM text or bytes, or a list of them", isPems), secret: true },
  /** Functions around every attempt. The first one is the outermost. */
  middleware: Options.either(middleware, Options.array(middleware)),
  /** Receives the log. Default: warnings go to `console.warn`. */
  logger: Options.opaque("an object with the functions debug, info, warn and error", isSink),
  /**
   * Accepts an API key in a browser, where everybody who opens the page can read it. Default: `false`. Keep the key on a
   * server and let the page call that; see the recipe "A key in the browser" in the documentation.
   */
  dangerouslyAllowBrowser: Options.boolean,
  /** The least level that is logged (`TRILUM_LOG`). `debug` logs every attempt. Default: `info`. */
  logLevel: Options.fromEnvironment(Options.literal("debug", "info", "warn", "error", "off"), "TRILUM_LOG")
}

/**
 * What {@link options} describes.
 *
 * @since 0.1.0
 * @category options
 */
export interface Hooks extends Options.Type<typeof options> {}

/**
 * Separates the hooks from the options of a platform. Fails for options that are in neither table, or wrong.
 *
 * @since 0.1.0
 * @category combinators
 */
export const split = <T extends Options.Table>(
  platform: string,
  table: T,
  given: (Options.Type<T> & Hooks) | undefined
): Effect.Effect<readonly [Options.Type<T> | undefined, Hooks], ConfigurationError> => {
  const problem = Options.problem({ ...table, ...options }, given)
  if (problem !== undefined) return Effect.fail(new ConfigurationError({ platform, message: problem }))
  if (given === undefined) return Effect.succeed([undefined, {}])
  const { ca, dangerouslyAllowBrowser, fetch, httpClient, logger, logLevel, middleware, proxy, ...rest } = given
  const key = Object.entries(table).find(
    ([name, { serverOnly }]) => serverOnly && Reflect.get(given, name) !== undefined
  )
  if (key !== undefined && dangerouslyAllowBrowser !== true && isBrowser()) {
    return Effect.fail(
      new ConfigurationError({
        platform,
        message: `${key[0]} would be readable by everybody who opens this page`,
        hint:
          "Keep the key on a server and let the page call that. " +
          "In a test, or on a page for people who have the key, pass dangerouslyAllowBrowser: true."
      })
    )
  }
  // The rest of an intersection is a type that TypeScript does not reduce.
  return Effect.succeed([rest as Options.Type<T>, { ca, fetch, httpClient, logger, logLevel, middleware, proxy }])
}

/** A page. Workers and servers have no document. */
const isBrowser = (): boolean => {
  const window: unknown = Reflect.get(globalThis, "window")
  return typeof window === "object" && window !== null && "document" in window && "navigator" in window
}

const transports = ["fetch", "httpClient", "proxy", "ca"] as const

/** `proxy` and `ca` belong to the connections of the default transport, which `fetch` and `httpClient` replace. */
const transportOf = (platform: string, hooks: Hooks): Layer.Layer<HttpClient.HttpClient, ConfigurationError> => {
  const { ca, fetch, httpClient, proxy } = hooks
  const named = transports.filter((name) => hooks[name] !== undefined)
  if (named.length > 1 && (fetch !== undefined || httpClient !== undefined)) {
    return Layer.fail(
      new ConfigurationError({ platform, message: `the options ${named.join(" and ")} exclude each other; give one` })
    )
  }
  if (httpClient !== undefined) return Layer.succeed(HttpClient.HttpClient, httpClient)
  if (fetch !== undefined) {
    return Layer.effect(
      HttpClient.HttpClient,
      Effect.map(HttpClient.HttpClient, HttpClient.transform(Effect.provideService(FetchHttpClient.Fetch, fetch)))
    ).pipe(Layer.provide(FetchHttpClient.layer))
  }
  if (proxy === undefined && ca === undefined) return DefaultTransport.layer
  return DefaultTransport.withOptions === undefined
    ? Layer.fail(
        new ConfigurationError({
          platform,
          message: `the option ${named.join(" and ")} needs Node`,
          hint: "Elsewhere the runtime decides about proxies and certificates. Give a fetch of your own."
        })
      )
    : DefaultTransport.withOptions({ proxy, ca })
}

/**
 * The transport of a client, with its middleware.
 *
 * @since 0.1.0
 * @category layers
 */
export const transport = (platform: string, hooks: Hooks): Layer.Layer<HttpClient.HttpClient, ConfigurationError> => {
  const bare = transportOf(platform, hooks)
  const { middleware } = hooks
  return middleware === undefined
    ? bare
    : Layer.provide(
        Layer.effect(
          HttpClient.HttpClient,
          Effect.map(HttpClient.HttpClient, (client) =>
            around(client, typeof middleware === "function" ? [middleware] : middleware)
          )
        ),
        bare
      )
}

const levels = {
  debug: LogLevel.Debug,
  info: LogLevel.Info,
  warn: LogLevel.Warning,
  error: LogLevel.Error,
  off: LogLevel.None
}

/** Warnings go to `console.warn`. */
const warnings = Logger.withLeveledConsole(Logger.logfmtLogger)

/** Of a level that the program chose, every line goes to standard error: standard output belongs to the program. */
const lines = Logger.withConsoleError(Logger.logfmtLogger)

/** The caller gets every error, so no fiber of an attempt logs it. */
const quiet = Layer.scopedDiscard(Effect.locallyScoped(FiberRef.unhandledErrorLogLevel, Option.none()))

const toSink = (sink: LogSink): Logger.Logger<unknown, void> =>
  Logger.make(({ annotations, logLevel, message }) => {
    const level = LogLevel.greaterThanEqual(logLevel, LogLevel.Error)
      ? "error"
      : LogLevel.greaterThanEqual(logLevel, LogLevel.Warning)
        ? "warn"
        : LogLevel.greaterThanEqual(logLevel, LogLevel.Info)
          ? "info"
          : "debug"
    try {
      sink[level]([message].flat().map(String).join(" "), Object.fromEntries(HashMap.toEntries(annotations)))
    } catch {
      // A logger that fails must not fail the call.
    }
  })

/**
 * The log of a client. What the hooks leave out comes from `TRILUM_LOG`.
 *
 * @since 0.1.0
 * @category layers
 */
export const logging = (platform: string, hooks: Hooks): Layer.Layer<never, ConfigurationError> => {
  const { logger, logLevel } = hooks
  const at = (level: Hooks["logLevel"]): Layer.Layer<never, ConfigurationError> => {
    const problem = Options.problem(options, { logLevel: level })
    if (problem !== undefined) {
      return Layer.fail(new ConfigurationError({ platform, message: `${problem} (TRILUM_LOG)` }))
    }
    return Layer.merge(
      Logger.replace(
        Logger.defaultLogger,
        logger !== undefined ? toSink(logger) : level === undefined ? warnings : lines
      ),
      level === undefined ? Layer.empty : Layer.merge(Logger.minimumLogLevel(levels[level]), quiet)
    )
  }
  return Layer.unwrapEffect(
    Effect.match(Options.config({ logLevel: options.logLevel }, { logLevel }), {
      onFailure: () => at(undefined),
      onSuccess: (found) => at(found.logLevel)
    })
  )
}
