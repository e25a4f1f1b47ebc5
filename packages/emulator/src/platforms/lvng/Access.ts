/**
 * Credentials and permissions.
 *
 * Any token of three parts is a user session: its claims are read, its signature is not verified. Any key of the right
 * form is accepted with all scopes, unless `apiKeys` restricts them. Keys created by `POST /api/v2/api-keys` have their
 * own scopes, expiry and owner. `X-Emulator-Scopes` narrows the scopes of a key for one request.
 */
import { isObject, type JsonObject, type Operation } from "../../Contract.js"
import type { Context, Platform, Request } from "../../Platform.js"
import type * as Reply from "../../Reply.js"
import { simple } from "./Errors.js"
import * as Keys from "./KeyRecords.js"

const keyForm = /^lvng_sk_(live|test)_[0-9a-f]{32}$/

const sessionForm = /^[^.\s]+\.[^.\s]+\.[^.\s]+$/

const isKey = (credential: string): boolean => keyForm.test(credential)

const claimsOf = (token: string): JsonObject => {
  try {
    const claims: unknown = JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString("utf8"))
    return isObject(claims) ? claims : {}
  } catch {
    return {}
  }
}

const claim = (claims: JsonObject, ...names: ReadonlyArray<string>): string | undefined =>
  names.map((name) => claims[name]).find((value): value is string => typeof value === "string" && value !== "")

const unauthorized = (message: string, hint?: string): Reply.Reply => simple(401, message, hint)

/** The user of credentials that name none. */
export const defaultUser = (context: Context, tenantId: string | undefined): string =>
  context.ids.uuidOf("lvng-user", tenantId ?? "")

const session = (token: string, context: Context): ReturnType<Platform["authenticate"]> => {
  const claims = claimsOf(token)
  const { exp } = claims
  if (typeof exp === "number" && exp * 1000 <= context.clock.now()) {
    return unauthorized("The session has expired.", "Refresh the token and repeat the request.")
  }
  const tenantId = claim(claims, "customer_id", "organizationId", "tenantId")
  return { key: token, tenantId, userId: claim(claims, "userId", "sub") ?? defaultUser(context, tenantId) }
}

const allows = (granted: ReadonlyArray<string> | undefined, scope: string): boolean =>
  granted === undefined || granted.includes("admin") || granted.includes(scope)

const narrowed = (request: Request, granted: ReadonlyArray<string> | undefined): ReadonlyArray<string> | undefined => {
  const header = request.headers["x-emulator-scopes"]
  return typeof header === "string"
    ? header
        .split(",")
        .map((scope) => scope.trim())
        .filter((scope) => allows(granted, scope))
    : granted
}

const withKey = (
  key: string,
  operation: Operation,
  known: boolean,
  request: Request,
  context: Context
): ReturnType<Platform["authenticate"]> => {
  const stored = Keys.ofSecret(key, context)
  if (stored === "withdrawn" || (stored === undefined && !known)) return unauthorized("The API key is not valid.")
  if (stored !== undefined && stored.expiresMs !== null && stored.expiresMs <= context.clock.now()) {
    return unauthorized("The API key has expired.")
  }
  // Only key management is documented to need a session: every other sample of the vendor sends a key.
  if (operation.tag === "api_keys")
    return simple(403, "Key management needs a user session. API keys are not accepted.")
  const configured = request.configured(key)
  const scope = operation.scope ?? "read"
  if (!allows(narrowed(request, stored?.scopes ?? configured?.scopes), scope)) {
    return simple(403, `The API key lacks the scope ${scope}.`)
  }
  const tenantId = stored?.tenantId ?? configured?.tenantId
  return { key, tenantId, userId: stored?.userId ?? configured?.userId ?? defaultUser(context, tenantId) }
}

export const authenticate: Platform["authenticate"] = ({ apiKey, bearer }, operation, known, request, context) => {
  if (operation.security.length === 0) return { key: "" }
  const credential = bearer ?? apiKey ?? ""
  if (credential === "") {
    return unauthorized("No credential.", "Send Authorization: Bearer <key or session>, or x-api-key: <key>.")
  }
  if (isKey(credential)) return withKey(credential, operation, known(credential), request, context)
  if (bearer === undefined || !sessionForm.test(bearer)) return unauthorized("The credential is malformed.")
  return known(bearer) ? session(bearer, context) : unauthorized("The session is not valid.")
}
