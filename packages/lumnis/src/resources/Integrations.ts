/**
 * Apps that users connect. The platform knows apps by upper-case names, so `gmail` is sent as `GMAIL`.
 *
 * @since 0.1.0
 */
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/integrations.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

const upper = (value: unknown): unknown => (typeof value === "string" ? value.toUpperCase() : value)

const withUpperCaseApps = (params: object | undefined): object | undefined => {
  if (params === undefined || (!("app_name" in params) && !("app_names" in params))) return params
  const out: Record<string, unknown> = { ...params }
  if ("app_name" in params) out["app_name"] = upper(params.app_name)
  if ("app_names" in params) {
    out["app_names"] = Array.isArray(params.app_names) ? params.app_names.map(upper) : params.app_names
  }
  return out
}

const pathWithUpperCaseApps = (
  template: string,
  path: ReadonlyArray<string | number>
): ReadonlyArray<string | number> => {
  const names = template.match(/\{[^}]+\}/g) ?? []
  return path.map((value, index) =>
    names[index] === "{app_name}" && typeof value === "string" ? value.toUpperCase() : value
  )
}

/**
 * The client with app names in upper case in the calls of integrations; all other calls are as they were.
 *
 * @since 0.1.0
 * @category combinators
 */
export const upperCaseApps = (client: ApiClient): ApiClient => ({
  ...client,
  request: (operation, path, params, options) =>
    operation.resource === "integrations"
      ? client.request(operation, pathWithUpperCaseApps(operation.path, path), withUpperCaseApps(params), options)
      : client.request(operation, path, params, options)
})

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient): Service => Generated.make(upperCaseApps(client))
