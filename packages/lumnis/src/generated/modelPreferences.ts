/**
 * The resource `modelPreferences` of Lumnis AI REST API (wire contract).
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
import type { ApiClient, RequestOptions } from "../client.js"
import type { ModelType } from "./shared.js"
import { ModelTypeSchema } from "./shared.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface ModelAvailability {
  readonly is_available: boolean
  readonly model_name: string
  readonly model_type: ModelType
  readonly provider: ModelProvider
  readonly requires_api_key: boolean
  readonly reason?: string | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ModelPreference {
  readonly created_at: Date
  readonly is_active: boolean
  readonly model_name: string
  readonly model_type: ModelType
  readonly provider: ModelProvider
  /** Format: uuid. */
  readonly tenant_id: string
  readonly updated_at: Date
}

/**
 * A preference. Inside a bulk update, model_type is repeated.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelPreferenceCreate {
  /** Model name. */
  readonly model_name: string
  readonly provider: ModelProvider
  readonly model_type?: ModelType | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ModelPreferenceSet {
  readonly preferences: ReadonlyArray<ModelPreference>
  /** Format: uuid. */
  readonly tenant_id: string
  /** Default: `[]`. */
  readonly defaults_applied?: ReadonlyArray<ModelType> | null
}

/**
 * Preferences by model type, e.g. SMART_MODEL.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelPreferencesBulkUpdate {
  /** Preferences by model type. */
  readonly preferences: { readonly [key: string]: ModelPreferenceCreate }
}

/**
 * @since 0.1.0
 * @category models
 */
export type ModelProvider = OpenEnum<
  | "openai"
  | "anthropic"
  | "azure_openai"
  | "azure_ai"
  | "google_vertexai"
  | "google_genai"
  | "google_anthropic_vertex"
  | "bedrock"
  | "bedrock_converse"
  | "cohere"
  | "fireworks"
  | "together"
  | "mistralai"
  | "huggingface"
  | "groq"
  | "ollama"
  | "deepseek"
  | "ibm"
  | "nvidia"
  | "xai"
  | "perplexity"
>

/**
 * Parameters of {@link getModelPreferences}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelPreferencesListParams {
  /** Also the defaults of the platform. Default: `true`. */
  readonly include_defaults?: boolean | undefined
}

/**
 * Parameters of {@link updateModelPreferences}.
 *
 * @since 0.1.0
 * @category models
 */
export type ModelPreferencesUpdateBulkParams = ModelPreferencesBulkUpdate

/**
 * Parameters of {@link checkModelAvailability}.
 *
 * @since 0.1.0
 * @category models
 */
export interface ModelPreferencesCheckAvailabilityParams {
  /** The whole body. */
  readonly body: ReadonlyArray<ModelPreferenceCreate>
}

/**
 * Parameters of {@link updateModelPreference}.
 *
 * @since 0.1.0
 * @category models
 */
export type ModelPreferencesUpdateParams = ModelPreferenceCreate

/**
 * Schema of {@link ModelAvailability}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelAvailabilitySchema: R.ResponseSchema<ModelAvailability> = /*#__PURE__*/ R.struct<ModelAvailability>(
  () => ({
    is_available: R.boolean,
    model_name: R.string,
    model_type: ModelTypeSchema,
    provider: ModelProviderSchema,
    requires_api_key: R.boolean,
    reason: R.optional(R.string)
  })
)

/**
 * Schema of {@link ModelPreference}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelPreferenceSchema: R.ResponseSchema<ModelPreference> = /*#__PURE__*/ R.struct<ModelPreference>(() => ({
  created_at: R.timestamp,
  is_active: R.boolean,
  model_name: R.string,
  model_type: ModelTypeSchema,
  provider: ModelProviderSchema,
  tenant_id: R.string,
  updated_at: R.timestamp
}))

/**
 * Schema of {@link ModelPreferenceSet}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelPreferenceSetSchema: R.ResponseSchema<ModelPreferenceSet> =
  /*#__PURE__*/ R.struct<ModelPreferenceSet>(() => ({
    preferences: R.array(ModelPreferenceSchema),
    tenant_id: R.string,
    defaults_applied: R.optional(R.array(ModelTypeSchema))
  }))

/**
 * Schema of {@link ModelProvider}.
 *
 * @since 0.1.0
 * @category schemas
 */
export const ModelProviderSchema: R.ResponseSchema<ModelProvider> = /*#__PURE__*/ R.openEnum([
  "openai",
  "anthropic",
  "azure_openai",
  "azure_ai",
  "google_vertexai",
  "google_genai",
  "google_anthropic_vertex",
  "bedrock",
  "bedrock_converse",
  "cohere",
  "fireworks",
  "together",
  "mistralai",
  "huggingface",
  "groq",
  "ollama",
  "deepseek",
  "ibm",
  "nvidia",
  "xai",
  "perplexity"
])

/**
 * GET `/v1/model-preferences`
 *
 * @since 0.1.0
 * @category operations
 */
export const getModelPreferences: Operation<ModelPreferenceSet, false> = {
  id: "getModelPreferences",
  platform: "lumnis",
  resource: "modelPreferences",
  name: "list",
  method: "GET",
  path: "/v1/model-preferences",
  query: ["include_defaults"],
  response: "json",
  success: ModelPreferenceSetSchema,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * PUT `/v1/model-preferences`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateModelPreferences: Operation<ModelPreferenceSet, false> = {
  id: "updateModelPreferences",
  platform: "lumnis",
  resource: "modelPreferences",
  name: "updateBulk",
  method: "PUT",
  path: "/v1/model-preferences",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ModelPreferenceSetSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * POST `/v1/model-preferences/check-availability`
 *
 * @since 0.1.0
 * @category operations
 */
export const checkModelAvailability: Operation<ReadonlyArray<ModelAvailability>, false> = {
  id: "checkModelAvailability",
  platform: "lumnis",
  resource: "modelPreferences",
  name: "checkAvailability",
  method: "POST",
  path: "/v1/model-preferences/check-availability",
  body: "json",
  wholeBody: true,
  bodyRequired: true,
  response: "json",
  success: /*#__PURE__*/ R.array(ModelAvailabilitySchema),
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * PATCH `/v1/model-preferences/{model_type}`
 *
 * @since 0.1.0
 * @category operations
 */
export const updateModelPreference: Operation<ModelPreference, false> = {
  id: "updateModelPreference",
  platform: "lumnis",
  resource: "modelPreferences",
  name: "update",
  method: "PATCH",
  path: "/v1/model-preferences/{model_type}",
  body: "json",
  bodyRequired: true,
  response: "json",
  success: ModelPreferenceSchema,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * DELETE `/v1/model-preferences/{model_type}`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteModelPreference: Operation<void, false> = {
  id: "deleteModelPreference",
  platform: "lumnis",
  resource: "modelPreferences",
  name: "delete",
  method: "DELETE",
  path: "/v1/model-preferences/{model_type}",
  response: "none",
  success: R.none,
  idempotencyKey: true,
  prepare: false,
  platformData: { scope: "tenant", userIdIn: "none" }
}

/**
 * Preferred models per model type.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Read model preferences.
   *
   * `GET /v1/model-preferences`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly list: (
    params?: ModelPreferencesListParams,
    options?: RequestOptions
  ) => Effect.Effect<ModelPreferenceSet, ApiError>
  /**
   * Set several preferences.
   *
   * `PUT /v1/model-preferences`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly updateBulk: (
    params: ModelPreferencesUpdateBulkParams,
    options?: RequestOptions
  ) => Effect.Effect<ModelPreferenceSet, ApiError>
  /**
   * Check which models are usable with the stored keys.
   *
   * Both request and response are bare arrays.
   *
   * `POST /v1/model-preferences/check-availability`
   *
   * Errors: 400, 401, 403, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   */
  readonly checkAvailability: (
    params: ModelPreferencesCheckAvailabilityParams,
    options?: RequestOptions
  ) => Effect.Effect<ReadonlyArray<ModelAvailability>, ApiError>
  /**
   * Set one preference.
   *
   * `PATCH /v1/model-preferences/{model_type}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param modelType ModelType value.
   */
  readonly update: (
    modelType: string,
    params: ModelPreferencesUpdateParams,
    options?: RequestOptions
  ) => Effect.Effect<ModelPreference, ApiError>
  /**
   * Revert one model type to the default.
   *
   * `DELETE /v1/model-preferences/{model_type}`
   *
   * Errors: 400, 401, 403, 404, 422, 429, 5XX. Takes an idempotency key.
   *
   * Scope: the tenant; takes no user of its own.
   *
   * @param modelType ModelType value.
   */
  readonly delete: (modelType: string, options?: RequestOptions) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "modelPreferences",
  (client: ApiClient): Service => ({
    list: (params, options) => client.request(getModelPreferences, [], params, options),
    updateBulk: (params, options) => client.request(updateModelPreferences, [], params, options),
    checkAvailability: (params, options) => client.request(checkModelAvailability, [], params, options),
    update: (modelType, params, options) => client.request(updateModelPreference, [modelType], params, options),
    delete: (modelType, options) => client.request(deleteModelPreference, [modelType], undefined, options)
  })
)
