/**
 * LUML: credentials, error bodies, and handlers for all operations except the pages of a browser session.
 *
 * @since 0.1.0
 */
import type { Operation } from "../../Contract.js"
import { isObject } from "../../Contract.js"
import type * as Engine from "../../Platform.js"
import * as Reply from "../../Reply.js"
import * as Validation from "../../Validation.js"
import * as Account from "./Account.js"
import * as Artifacts from "./Artifacts.js"
import * as BucketSecrets from "./BucketSecrets.js"
import * as Collections from "./Collections.js"
import * as Deployments from "./Deployments.js"
import * as OrbitSecrets from "./OrbitSecrets.js"
import * as Orbits from "./Orbits.js"
import * as Organizations from "./Organizations.js"
import { tables } from "./Records.js"
import * as Satellites from "./Satellites.js"
import * as Worker from "./SatelliteWorker.js"
import { type Handler, open, Rejection, type Session } from "./Session.js"
import * as TrackEntries from "./TrackEntries.js"
import * as Tracks from "./Tracks.js"
import * as World from "./World.js"

const detail = (status: number, text: string): Reply.Reply => Reply.json(status, { detail: text })

/** The kind of a credential follows from its prefix, as on the server. */
const kindOf = (key: string): string =>
  key.startsWith("dfssat_") ? "satellite" : key.startsWith("dfs_") ? "api_key" : "jwt"

/** Kinds of credentials in the order error texts name them. */
const kinds = ["jwt", "api_key", "satellite"]

const unauthenticated = detail(401, "Not authenticated")

/** The session cookie of a browser. It is used only without an `Authorization` header. */
const cookieOf = ({ headers }: Engine.Request): string | undefined =>
  headers.authorization === undefined ? /(?:^|;\s*)access_token=([^;\s]+)/.exec(headers.cookie ?? "")?.[1] : undefined

const authenticate: Engine.Platform["authenticate"] = ({ bearer }, operation, known, request, context) => {
  if (operation.security.length === 0) return { key: "" }
  const key = bearer ?? cookieOf(request) ?? ""
  const kind = kindOf(key)
  // Printed in guides, and tried as a session token by the server.
  if (key === "" || key.startsWith("luml_")) return unauthenticated
  const all = tables(context.store)
  const hash = World.hashOf(key)
  const held = all.keys.get(hash) !== undefined || all.satellites.values().some(({ key_hash }) => key_hash === hash)
  if (!held && !known(key)) return unauthenticated
  const user = World.userOf(context, key, request.configured(key))
  if (user === undefined) return unauthenticated
  const allowed = Array.isArray(operation.auth) ? operation.auth : []
  if (allowed.includes(kind)) return { key, ...user }
  const names = kinds.filter((name) => allowed.includes(name)).join(", ")
  return detail(403, `This endpoint requires ${names} authentication.`)
}

const invalid = (issues: ReadonlyArray<Validation.Issue>): Reply.Reply =>
  Reply.json(422, { detail: issues.map(Validation.detailOf) })

const guarded = async (run: () => Reply.Reply | Promise<Reply.Reply>): Promise<Reply.Reply> => {
  try {
    return await run()
  } catch (error) {
    if (error instanceof Rejection) return error.reply
    throw error
  }
}

type Run = (session: Session, call: Engine.Call) => Reply.Reply | Promise<Reply.Reply>

const adapt = (handlers: Readonly<Record<string, Run>>): Engine.Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([id, run]) => [
      id,
      (call: Engine.Call, context: Engine.Context) => guarded(() => run(open(call, context), call))
    ])
  )

/** Calls without a credential use the world of the default user. */
const adaptOpen = (handlers: Readonly<Record<string, Handler>>): Engine.Handlers =>
  Object.fromEntries(
    Object.entries(handlers).map(([id, run]) => [
      id,
      (call: Engine.Call, context: Engine.Context) => {
        const userId = World.userOf(context, "", undefined)?.userId
        return guarded(() => run(open({ ...call, caller: { ...call.caller, userId } }, context)))
      }
    ])
  )

const worker = (handlers: Readonly<Record<string, Worker.WorkerHandler>>): Readonly<Record<string, Run>> =>
  Object.fromEntries(
    Object.entries(handlers).map(([id, run]) => [
      id,
      (session: Session, call: Engine.Call) => run(session, Worker.satelliteOf(session, call))
    ])
  )

const secretFields = new Set([
  "access_key",
  "secret_key",
  "session_token",
  "password",
  "new_password",
  "reset_token",
  "api_key",
  "value"
])

/** Values of orbit secrets, keys of buckets (an Azure endpoint holds one) and passwords. */
const redact = (_operation: Operation | undefined, body: unknown): unknown => {
  if (!isObject(body)) return body
  const holdsKey = (name: string, value: unknown): boolean =>
    secretFields.has(name) || (name === "endpoint" && typeof value === "string" && /AccountKey=/i.test(value))
  return Object.fromEntries(
    Object.entries(body).map(([name, value]) => [name, value !== null && holdsKey(name, value) ? "[redacted]" : value])
  )
}

const securityHeaders = {
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "x-xss-protection": "1; mode=block",
  "referrer-policy": "strict-origin-when-cross-origin",
  "content-security-policy": "frame-ancestors 'none';"
}

/** The server redirects a path with a trailing slash, and reads the body before it checks the credential. */
const early: NonNullable<Engine.Platform["early"]> = (_operation, { malformed, url }) => {
  const [path = "", ...query] = url.split("?")
  if (path.endsWith("/")) {
    const location = [path.replace(/\/+$/, ""), ...query].join("?")
    return Reply.empty(307, { location })
  }
  return malformed === undefined ? undefined : invalid([malformed])
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const platform: Engine.Platform = {
  name: "luml",
  errors: {
    error: (_status, _code, message) => ({ detail: message }),
    invalid: (_operation, issues) => invalid(issues)
  },
  authenticate,
  early,
  redact,
  finish: (reply) => ({ ...reply, headers: { ...securityHeaders, ...reply.headers } }),
  handlers: {
    ...adapt({
      ...Account.handlers,
      ...Organizations.handlers,
      ...Orbits.handlers,
      ...BucketSecrets.handlers,
      ...Collections.handlers,
      ...Artifacts.handlers,
      ...Tracks.handlers,
      ...TrackEntries.handlers,
      ...OrbitSecrets.handlers,
      ...Satellites.handlers,
      ...Deployments.handlers,
      ...worker(Worker.handlers)
    }),
    ...adaptOpen(Account.open)
  },
  headers: () => ({}),
  requestIdHeader: false
}
