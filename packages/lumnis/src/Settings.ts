/**
 * How a client is set up.
 *
 * @since 0.1.0
 */
import type * as Retry from "@trilum/core/Retry"
import * as Config from "effect/Config"
import type * as Duration from "effect/Duration"
import * as Option from "effect/Option"
import type * as Redacted from "effect/Redacted"
import type { WaitOptions } from "./Invoke.js"
import type * as Scope from "./Scope.js"

/**
 * The settings of a client. Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface Options extends WaitOptions {
  readonly apiKey: Redacted.Redacted<string>
  /** Default: `https://api.lumnis.ai`. Its path, if any, is kept. */
  readonly baseUrl?: string | URL | undefined
  /** The tenant that `tenant.get()` asks for. Never sent otherwise. */
  readonly tenantId?: string | undefined
  /** For whom calls act that can act for a user or the whole tenant. Default: `user`. */
  readonly scope?: Scope.Scope | undefined
  /**
   * `true`: a user given in tenant scope makes the call one of user scope, as it does in the official SDKs.
   * Default: `false`, which is `TenantScopeUserIdConflict`.
   */
  readonly lenientScope?: boolean | undefined
  /** `bearer` (default): `Authorization: Bearer`. `x-api-key`: the key in a header of that name. */
  readonly authHeader?: "bearer" | "x-api-key" | undefined
  /** Headers of every call; they never replace the credential. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  readonly userAgent?: string | undefined
  /** Limit of one attempt, body included. Default: 30 seconds. */
  readonly timeout?: Duration.DurationInput | undefined
  /** Longest silence of a streamed body, and between two events. Default: 2 minutes. */
  readonly idleTimeout?: Duration.DurationInput | undefined
  /** Overrides of the standard policy; `false` makes one attempt. */
  readonly retry?: Retry.Options | undefined
  /** Sends `traceparent` and `b3` to the platform. Default: `false`. */
  readonly propagateTrace?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category constants
 */
export const defaultBaseUrl = "https://api.lumnis.ai"

/**
 * What the environment says, but for what is given: `LUMNISAI_API_KEY` (required), `LUMNISAI_BASE_URL` and
 * `LUMNISAI_TENANT_ID`. An empty base URL or tenant id counts as absent.
 *
 * @since 0.1.0
 * @category configuration
 */
export const config = (options: Partial<Options> = {}): Config.Config<Options> =>
  Config.map(
    Config.all({
      apiKey: options.apiKey === undefined ? Config.redacted("LUMNISAI_API_KEY") : Config.succeed(options.apiKey),
      baseUrl: options.baseUrl === undefined ? optional("LUMNISAI_BASE_URL") : Config.succeed(options.baseUrl),
      tenantId: options.tenantId === undefined ? optional("LUMNISAI_TENANT_ID") : Config.succeed(options.tenantId)
    }),
    (environment) => ({ ...options, ...environment })
  )

const optional = (name: string): Config.Config<string | undefined> =>
  Config.map(Config.option(Config.string(name)), (value) =>
    Option.getOrUndefined(Option.filter(value, (text) => text !== ""))
  )
