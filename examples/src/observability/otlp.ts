/**
 * Spans, metrics and logs to an OpenTelemetry collector, over OTLP. Nothing but `@effect/opentelemetry` is needed.
 *
 * Reads the keys of Lumnis and LVNG, and OTEL_EXPORTER_OTLP_ENDPOINT.
 */
import * as Otlp from "@effect/opentelemetry/Otlp"
import { NodeTransport } from "@trilum/core/node"
import { Lumnis } from "@trilum/lumnis"
import { Lvng } from "@trilum/lvng"
import * as Config from "effect/Config"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { work } from "./work.js"

const telemetry = Layer.unwrapEffect(
  Effect.map(Config.withDefault(Config.string("OTEL_EXPORTER_OTLP_ENDPOINT"), "http://127.0.0.1:4318"), (baseUrl) =>
    Otlp.layerJson({ baseUrl, resource: { serviceName: "market-watch", serviceVersion: "1.0.0" } })
  )
)

const clients = Layer.merge(Lumnis.layerConfig(), Lvng.layerConfig())

export const main = work.pipe(
  Effect.provide(Layer.mergeAll(clients, telemetry).pipe(Layer.provide(NodeTransport.layer())))
)
