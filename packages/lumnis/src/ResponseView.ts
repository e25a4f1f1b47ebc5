/**
 * Values derived from a response. All functions are pure.
 *
 * @since 0.1.0
 */
import * as Redaction from "@trilum/core/Redaction"
import { RunCancelledError, RunFailedError } from "@trilum/core/RunError"
import type { ProgressEntry, ResponseObject } from "./generated/shared.js"

/**
 * Where a run stands: still `running`, or its end. A status that is not known counts as running until the response has
 * a `completed_at`, and then as failed if it has an `error`.
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
 * The progress log; empty when the server sent none.
 *
 * @since 0.1.0
 * @category accessors
 */
export const progress = (response: ResponseObject): ReadonlyArray<ProgressEntry> => response.progress ?? []

const lastEntry = (response: ResponseObject): ProgressEntry | undefined => progress(response).at(-1)

const states: Readonly<Record<string, string>> = { in_progress: "processing", succeeded: "completed" }

/**
 * The state of the last progress entry; without one, the status in the words of progress entries (`processing` for
 * `in_progress`, `completed` for `succeeded`).
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
 * The server's `updated_at`, else when the run ended, else the time of the last progress entry, else when it was made.
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
 * The agent's plan: the text of the first tool call of the second progress entry.
 *
 * @since 0.1.0
 * @category accessors
 */
export const plan = (response: ResponseObject): string | undefined =>
  progress(response)[1]?.tool_calls?.[0]?.output_text ?? undefined

/**
 * The progress entries of sub agents that are done: those whose last tool call is `FINAL_RESPONSE`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const subAgentExecutions = (response: ResponseObject): ReadonlyArray<ProgressEntry> =>
  progress(response).filter((entry) => entry.tool_calls?.at(-1)?.name === "FINAL_RESPONSE")

/**
 * The error of a run that failed or was cancelled; `undefined` for any other.
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
        hint: "The progress log says what the agent did. Invoke again once the cause is removed."
      })
    }
    case "cancelled":
      return new RunCancelledError({
        ...details,
        message: `run ${responseId} was cancelled`,
        hint: "Invoke again to start a new run."
      })
    default:
      return undefined
  }
}

/** The first text in the free-form `error` of a run that reads like a message. */
const reasonOf = (error: unknown): string | undefined => {
  if (typeof error !== "object" || error === null) return undefined
  for (const name of ["message", "detail", "error", "reason"]) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === "string" && value !== "") return value
  }
  return undefined
}
