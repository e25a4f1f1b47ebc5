/**
 * The tenant a key belongs to; another tenant's id is not found.
 */
import type { Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound } from "./Errors.js"
import * as Records from "./Records.js"

const view = (id: string, context: Context): Record<string, unknown> => ({
  id,
  name: `Emulated tenant ${id.slice(0, 8)}`,
  developer_id: context.ids.uuidOf("developer", id),
  developer_email: "developer@example.com",
  plan: "shared",
  db_status: "active",
  billing_status: "active",
  api_key_mode: Records.keyModes(context).get(id)?.mode ?? "platform",
  created_at: "2025-01-01T00:00:00.000Z",
  updated_at: null
})

export const handlers: Handlers = {
  getCurrentTenant: (call, context) => Reply.json(200, view(call.caller.tenantId, context)),
  getTenant: (call, context) =>
    call.path["tenant_id"]?.toLowerCase() === call.caller.tenantId.toLowerCase()
      ? Reply.json(200, view(call.caller.tenantId, context))
      : notFound("Tenant")
}
