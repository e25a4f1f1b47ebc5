/**
 * The tenant of the API key, or the configured tenant.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Generated from "../generated/tenant.js"
import * as Check from "../internal/check.js"
import type { Connection } from "../Platform.js"

/**
 * Validates that a tenant id is a UUID.
 *
 * @since 0.1.0
 * @category resources
 */
export const tenant = /* @__PURE__ */ Resource.extend(
  Check.resource(Generated.resource, {
    get: (id) => (Check.isUuid(id) ? undefined : `the tenant id must be a UUID, not ${JSON.stringify(id)}`)
  }),
  (_: ApiClient, tenant, { tenantId: configured }: Connection) => ({
    /**
     * Gets a tenant (`/v1/tenants/{tenant_id}`). Default: the option `tenantId`, else the tenant of the API key
     * (`/v1/tenant`).
     */
    get: (tenantId?: string | undefined, options?: RequestOptions) => {
      const id = tenantId ?? configured
      return id === undefined ? tenant.getCurrent(options) : tenant.get(id, options)
    }
  })
)
