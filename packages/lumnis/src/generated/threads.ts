/**
 * The resource `threads` of Lumnis AI REST API (wire contract).
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
import type { ResponseObject, Thread } from "./shared.js"
import { ResponseObjectSchema, ThreadSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ThreadList {
  readonly limit: number
  readonly offset: number
  readonly threads: ReadonlyArray<Thread>
  readonly total: number
}

/**
 * Changes to a thread. null clears the title.
 *
 * @since 0.1.0
 * @category models
 */
export interface UpdateThreadRequest {
  /** Title of the thread. */
  readonly title?: string | null | undefined
}

/**
 * Parameters of {@link listThreads}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ThreadsListParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Rows a page. Default: `50`. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Parameters of {@link createThread}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ThreadsCreateParams {
  /** Not verified against the real service. */
  readonly metadata?: { readonly [key: string]: unknown } | null | undefined
  /** Title of the thread. */
  readonly title?: string | null | undefined
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | null | undefined
}

/**
 * Parameters of {@link getThread}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ThreadsGetParams {
  /** User whose data are read. Not verified against the real service. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateThread}.
 *
 * @since 0.1.0
 * @category models
 */
export type ThreadsUpdateParams = UpdateThreadRequest

/**
 * Parameters of {@link listThreadResponses}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ThreadsGetResponsesParams {
  /** Rows a page. Default: `50`. */
  readonly limit?: number | undefined
  /** Rows to skip. Default: `0`. */
  readonly offset?: number | undefined
}

/**
 * Schema of {@link ThreadList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ThreadListSchema: R.ResponseSchema<ThreadList> = /*#__PURE__*/ R.struct<ThreadList>(() => ({
  limit: R.number,
  offset: R.number,
  threads: R.array(ThreadSchema),
  total: R.number
}))

/**
 * GET `/v1/threads`
 *
 * @since 0.1.0
 * @category operations
 */
export const listThreads: Operation<ThreadList, true> = {
  id: "listThreads",
  platform: "lumnis",
  resource: "threads",
  name: "list",
  method: "GET",
  path: "/v1/threads",
  query: ["user_id", "limit", "offset"],
  response: "json",
  success: ThreadListSchema,
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "threads", total: "total" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * POST `/v1/threads`
 *
 * @since 0.1.0
 * @category operations
 */
export const createThread: Operation<Thread, true> = {
  id: "createThread",
  platform: "lumnis",
  resource: "threads",
  name: "create",
  method: "POST",
  path: "/v1/threads",
  body: "json",
  response: "json",
  success: ThreadSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "body" }
}

/**
 * GET `/v1/threads/{thread_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getThread: Operation<Thread, true> = {
  id: "getThread",
  platform: "lumnis",
  resource: "threads",
  name: "get",
  method: "GET",
  path: "/v1/threads/{thread_id}",
  query: ["user_id"],
  response: "json",
  success: ThreadSchema,
  prepare: true,
  platformData: { scope: "either", userIdIn: "query" }
}

/**
 * PATCH `/v1/threads/{thread_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateThread: Operation<Thread, true> = {
  id: "updateThread",
  platform: "lumnis",
  resource: "threads",
  name: "update",
  method: "PATCH",
  path: "/v1/threads/{thread_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ThreadSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * DELETE `/v1/threads/{thread_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteThread: Operation<void, true> = {
  id: "deleteThread",
  platform: "lumnis",
  resource: "threads",
  name: "delete",
  method: "DELETE",
  path: "/v1/threads/{thread_id}",
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * GET `/v1/threads/{thread_id}/responses`
 *
 * @since 0.1.0
 * @category operations
 */
export const listThreadResponses: Operation<ReadonlyArray<ResponseObject>, true> = {
  id: "listThreadResponses",
  platform: "lumnis",
  resource: "threads",
  name: "getResponses",
  method: "GET",
  path: "/v1/threads/{thread_id}/responses",
  query: ["limit", "offset"],
  response: "json",
  success: /*#__PURE__*/ R.array(ResponseObjectSchema),
  pagination: { style: "offset", offset: "offset", limit: "limit", items: "" },
  prepare: true,
  platformData: { scope: "either", userIdIn: "none" }
}

/**
 * Conversation threads.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List threads.
   *
   * `GET /v1/threads`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly list: (
    params?: ThreadsListParams,
    options?: RequestOptions
  ) => Effect.Effect<ThreadList, ApiError | PreparedError>
  /**
   * Every page of `list`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listPages: (
    params?: ThreadsListParams,
    options?: RequestOptions
  ) => Stream.Stream<ThreadList, ApiError | PreparedError>
  /**
   * Every item of `list`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly listAll: (
    params?: ThreadsListParams,
    options?: RequestOptions
  ) => Stream.Stream<Thread, ApiError | PreparedError>
  /**
   * Create a conversation thread.
   *
   * `POST /v1/threads`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly create: (
    params?: ThreadsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<Thread, ApiError | PreparedError>
  /**
   * Read a thread.
   *
   * `GET /v1/threads/{thread_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param threadId Thread id.
   */
  readonly get: (
    threadId: string,
    params?: ThreadsGetParams,
    options?: RequestOptions
  ) => Effect.Effect<Thread, ApiError | PreparedError>
  /**
   * Rename a thread.
   *
   * `PATCH /v1/threads/{thread_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param threadId Thread id.
   */
  readonly update: (
    threadId: string,
    params?: ThreadsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<Thread, ApiError | PreparedError>
  /**
   * Delete a thread and its responses.
   *
   * `DELETE /v1/threads/{thread_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param threadId Thread id.
   */
  readonly delete: (threadId: string, options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
  /**
   * List the responses of a thread.
   *
   * Bare JSON array, newest first in the one recorded sample.
   *
   * `GET /v1/threads/{thread_id}/responses`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Pages by offset.
   *
   * Scope: the bound user, or the whole tenant.
   *
   * @param threadId Thread id.
   */
  readonly getResponses: (
    threadId: string,
    params?: ThreadsGetResponsesParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<ResponseObject>, ApiError | PreparedError>
  /**
   * Every page of `getResponses`, asked for one at a time.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly getResponsesPages: (
    threadId: string,
    params?: ThreadsGetResponsesParams,
    options?: RequestOptions
  ) => Stream.Stream<ReadonlyArray<ResponseObject>, ApiError | PreparedError>
  /**
   * Every item of `getResponses`, page after page.
   *
   * Scope: the bound user, or the whole tenant.
   */
  readonly getResponsesAll: (
    threadId: string,
    params?: ThreadsGetResponsesParams,
    options?: RequestOptions
  ) => Stream.Stream<ResponseObject, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "threads",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listThreads, [], params, options),
    listPages: (params, options) => Pagination.pages(client, listThreads, [], params, options),
    listAll: (params, options) => Pagination.items(client, listThreads, [], params, options, (page) => page.threads),
    create: (params, options) => client.request(createThread, [], params, options),
    get: (threadId, params, options) => client.request(getThread, [threadId], params, options),
    update: (threadId, params, options) => client.request(updateThread, [threadId], params, options),
    delete: (threadId, options) => client.request(deleteThread, [threadId], undefined, options),
    getResponses: (threadId, params, options) => client.request(listThreadResponses, [threadId], params, options),
    getResponsesPages: (threadId, params, options) =>
      Pagination.pages(client, listThreadResponses, [threadId], params, options),
    getResponsesAll: (threadId, params, options) =>
      Pagination.items(client, listThreadResponses, [threadId], params, options, (page) => page)
  })
)
