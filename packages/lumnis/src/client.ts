/**
 * The client that generated code is written against.
 *
 * @since 0.1.0
 */
import type * as Core from "@trilum/core/ApiClient"
import type { MissingUserId, TenantScopeUserIdConflict } from "./LumnisError.js"

/**
 * What operations that act for a user can fail with before they are sent.
 *
 * @since 0.1.0
 * @category models
 */
export type PreparedError = MissingUserId | TenantScopeUserIdConflict

/**
 * For whom a call acts: one user, or the tenant as a whole.
 *
 * @since 0.1.0
 * @category models
 */
export type Scope = "user" | "tenant"

/**
 * What a call can change for itself.
 *
 * @since 0.1.0
 * @category models
 */
export interface RequestOptions extends Core.RequestOptions {
  /** Scope of this call instead of the client's. */
  readonly scope?: Scope | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export type ApiClient = Core.ApiClient<PreparedError, RequestOptions>
