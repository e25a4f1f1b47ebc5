/**
 * Servers of the Model Context Protocol whose tools agents may use.
 *
 * @since 0.1.0
 */
import * as Resource from "@trilum/core/Resource"
import type { ApiClient } from "../client.js"
import * as Generated from "../generated/mcpServers.js"
import * as Check from "../internal/check.js"

/**
 * Values of `env` and `headers` are secrets: text and `Redacted` are both fine, no error or log ever shows them and the
 * platform never gives them back. An update replaces such a map as a whole.
 *
 * Refused before anything is sent: `stdio` without a command; `streamable_http` and `sse` without an address that starts
 * with http:// or https://; scope `user` without a user (`MissingUserId`), scope `tenant` with one; names, descriptions,
 * commands and addresses that are too long.
 *
 * @since 0.1.0
 * @category models
 */
export type Service = Generated.Service

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
          Check.isText(params.command) ? undefined : "the transport stdio needs a command",
          Check.longest("command", params.command, 255)
        )
      : urlProblem(params.url)
  )

/**
 * @since 0.1.0
 * @category resources
 */
export const mcpServers = /* @__PURE__ */ Resource.refine(Generated.resource, (_: ApiClient, servers) => {
  const listProblem = (params: Generated.McpServersListParams | undefined) => (): Check.Problem =>
    Check.first(Check.whole("skip", params?.skip, 0), Check.whole("limit", params?.limit, 1, 100))
  return {
    list: (params, options) =>
      Check.guard(Generated.listMcpServers, listProblem(params), () => servers.list(params, options)),
    listPages: (params, options) =>
      Check.guardStream(Generated.listMcpServers, listProblem(params), () => servers.listPages(params, options)),
    listAll: (params, options) =>
      Check.guardStream(Generated.listMcpServers, listProblem(params), () => servers.listAll(params, options)),
    create: (params, options) =>
      Check.guard(
        Generated.createMcpServer,
        () =>
          Check.first(
            Check.text("name", params.name),
            Check.longest("name", params.name, 255),
            Check.longest("description", params.description, 1000),
            transportProblem(params),
            Check.text("scope", params.scope),
            Check.oneOf("scope", params.scope, scopes),
            params.scope === "tenant" && params.user_identifier !== undefined
              ? "a server of scope tenant belongs to no user; leave out user_identifier, or use scope user"
              : undefined
          ),
        () => servers.create(params, options)
      ),
    update: (serverId, params, options) =>
      Check.guard(
        Generated.updateMcpServer,
        () =>
          Check.first(
            params?.name === undefined ? undefined : Check.text("name", params.name),
            Check.longest("name", params?.name, 255),
            Check.longest("description", params?.description, 1000),
            params?.url === undefined ? undefined : urlProblem(params.url)
          ),
        () => servers.update(serverId, params, options)
      ),
    testConfig: (params, options) =>
      Check.guard(
        Generated.testMcpServerConfig,
        () => transportProblem(params),
        () => servers.testConfig(params, options)
      )
  }
})
