/**
 * Lumnis AI as a platform: the options of a client, how it connects, and what it has beside its resources.
 *
 * `Lumnis` is the Effect service made of it, `promise` the promise client.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ObservedAnswer } from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as CoreCredential from "@trilum/core/Credential"
import type { Hooks } from "@trilum/core/Hooks"
import * as Kind from "@trilum/core/Options"
import * as Platform from "@trilum/core/Platform"
import * as PromiseClient from "@trilum/core/PromiseClient"
import * as RawRequest from "@trilum/core/RawRequest"
import * as Redaction from "@trilum/core/Redaction"
import * as Resource from "@trilum/core/Resource"
import type * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError } from "./client.js"
import { type Attach, type AttachStream, type Invoke, type InvokeStream, waitOptions } from "./Invoke.js"
import * as Check from "./internal/check.js"
import * as Invocation from "./internal/invoke.js"
import { invalid } from "./internal/options.js"
import * as Scope from "./Scope.js"

/**
 * Where calls go unless `baseUrl` is given.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.lumnis.ai"

/**
 * The options of a client. Those that are absent come from the environment variables beside them.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  ...Platform.options("LUMNISAI"),
  /** The API key (`LUMNISAI_API_KEY`). */
  apiKey: Kind.fromEnvironment(Kind.secret, "LUMNISAI_API_KEY"),
  /** The tenant of `tenant.get()` (`LUMNISAI_TENANT_ID`). Not sent with other calls. */
  tenantId: Kind.fromEnvironment(Kind.opaque("a UUID", Check.isUuid), "LUMNISAI_TENANT_ID"),
  /** For whom calls act that can act for a user or for the whole tenant. Default: `user`. */
  scope: Scope.callOptions.scope,
  /**
   * `true`: a user given in tenant scope makes the call one of user scope, as in the official SDKs. Default: `false`, the
   * call fails with `TenantScopeUserIdConflict`.
   */
  lenientScope: Kind.boolean,
  /** `bearer` (default): `Authorization: Bearer`. `x-api-key`: the key in a header of that name. */
  authHeader: Kind.literal("bearer", "x-api-key"),
  ...waitOptions
}

/**
 * @since 0.1.0
 * @category options
 */
export interface Options extends Kind.Type<typeof options> {}

/**
 * The options of a promise client.
 *
 * @since 0.1.0
 * @category options
 */
export interface PromiseOptions extends Options, Hooks {}

/**
 * What the resources of a client are made with.
 *
 * @since 0.1.0
 * @category models
 */
export interface Connection {
  /** Sends for the user this connection is bound to. */
  readonly client: ApiClient
  /** The transport, for bytes on other hosts: knows no key. */
  readonly transport: Context.Context<HttpClient.HttpClient>
  readonly invocations: Invocation.Invocations
  /** The client's own settings for runs. */
  readonly defaults: Invocation.Defaults
  /** Called for every response of the client, those that are retried included. */
  readonly answers: Set<(answer: ObservedAnswer) => void>
  /** The user that this connection is bound to. */
  readonly userId: string | undefined
  /** The tenant of the options. */
  readonly tenantId: string | undefined
  readonly forUser: (userId: string) => Connection
  /** A connection that is open while `body` runs. */
  readonly asUser: <A, E, R>(
    userId: string,
    body: (connection: Connection) => Effect.Effect<A, E, R>
  ) => Effect.Effect<A, E, R>
}

/**
 * The platform.
 *
 * @since 0.1.0
 * @category platforms
 */
export const lumnis: Platform.Platform<typeof options, Connection> = Platform.make({
  name: "lumnis",
  options,
  connect: (given: Options) =>
    Effect.gen(function* () {
      const apiKey = yield* Platform.secret("lumnis", "apiKey", given.apiKey)
      if (apiKey === undefined) {
        return yield* new ConfigurationError({
          platform: "lumnis",
          message: "API key is required: set LUMNISAI_API_KEY, or give the option apiKey"
        })
      }
      const answers: Connection["answers"] = new Set()
      const client = yield* Platform.client<PreparedError, Scope.BoundOptions>(given, {
        platform: "lumnis",
        baseUrl: defaultBaseUrl,
        credential:
          given.authHeader === "x-api-key" ? CoreCredential.header("x-api-key", apiKey) : CoreCredential.bearer(apiKey),
        idempotencyKeys: "generate",
        secretPatterns: [/(?<![A-Za-z0-9])lmn_[\w-]{4,}/g],
        callOptions: Scope.callOptions,
        prepare: Scope.prepare(Scope.makeWarningBucket()),
        onAnswer: (answer) => {
          for (const listener of answers) listener(answer)
        }
      })
      const defaults: Invocation.Defaults = {
        wait: given.wait,
        pollInterval: given.pollInterval,
        deadline: given.deadline,
        cancelOnInterrupt: given.cancelOnInterrupt,
        cancelOnDeadline: given.cancelOnDeadline,
        attemptTimeout: Duration.toMillis(given.timeout ?? Duration.seconds(30)),
        redactor: Redaction.make({ secrets: [apiKey] })
      }
      const transport = yield* Effect.context<HttpClient.HttpClient>()
      const bound = (binding: Scope.Binding): Connection => {
        const own = Scope.bind(client, binding)
        const invocations = Invocation.make(own, defaults)
        const bindTo = (userId: string, isOpen: () => boolean): Connection =>
          bound({ ...binding, scope: "user", userId: userId === "" ? undefined : userId, isOpen })
        return {
          client: own,
          transport,
          invocations,
          defaults,
          answers,
          userId: binding.userId,
          tenantId: given.tenantId,
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
      return bound({
        scope: given.scope ?? "user",
        userId: undefined,
        lenient: given.lenientScope ?? false,
        isOpen: () => true,
        attemptTimeout: defaults.attemptTimeout
      })
    })
})

/**
 * What every client has beside its resources. `Self` is the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Members<F extends PromiseClient.Face, Self> extends RawRequest.Members<F> {
  /** Starts a run and waits until it finishes. With `schema`, the answer is decoded to `structured`. */
  readonly invoke: Invoke<F>
  /** Starts a run and emits its updates until it finishes. */
  readonly invokeStream: InvokeStream<F>
  /** Waits until an existing run finishes. */
  readonly attach: Attach<F>
  /** Emits the updates of an existing run until it finishes. */
  readonly attachStream: AttachStream<F>
  /** This client in user scope, bound to a user. A call that names another one is refused. */
  readonly forUser: (userId: string) => Self
  /** As `forUser`, for a block: after it, calls fail with a `ValidationError` of code `CLIENT_CLOSED`. */
  readonly asUser: <A, E = never, R = never>(
    userId: string,
    body: (client: Self) => PromiseClient.Returned<F, A, E, R>
  ) => PromiseClient.Result<F, A, E, R>
}

/**
 * Any resource of Lumnis.
 *
 * @since 0.1.0
 * @category models
 */
export type AnyResource = Resource.Any<ApiClient, Connection>

/**
 * A client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type Client<R extends ReadonlyArray<AnyResource>> = Resource.Chosen<R> &
  Members<"effect", Client<R>> &
  PromiseClient.WithPromise<PromiseOf<R>>

/**
 * The promise client with some resources.
 *
 * @since 0.1.0
 * @category models
 */
export type PromiseOf<R extends ReadonlyArray<AnyResource>> = PromiseClient.Promised<Resource.Chosen<R>> &
  Members<"promise", PromiseOf<R>> &
  PromiseClient.Closeable

/**
 * The client of a connection with some resources.
 *
 * @since 0.1.0
 * @category constructors
 */
export const clientOf = <const R extends ReadonlyArray<AnyResource>>(resources: R) => {
  const at = (connection: Connection): Client<R> =>
    PromiseClient.client({
      ...Resource.services(resources, connection.client, connection),
      ...connection.invocations,
      ...RawRequest.make("lumnis", connection.client),
      forUser: (userId: string) => at(connection.forUser(userId)),
      asUser: <A, E, Q>(userId: string, body: (client: Client<R>) => Effect.Effect<A, E, Q>) =>
        typeof body === "function"
          ? connection.asUser(userId, (inner) => body(at(inner)))
          : Effect.die(invalid("asUser: body must be a function"))
    })
  return at
}
