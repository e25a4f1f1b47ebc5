/**
 * The tenant of the key, or the one that the client was configured with.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/tenant.js"
import * as Check from "../internal/check.js"
import type { Connection } from "../Platform.js"

type Get = Generated.Service["get"]

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "get"> {
  /**
   * The tenant with this id, else the one of the option `tenantId` (`/v1/tenants/{tenant_id}`), else that of the key
   * (`/v1/tenant`). An id that is not a UUID is refused before sending.
   */
  readonly get: (tenantId?: string | undefined, options?: Parameters<Get>[1]) => ReturnType<Get>
}

/**
 * @since 0.1.0
 * @category resources
 */
export const tenant = /* @__PURE__ */ Resource.make(
  "tenant",
  (client: ApiClient, { tenantId: configured }: Connection): Service => {
    const tenant = Generated.resource.make(client, undefined)
    return {
      ...tenant,
      get: (tenantId, options) => {
        const id = tenantId ?? configured
        return id === undefined
          ? tenant.getCurrent(options)
          : Check.guard(
              Generated.getTenant,
              () => (Check.isUuid(id) ? undefined : `the tenant id must be a UUID, not ${JSON.stringify(id)}`),
              () => tenant.get(id, options)
            )
      }
    }
  }
)
