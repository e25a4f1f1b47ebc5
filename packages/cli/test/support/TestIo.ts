/** An Io that records what is written and says what a test wants it to say. */
import { mkdtempSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { BrokenPipe, Interrupted, type Signal } from "../../src/CliError.js"
import { type Io, type Output, wantsColour } from "../../src/Io.js"
import { main } from "../../src/main.js"

export interface Setup {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly cwd?: string
  readonly stdin?: string
  readonly stdinTTY?: boolean
  /** What a person types when asked for a secret. */
  readonly secret?: string
  /** What a person types line by line; a signal is Ctrl-C. After them comes the end of input. */
  readonly lines?: ReadonlyArray<string | { readonly signal: Signal }>
  readonly stdoutTTY?: boolean
  readonly stderrTTY?: boolean
  readonly columns?: number
  /** Stdout refuses everything after so many writes. */
  readonly stdoutWrites?: number
}

export interface Result {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly bytes: Buffer
}

export interface TestIo extends Io {
  readonly written: { readonly stdout: Array<Buffer>; readonly stderr: Array<Buffer> }
  readonly send: (signal: Signal) => void
  /** Resolves as soon as stderr holds this text. */
  readonly said: (text: string) => Promise<void>
  /** Signals that something listens to now. */
  readonly listening: () => number
  readonly prompts: Array<string>
}

/** A fresh directory for configuration and files. */
export const directory = (): string => mkdtempSync(join(tmpdir(), "trilum-cli-"))

export const make = (setup: Setup = {}): TestIo => {
  const cwd = setup.cwd ?? directory()
  const env = { HOME: cwd, XDG_CONFIG_HOME: join(cwd, "config"), ...setup.env }
  const written = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  const waiting: Array<{ readonly text: string; readonly resolve: () => void }> = []
  const listeners = new Set<{ readonly signal: Signal; readonly listener: () => void }>()
  const prompts: Array<string> = []
  const lines = [...(setup.lines ?? [])]
  const output = (name: "stdout" | "stderr", isTTY: boolean): Output => ({
    isTTY,
    columns: setup.columns ?? 80,
    colour: wantsColour(isTTY, env),
    write: (chunk) => {
      const list = written[name]
      if (name === "stdout" && setup.stdoutWrites !== undefined && list.length >= setup.stdoutWrites) {
        return Promise.reject(new BrokenPipe())
      }
      list.push(Buffer.from(chunk))
      if (name === "stderr") {
        const text = Buffer.concat(list).toString("utf8")
        for (const each of waiting) if (text.includes(each.text)) each.resolve()
      }
      return Promise.resolve()
    }
  })
  return {
    written,
    prompts,
    stdout: output("stdout", setup.stdoutTTY ?? false),
    stderr: output("stderr", setup.stderrTTY ?? false),
    stdin: {
      isTTY: setup.stdinTTY ?? false,
      read: async function* () {
        if (setup.stdin !== undefined) yield Buffer.from(setup.stdin)
      },
      askSecret: (prompt) => {
        prompts.push(prompt)
        return Promise.resolve(setup.secret ?? "")
      },
      askLine: (prompt) => {
        prompts.push(prompt)
        const line = lines.shift()
        return typeof line === "object" ? Promise.reject(new Interrupted(line.signal)) : Promise.resolve(line)
      }
    },
    env,
    cwd,
    version: "1.2.3",
    now: Date.now,
    onSignal: (signal, listener) => {
      const each = { signal, listener }
      listeners.add(each)
      return () => listeners.delete(each)
    },
    self: [process.execPath],
    send: (signal) => {
      for (const each of [...listeners]) if (each.signal === signal) each.listener()
    },
    said: (text) => new Promise((resolve) => waiting.push({ text, resolve })),
    listening: () => listeners.size
  }
}

export const runWith = async (io: TestIo, ...argv: ReadonlyArray<string>): Promise<Result> => {
  const code = await main(argv, io)
  const bytes = Buffer.concat(io.written.stdout)
  return { code, bytes, stdout: bytes.toString("utf8"), stderr: Buffer.concat(io.written.stderr).toString("utf8") }
}

export const run = (setup: Setup, ...argv: ReadonlyArray<string>): Promise<Result> => runWith(make(setup), ...argv)

/** Environment of a platform that listens at `url`. */
export const lumnisAt = (url: string): Record<string, string> => ({
  LUMNISAI_BASE_URL: url,
  LUMNISAI_API_KEY: "lmn_live_canary_6b1f0e9d8c7a"
})

export const lvngAt = (url: string): Record<string, string> => ({
  LVNG_BASE_URL: url,
  LVNG_API_KEY: "lvng_sk_test_5e7c0ffee0ddba11cafe5e7c0ffee0dd"
})

export const lumlAt = (url: string): Record<string, string> => ({
  LUML_BASE_URL: url,
  LUML_API_KEY: "dfs_canary_9a8b7c6d5e4f3a2b1c0d"
})
