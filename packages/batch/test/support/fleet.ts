/** Worker processes against an emulator, and a count of what they did there. */
import { type ChildProcess, spawn } from "node:child_process"
import { mkdirSync, mkdtempSync, rmSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { type EmulatorOptions, type RunningEmulator, startEmulator } from "@trilum/emulator/promise"
import * as Esbuild from "esbuild"
import type { Network } from "./network.js"

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
  /** A folder that is deleted in the end. */
  readonly folder: string
  /** Starts a worker. */
  readonly add: (settings: {
    readonly database: string
    readonly concurrency?: number
    readonly lease?: number
    /** The host of the worker. Default: this one. */
    readonly network?: Network | undefined
  }) => Promise<Process>
  /** Starts a batch in one process. */
  readonly embedded: (settings: { readonly database: string; readonly count: number }) => Process
  /** Runs at the emulator by their prompt: how often each was started. */
  readonly runs: () => ReadonlyMap<string, number>
  readonly close: () => Promise<void>
}

export const make = async (options: EmulatorOptions = {}): Promise<Fleet> => {
  // Below the package, so that dependencies which are not bundled are found.
  const build = fileURLToPath(new URL("../../build", import.meta.url))
  mkdirSync(build, { recursive: true })
  const folder = mkdtempSync(join(build, "fleet-"))
  const worker = join(folder, "worker.mjs")
  const embedded = join(folder, "embedded.mjs")
  await Promise.all([
    bundled("./workerProcess.ts", worker),
    bundled("./embeddedProcess.ts", embedded),
    bundled("./measureProcess.ts", join(folder, "measure.mjs"))
  ])
  const emulator = await startEmulator({ pace: 0, maxRequests: 1, ...options })
  const processes: Array<Process> = []
  const start = (script: string, settings: object, prefix: ReadonlyArray<string> = []): Process => {
    const [command = "", ...args] = [
      ...prefix,
      process.execPath,
      script,
      JSON.stringify({ lumnis: emulator.urls.lumnis, ...settings })
    ]
    const child = spawn(command, args, { stdio: ["ignore", "pipe", "pipe"] })
    let output = ""
    const ready = new Promise<void>((resolve) => {
      const gather = (chunk: Buffer): void => {
        output += chunk.toString("utf8")
        if (output.includes("ready")) resolve()
      }
      child.stdout.on("data", gather)
      child.stderr.on("data", gather)
    })
    const ended = new Promise<number | null>((resolve) => child.once("close", resolve))
    const started = { child, ready, ended, output: () => output }
    processes.push(started)
    return started
  }
  return {
    emulator,
    folder,
    add: async ({ concurrency = 8, database, lease = 3000, network }) => {
      if (network === undefined) return start(worker, { database, concurrency, lease })
      const through = async (url: string): Promise<string> => {
        const { host, port } = new URL(url)
        return url.replace(host, await network.addressOf(Number(port)))
      }
      const reached = { database: await through(database), lumnis: await through(emulator.urls.lumnis) }
      return start(worker, { ...reached, concurrency, lease }, network.prefix)
    },
    embedded: (settings) => start(embedded, settings),
    runs: () => {
      const counts = new Map<string, number>()
      const { collections } = emulator.state() as {
        readonly collections: Readonly<Record<string, Readonly<Record<string, unknown>>>>
      }
      for (const run of Object.values(collections["lumnis.runs"] ?? {})) {
        const { input_messages } = run as { readonly input_messages: ReadonlyArray<{ readonly content: string }> }
        const prompt = input_messages[0]?.content ?? ""
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
