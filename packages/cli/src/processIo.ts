/**
 * The {@link Io} of a real process.
 *
 * @since 0.1.0
 */
import type { ReadStream, WriteStream } from "node:tty"
import { BrokenPipe, fileReason, Interrupted, LocalError } from "./CliError.js"
import { type Input, type Io, type Output, wantsColour } from "./Io.js"

const gone = new Set(["EPIPE", "ERR_STREAM_DESTROYED", "ECONNRESET"])

const isGone = (error: Error): boolean => "code" in error && gone.has(String(error.code))

const outputOf = (stream: WriteStream, env: Io["env"]): Output => {
  // Without a listener a closed pipe would end the process with a stack trace.
  stream.on("error", () => undefined)
  return {
    isTTY: stream.isTTY === true,
    get columns() {
      const given = Number(env["COLUMNS"])
      // A terminal that was never told its size says 0.
      if (stream.columns > 0) return stream.columns
      return Number.isInteger(given) && given > 0 ? given : 80
    },
    get rows() {
      return stream.rows > 0 ? stream.rows : undefined
    },
    colour: wantsColour(stream.isTTY === true, env),
    write: (chunk) =>
      new Promise((resolve, reject) => {
        stream.write(chunk, (error) => {
          if (error === null || error === undefined) return resolve()
          if (stream === process.stderr) return resolve()
          reject(isGone(error) ? new BrokenPipe() : new LocalError(`cannot write to stdout: ${fileReason(error)}`))
        })
      })
  }
}

/** Reads a line in raw mode: nothing is echoed, Ctrl-C and Ctrl-D end it, backspace and Ctrl-U edit it. */
const askSecret = (stdin: ReadStream, prompt: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let typed = ""
    const finish = (end: () => void): void => {
      stdin.off("data", onData)
      stdin.setRawMode(false)
      stdin.pause()
      process.stderr.write("\n")
      end()
    }
    const onData = (chunk: string): void => {
      for (const key of chunk) {
        if (key === "\r" || key === "\n") return finish(() => resolve(typed))
        if (key === "\u0003") return finish(() => reject(new Interrupted("SIGINT")))
        if (key === "\u0004") return finish(() => resolve(typed))
        if (key === "\u007f" || key === "\b") typed = [...typed].slice(0, -1).join("")
        else if (key === "\u0015") typed = ""
        else if (key >= " ") typed += key
      }
    }
    stdin.setRawMode(true)
    stdin.setEncoding("utf8")
    stdin.on("data", onData)
    stdin.resume()
    // Only now: what is typed before raw mode is shown by the terminal itself.
    process.stderr.write(prompt)
  })

/** Reads lines by `node:readline`, which is there only while it is asked: in between, Ctrl-C is a signal like any other. */
const lineReader = (): Input["askLine"] => {
  let history: Array<string> = []
  // What was pasted holds more lines than one.
  const waiting: Array<string> = []
  return async (prompt) => {
    const next = waiting.shift()
    if (next !== undefined) return next
    const { createInterface } = await import("node:readline")
    return new Promise((resolve, reject) => {
      const reader = createInterface({
        input: process.stdin,
        output: process.stderr,
        prompt,
        history,
        terminal: process.stderr.isTTY === true && process.env["TERM"] !== "dumb"
      })
      let end: (() => void) | undefined
      reader.on("history", (lines) => {
        history = lines
      })
      reader.on("line", (line) => {
        waiting.push(line)
        if (end !== undefined) return
        end = () => resolve(waiting.shift())
        // The other lines of a paste come in this turn.
        setImmediate(() => reader.close())
      })
      reader.on("SIGINT", () => {
        end ??= () => reject(new Interrupted("SIGINT"))
        reader.close()
      })
      reader.on("close", () => {
        process.stdin.pause()
        if (end === undefined) resolve(undefined)
        else end()
      })
      reader.prompt()
    })
  }
}

const inputOf = (): Input => ({
  // `process.stdin` opens the descriptor, which a command that reads nothing must not do.
  get isTTY() {
    return process.stdin.isTTY === true
  },
  read: () => process.stdin,
  askSecret: (prompt) => askSecret(process.stdin, prompt),
  askLine: lineReader()
})

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (version: string): Io => ({
  stdout: outputOf(process.stdout, process.env),
  stderr: outputOf(process.stderr, process.env),
  stdin: inputOf(),
  env: process.env,
  cwd: process.cwd(),
  version,
  now: Date.now,
  onSignal: (signal, listener) => {
    process.on(signal, listener)
    return () => process.off(signal, listener)
  },
  self: [process.execPath, process.argv[1] ?? ""]
})
