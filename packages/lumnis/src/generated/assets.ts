/**
 * The resource `assets` of Lumnis AI REST API (wire contract).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { OutreachAssetResponse, OutreachAssetType } from "./shared.js"
import { OutreachAssetResponseSchema } from "./shared.js"

/**
 * Parameters of {@link listAssets}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AssetsListParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
  /** Only active rows. */
  readonly active_only?: boolean | undefined
  /** Campaign id. */
  readonly campaign_id?: string | undefined
}

/**
 * Parameters of {@link createAsset}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AssetsCreateParams {
  /** Key of the asset. */
  readonly key: string
  /** Name. */
  readonly name: string
  /** Value of the asset. */
  readonly value: string
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  readonly type?: OutreachAssetType | undefined
}

/**
 * Parameters of {@link getAsset}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AssetsGetParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link updateAsset}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AssetsUpdateParams {
  /** User the call acts for: UUID or email. */
  readonly user_id?: string | undefined
  /** false switches it off. */
  readonly is_active?: boolean | undefined
  /** Name. */
  readonly name?: string | undefined
  /** Value of the asset. */
  readonly value?: string | undefined
}

/**
 * Parameters of {@link deactivateAsset}.
 *
 * @since 0.1.0
 * @category models
 */
export interface AssetsDeactivateParams {
  /** User UUID or email. */
  readonly user_id?: string | undefined
}

/**
 * GET `/v1/assets`
 *
 * @since 0.1.0
 * @category operations
 */
export const listAssets: Operation<ReadonlyArray<OutreachAssetResponse>, true> = {
  id: "listAssets",
  platform: "lumnis",
  resource: "assets",
  name: "list",
  method: "GET",
  path: "/v1/assets",
  query: ["user_id", "active_only", "campaign_id"],
  response: "json",
  success: /*#__PURE__*/ R.array(OutreachAssetResponseSchema),
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * POST `/v1/assets`
 *
 * @since 0.1.0
 * @category operations
 */
export const createAsset: Operation<OutreachAssetResponse, true> = {
  id: "createAsset",
  platform: "lumnis",
  resource: "assets",
  name: "create",
  method: "POST",
  path: "/v1/assets",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OutreachAssetResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * GET `/v1/assets/{asset_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getAsset: Operation<OutreachAssetResponse, true> = {
  id: "getAsset",
  platform: "lumnis",
  resource: "assets",
  name: "get",
  method: "GET",
  path: "/v1/assets/{asset_id}",
  query: ["user_id"],
  response: "json",
  success: OutreachAssetResponseSchema,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * PUT `/v1/assets/{asset_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateAsset: Operation<OutreachAssetResponse, true> = {
  id: "updateAsset",
  platform: "lumnis",
  resource: "assets",
  name: "update",
  method: "PUT",
  path: "/v1/assets/{asset_id}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: OutreachAssetResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "body" }
}

/**
 * DELETE `/v1/assets/{asset_id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deactivateAsset: Operation<OutreachAssetResponse, true> = {
  id: "deactivateAsset",
  platform: "lumnis",
  resource: "assets",
  name: "deactivate",
  method: "DELETE",
  path: "/v1/assets/{asset_id}",
  query: ["user_id"],
  response: "json",
  success: OutreachAssetResponseSchema,
  idempotencyKey: true,
  prepare: true,
  platformData: { scope: "user", userIdIn: "query" }
}

/**
 * Outreach assets.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List outreach assets.
   *
   * `GET /v1/assets`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   */
  readonly list: (
    params?: AssetsListParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<OutreachAssetResponse>, ApiError | PreparedError>
  /**
   * Create an outreach asset.
   *
   * `POST /v1/assets`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   */
  readonly create: (
    params: AssetsCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<OutreachAssetResponse, ApiError | PreparedError>
  /**
   * Read an outreach asset.
   *
   * `GET /v1/assets/{asset_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: needs a user, bound or given.
   *
   * @param assetId Asset id.
   */
  readonly get: (
    assetId: string,
    params?: AssetsGetParams,
    options?: RequestOptions
  ) => Effect.Effect<OutreachAssetResponse, ApiError | PreparedError>
  /**
   * Change an outreach asset.
   *
   * `PUT /v1/assets/{asset_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param assetId Asset id.
   */
  readonly update: (
    assetId: string,
    params?: AssetsUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<OutreachAssetResponse, ApiError | PreparedError>
  /**
   * Deactivate an outreach asset.
   *
   * `DELETE /v1/assets/{asset_id}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: needs a user, bound or given.
   *
   * @param assetId Asset id.
   */
  readonly deactivate: (
    assetId: string,
    params?: AssetsDeactivateParams,
    options?: RequestOptions
  ) => Effect.Effect<OutreachAssetResponse, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "assets",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listAssets, [], params, options),
    create: (params, options) => client.request(createAsset, [], params, options),
    get: (assetId, params, options) => client.request(getAsset, [assetId], params, options),
    update: (assetId, params, options) => client.request(updateAsset, [assetId], params, options),
    deactivate: (assetId, params, options) => client.request(deactivateAsset, [assetId], params, options)
  })
)
