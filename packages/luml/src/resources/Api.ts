/**
 * Every operation of the contract, with all ids as parameters.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/index.js"

/**
 * The generated resources in one namespace. They resolve no places.
 *
 * @since 0.1.0
 * @category resources
 */
export const api = /* @__PURE__ */ Resource.make(
  "api",
  (client: ApiClient): Generated.Services => Resource.services(Object.values(Generated), client, undefined)
)
