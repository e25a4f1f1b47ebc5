/**
 * The emulator for programs without Effect: `startEmulator`, and the running emulator it returns.
 *
 * @since 0.1.0
 */
import { join } from "node:path"
import * as Admin from "./Admin.js"
import * as Clock from "./Clock.js"
import { isObject, type JsonObject, type PlatformName } from "./Contract.js"
import * as Engine from "./Engine.js"
import * as FaultSyntax from "./FaultSyntax.js"
import * as Faults from "./Faults.js"
import * as Ids from "./Ids.js"
import type { ApiKey, Changes, LumlOptions, Platform, Settings } from "./Platform.js"
import * as Recorder from "./Recorder.js"
import * as Scripts from "./Scripts.js"
import * as Server from "./Server.js"
import * as Store from "./Store.js"
import * as Objects from "./storage/Objects.js"
import * as Spool from "./storage/Spool.js"
import * as Storage from "./storage/Storage.js"

/**
 * The options of an emulator.
 *
 * @since 0.1.0
 * @category models
 */
export interface EmulatorOptions {
  /** A loopback address. Default: `127.0.0.1`. */
  readonly host?: string | undefined
  /** Default: 0, any free port. */
  readonly port?: number | undefined
  /** Seed of ids, sample values and random faults. Default: `trilum`. */
  readonly seed?: string | number | undefined
  /** `real` (default), or `manual`: time changes only when it is advanced. */
  readonly clock?: "real" | "manual" | undefined
  /** Start of a manual clock. Default: 2025-01-01T00:00:00Z. */
  readonly now?: Date | number | undefined
  /** Factor of the duration of emulated work. 0: no time. Default: 1. */
  readonly pace?: number | undefined
  /**
   * Directory that stores the state across restarts. Default: in memory only. Only one emulator at a time can use it.
   */
  readonly dataDir?: string | undefined
  /** Accepted keys. Default: any key that is not empty. */
  readonly apiKeys?: Readonly<Record<string, ApiKey>> | undefined
  /**
   * Rate limits of LVNG: `headers` (default) reports them, `enforced` also responds with 429, `off` disables them.
   */
  readonly rateLimits?: Settings["rateLimits"] | undefined
  /** Format of `X-RateLimit-Reset`: `iso` (default), or `epoch` for seconds since 1970. */
  readonly rateLimitReset?: Settings["rateLimitReset"] | undefined
  /** Options of LUML: quirks, initial records, roles, limits, multipart sizes. */
  readonly luml?: LumlOptions | undefined
  /** Size in bytes up to which objects of the storage stay in memory. Larger ones are in files. Default: 1 MiB. */
  readonly storageMemory?: number | undefined
  /** Maximum size of a request body in bytes; 413 beyond. Default: 256 MiB. */
  readonly maxBodyBytes?: number | undefined
  /** Maximum number of requests in `requests`, within 64 MiB. Default: 10 000. */
  readonly maxRequests?: number | undefined
  /** Time in milliseconds that `stop` waits for open requests. Default: 2000. */
  readonly grace?: number | undefined
  /** Called when the state in `dataDir` cannot be read or written. Default: writes a line to stderr. */
  readonly onError?: ((error: unknown) => void) | undefined
}

/**
 * A running emulator.
 *
 * @since 0.1.0
 * @category models
 */
export interface RunningEmulator extends AsyncDisposable {
  /** `http://127.0.0.1:PORT` */
  readonly url: string
  /** Base URLs for clients. */
  readonly urls: { readonly [P in PlatformName]: string }
  /** Base URLs on separate ports, for clients that drop the path of a base URL. */
  readonly origins: { readonly [P in PlatformName]: string }
  readonly port: number
  readonly requests: () => ReadonlyArray<Recorder.RecordedRequest>
  readonly clearRequests: () => void
  /** Adds a fault rule and returns its id. Throws a `TypeError` for an invalid rule. */
  readonly fault: (rule: Faults.FaultRule) => string
  readonly clearFaults: (id?: string) => boolean
  /** Adds a script for matching runs. Throws a `TypeError` for an invalid script. */
  readonly script: (rule: Scripts.ScriptRule) => void
  /** Deletes state, requests, faults and scripts. Ids start from the beginning. */
  readonly reset: () => void
  /** Advances a manual clock. Rejects with a `TypeError` when the clock is real. */
  readonly advance: (milliseconds: number) => Promise<void>
  /** Number of waits on a manual clock, including long polls. 0 on a real clock. */
  readonly waiting: () => number
  /** Number of open sockets. */
  readonly sockets: () => number
  /** Collections, counters, clock, faults and scripts as plain JSON. */
  readonly state: () => JsonObject
  /** Objects, unfinished uploads and counters of the object storage. */
  readonly storage: () => Promise<Objects.StorageReport>
  readonly clearStorageCounts: () => void
  /** Resolves when the state is on disk. */
  readonly flush: () => Promise<void>
  readonly stop: () => Promise<void>
  /**
   * Resolves when `POST /__emulator/stop` asks the emulator to stop, as `trilum emulator stop` does. You must call
   * `stop`.
   */
  readonly stopRequested: Promise<undefined>
}

const platforms: { readonly [P in PlatformName]: () => Promise<Platform> } = {
  lumnis: async () => (await import("./platforms/lumnis/Lumnis.js")).platform,
  lvng: async () => (await import("./platforms/lvng/Lvng.js")).platform,
  luml: async () => (await import("./platforms/luml/Luml.js")).platform
}

const makeChanges = (): Changes => {
  const waiting = new Map<string, Set<() => void>>()
  return {
    notify: (id) => {
      for (const wake of waiting.get(id) ?? []) wake()
    },
    next: (id, signal) => {
      const controller = new AbortController()
      const wake = (): void => controller.abort()
      const wakers = waiting.get(id) ?? new Set()
      waiting.set(id, wakers.add(wake))
      signal.addEventListener("abort", wake)
      if (signal.aborted) wake()
      return {
        signal: controller.signal,
        release: () => {
          signal.removeEventListener("abort", wake)
          wakers.delete(wake)
          if (wakers.size === 0) waiting.delete(id)
        }
      }
    }
  }
}

/** Collections named `secret.*` contain keys and are omitted from reports. */
const withoutSecrets = (snapshot: JsonObject): JsonObject => {
  const collections = isObject(snapshot["collections"]) ? Object.entries(snapshot["collections"]) : []
  return { ...snapshot, collections: Object.fromEntries(collections.filter(([name]) => !name.startsWith("secret."))) }
}

const urlsOf = (url: string): { readonly [P in PlatformName]: string } => ({
  lumnis: `${url}/lumnis`,
  lvng: `${url}/lvng`,
  luml: `${url}/luml`
})

const firstMoment = Date.UTC(2025, 0, 1)

const complain = (error: unknown): void => {
  process.stderr.write(`trilum emulator: ${error instanceof Error ? error.message : String(error)}\n`)
}

/**
 * Starts an emulator. Rejects when the host is not a loopback address, the port is in use, or the data directory is in
 * use or cannot be used.
 *
 * @since 0.1.0
 * @category constructors
 */
export const startEmulator = async (options: EmulatorOptions = {}): Promise<RunningEmulator> => {
  const store = await Store.load({ directory: options.dataDir, onError: options.onError ?? complain })
  return run(options, store).catch(async (error: unknown) => {
    await store.close()
    throw error
  })
}

const run = async (options: EmulatorOptions, store: Store.Store): Promise<RunningEmulator> => {
  const host = options.host ?? "127.0.0.1"
  if (!Server.isLoopback(host)) throw new TypeError(`The emulator listens only on loopback, not on ${host}.`)
  const manual = options.clock === "manual" ? Clock.manual(Number(options.now ?? firstMoment)) : undefined
  const clock = manual ?? Clock.real
  const seed = String(options.seed ?? "trilum")
  const ids = Ids.make(seed, store.count)
  const transient = new Map<string, number>()
  const passing = Ids.make(seed, (name) => {
    const value = (transient.get(name) ?? 0) + 1
    transient.set(name, value)
    return value
  })
  const scripts = Scripts.make()
  const faults = Faults.make(passing)
  const recorder = Recorder.make(options.maxRequests ?? 10_000)

  const spool = Spool.make({
    directory: options.dataDir === undefined ? undefined : join(options.dataDir, "objects"),
    memoryLimit: options.storageMemory ?? 1024 * 1024
  })
  const objects = Objects.make(store, spool)
  if (options.dataDir !== undefined) await objects.recover()

  const reset = (): void => {
    objects.clear()
    store.reset()
    transient.clear()
    scripts.clear()
    faults.clear()
    recorder.clear()
  }

  const state = (): JsonObject => ({
    ...withoutSecrets(store.snapshot()),
    clock: clockState(),
    faults: faults.list(),
    scripts: scripts.list(),
    sockets: server.sockets()
  })

  const clockState = () => ({
    now: new Date(clock.now()).toISOString(),
    manual: manual !== undefined,
    waiting: manual?.waiting() ?? 0
  })

  const nextRequestId = (): string => `req_${passing.hex("request", 24)}`
  const origin = (which: "first" | "second"): Promise<string> =>
    which === "first" ? Promise.resolve(server.url) : server.secondUrl()

  const engine = Engine.make({
    platforms,
    clock,
    ids,
    seed,
    pace: options.pace ?? 1,
    settings: {
      rateLimits: options.rateLimits ?? "headers",
      rateLimitReset: options.rateLimitReset ?? "iso",
      luml: options.luml ?? {}
    },
    store,
    scripts,
    faults,
    recorder,
    changes: makeChanges(),
    apiKeys: options.apiKeys,
    maxBodyBytes: options.maxBodyBytes ?? 256 * 1024 * 1024,
    nextRequestId,
    origin
  })

  const storage = Storage.make({
    clock,
    faults,
    recorder,
    objects,
    spool,
    trust: Objects.trust(store),
    nextRequestId,
    nextUploadId: () => ids.hex("upload", 32),
    origin
  })

  const clearFaults = (id?: string): boolean => {
    if (id !== undefined) return faults.remove(id)
    faults.clear()
    return true
  }

  let requestStop: () => void = () => undefined
  const stopRequested = new Promise<undefined>((resolve) => {
    requestStop = () => resolve(undefined)
  })

  const server = await Server.start({
    host,
    port: options.port ?? 0,
    routes: {
      platform: engine.handle,
      storage: storage.handle,
      admin: Admin.make({
        where: () => ({ url: server.url, urls: urlsOf(server.url), origins: server.origins }),
        requestStop,
        state,
        requests: recorder.list,
        clearRequests: recorder.clear,
        fault: faults.add,
        faults: faults.list,
        clearFaults,
        script: scripts.add,
        scripts: scripts.list,
        clearScripts: scripts.clear,
        clock: clockState,
        advance: manual?.advance,
        reset,
        storage: objects.report,
        clearStorageCounts: objects.clearCounts,
        platform: engine.admin
      })
    }
  })

  let stopped: Promise<void> | undefined
  const stop = (): Promise<void> => {
    stopped ??= server
      .stop(options.grace ?? 2000)
      .then(store.close)
      .finally(spool.close)
    return stopped
  }

  return {
    url: server.url,
    urls: urlsOf(server.url),
    stopRequested,
    origins: server.origins,
    port: Number(new URL(server.url).port),
    requests: recorder.list,
    clearRequests: recorder.clear,
    fault: (rule) => {
      const checked = FaultSyntax.fromJson(rule)
      if ("problem" in checked) throw new TypeError(`Invalid fault rule: ${checked.problem}.`)
      return faults.add(checked)
    },
    clearFaults,
    script: (rule) => {
      const checked = Scripts.parse(rule.script)
      if ("problem" in checked) throw new TypeError(`Invalid script: ${checked.problem}.`)
      scripts.add(rule)
    },
    reset,
    advance: async (milliseconds) => {
      if (manual === undefined) throw new TypeError('The clock is real: start the emulator with clock: "manual".')
      await manual.advance(milliseconds)
    },
    waiting: () => manual?.waiting() ?? 0,
    sockets: server.sockets,
    state,
    storage: objects.report,
    clearStorageCounts: objects.clearCounts,
    flush: () => store.flush().then(spool.settled),
    stop,
    [Symbol.asyncDispose]: stop
  }
}

export type { FaultRule } from "./Faults.js"
export type { RecordedRequest } from "./Recorder.js"
export type { Script, ScriptRule, Step } from "./Scripts.js"
