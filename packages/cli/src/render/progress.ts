/**
 * What a run does, on stderr: plain lines, and on a terminal a line below them that moves while nothing else does.
 *
 * @since 0.1.0
 */
import { type Io, isLively } from "../Io.js"
import { paint } from "./colour.js"
import { harmless, truncate } from "./width.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Progress {
  /** Writes a line, or several. */
  readonly line: (text: string) => Promise<void>
  /** Takes the moving line away while something else is written to the terminal. */
  readonly above: (write: () => Promise<void>) => Promise<void>
  /** What the moving line says. */
  readonly status: (text: string) => void
  /** Takes the moving line away. */
  readonly stop: () => Promise<void>
}

const frames = ["⠋", "⠙", "⠹", "⠸", "⠼", "⠴", "⠦", "⠧", "⠇", "⠏"]
const clear = "\r\u001b[2K"
const hideCursor = "\u001b[?25l"
const showCursor = "\u001b[?25h"

const elapsed = (milliseconds: number): string => {
  const seconds = Math.floor(milliseconds / 1000)
  return seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${String(seconds % 60).padStart(2, "0")}s`
}

const plain = (io: Io): Progress => ({
  line: (text) => io.stderr.write(`${harmless(text)}\n`),
  above: (write) => write(),
  status: () => undefined,
  stop: () => Promise.resolve()
})

const lively = (io: Io): Progress => {
  const { dim } = paint(io.stderr.colour)
  const started = io.now()
  let message = "starting"
  let frame = 0
  let drawn = false
  let writing = 0
  const draw = (): void => {
    if (writing > 0) return
    const text = `${frames[frame++ % frames.length]} ${message} (${elapsed(io.now() - started)})`
    const start = drawn ? clear : `${hideCursor}${clear}`
    drawn = true
    io.stderr.write(`${start}${dim(truncate(text, io.stderr.columns - 1))}`).catch(() => undefined)
  }
  const timer = setInterval(draw, 100)
  return {
    line: (text) => io.stderr.write(`${drawn ? clear : ""}${harmless(text)}\n`),
    above: async (write) => {
      writing += 1
      try {
        if (drawn) await io.stderr.write(clear)
        await write()
      } finally {
        writing -= 1
      }
    },
    status: (text) => {
      message = harmless(text).replaceAll(/\s+/g, " ")
    },
    stop: async () => {
      clearInterval(timer)
      if (drawn) await io.stderr.write(`${clear}${showCursor}`)
      drawn = false
    }
  }
}

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (io: Io): Progress => (isLively(io) ? lively(io) : plain(io))
