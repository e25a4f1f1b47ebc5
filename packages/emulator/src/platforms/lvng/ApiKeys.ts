/**
 * API keys of a user: shown once, listed by their first digits, at most ten at a time.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound, structured } from "./Errors.js"
import * as KeyRecords from "./KeyRecords.js"
import { iso, ownerOf, text } from "./Table.js"

const most = 10

const defaultScopes = ["read", "write", "execute"]

const day = 86_400_000

const active = (call: Call, context: Context): ReadonlyArray<KeyRecords.KeyRecord> => {
  const { tenantId, userId } = ownerOf(call, context)
  const now = context.clock.now()
  return KeyRecords.keys(context)
    .values()
    .filter((key) => key.tenantId === tenantId && key.userId === userId && !key.revoked)
    .filter((key) => key.expiresMs === null || key.expiresMs > now)
}

const view = (key: KeyRecords.KeyRecord): JsonObject => ({
  id: key.id,
  name: key.name,
  key_prefix: key.prefix,
  scopes: key.scopes,
  created_at: iso(key.createdMs),
  expires_at: key.expiresMs === null ? null : iso(key.expiresMs)
})

const withKey = (call: Call, context: Context, use: (key: KeyRecords.KeyRecord) => Reply.Reply): Reply.Reply => {
  const key = active(call, context).find(({ id }) => id === call.path["id"])
  return key === undefined ? notFound("API key") : use(key)
}

export const handlers: Handlers = {
  createApiKey: (call, context) => {
    if (active(call, context).length >= most) {
      return structured(400, "VALIDATION_ERROR", `A user has at most ${most} active API keys; revoke one first.`)
    }
    const { expires_in_days: days, scopes } = call.body
    const createdMs = context.clock.now()
    const { key, secret } = KeyRecords.issue(
      {
        id: `key_${context.ids.hex("api-key-id", 24)}`,
        ...ownerOf(call, context),
        name: text(call.body, "name") ?? "",
        scopes: Array.isArray(scopes) ? scopes.filter((scope) => typeof scope === "string") : defaultScopes,
        createdMs,
        expiresMs: typeof days === "number" ? createdMs + days * day : null,
        revoked: false
      },
      context
    )
    return Reply.json(201, { success: true, data: { ...view(key), key: secret } })
  },
  listApiKeys: (call, context) => Reply.json(200, { success: true, data: active(call, context).map(view) }),
  rotateApiKey: (call, context) =>
    withKey(call, context, (key) => {
      const issued = KeyRecords.issue(key, context)
      return Reply.json(200, { success: true, data: { ...view(issued.key), key: issued.secret } })
    }),
  revokeApiKey: (call, context) =>
    withKey(call, context, (key) => {
      KeyRecords.keys(context).set(key.id, { ...key, revoked: true })
      return Reply.json(200, { success: true })
    }),
  getApiKeyUsage: (call, context) =>
    withKey(call, context, (key) => {
      const days = typeof call.query["days"] === "number" ? call.query["days"] : 7
      const sparkline = Array.from({ length: Math.min(days, 366) }, () => 0)
      return Reply.json(200, { success: true, data: { key_id: key.id, days, sparkline } })
    })
}
