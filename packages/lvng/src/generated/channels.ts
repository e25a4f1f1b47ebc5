/**
 * The resource `channels` of LVNG platform API (reconstruction).
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
import type { Success, UnknownJson } from "./shared.js"
import { SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * A channel with its aggregate counts.
 *
 * @since 0.1.0
 * @category models
 */
export interface Channel {
  readonly id: string
  readonly name: string
  readonly workspace_id: string
  readonly channel_type?: string | null
  readonly created_at?: Date | null
  readonly description?: string | null
  readonly display_name?: string | null
  readonly is_archived?: boolean | null
  readonly member_count?: number | null
  readonly message_count?: number | null
  readonly topic?: string | null
  readonly updated_at?: Date | null
}

/**
 * A channel with its aggregate counts.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelPartial {
  readonly id?: string | null
  readonly name?: string | null
  readonly workspace_id?: string | null
  readonly channel_type?: string | null
  readonly created_at?: Date | null
  readonly description?: string | null
  readonly display_name?: string | null
  readonly is_archived?: boolean | null
  readonly member_count?: number | null
  readonly message_count?: number | null
  readonly topic?: string | null
  readonly updated_at?: Date | null
}

/**
 * A new channel. Fields beyond workspace_id are not verified against the real service.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelCreate {
  /** Owning workspace. */
  readonly workspace_id: string
  readonly channel_type?: string | undefined
  readonly description?: string | undefined
  readonly display_name?: string | undefined
  /** Private channels add their creator as a member. */
  readonly is_private?: boolean | undefined
  readonly name?: string | undefined
  readonly topic?: string | undefined
  readonly [key: string]: unknown
}

/**
 * success + channels + pagination.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelList {
  readonly channels: ReadonlyArray<Channel>
  readonly pagination?: OffsetPageInfo | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsCreateResponse {
  readonly channel?: ChannelPartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsGetResponse {
  readonly channel?: ChannelPartial | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsUpdateResponse {
  readonly channel?: ChannelPartial | null
  readonly success?: boolean | null
}

/**
 * Position block returned by offset-paged lists.
 *
 * @since 0.1.0
 * @category models
 */
export interface OffsetPageInfo {
  readonly limit: number
  readonly offset: number
  /** More rows follow. */
  readonly hasMore?: boolean | null
  /** Rows that match the filter. */
  readonly total?: number | null
}

/**
 * Parameters of {@link listChannels}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsListParams {
  /** Workspace to list. */
  readonly workspace_id: string
  /** Filter on channel_type. */
  readonly type?: string | undefined
  /** Filter on archived state. */
  readonly is_archived?: boolean | undefined
  /** Page size. */
  readonly limit?: number | undefined
  /** Rows to skip. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createChannel}.
 *
 * @since 0.1.0
 * @category models
 */
export type ChannelsCreateParams = ChannelCreate

/**
 * Parameters of {@link updateChannel}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsUpdateParams {
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link addChannelMember}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsAddMemberParams {
  readonly user_id: string
  readonly [key: string]: unknown
}

/**
 * Parameters of {@link assignChannelTwin}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ChannelsAssignTwinParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link Channel}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelSchema: R.ResponseSchema<Channel> = /*#__PURE__*/ R.struct<Channel>(() => ({
  id: R.string,
  name: R.string,
  workspace_id: R.string,
  channel_type: R.optional(R.string),
  created_at: R.optional(R.timestamp),
  description: R.optional(R.string),
  display_name: R.optional(R.string),
  is_archived: R.optional(R.boolean),
  member_count: R.optional(R.number),
  message_count: R.optional(R.number),
  topic: R.optional(R.string),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link ChannelPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelPartialSchema: R.ResponseSchema<ChannelPartial> = /*#__PURE__*/ R.struct<ChannelPartial>(() => ({
  id: R.optional(R.string),
  name: R.optional(R.string),
  workspace_id: R.optional(R.string),
  channel_type: R.optional(R.string),
  created_at: R.optional(R.timestamp),
  description: R.optional(R.string),
  display_name: R.optional(R.string),
  is_archived: R.optional(R.boolean),
  member_count: R.optional(R.number),
  message_count: R.optional(R.number),
  topic: R.optional(R.string),
  updated_at: R.optional(R.timestamp)
}))

/**
 * Schema of {@link ChannelList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelListSchema: R.ResponseSchema<ChannelList> = /*#__PURE__*/ R.struct<ChannelList>(() => ({
  channels: R.array(ChannelSchema),
  pagination: R.optional(OffsetPageInfoSchema),
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link ChannelsCreateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelsCreateResponseSchema: R.ResponseSchema<ChannelsCreateResponse> =
  /*#__PURE__*/ R.struct<ChannelsCreateResponse>(() => ({
    channel: R.optional(ChannelPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ChannelsGetResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelsGetResponseSchema: R.ResponseSchema<ChannelsGetResponse> =
  /*#__PURE__*/ R.struct<ChannelsGetResponse>(() => ({
    channel: R.optional(ChannelPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ChannelsUpdateResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ChannelsUpdateResponseSchema: R.ResponseSchema<ChannelsUpdateResponse> =
  /*#__PURE__*/ R.struct<ChannelsUpdateResponse>(() => ({
    channel: R.optional(ChannelPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link OffsetPageInfo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const OffsetPageInfoSchema: R.ResponseSchema<OffsetPageInfo> = /*#__PURE__*/ R.struct<OffsetPageInfo>(() => ({
  limit: R.number,
  offset: R.number,
  hasMore: R.optional(R.boolean),
  total: R.optional(R.number)
}))

/**
 * GET `/api/v2/channels`
 *
 * @since 0.1.0
 * @category operations
 */
export const listChannels: Operation<ChannelList, false> = {
  id: "listChannels",
  platform: "lvng",
  resource: "channels",
  name: "list",
  method: "GET",
  path: "/api/v2/channels",
  query: ["workspace_id", "type", "is_archived", "limit", "offset"],
  response: "json",
  success: ChannelListSchema,
  pagination: {
    style: "offset",
    offset: "offset",
    limit: "limit",
    items: "channels",
    total: "pagination.total",
    hasMore: "pagination.hasMore"
  },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * POST `/api/v2/channels`
 *
 * @since 0.1.0
 * @category operations
 */
export const createChannel: Operation<ChannelsCreateResponse, false> = {
  id: "createChannel",
  platform: "lvng",
  resource: "channels",
  name: "create",
  method: "POST",
  path: "/api/v2/channels",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ChannelsCreateResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * GET `/api/v2/channels/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getChannel: Operation<ChannelsGetResponse, true> = {
  id: "getChannel",
  platform: "lvng",
  resource: "channels",
  name: "get",
  method: "GET",
  path: "/api/v2/channels/{id}",
  response: "json",
  success: ChannelsGetResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * PATCH `/api/v2/channels/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateChannel: Operation<ChannelsUpdateResponse, true> = {
  id: "updateChannel",
  platform: "lvng",
  resource: "channels",
  name: "update",
  method: "PATCH",
  path: "/api/v2/channels/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ChannelsUpdateResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/channels/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteChannel: Operation<Success, true> = {
  id: "deleteChannel",
  platform: "lvng",
  resource: "channels",
  name: "delete",
  method: "DELETE",
  path: "/api/v2/channels/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/channels/{id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const listChannelMembers: Operation<UnknownJson, true> = {
  id: "listChannelMembers",
  platform: "lvng",
  resource: "channels",
  name: "listMembers",
  method: "GET",
  path: "/api/v2/channels/{id}/members",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/channels/{id}/members`
 *
 * @since 0.1.0
 * @category operations
 */
export const addChannelMember: Operation<Success, true> = {
  id: "addChannelMember",
  platform: "lvng",
  resource: "channels",
  name: "addMember",
  method: "POST",
  path: "/api/v2/channels/{id}/members",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: SuccessSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/channels/{id}/members/{userId}`
 *
 * @since 0.1.0
 * @category operations
 */
export const removeChannelMember: Operation<Success, true> = {
  id: "removeChannelMember",
  platform: "lvng",
  resource: "channels",
  name: "removeMember",
  method: "DELETE",
  path: "/api/v2/channels/{id}/members/{userId}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/channels/{id}/twins`
 *
 * @since 0.1.0
 * @category operations
 */
export const listChannelTwins: Operation<UnknownJson, true> = {
  id: "listChannelTwins",
  platform: "lvng",
  resource: "channels",
  name: "listTwins",
  method: "GET",
  path: "/api/v2/channels/{id}/twins",
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/channels/{id}/twins`
 *
 * @since 0.1.0
 * @category operations
 */
export const assignChannelTwin: Operation<UnknownJson, true> = {
  id: "assignChannelTwin",
  platform: "lvng",
  resource: "channels",
  name: "assignTwin",
  method: "POST",
  path: "/api/v2/channels/{id}/twins",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/channels/{id}/twins/{twinId}`
 *
 * @since 0.1.0
 * @category operations
 */
export const unassignChannelTwin: Operation<Success, true> = {
  id: "unassignChannelTwin",
  platform: "lvng",
  resource: "channels",
  name: "unassignTwin",
  method: "DELETE",
  path: "/api/v2/channels/{id}/twins/{twinId}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * Channels of a workspace, with members and twin assignments.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List channels of a workspace.
   *
   * Each row carries message and member counts.
   *
   * `GET /api/v2/channels`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by offset.
   *
   * Evidence: documented.
   * Rate limit: 300/60s per user.
   */
  readonly list: (params: ChannelsListParams, options?: RequestOptions) => Effect.Effect<ChannelList, ApiError>
  /** Every page of `list`, asked for one at a time. */
  readonly listPages: (params: ChannelsListParams, options?: RequestOptions) => Stream.Stream<ChannelList, ApiError>
  /** Every item of `list`, page after page. */
  readonly listAll: (params: ChannelsListParams, options?: RequestOptions) => Stream.Stream<Channel, ApiError>
  /**
   * Create a channel.
   *
   * The creator joins private channels automatically.
   *
   * `POST /api/v2/channels`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   */
  readonly create: (
    params: ChannelsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<ChannelsCreateResponse, ApiError>
  /**
   * Read a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/channels/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly get: (id: string, options?: RequestOptions) => Effect.Effect<ChannelsGetResponse, ApiError | PreparedError>
  /**
   * Change a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/channels/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly update: (
    id: string,
    params?: ChannelsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<ChannelsUpdateResponse, ApiError | PreparedError>
  /**
   * Delete a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/channels/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly delete: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * List members of a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/channels/{id}/members`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listMembers: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Add a member.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/channels/{id}/members`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly addMember: (
    id: string,
    params: ChannelsAddMemberParams,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Remove a member.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/channels/{id}/members/{userId}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   * @param userId Identifier of the resource.
   */
  readonly removeMember: (
    id: string,
    userId: string,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * List twins assigned to a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/channels/{id}/twins`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listTwins: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Assign a twin to a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/channels/{id}/twins`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly assignTwin: (
    id: string,
    params?: ChannelsAssignTwinParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Remove a twin from a channel.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/channels/{id}/twins/{twinId}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 300/60s per user.
   *
   * @param id Identifier of the resource.
   * @param twinId Identifier of the resource.
   */
  readonly unassignTwin: (
    id: string,
    twinId: string,
    options?: RequestOptions
  ) => Effect.Effect<Success, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "channels",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listChannels, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listChannels, [], params, options),
    listAll: (params, options) => Pagination.items(client, listChannels, [], params, options, (page) => page.channels),
    create: (params, options) => client.request(createChannel, [], params, options),
    get: (id, options) => client.request(getChannel, [id], undefined, options),
    update: (id, params, options) => client.request(updateChannel, [id], params, options),
    delete: (id, options) => client.request(deleteChannel, [id], undefined, options),
    listMembers: (id, options) => client.request(listChannelMembers, [id], undefined, options),
    addMember: (id, params, options) => client.request(addChannelMember, [id], params, options),
    removeMember: (id, userId, options) => client.request(removeChannelMember, [id, userId], undefined, options),
    listTwins: (id, options) => client.request(listChannelTwins, [id], undefined, options),
    assignTwin: (id, params, options) => client.request(assignChannelTwin, [id], params, options),
    unassignTwin: (id, twinId, options) => client.request(unassignChannelTwin, [id, twinId], undefined, options)
  })
)
