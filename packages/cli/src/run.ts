/**
 * Runs an effect as the body of a command: transport, log on stderr, signals.
 *
 * @since 0.1.0
 */
import type { FileSystem } from "@effect/platform/FileSystem"
import type * as HttpClient from "@effect/platform/HttpClient"
import type { Path } from "@effect/platform/Path"
import * as DefaultFiles from "@trilum/core/DefaultFiles"
import { NodeTransport } from "@trilum/core/node"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as FiberId from "effect/FiberId"
import * as HashMap from "effect/HashMap"
import * as Inspectable from "effect/Inspectable"
import * as Layer from "effect/Layer"
import * as Logger from "effect/Logger"
import * as LogLevel from "effect/LogLevel"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import { BrokenPipe, Interrupted, LocalError, type Signal } from "./CliError.js"
import type { Invocation } from "./Command.js"
import type { Output } from "./Io.js"
import { duration, integer } from "./parse.js"
import * as Pager from "./render/pager.js"
import { harmless } from "./render/width.js"

/**
 * What the body of a command may ask for.
 *
 * @since 0.1.0
 * @category models
 */
export type Needs = HttpClient.HttpClient | FileSystem | Path | Scope.Scope

const logger = (output: Output): Logger.Logger<unknown, void> => {
  const warned = new Set<string>()
  return Logger.make(({ annotations, logLevel, message }) => {
    const words = Array.isArray(message) ? message.map(textOf).join(" ") : textOf(message)
    const text = logLevel._tag === "Debug" ? `${words}${detailsOf(annotations)}` : words
    // A command makes many calls, and what holds for all of them is news once.
    if (logLevel._tag === "Warning") {
      if (warned.has(text)) return
      warned.add(text)
    }
    // A logger cannot wait; what a log line meets on stderr is nobody's business.
    output.write(`${labels[logLevel._tag] ?? "log"}: ${harmless(text)}\n`).catch(() => undefined)
  })
}

/** What is known beside a message, as in `(status 200, attempt 1)`. */
const detailsOf = (annotations: HashMap.HashMap<string, unknown>): string => {
  const details = [...HashMap.entries(annotations)]
    .filter(([name]) => name !== "platform")
    .map(([name, value]) => `${name} ${textOf(value)}`)
    .sort()
  return details.length === 0 ? "" : ` (${details.join(", ")})`
}

const labels: Readonly<Record<string, string>> = {
  Fatal: "fatal",
  Error: "error",
  Warning: "warning",
  Info: "info",
  Debug: "debug",
  Trace: "trace"
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : Inspectable.toStringUnknown(value, 0))

const signals: ReadonlyArray<Signal> = ["SIGINT", "SIGTERM", "SIGHUP"]

/**
 * Resolves with the effect's value and rejects with its failure. A signal interrupts it, waits for its finalizers and
 * rejects with `Interrupted`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const run = async <A, E>(invocation: Invocation, effect: Effect.Effect<A, E, Needs>): Promise<A> => {
  const { io, values, verbose } = invocation
  const transport = NodeTransport.layer({
    maxConnectionsPerOrigin: integer(values, "max-connections", 1),
    poolTimeout: duration(values, "pool-timeout"),
    connectTimeout: duration(values, "connect-timeout")
  })
  const dryRun = values.flag("dry-run") === true ? await dryRunOf(invocation) : undefined
  const layer = Layer.mergeAll(
    dryRun === undefined ? transport : Layer.provide(dryRun.layer, transport),
    DefaultFiles.layer,
    Logger.replace(Logger.defaultLogger, logger(io.stderr)),
    Logger.minimumLogLevel(verbose ? LogLevel.Debug : LogLevel.Warning)
  )
  // A failure is printed once, by the command, and is no news in the log.
  const quiet = Effect.withUnhandledErrorLogLevel(Option.none())
  const fiber = Effect.runFork(effect.pipe(Effect.scoped, Effect.provide(layer), quiet, Effect.exit))
  let received: Signal | undefined
  const listening = signals.map((signal) =>
    io.onSignal(signal, () => {
      received = signal
      release()
      fiber.unsafeInterruptAsFork(FiberId.none)
    })
  )
  // Once the end is under way, a second signal does what it does to any program: it ends it at once.
  const release = (): void => {
    for (const off of listening) off()
  }
  return new Promise((resolve, reject) => {
    fiber.addObserver((end) => {
      release()
      const exit = Exit.flatten(end)
      if (Exit.isSuccess(exit)) return resolve(exit.value)
      if (received !== undefined) return reject(new Interrupted(received))
      const error = Cause.squash(exit.cause)
      reject(dryRun === undefined ? error : dryRun.ended(error))
    })
  })
}

const dryRunOf = async (invocation: Invocation) => {
  const { ended, layer } = await import("./dryRun.js")
  return { ended, layer: layer(invocation) }
}

/**
 * Writes, as an effect.
 *
 * @since 0.1.0
 * @category combinators
 */
export const print = (output: Output, chunk: string | Uint8Array): Effect.Effect<void, BrokenPipe | LocalError> =>
  Effect.tryPromise({
    try: () => output.write(chunk),
    catch: (cause) =>
      cause instanceof BrokenPipe || cause instanceof LocalError
        ? cause
        : new LocalError(`cannot write: ${String(cause)}`)
  })

/**
 * Shows a text to a person, by the pager where it is long. A Ctrl-C in the pager is for the pager: the effect waits for
 * its end.
 *
 * @since 0.1.0
 * @category combinators
 */
export const page = (invocation: Invocation, text: string): Effect.Effect<void, Error> =>
  Effect.uninterruptible(attempt(() => Pager.show(invocation, text)))

/**
 * A step that may fail with what is not the command's own error, such as reading a file.
 *
 * @since 0.1.0
 * @category combinators
 */
export const attempt = <A>(step: () => Promise<A>): Effect.Effect<A, Error> =>
  Effect.tryPromise({ try: step, catch: (cause) => (cause instanceof Error ? cause : new LocalError(String(cause))) })
