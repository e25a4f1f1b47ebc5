/**
 * The client of LVNG.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ApiError, ConfigurationError } from "@trilum/core/ApiError"
import type { ConfigError } from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Schema from "effect/Schema"
import type { ApiClient } from "./client.js"
import * as Generated from "./generated/index.js"
import * as Raw from "./internal/rawRequest.js"
import * as Session from "./internal/session.js"
import type * as RateLimit from "./RateLimit.js"
import * as Agents from "./resources/Agents.js"
import * as ApiKeys from "./resources/ApiKeys.js"
import * as Chat from "./resources/Chat.js"
import * as Knowledge from "./resources/Knowledge.js"
import * as Workflows from "./resources/Workflows.js"
import { config, type Options } from "./Settings.js"

export { config, defaultBaseUrl, defaultRetry, type Options } from "./Settings.js"

/**
 * The resources of a client: those of the contract, some with more to them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources
  extends Omit<Generated.Resources, "agents" | "apiKeys" | "chat" | "knowledge" | "workflows"> {
  readonly agents: Agents.Service
  readonly apiKeys: ApiKeys.Service
  readonly chat: Chat.Service
  readonly knowledge: Knowledge.Service
  readonly workflows: Workflows.Service
}

/**
 * A call that is in no contract.
 *
 * @since 0.1.0
 * @category models
 */
export type RawRequest<A = unknown, I = unknown> = Raw.RawRequest<A, I>

/**
 * Sends a call that is in no contract, with the credential, retries, rate limits and errors of every other call.
 *
 * @since 0.1.0
 * @category models
 */
export interface SendRequest {
  <A, I>(request: RawRequest<A, I> & { readonly schema: Schema.Schema<A, I> }): Effect.Effect<A, ApiError>
  (request: RawRequest): Effect.Effect<unknown, ApiError>
}

/**
 * The tag of the client's service.
 *
 * @example
 * ```ts
 * import { NodeTransport } from "@trilum/core/node"
 * import { Lvng } from "@trilum/lvng"
 * import * as Console from "effect/Console"
 * import * as Effect from "effect/Effect"
 * import * as Either from "effect/Either"
import * as Layer from "effect/Layer"
 * import * as Stream from "effect/Stream"
 *
 * const program = Effect.gen(function*() {
 *   const lvng = yield* Lvng
 *   yield* lvng.chat.streamText("What changed in our market this week?").pipe(Stream.runForEach(Console.log))
 * })
 *
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Lvng.layerConfig(), NodeTransport.layer()))))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Lvng extends Context.Tag("@trilum/lvng/Lvng")<Lvng, Lvng.Service>() {
  /** A client with these settings. Fails without a credential, before anything is sent. */
  static layer(options: Options): Layer.Layer<Lvng, ConfigurationError, HttpClient.HttpClient> {
    return Layer.effect(Lvng, make(options))
  }

  /** A client with the settings of the environment (see {@link config}), but for what is given. */
  static layerConfig(
    options?: Partial<Options>
  ): Layer.Layer<Lvng, ConfigurationError | ConfigError, HttpClient.HttpClient> {
    return Layer.effect(Lvng, Effect.flatMap(config(options), make))
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Lvng {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources {
    /** {@link Chat.Service.stream}, under the name it has in the official SDKs. */
    readonly streamChat: Chat.Service["stream"]
    /** What the platform said of its rate limits. */
    readonly rateLimit: RateLimit.Service
    /** Sends a call that is in no contract. */
    readonly request: SendRequest
    /** Sends operations as data, with raw bodies, headers and streams. */
    readonly client: ApiClient
  }
}

/**
 * The client that operations are sent with, for programs that work with operations as data.
 *
 * @since 0.1.0
 * @category constructors
 */
export const apiClient = (options: Options): Effect.Effect<ApiClient, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(Session.make(options), (built) => built.client)

/**
 * Builds a client. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Lvng.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(Session.make(options), ({ client, rateLimit }) => {
    const chat = Chat.make(client)
    return {
      ...Generated.makeResources(client),
      agents: Agents.make(client),
      apiKeys: ApiKeys.make(client),
      chat,
      knowledge: Knowledge.make(client),
      workflows: Workflows.make(client),
      streamChat: chat.stream,
      rateLimit,
      request: Raw.make(client),
      client
    }
  })
