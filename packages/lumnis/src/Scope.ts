/**
 * For whom a call acts: one user, or the tenant as a whole.
 *
 * Scope is decided here, before anything is sent; only the user id reaches the wire.
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
 * What a client brings into every call.
 *
 * @since 0.1.0
 * @category models
 */
export interface Binding {
  readonly scope: Scope
  /** The user of `forUser` and `asUser`. */
  readonly userId: string | undefined
  /** `true`: a user in tenant scope makes the call one of user scope, as the official SDKs do, instead of an error. */
  readonly lenient: boolean
  /** `false` once the block of `asUser` is left. */
  readonly isOpen: () => boolean
  /** Limit of one attempt of the client, in milliseconds. Default: 30 seconds. */
  readonly attemptTimeout?: number | undefined
}

/**
 * Call options as they reach {@link prepare}: what the caller gave and what the client brings.
 *
 * @since 0.1.0
 * @category models
 */
export interface BoundOptions extends RequestOptions {
  readonly binding?: Binding | undefined
}

const isBinding = (value: unknown): value is Binding => typeof value === "object" && value !== null && "isOpen" in value

/**
 * The kinds of what {@link BoundOptions} adds to the options of every call.
 *
 * @since 0.1.0
 * @category constants
 */
export const callOptions = {
  scope: Options.literal("user", "tenant"),
  binding: Options.opaque("made by the client", isBinding)
}

/**
 * What an answer may take beyond the time for which the server holds it, in milliseconds.
 *
 * @since 0.1.0
 * @category constants
 */
export const waitMargin = 15_000

/**
 * The client of one binding. Transport, retry budget and metrics stay those of `client`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const bind = (client: CoreClient<PreparedError, BoundOptions>, binding: Binding): ApiClient =>
  Resource.prepare(client, (call: Call<RequestOptions>) =>
    Effect.suspend(() => {
      const { operation, options, params, path } = call
      if (!binding.isOpen()) return Effect.fail(closed(operation))
      const { userId } = binding
      const other = userId === undefined ? undefined : userOf(operation, path, params)
      if (userId !== undefined && other !== undefined && other !== userId) {
        return Effect.fail(twoUsers(operation, userId, other))
      }
      const timeout = options?.timeout ?? heldFor(read(params, "wait"), binding.attemptTimeout)
      return Effect.succeed({ ...call, options: { ...options, timeout, binding } })
    })
  )

/** The attempt limit of a call that the server holds: for `wait` seconds, or until it is done (`true`). */
const heldFor = (wait: unknown, attemptTimeout = 30_000): Duration.DurationInput | undefined => {
  if (wait === true) return Duration.infinity
  return typeof wait === "number" ? Math.max(attemptTimeout, Math.ceil(wait) * 1000 + waitMargin) : undefined
}

/** The user that a call names itself. */
const userOf = (
  { platformData }: AnyOperation,
  path: Operation.PathArguments,
  params: object | undefined
): string | undefined => {
  const place = platformData?.["userIdIn"] ?? "none"
  if (place === "none" || platformData?.["scope"] === "tenant") return undefined
  // Two names are both ends of a grant, which the caller gives.
  const [name = "user_id", ...others] = platformData?.["userIdName"]?.split(", ") ?? []
  return others.length > 0 ? undefined : place === "path" ? text(path[0]) : text(read(params, name))
}

const refused = (
  operation: AnyOperation,
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

const twoUsers = (operation: AnyOperation, bound: string, other: string): ApiError.ValidationError =>
  refused(operation, {
    code: "CONFLICTING_USERS",
    text: `two users are given, ${JSON.stringify(bound)} by the client and ${JSON.stringify(other)} by the call`,
    hint: "Name the user once."
  })

const closed = (operation: AnyOperation): ApiError.ValidationError =>
  refused(operation, {
    code: "CLIENT_CLOSED",
    text: "the block of asUser that this client belongs to has ended",
    hint: "Use the client inside the block, or use forUser."
  })

type AnyOperation = Omit<Operation.Operation<unknown>, "success">

/**
 * Completes a call with the user it acts for, or refuses it before anything is sent.
 *
 * What an operation says of itself (`platformData`) decides:
 * - `scope: "either"`: user scope needs a user, tenant scope allows none.
 * - `scope: "user"`: needs a user, whatever the client's scope.
 * - `scope: "tenant"`: takes no user; works from either scope.
 * - `userIdIn: "none"`: the call has no place for a user, so it needs none; a run or thread is named by its own id.
 *
 * Parameters that are themselves called `scope` (files, MCP servers) say whom the resource belongs to: `user` there
 * needs a user from either scope; `tenant` neither needs one nor is completed with the bound one.
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
    // Two names mean that both ends of a grant are given by the caller, and neither is filled in.
    const [name = "user_id", ...others] = data["userIdName"]?.split(", ") ?? []
    const explicit = place === "path" ? text(path[0]) : text(read(params, name))
    const owner = place === "path" ? undefined : read(params, "scope")
    const user = explicit ?? (owner === "tenant" ? undefined : binding.userId)
    const refusal = { operation: operation.id, method: operation.method, path: operation.path }

    if (data["scope"] === "either") {
      const scope = options?.scope ?? (owner === "user" ? "user" : binding.scope)
      if (scope === "tenant" && user !== undefined && !binding.lenient) {
        return Effect.fail(
          new TenantScopeUserIdConflict({
            ...refusal,
            message: `${operation.resource}.${operation.name}: tenant scope excludes a user, and one is given`,
            hint: "Remove the user, or use the scope user."
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
              ...refusal,
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
  params === undefined ? undefined : Reflect.get(params, name)

/** A user id may be any text; one that is empty counts as missing. */
const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined

const warnOf = (warn: Effect.Effect<boolean>, operation: AnyOperation): Effect.Effect<void> =>
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
 * Whether a warning is due: ten at once, then ten a minute.
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
