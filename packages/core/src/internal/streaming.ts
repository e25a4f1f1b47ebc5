/**
 * Response bodies as streams of bytes or events, with their idle limit and the errors of a stream that breaks.
 */
import type * as HttpClientResponse from "@effect/platform/HttpClientResponse"
import * as Duration from "effect/Duration"
import * as Stream from "effect/Stream"
import * as Errors from "../ApiError.js"
import type * as Redaction from "../Redaction.js"
import * as Sse from "../Sse.js"
import { isEmpty } from "./discardBody.js"
import * as Failure from "./failure.js"
import { limitIdle } from "./sse.js"

/** A response whose body is not read yet, and the error of a body that breaks. */
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

/** The body as it arrives. */
export const bytes = (
  open: Opened,
  idleLimit: Duration.DurationInput
): Stream.Stream<Uint8Array, Errors.StreamError> => {
  const millis = Duration.toMillis(idleLimit)
  const body = bodyOf(open)
  return millis > 0 && Number.isFinite(millis) ? limitIdle(body, millis, () => open.broken("idle")) : body
}

/** The body as server-sent events. */
export const events = (
  open: Opened,
  idleLimit: Duration.DurationInput,
  options: Sse.EventOptions | undefined
): Stream.Stream<Sse.SseEvent, Errors.StreamError> =>
  bodyOf(open).pipe(
    Sse.decode({
      idleTimeout: idleLimit,
      terminal: options?.terminal,
      incomplete: options?.incomplete,
      onIdle: () => open.broken("idle"),
      onCut: () => open.broken("cut")
    })
  )

/** A missing body is an empty stream. */
const bodyOf = ({ broken, response }: Opened): Stream.Stream<Uint8Array, Errors.StreamError> =>
  isEmpty(response)
    ? Stream.empty
    : Stream.catchAll(response.stream, (failure) =>
        failure.reason === "EmptyBody"
          ? Stream.empty
          : Stream.fail(broken(Failure.isIdle(failure) ? "idle" : "cut", failure.cause))
      )
