/**
 * The client that generated code is written against.
 *
 * @since 0.1.0
 */
import type * as Core from "@trilum/core/ApiClient"
import type { JwtRequired, UnverifiedOperation } from "./LvngError.js"

/**
 * What operations can fail with before they are sent: those that only a user session may call, and those whose method
 * and path are no more than likely.
 *
 * @since 0.1.0
 * @category models
 */
export type PreparedError = JwtRequired | UnverifiedOperation

/**
 * What becomes of operations that the vendor names without showing a call, whose method and path are therefore inferred:
 *
 * - `warn`: they are sent; the first call of each is told in a debug log
 * - `allow`: they are sent
 * - `refuse`: they fail with `UnverifiedOperation`, and nothing is sent
 *
 * @since 0.1.0
 * @category models
 */
export type Unverified = "allow" | "warn" | "refuse"

/**
 * What a call can change for itself.
 *
 * @since 0.1.0
 * @category models
 */
export interface RequestOptions extends Core.RequestOptions {
  /** Instead of the client's setting, for this call. */
  readonly unverified?: Unverified | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type ApiClient = Core.ApiClient<PreparedError, RequestOptions>
