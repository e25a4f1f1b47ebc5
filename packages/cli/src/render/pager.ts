/**
 * Long tables on a terminal go through the pager of the user.
 *
 * @since 0.1.0
 */
import { spawn } from "node:child_process"
import type { Invocation } from "../Command.js"
import { width } from "./width.js"

/** Lines that a text takes on a terminal of this width. */
const height = (text: string, columns: number): number =>
  text
    .trimEnd()
    .split("\n")
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours take no room
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(width(line.replaceAll(/\u001b\[\d+m/g, "")) / columns)), 0)

/** `PAGER`, or `less` without one. `undefined` for none: an empty `PAGER`, or `cat`. */
const pagerOf = (env: Invocation["io"]["env"]): string | undefined => {
  const pager = env["PAGER"] ?? "less"
  return pager.trim() === "" || pager.trim() === "cat" ? undefined : pager
}

/** Runs the pager; resolves with whether it could be started. */
const run = (pager: string, text: string, { io }: Invocation): Promise<boolean> =>
  new Promise((resolve) => {
    const [, ...rest] = pager.trim().split(/\s+/)
    const [command, ...words] =
      process.platform === "win32" ? [pager.trim().split(/\s+/)[0] ?? "", ...rest] : ["sh", "-c", `exec ${pager}`]
    const child = spawn(command ?? "sh", words, {
      // As git does: short texts end at once, colours are shown, the screen is kept.
      env: { LESS: "FRX", LV: "-c", ...io.env },
      stdio: ["pipe", "inherit", "inherit"]
    })
    let failed = false
    child.once("error", () => {
      failed = true
      resolve(false)
    })
    // A pager that is left early has read enough.
    child.stdin.on("error", () => undefined)
    child.once("close", (code) => {
      // The shell did not find it.
      if (!failed) resolve(code !== 127 && code !== 126)
    })
    child.stdin.end(text)
  })

/**
 * Writes a text to stdout: through the pager where stdout is a terminal with fewer lines. `--no-pager`, an empty `PAGER` and
 * `PAGER=cat` turn it off; without `PAGER` it is `less`, where there is one.
 *
 * @since 0.1.0
 * @category constructors
 */
export const show = async (invocation: Invocation, text: string): Promise<void> => {
  const { io, values } = invocation
  const { rows } = io.stdout
  const pager = io.stdout.isTTY && io.env["TERM"] !== "dumb" ? pagerOf(io.env) : undefined
  const long = rows !== undefined && height(text, io.stdout.columns) > rows
  if (long && pager !== undefined && values.flag("no-pager") !== true && (await run(pager, text, invocation))) return
  await io.stdout.write(text)
}
