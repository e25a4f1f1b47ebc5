import type * as HttpClient from "@effect/platform/HttpClient"
import * as ApiClientModule from "@trilum/core/ApiClient"
import { ConfigurationError } from "@trilum/core/ApiError"
import * as Credential from "@trilum/core/Credential"
import * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Retry from "@trilum/core/Retry"
import * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { ApiClient, PreparedError } from "../client.js"
import { defaultBaseUrl, defaultRetry, type Options } from "../Settings.js"
import * as Credentials from "./credentials.js"

/** A client that is set up: what every surface is made of. */
export interface Session {
  readonly client: ApiClient
  readonly storage: ObjectTransfer.ObjectTransfer
}

export const apiClient = (options: Options): Effect.Effect<ApiClient, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const clientOf = (kind: keyof Credentials.Clients, text: Redacted.Redacted<string> | undefined, option: string) =>
      Effect.gen(function* () {
        if (text === undefined) return undefined
        const value = Redacted.value(text).trim()
        if (value === "") return yield* refuse(`${option} is empty: set LUML_API_KEY, or give the option ${option}`)
        // RFC 9110 section 5.5; the credential itself must not be in the message.
        if (!/^[\x21-\x7e]+$/.test(value)) return yield* refuse(`${option} has characters no header can carry`)
        return yield* ApiClientModule.make<PreparedError, ApiClientModule.RequestOptions>({
          platform: "luml",
          baseUrl: options.baseUrl ?? defaultBaseUrl,
          credential: Credential.bearer(Redacted.make(value)),
          userAgent: options.userAgent,
          headers: options.headers,
          secretPatterns: [/(?<![A-Za-z0-9])(?:luml_|dfssat_|dfs_)[\w-]{8,}/g],
          timeout: options.timeout,
          retry: Retry.override(Retry.override(Retry.standard, defaultRetry), options.retry),
          propagateTrace: options.propagateTrace,
          prepare: Credentials.prepare(kind)
        })
      })
    const key = options.apiKey
    const keyIsSession = key !== undefined && Credentials.isJwt(Redacted.value(key).trim())
    const clients = {
      api_key: yield* clientOf("api_key", keyIsSession ? undefined : key, "apiKey"),
      jwt: yield* clientOf("jwt", options.accessToken ?? (keyIsSession ? key : undefined), "accessToken"),
      satellite: yield* clientOf("satellite", options.satelliteKey, "satelliteKey")
    }
    const fallback = clients.api_key ?? clients.jwt ?? clients.satellite
    return fallback === undefined
      ? yield* refuse("API key is required: set LUML_API_KEY, or give the option apiKey")
      : Credentials.route(clients, fallback)
  })

export const make = (options: Options): Effect.Effect<Session, ConfigurationError, HttpClient.HttpClient> =>
  Effect.gen(function* () {
    const client = yield* apiClient(options)
    const storage = yield* ObjectTransfer.make({
      platform: "luml",
      retry: options.storageRetry,
      idleTimeout: options.idleTimeout,
      userAgent: options.userAgent
    })
    return { client, storage }
  })

const refuse = (message: string): Effect.Effect<never, ConfigurationError> =>
  Effect.fail(new ConfigurationError({ platform: "luml", message }))
