/**
 * Server-sent events: bytes to events as the WHATWG event stream format has it, and back.
 *
 * LF, CRLF and CR end a line, a byte order mark counts at the start only, UTF-8 may be cut at any byte, and a last
 * event without its blank line is dropped. Neither lines nor events have a limit of size.
 *
 * @see https://html.spec.whatwg.org/multipage/server-sent-events.html#parsing-an-event-stream
 * @since 0.1.0
 */
import * as Chunk from "effect/Chunk"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { StreamError, ValidationError } from "./ApiError.js"
import * as Idle from "./internal/sseIdle.js"
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
   * Longest wait for an event, the first one included; comments do not end the wait, and the time the consumer takes
   * for an event does not count. Zero, infinite or absent: no limit.
   */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /**
   * Tells the last event. The stream ends after it even if the connection stays open; when `terminal` is given and
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
    Stream.fromPull(
      Effect.gen(function*() {
        const scope = yield* Effect.scope
        const source = yield* Scope.fork(scope, scope.strategy)
        const bytes = yield* Scope.extend(Stream.toPull(self), source)
        const collector = collect(options.terminal)

        const events: Effect.Effect<Chunk.Chunk<SseEvent>, Option.Option<E | E2>, R> = Effect.matchCauseEffect
        const idle = options.idleTimeout === undefined ? 0 : Duration.toMillis(options.idleTimeout)
        return idle > 0 && Number.isFinite(idle)
          ? yield* Scope.extend(Idle.limit(events, idle, options.onIdle), source)
          : events
      })
    )
