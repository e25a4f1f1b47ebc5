/**
 * Fault rules: which requests fail, and how.
 *
 * A rule comes with one request (header `X-Emulator-Fault`, see `FaultSyntax`), or is added for later requests
 * (`POST /__emulator/faults`).
 *
 * @since 0.1.0
 */
import type { PlatformName } from "./Contract.js"
import type { Ids } from "./Ids.js"

/**
 * Query parameter that marks a request which a fault redirected, so that the fault is not applied a second time.
 *
 * @since 0.1.0
 * @category constants
 */
export const redirected = "emulator-redirected"

/**
 * A fault while the object storage receives a request body. Sizes are bytes of the body.
 *
 * @since 0.1.0
 * @category models
 */
export interface UploadFault {
  /** Resets the connection after so many bytes. */
  readonly reset?: number | undefined
  /**
   * Stops reading after so many bytes and keeps the connection open until the emulator stops. Without reading, the
   * emulator does not notice that the client has disconnected.
   */
  readonly stall?: number | undefined
  /** Reads `bytes` at a time with a pause of `every`. */
  readonly drip?: { readonly bytes: number; readonly every: number } | undefined
  /** Changes the byte at this offset before it is checked and kept. */
  readonly corrupt?: number | undefined
}

/**
 * A fault. Fields can be combined. Times are milliseconds of the emulator's clock, sizes are bytes of the body.
 *
 * @since 0.1.0
 * @category models
 */
export interface Fault {
  /** Answers with this status and the platform's error body, without any effect. Below 400: no fault. */
  readonly status?: number | undefined
  /** Replaces the body: text as it is, anything else as JSON. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** `Retry-After` in seconds, `retry-after-ms`, or `Retry-After` as an HTTP date so many seconds from now. */
  readonly retryAfter?:
    | { readonly seconds?: number | undefined; readonly ms?: number | undefined; readonly date?: number | undefined }
    | undefined
  /** Waits before anything else. */
  readonly latency?: number | undefined
  /**
   * Resets the connection: `request` before the request has an effect, `response` after its effect and before the
   * answer, a number after so many bytes of the body.
   */
  readonly reset?: "request" | "response" | number | undefined
  /** Stops sending and keeps the connection open: before the headers, or after so many bytes of the body. */
  readonly stall?: "headers" | number | undefined
  /** Writes `bytes` at a time with a pause of `every`. */
  readonly drip?: { readonly bytes: number; readonly every: number } | undefined
  /** Ends the body early but properly: a cut JSON text, an event stream without its terminal event. */
  readonly truncate?: number | undefined
  /** Size of a chunk in bytes. A chunk may end within an event or a character. */
  readonly split?: number | undefined
  /** Answers with text that claims to be JSON and is not. */
  readonly garbage?: boolean | undefined
  readonly contentType?: string | undefined
  /** Puts an unknown member into the first enumeration of a good answer, or at this dotted path. */
  readonly unknownEnum?: true | string | undefined
  /** Adds fields the contract does not know to a good answer. */
  readonly unknownField?: boolean | undefined
  /** Replaces values of a good answer by dotted path. */
  readonly set?: Readonly<Record<string, unknown>> | undefined
  /** Removes values of a good answer by dotted path. */
  readonly remove?: ReadonlyArray<string> | undefined
  /** Redirects to the same path: `same` origin, an `other` origin (a second port of this emulator), or a full URL. */
  readonly redirect?: string | undefined
  /** Status of the redirect; default 307. */
  readonly redirectStatus?: number | undefined
  /** Changes the byte at this offset of the body. */
  readonly corrupt?: number | undefined
  /** Object storage: what happens to the request body. */
  readonly upload?: UploadFault | undefined
  /** Object storage: treats the signature as expired. */
  readonly expired?: boolean | undefined
  /** Object storage: answers an `<Error>` document with status 200, without any effect. */
  readonly errorIn200?: boolean | undefined
  /** Object storage: answers the whole object to a request for a range. */
  readonly ignoreRange?: boolean | undefined
  /** Object storage: answers an entity tag that is not the object's. */
  readonly wrongEtag?: boolean | undefined
}

/**
 * The headers for `retryAfter` of a fault.
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
 * Which requests a rule is for; all given fields must match. `path` is a template (`/v1/users/{user_identifier}`), a
 * path, or either with `*` for any text, without the platform's prefix. The object storage is the platform `storage`;
 * its paths are
 * `/bucket/key` and its operations `putObject`, `getObject`, `headObject`, `deleteObject`, `createUpload`, `uploadPart` and
 * `completeUpload`, for S3 and Azure alike.
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
 * - `sequence`: one element a matching request, in order; a number is a status, `"pass"` (or a status below 400) lets the
 *   request through. The fields of the rule itself are added to each element that is not a pass.
 * - `times`: how many matching requests it serves; default: the length of `sequence`, else all
 * - `skip`: lets so many matching requests through first
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
 * The request that rules are matched against.
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
  /** Adds a rule and answers its id. Rules are tried newest first. */
  readonly add: (rule: FaultRule) => string
  readonly remove: (id: string) => boolean
  readonly list: () => ReadonlyArray<FaultRule & { readonly id: string; readonly used: number }>
  readonly clear: () => void
  /**
   * The fault of a request, if any. `own` is the rule of its header; requests with the same header text, method and
   * path count as one series, which starts over when it is complete.
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

/** The fault at position `index` of a rule's life, or `undefined` for a pass. */
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
