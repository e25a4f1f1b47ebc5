/**
 * The errors of Lumnis, in addition to those of every platform (`@trilum/core/ApiError`).
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Redaction from "@trilum/core/Redaction"
import type { ResponseObject } from "./generated/shared.js"

/**
 * User scope without a user: the call names none and the client is bound to none. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class MissingUserId extends ApiError.tagged("MissingUserId", {
  platform: "lumnis",
  code: "MISSING_USER_ID",
  attempts: 0
}) {}

/**
 * Tenant scope with a user, named by the call or bound to the client. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class TenantScopeUserIdConflict extends ApiError.tagged("TenantScopeUserIdConflict", {
  platform: "lumnis",
  code: "TENANT_SCOPE_USER_ID_CONFLICT",
  attempts: 0
}) {}

/**
 * A file reference that only this machine can read. No request was sent. `reference` is the invalid reference,
 * redacted.
 *
 * @since 0.1.0
 * @category errors
 */
export class LocalFileNotSupported extends ApiError.tagged("LocalFileNotSupported", {
  platform: "lumnis",
  operation: "createResponse",
  code: "LOCAL_FILE_NOT_SUPPORTED",
  attempts: 0,
  hint: "Upload the file and use its artifact id (artifact_...), or use a URI such as https://... or s3://..."
})<{ reference: string }> {
  constructor(details: { readonly reference: string }) {
    const reference = Redaction.redactor.text(details.reference)
    super({ reference, message: `"${reference}" is a local file, which agents cannot read` })
  }
}

/**
 * A successful run whose `structured_response` is missing or does not match the schema. `issues` has the paths.
 * `response` is the terminal response (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class StructuredOutputError extends ApiError.tagged("StructuredOutputError", {
  platform: "lumnis",
  operation: "getResponse",
  code: "STRUCTURED_OUTPUT",
  hidden: ["response"]
})<{ responseId: string; threadId: string; issues: ReadonlyArray<ApiError.Issue>; response: ResponseObject }> {
  constructor(details: { readonly response: ResponseObject; readonly issues: ReadonlyArray<ApiError.Issue> }) {
    const { response_id: responseId, structured_response, thread_id: threadId } = details.response
    const where = details.issues.map(({ message, path }) => (path === "" ? message : `${path}: ${message}`)).join("; ")
    super({
      ...details,
      responseId,
      threadId,
      message:
        structured_response === null || structured_response === undefined
          ? `run ${responseId} succeeded without a structured response; start a new one, or read \`output_text\``
          : `the structured response of run ${responseId} does not match the schema: ${where}`
    })
  }
}
