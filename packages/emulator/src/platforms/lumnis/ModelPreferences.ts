/**
 * Model preferences of a tenant: one model for each model type. Types without a preference use a default.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { notFound } from "./Errors.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

interface PreferenceRecord extends JsonObject {
  readonly tenant_id: string
  readonly model_type: string
  readonly provider: string
  readonly model_name: string
  readonly is_active: boolean
  readonly created_at: string
  readonly updated_at: string
}

const defaults: Readonly<Record<string, string>> = {
  CHEAP_MODEL: "gpt-4o-mini",
  FAST_MODEL: "gpt-4o-mini",
  SMART_MODEL: "gpt-4o",
  REASONING_MODEL: "o3",
  VISION_MODEL: "gpt-4o"
}

/** When the defaults were set: they do not depend on the clock. */
const defaultsSince = "2025-01-01T00:00:00.000Z"

const preferences = (context: Context): Collection<PreferenceRecord> =>
  context.store.collection("lumnis.model-preferences")

const slot = (call: Call, type: string): string => `${call.caller.tenantId}/${type}`

const defaultOf = (call: Call, type: string, model_name: string): PreferenceRecord => ({
  tenant_id: call.caller.tenantId,
  model_type: type,
  provider: "openai",
  model_name,
  is_active: true,
  created_at: defaultsSince,
  updated_at: defaultsSince
})

const store = (call: Call, context: Context, type: string, given: JsonObject): PreferenceRecord => {
  const before = preferences(context).get(slot(call, type))
  const now = Records.iso(context.clock.now())
  const record: PreferenceRecord = {
    tenant_id: call.caller.tenantId,
    model_type: type,
    provider: Query.text(given, "provider") ?? "",
    model_name: Query.text(given, "model_name") ?? "",
    is_active: true,
    created_at: before?.created_at ?? now,
    updated_at: now
  }
  preferences(context).set(slot(call, type), record)
  return record
}

const answer = (call: Call, context: Context, withDefaults: boolean): Reply.Reply => {
  const { tenantId } = call.caller
  const own = preferences(context)
    .values()
    .filter(({ tenant_id }) => tenant_id === tenantId)
  const missing = Object.entries(defaults).filter(([type]) => !own.some(({ model_type }) => model_type === type))
  const applied = withDefaults ? missing : []
  return Reply.json(200, {
    tenant_id: tenantId,
    preferences: [...own, ...applied.map(([type, model]) => defaultOf(call, type, model))],
    defaults_applied: applied.map(([type]) => type)
  })
}

export const handlers: Handlers = {
  getModelPreferences: (call, context) => answer(call, context, call.query["include_defaults"] !== false),
  updateModelPreferences: (call, context) => {
    const given = isObject(call.body["preferences"]) ? call.body["preferences"] : {}
    for (const [type, item] of Object.entries(given)) if (isObject(item)) store(call, context, type, item)
    return answer(call, context, true)
  },
  updateModelPreference: (call, context) =>
    Reply.json(200, store(call, context, call.path["model_type"] ?? "", call.body)),
  deleteModelPreference: (call, context) =>
    preferences(context).delete(slot(call, call.path["model_type"] ?? ""))
      ? Reply.empty(204)
      : notFound("Model preference")
}
