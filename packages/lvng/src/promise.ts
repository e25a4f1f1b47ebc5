/**
 * LVNG with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import type { Abortable, Closeable, Promised } from "@trilum/core/PromiseClient"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as Credential from "./Credential.js"
import type { RequestOptions } from "./client.js"
import type { Agent, AgentsCreateParams } from "./generated/agents.js"
import * as Lvng from "./Lvng.js"
import type * as RateLimit from "./RateLimit.js"
import type * as Agents from "./resources/Agents.js"
import type * as Chat from "./resources/Chat.js"

export * from "@trilum/core/ApiError"
export { AbortError } from "@trilum/core/PromiseClient"
export * as ChatEvent from "./ChatEvent.js"
export { iterateSse } from "./ChatEvent.js"
export type { RequestOptions, Unverified } from "./client.js"
export * as Envelope from "./Envelope.js"
export * as KnowledgeDocument from "./KnowledgeDocument.js"
export type { RawRequest } from "./Lvng.js"
export * from "./LvngError.js"
export * as WorkflowRun from "./WorkflowRun.js"

/**
 * The text of a secret that the platform shows once, such as the key of `apiKeys.create`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const reveal = (secret: Redacted.Redacted<string>): string => Redacted.value(secret)

/**
 * The settings of a client. What is not given comes from `LVNG_API_KEY`, or else `LVNG_JWT_TOKEN`, and `LVNG_BASE_URL`.
 * Durations are milliseconds or texts like `"10 seconds"`.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends Omit<Lvng.Options, "credential"> {
  readonly apiKey?: string | Redacted.Redacted<string> | undefined
  /** The access token of a user session, instead of an API key. */
  readonly jwt?: string | Redacted.Redacted<string> | undefined
  /** Brings a new token, shortly before the one in use ends and after a 401. Only with `jwt`. */
  readonly refresh?: (() => Promise<string | Redacted.Redacted<string>>) | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface AgentsPromise extends Omit<Promised<Agents.Service>, "withTemporaryAgent"> {
  /** Makes an agent for as long as the promise of `use` is pending and deletes it then, whatever becomes of it. */
  withTemporaryAgent<A>(
    params: AgentsCreateParams,
    use: (agent: Agent) => Promise<A> | A,
    options?: RequestOptions & Abortable
  ): Promise<A>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface LvngPromise extends Omit<Promised<Lvng.Resources>, "agents">, Closeable {
  readonly agents: AgentsPromise
  /** As `chat.stream`, under the name it has in the official SDKs. */
  readonly streamChat: Promised<Chat.Service["stream"]>
  /** What the platform said of its rate limits. */
  readonly rateLimit: Promised<RateLimit.Service>
  /** Sends a call that is in no contract. */
  request<A>(request: Lvng.RawRequest<A> & Abortable & { readonly schema: Schema.Schema<A, unknown> }): Promise<A>
  request(request: Lvng.RawRequest & Abortable): Promise<unknown>
}

/**
 * Builds a client. Nothing is sent. Throws `ConfigurationError` without a credential, with two, and for settings that make
 * no sense.
 *
 * @example
 * ```ts
 * import { createLvng } from "@trilum/lvng/promise"
 *
 * const lvng = createLvng()
 * for await (const text of lvng.chat.streamText("What changed in our market this week?")) console.log(text)
 * await lvng.close()
 * ```
 *
 * @since 0.1.0
 * @category constructors
 */
export const createLvng = (options: Options = {}): LvngPromise => {
  const { apiKey, jwt, refresh, ...rest } = options
  const credential = credentialOf(apiKey, jwt, refresh)
  const layer = Layer.effect(
    Lvng.Lvng,
    Effect.flatMap(
      Effect.mapError(Lvng.config(credential === undefined ? rest : { ...rest, credential }), missing),
      Lvng.make
    )
  )
  const { runner, service } = PromiseClient.fromLayer(Lvng.Lvng, Layer.provide(layer, DefaultTransport.layer))
  return promiseOf(service, runner)
}

const missing = (): ConfigurationError =>
  new ConfigurationError({
    platform: "lvng",
    message: "API key is required: set LVNG_API_KEY, or give the option apiKey or jwt"
  })

const redacted = (secret: string | Redacted.Redacted<string>): Redacted.Redacted<string> =>
  typeof secret === "string" ? Redacted.make(secret) : secret

const credentialOf = (
  apiKey: Options["apiKey"],
  jwt: Options["jwt"],
  refresh: Options["refresh"]
): Credential.Credential | undefined => {
  const refuse = (message: string) => new ConfigurationError({ platform: "lvng", message })
  if (apiKey !== undefined && jwt !== undefined)
    throw refuse("give either apiKey or jwt: a client sends one credential")
  if (jwt === undefined) {
    if (refresh !== undefined) throw refuse("refresh is for a jwt; give the option jwt, too")
    return apiKey === undefined ? undefined : Credential.apiKey(redacted(apiKey))
  }
  return Credential.jwt(redacted(jwt), {
    refresh:
      refresh === undefined
        ? undefined
        : Effect.map(Effect.tryPromise({ try: () => refresh(), catch: (cause) => cause }), redacted)
  })
}

const promiseOf = (service: Lvng.Lvng.Service, runner: PromiseClient.Runner): LvngPromise => {
  const { agents, client: _, request, ...rest } = service
  const { withTemporaryAgent, ...others } = agents
  const sent = PromiseClient.promised({ request }, runner)
  return {
    ...PromiseClient.promised(rest, runner),
    // A mapped type sees only the last signature of an overloaded function; at run time both are the same.
    ...(sent as Pick<LvngPromise, "request">),
    agents: {
      ...PromiseClient.promised(others, runner),
      withTemporaryAgent: (params, use, { signal, ...options } = {}) =>
        runner.effect(
          withTemporaryAgent(
            params,
            (agent) => Effect.tryPromise({ try: async () => use(agent), catch: (cause) => cause }),
            options
          ),
          signal
        )
    },
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
}
