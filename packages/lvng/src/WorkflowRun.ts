/**
 * Runs of workflows: their outcome, and the options and updates of a wait.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type * as Polling from "@trilum/core/Polling"
import { RunCancelledError, RunFailedError, type WaitTimeoutError } from "@trilum/core/RunError"
import type { PreparedError, RequestOptions } from "./client.js"
import type { WorkflowRun, WorkflowRunPartial } from "./generated/workflows.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Outcome = "running" | "succeeded" | "failed" | "cancelled"

const outcomes: Readonly<Record<string, Outcome>> = {
  completed: "succeeded",
  complete: "succeeded",
  done: "succeeded",
  finished: "succeeded",
  succeeded: "succeeded",
  success: "succeeded",
  error: "failed",
  errored: "failed",
  failed: "failed",
  failure: "failed",
  timed_out: "failed",
  timeout: "failed",
  aborted: "cancelled",
  canceled: "cancelled",
  cancelled: "cancelled",
  terminated: "cancelled"
}

/**
 * The outcome of a run by its `status`. The platform documents no list of statuses: the usual words for an end count as
 * one, in any case, and everything else, such as `started`, as running. A run with a `result` and no status succeeded.
 *
 * @since 0.1.0
 * @category accessors
 */
export const outcome = (run: WorkflowRunPartial): Outcome => {
  if (run.status === undefined || run.status === null) {
    return run.result === undefined || run.result === null ? "running" : "succeeded"
  }
  return outcomes[run.status.toLowerCase()] ?? "running"
}

/**
 * The updates of a wait: `Started` once the platform has taken the run, `Progress` at every change, `Completed` last.
 *
 * @since 0.1.0
 * @category models
 */
export type RunUpdate =
  | { readonly _tag: "Started"; readonly run: WorkflowRun }
  | { readonly _tag: "Progress"; readonly run: WorkflowRun }
  | { readonly _tag: "Completed"; readonly run: WorkflowRun }

/**
 * The error of a run that failed or was cancelled; `undefined` for any other.
 *
 * @since 0.1.0
 * @category accessors
 */
export const failure = (
  workflowId: string,
  run: WorkflowRun,
  outcomeOf: (run: WorkflowRun) => Outcome = outcome
): RunFailedError<WorkflowRun> | RunCancelledError<WorkflowRun> | undefined => {
  const details = { platform: "lvng", operation: "getWorkflowRun", workflowId, runId: run.id, run } as const
  switch (outcomeOf(run)) {
    case "failed":
      return new RunFailedError({
        ...details,
        message: `run ${run.id} ended with status ${run.status}`,
        hint: "`run` has its last state. Execute the workflow again once the cause is removed."
      })
    case "cancelled":
      return new RunCancelledError({
        ...details,
        message: `run ${run.id} was cancelled`,
        hint: "Execute the workflow again to start a new run."
      })
    default:
      return undefined
  }
}

/**
 * How to wait for a run: a poll every `pollInterval` (default: 2 seconds), no `deadline` by default. The run continues
 * when the deadline passes.
 *
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions extends RequestOptions, Polling.WaitOptions {
  /** `fail` (default): `RunFailedError` or `RunCancelledError`. `return`: the last state, like any other. */
  readonly failedRuns?: "fail" | "return" | undefined
  /** The outcome of a run, for statuses that {@link outcome} does not know. */
  readonly outcomeOf?: ((run: WorkflowRun) => Outcome) | undefined
}

/**
 * What waiting for a run can fail with. Every error after the platform has taken the run carries `runId`, `workflowId` and
 * a `hint`.
 *
 * @since 0.1.0
 * @category errors
 */
export type WaitError =
  | ApiError
  | PreparedError
  | RunFailedError<WorkflowRun>
  | RunCancelledError<WorkflowRun>
  | WaitTimeoutError
