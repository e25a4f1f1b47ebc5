/**
 * Fault rules: which requests fail, and how.
 *
 * A rule is part of one request (header `X-Emulator-Fault`, see `FaultSyntax`), or is added for later requests (`POST
 * /__emulator/faults`).
 *
 * @since 0.1.0
 */
import type { PlatformName } from "./Contract.js"
import type { Ids } from "./Ids.js"

/**
 * Query parameter of a request that a fault redirected. It prevents a second redirect.
 *
 * @since 0.1.0
 * @category constants
 */
export const redirected = "emulator-redirected"

/**
 * A fault during the upload of a request body to the object storage. Sizes are bytes of the body.
 *
 * @since 0.1.0
 * @category models
 */
export interface UploadFault {
  /** Resets the connection after this number of bytes. */
  readonly reset?: number | undefined
  /**
   * Stops reading after this number of bytes and keeps the connection open until the emulator stops. Without reading,
   * the emulator does not detect that the client has disconnected.
   */
  readonly stall?: number | undefined
  /** Reads `bytes` at a time, with a pause of `every`. */
  readonly drip?: { readonly bytes: number; readonly every: number } | undefined
  /** Changes the byte at this offset before it is validated and stored. */
  readonly corrupt?: number | undefined
}

/**
 * A fault. Fields can be combined. Times are milliseconds of the emulator's clock. Sizes are bytes of the body.
 *
 * @since 0.1.0
 * @category models
 */
export interface Fault {
  /** Responds with this status and the platform's error body, without any effect. Below 400: no fault. */
  readonly status?: number | undefined
  /** Replaces the body. A string is sent unchanged, all other values as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** `Retry-After` in seconds, `retry-after-ms`, or `Retry-After` as an HTTP date this number of seconds from now. */
  readonly retryAfter?:
    | { readonly seconds?: number | undefined; readonly ms?: number | undefined; readonly date?: number | undefined }
    | undefined
  /** Waits before all other steps. */
  readonly latency?: number | undefined
  /**
   * Resets the connection: `request` before the request has an effect, `response` after its effect and before the
   * response, a number after this number of body bytes.
   */
  readonly reset?: "request" | "response" | number | undefined
  /** Stops sending and keeps the connection open: before the headers, or after this number of body bytes. */
  readonly stall?: "headers" | number | undefined
  /** Writes `bytes` at a time, with a pause of `every`. */
  readonly drip?: { readonly bytes: number; readonly every: number } | undefined
  /** Ends the body early without a connection error: truncated JSON, or an event stream without its terminal event. */
  readonly truncate?: number | undefined
  /** Size of a chunk in bytes. A chunk may end within an event or a character. */
  readonly split?: number | undefined
  /** Responds with invalid JSON and the content type of JSON. */
  readonly garbage?: boolean | undefined
  readonly contentType?: string | undefined
  /** Puts an unknown member into the first enumeration of a successful response, or at this dotted path. */
  readonly unknownEnum?: true | string | undefined
  /** Adds unknown fields to a successful response. */
  readonly unknownField?: boolean | undefined
  /** Replaces values of a successful response by dotted path. */
  readonly set?: Readonly<Record<string, unknown>> | undefined
  /** Removes values of a successful response by dotted path. */
  readonly remove?: ReadonlyArray<string> | undefined
  /** Redirects to the same path: `same` origin, an `other` origin (a second port of this emulator), or a full URL. */
  readonly redirect?: string | undefined
  /** Status of the redirect. Default: 307. */
  readonly redirectStatus?: number | undefined
  /** Changes the byte at this offset of the body. */
  readonly corrupt?: number | undefined
  /** Object storage: a fault of the request body. */
  readonly upload?: UploadFault | undefined
  /** Object storage: treats the signature as expired. */
  readonly expired?: boolean | undefined
  /** Object storage: responds with status 200 and an `<Error>` document, without any effect. */
  readonly errorIn200?: boolean | undefined
  /** Object storage: responds to a range request with the whole object. */
  readonly ignoreRange?: boolean | undefined
  /** Object storage: responds with a wrong entity tag. */
  readonly wrongEtag?: boolean | undefined
}

/**
 * The headers of `retryAfter`.
 *
 * @since 0.1.0
 * @category combinators
 */
export const retryHeaders = (fault: Fault, now: number): Readonly<Record<string, string>> => {
  const { date, ms, seconds } = fault.retryAfter ?? {}
  return {
    ...(seconds === undefined ? {} : { "retry-after": String(seconds) }),
    ...(date === undefined ? {} : { "retry-after": new Date(now + date * 1000).toUTCString() }),
    ...(ms === undefined ? {} : { "retry-after-ms": String(ms) })
  }
}

/**
 * The requests of a rule. All given fields must match. `path` is a template (`/v1/users/{user_identifier}`) or a path,
 * without the prefix of the platform; `*` matches any text. The object storage is the platform `storage`. Its paths are
 * `/bucket/key` and its operations `putObject`, `getObject`, `headObject`, `deleteObject`, `createUpload`, `uploadPart`
 * and `completeUpload`, for S3 and Azure.
 *
 * @since 0.1.0
 * @category models
 */
export interface FaultMatch {
  readonly platform?: PlatformName | "storage" | undefined
  readonly operation?: string | undefined
  readonly method?: string | undefined
  readonly path?: string | undefined
}

/**
 * A fault with its conditions.
 *
 * - `sequence`: one element for each matching request, in order; a number is a status; `"pass"` or a status below 400
 *   is no fault. The fields of the rule are added to each element that is a fault.
 * - `times`: maximum number of matching requests; default: the length of `sequence`, else all
 * - `skip`: number of matching requests before the first fault
 * - `probability`: 0 to 1, drawn from the seed
 *
 * @since 0.1.0
 * @category models
 */
export interface FaultRule extends Fault {
  readonly id?: string | undefined
  readonly match?: FaultMatch | undefined
  readonly sequence?: ReadonlyArray<Fault | number | "pass"> | undefined
  readonly times?: number | undefined
  readonly skip?: number | undefined
  readonly probability?: number | undefined
}

/**
 * The request that is matched.
 *
 * @since 0.1.0
 * @category models
 */
export interface Subject {
  readonly platform: PlatformName | "storage"
  readonly operation: string | undefined
  readonly template: string | undefined
  readonly method: string
  readonly path: string
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Faults {
  /** Adds a rule and returns its id. The newest rule is matched first. */
  readonly add: (rule: FaultRule) => string
  readonly remove: (id: string) => boolean
  readonly list: () => ReadonlyArray<FaultRule & { readonly id: string; readonly used: number }>
  readonly clear: () => void
  /**
   * The fault of a request, if any. `own` is the rule of its header. Requests with the same header text, method and
   * path are one series, which restarts when it is complete.
   */
  readonly take: (subject: Subject, own?: { readonly rule: FaultRule; readonly text: string }) => Fault | undefined
}

interface Held {
  readonly id: string
  readonly rule: FaultRule
  used: number
}

/**
 * Whether a path matches a pattern in which `*` is any text. Each literal is searched from the end of the one before,
 * so there is no backtracking.
 *
 * @since 0.1.0
 * @category guards
 */
export const matchesPath = (pattern: string, path: string): boolean => {
  const [first = "", ...rest] = pattern.split("*")
  const last = rest.pop()
  if (last === undefined) return path === first
  if (!path.startsWith(first) || path.length < first.length + last.length || !path.endsWith(last)) return false
  let at = first.length
  for (const literal of rest) {
    const found = path.indexOf(literal, at)
    if (found < 0) return false
    at = found + literal.length
  }
  return at <= path.length - last.length
}

const matches = (match: FaultMatch | undefined, subject: Subject): boolean =>
  match === undefined ||
  ((match.platform === undefined || match.platform === subject.platform) &&
    (match.operation === undefined || match.operation === subject.operation) &&
    (match.method === undefined || match.method.toUpperCase() === subject.method) &&
    (match.path === undefined || match.path === subject.template || matchesPath(match.path, subject.path)))

const capacity = (rule: FaultRule): number =>
  rule.times ?? (rule.sequence === undefined ? Number.POSITIVE_INFINITY : rule.sequence.length)

const lowestFailure = 400

/** The fault at position `index` of a rule. `undefined`: no fault. */
const faultAt = (rule: FaultRule, index: number): Fault | undefined => {
  const { id: _id, match: _match, probability: _probability, sequence, skip: _skip, times: _times, ...shared } = rule
  if (sequence === undefined || sequence.length === 0) return shared
  const element = sequence[index % sequence.length]
  if (element === undefined || element === "pass") return undefined
  const own = typeof element === "number" ? { status: element } : element
  return own.status !== undefined && own.status < lowestFailure ? undefined : { ...shared, ...own }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (ids: Ids): Faults => {
  let rules: ReadonlyArray<Held> = []
  let created = 0
  const series = new Map<string, number>()

  const draw = (rule: FaultRule): boolean => rule.probability === undefined || ids.random("fault") < rule.probability

  const takeOwn = (subject: Subject, own: { readonly rule: FaultRule; readonly text: string }): Fault | undefined => {
    const key = `${own.rule.id ?? own.text}\0${subject.method}\0${subject.path}`
    const used = series.get(key) ?? 0
    const skip = own.rule.skip ?? 0
    const end = skip + capacity(own.rule)
    if (used >= end) {
      series.delete(key)
      return undefined
    }
    if (used + 1 === end && faultAt(own.rule, used - skip) === undefined) series.delete(key)
    else if (Number.isFinite(end)) series.set(key, used + 1)
    return used < skip || !draw(own.rule) ? undefined : faultAt(own.rule, used - skip)
  }

  return {
    add: (rule) => {
      created += 1
      const id = rule.id ?? `fault-${created}`
      rules = [{ id, rule, used: 0 }, ...rules.filter((held) => held.id !== id)]
      return id
    },
    remove: (id) => {
      const before = rules.length
      rules = rules.filter((held) => held.id !== id)
      return rules.length < before
    },
    list: () => rules.map(({ id, rule, used }) => ({ ...rule, id, used })),
    clear: () => {
      rules = []
      series.clear()
    },
    take: (subject, own) => {
      if (own !== undefined) return takeOwn(subject, own)
      for (const held of rules) {
        const skip = held.rule.skip ?? 0
        if (!matches(held.rule.match, subject) || held.used >= skip + capacity(held.rule)) continue
        const index = held.used - skip
        held.used += 1
        if (index < 0 || !draw(held.rule)) return undefined
        return faultAt(held.rule, index)
      }
      return undefined
    }
  }
}
