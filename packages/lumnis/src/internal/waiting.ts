import type { ValidationError } from "@trilum/core/ApiError"
import * as Polling from "@trilum/core/Polling"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import { WaitTimeoutError } from "../ResourceError.js"
import type { PollOptions } from "../Waiting.js"
import { type Refused, refuse } from "./check.js"
import { millis } from "./options.js"

/** What is waited for, and how its states are told apart. */
export interface Wait<A, E> {
  /** The operation that looks. */
  readonly operation: Refused
  readonly options: PollOptions | undefined
  readonly interval: Duration.DurationInput
  /** Default limit; `undefined`: none. */
  readonly deadline?: Duration.DurationInput | undefined
  readonly look: Effect.Effect<A, E>
  readonly isTerminal: (state: A) => boolean
  readonly statusOf: (state: A) => string
  /** For people: `file 42`. */
  readonly subject: string
  /** What to do once the deadline has passed. */
  readonly advice: string
}

/** The terminal state. */
export const until = <A, E>(wait: Wait<A, E>): Effect.Effect<A, E | ValidationError | WaitTimeoutError> =>
  Effect.suspend((): Effect.Effect<A, E | ValidationError | WaitTimeoutError> => {
    const { operation, options } = wait
    const interval = millis(options?.pollInterval ?? wait.interval)
    const deadline = millis(options?.deadline ?? wait.deadline ?? Duration.infinity)
    const wrong = (name: string): ValidationError =>
      refuse(operation, `${name} is not a duration; write it like "10 seconds", or in milliseconds`)
    if (interval === undefined || interval === Infinity) return Effect.fail(wrong("pollInterval"))
    if (deadline === undefined) return Effect.fail(wrong("deadline"))
    let last: A | undefined
    const poll = Effect.tap(wait.look, (state) => {
      last = state
    })
    const polled = Polling.untilTerminal({ poll, isTerminal: wait.isTerminal, interval })
    return deadline === Infinity
      ? polled
      : Effect.timeoutFail(polled, {
          duration: deadline,
          onTimeout: () =>
            new WaitTimeoutError({
              operation: operation.id,
              subject: wait.subject,
              lastStatus: last === undefined ? undefined : wait.statusOf(last),
              deadline,
              advice: wait.advice
            })
        })
  })
