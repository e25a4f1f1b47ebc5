/**
 * The errors of Lumnis beside those that every platform shares (`@trilum/core/ApiError`).
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Redaction from "@trilum/core/Redaction"
import type { ResponseObject } from "./generated/shared.js"

type Facts = Omit<ApiError.Details, "platform">

/**
 * User scope without a user: neither the call names one nor is the client bound to one. Nothing was sent.
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
 * Tenant scope together with a user, named by the call or bound to the client. Nothing was sent.
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
 * A file reference that only this machine can read. Nothing was sent. `reference` is the refused text.
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
      message:
        `"${reference}" is a local file, which agents cannot read; upload it with files.upload, ` +
        "or give an artifact id (artifact_...) or a URI such as https://... or s3://..."
    })
    this.reference = reference
  }
}

/** What the end of a run says, whatever it was. */
interface Ended {
  readonly response: ResponseObject
  readonly message: string
}

/**
 * Kept out of `inspect` and JSON: a whole run, with the caller's own texts in it, is no part of a log line.
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

/** The first text in the free-form `error` of a run that reads like a message. */
const reason = (error: unknown, redactor: Redaction.Redactor): string | undefined => {
  if (typeof error !== "object" || error === null) return undefined
  for (const name of ["message", "detail", "error", "reason"]) {
    const value: unknown = Reflect.get(error, name)
    if (typeof value === "string" && value !== "") return redactor.text(value)
  }
  return undefined
}

/**
 * The run ended with status `failed`. `error` is what the server says of it, redacted; `response` is the terminal
 * response (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class RunFailedError extends ApiError.TrilumError<"RunFailedError"> {
  override readonly responseId: string
  override readonly threadId: string
  readonly error: unknown
  declare readonly response: ResponseObject
  constructor(details: {
    readonly response: ResponseObject
    /** Default: one that knows credentials by name and shape only. */
    readonly redactor?: Redaction.Redactor | undefined
  }) {
    const { redactor = Redaction.redactor, response } = details
    const why = reason(response.error, redactor)
    const message =
      `run ${response.response_id} failed${why === undefined ? "" : `: ${why}`}; ` +
      "see `error` and `response.progress`, and invoke again once the cause is gone"
    super("RunFailedError", facts("RUN_FAILED", { response, message }))
    this.responseId = response.response_id
    this.threadId = response.thread_id
    this.error = redactor.value(response.error ?? null)
    hide(this, response)
  }
}

/**
 * The run ended with status `cancelled`. `response` is the terminal response (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class RunCancelledError extends ApiError.TrilumError<"RunCancelledError"> {
  override readonly responseId: string
  override readonly threadId: string
  declare readonly response: ResponseObject
  constructor(details: { readonly response: ResponseObject }) {
    const { response } = details
    super(
      "RunCancelledError",
      facts("RUN_CANCELLED", {
        response,
        message: `run ${response.response_id} was cancelled; invoke again to start a new one`
      })
    )
    this.responseId = response.response_id
    this.threadId = response.thread_id
    hide(this, response)
  }
}

/**
 * The `deadline` of a wait passed. The run itself goes on unless `cancelOnDeadline` was set: `attach(responseId)` waits
 * for it again. `threadId` is absent when the wait was itself an `attach` that saw no answer.
 *
 * A class of its own and not the `TimeoutError` of calls, so that a handler of this tag always has a run to go on with.
 *
 * @since 0.1.0
 * @category errors
 */
export class RunTimeoutError extends ApiError.TrilumError<"RunTimeoutError"> {
  override readonly responseId: string
  declare readonly threadId?: string
  constructor(details: {
    readonly responseId: string
    readonly threadId: string | undefined
    /** As in `30s`. */
    readonly deadline: string
    /** Milliseconds. */
    readonly elapsed: number
    readonly cancelled: boolean
  }) {
    super("RunTimeoutError", {
      code: "RUN_TIMEOUT",
      platform: "lumnis",
      operation: "getResponse",
      elapsed: details.elapsed,
      message:
        `run ${details.responseId} is not done after ${details.deadline}; ` +
        (details.cancelled ? "it was asked to stop" : "it goes on: attach(responseId) waits for it again")
    })
    this.responseId = details.responseId
    if (details.threadId !== undefined) this.threadId = details.threadId
  }
}

/**
 * A succeeded run whose `structured_response` is missing or is not what the given schema says. `issues` names the
 * places; `response` is the terminal response (not shown by `inspect` and JSON).
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
            ? `run ${response.response_id} succeeded without a structured response; ask again or read \`output_text\``
            : `the structured response of run ${response.response_id} does not fit the schema: ${where}`
      })
    )
    this.responseId = response.response_id
    this.threadId = response.thread_id
    this.issues = issues
    hide(this, response)
  }
}
