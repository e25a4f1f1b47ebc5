/**
 * The client of Lumnis AI.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { ConfigError } from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Generated from "./generated/index.js"
import type { Attach, AttachStream, Invoke, InvokeStream } from "./Invoke.js"
import type { InvokeMany } from "./InvokeMany.js"
import * as Batch from "./internal/invokeMany.js"
import * as Session from "./internal/session.js"
import * as Agents from "./resources/Agents.js"
import * as Assets from "./resources/Assets.js"
import * as Campaigns from "./resources/Campaigns.js"
import * as ContactRelationships from "./resources/ContactRelationships.js"
import * as Crm from "./resources/Crm.js"
import * as Email from "./resources/Email.js"
import * as Enrichment from "./resources/Enrichment.js"
import * as ExternalApiKeys from "./resources/ExternalApiKeys.js"
import * as Files from "./resources/Files.js"
import * as Integrations from "./resources/Integrations.js"
import * as McpServers from "./resources/McpServers.js"
import * as Messaging from "./resources/Messaging.js"
import * as ModelPreferences from "./resources/ModelPreferences.js"
import * as People from "./resources/People.js"
import * as Responses from "./resources/Responses.js"
import * as Sequences from "./resources/Sequences.js"
import * as Skills from "./resources/Skills.js"
import * as Tenant from "./resources/Tenant.js"
import * as Threads from "./resources/Threads.js"
import { config, type Options } from "./Settings.js"

export { config, defaultBaseUrl, type Options } from "./Settings.js"

/**
 * The resources of a client: those of the contract, some with more to them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources
  extends Omit<
    Generated.Resources,
    | "assets"
    | "campaigns"
    | "contactRelationships"
    | "crm"
    | "email"
    | "enrichment"
    | "externalApiKeys"
    | "files"
    | "integrations"
    | "mcpServers"
    | "messaging"
    | "modelPreferences"
    | "people"
    | "responses"
    | "sequences"
    | "skills"
    | "tenant"
    | "threads"
  > {
  readonly agents: Agents.Service
  readonly assets: Assets.Service
  readonly campaigns: Campaigns.Service
  readonly contactRelationships: ContactRelationships.Service
  readonly crm: Crm.Service
  readonly email: Email.Service
  readonly enrichment: Enrichment.Service
  readonly externalApiKeys: ExternalApiKeys.Service
  readonly files: Files.Service
  readonly integrations: Integrations.Service
  readonly mcpServers: McpServers.Service
  readonly messaging: Messaging.Service
  readonly modelPreferences: ModelPreferences.Service
  readonly people: People.Service
  readonly responses: Responses.Service
  readonly sequences: Sequences.Service
  readonly skills: Skills.Service
  readonly tenant: Tenant.Service
  readonly threads: Threads.Service
}

/**
 * The tag of the client's service.
 *
 * @example
 * ```ts
 * import { Lumnis } from "@trilum/lumnis"
 * import { NodeTransport } from "@trilum/core/node"
 * import * as Effect from "effect/Effect"
 * import * as Layer from "effect/Layer"
 *
 * const program = Effect.gen(function*() {
 *   const lumnis = yield* Lumnis
 *   const response = yield* lumnis.invoke("What changed in our market this week?", { userId: "ada@example.com" })
 *   return response.output_text
 * })
 *
 * Effect.runPromise(program.pipe(Effect.provide(Layer.provide(Lumnis.layerConfig(), NodeTransport.layer()))))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Lumnis extends Context.Tag("@trilum/lumnis/Lumnis")<Lumnis, Lumnis.Service>() {
  /** A client with these settings. Fails without a key, before anything is sent. */
  static layer(options: Options): Layer.Layer<Lumnis, ConfigurationError, HttpClient.HttpClient> {
    return Layer.effect(Lumnis, make(options))
  }

  /** A client with the settings of the environment (see {@link config}), but for what is given. */
  static layerConfig(
    options?: Partial<Options>
  ): Layer.Layer<Lumnis, ConfigurationError | ConfigError, HttpClient.HttpClient> {
    return Layer.effect(Lumnis, Effect.flatMap(config(options), make))
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export declare namespace Lumnis {
  /**
   * @since 0.1.0
   * @category models
   */
  export interface Service extends Resources {
    /** Starts a run and waits for its end. */
    readonly invoke: Invoke
    /** Starts a run and tells of it until its end. */
    readonly invokeStream: InvokeStream
    /** Waits for a run that was started before. */
    readonly attach: Attach
    /** Tells of a run that was started before, until its end. */
    readonly attachStream: AttachStream
    /** Starts a run for each item of a batch and tells how each ended. */
    readonly invokeMany: InvokeMany
    /** This client in user scope, bound to a user. A call that names another one is refused. */
    readonly forUser: (userId: string) => Service
    /** As `forUser`, for a block: once it is left, calls fail with a `ValidationError` of code `CLIENT_CLOSED`. */
    readonly asUser: <A, E, R>(
      userId: string,
      body: (client: Service) => Effect.Effect<A, E, R>
    ) => Effect.Effect<A, E, R>
  }
}

/**
 * Builds a client. Nothing is sent.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options): Effect.Effect<Lumnis.Service, ConfigurationError, HttpClient.HttpClient> =>
  Effect.map(Session.make(options), serviceOf)

const serviceOf = (session: Session.Session): Lumnis.Service => {
  const { client, invocations, means, tenantId, transport } = session
  return {
    ...Generated.makeResources(client),
    agents: Agents.make(client, invocations),
    assets: Assets.make(client),
    campaigns: Campaigns.make(client),
    contactRelationships: ContactRelationships.make(client),
    crm: Crm.make(client),
    email: Email.make(client),
    enrichment: Enrichment.make(client),
    externalApiKeys: ExternalApiKeys.make(client),
    files: Files.make(client, transport),
    integrations: Integrations.make(client),
    mcpServers: McpServers.make(client),
    messaging: Messaging.make(client),
    modelPreferences: ModelPreferences.make(client),
    people: People.make(client),
    responses: Responses.make(client, invocations.attach),
    sequences: Sequences.make(client),
    skills: Skills.make(client),
    tenant: Tenant.make(client, tenantId),
    threads: Threads.make(client),
    ...invocations,
    invokeMany: Batch.make(means),
    forUser: (userId) => serviceOf(session.forUser(userId)),
    asUser: (userId, body) => session.asUser(userId, (inner) => body(serviceOf(inner)))
  }
}
