/**
 * Responses: runs that progress with time, long polls that end when something changed, cancellation, feedback.
 */
import { isObject, type JsonObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import * as Scripts from "../../Scripts.js"
import { scriptFor } from "./DefaultScripts.js"
import { invalid, notFound, rejected } from "./Errors.js"
import { callUser, mayRead } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"
import * as Run from "./Run.js"
import * as StructuredOutput from "./StructuredOutput.js"
import { createThread } from "./Threads.js"

const promptOf = (messages: ReadonlyArray<unknown>): string => {
  const contents = messages.filter(isObject).filter((message) => message["role"] === "user")
  return contents.map((message) => message["content"]).findLast((content) => typeof content === "string") ?? ""
}

const structuredOf = async (
  call: Call,
  context: Context,
  prompt: string
): Promise<{ readonly value: JsonObject | null } | { readonly error: string }> => {
  const seed = `${context.seed}\0${prompt}`
  const format = call.body["response_format"]
  if (isObject(format)) return StructuredOutput.ofFormat(format, seed)
  const agent = call.body["specialized_agent"]
  return { value: typeof agent === "string" ? await StructuredOutput.ofAgent(context, agent, seed) : null }
}

/** The script of the header, of a matching rule, or the default run. */
const scriptOf = async (call: Call, context: Context, prompt: string): Promise<Scripts.Script | Reply.Reply> => {
  const header = call.headers["x-emulator-script"]
  if (typeof header === "string") {
    let value: unknown
    try {
      value = JSON.parse(header)
    } catch {
      return rejected(400, "BAD_EMULATOR_SCRIPT", "X-Emulator-Script is not JSON.")
    }
    const script = Scripts.parse(value)
    return "problem" in script ? rejected(400, "BAD_EMULATOR_SCRIPT", `X-Emulator-Script: ${script.problem}.`) : script
  }
  const ruled = context.scripts.take(prompt, Query.text(call.body, "user_id"))
  if (ruled !== undefined) return ruled
  const structured = await structuredOf(call, context, prompt)
  return "error" in structured
    ? invalid(["body", "response_format"], `response_format is not a JSON Schema: ${structured.error}`)
    : scriptFor(prompt, structured.value)
}

const threadFor = (call: Call, context: Context, prompt: string): Records.ThreadRecord | undefined => {
  const id = Query.text(call.body, "thread_id")
  const user = callUser(call, context)
  if (id === undefined) {
    const title = prompt.replaceAll(/\s+/g, " ").trim().slice(0, 60)
    const tenant_id = call.caller.tenantId
    return createThread(context, {
      tenant_id,
      user_id: user ?? null,
      title: title === "" ? null : title,
      metadata: null
    })
  }
  const thread = Records.threads(context).get(id.toLowerCase())
  return thread !== undefined && mayRead(thread, call, context) ? thread : undefined
}

const find = (call: Call, context: Context): Records.RunRecord | undefined => {
  const run = Records.runs(context).get(call.path["response_id"]?.toLowerCase() ?? "")
  return run !== undefined && mayRead(run, call, context) ? run : undefined
}

/** Longest wait of a poll in seconds. Longer waits are cut to it. */
const longestWait = 120

const poll = async (call: Call, context: Context, run: Records.RunRecord): Promise<Run.View | undefined> => {
  const { changes, clock } = context
  const wait = Math.min(Query.whole(call.query, "wait", 0), longestWait)
  // The time of the last look: what changes after it ends the wait, however late the next look is.
  let seen = clock.now()
  const deadline = seen + wait * 1000
  let held: Records.RunRecord | undefined = run
  let current = Run.view(run, seen)
  const state = JSON.stringify(current)
  while (!Run.terminal.has(current.status) && seen < deadline && !call.signal.aborted) {
    const until = Math.min(deadline, Run.nextChange(held, seen) ?? deadline)
    const change = changes.next(run.response_id, call.signal)
    await clock.sleep(until - clock.now(), change.signal)
    change.release()
    held = find(call, context)
    if (held === undefined) return undefined
    seen = clock.now()
    current = Run.view(held, seen)
    if (JSON.stringify(current) !== state) break
  }
  return current
}

const day = 86_400_000

const dayOf = (text: string | undefined): number | undefined => {
  const time = text === undefined ? Number.NaN : Date.parse(`${text.slice(0, 10)}T00:00:00Z`)
  return Number.isNaN(time) ? undefined : time
}

const listed = (call: Call, context: Context): ReadonlyArray<Run.View> => {
  const status = Query.text(call.query, "status")
  const thread = Query.text(call.query, "thread_id")?.toLowerCase()
  const from = dayOf(Query.text(call.query, "start_date")) ?? Number.NEGATIVE_INFINITY
  const last = dayOf(Query.text(call.query, "end_date"))
  const until = last === undefined ? Number.POSITIVE_INFINITY : last + day
  return Run.newestFirst(context)
    .filter((run) => mayRead(run, call, context))
    .filter((run) => thread === undefined || run.thread_id === thread)
    .filter((run) => run.createdMs >= from && run.createdMs < until)
    .map((run) => Run.view(run, context.clock.now()))
    .filter((view) => status === undefined || view.status === status)
}

const artifactsOf = (run: Records.RunRecord, context: Context): ReadonlyArray<JsonObject> => {
  const view = Run.view(run, context.clock.now())
  const artifacts = Array.isArray(view["artifacts"]) ? view["artifacts"].filter(isObject) : []
  return artifacts.map((artifact, index) => ({
    artifact_id: context.ids.uuidOf("artifact", run.response_id, String(index)),
    response_id: run.response_id,
    name: typeof artifact["name"] === "string" ? artifact["name"] : `artifact-${index + 1}`,
    uri: `artifact_${context.ids.uuidOf("artifact", run.response_id, String(index))}`,
    mime_type: "text/markdown",
    bytes: Buffer.byteLength(JSON.stringify(artifact)),
    created_at: view["completed_at"] ?? view["created_at"]
  }))
}

const withRun = (call: Call, context: Context, use: (run: Records.RunRecord) => Reply.Reply): Reply.Reply => {
  const run = find(call, context)
  return run === undefined ? notFound("Response") : use(run)
}

export const handlers: Handlers = {
  createResponse: async (call, context) => {
    const messages = Array.isArray(call.body["messages"]) ? call.body["messages"] : []
    const prompt = promptOf(messages)
    const script = await scriptOf(call, context, prompt)
    if ("status" in script) return script
    const thread = threadFor(call, context, prompt)
    if (thread === undefined) return notFound("Thread")
    const options = call.body["options"]
    const run: Records.RunRecord = {
      response_id: context.ids.uuid("response"),
      thread_id: thread.thread_id,
      tenant_id: call.caller.tenantId,
      user_id: callUser(call, context) ?? thread.user_id,
      input_messages: messages,
      options: isObject(options) ? options : null,
      createdMs: context.clock.now(),
      cancelledMs: null,
      steps: Run.timed(script, context.pace)
    }
    Records.runs(context).set(run.response_id, run)
    const { created_at, response_id, status, tenant_id, thread_id } = Run.view(run, run.createdMs)
    return Reply.json(200, { response_id, thread_id, status, tenant_id, created_at })
  },
  listResponses: (call, context) => {
    const all = listed(call, context)
    const window = Query.offsetWindow(call.query)
    return Reply.json(200, { responses: Query.slice(all, window), total: all.length, ...window })
  },
  getResponse: async (call, context) => {
    const run = find(call, context)
    const view = run === undefined ? undefined : await poll(call, context, run)
    return view === undefined ? notFound("Response") : Reply.json(200, view)
  },
  cancelResponse: (call, context) =>
    withRun(call, context, (run) => {
      const now = context.clock.now()
      const { status } = Run.view(run, now)
      if (status === "cancelled") return Reply.json(200, { status, message: "Response was already cancelled." })
      if (Run.terminal.has(status)) {
        return rejected(400, "RESPONSE_NOT_CANCELLABLE", `The response has already ${status}.`)
      }
      Records.runs(context).set(run.response_id, { ...run, cancelledMs: now })
      context.changes.notify(run.response_id)
      return Reply.json(200, { status: "cancelled", message: "Response cancelled." })
    }),
  listResponseArtifacts: (call, context) =>
    withRun(call, context, (run) => {
      const all = artifactsOf(run, context)
      const window = Query.offsetWindow(call.query)
      return Reply.json(200, { artifacts: Query.slice(all, window), total: all.length, ...window })
    }),
  createResponseFeedback: (call, context) =>
    withRun(call, context, (run) => {
      const update = call.body["tool_args_update"]
      const feedback: Records.FeedbackRecord = {
        feedback_id: context.ids.uuid("feedback"),
        response_id: run.response_id,
        tenant_id: run.tenant_id,
        user_id: callUser(call, context) ?? run.user_id,
        feedback_text: Query.text(call.body, "feedback_text") ?? "",
        feedback_type: Query.text(call.body, "feedback_type") ?? "suggestion",
        progress_id: Query.textOrNull(call.body, "progress_id"),
        tool_call_id: Query.textOrNull(call.body, "tool_call_id"),
        tool_args_update: isObject(update) ? update : null,
        createdMs: context.clock.now()
      }
      if (feedback.tool_args_update !== null && feedback.tool_call_id === null) {
        return invalid(["body", "tool_call_id"], "tool_args_update needs tool_call_id", "missing")
      }
      Records.feedback(context).set(feedback.feedback_id, feedback)
      return Reply.json(200, { feedback_id: feedback.feedback_id, created_at: Records.iso(feedback.createdMs) })
    }),
  listResponseFeedback: (call, context) =>
    withRun(call, context, (run) => {
      const progressId = Query.text(call.query, "progress_id")
      const consumed = (item: Records.FeedbackRecord): number | undefined =>
        run.steps
          .map((step) => run.createdMs + step.atMs)
          .find((at) => at > item.createdMs && at <= context.clock.now())
      const all = Records.feedback(context)
        .values()
        .filter((item) => item.response_id === run.response_id)
        .filter((item) => progressId === undefined || item.progress_id === progressId)
        .map(({ createdMs, ...item }) => {
          const at = consumed({ createdMs, ...item })
          return {
            ...item,
            is_consumed: at !== undefined,
            consumed_at: at === undefined ? null : Records.iso(at),
            created_at: Records.iso(createdMs)
          }
        })
      const used = all.filter((item) => item.is_consumed).length
      return Reply.json(200, {
        response_id: run.response_id,
        progress_id_filter: progressId ?? null,
        total_feedback: all.length,
        consumed_count: used,
        unconsumed_count: all.length - used,
        feedback: all,
        note: "Feedback is consumed at the next step of the run."
      })
    })
}
