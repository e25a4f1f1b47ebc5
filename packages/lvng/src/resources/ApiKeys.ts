/**
 * API keys of the user. Only a user session (JWT) may manage them.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/apiKeys.js"

/**
 * A new key. The platform shows it here and never again: keep `Redacted.value(data.key)`, which no log, `inspect` or JSON
 * shows.
 *
 * @since 0.1.0
 * @category models
 */
export interface CreatedApiKey extends Omit<Generated.ApiKeySecretEnvelope, "data"> {
  readonly data: Omit<Generated.ApiKeySecret, "key"> & { readonly key: Redacted.Redacted<string> }
}

/**
 * A replaced key, as {@link CreatedApiKey}; what the platform answers is inferred, so any of it may be absent.
 *
 * @since 0.1.0
 * @category models
 */
export interface RotatedApiKey extends Omit<Generated.ApiKeySecretEnvelopePartial, "data"> {
  readonly data?:
    | (Omit<Generated.ApiKeySecretPartial, "key"> & { readonly key?: Redacted.Redacted<string> | null })
    | null
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "create" | "rotate"> {
  /**
   * Makes a key; at most ten are active for a user. Default scopes: `read`, `write`, `execute`.
   *
   * `POST /api/v2/api-keys`
   */
  readonly create: (
    params: Generated.ApiKeysCreateParams,
    options?: RequestOptions
  ) => Effect.Effect<CreatedApiKey, ApiError | PreparedError>
  /**
   * Replaces the secret of a key.
   *
   * `POST /api/v2/api-keys/{id}/rotate`, which the vendor only names.
   */
  readonly rotate: (id: string, options?: RequestOptions) => Effect.Effect<RotatedApiKey, ApiError | PreparedError>
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient): Service => {
  const keys = Generated.make(client)
  return {
    ...keys,
    create: (params, options) =>
      Effect.map(keys.create(params, options), (body) => ({
        ...body,
        data: { ...body.data, key: Redacted.make(body.data.key) }
      })),
    rotate: (id, options) =>
      Effect.map(keys.rotate(id, options), ({ data, ...body }) => {
        if (data === undefined) return body
        if (data === null) return { ...body, data }
        const { key, ...rest } = data
        return {
          ...body,
          data:
            typeof key === "string"
              ? { ...rest, key: Redacted.make(key) }
              : { ...rest, ...(key === null ? { key } : {}) }
        }
      })
  }
}
