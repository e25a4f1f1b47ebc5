/**
 * What the command knows of each platform: where it is, how its key is called, and how to load the rest.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type * as ApiClient from "@trilum/core/ApiClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { CommonOptions } from "@trilum/core/Platform"
import type { SseEvent } from "@trilum/core/Sse"
import type { CredentialKindError } from "@trilum/luml/LumlError"
import type { MissingUserId, TenantScopeUserIdConflict } from "@trilum/lumnis/LumnisError"
import type { JwtRequired, UnverifiedOperation } from "@trilum/lvng/LvngError"
import type * as Effect from "effect/Effect"
import type * as Redacted from "effect/Redacted"

/**
 * @since 0.1.0
 * @category models
 */
export type PlatformName = "lumnis" | "lvng" | "luml"

/**
 * Sends the operations of a platform, whichever it is.
 *
 * @since 0.1.0
 * @category models
 */
export type Caller = ApiClient.ApiClient<
  MissingUserId | TenantScopeUserIdConflict | JwtRequired | UnverifiedOperation | CredentialKindError
>

/**
 * A credential beside the key, for what keys may not do. Read from the environment alone.
 *
 * @since 0.1.0
 * @category models
 */
export interface Token {
  readonly kind: "jwt" | "satellite"
  readonly variable: string
}

/**
 * @since 0.1.0
 * @category models
 */
export type Tokens = { readonly [Kind in Token["kind"]]?: Redacted.Redacted<string> }

/**
 * What every client is made with, whichever platform it is of.
 *
 * @since 0.1.0
 * @category models
 */
export interface ConnectSettings {
  /** The options of the command line that every platform has. */
  readonly options: CommonOptions
  readonly baseUrl: string
  /** Absent for operations that take none, and where a token does instead. */
  readonly key: Redacted.Redacted<string> | undefined
  /** By what they are, as in {@link Token}. */
  readonly tokens: Tokens
  readonly userAgent: string
  /** For whom Lumnis acts. */
  readonly scope: "user" | "tenant"
  readonly userId: string | undefined
  /** Where LUML works. */
  readonly place: {
    readonly organization: string | undefined
    readonly orbit: string | undefined
    readonly collection: string | undefined
  }
}

/**
 * Watches the operations that the methods of a client send.
 *
 * @since 0.1.0
 * @category models
 */
export type Tap = <E, O extends ApiClient.RequestOptions>(
  client: ApiClient.ApiClient<E, O>
) => ApiClient.ApiClient<E, O>

/**
 * What an operation is called with.
 *
 * @since 0.1.0
 * @category models
 */
export interface CallInput {
  readonly path: ReadonlyArray<string>
  readonly params: Readonly<Record<string, unknown>> | undefined
  readonly options: ApiClient.RequestOptions
}

/**
 * A client whose operations are called by their catalog entry.
 *
 * @since 0.1.0
 * @category models
 */
export interface Connected {
  /** For previews. */
  readonly client: Caller
  /**
   * What the method of the library for an operation returns, an effect or a stream. With `all`, its rows over all pages.
   * The library's own method wins over the generated one.
   */
  readonly call: (entry: CatalogEntry, input: CallInput, tap: Tap, all: boolean) => unknown
}

/**
 * @since 0.1.0
 * @category models
 */
export type Connect = (settings: ConnectSettings) => Effect.Effect<Connected, ConfigurationError, HttpClient.HttpClient>

/**
 * @since 0.1.0
 * @category models
 */
export interface Platform {
  readonly name: PlatformName
  readonly title: string
  readonly summary: string
  readonly defaultBaseUrl: string
  readonly keyVariable: string
  readonly baseUrlVariable: string
  readonly tokens: ReadonlyArray<Token>
  /** A cheap call that a good key may make. */
  readonly verify: string
  /** Names of events that end a stream. */
  readonly lastEvents: ReadonlyArray<string>
  readonly catalog: () => Promise<ReadonlyArray<CatalogEntry>>
  readonly connect: () => Promise<Connect>
}

/**
 * @since 0.1.0
 * @category constants
 */
export const platforms: ReadonlyArray<Platform> = [
  {
    name: "lumnis",
    title: "Lumnis AI",
    summary: "Lumnis AI: agents, threads, users, files, outreach",
    defaultBaseUrl: "https://api.lumnis.ai",
    keyVariable: "LUMNISAI_API_KEY",
    baseUrlVariable: "LUMNISAI_BASE_URL",
    tokens: [],
    verify: "getCurrentTenant",
    lastEvents: ["complete"],
    catalog: async () => (await import("@trilum/lumnis/generated/catalog")).catalog,
    connect: async () => (await import("./lumnis.js")).connect
  },
  {
    name: "lvng",
    title: "LVNG",
    summary: "LVNG: chat, workflows, agents, knowledge",
    defaultBaseUrl: "https://api.lvng.ai",
    keyVariable: "LVNG_API_KEY",
    baseUrlVariable: "LVNG_BASE_URL",
    tokens: [{ kind: "jwt", variable: "LVNG_JWT_TOKEN" }],
    verify: "getWorkspacesHealth",
    lastEvents: ["done"],
    catalog: async () => (await import("@trilum/lvng/generated/catalog")).catalog,
    connect: async () => (await import("./lvng.js")).connect
  },
  {
    name: "luml",
    title: "LUML",
    summary: "LUML: registry of ML artifacts",
    defaultBaseUrl: "https://api.luml.ai",
    keyVariable: "LUML_API_KEY",
    baseUrlVariable: "LUML_BASE_URL",
    tokens: [
      { kind: "jwt", variable: "LUML_ACCESS_TOKEN" },
      { kind: "satellite", variable: "LUML_SATELLITE_KEY" }
    ],
    verify: "validateApiKey",
    lastEvents: [],
    catalog: async () => (await import("@trilum/luml/generated/catalog")).catalog,
    connect: async () => (await import("./luml.js")).connect
  }
]

/**
 * @since 0.1.0
 * @category accessors
 */
export const byName = (name: PlatformName): Platform => {
  const found = platforms.find((platform) => platform.name === name)
  if (found === undefined) throw new RangeError(`there is no platform ${name}`)
  return found
}

/**
 * Whether an event is the last of its stream; `undefined` where the platform names no such event. Lumnis names its events
 * inside the data, as `{"event": ..., "data": ...}`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const isLastEvent = (platform: Platform): ((event: SseEvent) => boolean) | undefined => {
  const names = platform.lastEvents
  if (names.length === 0) return undefined
  return ({ data, event }) =>
    names.includes(event ?? "") || names.some((name) => data.includes(`"${name}"`) && nameInside(data) === name)
}

const nameInside = (data: string): unknown => {
  try {
    const value: unknown = JSON.parse(data)
    return typeof value === "object" && value !== null ? Reflect.get(value, "event") : undefined
  } catch {
    return undefined
  }
}
