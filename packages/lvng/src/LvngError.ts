/**
 * The errors of LVNG beside those that every platform shares (`@trilum/core/ApiError`).
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import type { WorkflowRun } from "./generated/workflows.js"

type Facts = Omit<ApiError.Details, "platform">

/**
 * The operation takes the JWT of a user session, and the client has an API key. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class JwtRequired extends ApiError.TrilumError<"JwtRequired"> {
  constructor(details: Facts) {
    super("JwtRequired", { code: "JWT_REQUIRED", attempts: 0, ...details, platform: "lvng" })
  }
}

/**
 * The operation is one that the vendor only names, and the client is set to refuse those. Nothing was sent.
 *
 * @since 0.1.0
 * @category errors
 */
export class UnverifiedOperation extends ApiError.TrilumError<"UnverifiedOperation"> {
  constructor(details: Facts) {
    super("UnverifiedOperation", { code: "UNVERIFIED_OPERATION", attempts: 0, ...details, platform: "lvng" })
  }
}

/**
 * A chat stream that was `cut` before its event `done` or fell `idle`. `_tag` is `StreamError`, as that of the streams of
 * every platform.
 *
 * @since 0.1.0
 * @category errors
 */
export class ChatStreamError extends ApiError.StreamError {
  /** The text of all deltas before the end; not shown by `inspect` and JSON. */
  declare readonly partialText: string
  constructor(
    details: ApiError.Details & { readonly reason: ApiError.StreamError["reason"]; readonly partialText: string }
  ) {
    const { partialText, ...rest } = details
    super(rest)
    Object.defineProperty(this, "partialText", { value: partialText, enumerable: false })
  }
}

/**
 * A file that cannot be read as text: reading failed, or it is not UTF-8. Nothing of it was sent. `file` is its name.
 *
 * @since 0.1.0
 * @category errors
 */
export class FileError extends ApiError.TrilumError<"FileError"> {
  readonly file: string
  constructor(details: { readonly file: string; readonly message: string; readonly cause?: unknown }) {
    super("FileError", {
      code: "FILE_UNREADABLE",
      attempts: 0,
      platform: "lvng",
      operation: "uploadKnowledge",
      message: details.message,
      cause: details.cause
    })
    this.file = details.file
  }
}

/** What the end of a run says, whatever it was. */
interface Ended {
  readonly workflowId: string
  readonly run: WorkflowRun
}

const facts = (code: string, message: string): ApiError.Details => ({
  code,
  platform: "lvng",
  operation: "getWorkflowRun",
  message
})

/** Kept out of `inspect` and JSON: a whole run, with the caller's own texts in it, is no part of a log line. */
const hide = (error: object, run: WorkflowRun): void => {
  Object.defineProperty(error, "run", { value: run, enumerable: false })
}

/**
 * A run of a workflow ended in failure. `run` is its last state (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class RunFailedError extends ApiError.TrilumError<"RunFailedError"> {
  override readonly workflowId: string
  override readonly runId: string
  declare readonly run: WorkflowRun
  constructor(details: Ended) {
    const { run, workflowId } = details
    super("RunFailedError", facts("RUN_FAILED", `run ${run.id} ended as ${run.status}; see run, and execute again`))
    this.workflowId = workflowId
    this.runId = run.id
    hide(this, run)
  }
}

/**
 * A run of a workflow was cancelled. `run` is its last state (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class RunCancelledError extends ApiError.TrilumError<"RunCancelledError"> {
  override readonly workflowId: string
  override readonly runId: string
  declare readonly run: WorkflowRun
  constructor(details: Ended) {
    const { run, workflowId } = details
    super("RunCancelledError", facts("RUN_CANCELLED", `run ${run.id} was cancelled; execute again to start a new one`))
    this.workflowId = workflowId
    this.runId = run.id
    hide(this, run)
  }
}

/**
 * The `deadline` of a wait passed. The run itself goes on: `workflows.awaitRun(workflowId, runId)` waits for it again.
 *
 * @since 0.1.0
 * @category errors
 */
export class RunTimeoutError extends ApiError.TrilumError<"RunTimeoutError"> {
  override readonly workflowId: string
  override readonly runId: string
  constructor(details: {
    readonly workflowId: string
    readonly runId: string
    /** As in `30s`. */
    readonly deadline: string
  }) {
    const { deadline, runId, workflowId } = details
    super(
      "RunTimeoutError",
      facts(
        "RUN_TIMEOUT",
        `run ${runId} is not done after ${deadline}; it goes on: workflows.awaitRun waits for it again`
      )
    )
    this.workflowId = workflowId
    this.runId = runId
  }
}
