import { randomUUID } from "node:crypto"
import * as Fs from "node:fs/promises"
import * as Path from "node:path"

/** A file that is being written under another name, in its folder. */
export interface Saving {
  /** Takes bytes, which must not change any more. Gives a promise when more than enough waits to be written. */
  readonly append: (bytes: Iterable<Uint8Array>) => Promise<void> | undefined
  /** Resolves with the size once all is on the disk and the file has its name. */
  readonly finish: () => Promise<number>
  /** Takes away what is there, unless it has its name already. */
  readonly abort: () => Promise<void>
}

/** Bytes that may wait for the disk before whoever brings them has to, too. */
const highWater = 1024 * 1024

/** Most buffers of one write: systems take 1,024 at least. */
const mostBuffers = 512

/** Begins to write what will be `target`. With `overwrite: false` a file that has the name, also later, is left alone. */
export const begin = async (target: string, overwrite: boolean): Promise<Saving> => {
  const partial = Path.join(Path.dirname(target), `.${Path.basename(target)}.${randomUUID()}.part`)
  const handle = await Fs.open(partial, "wx")
  let waiting: Array<Uint8Array> = []
  let bytes = 0
  let size = 0
  let writing: Promise<void> | undefined
  let failed: { readonly cause: unknown } | undefined

  const drain = async (): Promise<void> => {
    try {
      while (waiting.length > 0) {
        const batch = waiting
        waiting = []
        bytes = 0
        for (let at = 0; at < batch.length; at += mostBuffers) await writeAll(handle, batch.slice(at, at + mostBuffers))
      }
    } catch (cause) {
      failed = { cause }
    } finally {
      writing = undefined
    }
  }
  const settled = async (): Promise<void> => {
    await writing
    if (failed !== undefined) throw failed.cause
  }
  return {
    append: (more) => {
      if (failed !== undefined) return Promise.reject(failed.cause)
      for (const each of more) {
        waiting.push(each)
        bytes += each.byteLength
        size += each.byteLength
      }
      // A drain with nothing to write ends before it could be told from one under way.
      if (waiting.length > 0) writing ??= drain()
      return bytes >= highWater ? settled() : undefined
    },
    finish: async () => {
      await settled()
      await handle.sync()
      await handle.close()
      if (overwrite) await Fs.rename(partial, target)
      else {
        // Unlike `rename`, `link` refuses a name that is taken.
        await Fs.link(partial, target)
        await Fs.unlink(partial)
      }
      return size
    },
    abort: async () => {
      waiting = []
      await writing
      await handle.close().catch(() => undefined)
      await Fs.unlink(partial).catch(() => undefined)
    }
  }
}

const writeAll = async (handle: Fs.FileHandle, buffers: ReadonlyArray<Uint8Array>): Promise<void> => {
  const { bytesWritten } = await handle.writev(buffers)
  let left = bytesWritten
  for (const buffer of buffers) {
    let at = Math.min(left, buffer.byteLength)
    left -= at
    while (at < buffer.byteLength) at += (await handle.write(buffer, at)).bytesWritten
  }
}
