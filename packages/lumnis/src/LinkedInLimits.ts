/**
 * The limits of LinkedIn accounts by subscription. The values are those of the platform's SDKs. LinkedIn may change its
 * limits at any time.
 *
 * @since 0.1.0
 */
import type { OpenEnum } from "@trilum/core/OpenEnum"
import { linkedin } from "./generated/constants.js"

/**
 * The subscription of an account. An unknown one has the limits of `basic`.
 *
 * @since 0.1.0
 * @category models
 */
export type Subscription = OpenEnum<keyof typeof linkedin.limits>

/**
 * `weekly_max` is the limit of LinkedIn. `daily_safe` is a value that does not put the account at risk. `null`: no
 * limit.
 *
 * @since 0.1.0
 * @category models
 */
export interface Limits {
  readonly connection_requests: {
    readonly weekly_max: number
    readonly daily_safe: number
    /** Requests with a personal note, a month. */
    readonly personalized_monthly: number | null
  }
  readonly messages: { readonly weekly_max: number; readonly daily_safe: number }
  readonly inmail: {
    readonly monthly_credits: number
    readonly max_accumulation: number
    /** Whether unused credits carry over to the next month. */
    readonly rollover: boolean
  }
  readonly profile_views: { readonly daily_max: number; readonly daily_safe: number }
  readonly open_profile_messages_monthly: number | null
}

/**
 * Values by subscription. Unknown subscriptions have the value of `basic`.
 *
 * @since 0.1.0
 * @category models
 */
export type BySubscription<A> = { readonly basic: A } & Readonly<Record<string, A>>

/**
 * The purpose of choosing one of a user's accounts.
 *
 * @since 0.1.0
 * @category models
 */
export type Purpose = "inmail" | "connection_requests" | "messages"

/**
 * The subscription of an account that reports none.
 *
 * @since 0.1.0
 * @category constants
 */
export const defaultSubscription = linkedin.default_subscription

/**
 * The limits of every subscription.
 *
 * @since 0.1.0
 * @category constants
 */
export const limits: BySubscription<Limits> = linkedin.limits

/**
 * Maximum number of InMails a day, by subscription.
 *
 * @since 0.1.0
 * @category constants
 */
export const dailyInMails: BySubscription<number> = linkedin.daily_inmail_limits

/**
 * How long an account must pause after an event, in seconds.
 *
 * @since 0.1.0
 * @category constants
 */
export const cooldownSeconds = linkedin.cooldown_seconds

/**
 * Minimum time between two actions of an account, in seconds.
 *
 * @since 0.1.0
 * @category constants
 */
export const actionDelaySeconds = linkedin.action_delay_seconds

/**
 * Explanations of the HTTP statuses of the provider behind an account.
 *
 * @since 0.1.0
 * @category constants
 */
export const providerErrors: Readonly<Record<string, string>> = linkedin.provider_rate_limit_http_codes

/**
 * Subscriptions by purpose, the one with the highest limits first.
 *
 * @since 0.1.0
 * @category constants
 */
export const priorities: Readonly<Record<Purpose, ReadonlyArray<Subscription>>> = linkedin.best_subscription_priority

/**
 * The limits of a subscription. An unknown one has those of `basic`.
 *
 * @since 0.1.0
 * @category accessors
 */
export const limitsOf = (subscription: Subscription): Limits => entry(limits, subscription)

/**
 * Maximum number of InMails a day of a subscription. An unknown one has that of `basic`, 0.
 *
 * @since 0.1.0
 * @category accessors
 */
export const dailyInMailsOf = (subscription: Subscription): number => entry(dailyInMails, subscription)

/**
 * Whether a subscription includes InMails.
 *
 * @since 0.1.0
 * @category predicates
 */
export const canSendInMail = (subscription: Subscription): boolean => limitsOf(subscription).inmail.monthly_credits > 0

/**
 * Limits of a day that do not put an account at risk, by action.
 *
 * @since 0.1.0
 * @category accessors
 */
export const getDefaultDailyLimits = (
  subscription: Subscription
): {
  readonly connection_requests: number
  readonly messages: number
  readonly inmail: number
  readonly profile_views: number
} => {
  const { connection_requests, messages, profile_views } = limitsOf(subscription)
  return {
    connection_requests: connection_requests.daily_safe,
    messages: messages.daily_safe,
    inmail: dailyInMailsOf(subscription),
    profile_views: profile_views.daily_safe
  }
}

/**
 * Whether a subscription is one of a recruiter.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isRecruiterSubscription = (subscription: Subscription): boolean => subscription.startsWith("recruiter")

/**
 * Whether a subscription may message open profiles without a credit. Only those of recruiters may.
 *
 * @since 0.1.0
 * @category predicates
 */
export const canMessageOpenProfiles = (subscription: Subscription): boolean =>
  limitsOf(subscription).open_profile_messages_monthly !== null

/**
 * The best of several subscriptions: the only one given, else the first in {@link priorities}, else the first given.
 * `null` for an empty list.
 *
 * @since 0.1.0
 * @category accessors
 */
export const bestSubscription = (subscriptions: ReadonlyArray<Subscription>, purpose: Purpose): Subscription | null => {
  const [first] = subscriptions
  if (first === undefined) return null
  return priorities[purpose].find((candidate) => subscriptions.includes(candidate)) ?? first
}

const entry = <A>(table: BySubscription<A>, subscription: string): A =>
  (Object.hasOwn(table, subscription) ? table[subscription] : undefined) ?? table.basic
