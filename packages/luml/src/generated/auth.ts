/**
 * The resource `auth` of LUML platform API.
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
import type { ApiClient, RequestOptions } from "../client.js"

/**
 * GET `/v1/auth/api-keys/validate`
 *
 * @since 0.1.0
 * @category operations
 */
export const validateApiKey: Operation<void, false> = {
  id: "validateApiKey",
  platform: "luml",
  resource: "auth",
  name: "validateApiKey",
  method: "GET",
  path: "/v1/auth/api-keys/validate",
  response: "none",
  success: R.none,
  prepare: false,
  platformData: { auth: "api_key" }
}

/**
 * API key check.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /**
   * Check the API key.
   *
   * Empty answer when the key is good. A JWT gets a 403.
   *
   * `GET /v1/auth/api-keys/validate`
   *
   * Errors: 401, 403, 500.
   */
  readonly validateApiKey: (options?: RequestOptions) => Effect.Effect<void, ApiError>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const resource = /* @__PURE__ */ Resource.make(
  "auth",
  (client: ApiClient): Service => ({
    validateApiKey: (options) => client.request(validateApiKey, [], undefined, options)
  })
)
