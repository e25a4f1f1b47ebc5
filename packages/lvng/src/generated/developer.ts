/**
 * The resource `developer` of LVNG platform API (reconstruction).
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
import type { CursorPage, Success, UnknownJson, WebhookEventTypeInput } from "./shared.js"
import { CursorPageSchema, SuccessSchema, UnknownJsonSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyUsage {
  readonly data: ApiKeyUsageData
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyUsageData {
  readonly days: number
  readonly key_id: string
  /** Requests per day, oldest first; one number a day. */
  readonly sparkline: ReadonlyArray<number>
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeveloperCreateWebhookResponse {
  readonly data?: Webhook | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeveloperListResponse {
  readonly data?: ReadonlyArray<Webhook> | null
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeveloperListWebhookDeliveriesResponse {
  readonly data?: ReadonlyArray<{ readonly [key: string]: unknown }> | null
}

/**
 * Reply not seen.
 *
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface Webhook {
  readonly id?: string | null
  readonly description?: string | null
  readonly events?: ReadonlyArray<string> | null
  /** Signing secret made by the server. The name is not verified against the real service. */
  readonly secret?: string | null
  readonly url?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WebhookCreate {
  readonly events: ReadonlyArray<WebhookEventTypeInput>
  /** HTTP or HTTPS address. Format: uri. */
  readonly url: string
  readonly description?: string | undefined
}

/**
 * Parameters of {@link getApiKeyUsage}.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeveloperGetApiKeyUsageParams {
  /** Days to cover. Default: `7`. */
  readonly days?: number | undefined
}

/**
 * Parameters of {@link listDeveloperEvents}.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeveloperListEventsParams {
  /** Page size. */
  readonly limit?: number | undefined
  /** Opaque position taken from the previous page's nextCursor; absent on the first call. */
  readonly cursor?: string | undefined
}

/**
 * Parameters of {@link createWebhook}.
 *
 * @since 0.1.0
 * @category models
 */
export type DeveloperCreateWebhookParams = WebhookCreate

/**
 * Parameters of {@link updateWebhook}.
 *
 * @since 0.1.0
 * @category models
 */
export interface DeveloperUpdateWebhookParams {
  readonly [key: string]: unknown
}

/**
 * Schema of {@link ApiKeyUsage}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyUsageSchema: R.ResponseSchema<ApiKeyUsage> = /*#__PURE__*/ R.struct<ApiKeyUsage>(() => ({
  data: ApiKeyUsageDataSchema,
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link ApiKeyUsageData}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyUsageDataSchema: R.ResponseSchema<ApiKeyUsageData> = /*#__PURE__*/ R.struct<ApiKeyUsageData>(() => ({
  days: R.number,
  key_id: R.string,
  sparkline: R.array(R.number)
}))

/**
 * Schema of {@link DeveloperCreateWebhookResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeveloperCreateWebhookResponseSchema: R.ResponseSchema<DeveloperCreateWebhookResponse> =
  /*#__PURE__*/ R.struct<DeveloperCreateWebhookResponse>(() => ({
    data: R.optional(WebhookSchema),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link DeveloperListResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeveloperListResponseSchema: R.ResponseSchema<DeveloperListResponse> =
  /*#__PURE__*/ R.struct<DeveloperListResponse>(() => ({
    data: R.optional(R.array(WebhookSchema)),
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link DeveloperListWebhookDeliveriesResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const DeveloperListWebhookDeliveriesResponseSchema: R.ResponseSchema<DeveloperListWebhookDeliveriesResponse> =
  /*#__PURE__*/ R.struct<DeveloperListWebhookDeliveriesResponse>(() => ({
    data: R.optional(R.array(R.object))
  }))

/**
 * Schema of {@link Webhook}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const WebhookSchema: R.ResponseSchema<Webhook> = /*#__PURE__*/ R.struct<Webhook>(() => ({
  id: R.optional(R.string),
  description: R.optional(R.string),
  events: R.optional(R.array(R.string)),
  secret: R.optional(R.string),
  url: R.optional(R.string)
}))

/**
 * GET `/api/v2/developer/api-keys/{id}/usage`
 *
 * @since 0.1.0
 * @category operations
 */
export const getApiKeyUsage: Operation<ApiKeyUsage, false> = {
  id: "getApiKeyUsage",
  platform: "lvng",
  resource: "developer",
  name: "getApiKeyUsage",
  method: "GET",
  path: "/api/v2/developer/api-keys/{id}/usage",
  query: ["days"],
  response: "json",
  success: ApiKeyUsageSchema,
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "read" }
}

/**
 * GET `/api/v2/developer/events`
 *
 * @since 0.1.0
 * @category operations
 */
export const listDeveloperEvents: Operation<CursorPage, true> = {
  id: "listDeveloperEvents",
  platform: "lvng",
  resource: "developer",
  name: "listEvents",
  method: "GET",
  path: "/api/v2/developer/events",
  query: ["limit", "cursor"],
  response: "json",
  success: CursorPageSchema,
  pagination: { style: "cursor", cursor: "cursor", limit: "limit", items: "data", next: "nextCursor" },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * GET `/api/v2/developer/webhooks`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWebhooks: Operation<DeveloperListResponse, true> = {
  id: "listWebhooks",
  platform: "lvng",
  resource: "developer",
  name: "list",
  method: "GET",
  path: "/api/v2/developer/webhooks",
  response: "json",
  success: DeveloperListResponseSchema,
  secrets: { answer: ["data.*.secret"] },
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/developer/webhooks`
 *
 * @since 0.1.0
 * @category operations
 */
export const createWebhook: Operation<DeveloperCreateWebhookResponse, false> = {
  id: "createWebhook",
  platform: "lvng",
  resource: "developer",
  name: "createWebhook",
  method: "POST",
  path: "/api/v2/developer/webhooks",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: DeveloperCreateWebhookResponseSchema,
  idempotencyKey: true,
  secrets: { answer: ["data.secret"] },
  prepare: false,
  platformData: { auth: "both", evidence: "documented", scope: "write" }
}

/**
 * PATCH `/api/v2/developer/webhooks/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateWebhook: Operation<UnknownJson, true> = {
  id: "updateWebhook",
  platform: "lvng",
  resource: "developer",
  name: "updateWebhook",
  method: "PATCH",
  path: "/api/v2/developer/webhooks/{id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: UnknownJsonSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * DELETE `/api/v2/developer/webhooks/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteWebhook: Operation<Success, true> = {
  id: "deleteWebhook",
  platform: "lvng",
  resource: "developer",
  name: "deleteWebhook",
  method: "DELETE",
  path: "/api/v2/developer/webhooks/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "write" }
}

/**
 * GET `/api/v2/developer/webhooks/{id}/deliveries`
 *
 * @since 0.1.0
 * @category operations
 */
export const listWebhookDeliveries: Operation<DeveloperListWebhookDeliveriesResponse, true> = {
  id: "listWebhookDeliveries",
  platform: "lvng",
  resource: "developer",
  name: "listWebhookDeliveries",
  method: "GET",
  path: "/api/v2/developer/webhooks/{id}/deliveries",
  response: "json",
  success: DeveloperListWebhookDeliveriesResponseSchema,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "read" }
}

/**
 * POST `/api/v2/developer/webhooks/{id}/test`
 *
 * @since 0.1.0
 * @category operations
 */
export const testWebhook: Operation<UnknownJson, true> = {
  id: "testWebhook",
  platform: "lvng",
  resource: "developer",
  name: "testWebhook",
  method: "POST",
  path: "/api/v2/developer/webhooks/{id}/test",
  response: "json",
  success: UnknownJsonSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { auth: "both", evidence: "named", scope: "execute" }
}

/**
 * Webhooks, key usage, event log.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Requests per day of one key.
   *
   * Only for keys the caller owns.
   *
   * `GET /api/v2/developer/api-keys/{id}/usage`
   *
   * Errors: 400, 401, 403, 404, 429, 500, 503.
   *
   * Evidence: documented.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly getApiKeyUsage: (
    id: string,
    params?: DeveloperGetApiKeyUsageParams,
    options?: RequestOptions
  ) => Effect.Effect<ApiKeyUsage, ApiError>
  /**
   * Event log.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/developer/events`
   *
   * Errors: 400, 401, 403, 429, 500, 503. Pages by cursor.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * Rate limit: 100/60s per user.
   */
  readonly listEvents: (
    params?: DeveloperListEventsParams,
    options?: RequestOptions
  ) => Effect.Effect<CursorPage, ApiError | PreparedError>
  /** Every page of `listEvents`, asked for one at a time. */
  readonly listEventsPages: (
    params?: DeveloperListEventsParams,
    options?: RequestOptions
  ) => Stream.Stream<CursorPage, ApiError | PreparedError>
  /** Every item of `listEvents`, page after page. */
  readonly listEventsAll: (
    params?: DeveloperListEventsParams,
    options?: RequestOptions
  ) => Stream.Stream<unknown, ApiError | PreparedError>
  /**
   * List webhooks.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/developer/webhooks`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly list: (options?: RequestOptions) => Effect.Effect<DeveloperListResponse, ApiError | PreparedError>
  /**
   * Subscribe to events.
   *
   * The server makes the signing secret.
   *
   * `POST /api/v2/developer/webhooks`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   */
  readonly createWebhook: (
    params: DeveloperCreateWebhookParams,
    options?: RequestOptions
  ) => Effect.Effect<DeveloperCreateWebhookResponse, ApiError>
  /**
   * Change a webhook.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `PATCH /api/v2/developer/webhooks/{id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly updateWebhook: (
    id: string,
    params?: DeveloperUpdateWebhookParams,
    options?: RequestOptions
  ) => Effect.Effect<UnknownJson, ApiError | PreparedError>
  /**
   * Remove a webhook.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `DELETE /api/v2/developer/webhooks/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly deleteWebhook: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Delivery log.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `GET /api/v2/developer/webhooks/{id}/deliveries`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly listWebhookDeliveries: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<DeveloperListWebhookDeliveriesResponse, ApiError | PreparedError>
  /**
   * Send a test event.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/developer/webhooks/{id}/test`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly testWebhook: (id: string, options?: RequestOptions) => Effect.Effect<UnknownJson, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "developer",
  (client: ApiClient): Service => ({
    getApiKeyUsage: (id, params, options) => client.request(getApiKeyUsage, [id], params, options),
    listEvents: (params, options) => client.request(listDeveloperEvents, [], params, options),
    listEventsPages: (params, options) => Pagination.pages(client, listDeveloperEvents, [], params, options),
    listEventsAll: (params, options) =>
      Pagination.items(client, listDeveloperEvents, [], params, options, (page) => page.data),
    list: (options) => client.request(listWebhooks, [], undefined, options),
    createWebhook: (params, options) => client.request(createWebhook, [], params, options),
    updateWebhook: (id, params, options) => client.request(updateWebhook, [id], params, options),
    deleteWebhook: (id, options) => client.request(deleteWebhook, [id], undefined, options),
    listWebhookDeliveries: (id, options) => client.request(listWebhookDeliveries, [id], undefined, options),
    testWebhook: (id, options) => client.request(testWebhook, [id], undefined, options)
  })
)
