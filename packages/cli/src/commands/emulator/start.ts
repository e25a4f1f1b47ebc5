/**
 * `trilum emulator start`: runs the platforms on this machine until a signal, or in the background with `--detach`.
 *
 * @since 0.1.0
 */
import { spawn } from "node:child_process"
import { writeFile } from "node:fs/promises"
import { Interrupted, LocalError, type Signal, UsageError } from "../../CliError.js"
import type { Command, Invocation, Values } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { choice } from "../../parse.js"
import { type PlatformName, platforms } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"
import { defaultPort, hostOption, portOf, portOption } from "./address.js"

const paceOf = (values: Values): number | undefined => {
  const text = values.text("pace")
  if (text === undefined) return undefined
  const pace = Number(text)
  if (text.trim() === "" || !Number.isFinite(pace) || pace < 0) {
    throw new UsageError(`--pace "${text}" is not a number from 0 on`)
  }
  return pace
}

const startError = (cause: unknown, port: number): Error => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  if (code === "EADDRINUSE") return new LocalError(`port ${port} is in use`, "give another --port, or --port 0 for any")
  return new LocalError(`the emulator cannot start: ${cause instanceof Error ? cause.message : String(cause)}`)
}

/** Keys of the form that each platform expects. Without `--api-key` any key of that form is accepted. */
const anyKey: Readonly<Record<PlatformName, string>> = {
  lumnis: "emulator",
  lvng: `lvng_sk_test_${"0".repeat(32)}`,
  luml: `dfs_${"0".repeat(43)}`
}

const forms: Readonly<Partial<Record<PlatformName, RegExp>>> = { lvng: /^lvng_sk_/, luml: /^dfs_/ }

/** The key to export for a platform: the first of `--api-key` that has its form. */
const keyFor = (platform: PlatformName, keys: ReadonlyArray<string>): string =>
  keys.find((key) => forms[platform]?.test(key) ?? true) ?? keys[0] ?? anyKey[platform]

const rateLimits = ["headers", "enforced", "off"] as const
const lumlModes = ["strict", "fixed"] as const
const lumlWorlds = ["default", "empty"] as const

interface Ready {
  readonly url: string
  /** Base URLs below one port. */
  readonly urls: Readonly<Record<string, string>>
  /** Base URLs without a path, each on a port of its own. */
  readonly origins: Readonly<Record<string, string>>
  /** Variables that lead the clients here. */
  readonly env: Readonly<Record<string, string>>
}

const envOf = (urls: Readonly<Record<string, string>>, keys: ReadonlyArray<string>): Ready["env"] =>
  Object.fromEntries(
    platforms.flatMap(
      ({ baseUrlVariable, keyVariable, name }): ReadonlyArray<readonly [string, string]> => [
        [baseUrlVariable, urls[name] ?? ""],
        [keyVariable, keyFor(name, keys)]
      ]
    )
  )

const show = async ({ io, json }: Invocation, ready: Ready, hint: string): Promise<void> => {
  if (json) return io.stdout.write(`${Json.compact(ready)}\n`)
  const lines = Object.entries(ready.env).map(([name, value]) => `export ${name}=${value}\n`)
  await io.stdout.write(lines.join(""))
  const own = Object.entries(ready.origins).map(([name, origin]) => `  ${name.padEnd(8)}${origin}\n`)
  await io.stderr.write(
    `The emulator listens on ${ready.url}. Each platform also has a port of its own, without a path:\n`
  )
  await io.stderr.write(`${own.join("")}${hint}\n`)
}

const nextSignal = ({ io }: Invocation): Promise<Signal> =>
  new Promise((resolve) => {
    const listening = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) =>
      io.onSignal(signal, () => {
        for (const off of listening) off()
        resolve(signal)
      })
    )
  })

const isReady = (value: unknown): value is Ready =>
  typeof value === "object" && value !== null && "url" in value && "origins" in value && "env" in value

/** The options of this invocation as words, for the process in the background. */
const wordsOf = (values: Values): ReadonlyArray<string> =>
  start.options.flatMap(({ name }) =>
    name === "detach" || name === "ready-file" ? [] : values.texts(name).map((text) => `--${name}=${text}`)
  )

/** Starts the emulator in a process of its own, and ends when that is ready or has failed. */
const detach = (invocation: Invocation): Promise<Ready> =>
  new Promise((resolve, reject) => {
    const { io, values } = invocation
    const [command, ...first] = io.self
    const child = spawn(command, [...first, "emulator", "start", "--json", ...wordsOf(values)], {
      cwd: io.cwd,
      env: io.env,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"]
    })
    let output = ""
    let errors = ""
    child.stderr.on("data", (chunk: Buffer) => {
      errors += chunk.toString("utf8")
    })
    child.stdout.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8")
      const end = output.indexOf("\n")
      if (end < 0) return
      const ready: unknown = JSON.parse(output.slice(0, end))
      child.stdout.destroy()
      child.stderr.destroy()
      child.unref()
      if (isReady(ready)) resolve(ready)
      else reject(new LocalError("the emulator in the background did not say where it listens"))
    })
    child.once("error", (cause) => reject(new LocalError(`the emulator cannot start: ${cause.message}`)))
    child.once("exit", () => reject(new LocalError(failureOf(errors))))
  })

/** The message of a failed start, which is JSON under `--json`. */
const failureOf = (errors: string): string => {
  try {
    const value: unknown = JSON.parse(errors)
    const inner: unknown = typeof value === "object" && value !== null && "error" in value ? value.error : value
    if (typeof inner === "object" && inner !== null && "message" in inner) return String(inner.message)
  } catch {
    // Not JSON: the text is the message.
  }
  return errors.trim() === "" ? "the emulator ended before it was ready" : errors.trim()
}

const writeReadyFile = async (values: Values, ready: Ready): Promise<void> => {
  const path = values.text("ready-file")
  if (path === undefined) return
  await writeFile(path, `${Json.compact(ready)}\n`, { mode: 0o600 }).catch((cause: unknown) => {
    throw new LocalError(`cannot write ${path}: ${cause instanceof Error ? cause.message : String(cause)}`)
  })
}

const run = async (invocation: Invocation): Promise<number> => {
  const { values } = invocation
  const port = portOf(values)
  const pace = paceOf(values)
  const keys = values.texts("api-key")
  const { startEmulator } = await import("@trilum/emulator/promise")
  const FaultSyntax = await import("@trilum/emulator/FaultSyntax")
  const faults = values.texts("fault").map((text) => {
    const rule = FaultSyntax.fromHeader(text)
    if ("problem" in rule) throw new UsageError(`--fault "${text}": ${rule.problem}`)
    return rule
  })
  const emulator = await startEmulator({
    host: values.text("host"),
    port,
    pace,
    seed: values.text("seed"),
    dataDir: values.text("data-dir"),
    apiKeys: keys.length === 0 ? undefined : Object.fromEntries(keys.map((key) => [key, {}])),
    rateLimits: choice(values, "rate-limits", rateLimits),
    luml: {
      mode: choice(values, "luml-mode", lumlModes),
      world: choice(values, "luml-world", lumlWorlds)
    }
  }).catch((cause: unknown) => Promise.reject(startError(cause, port)))
  const signalled = nextSignal(invocation)
  try {
    for (const rule of faults) emulator.fault(rule)
    const { origins, url, urls } = emulator
    const ready: Ready = { url, urls, origins, env: envOf(urls, keys) }
    await writeReadyFile(values, ready)
    await show(invocation, ready, "Ctrl-C stops it.")
    const signal = await Promise.race([signalled, emulator.stopRequested])
    if (signal === undefined || signal === "SIGTERM") return exitCode.ok
    return await Promise.reject<number>(new Interrupted(signal))
  } finally {
    await emulator.stop()
  }
}

/**
 * @since 0.1.0
 * @category commands
 */
export const start: Command = {
  _tag: "Command",
  path: ["emulator", "start"],
  summary: "Run the platforms on this machine until Ctrl-C.",
  description:
    "Listens on loopback: all platforms below one port, and each on a port of its own. stdout has the variables to export, or one object with --json. SIGTERM and `emulator stop` end it with exit code 0. A port that is in use is exit code 1.",
  arguments: [],
  options: [
    portOption(`Port; 0 for any that is free. The platforms' own ports follow it. Default: ${defaultPort}.`),
    hostOption,
    {
      name: "detach",
      type: "boolean",
      summary: "Run in the background: return when it is ready. `emulator stop` ends it."
    },
    {
      name: "ready-file",
      type: "string",
      placeholder: "FILE",
      summary: "Write where it listens to this file, as JSON, when it is ready"
    },
    {
      name: "api-key",
      type: "string",
      multiple: true,
      placeholder: "KEY",
      summary: "Accept only this key; repeat for more. Default: any key."
    },
    {
      name: "fault",
      type: "string",
      multiple: true,
      placeholder: "RULE",
      summary: 'Make requests fail, e.g. "status=503,503,pass" or JSON with a "match"; repeat for more'
    },
    { name: "data-dir", type: "string", placeholder: "DIR", summary: "Keep the state here over restarts" },
    { name: "seed", type: "string", placeholder: "TEXT", summary: "Decides ids and sample values" },
    {
      name: "pace",
      type: "string",
      placeholder: "FACTOR",
      summary: "Factor on the duration of emulated work; 0 takes no time. Default: 1."
    },
    {
      name: "rate-limits",
      type: "string",
      choices: rateLimits,
      placeholder: "MODE",
      summary: "LVNG's rate limits: in headers, enforced with 429 too, or off. Default: headers."
    },
    {
      name: "luml-mode",
      type: "string",
      choices: lumlModes,
      placeholder: "MODE",
      summary: "LUML with its server's quirks, or as its schema suggests. Default: strict."
    },
    {
      name: "luml-world",
      type: "string",
      choices: lumlWorlds,
      placeholder: "WORLD",
      summary: "LUML with an organization, orbit, bucket and collection, or with a user alone. Default: default."
    }
  ],
  examples: [
    "emulator start",
    "emulator start --port 0 --json",
    "emulator start --data-dir .emulator --pace 0",
    "emulator start --detach --ready-file emulator.json"
  ],
  run: async (invocation) => {
    if (invocation.values.flag("detach") !== true) return run(invocation)
    const ready = await detach(invocation)
    await writeReadyFile(invocation.values, ready)
    const { port } = new URL(ready.url)
    await show(invocation, ready, `It runs in the background. Stop it with: trilum emulator stop --port ${port}`)
    return exitCode.ok
  }
}
