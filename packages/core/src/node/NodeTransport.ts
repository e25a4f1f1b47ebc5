/**
 * The `HttpClient` of Trilum on Node: a pool of keep-alive connections of undici with explicit time limits, and little
 * else. It opens no span, sends no trace header and needs no scope for a call; retries, credentials and status codes are
 * the business of its caller.
 *
 * - **Interruption** destroys the socket at once, before the headers as well as while the body is read.
 * - **Bodies** are read with backpressure. One that nobody begins to read is destroyed after one to two
 *   `bodyIdleTimeout`s; `text` and friends may be used repeatedly, `stream` runs once.
 * - **Redirects** are followed to the same origin only (scheme, host and port), five at most: GET and HEAD; 307 and 308
 *   when the body can be sent again; 303, and 301 or 302 of a POST, as GET. Any other 3xx is handed up as the response.
 *   {@link withCrossOriginDownload} lets a download leave its origin without its headers. `FetchHttpClient`, in
 *   contrast, lets `fetch` follow redirects itself: up to 20, to any origin, dropping `authorization` and `cookie` on the
 *   way but keeping other headers such as `x-api-key`.
 * - **Encodings**: no `accept-encoding` is sent. A body that comes with `content-encoding: gzip`, `deflate` or `br` all
 *   the same is decoded, except in `stream` when the request says `accept-encoding: identity`.
 * - **Errors**: `RequestError` with reason `Transport` and the error of undici or Node as `cause`, whose `code` says what
 *   happened: `UND_ERR_CONNECT_TIMEOUT`, `UND_ERR_HEADERS_TIMEOUT`, `UND_ERR_SOCKET`, `ECONNREFUSED`, `ECONNRESET`,
 *   `ENOTFOUND`. Reason `Encode` means that the request itself cannot be sent: a header that is none, a body that failed
 *   or missed its `content-length`. A body cut or silent for too long is a `ResponseError` with reason `Decode` and a
 *   `cause` such as `UND_ERR_SOCKET`, `ECONNRESET` or `UND_ERR_BODY_TIMEOUT`. The `request` of an error has neither
 *   query, headers nor body.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import type * as HttpClientError from "@effect/platform/HttpClientError"
import type * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as UrlParams from "@effect/platform/UrlParams"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Runtime from "effect/Runtime"
import type * as Scope from "effect/Scope"
import { errors, Pool, ProxyAgent } from "undici"
import * as LeanClient from "../internal/leanClient.js"
import { Connection } from "../internal/node/connection.js"
import { type Environment, Exchange, requestError } from "../internal/node/exchange.js"
import { UnreadBodies } from "../internal/node/incomingBody.js"
import { outgoingBody } from "../internal/node/outgoingBody.js"
import * as Proxy from "../internal/node/proxy.js"
import * as Redirect from "../internal/redirect.js"

/**
 * `Duration.infinity` switches a time limit off. Limits are kept to within a second.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Longest wait for a connection, TLS included. Default: 10 seconds. */
  readonly connectTimeout?: Duration.DurationInput | undefined
  /**
   * Longest wait for the head of a response once the request is sent. Default: 10 minutes, a net below the caller's own
   * time limit for attempts, wide enough for an agent that answers when it is done.
   */
  readonly headersTimeout?: Duration.DurationInput | undefined
  /**
   * Longest silence of a body. Default: 5 minutes, a net below the caller's own idle limit, wide enough for an event
   * stream whose agent thinks.
   */
  readonly bodyIdleTimeout?: Duration.DurationInput | undefined
  /**
   * How long an idle connection is kept when the server does not say (`keep-alive: timeout=`). Default: 4 seconds, below
   * the 5 seconds after which common servers close it.
   */
  readonly keepAliveTimeout?: Duration.DurationInput | undefined
  /** Connections to one origin, each with one call at a time; further calls wait. Default: 128. */
  readonly maxConnectionsPerOrigin?: number | undefined
  /**
   * `"environment"` (default) obeys `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` in upper or lower case, read when the
   * client is made, and goes to loopback directly. A URL, with user and password if need be, is used for everything.
   * `false` connects directly.
   */
  readonly proxy?: string | URL | false | undefined
  /** Certificate authorities (PEM) to trust instead of Node's own, for servers and proxies. */
  readonly ca?: string | Uint8Array | ReadonlyArray<string | Uint8Array> | undefined
  /** How long calls under way may go on when the scope closes. Default: 2 seconds. */
  readonly closeTimeout?: Duration.DurationInput | undefined
}

/** The longest delay of a Node timer, in milliseconds. */
const longest = 2 ** 31 - 1

const toMillis = (input: Duration.DurationInput | undefined, fallback: Duration.DurationInput): number =>
  Math.min(Math.ceil(Duration.toMillis(input ?? fallback)), longest)

/** As {@link toMillis}, where undici spells "no limit" 0 and would take a limit of 0 for none. */
const toLimit = (input: Duration.DurationInput | undefined, fallback: Duration.DurationInput): number =>
  Duration.toMillis(input ?? fallback) === Infinity ? 0 : Math.max(1, toMillis(input, fallback))

interface Transport extends Environment {
  readonly closeTimeout: number
  readonly close: () => Promise<unknown>
  readonly destroy: () => Promise<unknown>
  /** Whether there ever was a call. */
  readonly isUsed: () => boolean
}

class Misconfigured {
  readonly message: string

  constructor(message: string) {
    this.message = message
  }
}

const proxiesOf = (proxy: Options["proxy"]): Proxy.Proxies | Proxy.InvalidProxy | undefined => {
  if (proxy === false) return undefined
  if (proxy === undefined || proxy === "environment") return Proxy.fromEnvironment(process.env)
  return Proxy.fromUrl(String(proxy))
}

const open = (options: Options): Transport | Misconfigured => {
  const connections = options.maxConnectionsPerOrigin ?? 128
  if (!Number.isInteger(connections) || connections < 1) {
    return new Misconfigured("maxConnectionsPerOrigin must be a whole number from 1 on")
  }
  const proxies = proxiesOf(options.proxy)
  if (proxies instanceof Proxy.InvalidProxy) return new Misconfigured(proxies.message)

  const ca =
    options.ca === undefined
      ? undefined
      : [options.ca].flat().map((pem) => (typeof pem === "string" ? pem : Buffer.from(pem)))
  const connectTimeout = toLimit(options.connectTimeout, "10 seconds")
  const connect = { timeout: connectTimeout, allowH2: false, ...(ca === undefined ? undefined : { ca }) }
  const bodyTimeout = toLimit(options.bodyIdleTimeout, "5 minutes")
  const pool = {
    connections,
    pipelining: 1,
    allowH2: false,
    connectTimeout,
    headersTimeout: toLimit(options.headersTimeout, "10 minutes"),
    bodyTimeout,
    keepAliveTimeout: Math.max(1, toMillis(options.keepAliveTimeout, "4 seconds"))
  } satisfies Pool.Options

  const pools = new Set<Pool>()
  const makePool = (origin: string | URL, settings: Pool.Options): Pool => {
    for (const known of pools) if (known.destroyed) pools.delete(known)
    const made = new Pool(origin, { ...settings, factory: (target, options) => new Connection(target, options) })
    pools.add(made)
    return made
  }
  const direct = new Map<string, Pool>()
  const directTo = (url: URL): Pool => {
    let found = direct.get(url.origin)
    if (found === undefined) direct.set(url.origin, (found = makePool(url.origin, { ...pool, connect })))
    return found
  }
  const proxyAgents: Array<ProxyAgent> = []
  const through = (uri: string): ProxyAgent => {
    const agent = new ProxyAgent({
      ...pool,
      uri,
      // Plain http is forwarded: proxies commonly refuse to tunnel to port 80.
      proxyTunnel: false,
      requestTls: connect,
      proxyTls: connect,
      factory: (origin, settings) => makePool(origin, { ...pool, ...settings }),
      clientFactory: (origin, settings) => makePool(origin, { ...settings, headersTimeout: connectTimeout })
    })
    proxyAgents.push(agent)
    return agent
  }
  const http = proxies?.http === undefined ? undefined : through(proxies.http)
  const https =
    proxies?.https === undefined ? undefined : proxies.https === proxies.http ? http : through(proxies.https)
  const proxyFor = (url: URL): ProxyAgent | undefined => {
    const agent = url.protocol === "https:" ? https : http
    return agent === undefined || proxies?.bypass(url) ? undefined : agent
  }

  let closed = false
  let used = false
  return {
    closeTimeout: toMillis(options.closeTimeout, "2 seconds"),
    unread: new UnreadBodies(bodyTimeout),
    dispatch: (url, request, handler) => {
      if (closed) throw new errors.ClientClosedError("The client is closed: its scope or layer has ended")
      used = true
      const agent = proxyFor(url)
      if (agent === undefined) return directTo(url).dispatch(request, handler)
      // ProxyAgent writes into the headers it is given.
      return agent.dispatch({ ...request, origin: url.origin, headers: { ...request.headers } }, handler)
    },
    close: () => {
      closed = true
      return Promise.all([...proxyAgents, ...direct.values()].map((dispatcher) => dispatcher.close()))
    },
    // Dispatchers that are closing have forgotten their pools, so those are destroyed one by one.
    destroy: () => Promise.all([...proxyAgents, ...pools].map((dispatcher) => dispatcher.destroy())),
    isUsed: () => used
  }
}

const close = async (transport: Transport): Promise<void> => {
  transport.unread.close()
  let timer: NodeJS.Timeout | undefined
  const grace = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, transport.closeTimeout)
  })
  await Promise.race([transport.close(), grace])
  clearTimeout(timer)
  await transport.destroy()
}

/**
 * Synchronous where nothing is open: a layer that fails beside a transport still fails at once, which is how a promise
 * client without a key can throw where it is made.
 */
const release = (transport: Transport): Effect.Effect<void> =>
  Effect.suspend(() => {
    if (transport.isUsed()) return Effect.promise(() => close(transport))
    void close(transport)
    return Effect.void
  })

const send = (
  transport: Transport,
  request: HttpClientRequest.HttpClientRequest
): Effect.Effect<HttpClientResponse.HttpClientResponse, HttpClientError.HttpClientError> =>
  Effect.withFiberRuntime((fiber, running) => {
    const parsed = UrlParams.makeUrl(request.url, request.urlParams, request.hash)
    if (parsed._tag === "Left" || (parsed.right.protocol !== "https:" && parsed.right.protocol !== "http:")) {
      return Effect.fail(requestError(request, "InvalidUrl", undefined, "write an absolute http or https URL"))
    }
    const url = parsed.right
    const context = fiber.currentContext
    const body = outgoingBody(request.body, () =>
      Runtime.make({ context, runtimeFlags: running.runtimeFlags, fiberRefs: fiber.getFiberRefs() })
    )
    if (body === undefined) {
      const advice = "send text, bytes, FormData, URLSearchParams, a Blob or a readable stream as raw body"
      return Effect.fail(requestError(request, "Encode", undefined, advice))
    }
    return Effect.async((resume) => {
      const exchange = new Exchange(transport, request, url, body, context, resume)
      exchange.dispatch()
      return exchange.interrupt
    })
  })

const clientOf = (transport: Transport | Misconfigured): HttpClient.HttpClient =>
  LeanClient.mark(
    HttpClient.makeWith<never, never, HttpClientError.HttpClientError, never>(
      Effect.flatMap((request) =>
        transport instanceof Misconfigured
          ? Effect.fail(requestError(request, "Transport", undefined, transport.message))
          : send(transport, request)
      ),
      Effect.succeed
    )
  )

/**
 * A client whose connections live as long as the scope. When it closes, calls under way have `closeTimeout` to end, then
 * their sockets are destroyed.
 *
 * Options that cannot be used, such as a proxy that is no URL, fail every call with a `RequestError` that says so.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options = {}): Effect.Effect<HttpClient.HttpClient, never, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.sync(() => open(options)),
      (transport) => (transport instanceof Misconfigured ? Effect.void : release(transport))
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
 * cookie leaves its origin; https still never becomes http. Clients other than this one ignore it.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withCrossOriginDownload: <A, E, R>(effect: Effect.Effect<A, E, R>) => Effect.Effect<A, E, R> =
  Redirect.withCrossOriginDownload
