import * as FileLock from "@trilum/core/FileLock"
import * as CoreJournal from "@trilum/core/Journal"
import * as LocalFile from "@trilum/core/LocalFile"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"

/** What a transfer keeps for the next process. It holds no signed URL, and nothing else that is secret. */
export interface Journal {
  /** What an earlier process left, in order. */
  readonly entries: ReadonlyArray<CoreJournal.Entry>
  /** A failure is logged once, unless `quiet`, and the transfer continues without the journal. */
  readonly add: (entry: CoreJournal.Entry, quiet?: boolean) => Effect.Effect<void>
  /** Whether entries reach the next process. */
  readonly isKept: boolean
  /** Deletes the journal at the end of the transfer. */
  readonly remove: Effect.Effect<void>
}

/** Keeps nothing. */
export const none: Journal = { entries: [], isKept: false, add: () => Effect.void, remove: Effect.void }

/** Logs once, unless every entry is `quiet`, that nothing is kept. */
const warner = (): ((failure: LocalFileError, quiet: boolean) => Effect.Effect<void>) => {
  let warned = false
  return (failure, quiet) =>
    Effect.suspend(() => {
      if (warned || quiet) return Effect.void
      warned = true
      return Effect.logWarning(
        `the state of a transfer cannot be kept, so it cannot be resumed later: ${failure.message}`
      )
    })
}

/**
 * The journal at `path`, locked until the scope closes; {@link none} while another transfer holds it. Where nothing can be
 * written the transfer works without one, and a warning says so.
 */
export const hold = (path: string, subject: CoreJournal.Subject): Effect.Effect<Journal, never, Scope.Scope> =>
  Effect.gen(function* () {
    yield* FileLock.acquire(path)
    const journal = yield* CoreJournal.open(path, subject)
    if (journal.ignored !== undefined) yield* Effect.logDebug(`${path} is ignored: ${journal.ignored}`)
    const warn = warner()
    let kept = journal.entries.length > 0
    yield* Effect.addFinalizer(() => (kept ? Effect.void : journal.remove))
    return {
      entries: journal.entries,
      isKept: true,
      add: (entry: CoreJournal.Entry, quiet = false) =>
        Effect.suspend(() => {
          kept = true
          return Effect.catchAll(Effect.zipRight(journal.append(entry), journal.sync), (failure) =>
            warn(failure, quiet)
          )
        }),
      remove: Effect.suspend(() => {
        kept = true
        return journal.remove
      })
    }
  }).pipe(
    LocalFile.orUnavailable(path),
    Effect.catchAll((failure) => {
      if (failure.reason === "locked" || failure.reason === "unavailable") return Effect.succeed(none)
      const warn = warner()
      return Effect.succeed({ ...none, add: (_: CoreJournal.Entry, quiet = false) => warn(failure, quiet) })
    })
  )
