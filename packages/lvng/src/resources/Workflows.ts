/**
 * Workflows: storing, generating from instructions, and executing.
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
 * An instruction for a workflow: text, or text with context. `description` is the name of `instruction` in the
 * cookbook. `{ body }` is the parameter of the operation in the contract.
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
        message: "workflows.parse: instruction and description differ; pass only instruction"
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
     * Generates the definition of a workflow from an instruction. `Envelope.parsedWorkflow` extracts it from the
     * response. The platform is not known to store it. Always sent as `instruction`, the name in the reference.
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
     * Starts a run and waits until it finishes. When the call is interrupted, the wait ends and the run continues,
     * because the platform has no documented operation that stops a run.
     */
    executeAndWait: (
      id: string,
      params?: Generated.WorkflowsExecuteParams,
      options: WorkflowRun.WaitOptions = {}
    ): Effect.Effect<Generated.WorkflowRun, WorkflowRun.WaitError> =>
      Run.last(Run.execute(client, id, params, options)),
    /** Starts a run when the stream is run, and emits its updates until it finishes. */
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
