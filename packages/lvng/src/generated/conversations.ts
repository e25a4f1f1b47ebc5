/**
 * The resource `conversations` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { CursorPagePartial, Success, UnknownJson } from "./shared.js"
import { CursorPagePartialSchema, SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Conversation {
  readonly id: string
  readonly conversation_type: string
  readonly created_at?: Date | null
  readonly created_by?: string | null
  readonly description?: string | null
  readonly is_archived?: boolean | null
  readonly member_count?: number | null
  readonly name?: string | null
  readonly project_id?: string | null
  readonly updated_at?: Date | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationPartial {
  readonly id?: string | null
  readonly conversation_type?: string | null
  readonly created_at?: Date | null
  readonly created_by?: string | null
  readonly description?: string | null
  readonly is_archived?: boolean | null
  readonly member_count?: number | null
  readonly name?: string | null
  readonly project_id?: string | null
  readonly updated_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ConversationList {
  readonly data: ReadonlyArray<Conversation>
  /** Cursor of the next page. */
  readonly nextCursor?: string | null
  /** Present; contents not seen. */
  readonly pagination?: { readonly [key: string]: unknown } | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsCreateResponse {
  readonly data?: ConversationPartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsUpdateResponse {
  readonly data?: ConversationPartial | null
  readonly success?: boolean | null
}

/**
 * Parameters of {@link listConversations}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsListParams {
  /** direct, group or project. */
  readonly type?: string | undefined
  /** Only with unread messages. */
  readonly unread?: boolean | undefined
  /** Include archived ones. */
  readonly archived?: boolean | undefined
  /** Page size. Default: `20`. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
  /** Opaque position taken from the previous page's nextCursor; absent on the first call. */
  readonly cursor?: string | undefined
}

/**
 * Parameters of {@link createConversation}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsCreateParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link updateConversation}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsUpdateParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link upsertConversationMember}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsUpsertMemberParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link listConversationMessages}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsListMessagesParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Opaque position taken from the previous page's nextCursor; absent on the first call. */
  readonly cursor?: string | undefined
}

/**
 * Parameters of {@link markConversationRead}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConversationsMarkReadParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Conversation}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationSchema: R.ResponseSchema<Conversation> = /*#__PURE__*/ R.struct<Conversation>(() => ({
  id: R.string,
  conversation_type: R.string,
  created_at: R.optional(R.timestamp),
  created_by: R.optional(R.string),
  description: R.optional(R.string),
  is_archived: R.optional(R.boolean),
  member_count: R.optional(R.number),
  name: R.optional(R.string),
  project_id: R.optional(R.string),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link ConversationPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationPartialSchema: R.ResponseSchema<ConversationPartial> =
  /*#__PURE__*/ R.struct<ConversationPartial>(() => ({
    id: R.optional(R.string),
    conversation_type: R.optional(R.string),
    created_at: R.optional(R.timestamp),
    created_by: R.optional(R.string),
    description: R.optional(R.string),
    is_archived: R.optional(R.boolean),
    member_count: R.optional(R.number),
    name: R.optional(R.string),
    project_id: R.optional(R.string),
    updated_at: R.optional(R.timestamp)
  }))

/**
 * Schema of {@link ConversationList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationListSchema: R.ResponseSchema<ConversationList> = /*#__PURE__*/ R.struct<ConversationList>(
  () => ({
    data: R.array(ConversationSchema),
    nextCursor: R.optional(R.string),
    pagination: R.optional(R.object),
    success: R.optional(R.boolean)
  })
)

/**
 * Schema of {@link ConversationsCreateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationsCreateResponseSchema: R.ResponseSchema<ConversationsCreateResponse> =
  /*#__PURE__*/ R.struct<ConversationsCreateResponse>(() => ({
    data: R.optional(ConversationPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ConversationsUpdateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ConversationsUpdateResponseSchema: R.ResponseSchema<ConversationsUpdateResponse> =
  /*#__PURE__*/ R.struct<ConversationsUpdateResponse>(() => ({
    data: R.optional(ConversationPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * GET `/api/v2/conversations`
 *
 * @since 0.1.0
 * @category operations
 */
export const listConversations: Operation<ConversationList, false> = {
  id: "listConversations",
  platform: "lvng",
  resource: "conversations",
  name: "list",
  method: "GET",
  path: "/api/v2/conversations",
  query: ["type", "unread", "archived", "limit", "offset", "cursor"],
  response: "json",
  success: ConversationListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "data" },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/conversations`
 *
 * @since 0.1.0
 * @category operations
 */
export const createConversation: Operation<ConversationsCreateResponse, true> = {
  id: "createConversation",
  platform: "lvng",
  resource: "conversations",
  name: "create",
  method: "POST",
  path: "/api/v2/conversations",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ConversationsCreateResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * PATCH `/api/v2/conversations/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateConversation: Operation<ConversationsUpdateResponse, true> = {
  id: "updateConversation",
  platform: "lvng",
  resource: "conversations",
  name: "update",
  method: "PATCH",
  path: "/api/v2/conversations/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ConversationsUpdateResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/conversations/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteConversation: Operation<Success, true> = {
  id: "deleteConversation",
  platform: "lvng",
  resource: "conversations",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/conversations/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * POST `/api/v2/conversations/{id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const upsertConversationMember: Operation<UnknownJson, true> = {
  id: "upsertConversationMember",
  platform: "lvng",
  resource: "conversations",
  name: "upsertMember",
  method: "POST",
  path: "/api/v2/conversations/{id}/members",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/conversations/{id}/messages`
 *
 * @since 0.1.0
 * @category operations
 */
export const listConversationMessages: Operation<CursorPagePartial, true> = {
  id: "listConversationMessages",
  platform: "lvng",
  resource: "conversations",
  name: "listMessages",
  method: "GET",
  path: "/api/v2/conversations/{id}/messages",
  query: ["limit", "cursor"],
  response: "json",
  success: CursorPagePartialSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "data", next: "nextCursor" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/conversations/{id}/read`
 *
 * @since 0.1.0
 * @category operations
 */
export const markConversationRead: Operation<Success, true> = {
  id: "markConversationRead",
  platform: "lvng",
  resource: "conversations",
  name: "markRead",
  method: "POST",
  path: "/api/v2/conversations/{id}/read",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SuccessSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Direct, group and project conversations.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List the caller's conversations.
   *
   * `GET /api/v2/conversations`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: documented.
   * Rate limit: 60/60s per user.
   */
  readonly list: (
    params?: ConversationsListParams,
    options?: RequestOptions
  ) => Effect.Effect<ConversationList, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (
    params?: ConversationsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ConversationList, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (
    params?: ConversationsListParams,
    options?: RequestOptions
  ) => Stream.Stream<Conversation, ApiError>
  /**
   * Start a conversation.
   *
   * The caller joins automatically. Not verified against the real service: method and path follow the conventions of
   * the API and can differ.
   *
   * `POST /api/v2/conversations`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   */
  readonly create: (
    params?: ConversationsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<ConversationsCreateResponse, ApiError | PreparedError>
  /**
   * Change a conversation.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/conversations/{id}`
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
    params?: ConversationsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<ConversationsUpdateResponse, ApiError | PreparedError>
  /**
   * Delete a conversation.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/conversations/{id}`
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
   * Add or change a member.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/conversations/{id}/members`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly upsertMember: (
    id: string,
    params?: ConversationsUpsertMemberParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Read messages of a conversation.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/conversations/{id}/messages`
   *
   * Errors: 400, 401, 403, 404, 429, 500, 503. Pages by cursor.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listMessages: (
    id: string,
    params?: ConversationsListMessagesParams,
    options?: RequestOptions
  ) => Effect.Effect<CursorPagePartial, ApiError | PreparedError>
  /** Every page of `listMessages`, asked for one at a time. */
  readonly listMessagesPages: (
    id: string,
    params?: ConversationsListMessagesParams,
    options?: RequestOptions
  ) => Stream.Stream<CursorPagePartial, ApiError | PreparedError>
  /** Every item of `listMessages`, page after page. */
  readonly listMessagesAll: (
    id: string,
    params?: ConversationsListMessagesParams,
    options?: RequestOptions
  ) => Stream.Stream<unknown, ApiError | PreparedError>
  /**
   * Mark messages as read in bulk.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/conversations/{id}/read`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 60/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly markRead: (
    id: string,
    params?: ConversationsMarkReadParams,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "conversations",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listConversations, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listConversations, [], params, options),
    listAll: (params, options) => Pagination.items(client, listConversations, [], params, options, (page) => page.data),
    create: (params, options) => client.request(createConversation, [], params, options),
    update: (id, params, options) => client.request(updateConversation, [id], params, options),
    delete: (id, options) => client.request(deleteConversation, [id], undefined, options),
    upsertMember: (id, params, options) => client.request(upsertConversationMember, [id], params, options),
    listMessages: (id, params, options) => client.request(listConversationMessages, [id], params, options),
    listMessagesPages: (id, params, options) =>
      Pagination.pages(client, listConversationMessages, [id], params, options),
    listMessagesAll: (id, params, options) =>
      Pagination.items(client, listConversationMessages, [id], params, options, (page) => page.data),
    markRead: (id, params, options) => client.request(markConversationRead, [id], params, options)
  })
)
