/**
 * What a worker shows of itself over HTTP: `/livez` and `/readyz` for orchestrators, `/metrics` for Prometheus, and a page
 * with the batches of its tenant, live.
 *
 * Nothing of the payloads is shown, and nothing can be changed. There is no login: listen on a private address.
 *
 * @since 0.1.0
 */
import { createServer } from "node:http"
import * as HttpRouter from "@effect/platform/HttpRouter"
import * as HttpServer from "@effect/platform/HttpServer"
import * as HttpServerResponse from "@effect/platform/HttpServerResponse"
import * as NodeHttpServer from "@effect/platform-node/NodeHttpServer"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Metric from "effect/Metric"
import * as Schedule from "effect/Schedule"
import * as Stream from "effect/Stream"
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
  /** 0: any free port, which is logged. */
  readonly port: number
  /** Default: `127.0.0.1`. */
  readonly host?: string | undefined
}

/** Batches that are shown. */
const shown = 50

const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; connect-src 'self'",
  "x-content-type-options": "nosniff",
  "cache-control": "no-store"
}

const text = (body: string, status = 200, contentType = "text/plain; charset=utf-8") =>
  HttpServerResponse.text(body, { status, contentType, headers })

const state = (meter: Meter.Meter) =>
  Effect.gen(function* () {
    const worker = yield* Effect.flatMap(Worker.Worker, ({ status }) => status)
    const batches = yield* Effect.flatMap(Batch.Batch, ({ list }) => list({ tenant: worker.tenant, limit: shown }))
    const now = yield* Clock.currentTimeMillis
    return {
      worker,
      batches: batches.map((status) => {
        const { perSecond, remaining = null } = meter.read(status, now)
        return { ...status, perSecond, remaining }
      })
    }
  })

const isReady = (worker: Worker.Status): boolean => worker.state === "running" && worker.isConnected

const router = (meter: Meter.Meter) =>
  HttpRouter.empty.pipe(
    HttpRouter.get("/", Effect.succeed(text(Page.page, 200, "text/html; charset=utf-8"))),
    HttpRouter.get("/livez", Effect.succeed(text("ok\n"))),
    HttpRouter.get(
      "/readyz",
      Effect.map(
        Effect.flatMap(Worker.Worker, ({ status }) => status),
        (worker) =>
          isReady(worker) ? text("ok\n") : text(worker.isConnected ? `${worker.state}\n` : "no database\n", 503)
      )
    ),
    HttpRouter.get(
      "/metrics",
      Effect.sync(() =>
        text(Prometheus.render(Metric.unsafeSnapshot(), "trilum_"), 200, "text/plain; version=0.0.4; charset=utf-8")
      )
    ),
    HttpRouter.get(
      "/status",
      Effect.flatMap(state(meter), (body) => HttpServerResponse.json(body, { headers }))
    ),
    HttpRouter.get(
      "/events",
      Effect.map(Effect.context<Worker.Worker | Batch.Batch>(), (context) =>
        HttpServerResponse.stream(
          Stream.repeatEffectWithSchedule(Effect.either(state(meter)), Schedule.spaced("1 second")).pipe(
            // While the database is away the page keeps what it has.
            Stream.map((read) =>
              read._tag === "Left" ? ": no database\n\n" : `data: ${JSON.stringify(read.right)}\n\n`
            ),
            Stream.encodeText,
            Stream.provideContext(context)
          ),
          { contentType: "text/event-stream", headers }
        )
      )
    ),
    HttpRouter.catchTags({
      RouteNotFound: () => Effect.succeed(text("not found\n", 404)),
      DatabaseError: () => Effect.succeed(text("no database\n", 503))
    }),
    HttpRouter.catchAll(() => Effect.succeed(text("failed\n", 500)))
  )

/**
 * Listens as long as the layer is open.
 *
 * @since 0.1.0
 * @category layers
 */
export const layer = ({
  host = "127.0.0.1",
  port
}: Options): Layer.Layer<HttpServer.HttpServer, ConfigurationError, Worker.Worker | Batch.Batch> =>
  Layer.unwrapEffect(
    Effect.sync(() => {
      const server = Layer.mapError(
        NodeHttpServer.layerServer(createServer, { port, host }),
        ({ cause }) =>
          new ConfigurationError({
            platform: "batch",
            code: "LISTEN",
            message: `cannot listen on ${host}:${port}: ${cause instanceof Error ? cause.message : String(cause)}`,
            hint: "Choose another port.",
            cause
          })
      )
      const served = HttpServer.serve(router(Meter.make())).pipe(HttpServer.withLogAddress)
      return Layer.provideMerge(served, server)
    })
  )
