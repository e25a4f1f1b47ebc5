/**
 * Every operation of the contract as it is, with all ids given.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/index.js"

/**
 * The generated resources under one name, without places.
 *
 * @since 0.1.0
 * @category resources
 */
export const api = /* @__PURE__ */ Resource.make(
  "api",
  (client: ApiClient): Generated.Services => Resource.services(Object.values(Generated), client, undefined)
)
