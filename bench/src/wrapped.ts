/** A promise client of Lumnis over a transport that a user has wrapped, as tracing or signing proxies do. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientRequest from "@effect/platform/HttpClientRequest"
import { NodeTransport } from "@trilum/core/node"
import * as PromiseClient from "@trilum/core/PromiseClient"
import { Lumnis, type LumnisPromise } from "@trilum/lumnis/Lumnis"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"

export const wrappedLumnis = (baseUrl: string): LumnisPromise => {
  const transport = Layer.effect(
    HttpClient.HttpClient,
    Effect.map(HttpClient.HttpClient, HttpClient.mapRequest(HttpClientRequest.setHeader("x-wrapped", "yes")))
  ).pipe(Layer.provide(NodeTransport.layer()))
  const { runner, service } = PromiseClient.fromLayer(
    Lumnis,
    Layer.provide(Lumnis.layer({ apiKey: "bench-key", baseUrl }), transport)
  )
  return PromiseClient.make(service, runner)
}
