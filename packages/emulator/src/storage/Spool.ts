/**
 * Stores the bytes of objects: small ones in memory, larger ones in files, so that memory is bounded.
 *
 * Without a data directory each file is deleted as soon as it is open, so that nothing is left when the process ends.
 * With a data directory everything is in named files, which stay.
 *
 * @since 0.1.0
 */
import { createHash, type Hash, randomUUID } from "node:crypto"
import { type FileHandle, mkdir, open, readdir, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"

/**
 * Bytes that were received in one request. An object is a list of them.
 *
 * @since 0.1.0
 * @category models
 */
export interface Piece {
  readonly id: string
  readonly size: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Received {
  readonly piece: Piece
  readonly md5: Buffer
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Spool {
  /** Stores a stream of bytes. Rejects with the stream's error, and then stores nothing. */
  readonly receive: (chunks: AsyncIterable<Uint8Array>) => Promise<Received>
  /**
   * Bytes `start` to `end` (exclusive) of the pieces in a row. A piece that is dropped while it is read is read to its
   * end.
   */
  readonly read: (pieces: ReadonlyArray<Piece>, start: number, end: number) => AsyncGenerator<Uint8Array>
  readonly drop: (pieces: ReadonlyArray<Piece>) => void
  /** Pieces that are held, by id. */
  readonly held: () => Promise<ReadonlySet<string>>
  /** Bytes in memory and the number of files. */
  readonly usage: () => Promise<{ readonly memory: number; readonly files: number }>
  /** Resolves when everything dropped so far is deleted. */
  readonly settled: () => Promise<void>
  /** Deletes everything that is not in a data directory. */
  readonly close: () => Promise<void>
}

/** How much is gathered before a write, and read at once. */
const batch = 1024 * 1024

/** Files of pieces. */
interface Files {
  readonly create: (id: string) => Promise<FileHandle>
  /** Keeps a file that was written. */
  readonly keep: (id: string, handle: FileHandle) => Promise<void>
  /** Deletes a file that was not written to its end. */
  readonly discard: (id: string, handle: FileHandle) => Promise<void>
  readonly use: (id: string) => Promise<{ readonly handle: FileHandle; readonly release: () => Promise<void> }>
  readonly remove: (id: string) => Promise<void>
  readonly ids: () => Promise<ReadonlyArray<string>>
  readonly close: () => Promise<void>
}

const named = (directory: string): Files => {
  const path = (id: string): string => join(directory, id)
  const remove = (id: string): Promise<void> => rm(path(id), { force: true })
  return {
    create: async (id) => {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      return open(path(id), "wx", 0o600)
    },
    keep: (_id, handle) => handle.close(),
    discard: async (id, handle) => {
      await handle.close()
      await remove(id)
    },
    use: async (id) => {
      const handle = await open(path(id), "r")
      return { handle, release: () => handle.close() }
    },
    remove,
    ids: () => readdir(directory).catch(() => []),
    close: () => Promise.resolve()
  }
}

/** Files without a name, held by their handles. Where open files cannot be removed, they are when they are closed. */
const nameless = (): Files => {
  interface Held {
    readonly handle: FileHandle
    readers: number
    dropped: boolean
  }
  const files = new Map<string, Held>()
  const path = (id: string): string => join(tmpdir(), `trilum-emulator-${id}`)
  const unlinks = process.platform !== "win32"
  const end = async (id: string, handle: FileHandle): Promise<void> => {
    await handle.close()
    if (!unlinks) await rm(path(id), { force: true })
  }
  const remove = async (id: string): Promise<void> => {
    const held = files.get(id)
    if (held === undefined) return
    files.delete(id)
    held.dropped = true
    if (held.readers === 0) await end(id, held.handle)
  }
  return {
    create: async (id) => {
      const handle = await open(path(id), "wx+", 0o600)
      if (unlinks) await rm(path(id))
      return handle
    },
    keep: async (id, handle) => {
      files.set(id, { handle, readers: 0, dropped: false })
    },
    discard: end,
    use: async (id) => {
      const held = files.get(id)
      if (held === undefined) throw new Error(`no piece ${id}`)
      held.readers += 1
      const release = async (): Promise<void> => {
        held.readers -= 1
        if (held.dropped && held.readers === 0) await end(id, held.handle)
      }
      return { handle: held.handle, release }
    },
    remove,
    ids: async () => [...files.keys()],
    close: async () => {
      await Promise.all([...files.keys()].map(remove))
    }
  }
}

/** Writes what is left of a stream behind what was read of it. */
const write = async (
  handle: FileHandle,
  first: ReadonlyArray<Uint8Array>,
  rest: AsyncIterator<Uint8Array>,
  hash: Hash
): Promise<number> => {
  let waiting = [...first]
  let gathered = waiting.reduce((sum, chunk) => sum + chunk.length, 0)
  let size = 0
  const flush = async (): Promise<void> => {
    for (const chunk of waiting.length > 0 ? [Buffer.concat(waiting)] : []) {
      for (let at = 0; at < chunk.length; ) at += (await handle.write(chunk, at)).bytesWritten
    }
    size += gathered
    waiting = []
    gathered = 0
  }
  for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
    hash.update(next.value)
    waiting.push(next.value)
    gathered += next.value.length
    if (gathered >= batch) await flush()
  }
  await flush()
  return size
}

/**
 * `directory`: everything goes there and stays. Otherwise what is longer than `memoryLimit` bytes goes to files of the
 * system's temporary directory.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: { readonly directory: string | undefined; readonly memoryLimit: number }): Spool => {
  const memory = new Map<string, Uint8Array>()
  const removals = new Set<Promise<void>>()
  const files = options.directory === undefined ? nameless() : named(options.directory)
  const limit = options.directory === undefined ? options.memoryLimit : -1

  const track = (work: Promise<void>): void => {
    const settled = work.catch(() => undefined).finally(() => removals.delete(settled))
    removals.add(settled)
  }

  const toFile = async (
    id: string,
    first: ReadonlyArray<Uint8Array>,
    rest: AsyncIterator<Uint8Array>,
    hash: Hash
  ): Promise<number> => {
    const handle = await files.create(id)
    try {
      const size = await write(handle, first, rest, hash)
      await files.keep(id, handle)
      return size
    } catch (error) {
      await files.discard(id, handle)
      throw error
    }
  }

  const receive = async (chunks: AsyncIterable<Uint8Array>): Promise<Received> => {
    const id = randomUUID()
    const hash = createHash("md5")
    const iterator = chunks[Symbol.asyncIterator]()
    const kept: Array<Uint8Array> = []
    let size = 0
    while (size <= limit) {
      const next = await iterator.next()
      if (next.done === true) {
        memory.set(id, Buffer.concat(kept))
        return { piece: { id, size }, md5: hash.digest() }
      }
      hash.update(next.value)
      kept.push(next.value)
      size += next.value.length
    }
    const written = await toFile(id, kept, iterator, hash)
    return { piece: { id, size: written }, md5: hash.digest() }
  }

  const readPiece = async function* (piece: Piece, start: number, end: number): AsyncGenerator<Uint8Array> {
    const held = memory.get(piece.id)
    if (held !== undefined) {
      yield held.subarray(start, end)
      return
    }
    const { handle, release } = await files.use(piece.id)
    try {
      for (let at = start; at < end; ) {
        const length = Math.min(batch, end - at)
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(length), 0, length, at)
        if (bytesRead === 0) throw new Error(`piece ${piece.id} is shorter than it was`)
        yield buffer.subarray(0, bytesRead)
        at += bytesRead
      }
    } finally {
      await release()
    }
  }

  const read = async function* (pieces: ReadonlyArray<Piece>, start: number, end: number): AsyncGenerator<Uint8Array> {
    let at = 0
    for (const piece of pieces) {
      const from = Math.max(start - at, 0)
      const to = Math.min(end - at, piece.size)
      if (from < to) yield* readPiece(piece, from, to)
      at += piece.size
    }
  }

  const settled = async (): Promise<void> => {
    await Promise.all(removals)
  }

  return {
    receive,
    read,
    drop: (pieces) => {
      for (const { id } of pieces) if (!memory.delete(id)) track(files.remove(id))
    },
    held: async () => new Set([...memory.keys(), ...(await files.ids())]),
    usage: async () => ({
      memory: [...memory.values()].reduce((sum, bytes) => sum + bytes.length, 0),
      files: (await files.ids()).length
    }),
    settled,
    close: async () => {
      await settled()
      await files.close()
    }
  }
}
