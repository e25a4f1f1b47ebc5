/**
 * The resource `users` of Lumnis AI REST API (wire contract).
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
import type { ApiClient, RequestOptions } from "../client.js"
import type { MessageResult, ResponseObject, Thread } from "./shared.js"
import { MessageResultSchema, ResponseObjectSchema, ThreadSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface PaginationInfo {
  readonly has_next: boolean
  readonly has_prev: boolean
  readonly page: number
  readonly page_size: number
  readonly total: number
  readonly total_pages: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface User {
  /** Format: uuid. */
  readonly id: string
  readonly created_at: Date
  /** Format: email. */
  readonly email: string
  readonly updated_at: Date
  readonly first_name?: string | null
  /** Default: `true`. */
  readonly is_active?: boolean | null
  readonly last_name?: string | null
  /** Free-form data of the user. Not verified against the real service. */
  readonly metadata?: { readonly [key: string]: unknown } | null
  /** Format: uuid. */
  readonly tenant_id?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserCreateRequest {
  /** Email address. Format: email. */
  readonly email: string
  /** First name. */
  readonly first_name?: string | undefined
  /** Last name. */
  readonly last_name?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserList {
  readonly pagination: PaginationInfo
  readonly users: ReadonlyArray<User>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface UserUpdateRequest {
  /** New email address. Not verified against the real service. Format: email. */
  readonly email?: string | undefined
  /** First name. */
  readonly first_name?: string | undefined
  /** Last name. */
  readonly last_name?: string | undefined
}

/**
 * Parameters of {@link listUsers}.
 *
 * @since 0.1.0
 * @category models
 */
export interface UsersListParams {
  /** Page number, from 1. Default: `1`. */
  readonly page?: number | undefined
  /** Rows a page. Default: `20`. */
  readonly page_size?: number | undefined
  /** Not verified against the real service. */
  readonly search?: string | undefined
}

/**
 * Parameters of {@link createUser}.
 *
 * @since 0.1.0
 * @category models
 */
export type UsersCreateParams = UserCreateRequest

/**
 * Parameters of {@link updateUser}.
 *
 * @since 0.1.0
 * @category models
 */
export type UsersUpdateParams = UserUpdateRequest

/**
 * Parameters of {@link listUserResponses}.
 *
 * @since 0.1.0
 * @category models
 */
export interface UsersGetResponsesParams {
  /** Page number, from 1. Default: `1`. */
  readonly page?: number | undefined
  /** Rows a page. */
  readonly page_size?: number | undefined
}

/**
 * Parameters of {@link listUserThreads}.
 *
 * @since 0.1.0
 * @category models
 */
export interface UsersGetThreadsParams {
  /** Page number, from 1. Default: `1`. */
  readonly page?: number | undefined
  /** Rows a page. */
  readonly page_size?: number | undefined
}

/**
 * Schema of {@link PaginationInfo}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const PaginationInfoSchema: R.ResponseSchema<PaginationInfo> = /*#__PURE__*/ R.struct<PaginationInfo>(() => ({
  has_next: R.boolean,
  has_prev: R.boolean,
  page: R.number,
  page_size: R.number,
  total: R.number,
  total_pages: R.number
}))

/**
 * Schema of {@link User}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserSchema: R.ResponseSchema<User> = /*#__PURE__*/ R.struct<User>(() => ({
  id: R.string,
  created_at: R.timestamp,
  email: R.string,
  updated_at: R.timestamp,
  first_name: R.optional(R.string),
  is_active: R.optional(R.boolean),
  last_name: R.optional(R.string),
  metadata: R.optional(R.object),
  tenant_id: R.optional(R.string)
}))

/**
 * Schema of {@link UserList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const UserListSchema: R.ResponseSchema<UserList> = /*#__PURE__*/ R.struct<UserList>(() => ({
  pagination: PaginationInfoSchema,
  users: R.array(UserSchema)
}))

/**
 * GET `/v1/users`
 *
 * @since 0.1.0
 * @category operations
 */
export const listUsers: Operation<UserList, false> = {
  id: "listUsers",
  platform: "lumnis",
  resource: "users",
  name: "list",
  method: "GET",
  path: "/v1/users",
  query: ["page", "page_size", "search"],
  response: "json",
  success: UserListSchema,
  pagination: {
    style: "page",
    page: "page",
    size: "page_size",
    items: "users",
    total: "pagination.total",
    hasMore: "pagination.has_next"
  },
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/users`
 *
 * @since 0.1.0
 * @category operations
 */
export const createUser: Operation<User, false> = {
  id: "createUser",
  platform: "lumnis",
  resource: "users",
  name: "create",
  method: "POST",
  path: "/v1/users",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UserSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/users/{user_identifier}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getUser: Operation<User, false> = {
  id: "getUser",
  platform: "lumnis",
  resource: "users",
  name: "get",
  method: "GET",
  path: "/v1/users/{user_identifier}",
  response: "json",
  success: UserSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "path" }
}

/**
 * PUT `/v1/users/{user_identifier}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateUser: Operation<User, false> = {
  id: "updateUser",
  platform: "lumnis",
  resource: "users",
  name: "update",
  method: "PUT",
  path: "/v1/users/{user_identifier}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UserSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "path" }
}

/**
 * DELETE `/v1/users/{user_identifier}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteUser: Operation<MessageResult, false> = {
  id: "deleteUser",
  platform: "lumnis",
  resource: "users",
  name: "delete",
  method: "DELETE",
  path: "/v1/users/{user_identifier}",
  response: "json",
  success: MessageResultSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "path" }
}

/**
 * GET `/v1/users/{user_identifier}/responses`
 *
 * @since 0.1.0
 * @category operations
 */
export const listUserResponses: Operation<ReadonlyArray<ResponseObject>, false> = {
  id: "listUserResponses",
  platform: "lumnis",
  resource: "users",
  name: "getResponses",
  method: "GET",
  path: "/v1/users/{user_identifier}/responses",
  query: ["page", "page_size"],
  response: "json",
  success: /*#__PURE__*/ R.array(ResponseObjectSchema),
  pagination: { style: "page", page: "page", size: "page_size", items: "" },
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "path" }
}

/**
 * GET `/v1/users/{user_identifier}/threads`
 *
 * @since 0.1.0
 * @category operations
 */
export const listUserThreads: Operation<ReadonlyArray<Thread>, false> = {
  id: "listUserThreads",
  platform: "lumnis",
  resource: "users",
  name: "getThreads",
  method: "GET",
  path: "/v1/users/{user_identifier}/threads",
  query: ["page", "page_size"],
  response: "json",
  success: /*#__PURE__*/ R.array(ThreadSchema),
  pagination: { style: "page", page: "page", size: "page_size", items: "" },
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "path" }
}

/**
 * Users of the tenant.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List users.
   *
   * `GET /v1/users`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by page.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly list: (params?: UsersListParams, options?: RequestOptions) => Effect.Effect<UserList, ApiError>
  /**
   * Every page of `list`, asked for one at a time.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listPages: (params?: UsersListParams, options?: RequestOptions) => Stream.Stream<UserList, ApiError>
  /**
   * Every item of `list`, page after page.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly listAll: (params?: UsersListParams, options?: RequestOptions) => Stream.Stream<User, ApiError>
  /**
   * Create a user, or get the existing one.
   *
   * Upsert by email: an existing user is returned with 200.
   *
   * `POST /v1/users`
   *
   * Errors: 400, 401, 403, 409, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly create: (params: UsersCreateParams, options?: RequestOptions) => Effect.Effect<User, ApiError>
  /**
   * Read a user by id or email.
   *
   * `GET /v1/users/{user_identifier}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param userIdentifier UUID or email of the user.
   */
  readonly get: (userIdentifier: string, options?: RequestOptions) => Effect.Effect<User, ApiError>
  /**
   * Update a user.
   *
   * Behaves as a partial update: absent fields stay.
   *
   * `PUT /v1/users/{user_identifier}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param userIdentifier UUID or email of the user.
   */
  readonly update: (
    userIdentifier: string,
    params?: UsersUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<User, ApiError>
  /**
   * Delete or deactivate a user.
   *
   * Deactivates the user; the documentation also speaks of deleting all data of the user.
   *
   * `DELETE /v1/users/{user_identifier}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param userIdentifier UUID or email of the user.
   */
  readonly delete: (userIdentifier: string, options?: RequestOptions) => Effect.Effect<MessageResult, ApiError>
  /**
   * List the responses of a user.
   *
   * `GET /v1/users/{user_identifier}/responses`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by page.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param userIdentifier UUID or email of the user.
   */
  readonly getResponses: (
    userIdentifier: string,
    params?: UsersGetResponsesParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<ResponseObject>, ApiError>
  /**
   * Every page of `getResponses`, asked for one at a time.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getResponsesPages: (
    userIdentifier: string,
    params?: UsersGetResponsesParams,
    options?: RequestOptions
  ) => Stream.Stream<ReadonlyArray<ResponseObject>, ApiError>
  /**
   * Every item of `getResponses`, page after page.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getResponsesAll: (
    userIdentifier: string,
    params?: UsersGetResponsesParams,
    options?: RequestOptions
  ) => Stream.Stream<ResponseObject, ApiError>
  /**
   * List the threads of a user.
   *
   * `GET /v1/users/{user_identifier}/threads`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by page.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param userIdentifier UUID or email of the user.
   */
  readonly getThreads: (
    userIdentifier: string,
    params?: UsersGetThreadsParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<Thread>, ApiError>
  /**
   * Every page of `getThreads`, asked for one at a time.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getThreadsPages: (
    userIdentifier: string,
    params?: UsersGetThreadsParams,
    options?: RequestOptions
  ) => Stream.Stream<ReadonlyArray<Thread>, ApiError>
  /**
   * Every item of `getThreads`, page after page.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getThreadsAll: (
    userIdentifier: string,
    params?: UsersGetThreadsParams,
    options?: RequestOptions
  ) => Stream.Stream<Thread, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "users",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listUsers, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listUsers, [], params, options),
    listAll: (params, options) => Pagination.items(client, listUsers, [], params, options, (page) => page.users),
    create: (params, options) => client.request(createUser, [], params, options),
    get: (userIdentifier, options) => client.request(getUser, [userIdentifier], undefined, options),
    update: (userIdentifier, params, options) => client.request(updateUser, [userIdentifier], params, options),
    delete: (userIdentifier, options) => client.request(deleteUser, [userIdentifier], undefined, options),
    getResponses: (userIdentifier, params, options) =>
      client.request(listUserResponses, [userIdentifier], params, options),
    getResponsesPages: (userIdentifier, params, options) =>
      Pagination.pages(client, listUserResponses, [userIdentifier], params, options),
    getResponsesAll: (userIdentifier, params, options) =>
      Pagination.items(client, listUserResponses, [userIdentifier], params, options, (page) => page),
    getThreads: (userIdentifier, params, options) => client.request(listUserThreads, [userIdentifier], params, options),
    getThreadsPages: (userIdentifier, params, options) =>
      Pagination.pages(client, listUserThreads, [userIdentifier], params, options),
    getThreadsAll: (userIdentifier, params, options) =>
      Pagination.items(client, listUserThreads, [userIdentifier], params, options, (page) => page)
  })
)
