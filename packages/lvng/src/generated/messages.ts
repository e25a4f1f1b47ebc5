/**
 * The resource `messages` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { FileInput } from "@trilum/core/FileInput"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * A message in a channel.
 *
 * @since 0.1.0
 * @category models
 */
export interface Message {
  readonly id: string
  readonly channel_id: string
  readonly attachments?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
  /** Markdown is allowed. */
  readonly content?: string | null
  /** Default: `"text"`. */
  readonly content_type?: string | null
  readonly created_at?: Date | null
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  /** Set on thread replies. */
  readonly parent_message_id?: string | null
  readonly updated_at?: Date | null
  readonly user_id?: string | null
}

/**
 * A message in a channel.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagePartial {
  readonly id?: string | null
  readonly channel_id?: string | null
  readonly attachments?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
  /** Markdown is allowed. */
  readonly content?: string | null
  /** Default: `"text"`. */
  readonly content_type?: string | null
  readonly created_at?: Date | null
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  /** Set on thread replies. */
  readonly parent_message_id?: string | null
  readonly updated_at?: Date | null
  readonly user_id?: string | null
}

/**
 * New message.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessageCreate {
  /** Target channel. */
  readonly channel_id: string
  /** Text, Markdown allowed. */
  readonly content: string
  /** Twin that speaks. */
  readonly ai_twin_id?: string | undefined
  readonly attachments?: ReadonlyArray<{ readonly [key: string]: unknown }> | undefined
  /** Default: `"text"`. */
  readonly content_type?: string | undefined
  readonly conversation_id?: string | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  /** Makes the message a thread reply. */
  readonly parent_message_id?: string | undefined
  /** Author; defaults to the authenticated user. */
  readonly user_id?: string | undefined
}

/**
 * success + data + meta.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessageEnvelope {
  readonly data: Message
  readonly meta?: ResponseMeta | null
  readonly success?: boolean | null
}

/**
 * success + data + meta.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessageEnvelopePartial {
  readonly data?: MessagePartial | null
  readonly meta?: ResponseMetaPartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesGetThreadResponse {
  readonly data?: ReadonlyArray<MessagePartial> | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesListResponse {
  readonly data?: ReadonlyArray<MessagePartial> | null
  readonly success?: boolean | null
}

/**
 * Side information next to data.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponseMeta {
  /** Server time of the reply. */
  readonly timestamp?: Date | null
}

/**
 * Side information next to data.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ResponseMetaPartial {
  /** Server time of the reply. */
  readonly timestamp?: Date | null
}

/**
 * Parameters of {@link listMessages}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesListParams {
  /** Channel to read. */
  readonly channel_id?: string | undefined
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createMessage}.
 *
 * @since 0.1.0
 * @category models
 */
export type MessagesCreateParams = MessageCreate

/**
 * Parameters of {@link sendMessage}.
 *
 * @since 0.1.0
 * @category models
 */
export type MessagesSendParams = MessageCreate

/**
 * Parameters of {@link summarizeMessages}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesSummarizeParams {
  readonly channel_id?: string | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link uploadMessageFile}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesUploadFileParams {
  /** The file. */
  readonly file: FileInput
}

/**
 * Parameters of {@link updateMessage}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesUpdateParams {
  readonly content?: string | undefined
  /** Free-form JSON object. */
  readonly metadata?: { readonly [key: string]: unknown } | undefined
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link addMessageReaction}.
 *
 * @since 0.1.0
 * @category models
 */
export interface MessagesAddReactionParams {
  readonly emoji: string
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Message}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageSchema: R.ResponseSchema<Message> = /*#__PURE__*/ R.struct<Message>(() => ({
  id: R.string,
  channel_id: R.string,
  attachments: R.optional(R.array(R.object)),
  content: R.optional(R.string),
  content_type: R.optional(R.string),
  created_at: R.optional(R.timestamp),
  metadata: R.optional(R.object),
  parent_message_id: R.optional(R.string),
  updated_at: R.optional(R.timestamp),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link MessagePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessagePartialSchema: R.ResponseSchema<MessagePartial> = /*#__PURE__*/ R.struct<MessagePartial>(() => ({
  id: R.optional(R.string),
  channel_id: R.optional(R.string),
  attachments: R.optional(R.array(R.object)),
  content: R.optional(R.string),
  content_type: R.optional(R.string),
  created_at: R.optional(R.timestamp),
  metadata: R.optional(R.object),
  parent_message_id: R.optional(R.string),
  updated_at: R.optional(R.timestamp),
  user_id: R.optional(R.string)
}))

/**
 * Schema of {@link MessageEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageEnvelopeSchema: R.ResponseSchema<MessageEnvelope> = /*#__PURE__*/ R.struct<MessageEnvelope>(() => ({
  data: MessageSchema,
  meta: R.optional(ResponseMetaSchema),
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link MessageEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessageEnvelopePartialSchema: R.ResponseSchema<MessageEnvelopePartial> =
  /*#__PURE__*/ R.struct<MessageEnvelopePartial>(() => ({
    data: R.optional(MessagePartialSchema),
    meta: R.optional(ResponseMetaPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link MessagesGetThreadResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessagesGetThreadResponseSchema: R.ResponseSchema<MessagesGetThreadResponse> =
  /*#__PURE__*/ R.struct<MessagesGetThreadResponse>(() => ({
    data: R.optional(R.array(MessagePartialSchema)),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link MessagesListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const MessagesListResponseSchema: R.ResponseSchema<MessagesListResponse> =
  /*#__PURE__*/ R.struct<MessagesListResponse>(() => ({
    data: R.optional(R.array(MessagePartialSchema)),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ResponseMeta}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseMetaSchema: R.ResponseSchema<ResponseMeta> = /*#__PURE__*/ R.struct<ResponseMeta>(() => ({
  timestamp: R.optional(R.timestamp)
}))

/**
 * Schema of {@link ResponseMetaPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ResponseMetaPartialSchema: R.ResponseSchema<ResponseMetaPartial> =
  /*#__PURE__*/ R.struct<ResponseMetaPartial>(() => ({
    timestamp: R.optional(R.timestamp)
  }))

/**
 * GET `/api/v2/messages`
 *
 * @since 0.1.0
 * @category operations
 */
export const listMessages: Operation<MessagesListResponse, true> = {
  id: "listMessages",
  platform: "lvng",
  resource: "messages",
  name: "list",
  method: "GET",
  path: "/api/v2/messages",
  query: ["channel_id", "limit", "offset"],
  response: "json",
  success: MessagesListResponseSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/messages`
 *
 * @since 0.1.0
 * @category operations
 */
export const createMessage: Operation<MessageEnvelope, false> = {
  id: "createMessage",
  platform: "lvng",
  resource: "messages",
  name: "create",
  method: "POST",
  path: "/api/v2/messages",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: MessageEnvelopeSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * POST `/api/v2/messages/send`
 *
 * @since 0.1.0
 * @category operations
 */
export const sendMessage: Operation<MessageEnvelope, false> = {
  id: "sendMessage",
  platform: "lvng",
  resource: "messages",
  name: "send",
  method: "POST",
  path: "/api/v2/messages/send",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: MessageEnvelopeSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * POST `/api/v2/messages/summarize`
 *
 * @since 0.1.0
 * @category operations
 */
export const summarizeMessages: Operation<UnknownJson, true> = {
  id: "summarizeMessages",
  platform: "lvng",
  resource: "messages",
  name: "summarize",
  method: "POST",
  path: "/api/v2/messages/summarize",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/messages/upload`
 *
 * @since 0.1.0
 * @category operations
 */
export const uploadMessageFile: Operation<UnknownJson, true> = {
  id: "uploadMessageFile",
  platform: "lvng",
  resource: "messages",
  name: "uploadFile",
  method: "POST",
  path: "/api/v2/messages/upload",
  body: "multipart",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/messages/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getMessage: Operation<MessageEnvelopePartial, true> = {
  id: "getMessage",
  platform: "lvng",
  resource: "messages",
  name: "get",
  method: "GET",
  path: "/api/v2/messages/{id}",
  response: "json",
  success: MessageEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/messages/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateMessage: Operation<MessageEnvelopePartial, true> = {
  id: "updateMessage",
  platform: "lvng",
  resource: "messages",
  name: "update",
  method: "PATCH",
  path: "/api/v2/messages/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: MessageEnvelopePartialSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/messages/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteMessage: Operation<Success, true> = {
  id: "deleteMessage",
  platform: "lvng",
  resource: "messages",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/messages/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/messages/{id}/reactions`
 *
 * @since 0.1.0
 * @category operations
 */
export const addMessageReaction: Operation<Success, true> = {
  id: "addMessageReaction",
  platform: "lvng",
  resource: "messages",
  name: "addReaction",
  method: "POST",
  path: "/api/v2/messages/{id}/reactions",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SuccessSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/messages/{id}/reactions/{emoji}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeMessageReaction: Operation<Success, true> = {
  id: "removeMessageReaction",
  platform: "lvng",
  resource: "messages",
  name: "removeReaction",
  method: "DELETE",
  path: "/api/v2/messages/{id}/reactions/{emoji}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/messages/{id}/thread`
 *
 * @since 0.1.0
 * @category operations
 */
export const getMessageThread: Operation<MessagesGetThreadResponse, true> = {
  id: "getMessageThread",
  platform: "lvng",
  resource: "messages",
  name: "getThread",
  method: "GET",
  path: "/api/v2/messages/{id}/thread",
  response: "json",
  success: MessagesGetThreadResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * Channel messages, threads, reactions, uploads, summaries.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List messages of a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/messages`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   */
  readonly list: (
    params?: MessagesListParams,
    options?: RequestOptions
  ) => Effect.Effect<MessagesListResponse, ApiError | PreparedError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: MessagesListParams,
    options?: RequestOptions
  ) => Stream.Stream<MessagesListResponse, ApiError | PreparedError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    params?: MessagesListParams,
    options?: RequestOptions
  ) => Stream.Stream<MessagePartial, ApiError | PreparedError>
  /**
   * Post a message to a channel.
   *
   * Stored, pushed to channel members over the socket and passed to assigned twins.
   *
   * `POST /api/v2/messages`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per user.
   */
  readonly create: (params: MessagesCreateParams, options?: RequestOptions) => Effect.Effect<MessageEnvelope, ApiError>
  /**
   * Post a message (alias).
   *
   * Same body and reply as createMessage.
   *
   * `POST /api/v2/messages/send`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per user.
   */
  readonly send: (params: MessagesSendParams, options?: RequestOptions) => Effect.Effect<MessageEnvelope, ApiError>
  /**
   * Summarise messages with the engine.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/messages/summarize`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   */
  readonly summarize: (
    params?: MessagesSummarizeParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Upload a file for a message.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/messages/upload`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   */
  readonly uploadFile: (
    params: MessagesUploadFileParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Read one message.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/messages/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<MessageEnvelopePartial, ApiError | PreparedError>
  /**
   * Edit a message.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/messages/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly update: (
    id: string,
    params?: MessagesUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<MessageEnvelopePartial, ApiError | PreparedError>
  /**
   * Delete a message.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/messages/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Add a reaction.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/messages/{id}/reactions`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly addReaction: (
    id: string,
    params: MessagesAddReactionParams,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Remove a reaction.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/messages/{id}/reactions/{emoji}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   * @param emoji Identifier of the resource.
   */
  readonly removeReaction: (
    id: string,
    emoji: string,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Read the replies to a message.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/messages/{id}/thread`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly getThread: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<MessagesGetThreadResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "messages",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listMessages, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listMessages, [], params, options),
    listAll: (params, options) => Pagination.items(client, listMessages, [], params, options, (page) => page.data),
    create: (params, options) => client.request(createMessage, [], params, options),
    send: (params, options) => client.request(sendMessage, [], params, options),
    summarize: (params, options) => client.request(summarizeMessages, [], params, options),
    uploadFile: (params, options) => client.request(uploadMessageFile, [], params, options),
    get: (id, options) => client.request(getMessage, [id], undefined, options),
    update: (id, params, options) => client.request(updateMessage, [id], params, options),
    delete: (id, options) => client.request(deleteMessage, [id], undefined, options),
    addReaction: (id, params, options) => client.request(addMessageReaction, [id], params, options),
    removeReaction: (id, emoji, options) => client.request(removeMessageReaction, [id, emoji], undefined, options),
    getThread: (id, options) => client.request(getMessageThread, [id], undefined, options)
  })
)
