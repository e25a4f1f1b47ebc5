/** `trilum worker`: works off batches until it is stopped. */
import * as Monitor from "@trilum/batch/Monitor"
import * as Queue from "@trilum/batch/Queue"
import * as RateLimiter from "@trilum/batch/RateLimiter"
import * as Worker from "@trilum/batch/Worker"
import * as Effect from "effect/Effect"
import * as FiberRef from "effect/FiberRef"
import * as HashSet from "effect/HashSet"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import { Interrupted, UsageError } from "../../CliError.js"
import type { Command, Invocation, OptionSpec, Values } from "../../Command.js"
import { exitCode } from "../../exitCode.js"
import type { Io } from "../../Io.js"
import * as Layers from "../../layers.js"
import { choice, duration, integer } from "../../parse.js"
import { run } from "../../run.js"
import { layer as databaseLayer, databaseOption } from "../batch/database.js"
import * as Jobs from "../batch/jobs.js"
import { connectionSpecs } from "../callOptions.js"

const limits = "Limits of the tenant, for all its workers"

/** How a worker works. */
export const workerOptions: ReadonlyArray<OptionSpec> = [
  { name: "concurrency", type: "string", placeholder: "N", summary: "Most items under way at once. Default: 8" },
  {
    name: "lease",
    type: "string",
    placeholder: "TIME",
    summary: "After how long others take the items of a dead worker. Default: 30s"
  },
  {
    name: "drain",
    type: "string",
    placeholder: "TIME",
    summary: "How long a stop waits for what nobody can continue, such as chats. Default: 20s"
  }
]

export const settingsOf = (values: Values) => ({
  concurrency: integer(values, "concurrency", 1),
  lease: duration(values, "lease"),
  drain: duration(values, "drain")
})

const limitOptions: ReadonlyArray<OptionSpec> = ["lumnis", "lvng", "luml"].map((platform) => ({
  name: `limit-${platform}`,
  type: "string",
  placeholder: "R[:N]",
  summary: `Requests a second to ${platform}, and items under way: 20, 20:100, or :100`,
  heading: limits
}))

/** `20`, `20:100`, `:100`, and `none`. */
export const limit = (
  name: string,
  text: string
): { readonly perSecond: number | null; readonly running: number | null } => {
  if (text === "none") return { perSecond: null, running: null }
  const [, rate = "", running = ""] = /^(\d+(?:\.\d+)?)?(?::(\d+))?$/.exec(text) ?? []
  if ((rate === "" && running === "") || Number(rate || 1) <= 0 || Number(running || 1) <= 0) {
    throw new UsageError(
      `--${name} "${text}" is not a limit`,
      "write it like 20 (requests a second), 20:100 (and items under way), :100, or none"
    )
  }
  return { perSecond: rate === "" ? null : Number(rate), running: running === "" ? null : Number(running) }
}

const setLimits = (values: Values, tenant: string) =>
  Effect.flatMap(Queue.Queue, (queue) =>
    Effect.forEach(
      ["lumnis", "lvng", "luml"],
      (platform) => {
        const text = values.text(`limit-${platform}`)
        return text === undefined
          ? Effect.void
          : queue.setLimit(tenant, { platform, ...limit(`limit-${platform}`, text) })
      },
      { discard: true }
    )
  )

/** Structured logs on stderr, in place of the lines of other commands. */
const logged = (io: Io, debug: boolean, format: "json" | "logfmt") => {
  const logger = Logger.map(format === "json" ? Logger.jsonLogger : Logger.logfmtLogger, (line) => {
    // A logger cannot wait; a reader of stderr that is gone stops no worker.
    io.stderr.write(`${line}\n`).catch(() => undefined)
  })
  return <A, E, R>(self: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
    self.pipe(
      Logger.withMinimumLogLevel(debug ? LogLevel.Debug : LogLevel.Info),
      Effect.locally(FiberRef.currentLoggers, HashSet.make<[Logger.Logger<unknown, void>]>(logger))
    )
}

const listen = (values: Values): Monitor.Options | undefined => {
  const text = values.text("listen")
  if (text === undefined) return undefined
  const [, host, port] = /^(?:(.*):)?(\d{1,5})$/.exec(text) ?? []
  if (port === undefined || Number(port) > 65_535) {
    throw new UsageError(`--listen "${text}" is not an address`, "write it like 9464, or 0.0.0.0:9464")
  }
  return { port: Number(port), host: host === undefined || host === "" ? undefined : host.replace(/^\[(.*)\]$/, "$1") }
}

/** A worker until it ends: by a signal, which is no failure, or because it cannot go on. */
const work = (invocation: Invocation): Promise<number> => {
  const { debug, io, values } = invocation
  const tenant = values.text("tenant") ?? "default"
  const monitor = listen(values)
  const settings = { ...settingsOf(values), name: values.text("name") }
  const format = choice(values, "log", ["json", "logfmt"]) ?? (io.stderr.isTTY ? "logfmt" : "json")
  for (const platform of ["lumnis", "lvng", "luml"]) {
    const text = values.text(`limit-${platform}`)
    if (text !== undefined) limit(`limit-${platform}`, text)
  }
  const main = Effect.gen(function* () {
    yield* setLimits(values, tenant)
    const jobs = yield* Jobs.available(invocation)
    yield* Effect.logInfo(`jobs: ${jobs.map(({ name }) => name).join(", ")}`)
    const shown = monitor === undefined ? Layer.empty : Layer.discard(Monitor.layer(monitor))
    yield* Effect.provide(
      Effect.flatMap(Worker.Worker, ({ ended }) => ended),
      Layer.provideMerge(shown, Worker.layer({ ...settings, jobs }))
    )
    return exitCode.ok
  }).pipe(
    Effect.provide(RateLimiter.layer({ tenant })),
    Effect.provide(databaseLayer(invocation)),
    logged(io, debug, format),
    Layers.withEnvironment(io)
  )
  return run(invocation, main).catch((error: unknown) => {
    // A worker that was told to stop and has given back its items has done what it should.
    if (error instanceof Interrupted && error.signal === "SIGTERM") return exitCode.ok
    throw error
  })
}

/**
 * @since 0.1.0
 * @category commands
 */
export const worker: Command = {
  _tag: "Command",
  path: ["worker"],
  summary: "Work off batches until it is stopped.",
  description:
    "Claims items, runs them with the keys of this environment, and stores the results. SIGTERM and Ctrl-C stop it: it hands started runs over at once and waits for chats and transfers. A second signal ends it at once; its items then come back after their lease.",
  arguments: [],
  options: [
    ...workerOptions,
    ...connectionSpecs,
    { name: "tenant", type: "string", placeholder: "NAME", summary: "Whose batches. Default: default" },
    {
      name: "name",
      type: "string",
      placeholder: "NAME",
      summary: "Shown in logs and on the page. Default: host and process id"
    },
    {
      name: "listen",
      type: "string",
      placeholder: "[HOST:]PORT",
      summary: "Serve /livez, /readyz, /metrics and a status page"
    },
    {
      name: "log",
      type: "string",
      placeholder: "FORMAT",
      choices: ["json", "logfmt"],
      summary: "Default: logfmt on a terminal, else json"
    },
    ...limitOptions,
    databaseOption
  ],
  examples: [
    "worker --database postgres://trilum@db.internal/trilum --concurrency 32",
    "worker --listen 9464 --limit-lumnis 20:100"
  ],
  notes: [
    "Exit code 0 after SIGTERM. A platform that rejects the key gets no more items of this worker until the key is valid; /readyz and the log say so."
  ],
  run: work
}
