/**
 * Messages to the engine, answered at once or as they are written.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import * as ChatEvent from "../ChatEvent.js"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/chat.js"

/**
 * A message: text alone, or with all that may go with it.
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
   * Sends a message and waits for the whole answer; its text is `reply`.
   *
   * `POST /api/v2/chat`. Not repeated unless it has an idempotency key.
   */
  readonly send: (input: Input, options?: RequestOptions) => Effect.Effect<Generated.ChatReply, ApiError>
  /**
   * Sends a message when the stream is run and brings the answer as it is written, `done` last. A stream that breaks
   * before `done`, or brings nothing for `idleTimeout`, fails with a `StreamError` that has the text so far. Closing the
   * stream closes the connection.
   *
   * `POST /api/v2/chat/stream`. Nothing is repeated once the answer has begun.
   */
  readonly stream: (input: Input, options?: RequestOptions) => Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError>
  /** The text of {@link Service.stream} alone. */
  readonly streamText: (input: Input, options?: RequestOptions) => Stream.Stream<string, ChatEvent.ChatError>
  /** {@link Service.stream} collected to one answer, with the tools that were used on the way. */
  readonly streamReply: (input: Input, options?: RequestOptions) => Effect.Effect<ChatEvent.Reply, ChatEvent.ChatError>
}

const requestOf = (input: Input): Generated.ChatRequest => (typeof input === "string" ? { message: input } : input)

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient): Service => {
  const stream: Service["stream"] = (input, options) =>
    ChatEvent.fromEvents(
      client.events(Generated.streamChat, [], requestOf(input), { ...options, terminal: ChatEvent.isLast })
    )
  return {
    ...Generated.make(client),
    send: (input, options) => client.request(Generated.sendChat, [], requestOf(input), options),
    stream,
    streamText: (input, options) => ChatEvent.textOnly(stream(input, options)),
    streamReply: (input, options) => ChatEvent.fold(stream(input, options))
  }
}
