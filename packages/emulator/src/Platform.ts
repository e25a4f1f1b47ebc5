/**
 * The interface of a platform: credentials, error bodies, and handlers of operations with state. Other operations are
 * served from the contract.
 *
 * @since 0.1.0
 */
import type { IncomingHttpHeaders } from "node:http"
import type { Clock } from "./Clock.js"
import type { Contract, JsonObject, Operation, PlatformName } from "./Contract.js"
import type { Ids } from "./Ids.js"
import type { Reply } from "./Reply.js"
import type { Scripts } from "./Scripts.js"
import type { Store } from "./Store.js"
import type { Issue, Validator } from "./Validation.js"

/**
 * The caller. `key` is the credential. `""` for public operations.
 *
 * @since 0.1.0
 * @category models
 */
export interface Caller {
  readonly key: string
  readonly tenantId: string
  /** The user of the credential, on platforms whose credentials belong to users. */
  readonly userId?: string | undefined
}

/**
 * A part of a multipart body. `filename` is present for files.
 *
 * @since 0.1.0
 * @category models
 */
export interface Part {
  readonly name: string
  readonly filename?: string
  readonly contentType: string
  readonly bytes: Uint8Array
}

/**
 * A request that passed validation.
 *
 * @since 0.1.0
 * @category models
 */
export interface Call {
  readonly operation: Operation
  readonly caller: Caller
  readonly path: Readonly<Record<string, string>>
  /** Query values with the types of the contract. Unknown parameters are strings. */
  readonly query: Readonly<Record<string, unknown>>
  readonly headers: IncomingHttpHeaders
  /** The JSON body or the text fields of a form. `{}` without a body, and for a body that is not an object. */
  readonly body: JsonObject
  /** The JSON body, of any type. */
  readonly json: unknown
  readonly parts: ReadonlyArray<Part>
  /** Aborts when the client disconnects or the emulator stops. */
  readonly signal: AbortSignal
}

/**
 * Options of the emulated LUML.
 *
 * - `mode`: `strict` (default) has the quirks of the server, `fixed` behaves as its schema suggests
 * - `world`: `default` starts with an organization, an orbit with a bucket, and a collection; `empty` starts with a
 *   user only
 * - `role`, `orbitRole`: roles of keys without roles in `apiKeys`; default: `owner` and `admin`
 * - `limits`: limits of an organization; default: 3 members, 1 orbit, 2 satellites, 50 artifacts
 * - `multipart`: uploads of more than `threshold` bytes have parts of `partSize`; default: as the server
 * - `endpoints`: `own` (default) replaces URLs of external buckets by the emulator's storage; `real` signs URLs for the
 *   configured endpoint
 *
 * The request header `X-Emulator-Luml: mode=fixed; multipart-threshold=1000; part-size=300` overrides for one request.
 *
 * @since 0.1.0
 * @category models
 */
export interface LumlOptions {
  readonly mode?: "strict" | "fixed" | undefined
  readonly world?: "default" | "empty" | undefined
  readonly role?: OrganizationRole | undefined
  readonly orbitRole?: OrbitRole | undefined
  readonly limits?: Partial<Record<"members" | "orbits" | "satellites" | "artifacts", number | undefined>> | undefined
  readonly multipart?: { readonly threshold?: number | undefined; readonly partSize?: number | undefined } | undefined
  readonly endpoints?: "own" | "real" | undefined
}

/**
 * The role of a LUML user in an organization. `none`: not a member.
 *
 * @since 0.1.0
 * @category models
 */
export type OrganizationRole = "owner" | "admin" | "member" | "none"

/**
 * The role of a LUML user in an orbit. `none`: not a member.
 *
 * @since 0.1.0
 * @category models
 */
export type OrbitRole = "admin" | "member" | "none"

/**
 * Options that platforms read.
 *
 * - `rateLimits`: `headers` reports limits, `enforced` also responds with 429 beyond a limit, `off` does neither
 * - `rateLimitReset`: the format of `X-RateLimit-Reset`, ISO 8601 or seconds since 1970
 *
 * @since 0.1.0
 * @category models
 */
export interface Settings {
  readonly rateLimits: "off" | "headers" | "enforced"
  readonly rateLimitReset: "iso" | "epoch"
  readonly luml: LumlOptions
}

/**
 * The services of handlers.
 *
 * @since 0.1.0
 * @category models
 */
export interface Context {
  readonly contract: Contract
  readonly validator: Validator
  readonly clock: Clock
  readonly ids: Ids
  readonly seed: string
  readonly store: Store
  /** Factor of the duration of emulated work. 0: no time. */
  readonly pace: number
  readonly settings: Settings
  readonly scripts: Scripts
  /** Notifications of changes to a record, by its id. */
  readonly changes: Changes
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Changes {
  readonly notify: (id: string) => void
  /** A signal that aborts with the next change of `id`, or when `signal` aborts. `release` ends the wait. */
  readonly next: (id: string, signal: AbortSignal) => { readonly signal: AbortSignal; readonly release: () => void }
}

/**
 * @since 0.1.0
 * @category models
 */
export type Handler = (call: Call, context: Context) => Reply | Promise<Reply>

/**
 * Handlers by `operationId`.
 *
 * @since 0.1.0
 * @category models
 */
export type Handlers = Readonly<Record<string, Handler>>

/**
 * A configured key. Without `tenantId` it belongs to the default tenant. LVNG also reads `userId`, `scopes` (default:
 * all) and `plan` (default: `enterprise`, without limits).
 *
 * @since 0.1.0
 * @category models
 */
export interface ApiKey {
  readonly tenantId?: string | undefined
  readonly userId?: string | undefined
  readonly scopes?: ReadonlyArray<string> | undefined
  readonly plan?: "free" | "pro" | "enterprise" | undefined
  /** LUML: the key belongs to its own user with these roles in the default organization and orbit. */
  readonly role?: OrganizationRole | undefined
  readonly orbitRole?: OrbitRole | undefined
}

/**
 * The credential of a request. `token` is the bearer token, `apiKey` the key header of the platform.
 *
 * @since 0.1.0
 * @category models
 */
export interface Credential {
  readonly bearer: string | undefined
  readonly apiKey: string | undefined
}

/**
 * The error bodies of a platform.
 *
 * @since 0.1.0
 * @category models
 */
export interface ErrorBodies {
  /** The body of any status, for faults and routing. `code` is in upper snake case. */
  readonly error: (status: number, code: string, message: string) => unknown
  /** Status and body of a request that does not match the contract. */
  readonly invalid: (operation: Operation, issues: ReadonlyArray<Issue>) => Reply
}

/**
 * A request before its credential and body are validated. `address` is that of the client.
 *
 * @since 0.1.0
 * @category models
 */
export interface Request {
  readonly headers: IncomingHttpHeaders
  readonly address: string
  /** The configuration of a key. */
  readonly configured: (key: string) => ApiKey | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Platform {
  readonly name: PlatformName
  readonly errors: ErrorBodies
  /** Validates a credential. Returns its key, or an error. `known` reports whether a key is accepted. */
  readonly authenticate: (
    credential: Credential,
    operation: Operation,
    known: (key: string) => boolean,
    request: Request,
    context: Context
  ) => { readonly key: string; readonly tenantId?: string | undefined; readonly userId?: string | undefined } | Reply
  /** Applies rate limits, after the credential and before the body is validated. */
  readonly admit?: (operation: Operation, caller: Caller, request: Request, context: Context) => Reply | undefined
  /** Responds before the credential is validated, e.g. to a body that is not JSON or a path with a trailing slash. */
  readonly early?: (
    operation: Operation,
    seen: { readonly url: string; readonly malformed: Issue | undefined }
  ) => Reply | undefined
  /** Redacts secrets of a JSON body that are not marked in the contract. */
  readonly redact?: (operation: Operation | undefined, body: unknown) => unknown
  /** Changes every response before it is sent, including errors and unknown routes. */
  readonly finish?: (
    reply: Reply,
    operation: Operation | undefined,
    caller: Caller | undefined,
    request: Request,
    context: Context
  ) => Reply
  /** Admin routes below `/__emulator/{platform}`, by their path segments. `undefined` for an unknown route. */
  readonly admin?: (
    method: string,
    path: ReadonlyArray<string>,
    body: unknown,
    context: Context
  ) => { readonly status: number; readonly value?: unknown } | undefined
  readonly handlers: Handlers
  /** `false` for a platform whose server does not send `x-request-id`. */
  readonly requestIdHeader?: boolean | undefined
  /** Headers of every response to an operation. */
  readonly headers: (operation: Operation, context: Context) => Readonly<Record<string, string>>
}
