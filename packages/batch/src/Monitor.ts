/**
 * What a worker shows of itself over HTTP: `/livez` and `/readyz` for orchestrators, `/metrics` for Prometheus, and a page
 * with the batches of its tenant, live.
 *
 * Nothing of the payloads is shown, and nothing can be changed. There is no login: listen on a private address.
 *
 * @since 0.1.0
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Runtime from "effect/Runtime"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as Batch from "./Batch.js"
import * as Page from "./internal/page.js"
import * as Prometheus from "./internal/prometheus.js"
import * as Meter from "./Meter.js"
import * as Worker from "./Worker.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** 0: any free port. */
  readonly port: number
  /** Default: `127.0.0.1`. */
  readonly host?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly url: string
}

/**
 * A server that listens.
 *
 * @since 0.1.0
 * @category tags
 */
export class Monitor extends Context.Tag("@trilum/batch/Monitor")<Monitor, Service>() {}

/** Batches that are shown. */
const shown = 50

const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store"
}

interface Reply {
  readonly status: number
  readonly type: string
  readonly body: string
}

const plain = (body: string, status = 200): Reply => ({ status, type: "text/plain; charset=utf-8", body })

type World = Worker.Worker | Batch.Batch

const state = (meter: Meter.Meter) =>
  Effect.gen(function* () {
    const worker = yield* Effect.flatMap(Worker.Worker, ({ status }) => status)
    const batches = yield* Effect.flatMap(Batch.Batch, ({ list }) => list({ tenant: worker.tenant, limit: shown }))
    const now = yield* Clock.currentTimeMillis
    return JSON.stringify({
      worker,
      batches: batches.map((status) => {
        const { perSecond, remaining = null } = meter.read(status, now)
        return { ...status, perSecond, remaining }
      })
    })
  })

const ready = Effect.map(
  Effect.flatMap(Worker.Worker, ({ status }) => status),
  ({ isConnected, isReady, state }) =>
    isReady
      ? plain("ok\n")
      : plain(state !== "running" ? `${state}\n` : isConnected ? "no valid key\n" : "no database\n", 503)
)

/** The status every second. While the database is away the page keeps what it has. */
const events = (meter: Meter.Meter, response: ServerResponse): Effect.Effect<void, never, World> =>
  state(meter).pipe(
    Effect.match({ onFailure: () => ": no database\n\n", onSuccess: (json) => `data: ${json}\n\n` }),
    Effect.tap((text) => Effect.sync(() => response.write(text))),
    Effect.repeat(Schedule.spaced("1 second")),
    Effect.asVoid
  )

const reply = (meter: Meter.Meter, path: string): Effect.Effect<Reply, never, World> => {
  switch (path) {
    case "/":
      return Effect.succeed({ status: 200, type: "text/html; charset=utf-8", body: Page.page })
    case "/livez":
      return Effect.succeed(plain("ok\n"))
    case "/readyz":
      return ready
    case "/metrics":
      return Effect.sync(() => ({
        status: 200,
        type: "text/plain; version=0.0.4; charset=utf-8",
        body: Prometheus.render(Metric.unsafeSnapshot(), "trilum_")
      }))
    case "/status":
      return Effect.match(state(meter), {
        onFailure: () => plain("no database\n", 503),
        onSuccess: (body) => ({ status: 200, type: "application/json", body })
      })
    default:
      return Effect.succeed(plain("not found\n", 404))
  }
}

const answer = (
  meter: Meter.Meter,
  request: IncomingMessage,
  response: ServerResponse
): Effect.Effect<void, never, World> => {
  const path = (request.url ?? "/").replace(/\?.*$/, "")
  if (request.method !== "GET" && request.method !== "HEAD") {
    return Effect.sync(() => response.writeHead(405, headers).end())
  }
  if (path === "/events") {
    return Effect.suspend(() => {
      response.writeHead(200, { ...headers, "content-type": "text/event-stream" })
      return events(meter, response)
    })
  }
  return Effect.map(reply(meter, path), ({ body, status, type }) => {
    response.writeHead(status, { ...headers, "content-type": type }).end(request.method === "HEAD" ? undefined : body)
  })
}

const listening = (server: Server, { host = "127.0.0.1", port }: Options) =>
  Effect.async<void, ConfigurationError>((resume) => {
    server.once("error", (cause) =>
      resume(
        Effect.fail(
          new ConfigurationError({
            platform: "batch",
            code: "LISTEN",
            message: `cannot listen on ${host}:${port}: ${cause.message}`,
            hint: "Choose another port."
          })
        )
      )
    )
    server.listen(port, host, () => resume(Effect.void))
  })

/**
 * Listens until the scope is closed.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Service, ConfigurationError, World | Scope.Scope> =>
  Effect.gen(function* () {
    const runtime = yield* Effect.runtime<World>()
    const fork = Runtime.runFork(runtime)
    const meter = Meter.make()
    const server = createServer((request, response) => {
      const fiber = fork(answer(meter, request, response))
      response.once("close", () => fork(Fiber.interrupt(fiber)))
    })
    yield* Effect.acquireRelease(listening(server, options), () =>
      Effect.async<void>((resume) => {
        server.close(() => resume(Effect.void))
        // Pages keep their streams open.
        server.closeAllConnections()
      })
    )
    const address = server.address()
    const port = typeof address === "object" && address !== null ? address.port : options.port
    const { host = "127.0.0.1" } = options
    const url = `http://${host.includes(":") ? `[${host}]` : host}:${port}`
    yield* Effect.logInfo(`listening on ${url}`)
    return { url }
  })

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (options: Options): Layer.Layer<Monitor, ConfigurationError, World> =>
  Layer.scoped(Monitor, make(options))
