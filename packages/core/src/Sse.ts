/**
 * Server-sent events: bytes to events as the WHATWG event stream format has it, and back.
 *
 * LF, CRLF and CR end a line, a byte order mark counts at the start only, UTF-8 may be cut at any byte, and a last
 * event without its blank line is dropped. Neither lines nor events have a limit of size.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 * @since 0.1.0
 */
import * as Cause from "effect/Cause"
import * as Channel from "effect/Channel"
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { ValidationError } from "./ApiError.js"
import * as Idle from "./internal/sseIdle.js"
import * as Iterate from "./internal/sseIterate.js"
import * as Parser from "./internal/sseParser.js"

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
  /** Milliseconds to wait before connecting again, when a `retry:` line came since the event before. */
  readonly retry?: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface DecodeOptions<E2> {
  /**
   * Longest wait for an event, the first one included. Comments do not end the wait, and the time the consumer takes
   * over an event does not count. Zero, infinite or absent: no limit.
   */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /**
   * Tells the last event. The stream ends after it even if the connection stays open. When `terminal` is given and
   * the bytes end without such an event, the stream fails with `onCut`.
   */
  readonly terminal?: ((event: SseEvent) => boolean) | undefined
  readonly onIdle: () => E2
  readonly onCut: () => E2
}

/**
 * Decodes bytes to events. The source is released as soon as the terminal event has arrived, before it is emitted.
 *
 * @since 0.1.0
 * @category combinators
 */
export const decode =
  <E2>(options: DecodeOptions<E2>) =>
  <E, R>(self: Stream.Stream<Uint8Array, E, R>): Stream.Stream<SseEvent, E | E2, R> =>
    Stream.unwrapScoped(
      Effect.gen(function* () {
        const scope = yield* Effect.scope
        const source = yield* Scope.fork(scope, scope.strategy)
        const bytes = yield* Scope.extend(Stream.toPull(self), source)
        const parser = Parser.make(options.terminal)

        let chunks: ReadonlyArray<Uint8Array> = []
        let index = 0
        let offset = 0

        const advance = (): ReadonlyArray<SseEvent> => {
          let budget = MAX_BYTES_A_STEP
          while (index < chunks.length && budget > 0) {
            const chunk = chunks[index] ?? EMPTY
            const piece = chunk.subarray(offset, offset + budget)
            parser.push(piece)
            budget -= piece.length
            offset += piece.length
            if (offset >= chunk.length) {
              index++
              offset = 0
            }
          }
          return parser.take()
        }

        const read: Effect.Effect<ReadonlyArray<SseEvent>, Option.Option<E>, R> = Effect.suspend(() => {
          while (index < chunks.length) {
            const events = advance()
            if (events.length > 0) return Effect.succeed(events)
          }
          return Effect.flatMap(bytes, (next) => {
            chunks = Chunk.toReadonlyArray(next)
            index = 0
            return read
          })
        })
        const idle = options.idleTimeout === undefined ? 0 : Duration.toMillis(options.idleTimeout)
        const limited: Effect.Effect<ReadonlyArray<SseEvent>, Option.Option<E | E2>, R> = idle > 0 &&
        Number.isFinite(idle)
          ? yield* Scope.extend(Idle.limit(read, idle, options.onIdle), source)
          : read

        const next = Effect.matchCauseEffect(limited, {
          onSuccess: (events) =>
            parser.ended() ? Effect.as(Scope.close(source, Exit.void), events) : Effect.succeed(events),
          onFailure: (cause) => {
            const failure = Cause.failureOrCause(cause)
            if (Either.isRight(failure)) return Effect.failCause(failure.right)
            if (Option.isSome(failure.left)) return Effect.fail(failure.left.value)
            return options.terminal === undefined ? Effect.succeed(END) : Effect.fail(options.onCut())
          }
        })
        const emit: Channel.Channel<
          Chunk.Chunk<SseEvent>,
          unknown,
          E | E2,
          unknown,
          void,
          unknown,
          R
        > = Channel.flatMap(Channel.fromEffect(next), (events) => {
          if (events === END) return Channel.void
          const written = Channel.write(Chunk.unsafeFromArray(events))
          return parser.ended() ? written : Channel.flatMap(written, () => emit)
        })
        return Stream.fromChannel(emit)
      })
    )

/**
 * @since 0.1.0
 * @category models
 */
export interface IterateOptions {
  /** Closes the body and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** As in {@link DecodeOptions}, in milliseconds of real time; rejects with a `StreamError` whose reason is `idle`. */
  readonly idleTimeout?: number | undefined
  /** As in {@link DecodeOptions}; a body that ends without it rejects with a `StreamError` whose reason is `cut`. */
  readonly terminal?: ((event: SseEvent) => boolean) | undefined
}

/**
 * Decodes a body that the caller holds, without Effect. Leaving the loop, by `break`, an error, the terminal event or
 * the signal, closes the body. Neither status nor content type of a `Response` are looked at. The result can be
 * iterated once.
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
export const iterate = (
  body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Response,
  options: IterateOptions = {}
): AsyncIterable<SseEvent> => Iterate.iterate(body, options)

/**
 * What {@link encode} writes.
 *
 * @since 0.1.0
 * @category models
 */
export interface EncodeInput {
  readonly event?: string | undefined
  readonly data: string
  /** `""` makes clients forget the id in effect. */
  readonly id?: string | undefined
  /** Milliseconds, a whole number. */
  readonly retry?: number | undefined
}

/**
 * Writes one event, its blank line included. Line ends in `data` (LF, CRLF or CR) start another `data:` line, so
 * clients read each of them as LF.
 *
 * Throws a `ValidationError`, before anything is written, for what the format cannot carry: a line end in `event` or
 * `id`, NUL in `id`, a `retry` that is not a whole number of milliseconds.
 *
 * @since 0.1.0
 * @category encoding
 */
export const encode = (event: EncodeInput): string => {
  let text = ""
  if (event.event !== undefined && event.event !== "") text += `event: ${oneLine("event", event.event)}\n`
  if (event.id !== undefined) text += event.id === "" ? "id:\n" : `id: ${oneLine("id", event.id)}\n`
  if (event.retry !== undefined) {
    if (!Number.isSafeInteger(event.retry) || event.retry < 0) {
      throw refuse(`retry is ${event.retry}: give a whole number of milliseconds, 0 or more`)
    }
    text += `retry: ${event.retry}\n`
  }
  for (const line of event.data.split(LINE_END)) text += `data: ${line}\n`
  return `${text}\n`
}

/**
 * Writes a comment: keeps a connection open without an event. Must not stand inside an event.
 *
 * @since 0.1.0
 * @category encoding
 */
export const comment = (text: string): string =>
  `${text
    .split(LINE_END)
    .map((line) => `: ${line}\n`)
    .join("")}\n`

const EMPTY = new Uint8Array()
const END: ReadonlyArray<SseEvent> = []

/** Keeps the events of one step few, whatever the size of the chunks: `Stream.runFold` recurses once per element. */
const MAX_BYTES_A_STEP = 16_384

const LINE_END = /\r\n|\r|\n/

const oneLine = (field: string, value: string): string => {
  if (/[\r\n]/.test(value)) throw refuse(`${field} contains a line end: only data may have several lines`)
  if (field === "id" && value.includes("\0")) throw refuse("id contains NUL: clients ignore such an id")
  return value
}

const refuse = (message: string): ValidationError =>
  new ValidationError({ platform: "sse", code: "INVALID_EVENT", message: `Cannot write this event: ${message}.` })
