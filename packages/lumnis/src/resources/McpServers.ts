/**
 * Servers of the Model Context Protocol, whose tools agents can use.
 *
 * @since 0.1.0
 */
import * as Generated from "../generated/mcpServers.js"
import * as Check from "../internal/check.js"

const transports = ["stdio", "streamable_http", "sse"]
const scopes = ["tenant", "user"]

const urlProblem = (url: unknown): Check.Problem =>
  typeof url === "string" && /^https?:\/\/[^/?#\s]/i.test(url)
    ? Check.longest("url", url, 1024)
    : "url must start with http:// or https:// and name a host"

const transportProblem = (params: Generated.McpServersTestConfigParams): Check.Problem =>
  Check.first(
    Check.text("transport", params.transport),
    Check.oneOf("transport", params.transport, transports),
    params.transport === "stdio"
      ? Check.first(
          Check.isText(params.command) ? undefined : "the transport stdio requires a command",
          Check.longest("command", params.command, 255)
        )
      : urlProblem(params.url)
  )

/**
 * Values of `env` and `headers` are secrets: strings or `Redacted`. Errors and logs do not contain them, and the
 * platform never returns them. An update replaces the whole map.
 *
 * Validates before sending: `stdio` requires a command; `streamable_http` and `sse` require a URL with http:// or
 * https://; scope `user` requires a user (`MissingUserId`), scope `tenant` allows none; names, descriptions, commands
 * and URLs have a maximum length.
 *
 * @since 0.1.0
 * @category resources
 */
export const mcpServers = /* @__PURE__ */ Check.resource(Generated.resource, {
  list: (params) => Check.first(Check.whole("skip", params?.skip, 0), Check.whole("limit", params?.limit, 1, 100)),
  create: (params) =>
    Check.first(
      Check.text("name", params.name),
      Check.longest("name", params.name, 255),
      Check.longest("description", params.description, 1000),
      transportProblem(params),
      Check.text("scope", params.scope),
      Check.oneOf("scope", params.scope, scopes),
      params.scope === "tenant" && params.user_identifier !== undefined
        ? "scope tenant does not allow a user; remove user_identifier, or set scope to user"
        : undefined
    ),
  update: (_, params) =>
    Check.first(
      params?.name === undefined ? undefined : Check.text("name", params.name),
      Check.longest("name", params?.name, 255),
      Check.longest("description", params?.description, 1000),
      params?.url === undefined ? undefined : urlProblem(params.url)
    ),
  testConfig: transportProblem
})
