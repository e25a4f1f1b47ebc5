/**
 * Files of lines, such as JSON lines: read in pieces of bounded size, and appended to in whole lines.
 *
 * @since 0.1.0
 */
import type { File, FileSystem } from "@effect/platform/FileSystem"
import * as Clock from "effect/Clock"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Bytes from "./Bytes.js"
import * as LocalFile from "./LocalFile.js"
import { fromCause, type LocalFileError } from "./LocalFileError.js"

/**
 * A line of a file.
 *
 * @since 0.1.0
 * @category models
 */
export interface Line {
  readonly text: string
  /** From 1. */
  readonly number: number
  /** Where the next line begins, in bytes. */
  readonly end: number
  /** `false` for a last line without a line feed: its writer was cut off. */
  readonly isWhole: boolean
}

const lineFeed = 0x0a

/**
 * Emits the lines of a file. Splits at line feeds alone, because JSON may contain every other separator.
 *
 * @since 0.1.0
 * @category constructors
 */
export const read = (file: string): Stream.Stream<Line, LocalFileError, FileSystem> =>
  Stream.unwrapScoped(
    Effect.map(LocalFile.open(file), ({ chunks, size }) => {
      const decoder = new TextDecoder()
      let rest: Array<Uint8Array> = []
      let number = 0
      let end = 0
      const take = (isWhole: boolean): Line => {
        const bytes = Bytes.concat(rest)
        rest = []
        number += 1
        end += bytes.length + (isWhole ? 1 : 0)
        return { text: decoder.decode(bytes), number, end, isWhole }
      }
      const split = (bytes: Uint8Array): ReadonlyArray<Line> => {
        const lines: Array<Line> = []
        let from = 0
        for (let at = bytes.indexOf(lineFeed); at >= 0; at = bytes.indexOf(lineFeed, from)) {
          rest.push(bytes.subarray(from, at))
          from = at + 1
          lines.push(take(true))
        }
        if (from < bytes.length) rest.push(bytes.subarray(from))
        return lines
      }
      return Stream.concat(
        Stream.mapConcat(Stream.fromAsyncIterable(chunks(0, size), fromCause(file)), split),
        Stream.suspend(() => (rest.length === 0 ? Stream.empty : Stream.make(take(false))))
      )
    })
  )

/**
 * Appends lines to an open file.
 *
 * @since 0.1.0
 * @category models
 */
export interface Writer {
  /** Appends text, which must end with a line feed. */
  readonly append: (text: string) => Effect.Effect<void, LocalFileError>
  /** Waits until everything is on the disk. */
  readonly sync: Effect.Effect<void, LocalFileError>
}

/** Milliseconds between two synchronizations while lines are appended. */
const syncInterval = 1000

/**
 * Appends lines in order. Lines that arrive while one is written are written together, and the file is synchronized once a
 * second. After a failure the file ends in a partial line, so all later appends fail with the same error.
 *
 * @since 0.1.0
 * @category constructors
 */
export const writer = (file: string, handle: File): Writer => {
  const turn = Effect.unsafeMakeSemaphore(1)
  let waiting: Array<string> = []
  let broken: LocalFileError | undefined
  let synced: number | undefined
  const write = (text: string): Effect.Effect<void, LocalFileError> =>
    Effect.gen(function* () {
      yield* LocalFile.attempt(file, handle.writeAll(new TextEncoder().encode(text)))
      const now = yield* Clock.currentTimeMillis
      synced ??= now
      if (now - synced < syncInterval) return
      synced = now
      yield* LocalFile.attempt(file, handle.sync)
    })
  const drain: Effect.Effect<void, LocalFileError> = turn.withPermits(1)(
    Effect.suspend(() => {
      if (broken !== undefined) return Effect.fail(broken)
      if (waiting.length === 0) return Effect.void
      const text = waiting.join("")
      waiting = []
      return Effect.tapError(write(text), (failure) =>
        Effect.sync(() => {
          broken = failure
        })
      )
    })
  )
  return {
    append: (text) =>
      Effect.suspend(() => {
        waiting.push(text)
        return drain
      }).pipe(Effect.uninterruptible),
    sync: Effect.suspend(() => Effect.zipRight(drain, LocalFile.attempt(file, handle.sync)))
  }
}
