/**
 * Apps of a tenant and the connections of its users. A connection is pending while the user is in the browser, then
 * active.
 *
 * The `integration_id` `[failed]` or `[expired]` sets the final status. A connection with `[pending]` stays pending.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { invalid, rejected } from "./Errors.js"
import { userIdOf } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

/** How long the user is in the browser, times the pace. */
const browsing = 2000

const appOf = (value: unknown): string => String(value).toUpperCase()

const appKey = (call: Call, app: string): string => `${call.caller.tenantId}/${app}`

/** Apps are enabled by default. */
const isEnabled = (call: Call, context: Context, app: string): boolean =>
  Records.apps(context).get(appKey(call, app))?.enabled ?? true

const keyOf = (call: Call, context: Context, user: string, app: string): string =>
  `${call.caller.tenantId}/${userIdOf(context, call.caller.tenantId, user)}/${app}`

const outcomes: Readonly<Record<string, string>> = {
  "[failed]": "failed",
  "[expired]": "expired",
  "[pending]": "pending"
}

const statusOf = (connection: Records.ConnectionRecord, context: Context): string =>
  context.clock.now() - connection.createdMs < browsing * context.pace ? "pending" : connection.outcome

/** Without an offset, as the platform was seen to write it. */
const connectedAt = (connection: Records.ConnectionRecord, context: Context): string | null =>
  statusOf(connection, context) === "active"
    ? Records.iso(connection.createdMs + browsing * context.pace).slice(0, -1)
    : null

const reasons: Readonly<Record<string, string>> = {
  failed: "The user declined.",
  expired: "The link was not used in time."
}

const view = (connection: Records.ConnectionRecord | undefined, app: string, context: Context): JsonObject => {
  const status = connection === undefined ? "not_connected" : statusOf(connection, context)
  return {
    app_name: app,
    status,
    connected_at: connection === undefined ? null : connectedAt(connection, context),
    error_message: reasons[status] ?? null
  }
}

const connectionsOf = (call: Call, context: Context, user: string): ReadonlyArray<Records.ConnectionRecord> => {
  const id = userIdOf(context, call.caller.tenantId, user)
  return Records.connections(context)
    .values()
    .filter(({ tenant_id, user_id }) => tenant_id === call.caller.tenantId && user_id === id)
}

export const handlers: Handlers = {
  isAppEnabled: (call, context) => {
    const app = appOf(call.path["app_name"])
    const enabled = isEnabled(call, context, app)
    return Reply.json(200, { app_name: app, enabled, message: `${app} is ${enabled ? "enabled" : "not enabled"}` })
  },
  setAppEnabled: (call, context) => {
    const app = appOf(call.path["app_name"])
    const enabled = call.query["enabled"] === true
    Records.apps(context).set(appKey(call, app), { enabled })
    return Reply.json(200, {
      app_name: app,
      enabled,
      message: `${app} was ${enabled ? "enabled" : "disabled"}`,
      updated_at: Records.iso(context.clock.now())
    })
  },
  initiateConnection: (call, context) => {
    const app = appOf(call.body["app_name"])
    const user = Query.text(call.body, "user_id") ?? ""
    if (user === "") return invalid(["body", "user_id"], "Field required", "missing")
    if (!isEnabled(call, context, app)) return rejected(400, "APP_NOT_ENABLED", `${app} is not enabled for this tenant`)
    const connection: Records.ConnectionRecord = {
      connection_id: context.ids.uuid("connection"),
      tenant_id: call.caller.tenantId,
      user_id: userIdOf(context, call.caller.tenantId, user),
      app_name: app,
      provider: Query.text(call.body, "provider") ?? "composio",
      outcome: outcomes[Query.text(call.body, "integration_id") ?? ""] ?? "active",
      createdMs: context.clock.now()
    }
    Records.connections(context).set(keyOf(call, context, user, app), connection)
    return Reply.json(200, {
      status: "pending",
      connection_id: connection.connection_id,
      redirect_url: `https://connect.lumnis.example/${app.toLowerCase()}?state=${connection.connection_id}`,
      message: "Open redirect_url to finish the connection"
    })
  },
  getConnectionStatus: (call, context) => {
    const app = appOf(call.path["app_name"])
    const connection = Records.connections(context).get(keyOf(call, context, call.path["user_id"] ?? "", app))
    const enabled = call.query["include_enabled"] === true ? { is_enabled: isEnabled(call, context, app) } : {}
    return Reply.json(200, { ...view(connection, app, context), ...enabled })
  },
  listConnections: (call, context) => {
    const app = Query.text(call.query, "app_filter")?.toUpperCase().split(",")
    const user = call.path["user_id"] ?? ""
    return Reply.json(200, {
      user_id: user,
      connections: connectionsOf(call, context, user)
        .filter(({ app_name }) => app === undefined || app.includes(app_name))
        .map((connection) => ({
          ...view(connection, connection.app_name, context),
          connection_id: connection.connection_id,
          tenant_id: connection.tenant_id,
          user_id: connection.user_id,
          provider: connection.provider,
          metadata: {}
        }))
    })
  },
  getConnectionsBatch: (call, context) => {
    const user = Query.text(call.body, "user_id") ?? ""
    const names = Array.isArray(call.body["app_names"]) ? call.body["app_names"].map(appOf) : []
    const connections = names.map((app) => ({
      ...view(Records.connections(context).get(keyOf(call, context, user, app)), app, context),
      is_enabled: isEnabled(call, context, app)
    }))
    return Reply.json(200, {
      user_id: user,
      connections,
      total_checked: connections.length,
      active_count: connections.filter((connection) => Reflect.get(connection, "status") === "active").length
    })
  },
  disconnectConnection: (call, context) => {
    const app = appOf(call.body["app_name"])
    const key = keyOf(call, context, Query.text(call.body, "user_id") ?? "", app)
    const success = Records.connections(context).get(key) !== undefined
    Records.connections(context).delete(key)
    return Reply.json(200, { success, message: success ? `${app} was disconnected` : `${app} was not connected` })
  }
}
