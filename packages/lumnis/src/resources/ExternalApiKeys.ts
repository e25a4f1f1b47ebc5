/**
 * Keys of other providers that the platform uses for you. Values are write-only: no operation returns them.
 *
 * @since 0.1.0
 */
import * as Redacted from "effect/Redacted"
import * as Generated from "../generated/externalApiKeys.js"
import * as Check from "../internal/check.js"

const shortest = 3
const longest = 2000

/**
 * Keys belong to the tenant, also through `forUser(id)`: every user's runs use a key that `create` stores. The length of
 * a key (3 to 2000 characters) is validated.
 *
 * @since 0.1.0
 * @category resources
 */
export const externalApiKeys = /* @__PURE__ */ Check.resource(Generated.resource, {
  create: ({ api_key }) => {
    const value: unknown = Redacted.isRedacted(api_key) ? Redacted.value(api_key) : api_key
    const length = typeof value === "string" ? value.length : 0
    return length < shortest || length > longest
      ? `api_key has ${length} characters; it must have ${shortest} to ${longest}`
      : undefined
  }
})
