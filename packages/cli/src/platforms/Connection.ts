/**
 * What the command and the client of a platform exchange. `Platform` has the platforms.
 *
 * @since 0.1.0
 */
import type * as HttpClient from "@effect/platform/HttpClient"
import type { ConfigurationError } from "@trilum/core/ApiError"
import type { Caller } from "@trilum/core/OperationCaller"
import type { CommonOptions } from "@trilum/core/Platform"
import type { CredentialKindError } from "@trilum/luml/LumlError"
import type { MissingUserId, TenantScopeUserIdConflict } from "@trilum/lumnis/LumnisError"
import type { JwtRequired, UnverifiedOperation } from "@trilum/lvng/LvngError"
import type * as Effect from "effect/Effect"
import * as Redacted from "effect/Redacted"

/**
 * @since 0.1.0
 * @category models
 */
export type PlatformName = "lumnis" | "lvng" | "luml"

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
 * A client whose operations are called by their catalog entries.
 *
 * @since 0.1.0
 * @category models
 */
export type Connected = Caller<
  MissingUserId | TenantScopeUserIdConflict | JwtRequired | UnverifiedOperation | CredentialKindError
>

/**
 * @since 0.1.0
 * @category models
 */
export type Connect = (settings: ConnectSettings) => Effect.Effect<Connected, ConfigurationError, HttpClient.HttpClient>

/**
 * The key of operations that take no credential. Never sent.
 *
 * @since 0.1.0
 * @category constants
 */
export const nobody = Redacted.make("none")
