/**
 * The listening socket: loopback only, one port for all platforms and the admin routes, a graceful end.
 *
 * @since 0.1.0
 */
import { createServer, type Server as HttpServer, type IncomingMessage, type ServerResponse } from "node:http"
import type { AddressInfo, Socket } from "node:net"
import { platformNames } from "./Contract.js"
import type { Exchange } from "./Engine.js"

/**
 * What the server hands requests to.
 *
 * @since 0.1.0
 * @category models
 */
export interface Routes {
  readonly platform: (exchange: Exchange) => Promise<void>
  readonly storage: (exchange: Omit<Exchange, "platform" | "path" | "query">) => Promise<void>
  /** `path` is what follows `/__emulator`. */
  readonly admin: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Server {
  readonly url: string
  /** A second origin with the same content, opened at the first call. */
  readonly secondUrl: () => Promise<string>
  /** Sockets that are open now. */
  readonly sockets: () => number
  /** Ends long polls and idle sockets, waits up to `grace` milliseconds for answers under way, then closes the rest. */
  readonly stop: (grace: number) => Promise<void>
}

const loopback = /^(localhost|.*\.localhost|127(\.\d{1,3}){3}|\[::1\]|::1)$/

/**
 * Whether a host (as in a `Host` header or a URL) is this machine.
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

/** Lets pages served from this machine use the emulator; answers `false` for a page from elsewhere. */
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

/** Scripts travel in a header; idle sockets outlive the keep-alive of common clients, so that they close first. */
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
    origin: Exchange["origin"],
    signal: AbortSignal
  ): Promise<void> => {
    if (!isLoopback(request.headers.host ?? "localhost")) {
      return plain(response, 403, "The emulator answers on loopback names only.")
    }
    if (!allowOrigin(request, response)) return plain(response, 403, "The emulator refuses pages from other hosts.")
    if (preflight(request, response)) return
    const target = request.url ?? "/"
    const mark = target.indexOf("?")
    const path = mark < 0 ? target : target.slice(0, mark)
    const first = path.split("/")[1] ?? ""
    if (first === "__emulator") return routes.admin(request, response, path.slice("/__emulator".length))
    if (first === "storage") return routes.storage({ request, response, origin, signal, stopping: () => stopping })
    const platform = platformNames.find((name) => name === first)
    if (platform === undefined) {
      return plain(response, 404, `Nothing here. Base paths are ${platformNames.map((name) => `/${name}`).join(", ")}.`)
    }
    const query = new URLSearchParams(mark < 0 ? "" : target.slice(mark + 1))
    const rest = path.slice(platform.length + 1)
    const exchange = { request, response, platform, path: rest, query, origin, signal, stopping: () => stopping }
    return routes.platform(exchange)
  }

  const serve = (origin: Exchange["origin"]): HttpServer => {
    const server = createServer(settings, (request, response) => {
      const controller = new AbortController()
      active.add(controller)
      response.once("close", () => {
        active.delete(controller)
        controller.abort()
      })
      if (stopping) controller.abort()
      dispatch(request, response, origin, controller.signal).catch((error: unknown) => {
        if (response.headersSent) return response.destroy()
        plain(response, 500, error instanceof Error ? (error.stack ?? error.message) : String(error))
      })
    })
    server.on("connection", (socket) => {
      sockets.add(socket)
      socket.once("close", () => sockets.delete(socket))
    })
    // A process out of file descriptors fails to accept: that client is refused, the emulator goes on.
    server.on("error", () => undefined)
    servers.push(server)
    return server
  }

  const bracketed = host.includes(":") ? `[${host}]` : host
  const port = await listen(serve("first"), host, options.port)

  return {
    url: `http://${bracketed}:${port}`,
    secondUrl: () => {
      second ??= listen(serve("second"), host, 0).then((other) => `http://${bracketed}:${other}`)
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
