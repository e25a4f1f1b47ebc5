/**
 * LVNG with promises: the same resources, names and errors as the Effect client, without Effect.
 *
 * @since 0.1.0
 */
import { ConfigurationError } from "@trilum/core/ApiError"
import * as DefaultTransport from "@trilum/core/DefaultTransport"
import * as OnDemand from "@trilum/core/OnDemand"
import type { Abortable, Closeable, Promised } from "@trilum/core/PromiseClient"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as Redacted from "effect/Redacted"
import type * as Schema from "effect/Schema"
import * as Credential from "./Credential.js"
import type { RequestOptions } from "./client.js"
import type { Agent, AgentsCreateParams } from "./generated/agents.js"
import { resources } from "./internal/lazyResources.js"
import * as Session from "./internal/session.js"
import type * as Lvng from "./Lvng.js"
import type * as RateLimit from "./RateLimit.js"
import type * as Agents from "./resources/Agents.js"
import type * as Chat from "./resources/Chat.js"
import * as Settings from "./Settings.js"
import * as Webhook from "./Webhook.js"

export * from "@trilum/core/ApiError"
export { AbortError } from "@trilum/core/PromiseClient"
export * from "@trilum/core/RunError"
export * as ChatEvent from "./ChatEvent.js"
export { iterateSse } from "./ChatEvent.js"
export type { RequestOptions, Unverified } from "./client.js"
export * as Envelope from "./Envelope.js"
export * as KnowledgeDocument from "./KnowledgeDocument.js"
export type { RawRequest } from "./Lvng.js"
export * from "./LvngError.js"
export type { Service as RateLimits, State as RateLimitState } from "./RateLimit.js"
export * as Webhook from "./Webhook.js"
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
export interface Options extends Omit<Settings.Options, "credential"> {
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
  request<A, I>(request: Lvng.RawRequest<A, I> & Abortable & { readonly schema: Schema.Schema<A, I> }): Promise<A>
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
  const given = credential === undefined ? rest : { ...rest, credential }
  const layer = Layer.unwrapEffect(
    Effect.map(Effect.mapError(Settings.config(given), missing), (settings) =>
      Layer.provide(Layer.effect(session, Session.make(settings)), DefaultTransport.layer)
    )
  )
  const { runner, service } = PromiseClient.fromLayer(session, Layer.provide(layer, warnings))
  return promiseOf(service, runner)
}

const session = Context.GenericTag<Session.Session>("@trilum/lvng/Session")

/** Warnings go to `console.warn`: standard output belongs to the program. */
const warnings = Logger.replace(Logger.defaultLogger, Logger.withLeveledConsole(Logger.logfmtLogger))

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

const agentsModule = OnDemand.once("lvng", "agents", () => import("./resources/Agents.js"))
const rawModule = OnDemand.once("lvng", "request", () => import("./internal/rawRequest.js"))

const promiseOf = ({ client, rateLimit }: Session.Session, runner: PromiseClient.Runner): LvngPromise => {
  const { agents, chat, ...others } = PromiseClient.lazy({ platform: "lvng", resources, client, runner })
  const request = ({ signal, ...given }: Lvng.RawRequest & Abortable): Promise<unknown> =>
    runner.effect(
      Effect.flatMap(rawModule, ({ make }) => make(client)(given)),
      signal
    )
  return {
    ...others,
    chat,
    streamChat: chat.stream,
    rateLimit: PromiseClient.promised(rateLimit, runner),
    // The schema decides the type of the answer, which the one function behind both signatures cannot say.
    request: request as LvngPromise["request"],
    agents: {
      ...agents,
      withTemporaryAgent: (params, use, { signal, ...options } = {}) =>
        runner.effect(
          Effect.flatMap(agentsModule, ({ make }) =>
            make(client).withTemporaryAgent(
              params,
              (agent) => Effect.tryPromise({ try: async () => use(agent), catch: (cause) => cause }),
              options
            )
          ),
          signal
        )
    },
    close: runner.close,
    [Symbol.asyncDispose]: runner.close
  }
}

/**
 * Verifies a webhook and gives the bytes that were signed. Rejects with `WebhookSignatureError`.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const verifyWebhook = (delivery: Webhook.Delivery, options?: Webhook.ReceiveOptions): Promise<Uint8Array> =>
  run(Webhook.verify(delivery, options))

/**
 * Verifies a webhook and reads its event. Rejects with `WebhookSignatureError` for one that must not be acted on, and
 * with `DecodeError` for one that is no event.
 *
 * @since 0.1.0
 * @category webhooks
 */
export const receiveWebhook = (
  delivery: Webhook.Delivery,
  options?: Webhook.ReceiveOptions
): Promise<Webhook.WebhookEvent> => run(Webhook.receive(delivery, options))

/** Rejects with the typed error itself. */
const run = async <A, E>(effect: Effect.Effect<A, E>): Promise<A> =>
  Either.getOrThrowWith(await Effect.runPromise(Effect.either(effect)), (error) => error)
