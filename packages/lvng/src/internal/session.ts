/** A client that is set up: what every surface is made of. */
import type * as HttpClient from "@effect/platform/HttpClient"
import * as Core from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Redacted from "effect/Redacted"
import * as Credential from "../Credential.js"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as RateLimit from "../RateLimit.js"
import { defaultBaseUrl, defaultRetry, type Options } from "../Settings.js"
import * as Carriable from "./carriable.js"
import { failureOf } from "./failureOf.js"
import * as Prepare from "./prepare.js"

export interface Session {
  readonly client: ApiClient
  readonly rateLimit: RateLimit.Service
}

export const make = (options: Options): Effect.Effect<Session, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const credential = yield* checked(options.credential)
    const timeout = Duration.decodeUnknown(options.timeout ?? Duration.seconds(30))
    if (Option.isNone(timeout)) {
      return yield* refuse(`timeout is not a duration; write it like "30 seconds", or in milliseconds`)
    }
    const baseUrl = options.baseUrl ?? defaultBaseUrl
    const watch = RateLimit.make(options.throttle)
    const client = yield* Core.make<PreparedError, RequestOptions>({
      platform: "lvng",
      baseUrl,
      credential: Credential.toCore(credential, options.authHeader ?? "bearer"),
      userAgent: options.userAgent,
      headers: options.headers,
      secretPatterns: [/(?<![A-Za-z0-9])lvng_sk_[\w-]{4,}/g],
      reservedHeaders: ["authorization", "x-api-key"],
      timeout: timeout.value,
      idleTimeout: options.idleTimeout,
      retry: options.retry === false ? false : { ...defaultRetry, ...options.retry },
      idempotencyKeys: options.idempotencyKeys,
      propagateTrace: options.propagateTrace,
      prepare: Prepare.prepare(credential._tag, options.unverified ?? "warn"),
      onAnswer: watch.onAnswer,
      gate: watch.gate,
      failureOf,
      decoding: options.decoding,
      onDrift: options.onDrift
    })
    yield* warnOf(credential, new URL(baseUrl))
    return { client, rateLimit: watch.service }
  })

const refuse = (message: string): Effect.Effect<never, ConfigurationError> =>
  Effect.fail(new ConfigurationError({ platform: "lvng", message }))

/** A credential that a header can carry; the value itself is in no message. */
const checked = (credential: Credential.Credential): Effect.Effect<Credential.Credential, ConfigurationError> => {
  const [name, secret] = credential._tag === "ApiKey" ? ["API key", credential.key] : ["JWT", credential.token]
  const value = Carriable.trimmed(secret)
  if (value !== undefined) {
    return Effect.succeed(
      credential._tag === "ApiKey" ? Credential.apiKey(value) : Credential.jwt(value, { refresh: credential.refresh })
    )
  }
  return refuse(
    Redacted.value(secret).trim() === ""
      ? `${name} is required: set LVNG_API_KEY, or give the option credential`
      : `${name} is not valid: it has characters no header can carry`
  )
}

const loopback = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

/** Servers on this machine are emulators, which take any key. */
const warnOf = (credential: Credential.Credential, url: URL): Effect.Effect<void> => {
  const surprise =
    credential._tag === "ApiKey" && !loopback.test(url.hostname)
      ? Credential.surpriseOf(credential.key, url.hostname)
      : undefined
  return surprise === undefined ? Effect.void : Effect.annotateLogs(Effect.logWarning(surprise), { platform: "lvng" })
}
