/**
 * API keys of other providers. Values are write-only: no operation returns them.
 *
 * @since 0.1.0
 */
import * as Redacted from "effect/Redacted"
import * as Generated from "../generated/externalApiKeys.js"
import * as Check from "../internal/check.js"

const shortest = 3
const longest = 2000

/**
 * Keys belong to the tenant, also in a client of `forUser(id)`: the runs of all users use a stored key. Validates that
 * a key has 3 to 2000 characters.
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
