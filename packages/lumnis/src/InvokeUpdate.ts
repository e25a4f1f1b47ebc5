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
 * What every update has, under the names of the platform's SDKs. {@link InvokeUpdate} has more, by `_tag`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Common {
  /** `queued`, the state of the entry (`processing`, ...), `completed`, `failed` or `cancelled`. */
  readonly state: string
  /** The message of the entry. */
  readonly message: string | undefined
  /** The text of the run so far. Final in the update `Completed`. */
  readonly output_text: string | null
}

/**
 * The server accepted the run. `attach(responseId)` can wait for it from now on, also in another process.
 *
 * @since 0.1.0
 * @category models
 */
export interface Started extends RunId, Common {
  readonly _tag: "Started"
}

/**
 * A new entry of the progress log, with the tool calls it has so far. An entry with state `failed` is a failed attempt
 * of the agent; the run continues.
 *
 * @since 0.1.0
 * @category models
 */
export interface Progress extends RunId, Common {
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
export interface ToolCalls extends RunId, Common {
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
export interface Completed extends RunId, Common {
  readonly _tag: "Completed"
  readonly entry: ProgressEntry
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
export interface Ended extends RunId, Common {
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
    if (entry.state !== "completed") updates.push({ _tag: "Progress", ...run, ...ofEntry(entry), index, entry })
  }
  for (const [index, count] of emitted.entries()) {
    const entry = entries[index]
    const toolCalls = entry?.tool_calls?.slice(count) ?? []
    if (entry === undefined || toolCalls.length === 0) continue
    next[index] = count + toolCalls.length
    if (entry.state !== "completed") {
      updates.push({ _tag: "ToolCalls", ...run, ...ofEntry(entry), index, entry, toolCalls })
    }
  }
  return [next, updates]
}

/**
 * The first update of a run that this call started.
 *
 * @since 0.1.0
 * @category constructors
 */
export const started = (responseId: string, threadId: string): Started => ({
  _tag: "Started",
  responseId,
  threadId,
  state: "queued",
  message: undefined,
  output_text: null
})

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
    ...ofEntry(entry),
    output_text,
    entry: { ...entry, output_text, response_id: response.response_id },
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
  state: tag === "Failed" ? "failed" : "cancelled",
  message: ResponseView.message(response),
  output_text: response.output_text ?? null,
  response
})

const ofEntry = ({ message, output_text, state }: ProgressEntry): Common => ({
  state,
  message: message ?? undefined,
  output_text: output_text ?? null
})

const runId = (response: ResponseObject): RunId => ({
  responseId: response.response_id,
  threadId: response.thread_id
})
