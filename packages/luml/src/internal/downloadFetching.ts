import type { ApiError } from "@trilum/core/ApiError"
import type * as ObjectTransfer from "@trilum/core/ObjectTransfer"
import * as Progress from "@trilum/core/Progress"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Option from "effect/Option"
import type * as Scope from "effect/Scope"
import * as Stream from "effect/Stream"
import { hex } from "../archive/Sha256.js"
import type * as LocalFiles from "../LocalFiles.js"
import { FileDownloadError, FileError, IntegrityError } from "../LumlError.js"
import type { ArtifactRecord, DownloadError, DownloadOptions } from "../transfer/Download.js"
import * as Journal from "../transfer/Journal.js"
import type { Environment } from "../transfer/Upload.js"

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
  readonly options: DownloadOptions
}

/** Bytes gathered for one write. */
const writeSize = 1024 * 1024

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
    operation: failure.operation,
    method: failure.method,
    path: failure.path,
    status: failure.status,
    code: failure.code,
    requestId: failure.requestId,
    attempts: failure.attempts,
    elapsed: failure.elapsed,
    message: `${failure.message}${hint}`,
    cause: { name: failure._tag, message: failure.message, code: failure.code }
  })
}

interface Partial {
  readonly path: string
  readonly journal: Journal.Journal
  readonly resumable: boolean
}

let partials = 0

/** Where the bytes gather, beside the target so that the last step is a rename. */
const partialOf = (
  files: LocalFiles.Service,
  { options, path, record }: Fetching
): Effect.Effect<Partial, FileError, Scope.Scope> =>
  Effect.gen(function* () {
    const base = `.${files.baseName(path).slice(0, 40)}.${record.id.slice(0, 13)}`
    const own = (name: string): string => files.join(files.folderOf(path), `${base}${name}.trilum-part`)
    const shared = own("")
    const journal = options.resume === false ? undefined : yield* Journal.hold(files, `${shared}.state`)
    return journal === undefined
      ? { path: own(`.${files.processId}-${++partials}`), journal: Journal.none, resumable: false }
      : { path: shared, journal, resumable: true }
  })

const isSame = (entry: Journal.Entry, record: ArtifactRecord): boolean =>
  entry["artifact"] === record.id && entry["size"] === record.size && entry["hash"] === record.file_hash

/** Parts that an earlier process has fetched. */
const doneIn = (journal: Journal.Journal, { partSize, record }: Fetching): ReadonlySet<number> => {
  const begin = journal.entries.findLastIndex((entry) => "artifact" in entry)
  const head = journal.entries[begin]
  const done = new Set<number>()
  if (head === undefined || !isSame(head, record) || head["partSize"] !== partSize) return done
  for (const { part } of journal.entries.slice(begin)) if (typeof part === "number") done.add(part)
  return done
}

/** Fetches, verifies and puts in place. Gives the SHA-256 when it was compared. */
export const toFile = (
  environment: Environment,
  fetching: Fetching
): Effect.Effect<string | undefined, DownloadError> => {
  const { files, storage } = environment
  const { concurrency, expected, options, partSize, path, record, url } = fetching
  const parts = Math.ceil(record.size / partSize)
  const fileName = files.baseName(path)

  /** Writes a stream from `position` on, and gives the number of bytes. */
  const write = (
    writer: LocalFiles.Writer,
    position: number,
    bytes: Stream.Stream<Uint8Array, ObjectTransfer.ObjectError>,
    count: Progress.Counter
  ): Effect.Effect<number, DownloadError> =>
    Effect.suspend(() => {
      let at = position
      let gathered: Array<Uint8Array> = []
      let size = 0
      const flush = Effect.suspend(() => {
        const chunks = gathered
        const from = at
        const length = size
        if (length === 0) return Effect.void
        gathered = []
        size = 0
        at += length
        return Effect.zipRight(writer.write(from, chunks), count.advance(length))
      })
      return Stream.runForEachChunk(
        Stream.mapError(bytes, (failure) => toError(failure, record)),
        (chunk) =>
          Effect.suspend((): Effect.Effect<void, FileError | IntegrityError> => {
            for (const piece of chunk) {
              gathered.push(piece)
              size += piece.length
            }
            if (at + size > record.size) return Effect.fail(wrongSize(record, at + size))
            return size < writeSize ? Effect.void : flush
          })
      ).pipe(
        Effect.zipRight(flush),
        Effect.map(() => at - position)
      )
    })

  const sequential = (writer: LocalFiles.Writer, count: Progress.Counter): Effect.Effect<void, DownloadError> =>
    Effect.flatMap(write(writer, 0, storage.read({ url, operation: "downloadObject" }), count), (size) =>
      size === record.size ? Effect.void : Effect.fail(wrongSize(record, size))
    )

  const part =
    (writer: LocalFiles.Writer, journal: Journal.Journal, count: Progress.Counter) =>
    (n: number): Effect.Effect<void, DownloadError> => {
      const offset = n * partSize
      const length = Math.min(partSize, record.size - offset)
      return Effect.flatMap(
        write(writer, offset, storage.read({ url, operation: "downloadPart", offset, length }), count),
        (size) => (size === length ? journal.add({ part: n }) : Effect.fail(wrongSize(record, offset + size)))
      )
    }

  const fetch = (
    writer: LocalFiles.Writer,
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

  const hashOf = (writer: LocalFiles.Writer): Effect.Effect<string, FileError> =>
    Progress.track(
      { phase: "verify", label: fileName, unit: "bytes", total: record.size },
      (count) =>
        Effect.suspend(() => {
          const hash = files.sha256()
          return Effect.map(
            writer.scan((bytes) => {
              hash.update(bytes)
              count.add(bytes.length)
              return true
            }),
            () => hex(hash.digest())
          )
        }),
      options.progress
    )

  /** Fetches what is missing and verifies; what does not verify is fetched anew once. */
  const fetchVerified = (
    writer: LocalFiles.Writer,
    journal: Journal.Journal,
    done: ReadonlySet<number>,
    again: boolean
  ): Effect.Effect<string | undefined, DownloadError> =>
    Effect.gen(function* () {
      if (done.size === 0) {
        yield* writer.truncate(0)
        yield* journal.add({ artifact: record.id, size: record.size, hash: record.file_hash, partSize })
      }
      const fetched = Effect.as(fetch(writer, journal, done), true)
      const whole = yield* again ? fetched : Effect.catchTag(fetched, "IntegrityError", () => Effect.succeed(false))
      if (!whole) return yield* fetchVerified(writer, journal, new Set(), true)
      // A longer file of an earlier process may be below.
      yield* writer.truncate(record.size)
      if (expected === undefined) return undefined
      const actual = yield* hashOf(writer)
      if (actual === expected) return actual
      if (again) return yield* new IntegrityError({ artifactId: record.id, what: "sha256", expected, actual })
      return yield* fetchVerified(writer, journal, new Set(), true)
    })

  const { overwrite = true } = options

  /** What stands under the name is replaced in the end: no folder, no device, and nothing that is to be kept. */
  const checkTarget = Effect.matchEffect(Effect.scoped(files.read(path)), {
    onFailure: (failure) =>
      failure.reason === "not_found" || (overwrite && failure.reason === "permission")
        ? Effect.void
        : Effect.fail(failure),
    onSuccess: () =>
      overwrite
        ? Effect.void
        : Effect.fail(
            new FileError({ reason: "exists", file: path, message: "there is a file already; allow overwrite" })
          )
  })

  /** Tells what became of the partial file by the name that the caller knows. */
  const named = (failure: DownloadError, partial: Partial): DownloadError =>
    failure instanceof FileError && failure.file === partial.path
      ? new FileError({
          reason: failure.reason,
          file: path,
          code: failure.code,
          message: failure.message.slice(failure.file.length + 2)
        })
      : failure

  return Effect.scoped(
    Effect.gen(function* () {
      yield* checkTarget
      const partial = yield* partialOf(files, fetching)
      const { journal } = partial
      const done = doneIn(journal, fetching)
      const fetched = Effect.scoped(
        Effect.gen(function* () {
          const writer = yield* files.write(partial.path)
          const sha256 = yield* fetchVerified(writer, journal, writer.size === 0 ? new Set() : done, false)
          yield* writer.sync
          return sha256
        })
      ).pipe(Effect.mapError((failure) => named(failure, partial)))
      const placed = Effect.tap(fetched, () =>
        Effect.zipRight(checkTarget, Effect.uninterruptible(files.replace(partial.path, path)))
      )
      return yield* Effect.onExit(placed, (exit) => {
        if (Exit.isFailure(exit) && partial.resumable && canGoOn(exit.cause)) return Effect.void
        const forget = Exit.isFailure(exit) ? Effect.ignore(files.remove(partial.path)) : Effect.void
        return Effect.zipRight(forget, journal.remove)
      })
    })
  )
}

/** What came so far is worth keeping: the call was interrupted, or the network failed. */
const canGoOn = (cause: Cause.Cause<DownloadError>): boolean => {
  const failure = Option.getOrUndefined(Cause.failureOption(cause))
  if (failure === undefined) return Cause.isInterrupted(cause)
  if (failure._tag !== "FileDownloadError") {
    return failure._tag === "TransportError" || failure._tag === "TimeoutError" || failure._tag === "ServerError"
  }
  const { status } = failure
  return status === undefined || status < 400 || status === 403 || status === 429 || status >= 500
}
