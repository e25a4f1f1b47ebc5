/**
 * Everything the command knows of the world outside: streams, environment, clock, signals. Injected, so that a test runs
 * `main` in process.
 *
 * @since 0.1.0
 */
import type { Signal } from "./CliError.js"

/**
 * A stream to write to.
 *
 * @since 0.1.0
 * @category models
 */
export interface Output {
  readonly isTTY: boolean
  /** Width in columns; 80 where it is not known. */
  readonly columns: number
  /** Height in lines, where it is known. */
  readonly rows?: number | undefined
  readonly colour: boolean
  /** Resolves when the text is taken, so a slow reader slows the writer. Rejects with `BrokenPipe` or `LocalError`. */
  readonly write: (chunk: string | Uint8Array) => Promise<void>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Input {
  readonly isTTY: boolean
  /** The bytes of stdin, once. */
  readonly read: () => AsyncIterable<Uint8Array>
  /** Asks on the terminal without showing what is typed. Rejects with `Interrupted` on Ctrl-C. */
  readonly askSecret: (prompt: string) => Promise<string>
  /**
   * Asks on the terminal for a line, which can be edited; the arrow keys bring back earlier ones. `undefined` at the end of
   * input (Ctrl-D). Rejects with `Interrupted` on Ctrl-C.
   */
  readonly askLine: (prompt: string) => Promise<string | undefined>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: Input
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly version: string
  /** Milliseconds since the epoch. */
  readonly now: () => number
  /** Calls back on a signal until the returned function is called. */
  readonly onSignal: (signal: Signal, listener: () => void) => () => void
  /** What starts this program anew: the executable, then its first arguments. */
  readonly self: readonly [string, ...ReadonlyArray<string>]
}

/**
 * Whether to write colours: `FORCE_COLOR` (but `0`), then `NO_COLOR`, then `TERM=dumb`, then whether it is a terminal.
 *
 * @since 0.1.0
 * @category predicates
 */
export const wantsColour = (isTTY: boolean, env: Io["env"]): boolean => {
  const forced = env["FORCE_COLOR"]
  if (forced !== undefined && forced !== "") return forced !== "0" && forced !== "false"
  if (env["NO_COLOR"] !== undefined && env["NO_COLOR"] !== "") return false
  return isTTY && env["TERM"] !== "dumb"
}

/**
 * Whether lines on stderr may be drawn over: a terminal that can, with a person before it.
 *
 * @since 0.1.0
 * @category predicates
 */
export const isLively = (io: Io): boolean =>
  io.stderr.isTTY && io.env["TERM"] !== "dumb" && (io.env["CI"] === undefined || io.env["CI"] === "")

/**
 * All of stdin as text.
 *
 * @since 0.1.0
 * @category accessors
 */
export const readText = async (input: Input): Promise<string> => {
  const decoder = new TextDecoder()
  let text = ""
  for await (const chunk of input.read()) text += decoder.decode(chunk, { stream: true })
  return text + decoder.decode()
}
