/**
 * The state of a task that outlives its process: a file of JSON lines, each with a checksum. The first line says what the
 * journal is about. A journal of another version, of another source or with damaged lines is ignored.
 *
 * A journal has no lock. Where two processes may open one, acquire a `FileLock` first.
 *
 * @since 0.1.0
 */

import type { File } from "@effect/platform/FileSystem"
import { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as AtomicFile from "./AtomicFile.js"
import * as LineFile from "./LineFile.js"
import * as LocalFile from "./LocalFile.js"
import type { LocalFileError } from "./LocalFileError.js"

/**
 * A line of a journal.
 *
 * @since 0.1.0
 * @category models
 */
export type Entry = Readonly<Record<string, unknown>>

/**
 * What a journal is about. One with another `identity` is of another source, e.g. of a file that has changed.
 *
 * @since 0.1.0
 * @category models
 */
export interface Subject {
  /** The task and the version of its entries, such as `luml-upload/2`. */
  readonly kind: string
  readonly identity: Entry
}

/**
 * An open journal. It is closed with its scope.
 *
 * @since 0.1.0
 * @category models
 */
export interface Journal {
  /** What an earlier process left, in order. */
  readonly entries: ReadonlyArray<Entry>
  /** Why what was there is not used; `undefined` when it is, or when nothing was there. */
  readonly ignored: string | undefined
  /** Entries are written in order. */
  readonly append: (entry: Entry) => Effect.Effect<void, LocalFileError>
  /** Waits until all entries are on the disk. */
  readonly sync: Effect.Effect<void, LocalFileError>
  /** Deletes the journal. */
  readonly remove: Effect.Effect<void>
}

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

const crc32 = (text: string): string => {
  let crc = 0xffffffff
  for (const byte of new TextEncoder().encode(text)) crc = (table[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8)
  return ((crc ^ 0xffffffff) >>> 0).toString(16).padStart(8, "0")
}

const lineOf = (entry: Entry): string => {
  const json = JSON.stringify(entry)
  return `${crc32(json)} ${json}\n`
}

/** `undefined` for a line that is not whole. */
const parseLine = (line: string): Entry | undefined => {
  const json = line.slice(9)
  if (line[8] !== " " || line.slice(0, 8) !== crc32(json)) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return typeof value === "object" && value !== null ? { ...value } : undefined
  } catch {
    return undefined
  }
}

interface Found {
  readonly entries: ReadonlyArray<Entry>
  readonly ignored: string | undefined
}

const nothing: Found = { entries: [], ignored: undefined }

const parse = (text: string, subject: Subject): Found => {
  const lines = text.split("\n")
  // What follows the last line end was cut short: the process ended while it wrote.
  lines.pop()
  const entries: Array<Entry> = []
  for (const [i, line] of lines.entries()) {
    const entry = parseLine(line)
    if (entry === undefined) return { entries: [], ignored: `line ${i + 1} is damaged` }
    entries.push(entry)
  }
  const [head, ...rest] = entries
  if (head === undefined) return nothing
  if (head["kind"] !== subject.kind) return { entries: [], ignored: `it is not a journal of ${subject.kind}` }
  return JSON.stringify(head["identity"]) === JSON.stringify(subject.identity)
    ? { entries: rest, ignored: undefined }
    : { entries: [], ignored: "it belongs to another source, or the source has changed" }
}

const read = (file: string, subject: Subject): Effect.Effect<Found, LocalFileError, FileSystem> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const link = yield* Effect.isSuccess(fileSystem.readLink(file))
    if (link) return { entries: [], ignored: "it is a symbolic link" }
    const text = yield* LocalFile.attempt(file, fileSystem.readFileString(file))
    return parse(text, subject)
  }).pipe(
    Effect.catchIf(
      (failure) => failure.reason === "not_found",
      () => Effect.succeed(nothing)
    )
  )

/**
 * Opens the journal at `file`, or creates it. Reads the entries of an earlier process, then replaces the file by a new one
 * with those of them that `keep` accepts (default: all), and appends to that: the name may be predictable, the file is not.
 *
 * @since 0.1.0
 * @category constructors
 */
export const open = (
  file: string,
  subject: Subject,
  keep: (entry: Entry) => boolean = () => true
): Effect.Effect<Journal, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const found = yield* read(file, subject)
    const { ignored } = found
    const entries = found.entries.filter(keep)
    const head = { kind: subject.kind, identity: subject.identity }
    const handle = yield* begin(file, [head, ...entries].map(lineOf).join(""))
    const writer = LineFile.writer(file, handle)
    return {
      entries,
      ignored,
      append: (entry) => writer.append(lineOf(entry)),
      sync: writer.sync,
      remove: Effect.ignore(fileSystem.remove(file, { force: true }))
    }
  })

/** A new file of this content in place, open for more. */
const begin = (file: string, content: string): Effect.Effect<File, LocalFileError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    const fileSystem = yield* FileSystem
    const partial = yield* AtomicFile.partialPath(file)
    const scope = yield* Effect.acquireRelease(Scope.make(), (made, exit) => Scope.close(made, exit))
    const made = Effect.gen(function* () {
      const handle = yield* LocalFile.attempt(
        file,
        Scope.extend(fileSystem.open(partial, { flag: "ax", mode: 0o600 }), scope)
      )
      yield* LocalFile.attempt(file, handle.writeAll(new TextEncoder().encode(content)))
      yield* LocalFile.attempt(file, handle.sync)
      yield* AtomicFile.place(partial, file)
      return handle
    })
    return yield* Effect.onError(made, () =>
      Effect.zipRight(Scope.close(scope, Exit.void), Effect.ignore(fileSystem.remove(partial, { force: true })))
    )
  }).pipe(Effect.uninterruptible)
