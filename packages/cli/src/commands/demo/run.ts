/**
 * `trilum demo`: the main job from end to end, by this very command, against an emulator.
 *
 * @since 0.1.0
 */
import { spawn } from "node:child_process"
import { LocalError } from "../../CliError.js"
import type { Command, Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import type { Io } from "../../Io.js"
import { paint } from "../../render/colour.js"

const limit = 20_000

const user = "ada@example.com"

const steps: ReadonlyArray<{ readonly title: string; readonly words: ReadonlyArray<string> }> = [
  { title: "Create a user", words: ["lumnis", "users", "create", "--email", user, "--first-name", "Ada"] },
  {
    title: "Ask an agent, and watch it work",
    words: [
      "lumnis",
      "invoke",
      "Which three questions should a founder ask before the first hire?",
      "--user",
      user,
      "--stream",
      "--progress"
    ]
  },
  { title: "What has been asked so far", words: ["lumnis", "responses", "list", "--user", user, "--limit", "5"] }
]

const quoted = (word: string): string => (/^[\w@.:/=-]+$/.test(word) ? word : `"${word}"`)

/** Runs this command anew with the streams of this process, and resolves with its exit code. */
const again = (io: Io, words: ReadonlyArray<string>, env: Io["env"], signal: AbortSignal): Promise<number> =>
  new Promise((resolve, reject) => {
    const [command, ...first] = io.self
    const child = spawn(command, [...first, ...words], { env, signal, stdio: ["ignore", "inherit", "inherit"] })
    child.once("error", (cause) => {
      reject(
        signal.aborted ? new LocalError("the demo took too long") : new LocalError(`cannot start: ${cause.message}`)
      )
    })
    child.once("close", (code) => resolve(code ?? exitCode.interrupted))
  })

const say = ({ io }: Invocation, text: string): Promise<void> => io.stdout.write(`${text}\n`)

const play = async (invocation: Invocation, env: Io["env"]): Promise<number> => {
  const { io } = invocation
  const { bold, cyan, dim } = paint(io.stdout.colour)
  const signal = AbortSignal.timeout(limit)
  for (const [index, { title, words }] of steps.entries()) {
    await say(invocation, `\n${bold(`${index + 1}. ${title}`)}\n${cyan(`$ trilum ${words.map(quoted).join(" ")}`)}`)
    const code = await again(io, words, env, signal)
    if (code === exitCode.ok) continue
    await io.stderr.write(`The demo stops here: the command ended with exit code ${code}.\n`)
    return code === exitCode.interrupted ? code : exitCode.error
  }
  await say(invocation, `\n${bold("That is all.")} Next:`)
  await say(invocation, `  ${cyan("trilum emulator start")}        ${dim("an emulator for your own programs")}`)
  await say(invocation, `  ${cyan("trilum auth login")}            ${dim("your key, for the real platform")}`)
  await say(invocation, `  ${cyan("trilum operations")}            ${dim("everything there is to call")}`)
  return exitCode.ok
}

/**
 * @since 0.1.0
 * @category commands
 */
export const demo: Command = {
  _tag: "Command",
  path: ["demo"],
  summary: "Watch an agent work, without an account and without a network.",
  description: `Starts an emulator of Lumnis AI on this machine and runs ${steps.length} commands against it, each shown before it runs.`,
  arguments: [],
  options: [],
  examples: ["demo"],
  run: async (invocation) => {
    const { io } = invocation
    const { startEmulator } = await import("@trilum/emulator/promise")
    const emulator = await startEmulator({ port: 0 })
    // The commands get the signal, too, and end by themselves; the demo ends with them.
    const off = io.onSignal("SIGINT", () => undefined)
    try {
      await say(invocation, `An emulator of Lumnis AI listens on ${emulator.url}: no account, no network, no bill.`)
      const env = { ...io.env, LUMNISAI_BASE_URL: emulator.urls.lumnis, LUMNISAI_API_KEY: "emulator" }
      return await play(invocation, env)
    } finally {
      off()
      await emulator.stop()
    }
  }
}
