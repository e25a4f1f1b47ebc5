/**
 * The client of Lumnis AI for commands made by hand, and for whom it acts.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import { type Lumnis, make } from "@trilum/lumnis/Lumnis"
import type * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"
import { UsageError } from "../../CliError.js"
import type { Invocation, Values } from "../../Command.js"
import * as Credentials from "../../credentials.js"
import { choice } from "../../parse.js"
import { byName } from "../../platforms/Platform.js"
import { harmless } from "../../render/width.js"
import { requestOptions } from "../operation/input.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Connecting = Effect.Effect<Lumnis.Service, ConfigurationError, HttpClient.HttpClient>

/**
 * @since 0.1.0
 * @category models
 */
export interface ForWhom {
  readonly scope: "user" | "tenant"
  /** Absent in tenant scope. */
  readonly user: string | undefined
}

/**
 * Reads `--user` and `--scope`. Throws a `UsageError` unless there is exactly one of a user and the tenant.
 *
 * @since 0.1.0
 * @category accessors
 */
export const forWhom = (values: Values): ForWhom => {
  const scope = choice(values, "scope", ["user", "tenant"]) ?? "user"
  const given = values.text("user")
  const user = given === "" ? undefined : given
  if (scope === "user" && user === undefined) {
    throw new UsageError(
      "this acts for a user, and none is given",
      "add --user ID (an id or an e-mail), or --scope tenant for the whole tenant"
    )
  }
  if (scope === "tenant" && user !== undefined) {
    throw new UsageError("a user must not be given in tenant scope", "leave out either --user or --scope tenant")
  }
  return { scope, user }
}

/**
 * A text as one word of a shell.
 *
 * @since 0.1.0
 * @category formatting
 */
export const quoted = (text: string): string =>
  /^[\w.@+:/-]+$/.test(text) ? text : `'${harmless(text).replaceAll("'", "'\\''")}'`

/**
 * The words that name the same user or the tenant again, for a command line to go on with.
 *
 * @since 0.1.0
 * @category formatting
 */
export const againFor = ({ user }: ForWhom): string =>
  user === undefined ? "--scope tenant" : `--user ${quoted(user)}`

/**
 * Rejects when there is no key.
 *
 * @since 0.1.0
 * @category constructors
 */
export const connect = async ({ io, values }: Invocation, scope: ForWhom["scope"] = "user"): Promise<Connecting> => {
  const lumnis = byName("lumnis")
  const { headers, retry, timeout } = requestOptions(values)
  const resolved = await Credentials.of(io, lumnis)
  const key = Credentials.requireKey(lumnis, resolved)
  return make({
    apiKey: Redacted.make(key),
    baseUrl: resolved.baseUrl,
    scope,
    userAgent: `trilum-cli/${io.version}`,
    timeout,
    retry: retry === undefined || typeof retry === "boolean" ? retry : { ...retry },
    headers
  })
}
