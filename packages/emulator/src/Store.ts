/**
 * The state of the emulator: named collections of JSON records, counters and blobs. It is in memory and, with a data
 * directory, on disk.
 *
 * The directory contains `state.json` and a file for each blob in `blobs/`. Each file is written under a temporary
 * name, synced and renamed, blobs first. After a crash, the directory has the previous state or the new one.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import { mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { isObject, type JsonObject } from "./Contract.js"
import * as DataLock from "./internal/dataLock.js"
import * as Json from "./internal/json.js"

/**
 * Records of one kind by id. Records are replaced, never changed in place.
 *
 * @since 0.1.0
 * @category models
 */
export interface Collection<T> {
  readonly get: (id: string) => T | undefined
  readonly set: (id: string, value: T) => void
  readonly delete: (id: string) => boolean
  /** In the order in which the ids were first set. */
  readonly values: () => ReadonlyArray<T>
  readonly entries: () => ReadonlyArray<readonly [string, T]>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Store {
  /** The collection with this name. `T` is the type of its records, which are plain JSON. */
  readonly collection: <T>(name: string) => Collection<T>
  /** The next value of a counter, from 1. */
  readonly count: (name: string) => number
  readonly putBlob: (id: string, bytes: Uint8Array) => void
  readonly getBlob: (id: string) => Promise<Uint8Array | undefined>
  readonly deleteBlob: (id: string) => void
  /** The state as plain JSON, without the bytes of blobs. */
  readonly snapshot: () => JsonObject
  readonly reset: () => void
  /** Resolves when all earlier changes are on disk. Without a data directory, resolves at once. */
  readonly flush: () => Promise<void>
  /** Writes all changes and releases the directory. */
  readonly close: () => Promise<void>
}

const writeAtomically = async (path: string, data: string | Uint8Array): Promise<void> => {
  const temporary = `${path}.${randomUUID()}.tmp`
  try {
    const handle = await open(temporary, "w", 0o600)
    try {
      await handle.writeFile(data)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
}

/** A temporary file of an interrupted write. */
const temporaryName = /\.[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.tmp$/

const removeTemporary = async (directory: string): Promise<void> => {
  for (const name of await readdir(directory)) {
    if (temporaryName.test(name)) await rm(join(directory, name), { force: true })
  }
}

const parsedState = (text: string): unknown => {
  try {
    return Json.parse(text)
  } catch {
    return undefined
  }
}

/**
 * Reads the state. A file that is not JSON is renamed and reported, and the emulator starts empty. A state of another
 * version is an error, because another release may require it.
 */
const readState = async (path: string, onError: (error: unknown) => void): Promise<JsonObject | undefined> => {
  let text: string
  try {
    text = await readFile(path, "utf8")
  } catch (error) {
    if (isObject(error) && error["code"] === "ENOENT") return undefined
    throw error
  }
  const state = parsedState(text)
  if (state === undefined) {
    const aside = `${path}.corrupt-${randomUUID().slice(0, 8)}`
    await rename(path, aside)
    onError(new Error(`${path} is not JSON. It was renamed to ${aside}. The emulator starts without a state.`))
    return undefined
  }
  if (!isObject(state) || state["version"] !== 1 || !isObject(state["collections"]) || !isObject(state["counters"])) {
    throw new Error(`${path} is not a state of this emulator. Move it or choose another data directory.`)
  }
  return state
}

const blobName = (id: string): string => encodeURIComponent(id)

/**
 * Opens a store. Without a `directory`, it is only in memory. `delay` is the time in milliseconds that changes are
 * collected before a write. `onError` receives the error of a failed write, which the next change retries, and of an
 * unreadable state. Rejects when another process uses the directory.
 *
 * @since 0.1.0
 * @category constructors
 */
export const load = async (options: {
  readonly directory?: string | undefined
  readonly delay?: number | undefined
  readonly onError?: ((error: unknown) => void) | undefined
}): Promise<Store> => {
  const { directory } = options
  const collections = new Map<string, Map<string, unknown>>()
  const counters = new Map<string, number>()
  const blobs = new Map<string, Uint8Array>()
  const dirtyBlobs = new Set<string>()
  let dirty = false
  let timer: NodeJS.Timeout | undefined
  let writing: Promise<void> = Promise.resolve()
  let release: () => Promise<void> = () => Promise.resolve()

  const snapshot = (): JsonObject => ({
    version: 1,
    counters: Object.fromEntries(counters),
    collections: Object.fromEntries([...collections].map(([name, records]) => [name, Object.fromEntries(records)]))
  })

  const write = async (root: string): Promise<void> => {
    if (!dirty) return
    dirty = false
    const changed = [...dirtyBlobs]
    dirtyBlobs.clear()
    const text = Json.stringify(snapshot())
    try {
      for (const id of changed) {
        const bytes = blobs.get(id)
        if (bytes !== undefined) await writeAtomically(join(root, "blobs", blobName(id)), bytes)
      }
      await writeAtomically(join(root, "state.json"), text)
      for (const id of changed) {
        if (!blobs.has(id)) await rm(join(root, "blobs", blobName(id)), { force: true })
      }
    } catch (error) {
      dirty = true
      for (const id of changed) dirtyBlobs.add(id)
      throw error
    }
  }

  const flush = (): Promise<void> => {
    if (timer !== undefined) clearTimeout(timer)
    timer = undefined
    if (directory === undefined) return Promise.resolve()
    const result = writing.then(() => write(directory))
    writing = result.catch(() => undefined)
    return result
  }

  const changed = (): void => {
    dirty = true
    if (directory === undefined || timer !== undefined) return
    timer = setTimeout(() => {
      timer = undefined
      flush().catch((error: unknown) => options.onError?.(error))
    }, options.delay ?? 100)
    timer.unref()
  }

  if (directory !== undefined) {
    await mkdir(join(directory, "blobs"), { recursive: true, mode: 0o700 })
    release = await DataLock.acquire(directory)
    await removeTemporary(directory)
    await removeTemporary(join(directory, "blobs"))
    const state = await readState(join(directory, "state.json"), options.onError ?? (() => undefined)).catch(
      async (error: unknown) => {
        await release()
        throw error
      }
    )
    for (const [name, records] of Object.entries(isObject(state?.["collections"]) ? state["collections"] : {})) {
      collections.set(name, new Map(isObject(records) ? Object.entries(records) : []))
    }
    for (const [name, value] of Object.entries(isObject(state?.["counters"]) ? state["counters"] : {})) {
      if (typeof value === "number") counters.set(name, value)
    }
  }

  const records = (name: string): Map<string, unknown> => {
    const known = collections.get(name)
    if (known !== undefined) return known
    const created = new Map<string, unknown>()
    collections.set(name, created)
    return created
  }

  return {
    collection: <T>(name: string): Collection<T> => {
      const all = (): Map<string, T> => records(name) as Map<string, T>
      return {
        get: (id) => all().get(id),
        set: (id, value) => {
          all().set(id, value)
          changed()
        },
        delete: (id) => {
          const existed = all().delete(id)
          if (existed) changed()
          return existed
        },
        values: () => [...all().values()],
        entries: () => [...all()]
      }
    },
    count: (name) => {
      const value = (counters.get(name) ?? 0) + 1
      counters.set(name, value)
      changed()
      return value
    },
    putBlob: (id, bytes) => {
      blobs.set(id, bytes)
      dirtyBlobs.add(id)
      changed()
    },
    getBlob: async (id) => {
      const held = blobs.get(id)
      if (held !== undefined || directory === undefined || dirtyBlobs.has(id)) return held
      const bytes = await readFile(join(directory, "blobs", blobName(id))).catch(() => undefined)
      if (bytes !== undefined && !dirtyBlobs.has(id)) blobs.set(id, bytes)
      return bytes
    },
    deleteBlob: (id) => {
      blobs.delete(id)
      dirtyBlobs.add(id)
      changed()
    },
    snapshot,
    reset: () => {
      collections.clear()
      counters.clear()
      for (const id of blobs.keys()) dirtyBlobs.add(id)
      blobs.clear()
      changed()
    },
    flush,
    close: () => flush().finally(() => release())
  }
}
