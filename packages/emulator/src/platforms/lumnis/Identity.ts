/**
 * Resolves user identifiers. An identifier is a UUID, an e-mail address or any other text. Each text has one UUID in
 * its tenant, whether or not that user was created.
 */

import type { Call, Context } from "../../Platform.js"
import type { Collection, Store } from "../../Store.js"

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

interface Alias {
  readonly id: string
}

const aliases = (store: Store): Collection<Alias> => store.collection<Alias>("lumnis.aliases")

const key = (tenantId: string, identifier: string): string => `${tenantId}/${identifier.trim().toLowerCase()}`

export const userIdOf = (context: Context, tenantId: string, identifier: string): string => {
  const alias = aliases(context.store).get(key(tenantId, identifier))
  if (alias !== undefined) return alias.id
  return uuid.test(identifier) ? identifier.toLowerCase() : context.ids.uuidOf("user", key(tenantId, identifier))
}

/** Assigns `identifier` to the user `id`. */
export const bind = (context: Context, tenantId: string, identifier: string, id: string): void =>
  aliases(context.store).set(key(tenantId, identifier), { id })

/** Assigns the identifier of a deleted user to a new, unknown user. */
export const retire = (context: Context, tenantId: string, identifier: string): void =>
  bind(context, tenantId, identifier, context.ids.uuid("user"))

/** The user a call is for, from its query or its body. */
export const callUser = (call: Call, context: Context): string | undefined => {
  const given = call.query["user_id"] ?? call.body["user_id"]
  return typeof given === "string" && given !== "" ? userIdOf(context, call.caller.tenantId, given) : undefined
}

/**
 * Whether a record may be seen: it belongs to the caller's tenant and, when the call names a user, to that user.
 */
export const mayRead = (
  record: { readonly tenant_id: string; readonly user_id?: string | null | undefined },
  call: Call,
  context: Context
): boolean => {
  const user = callUser(call, context)
  return record.tenant_id === call.caller.tenantId && (user === undefined || record.user_id === user)
}
