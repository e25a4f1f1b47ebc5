import * as DefaultServices from "effect/DefaultServices"
import * as Effect from "effect/Effect"
import type * as Fiber from "effect/Fiber"
import * as FiberRef from "effect/FiberRef"
import * as LogLevel from "effect/LogLevel"
import * as Metric from "effect/Metric"
import * as MetricBoundaries from "effect/MetricBoundaries"
import type * as Tracer from "effect/Tracer"

/** Effect's own tracer keeps spans in memory and tells nobody: with it, nobody listens. */
const silentTracer = DefaultServices.liveServices.unsafeMap.get("effect/Tracer")

export const isTraced = (fiber: Fiber.RuntimeFiber<unknown, unknown>): boolean =>
  fiber.currentTracer !== silentTracer && fiber.getFiberRef(FiberRef.currentTracerEnabled)

export const isDebug = (fiber: Fiber.RuntimeFiber<unknown, unknown>): boolean =>
  LogLevel.lessThanEqual(fiber.getFiberRef(FiberRef.currentMinimumLogLevel), LogLevel.Debug)

const calls = Metric.counter("trilum_calls", { description: "Calls by outcome (ok or the error's tag)", incremental: true })
const retries = Metric.counter("trilum_retries", { description: "Attempts after the first", incremental: true })
const duration = Metric.histogram(
  "trilum_call_duration_ms",
  MetricBoundaries.exponential({ start: 5, factor: 2, count: 14 }),
  "Milliseconds of a call, retries and waits included"
)

interface CallMetrics {
  readonly duration: (milliseconds: number) => void
  readonly retries: (count: number) => void
  readonly outcomes: Map<string, () => void>
}

/** Metrics of one client; the tagged metrics of an operation are made once. */
export const makeMetrics = (platform: string) => {
  const byOperation = new Map<string, CallMetrics>()
  const of = (operation: string): CallMetrics => {
    const known = byOperation.get(operation)
    if (known !== undefined) return known
    const time = duration.pipe(Metric.tagged("platform", platform), Metric.tagged("operation", operation))
    const repeats = retries.pipe(Metric.tagged("platform", platform), Metric.tagged("operation", operation))
    const made: CallMetrics = {
      duration: (milliseconds) => time.unsafeUpdate(milliseconds, []),
      retries: (count) => repeats.unsafeUpdate(count, []),
      outcomes: new Map()
    }
    byOperation.set(operation, made)
    return made
  }
  const count = (metrics: CallMetrics, operation: string, outcome: string): () => void => {
    const known = metrics.outcomes.get(outcome)
    if (known !== undefined) return known
    const counter = calls.pipe(
      Metric.tagged("platform", platform),
      Metric.tagged("operation", operation),
      Metric.tagged("outcome", outcome)
    )
    const made = () => counter.unsafeUpdate(1, [])
    metrics.outcomes.set(outcome, made)
    return made
  }
  return (operation: string, outcome: string, milliseconds: number, repeats: number): void => {
    const metrics = of(operation)
    count(metrics, operation, outcome)()
    metrics.duration(milliseconds)
    if (repeats > 0) metrics.retries(repeats)
  }
}

/** Attributes of the OpenTelemetry HTTP client conventions; the template stands for the path, and no query is told. */
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

export const annotate = (
  span: Tracer.Span,
  outcome: { readonly status: number | undefined; readonly attempts: number; readonly error: string | undefined }
): void => {
  if (outcome.status !== undefined) span.attribute("http.response.status_code", outcome.status)
  if (outcome.attempts > 1) span.attribute("http.request.resend_count", outcome.attempts - 1)
  if (outcome.error !== undefined) span.attribute("error.type", outcome.error)
}

export const logAttempt = (facts: {
  readonly platform: string
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly attempt: number
  readonly outcome: string
  readonly milliseconds: number
}): Effect.Effect<void> => {
  const { method, outcome, path, ...annotations } = facts
  return Effect.annotateLogs(Effect.logDebug(`${method} ${path}: ${outcome}`), annotations)
}
