/**
 * The errors of Lumnis, in addition to those of every platform (`@trilum/core/ApiError`).
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Redaction from "@trilum/core/Redaction"
import type { ResponseObject } from "./generated/shared.js"

type Facts = Omit<ApiError.Details, "platform">

/**
 * User scope without a user: the call names none and the client is bound to none. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class MissingUserId extends ApiError.TrilumError<"MissingUserId"> {
  constructor(details: Facts) {
    super("MissingUserId", { code: "MISSING_USER_ID", attempts: 0, ...details, platform: "lumnis" })
  }
}

/**
 * Tenant scope with a user, named by the call or bound to the client. No request was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class TenantScopeUserIdConflict extends ApiError.TrilumError<"TenantScopeUserIdConflict"> {
  constructor(details: Facts) {
    super("TenantScopeUserIdConflict", {
      code: "TENANT_SCOPE_USER_ID_CONFLICT",
      attempts: 0,
      ...details,
      platform: "lumnis"
    })
  }
}

/**
 * A file reference that only this machine can read. No request was sent. `reference` is the invalid reference,
 * redacted.
 *
 * @since 0.1.0
 * @category errors
 */
export class LocalFileNotSupported extends ApiError.TrilumError<"LocalFileNotSupported"> {
  readonly reference: string
  constructor(details: { readonly reference: string }) {
    const reference = Redaction.redactor.text(details.reference)
    super("LocalFileNotSupported", {
      code: "LOCAL_FILE_NOT_SUPPORTED",
      attempts: 0,
      platform: "lumnis",
      operation: "createResponse",
      message: `"${reference}" is a local file, which agents cannot read`,
      hint: "Upload the file and use its artifact id (artifact_...), or use a URI such as https://... or s3://..."
    })
    this.reference = reference
  }
}

/** The details of a finished run. */
interface Ended {
  readonly response: ResponseObject
  readonly message: string
}

/**
 * Hides the response from `inspect` and JSON, so that prompts and outputs do not get into logs.
 */
const hide = (error: object, response: ResponseObject): void => {
  Object.defineProperty(error, "response", { value: response, enumerable: false })
}

const facts = (code: string, details: Ended): ApiError.Details => ({
  code,
  platform: "lumnis",
  operation: "getResponse",
  message: details.message
})

/**
 * A successful run whose `structured_response` is missing or does not match the schema. `issues` has the paths.
 * `response` is the terminal response (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class StructuredOutputError extends ApiError.TrilumError<"StructuredOutputError"> {
  override readonly responseId: string
  override readonly threadId: string
  readonly issues: ReadonlyArray<ApiError.Issue>
  declare readonly response: ResponseObject
  constructor(details: { readonly response: ResponseObject; readonly issues: ReadonlyArray<ApiError.Issue> }) {
    const { issues, response } = details
    const where = issues
      .map((issue) => (issue.path === "" ? issue.message : `${issue.path}: ${issue.message}`))
      .join("; ")
    super(
      "StructuredOutputError",
      facts("STRUCTURED_OUTPUT", {
        response,
        message:
          response.structured_response === null || response.structured_response === undefined
            ? `run ${response.response_id} succeeded without a structured response; start a new one, or read \`output_text\``
            : `the structured response of run ${response.response_id} does not match the schema: ${where}`
      })
    )
    this.responseId = response.response_id
    this.threadId = response.thread_id
    this.issues = issues
    hide(this, response)
  }
}
