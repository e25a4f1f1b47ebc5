/**
 * Spans on the console, through the SDK of OpenTelemetry. Any other span processor or exporter takes the same place.
 *
 * Reads the keys of Lumnis and LVNG.
 */
import * as NodeSdk from "@effect/opentelemetry/NodeSdk"
import { ConsoleSpanExporter, SimpleSpanProcessor, type SpanExporter } from "@opentelemetry/sdk-trace-base"
import { NodeTransport } from "@trilum/core/node"
import { Lumnis } from "@trilum/lumnis"
import { Lvng } from "@trilum/lvng"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { work } from "./work.js"

const clients = Layer.merge(Lumnis.layerConfig(), Lvng.layerConfig()).pipe(Layer.provide(NodeTransport.layer()))

export const main = (exporter: SpanExporter = new ConsoleSpanExporter()) => {
  const telemetry = NodeSdk.layer(() => ({
    resource: { serviceName: "market-watch" },
    spanProcessor: new SimpleSpanProcessor(exporter)
  }))
  return work.pipe(Effect.provide(Layer.merge(clients, telemetry)))
}
