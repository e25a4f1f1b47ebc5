import { type File, FileSystem } from "@effect/platform/FileSystem"
import { Path } from "@effect/platform/Path"
import type { ApiError } from "@trilum/core/ApiError"
import * as AtomicFile from "@trilum/core/AtomicFile"
import type { Entry } from "@trilum/core/Journal"
import * as LocalFile from "@trilum/core/LocalFile"
import { of as fileError, type LocalFileError } from "@trilum/core/LocalFileError"
import type * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Progress from "@trilum/core/Progress"
import * as DefaultDigest from "@trilum/luml/DefaultDigest"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Encoding from "effect/Encoding"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { FileDownloadError, IntegrityError, storageFacts } from "../LumlError.js"
import type { ArtifactRecord, DownloadError, DownloadOptions } from "../transfer/Download.js"
import type { Environment } from "../transfer/Upload.js"
import * as Journal from "./transferJournal.js"

/** One download to a file. */
export interface Fetching {
  readonly record: ArtifactRecord
  /** SHA-256 that the file must have; `undefined`: any. */
  readonly expected: string | undefined
  readonly path: string
  readonly url: ObjectTransfer.SignedUrl<ApiError>
  readonly concurrency: number
  /** Bytes of a part: what is fetched again after a crash, at most, for each part under way. */
  readonly partSize: number
  /** Whether a file that exists is replaced. */
  readonly overwrite: boolean
  readonly options: DownloadOptions
}

export const wrongSize = (record: ArtifactRecord, actual: number): IntegrityError =>
  new IntegrityError({ artifactId: record.id, what: "size", expected: String(record.size), actual: String(actual) })

export const toError = (failure: ObjectTransfer.ObjectError, record: ArtifactRecord): ApiError | FileDownloadError => {
  // The API's own errors, of asking for the URL, stay what they are.
  if (failure.operation === "getArtifactDownloadUrl" && failure._tag !== "StreamError") return failure
  const hint =
    failure._tag === "NotFoundError" && record.status !== "uploaded"
      ? `; the record is ${record.status}, so there may be nothing to download`
      : ""
  return new FileDownloadError({
    reason: "storage",
    artifactId: record.id,
    ...storageFacts(failure),
    message: `${failure.message}${hint}`
  })
}

/** The file that the bytes gather in, beside the target so that the last step is a rename. */
interface Partial {
  readonly path: string
  readonly file: File
  /** Parts that an earlier process has fetched. */
  readonly done: ReadonlySet<number>
  readonly journal: Journal.Journal
}

/** What the journal says of the partial file of an earlier process. */
interface Left {
  readonly name: string
  readonly version: string
  readonly same: boolean
  readonly done: ReadonlySet<number>
}

const leftIn = (entries: ReadonlyArray<Entry>, { expected, partSize, record }: Fetching): Left | undefined => {
  const begin = entries.findLastIndex((entry) => "file" in entry)
  const head = entries[begin]
  const name = head?.["file"]
  const version = head?.["version"]
  // The name is checked although the journal has a checksum: nothing outside of the folder is opened or removed.
  if (typeof name !== "string" || typeof version !== "string" || !/^[^/\\]+\.trilum-part$/.test(name)) return undefined
  const done = new Set<number>()
  for (const { part } of entries.slice(begin)) if (typeof part === "number") done.add(part)
  const same =
    head?.["size"] === record.size &&
    head["hash"] === record.file_hash &&
    head["partSize"] === partSize &&
    // Parts are not synchronized one by one: after a power cut only the final hash tells whether they are whole.
    expected !== undefined
  return { name, version, same, done }
}

/** Device and inode: a file that took the place of ours has others. */
const identityOf = (path: string, file: File): Effect.Effect<string, LocalFileError> =>
  Effect.map(LocalFile.attempt(path, file.stat), ({ dev, ino }) => `${dev}:${Option.getOrElse(ino, () => 0)}`)

const partialOf = (fetching: Fetching): Effect.Effect<Partial, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const { basename, dirname, join } = yield* Path
    const { options, partSize, path, record } = fetching
    const state = join(dirname(path), `.${basename(path).slice(0, 40)}.${record.id.slice(0, 13)}.trilum-state`)
    const subject = { kind: "luml-download/1", identity: { artifact: record.id, target: basename(path) } }
    const journal = options.resume === false ? Journal.none : yield* Journal.hold(state, subject)
    const left = leftIn(journal.entries, fetching)
    if (left !== undefined) {
      const old = join(dirname(path), left.name)
      const found = yield* Effect.option(
        Effect.gen(function* () {
          const file = yield* LocalFile.attempt(path, fileSystem.open(old, { flag: "r+" }))
          return (yield* identityOf(path, file)) === left.version ? file : yield* Effect.fail("replaced" as const)
        })
      )
      if (Option.isSome(found)) {
        if (left.same) return { path: old, file: found.value, done: left.done, journal }
        yield* Effect.ignore(fileSystem.remove(old))
      }
    }
    const fresh = yield* AtomicFile.partialPath(path)
    const file = yield* LocalFile.attempt(path, fileSystem.open(fresh, { flag: "wx+" }))
    const version = yield* identityOf(path, file)
    yield* journal.add({
      file: basename(fresh),
      version,
      size: record.size,
      hash: record.file_hash,
      partSize
    })
    return { path: fresh, file, done: new Set(), journal }
  })

/** A file that parts are written to in any order. Its handle has one position. */
interface Writer {
  readonly write: (position: number, bytes: Uint8Array) => Effect.Effect<void, LocalFileError>
  readonly truncate: (size: number) => Effect.Effect<void, LocalFileError>
  readonly scan: LocalFile.LocalFile["scan"]
  readonly sync: Effect.Effect<void, LocalFileError>
}

const writerOf = (path: string, file: File): Effect.Effect<Writer> =>
  Effect.gen(function* () {
    const turn = yield* Effect.makeSemaphore(1)
    const { scan } = yield* LocalFile.fromFile(path, file, 0)
    return {
      write: (position, bytes) =>
        turn.withPermits(1)(
          LocalFile.attempt(path, Effect.zipRight(file.seek(position, "start"), file.writeAll(bytes)))
        ),
      truncate: (size) => LocalFile.attempt(path, file.truncate(size)),
      scan,
      sync: LocalFile.attempt(path, file.sync)
    }
  })

/** Fetches, verifies and puts in place. Gives the SHA-256 when it was compared. */
export const toFile = (
  environment: Environment,
  fetching: Fetching
): Effect.Effect<string | undefined, DownloadError, FileSystem | Path> => {
  const { storage } = environment
  const { concurrency, expected, options, overwrite, partSize, path, record, url } = fetching
  const parts = Math.ceil(record.size / partSize)
  const fileName = record.file_name

  /** Writes a stream from `position` on, and gives the number of bytes. */
  const write = (
    writer: Writer,
    position: number,
    bytes: Stream.Stream<Uint8Array, ObjectTransfer.ObjectError>,
    count: Progress.Counter
  ): Effect.Effect<number, DownloadError> =>
    Effect.suspend(() => {
      let at = position
      const writing = AtomicFile.gather((gathered) =>
        Effect.suspend(() => {
          const from = at
          at += gathered.length
          return Effect.zipRight(writer.write(from, gathered), count.advance(gathered.length))
        })
      )
      return Stream.runForEachChunk(
        Stream.mapError(bytes, (failure) => toError(failure, record)),
        (chunk) =>
          Effect.suspend((): Effect.Effect<void, LocalFileError | IntegrityError> => {
            const push = writing.push(chunk)
            let size = position + writing.size()
            for (const piece of chunk) size += piece.length
            return size > record.size ? Effect.fail(wrongSize(record, size)) : push
          })
      ).pipe(
        Effect.zipRight(writing.flush),
        Effect.map(() => writing.size())
      )
    })

  const sequential = (writer: Writer, count: Progress.Counter): Effect.Effect<void, DownloadError> =>
    Effect.flatMap(write(writer, 0, storage.read({ url, operation: "downloadObject" }), count), (size) =>
      size === record.size ? Effect.void : Effect.fail(wrongSize(record, size))
    )

  const part =
    (writer: Writer, journal: Journal.Journal, count: Progress.Counter) =>
    (n: number): Effect.Effect<void, DownloadError> => {
      const offset = n * partSize
      const length = Math.min(partSize, record.size - offset)
      return Effect.flatMap(
        write(writer, offset, storage.read({ url, operation: "downloadPart", offset, length }), count),
        (size) => (size === length ? journal.add({ part: n }) : Effect.fail(wrongSize(record, offset + size)))
      )
    }

  const fetch = (
    writer: Writer,
    journal: Journal.Journal,
    done: ReadonlySet<number>
  ): Effect.Effect<void, DownloadError> =>
    Progress.track(
      { phase: "download", label: fileName, unit: "bytes", total: record.size },
      (count) =>
        Effect.gen(function* () {
          if (parts <= 1) return parts === 0 ? undefined : yield* sequential(writer, count)
          const info = yield* Effect.mapError(storage.probe({ url, operation: "probeObject" }), (failure) =>
            toError(failure, record)
          )
          if (info.size !== undefined && info.size !== record.size) return yield* wrongSize(record, info.size)
          if (!info.ranges) return yield* sequential(writer, count)
          const all = Array.from({ length: parts }, (_, n) => n)
          for (const n of all) if (done.has(n)) yield* count.advance(Math.min(partSize, record.size - n * partSize))
          const missing = all.filter((n) => !done.has(n))
          yield* Effect.forEach(missing, part(writer, journal, count), { concurrency, discard: true })
        }),
      options.progress
    )

  const hashOf = (writer: Writer): Effect.Effect<string, LocalFileError> =>
    Progress.track(
      { phase: "verify", label: fileName, unit: "bytes", total: record.size },
      (count) =>
        Effect.suspend(() => {
          const hash = DefaultDigest.sha256()
          return Effect.map(
            writer.scan((bytes) => {
              hash.update(bytes)
              count.add(bytes.length)
              return true
            }),
            () => Encoding.encodeHex(hash.digest())
          )
        }),
      options.progress
    )

  /** Fetches what is missing and verifies; what does not verify is fetched anew once. */
  const fetchVerified = (
    writer: Writer,
    journal: Journal.Journal,
    done: ReadonlySet<number>,
    isRetry: boolean
  ): Effect.Effect<string | undefined, DownloadError> =>
    Effect.gen(function* () {
      if (done.size === 0) yield* writer.truncate(0)
      const fetched = Effect.as(fetch(writer, journal, done), true)
      const whole = yield* isRetry ? fetched : Effect.catchTag(fetched, "IntegrityError", () => Effect.succeed(false))
      if (!whole) return yield* fetchVerified(writer, journal, new Set(), true)
      // A longer file of an earlier process may be below.
      yield* writer.truncate(record.size)
      if (expected === undefined) return undefined
      const actual = yield* hashOf(writer)
      if (actual === expected) return actual
      if (isRetry) return yield* new IntegrityError({ artifactId: record.id, what: "sha256", expected, actual })
      return yield* fetchVerified(writer, journal, new Set(), true)
    })

  /** What has the name is replaced in the end: no folder, no device, and nothing that is to be kept. */
  const checkTarget = Effect.gen(function* () {
    const info = yield* LocalFile.stat(path)
    if (Option.isNone(info)) return
    const { type } = info.value
    if (type === "Directory") return yield* fileError(path, "is_a_directory", "it is a folder, not a file")
    if (type !== "File") return yield* fileError(path, "input_output", "it is not a regular file")
    if (!overwrite) return yield* fileError(path, "exists", "the file exists already; allow overwrite to replace it")
  })

  return Effect.scoped(
    Effect.gen(function* () {
      const fileSystem = yield* FileSystem
      yield* checkTarget
      const { done, file, journal, path: partial } = yield* partialOf(fetching)
      const placed = Effect.gen(function* () {
        const writer = yield* writerOf(path, file)
        const sha256 = yield* fetchVerified(writer, journal, done, false)
        yield* writer.sync
        yield* checkTarget
        yield* AtomicFile.place(partial, path, { overwrite })
        return sha256
      })
      return yield* Effect.onExit(placed, (exit) => {
        if (Exit.isFailure(exit) && journal.isKept && canContinue(exit.cause)) return Effect.void
        const forget = Exit.isFailure(exit) ? Effect.ignore(fileSystem.remove(partial, { force: true })) : Effect.void
        return Effect.zipRight(forget, journal.remove)
      })
    })
  )
}

/** What came so far is worth keeping: the call was interrupted, or the network failed. */
const canContinue = (cause: Cause.Cause<DownloadError>): boolean => {
  const failure = Option.getOrUndefined(Cause.failureOption(cause))
  if (failure === undefined) return Cause.isInterrupted(cause)
  if (failure._tag !== "FileDownloadError") {
    return failure._tag === "TransportError" || failure._tag === "TimeoutError" || failure._tag === "ServerError"
  }
  const { status } = failure
  return status === undefined || status < 400 || status === 403 || status === 429 || status >= 500
}
