import type { FilePart } from "@trilum/core/Operation"
import * as Progress from "@trilum/core/Progress"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import * as Upload from "../Upload.js"

/** Bytes from which on content that could be sent again is streamed all the same, so that its progress can be told. */
const worthTelling = 1024 * 1024

const sliceSize = 256 * 1024

/** Bytes a second that a time limit allows for at least, and the limit of small files in seconds. */
const slowest = 100 * 1024
const shortest = 60

/** A limit that only uploads exceed which stand still: a minute, and more for what is large. None when nobody knows. */
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
 * Sends contents by `send`, which is given them as parts of a form, and tells their progress. What a content's own stream
 * fails with takes the place of the failure that `send` has for it.
 */
export const sending = <A, E, E2>(
  label: string,
  contents: ReadonlyArray<Upload.Content<E>>,
  send: (parts: ReadonlyArray<Blob | FilePart>) => Effect.Effect<A, E2>
): Effect.Effect<A, E | E2> =>
  Effect.gen(function* () {
    const runtime = yield* Effect.runtime<never>()
    const progress = yield* Progress.Progress
    const id = `lumnis.upload.${globalThis.crypto.randomUUID()}`
    const silent = progress === Progress.silent
    let broken = Option.none<E>()
    let told = 0
    const tell = (amount: number): Promise<void> => {
      told += amount
      return Runtime.runPromise(runtime)(progress.advance(id, amount))
    }
    const parts = contents.map((content) => {
      const part = partOf(content, runtime, (failure) => {
        broken = Option.some(failure)
      })
      return silent || isSmall(part) ? part : counted(part, tell)
    })
    const total = totalOf(contents)
    const sent = Effect.mapError(send(parts), (failure): E | E2 => Option.getOrElse(broken, () => failure))
    if (silent) return yield* sent
    return yield* sent.pipe(
      Effect.tap(() => (total !== undefined && total > told ? progress.advance(id, total - told) : Effect.void)),
      Progress.track({ id, label, total, unit: "bytes" })
    )
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
  (part instanceof Blob || part.content instanceof Uint8Array) && (Upload.sizeOf(part) ?? 0) < worthTelling

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

/** The same part, told of as it is read. It can be read once. */
const counted = (part: Blob | FilePart, tell: (amount: number) => Promise<void>): FilePart => {
  const filename = Upload.nameOf(part)
  const contentType = part instanceof Blob ? (part.type === "" ? undefined : part.type) : part.contentType
  return {
    filename,
    contentType,
    size: Upload.sizeOf(part),
    content: { [Symbol.asyncIterator]: () => reading(part, tell) }
  }
}

const reading = (part: Blob | FilePart, tell: (amount: number) => Promise<void>): AsyncIterator<Uint8Array> => {
  const source = open(part instanceof Blob ? part.stream() : part.content)
  return {
    next: async () => {
      const next = await source.next()
      if (next.done !== true && next.value instanceof Uint8Array) await tell(next.value.byteLength)
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
