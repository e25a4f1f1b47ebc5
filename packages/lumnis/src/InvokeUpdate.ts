/**
 * A run as a sequence of updates, made from polled states of its response.
 *
 * @since 0.1.0
 */
import type { ProgressEntry, ResponseObject, ToolCall } from "./generated/shared.js"
import * as ResponseView from "./ResponseView.js"

/**
 * Of which run an update tells.
 *
 * @since 0.1.0
 * @category models
 */
export interface RunId {
  readonly responseId: string
  readonly threadId: string
}

/**
 * The server took the run. `attach(responseId)` can wait for it from now on, also in another process.
 *
 * @since 0.1.0
 * @category models
 */
export interface Started extends RunId {
  readonly _tag: "Started"
}

/**
 * A new entry of the progress log, with the tool calls it had when it was first seen. A failed **entry** is a failed
 * attempt of the agent and not the end of the run.
 *
 * @since 0.1.0
 * @category models
 */
export interface Progress extends RunId {
  readonly _tag: "Progress"
  /** Position in `response.progress`. */
  readonly index: number
  readonly entry: ProgressEntry
}

/**
 * An entry that was seen before made more tool calls. `toolCalls` are only the new ones, `entry` has all.
 *
 * @since 0.1.0
 * @category models
 */
export interface ToolCalls extends RunId {
  readonly _tag: "ToolCalls"
  readonly index: number
  readonly entry: ProgressEntry
  readonly toolCalls: ReadonlyArray<ToolCall>
}

/**
 * The run succeeded: the last update, and the only one of a completed state. `entry` is the log's own last completed
 * entry (or one made up, where the log has none) with `output_text` filled in.
 *
 * @since 0.1.0
 * @category models
 */
export interface Completed extends RunId {
  readonly _tag: "Completed"
  readonly entry: ProgressEntry
  readonly output_text: string | null
  readonly structured_response: { readonly [key: string]: unknown } | null
  readonly response: ResponseObject
}

/**
 * {@link Completed} of a run that was given a schema; `structured` is the decoded `structured_response`.
 *
 * @since 0.1.0
 * @category models
 */
export interface StructuredCompleted<A> extends Completed {
  readonly structured: A
}

/**
 * The run failed or was cancelled: the last update, with `failedRuns: "return"` only.
 *
 * @since 0.1.0
 * @category models
 */
export interface Ended extends RunId {
  readonly _tag: "Failed" | "Cancelled"
  readonly response: ResponseObject
}

/**
 * @since 0.1.0
 * @category models
 */
export type InvokeUpdate = Started | Progress | ToolCalls | Completed | Ended

/**
 * @since 0.1.0
 * @category models
 */
export type StructuredUpdate<A> = Started | Progress | ToolCalls | StructuredCompleted<A>

/**
 * How much of a progress log was told: for each entry the number of its tool calls.
 *
 * @since 0.1.0
 * @category models
 */
export type Told = ReadonlyArray<number>

/**
 * @since 0.1.0
 * @category constructors
 */
export const nothingTold: Told = []

/**
 * What a state of the response adds to what was told: its new entries in order, then the tool calls that known entries
 * made since.
 *
 * Entries of state `completed` are kept back, for only the end of the run tells whether it is completed; the last of
 * them becomes part of {@link Completed}, and all stay in `response.progress`. So every way to poll a run gives the same
 * entries and, entry by entry, the same tool calls.
 *
 * @since 0.1.0
 * @category combinators
 */
export const advance = (told: Told, response: ResponseObject): readonly [Told, ReadonlyArray<Progress | ToolCalls>] => {
  const run = runId(response)
  const entries = ResponseView.progress(response)
  const updates: Array<Progress | ToolCalls> = []
  const next = [...told]
  for (const [index, entry] of entries.entries()) {
    if (index < told.length) continue
    next.push(entry.tool_calls?.length ?? 0)
    if (entry.state !== "completed") updates.push({ _tag: "Progress", ...run, index, entry })
  }
  for (const [index, count] of told.entries()) {
    const entry = entries[index]
    const toolCalls = entry?.tool_calls?.slice(count) ?? []
    if (entry === undefined || toolCalls.length === 0) continue
    next[index] = count + toolCalls.length
    if (entry.state !== "completed") updates.push({ _tag: "ToolCalls", ...run, index, entry, toolCalls })
  }
  return [next, updates]
}

/**
 * The first update of a run that was started here.
 *
 * @since 0.1.0
 * @category constructors
 */
export const started = (responseId: string, threadId: string): Started => ({ _tag: "Started", responseId, threadId })

/**
 * The last update of a run that succeeded.
 *
 * @since 0.1.0
 * @category constructors
 */
export const completed = (response: ResponseObject): Completed => {
  const entry = ResponseView.progress(response).findLast((candidate) => candidate.state === "completed") ?? {
    ts: ResponseView.updatedAt(response),
    state: "completed",
    message: "Task completed successfully"
  }
  const output_text = response.output_text ?? entry.output_text ?? null
  return {
    _tag: "Completed",
    ...runId(response),
    entry: { ...entry, output_text, response_id: response.response_id },
    output_text,
    structured_response: response.structured_response ?? null,
    response
  }
}

/**
 * The last update of a run that did not succeed.
 *
 * @since 0.1.0
 * @category constructors
 */
export const ended = (tag: "Failed" | "Cancelled", response: ResponseObject): Ended => ({
  _tag: tag,
  ...runId(response),
  response
})

const runId = (response: ResponseObject): RunId => ({
  responseId: response.response_id,
  threadId: response.thread_id
})
