/**
 * Chat messages, with the reply as a whole or as a stream.
 *
 * @since 0.1.0
 */
import type { ResponseInfo } from "@trilum/core/ApiClient"
import type { ApiError } from "@trilum/core/ApiError"
import * as GenAi from "@trilum/core/GenAi"
import * as Resource from "@trilum/core/Resource"
import * as Chunk from "effect/Chunk"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Stream from "effect/Stream"
import * as ChatEvent from "../ChatEvent.js"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/chat.js"

/**
 * A message: text, or an object with text and options.
 *
 * @since 0.1.0
 * @category models
 */
export type Input = string | Generated.ChatRequest

const requestOf = (input: Input): Generated.ChatRequest => (typeof input === "string" ? { message: input } : input)

/**
 * @since 0.1.0
 * @category resources
 */
export const chat = /* @__PURE__ */ Resource.extend(Generated.resource, (client: ApiClient) => ({
  /**
   * Sends a message and waits for the complete reply. Its text is `reply`.
   *
   * `POST /api/v2/chat`. Retried only with an idempotency key.
   */
  send: (input: Input, options?: RequestOptions): Effect.Effect<Generated.ChatReply, ApiError> =>
    GenAi.track(operationOf(input), (record) =>
      Effect.tap(client.request(Generated.sendChat, [], requestOf(input), options), (reply) =>
        record({ usage: GenAi.usageOf(reply) })
      )
    ),
  /**
   * Sends a message when the stream is run, and emits the reply as it is generated. The last event is `done`. Fails
   * with `StreamError`, which has the text received so far, when the stream is cut before `done`, is silent for
   * `idleTimeout` or has an event `error`. Closing the stream closes the connection.
   *
   * `POST /api/v2/chat/stream`. Not retried after the first byte of the reply.
   */
  stream: (input: Input, options?: RequestOptions): Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError> =>
    events(client, input, options),
  /** Like `stream`, but emits only the text. */
  streamText: (input: Input, options?: RequestOptions): Stream.Stream<string, ChatEvent.ChatError> =>
    ChatEvent.textOnly(events(client, input, options)),
  /** Collects `stream` into one reply, including tool uses. */
  streamReply: (input: Input, options?: RequestOptions): Effect.Effect<ChatEvent.Reply, ChatEvent.ChatError> =>
    ChatEvent.fold(events(client, input, options))
}))

/** The names of a chat in spans and metrics. */
const operationOf = (input: Input): GenAi.Operation => {
  // Input of another type is reported by the call.
  const { channelId, model, personality }: Partial<Generated.ChatRequest> = requestOf(input) ?? {}
  return { name: "chat", provider: "lvng", model, agent: personality, conversation: channelId }
}

const ignore = (): void => {}

const events = (
  client: ApiClient,
  input: Input,
  options: RequestOptions | undefined
): Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError> =>
  GenAi.trackStream(operationOf(input), (record) => {
    const { id, method, path } = Generated.streamChat
    let response: ResponseInfo | undefined
    const sent = client.events(Generated.streamChat, [], requestOf(input), {
      ...options,
      terminal: ChatEvent.isLast,
      // One that is no function stays, so that the call says so.
      onResponse:
        typeof (options?.onResponse ?? ignore) === "function"
          ? (info) => {
              response = info
              options?.onResponse?.(info)
            }
          : options?.onResponse
    })
    const received = ChatEvent.fromEvents(sent, () => ({
      operation: id,
      method,
      path,
      status: response?.status,
      requestId: response?.requestId,
      attempts: response?.attempts
    }))
    // The last event of the last chunk, so that no event costs more.
    return Stream.mapChunks(received, (chunk) => {
      const last = Option.getOrUndefined(Chunk.last(chunk))
      if (last?._tag === "done") record({ usage: GenAi.usageOf(last.data) })
      return chunk
    })
  })

/**
 * `chat.stream` under its name in the SDKs of the platform.
 *
 * @since 0.1.0
 * @category resources
 */
export const streamChat = /* @__PURE__ */ Resource.make(
  "streamChat",
  (client: ApiClient) =>
    (input: Input, options?: RequestOptions): Stream.Stream<ChatEvent.ChatEvent, ChatEvent.ChatError> =>
      events(client, input, options)
)
