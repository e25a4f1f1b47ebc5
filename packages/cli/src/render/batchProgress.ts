/**
 * How far a batch has come, on stderr: on a terminal one line that moves, elsewhere a line every few seconds.
 *
 * @since 0.1.0
 */
import type { Io } from "../Io.js"
import { isLively } from "../Io.js"
import * as Progress from "./progress.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Tally {
  readonly total: number
  /** Items with a result, those of earlier runs of the command included. */
  readonly done: number
  readonly failed: number
  /** Items that got their result in this run. */
  readonly fresh: number
  /** Milliseconds this run has taken. */
  readonly elapsed: number
}

const spell = (seconds: number): string => {
  const whole = Math.ceil(seconds)
  if (whole < 60) return `${whole}s`
  const minutes = Math.floor(whole / 60)
  return minutes < 60
    ? `${minutes}m${String(whole % 60).padStart(2, "0")}s`
    : `${Math.floor(minutes / 60)}h${String(minutes % 60).padStart(2, "0")}m`
}

const barWidth = 20

/**
 * `[######..............] 600/2000 30% 48/s, 29s left, 3 failed`. The bar is for terminals.
 *
 * @since 0.1.0
 * @category formatting
 */
export const text = ({ done, elapsed, failed, fresh, total }: Tally, bar: boolean): string => {
  const part = total === 0 ? 1 : done / total
  const rate = elapsed > 0 ? fresh / (elapsed / 1000) : 0
  const filled = Math.floor(part * barWidth)
  const speed = rate >= 10 ? rate.toFixed(0) : rate.toFixed(1)
  return [
    `${bar ? `[${"#".repeat(filled)}${".".repeat(barWidth - filled)}] ` : ""}${done}/${total} ${Math.floor(part * 100)}% ${speed}/s`,
    ...(rate > 0 && done < total ? [`${spell((total - done) / rate)} left`] : []),
    ...(failed > 0 ? [`${failed} failed`] : [])
  ].join(", ")
}

const interval = 5000

/**
 * Starts to tell; the returned function ends it. Silent with `quiet`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const start = (io: Io, quiet: boolean, tally: () => Tally): (() => Promise<void>) => {
  if (quiet) return () => Promise.resolve()
  const lively = isLively(io)
  const progress = Progress.make(io)
  progress.status(text(tally(), true))
  const timer = setInterval(
    () => {
      if (lively) progress.status(text(tally(), true))
      else progress.line(text(tally(), false)).catch(() => undefined)
    },
    lively ? 100 : interval
  )
  return async () => {
    clearInterval(timer)
    await progress.stop()
  }
}
