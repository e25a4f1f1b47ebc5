/**
 * The client of LUML for commands made by hand, at the place that the command line names.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { type Luml, make } from "@trilum/luml/Luml"
import type * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import type { Invocation } from "../../Command.js"
import * as Credentials from "../../credentials.js"
import { byName } from "../../platforms/Platform.js"
import { requestOptions } from "../operation/input.js"
import { namesOf } from "./place.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Connecting = Effect.Effect<Luml.Service, ConfigurationError, HttpClient.HttpClient>

/**
 * Rejects when there is neither a key nor a session.
 *
 * @since 0.1.0
 * @category constructors
 */
export const connect = async ({ io, values }: Invocation): Promise<Connecting> => {
  const luml = byName("luml")
  const { headers, retry, timeout } = requestOptions(values)
  const resolved = await Credentials.of(io, luml)
  const key = Credentials.requireAny(luml, resolved)
  const session = resolved.tokens.find(({ kind }) => kind === "jwt")
  return make({
    ...namesOf(values),
    apiKey: key === undefined ? undefined : Redacted.make(key),
    accessToken: session === undefined ? undefined : Redacted.make(session.value),
    baseUrl: resolved.baseUrl,
    userAgent: `trilum-cli/${io.version}`,
    timeout,
    retry: retry === undefined || typeof retry === "boolean" ? retry : { ...retry },
    headers
  })
}

/**
 * A client for what sends nothing.
 *
 * @since 0.1.0
 * @category constructors
 */
export const offline: Connecting = make({ apiKey: Redacted.make("offline") })
