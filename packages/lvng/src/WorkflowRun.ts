/**
 * Runs of workflows: where they stand and how they are waited for.
 *
 * @since 0.1.0
 */
import type { ApiError } from "@trilum/core/ApiError"
import type * as Duration from "effect/Duration"
import type { PreparedError, RequestOptions } from "./client.js"
import type { WorkflowRun, WorkflowRunPartial } from "./generated/workflows.js"
import type { RunCancelledError, RunFailedError, RunTimeoutError } from "./LvngError.js"

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
 * Where a run stands by its `status`. The platform documents no list of statuses: the usual words for an end count as one,
 * in any case, and everything else, such as `started`, as running. A run that has a `result` and no status has succeeded.
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
 * What waiting tells: `Started` once the platform has taken the run, `Progress` at every change, `Completed` last.
 *
 * @since 0.1.0
 * @category models
 */
export type RunUpdate =
  | { readonly _tag: "Started"; readonly run: WorkflowRun }
  | { readonly _tag: "Progress"; readonly run: WorkflowRun }
  | { readonly _tag: "Completed"; readonly run: WorkflowRun }

/**
 * How to wait for a run. Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface WaitOptions extends RequestOptions {
  /** Shortest time between the starts of two looks. Default: 2 seconds. */
  readonly pollInterval?: Duration.DurationInput | undefined
  /** Limit of the whole call. The run goes on when it passes. Default: none. */
  readonly deadline?: Duration.DurationInput | undefined
  /** `fail` (default): `RunFailedError` or `RunCancelledError`. `return`: the last state, like any other. */
  readonly failedRuns?: "fail" | "return" | undefined
  /** Where a run stands, for statuses of which {@link outcome} does not know. */
  readonly outcomeOf?: ((run: WorkflowRun) => Outcome) | undefined
}

/**
 * What waiting for a run can fail with.
 *
 * @since 0.1.0
 * @category errors
 */
export type WaitError = ApiError | PreparedError | RunFailedError | RunCancelledError | RunTimeoutError
