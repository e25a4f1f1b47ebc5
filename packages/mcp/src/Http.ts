/**
 * Serves a `Server` over streamable HTTP, on the loopback interface only.
 *
 * A web page can resolve its own name to 127.0.0.1 (DNS rebinding) and then send requests to this server. Requests
 * whose `Host` or `Origin` is not a loopback name are therefore rejected with 403.
 *
 * @since 0.1.0
 */
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import {
  hostHeaderValidationResponse,
  localhostAllowedHostnames,
  localhostAllowedOrigins,
  originValidationResponse
} from "@modelcontextprotocol/server"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Server } from "./Server.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** 0: any free port. */
  readonly port: number
  /** `127.0.0.1` (default), `::1` or `localhost`. */
  readonly host?: string | undefined
}

/**
 * The path of the server.
 *
 * @since 0.1.0
 * @category constants
 */
export const path = "/mcp"

const loopback = new Set(["127.0.0.1", "::1", "localhost"])

const headersOf = (request: IncomingMessage): Headers => {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    for (const each of Array.isArray(value) ? value : value === undefined ? [] : [value]) headers.append(name, each)
  }
  return headers
}

const requestOf = (request: IncomingMessage, signal: AbortSignal): Request => {
  const hasBody = request.method !== "GET" && request.method !== "HEAD"
  return new Request(new URL(request.url ?? "/", "http://localhost"), {
    method: request.method ?? "GET",
    headers: headersOf(request),
    signal,
    ...(hasBody ? { body: Readable.toWeb(request), duplex: "half" } : {})
  })
}

const send = async (answer: Response, response: ServerResponse): Promise<void> => {
  response.writeHead(answer.status, Object.fromEntries(answer.headers))
  if (answer.body === null) {
    response.end()
    return
  }
  // An event stream begins before its first event.
  response.flushHeaders()
  await pipeline(Readable.fromWeb(answer.body), response)
}

const answer = async (server: Server, incoming: IncomingMessage, signal: AbortSignal): Promise<Response> => {
  let request: Request
  try {
    request = requestOf(incoming, signal)
  } catch {
    // What Node parses is not always a request of the web: an invalid URL, or the method TRACE.
    return new Response("bad request\n", { status: 400 })
  }
  const rejected =
    hostHeaderValidationResponse(request, localhostAllowedHostnames()) ??
    originValidationResponse(request, localhostAllowedOrigins())
  if (rejected !== undefined) return rejected
  return new URL(request.url).pathname === path ? server.fetch(request) : new Response("not found\n", { status: 404 })
}

/**
 * Listens until the scope is closed. Fails with `ConfigurationError` when the address is not a loopback address or the
 * port is in use.
 *
 * @since 0.1.0
 * @category constructors
 */
export const serve = (
  server: Server,
  { host = "127.0.0.1", port }: Options
): Effect.Effect<{ readonly url: string }, ConfigurationError, Scope.Scope> =>
  Effect.gen(function* () {
    const invalid = (message: string): ConfigurationError => new ConfigurationError({ platform: "mcp", message })
    if (!loopback.has(host)) {
      return yield* invalid(`"${host}" is not a loopback address. Use 127.0.0.1, ::1 or localhost.`)
    }
    const http = createServer((incoming, response) => {
      const controller = new AbortController()
      response.once("close", () => controller.abort())
      answer(server, incoming, controller.signal)
        .then((answered) => send(answered, response))
        .catch(() => {
          // The client is gone, or the answer failed on its way.
          if (response.headersSent) response.destroy()
          else response.writeHead(500).end()
        })
    })
    yield* Effect.acquireRelease(
      Effect.async<void, ConfigurationError>((resume) => {
        http.once("error", (error) => {
          const isUsed = "code" in error && error.code === "EADDRINUSE"
          resume(
            Effect.fail(invalid(isUsed ? `Port ${port} is in use.` : `Cannot listen on port ${port}: ${error.message}`))
          )
        })
        http.listen(port, host, () => resume(Effect.void))
      }),
      () =>
        Effect.async<void>((resume) => {
          http.close(() => resume(Effect.void))
          http.closeAllConnections()
        })
    )
    const address = http.address()
    const bound = typeof address === "object" && address !== null ? address.port : port
    return { url: `http://${host.includes(":") ? `[${host}]` : host}:${bound}${path}` }
  })
