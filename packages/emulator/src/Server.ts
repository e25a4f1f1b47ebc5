/**
 * The listening sockets, only on loopback: one port for all platforms, and one for each platform.
 *
 * @since 0.1.0
 */
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { type PlatformName, platformNames } from "./Contract.js"
import type { Exchange } from "./Engine.js"

/**
 * The handlers of requests.
 *
 * @since 0.1.0
 * @category models
 */
export interface Routes {
  readonly platform: (exchange: Exchange) => Promise<void>
  readonly storage: (exchange: Omit<Exchange, "platform" | "path" | "prefix" | "query">) => Promise<void>
  /** `path` is the part after `/__emulator`. */
  readonly admin: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Server {
  readonly url: string
  /** The origin of each platform, without a prefix. */
  readonly origins: { readonly [P in PlatformName]: string }
  /** A second origin with the same content, opened on first use. */
  readonly secondUrl: () => Promise<string>
  /** Number of open sockets. */
  readonly sockets: () => number
  /** Ends long polls and idle sockets, waits up to `grace` milliseconds for open requests, then closes all sockets. */
  readonly stop: (grace: number) => Promise<void>
}

/** The content of a socket: all platforms with their prefix, or one platform without a prefix. */
interface Listener {
  readonly origin: Exchange["origin"]
  readonly platform?: PlatformName | undefined
}

const loopback = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/

/**
 * Whether a host, from a `Host` header or a URL, is a loopback name or address.
 *
 * @since 0.1.0
 * @category guards
 */
export const isLoopback = (host: string): boolean => {
  const name = host.toLowerCase()
  return loopback.test(name) || loopback.test(name.replace(/:\d+$/, ""))
}

const plain = (response: ServerResponse, status: number, message: string): void => {
  const body = JSON.stringify({ error: { code: "EMULATOR", message } })
  response.writeHead(status, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
  response.end(body)
}

/**
 * Whether a request may use the admin routes. Web pages cannot send the header, because the emulator does not respond
 * to preflights for it. The health check needs no header.
 */
const isAdmin = (request: IncomingMessage, path: string): boolean =>
  request.headers["x-emulator-admin"] !== undefined || (request.method === "GET" && path === "/health")

/** Allows pages of this machine to use the emulator. `false`: a page of another host. */
const allowOrigin = (request: IncomingMessage, response: ServerResponse): boolean => {
  const { origin } = request.headers
  if (origin === undefined) return true
  if (!URL.canParse(origin) || !isLoopback(new URL(origin).host)) return false
  response.setHeader("access-control-allow-origin", origin)
  response.setHeader("access-control-expose-headers", "*")
  response.setHeader("vary", "origin")
  return true
}

const preflight = (request: IncomingMessage, response: ServerResponse): boolean => {
  if (request.method !== "OPTIONS" || request.headers["access-control-request-method"] === undefined) return false
  response.writeHead(204, {
    "access-control-allow-methods": "GET, HEAD, POST, PUT, PATCH, DELETE",
    "access-control-allow-headers": request.headers["access-control-request-headers"] ?? "*",
    "access-control-max-age": "600"
  })
  response.end()
  return true
}

/**
 * Headers can contain long scripts. Idle sockets stay open longer than the keep-alive of common clients, so that the
 * clients close first.
 */
const settings = { keepAliveTimeout: 65_000, requestTimeout: 0, maxHeaderSize: 1024 * 1024 }

const listen = (server: HttpServer, host: string, port: number): Promise<number> =>
  new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen({ host, port, backlog: 4096 }, () => {
      server.off("error", reject)
      const address: AddressInfo | string | null = server.address()
      resolve(typeof address === "object" && address !== null ? address.port : port)
    })
  })

/**
 * @since 0.1.0
 * @category constructors
 */
export const start = async (options: {
  readonly host: string
  readonly port: number
  readonly routes: Routes
}): Promise<Server> => {
  const { host, routes } = options
  const active = new Set<AbortController>()
  const sockets = new Set<Socket>()
  const servers: Array<HttpServer> = []
  let stopping = false
  let second: Promise<string> | undefined

  const dispatch = async (
    request: IncomingMessage,
    response: ServerResponse,
    { origin, platform: own }: Listener,
    signal: AbortSignal
  ): Promise<void> => {
    if (!isLoopback(request.headers.host ?? "localhost")) {
      return plain(response, 403, "The emulator serves only loopback names.")
    }
    const target = request.url ?? "/"
    const mark = target.indexOf("?")
    const path = mark < 0 ? target : target.slice(0, mark)
    const first = path.slice(1, path.indexOf("/", 1) < 0 ? undefined : path.indexOf("/", 1))
    if (first === "__emulator" && own === undefined) {
      const rest = path.slice("/__emulator".length)
      if (isAdmin(request, rest)) return routes.admin(request, response, rest)
      return plain(response, 403, "Admin routes need the header X-Emulator-Admin. Send X-Emulator-Admin: 1.")
    }
    if (!allowOrigin(request, response))
      return plain(response, 403, "The emulator does not serve pages of other hosts.")
    if (preflight(request, response)) return
    if (first === "storage" && (own === undefined || own === "luml")) {
      return routes.storage({ request, response, origin, signal, stopping: () => stopping })
    }
    const platform = own ?? platformNames.find((name) => name === first)
    if (platform === undefined) {
      return plain(response, 404, `Unknown path. Base paths are ${platformNames.map((name) => `/${name}`).join(", ")}.`)
    }
    const query = new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1))
    const prefix = own === undefined ? `/${platform}` : ""
    const rest = path.slice(prefix.length)
    return routes.platform({
      request,
      response,
      platform,
      path: rest,
      prefix,
      query,
      origin,
      signal,
      stopping: () => stopping
    })
  }

  const serve = (listener: Listener): HttpServer => {
    const server = createServer(settings, (request, response) => {
      const controller = new AbortController()
      active.add(controller)
      response.once("close", () => {
        active.delete(controller)
        controller.abort()
      })
      if (stopping) controller.abort()
      dispatch(request, response, listener, controller.signal).catch((error: unknown) => {
        if (response.headersSent) return response.destroy()
        plain(response, 500, error instanceof Error ? (error.stack ?? error.message) : String(error))
      })
    })
    server.on("connection", (socket) => {
      sockets.add(socket)
      socket.once("close", () => sockets.delete(socket))
    })
    // Without free file descriptors, accepting a connection fails. The emulator continues.
    server.on("error", () => undefined)
    servers.push(server)
    return server
  }

  const bracketed = host.includes(":") ? `[${host}]` : host
  const urlOf = (port: number): string => `http://${bracketed}:${port}`
  const port = await listen(serve({ origin: "first" }), host, options.port)

  /** The port after the first one if that was chosen, else any free port. */
  const listenFor = async (platform: PlatformName, wanted: number): Promise<string> => {
    const listener: Listener = { origin: "first", platform }
    const first = wanted > 65_535 ? 0 : wanted
    return urlOf(await listen(serve(listener), host, first).catch(() => listen(serve(listener), host, 0)))
  }
  const [lumnis, lvng, luml] = await Promise.all(
    (["lumnis", "lvng", "luml"] as const).map((name, index) =>
      listenFor(name, options.port === 0 ? 0 : port + index + 1)
    )
  )

  return {
    url: urlOf(port),
    origins: { lumnis: lumnis ?? "", lvng: lvng ?? "", luml: luml ?? "" },
    secondUrl: () => {
      second ??= listen(serve({ origin: "second" }), host, 0).then(urlOf)
      return second
    },
    sockets: () => sockets.size,
    stop: async (grace) => {
      stopping = true
      const closed = servers.map(
        (server) => new Promise<void>((resolve) => (server.listening ? server.close(() => resolve()) : resolve()))
      )
      for (const controller of active) controller.abort()
      for (const server of servers) server.closeIdleConnections()
      const timer = setTimeout(() => {
        for (const server of servers) server.closeAllConnections()
      }, grace)
      await Promise.all(closed)
      clearTimeout(timer)
      await Promise.all([...sockets].map((socket) => new Promise((resolve) => socket.once("close", resolve))))
    }
  }
}
