/**
 * A client that is set up and bound: what every surface is made of.
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Core from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Credential from "@trilum/core/Credential"
import * as Redaction from "@trilum/core/Redaction"
import type * as Context from "effect/Context"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError } from "../client.js"
import type { WaitOptions } from "../Invoke.js"
import * as Scope from "../Scope.js"
import { defaultBaseUrl, type Options } from "../Settings.js"
import * as Answers from "./batchAnswers.js"
import * as Invocation from "./invoke.js"
import type { Means } from "./invokeMany.js"

export interface Session {
  /** Sends for the user this session is bound to. */
  readonly client: ApiClient
  /** For bytes that are elsewhere: knows no key. */
  /** The transport, for what is read from other hosts. */
  readonly transport: Context.Context<HttpClient.HttpClient>
  readonly invocations: Invocation.Invocations
  /** What batches are run with. */
  readonly means: Means
  /** The configured tenant. */
  readonly tenantId: string | undefined
  readonly forUser: (userId: string) => Session
  /** A session that is open while `body` runs. */
  readonly asUser: <A, E, R>(
    userId: string,
    body: (session: Session) => Effect.Effect<A, E, R>
  ) => Effect.Effect<A, E, R>
}

export const make = (options: Options): Effect.Effect<Session, ConfigurationError, HttpClient.HttpClient> =>
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
    const transport = yield* Effect.context<HttpClient.HttpClient>()
    const answers = Answers.make()
    const client = yield* Core.make<PreparedError, Scope.BoundOptions>({
      platform: "lumnis",
      baseUrl: options.baseUrl ?? defaultBaseUrl,
      credential:
        options.authHeader === "x-api-key" ? Credential.header("x-api-key", apiKey) : Credential.bearer(apiKey),
      userAgent: options.userAgent,
      headers: options.headers,
      secretPatterns: [/(?<![A-Za-z0-9])lmn_[\w-]{4,}/g],
      timeout: timeout.value,
      idleTimeout: options.idleTimeout,
      retry: options.retry,
      idempotencyKeys: "generate",
      propagateTrace: options.propagateTrace,
      prepare: Scope.prepare(Scope.makeWarningBucket()),
      onAnswer: answers.tell
    })
    const defaults = {
      ...waitingOf(options),
      attemptTimeout: Duration.toMillis(timeout.value),
      redactor: Redaction.make({ secrets: [apiKey] })
    }

    const sessionOf = (binding: Scope.Binding): Session => {
      const bound = Scope.bind(client, binding)
      const invocations = Invocation.make(bound, defaults)
      const bindTo = (userId: string, isOpen: () => boolean): Session =>
        sessionOf({ ...binding, scope: "user", userId: userId === "" ? undefined : userId, isOpen })
      return {
        client: bound,
        transport,
        invocations,
        means: { client: bound, invocations, defaults, answers, userId: binding.userId },
        tenantId: options.tenantId,
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
    return sessionOf({
      scope: options.scope ?? "user",
      userId: undefined,
      lenient: options.lenientScope ?? false,
      isOpen: () => true,
      attemptTimeout: defaults.attemptTimeout
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
