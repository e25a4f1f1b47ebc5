/**
 * The emulator as a scoped Effect and as a Layer.
 *
 * @since 0.1.0
 */
import * as Context from "effect/Context"
import * as Data from "effect/Data"
import * as Duration from "effect/Duration"
import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import type * as Scope from "effect/Scope"
import type { JsonObject, PlatformName } from "./Contract.js"
import type { FaultRule } from "./Faults.js"
import { type EmulatorOptions, startEmulator } from "./promise.js"
import type { RecordedRequest } from "./Recorder.js"
import type { ScriptRule } from "./Scripts.js"
import type { StorageReport } from "./storage/Objects.js"

/**
 * The emulator cannot start, or an argument is invalid. `reason`: `Address` (host or port), `DataDirectory`, or `Usage`
 * (an invalid rule or script, or advancing a real clock).
 *
 * @since 0.1.0
 * @category errors
 */
export class EmulatorError extends Data.TaggedError("EmulatorError")<{
  readonly reason: "Address" | "DataDirectory" | "Usage"
  readonly message: string
  readonly cause?: unknown
}> {}

/**
 * A running emulator.
 *
 * @since 0.1.0
 * @category models
 */
export interface Service {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Base URLs for clients. */
  readonly urls: { readonly [P in PlatformName]: string }
  /** Base URLs on separate ports, for clients that drop the path of a base URL. */
  readonly origins: { readonly [P in PlatformName]: string }
  /** The recorded requests, oldest first. */
  readonly requests: Effect.Effect<ReadonlyArray<RecordedRequest>>
  readonly clearRequests: Effect.Effect<void>
  /** Adds a fault rule and returns its id. */
  readonly fault: (rule: FaultRule) => Effect.Effect<string, EmulatorError>
  /** Removes one rule, or all rules. Returns whether a rule was removed. */
  readonly clearFaults: (id?: string) => Effect.Effect<boolean>
  /** Adds a script for matching runs. */
  readonly script: (rule: ScriptRule) => Effect.Effect<void, EmulatorError>
  /** Deletes state, requests, faults and scripts. Ids start from the beginning. */
  readonly reset: Effect.Effect<void>
  /** Advances a manual clock. */
  readonly advance: (duration: Duration.DurationInput) => Effect.Effect<void, EmulatorError>
  /** Number of waits on a manual clock, including long polls. */
  readonly waiting: Effect.Effect<number>
  /** Number of open sockets. */
  readonly sockets: Effect.Effect<number>
  readonly state: Effect.Effect<JsonObject>
  /** Objects, unfinished uploads and counters of the object storage. */
  readonly storage: Effect.Effect<StorageReport>
  readonly clearStorageCounts: Effect.Effect<void>
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))

const usage = (cause: unknown): EmulatorError => new EmulatorError({ reason: "Usage", message: messageOf(cause) })

const startError =
  (options: EmulatorOptions) =>
  (cause: unknown): EmulatorError => {
    const code = typeof cause === "object" && cause !== null && "code" in cause ? cause.code : undefined
    if (code === "EADDRINUSE") {
      const message = `Port ${options.port} is in use. Choose another port, or 0 for any free port.`
      return new EmulatorError({ reason: "Address", message, cause })
    }
    const address =
      cause instanceof TypeError || (code === "EACCES" && options.dataDir === undefined) || code === "EADDRNOTAVAIL"
    return new EmulatorError({ reason: address ? "Address" : "DataDirectory", message: messageOf(cause), cause })
  }

/**
 * Starts an emulator that stops with its scope.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make: (options?: EmulatorOptions) => Effect.Effect<Service, EmulatorError, Scope.Scope> = Effect.fn(
  "Emulator.make"
)(function* (options: EmulatorOptions = {}) {
  const running = yield* Effect.acquireRelease(
    Effect.tryPromise({ try: () => startEmulator(options), catch: startError(options) }),
    (emulator) => Effect.ignoreLogged(Effect.tryPromise(emulator.stop))
  )
  const service: Service = {
    url: running.url,
    urls: running.urls,
    origins: running.origins,
    requests: Effect.sync(running.requests),
    clearRequests: Effect.sync(running.clearRequests),
    fault: (rule) => Effect.try({ try: () => running.fault(rule), catch: usage }),
    clearFaults: (id) => Effect.sync(() => running.clearFaults(id)),
    script: (rule) => Effect.try({ try: () => running.script(rule), catch: usage }),
    reset: Effect.sync(running.reset),
    advance: (duration) => Effect.tryPromise({ try: () => running.advance(Duration.toMillis(duration)), catch: usage }),
    waiting: Effect.sync(running.waiting),
    sockets: Effect.sync(running.sockets),
    state: Effect.sync(running.state),
    storage: Effect.promise(running.storage),
    clearStorageCounts: Effect.sync(running.clearStorageCounts)
  }
  return service
})

/**
 * The emulator as a service.
 *
 * @example
 * ```ts
 * import { Emulator } from "@trilum/emulator"
 * import * as Effect from "effect/Effect"
 *
 * const program = Effect.gen(function*() {
 *   const emulator = yield* Emulator
 *   yield* emulator.fault({ match: { operation: "getUser" }, sequence: [503, "pass"] })
 *   return emulator.urls.lumnis
 * }).pipe(Effect.provide(Emulator.layer()))
 * ```
 *
 * @since 0.1.0
 * @category tags
 */
export class Emulator extends Context.Tag("@trilum/emulator/Emulator")<Emulator, Service>() {
  /** Starts an emulator that stops with its scope. */
  static readonly make: typeof make = make

  /** A layer with an emulator that stops with the layer. */
  static readonly layer = (options?: EmulatorOptions): Layer.Layer<Emulator, EmulatorError> =>
    Layer.scoped(Emulator, make(options))
}
