/**
 * The resource `externalApiKeys` of Lumnis AI REST API (wire contract).
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
import type * as Redacted from "effect/Redacted"
import type { ApiClient, RequestOptions } from "../client.js"
import type { ApiKeyMode, MessageResult } from "./shared.js"
import { ApiKeyModeSchema, MessageResultSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyModeRequest {
  readonly mode: ApiKeyMode
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ApiKeyModeResponse {
  readonly api_key_mode: ApiKeyMode
}

/**
 * Provider of an own key. Other names are accepted.
 *
 * @since 0.1.0
 * @category models
 */
export type ApiProvider = OpenEnum<
  | "OPENAI_API_KEY"
  | "ANTHROPIC_API_KEY"
  | "GOOGLE_API_KEY"
  | "COHERE_API_KEY"
  | "GROQ_API_KEY"
  | "NVIDIA_API_KEY"
  | "FIREWORKS_API_KEY"
  | "MISTRAL_API_KEY"
  | "TOGETHER_API_KEY"
  | "XAI_API_KEY"
  | "PPLX_API_KEY"
  | "HUGGINGFACE_API_KEY"
  | "DEEPSEEK_API_KEY"
  | "IBM_API_KEY"
  | "EXA_API_KEY"
  | "SERPAPI_API_KEY"
  | "CRUSTDATA_API_KEY"
  | "E2B_API_KEY"
  | "CORESIGNAL_API_KEY"
  | "PDL_API_KEY"
  | "FIBER_API_KEY"
  | "FIRECRAWL_API_KEY"
  | "ENRICH_LAYER_API_KEY"
  | "AWS_ACCESS_KEY_ID"
  | "AWS_SECRET_ACCESS_KEY"
  | "OPENROUTER_API_KEY"
  | "PROSPEO_API_KEY"
  | "AZURE_API_KEY"
>

/**
 * Metadata only; the secret is never returned.
 *
 * @since 0.1.0
 * @category models
 */
export interface ExternalApiKey {
  readonly is_active: boolean
  readonly key_id: string
  readonly provider: string
  readonly created_at?: Date | null
  readonly created_by?: string | null
  readonly expires_at?: Date | null
  readonly key_name?: string | null
  readonly updated_at?: Date | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface StoreApiKeyRequest {
  /** The key itself. It is stored encrypted and never returned. */
  readonly api_key: string | Redacted.Redacted
  readonly provider: ApiProvider
  /** When the key expires (ISO 8601). */
  readonly expires_at?: Date | string | undefined
  /** Name of the stored key. Default: the key of the provider. */
  readonly key_name?: string | undefined
  /** Not verified against the real service. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link listExternalApiKeys}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ExternalApiKeysListParams {
  /** Only keys of this user. Not verified against the real service. */
  readonly user_id?: string | undefined
}

/**
 * Parameters of {@link storeExternalApiKey}.
 *
 * @since 0.1.0
 * @category models
 */
export type ExternalApiKeysCreateParams = StoreApiKeyRequest

/**
 * Parameters of {@link setExternalApiKeyMode}.
 *
 * @since 0.1.0
 * @category models
 */
export type ExternalApiKeysSetModeParams = ApiKeyModeRequest

/**
 * Parameters of {@link deleteExternalApiKey}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ExternalApiKeysDeleteParams {
  /** Name of the stored key. Default: the key of the provider. */
  readonly key_name?: string | undefined
  /** Only keys of this user. Not verified against the real service. */
  readonly user_id?: string | undefined
}

/**
 * Schema of {@link ApiKeyModeResponse}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ApiKeyModeResponseSchema: R.ResponseSchema<ApiKeyModeResponse> =
  /*#__PURE__*/ R.struct<ApiKeyModeResponse>(() => ({
    api_key_mode: ApiKeyModeSchema
  }))

/**
 * Schema of {@link ExternalApiKey}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ExternalApiKeySchema: R.ResponseSchema<ExternalApiKey> = /*#__PURE__*/ R.struct<ExternalApiKey>(() => ({
  is_active: R.boolean,
  key_id: R.string,
  provider: R.string,
  created_at: R.optional(R.timestamp),
  created_by: R.optional(R.string),
  expires_at: R.optional(R.timestamp),
  key_name: R.optional(R.string),
  updated_at: R.optional(R.timestamp)
}))

/**
 * GET `/v1/external-api-keys`
 *
 * @since 0.1.0
 * @category operations
 */
export const listExternalApiKeys: Operation<ReadonlyArray<ExternalApiKey>, false> = {
  id: "listExternalApiKeys",
  platform: "lumnis",
  resource: "externalApiKeys",
  name: "list",
  method: "GET",
  path: "/v1/external-api-keys",
  query: ["user_id"],
  response: "json",
  success: /*#__PURE__*/ R.array(ExternalApiKeySchema),
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/external-api-keys`
 *
 * @since 0.1.0
 * @category operations
 */
export const storeExternalApiKey: Operation<ExternalApiKey, false> = {
  id: "storeExternalApiKey",
  platform: "lumnis",
  resource: "externalApiKeys",
  name: "create",
  method: "POST",
  path: "/v1/external-api-keys",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ExternalApiKeySchema,
  idempotencyKey: true,
  secrets: { params: ["api_key"] },
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/external-api-keys/mode`
 *
 * @since 0.1.0
 * @category operations
 */
export const getExternalApiKeyMode: Operation<ApiKeyModeResponse, false> = {
  id: "getExternalApiKeyMode",
  platform: "lumnis",
  resource: "externalApiKeys",
  name: "getMode",
  method: "GET",
  path: "/v1/external-api-keys/mode",
  response: "json",
  success: ApiKeyModeResponseSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * PATCH `/v1/external-api-keys/mode`
 *
 * @since 0.1.0
 * @category operations
 */
export const setExternalApiKeyMode: Operation<ApiKeyModeResponse, false> = {
  id: "setExternalApiKeyMode",
  platform: "lumnis",
  resource: "externalApiKeys",
  name: "setMode",
  method: "PATCH",
  path: "/v1/external-api-keys/mode",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ApiKeyModeResponseSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * GET `/v1/external-api-keys/{key}`
 *
 * @since 0.1.0
 * @category operations
 */
export const getExternalApiKey: Operation<ExternalApiKey, false> = {
  id: "getExternalApiKey",
  platform: "lumnis",
  resource: "externalApiKeys",
  name: "get",
  method: "GET",
  path: "/v1/external-api-keys/{key}",
  response: "json",
  success: ExternalApiKeySchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * DELETE `/v1/external-api-keys/{key}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteExternalApiKey: Operation<MessageResult, false> = {
  id: "deleteExternalApiKey",
  platform: "lumnis",
  resource: "externalApiKeys",
  name: "delete",
  method: "DELETE",
  path: "/v1/external-api-keys/{key}",
  query: ["key_name", "user_id"],
  response: "json",
  success: MessageResultSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * Bring-your-own provider keys.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * List stored keys (metadata).
   *
   * `GET /v1/external-api-keys`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly list: (
    params?: ExternalApiKeysListParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<ExternalApiKey>, ApiError>
  /**
   * Store a provider key.
   *
   * `POST /v1/external-api-keys`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly create: (
    params: ExternalApiKeysCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<ExternalApiKey, ApiError>
  /**
   * Read the key mode.
   *
   * `GET /v1/external-api-keys/mode`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly getMode: (options?: RequestOptions) => Effect.Effect<ApiKeyModeResponse, ApiError>
  /**
   * Switch between platform and own keys.
   *
   * `PATCH /v1/external-api-keys/mode`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly setMode: (
    params: ExternalApiKeysSetModeParams,
    options?: RequestOptions
  ) => Effect.Effect<ApiKeyModeResponse, ApiError>
  /**
   * Read one key (metadata).
   *
   * `GET /v1/external-api-keys/{key}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param key Key id to read, provider name to delete.
   */
  readonly get: (key: string, options?: RequestOptions) => Effect.Effect<ExternalApiKey, ApiError>
  /**
   * Delete a provider key.
   *
   * Takes the name of the provider, not the id of the key.
   *
   * `DELETE /v1/external-api-keys/{key}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param key Key id to read, provider name to delete.
   */
  readonly delete: (
    key: string,
    params?: ExternalApiKeysDeleteParams,
    options?: RequestOptions
  ) => Effect.Effect<MessageResult, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "externalApiKeys",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(listExternalApiKeys, [], params, options),
    create: (params, options) => client.request(storeExternalApiKey, [], params, options),
    getMode: (options) => client.request(getExternalApiKeyMode, [], undefined, options),
    setMode: (params, options) => client.request(setExternalApiKeyMode, [], params, options),
    get: (key, options) => client.request(getExternalApiKey, [key], undefined, options),
    delete: (key, params, options) => client.request(deleteExternalApiKey, [key], params, options)
  })
)
