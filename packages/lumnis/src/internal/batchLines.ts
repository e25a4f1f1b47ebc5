import type { FileHandle } from "node:fs/promises"
import * as Fs from "node:fs/promises"
import * as Path from "node:path"

/** A line of a file. */
export interface Line {
  readonly text: string
  /** From 1. */
  readonly number: number
  /** Where the next line begins, in bytes. */
  readonly end: number
  /** `false` for a last line without its line end: what is left of one that was being written. */
  readonly whole: boolean
}

const chunkSize = 256 * 1024
const lineFeed = 0x0a

/** The lines of an open file, split at line feeds alone: JSON may hold every other separator. */
export async function* read(handle: FileHandle): AsyncGenerator<Line, void, undefined> {
  const buffer = Buffer.allocUnsafe(chunkSize)
  let parts: Array<Buffer> = []
  let position = 0
  let number = 0
  while (true) {
    const { bytesRead } = await handle.read(buffer, 0, chunkSize, position)
    if (bytesRead === 0) break
    let from = 0
    for (let at = buffer.indexOf(lineFeed, 0); at >= 0 && at < bytesRead; at = buffer.indexOf(lineFeed, from)) {
      const text = Buffer.concat([...parts, buffer.subarray(from, at)]).toString("utf8")
      parts = []
      from = at + 1
      number += 1
      yield { text, number, end: position + from, whole: true }
    }
    if (from < bytesRead) parts.push(Buffer.from(buffer.subarray(from, bytesRead)))
    position += bytesRead
  }
  if (parts.length > 0)
    yield { text: Buffer.concat(parts).toString("utf8"), number: number + 1, end: position, whole: false }
}

/** Appends whole lines to a file. */
export interface Writer {
  /**
   * Takes a line; lines are written in order, many with one write where they come faster than the disk. A promise is given
   * when more than enough waits to be written.
   */
  readonly append: (line: string) => Promise<void> | undefined
  /** Resolves when all lines are on the disk. */
  readonly sync: () => Promise<void>
}

/** Bytes that may wait before whoever appends has to, too. */
const highWater = 1024 * 1024

/** Longest time between two synchronisations while lines come, in milliseconds. */
const syncInterval = 1000

/** The first failure stays: after half a line no other may follow. It is what all later calls reject with. */
export const writer = (handle: FileHandle, now: () => number = performance.now.bind(performance)): Writer => {
  let waiting: Array<string> = []
  let bytes = 0
  let writing: Promise<void> | undefined
  let failed: { readonly cause: unknown } | undefined
  let synced = now()

  const drain = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const data = Buffer.from(waiting.join(""), "utf8")
        waiting = []
        bytes = 0
        for (let at = 0; at < data.length; ) at += (await handle.write(data, at)).bytesWritten
        if (now() - synced >= syncInterval) {
          await handle.datasync()
          synced = now()
        }
      }
    } catch (cause) {
      failed = { cause }
    } finally {
      // In the same turn as the last look at what waits, so that no line is left behind.
      writing = undefined
    }
  }
  const start = (): Promise<void> => {
    writing ??= drain()
    return writing
  }
  const settled = async (): Promise<void> => {
    while (failed === undefined && (writing !== undefined || waiting.length > 0)) await start()
    if (failed !== undefined) throw failed.cause
  }

  return {
    append: (line) => {
      if (failed !== undefined) return Promise.reject(failed.cause)
      waiting.push(`${line}\n`)
      bytes += line.length
      const under = start()
      return bytes > highWater ? under.then(settled) : undefined
    },
    sync: async () => {
      await settled()
      await handle.datasync()
    }
  }
}

/** Makes a new or renamed file outlast a loss of power: its directory has to be written, too. */
export const syncDirectory = async (file: string): Promise<void> => {
  const directory = await Fs.open(Path.dirname(file), "r")
  try {
    await directory.sync()
  } catch {
    // Some file systems have no such thing.
  } finally {
    await directory.close()
  }
}
