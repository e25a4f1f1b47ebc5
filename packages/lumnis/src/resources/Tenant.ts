/**
 * The tenant of the key, or the one that the client was configured with.
 *
 * @since 0.1.0
 */
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/tenant.js"

type Get = Generated.Service["get"]

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "get"> {
  /**
   * The tenant with this id, else the one of the option `tenantId` (`/v1/tenants/{tenant_id}`), else that of the key
   * (`/v1/tenant`).
   */
  readonly get: (tenantId?: string | undefined, options?: Parameters<Get>[1]) => ReturnType<Get>
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient, configured: string | undefined): Service => {
  const tenant = Generated.make(client)
  return {
    ...tenant,
    get: (tenantId, options) => {
      const id = tenantId ?? configured
      return id === undefined ? tenant.getCurrent(options) : tenant.get(id, options)
    }
  }
}
