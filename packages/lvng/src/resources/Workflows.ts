/**
 * Workflows: kept, made from words, and run.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Pagination from "@trilum/core/Pagination"
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

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "parse"> {
  /**
   * Turns words into a definition of a workflow, which `Envelope.parsedWorkflow` takes out of the answer. Nothing is known
   * to be stored. Sent as `instruction`, as the reference has it, whichever spelling is given.
   *
   * `POST /api/v2/workflows/parse`
   */
  readonly parse: (
    input: ParseInput,
    options?: RequestOptions
  ) => Effect.Effect<Generated.WorkflowParseReply, ApiError.ApiError>
  /**
   * Starts a run and waits for its end. Interrupting it ends the wait and leaves the run alone, for the platform is not
   * known to have a call that stops one.
   */
  readonly executeAndWait: (
    id: string,
    params?: Generated.WorkflowsExecuteParams,
    options?: WorkflowRun.WaitOptions
  ) => Effect.Effect<Generated.WorkflowRun, WorkflowRun.WaitError>
  /** Starts a run when the stream is run and tells of it until its end. */
  readonly executeStream: (
    id: string,
    params?: Generated.WorkflowsExecuteParams,
    options?: WorkflowRun.WaitOptions
  ) => Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError>
  /** Waits for a run that was started before. */
  readonly awaitRun: (
    id: string,
    runId: string,
    options?: WorkflowRun.WaitOptions
  ) => Effect.Effect<Generated.WorkflowRun, WorkflowRun.WaitError>
  /** Tells of a run that was started before, until its end. */
  readonly watchRun: (
    id: string,
    runId: string,
    options?: WorkflowRun.WaitOptions
  ) => Stream.Stream<WorkflowRun.RunUpdate, WorkflowRun.WaitError>
}

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
 * @category constructors
 */
export const make = (client: ApiClient): Service => {
  const workflows = Generated.make(client)
  return {
    ...workflows,
    listPages: (params, options) =>
      Pagination.pages(client, Generated.listWorkflows, [], params, options, Envelope.workflows),
    listAll: (params, options) =>
      Pagination.items(client, Generated.listWorkflows, [], params, options, Envelope.workflows),
    parse: (input, options) => {
      const params = instructionOf(input)
      return "_tag" in params ? Effect.fail(params) : workflows.parse(params, options)
    },
    executeAndWait: (id, params, options = {}) => Run.last(Run.execute(client, id, params, options)),
    executeStream: (id, params, options = {}) => Run.execute(client, id, params, options),
    awaitRun: (id, runId, options = {}) => Run.last(Run.attach(client, id, runId, options)),
    watchRun: (id, runId, options = {}) => Run.attach(client, id, runId, options)
  }
}
