/**
 * MCP servers of a tenant or of one user. The values of `env` and `headers` are secrets: they are dropped on arrival.
 */
import type { JsonObject } from "../../Contract.js"
import * as Generic from "../../Generic.js"
import type { Call, Context, Handler, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { invalid, notFound } from "./Errors.js"
import { userIdOf } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

interface ServerRecord extends JsonObject {
  readonly id: string
  readonly tenant_id: string
  readonly user_id: string | null
  readonly scope: string
}

const servers = (context: Context): Collection<ServerRecord> => context.store.collection("lumnis.mcp-servers")

const userOf = (call: Call, context: Context, values: Readonly<Record<string, unknown>>): string | undefined => {
  const given = Query.text(values, "user_identifier")
  return given === undefined ? undefined : userIdOf(context, call.caller.tenantId, given)
}

const withServer =
  (use: (server: ServerRecord, call: Call, context: Context) => Reply.Reply | Promise<Reply.Reply>): Handler =>
  (call, context) => {
    const server = servers(context).get(call.path["server_id"]?.toLowerCase() ?? "")
    return server?.tenant_id === call.caller.tenantId ? use(server, call, context) : notFound("MCP server")
  }

/** A `user_identifier` is required for the scope `user`, and not allowed for `tenant`. */
const scopeProblem = (call: Call): Reply.Reply | undefined => {
  const given = Query.text(call.body, "user_identifier") !== undefined
  const needed = call.body["scope"] === "user"
  if (given === needed) return undefined
  const message = needed
    ? "user_identifier is required for scope user"
    : "user_identifier is not allowed for scope tenant"
  return invalid(["body", "user_identifier"], message, needed ? "missing" : "value_error")
}

export const handlers: Handlers = {
  createMcpServer: (call, context) => {
    const problem = scopeProblem(call)
    if (problem !== undefined) return problem
    const { env: _env, headers: _headers, user_identifier: _user, ...given } = call.body
    const now = Records.iso(context.clock.now())
    const record: ServerRecord = {
      description: null,
      command: null,
      args: null,
      url: null,
      ...given,
      id: context.ids.uuid("mcp-server"),
      tenant_id: call.caller.tenantId,
      user_id: userOf(call, context, call.body) ?? null,
      scope: Query.text(call.body, "scope") ?? "tenant",
      is_active: true,
      created_at: now,
      updated_at: now
    }
    servers(context).set(record.id, record)
    return Reply.json(200, record)
  },
  listMcpServers: (call, context) => {
    const { is_active, scope } = call.query
    const user = userOf(call, context, call.query)
    const all = servers(context)
      .values()
      .filter(
        (server) =>
          server.tenant_id === call.caller.tenantId &&
          (scope === undefined || scope === "all" || server.scope === scope) &&
          (user === undefined || server.user_id === null || server.user_id === user) &&
          (is_active === undefined || server["is_active"] === is_active)
      )
    const skip = Query.whole(call.query, "skip", 0)
    const limit = Query.whole(call.query, "limit", 100)
    return Reply.json(200, { servers: all.slice(skip, skip + limit), total: all.length, skip, limit })
  },
  getMcpServer: withServer((server) => Reply.json(200, server)),
  updateMcpServer: withServer((server, call, context) => {
    const { env: _env, headers: _headers, ...changes } = call.body
    const { created_at, id, scope, tenant_id, user_id } = server
    const fixed = { id, tenant_id, user_id, scope, created_at, updated_at: Records.iso(context.clock.now()) }
    const record: ServerRecord = { ...server, ...changes, ...fixed }
    servers(context).set(id, record)
    return Reply.json(200, record)
  }),
  deleteMcpServer: withServer((server, _call, context) => {
    servers(context).delete(server.id)
    return Reply.empty(204)
  }),
  testMcpServer: withServer((_server, call, context) => Generic.answer(call, context)),
  listMcpServerTools: withServer((_server, call, context) => Generic.answer(call, context))
}
