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

const inputOf = (): Input => ({
  // `process.stdin` opens the descriptor, which a command that reads nothing must not do.
  get isTTY() {
    return process.stdin.isTTY === true
  },
  read: () => process.stdin,
  askSecret: (prompt) => askSecret(process.stdin, prompt)
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
