/**
 * Confirmation of commands that destroy something, and of files that are replaced.
 *
 * @since 0.1.0
 */
import { stat } from "node:fs/promises"
import { resolve } from "node:path"
import { Declined, LocalError, UsageError } from "./CliError.js"
import type { Invocation, OptionSpec } from "./Command.js"
import { kebab } from "./names.js"
import { harmless } from "./render/width.js"

/**
 * The option of every destructive command.
 *
 * @since 0.1.0
 * @category constants
 */
export const yesSpec: OptionSpec = {
  name: "yes",
  short: "y",
  type: "boolean",
  summary: "Do not ask for confirmation"
}

/**
 * What the help of a destructive command says.
 *
 * @since 0.1.0
 * @category constants
 */
export const warning = "Cannot be undone. Asks for confirmation on a terminal; elsewhere it needs --yes."

/**
 * A name and what it stands for, such as `thread_id` and its value.
 *
 * @since 0.1.0
 * @category models
 */
export type Fact = readonly [name: string, value: string]

/**
 * Asks on the terminal, with what will happen and to what. Rejects with `Declined` unless the answer is yes.
 *
 * @since 0.1.0
 * @category models
 */
export type Confirm = (action: string, facts: ReadonlyArray<Fact>) => Promise<void>

const agreed = /^y(?:es)?$/i

/**
 * The confirmation of one command. Make it before anything is sent: it throws a `UsageError` where nobody can be asked
 * and `--yes` is missing. A dry run needs no confirmation.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ interactive, io, values }: Invocation, path: ReadonlyArray<string>): Confirm => {
  if (values.flag("yes") === true || values.flag("dry-run") === true) return () => Promise.resolve()
  const words = path.map(kebab).join(" ")
  if (!interactive || !io.stderr.isTTY) {
    throw new UsageError(`${words} cannot be undone and needs confirmation; nothing was sent`, "to confirm: --yes")
  }
  return async (action, facts) => {
    const column = Math.max(0, ...facts.map(([name]) => name.length)) + 2
    const lines = [
      `${words}: ${harmless(action)}`,
      ...facts.map(([name, value]) => `  ${name.padEnd(column)}${harmless(value)}`)
    ]
    await io.stderr.write(`${lines.join("\n")}\n`)
    const answer = await io.stdin.askLine("This cannot be undone. Continue? [y/N] ")
    if (answer === undefined || !agreed.test(answer.trim())) throw new Declined()
  }
}

/**
 * The option of every download that writes a file.
 *
 * @since 0.1.0
 * @category constants
 */
export const overwriteSpec: OptionSpec = {
  name: "overwrite",
  type: "boolean",
  negatable: true,
  summary: "Replace a file that exists. Default: asks on a terminal, and fails elsewhere"
}

/**
 * Whether a file may be replaced: as `--overwrite` says, else as a person says. `false` where there is no file, and
 * nobody to ask. Rejects with `Declined` after a no.
 *
 * @since 0.1.0
 * @category accessors
 */
export const mayReplace = async ({ interactive, io, values }: Invocation, path: string): Promise<boolean> => {
  const given = values.flag("overwrite")
  if (given !== undefined) return given
  if (!interactive || !io.stderr.isTTY || !(await isThere(path))) return false
  const answer = await io.stdin.askLine(`${harmless(path)} exists. Replace it? [y/N] `)
  if (answer === undefined || !agreed.test(answer.trim())) throw new Declined()
  return true
}

/**
 * As {@link mayReplace}, for a file that is replaced unless it is checked before. Rejects with a `LocalError` where
 * nobody can be asked.
 *
 * @since 0.1.0
 * @category combinators
 */
export const requireReplaceable = async (invocation: Invocation, file: string): Promise<void> => {
  if (file === "-" || invocation.values.flag("dry-run") === true) return
  const path = resolve(invocation.io.cwd, file)
  if ((await mayReplace(invocation, path)) || !(await isThere(path))) return
  throw new LocalError(`${file} exists already`, "Add --overwrite, or choose another name with -o FILE.")
}

const isThere = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isFile(),
    () => false
  )
