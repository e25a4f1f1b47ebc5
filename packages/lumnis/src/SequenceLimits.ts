/**
 * Rate limits of sequences and length limits of their texts. The values are those of the platform's SDKs.
 *
 * @since 0.1.0
 */
import { contentLimits as lengths, linkedin } from "./generated/constants.js"
import { defaultSubscription, type Subscription } from "./LinkedInLimits.js"

/**
 * The rate limit of an action. `per_day` is by subscription on channels that have subscriptions.
 *
 * @since 0.1.0
 * @category models
 */
export interface RateLimit {
  readonly per_day: number | Readonly<Record<string, number>>
  readonly per5_min: number
  /** Minimum and maximum delay before the next action, in seconds. */
  readonly delay_seconds: readonly [number, number]
}

/**
 * The rate limit of an action for one account.
 *
 * @since 0.1.0
 * @category models
 */
export interface AccountRateLimit {
  readonly perDay: number
  readonly perFiveMinutes: number
  /** Minimum and maximum delay before the next action, in seconds. */
  readonly delaySeconds: readonly [number, number]
}

/**
 * Alternative names of actions.
 *
 * @since 0.1.0
 * @category constants
 */
export const actionAliases: Readonly<Record<string, string>> = linkedin.action_aliases

/**
 * Limits by channel and action.
 *
 * @since 0.1.0
 * @category constants
 */
export const rateLimits: Readonly<Record<string, Readonly<Record<string, RateLimit>>>> = linkedin.sequence_rate_limits

/**
 * The limits of an unknown action.
 *
 * @since 0.1.0
 * @category constants
 */
export const fallback: RateLimit = linkedin.rate_limit_fallback

/**
 * Maximum number of characters of a text, by `channel:action`.
 *
 * @since 0.1.0
 * @category constants
 */
export const contentLimits: Readonly<Record<string, number>> = lengths

/**
 * The canonical name of an action: lower case, aliases resolved (`DM` is `message`, `like` is `like_post`). An unknown
 * name is returned in lower case.
 *
 * @since 0.1.0
 * @category accessors
 */
export const normalizeAction = (action: string): string => {
  const lower = action.toLowerCase()
  return own(actionAliases, lower) ?? lower
}

/**
 * The rate limit of an action for a subscription. An unknown subscription has that of `basic`. An unknown action or
 * channel has {@link fallback}: 50 a day, 10 in five minutes, 60 to 120 seconds apart.
 *
 * @since 0.1.0
 * @category accessors
 */
export const rateLimitOf = (
  channel: string,
  action: string,
  subscription: Subscription = defaultSubscription
): AccountRateLimit => {
  const limit = own(own(rateLimits, channel.toLowerCase()) ?? {}, normalizeAction(action)) ?? fallback
  const perDay =
    typeof limit.per_day === "number"
      ? limit.per_day
      : (own(limit.per_day, subscription) ?? own(limit.per_day, defaultSubscription) ?? 0)
  return { perDay, perFiveMinutes: limit.per5_min, delaySeconds: limit.delay_seconds }
}

/**
 * Maximum number of characters of the text of an action. `undefined`: no known limit.
 *
 * @since 0.1.0
 * @category accessors
 */
export const contentLimitOf = (channel: string, action: string): number | undefined =>
  own(contentLimits, `${channel.toLowerCase()}:${normalizeAction(action)}`)

/** Reads an entry of the table, but no property of `Object.prototype`. */
const own = <A>(table: Readonly<Record<string, A>>, name: string): A | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined
