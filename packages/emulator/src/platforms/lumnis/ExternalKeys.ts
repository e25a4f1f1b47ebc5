/**
 * External API keys: one for each provider, and user when one is named. The value is dropped on arrival, so that it is
 * never stored, listed or logged.
 */
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound } from "./Errors.js"
import { callUser } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

const slot = (tenantId: string, userId: string | null, provider: string): string =>
  `${tenantId}/${userId ?? ""}/${provider.toUpperCase()}`

const view = (
  { tenant_id: _tenant, user_id, ...key }: Records.KeyRecord,
  context: Context
): Record<string, unknown> => ({
  ...key,
  is_active: key.expires_at === null || Date.parse(key.expires_at) > context.clock.now(),
  created_by: user_id
})

const mine = (call: Call, context: Context): ReadonlyArray<Records.KeyRecord> => {
  const user = callUser(call, context)
  return Records.keys(context)
    .values()
    .filter((key) => key.tenant_id === call.caller.tenantId && (user === undefined || key.user_id === user))
}

export const handlers: Handlers = {
  storeExternalApiKey: (call, context) => {
    const provider = Query.text(call.body, "provider") ?? ""
    const user = callUser(call, context) ?? null
    const at = slot(call.caller.tenantId, user, provider)
    const before = Records.keys(context).get(at)
    const now = Records.iso(context.clock.now())
    const key: Records.KeyRecord = {
      key_id: before?.key_id ?? context.ids.uuid("key"),
      tenant_id: call.caller.tenantId,
      user_id: user,
      provider,
      key_name: Query.textOrNull(call.body, "key_name"),
      expires_at: Query.textOrNull(call.body, "expires_at"),
      created_at: before?.created_at ?? now,
      updated_at: now
    }
    Records.keys(context).set(at, key)
    return Reply.json(200, view(key, context))
  },
  listExternalApiKeys: (call, context) =>
    Reply.json(
      200,
      mine(call, context).map((key) => view(key, context))
    ),
  getExternalApiKey: (call, context) => {
    const key = mine(call, context).find(({ key_id }) => key_id === call.path["key"])
    return key === undefined ? notFound("API key") : Reply.json(200, view(key, context))
  },
  deleteExternalApiKey: (call, context) => {
    const provider = call.path["key"] ?? ""
    const name = Query.text(call.query, "key_name")
    const at = slot(call.caller.tenantId, callUser(call, context) ?? null, provider)
    const key = Records.keys(context).get(at)
    if (key === undefined || (name !== undefined && key.key_name !== name)) return notFound("API key")
    Records.keys(context).delete(at)
    return Reply.json(200, { message: `API key for ${key.provider} deleted successfully` })
  },
  getExternalApiKeyMode: (call, context) =>
    Reply.json(200, { api_key_mode: Records.keyModes(context).get(call.caller.tenantId)?.mode ?? "platform" }),
  setExternalApiKeyMode: (call, context) => {
    const mode = Query.text(call.body, "mode") ?? "platform"
    Records.keyModes(context).set(call.caller.tenantId, { mode })
    return Reply.json(200, { api_key_mode: mode })
  }
}
