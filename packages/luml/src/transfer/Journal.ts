/**
 * What of a transfer survives the process: lines of JSON that are only ever added to. The first says what is transferred,
 * each further one what is done. A line that was cut short counts as not written.
 *
 * No signed URL is in it, and nothing else that would have to be secret.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
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
  /** `false` when nothing can be kept; the transfer goes on without. */
  readonly add: (entry: Entry) => Effect.Effect<void>
  /** Forgets everything. */
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

/** Journals in use by this process. */
const open = new Set<string>()

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
  Effect.gen(function* () {
    const free = yield* Effect.acquireRelease(
      Effect.sync(() => {
        if (open.has(path)) return false
        open.add(path)
        return true
      }),
      (taken) => Effect.sync(() => (taken ? open.delete(path) : false))
    )
    if (!free) return undefined
    const text = (yield* files.readText(path)) ?? ""
    const entries = parse(text)
    const holder = entries.findLast((entry) => "process" in entry)?.["process"]
    if (typeof holder === "number" && holder !== files.processId && files.isRunning(holder)) return undefined
    let fresh = text === ""
    let broken = text !== "" && !text.endsWith("\n")
    let mine = false
    const write = (line: string): Effect.Effect<void> =>
      Effect.catchAll(files.append(path, line), (failure) =>
        Effect.logWarning("the state of a transfer cannot be kept, so it cannot be resumed", failure.message)
      )
    return {
      entries,
      add: (entry) =>
        Effect.suspend(() => {
          const prefix = broken ? "\n" : ""
          const holding = mine ? "" : `${JSON.stringify({ process: files.processId })}\n`
          broken = false
          mine = true
          fresh = false
          return write(`${prefix}${holding}${JSON.stringify(entry)}\n`)
        }),
      remove: Effect.suspend(() => {
        if (fresh) return Effect.void
        fresh = true
        mine = false
        return Effect.ignore(files.remove(path))
      })
    }
  })
