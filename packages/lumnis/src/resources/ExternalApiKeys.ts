/**
 * Keys of other providers that the platform uses for you. Values are write-only: no operation returns them.
 *
 * @since 0.1.0
 */

import type { ValidationError } from "@trilum/core/ApiError"
import * as ApiError from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/externalApiKeys.js"

/**
 * Keys belong to the tenant, also through `forUser(id)`: every user's runs use a key that is stored here.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /**
   * Stores a key **for the whole tenant**, whatever user the client is bound to. `POST /v1/external-api-keys`
   *
   * Its length (3 to 2000 characters) is checked before sending.
   */
  readonly create: Generated.Service["create"]
}

const shortest = 3
const longest = 2000

/**
 * @since 0.1.0
 * @category resources
 */
export const externalApiKeys = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, keys) => {
  return {
    create: (params, options) => {
      const value: unknown = Redacted.isRedacted(params.api_key) ? Redacted.value(params.api_key) : params.api_key
      const length = typeof value === "string" ? value.length : 0
      return length < shortest || length > longest ? Effect.fail(refusal(length)) : keys.create(params, options)
    }
  }
})

const refusal = (length: number): ValidationError =>
  new ApiError.ValidationError({
    platform: "lumnis",
    operation: Generated.storeExternalApiKey.id,
    method: Generated.storeExternalApiKey.method,
    path: Generated.storeExternalApiKey.path,
    code: "INVALID_INPUT",
    attempts: 0,
    message: `externalApiKeys.create: api_key has ${length} characters; it must have ${shortest} to ${longest}`
  })
