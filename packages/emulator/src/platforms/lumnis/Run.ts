/**
 * Views of a run. A run stores its steps; status, progress and results follow from the time.
 */
import type { JsonObject } from "../../Contract.js"
import type { Context } from "../../Platform.js"
import type { Script } from "../../Scripts.js"
import * as Records from "./Records.js"

export const terminal: ReadonlySet<string> = new Set(["succeeded", "failed", "cancelled"])

interface Entry {
  readonly ts: string
  readonly state: unknown
  readonly message: unknown
  readonly output_text: unknown
  readonly tool_calls: ReadonlyArray<unknown> | null
}

const defaultGap = 100

/** Turns the gaps of a script into times since the run began. */
export const timed = (script: Script, pace: number): ReadonlyArray<Records.TimedStep> => {
  let atMs = 0
  return script.steps.map((step) => {
    atMs += (step.after ?? defaultGap) * pace
    return { ...step, atMs }
  })
}

/** The steps that have happened: up to `now`, none after a cancellation, none after a terminal status. */
const happened = (run: Records.RunRecord, now: number): ReadonlyArray<Records.TimedStep> => {
  const until = Math.min(now, run.cancelledMs ?? Number.POSITIVE_INFINITY)
  const past = run.steps.filter((step) => run.createdMs + step.atMs <= until)
  const end = past.findIndex((step) => step.status !== undefined && terminal.has(step.status))
  return end < 0 ? past : past.slice(0, end + 1)
}

const grown = (progress: ReadonlyArray<Entry>, step: Records.TimedStep): ReadonlyArray<Entry> => {
  const { tools } = step
  if (tools === undefined) return progress
  const index = tools.index ?? progress.length - 1
  return progress.map((entry, at) =>
    at === index ? { ...entry, tool_calls: [...(entry.tool_calls ?? []), ...tools.calls] } : entry
  )
}

const appended = (progress: ReadonlyArray<Entry>, step: Records.TimedStep, ts: string): ReadonlyArray<Entry> => {
  if (step.entry === undefined) return progress
  const { tool_calls: calls, ...rest } = step.entry
  const base = { ts, state: "processing", message: "", output_text: null }
  return [...progress, { ...base, ...rest, tool_calls: Array.isArray(calls) ? calls : null }]
}

export interface View extends JsonObject {
  readonly response_id: string
  readonly status: string
  readonly progress: ReadonlyArray<Entry>
}

/** The response as `GET /v1/responses/{id}` answers at `now`. */
export const view = (run: Records.RunRecord, now: number): View => {
  let status = "queued"
  let progress: ReadonlyArray<Entry> = []
  let result: JsonObject = {
    output_text: null,
    response_title: null,
    structured_response: null,
    artifacts: null,
    error: null
  }
  let completed: number | null = null
  let updated = run.createdMs
  for (const step of happened(run, now)) {
    updated = run.createdMs + step.atMs
    progress = grown(appended(progress, step, Records.iso(updated)), step)
    const { after: _after, atMs: _atMs, entry: _entry, status: next, tools: _tools, ...fields } = step
    result = { ...result, ...fields }
    status = next ?? status
    if (terminal.has(status)) completed = updated
  }
  if (run.cancelledMs !== null && !terminal.has(status)) {
    status = "cancelled"
    completed = run.cancelledMs
    updated = run.cancelledMs
  }
  return {
    response_id: run.response_id,
    thread_id: run.thread_id,
    tenant_id: run.tenant_id,
    user_id: run.user_id,
    status,
    progress,
    input_messages: run.input_messages,
    ...result,
    options: run.options,
    created_at: Records.iso(run.createdMs),
    completed_at: completed === null ? null : Records.iso(completed),
    updated_at: Records.iso(updated)
  }
}

/** When the run next changes by itself, or `undefined` when it never will. */
export const nextChange = (run: Records.RunRecord, now: number): number | undefined =>
  run.steps.map((step) => run.createdMs + step.atMs).find((at) => at > now)

export const newestFirst = (context: Context): ReadonlyArray<Records.RunRecord> =>
  Records.runs(context).values().toReversed()
