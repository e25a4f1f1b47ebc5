/**
 * The resource `chat` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError, StreamError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type { SseEvent } from "@trilum/core/Sse"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * File reference; the server extracts its text into the message context.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatAttachment {
  readonly id?: string | undefined
  readonly name?: string | undefined
  /** Bytes. */
  readonly size?: number | undefined
  /** MIME type. */
  readonly type?: string | undefined
  /** Format: uri. */
  readonly url?: string | undefined
}

/**
 * Inline picture for vision models.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatImage {
  readonly base64: string
  readonly mediaType: string
  readonly filename?: string | undefined
}

/**
 * Reply of the synchronous call. Only reply is established; keep every other field.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatReply {
  /** Text of the assistant. */
  readonly reply?: string | null
}

/**
 * Body of both chat calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatRequest {
  /** User text. */
  readonly message: string
  readonly attachments?: ReadonlyArray<ChatAttachment> | undefined
  /** Channel that scopes history. Format: uuid. */
  readonly channelId?: string | undefined
  /** Extra context handed to the engine. */
  readonly context?: { readonly [key: string]: unknown } | undefined
  /** Adds tool-call traces to the reply. Default: `false`. */
  readonly debug?: boolean | undefined
  readonly images?: ReadonlyArray<ChatImage> | undefined
  /** Routing hint; research switches web search on. Default: `"chat"`. */
  readonly messageType?: "chat" | "research" | "image" | "video" | undefined
  /** Model override. */
  readonly model?: string | undefined
  /** Forces one twin or agent persona; otherwise routing decides. */
  readonly personality?: string | undefined
  /** Where the message comes from. Default: `"api"`. */
  readonly platform?: string | undefined
  /** Reserved; use the stream endpoint instead. Default: `false`. */
  readonly streaming?: boolean | undefined
  /** Turns web search and scraping on for this call. Default: `false`. */
  readonly useFirecrawl?: boolean | undefined
  /** User for context and for the per-user limit. */
  readonly userId?: string | undefined
  readonly [key: string]: unknown
}

/**
 * data of event done, which ends the stream. May be empty.
 *
 * @since 0.1.0
 * @category models
 */
export type ChatStreamDone = { readonly [key: string]: unknown }

/**
 * One parsed server-sent event of the chat stream; the event name decides which branch applies.
 *
 * @since 0.1.0
 * @category models
 */
export type ChatStreamEvent =
  | ChatStreamEventTextDelta
  | ChatStreamEventToolUse
  | ChatStreamEventDone
  | ChatStreamEventOption4

/**
 * @since 0.1.0
 * @category models
 */
export interface ChatStreamEventDone {
  readonly event: "done"
  readonly data?: ChatStreamDone | null
}

/**
 * Any other event; pass through.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatStreamEventOption4 {
  readonly event: string
  readonly data?: unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ChatStreamEventTextDelta {
  readonly event: "text_delta"
  readonly data?: ChatStreamTextDelta | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ChatStreamEventToolUse {
  readonly event: "tool_use"
  readonly data?: ChatStreamToolUse | null
}

/**
 * data of event text_delta. Readers treat a missing delta as an empty string.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChatStreamTextDelta {
  /** Text to append. */
  readonly delta?: string | null
}

/**
 * data of event tool_use. Fields are not described anywhere; pass through.
 *
 * @since 0.1.0
 * @category models
 */
export type ChatStreamToolUse = { readonly [key: string]: unknown }

/**
 * Parameters of {@link sendChatV1}.
 *
 * @since 0.1.0
 * @category models
 */
export type ChatSendV1Params = ChatRequest

/**
 * Parameters of {@link sendChat}.
 *
 * @since 0.1.0
 * @category models
 */
export type ChatSendParams = ChatRequest

/**
 * Parameters of {@link streamChat}.
 *
 * @since 0.1.0
 * @category models
 */
export type ChatStreamParams = ChatRequest

/**
 * Schema of {@link ChatReply}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatReplySchema: R.ResponseSchema<ChatReply> = /*#__PURE__*/ R.struct<ChatReply>(() => ({
  reply: R.optional(R.string)
}))

/**
 * Schema of {@link ChatStreamDone}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamDoneSchema: R.ResponseSchema<ChatStreamDone> = R.object

/**
 * Schema of {@link ChatStreamEvent}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamEventSchema: R.ResponseSchema<ChatStreamEvent> = /*#__PURE__*/ R.lazy(() =>
  R.union<ChatStreamEventTextDelta | ChatStreamEventToolUse | ChatStreamEventDone | ChatStreamEventOption4>([
    ChatStreamEventTextDeltaSchema,
    ChatStreamEventToolUseSchema,
    ChatStreamEventDoneSchema,
    ChatStreamEventOption4Schema
  ])
)

/**
 * Schema of {@link ChatStreamEventDone}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamEventDoneSchema: R.ResponseSchema<ChatStreamEventDone> =
  /*#__PURE__*/ R.struct<ChatStreamEventDone>(() => ({
    event: R.literal("done"),
    data: R.optional(ChatStreamDoneSchema)
  }))

/**
 * Schema of {@link ChatStreamEventOption4}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamEventOption4Schema: R.ResponseSchema<ChatStreamEventOption4> =
  /*#__PURE__*/ R.struct<ChatStreamEventOption4>(() => ({
    event: R.string,
    data: R.optional(R.unknown)
  }))

/**
 * Schema of {@link ChatStreamEventTextDelta}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamEventTextDeltaSchema: R.ResponseSchema<ChatStreamEventTextDelta> =
  /*#__PURE__*/ R.struct<ChatStreamEventTextDelta>(() => ({
    event: R.literal("text_delta"),
    data: R.optional(ChatStreamTextDeltaSchema)
  }))

/**
 * Schema of {@link ChatStreamEventToolUse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamEventToolUseSchema: R.ResponseSchema<ChatStreamEventToolUse> =
  /*#__PURE__*/ R.struct<ChatStreamEventToolUse>(() => ({
    event: R.literal("tool_use"),
    data: R.optional(ChatStreamToolUseSchema)
  }))

/**
 * Schema of {@link ChatStreamTextDelta}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamTextDeltaSchema: R.ResponseSchema<ChatStreamTextDelta> =
  /*#__PURE__*/ R.struct<ChatStreamTextDelta>(() => ({
    delta: R.optional(R.string)
  }))

/**
 * Schema of {@link ChatStreamToolUse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChatStreamToolUseSchema: R.ResponseSchema<ChatStreamToolUse> = R.object

/**
 * POST `/api/v1/chat`
 *
 * @deprecated
 * @since 0.1.0
 * @category operations
 */
export const sendChatV1: Operation<ChatReply, false> = {
  id: "sendChatV1",
  platform: "lvng",
  resource: "chat",
  name: "sendV1",
  method: "POST",
  path: "/api/v1/chat",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ChatReplySchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "execute" },
  deprecated: true
}

/**
 * POST `/api/v2/chat`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendChat: Operation<ChatReply, false> = {
  id: "sendChat",
  platform: "lvng",
  resource: "chat",
  name: "send",
  method: "POST",
  path: "/api/v2/chat",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ChatReplySchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "execute" }
}

/**
 * POST `/api/v2/chat/stream`
 *
 * @since 0.1.0
 * @category operations
 */
export const streamChat: Operation<void, false> = {
  id: "streamChat",
  platform: "lvng",
  resource: "chat",
  name: "stream",
  method: "POST",
  path: "/api/v2/chat/stream",
  body: "json",
  bodyRequired: true,
  response: "events",
  success: R.none,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "execute" }
}

/**
 * Send a message to the engine, at once or as an event stream.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Older path of the synchronous chat call.
   *
   * The same as sendChat under its older path (deprecated).
   *
   * `POST /api/v1/chat`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per ip, 30/60s per user.
   *
   * @deprecated
   */
  readonly sendV1: (params: ChatSendV1Params, options?: RequestOptions) => Effect.Effect<ChatReply, ApiError>
  /**
   * Send a message and wait for the whole answer.
   *
   * Runs the message through the engine. Persona routing, files, pictures and the messageType hint are optional.
   *
   * `POST /api/v2/chat`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per ip, 30/60s per user.
   */
  readonly send: (params: ChatSendParams, options?: RequestOptions) => Effect.Effect<ChatReply, ApiError>
  /**
   * Send a message and receive the answer as server-sent events.
   *
   * Text arrives in text_delta events, tool activity in tool_use events, and done closes the stream.
   *
   * Events as they arrive; `options.terminal` tells the last one.
   *
   * Data of the events: {@link ChatStreamEvent}.
   *
   * `POST /api/v2/chat/stream`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per ip, 30/60s per user.
   */
  readonly stream: (
    params: ChatStreamParams,
    options?: RequestOptions & { readonly terminal?: ((event: SseEvent) => boolean) | undefined }
  ) => Stream.Stream<SseEvent, ApiError | StreamError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "chat",
  (client: ApiClient): Service => ({
    sendV1: (params, options) => client.request(sendChatV1, [], params, options),
    send: (params, options) => client.request(sendChat, [], params, options),
    stream: (params, options) => client.events(streamChat, [], params, options)
  })
)
