/**
 * Threads: created by hand or by the first response in them. Deleting a thread deletes its responses.
 */
import type { JsonObject } from "../../Contract.js"
import { isObject } from "../../Contract.js"
import type { Call, Context, Handlers } from "../../Platform.js"
import * as Reply from "../../Reply.js"
import { notFound } from "./Errors.js"
import { callUser, mayRead } from "./Identity.js"
import * as Query from "./Query.js"
import * as Records from "./Records.js"
import * as Run from "./Run.js"

/** Threads that pass `keep`, newest first, with the number and time of their responses. */
export const threadViews = (
  context: Context,
  keep: (thread: Records.ThreadRecord) => boolean
): ReadonlyArray<JsonObject> => {
  const counts = new Map<string, { count: number; last: number }>()
  for (const run of Records.runs(context).values()) {
    const before = counts.get(run.thread_id) ?? { count: 0, last: 0 }
    counts.set(run.thread_id, { count: before.count + 1, last: Math.max(before.last, run.createdMs) })
  }
  return Records.threads(context)
    .values()
    .filter(keep)
    .toReversed()
    .map((thread) => {
      const seen = counts.get(thread.thread_id)
      return {
        ...thread,
        response_count: seen?.count ?? 0,
        last_response_at: seen === undefined ? null : Records.iso(seen.last)
      }
    })
}

const viewOf = (context: Context, id: string): JsonObject | undefined =>
  threadViews(context, (thread) => thread.thread_id === id)[0]

const withThread = (call: Call, context: Context, use: (thread: Records.ThreadRecord) => Reply.Reply): Reply.Reply => {
  const thread = Records.threads(context).get(call.path["thread_id"]?.toLowerCase() ?? "")
  return thread === undefined || !mayRead(thread, call, context) ? notFound("Thread") : use(thread)
}

export const createThread = (
  context: Context,
  values: Pick<Records.ThreadRecord, "tenant_id" | "user_id" | "title" | "metadata">
): Records.ThreadRecord => {
  const now = Records.iso(context.clock.now())
  const thread = { thread_id: context.ids.uuid("thread"), ...values, created_at: now, updated_at: now }
  Records.threads(context).set(thread.thread_id, thread)
  return thread
}

export const handlers: Handlers = {
  createThread: (call, context) => {
    const metadata = call.body["metadata"]
    const thread = createThread(context, {
      tenant_id: call.caller.tenantId,
      user_id: callUser(call, context) ?? null,
      title: Query.textOrNull(call.body, "title"),
      metadata: isObject(metadata) ? metadata : null
    })
    return Reply.json(200, viewOf(context, thread.thread_id))
  },
  listThreads: (call, context) => {
    const all = threadViews(context, (thread) => mayRead(thread, call, context))
    const window = Query.offsetWindow(call.query)
    return Reply.json(200, { threads: Query.slice(all, window), total: all.length, ...window })
  },
  getThread: (call, context) =>
    withThread(call, context, (thread) => Reply.json(200, viewOf(context, thread.thread_id))),
  updateThread: (call, context) =>
    withThread(call, context, (thread) => {
      const title = "title" in call.body ? Query.textOrNull(call.body, "title") : thread.title
      Records.threads(context).set(thread.thread_id, {
        ...thread,
        title,
        updated_at: Records.iso(context.clock.now())
      })
      return Reply.json(200, viewOf(context, thread.thread_id))
    }),
  deleteThread: (call, context) =>
    withThread(call, context, (thread) => {
      for (const run of Records.runs(context).values()) {
        if (run.thread_id !== thread.thread_id) continue
        Records.runs(context).delete(run.response_id)
        context.changes.notify(run.response_id)
      }
      Records.threads(context).delete(thread.thread_id)
      return Reply.empty(204)
    }),
  listThreadResponses: (call, context) =>
    withThread(call, context, (thread) => {
      const all = Run.newestFirst(context).filter((run) => run.thread_id === thread.thread_id)
      const shown = Query.slice(all, Query.offsetWindow(call.query))
      return Reply.json(
        200,
        shown.map((run) => Run.view(run, context.clock.now()))
      )
    })
}
