/**
 * The prompt of a command: what is typed, what is piped in, or both.
 *
 * @since 0.1.0
 */
import { UsageError } from "../CliError.js"
import type { Invocation, Values } from "../Command.js"
import { readText } from "../Io.js"

/** After so many milliseconds a pipe that sends nothing is mentioned. */
const patience = 2000

/** Options that read stdin themselves when their value is `-`. */
const readers = ["context", "params", "schema"]

const isTaken = (values: Values): boolean => readers.some((name) => values.text(name) === "-")

const piped = async ({ io }: Invocation): Promise<string> => {
  const timer = setTimeout(() => {
    io.stderr.write("note: waiting for the end of stdin; to ask without it: < /dev/null\n").catch(() => undefined)
  }, patience)
  try {
    return await readText(io.stdin)
  } finally {
    clearTimeout(timer)
  }
}

/**
 * A typed prompt and piped input become one text, in that order, with an empty line between them. `-` stands for the
 * input alone. `undefined`: nothing is typed, and stdin is a terminal. Throws a `UsageError` when the text is empty.
 *
 * @since 0.1.0
 * @category accessors
 */
export const promptOf = async (invocation: Invocation): Promise<string | undefined> => {
  const { interactive, io, values } = invocation
  const [typed] = values.arguments
  if (typed === undefined && io.stdin.isTTY) {
    if (!interactive) throw new UsageError("missing <prompt>", "type it, or pipe it in")
    return undefined
  }
  const isTyped = typed !== undefined && typed !== "-"
  const input = (isTyped && io.stdin.isTTY) || isTaken(values) ? "" : await piped(invocation)
  const prompt = !isTyped ? input : input.trim() === "" ? typed : `${typed}\n\n${input}`
  if (prompt.trim() === "") throw new UsageError("the prompt is empty")
  return prompt
}
