/**
 * Messages to the engine, with the reply as a whole or as a stream.
 *
 * @since 0.1.0
 */
import type { ResponseInfo } from "@trilum/core/ApiClient"
import type { ApiError } from "@trilum/core/ApiError"
import type * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as ChatEvent from "../ChatEvent.js"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/chat.js"

/**
 * A message: text, or text with its options.
 *
 * @since 0.1.0
 * @category models
 */
export type Input = string | Generated.ChatRequest

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "send" | "stream"> {
  /**
   * Sends a message and waits for the whole reply; its text is `reply`.
   *
   * `POST /api/v2/chat`. Retried only with an idempotency key.
   */
  readonly send: (input: Input, options?: RequestOptions) => Effect.Effect<Generated.ChatReply, ApiError>
  /**
   * Sends a message when the stream runs and emits the reply as it is written; `done` is the last event. A stream that
   * breaks before `done`, that is silent for `idleTimeout`, or in which the server sends an event `error`, fails with a
   * `StreamError` that has the text received so far. Closing the stream closes the connection.
   *
   * `POST /api/v2/chat/stream`. Not retried once the reply has begun.
   */
  readonly stream: (input: Input, options?: RequestOptions) => Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError>
  /** The text of {@link Service.stream} alone. */
  readonly streamText: (input: Input, options?: RequestOptions) => Stream.Stream<string, ChatEvent.ChatError>
  /** {@link Service.stream} collected to one reply, with the tools that were used. */
  readonly streamReply: (input: Input, options?: RequestOptions) => Effect.Effect<ChatEvent.Reply, ChatEvent.ChatError>
}

const requestOf = (input: Input): Generated.ChatRequest => (typeof input === "string" ? { message: input } : input)

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient): Service => {
  const stream: Service["stream"] = (input, options) =>
    Stream.suspend(() => {
      const { id, method, path } = Generated.streamChat
      let response: ResponseInfo | undefined
      const events = client.events(Generated.streamChat, [], requestOf(input), {
        ...options,
        terminal: ChatEvent.isLast,
        onResponse: (info) => {
          response = info
          options?.onResponse?.(info)
        }
      })
      return ChatEvent.fromEvents(events, () => ({
        operation: id,
        method,
        path,
        status: response?.status,
        requestId: response?.requestId,
        attempts: response?.attempts
      }))
    })
  return {
    ...Generated.make(client),
    send: (input, options) => client.request(Generated.sendChat, [], requestOf(input), options),
    stream,
    streamText: (input, options) => ChatEvent.textOnly(stream(input, options)),
    streamReply: (input, options) => ChatEvent.fold(stream(input, options))
  }
}
