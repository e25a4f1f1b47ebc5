import { isTrilumError } from "@trilum/core/ApiError"
import type { Redactor } from "@trilum/core/Redaction"

/** Fields of an error that help to go on, by their names in a result. */
const fields: Readonly<Record<string, string>> = {
  hint: "hint",
  code: "code",
  category: "category",
  operation: "operation",
  status: "status",
  serverMessage: "server_message",
  details: "details",
  requestId: "request_id",
  retryAfter: "retry_after_seconds",
  responseId: "response_id",
  threadId: "thread_id",
  runId: "run_id",
  workflowId: "workflow_id",
  jobId: "job_id",
  artifactId: "artifact_id",
  uploadId: "upload_id",
  candidates: "candidates"
}

/** A failure as data: what happened, what to do, and the ids to go on with. */
export const describe = (error: unknown, redactor: Redactor): Readonly<Record<string, unknown>> => {
  if (typeof error !== "object" || error === null) return { error: "Error", message: redactor.text(String(error)) }
  const name = isTrilumError(error) ? error._tag : error instanceof Error ? error.name : "Error"
  const message = error instanceof Error ? redactor.text(error.message) : redactor.text(String(error))
  const out: Record<string, unknown> = { error: name, message }
  for (const [field, shown] of Object.entries(fields)) {
    const value: unknown = Reflect.get(error, field)
    if (value !== undefined) out[shown] = redactor.value(value)
  }
  return out
}
