import * as Cause from "effect/Cause"
import * as DefaultServices from "effect/DefaultServices"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import * as LogLevel from "effect/LogLevel"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import * as MetricKey from "effect/MetricKey"
import * as MetricLabel from "effect/MetricLabel"
import * as Option from "effect/Option"
import type * as Tracer from "effect/Tracer"
import type { ApiError } from "../ApiError.js"
import type * as Failure from "./failure.js"
import type { AnyOperation } from "./requestParts.js"

/** Effect's own tracer keeps spans in memory and tells nobody: with it, nobody listens. */
const silentTracer = DefaultServices.liveServices.unsafeMap.get("effect/Tracer")

export const isTraced = (fiber: Fiber.RuntimeFiber<unknown, unknown>): boolean =>
  fiber.currentTracer !== silentTracer && fiber.getFiberRef(FiberRef.currentTracerEnabled)

export const isDebug = (fiber: Fiber.RuntimeFiber<unknown, unknown>): boolean =>
  LogLevel.lessThanEqual(fiber.getFiberRef(FiberRef.currentMinimumLogLevel), LogLevel.Debug)

const calls = MetricKey.counter("trilum_calls", {
  description: "Calls by outcome: ok, or the tag of the error",
  incremental: true
})
const retries = MetricKey.counter("trilum_retries", { description: "Attempts after the first", incremental: true })
const duration = MetricKey.histogram(
  "trilum_call_duration_ms",
  MetricBoundaries.exponential({ start: 5, factor: 2, count: 14 }),
  "Milliseconds of a call, retries and waits included"
)

/**
 * Metrics of one client. Labels are put into the key, once an operation and outcome: `Metric.tagged` would look its
 * metric up in the registry at every update.
 */
export const makeMetrics = (platform: string) => {
  const known = new Map<string, (milliseconds: number, repeats: number) => void>()
  const make = (operation: string, outcome: string): ((milliseconds: number, repeats: number) => void) => {
    const labels = [MetricLabel.make("platform", platform), MetricLabel.make("operation", operation)]
    const time = Metric.fromMetricKey(MetricKey.taggedWithLabels(duration, labels))
    const again = Metric.fromMetricKey(MetricKey.taggedWithLabels(retries, labels))
    const count = Metric.fromMetricKey(
      MetricKey.taggedWithLabels(calls, [...labels, MetricLabel.make("outcome", outcome)])
    )
    return (milliseconds, repeats) => {
      count.unsafeUpdate(1, noLabels)
      time.unsafeUpdate(milliseconds, noLabels)
      if (repeats > 0) again.unsafeUpdate(repeats, noLabels)
    }
  }
  return (operation: string, outcome: string, milliseconds: number, repeats: number): void => {
    const name = `${operation} ${outcome}`
    let record = known.get(name)
    if (record === undefined) {
      record = make(operation, outcome)
      known.set(name, record)
    }
    record(milliseconds, repeats)
  }
}

const noLabels: ReadonlyArray<MetricLabel.MetricLabel> = []

/** Attributes of the OpenTelemetry HTTP client conventions: the template of the path, and no query. */
export const spanAttributes = (
  origin: URL,
  method: string,
  template: string,
  operation: string
): Record<string, string | number> => ({
  "http.request.method": method,
  "server.address": origin.hostname,
  "server.port": Number(origin.port === "" ? (origin.protocol === "https:" ? 443 : 80) : origin.port),
  "url.template": template,
  "url.scheme": origin.protocol.slice(0, -1),
  "trilum.operation": operation
})

/** Runs a call in a span. The span ends with the call's exit, without its value: a tracer must not see the answer. */
export const traced = <B>(
  origin: URL,
  { id, method, path }: Pick<AnyOperation, "id" | "method" | "path">,
  run: (span: Tracer.Span) => Effect.Effect<B, ApiError>
): Effect.Effect<B, ApiError> =>
  Effect.map(
    Effect.useSpan(
      `${method} ${path}`,
      {
        kind: "client",
        captureStackTrace: false,
        attributes: spanAttributes(origin, method, path, id)
      },
      (span) => Effect.map(run(span), (answer) => () => answer)
    ),
    (answer) => answer()
  )

export const annotate = (
  span: Tracer.Span,
  outcome: { readonly status: number | undefined; readonly attempts: number; readonly error: string | undefined }
): void => {
  if (outcome.status !== undefined) span.attribute("http.response.status_code", outcome.status)
  if (outcome.attempts > 1) span.attribute("http.request.resend_count", outcome.attempts - 1)
  if (outcome.error !== undefined) span.attribute("error.type", outcome.error)
}

/** An attempt that says at debug level how it ended; of the caller's values it tells none. */
export const logged = <B>(
  attempt: Effect.Effect<B, ApiError>,
  facts: () => Failure.AttemptFacts
): Effect.Effect<B, ApiError> =>
  Effect.onExit(attempt, (exit) => {
    const { attempts, elapsed, method, operation, path, platform, requestId, status } = facts()
    const failed = Exit.isFailure(exit) ? Option.getOrUndefined(Cause.failureOption(exit.cause))?._tag : undefined
    const outcome = Exit.isSuccess(exit) ? "ok" : (failed ?? "interrupted")
    return Effect.annotateLogs(Effect.logDebug(`${method} ${path}: ${outcome}`), {
      platform,
      operation,
      attempt: attempts,
      milliseconds: elapsed,
      ...(status === undefined ? undefined : { status }),
      ...(requestId === undefined ? undefined : { requestId })
    })
  })
