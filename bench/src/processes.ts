/** Servers and programs in processes of their own. */
import { execFile, fork } from "node:child_process"
import { promisify } from "node:util"

const execute = promisify(execFile)

export interface Served {
  readonly origin: string
  readonly stop: () => void
}

/** Starts a server module of this folder, which sends its port. */
export const serve = async (module: string, ...args: ReadonlyArray<string>): Promise<Served> => {
  const server = fork(new URL(module, import.meta.url), args)
  const port = await new Promise<number>((resolve) => server.once("message", (message) => resolve(Number(message))))
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.disconnect() }
}

/** What a Node program prints. */
export const printed = async (args: ReadonlyArray<string>): Promise<string> =>
  (await execute(process.execPath, args)).stdout

/** Seconds of CPU that a Node program takes from its start to its exit, as its parent is charged. */
export const programCpu = async (args: ReadonlyArray<string>, env: NodeJS.ProcessEnv = {}): Promise<number> => {
  const script = 'TIMEFORMAT="%U %S"; out=$( { time "$@" >/dev/null 2>&3; } 3>&2 2>&1 ) || exit 1; echo "$out"'
  const { stdout } = await execute("bash", ["-c", script, "bash", process.execPath, ...args], {
    env: { ...process.env, ...env, LC_ALL: "C" }
  })
  return stdout
    .trim()
    .split(" ")
    .reduce((sum, part) => sum + Number(part), 0)
}
