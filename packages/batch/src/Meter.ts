/**
 * How fast batches go: results a second over the last half minute, and the time that is left at this rate.
 *
 * @since 0.1.0
 */
import type { Status } from "./Batch.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Reading {
  /** Results a second. */
  readonly perSecond: number
  /** Milliseconds until the last result; `undefined` while nothing moves. */
  readonly remaining: number | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Meter {
  /** Takes a status that was read at a time, in milliseconds. */
  readonly read: (status: Status, now: number) => Reading
}

const window = 30_000

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (): Meter => {
  const samples = new Map<string, Array<readonly [at: number, done: number]>>()
  return {
    read: ({ counts, id, isOver }, now) => {
      const done = counts.succeeded + counts.failed + counts.cancelled
      const known = (samples.get(id) ?? []).filter(([at]) => now - at <= window)
      known.push([now, done])
      if (isOver) samples.delete(id)
      else samples.set(id, known)
      const [first] = known
      const elapsed = first === undefined ? 0 : now - first[0]
      const perSecond = first === undefined || elapsed <= 0 ? 0 : Math.max(0, ((done - first[1]) * 1000) / elapsed)
      const left = counts.waiting + counts.running
      return { perSecond, remaining: isOver ? 0 : perSecond > 0 ? (left * 1000) / perSecond : undefined }
    }
  }
}
