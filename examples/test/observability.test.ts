/** What reaches a collector and the console: the names of the conventions, one trace, and nothing of what was said. */

import { assert, describe, it } from "@effect/vitest"
import { InMemorySpanExporter } from "@opentelemetry/sdk-trace-base"
import { Emulator } from "@trilum/emulator"
import * as FaultServer from "@trilum/testing/FaultServer"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Console from "../src/observability/console.js"
import * as OtlpStyle from "../src/observability/otlp.js"

const lvngKey = `lvng_sk_test_${"5".repeat(32)}`

const environment = (urls: Readonly<Record<string, string>>, collector = "") =>
  ConfigProvider.fromMap(
    new Map([
      ["LUMNISAI_API_KEY", "lmn_live_secret_of_the_test"],
      ["LUMNISAI_BASE_URL", urls["lumnis"] ?? ""],
      ["LVNG_API_KEY", lvngKey],
      ["LVNG_BASE_URL", urls["lvng"] ?? ""],
      ["OTEL_EXPORTER_OTLP_ENDPOINT", collector]
    ])
  )

interface Attribute {
  readonly key: string
  readonly value: Readonly<Record<string, unknown>>
}

interface Span {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId?: string
  readonly attributes: ReadonlyArray<Attribute>
}

interface Metric {
  readonly name: string
  readonly unit: string
  readonly histogram?: { readonly dataPoints: ReadonlyArray<{ readonly attributes: ReadonlyArray<Attribute> }> }
}

interface Exported {
  readonly resourceSpans?: ReadonlyArray<{
    readonly scopeSpans: ReadonlyArray<{ readonly spans: ReadonlyArray<Span> }>
  }>
  readonly resourceMetrics?: ReadonlyArray<{
    readonly scopeMetrics: ReadonlyArray<{ readonly metrics: ReadonlyArray<Metric> }>
  }>
}

const plain = (attributes: ReadonlyArray<Attribute> = []) =>
  Object.fromEntries(attributes.map(({ key, value }) => [key, Object.values(value)[0]]))

describe("observability", () => {
  it.scopedLive("over OTLP, to a local receiver", () =>
    Effect.gen(function* () {
      const { urls } = yield* Emulator.make({ pace: 0 })
      const collector = yield* FaultServer.make(() => FaultServer.json({}))
      yield* Effect.withConfigProvider(OtlpStyle.main, environment(urls, collector.url))
      const received = (path: string): ReadonlyArray<Exported> =>
        collector.requests.filter(({ url }) => url === path).map(({ text }) => JSON.parse(text))
      const spans = received("/v1/traces").flatMap(({ resourceSpans = [] }) =>
        resourceSpans.flatMap(({ scopeSpans }) => scopeSpans.flatMap((scope) => scope.spans))
      )
      const named = (name: string) => spans.find((span) => span.name === name)
      const root = named("work")
      const [invoked, chatted] = [named("invoke_agent"), named("chat")]
      assert.deepInclude(plain(invoked?.attributes), {
        "gen_ai.operation.name": "invoke_agent",
        "gen_ai.provider.name": "lumnis",
        "gen_ai.request.model": "openai:gpt-5"
      })
      assert.isString(plain(invoked?.attributes)["gen_ai.response.id"])
      assert.isString(plain(invoked?.attributes)["gen_ai.conversation.id"])
      assert.deepInclude(plain(chatted?.attributes), {
        "gen_ai.operation.name": "chat",
        "gen_ai.provider.name": "lvng"
      })
      assert.deepStrictEqual([invoked?.parentSpanId, chatted?.parentSpanId], [root?.spanId, root?.spanId])
      assert.strictEqual(named("POST /v1/responses")?.parentSpanId, invoked?.spanId)
      assert.strictEqual(named("POST /api/v2/chat/stream")?.parentSpanId, chatted?.spanId)
      assert.deepInclude(plain(named("GET /v1/users/{user_identifier}")?.attributes), {
        "http.request.method": "GET",
        "error.type": "NotFoundError",
        "server.address": "127.0.0.1"
      })
      assert.strictEqual(new Set(spans.map(({ traceId }) => traceId)).size, 1)
      const metrics = received("/v1/metrics").flatMap(({ resourceMetrics = [] }) =>
        resourceMetrics.flatMap(({ scopeMetrics }) => scopeMetrics.flatMap((scope) => scope.metrics))
      )
      const duration = metrics.find(({ name }) => name === "gen_ai.client.operation.duration")
      assert.strictEqual(duration?.unit, "s")
      // The metrics of a process: other tests add points with other attributes.
      const providers = (duration?.histogram?.dataPoints ?? []).map(
        (point) => plain(point.attributes)["gen_ai.provider.name"]
      )
      assert.sameMembers([...new Set(providers)], ["lumnis", "lvng"])
      assert.isDefined(metrics.find(({ name }) => name === "trilum_call_duration_ms")?.histogram)
      const sent = collector.requests.map(({ text }) => text).join("\n")
      for (const secret of ["lmn_live_secret", lvngKey, "market this week", "ada@example.com", "nobody@example.com"]) {
        assert.notInclude(sent, secret)
      }
    })
  )

  it.scopedLive("through the SDK of OpenTelemetry", () =>
    Effect.gen(function* () {
      const { urls } = yield* Emulator.make({ pace: 0 })
      const exporter = new InMemorySpanExporter()
      // Shutting down an exporter of this kind forgets its spans.
      exporter.shutdown = () => Promise.resolve()
      yield* Effect.withConfigProvider(Console.main(exporter), environment(urls))
      const names = exporter.getFinishedSpans().map(({ name }) => name)
      for (const name of ["work", "invoke_agent", "chat", "POST /v1/responses"]) assert.include(names, name)
    })
  )
})
