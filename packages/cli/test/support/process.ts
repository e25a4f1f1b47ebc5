/** The built command as a process. `pnpm build` writes the bundle. */
import { type ChildProcessByStdio, spawn } from "node:child_process"
import { existsSync, readdirSync, statSync } from "node:fs"
import { join } from "node:path"
import type { Readable, Writable } from "node:stream"
import { fileURLToPath } from "node:url"
import { directory } from "./TestIo.js"

export const bundle = fileURLToPath(new URL("../../dist/trilum.mjs", import.meta.url))

/** Milliseconds since 1970 of the newest source that the bundle is made of. */
const newestSource = (): number =>
  Math.max(
    ...["cli", "core", "emulator", "luml", "lumnis", "lvng", "mcp"].flatMap((name) => {
      const folder = fileURLToPath(new URL(`../../../${name}/src`, import.meta.url))
      return readdirSync(folder, { recursive: true, encoding: "utf8" }).map(
        (file) => statSync(join(folder, file)).mtimeMs
      )
    })
  )

if (!existsSync(bundle)) throw new Error(`${bundle} is missing. Run pnpm build.`)
if (statSync(bundle).mtimeMs < newestSource()) throw new Error(`${bundle} is older than the sources. Run pnpm build.`)

type Child = ChildProcessByStdio<Writable, Readable, Readable>

const children = new Set<Child>()

/** For `afterEach`: no process outlives its test. */
export const killAll = (): void => {
  for (const child of children) child.kill("SIGKILL")
  children.clear()
}

/** Of a process that knows nothing of this machine's settings. */
export const environment = (more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv => {
  const home = directory()
  return { PATH: process.env["PATH"], HOME: home, XDG_CONFIG_HOME: join(home, "config"), ...more }
}

export interface Started {
  readonly child: Child
  /** Resolves as soon as the stream holds what the pattern matches. */
  readonly said: (stream: "stdout" | "stderr", pattern: RegExp) => Promise<RegExpExecArray>
  readonly ended: Promise<{ readonly code: number | null; readonly stdout: string; readonly stderr: string }>
}

/** Stdin is at its end, unless the test is to write to it. */
export const start = (
  argv: ReadonlyArray<string>,
  env: NodeJS.ProcessEnv = environment(),
  { writes = false }: { readonly writes?: boolean } = {}
): Started => {
  const child = spawn(process.execPath, [bundle, ...argv], { env, stdio: ["pipe", "pipe", "pipe"] })
  children.add(child)
  if (!writes) child.stdin.end()
  const text = { stdout: "", stderr: "" }
  const listeners = new Set<() => void>()
  const gather = (name: "stdout" | "stderr"): void => {
    child[name].on("data", (chunk: Buffer) => {
      text[name] += chunk.toString("utf8")
      for (const listener of listeners) listener()
    })
  }
  gather("stdout")
  gather("stderr")
  return {
    child,
    said: (stream, pattern) =>
      new Promise((resolve, reject) => {
        const look = (): void => {
          const found = pattern.exec(text[stream])
          if (found === null) return
          listeners.delete(look)
          resolve(found)
        }
        listeners.add(look)
        child.once("close", () => reject(new Error(`it ended without ${pattern}: ${text.stdout}${text.stderr}`)))
        look()
      }),
    ended: new Promise((resolve) => child.once("close", (code) => resolve({ code, ...text })))
  }
}

export const run = (argv: ReadonlyArray<string>, env?: NodeJS.ProcessEnv) => start(argv, env).ended
