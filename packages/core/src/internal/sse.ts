/**
 * The decoder behind `Sse.ts`, and the idle limit that event and byte streams share.
 */
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import type { EventOptions, SseEvent } from "../Sse.js"

const LF = 10
const SPACE = 32
const COLON = 58

const BOM = "\uFEFF"

const digits = /^[0-9]+$/

/**
 * Decodes UTF-8 that is cut at any byte. Holding back the unfinished sequence keeps each call on the one-shot path of
 * `TextDecoder`, several times faster than its streaming one. Cutting before a lead byte never changes the result, for
 * invalid input neither.
 */
class Utf8 {
  private readonly decoder = new TextDecoder("utf-8", { ignoreBOM: true })
  private pending: Uint8Array | undefined = undefined

  decode(chunk: Uint8Array): string {
    let bytes = chunk
    if (this.pending !== undefined) {
      bytes = new Uint8Array(this.pending.length + chunk.length)
      bytes.set(this.pending)
      bytes.set(chunk, this.pending.length)
      this.pending = undefined
    }
    const end = completeLength(bytes)
    if (end < bytes.length) {
      this.pending = bytes.slice(end)
      bytes = bytes.subarray(0, end)
    }
    return bytes.length === 0 ? "" : this.decoder.decode(bytes)
  }

  end(): string {
    const { pending } = this
    this.pending = undefined
    return pending === undefined ? "" : this.decoder.decode(pending)
  }
}

/** Number of bytes before a sequence that the end of `bytes` leaves unfinished. */
const completeLength = (bytes: Uint8Array): number => {
  const length = bytes.length
  for (let back = 1; back <= 3 && back <= length; back++) {
    const byte = bytes[length - back] ?? 0
    if (byte < 0x80) return length
    if (byte >= 0xc0) {
      const needed = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2
      return needed > back ? length - back : length
    }
  }
  return length
}

/**
 * A push decoder from bytes to events. Every character is searched once: a line that spans chunks is collected as a rope
 * and is read only when its end arrives.
 */
export class Decoder {
  /** V8 drops the optimized code of a class with its last instance; decision 65 has the cost. */
  static readonly kept: Decoder = new Decoder({})

  /** Whether the terminal event was decoded. Everything after it is ignored. */
  ended = false

  private readonly options: EventOptions
  private readonly utf8 = new Utf8()
  private events: Array<SseEvent> = []
  private started = false
  /** The last chunk ended in CR, so an LF at the start of the next one belongs to the same line end. */
  private afterCr = false
  /** The start of a line whose end has not arrived. */
  private partial = ""
  private name = ""
  private data: string | undefined = undefined
  private id = ""
  private retry: number | undefined = undefined

  constructor(options: EventOptions) {
    this.options = options
  }

  push(bytes: Uint8Array): void {
    if (!this.ended) this.read(this.utf8.decode(bytes))
  }

  /** Ends the input. With `incomplete: "emit"`, this completes the last event. */
  end(): void {
    if (this.ended || this.options.incomplete !== "emit") return
    this.read(this.utf8.end())
    const last = this.partial
    this.partial = ""
    if (last !== "") this.line(last, 0, last.length)
    if (this.data !== undefined) this.dispatch()
  }

  /** Returns the events completed since the last call. */
  take(): ReadonlyArray<SseEvent> {
    const { events } = this
    if (events.length > 0) this.events = []
    return events
  }

  private read(chunk: string): void {
    let text = chunk
    if (text === "") return
    if (!this.started) {
      this.started = true
      if (text.startsWith(BOM)) text = text.slice(1)
    }
    let start = 0
    if (this.afterCr && text !== "") {
      this.afterCr = false
      if (text.charCodeAt(0) === LF) start = 1
    }
    let lf = text.indexOf("\n", start)
    let cr = text.indexOf("\r", start)
    while (lf !== -1 || cr !== -1) {
      const end = cr === -1 || (lf !== -1 && lf < cr) ? lf : cr
      if (this.partial === "") {
        this.line(text, start, end)
      } else {
        const whole = this.partial + text.slice(start, end)
        this.partial = ""
        this.line(whole, 0, whole.length)
      }
      if (this.ended) return
      start = end + 1
      if (end === cr) {
        if (start === text.length) this.afterCr = true
        else if (text.charCodeAt(start) === LF) start++
        cr = text.indexOf("\r", start)
      }
      if (lf !== -1 && lf < start) lf = text.charCodeAt(start) === LF ? start : text.indexOf("\n", start)
    }
    if (start < text.length) this.partial += start === 0 ? text : text.slice(start)
  }

  /** Reads the line `text[start..end)`, without its line end. */
  private line(text: string, start: number, end: number): void {
    if (start === end) return this.dispatch()
    if (isField(text, start, end, "data")) this.append(valueOf(text, start + 4, end))
    else if (isField(text, start, end, "event")) this.name = valueOf(text, start + 5, end)
    else if (isField(text, start, end, "id")) this.setId(valueOf(text, start + 2, end))
    else if (isField(text, start, end, "retry")) this.setRetry(valueOf(text, start + 5, end))
  }

  private setId(value: string): void {
    if (!value.includes("\0")) this.id = value
  }

  private setRetry(value: string): void {
    if (digits.test(value)) this.retry = Number(value)
  }

  private append(value: string): void {
    this.data = this.data === undefined ? value : `${this.data}\n${value}`
  }

  private dispatch(): void {
    const { data, name } = this
    const event = name === "" ? "message" : name
    this.name = ""
    this.data = undefined
    if (data !== undefined) {
      const complete = this.make(event, data)
      this.retry = undefined
      this.events.push(complete)
      if (this.options.terminal?.(complete) === true) this.ended = true
    } else if (name !== "" && this.options.terminal !== undefined) {
      // The standard drops an event without data. A terminal event is complete without.
      const complete = this.make(event, "")
      if (!this.options.terminal(complete)) return
      this.events.push(complete)
      this.ended = true
    }
  }

  private make(event: string, data: string): SseEvent {
    const { id, retry } = this
    if (retry !== undefined) return id === "" ? { event, data, retry } : { event, data, id, retry }
    return id === "" ? { event, data } : { event, data, id }
  }
}

/** Whether the line `text[start..end)` is a field of this name, with a colon or without a value. */
const isField = (text: string, start: number, end: number, name: string): boolean => {
  const colon = start + name.length
  if (colon > end || (colon < end && text.charCodeAt(colon) !== COLON)) return false
  for (let at = 0; at < name.length; at++) if (text.charCodeAt(start + at) !== name.charCodeAt(at)) return false
  return true
}

/** The value of the field whose colon is at `colon`: one space after the colon is not part of it. */
const valueOf = (text: string, colon: number, end: number): string =>
  text.slice(colon + 1 < end && text.charCodeAt(colon + 1) === SPACE ? colon + 2 : colon + 1, end)

/**
 * Fails a stream whose next chunk takes longer than `millis`. The time that the consumer takes between pulls does not
 * count. Costs two fibers a stream instead of one a pull: a pump that pulls on demand, and a watchdog on the Clock, which
 * sleeps at most `millis` and therefore wakes before a pull that began in the meantime is due.
 */
export const limitIdle = <A, E, R, E2>(
  self: Stream.Stream<A, E, R>,
  millis: number,
  onIdle: () => E2
): Stream.Stream<A, E | E2, R> =>
  Stream.fromPull(Effect.flatMap(Stream.toPull(self), (pull) => limitPulls(pull, millis, onIdle)))

const limitPulls = <A, E, R, E2>(
  pull: Effect.Effect<A, Option.Option<E>, R>,
  millis: number,
  onIdle: () => E2
): Effect.Effect<Effect.Effect<A, Option.Option<E | E2>>, never, R | Scope.Scope> =>
  Effect.gen(function* () {
    type Result = Exit.Exit<A, Option.Option<E | E2>>
    const clock = yield* Effect.clock
    let waiting: ((result: Result) => void) | undefined
    let since = 0
    let ready: Result | undefined
    let wakePump: (() => void) | undefined

    const answer = (result: Result): void => {
      const resume = waiting
      waiting = undefined
      if (resume === undefined) ready = result
      else resume(result)
    }

    const demand = Effect.async<void>((resume) => {
      if (waiting !== undefined) return resume(Effect.void)
      wakePump = () => resume(Effect.void)
    })

    const pump: Effect.Effect<void, never, R> = Effect.flatMap(demand, () =>
      Effect.flatMap(Effect.exit(pull), (exit) => {
        answer(exit)
        return Exit.isFailure(exit) ? Effect.void : pump
      })
    )

    const watchdog: Effect.Effect<void> = Effect.suspend(() => {
      const left = waiting === undefined ? millis : since + millis - clock.unsafeCurrentTimeMillis()
      if (left > 0) return Effect.zipRight(clock.sleep(Duration.millis(left)), watchdog)
      answer(Exit.fail(Option.some(onIdle())))
      return Effect.void
    })

    yield* Effect.forkScoped(pump)
    yield* Effect.forkScoped(watchdog)

    return Effect.async<A, Option.Option<E | E2>>((resume) => {
      if (ready !== undefined) {
        resume(ready)
        ready = undefined
        return
      }
      waiting = resume
      since = clock.unsafeCurrentTimeMillis()
      const wake = wakePump
      wakePump = undefined
      wake?.()
      return Effect.sync(() => {
        waiting = undefined
      })
    })
  })
