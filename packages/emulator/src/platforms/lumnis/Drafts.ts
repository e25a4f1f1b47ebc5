/**
 * Batch drafts: a job that writes one draft after another. It is read by its status, by a stream that can be resumed,
 * or with
 * `wait=true`.
 *
 * The draft of a prospect named `[error]` fails. A prospect named `[fail]` fails the whole job.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound } from "./Errors.js"
import { callUser } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"

/** Time between two prospects, times the pace. */
const gap = 60

/** How long a finished job can be read, in milliseconds. */
const kept = 86_400_000

const prospectsOf = (call: Call): ReadonlyArray<JsonObject> => {
  const list = call.body["prospects"]
  return Array.isArray(list) ? list.filter(isObject) : []
}

const nameOf = (prospect: JsonObject): string => String(prospect["name"])

const create = (call: Call, context: Context): Records.DraftJobRecord => {
  const job: Records.DraftJobRecord = {
    job_id: context.ids.uuid("job"),
    tenant_id: call.caller.tenantId,
    user_id: callUser(call, context) ?? null,
    prospects: prospectsOf(call),
    content: Query.textOrNull(call.body, "content_template"),
    subject: Query.textOrNull(call.body, "subject_template"),
    createdMs: context.clock.now()
  }
  Records.draftJobs(context).set(job.job_id, job)
  return job
}

const find = (id: string, call: Call, context: Context): Records.DraftJobRecord | undefined => {
  const job = Records.draftJobs(context).get(id.toLowerCase())
  const user = callUser(call, context)
  return job !== undefined &&
    job.tenant_id === call.caller.tenantId &&
    (user === undefined || job.user_id === user) &&
    context.clock.now() - job.createdMs < kept
    ? job
    : undefined
}

const draftOf = (job: Records.DraftJobRecord, prospect: JsonObject, context: Context): JsonObject => ({
  id: context.ids.uuidOf("draft", job.job_id, String(prospect["external_id"])),
  status: "pending_review",
  content: job.content ?? `Hello ${nameOf(prospect)}, a short note from the emulator.`,
  created_at: Records.iso(job.createdMs),
  prospect_external_id: prospect["external_id"] ?? null,
  subject: job.subject
})

/** When a prospect of a job is done, the last of them also when the job is. */
const doneAt = (job: Records.DraftJobRecord, index: number, context: Context): number =>
  job.createdMs + (index + 1) * gap * context.pace

interface Outcome {
  readonly drafts: ReadonlyArray<JsonObject>
  readonly errors: ReadonlyArray<{ readonly prospect: string; readonly error: string }>
}

const outcomeOf = (job: Records.DraftJobRecord, processed: number, context: Context): Outcome => {
  const seen = job.prospects.slice(0, processed)
  const fails = (prospect: JsonObject): boolean => nameOf(prospect).includes("[error]")
  return {
    drafts: seen.filter((prospect) => !fails(prospect)).map((prospect) => draftOf(job, prospect, context)),
    errors: seen
      .filter(fails)
      .map((prospect) => ({ prospect: nameOf(prospect), error: "No way to reach this prospect." }))
  }
}

/** How many prospects a job gets to: all, or those before the one that ends it. */
const reach = (job: Records.DraftJobRecord): number => {
  const stop = job.prospects.findIndex((prospect) => nameOf(prospect).includes("[fail]"))
  return stop === -1 ? job.prospects.length : stop
}

const view = (job: Records.DraftJobRecord, context: Context): JsonObject => {
  const now = context.clock.now()
  const total = job.prospects.length
  const most = reach(job)
  let processed = 0
  while (processed < most && doneAt(job, processed, context) <= now) processed++
  const ended = processed === most && doneAt(job, most, context) <= now
  const failed = ended && most < total
  const { drafts, errors } = outcomeOf(job, processed, context)
  return {
    job_id: job.job_id,
    status: failed ? "failed" : ended ? "completed" : "in_progress",
    progress: {
      drafts_created: drafts.length,
      errors: errors.length,
      processed,
      total,
      percentage: total === 0 ? 100 : (processed / total) * 100
    },
    drafts,
    errors,
    created_at: Records.iso(job.createdMs),
    started_at: Records.iso(job.createdMs),
    completed_at: ended ? Records.iso(doneAt(job, most, context)) : null,
    error_message: failed ? "The job stopped at a prospect." : null
  }
}

const until = (at: number, call: Call, context: Context): Promise<void> =>
  context.clock.sleep(Math.max(0, at - context.clock.now()), call.signal)

/** From the start of the job, whether it is new or resumed: what has happened comes at once. */
const stream = async function* (job: Records.DraftJobRecord, call: Call, context: Context): AsyncGenerator<string> {
  const total = job.prospects.length
  const most = reach(job)
  yield Reply.event({ event: "job_started", data: { job_id: job.job_id } })
  for (const [index, prospect] of job.prospects.slice(0, most).entries()) {
    await until(doneAt(job, index, context), call, context)
    const { drafts, errors } = outcomeOf({ ...job, prospects: [prospect] }, 1, context)
    for (const error of errors) yield Reply.event({ event: "error", data: error })
    for (const draft of drafts) {
      yield Reply.event({ event: "draft_created", data: { draft, prospect_external_id: prospect["external_id"] } })
    }
    const processed = index + 1
    const progress = { processed, total, percentage: (processed / total) * 100, current_prospect: nameOf(prospect) }
    yield Reply.event({ event: "progress", data: progress })
  }
  await until(doneAt(job, most, context), call, context)
  if (most < total) return
  const { drafts, errors } = outcomeOf(job, total, context)
  const summary = { job_id: job.job_id, created: drafts.length, errors: errors.length, drafts, error_details: errors }
  yield Reply.event({ event: "complete", data: summary })
}

export const handlers: Handlers = {
  createBatchDrafts: async (call, context) => {
    const job = create(call, context)
    if (call.query["wait"] === true) {
      await until(doneAt(job, reach(job), context), call, context)
      const { drafts, errors } = outcomeOf(job, reach(job), context)
      return Reply.json(200, { created: drafts.length, errors: errors.length, drafts, error_details: errors })
    }
    return Reply.json(202, {
      job_id: job.job_id,
      status: "pending",
      total_prospects: job.prospects.length,
      poll_url: `/v1/messaging/drafts/batch/jobs/${job.job_id}`,
      message: "Batch draft job started"
    })
  },
  createBatchDraftsStream: (call, context) => {
    const id = Query.text(call.query, "job_id")
    const job = id === undefined ? create(call, context) : find(id, call, context)
    return job === undefined ? notFound("Job") : Reply.events(stream(job, call, context))
  },
  getBatchDraftJobStatus: (call, context) => {
    const job = find(call.path["job_id"] ?? "", call, context)
    return job === undefined ? notFound("Job") : Reply.json(200, view(job, context))
  }
}
