/**
 * Agents: made, asked, started and stopped.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Pagination from "@trilum/core/Pagination"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Envelope from "../Envelope.js"
import * as Generated from "../generated/agents.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Omit<Generated.Service, "message"> {
  /**
   * Makes an agent. The prompt may be given as `systemPrompt` or `system_prompt`; it is sent as `systemPrompt`, as the
   * reference has it. `Envelope.agent` takes the agent out of the answer.
   *
   * `POST /api/v2/agents`
   */
  readonly create: Generated.Service["create"]
  /**
   * Asks an agent; its answer is `data.content`.
   *
   * `POST /api/v2/agents/{id}/message`. Not repeated unless it has an idempotency key.
   */
  readonly message: (
    id: string,
    input: string | Generated.AgentsMessageParams,
    options?: RequestOptions
  ) => Effect.Effect<Generated.AgentMessageReply, ApiError.ApiError>
  /** The text of an agent's answer. */
  readonly ask: (
    id: string,
    input: string | Generated.AgentsMessageParams,
    options?: RequestOptions
  ) => Effect.Effect<string, ApiError.ApiError>
  /**
   * Makes an agent for as long as `use` runs and deletes it then, whether `use` succeeds, fails or is interrupted. A
   * deletion that fails in spite of its retries is logged as a warning with the agent's id.
   */
  readonly withTemporaryAgent: <A, E, R>(
    params: Generated.AgentsCreateParams,
    use: (agent: Generated.Agent) => Effect.Effect<A, E, R>,
    options?: RequestOptions
  ) => Effect.Effect<A, E | ApiError.ApiError, R>
}

const messageOf = (input: string | Generated.AgentsMessageParams): Generated.AgentsMessageParams =>
  typeof input === "string" ? { message: input } : input

/** Sends the reference spelling, whichever was given. */
const withReferenceSpelling = <P extends Generated.AgentsCreateParams | Generated.AgentsUpdateParams | undefined>(
  method: string,
  params: P
): Effect.Effect<P, ApiError.ValidationError> => {
  if (params === undefined || params["system_prompt"] === undefined) return Effect.succeed(params)
  const { system_prompt, ...rest } = params
  if (rest.systemPrompt !== undefined && rest.systemPrompt !== system_prompt) {
    return Effect.fail(
      new ApiError.ValidationError({
        platform: "lvng",
        code: "INVALID_INPUT",
        attempts: 0,
        message: `${method}: systemPrompt and system_prompt differ; give systemPrompt alone`
      })
    )
  }
  return Effect.succeed({ ...params, systemPrompt: system_prompt, system_prompt: undefined })
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (client: ApiClient): Service => {
  const agents = Generated.make(client)
  const create: Service["create"] = (params, options) =>
    Effect.flatMap(withReferenceSpelling("agents.create", params), (body) => agents.create(body, options))
  const update: Service["update"] = (id, params, options) =>
    Effect.flatMap(withReferenceSpelling("agents.update", params), (body) => agents.update(id, body, options))
  const message: Service["message"] = (id, input, options) => agents.message(id, messageOf(input), options)
  const listPages: (
    ...args: Parameters<Service["listPages"]>
  ) => Stream.Stream<Generated.AgentsListResponse, ApiError.ApiError> = (params, options) =>
    Pagination.pages(client, Generated.listAgents, [], params, options, Envelope.agents)

  const remove = (agent: Generated.Agent, options: RequestOptions | undefined): Effect.Effect<void> =>
    agents.delete(agent.id, { ...options, idempotencyKey: undefined }).pipe(
      Effect.catchTag("NotFoundError", () => Effect.void),
      Effect.catchAll((failure) =>
        Effect.logWarning(`the temporary agent ${agent.id} could not be deleted: ${failure.message}`).pipe(
          Effect.annotateLogs({ platform: "lvng", agent: agent.id })
        )
      ),
      Effect.asVoid
    )

  return {
    ...agents,
    listPages,
    listAll: (params, options) => Pagination.items(client, Generated.listAgents, [], params, options, Envelope.agents),
    create,
    update,
    message,
    ask: (id, input, options) => Effect.map(message(id, input, options), (reply) => reply.data.content),
    withTemporaryAgent: (params, use, options) =>
      Effect.acquireUseRelease(
        Effect.map(create(params, options), (body) => ("agent" in body ? body.agent : body.data)),
        use,
        (agent) => remove(agent, options)
      )
  }
}
