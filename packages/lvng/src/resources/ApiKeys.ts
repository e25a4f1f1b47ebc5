/**
 * API keys of the user. Managing them requires a user session (JWT).
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/apiKeys.js"

/**
 * A new key. The platform returns it only once: store `Redacted.value(data.key)`. Logs, `inspect` and JSON do not show
 * it.
 *
 * @since 0.1.0
 * @category models
 */
export interface CreatedApiKey extends Omit<Generated.ApiKeySecretEnvelope, "data"> {
  readonly data: Omit<Generated.ApiKeySecret, "key"> & { readonly key: Redacted.Redacted<string> }
}

/**
 * A replaced key, like {@link CreatedApiKey}. The response is not documented, so any field may be missing.
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
 * @category resources
 */
export const apiKeys = /* @__PURE__ */ Resource.extend(Generated.resource, (_: ApiClient, keys) => ({
  /**
   * Creates a key. A user can have ten active keys. Default scopes: `read`, `write`, `execute`.
   *
   * `POST /api/v2/api-keys`
   */
  create: (
    params: Generated.ApiKeysCreateParams,
    options?: RequestOptions
  ): Effect.Effect<CreatedApiKey, ApiError | PreparedError> =>
    Effect.map(keys.create(params, options), (body) => ({
      ...body,
      data: { ...body.data, key: Redacted.make(body.data.key) }
    })),
  /**
   * Replaces the secret of a key.
   *
   * `POST /api/v2/api-keys/{id}/rotate`. The documentation mentions this operation without describing it.
   */
  rotate: (id: string, options?: RequestOptions): Effect.Effect<RotatedApiKey, ApiError | PreparedError> =>
    Effect.map(keys.rotate(id, options), ({ data, ...body }) => {
      if (data === undefined) return body
      if (data === null) return { ...body, data }
      const { key, ...rest } = data
      return {
        ...body,
        data:
          typeof key === "string" ? { ...rest, key: Redacted.make(key) } : { ...rest, ...(key === null ? { key } : {}) }
      }
    })
}))
