/**
 * What of a transfer survives the process: lines of JSON that are only ever added to. Some say who has the journal, one
 * what is transferred, each further one what is done. A line that was cut short counts as not written.
 *
 * No signed URL is in it, and nothing else that would have to be secret.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Option from "effect/Option"
import * as Random from "effect/Random"
import type * as Scope from "effect/Scope"
import { isObject, parseJson } from "../archive/Manifest.js"
import type * as LocalFiles from "../LocalFiles.js"
import type { FileError } from "../LumlError.js"

/**
 * @since 0.1.0
 * @category models
 */
export type Entry = Readonly<Record<string, unknown>>

/**
 * @since 0.1.0
 * @category models
 */
export interface Journal {
  /** What an earlier process left, in order. */
  readonly entries: ReadonlyArray<Entry>
  /** When nothing can be kept, that is logged once, unless `quiet`, and the transfer goes on without. */
  readonly add: (entry: Entry, quiet?: boolean) => Effect.Effect<void>
  /** Forgets everything; nothing can be added after it. */
  readonly remove: Effect.Effect<void>
}

/**
 * Keeps nothing.
 *
 * @since 0.1.0
 * @category constructors
 */
export const none: Journal = { entries: [], add: () => Effect.void, remove: Effect.void }

const parse = (text: string): ReadonlyArray<Entry> => {
  const lines = text.split("\n")
  const entries: Array<Entry> = []
  // What stands after the last line end was cut short.
  for (const line of lines.slice(0, -1)) {
    const entry = parseJson(new TextEncoder().encode(line))
    if (isObject(entry)) entries.push(entry)
  }
  return entries
}

const isTorn = (text: string): boolean => text !== "" && !text.endsWith("\n")

const isOfHolders = (entry: Entry): boolean => "process" in entry || "released" in entry

/** Journals in use by this process, and the marks it has them under. */
const open = new Set<string>()
const marks = new Set<string>()

/** Who wants the journal, first come first: neither those who gave it back nor processes that are gone. */
const holdersIn = (files: LocalFiles.Service, entries: ReadonlyArray<Entry>): ReadonlyArray<string> => {
  const holders: Array<string> = []
  for (const { mark = "", process, released } of entries) {
    if (typeof released === "string" && holders.includes(released)) holders.splice(holders.indexOf(released), 1)
    if (typeof process !== "number" || typeof mark !== "string") continue
    if (process === files.processId ? marks.has(mark) : files.isRunning(process)) holders.push(mark)
  }
  return holders
}

/**
 * Says in the journal who wants it and then looks who was first, so that of two who come at the same time one has it.
 * Gives what is in it; `undefined` when it is somebody else's.
 */
const claim = (files: LocalFiles.Service, path: string, mark: string): Effect.Effect<string | undefined, FileError> =>
  Effect.gen(function* () {
    const before = (yield* files.readText(path)) ?? ""
    if (holdersIn(files, parse(before)).length > 0) return undefined
    const line = `${isTorn(before) ? "\n" : ""}${JSON.stringify({ process: files.processId, mark })}\n`
    const claimed = yield* Effect.option(files.append(path, line))
    // Where nothing can be written, nobody can go on from anything either.
    if (Option.isNone(claimed)) return before
    const after = (yield* files.readText(path)) ?? ""
    const holders = holdersIn(files, parse(after))
    if (holders[0] === mark) return after
    if (holders.includes(mark)) yield* Effect.ignore(release(files, path, mark))
    return undefined
  })

const release = (files: LocalFiles.Service, path: string, mark: string): Effect.Effect<void, FileError> =>
  files.append(path, `${JSON.stringify({ released: mark })}\n`)

/**
 * The journal at `path`, held until the scope closes; `undefined` while another transfer holds it, in this process or in
 * another one of this machine.
 *
 * @since 0.1.0
 * @category constructors
 */
export const hold = (
  files: LocalFiles.Service,
  path: string
): Effect.Effect<Journal | undefined, FileError, Scope.Scope> =>
  // Interrupted half way, it would be nobody's until this process ends.
  Effect.gen(function* () {
    const mark = `${files.processId}-${(yield* Random.nextIntBetween(0, Number.MAX_SAFE_INTEGER)).toString(36)}`
    const free = yield* Effect.acquireRelease(
      Effect.sync(() => {
        if (open.has(path)) return false
        open.add(path)
        marks.add(mark)
        return true
      }),
      (taken) =>
        Effect.sync(() => {
          if (!taken) return
          open.delete(path)
          marks.delete(mark)
        })
    )
    if (!free) return undefined
    const text = yield* claim(files, path, mark)
    if (text === undefined) return undefined
    const entries = parse(text).filter((entry) => !isOfHolders(entry))
    let noted = entries.length > 0
    let removed = false
    let torn = isTorn(text)
    let warned = false
    const write = (line: string, quiet: boolean): Effect.Effect<void> =>
      Effect.suspend(() => {
        const prefix = torn ? "\n" : ""
        torn = false
        return Effect.catchAll(files.append(path, `${prefix}${line}`), (failure) => {
          // Some of the line may be there.
          torn = true
          if (warned || quiet) return Effect.void
          warned = true
          return Effect.logWarning(
            `the state of a transfer cannot be kept, so it cannot be gone on with later: ${failure.message}`
          )
        })
      })
    const remove = Effect.suspend(() => {
      removed = true
      return Effect.ignore(files.remove(path))
    })
    yield* Effect.addFinalizer(() =>
      Effect.suspend(() => {
        if (removed) return Effect.void
        return noted ? Effect.ignore(release(files, path, mark)) : remove
      })
    )
    return {
      entries,
      add: (entry: Entry, quiet = false) =>
        Effect.suspend(() => {
          noted = true
          return write(`${JSON.stringify(entry)}\n`, quiet)
        }),
      remove
    }
  }).pipe(Effect.uninterruptible)
