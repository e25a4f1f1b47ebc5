/** Server-sent events: decoding in a Stream, compared with eventsource-parser. */
import * as Sse from "@trilum/core/Sse"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import { createParser } from "eventsource-parser"
import { costs, cpu, type Row, row, speeds } from "./measure.js"

const cut = (bytes: Uint8Array, size: number): ReadonlyArray<Uint8Array> =>
  Array.from({ length: Math.ceil(bytes.byteLength / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size))

const deltas = (count: number, ids: boolean): Uint8Array =>
  new TextEncoder().encode(
    Array.from(
      { length: count },
      (_, n) => `${ids ? `id: ${n}\n` : ""}data: {"choices":[{"delta":{"content":"token ${n} "}}]}\n\n`
    ).join("")
  )

const oneEvent = (bytes: number): Uint8Array => new TextEncoder().encode(`data: ${"x".repeat(bytes)}\n\n`)

const sameCount = (name: string, expected: number, actual: number): void => {
  if (actual !== expected) throw new Error(`${name}: ${actual} events instead of ${expected}`)
}

/** Bytes that come a chunk a pull, as a transport brings them. */
const source = (chunks: ReadonlyArray<Uint8Array>): Stream.Stream<Uint8Array> =>
  Stream.fromPull(
    Effect.sync(() => {
      let next = 0
      return Effect.suspend(() => {
        const chunk = chunks[next++]
        return chunk === undefined ? Effect.fail(Option.none()) : Effect.succeed(Chunk.of(chunk))
      })
    })
  )

const decode = (chunks: ReadonlyArray<Uint8Array>, count: number) => async (): Promise<void> => {
  const seen = await Effect.runPromise(
    Stream.runCount(Sse.decode({ onIdle: () => "idle", onCut: () => "cut" })(source(chunks)))
  )
  sameCount("Sse.decode", count, seen)
}

const parse = (chunks: ReadonlyArray<Uint8Array>, count: number) => async (): Promise<void> => {
  let seen = 0
  const decoder = new TextDecoder()
  const parser = createParser({ onEvent: () => seen++ })
  for (const chunk of chunks) parser.feed(decoder.decode(chunk, { stream: true }))
  sameCount("eventsource-parser", count, seen)
}

export const sse = async (smoke: boolean): Promise<ReadonlyArray<Row>> => {
  const count = smoke ? 2_000 : 200_000
  const chunks = cut(deltas(count, false), 16 * 1024)
  const withIds = cut(deltas(count, true), 16 * 1024)
  const rounds = smoke ? 2 : 15
  const mega = smoke ? 0.25 : 1
  const small = cut(oneEvent(mega * 2 ** 20), 16 * 1024)
  const large = cut(oneEvent(8 * mega * 2 ** 20), 16 * 1024)
  return [
    row(
      "sse: events a second in a Stream, 16 KB chunks / eventsource-parser",
      "min",
      1,
      await speeds({ rounds, meter: cpu, subject: decode(chunks, count), baseline: parse(chunks, count) })
    ),
    row(
      "sse: the same, events with ids",
      "min",
      1,
      await speeds({ rounds, meter: cpu, subject: decode(withIds, count), baseline: parse(withIds, count) })
    ),
    row(
      "sse: time of one 8 MB event / 8 times one of 1 MB (linear: about 1)",
      "max",
      2,
      await costs({
        rounds,
        meter: cpu,
        subject: decode(large, 1),
        baseline: async () => {
          for (let n = 0; n < 8; n++) await decode(small, 1)()
        }
      })
    )
  ]
}
