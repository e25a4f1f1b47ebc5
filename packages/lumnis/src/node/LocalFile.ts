/**
 * Files of this machine, for uploads and downloads under Node.
 *
 * @since 0.1.0
 */
import { randomUUID } from "node:crypto"
import * as Fs from "node:fs/promises"
import * as Path from "node:path"
import { TrilumError } from "@trilum/core/ApiError"
import type { FilePart } from "@trilum/core/Operation"
import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
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

/** Bytes of one read: enough for the disk, little enough for many uploads at once. */
const chunkSize = 256 * 1024

const advice: Readonly<Record<string, string>> = {
  ENOTSUP: "this is no regular file; open it and give a stream",
  EEXIST: "there is a file already; use overwrite, or another name",
  ECHANGED: "the file was changed while it was read"
}

const failure =
  (file: string) =>
  (cause: unknown): LocalFileError => {
    const code = System.codeOf(cause)
    const why = System.reasonOf(code) ?? advice[code] ?? `reading or writing failed (${code})`
    return new LocalFileError({ file, code, message: `${file}: ${why}` })
  }

const attempt = <A>(file: string, run: () => Promise<A>): Effect.Effect<A, LocalFileError> =>
  Effect.tryPromise({ try: run, catch: failure(file) })

/** What a system call would say, for what only we can know. */
const coded = (code: string): Error => Object.assign(new Error(code), { code })

const reading = (file: string, size: number): AsyncIterable<Uint8Array> => ({
  async *[Symbol.asyncIterator]() {
    const handle = await Fs.open(file, "r")
    try {
      let at = 0
      while (at < size) {
        const length = Math.min(chunkSize, size - at)
        const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafeSlow(length), 0, length, at)
        if (bytesRead === 0) throw coded("ECHANGED")
        at += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
    } finally {
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
  <E, R>(self: Stream.Stream<Uint8Array, E, R>) => {
    const target = Path.resolve(path)
    const partial = Path.join(Path.dirname(target), `.${Path.basename(target)}.${randomUUID()}.part`)
    const opened = Effect.acquireRelease(
      attempt(path, () => Fs.open(partial, "wx")),
      (handle) => Effect.promise(() => handle.close().catch(() => undefined))
    )
    const published =
      options?.overwrite === false
        ? // Unlike `rename`, `link` refuses a name that is taken.
          attempt(path, async () => {
            await Fs.link(partial, target)
            await Fs.unlink(partial)
          })
        : attempt(path, () => Fs.rename(partial, target))
    const written = Effect.scoped(
      Effect.flatMap(opened, (handle) => {
        let size = 0
        return Stream.runForEach(self, (bytes) => {
          size += bytes.byteLength
          return attempt(path, () => writeAll(handle, bytes))
        }).pipe(
          Effect.zipRight(attempt(path, () => handle.sync())),
          Effect.map(() => ({ path: target, size }))
        )
      })
    )
    const refused =
      options?.overwrite === false
        ? Effect.flatMap(
            Effect.promise(() =>
              Fs.access(target).then(
                () => true,
                () => false
              )
            ),
            (exists) => (exists ? Effect.fail(failure(path)(coded("EEXIST"))) : Effect.void)
          )
        : Effect.void
    return refused.pipe(
      Effect.zipRight(
        Effect.onError(Effect.zipLeft(written, published), () =>
          Effect.promise(() => Fs.unlink(partial).catch(() => undefined))
        )
      )
    )
  }

const writeAll = async (handle: Fs.FileHandle, bytes: Uint8Array): Promise<void> => {
  let at = 0
  while (at < bytes.byteLength) at += (await handle.write(bytes, at)).bytesWritten
}
