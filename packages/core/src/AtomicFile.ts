/**
 * Puts files in place in one step: the bytes are written to a file of a random name beside the target, synchronized, and
 * renamed. A failure or an interruption leaves the target as it was, and no partial file.
 *
 * @since 0.1.0
 */
import { FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import * as LocalFile from "./LocalFile.js"
import { of as errorOf, type LocalFileError } from "./LocalFileError.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Options {
  /** `false`: fails with reason `exists` if the target exists, also if it appears meanwhile. Default: `true`. */
  readonly overwrite?: boolean | undefined
  /** Permissions, such as `0o600`. Default: those of the file that is replaced, else `0o666` under the umask. */
  readonly mode?: number | undefined
}

/**
 * A file that is being written.
 *
 * @since 0.1.0
 * @category models
 */
export interface Writer {
  readonly write: (bytes: Uint8Array) => Effect.Effect<void, LocalFileError>
  /** Waits until the bytes are on the disk, and makes the file appear under its name. Write nothing after it. */
  readonly commit: Effect.Effect<void, LocalFileError>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Saved {
  /** Absolute. */
  readonly path: string
  /** Bytes. */
  readonly size: number
}

/**
 * Random text for names and tokens that nobody can predict.
 *
 * @since 0.1.0
 * @category constructors
 */
export const randomName: Effect.Effect<string> = Effect.sync(() => {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("")
})

/**
 * The path of a new partial file beside `target`.
 *
 * @since 0.1.0
 * @category constructors
 */
export const partialPath = (target: string): Effect.Effect<string, never, Path> =>
  Effect.zipWith(Path, randomName, (path, random) =>
    path.join(path.dirname(target), `.${path.basename(target).slice(0, 40)}.${random}.trilum-part`)
  )

/**
 * Waits until the entries of a folder are on the disk. A name is part of its folder, which has a buffer of its own. Systems
 * that cannot synchronize folders are left alone.
 *
 * @since 0.1.0
 * @category combinators
 */
export const syncFolder = (folder: string): Effect.Effect<void, never, FileSystem> =>
  Effect.flatMap(FileSystem, (fileSystem) =>
    Effect.ignore(Effect.scoped(Effect.flatMap(fileSystem.open(folder, { flag: "r" }), (file) => file.sync)))
  )

/**
 * Moves a finished file to its name: in one step, and durable. With `overwrite: false` a file of that name stays, also one
 * that appeared a moment ago.
 *
 * @since 0.1.0
 * @category combinators
 */
export const place = (
  from: string,
  to: string,
  options: { readonly overwrite?: boolean | undefined; readonly file?: string } = {}
): Effect.Effect<void, LocalFileError, FileSystem | Path> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const path = yield* Path
    const file = options.file ?? to
    if (options.overwrite === false) yield* claim(fileSystem, from, to, file)
    else yield* LocalFile.attempt(file, fileSystem.rename(from, to))
    yield* syncFolder(path.dirname(to))
  }).pipe(Effect.uninterruptible)

/** `rename` replaces, `link` does not. File systems without links get an empty file first, which only one can create. */
const claim = (fileSystem: FileSystem, from: string, to: string, file: string): Effect.Effect<void, LocalFileError> =>
  Effect.matchEffect(LocalFile.attempt(file, fileSystem.link(from, to)), {
    onSuccess: () => Effect.ignore(fileSystem.remove(from)),
    onFailure: (failure) =>
      failure.reason === "exists"
        ? Effect.fail(failure)
        : Effect.zipRight(
            LocalFile.attempt(file, fileSystem.writeFile(to, new Uint8Array(), { flag: "wx" })),
            LocalFile.attempt(file, fileSystem.rename(from, to))
          )
  })

interface Target {
  /** Where the file ends up: behind symbolic links. */
  readonly path: string
  readonly mode: number | undefined
  /** A device or a pipe, such as `/dev/null`. It is written to and never replaced. */
  readonly special: boolean
}

const targetOf = (file: string, options: Options): Effect.Effect<Target, LocalFileError, FileSystem | Path> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const path = yield* Path
    const absolute = path.resolve(file)
    const info = yield* LocalFile.stat(file, absolute)
    if (Option.isNone(info)) return { path: absolute, mode: options.mode, special: false }
    const { mode, type } = info.value
    if (type === "Directory") return yield* errorOf(file, "is_a_directory", "it is a folder, not a file")
    if (type !== "File") return { path: absolute, mode: undefined, special: true }
    if (options.overwrite === false) return yield* errorOf(file, "exists", "the file exists already")
    const real = yield* LocalFile.attempt(file, fileSystem.realPath(absolute))
    return { path: real, mode: options.mode ?? mode & 0o777, special: false }
  })

/**
 * Creates the partial file, so that a folder that is missing or read-only, or a full disk, shows before anything else is done.
 * Without `commit` the file disappears with the scope. Messages name `file` as it was given.
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = (
  file: string,
  options: Options = {}
): Effect.Effect<Writer, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const path = yield* Path
    const target = yield* targetOf(file, options)
    if (target.special) {
      const handle = yield* LocalFile.attempt(file, fileSystem.open(target.path, { flag: "a" }))
      return { write: (bytes) => LocalFile.attempt(file, handle.writeAll(bytes)), commit: Effect.void }
    }
    const partial = yield* partialPath(target.path)
    // A scope of its own: the file is closed before it is renamed, which Windows demands.
    const scope = yield* Effect.acquireRelease(Scope.make(), (made, exit) => Scope.close(made, exit))
    let committed = false
    const handle = yield* Effect.acquireRelease(
      LocalFile.attempt(file, Scope.extend(fileSystem.open(partial, openOptions(target.mode)), scope)),
      () =>
        committed
          ? Effect.void
          : Effect.zipRight(Scope.close(scope, Exit.void), Effect.ignore(fileSystem.remove(partial, { force: true })))
    )
    // The umask applies to new files, not to the permissions of one that is replaced.
    if (target.mode !== undefined) yield* LocalFile.attempt(file, fileSystem.chmod(partial, target.mode))
    return {
      write: (bytes) => LocalFile.attempt(file, handle.writeAll(bytes)),
      commit: Effect.gen(function* () {
        yield* LocalFile.attempt(file, handle.sync)
        yield* Scope.close(scope, Exit.void)
        yield* place(partial, target.path, { overwrite: options.overwrite, file })
        committed = true
      }).pipe(Effect.uninterruptible, Effect.provideService(FileSystem, fileSystem), Effect.provideService(Path, path))
    }
  })

/** Opened with `wx`: fails for a name that exists, and does not follow a symbolic link. */
const openOptions = (mode: number | undefined) => ({
  flag: "wx" as const,
  ...(mode === undefined ? undefined : { mode })
})

/**
 * Writes a whole file.
 *
 * @since 0.1.0
 * @category combinators
 */
export const write = (
  file: string,
  content: string | Uint8Array,
  options?: Options
): Effect.Effect<void, LocalFileError, FileSystem | Path> =>
  Effect.scoped(
    Effect.flatMap(open(file, options), (writer) =>
      Effect.zipRight(
        writer.write(typeof content === "string" ? new TextEncoder().encode(content) : content),
        writer.commit
      )
    )
  )

/** Bytes gathered for one write: small chunks would cost a system call each. */
const writeSize = 1024 * 1024

/**
 * Writes a stream to a file.
 *
 * @since 0.1.0
 * @category destinations
 */
export const save =
  (file: string, options?: Options) =>
  <E, R>(self: Stream.Stream<Uint8Array, E, R>): Effect.Effect<Saved, E | LocalFileError, R | FileSystem | Path> =>
    Effect.scoped(
      Effect.gen(function* () {
        const path = yield* Path
        const writer = yield* open(file, options)
        const gathered = gather(writer.write)
        yield* Stream.runForEachChunk(self, gathered.push)
        yield* gathered.flush
        yield* writer.commit
        return { path: path.resolve(file), size: gathered.size() }
      })
    )

/**
 * Gathers bytes for writes of 1 MiB, all from one buffer: a write has to be done with its bytes when it ends.
 *
 * @since 0.1.0
 * @category combinators
 */
export const gather = <E>(write: (bytes: Uint8Array) => Effect.Effect<void, E>) => {
  const buffer = new Uint8Array(writeSize)
  let length = 0
  let size = 0
  const flush: Effect.Effect<void, E> = Effect.suspend(() => {
    const bytes = buffer.subarray(0, length)
    length = 0
    return bytes.length === 0 ? Effect.void : write(bytes)
  })
  const add = (bytes: Uint8Array): Effect.Effect<void, E> => {
    const fitting = bytes.subarray(0, writeSize - length)
    buffer.set(fitting, length)
    length += fitting.length
    return length < writeSize ? Effect.void : Effect.flatMap(flush, () => add(bytes.subarray(fitting.length)))
  }
  return {
    push: (chunk: Iterable<Uint8Array>): Effect.Effect<void, E> =>
      Effect.forEach(
        chunk,
        (bytes) => {
          size += bytes.length
          return add(bytes)
        },
        { discard: true }
      ),
    flush,
    /** Bytes pushed so far. */
    size: (): number => size
  }
}
