/**
 * The scope of a call: one user, or the whole tenant.
 *
 * The scope is validated before the request is sent. Only the user id is part of the request.
 *
 * @since 0.1.0
 */
import type { Call, ApiClient as CoreClient } from "@trilum/core/ApiClient"
import * as ApiError from "@trilum/core/ApiError"
import type * as Operation from "@trilum/core/Operation"
import * as Options from "@trilum/core/Options"
import * as Resource from "@trilum/core/Resource"
import * as Clock from "effect/Clock"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import type { ApiClient, PreparedError, RequestOptions, Scope } from "./client.js"
import { MissingUserId, TenantScopeUserIdConflict } from "./LumnisError.js"

export type { Scope } from "./client.js"

/**
 * The settings that a client adds to each of its calls.
 *
 * @since 0.1.0
 * @category models
 */
export interface Binding {
  readonly scope: Scope
  /** The user that `forUser` or `asUser` bound. */
  readonly userId: string | undefined
  /**
   * `true`: a user in tenant scope changes the call to user scope, as in the official SDKs. `false`: it is an error.
   */
  readonly lenient: boolean
  /** `false` after the block of `asUser` has ended. */
  readonly isOpen: () => boolean
  /** Time limit of one attempt, in milliseconds. Default: 30 seconds. */
  readonly attemptTimeout?: number | undefined
}

/**
 * The options that {@link prepare} receives: those of the caller and the binding of the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface BoundOptions extends RequestOptions {
  readonly binding?: Binding | undefined
}

const isBinding = (value: unknown): value is Binding => typeof value === "object" && value !== null && "isOpen" in value

/**
 * The kinds of the options that {@link BoundOptions} adds to each call.
 *
 * @since 0.1.0
 * @category constants
 */
export const callOptions = {
  scope: Options.literal("user", "tenant"),
  binding: Options.opaque("made by the client", isBinding)
}

/**
 * Time that a response may take beyond the time that the server holds the request, in milliseconds.
 *
 * @since 0.1.0
 * @category constants
 */
export const waitMargin = 15_000

/**
 * Binds a client. Transport, retry budget and metrics are shared with `client`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const bind = (client: CoreClient<PreparedError, BoundOptions>, binding: Binding): ApiClient =>
  Resource.prepare(client, (call: Call<RequestOptions>) =>
    Effect.suspend(() => {
      const { operation, options, params } = call
      if (!binding.isOpen()) return Effect.fail(closed(operation))
      // JavaScript programs pass anything; a spread of it would hide what it is.
      if (options !== undefined && (typeof options !== "object" || options === null)) return Effect.succeed(call)
      const { userId } = binding
      const timeout = options?.timeout ?? heldFor(read(params, "wait"), binding.attemptTimeout)
      const bound = { ...call, options: { ...options, timeout, binding } }
      return userId === undefined ? Effect.succeed(bound) : Effect.as(requireSameUser(operation, userId, call), bound)
    })
  )

/**
 * Fails when a call names another user than `userId`: in the path, the query or the body, whatever the scope of the
 * operation.
 *
 * @since 0.1.0
 * @category combinators
 */
export const requireSameUser = (
  operation: Described,
  userId: string,
  { params, path }: { readonly path: ReadonlyArray<string | number | undefined>; readonly params: object | undefined }
): Effect.Effect<void, ApiError.ValidationError> => {
  const other = userOf(operation, path, params)
  return other === undefined || other === userId ? Effect.void : Effect.fail(twoUsers(operation, userId, other))
}

/** Time limit of an attempt that the server holds: for `wait` seconds, or until the run has finished (`true`). */
const heldFor = (wait: unknown, attemptTimeout = 30_000): Duration.DurationInput | undefined => {
  if (wait === true) return Duration.infinity
  return typeof wait === "number" ? Math.max(attemptTimeout, Math.ceil(wait) * 1000 + waitMargin) : undefined
}

/** The user that the call itself names. */
const userOf = (
  { platformData }: Described,
  path: ReadonlyArray<string | number | undefined>,
  params: object | undefined
): string | undefined => {
  const place = platformData?.["userIdIn"] ?? "none"
  if (place === "none") return undefined
  // Two names are the two ends of a grant. Both are parameters of the call.
  const [name = "user_id", ...others] = platformData?.["userIdName"]?.split(", ") ?? []
  return others.length > 0 ? undefined : place === "path" ? text(path[0]) : text(read(params, name))
}

const invalid = (
  operation: Described,
  details: { readonly code: string; readonly text: string; readonly hint: string }
): ApiError.ValidationError =>
  new ApiError.ValidationError({
    platform: "lumnis",
    operation: operation.id,
    method: operation.method,
    path: operation.path,
    code: details.code,
    attempts: 0,
    message: `${operation.resource}.${operation.name}: ${details.text}`,
    hint: details.hint
  })

const twoUsers = (operation: Described, bound: string, other: string): ApiError.ValidationError =>
  invalid(operation, {
    code: "CONFLICTING_USERS",
    text: `two users are given: ${JSON.stringify(bound)} by the client and ${JSON.stringify(other)} by the call`,
    hint: "Name the user once."
  })

const closed = (operation: Described): ApiError.ValidationError =>
  invalid(operation, {
    code: "CLIENT_CLOSED",
    text: "this client belongs to a block of asUser that has ended",
    hint: "Use the client inside the block, or use forUser."
  })

type Described = Pick<Operation.Operation<unknown>, "id" | "resource" | "name" | "method" | "path" | "platformData">

/**
 * Adds the user to a call. Fails before the request is sent when the user is missing or not allowed.
 *
 * The `platformData` of the operation decides:
 * - `scope: "either"`: user scope requires a user, tenant scope allows none.
 * - `scope: "user"`: requires a user, whatever the scope of the client.
 * - `scope: "tenant"`: requires no user, is given none, and works in both scopes.
 * - `userIdIn: "none"`: the operation has no parameter for a user and requires none. A run or thread has an id of its
 *   own.
 *
 * Some operations have a parameter `scope` (files, MCP servers): the owner of the resource. `user` requires a user in
 * both scopes. `tenant` requires none, and the bound user is not added.
 *
 * @since 0.1.0
 * @category combinators
 */
export const prepare =
  (warn: Effect.Effect<boolean>) =>
  (call: Call<BoundOptions>): Effect.Effect<Call<BoundOptions>, PreparedError> => {
    const { operation, options, params, path } = call
    const binding = options?.binding
    const data = operation.platformData
    if (binding === undefined || data === undefined || data["scope"] === "tenant") return Effect.succeed(call)
    const place = data["userIdIn"] ?? "none"
    // Two names are the two ends of a grant. The bound user fills neither.
    const [name = "user_id", ...others] = data["userIdName"]?.split(", ") ?? []
    const explicit = place === "path" ? text(path[0]) : text(read(params, name))
    const owner = place === "path" ? undefined : read(params, "scope")
    const user = explicit ?? (owner === "tenant" ? undefined : binding.userId)
    const facts = { operation: operation.id, method: operation.method, path: operation.path }

    if (data["scope"] === "either") {
      const scope = options?.scope ?? (owner === "user" ? "user" : binding.scope)
      if (scope === "tenant" && user !== undefined && !binding.lenient) {
        return Effect.fail(
          new TenantScopeUserIdConflict({
            ...facts,
            message: `${operation.resource}.${operation.name}: tenant scope does not allow a user`,
            hint: 'Remove the user, or set scope to "user".'
          })
        )
      }
      if (scope === "tenant" && user === undefined && owner !== "user") {
        return place === "none" ? Effect.succeed(call) : Effect.as(warnOf(warn, operation), call)
      }
    }
    if (place === "none") return Effect.succeed(call)
    if (user === undefined) {
      return owner === "tenant"
        ? Effect.succeed(call)
        : Effect.fail(
            new MissingUserId({
              ...facts,
              message: `${operation.resource}.${operation.name}: user scope requires a user`,
              hint:
                `Pass ${name}, or bind a client to the user with forUser` +
                `${data["scope"] === "either" ? ", or use the scope tenant" : ""}.`
            })
          )
    }
    return Effect.succeed(
      explicit !== undefined || others.length > 0 ? call : { ...call, params: { ...params, [name]: user } }
    )
  }

const read = (params: object | undefined, name: string): unknown =>
  typeof params === "object" && params !== null ? Reflect.get(params, name) : undefined

/** A user id is any text that is not empty, or a number. */
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined

const warnOf = (warn: Effect.Effect<boolean>, operation: Described): Effect.Effect<void> =>
  Effect.flatMap(warn, (due) =>
    due
      ? Effect.logWarning("tenant scope bypasses user isolation: the call sees the data of all users").pipe(
          Effect.annotateLogs({ platform: "lumnis", operation: operation.id })
        )
      : Effect.void
  )

const capacity = 10
const refillMillis = 6_000

/**
 * Decides whether a warning is logged: at most ten at once, then ten a minute.
 *
 * @since 0.1.0
 * @category constructors
 */
export const makeWarningBucket = (): Effect.Effect<boolean> => {
  let tokens = capacity
  let at: number | undefined
  return Effect.map(Clock.currentTimeMillis, (now) => {
    tokens = Math.min(capacity, tokens + Math.max(0, now - (at ?? now)) / refillMillis)
    at = now
    if (tokens < 1) return false
    tokens -= 1
    return true
  })
}
