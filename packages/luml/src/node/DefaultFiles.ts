/**
 * The files of the machine, through Node.
 *
 * @since 0.1.0
 */
import * as Crypto from "node:crypto"
import * as Fs from "node:fs"
import * as FsPromises from "node:fs/promises"
import * as Os from "node:os"
import * as Path from "node:path"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Hash } from "../archive/Sha256.js"
import type { Reader, Service, Writer } from "../LocalFiles.js"
import { FileError, type FileReason } from "../LumlError.js"

/** Bytes of one read: enough for the disk, little enough for many transfers at once. */
const chunkSize = 1024 * 1024

const reasons: Readonly<Record<string, FileReason>> = {
  ENOENT: "not_found",
  ENOTDIR: "not_found",
  EISDIR: "is_a_directory",
  EACCES: "permission",
  EPERM: "permission",
  EROFS: "read_only",
  ENOSPC: "no_space",
  EDQUOT: "no_space",
  EFBIG: "no_space",
  EEXIST: "exists",
  ENAMETOOLONG: "invalid_name",
  ERR_INVALID_ARG_VALUE: "invalid_name"
}

const advice: Partial<Record<FileReason, string>> = {
  not_found: "there is no such file or folder",
  is_a_directory: "this is a folder, a file is needed",
  permission: "this user may not use it",
  read_only: "the file system is read-only",
  no_space: "the disk or the quota is full",
  exists: "there is a file already",
  invalid_name: "no file can have this name here"
}

const failure =
  (path: string) =>
  (cause: unknown): FileError => {
    const code = cause instanceof Error && "code" in cause && typeof cause.code === "string" ? cause.code : undefined
    const reason = reasons[code ?? ""] ?? "input_output"
    return new FileError({ reason, file: path, code, message: advice[reason] ?? `reading or writing failed (${code})` })
  }

const attempt = <A>(path: string, run: () => Promise<A>): Effect.Effect<A, FileError> =>
  Effect.tryPromise({ try: run, catch: failure(path) })

/** A system call under way cannot be taken back, so interruption waits for it: what it writes to stays open meanwhile. */
const call = <A>(
  path: string,
  run: (done: (error: Error | null, value: A) => void) => void
): Effect.Effect<A, FileError> =>
  Effect.async<A, FileError>((resume) => {
    let over = false
    let waiting: (() => void) | undefined
    try {
      run((error, value) => {
        over = true
        resume(error === null ? Effect.succeed(value) : Effect.fail(failure(path)(error)))
        waiting?.()
      })
    } catch (cause) {
      over = true
      resume(Effect.fail(failure(path)(cause)))
    }
    return Effect.async<void>((resumeFinalizer) => {
      if (over) resumeFinalizer(Effect.void)
      else waiting = () => resumeFinalizer(Effect.void)
    })
  })

const changed = (path: string): FileError =>
  new FileError({ reason: "changed", file: path, message: "the file became shorter while it was read" })

/** Fills the buffer from `position` on, and says how many bytes there were. */
const fill = (
  descriptor: number,
  buffer: Uint8Array,
  position: number,
  done: (error: Error | null, length: number) => void
): void => {
  const more = (filled: number): void => {
    Fs.read(descriptor, buffer, filled, buffer.length - filled, position + filled, (error, length) => {
      if (error !== null) done(error, filled)
      else if (length === 0 || filled + length === buffer.length) done(null, filled + length)
      else more(filled + length)
    })
  }
  more(0)
}

const scan = (path: string, descriptor: number, push: (bytes: Uint8Array) => boolean): Effect.Effect<void, FileError> =>
  Effect.suspend(() => {
    let stopped = false
    // Two buffers: the disk fills one while the other is worked on.
    const buffers = [Buffer.allocUnsafeSlow(chunkSize), Buffer.allocUnsafeSlow(chunkSize)] as const
    const run = call<void>(path, (done) => {
      const take = (turn: 0 | 1, position: number): void => {
        const buffer = buffers[turn]
        fill(descriptor, buffer, position, (error, length) => {
          if (error !== null || length === 0 || stopped) {
            done(error)
            return
          }
          if (length === buffer.length) {
            take(turn === 0 ? 1 : 0, position + length)
            stopped = !push(buffer) || stopped
            return
          }
          push(buffer.subarray(0, length))
          done(null)
        })
      }
      take(0, 0)
    })
    return Effect.onInterrupt(run, () =>
      Effect.sync(() => {
        stopped = true
      })
    )
  })

/**
 * Plain promises and no effects: what lives longer than a turn of the garbage collector's youngest generation costs several
 * times as much, and these buffers are most of what an upload allocates.
 */
async function* chunks(path: string, descriptor: number, position: number, length: number): AsyncGenerator<Uint8Array> {
  const end = position + length
  const piece = (at: number): Promise<Uint8Array> | undefined => {
    if (at >= end) return undefined
    const buffer = Buffer.allocUnsafeSlow(Math.min(chunkSize, end - at))
    const read = new Promise<Uint8Array>((resolve, reject) =>
      fill(descriptor, buffer, at, (error, filled) => {
        if (error !== null) reject(failure(path)(error))
        else if (filled < buffer.length) reject(changed(path))
        else resolve(buffer)
      })
    )
    // Told where it is awaited; a reader that leaves early awaits it no more.
    read.catch(() => undefined)
    return read
  }
  let next = piece(position)
  for (let at = position; next !== undefined; ) {
    const bytes = await next
    at += bytes.length
    next = piece(at)
    yield bytes
  }
}

const readerOf = (path: string, descriptor: number, size: number): Reader => ({
  size,
  chunks: (position, length) => chunks(path, descriptor, position, length),
  scan: (push) => scan(path, descriptor, push),
  version: Effect.map(
    call<Fs.BigIntStats>(path, (done) => Fs.fstat(descriptor, { bigint: true }, done)),
    (stats) => `${stats.size}:${stats.mtimeNs}`
  )
})

const writeAll = (
  descriptor: number,
  position: number,
  chunks: ReadonlyArray<Uint8Array>,
  done: (error: Error | null) => void
): void => {
  const [first] = chunks
  const write =
    chunks.length === 1 && first !== undefined
      ? (told: (error: Error | null, written: number) => void): void =>
          Fs.write(descriptor, first, 0, first.length, position, told)
      : (told: (error: Error | null, written: number) => void): void =>
          Fs.writev(descriptor, chunks as ReadonlyArray<NodeJS.ArrayBufferView>, position, told)
  write((error, written) => {
    if (error !== null) {
      done(error)
      return
    }
    const rest = dropBytes(chunks, written)
    if (rest.length === 0) done(null)
    else writeAll(descriptor, position + written, rest, done)
  })
}

/** What is left of the chunks after a write that took only part of them. */
const dropBytes = (chunks: ReadonlyArray<Uint8Array>, bytes: number): ReadonlyArray<Uint8Array> => {
  let left = bytes
  for (const [i, chunk] of chunks.entries()) {
    if (left < chunk.length) return [chunk.subarray(left), ...chunks.slice(i + 1)]
    left -= chunk.length
  }
  return []
}

const close = (descriptor: number): Effect.Effect<void> =>
  Effect.async((resume) => Fs.close(descriptor, () => resume(Effect.void)))

const open = (path: string, flags: number): Effect.Effect<number, FileError, Scope.Scope> =>
  Effect.acquireRelease(
    call<number>(path, (done) => Fs.open(path, flags, 0o666, done)),
    close
  )

const openFile = (
  path: string,
  flags: number
): Effect.Effect<readonly [descriptor: number, size: number], FileError, Scope.Scope> =>
  Effect.flatMap(open(path, flags), (descriptor) =>
    Effect.flatMap(
      call<Fs.Stats>(path, (done) => Fs.fstat(descriptor, done)),
      (stats) =>
        stats.isFile()
          ? Effect.succeed([descriptor, stats.size] as const)
          : Effect.fail(
              new FileError(
                stats.isDirectory()
                  ? { reason: "is_a_directory", file: path, message: "this is a folder, a file is needed" }
                  : { reason: "input_output", file: path, message: "this is no regular file" }
              )
            )
    )
  )

/** The name of a file is in its folder, which has a buffer of its own. Some systems cannot sync folders. */
const syncFolder = async (folder: string): Promise<void> => {
  const handle = await FsPromises.open(folder, "r").catch(() => undefined)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

const hash = (algorithm: "sha256" | "md5"): Hash => {
  const state = Crypto.createHash(algorithm)
  return { update: (bytes) => state.update(bytes), digest: () => state.digest() }
}

const missing = (error: FileError): boolean => error.reason === "not_found"

/**
 * @since 0.1.0
 * @category services
 */
export const files: Service = {
  sha256: () => hash("sha256"),
  md5: () => hash("md5"),
  read: (path) =>
    // O_NONBLOCK: a pipe by this name must not hold the call for ever; regular files ignore it.
    Effect.map(openFile(path, Fs.constants.O_RDONLY | (Fs.constants.O_NONBLOCK ?? 0)), ([descriptor, size]) =>
      readerOf(path, descriptor, size)
    ),
  write: (path) =>
    Effect.map(
      openFile(path, Fs.constants.O_RDWR | Fs.constants.O_CREAT),
      ([descriptor, size]): Writer => ({
        ...readerOf(path, descriptor, size),
        write: (position, chunks) =>
          call<void>(path, (done) => writeAll(descriptor, position, chunks, (error) => done(error))),
        truncate: (to) => call<void>(path, (done) => Fs.ftruncate(descriptor, to, (error) => done(error))),
        sync: call<void>(path, (done) => Fs.fsync(descriptor, (error) => done(error)))
      })
    ),
  replace: (from, to) =>
    attempt(to, async () => {
      await FsPromises.rename(from, to)
      await syncFolder(Path.dirname(to))
    }),
  remove: (path) =>
    Effect.catchIf(
      attempt(path, () => FsPromises.unlink(path)),
      missing,
      () => Effect.void
    ),
  readText: (path) =>
    Effect.catchIf(
      attempt(path, () => FsPromises.readFile(path, "utf8")),
      missing,
      () => Effect.succeed(undefined)
    ),
  append: (path, text) => attempt(path, () => FsPromises.appendFile(path, text, { mode: 0o600 })),
  isFolder: (path) =>
    Effect.promise(() =>
      FsPromises.stat(path).then(
        (stats) => stats.isDirectory(),
        () => false
      )
    ),
  scratch: Effect.map(
    Effect.acquireRelease(
      attempt(Os.tmpdir(), () => FsPromises.mkdtemp(Path.join(Os.tmpdir(), "trilum-"))),
      (folder) => Effect.promise(() => FsPromises.rm(folder, { recursive: true, force: true }).catch(() => undefined))
    ),
    (folder) => Path.join(folder, "content")
  ),
  join: Path.join,
  folderOf: Path.dirname,
  baseName: (path) => Path.basename(path),
  processId: process.pid,
  isRunning: (processId) => {
    try {
      return process.kill(processId, 0)
    } catch (cause) {
      return cause instanceof Error && "code" in cause && cause.code === "EPERM"
    }
  }
}
