/**
 * What the command and the client of a platform exchange. `Platform` has the platforms.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type * as ApiClient from "@trilum/core/ApiClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { CatalogEntry } from "@trilum/core/OperationCatalog"
import type { CommonOptions } from "@trilum/core/Platform"
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
