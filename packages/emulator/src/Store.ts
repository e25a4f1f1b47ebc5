/**
 * What the emulator remembers: named collections of JSON records, counters and blobs, kept in memory and, with a data
 * directory, on disk.
 *
 * On disk: `state.json` and one file a blob under `blobs/`. Each is written beside its place, flushed and renamed over
 * it, blobs first, so a process that dies at any moment leaves the previous state or the new one, never a mixture.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import { mkdir, open, readFile, rename, rm } from "node:fs/promises"
import { join } from "node:path"
import { isObject, type JsonObject } from "./Contract.js"

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
  /** In the order the ids were first set. */
  readonly values: () => ReadonlyArray<T>
  readonly entries: () => ReadonlyArray<readonly [string, T]>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Store {
  /** The collection of that name; `T` is what the platform's code puts there, as plain JSON. */
  readonly collection: <T>(name: string) => Collection<T>
  /** The next value of a counter, from 1. */
  readonly count: (name: string) => number
  readonly putBlob: (id: string, bytes: Uint8Array) => void
  readonly getBlob: (id: string) => Promise<Uint8Array | undefined>
  readonly deleteBlob: (id: string) => void
  /** Everything but the blobs' bytes, as plain JSON. */
  readonly snapshot: () => JsonObject
  readonly reset: () => void
  /** Resolves when what was changed before the call is on disk; at once without a data directory. */
  readonly flush: () => Promise<void>
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

const readState = async (path: string): Promise<JsonObject | undefined> => {
  let text: string
  try {
    text = await readFile(path, "utf8")
  } catch (error) {
    if (isObject(error) && error["code"] === "ENOENT") return undefined
    throw error
  }
  const state: unknown = JSON.parse(text)
  if (!isObject(state) || state["version"] !== 1 || !isObject(state["collections"]) || !isObject(state["counters"])) {
    throw new Error(`${path} is not a state of this emulator. Move it away or choose another data directory.`)
  }
  return state
}

const blobName = (id: string): string => encodeURIComponent(id)

/**
 * Opens a store. `directory` absent: memory only. `delay` is how long changes are gathered before a write, in
 * milliseconds. `onError` is told about a write that failed; the next change tries again.
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
    const text = JSON.stringify(snapshot())
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
    const state = await readState(join(directory, "state.json"))
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
    flush
  }
}
