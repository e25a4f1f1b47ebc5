/**
 * Skills, the records of their use, and counts over those.
 */
import type { JsonObject } from "../../Contract.js"
import type { Call, Context, Handler, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { notFound } from "./Errors.js"
import { callUser } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

interface Owned extends JsonObject {
  readonly id: string
  readonly tenant_id: string
  readonly created_at: string
}

const skills = (context: Context): Collection<Owned> => context.store.collection("lumnis.skills")

const usages = (context: Context): Collection<Owned> => context.store.collection("lumnis.skill-usage")

const mine = (collection: Collection<Owned>, call: Call): ReadonlyArray<Owned> =>
  collection.values().filter(({ tenant_id }) => tenant_id === call.caller.tenantId)

/** Whether a record has every value that the query names. */
const matching =
  (call: Call, names: ReadonlyArray<string>) =>
  (record: JsonObject): boolean =>
    names.every((name) => call.query[name] === undefined || record[name] === call.query[name])

const listed = (call: Call, name: string, all: ReadonlyArray<JsonObject>): Reply.Reply => {
  const window = Query.pageWindow(call.query, "page_size", 50)
  const { page, size } = window
  return Reply.json(200, { [name]: Query.page(all, window), total: all.length, page, page_size: size })
}

const add = (collection: Collection<Owned>, call: Call, context: Context, kind: string, values: JsonObject): Owned => {
  const now = Records.iso(context.clock.now())
  const fixed = { id: context.ids.uuid(kind), tenant_id: call.caller.tenantId, created_at: now, updated_at: now }
  const record = { ...values, ...fixed }
  collection.set(record.id, record)
  return record
}

const withRecord =
  (
    noun: string,
    parameter: string,
    from: (context: Context) => Collection<Owned>,
    use: (record: Owned, call: Call, context: Context) => Reply.Reply
  ): Handler =>
  (call, context) => {
    const record = from(context).get(call.path[parameter]?.toLowerCase() ?? "")
    return record?.tenant_id === call.caller.tenantId ? use(record, call, context) : notFound(noun)
  }

const updating = (noun: string, parameter: string, from: (context: Context) => Collection<Owned>): Handler =>
  withRecord(noun, parameter, from, (record, call, context) => {
    const { created_at, id, tenant_id } = record
    const fixed = { id, tenant_id, created_at, updated_at: Records.iso(context.clock.now()) }
    const changed: Owned = { ...record, ...call.body, ...fixed }
    from(context).set(id, changed)
    return Reply.json(200, changed)
  })

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

const day = 24 * 60 * 60 * 1000

export const handlers: Handlers = {
  createSkill: (call, context) => {
    const values = { category: null, version: "1.0.0", ...call.body }
    const user_id = callUser(call, context) ?? null
    return Reply.json(200, add(skills(context), call, context, "skill", { ...values, user_id, is_active: true }))
  },
  listSkills: (call, context) =>
    listed(call, "skills", mine(skills(context), call).filter(matching(call, ["category", "is_active"]))),
  getSkill: withRecord("Skill", "skill_id", skills, (skill) => Reply.json(200, skill)),
  updateSkill: updating("Skill", "skill_id", skills),
  deleteSkill: withRecord("Skill", "skill_id", skills, (skill, _call, context) => {
    skills(context).delete(skill.id)
    return Reply.empty(204)
  }),
  createSkillUsage: (call, context) => {
    const values = { ...call.body, planner_selected: false, retrieved_at: Records.iso(context.clock.now()) }
    return Reply.json(200, add(usages(context), call, context, "skill-usage", values))
  },
  listSkillUsage: (call, context) =>
    listed(call, "usages", mine(usages(context), call).filter(matching(call, ["skill_id", "response_id"]))),
  updateSkillUsage: updating("Skill usage", "usage_id", usages),
  getSkillAnalytics: (call, context) => {
    const days = Query.whole(call.query, "days_back", 30)
    const since = context.clock.now() - days * day
    const all = mine(usages(context), call)
      .filter(matching(call, ["skill_id"]))
      .filter(({ created_at }) => Date.parse(created_at) >= since)
    const selected = all.filter((usage) => usage["planner_selected"] === true)
    const succeeded = all.filter((usage) => usage["execution_outcome"] === "success")
    const scores = all.map((usage) => usage["effectiveness_score"]).filter((score) => typeof score === "number")
    const skill_id = Query.text(call.query, "skill_id")
    return Reply.json(200, {
      ...(skill_id === undefined ? {} : { skill_id }),
      total_retrievals: all.length,
      total_selections: selected.length,
      successful_executions: succeeded.length,
      selection_rate: share(selected.length, all.length),
      success_rate: share(succeeded.length, all.length),
      avg_effectiveness: share(
        scores.reduce((sum, score) => sum + score, 0),
        scores.length
      ),
      usage_frequency: share(all.length, days)
    })
  }
}
