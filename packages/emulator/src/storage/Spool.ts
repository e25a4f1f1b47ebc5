/**
 * Where the bytes of objects are: small ones in memory, larger ones in files, so that memory stays bounded whatever is
 * uploaded. With a data directory everything is in files, and stays.
 *
 * @since 0.1.0
 */
import { createHash, randomUUID } from "node:crypto"
import { createReadStream } from "node:fs"
import { mkdir, mkdtemp, open, readdir, rm } from "node:fs/promises"
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
  /** Keeps a stream of bytes. Rejects with the stream's error when it breaks, and then keeps nothing. */
  readonly receive: (chunks: AsyncIterable<Uint8Array>) => Promise<Received>
  /** Bytes `start` to `end` (exclusive) of the pieces in a row. */
  readonly read: (pieces: ReadonlyArray<Piece>, start: number, end: number) => AsyncGenerator<Uint8Array>
  readonly drop: (pieces: ReadonlyArray<Piece>) => void
  /** Pieces that are held, by id. */
  readonly held: () => Promise<ReadonlySet<string>>
  /** Bytes in memory and the number of files. */
  readonly usage: () => Promise<{ readonly memory: number; readonly files: number }>
  /** Resolves when everything dropped so far is gone from the disk. */
  readonly settled: () => Promise<void>
  /** Removes temporary files. */
  readonly close: () => Promise<void>
}

/** How much is gathered before a write. */
const batch = 1024 * 1024

const names = (directory: string): Promise<ReadonlyArray<string>> => readdir(directory).catch(() => [])

/**
 * `directory`: everything goes there and stays. Otherwise what is longer than `memoryLimit` goes to a temporary directory
 * that is made when first needed.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (options: { readonly directory: string | undefined; readonly memoryLimit: number }): Spool => {
  const memory = new Map<string, Uint8Array>()
  const removals = new Set<Promise<void>>()
  const limit = options.directory === undefined ? options.memoryLimit : -1
  let made: Promise<string> | undefined

  const directory = (): Promise<string> => {
    made ??=
      options.directory === undefined
        ? mkdtemp(join(tmpdir(), "trilum-emulator-"))
        : mkdir(options.directory, { recursive: true, mode: 0o700 }).then(() => options.directory ?? "")
    return made
  }

  const track = (work: Promise<void>): void => {
    const settled = work.catch(() => undefined)
    removals.add(settled)
    settled.finally(() => removals.delete(settled)).catch(() => undefined)
  }

  const toFile = async (
    id: string,
    first: ReadonlyArray<Uint8Array>,
    rest: AsyncIterator<Uint8Array>,
    hash: ReturnType<typeof createHash>
  ): Promise<number> => {
    const path = join(await directory(), id)
    const handle = await open(path, "w", 0o600)
    let waiting = [...first]
    let gathered = waiting.reduce((sum, chunk) => sum + chunk.length, 0)
    let size = 0
    const write = async (): Promise<void> => {
      if (waiting.length > 0) await handle.writev(waiting)
      size += gathered
      waiting = []
      gathered = 0
    }
    try {
      for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
        hash.update(next.value)
        waiting.push(next.value)
        gathered += next.value.length
        if (gathered >= batch) await write()
      }
      await write()
      await handle.close()
      return size
    } catch (error) {
      await handle.close().catch(() => undefined)
      await rm(path, { force: true })
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
    const path = join(await directory(), piece.id)
    const stream = createReadStream(path, { start, end: end - 1, highWaterMark: 256 * 1024 })
    for await (const chunk of stream) yield chunk
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

  const existing = async (): Promise<ReadonlyArray<string>> =>
    options.directory !== undefined ? names(options.directory) : made === undefined ? [] : names(await made)

  return {
    receive,
    read,
    drop: (pieces) => {
      for (const { id } of pieces) {
        if (memory.delete(id)) continue
        track(directory().then((root) => rm(join(root, id), { force: true })))
      }
    },
    held: async () => new Set([...memory.keys(), ...(await existing())]),
    usage: async () => ({
      memory: [...memory.values()].reduce((sum, bytes) => sum + bytes.length, 0),
      files: (await existing()).length
    }),
    settled,
    close: async () => {
      await settled()
      if (options.directory === undefined && made !== undefined) await rm(await made, { recursive: true, force: true })
    }
  }
}
