/**
 * The clock of the emulator: real, or manual for tests.
 *
 * @since 0.1.0
 */

/**
 * @since 0.1.0
 * @category models
 */
export interface Clock {
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Resolves after `ms` of this clock, or at once when `signal` aborts. Never rejects. */
  readonly sleep: (ms: number, signal?: AbortSignal) => Promise<void>
}

/**
 * A clock that changes only when it is advanced.
 *
 * @since 0.1.0
 * @category models
 */
export interface ManualClock extends Clock {
  /**
   * Advances the time and wakes sleepers in order of their due time. Each sleeper runs until it sleeps or ends before
   * the next one wakes.
   */
  readonly advance: (ms: number) => Promise<void>
  /** Number of sleepers. A test polls it to detect that a long poll has arrived. */
  readonly waiting: () => number
}

const longestTimer = 2 ** 31 - 1

/**
 * Wall-clock time.
 *
 * @since 0.1.0
 * @category constructors
 */
export const real: Clock = {
  now: Date.now,
  sleep: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true || ms <= 0) return resolve()
      const done = (): void => {
        clearTimeout(timer)
        signal?.removeEventListener("abort", done)
        resolve()
      }
      const timer = setTimeout(done, Math.min(ms, longestTimer))
      signal?.addEventListener("abort", done)
    })
}

interface Sleeper {
  readonly due: number
  readonly wake: () => void
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/**
 * A clock that starts at `start` (milliseconds since the epoch).
 *
 * @since 0.1.0
 * @category constructors
 */
export const manual = (start: number): ManualClock => {
  let time = start
  const sleepers = new Set<Sleeper>()
  const next = (until: number): Sleeper | undefined => {
    let first: Sleeper | undefined
    for (const sleeper of sleepers) {
      if (sleeper.due <= until && (first === undefined || sleeper.due < first.due)) first = sleeper
    }
    return first
  }
  return {
    now: () => time,
    waiting: () => sleepers.size,
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted === true || ms <= 0) return resolve()
        const wake = (): void => {
          sleepers.delete(sleeper)
          signal?.removeEventListener("abort", wake)
          resolve()
        }
        const sleeper: Sleeper = { due: time + ms, wake }
        sleepers.add(sleeper)
        signal?.addEventListener("abort", wake)
      }),
    advance: async (ms) => {
      const target = time + ms
      for (let sleeper = next(target); sleeper !== undefined; sleeper = next(target)) {
        time = Math.max(time, sleeper.due)
        sleeper.wake()
        await turn()
      }
      time = Math.max(time, target)
    }
  }
}
