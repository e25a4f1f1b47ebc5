import { describe, expect, vi } from "@effect/vitest"
import * as FaultServer from "@trilum/testing/FaultServer"
import {
  client,
  createThing,
  download,
  driven,
  each,
  failure,
  getThing,
  key,
  node,
  operation,
  thing
} from "@trilum/testing/harness"
import * as Context from "effect/Context"
import * as DefaultServices from "effect/DefaultServices"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as HashMap from "effect/HashMap"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Metric from "effect/Metric"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as Tracer from "effect/Tracer"
import { recorder } from "./support/tracer.js"

const good = FaultServer.json({ id: "1", kind: "big" })

describe("spans", () => {
  each("one a call, named after the template, with OpenTelemetry's attributes and nothing of the caller's", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api
        .request({ ...getThing, query: ["q"] }, ["private-id"], { q: "private-query" })
        .pipe(Effect.withTracer(tracer))
      expect(spans).toHaveLength(1)
      const [span] = spans
      expect(span).toMatchObject({ name: "GET /v1/things/{thing_id}", kind: "client", status: { _tag: "Ended" } })
      expect(Object.fromEntries(span?.attributes ?? [])).toEqual({
        "http.request.method": "GET",
        "server.address": "127.0.0.1",
        "server.port": server.port,
        "url.template": "/v1/things/{thing_id}",
        "url.scheme": "http",
        "trilum.operation": "getThing",
        "http.response.status_code": 200
      })
    })
  )

  each("a failure tells its tag, its status and the repeats", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const server = yield* FaultServer.make(() => FaultServer.respond(503))
      const api = yield* client(server)
      const { exit } = yield* driven(api.request(getThing, ["1"]).pipe(Effect.withTracer(tracer)))
      expect(Exit.isFailure(exit)).toBe(true)
      expect(spans).toHaveLength(1)
      expect(Object.fromEntries(spans[0]?.attributes ?? [])).toMatchObject({
        "http.response.status_code": 503,
        "http.request.resend_count": 3,
        "error.type": "ServerError"
      })
    })
  )

  node("a stream has one too", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const server = yield* FaultServer.make([FaultServer.respond(200, { body: "x" })])
      const api = yield* client(server)
      yield* Stream.runDrain(api.stream(download, ["1"])).pipe(Effect.withTracer(tracer))
      expect(spans.map((span) => span.name)).toEqual(["GET /v1/files/{id}"])
    })
  )

  each("the parent is the caller's span, and the vendor is not told of it", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request(getThing, ["1"]).pipe(Effect.withSpan("outer"), Effect.withTracer(tracer))
      expect(spans.map((span) => span.name)).toEqual(["outer", "GET /v1/things/{thing_id}"])
      expect(Option.getOrUndefined(spans[1]?.parent ?? Option.none())).toBe(spans[0])
      for (const name of ["traceparent", "tracestate", "b3", "x-b3-traceid"]) {
        expect(server.requests[0]?.headers[name]).toBeUndefined()
      }
    })
  )

  each("trace headers are sent when asked for", () =>
    Effect.gen(function* () {
      const { tracer } = recorder()
      const server = yield* FaultServer.make([good, good])
      const api = yield* client(server, { propagateTrace: true })
      yield* api.request(getThing, ["1"]).pipe(Effect.withTracer(tracer))
      expect(server.requests[0]?.headers["traceparent"]).toBe("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")
      yield* api.request(getThing, ["1"])
      expect(server.requests[1]?.headers["traceparent"]).toBeUndefined()
    })
  )

  node("with Effect's own silent tracer none is made", () =>
    Effect.gen(function* () {
      const silent: { span: Tracer.Tracer["span"] } = Context.get(DefaultServices.liveServices, Tracer.Tracer)
      const made = vi.spyOn(silent, "span")
      yield* Effect.addFinalizer(() => Effect.sync(() => made.mockRestore()))
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request(getThing, ["1"])
      expect(made.mock.calls.map(([name]) => name)).toEqual([])
      yield* Effect.withSpan(Effect.void, "seen")
      expect(made.mock.calls.map(([name]) => name)).toEqual(["seen"])
    })
  )

  node("a tracer that is switched off is silent", () =>
    Effect.gen(function* () {
      const { spans, tracer } = recorder()
      const server = yield* FaultServer.make([good])
      const api = yield* client(server)
      yield* api.request(getThing, ["1"]).pipe(Effect.withTracerEnabled(false), Effect.withTracer(tracer))
      expect(spans).toEqual([])
    })
  )
})

/** Metrics are global, so every test has an operation of its own. */
const metered = (id: string) => operation(thing, { id })

const readings = (id: string) =>
  Effect.map(
    Effect.sync(() => Metric.unsafeSnapshot()),
    (pairs) =>
      Object.fromEntries(
        pairs.flatMap(({ metricKey, metricState }) => {
          const tags = Object.fromEntries(metricKey.tags.map((tag) => [tag.key, tag.value]))
          if (tags["operation"] !== id) return []
          const state: object = metricState
          return [
            [
              [metricKey.name, tags["platform"], tags["outcome"]].filter((part) => part !== undefined).join(" "),
              "count" in state ? state.count : undefined
            ]
          ]
        })
      )
  )

describe("metrics", () => {
  node("count calls by outcome, repeats and durations", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([
        good,
        FaultServer.respond(503),
        FaultServer.respond(503),
        good,
        FaultServer.respond(404)
      ])
      const api = yield* client(server)
      const op = metered("metered1")
      yield* api.request(op, ["1"])
      yield* driven(api.request(op, ["1"]))
      yield* failure(api.request(op, ["1"]))
      expect(yield* readings("metered1")).toEqual({
        "trilum_calls acme ok": 2,
        "trilum_calls acme NotFoundError": 1,
        "trilum_retries acme": 2,
        "trilum_call_duration_ms acme": 3
      })
    })
  )

  node("a call refused before sending is not one", () =>
    Effect.gen(function* () {
      const api = yield* client({ url: "http://127.0.0.1:9" })
      yield* failure(api.request(metered("metered2"), [".."]))
      expect(yield* readings("metered2")).toEqual({})
    })
  )
})

const logged = <A, E, R>(effect: Effect.Effect<A, E, R>, level: LogLevel.LogLevel) => {
  const lines: Array<{ readonly message: string; readonly level: string; readonly facts: Record<string, unknown> }> = []
  const logger = Logger.make((options) => {
    lines.push({
      message: [options.message].flat().join(" "),
      level: options.logLevel.label,
      facts: Object.fromEntries(HashMap.toEntries(options.annotations))
    })
  })
  return Effect.as(
    Effect.exit(effect).pipe(
      Effect.provide(Logger.replace(Logger.defaultLogger, logger)),
      Logger.withMinimumLogLevel(level)
    ),
    lines
  )
}

describe("logs", () => {
  each("one line an attempt at debug level, without key, query, id or body", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(429, { headers: { "retry-after": "0" } }), good])
      const api = yield* client(server, { retry: { baseDelay: 0, jitter: "none" }, idempotencyKeys: "generate" })
      const lines = yield* logged(
        api.request({ ...createThing, path: "/v1/things/{id}" }, ["private-id"], {
          dry_run: "private-query",
          a: "private-body"
        }),
        LogLevel.Debug
      )
      expect(lines.map(({ level, message }) => `${level} ${message}`)).toEqual([
        "DEBUG POST /v1/things/{id}: RateLimitError",
        "DEBUG POST /v1/things/{id}: ok"
      ])
      expect(lines.map(({ facts }) => facts["attempt"])).toEqual([1, 2])
      expect(lines[0]?.facts).toMatchObject({ platform: "acme", operation: "createThing" })
      expect(JSON.stringify(lines)).not.toMatch(/private/)
      expect(JSON.stringify(lines)).not.toContain(key)
    })
  )

  each("nothing at info level", () =>
    Effect.gen(function* () {
      const server = yield* FaultServer.make([FaultServer.respond(500)])
      const api = yield* client(server, { retry: false })
      expect(yield* logged(api.request(getThing, ["1"]), LogLevel.Info)).toEqual([])
    })
  )
})
