/**
 * Apps that users connect. App names are sent in upper case: `gmail` becomes `GMAIL`.
 *
 * @since 0.1.0
 */

import type { ApiError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Resource from "@trilum/core/Resource"
import type { WaitTimeoutError } from "@trilum/core/RunError"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions } from "../client.js"
import * as Generated from "../generated/integrations.js"
import * as Check from "../internal/check.js"
import { AppNotEnabledError, ConnectionFailedError } from "../ResourceError.js"

type Failure = ApiError | PreparedError

/**
 * @since 0.1.0
 * @category models
 */
export interface ConnectParams extends Generated.IntegrationsInitiateConnectionParams {
  /** `true`: enables the app for the tenant if necessary. `false` (default): fails with `AppNotEnabledError`. */
  readonly enable?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface WaitForConnectionParams extends Generated.IntegrationsGetConnectionStatusParams, Polling.WaitOptions {}

/**
 * @since 0.1.0
 * @category models
 */
export interface Service extends Generated.Service {
  /**
   * Starts a connection. The user opens `redirect_url` in a browser, and `waitForConnection` waits until the connection
   * is active. Fails with `AppNotEnabledError` when the tenant has not enabled the app, unless `enable` is set.
   */
  readonly connect: (
    params: ConnectParams,
    options?: RequestOptions
  ) => Effect.Effect<Generated.InitiateConnectionResponse, Failure | AppNotEnabledError>
  /**
   * Waits until a connection is active. Polls every 5 seconds, for 5 minutes unless `deadline` is given. Fails with
   * `ConnectionFailedError` when the connection failed or expired.
   */
  readonly waitForConnection: (
    userId: string,
    appName: string,
    params?: WaitForConnectionParams,
    options?: RequestOptions
  ) => Effect.Effect<Generated.ConnectionStatusResponse, Failure | ConnectionFailedError | WaitTimeoutError>
  /**
   * Waits until no LinkedIn synchronization is active. Polls every 5 seconds, without a limit unless `deadline` is
   * given.
   */
  readonly waitForLinkedInSync: (
    params?: Generated.IntegrationsGetLinkedInSyncStatusParams & Polling.WaitOptions,
    options?: RequestOptions
  ) => Effect.Effect<Generated.LinkedInSyncStatusResponse, Failure | WaitTimeoutError>
}

const upper = (value: unknown): unknown => (typeof value === "string" ? value.toUpperCase() : value)

const appFields = ["app_name", "app_names", "app_filter"]

const withUpperCaseApps = (params: object | undefined): object | undefined => {
  if (typeof params !== "object" || params === null || !appFields.some((name) => name in params)) return params
  return Object.fromEntries(
    Object.entries(params).map(([name, value]: readonly [string, unknown]) => [
      name,
      !appFields.includes(name) ? value : Array.isArray(value) ? value.map(upper) : upper(value)
    ])
  )
}

const pathWithUpperCaseApps = (
  template: string,
  path: ReadonlyArray<string | number>
): ReadonlyArray<string | number> => {
  const names = template.match(/\{[^}]+\}/g) ?? []
  return path.map((value, index) =>
    names[index] === "{app_name}" && typeof value === "string" ? value.toUpperCase() : value
  )
}

/**
 * Converts app names to upper case in the calls of integrations. All other calls are unchanged.
 *
 * @since 0.1.0
 * @category combinators
 */
export const upperCaseApps = (client: ApiClient): ApiClient => ({
  ...client,
  request: (operation, path, params, options) =>
    operation.resource === "integrations"
      ? client.request(operation, pathWithUpperCaseApps(operation.path, path), withUpperCaseApps(params), options)
      : client.request(operation, path, params, options)
})

/**
 * @since 0.1.0
 * @category resources
 */
export const integrations = /* @__PURE__ */ Resource.make("integrations", (client: ApiClient): Service => {
  const integrations = Generated.resource.make(upperCaseApps(client), undefined)
  return {
    ...integrations,
    initiateConnection: (params, options) =>
      Check.guard(
        Generated.initiateConnection,
        () => Check.text("app_name", params.app_name),
        () => integrations.initiateConnection(params, options)
      ),
    getConnectionsBatch: (params, options) =>
      Check.guard(
        Generated.getConnectionsBatch,
        () => Check.first(Check.size("app_names", params.app_names, 1), Check.texts("app_names", params.app_names)),
        () => integrations.getConnectionsBatch(params, options)
      ),
    connect: ({ enable = false, ...params }, options) =>
      Check.guard(
        Generated.initiateConnection,
        () => Check.text("app_name", params.app_name),
        () =>
          Effect.gen(function* () {
            const { app_name, provider } = params
            // An idempotency key belongs to the call that starts the connection only.
            const others = { ...options, idempotencyKey: undefined }
            const { enabled } = yield* integrations.isAppEnabled(app_name, { provider }, others)
            if (!enabled) {
              if (!enable) return yield* Effect.fail(new AppNotEnabledError({ appName: app_name.toUpperCase() }))
              yield* integrations.setAppEnabled(app_name, { enabled: true, provider }, others)
            }
            return yield* integrations.initiateConnection(params, options)
          })
      ),
    waitForConnection: (userId, appName, { deadline, pollInterval, ...params } = {}, options) =>
      Effect.flatMap(
        Polling.until({
          operation: Generated.getConnectionStatus,
          wait: { deadline, pollInterval },
          interval: "5 seconds",
          deadline: "5 minutes",
          poll: Effect.suspend(() => integrations.getConnectionStatus(userId, appName, params, options)),
          isTerminal: ({ status }) => status === "active" || status === "failed" || status === "expired",
          statusOf: ({ status }) => status,
          subject: `the connection to ${upper(appName)}`,
          details: {
            appName: String(appName).toUpperCase(),
            hint: "Open redirect_url in a browser, then wait with integrations.waitForConnection."
          }
        }),
        (connection) =>
          connection.status === "active"
            ? Effect.succeed(connection)
            : Effect.fail(new ConnectionFailedError({ userId, appName: appName.toUpperCase(), connection }))
      ),
    waitForLinkedInSync: ({ deadline, pollInterval, ...params } = {}, options) =>
      Polling.until({
        operation: Generated.getLinkedInSyncStatus,
        wait: { deadline, pollInterval },
        interval: "5 seconds",
        poll: Effect.suspend(() => integrations.getLinkedInSyncStatus(params, options)),
        isTerminal: ({ sync_in_progress }) => !sync_in_progress,
        statusOf: ({ connected }) => (connected ? "under way" : "not connected"),
        subject: "the synchronization of LinkedIn",
        details: { hint: "It continues. Wait for it with integrations.waitForLinkedInSync." }
      })
  }
})
