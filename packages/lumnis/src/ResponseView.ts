/**
 * Values derived from a response. All functions are pure.
 *
 * @since 0.1.0
 */
import * as Redaction from "@trilum/core/Redaction"
import { RunCancelledError, RunFailedError } from "@trilum/core/RunError"
import type { ProgressEntry, ResponseObject } from "./generated/shared.js"

/**
 * The status of a run: `running`, or how it finished. A response with an unknown status is running until it has a
 * `completed_at`. Then it has failed if it has an `error`, else succeeded.
 *
 * @since 0.1.0
 * @category models
 */
export type Outcome = "running" | "succeeded" | "failed" | "cancelled"

/**
 * @since 0.1.0
 * @category accessors
 */
export const outcome = (response: ResponseObject): Outcome => {
  const { completed_at, error, status } = response
  if (isTerminal(status)) return status
  if (status === "queued" || status === "in_progress") return "running"
  if (completed_at === undefined || completed_at === null) return "running"
  return error === undefined || error === null ? "succeeded" : "failed"
}

const isTerminal = (status: string): status is "succeeded" | "failed" | "cancelled" =>
  status === "succeeded" || status === "failed" || status === "cancelled"

/**
 * The progress log. Empty when the response has none.
 *
 * @since 0.1.0
 * @category accessors
 */
export const progress = (response: ResponseObject): ReadonlyArray<ProgressEntry> => response.progress ?? []

const lastEntry = (response: ResponseObject): ProgressEntry | undefined => progress(response).at(-1)

const states: Readonly<Record<string, string>> = { in_progress: "processing", succeeded: "completed" }

/**
 * The state of the last progress entry. Without entries, the status of the response as a progress state (`processing`
 * for `in_progress`, `completed` for `succeeded`).
 *
 * @since 0.1.0
 * @category accessors
 */
export const state = (response: ResponseObject): string =>
  lastEntry(response)?.state ?? states[response.status] ?? response.status

/**
 * The message of the last progress entry.
 *
 * @since 0.1.0
 * @category accessors
 */
export const message = (response: ResponseObject): string | undefined => lastEntry(response)?.message ?? undefined

/**
 * The time of the last change: the server's `updated_at`, else the end of the run, else the last progress entry, else
 * the start of the run.
 *
 * @since 0.1.0
 * @category accessors
 */
export const updatedAt = (response: ResponseObject): Date =>
  response.updated_at ?? response.completed_at ?? lastEntry(response)?.ts ?? response.created_at

/**
 * The final text, `output_text`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const content = (response: ResponseObject): string | undefined => response.output_text ?? undefined

/**
 * The plan of the agent: the text of the first tool call of the second progress entry.
 *
 * @since 0.1.0
 * @category accessors
 */
export const plan = (response: ResponseObject): string | undefined =>
  progress(response)[1]?.tool_calls?.[0]?.output_text ?? undefined

/**
 * The progress entries of sub agents that have finished: their last tool call is `FINAL_RESPONSE`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const subAgentExecutions = (response: ResponseObject): ReadonlyArray<ProgressEntry> =>
  progress(response).filter((entry) => entry.tool_calls?.at(-1)?.name === "FINAL_RESPONSE")

/**
 * The error of a run that failed or was cancelled, else `undefined`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const failure = (
  response: ResponseObject,
  redactor: Redaction.Redactor = Redaction.redactor
): RunFailedError<ResponseObject> | RunCancelledError<ResponseObject> | undefined => {
  const { response_id: responseId, thread_id: threadId } = response
  const details = { platform: "lumnis", operation: "getResponse", responseId, threadId, run: response } as const
  switch (outcome(response)) {
    case "failed": {
      const text = reasonOf(response.error)
      const serverMessage = text === undefined ? undefined : redactor.text(text)
      return new RunFailedError({
        ...details,
        serverMessage,
        reason: redactor.value(response.error ?? null),
        message: `run ${responseId} failed${serverMessage === undefined ? "" : `: ${serverMessage}`}`,
        hint: "Read the progress log for the steps of the agent. Fix the cause, then start a new run."
      })
    }
    case "cancelled":
      return new RunCancelledError({
        ...details,
        message: `run ${responseId} was cancelled`,
        hint: "Call invoke to start a new run."
      })
    default:
      return undefined
  }
}

/** The first text in the `error` of a run that looks like a message. The shape of `error` is not documented. */
const reasonOf = (error: unknown): string | undefined => {
  if (typeof error !== "object" || error === null) return undefined
  for (const name of ["message", "detail", "error", "reason"]) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === "string" && value !== "") return value
  }
  return undefined
}
