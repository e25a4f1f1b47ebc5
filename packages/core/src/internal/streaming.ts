import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import * as Errors from "../ApiError.js"
import type * as Redaction from "../Redaction.js"
import * as Failure from "./failure.js"
import * as Idle from "./sseIdle.js"

/** An answer whose body is still to come, and how its end is told. */
export interface Opened {
  readonly response: HttpClientResponse.HttpClientResponse
  readonly broken: (reason: "cut" | "idle", cause?: unknown) => Errors.StreamError
}

export const breaking =
  (facts: () => Failure.AttemptFacts, redactor: () => Redaction.Redactor): Opened["broken"] =>
  (reason, cause) => {
    const known = facts()
    return new Errors.StreamError({
      ...known,
      reason,
      cause: cause === undefined ? undefined : redactor().error(cause),
      message: `${known.method} ${known.path}: the stream ${reason === "cut" ? "was cut before its end" : "fell silent"}`
    })
  }

/** The body; one that is missing altogether is an empty one. */
export const bytesOf = ({ broken, response }: Opened): Stream.Stream<Uint8Array, Errors.StreamError> =>
  Stream.catchAll(response.stream, (failure) =>
    failure.reason === "EmptyBody"
      ? Stream.empty
      : Stream.fail(broken(Failure.isIdle(failure) ? "idle" : "cut", failure.cause))
  )

/** Fails when the wait for a chunk takes longer than `limit`; zero and infinity are no limit. */
export const limitIdle = <A, E, E2>(
  stream: Stream.Stream<A, E>,
  limit: Duration.DurationInput,
  onIdle: () => E2
): Stream.Stream<A, E | E2> => {
  const millis = Duration.toMillis(limit)
  return millis > 0 && Number.isFinite(millis)
    ? Stream.fromPull(Effect.flatMap(Stream.toPull(stream), (pull) => Idle.limit(pull, millis, onIdle)))
    : stream
}
