/**
 * The resource `apiKeys` of LVNG platform API (reconstruction).
 *
 * Generated from the contract by `pnpm codegen`; changes belong there.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type { OpenEnum } from "@trilum/core/OpenEnum"
import type { Operation } from "@trilum/core/Operation"
import * as Resource from "@trilum/core/Resource"
import * as R from "@trilum/core/ResponseSchema"
import type * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import type { Success } from "./shared.js"
import { SuccessSchema } from "./shared.js"

/**
 * A key without its secret.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiKey {
  readonly name: string
  readonly id?: string | null
  /** Visible start of the key. */
  readonly key_prefix?: string | null
  readonly scopes?: ReadonlyArray<ApiKeyScope> | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyCreate {
  /** Display name. */
  readonly name: string
  /** Null: never expires. */
  readonly expires_in_days?: number | null | undefined
  /** Default: `["read","write","execute"]`. */
  readonly scopes?: ReadonlyArray<ApiKeyScopeInput> | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyList {
  readonly data: ReadonlyArray<ApiKey>
  readonly success?: boolean | null
}

/**
 * @since 0.1.0
 * @category models
 */
export type ApiKeyScope = OpenEnum<"read" | "write" | "execute" | "admin" | "knowledge:read" | "knowledge:write">

/**
 * @since 0.1.0
 * @category models
 */
export type ApiKeyScopeInput = "read" | "write" | "execute" | "admin" | "knowledge:read" | "knowledge:write"

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeySecret {
  readonly id: string
  /** Raw key, shown once. */
  readonly key: string
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiKeySecretPartial {
  readonly id?: string | null
  /** Raw key, shown once. */
  readonly key?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeySecretEnvelope {
  readonly data: ApiKeySecret
  readonly success?: boolean | null
}

/**
 * Inferred: any field may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiKeySecretEnvelopePartial {
  readonly data?: ApiKeySecretPartial | null
  readonly success?: boolean | null
}

/**
 * Parameters of {@link createApiKey}.
 *
 * @since 0.1.0
 * @category models
 */
export type ApiKeysCreateParams = ApiKeyCreate

/**
 * Schema of {@link ApiKey}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeySchema: R.ResponseSchema<ApiKey> = /*#__PURE__*/ R.struct<ApiKey>(() => ({
  name: R.string,
  id: R.optional(R.string),
  key_prefix: R.optional(R.string),
  scopes: R.optional(R.array(ApiKeyScopeSchema))
}))

/**
 * Schema of {@link ApiKeyList}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyListSchema: R.ResponseSchema<ApiKeyList> = /*#__PURE__*/ R.struct<ApiKeyList>(() => ({
  data: R.array(ApiKeySchema),
  success: R.optional(R.boolean)
}))

/**
 * Schema of {@link ApiKeyScope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyScopeSchema: R.ResponseSchema<ApiKeyScope> = /*#__PURE__*/ R.openEnum([
  "read",
  "write",
  "execute",
  "admin",
  "knowledge:read",
  "knowledge:write"
])

/**
 * Schema of {@link ApiKeySecret}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeySecretSchema: R.ResponseSchema<ApiKeySecret> = /*#__PURE__*/ R.struct<ApiKeySecret>(() => ({
  id: R.string,
  key: R.string
}))

/**
 * Schema of {@link ApiKeySecretPartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeySecretPartialSchema: R.ResponseSchema<ApiKeySecretPartial> =
  /*#__PURE__*/ R.struct<ApiKeySecretPartial>(() => ({
    id: R.optional(R.string),
    key: R.optional(R.string)
  }))

/**
 * Schema of {@link ApiKeySecretEnvelope}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeySecretEnvelopeSchema: R.ResponseSchema<ApiKeySecretEnvelope> =
  /*#__PURE__*/ R.struct<ApiKeySecretEnvelope>(() => ({
    data: ApiKeySecretSchema,
    success: R.optional(R.boolean)
  }))

/**
 * Schema of {@link ApiKeySecretEnvelopePartial}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeySecretEnvelopePartialSchema: R.ResponseSchema<ApiKeySecretEnvelopePartial> =
  /*#__PURE__*/ R.struct<ApiKeySecretEnvelopePartial>(() => ({
    data: R.optional(ApiKeySecretPartialSchema),
    success: R.optional(R.boolean)
  }))

/**
 * GET `/api/v2/api-keys`
 *
 * @since 0.1.0
 * @category operations
 */
export const listApiKeys: Operation<ApiKeyList, true> = {
  id: "listApiKeys",
  platform: "lvng",
  resource: "apiKeys",
  name: "list",
  method: "GET",
  path: "/api/v2/api-keys",
  response: "json",
  success: ApiKeyListSchema,
  prepare: true,
  platformData: { auth: "jwt", evidence: "example", scope: "read" }
}

/**
 * POST `/api/v2/api-keys`
 *
 * @since 0.1.0
 * @category operations
 */
export const createApiKey: Operation<ApiKeySecretEnvelope, true> = {
  id: "createApiKey",
  platform: "lvng",
  resource: "apiKeys",
  name: "create",
  method: "POST",
  path: "/api/v2/api-keys",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ApiKeySecretEnvelopeSchema,
  idempotencyKey: true,
  secrets: { answer: ["data.key"] },
  prepare: true,
  platformData: { auth: "jwt", evidence: "documented", scope: "write" }
}

/**
 * DELETE `/api/v2/api-keys/{id}`
 *
 * @since 0.1.0
 * @category operations
 */
export const revokeApiKey: Operation<Success, true> = {
  id: "revokeApiKey",
  platform: "lvng",
  resource: "apiKeys",
  name: "revoke",
  method: "DELETE",
  path: "/api/v2/api-keys/{id}",
  response: "json",
  success: SuccessSchema,
  prepare: true,
  platformData: { auth: "jwt", evidence: "example", scope: "write" }
}

/**
 * POST `/api/v2/api-keys/{id}/rotate`
 *
 * @since 0.1.0
 * @category operations
 */
export const rotateApiKey: Operation<ApiKeySecretEnvelopePartial, true> = {
  id: "rotateApiKey",
  platform: "lvng",
  resource: "apiKeys",
  name: "rotate",
  method: "POST",
  path: "/api/v2/api-keys/{id}/rotate",
  response: "json",
  success: ApiKeySecretEnvelopePartialSchema,
  idempotencyKey: true,
  secrets: { answer: ["data.key"] },
  prepare: true,
  platformData: { auth: "jwt", evidence: "named", scope: "write" }
}

/**
 * Per-user API keys; only a user session may manage them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List API keys.
   *
   * `GET /api/v2/api-keys`
   *
   * Errors: 401, 403, 429, 500, 503.
   *
   * Evidence: seen in official example code.
   * Credential: a user session (JWT); API keys are refused.
   * Rate limit: 100/60s per user.
   */
  readonly list: (options?: RequestOptions) => Effect.Effect<ApiKeyList, ApiError | PreparedError>
  /**
   * Create an API key.
   *
   * The raw key is returned here and never again. At most ten active keys a user.
   *
   * `POST /api/v2/api-keys`
   *
   * Errors: 400, 401, 403, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: documented.
   * Credential: a user session (JWT); API keys are refused.
   * Rate limit: 100/60s per user.
   */
  readonly create: (
    params: ApiKeysCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<ApiKeySecretEnvelope, ApiError | PreparedError>
  /**
   * Revoke an API key.
   *
   * `DELETE /api/v2/api-keys/{id}`
   *
   * Errors: 401, 403, 404, 429, 500, 503.
   *
   * Evidence: seen in official example code.
   * The response is inferred: any field may be absent.
   * Credential: a user session (JWT); API keys are refused.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly revoke: (id: string, options?: RequestOptions) => Effect.Effect<Success, ApiError | PreparedError>
  /**
   * Replace the secret of an API key.
   *
   * Not verified against the real service: method and path follow the conventions of the API and can differ.
   *
   * `POST /api/v2/api-keys/{id}/rotate`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 500, 503. Takes an idempotency key.
   *
   * Evidence: only named by the vendor; path and method are likely, not certain.
   * The response is inferred: any field may be absent.
   * Credential: a user session (JWT); API keys are refused.
   * Rate limit: 100/60s per user.
   *
   * @param id Identifier of the resource.
   */
  readonly rotate: (
    id: string,
    options?: RequestOptions
  ) => Effect.Effect<ApiKeySecretEnvelopePartial, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "apiKeys",
  (client: ApiClient): Service => ({
    list: (options) => client.request(listApiKeys, [], undefined, options),
    create: (params, options) => client.request(createApiKey, [], params, options),
    revoke: (id, options) => client.request(revokeApiKey, [id], undefined, options),
    rotate: (id, options) => client.request(rotateApiKey, [id], undefined, options)
  })
)
