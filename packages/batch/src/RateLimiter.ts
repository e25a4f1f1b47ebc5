/**
 * Limits that all workers of a tenant share: requests a second, and the pauses that a platform asks for.
 *
 * A worker gives the client of each platform an `HttpClient` that goes through {@link httpClient}. Every request, retries
 * and polls included, then counts, and an answer that says when to come back holds the requests of all workers.
 *
 * @since 0.1.0
 */
import * as HttpClient from "@effect/platform/HttpClient"
import * as Retry from "@trilum/core/Retry"
import * as Clock from "effect/Clock"
import * as Context from "effect/Context"
import * as Deferred from "effect/Deferred"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import * as Schedule from "effect/Schedule"
import type * as Scope from "effect/Scope"
import * as Queue from "./Queue.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Service {
  readonly tenant: string
  /** Waits until a request may be sent to a platform. */
  readonly acquire: (platform: string) => Effect.Effect<void>
  /** Reads the status and headers of an answer. Header names are in lower case. */
  readonly observe: (
    platform: string,
    status: number,
    headers: Readonly<Record<string, string | undefined>>
  ) => Effect.Effect<void>
  /** Whether the items under way are limited over all workers. */
  readonly isLimited: (platform: string) => Effect.Effect<boolean>
}

/**
 * @since 0.1.0
 * @category tags
 */
export class RateLimiter extends Context.Tag("@trilum/batch/RateLimiter")<RateLimiter, Service>() {}

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** Default: `default`. */
  readonly tenant?: string | undefined
  /** How often the limits and pauses of the database are read. Default: 500 milliseconds. */
  readonly refreshInterval?: Duration.DurationInput | undefined
}

/** The longest pause that an answer can ask for, in milliseconds. */
const longestPause = Duration.toMillis(Retry.standard.maxRetryAfter)

/** How far ahead requests of the shared rate are taken, in milliseconds: what a worker that dies leaves unused. */
const ahead = 100

/** Requests of one platform. */
interface Lane {
  pausedUntil: number
  perSecond: number | null
  running: number | null
  /** Continue, each in its turn. */
  readonly waiting: Array<(delay: number) => void>
  isTaking: boolean
}

const pauseOf = (
  status: number,
  headers: Readonly<Record<string, string | undefined>>,
  now: number
): number | undefined => {
  if (status === 429 || status === 503) {
    const asked = Retry.parseRetryAfter(headers, now)
    if (asked !== undefined) return asked
  }
  if (headers["x-ratelimit-remaining"]?.trim() !== "0") return undefined
  const reset = headers["x-ratelimit-reset"]?.trim() ?? ""
  const at = /^\d+(?:\.\d+)?$/.test(reset) ? Number(reset) * (Number(reset) < 1e11 ? 1000 : 1) : Date.parse(reset)
  return Number.isNaN(at) ? undefined : Math.max(0, at - now)
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: Options = {}): Effect.Effect<Service, never, Queue.Queue | Scope.Scope> =>
  Effect.gen(function* () {
    const queue = yield* Queue.Queue
    const scope = yield* Effect.scope
    const tenant = options.tenant ?? "default"
    const lanes = new Map<string, Lane>()
    const isLoaded = yield* Deferred.make<void>()

    const laneOf = (platform: string): Lane => {
      const known = lanes.get(platform)
      if (known !== undefined) return known
      const lane: Lane = { pausedUntil: 0, perSecond: null, running: null, waiting: [], isTaking: false }
      lanes.set(platform, lane)
      return lane
    }

    const refresh = Effect.gen(function* () {
      const limits = yield* queue.limits(tenant)
      const now = yield* Clock.currentTimeMillis
      for (const { pause, perSecond, platform, running } of limits) {
        const lane = laneOf(platform)
        lane.perSecond = perSecond
        lane.running = running
        if (pause > 0) lane.pausedUntil = Math.max(lane.pausedUntil, now + pause)
      }
      yield* Deferred.succeed(isLoaded, undefined)
    })
    yield* Effect.forkScoped(Effect.repeat(Effect.ignore(refresh), Schedule.spaced(options.refreshInterval ?? 500)))

    /** Takes requests of the shared rate for all that wait, and lets each go at its time. */
    const take = (platform: string, lane: Lane): Effect.Effect<void> =>
      Effect.gen(function* () {
        while (lane.waiting.length > 0 && lane.perSecond !== null) {
          const count = Math.min(lane.waiting.length, Math.max(1, Math.floor((lane.perSecond * ahead) / 1000)))
          const granted = yield* Effect.retry(queue.take(tenant, platform, count), Schedule.spaced(200))
          if (granted === undefined) break
          const { gap, wait } = granted
          for (const [index, go] of lane.waiting.splice(0, count).entries()) go(Math.max(0, wait + index * gap))
          const end = wait + count * gap
          if (end > ahead / 2) yield* Effect.sleep(end - ahead / 2)
        }
        for (const go of lane.waiting.splice(0)) go(0)
        lane.isTaking = false
      }).pipe(Effect.orDie)

    const turn = (platform: string, lane: Lane): Effect.Effect<number> =>
      Effect.zipRight(
        Effect.suspend(() => {
          if (lane.isTaking) return Effect.void
          lane.isTaking = true
          return Effect.asVoid(Effect.forkIn(Effect.yieldNow().pipe(Effect.zipRight(take(platform, lane))), scope))
        }),
        Effect.async<number>((resume) => {
          const go = (delay: number): void => resume(Effect.succeed(delay))
          lane.waiting.push(go)
          return Effect.sync(() => {
            const index = lane.waiting.indexOf(go)
            if (index >= 0) lane.waiting.splice(index, 1)
          })
        })
      )

    const unpaused = (lane: Lane): Effect.Effect<void> =>
      Effect.flatMap(Clock.currentTimeMillis, (now) =>
        now < lane.pausedUntil ? Effect.zipRight(Effect.sleep(lane.pausedUntil - now), unpaused(lane)) : Effect.void
      )

    return {
      tenant,
      acquire: (platform) =>
        Effect.gen(function* () {
          yield* Deferred.await(isLoaded)
          const lane = laneOf(platform)
          if (lane.perSecond !== null) {
            const delay = yield* turn(platform, lane)
            if (delay > 0) yield* Effect.sleep(delay)
          }
          yield* unpaused(lane)
        }),
      observe: (platform, status, headers) =>
        Effect.flatMap(Clock.currentTimeMillis, (now) => {
          const asked = Math.min(pauseOf(status, headers, now) ?? 0, longestPause)
          const lane = laneOf(platform)
          // Answers to requests that were under way together ask for the same pause.
          if (asked <= 0 || now + asked <= lane.pausedUntil + 50) return Effect.void
          lane.pausedUntil = now + asked
          return Effect.asVoid(Effect.forkIn(Effect.ignore(queue.pause(tenant, platform, asked)), scope))
        }),
      isLimited: (platform) => Effect.map(Deferred.await(isLoaded), () => laneOf(platform).running !== null)
    }
  })

/**
 * @since 0.1.0
 * @category layers
 */
export const layer = (options?: Options): Layer.Layer<RateLimiter, never, Queue.Queue> =>
  Layer.scoped(RateLimiter, make(options))

/**
 * An `HttpClient` whose requests keep to the limits of a platform. Give it to the client of that platform alone.
 *
 * @since 0.1.0
 * @category layers
 */
export const httpClient = (
  platform: string
): Layer.Layer<HttpClient.HttpClient, never, HttpClient.HttpClient | RateLimiter> =>
  Layer.effect(
    HttpClient.HttpClient,
    Effect.gen(function* () {
      const limiter = yield* RateLimiter
      const client = yield* HttpClient.HttpClient
      return HttpClient.transform(client, (answer) =>
        Effect.zipRight(
          limiter.acquire(platform),
          Effect.tap(answer, ({ headers, status }) => limiter.observe(platform, status, headers))
        )
      )
    })
  )
