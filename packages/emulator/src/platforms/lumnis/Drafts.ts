/**
 * Batch drafts: a job without waiting, drafts with `wait=true`, or a stream of events.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import * as Generic from "../../Generic.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

/** Time between two events, times the pace. */
const gap = 60

const draftOf = (prospect: JsonObject, job: string, call: Call, context: Context): JsonObject => ({
  id: context.ids.uuidOf("draft", job, String(prospect["external_id"])),
  status: "pending_review",
  content:
    Query.text(call.body, "content_template") ?? `Hello ${String(prospect["name"])}, a short note from the emulator.`,
  created_at: Records.iso(context.clock.now()),
  prospect_external_id: prospect["external_id"] ?? null,
  subject: Query.textOrNull(call.body, "subject_template")
})

/** A prospect named `[error]` cannot be drafted; the others can. */
const fails = (prospect: JsonObject): boolean => String(prospect["name"]).includes("[error]")

const stream = async function* (call: Call, context: Context): AsyncGenerator<string> {
  const list = call.body["prospects"]
  const prospects = Array.isArray(list) ? list.filter(isObject) : []
  const job = Query.text(call.query, "job_id") ?? context.ids.uuid("job")
  const drafts: Array<JsonObject> = []
  const errors: Array<JsonObject> = []
  yield Reply.event({ event: "job_started", data: { job_id: job } })
  for (const [index, prospect] of prospects.entries()) {
    await context.clock.sleep(gap * context.pace, call.signal)
    const name = String(prospect["name"])
    if (fails(prospect)) {
      const error = { prospect: name, error: "No way to reach this prospect." }
      errors.push(error)
      yield Reply.event({ event: "error", data: error })
    } else {
      const draft = draftOf(prospect, job, call, context)
      drafts.push(draft)
      yield Reply.event({ event: "draft_created", data: { draft, prospect_external_id: prospect["external_id"] } })
    }
    const processed = index + 1
    const percentage = (processed / prospects.length) * 100
    const progress = { processed, total: prospects.length, percentage, current_prospect: name }
    yield Reply.event({ event: "progress", data: progress })
  }
  await context.clock.sleep(gap * context.pace, call.signal)
  const summary = { job_id: job, created: drafts.length, errors: errors.length, drafts, error_details: errors }
  yield Reply.event({ event: "complete", data: summary })
}

export const handlers: Handlers = {
  createBatchDrafts: (call, context) => Generic.answer(call, context, call.query["wait"] === true ? 200 : 202),
  createBatchDraftsStream: (call, context) => Reply.events(stream(call, context))
}
