/**
 * What the generated resources know of this package's client.
 *
 * @since 0.1.0
 */
import type * as Core from "@trilum/core/ApiClient"
import type { CredentialKindError } from "./LumlError.js"

/**
 * Errors of operations that only some kinds of credential may use.
 *
 * @since 0.1.0
 * @category models
 */
export type PreparedError = CredentialKindError

/**
 * @since 0.1.0
 * @category models
 */
export type RequestOptions = Core.RequestOptions

/**
 * @since 0.1.0
 * @category models
 */
export type ApiClient = Core.ApiClient<PreparedError, RequestOptions>
