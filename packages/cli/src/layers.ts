/**
 * The services that commands need, made from the command line, the environment and stored credentials.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Waiting } from "@trilum/core/ApiClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { Luml } from "@trilum/luml/Luml"
import type { Lumnis } from "@trilum/lumnis/Lumnis"
import type { Lvng } from "@trilum/lvng/Lvng"
import * as ConfigProvider from "effect/ConfigProvider"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Redacted from "effect/Redacted"
import { UsageError } from "./CliError.js"
import type { Invocation, Values } from "./Command.js"
import { requestOptions } from "./commands/operation/input.js"
import * as Credentials from "./credentials.js"
import type { Io } from "./Io.js"
import { choice, integer } from "./parse.js"
import { byName, type ConnectSettings, type Platform, type PlatformName } from "./platforms/Platform.js"
import * as Bytes from "./render/bytes.js"
import * as Source from "./render/source.js"
import { attempt, type Needs, run } from "./run.js"

/**
 * What differs between calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface Wanted {
  /** `true`: the call takes no key. */
  readonly anonymous?: boolean | undefined
  /** A credential in place of the environment's and the stored one. */
  readonly credentials?: Credentials.Resolved | undefined
  /** For whom Lumnis acts, where `--scope` and `--user` do not say so. */
  readonly scope?: "user" | "tenant" | undefined
  readonly userId?: string | undefined
}

/**
 * The settings of a client. Rejects when there is no credential.
 *
 * @since 0.1.0
 * @category constructors
 */
export const settings = async (
  invocation: Invocation,
  platform: Platform,
  { anonymous, credentials, scope, userId }: Wanted = {}
): Promise<ConnectSettings> => {
  const { io, values, verbose } = invocation
  const { headers, retry, timeout } = requestOptions(values)
  const resolved = credentials ?? (await Credentials.of(invocation, platform))
  // Nothing is sent, so a missing credential is no error.
  const dryRun = values.flag("dry-run") === true
  const key =
    anonymous === true
      ? undefined
      : dryRun && resolved.tokens.length === 0
        ? (resolved.key ?? Credentials.placeholder(platform.keyVariable))
        : Credentials.requireAny(platform, resolved)
  return {
    options: {
      headers,
      retry,
      timeout,
      // Absent, the variables of the platform decide.
      allowInsecureHttp: values.flag("allow-insecure-http"),
      maxResponseBytes: integer(values, "max-response-bytes", 1),
      onRetry: (retry) => {
        if (verbose || (io.stderr.isTTY && retry.delay >= shownWait)) {
          io.stderr.write(`${waitLine(retry)}\n`).catch(() => undefined)
        }
      },
      onDecoded: Source.remember
    },
    baseUrl: resolved.baseUrl,
    key: key === undefined ? undefined : Redacted.make(key),
    tokens: Object.fromEntries([
      ...(dryRun
        ? platform.tokens.map(({ kind, variable }) => [kind, Redacted.make(Credentials.placeholder(variable))] as const)
        : []),
      ...resolved.tokens.map(({ kind, value }) => [kind, Redacted.make(value)] as const)
    ]),
    userAgent: `trilum-cli/${io.version}`,
    scope: scope ?? (platform.name === "lumnis" ? choice(values, "scope", ["user", "tenant"]) : undefined) ?? "user",
    userId,
    place: {
      organization: nameOf(values, "organization"),
      orbit: nameOf(values, "orbit"),
      collection: nameOf(values, "collection")
    }
  }
}

/** A person is told of a wait of so many milliseconds. */
const shownWait = 2000

const waitLine = ({ attempts, delay, failure, maxAttempts, operation }: Waiting): string => {
  const of = Number.isFinite(maxAttempts) ? ` of ${maxAttempts}` : ""
  const status = "status" in failure && failure.status !== undefined ? ` ${failure.status}` : ""
  return (
    `waiting ${Bytes.time(delay)} for attempt ${attempts + 1}${of}: ` +
    `${operation.method} ${operation.path} ended with ${failure._tag}${status}`
  )
}

/** An empty name, as of an unset variable of a shell, must not select the default place. */
const nameOf = (values: Values, option: string): string | undefined => {
  const name = values.text(option)
  if (name?.trim() === "") throw new UsageError(`--${option} is empty`, "give an id or a name, or leave the option out")
  return name
}

/**
 * Reads configuration from the environment of the command.
 *
 * @since 0.1.0
 * @category combinators
 */
export const withEnvironment =
  ({ env }: Io) =>
  <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    Effect.withConfigProvider(self, ConfigProvider.fromMap(new Map(Object.entries(env).filter(isSet))))

const isSet = (pair: [string, string | undefined]): pair is [string, string] => pair[1] !== undefined

const client = <Self>(
  invocation: Invocation,
  name: PlatformName,
  load: () => Promise<{
    readonly layer: (settings: ConnectSettings) => Layer.Layer<Self, ConfigurationError, HttpClient.HttpClient>
  }>
): Layer.Layer<Self, Error, HttpClient.HttpClient> =>
  Layer.unwrapEffect(
    attempt(async () => {
      const [{ layer }, made] = await Promise.all([load(), settings(invocation, byName(name))])
      return Layer.provide(
        layer(made),
        Layer.setConfigProvider(ConfigProvider.fromMap(new Map(Object.entries(invocation.io.env).filter(isSet))))
      )
    })
  )

/**
 * @since 0.1.0
 * @category layers
 */
export const lumnis = (invocation: Invocation): Layer.Layer<Lumnis, Error, HttpClient.HttpClient> =>
  client(invocation, "lumnis", () => import("./platforms/lumnis.js"))

/**
 * @since 0.1.0
 * @category layers
 */
export const lvng = (invocation: Invocation): Layer.Layer<Lvng, Error, HttpClient.HttpClient> =>
  client(invocation, "lvng", () => import("./platforms/lvng.js"))

/**
 * @since 0.1.0
 * @category layers
 */
export const luml = (invocation: Invocation): Layer.Layer<Luml, Error, HttpClient.HttpClient> =>
  client(invocation, "luml", () => import("./platforms/luml.js"))

/**
 * Runs an effect with a client of Lumnis AI.
 *
 * @since 0.1.0
 * @category combinators
 */
export const runLumnis = <A, E>(invocation: Invocation, effect: Effect.Effect<A, E, Needs | Lumnis>): Promise<A> =>
  run(invocation, Effect.provide(effect, lumnis(invocation)))

/**
 * Runs an effect with a client of LVNG.
 *
 * @since 0.1.0
 * @category combinators
 */
export const runLvng = <A, E>(invocation: Invocation, effect: Effect.Effect<A, E, Needs | Lvng>): Promise<A> =>
  run(invocation, Effect.provide(effect, lvng(invocation)))

/**
 * Runs an effect with a client of LUML.
 *
 * @since 0.1.0
 * @category combinators
 */
export const runLuml = <A, E>(invocation: Invocation, effect: Effect.Effect<A, E, Needs | Luml>): Promise<A> =>
  run(invocation, Effect.provide(effect, luml(invocation)))
