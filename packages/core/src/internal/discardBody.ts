/**
 * Drops a response body that nobody wants, so that its socket can serve the next request.
 */
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** Bytes; reading more than this costs more than a new connection. */
export const defaultLimit: number = 128 * 1024

/** Milliseconds; waiting longer than this costs more than a new connection. */
export const defaultWait = 1_000

/** In real time, so that a finalizer cannot hang where a test has stopped the Clock. */
const afterRealTime = (wait: number): Effect.Effect<void> =>
  Effect.async<void>((resume) => {
    const timer = setTimeout(() => resume(Effect.void), wait)
    return Effect.sync(() => clearTimeout(timer))
  })

/** Statuses whose responses have no body, whatever their headers say. */
export const isBodiless = (status: number): boolean => status === 204 || status === 304

/** Statuses with which a web `Response` accepts no body. */
export const isNullBody = (status: number): boolean => isBodiless(status) || status === 205

/**
 * The head says that there is no body. The stream of an empty body never ends over `NodeHttpClient.layerUndici`, so it is
 * not run.
 */
export const isEmpty = ({ headers, status }: HttpClientResponse.HttpClientResponse): boolean =>
  isBodiless(status) || headers["content-length"] === "0"

/** The body is longer than `limit`, or has no end. */
const isTooLong = ({ headers }: HttpClientResponse.HttpClientResponse, limit: number): boolean =>
  Number(headers["content-length"] ?? 0) > limit || headers["content-type"]?.startsWith("text/event-stream") === true

/**
 * Drops the body of a response of any `HttpClient`: reads up to `limit` bytes, for up to `wait` milliseconds, so that
 * the socket goes back to the pool; cancels what is longer, slower or an event stream. Does nothing when the body has
 * been read. Never fails, and is short enough to be a finalizer. Interruption cancels the body.
 */
export const discardBody = (
  response: HttpClientResponse.HttpClientResponse,
  limit: number = defaultLimit,
  wait: number = defaultWait
): Effect.Effect<void> =>
  Effect.suspend(() => {
    if (isEmpty(response)) return Effect.ignore(response.text)
    let left = limit
    const read = Stream.runForEachWhile(response.stream, (chunk) => {
      left -= chunk.byteLength
      return Effect.succeed(left >= 0)
    })
    // A stream that loses the race has begun, so that its interruption cancels the body.
    const enough = isTooLong(response, limit) ? Effect.yieldNow() : afterRealTime(wait)
    return Effect.interruptible(Effect.raceFirst(Effect.ignore(read), enough))
  }).pipe(Effect.catchAllDefect(() => Effect.void))
