/** Chat deltas through the LVNG client, from the bytes of an answer to typed events. */
import * as HttpClient from "@effect/platform/HttpClient"
import * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as PromiseClient from "@trilum/core/PromiseClient"
import { Lvng } from "@trilum/lvng/Lvng"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Stream from "effect/Stream"
import { createParser } from "eventsource-parser"
import { cpu, type Row, row, speeds } from "./measure.js"

const size = 16 * 1024

const pieces = (text: string): ReadonlyArray<Uint8Array> => {
  const bytes = new TextEncoder().encode(text)
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))
}

const deltas = (count: number): string =>
  Array.from({ length: count }, (_, n) => `event: text_delta\ndata: {"delta":"token ${n} "}\n\n`).join("")

/** A body that brings one piece a read, as a socket does. */
const body = (all: ReadonlyArray<Uint8Array>): ReadableStream<Uint8Array> => {
  const rest = all[Symbol.iterator]()
  return new ReadableStream({
    pull: (controller) => {
      const next = rest.next()
      if (next.done === true) controller.close()
      else controller.enqueue(next.value)
    }
  })
}

const same = (name: string, expected: number, actual: number): void => {
  if (actual !== expected) throw new Error(`${name}: ${actual} characters instead of ${expected}`)
}

export const chat = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const count = smoke ? 2_000 : 200_000
  const rounds = smoke ? 2 : 15
  const wire = pieces(`${deltas(count)}event: done\ndata: {}\n\n`)
  const characters = Array.from({ length: count }, (_, n) => `token ${n} `.length).reduce((a, b) => a + b, 0)

  const http = HttpClient.make((request) =>
    Effect.sync(() =>
      HttpClientResponse.fromWeb(
        request,
        new Response(body(wire), { headers: { "content-type": "text/event-stream" } })
      )
    )
  )
  const options = { apiKey: "key", baseUrl: "http://localhost" }
  const layer = Layer.provide(Lvng.layer(options), Layer.succeed(HttpClient.HttpClient, http))
  const { runner, service } = PromiseClient.fromLayer(Lvng, layer)

  const streamed = async (): Promise<void> => {
    let seen = 0
    await Effect.runPromise(
      Stream.runForEachChunk(service.streamChat("hi"), (chunk) =>
        Effect.sync(() => {
          for (const event of chunk) if (event._tag === "text_delta") seen += event.delta.length
        })
      )
    )
    same("streamChat", characters, seen)
  }
  const iterated = async (): Promise<void> => {
    let seen = 0
    for await (const event of runner.stream(service.streamChat("hi"))) {
      if (event._tag === "text_delta") seen += event.delta.length
    }
    same("streamChat as async iterable", characters, seen)
  }
  const parsed = async (): Promise<void> => {
    let seen = 0
    const decoder = new TextDecoder()
    const parser = createParser({
      onEvent: ({ data, event }) => {
        if (event === "text_delta") seen += JSON.parse(data).delta.length
      }
    })
    for await (const piece of body(wire)) parser.feed(decoder.decode(piece, { stream: true }))
    same("eventsource-parser", characters, seen)
  }
  const rows = [
    row(
      "chat: deltas a second of streamChat, a Stream / eventsource-parser and JSON.parse",
      "min",
      0.8,
      await speeds({ rounds, meter: cpu, subject: streamed, baseline: parsed })
    ),
    row(
      "chat: the same, an async iterable of the promise client",
      "min",
      0.8,
      await speeds({ rounds, meter: cpu, subject: iterated, baseline: parsed })
    )
  ]
  await runner.close()
  return rows
}
