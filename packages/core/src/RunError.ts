/**
 * How waiting for a run, a job or a file on the server can end. Every error carries the id to continue with.
 *
 * @since 0.1.0
 */
import { tagged } from "./ApiError.js"

/**
 * A run on the server ended in failure. `run` is its last state (not shown by `inspect` and JSON), `reason` what the
 * server says about the failure, redacted.
 *
 * @since 0.1.0
 * @category errors
 */
export class RunFailedError<out Run = unknown> extends tagged("RunFailedError", {
  code: "RUN_FAILED",
  category: "server",
  hidden: ["run"]
})<{ run: Run; reason?: unknown }> {}

/**
 * A run on the server was cancelled. `run` is its last state (not shown by `inspect` and JSON).
 *
 * @since 0.1.0
 * @category errors
 */
export class RunCancelledError<out Run = unknown> extends tagged("RunCancelledError", {
  code: "RUN_CANCELLED",
  category: "conflict",
  hidden: ["run"]
})<{ run: Run }> {}

/**
 * The deadline of a wait passed. What it waited for continues on the server; waiting for it again is safe. `subject`
 * names it, e.g. `run resp_1` or `file 42`; `lastStatus` is the status that was seen last.
 *
 * @since 0.1.0
 * @category errors
 */
export class WaitTimeoutError extends tagged("WaitTimeoutError", { code: "WAIT_TIMEOUT", category: "timeout" })<{
  subject: string
  lastStatus?: string | undefined
}> {}
