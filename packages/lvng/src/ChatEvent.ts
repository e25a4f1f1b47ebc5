/**
 * The events of a chat stream, and functions that read and combine them.
 *
 * @since 0.1.0
 */
import { type ApiError, type Details, StreamError } from "@trilum/core/ApiError"
import { redactor } from "@trilum/core/Redaction"
import * as Sse from "@trilum/core/Sse"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { ChatStreamError } from "./LvngError.js"

/**
 * An event, named as in the API. `data` is parsed JSON, or text if it is not JSON.
 *
 * - `text_delta`: `delta` is the text to append, or `""` if the event has none; `data` is set only if it has more
 *   fields
 * - `tool_use`: an action of the engine; its fields are not documented
 * - `done`: the last event of every complete stream
 * - `unknown`: any other event, with its name
 *
 * A server event `error` is not emitted. The stream fails with its message.
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
  /** Set only if the data is not exactly `{"delta": "..."}`. */
  readonly data?: unknown
  /** The current event id, if the server sends ids. */
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
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A delta without escape sequences. */
const plain = /^\{"delta":"[^"\\\p{Cc}]*"\}$/u

const textDelta = (text: string): TextDelta => {
  // Fast path: nearly all deltas have this form, and parsing them would take longer than all other processing.
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
 * Whether an event is the last one of its stream: `done` or `error`.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isLast = (event: Sse.SseEvent): boolean => event.event === "done" || event.event === "error"

/** The details of the call that a stream belongs to, as far as they are known. */
type Facts = Partial<Omit<Details, "message" | "platform">>

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

const textIn = (data: unknown, name: string): string | undefined => {
  const value: unknown = typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined
  return typeof value === "string" && value !== "" ? value : undefined
}

const objectIn = (data: unknown, name: string): unknown =>
  typeof data === "object" && data !== null ? Reflect.get(data, name) : undefined

/** The error of a server event `error`, with the message of the server. */
const failed = (event: Sse.SseEvent, partialText: string, facts: Facts): ChatStreamError => {
  const body = redactor.value(parse(event.data))
  const error = objectIn(body, "error")
  const said =
    textIn(body, "message") ??
    textIn(error, "message") ??
    textIn(body, "error") ??
    textIn(body, "detail") ??
    (typeof body === "string" && body !== "" ? body : undefined)
  const where = facts.method === undefined ? "" : `${facts.method} ${facts.path}: `
  return new ChatStreamError({
    ...facts,
    platform: "lvng",
    reason: "failed",
    message: `${where}${said ?? "the server ended the stream with an error"}`,
    serverMessage: said,
    code: textIn(body, "code") ?? textIn(error, "code"),
    body: body === "" ? undefined : body,
    partialText
  })
}

/**
 * Reads server-sent events as chat events. A stream that is cut or has an event `error` fails with the text received so
 * far. `facts` are the details of the call in this error.
 *
 * @since 0.1.0
 * @category conversions
 */
export const fromEvents = (
  events: Stream.Stream<Sse.SseEvent, ApiError | StreamError>,
  facts: () => Facts = () => ({})
): Stream.Stream<ChatEvent, ChatError> =>
  Stream.suspend(() => {
    let text = ""
    let error: Sse.SseEvent | undefined
    const chats = Stream.mapChunks(events, (chunk) => {
      const deltas: Array<string> = []
      const out: Array<ChatEvent> = []
      for (const event of Chunk.toReadonlyArray(chunk)) {
        if (event.event === "error") {
          error = event
          break
        }
        const chat = fromSse(event)
        if (chat._tag === "text_delta") deltas.push(chat.delta)
        out.push(chat)
      }
      // One string for each chunk, because tens of thousands of small strings slow down garbage collection.
      text += deltas.join("")
      return Chunk.unsafeFromArray(out)
    })
    const end = Stream.suspend(() => (error === undefined ? Stream.empty : Stream.fail(failed(error, text, facts()))))
    return Stream.concat(
      Stream.mapError(chats, (failure) => (failure instanceof StreamError ? partial(failure, text) : failure)),
      end
    )
  })

/**
 * Emits only the text.
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
 * A complete stream, combined into one reply.
 *
 * @since 0.1.0
 * @category models
 */
export interface Reply {
  /** All text. The name is that of the response of `chat.send`. */
  readonly reply: string
  /** `data` of each `tool_use`, in order. */
  readonly toolUses: ReadonlyArray<unknown>
  /** `data` of `done`. */
  readonly done: unknown
}

/**
 * Collects a stream into one reply.
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
  /** Maximum time between two events, in milliseconds. Default: none. */
  readonly idleTimeout?: number | undefined
}

/**
 * Reads a streaming response without Effect: a `Response`, a Web `ReadableStream` or another source of bytes. Ends
 * after `done`. Rejects with {@link ChatStreamError} when the body ends before `done` or contains an event `error`.
 * Leaving the loop closes the body. Does not check status and content type of a `Response`. The result can be iterated
 * once.
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
        if (next.value.event === "error") throw failed(next.value, text, {})
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
 * Errors of a chat stream.
 *
 * @since 0.1.0
 * @category errors
 */
export type ChatError = ApiError | ChatStreamError
