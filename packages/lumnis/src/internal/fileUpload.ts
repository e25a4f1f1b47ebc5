import type { FilePart } from "@trilum/core/Operation"
import * as Progress from "@trilum/core/Progress"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import * as Upload from "../Upload.js"

/** From this size on, content that could be sent again is streamed while progress is reported. */
const worthCounting = 1024 * 1024

const sliceSize = 256 * 1024

/** Bytes a second that a time limit allows for at least, and the limit of small files in seconds. */
const slowest = 100 * 1024
const shortest = 60

/** Attempt limit of an upload: a minute plus a second for every 100 KiB; none when the size is unknown. */
export const timeoutOf = (size: number | undefined): Duration.DurationInput =>
  size === undefined ? Duration.infinity : Duration.seconds(shortest + size / slowest)

/** The bytes of all contents, where all are known. */
export const totalOf = (contents: ReadonlyArray<Upload.Content<unknown>>): number | undefined => {
  let total = 0
  for (const content of contents) {
    const size = Upload.sizeOf(content)
    if (size === undefined) return undefined
    total += size
  }
  return total
}

/**
 * Sends contents as parts of a form and reports the bytes. A failure of a content's own stream replaces the failure of
 * `send` that it caused.
 */
export const sending = <A, E, E2>(
  label: string,
  contents: ReadonlyArray<Upload.Content<E>>,
  send: (parts: ReadonlyArray<Blob | FilePart>) => Effect.Effect<A, E2>
): Effect.Effect<A, E | E2> =>
  Effect.gen(function* () {
    const runtime = yield* Effect.runtime<never>()
    const silent = (yield* Progress.reporting(undefined)) === undefined
    const total = totalOf(contents)
    let broken = Option.none<E>()
    let counted = 0
    const sent = (counter: Progress.Counter): Effect.Effect<A, E | E2> => {
      const count = (amount: number): Promise<void> => {
        counted += amount
        return Runtime.runPromise(runtime)(counter.advance(amount))
      }
      const parts = contents.map((content) => {
        const part = partOf(content, runtime, (failure) => {
          broken = Option.some(failure)
        })
        return silent || isSmall(part) ? part : counting(part, count)
      })
      return send(parts).pipe(
        Effect.mapError((failure): E | E2 => Option.getOrElse(broken, () => failure)),
        Effect.tap(() => counter.advance(Math.max(0, (total ?? 0) - counted)))
      )
    }
    return yield* Progress.track({ phase: "upload", label, total, unit: "bytes" }, sent)
  })

/** {@link sending} of one content. */
export const sendingOne = <A, E, E2>(
  content: Upload.Content<E>,
  send: (part: Blob | FilePart) => Effect.Effect<A, E2>
): Effect.Effect<A, E | E2> =>
  sending(Upload.nameOf(content), [content], ([part]) =>
    part === undefined ? Effect.dieMessage("a content became no part") : send(part)
  )

const isSmall = (part: Blob | FilePart): boolean =>
  (part instanceof Blob || part.content instanceof Uint8Array) && (Upload.sizeOf(part) ?? 0) < worthCounting

const partOf = <E>(
  content: Upload.Content<E>,
  runtime: Runtime.Runtime<never>,
  onFailure: (failure: E) => void
): Blob | FilePart => {
  if (!isStreamPart(content)) return content
  const watched = Stream.tapError(content.content, (failure) => Effect.sync(() => onFailure(failure)))
  return { ...content, content: Stream.toAsyncIterableRuntime(watched, runtime) }
}

const isStreamPart = <E>(content: Upload.Content<E>): content is Upload.StreamPart<E> =>
  "filename" in content && Stream.StreamTypeId in content.content

/** The same part, counted as it is read. It can be read once. */
const counting = (part: Blob | FilePart, count: (amount: number) => Promise<void>): FilePart => {
  const filename = Upload.nameOf(part)
  const contentType = part instanceof Blob ? (part.type === "" ? undefined : part.type) : part.contentType
  return {
    filename,
    contentType,
    size: Upload.sizeOf(part),
    content: { [Symbol.asyncIterator]: () => reading(part, count) }
  }
}

const reading = (part: Blob | FilePart, count: (amount: number) => Promise<void>): AsyncIterator<Uint8Array> => {
  const source = open(part instanceof Blob ? part.stream() : part.content)
  return {
    next: async () => {
      const next = await source.next()
      if (next.done !== true && next.value instanceof Uint8Array) await count(next.value.byteLength)
      return next
    },
    return: async () => {
      await source.return?.()
      return { done: true, value: undefined }
    }
  }
}

const open = (content: FilePart["content"]): AsyncIterator<Uint8Array> => {
  if (content instanceof Uint8Array) return slices(content)[Symbol.asyncIterator]()
  if (!("getReader" in content)) return content[Symbol.asyncIterator]()
  // Browsers' `ReadableStream` is not async iterable everywhere.
  const reader = content.getReader()
  return {
    next: async () => {
      const { done, value } = await reader.read()
      return done ? { done, value: undefined } : { done, value }
    },
    return: async () => {
      await reader.cancel()
      return { done: true, value: undefined }
    }
  }
}

async function* slices(bytes: Uint8Array): AsyncGenerator<Uint8Array, undefined> {
  for (let at = 0; at < bytes.byteLength; at += sliceSize) yield bytes.subarray(at, at + sliceSize)
}
