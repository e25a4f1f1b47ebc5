/**
 * `trilum emulator start`: the platforms on this machine, until a signal.
 *
 * @since 0.1.0
 */
import { Interrupted, LocalError, type Signal, UsageError } from "../../CliError.js"
import type { Command, Invocation, Values } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import { choice, integer } from "../../parse.js"
import { type PlatformName, platforms } from "../../platforms/Platform.js"
import * as Json from "../../render/json.js"

const defaultPort = 4010

const paceOf = (values: Values): number | undefined => {
  const text = values.text("pace")
  if (text === undefined) return undefined
  const pace = Number(text)
  if (text.trim() === "" || !Number.isFinite(pace) || pace < 0) {
    throw new UsageError(`--pace "${text}" is not a number from 0 on`)
  }
  return pace
}

const portOf = (values: Values): number => {
  const port = integer(values, "port", 0) ?? defaultPort
  if (port > 65_535) throw new UsageError(`--port ${port} is not a port: the last is 65535`)
  return port
}

const startError = (cause: unknown, port: number): Error => {
  const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
  if (code === "EADDRINUSE") return new LocalError(`port ${port} is taken`, "give another --port, or --port 0 for any")
  return new LocalError(`the emulator cannot start: ${cause instanceof Error ? cause.message : String(cause)}`)
}

/** Any key will do that has the form of one: LVNG looks at it, and to LUML any other is a user's session. */
const keys: Readonly<Record<PlatformName, string>> = {
  lumnis: "emulator",
  lvng: `lvng_sk_test_${"0".repeat(32)}`,
  luml: `dfs_${"0".repeat(43)}`
}

const rateLimits = ["headers", "enforced", "off"] as const
const lumlModes = ["strict", "fixed"] as const
const lumlWorlds = ["default", "empty"] as const

/** The variables that lead the clients here. */
const variablesOf = (urls: Readonly<Record<string, string>>): ReadonlyArray<readonly [string, string]> =>
  platforms.flatMap(
    ({ baseUrlVariable, keyVariable, name }): ReadonlyArray<readonly [string, string]> => [
      [baseUrlVariable, urls[name] ?? ""],
      [keyVariable, keys[name]]
    ]
  )

const nextSignal = ({ io }: Invocation): Promise<Signal> =>
  new Promise((resolve) => {
    const listening = (["SIGINT", "SIGTERM", "SIGHUP"] as const).map((signal) =>
      io.onSignal(signal, () => {
        for (const off of listening) off()
        resolve(signal)
      })
    )
  })

/**
 * @since 0.1.0
 * @category commands
 */
export const start: Command = {
  _tag: "Command",
  path: ["emulator", "start"],
  summary: "Run the platforms on this machine until Ctrl-C.",
  description:
    "Listens on loopback. stdout says where, as lines for a shell or with --json as one object; SIGTERM ends it with exit code 0.",
  arguments: [],
  options: [
    {
      name: "port",
      type: "string",
      placeholder: "N",
      summary: `Port; 0 for any that is free. Default: ${defaultPort}.`
    },
    { name: "data-dir", type: "string", placeholder: "DIR", summary: "Keep the state here over restarts" },
    { name: "seed", type: "string", placeholder: "TEXT", summary: "Decides ids and sample values" },
    {
      name: "pace",
      type: "string",
      placeholder: "FACTOR",
      summary: "How long emulated work takes: 1 as it is, 0 no time. Default: 1."
    },
    {
      name: "rate-limits",
      type: "string",
      choices: rateLimits,
      placeholder: "MODE",
      summary: "Of LVNG: told in headers, enforced with 429 too, or off. Default: headers."
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
  examples: ["emulator start", "emulator start --port 0 --json", "emulator start --data-dir .emulator --pace 0"],
  run: async (invocation) => {
    const { io, json, values } = invocation
    const port = portOf(values)
    const pace = paceOf(values)
    const { startEmulator } = await import("@trilum/emulator/promise")
    const emulator = await startEmulator({
      port,
      pace,
      seed: values.text("seed"),
      dataDir: values.text("data-dir"),
      rateLimits: choice(values, "rate-limits", rateLimits),
      luml: {
        mode: choice(values, "luml-mode", lumlModes),
        world: choice(values, "luml-world", lumlWorlds)
      }
    }).catch((cause: unknown) => Promise.reject(startError(cause, port)))
    const stopped = nextSignal(invocation)
    const variables = variablesOf(emulator.urls)
    try {
      if (json) {
        const ready = { url: emulator.url, urls: emulator.urls, env: Object.fromEntries(variables) }
        await io.stdout.write(`${Json.compact(ready)}\n`)
      } else {
        await io.stdout.write(variables.map(([name, value]) => `export ${name}=${value}\n`).join(""))
        await io.stderr.write(`The emulator listens on ${emulator.url}. Ctrl-C stops it.\n`)
      }
      const signal = await stopped
      if (signal === "SIGTERM") return exitCode.ok
      return await Promise.reject<number>(new Interrupted(signal))
    } finally {
      await emulator.stop()
    }
  }
}
