/**
 * Runs of workflows: outcome, wait options and updates.
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
 * The outcome of a run. The platform does not document its statuses: common words for an end are recognized in any
 * case, and all other statuses, such as `started`, are `running`. A run with a `result` and without status has
 * succeeded.
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
 * The updates of a run: `Started` when the platform has accepted it, `Progress` for every change, `Completed` last.
 *
 * @since 0.1.0
 * @category models
 */
export type RunUpdate =
  | { readonly _tag: "Started"; readonly run: WorkflowRun }
  | { readonly _tag: "Progress"; readonly run: WorkflowRun }
  | { readonly _tag: "Completed"; readonly run: WorkflowRun }

/**
 * The error of a run that failed or was cancelled, else `undefined`.
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
        hint: "`run` has the last state. Fix the cause, then execute the workflow."
      })
    case "cancelled":
      return new RunCancelledError({
        ...details,
        message: `run ${run.id} was cancelled`,
        hint: "Execute the workflow to start a new run."
      })
    default:
      return undefined
  }
}

/**
 * The options of waiting for a run. Polls every `pollInterval` (default: 2 seconds), without a `deadline` by default.
 * The run continues when the deadline passes.
 *
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions extends RequestOptions, Polling.WaitOptions {
  /** `fail` (default): fails with `RunFailedError` or `RunCancelledError`. `return`: returns the last state. */
  readonly failedRuns?: "fail" | "return" | undefined
  /** Determines the outcome of statuses that {@link outcome} does not recognize. */
  readonly outcomeOf?: ((run: WorkflowRun) => Outcome) | undefined
}

/**
 * The errors of waiting for a run. After the platform has accepted the run, every error has `runId`, `workflowId` and a
 * `hint`.
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
