/**
 * The resource `apiKeys` of LUML platform API.
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
import type { ApiKeyCreated } from "./shared.js"
import { ApiKeyCreatedSchema } from "./shared.js"

/**
 * POST `/v1/users/me/api-keys`
 *
 * @since 0.1.0
 * @category operations
 */
export const createApiKey: Operation<ApiKeyCreated, true> = {
  id: "createApiKey",
  platform: "luml",
  resource: "apiKeys",
  name: "create",
  method: "POST",
  path: "/v1/users/me/api-keys",
  response: "json",
  success: ApiKeyCreatedSchema,
  secrets: { answer: ["key"] },
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * DELETE `/v1/users/me/api-keys`
 *
 * @since 0.1.0
 * @category operations
 */
export const deleteApiKey: Operation<void, true> = {
  id: "deleteApiKey",
  platform: "luml",
  resource: "apiKeys",
  name: "delete",
  method: "DELETE",
  path: "/v1/users/me/api-keys",
  response: "none",
  success: R.none,
  prepare: true,
  platformData: { auth: "jwt" }
}

/**
 * JWT only.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Create or replace the caller's API key.
   *
   * One key per user: the previous key stops working at once. Shown only here.
   *
   * `POST /v1/users/me/api-keys`
   *
   * Errors: 401, 403, 409, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly create: (options?: RequestOptions) => Effect.Effect<ApiKeyCreated, ApiError | PreparedError>
  /**
   * Remove the caller's API key.
   *
   * `DELETE /v1/users/me/api-keys`
   *
   * Errors: 401, 403, 500.
   *
   * Credential: a user session (JWT); API keys are refused.
   */
  readonly delete: (options?: RequestOptions) => Effect.Effect<void, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "apiKeys",
  (client: ApiClient): Service => ({
    create: (options) => client.request(createApiKey, [], undefined, options),
    delete: (options) => client.request(deleteApiKey, [], undefined, options)
  })
)
