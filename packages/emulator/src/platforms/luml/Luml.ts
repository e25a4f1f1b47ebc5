/**
 * LUML: kinds of credentials and error bodies. Every operation is answered from the contract; flows with state are
 * handlers added here.
 *
 * @since 0.1.0
 */
import type { Platform } from "../../Platform.js"
import * as Reply from "../../Reply.js"

const detail = (status: number, text: string): Reply.Reply => Reply.json(status, { detail: text })

/** The server tells the kind of a credential from its text. */
const kindOf = (key: string): string =>
  key.startsWith("dfssat_") ? "satellite" : key.startsWith("dfs_") ? "api_key" : "jwt"

/**
 * @since 0.1.0
 * @category constructors
 */
export const platform: Platform = {
  name: "luml",
  errors: {
    error: (_status, _code, message) => ({ detail: message }),
    invalid: (_operation, issues) =>
      Reply.json(422, {
        detail: issues.map((issue) => ({
          type: issue.type,
          loc: [issue.in, ...issue.path],
          msg: issue.message,
          input: issue.input ?? null
        }))
      })
  },
  authenticate: ({ bearer }, operation, known) => {
    const key = bearer ?? ""
    if (operation.security.length === 0) return { key }
    if (key === "" || !known(key)) return detail(401, "Not authenticated")
    const allowed = Array.isArray(operation.auth) ? operation.auth : []
    return allowed.includes(kindOf(key))
      ? { key }
      : detail(403, `This endpoint requires ${allowed.join(" or ")} authentication.`)
  },
  handlers: {},
  headers: () => ({})
}
