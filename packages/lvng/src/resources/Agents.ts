/**
 * Agents: creating, messaging, starting and stopping.
 *
 * @since 0.1.0
 */
import * as ApiError from "@trilum/core/ApiError"
import * as Pagination from "@trilum/core/Pagination"
import type { Face, MethodOptions, PromiseTypeId, Result, Returned } from "@trilum/core/PromiseClient"
import * as Resource from "@trilum/core/Resource"
import * as Effect from "effect/Effect"
import type * as Stream from "effect/Stream"
import type { ApiClient, RequestOptions } from "../client.js"
import * as Envelope from "../Envelope.js"
import * as Generated from "../generated/agents.js"

/**
 * Creates an agent, runs `use` with it and deletes the agent, even if `use` fails or is interrupted. A deletion that
 * fails after its retries is logged as a warning with the id of the agent.
 *
 * @since 0.1.0
 * @category models
 */
export interface WithTemporaryAgent<F extends Face = "effect"> {
  readonly [PromiseTypeId]?: () => WithTemporaryAgent<"promise">
  <A, E = never, R = never>(
    params: Generated.AgentsCreateParams,
    use: (agent: Generated.Agent) => Returned<F, A, E, R>,
    options?: MethodOptions<F, RequestOptions>
  ): Result<F, A, E | ApiError.ApiError, R>
}

const messageOf = (input: string | Generated.AgentsMessageParams): Generated.AgentsMessageParams =>
  typeof input === "string" ? { message: input } : input

/** Renames `system_prompt` to `systemPrompt`, the name in the reference. */
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
        message: `${method}: systemPrompt and system_prompt differ; pass only systemPrompt`
      })
    )
  }
  return Effect.succeed({ ...params, systemPrompt: system_prompt, system_prompt: undefined })
}

/**
 * @since 0.1.0
 * @category resources
 */
export const agents = /* @__PURE__ */ Resource.extend(Generated.resource, (client: ApiClient, agents) => {
  const create: Generated.Service["create"] = (params, options) =>
    Effect.flatMap(withReferenceSpelling("agents.create", params), (body) => agents.create(body, options))
  const update: Generated.Service["update"] = (id, params, options) =>
    Effect.flatMap(withReferenceSpelling("agents.update", params), (body) => agents.update(id, body, options))
  const message = (id: string, input: string | Generated.AgentsMessageParams, options?: RequestOptions) =>
    agents.message(id, messageOf(input), options)
  const listPages: (
    ...args: Parameters<Generated.Service["listPages"]>
  ) => Stream.Stream<Generated.AgentsListResponse, ApiError.ApiError> = (params, options) =>
    Pagination.pages(client, Generated.listAgents, [], params, options, Envelope.agents)
  const listAll: Generated.Service["listAll"] = (params, options) =>
    Pagination.items(client, Generated.listAgents, [], params, options, Envelope.agents)

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
  const withTemporaryAgent: WithTemporaryAgent = (params, use, options) => {
    // JavaScript programs pass anything, and an agent would be created for nothing.
    if (typeof use !== "function") throw new TypeError("use must be a function")
    return Effect.acquireUseRelease(
      Effect.map(create(params, options), (body) => ("agent" in body ? body.agent : body.data)),
      use,
      (agent) => remove(agent, options)
    )
  }

  return {
    listPages,
    listAll,
    /**
     * Creates an agent. Accepts the prompt as `systemPrompt` or `system_prompt`, and sends it as `systemPrompt`.
     * `Envelope.agent` extracts the agent from the response.
     *
     * `POST /api/v2/agents`
     */
    create,
    update,
    /**
     * Sends a message to an agent. The reply is `data.content`.
     *
     * `POST /api/v2/agents/{id}/message`. Retried only with an idempotency key.
     */
    message,
    /** Sends a message to an agent and returns the text of its reply. */
    ask: (id: string, input: string | Generated.AgentsMessageParams, options?: RequestOptions) =>
      Effect.map(message(id, input, options), (reply) => reply.data.content),
    /** Creates an agent, runs a callback with it and deletes the agent. */
    withTemporaryAgent
  }
})
