/**
 * How waiting for a run, a job or a file on the server can end. Every error carries the id to continue with.
 *
 * @since 0.1.0
 */
import * as ApiError from "./ApiError.js"

/** Keeps a value out of `inspect` and JSON: a whole run holds the caller's own texts. */
const hide = (error: object, name: string, value: unknown): void => {
  Object.defineProperty(error, name, { value, enumerable: false })
}

/**
 * A run on the server ended in failure. `run` is its last state (not shown by `inspect` and JSON), `reason` what the
 * server says about the failure, redacted.
 *
 * @since 0.1.0
 * @category errors
 */
export class RunFailedError<out Run = unknown> extends ApiError.TrilumError<"RunFailedError"> {
  declare readonly run: Run
  declare readonly reason?: unknown
  constructor(details: ApiError.Details & { readonly run: Run; readonly reason?: unknown }) {
    const { run, ...rest } = details
    super("RunFailedError", { code: "RUN_FAILED", ...rest }, "server")
    hide(this, "run", run)
  }
}

/**
 * A run on the server was cancelled. `run` is its last state (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class RunCancelledError<out Run = unknown> extends ApiError.TrilumError<"RunCancelledError"> {
  declare readonly run: Run
  constructor(details: ApiError.Details & { readonly run: Run }) {
    const { run, ...rest } = details
    super("RunCancelledError", { code: "RUN_CANCELLED", ...rest }, "conflict")
    hide(this, "run", run)
  }
}

/**
 * The deadline of a wait passed. What it waited for continues on the server; waiting for it again is safe. `subject`
 * names it, e.g. `run resp_1` or `file 42`; `lastStatus` is the status that was seen last.
 *
 * @since 0.1.0
 * @category errors
 */
export class WaitTimeoutError extends ApiError.TrilumError<"WaitTimeoutError"> {
  declare readonly subject: string
  declare readonly lastStatus?: string
  constructor(details: ApiError.Details & { readonly subject: string; readonly lastStatus?: string | undefined }) {
    super("WaitTimeoutError", { code: "WAIT_TIMEOUT", ...details }, "timeout")
  }
}
