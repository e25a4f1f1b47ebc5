/**
 * Rate limits of sequences and length limits of their texts. The values are those of the platform's SDKs.
 *
 * @since 0.1.0
 */
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
export const actionAliases: Readonly<Record<string, string>> = {
  direct_message: "message",
  dm: "message",
  connection_request_with_note: "connection_request",
  connection_request_no_note: "connection_request",
  connect: "connection_request",
  in_mail: "inmail",
  profile_view: "view_profile",
  like: "like_post",
  comment: "comment_post"
}

/**
 * Limits by channel and action.
 *
 * @since 0.1.0
 * @category constants
 */
export const rateLimits: Readonly<Record<string, Readonly<Record<string, RateLimit>>>> = {
  linkedin: {
    connection_request: {
      per_day: {
        basic: 25,
        premium: 40,
        premium_career: 40,
        premium_business: 40,
        sales_navigator: 50,
        recruiter_lite: 100,
        recruiter_corporate: 150
      },
      per5_min: 8,
      delay_seconds: [60, 120]
    },
    message: {
      per_day: {
        basic: 40,
        premium: 40,
        premium_career: 40,
        premium_business: 40,
        sales_navigator: 50,
        recruiter_lite: 60,
        recruiter_corporate: 80
      },
      per5_min: 10,
      delay_seconds: [60, 120]
    },
    inmail: {
      per_day: {
        basic: 40,
        premium: 40,
        premium_career: 40,
        premium_business: 40,
        sales_navigator: 50,
        recruiter_lite: 130,
        recruiter_corporate: 1000
      },
      per5_min: 10,
      delay_seconds: [60, 120]
    },
    view_profile: {
      per_day: {
        basic: 80,
        premium: 100,
        premium_career: 100,
        premium_business: 100,
        sales_navigator: 150,
        recruiter_lite: 200,
        recruiter_corporate: 200
      },
      per5_min: 15,
      delay_seconds: [30, 60]
    },
    like_post: {
      per_day: {
        basic: 50,
        premium: 50,
        premium_career: 50,
        premium_business: 50,
        sales_navigator: 50,
        recruiter_lite: 50,
        recruiter_corporate: 50
      },
      per5_min: 12,
      delay_seconds: [30, 60]
    },
    comment_post: {
      per_day: {
        basic: 25,
        premium: 25,
        premium_career: 25,
        premium_business: 25,
        sales_navigator: 25,
        recruiter_lite: 25,
        recruiter_corporate: 25
      },
      per5_min: 6,
      delay_seconds: [90, 180]
    }
  },
  email: { email: { per_day: 150, per5_min: 20, delay_seconds: [30, 60] } },
  gmail: { email: { per_day: 150, per5_min: 20, delay_seconds: [30, 60] } },
  outlook: { email: { per_day: 150, per5_min: 20, delay_seconds: [30, 60] } }
}

/**
 * The limits of an unknown action.
 *
 * @since 0.1.0
 * @category constants
 */
export const fallback: RateLimit = { per_day: 50, per5_min: 10, delay_seconds: [60, 120] }

/**
 * Maximum number of characters of a text, by `channel:action`.
 *
 * @since 0.1.0
 * @category constants
 */
export const contentLimits: Readonly<Record<string, number>> = {
  "linkedin:connection_request": 300,
  "linkedin:message": 8000,
  "linkedin:inmail": 1900,
  "linkedin:comment_post": 1250,
  "email:send": 50000
}

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
