/**
 * LVNG as a platform: the options of a client, how it connects, and what it has beside its resources.
 *
 * `Lvng` is the Effect service made of it, `promise` the promise client.
 *
 * @since 0.1.0
 */
import type { Call } from "@trilum/core/ApiClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import * as Errors from "@trilum/core/ApiError"
import type { Hooks } from "@trilum/core/Hooks"
import * as Kind from "@trilum/core/Options"
import * as Platform from "@trilum/core/Platform"
import * as RawRequest from "@trilum/core/RawRequest"
import * as Resource from "@trilum/core/Resource"
import type * as Retry from "@trilum/core/Retry"
import * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"
import * as Credential from "./Credential.js"
import type { ApiClient, PreparedError, RequestOptions, Unverified } from "./client.js"
import { JwtRequired, UnverifiedOperation } from "./LvngError.js"
import * as RateLimit from "./RateLimit.js"

/**
 * Where calls go unless `baseUrl` is given. The path of every operation begins with `/api`.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.lvng.ai"

/**
 * Three retries after 200, 600 and 1800 ms, each a random part of it (`jitter: "none"`: all of it) and not before
 * `Retry-After`; 429, 503 and transport errors only.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultRetry: Partial<Retry.Policy> = {
  maxRetries: 3,
  baseDelay: 200,
  factor: 3,
  statuses: [429, 503]
}

const unverified = Kind.literal("allow", "warn", "refuse")

const limits = Kind.number(1)

/**
 * The options of a client. Those that are absent come from the environment variables beside them.
 *
 * @since 0.1.0
 * @category options
 */
export const options = {
  ...Platform.options("LVNG"),
  /** An API key (`LVNG_API_KEY`). */
  apiKey: Kind.unless(Kind.fromEnvironment(Kind.secret, "LVNG_API_KEY"), "jwt"),
  /**
   * The access token of a user session (`LVNG_JWT_TOKEN`). Beside an API key it is used only for the operations that need a
   * session, such as key management.
   */
  jwt: Kind.unless(Kind.fromEnvironment(Kind.token, "LVNG_JWT_TOKEN"), "apiKey"),
  /**
   * Returns a new token: a function that returns a promise, or an effect. Called half a minute before the token in use
   * expires and once after a 401. Only with `jwt`.
   */
  refresh: Kind.either(
    Kind.fn<() => Promise<string | Redacted.Redacted<string>>>(),
    Kind.effect<string | Redacted.Redacted<string>, unknown>()
  ),
  /** The header of an API key. Default: `bearer`. A JWT is always a bearer token. */
  authHeader: Kind.literal("bearer", "x-api-key"),
  /**
   * `generate`: every POST gets an idempotency key, so it can be retried. Default: `caller`, only the keys that calls
   * give.
   */
  idempotencyKeys: Kind.literal("generate", "caller"),
  /** Whether operations that the vendor only names are sent. Default: `warn`. */
  unverified,
  /**
   * `true`: waits before a call that would exceed the documented rate limits. Calls a minute by group set other limits.
   * Default: `false`.
   */
  throttle: Kind.either(
    Kind.boolean,
    Kind.struct({
      messages: limits,
      channels: limits,
      chat: limits,
      artifacts: limits,
      invitations: limits,
      onboarding: limits,
      ooda: limits,
      public: limits,
      default: limits
    })
  )
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
  readonly client: ApiClient
  readonly rateLimit: RateLimit.Service
}

const invalid = (message: string): ConfigurationError => new Errors.ConfigurationError({ platform: "lvng", message })

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Logs what is surprising about an API key. Servers on this machine are emulators, which take any key. */
const warnOf = (key: Redacted.Redacted<string>, url: URL): Effect.Effect<void> => {
  const surprise = loopback.test(url.hostname) ? undefined : Credential.surpriseOf(key, url.hostname)
  return surprise === undefined ? Effect.void : Effect.annotateLogs(Effect.logWarning(surprise), { platform: "lvng" })
}

/** Statuses of the known codes, and of codes whose name implies one. */
const statuses: ReadonlyArray<readonly [RegExp, number]> = [
  [/UNAUTHORIZED|UNAUTHENTICATED|(?:EXPIRED|INVALID)_TOKEN|TOKEN_(?:EXPIRED|INVALID)/, 401],
  [/FORBIDDEN|PERMISSION|SCOPE/, 403],
  [/NOT_FOUND/, 404],
  [/ALREADY_EXISTS|CONFLICT/, 409],
  [/RATE_LIMIT/, 429],
  [/VALIDATION|INVALID|BAD_REQUEST|MISSING/, 400]
]

/**
 * The status that a 2xx body with `success: false` stands for: the one of its code (`{success: false, error: {code}}`),
 * else 500.
 */
const failureOf = (body: unknown): number | undefined => {
  if (typeof body !== "object" || body === null || !("success" in body) || body.success !== false) return undefined
  const error = "error" in body ? body.error : undefined
  const code =
    typeof error === "object" && error !== null && "code" in error && typeof error.code === "string"
      ? error.code.toUpperCase()
      : ""
  return statuses.find(([pattern]) => pattern.test(code))?.[1] ?? 500
}

/** Whether an operation takes the JWT of a user session and no API key. */
const needsSession = (operation: Pick<Call["operation"], "platformData">): boolean =>
  operation.platformData?.["auth"] === "jwt"

/**
 * Checks a call before it is sent, by the facts of the contract about its operation (`platformData`). Key management
 * (`auth: "jwt"`) fails with an API key, because the vendor states that keys may not manage keys. Operations without a
 * documented request (`evidence: "named"`) follow the option `unverified`. All others are sent.
 */
const prepare = (
  credential: Credential.Credential["_tag"],
  unverified: Unverified
): ((call: Call<RequestOptions>) => Effect.Effect<Call<RequestOptions>, PreparedError>) => {
  const warned = new Set<string>()
  return (call) => {
    const { operation, options } = call
    const { evidence } = operation.platformData ?? {}
    const facts = { operation: operation.id, method: operation.method, path: operation.path }
    const name = `${operation.resource}.${operation.name}`
    if (credential === "ApiKey" && needsSession(operation)) {
      return Effect.fail(
        new JwtRequired({
          ...facts,
          message: `${name} requires the JWT of a user session, and this client has an API key`,
          hint: "Use the JWT of a user session (option jwt)."
        })
      )
    }
    if (evidence !== "named") return Effect.succeed(call)
    const choice = options?.unverified ?? unverified
    if (choice === "refuse") {
      return Effect.fail(
        new UnverifiedOperation({
          ...facts,
          message: `${name} is only named by the vendor: ${operation.method} ${operation.path} is a guess`,
          hint: 'Allow such operations with unverified: "allow".'
        })
      )
    }
    if (choice === "allow" || warned.has(operation.id)) return Effect.succeed(call)
    warned.add(operation.id)
    return Effect.logDebug(`${name} is only named by the vendor: its method, path and response are inferred`).pipe(
      Effect.annotateLogs({ platform: "lvng", ...facts }),
      Effect.as(call)
    )
  }
}

/**
 * The platform.
 *
 * @since 0.1.0
 * @category platforms
 */
export const lvng: Platform.Platform<typeof options, Connection> = Platform.make({
  name: "lvng",
  options,
  connect: (given: Options) =>
    Effect.gen(function* () {
      const key = yield* Platform.secret("lvng", "apiKey", given.apiKey)
      const token = yield* Platform.secret("lvng", "jwt", given.jwt)
      if (given.refresh !== undefined && token === undefined) {
        return yield* invalid("refresh is for a jwt; give the option jwt, too")
      }
      if (key === undefined && token === undefined) {
        return yield* invalid("API key is required: set LVNG_API_KEY, or give the option apiKey or jwt")
      }
      const watch = RateLimit.make(given.throttle)
      const clientWith = (credential: Credential.Credential) =>
        Platform.client<PreparedError, RequestOptions>(given, {
          platform: "lvng",
          baseUrl: defaultBaseUrl,
          credential: Credential.toCore(credential, given.authHeader ?? "bearer"),
          secretPatterns: [/(?<![A-Za-z0-9])lvng_sk_[\w-]{4,}/g],
          reservedHeaders: ["authorization", "x-api-key"],
          retry: defaultRetry,
          idempotencyKeys: given.idempotencyKeys,
          callOptions: { unverified },
          prepare: prepare(credential._tag, given.unverified ?? "warn"),
          onAnswer: watch.onAnswer,
          rateLimiter: watch.rateLimiter,
          failureOf
        })
      const ofKey = key === undefined ? undefined : yield* clientWith(Credential.apiKey(key))
      const ofToken =
        token === undefined ? undefined : yield* clientWith(Credential.jwt(token, { refresh: refreshOf(given) }))
      if (key !== undefined) yield* warnOf(key, new URL(given.baseUrl ?? defaultBaseUrl))
      const client =
        ofKey !== undefined && ofToken !== undefined
          ? Platform.route((operation) => (needsSession(operation) ? ofToken : ofKey))
          : (ofKey ?? ofToken)
      if (client === undefined) return yield* invalid("a credential is required")
      return { client, rateLimit: watch.service }
    })
})

const refreshOf = ({ refresh }: Options): Effect.Effect<Redacted.Redacted<string>, unknown> | undefined =>
  refresh === undefined
    ? undefined
    : Effect.map(
        typeof refresh === "function" ? Effect.tryPromise({ try: refresh, catch: (cause) => cause }) : refresh,
        Platform.redacted
      )

/**
 * What every client has beside its resources.
 *
 * @since 0.1.0
 * @category models
 */
export interface Members extends RawRequest.Members {
  /** The rate limits that the platform reported. */
  readonly rateLimit: RateLimit.Service
}

/**
 * Any resource of LVNG.
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
export type Client<R extends ReadonlyArray<AnyResource>> = Resource.Chosen<R> & Members & { readonly client: ApiClient }

/**
 * The client of a connection with some resources.
 *
 * @since 0.1.0
 * @category constructors
 */
export const clientOf =
  <const R extends ReadonlyArray<AnyResource>>(resources: R) =>
  (connection: Connection): Client<R> => {
    const { client, rateLimit } = connection
    return {
      ...Resource.services(resources, client, connection),
      rateLimit,
      ...RawRequest.make("lvng", client),
      client
    }
  }
