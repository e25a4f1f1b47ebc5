/**
 * The limits of LinkedIn accounts by subscription. The values are those of the platform's SDKs. LinkedIn may change its
 * limits at any time.
 *
 * @since 0.1.0
 */
import type { OpenEnum } from "@trilum/core/OpenEnum"

/**
 * The subscription of an account. An unknown one has the limits of `basic`.
 *
 * @since 0.1.0
 * @category models
 */
export type Subscription = OpenEnum<
  | "basic"
  | "premium"
  | "premium_career"
  | "premium_business"
  | "sales_navigator"
  | "recruiter_lite"
  | "recruiter_corporate"
>

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
export const defaultSubscription = "basic"

/**
 * The limits of every subscription.
 *
 * @since 0.1.0
 * @category constants
 */
export const limits: BySubscription<Limits> = {
  basic: {
    connection_requests: { weekly_max: 100, daily_safe: 15, personalized_monthly: 10 },
    messages: { weekly_max: 100, daily_safe: 15 },
    inmail: { monthly_credits: 0, max_accumulation: 0, rollover: false },
    profile_views: { daily_max: 500, daily_safe: 250 },
    open_profile_messages_monthly: null
  },
  premium: {
    connection_requests: { weekly_max: 150, daily_safe: 20, personalized_monthly: null },
    messages: { weekly_max: 150, daily_safe: 20 },
    inmail: { monthly_credits: 5, max_accumulation: 15, rollover: true },
    profile_views: { daily_max: 1000, daily_safe: 500 },
    open_profile_messages_monthly: null
  },
  premium_career: {
    connection_requests: { weekly_max: 150, daily_safe: 20, personalized_monthly: null },
    messages: { weekly_max: 150, daily_safe: 20 },
    inmail: { monthly_credits: 5, max_accumulation: 15, rollover: true },
    profile_views: { daily_max: 1000, daily_safe: 500 },
    open_profile_messages_monthly: null
  },
  premium_business: {
    connection_requests: { weekly_max: 150, daily_safe: 20, personalized_monthly: null },
    messages: { weekly_max: 150, daily_safe: 20 },
    inmail: { monthly_credits: 15, max_accumulation: 45, rollover: true },
    profile_views: { daily_max: 1000, daily_safe: 500 },
    open_profile_messages_monthly: null
  },
  sales_navigator: {
    connection_requests: { weekly_max: 200, daily_safe: 25, personalized_monthly: null },
    messages: { weekly_max: 150, daily_safe: 20 },
    inmail: { monthly_credits: 50, max_accumulation: 150, rollover: true },
    profile_views: { daily_max: 2000, daily_safe: 1000 },
    open_profile_messages_monthly: null
  },
  recruiter_lite: {
    connection_requests: { weekly_max: 200, daily_safe: 25, personalized_monthly: null },
    messages: { weekly_max: 200, daily_safe: 25 },
    inmail: { monthly_credits: 30, max_accumulation: 120, rollover: true },
    profile_views: { daily_max: 2000, daily_safe: 1000 },
    open_profile_messages_monthly: 1000
  },
  recruiter_corporate: {
    connection_requests: { weekly_max: 250, daily_safe: 30, personalized_monthly: null },
    messages: { weekly_max: 200, daily_safe: 30 },
    inmail: { monthly_credits: 150, max_accumulation: 600, rollover: true },
    profile_views: { daily_max: 2000, daily_safe: 1000 },
    open_profile_messages_monthly: 1000
  }
}

/**
 * Maximum number of InMails a day, by subscription.
 *
 * @since 0.1.0
 * @category constants
 */
export const dailyInMails: BySubscription<number> = {
  basic: 0,
  premium: 5,
  premium_career: 5,
  premium_business: 15,
  sales_navigator: 50,
  recruiter_lite: 100,
  recruiter_corporate: 1000
}

/**
 * How long an account must pause after an event, in seconds.
 *
 * @since 0.1.0
 * @category constants
 */
export const cooldownSeconds = {
  connection_request_rejected: 3600,
  message_rate_limited: 1800,
  daily_limit_reached: 86400,
  weekly_limit_reached: 604800
} as const

/**
 * Minimum time between two actions of an account, in seconds.
 *
 * @since 0.1.0
 * @category constants
 */
export const actionDelaySeconds = {
  between_connection_requests: 30,
  between_messages: 15,
  between_profile_views: 5,
  after_error: 60
} as const

/**
 * Explanations of the HTTP statuses of the provider behind an account.
 *
 * @since 0.1.0
 * @category constants
 */
export const providerErrors: Readonly<Record<string, string>> = {
  "422": "cannot_resend_yet",
  "429": "rate_limited",
  "500": "server_error_possibly_rate_limited"
}

/**
 * Subscriptions by purpose, the one with the highest limits first.
 *
 * @since 0.1.0
 * @category constants
 */
export const priorities: Readonly<Record<Purpose, ReadonlyArray<Subscription>>> = {
  inmail: ["recruiter_corporate", "sales_navigator", "recruiter_lite", "premium_business", "premium", "premium_career"],
  connection_requests: [
    "recruiter_corporate",
    "sales_navigator",
    "recruiter_lite",
    "premium_business",
    "premium",
    "premium_career",
    "basic"
  ],
  messages: [
    "recruiter_corporate",
    "sales_navigator",
    "recruiter_lite",
    "premium_business",
    "premium",
    "premium_career",
    "basic"
  ]
}

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
