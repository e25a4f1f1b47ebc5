/**
 * Gets rid of a response body nobody wants, so that its socket can serve the next request.
 */
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"

/** A response with this method knows best how to drop its own body. */
export const DiscardBody: unique symbol = Symbol.for("@trilum/core/internal/DiscardBody")

export interface Discardable {
  /** Reads and drops up to `limit` bytes for up to `wait` milliseconds; beyond either the socket is destroyed. */
  readonly [DiscardBody]: (limit: number, wait: number) => Effect.Effect<void>
}

const isDiscardable = (
  response: HttpClientResponse.HttpClientResponse
): response is HttpClientResponse.HttpClientResponse & Discardable => DiscardBody in response

/** Bytes; reading more than this costs more than a new connection. */
export const defaultLimit: number = 128 * 1024

/** Milliseconds; waiting longer than this costs more than a new connection. */
export const defaultWait = 1_000

/**
 * Runs `f` after `wait` milliseconds of real time, so that a finalizer cannot hang where a test has stopped the Clock.
 * Gives the way to call it off.
 */
export const afterRealTime = (wait: number, f: () => void): (() => void) => {
  const timer = setTimeout(f, wait)
  return () => clearTimeout(timer)
}

/** A body without an end: reading it towards one is pointless. */
export const isEndless = (contentType: string | undefined): boolean =>
  contentType?.startsWith("text/event-stream") === true

/**
 * Drops the body of a response of any `HttpClient`: reads up to `limit` bytes, for up to `wait` milliseconds, so that
 * the socket goes back to the pool; cancels what is longer, slower or an event stream. Does nothing when the body has
 * been read. Never fails, and is short enough to be a finalizer. Interruption cancels the body.
 */
export const discardBody = (
  response: HttpClientResponse.HttpClientResponse,
  limit: number = defaultLimit,
  wait: number = defaultWait
): Effect.Effect<void> => {
  if (isDiscardable(response)) return response[DiscardBody](limit, wait)
  const timeout = Effect.async<void>((resume) => {
    const cancel = afterRealTime(wait, () => resume(Effect.void))
    return Effect.sync(cancel)
  })
  return Effect.suspend(() => {
    let left = isEndless(response.headers["content-type"]) ? -1 : limit
    const read = Stream.runForEachWhile(response.stream, (chunk) => {
      left -= chunk.byteLength
      return Effect.succeed(left >= 0)
    })
    return Effect.interruptible(Effect.raceFirst(Effect.ignore(read), timeout))
  }).pipe(Effect.catchAllDefect(() => Effect.void))
}
