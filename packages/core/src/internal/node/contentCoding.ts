/**
 * Undoes a `content-encoding` the client has not asked for.
 */

import type { Transform } from "node:stream"
import * as Zlib from "node:zlib"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

export type ContentCoding = "gzip" | "deflate" | "br"

/** The coding of a response, when it is a single one that is known here. */
export const contentCoding = (header: string | undefined): ContentCoding | undefined => {
  switch (header?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      return "gzip"
    case "deflate":
      return "deflate"
    case "br":
      return "br"
    default:
      return undefined
  }
}

const makeDecoder = (coding: ContentCoding): Transform =>
  coding === "gzip" ? Zlib.createGunzip() : coding === "br" ? Zlib.createBrotliDecompress() : Zlib.createInflate()

/** Decodes a whole body; fails with the error of zlib. */
export const decodeBytes = (coding: ContentCoding, bytes: Uint8Array): Effect.Effect<Uint8Array, unknown> =>
  bytes.byteLength === 0
    ? Effect.succeed(bytes)
    : Effect.async((resume) => {
        const done = (error: Error | null, decoded: Uint8Array): void =>
          resume(error === null ? Effect.succeed(decoded) : Effect.fail(error))
        if (coding === "gzip") Zlib.gunzip(bytes, done)
        else if (coding === "br") Zlib.brotliDecompress(bytes, done)
        else Zlib.inflate(bytes, done)
      })

/**
 * Decodes a body as it arrives: what one chunk decodes to is emitted before the next one is pulled. An empty body stays
 * empty. Failures of zlib go through `onError`.
 */
export const decodeStream = <E>(
  coding: ContentCoding,
  stream: Stream.Stream<Uint8Array, E>,
  onError: (cause: unknown) => E
): Stream.Stream<Uint8Array, E> =>
  Stream.unwrapScoped(
    Effect.gen(function* () {
      const decoder = yield* Effect.acquireRelease(
        Effect.sync(() => makeDecoder(coding)),
        (decoder) => Effect.sync(() => decoder.destroy())
      )
      const decoded: Array<Uint8Array> = []
      let failure: unknown
      let started = false
      const drain = (): void => {
        for (let chunk: unknown = decoder.read(); chunk !== null; chunk = decoder.read()) {
          if (chunk instanceof Uint8Array) decoded.push(chunk)
        }
      }
      decoder.on("readable", drain)
      decoder.on("error", (error) => {
        failure = error
      })
      const step = (feed: (done: () => void) => void): Effect.Effect<Chunk.Chunk<Uint8Array>, E> =>
        Effect.async((resume) => {
          const settle = (): void => {
            decoder.off("error", settle)
            if (failure !== undefined) return resume(Effect.fail(onError(failure)))
            drain()
            resume(Effect.succeed(Chunk.unsafeFromArray(decoded.splice(0))))
          }
          decoder.once("error", settle)
          feed(settle)
        })
      const body = Stream.mapEffect(stream, (chunk) => {
        started = true
        return step((done) => decoder.write(chunk, done))
      })
      const rest = Stream.fromEffect(
        Effect.suspend(() =>
          started ? step((done) => decoder.once("end", done).end()) : Effect.succeed(Chunk.empty<Uint8Array>())
        )
      )
      return Stream.flattenChunks(Stream.concat(body, rest))
    })
  )
