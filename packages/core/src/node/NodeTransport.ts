/**
 * The `HttpClient` of Trilum on Node: keep-alive connections of undici with explicit time limits, and little else. It
 * opens no span, sends no trace header and needs no scope for a call. Retries, redirects, credentials and status codes
 * are the business of its caller.
 *
 * - **Interruption** destroys the socket at once: while connecting, before the headers and while the body is read.
 * - **Connections**: `maxConnectionsPerOrigin` calls run at once to one origin, further calls wait for up to
 *   `poolTimeout`. Event streams (`accept: text/event-stream`) and responses that are read through `stream` do not count.
 * - **Bodies** are read with backpressure. `text` and friends may be used repeatedly, `stream` runs once. A body of more
 *   than 64 KiB that nobody begins to read is destroyed after `bodyIdleTimeout`.
 * - **Encodings**: no `accept-encoding` is sent. A body that comes with `content-encoding: gzip`, `deflate` or `br` is
 *   decoded as it arrives, unless the request says `accept-encoding: identity`.
 * - **Informational answers** (`100 Continue`, `103 Early Hints`) are skipped. A 204 or 304 is complete with its head.
 * - **Errors** have neither query, headers nor body in their `request`. Their `cause` has a `code`:
 *
 * | error | `code` of the cause | what happened |
 * |---|---|---|
 * | `RequestError`, `Transport` | `ECONNREFUSED`, `ENOTFOUND`, `ECONNRESET`, `UND_ERR_SOCKET`, ... | no response; as Node or undici report it |
 * | | `UND_ERR_CONNECT_TIMEOUT`, `UND_ERR_HEADERS_TIMEOUT` | `connectTimeout` or `headersTimeout` passed |
 * | | `TRILUM_POOL_TIMEOUT` | no connection became free within `poolTimeout`; nothing was sent |
 * | | `TRILUM_PROXY_AUTHENTICATION` | the proxy answered 407; the cause has its `status` |
 * | | `TRILUM_PROXY_REFUSED` | the proxy answered `CONNECT` with another `status` |
 * | | `TRILUM_INVALID_OPTIONS` | the options or the proxy variables cannot be used |
 * | | `UND_ERR_CLOSED` | the client is closed |
 * | | `ERR_TLS_...`, `DEPTH_ZERO_SELF_SIGNED_CERT`, `CERT_...`, ... | the certificate is not trusted |
 * | `RequestError`, `Encode` | `UND_ERR_INVALID_ARG`, `UND_ERR_REQ_CONTENT_LENGTH_MISMATCH`, or the failure of the body | the request cannot be sent |
 * | `ResponseError`, `Decode` | `UND_ERR_SOCKET`, `ECONNRESET` | the body was cut |
 * | | `UND_ERR_BODY_TIMEOUT` | the body was silent for `bodyIdleTimeout` |
 * | | `TRILUM_CONTENT_ENCODING` | the body is not what its `content-encoding` says |
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import type * as Scope from "effect/Scope"
import { ConnectionWait } from "../internal/connectionWait.js"
import { Connections } from "../internal/node/connections.js"
import { Exchange, requestBody, requestError } from "../internal/node/exchange.js"
import * as Proxy from "../internal/node/proxy.js"
import * as Redirect from "../internal/redirect.js"

/**
 * `Duration.infinity` switches a time limit off. Limits are kept to within a second.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Longest time to connect, proxy and TLS included. Default: 10 seconds. */
  readonly connectTimeout?: Duration.DurationInput | undefined
  /**
   * Longest wait for the head of a response once the request is sent. Default: 10 minutes, beyond the caller's own time
   * limit for attempts, and enough for an agent that answers when it is done.
   */
  readonly headersTimeout?: Duration.DurationInput | undefined
  /**
   * Longest silence of a body. Default: 5 minutes, beyond the caller's own idle limit, and enough for an event stream
   * whose agent thinks.
   */
  readonly bodyIdleTimeout?: Duration.DurationInput | undefined
  /**
   * How long an idle connection is kept when the server does not say (`keep-alive: timeout=`). Default: 4 seconds, below
   * the 5 seconds after which common servers close it.
   */
  readonly keepAliveTimeout?: Duration.DurationInput | undefined
  /** Calls at once to one origin; open streams do not count. Further calls wait. Default: 128. */
  readonly maxConnectionsPerOrigin?: number | undefined
  /** Longest wait for one of `maxConnectionsPerOrigin` connections. Default: 20 seconds. */
  readonly poolTimeout?: Duration.DurationInput | undefined
  /**
   * `"environment"` (default) uses `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` in upper or lower case, read when the
   * client is made, and connects to loopback directly. A URL, with user and password if needed, is used for everything.
   * `false` connects directly.
   */
  readonly proxy?: string | URL | false | undefined
  /** Certificate authorities (PEM) to trust instead of Node's own, for servers and proxies. */
  readonly ca?: string | Uint8Array | ReadonlyArray<string | Uint8Array> | undefined
  /** How long calls under way may continue when the scope closes. Default: 2 seconds. */
  readonly closeTimeout?: Duration.DurationInput | undefined
}

/** The longest delay of a Node timer, in milliseconds. A longer one fires at once. */
const longest = 2 ** 31 - 1

const toMillis = (input: Duration.DurationInput | undefined, fallback: Duration.DurationInput): number =>
  Math.min(Math.ceil(Duration.toMillis(input ?? fallback)), longest)

/** As {@link toMillis}; undici spells "no limit" 0, so a limit of 0 becomes 1. */
const toLimit = (input: Duration.DurationInput | undefined, fallback: Duration.DurationInput): number =>
  Duration.toMillis(input ?? fallback) === Infinity ? 0 : Math.max(1, toMillis(input, fallback))

class Misconfigured extends Error {
  readonly code = "TRILUM_INVALID_OPTIONS"
}

const proxiesOf = (proxy: Options["proxy"]): Proxy.Proxies | Proxy.InvalidProxy | undefined => {
  if (proxy === false) return undefined
  if (proxy === undefined || proxy === "environment") return Proxy.fromEnvironment(process.env)
  return Proxy.fromUrl(String(proxy))
}

const open = (options: Options): Connections | Misconfigured => {
  const limit = options.maxConnectionsPerOrigin ?? 128
  if (!Number.isInteger(limit) || limit < 1) {
    return new Misconfigured("maxConnectionsPerOrigin must be a whole number from 1 on")
  }
  const proxies = proxiesOf(options.proxy)
  if (proxies instanceof Proxy.InvalidProxy) return new Misconfigured(proxies.message)
  return new Connections({
    limit,
    proxies,
    poolTimeout: toLimit(options.poolTimeout, "20 seconds"),
    connectTimeout: toLimit(options.connectTimeout, "10 seconds"),
    headersTimeout: toLimit(options.headersTimeout, "10 minutes"),
    bodyTimeout: toLimit(options.bodyIdleTimeout, "5 minutes"),
    keepAliveTimeout: Math.max(1, toMillis(options.keepAliveTimeout, "4 seconds")),
    ca:
      options.ca === undefined
        ? undefined
        : [options.ca].flat().map((pem) => (typeof pem === "string" ? pem : Buffer.from(pem)))
  })
}

/**
 * Synchronous where nothing is open: a layer that fails beside a transport still fails at once, which is how a promise
 * client without a key can throw from its constructor.
 */
const release = (connections: Connections, options: Options): Effect.Effect<void> =>
  Effect.suspend(() => {
    const closing = connections.close(toMillis(options.closeTimeout, "2 seconds"))
    return connections.isUsed ? Effect.promise(() => closing) : Effect.void
  })

const send = (
  connections: Connections,
  request: HttpClientRequest.HttpClientRequest
): Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError> =>
  Effect.withFiberRuntime((fiber, running) => {
    const parsed = UrlParams.makeUrl(request.url, request.urlParams, request.hash)
    if (parsed._tag === "Left" || (parsed.right.protocol !== "https:" && parsed.right.protocol !== "http:")) {
      return Effect.fail(requestError(request, "InvalidUrl", undefined, "write an absolute http or https URL"))
    }
    const url = parsed.right
    const context = fiber.currentContext
    const body = requestBody(request.body, () =>
      Runtime.make({ context, runtimeFlags: running.runtimeFlags, fiberRefs: fiber.getFiberRefs() })
    )
    if (body === undefined) {
      const advice = "send text, bytes, FormData, URLSearchParams, a Blob or a readable stream as raw body"
      return Effect.fail(requestError(request, "Encode", undefined, advice))
    }
    const pool = connections.of(url)
    if (pool instanceof Error) return Effect.fail(requestError(request, "Transport", pool))
    const wait = Option.getOrUndefined(Context.getOption(context, ConnectionWait))
    return Effect.async((resume) => {
      const exchange = new Exchange(pool, request, url, body, wait, connections.settings.bodyTimeout, resume)
      pool.take(exchange)
      return exchange.interrupt
    })
  })

const clientOf = (connections: Connections | Misconfigured): HttpClient.HttpClient =>
  HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
    Effect.flatMap((request) =>
      connections instanceof Misconfigured
        ? Effect.fail(requestError(request, "Transport", connections))
        : send(connections, request)
    ),
    Effect.succeed
  )

/**
 * A client whose connections live as long as the scope. When it closes, calls under way have `closeTimeout` to end, then
 * their sockets are destroyed.
 *
 * Options that cannot be used, such as a malformed proxy URL, fail every call with a `RequestError` that says so.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options = {}): Effect.Effect<HttpClient.HttpClient, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => open(options)),
      (connections) => (connections instanceof Misconfigured ? Effect.void : release(connections, options))
    ),
    clientOf
  )

/**
 * As {@link make}, as a layer.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options = {}): Layer.Layer<HttpClient.HttpClient> =>
  Layer.scoped(HttpClient.HttpClient, make(options))

/**
 * Lets the GET and HEAD requests of an effect follow a redirect to another origin, as file downloads that end in blob
 * storage need. Every header of the request except `range` and `if-range` is dropped on the way, so no credential and no
 * cookie leaves its origin. https never becomes http.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withCrossOriginDownload: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> =
  Redirect.withCrossOriginDownload
