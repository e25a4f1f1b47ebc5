import * as FileInput from "@trilum/core/FileInput"
import * as Progress from "@trilum/core/Progress"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Option from "effect/Option"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"
import * as Upload from "../Upload.js"

/** From this size on, content that could be sent again is streamed while progress is reported. */
const worthCounting = 1024 * 1024

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
  send: (parts: ReadonlyArray<FileInput.FileInput>) => Effect.Effect<A, E2>
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
        return silent ? part : counting(part, count)
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
  send: (part: FileInput.FileInput) => Effect.Effect<A, E2>
): Effect.Effect<A, E | E2> =>
  sending(Upload.nameOf(content), [content], ([part]) =>
    part === undefined ? Effect.dieMessage("a content became no part") : send(part)
  )

const partOf = <E>(
  content: Upload.Content<E>,
  runtime: Runtime.Runtime<never>,
  onFailure: (failure: E) => void
): FileInput.FileInput => {
  if (!Upload.isStreamPart(content)) return content
  const watched = Stream.tapError(content.content, (failure) => Effect.sync(() => onFailure(failure)))
  return { ...content, content: Stream.toAsyncIterableRuntime(watched, runtime) }
}

/** The same part, counted as it is read, so that it can be read once. Small content stays as it is. */
const counting = (part: FileInput.FileInput, count: (amount: number) => Promise<void>): FileInput.FileInput => {
  const made = FileInput.make("file", part)
  if (Either.isLeft(made)) return part
  const { content, size = Number.POSITIVE_INFINITY } = made.right
  if (size < worthCounting && FileInput.isRepeatable(content)) return part
  return {
    ...made.right,
    content: (async function* () {
      for await (const bytes of FileInput.chunks(content)) {
        await count(bytes.byteLength)
        yield bytes
      }
    })()
  }
}
