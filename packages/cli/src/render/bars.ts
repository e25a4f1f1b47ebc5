/**
 * How far transfers have come: on a terminal a bar for each, with rate and time left; elsewhere nothing.
 *
 * @since 0.1.0
 */
import { type Io, isLively } from "../Io.js"
import * as Bytes from "./bytes.js"
import { paint } from "./colour.js"
import { harmless, pad, truncate } from "./width.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Step {
  /** e.g. `upload`. */
  readonly phase: string
  /** Bytes so far. */
  readonly done: number
  /** Bytes in all. */
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Bars {
  readonly step: (name: string, step: Step) => void
  /** Takes a bar away. */
  readonly end: (name: string) => void
  /** Writes a line above the bars. */
  readonly line: (text: string) => Promise<void>
  /** Takes the bars away while something else is written to the terminal. */
  readonly above: (write: () => Promise<void>) => Promise<void>
  /** Takes all bars away. */
  readonly stop: () => Promise<void>
}

interface Sample {
  readonly at: number
  readonly done: number
}

interface Bar extends Step {
  /** The last few seconds. */
  readonly samples: ReadonlyArray<Sample>
}

const span = 4000
const every = 100
const most = 8
const cells = 20

const hideCursor = "\u001b[?25l"
const showCursor = "\u001b[?25h"
const eraseBelow = "\u001b[J"

/** To the first column of the first of so many lines, all of which are erased. */
const back = (lines: number): string => `\r${lines > 0 ? `\u001b[${lines}A` : ""}${eraseBelow}`

const next = (before: Bar | undefined, step: Step, at: number): Bar => {
  const sample = { at, done: step.done }
  if (before === undefined || before.phase !== step.phase || step.done < before.done)
    return { ...step, samples: [sample] }
  const recent = before.samples.filter((each, index) => at - each.at <= span || index === before.samples.length - 1)
  return { ...step, samples: [...recent, sample] }
}

/** Bytes in a millisecond over the last seconds; 0 while that is not known. */
const speed = ({ samples }: Bar, now: number): number => {
  const [first] = samples
  const last = samples.at(-1)
  if (first === undefined || last === undefined) return 0
  const elapsed = now - first.at
  return elapsed < every ? 0 : (last.done - first.done) / elapsed
}

/**
 * A bar as a line.
 *
 * @since 0.1.0
 * @category formatting
 */
export const text = (name: string, bar: Step, bytesPerMillisecond: number, columns: number): string => {
  const share = bar.total > 0 ? Math.min(1, bar.done / bar.total) : 0
  const filled = Math.floor(share * cells)
  const left = bytesPerMillisecond > 0 ? Bytes.time((bar.total - bar.done) / bytesPerMillisecond) : "--"
  const figures = [
    `${"█".repeat(filled)}${"░".repeat(cells - filled)}`,
    `${String(Math.floor(share * 100)).padStart(3)}%`,
    `${Bytes.size(bar.done)}/${Bytes.size(bar.total)}`,
    ...(bytesPerMillisecond > 0 ? [Bytes.rate(bytesPerMillisecond, 1)] : []),
    `ETA ${left}`
  ].join("  ")
  const room = Math.max(8, Math.min(32, columns - figures.length - 12))
  const label = `${pad(bar.phase, 8)} ${pad(truncate(harmless(name), room), Math.min(room, 24))}`
  return truncate(`${label}  ${figures}`, Math.max(20, columns - 1))
}

const silent = (io: Io): Bars => ({
  step: () => undefined,
  end: () => undefined,
  line: (text) => io.stderr.write(`${harmless(text)}\n`),
  above: (write) => write(),
  stop: () => Promise.resolve()
})

const lively = (io: Io): Bars => {
  const { dim } = paint(io.stderr.colour)
  const bars = new Map<string, Bar>()
  let drawn = 0
  let hidden = false
  const draw = (): void => {
    const now = io.now()
    const shown = [...bars].slice(0, most)
    const lines = shown.map(([name, bar]) => text(name, bar, speed(bar, now), io.stderr.columns))
    if (bars.size > most) lines.push(dim(`and ${bars.size - most} more`))
    if (lines.length === 0 && drawn === 0) return
    const start = hidden ? "" : hideCursor
    hidden = true
    const written = `${start}${back(drawn)}${lines.map((line) => `${line}\n`).join("")}`
    drawn = lines.length
    io.stderr.write(written).catch(() => undefined)
  }
  // What is written above comes one after the other, and no bars are drawn meanwhile.
  let last: Promise<void> = Promise.resolve()
  let writing = 0
  const above = (write: () => Promise<void>): Promise<void> => {
    writing += 1
    const turn = last.then(async () => {
      const before = drawn > 0 ? back(drawn) : ""
      drawn = 0
      try {
        if (before !== "") await io.stderr.write(before)
        await write()
      } finally {
        writing -= 1
        if (writing === 0 && bars.size > 0) draw()
      }
    })
    last = turn.catch(() => undefined)
    return turn
  }
  const timer = setInterval(() => {
    if (writing === 0) draw()
  }, every)
  return {
    step: (name, step) => {
      bars.set(name, next(bars.get(name), step, io.now()))
    },
    end: (name) => {
      bars.delete(name)
    },
    line: (text) => above(() => io.stderr.write(`${harmless(text)}\n`)),
    above,
    stop: async () => {
      clearInterval(timer)
      bars.clear()
      const end = `${drawn > 0 ? back(drawn) : ""}${hidden ? showCursor : ""}`
      drawn = 0
      hidden = false
      if (end !== "") await io.stderr.write(end)
    }
  }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (io: Io, shown: boolean): Bars => (shown && isLively(io) ? lively(io) : silent(io))
