/**
 * The audit log: every successful call that is not a read, newest first.
 */
import type { JsonObject, Operation } from "../../Contract.js"
import type { Caller, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { byCursor } from "./Paging.js"
import * as Table from "./Table.js"
import { append } from "./Webhooks.js"

interface Entry extends JsonObject {
  readonly id: string
  readonly tenantId: string
}

const entries = (context: Context): Collection<Entry> => context.store.collection("lvng.audit-log")

const reads = new Set(["GET", "HEAD"])

/** Logs a successful call that is not a read. */
export const note = (operation: Operation, caller: Caller, status: number, context: Context): void => {
  if (status >= 300 || reads.has(operation.method) || operation.scope?.endsWith("read") === true) return
  append(entries(context), {
    id: context.ids.uuid("audit"),
    tenantId: caller.tenantId,
    action: operation.id,
    resource: operation.tag,
    actor_id: caller.userId ?? null,
    created_at: Table.iso(context.clock.now())
  })
}

export const handlers: Handlers = {
  listAuditLog: (call, context) => {
    const own = entries(context)
      .values()
      .filter(({ tenantId }) => tenantId === call.caller.tenantId)
    return Reply.json(
      200,
      byCursor(
        call,
        own.toReversed().map(({ tenantId: _tenant, ...entry }) => entry)
      )
    )
  }
}
