/**
 * Connections by origin. Each one is an undici `Client` with one request at a time.
 *
 * undici's `Pool` does not fit: it cannot tell whether a request waits for a connection, counts open streams as calls,
 * lets a TLS handshake run on after `destroy`, and connects anew after an aborted request.
 */
import { Socket } from "node:net"
import type { Dispatcher } from "undici"
// The index of undici has 110 modules, most of them fetch and web sockets: 110 ms of CPU at start, these take 35.
import buildConnector from "undici/lib/core/connect.js"
import errors from "undici/lib/core/errors.js"
import Client from "undici/lib/dispatcher/client.js"
import ProxyAgent from "undici/lib/dispatcher/proxy-agent.js"
import * as Proxy from "./proxy.js"

export interface Settings {
  /** Calls at once to one origin. */
  readonly limit: number
  /** Limits in milliseconds; 0 is none. */
  readonly poolTimeout: number
  readonly connectTimeout: number
  readonly headersTimeout: number
  readonly bodyTimeout: number
  readonly keepAliveTimeout: number
  readonly ca: Array<string | Buffer> | undefined
  readonly proxies: Proxy.Proxies | undefined
}

/** A call that needs a connection. */
export interface Caller {
  /** Counts against the limit of its origin. */
  counted: boolean
  readonly start: (connection: Connection) => void
  readonly fail: (cause: Error) => void
  /** Called when the call has to wait, and again when it does not. */
  readonly onWait: (waiting: boolean) => void
}

/** Why a call got no connection. */
const poolTimeout = (settings: Settings): Error =>
  Object.assign(
    new Error(
      `no connection became free within ${settings.poolTimeout} ms: ${settings.limit} calls to this origin are under way (maxConnectionsPerOrigin)`
    ),
    { code: "TRILUM_POOL_TIMEOUT" }
  )

const closedError = (): Error => new errors.ClientClosedError("the client is closed: its scope or layer has ended")

export class Connection {
  /** The request target when a proxy forwards plain http, and the headers for that proxy. */
  readonly forward: { readonly headers: Readonly<Record<string, string>> } | undefined
  private readonly dispatcher: Dispatcher
  /** Ends the attempt to connect, or the socket. */
  private abort: ((reason: Error) => void) | undefined
  /** Whether the next bytes are the head of a response. */
  private expectsHead = false

  constructor(url: URL, settings: Settings, pool: OriginPool) {
    const proxy = settings.proxies?.bypass(url) === false ? settings.proxies[scheme(url)] : undefined
    const tls = settings.ca === undefined ? {} : { ca: settings.ca }
    const connect = buildConnector({ ...tls, allowH2: false, timeout: settings.connectTimeout })
    const direct: buildConnector.connector = (options, callback) => {
      const socket: unknown = connect(options, (...result) => {
        if (result[1]) this.withoutInformational(result[1])
        callback(...result)
      })
      if (socket instanceof Socket) this.abort = (reason) => socket.destroy(reason)
    }
    const tunnelled = (through: URL): buildConnector.connector => {
      return (options, callback) => {
        this.abort = Proxy.tunnel(through, url, tls, settings.connectTimeout, (...result) => {
          if (result[1]) direct({ ...options, httpSocket: result[1] }, callback)
          else callback(...result)
        })
      }
    }
    const client = (origin: string, connector: buildConnector.connector): Client =>
      new Client(origin, {
        connect: connector,
        pipelining: 1,
        headersTimeout: settings.headersTimeout,
        bodyTimeout: settings.bodyTimeout,
        keepAliveTimeout: settings.keepAliveTimeout
      })
    if (proxy === undefined) {
      this.dispatcher = client(url.origin, direct)
    } else if (proxy.protocol.startsWith("socks")) {
      this.dispatcher = new ProxyAgent({ uri: proxy.href, requestTls: tls })
    } else if (url.protocol === "https:") {
      this.dispatcher = client(url.origin, tunnelled(proxy))
    } else {
      // Plain http is forwarded: proxies commonly refuse to tunnel to port 80.
      this.forward = { headers: Proxy.authorization(proxy) }
      this.dispatcher = client(proxy.origin, direct)
    }
    this.dispatcher.on("disconnect", () => pool.forget(this))
  }

  dispatch(url: URL, options: Omit<Dispatcher.DispatchOptions, "path">, handler: Dispatcher.DispatchHandler): void {
    this.expectsHead = true
    const path = url.pathname + url.search
    if (this.forward === undefined) {
      this.dispatcher.dispatch({ ...options, origin: url.origin, path }, handler)
      return
    }
    const headers = { host: url.host, ...options.headers, ...this.forward.headers }
    this.dispatcher.dispatch({ ...options, path: `${url.origin}${path}`, headers }, handler)
  }

  /** Destroys the socket at once, in a handshake too, and fails the request on it. */
  destroy(reason: Error): void {
    void this.dispatcher.destroy(reason)
    this.abort?.(reason)
  }

  /**
   * Drops informational answers that nobody asked for: undici takes `100 Continue` for a protocol error. Only whole ones
   * are recognized, at the start of a read.
   */
  private withoutInformational(socket: Socket): void {
    const read = socket.read.bind(socket)
    socket.read = (size?: number): unknown => {
      const chunk: unknown = read(size)
      if (!this.expectsHead || !(chunk instanceof Uint8Array)) return chunk
      let bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
      while (isInformational(bytes)) {
        const end = bytes.indexOf("\r\n\r\n")
        if (end < 0) return bytes
        bytes = bytes.subarray(end + 4)
        if (bytes.byteLength === 0) return socket.read(size)
      }
      this.expectsHead = false
      return bytes
    }
  }
}

const scheme = (url: URL): "http" | "https" => (url.protocol === "https:" ? "https" : "http")

/** `HTTP/1.1 1xx`, except `101 Switching Protocols`. */
const isInformational = (bytes: Buffer): boolean =>
  bytes[9] === 0x31 && /^HTTP\/1\.[01] 1(?!01)\d\d /.test(bytes.toString("latin1", 0, 13))

/** The connections to one origin. */
class OriginPool {
  private readonly idle: Array<Connection> = []
  private readonly open = new Set<Connection>()
  private readonly waiting = new Map<Caller, NodeJS.Timeout | undefined>()
  private calls = 0
  private closed = false
  private onIdle: (() => void) | undefined

  private readonly url: URL
  private readonly settings: Settings

  constructor(url: URL, settings: Settings) {
    this.url = url
    this.settings = settings
  }

  take(caller: Caller): void {
    if (this.closed) caller.fail(closedError())
    else if (caller.counted && this.calls >= this.settings.limit) this.enqueue(caller)
    else this.start(caller)
  }

  /** The caller no longer waits, if it did. */
  leave(caller: Caller): void {
    if (!this.waiting.has(caller)) return
    clearTimeout(this.waiting.get(caller))
    this.waiting.delete(caller)
    caller.onWait(false)
  }

  /** The call reads a stream from here on, for as long as it likes: it makes room for another call. */
  uncount(caller: Caller): void {
    if (!caller.counted) return
    caller.counted = false
    this.calls--
    this.startNext()
  }

  /** The connection has served its caller and may serve another one. */
  release(caller: Caller, connection: Connection): void {
    if (this.closed) this.drop(connection, closedError())
    else this.idle.push(connection)
    this.uncount(caller)
    if (this.idle.length === this.open.size) this.onIdle?.()
  }

  /** The connection can serve nobody any more. */
  discard(caller: Caller, connection: Connection, reason: Error): void {
    this.drop(connection, reason)
    this.uncount(caller)
    if (this.open.size === 0) this.onIdle?.()
  }

  /** The socket of the connection is gone. */
  forget(connection: Connection): void {
    const index = this.idle.indexOf(connection)
    if (index < 0) return
    this.idle.splice(index, 1)
    this.open.delete(connection)
  }

  /** Ends what waits and what idles; the promise ends with the last call under way. */
  close(): Promise<void> {
    this.closed = true
    for (const caller of [...this.waiting.keys()]) {
      this.leave(caller)
      caller.fail(closedError())
    }
    for (const connection of this.idle.splice(0)) this.drop(connection, closedError())
    if (this.open.size === 0) return Promise.resolve()
    return new Promise((resolve) => {
      this.onIdle = resolve
    })
  }

  destroy(): void {
    for (const connection of [...this.open]) this.drop(connection, closedError())
  }

  private drop(connection: Connection, reason: Error): void {
    this.open.delete(connection)
    connection.destroy(reason)
  }

  private enqueue(caller: Caller): void {
    const expire = (): void => {
      this.leave(caller)
      caller.fail(poolTimeout(this.settings))
    }
    const { poolTimeout: limit } = this.settings
    this.waiting.set(caller, limit === 0 ? undefined : setTimeout(expire, limit))
    caller.onWait(true)
  }

  private startNext(): void {
    const [next] = this.waiting.keys()
    if (next === undefined) return
    this.leave(next)
    this.start(next)
  }

  private start(caller: Caller): void {
    if (caller.counted) this.calls++
    let connection = this.idle.pop()
    if (connection === undefined) {
      connection = new Connection(this.url, this.settings, this)
      this.open.add(connection)
    }
    caller.start(connection)
  }
}

export type { OriginPool }

/** All connections of a client. */
export class Connections {
  private readonly origins = new Map<string, OriginPool>()
  private closed = false

  readonly settings: Settings

  constructor(settings: Settings) {
    this.settings = settings
  }

  /** The pool for a URL, or an error once the client is closed. */
  of(url: URL): OriginPool | Error {
    if (this.closed) return closedError()
    let found = this.origins.get(url.origin)
    if (found === undefined) {
      found = new OriginPool(url, this.settings)
      this.origins.set(url.origin, found)
    }
    return found
  }

  get isUsed(): boolean {
    return this.origins.size > 0
  }

  /** Lets calls under way end for `grace` milliseconds, then destroys every socket. */
  async close(grace: number): Promise<void> {
    this.closed = true
    const pools = [...this.origins.values()]
    let timer: NodeJS.Timeout | undefined
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, grace)
    })
    await Promise.race([Promise.all(pools.map((pool) => pool.close())), late])
    clearTimeout(timer)
    for (const pool of pools) pool.destroy()
  }
}
