/**
 * What the generated resources know of this package's client.
 *
 * @since 0.1.0
 */
import type * as Core from "@trilum/core/ApiClient"

/**
 * Errors of operations whose input the client completes or checks before it is sent.
 *
 * @since 0.1.0
 * @category models
 */
export type PreparedError = never

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
