/**
 * The updates of a run, computed from its polled responses.
 *
 * @since 0.1.0
 */
import type { ProgressEntry, ResponseObject, ToolCall } from "./generated/shared.js"
import * as ResponseView from "./ResponseView.js"

/**
 * The ids of the run of an update.
 *
 * @since 0.1.0
 * @category models
 */
export interface RunId {
  readonly responseId: string
  readonly threadId: string
}

/**
 * The server accepted the run. `attach(responseId)` can wait for it from now on, also in another process.
 *
 * @since 0.1.0
 * @category models
 */
export interface Started extends RunId {
  readonly _tag: "Started"
}

/**
 * A new entry of the progress log, with the tool calls it has so far. An entry with state `failed` is a failed attempt
 * of the agent; the run continues.
 *
 * @since 0.1.0
 * @category models
 */
export interface Progress extends RunId {
  readonly _tag: "Progress"
  /** Position of the entry in `response.progress`, from 0. */
  readonly index: number
  readonly entry: ProgressEntry
}

/**
 * New tool calls of an entry that was already emitted. `toolCalls` has only the new ones, `entry` has all.
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
 * The run succeeded. This is the last update, and the only one with a completed entry. `entry` is the last completed
 * entry of the log with `output_text` filled in. If the log has none, `entry` is created.
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
 * {@link Completed} of a run with a schema. `structured` is the decoded `structured_response`.
 *
 * @since 0.1.0
 * @category models
 */
export interface StructuredCompleted<A> extends Completed {
  readonly structured: A
}

/**
 * The run failed or was cancelled. This is the last update, and is emitted only with `failedRuns: "return"`.
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
 * The part of a progress log that was emitted: the number of tool calls of each entry.
 *
 * @since 0.1.0
 * @category models
 */
export type Emitted = ReadonlyArray<number>

/**
 * @since 0.1.0
 * @category constructors
 */
export const nothingEmitted: Emitted = []

/**
 * Computes the updates that a response adds to those already emitted: first new entries in order, then new tool calls
 * of known entries.
 *
 * Entries with state `completed` are not emitted, because only the end of the run shows whether it has completed. The
 * last of them becomes part of {@link Completed}, and all stay in `response.progress`. Every polling interval therefore
 * gives the same entries and, entry by entry, the same tool calls.
 *
 * @since 0.1.0
 * @category combinators
 */
export const advance = (
  emitted: Emitted,
  response: ResponseObject
): readonly [Emitted, ReadonlyArray<Progress | ToolCalls>] => {
  const run = runId(response)
  const entries = ResponseView.progress(response)
  const updates: Array<Progress | ToolCalls> = []
  const next = [...emitted]
  for (const [index, entry] of entries.entries()) {
    if (index < emitted.length) continue
    next.push(entry.tool_calls?.length ?? 0)
    if (entry.state !== "completed") updates.push({ _tag: "Progress", ...run, index, entry })
  }
  for (const [index, count] of emitted.entries()) {
    const entry = entries[index]
    const toolCalls = entry?.tool_calls?.slice(count) ?? []
    if (entry === undefined || toolCalls.length === 0) continue
    next[index] = count + toolCalls.length
    if (entry.state !== "completed") updates.push({ _tag: "ToolCalls", ...run, index, entry, toolCalls })
  }
  return [next, updates]
}

/**
 * The first update of a run that this call started.
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
 * The last update of a run that failed or was cancelled.
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
