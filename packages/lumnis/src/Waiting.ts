/**
 * How helpers wait for what the platform does in the background.
 *
 * @since 0.1.0
 */
import type * as Duration from "effect/Duration"

/**
 * Durations without a unit are milliseconds.
 *
 * @since 0.1.0
 * @category models
 */
export interface PollOptions {
  /** Shortest time between the starts of two looks. Each helper says its default. */
  readonly pollInterval?: Duration.DurationInput | undefined
  /** Limit of the whole wait. What is waited for goes on when it passes. */
  readonly deadline?: Duration.DurationInput | undefined
}
