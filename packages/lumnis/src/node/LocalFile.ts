/**
 * Files of this machine, for uploads and downloads under Node.
 *
 * @since 0.1.0
 */
import * as Fs from "node:fs/promises"
import * as Path from "node:path"
import { TrilumError } from "@trilum/core/ApiError"
import type { FilePart } from "@trilum/core/Operation"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Stream from "effect/Stream"
import * as Saving from "../internal/fileSaving.js"
import * as System from "../internal/systemReasons.js"

/**
 * A file of this machine could not be read or written. `file` is its path, `code` the system's, such as `ENOENT`.
 *
 * @since 0.1.0
 * @category errors
 */
export class LocalFileError extends TrilumError<"LocalFileError"> {
  readonly file: string
  constructor(details: { readonly file: string; readonly code: string; readonly message: string }) {
    super("LocalFileError", { ...details, platform: "lumnis" })
    this.file = details.file
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface FromPathOptions {
  /** The name it is uploaded under. Default: the last part of the path. */
  readonly filename?: string | undefined
  /** Default: `application/octet-stream`. */
  readonly contentType?: string | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface SaveOptions {
  /** `false`: fails with code `EEXIST` when there is a file. Default: `true`, it is replaced once all is written. */
  readonly overwrite?: boolean | undefined
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Saved {
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/** Bytes of one read; two reads of an upload are in memory at a time. */
const chunkSize = 1024 * 1024

const advice: Readonly<Record<string, string>> = {
  ENOTSUP: "this is no regular file; open it and give a stream",
  EEXIST: "there is a file already; use overwrite, or another name",
  ECHANGED: "the file was changed while it was read"
}

const failure =
  (file: string) =>
  (cause: unknown): LocalFileError => {
    if (cause instanceof LocalFileError) return cause
    const code = System.codeOf(cause)
    const why = System.reasonOf(code) ?? advice[code] ?? `reading or writing failed (${code})`
    return new LocalFileError({ file, code, message: `${file}: ${why}` })
  }

const attempt = <A>(file: string, run: () => Promise<A>): Effect.Effect<A, LocalFileError> =>
  Effect.tryPromise({ try: run, catch: failure(file) })

/** What a system call would say, for what only we can know. */
const coded = (code: string): Error => Object.assign(new Error(code), { code })

/** The next read is under way while the server takes the one before. */
const reading = (file: string, size: number): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    const handle = await Fs.open(file, "r")
    const read = (at: number): Promise<Uint8Array> | undefined => {
      if (at >= size) return undefined
      const length = Math.min(chunkSize, size - at)
      const reading = handle.read(Buffer.allocUnsafeSlow(length), 0, length, at).then(({ buffer, bytesRead }) => {
        if (bytesRead === 0) throw coded("ECHANGED")
        return buffer.subarray(0, bytesRead)
      })
      // Told by whoever waits for it; nobody does once the upload was left.
      reading.catch(() => undefined)
      return reading
    }
    let at = 0
    let next = read(at)
    try {
      while (next !== undefined) {
        const bytes = await next
        at += bytes.byteLength
        next = read(at)
        yield bytes
      }
    } finally {
      await next?.catch(() => undefined)
      await handle.close()
    }
  }
})

/**
 * A file as something to upload. It is opened when the upload begins and read as the server takes it, so its size does
 * not matter. Fails when it is not there, is no file or may not be read; one that becomes shorter while it is read fails
 * the upload.
 *
 * @since 0.1.0
 * @category constructors
 */
export const fromPath = (path: string, options?: FromPathOptions): Effect.Effect<FilePart, LocalFileError> =>
  attempt(path, async () => {
    const stats = await Fs.stat(path)
    if (!stats.isFile()) throw coded(stats.isDirectory() ? "EISDIR" : "ENOTSUP")
    await Fs.access(path, Fs.constants.R_OK)
    return {
      filename: options?.filename ?? Path.basename(path),
      contentType: options?.contentType,
      size: stats.size,
      content: reading(path, stats.size)
    }
  })

/**
 * Writes a download to a file. It appears under its name once all of it is written; a download that fails or is
 * interrupted leaves nothing behind, and a file that was there before as it was.
 *
 * @since 0.1.0
 * @category destinations
 */
export const save: (
  path: string,
  options?: SaveOptions
) => <E, R>(self: Stream.Stream<Uint8Array, E, R>) => Effect.Effect<Saved, E | LocalFileError, R> =
  (path, options) =>
  <E, R>(self: Stream.Stream<Uint8Array, E, R>) =>
    Effect.acquireUseRelease(
      attempt(path, () => begin(path, options)),
      (saving) =>
        Stream.runForEachChunk(self, (chunk) => {
          const full = saving.append(chunk)
          return full === undefined ? Effect.void : attempt(path, () => full)
        }).pipe(
          Effect.zipRight(Effect.uninterruptible(attempt(path, saving.finish))),
          Effect.map((size) => ({ path: Path.resolve(path), size }))
        ),
      (saving, exit) => (Exit.isSuccess(exit) ? Effect.void : Effect.promise(saving.abort))
    )

/**
 * As {@link save}, for bytes that are no Effect stream. Rejects with what they fail with, or with a `LocalFileError`.
 *
 * @since 0.1.0
 * @category destinations
 */
export const saveIterable = async (
  source: AsyncIterable<Uint8Array>,
  path: string,
  options?: SaveOptions
): Promise<Saved> => {
  const mapped = <A>(work: Promise<A>): Promise<A> =>
    work.catch((cause: unknown) => Promise.reject(failure(path)(cause)))
  const saving = await mapped(begin(path, options))
  try {
    for await (const bytes of source) {
      const full = saving.append([bytes])
      if (full !== undefined) await mapped(full)
    }
    return { path: Path.resolve(path), size: await mapped(saving.finish()) }
  } catch (error) {
    await saving.abort()
    throw error
  }
}

const begin = async (path: string, options: SaveOptions | undefined): Promise<Saving.Saving> => {
  const target = Path.resolve(path)
  const overwrite = options?.overwrite !== false
  if (!overwrite && (await isThere(target))) throw coded("EEXIST")
  return Saving.begin(target, overwrite)
}

const isThere = (path: string): Promise<boolean> =>
  Fs.access(path).then(
    () => true,
    () => false
  )
