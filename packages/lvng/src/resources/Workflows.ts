/**
 * Workflows: kept, made from words, and run.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Pagination from "@trilum/core/Pagination"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Envelope from "../Envelope.js"
import * as Generated from "../generated/workflows.js"
import * as Run from "../internal/run.js"
import type * as WorkflowRun from "../WorkflowRun.js"

/**
 * What a workflow is to do: the words alone, or with their context. `description` is the cookbook's name of
 * `instruction`, and `{ body }` what the contract's operation takes.
 *
 * @since 0.1.0
 * @category models
 */
export type ParseInput = string | Generated.WorkflowParseRequest | Generated.WorkflowsParseParams

const instructionOf = (input: ParseInput): Generated.WorkflowsParseParams | ApiError.ValidationError => {
  const body = typeof input === "string" ? { instruction: input } : isWhole(input) ? input.body : input
  if (!("description" in body)) return { body }
  const { description, ...rest } = body
  const { instruction, ...others } = { instruction: undefined, ...rest }
  return instruction !== undefined && instruction !== description
    ? new ApiError.ValidationError({
        platform: "lvng",
        operation: Generated.parseWorkflow.id,
        method: Generated.parseWorkflow.method,
        path: Generated.parseWorkflow.path,
        code: "INVALID_INPUT",
        attempts: 0,
        message: "workflows.parse: instruction and description differ; give instruction alone"
      })
    : { body: { ...others, instruction: description } }
}

const isWhole = (
  input: Generated.WorkflowParseRequest | Generated.WorkflowsParseParams
): input is Generated.WorkflowsParseParams => "body" in input

/**
 * @since 0.1.0
 * @category resources
 */
export const workflows = /* @__PURE__ */ Resource.extend(Generated.resource, (client: ApiClient, workflows) => {
  const listPages: Generated.Service["listPages"] = (params, options) =>
    Pagination.pages(client, Generated.listWorkflows, [], params, options, Envelope.workflows)
  const listAll: Generated.Service["listAll"] = (params, options) =>
    Pagination.items(client, Generated.listWorkflows, [], params, options, Envelope.workflows)
  return {
    listPages,
    listAll,
    /**
     * Turns words into a definition of a workflow, which `Envelope.parsedWorkflow` takes out of the answer. Nothing is
     * known to be stored. Sent as `instruction`, as the reference has it, whichever spelling is given.
     *
     * `POST /api/v2/workflows/parse`
     */
    parse: (
      input: ParseInput,
      options?: RequestOptions
    ): Effect.Effect<Generated.WorkflowParseReply, ApiError.ApiError> => {
      const params = instructionOf(input)
      return "_tag" in params ? Effect.fail(params) : workflows.parse(params, options)
    },
    /**
     * Starts a run and waits until it finishes. Interrupting the call ends the wait and leaves the run alone: the platform
     * is not known to have a call that stops one.
     */
    executeAndWait: (
      id: string,
      params?: Generated.WorkflowsExecuteParams,
      options: WorkflowRun.WaitOptions = {}
    ): Effect.Effect<Generated.WorkflowRun, WorkflowRun.WaitError> =>
      Run.last(Run.execute(client, id, params, options)),
    /** Starts a run when the stream runs, and emits its updates until it finishes. */
    executeStream: (
      id: string,
      params?: Generated.WorkflowsExecuteParams,
      options: WorkflowRun.WaitOptions = {}
    ): Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError> => Run.execute(client, id, params, options),
    /** Waits until an existing run finishes. */
    awaitRun: (
      id: string,
      runId: string,
      options: WorkflowRun.WaitOptions = {}
    ): Effect.Effect<Generated.WorkflowRun, WorkflowRun.WaitError> => Run.last(Run.attach(client, id, runId, options)),
    /** Emits the updates of an existing run until it finishes. */
    watchRun: (
      id: string,
      runId: string,
      options: WorkflowRun.WaitOptions = {}
    ): Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError> => Run.attach(client, id, runId, options)
  }
})
