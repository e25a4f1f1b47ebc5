/**
 * Server-sent events: decodes bytes to events, as in the WHATWG event stream format.
 *
 * LF, CRLF and CR end a line, a byte order mark is removed at the start only, UTF-8 may be cut at any byte, and lines and
 * events have no size limit. The decoder itself is in `internal/sse.ts`.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 * @since 0.1.0
 */
import * as Channel from "effect/Channel"
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Stream from "effect/Stream"
import { StreamError } from "./ApiError.js"
import * as Internal from "./internal/sse.js"

/**
 * One event.
 *
 * @since 0.1.0
 * @category models
 */
export interface SseEvent {
  /** Name of the event; `message` when it has no `event:` line. */
  readonly event: string
  /** Its `data:` lines joined by LF. */
  readonly data: string
  /**
   * The last event id in effect: sent with this event or with an earlier one, as browsers report it. Absent before
   * the first id and after an empty one.
   */
  readonly id?: string | undefined
  /** Milliseconds to wait before reconnecting, from a `retry:` line since the previous event. */
  readonly retry?: number | undefined
}

/**
 * How the end of a stream is recognized.
 *
 * @since 0.1.0
 * @category models
 */
export interface EventOptions {
  /**
   * Returns `true` for the last event. The stream ends after it even if the connection stays open. If the bytes end
   * without such an event, the stream fails as cut.
   *
   * The standard drops an event without a `data:` line. A named event that this predicate accepts with empty data is
   * emitted nevertheless.
   */
  readonly terminal?: ((event: SseEvent) => boolean) | undefined
  /**
   * What to do with a last event that lacks its blank line when the bytes end or fail. `drop` (the default) follows the
   * standard. `emit` emits the event with the data received, which may be cut anywhere. Use it where an event is too
   * valuable to lose and the reader can recognize an incomplete one, for example by parsing JSON.
   */
  readonly incomplete?: "drop" | "emit" | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DecodeOptions<E2> extends EventOptions {
  /**
   * Longest wait for an event, the first one included. Comments do not end the wait, and the time the consumer takes
   * over an event does not count. Zero, infinite or absent: no limit.
   */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** Builds the error of a wait that exceeds `idleTimeout`. */
  readonly onIdle: () => E2
  /** Builds the error of bytes that end before the terminal event. */
  readonly onCut: () => E2
}

/**
 * Decodes bytes to events. The source is released as soon as the terminal event arrives, before it is emitted.
 *
 * @since 0.1.0
 * @category combinators
 */
export const decode =
  <E2>(options: DecodeOptions<E2>) =>
  <E, R>(self: Stream.Stream<Uint8Array, E, R>): Stream.Stream<SseEvent, E | E2, R> =>
    Stream.suspend(() => {
      const decoder = new Internal.Decoder(options)
      const decoded = Stream.concat(
        Stream.pipeThroughChannel(self, decodeChannel<E, E2>(decoder, options)),
        Stream.suspend(() => Stream.fromChannel(emit<never, unknown, unknown>(decoder.take(), Channel.void)))
      )
      const limit = finite(options.idleTimeout)
      return limit === undefined ? decoded : Internal.limitIdle(decoded, limit, options.onIdle)
    })

type EventChannel<E, In, InErr> = Channel.Channel<Chunk.Chunk<SseEvent>, In, E, InErr, void, unknown>

/** Ends, and so releases the source, before the last events are emitted: they stay in the decoder. */
const decodeChannel = <E, E2>(
  decoder: Internal.Decoder,
  options: DecodeOptions<E2>
): EventChannel<E | E2, Chunk.Chunk<Uint8Array>, E> => {
  const ended = (
    failure: EventChannel<E | E2, Chunk.Chunk<Uint8Array>, E>
  ): EventChannel<E | E2, Chunk.Chunk<Uint8Array>, E> => {
    decoder.end()
    return decoder.ended ? Channel.void : emit(decoder.take(), failure)
  }
  const loop: EventChannel<E | E2, Chunk.Chunk<Uint8Array>, E> = Channel.readWithCause({
    onInput: (input: Chunk.Chunk<Uint8Array>) => {
      for (const bytes of Chunk.toReadonlyArray(input)) decoder.push(bytes)
      return decoder.ended ? Channel.void : emit(decoder.take(), loop)
    },
    onFailure: (cause) => ended(Channel.failCause(cause)),
    onDone: () => ended(options.terminal === undefined ? Channel.void : Channel.failSync(options.onCut))
  })
  return loop
}

/** Most events of one chunk: `Stream.runFold` recurses once per element. */
const MAX_CHUNK = 2048

const emit = <E, In, InErr>(
  events: ReadonlyArray<SseEvent>,
  next: EventChannel<E, In, InErr>,
  from = 0
): EventChannel<E, In, InErr> => {
  if (from >= events.length) return next
  const to = from + MAX_CHUNK
  const chunk = from === 0 && to >= events.length ? events : events.slice(from, to)
  return Channel.flatMap(Channel.write(Chunk.unsafeFromArray(chunk)), () => emit(events, next, to))
}

const finite = (limit: Duration.DurationInput | undefined): number | undefined => {
  if (limit === undefined) return undefined
  const millis = Duration.toMillis(limit)
  return millis > 0 && Number.isFinite(millis) ? millis : undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface IterateOptions extends EventOptions {
  /** Closes the body and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** As in {@link DecodeOptions}, in milliseconds of real time. Rejects with a `StreamError` whose reason is `idle`. */
  readonly idleTimeout?: number | undefined
}

/**
 * Decodes a body that the caller holds, without Effect. Leaving the loop closes the body, whether by `break`, an error,
 * the terminal event or the signal. A body that ends before the terminal event rejects with a `StreamError` whose reason
 * is `cut`. The status and the content type of a `Response` are not checked. The result can be iterated once.
 *
 * @example
 * ```ts
 * import * as Sse from "@trilum/core/Sse"
 *
 * const response = await fetch("https://example.com/events")
 * for await (const event of Sse.iterate(response, { terminal: (event) => event.event === "done" })) {
 *   console.log(event.data)
 * }
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const iterate = (body: Body, options: IterateOptions = {}): AsyncIterable<SseEvent> => ({
  [Symbol.asyncIterator]: () => {
    const source = interruptible(open(body))
    const events = iterateSource(source, options)
    return {
      next: () => events.next(),
      return: () => {
        source.stop(LEFT)
        return events.return(undefined)
      }
    }
  }
})

type Body = ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Response

/** The reason of a read that was pending when the consumer left the loop. */
const LEFT = Symbol("left")

async function* iterateSource(
  source: InterruptibleSource,
  options: IterateOptions
): AsyncGenerator<SseEvent, undefined> {
  const { signal, terminal } = options
  const limit = finite(options.idleTimeout)
  const decoder = new Internal.Decoder(options)
  const onAbort = (): void => source.stop(signal?.reason)
  let timer: ReturnType<typeof setTimeout> | undefined
  signal?.addEventListener("abort", onAbort, { once: true })
  try {
    while (!decoder.ended) {
      signal?.throwIfAborted()
      if (limit !== undefined) timer ??= setTimeout(() => source.stop(idleError(limit)), limit)
      let failure: { readonly cause: unknown } | undefined
      const read = await source.read().catch((cause: unknown) => {
        failure = { cause }
        return END
      })
      if (read.done === true) decoder.end()
      else decoder.push(read.value)
      const events = decoder.take()
      if (events.length > 0) {
        clearTimeout(timer)
        timer = undefined
      }
      if (decoder.ended) await source.close()
      for (const event of events) {
        yield event
        signal?.throwIfAborted()
      }
      if (read.done !== true || decoder.ended) continue
      if (failure !== undefined) throw failure.cause
      if (terminal !== undefined) throw cutError()
      return
    }
  } catch (error) {
    if (error !== LEFT) throw error
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener("abort", onAbort)
    await source.close()
  }
}

type Read = IteratorResult<Uint8Array, unknown>

interface Source {
  readonly read: () => Promise<Read>
  readonly close: () => Promise<unknown>
}

const END: Read = { done: true, value: undefined }

const open = (body: Body): Source => {
  const stream = "bodyUsed" in body ? body.body : body
  if (stream === null) return { read: async () => END, close: async () => undefined }
  if ("getReader" in stream) {
    const reader: ReadableStreamDefaultReader<Uint8Array> = stream.getReader()
    return {
      read: async () => {
        const chunk = await reader.read()
        return chunk.done ? END : chunk
      },
      close: () => reader.cancel()
    }
  }
  const iterator = stream[Symbol.asyncIterator]()
  return { read: () => iterator.next(), close: async () => iterator.return?.() }
}

interface InterruptibleSource extends Source {
  /** Closes the source and rejects the pending read, or the next one, with `reason`. */
  readonly stop: (reason: unknown) => void
}

/** A source whose close neither waits for a pending read nor reports its own failure. */
const interruptible = (source: Source): InterruptibleSource => {
  let stopped: { readonly reason: unknown } | undefined
  let closing: Promise<unknown> | undefined
  let reject: ((reason: unknown) => void) | undefined

  const close = (): Promise<unknown> => {
    closing ??= source.close().catch(() => undefined)
    return stopped === undefined ? closing : Promise.resolve()
  }
  return {
    close,
    stop: (reason) => {
      if (stopped !== undefined) return
      stopped = { reason }
      reject?.(reason)
      void close()
    },
    read: () =>
      new Promise((resolve, fail) => {
        if (stopped !== undefined) return fail(stopped.reason)
        reject = fail
        source.read().then((chunk) => {
          reject = undefined
          resolve(chunk)
        }, fail)
      })
  }
}

const idleError = (milliseconds: number): StreamError =>
  new StreamError({
    platform: "sse",
    reason: "idle",
    message: `No event for ${milliseconds} ms. Reconnect, or use a longer idleTimeout.`
  })

const cutError = (): StreamError =>
  new StreamError({
    platform: "sse",
    reason: "cut",
    message: "The stream ended before its last event. Reconnect; events may be missing."
  })
