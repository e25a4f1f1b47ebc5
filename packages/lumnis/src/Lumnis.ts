/**
 * The client of Lumnis AI.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as ApiClient from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Credential from "@trilum/core/Credential"
import * as Redaction from "@trilum/core/Redaction"
import type * as RetryPolicy from "@trilum/core/RetryPolicy"
import * as Config from "effect/Config"
import type { ConfigError } from "effect/ConfigError"
import * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { PreparedError } from "./client.js"
import * as Generated from "./generated/index.js"
import type { Attach, AttachStream, Invoke, InvokeStream, WaitOptions } from "./Invoke.js"
import * as Invocation from "./internal/invoke.js"
import * as ExternalApiKeys from "./resources/ExternalApiKeys.js"
import * as Integrations from "./resources/Integrations.js"
import * as Responses from "./resources/Responses.js"
import * as Tenant from "./resources/Tenant.js"
import * as Scope from "./Scope.js"

/**
 * The settings of a client. Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends WaitOptions {
  readonly apiKey: Redacted.Redacted<string>
  /** Default: `https://api.lumnis.ai`. Its path, if any, is kept. */
  readonly baseUrl?: string | URL | undefined
  /** The tenant that `tenant.get()` asks for. Never sent otherwise. */
  readonly tenantId?: string | undefined
  /** For whom calls act that can act for a user or the whole tenant. Default: `user`. */
  readonly scope?: Scope.Scope | undefined
  /**
   * `true`: a user given in tenant scope makes the call one of user scope, as it does in the official SDKs.
   * Default: `false`, which is `TenantScopeUserIdConflict`.
   */
  readonly lenientScope?: boolean | undefined
  /** `bearer` (default): `Authorization: Bearer`. `x-api-key`: the key in a header of that name. */
  readonly authHeader?: "bearer" | "x-api-key" | undefined
  /** Headers of every call; they never replace the credential. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly userAgent?: string | undefined
  /** Limit of one attempt, body included. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Longest silence of a streamed body, and between two events. Default: 2 minutes. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** Overrides of the standard policy; `false` makes one attempt. */
  readonly retry?: Partial<RetryPolicy.RetryPolicy> | false | undefined
  /** Sends `traceparent` and `b3` to the platform. Default: `false`. */
  readonly propagateTrace?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.lumnis.ai"

/**
 * What the environment says, but for what is given: `LUMNISAI_API_KEY` (required), `LUMNISAI_BASE_URL` and
 * `LUMNISAI_TENANT_ID`. An empty base URL or tenant id counts as absent.
 *
 * @since 0.1.0
 * @category configuration
 */
export const config = (options: Partial<Options> = {}): Config.Config<Options> =>
  Config.map(
    Config.all({
      apiKey: options.apiKey === undefined ? Config.redacted("LUMNISAI_API_KEY") : Config.succeed(options.apiKey),
      baseUrl: options.baseUrl === undefined ? optional("LUMNISAI_BASE_URL") : Config.succeed(options.baseUrl),
      tenantId: options.tenantId === undefined ? optional("LUMNISAI_TENANT_ID") : Config.succeed(options.tenantId)
    }),
    (environment) => ({ ...options, ...environment })
  )

const optional = (name: string): Config.Config<string | undefined> =>
  Config.map(Config.option(Config.string(name)), (value) =>
    Option.getOrUndefined(Option.filter(value, (text) => text !== ""))
  )

/**
 * The resources of a client: those of the contract, some with more to them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Resources
  extends Omit<Generated.Resources, "responses" | "tenant" | "externalApiKeys" | "integrations"> {
  readonly responses: Responses.Service
  readonly tenant: Tenant.Service
  readonly externalApiKeys: ExternalApiKeys.Service
  readonly integrations: Integrations.Service
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
    /** This client in user scope, bound to a user. A call may still name another one, which wins. */
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
  Effect.gen(function* () {
    const key = Redacted.value(options.apiKey).trim()
    if (key === "") {
      return yield* refuse("API key is required: set LUMNISAI_API_KEY, or give the option apiKey")
    }
    // RFC 9110 section 5.5; the key itself must not be in the message.
    if (!/^[\x21-\x7e]+$/.test(key)) return yield* refuse("API key is not valid: it has characters no header can carry")
    const timeout = Duration.decodeUnknown(options.timeout ?? Duration.seconds(30))
    if (Option.isNone(timeout)) {
      return yield* refuse(`timeout is not a duration; write it like "30 seconds", or in milliseconds`)
    }
    const apiKey = Redacted.make(key)
    const client = yield* ApiClient.make<PreparedError, Scope.BoundOptions>({
      platform: "lumnis",
      baseUrl: options.baseUrl ?? defaultBaseUrl,
      credential:
        options.authHeader === "x-api-key" ? Credential.header("x-api-key", apiKey) : Credential.bearer(apiKey),
      userAgent: options.userAgent,
      headers: options.headers,
      timeout: timeout.value,
      idleTimeout: options.idleTimeout,
      retry: options.retry,
      idempotencyKeys: "generate",
      propagateTrace: options.propagateTrace,
      prepare: Scope.prepare(Scope.makeWarningBucket())
    })
    const defaults = {
      ...waitingOf(options),
      attemptTimeout: Duration.toMillis(timeout.value),
      redactor: Redaction.make({ secrets: [apiKey] })
    }

    const serviceOf = (binding: Scope.Binding): Lumnis.Service => {
      const bound = Scope.bind(client, binding)
      const invocations = Invocation.make(bound, defaults)
      const bindTo = (userId: string, isOpen: () => boolean): Lumnis.Service =>
        serviceOf({ ...binding, scope: "user", userId: userId === "" ? undefined : userId, isOpen })
      return {
        ...Generated.makeResources(bound),
        responses: Responses.make(bound, invocations.attach),
        tenant: Tenant.make(bound, options.tenantId),
        externalApiKeys: ExternalApiKeys.make(bound),
        integrations: Integrations.make(bound),
        ...invocations,
        forUser: (userId) => bindTo(userId, binding.isOpen),
        asUser: (userId, body) =>
          Effect.suspend(() => {
            let open = true
            return Effect.ensuring(
              Effect.suspend(() => body(bindTo(userId, () => open && binding.isOpen()))),
              Effect.sync(() => {
                open = false
              })
            )
          })
      }
    }
    return serviceOf({
      scope: options.scope ?? "user",
      userId: undefined,
      lenient: options.lenientScope ?? false,
      isOpen: () => true
    })
  })

const refuse = (message: string): Effect.Effect<never, ConfigurationError> =>
  Effect.fail(new ConfigurationError({ platform: "lumnis", message }))

const waitingOf = (options: Options): WaitOptions => ({
  wait: options.wait,
  pollInterval: options.pollInterval,
  deadline: options.deadline,
  cancelOnInterrupt: options.cancelOnInterrupt,
  cancelOnDeadline: options.cancelOnDeadline
})
