/** Worker processes against an emulator, and a count of what they did there. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type RunningEmulator, startEmulator } from "@trilum/emulator"
import * as Esbuild from "esbuild"

const bundled = (entry: string, outfile: string): Promise<unknown> =>
  Esbuild.build({
    entryPoints: [fileURLToPath(new URL(entry, import.meta.url))],
    bundle: true,
    platform: "node",
    format: "esm",
    conditions: ["@trilum/source"],
    external: ["libsql", "pg-native"],
    outfile,
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" },
    logLevel: "silent"
  })

export interface Process {
  readonly child: ChildProcess
  readonly ready: Promise<void>
  readonly ended: Promise<number | null>
  readonly output: () => string
}

export interface Fleet {
  readonly emulator: RunningEmulator
  /** Starts a worker process. */
  readonly add: (settings: {
    readonly database: string
    readonly concurrency?: number
    readonly lease?: number
  }) => Process
  /** Runs at the emulator by their prompt: how often each was started. */
  readonly runs: () => ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

export const make = async (options: Parameters<typeof startEmulator>[0] = {}): Promise<Fleet> => {
  // Beside the sources, so that packages which are not bundled are found.
  const build = fileURLToPath(new URL("../../build", import.meta.url))
  mkdirSync(build, { recursive: true })
  const folder = mkdtempSync(join(build, "fleet-"))
  const script = join(folder, "worker.mjs")
  await bundled("./workerProcess.ts", script)
  const emulator = await startEmulator({ pace: 0, maxRequests: 1, ...options })
  const processes: Array<Process> = []
  return {
    emulator,
    add: ({ concurrency = 8, database, lease = 3000 }) => {
      const settings = JSON.stringify({ database, lumnis: emulator.urls.lumnis, concurrency, lease })
      const child = spawn(process.execPath, [script, settings], { stdio: ["ignore", "pipe", "pipe"] })
      let output = ""
      const ready = new Promise<void>((resolve) => {
        child.stdout.on("data", (chunk: Buffer) => {
          output += chunk.toString("utf8")
          if (output.includes("ready")) resolve()
        })
      })
      child.stderr.on("data", (chunk: Buffer) => {
        output += chunk.toString("utf8")
      })
      const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
      const started = { child, ready, ended, output: () => output }
      processes.push(started)
      return started
    },
    runs: () => {
      const counts = new Map<string, number>()
      const state = emulator.state() as {
        readonly collections: Readonly<Record<string, Readonly<Record<string, unknown>>>>
      }
      for (const run of Object.values(state.collections["lumnis.runs"] ?? {})) {
        const prompt = String(
          (run as { readonly input_messages?: ReadonlyArray<{ readonly content?: unknown }> }).input_messages?.[0]
            ?.content
        )
        counts.set(prompt, (counts.get(prompt) ?? 0) + 1)
      }
      return counts
    },
    close: async () => {
      for (const { child } of processes) child.kill("SIGKILL")
      await Promise.all(processes.map(({ ended }) => ended))
      await emulator.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
