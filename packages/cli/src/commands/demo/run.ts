/**
 * `trilum demo`: the main job from end to end, by this very command, against an emulator.
 *
 * @since 0.1.0
 */
import { type ChildProcess, spawn } from "node:child_process"
import { Interrupted, LocalError, type Signal } from "../../CliError.js"
import type { Command, Invocation } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import type { Io } from "../../Io.js"
import { paint } from "../../render/colour.js"

/** A net for what hangs; the demo takes a few seconds. */
const limit = 60_000

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

/** Runs this command anew with the streams of this process, one at a time, and hands it the signals that come. */
interface Runner {
  readonly run: (words: ReadonlyArray<string>) => Promise<number>
  readonly release: () => void
}

const makeRunner = (io: Io, env: Io["env"]): Runner => {
  const timeout = AbortSignal.timeout(limit)
  let current: ChildProcess | undefined
  let received: Signal | undefined
  const listening = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) =>
    io.onSignal(signal, () => {
      received = signal
      // On a terminal Ctrl-C reaches the command as well.
      if (signal !== "SIGINT" || !io.stdin.isTTY) current?.kill(signal)
    })
  )
  return {
    run: (words) =>
      new Promise((resolve, reject) => {
        const [command, ...first] = io.self
        const child = spawn(command, [...first, ...words], {
          env,
          signal: timeout,
          stdio: ["ignore", "inherit", "inherit"]
        })
        current = child
        child.once("error", (cause) => {
          const why = timeout.aborted ? "the demo took too long" : `the command cannot start: ${cause.message}`
          reject(new LocalError(why))
        })
        child.once("close", (code) => {
          if (received === undefined) resolve(code ?? exitCode.error)
          else reject(new Interrupted(received))
        })
      }),
    release: () => {
      for (const off of listening) off()
    }
  }
}

const say = ({ io }: Invocation, text: string): Promise<void> => io.stdout.write(`${text}\n`)

const play = async (invocation: Invocation, { run }: Runner): Promise<number> => {
  const { io } = invocation
  const { bold, cyan, dim } = paint(io.stdout.colour)
  for (const [index, { title, words }] of steps.entries()) {
    await say(invocation, `\n${bold(`${index + 1}. ${title}`)}\n${cyan(`$ trilum ${words.map(quoted).join(" ")}`)}`)
    const code = await run(words)
    if (code === exitCode.ok) continue
    await io.stderr.write(`The demo stops here: the command ended with exit code ${code}.\n`)
    return exitCode.error
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
    const env = { ...io.env, LUMNISAI_BASE_URL: emulator.urls.lumnis, LUMNISAI_API_KEY: "emulator" }
    const runner = makeRunner(io, env)
    try {
      await say(invocation, `An emulator of Lumnis AI listens on ${emulator.url}: no account, no network, no bill.`)
      return await play(invocation, runner)
    } finally {
      runner.release()
      await emulator.stop()
    }
  }
}
