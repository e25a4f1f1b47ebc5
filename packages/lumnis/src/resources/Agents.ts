/**
 * The specialized agents: people search, scoring, engagement and content, with typed parameters and results.
 *
 * @since 0.1.0
 */

import type { ApiError } from "@trilum/core/ApiError"
import * as Decoder from "@trilum/core/Decoder"
import * as Resource from "@trilum/core/Resource"
import type { ResponseSchema } from "@trilum/core/ResponseSchema"
import * as Effect from "effect/Effect"
import type * as Types from "../Agents.js"
import type { ApiClient, PreparedError } from "../client.js"
import * as Responses from "../generated/responses.js"
import * as Shared from "../generated/shared.js"
import type { AttachError, HttpOptions, InvokeError, LumnisResponse, RequestFields } from "../Invoke.js"
import * as Checks from "../internal/agentChecks.js"
import * as Check from "../internal/check.js"
import * as CreateRequest from "../internal/createRequest.js"
import { type LocalFileNotSupported, StructuredOutputError } from "../LumnisError.js"
import type { Connection } from "../Platform.js"

type Name = keyof Types.Agents

/** Parameters are optional when the agent requires none. */
type Given<P, O> =
  Record<never, never> extends P ? [query: string, params?: P, options?: O] : [query: string, params: P, options?: O]

type RunMethods = {
  /** Runs the agent and waits for its result. */
  readonly [N in Name]: (
    ...args: Given<Types.Agents[N]["params"], Types.AgentOptions>
  ) => Effect.Effect<Types.AgentRun<N>, InvokeError | StructuredOutputError>
}

type Start = () => Effect.Effect<Types.AgentStarted, ApiError | PreparedError | LocalFileNotSupported>

type StartMethods = {
  /** Starts the agent; its `attach` method, or `lumnis.attach`, waits for it. */
  readonly [N in Name as `start${Capitalize<N>}`]: (
    ...args: Given<Types.Agents[N]["params"], Types.AgentStartOptions>
  ) => ReturnType<Start>
}

type AttachMethods = {
  /** Waits for an existing run of the agent, also one that another process started. */
  readonly [N in Name as `attach${Capitalize<N>}`]: (
    responseId: string,
    options?: Types.AgentAttachOptions
  ) => Effect.Effect<Types.AgentRun<N>, AttachError | StructuredOutputError>
}

/**
 * Three methods for each agent: one waits for the result, one only starts the run, one waits for an existing run.
 *
 * The query is the only message of the run. An invalid query or parameter is a `ValidationError`, and no request is
 * sent. A successful run whose result is missing or does not match the contract is a `StructuredOutputError`. Its
 * `response` has the result as received.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service extends RunMethods, StartMethods, AttachMethods {}

/** An agent of the platform. */
interface Definition<P, A> {
  readonly problem: (params: P) => Check.Problem
  /** The values of `specialized_agent_params` and, for some agents, of `options`. */
  readonly wire: (params: P) => Sent
  /** The parameters of a call without any. Missing when the agent requires some. */
  readonly none?: P
  readonly output: ResponseSchema<A>
}

interface Sent {
  readonly params: Readonly<Record<string, unknown>> | undefined
  readonly options?: Readonly<Record<string, unknown>> | undefined
}

const given = (params: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== undefined))

const orNone = (params: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> | undefined =>
  Object.keys(params).length === 0 ? undefined : params

const reranked = (params: object): Sent => ({
  params: { deep_validation_use_relevance_reranker: true, ...given(params) }
})

const validated = (params: object): Sent => ({
  params: {
    deep_validation_use_relevance_reranker: true,
    deep_validation_backfill_below_criteria: true,
    ...given(params)
  }
})

const definitions: {
  readonly [N in Name]: Definition<Types.Agents[N]["params"], Types.Agents[N]["output"]>
} = {
  quickPeopleSearch: {
    problem: Checks.quickPeopleSearch,
    wire: ({ crm_exclusion_owners, crm_name_company_match, exclude_crm_contacts, ...params }) => ({
      params: orNone(given(params)),
      options: orNone(given({ exclude_crm_contacts, crm_exclusion_owners, crm_name_company_match }))
    }),
    none: {},
    output: Shared.QuickPeopleSearchOutputSchema
  },
  deepPeopleSearch: {
    problem: Checks.deepPeopleSearch,
    wire: validated,
    none: {},
    output: Shared.DeepPeopleSearchOutputSchema
  },
  peopleScoring: {
    problem: Checks.peopleScoring,
    wire: validated,
    output: Shared.DeepPeopleSearchOutputSchema
  },
  competitorPostEngagement: {
    problem: Checks.competitorPostEngagement,
    wire: reranked,
    output: Shared.CompetitorPostEngagementOutputSchema
  },
  competitorRepEngagement: {
    problem: Checks.competitorRepEngagement,
    wire: reranked,
    output: Shared.CompetitorRepEngagementOutputSchema
  },
  contentIntelligence: {
    problem: Checks.contentIntelligence,
    wire: (params) => ({ params: given(params) }),
    none: {},
    output: Shared.ContentIntelligenceOutputSchema
  },
  engagementExpansion: {
    problem: Checks.engagementExpansion,
    wire: (params) => ({ params: given(params) }),
    none: {},
    output: Shared.EngagementExpansionOutputSchema
  }
}

const decoder = <A>(
  schema: ResponseSchema<A>
): ((
  response: LumnisResponse
) => Effect.Effect<LumnisResponse & { readonly structured: A }, StructuredOutputError>) => {
  const decode = Decoder.compile(schema)
  return (response) => {
    const raw = response.structured_response
    if (typeof raw !== "object" || raw === null) {
      const issues = [{ path: "", message: "structured_response is missing" }]
      return Effect.fail(new StructuredOutputError({ response, issues }))
    }
    // A decoder changes its input, and `structured_response` must stay as received. A result that differs from the
    // contract is still returned, because the run has been paid for.
    return Effect.succeed({ ...response, structured: decode(structuredClone(raw)).value })
  }
}

/**
 * @since 0.1.0
 * @category resources
 */
export const agents = /* @__PURE__ */ Resource.make(
  "agents",
  (client: ApiClient, { invocations: { attach, invoke } }: Connection): Service => {
    const methodsOf = <P extends object, A>(name: Name, definition: Definition<P, A>) => {
      const decode = decoder(definition.output)
      const operation = { ...Responses.createResponse, resource: "agents", name }
      const prepared = <B, E>(
        query: string,
        params: P | undefined,
        options: Types.AgentStartOptions,
        use: (fields: RequestFields & HttpOptions) => Effect.Effect<B, E>
      ) => {
        const all = params ?? definition.none
        return Check.guard(
          operation,
          () =>
            Check.first(
              Check.text("query", query),
              all === undefined || typeof all !== "object" ? "parameters are missing" : definition.problem(all)
            ),
          () => {
            const sent: Sent = all === undefined ? { params: undefined } : definition.wire(all)
            const { extraParams, ...rest } = options ?? {}
            const merged = extraParams === undefined ? sent.params : orNone({ ...sent.params, ...extraParams })
            return use({
              ...rest,
              specializedAgent: name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
              specializedAgentParams: merged,
              options: sent.options === undefined ? rest.options : { ...rest.options, ...sent.options }
            })
          }
        )
      }
      return {
        run: (query: string, params?: P, options: Types.AgentOptions = {}) =>
          prepared(query, params, options, (fields) => Effect.flatMap(invoke(query, fields), decode)),
        start: (query: string, params?: P, options: Types.AgentStartOptions = {}) =>
          prepared(query, params, options, (fields): ReturnType<Start> => {
            const { headers, idempotencyKey, retry, scope, timeout } = options
            return Effect.flatMap(CreateRequest.make(`agents.${name}`, query, fields, undefined), (body) =>
              client.request(Responses.createResponse, [], body, { headers, idempotencyKey, retry, scope, timeout })
            )
          }),
        attach: (responseId: string, options: Types.AgentAttachOptions = {}) =>
          Effect.flatMap(attach(responseId, options), decode)
      }
    }
    const quick = methodsOf("quickPeopleSearch", definitions.quickPeopleSearch)
    const deep = methodsOf("deepPeopleSearch", definitions.deepPeopleSearch)
    const scoring = methodsOf("peopleScoring", definitions.peopleScoring)
    const post = methodsOf("competitorPostEngagement", definitions.competitorPostEngagement)
    const rep = methodsOf("competitorRepEngagement", definitions.competitorRepEngagement)
    const content = methodsOf("contentIntelligence", definitions.contentIntelligence)
    const expansion = methodsOf("engagementExpansion", definitions.engagementExpansion)
    return {
      quickPeopleSearch: quick.run,
      startQuickPeopleSearch: quick.start,
      attachQuickPeopleSearch: quick.attach,
      deepPeopleSearch: deep.run,
      startDeepPeopleSearch: deep.start,
      attachDeepPeopleSearch: deep.attach,
      peopleScoring: scoring.run,
      startPeopleScoring: scoring.start,
      attachPeopleScoring: scoring.attach,
      competitorPostEngagement: post.run,
      startCompetitorPostEngagement: post.start,
      attachCompetitorPostEngagement: post.attach,
      competitorRepEngagement: rep.run,
      startCompetitorRepEngagement: rep.start,
      attachCompetitorRepEngagement: rep.attach,
      contentIntelligence: content.run,
      startContentIntelligence: content.start,
      attachContentIntelligence: content.attach,
      engagementExpansion: expansion.run,
      startEngagementExpansion: expansion.start,
      attachEngagementExpansion: expansion.attach
    }
  }
)
