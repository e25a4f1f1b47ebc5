/**
 * Rate limits in fixed windows of the emulator's clock: per group of operations and user or address, and by the plan of
 * a configured API key.
 */
import { createHash } from "node:crypto"
import { isObject, type Operation } from "../../Contract.js"
import type { ApiKey, Caller, Context, Request } from "../../Platform.js"
import type * as Reply from "../../Reply.js"
import type { Collection } from "../../Store.js"
import { simple } from "./Errors.js"

interface Count {
  /** When the window began, milliseconds since 1970. */
  readonly window: number
  readonly count: number
}

const counts = (context: Context): Collection<Count> => context.store.collection("lvng.rate-limits")

const groups: Readonly<Record<string, string>> = {
  messages: "messages",
  conversations: "messages",
  twins: "messages",
  channels: "channels",
  chat: "chat",
  artifacts: "artifacts",
  invitations: "invitations",
  onboarding: "onboarding",
  ooda: "ooda"
}

const groupOf = (operation: Operation): string =>
  operation.security.length === 0 ? "public" : (groups[operation.tag] ?? "default")

interface Limit {
  readonly bucket: string
  readonly limit: number
  readonly span: number
}

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

const plans: Readonly<Record<NonNullable<ApiKey["plan"]>, ReadonlyArray<readonly [limit: number, span: number]>>> = {
  free: [
    [5, minute],
    [20, hour],
    [100, day]
  ],
  pro: [
    [100, minute],
    [500, hour],
    [10_000, day]
  ],
  enterprise: []
}

const ofPlan = (caller: Caller | undefined, request: Request): ReadonlyArray<Limit> => {
  const plan = caller === undefined ? undefined : request.configured(caller.key)?.plan
  if (caller === undefined || plan === undefined) return []
  const key = createHash("sha256").update(caller.key).digest("hex").slice(0, 16)
  return plans[plan].map(([limit, span]) => ({ bucket: `plan/${key}/${span}`, limit, span }))
}

const limitsOf = (operation: Operation, caller: Caller | undefined, request: Request): ReadonlyArray<Limit> => {
  const entries = Array.isArray(operation.rateLimit) ? operation.rateLimit.filter(isObject) : []
  const group = groupOf(operation)
  const user = caller?.userId === undefined ? `address/${request.address}` : `user/${caller.tenantId}/${caller.userId}`
  const own = entries.map((entry) => ({
    bucket: `${group}/${entry["scope"] === "ip" ? `address/${request.address}` : user}`,
    limit: Number(entry["limit"]),
    span: Number(entry["windowSeconds"]) * 1000
  }))
  return [...own, ...ofPlan(caller, request)]
}

interface Standing extends Limit {
  readonly used: number
  readonly reset: number
}

const standing = (limit: Limit, context: Context): Standing => {
  const now = context.clock.now()
  const window = Math.floor(now / limit.span) * limit.span
  const kept = counts(context).get(limit.bucket)
  return { ...limit, used: kept?.window === window ? kept.count : 0, reset: window + limit.span }
}

const remaining = ({ limit, used }: Standing): number => Math.max(0, limit - used)

/** Counts a request. When limits are enforced and one is reached, answers 429 and does not count it. */
export const admit = (
  operation: Operation,
  caller: Caller,
  request: Request,
  context: Context
): Reply.Reply | undefined => {
  if (context.settings.rateLimits === "off") return undefined
  const limits = limitsOf(operation, caller, request).map((limit) => standing(limit, context))
  const full = limits.filter((limit) => remaining(limit) === 0)
  if (context.settings.rateLimits === "enforced" && full.length > 0) {
    const seconds = Math.ceil((Math.max(...full.map(({ reset }) => reset)) - context.clock.now()) / 1000)
    const rejection = simple(429, "Too many requests.", `Wait ${seconds} seconds.`)
    return { ...rejection, headers: { "retry-after": String(seconds) } }
  }
  for (const { bucket, reset, span, used } of limits) {
    counts(context).set(bucket, { window: reset - span, count: used + 1 })
  }
  return undefined
}

/** Headers of an answer: those of the limit with the fewest requests left. */
export const headersOf = (
  operation: Operation,
  caller: Caller | undefined,
  request: Request,
  context: Context,
  rejected: boolean
): Readonly<Record<string, string>> => {
  if (context.settings.rateLimits === "off") return {}
  const limits = limitsOf(operation, caller, request).map((limit) => standing(limit, context))
  const tightest = limits.reduce<Standing | undefined>(
    (best, limit) => (best === undefined || remaining(limit) < remaining(best) ? limit : best),
    undefined
  )
  if (tightest === undefined) return {}
  const style = request.headers["x-emulator-rate-limit-reset"] ?? context.settings.rateLimitReset
  return {
    "x-ratelimit-limit": String(tightest.limit),
    "x-ratelimit-remaining": String(rejected ? 0 : remaining(tightest)),
    "x-ratelimit-reset": style === "epoch" ? String(tightest.reset / 1000) : new Date(tightest.reset).toISOString()
  }
}
