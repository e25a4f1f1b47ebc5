/**
 * What a chat stream brings, and what to make of it.
 *
 * @since 0.1.0
 */
import { type ApiError, StreamError } from "@trilum/core/ApiError"
import * as Sse from "@trilum/core/Sse"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { ChatStreamError } from "./LvngError.js"

/**
 * One event, named as on the wire. `data` is parsed where it is JSON, else the text itself.
 *
 * - `text_delta`: `delta` is the text to append, `""` when the event has none; `data` only when there is more to it
 * - `tool_use`: what the engine does; its fields are not documented
 * - `done`: the end of every complete stream
 * - `unknown`: any other event, by its own name
 *
 * @since 0.1.0
 * @category models
 */
export type ChatEvent = TextDelta | ToolUse | Done | Unknown

/**
 * @since 0.1.0
 * @category models
 */
export interface TextDelta {
  readonly _tag: "text_delta"
  readonly delta: string
  /** Of an event whose data is anything but `{"delta": "..."}`. */
  readonly data?: unknown
  /** The last event id in effect, where the server sends ids. */
  readonly id?: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ToolUse {
  readonly _tag: "tool_use"
  readonly data: unknown
  readonly id?: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Done {
  readonly _tag: "done"
  readonly data: unknown
  readonly id?: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Unknown {
  readonly _tag: "unknown"
  readonly event: string
  readonly data: unknown
  readonly id?: string
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

/** Strings of JSON in which nothing is escaped. */
const plain = /^\{"delta":"[^"\\\p{Cc}]*"\}$/u

const textDelta = (text: string): TextDelta => {
  // Nearly every delta comes like this, and parsing all of them would take longer than all else that is done with them.
  if (plain.test(text)) return { _tag: "text_delta", delta: text.slice(10, -2) }
  const data = parse(text)
  if (typeof data !== "object" || data === null || !("delta" in data)) return { _tag: "text_delta", delta: "", data }
  const { delta } = data
  if (typeof delta !== "string") return { _tag: "text_delta", delta: "", data }
  return Object.keys(data).length === 1 ? { _tag: "text_delta", delta } : { _tag: "text_delta", delta, data }
}

/**
 * @since 0.1.0
 * @category conversions
 */
export const fromSse = (event: Sse.SseEvent): ChatEvent => {
  const chat = withoutId(event)
  return event.id === undefined ? chat : { ...chat, id: event.id }
}

const withoutId = (event: Sse.SseEvent): ChatEvent => {
  switch (event.event) {
    case "text_delta":
      return textDelta(event.data)
    case "tool_use":
      return { _tag: "tool_use", data: parse(event.data) }
    case "done":
      return { _tag: "done", data: parse(event.data) }
    default:
      return { _tag: "unknown", event: event.event, data: parse(event.data) }
  }
}

/**
 * Whether an event is the last one of its stream.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isLast = (event: Sse.SseEvent): boolean => event.event === "done"

const partial = (failure: StreamError, partialText: string): ChatStreamError =>
  new ChatStreamError({
    message: failure.message,
    platform: "lvng",
    operation: failure.operation,
    method: failure.method,
    path: failure.path,
    status: failure.status,
    code: failure.code,
    requestId: failure.requestId,
    attempts: failure.attempts,
    elapsed: failure.elapsed,
    cause: failure.cause,
    reason: failure.reason,
    partialText
  })

/**
 * Reads events as those of a chat; a stream that breaks fails with the text so far.
 *
 * @since 0.1.0
 * @category conversions
 */
export const fromEvents = (
  events: Stream.Stream<Sse.SseEvent, ApiError | StreamError>
): Stream.Stream<ChatEvent, ChatError> =>
  Stream.suspend(() => {
    let text = ""
    const chats = Stream.mapChunks(events, (chunk) => {
      const deltas: Array<string> = []
      const out = Chunk.toReadonlyArray(chunk).map((event) => {
        const chat = fromSse(event)
        if (chat._tag === "text_delta") deltas.push(chat.delta)
        return chat
      })
      // Joined chunk by chunk: fifty thousand pieces held one by one would keep the collector busy.
      text += deltas.join("")
      return Chunk.unsafeFromArray(out)
    })
    return Stream.mapError(chats, (failure) => (failure instanceof StreamError ? partial(failure, text) : failure))
  })

/**
 * The text alone, piece by piece.
 *
 * @since 0.1.0
 * @category combinators
 */
export const textOnly = <E, R>(self: Stream.Stream<ChatEvent, E, R>): Stream.Stream<string, E, R> =>
  Stream.mapChunks(self, (chunk) => {
    const out: Array<string> = []
    for (const event of Chunk.toReadonlyArray(chunk)) {
      if (event._tag === "text_delta" && event.delta !== "") out.push(event.delta)
    }
    return Chunk.unsafeFromArray(out)
  })

/**
 * A whole stream as one answer.
 *
 * @since 0.1.0
 * @category models
 */
export interface Reply {
  /** All text, named as in the answer of `chat.send`. */
  readonly reply: string
  /** `data` of each `tool_use`, in order. */
  readonly toolUses: ReadonlyArray<unknown>
  /** `data` of `done`. */
  readonly done: unknown
}

/**
 * Collects a stream to its end.
 *
 * @since 0.1.0
 * @category combinators
 */
export const fold = <E, R>(self: Stream.Stream<ChatEvent, E, R>): Effect.Effect<Reply, E, R> =>
  Effect.suspend(() => {
    let reply = ""
    let done: unknown
    const toolUses: Array<unknown> = []
    const collect = Stream.runForEachChunk(self, (chunk) =>
      Effect.sync(() => {
        for (const event of Chunk.toReadonlyArray(chunk)) {
          if (event._tag === "text_delta") reply += event.delta
          else if (event._tag === "tool_use") toolUses.push(event.data)
          else if (event._tag === "done") done = event.data
        }
      })
    )
    return Effect.map(collect, () => ({ reply, toolUses, done }))
  })

/**
 * @since 0.1.0
 * @category models
 */
export interface IterateOptions {
  /** Closes the body and rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined
  /** Longest wait for an event, in milliseconds. Default: none. */
  readonly idleTimeout?: number | undefined
}

/**
 * Reads a streaming answer that the caller holds, without Effect: a `Response`, a Web `ReadableStream`, or any other
 * source of bytes. Ends after `done`; rejects with a {@link ChatStreamError} when the body ends before it. Leaving the
 * loop closes the body. Neither status nor content type of a `Response` are looked at. The result can be iterated once.
 *
 * @example
 * ```ts
 * import * as ChatEvent from "@trilum/lvng/ChatEvent"
 *
 * const response = await fetch("https://example.com/chat", { method: "POST" })
 * for await (const event of ChatEvent.iterateSse(response)) {
 *   if (event._tag === "text_delta") console.log(event.delta)
 * }
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const iterateSse = (
  body: ReadableStream<Uint8Array> | AsyncIterable<Uint8Array> | Response,
  options: IterateOptions = {}
): AsyncIterable<ChatEvent> => ({
  [Symbol.asyncIterator]: () => {
    const events = Sse.iterate(body, { ...options, terminal: isLast })[Symbol.asyncIterator]()
    let text = ""
    return {
      next: async () => {
        const next = await events.next().catch((failure: unknown) => {
          throw failure instanceof StreamError ? partial(failure, text) : failure
        })
        if (next.done === true) return { done: true, value: undefined }
        const chat = fromSse(next.value)
        if (chat._tag === "text_delta") text += chat.delta
        return { done: false, value: chat }
      },
      return: async () => {
        await events.return?.()
        return { done: true, value: undefined }
      }
    }
  }
})

/**
 * What a chat stream can fail with.
 *
 * @since 0.1.0
 * @category errors
 */
export type ChatError = ApiError | ChatStreamError
