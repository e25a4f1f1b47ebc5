/**
 * Tells of a transfer's progress: to core's `Progress` sink, and to the callback of a call.
 *
 * @since 0.1.0
 */
import * as Progress from "@trilum/core/Progress"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Runtime from "effect/Runtime"
import * as Stream from "effect/Stream"

/**
 * How far a transfer has come. Bytes count once, however often they had to be sent.
 *
 * @since 0.1.0
 * @category models
 */
export interface TransferProgress {
  /** `check`: a local file is read and hashed; `upload`, `download`: bytes move; `verify`: what came is hashed. */
  readonly phase: "check" | "upload" | "download" | "verify"
  readonly fileName: string
  /** Bytes so far. */
  readonly done: number
  /** Bytes in all. */
  readonly total: number
}

/**
 * @since 0.1.0
 * @category models
 */
export interface ProgressOptions {
  /** Called as bytes move. What it throws is dropped. */
  readonly onProgress?: ((progress: TransferProgress) => void) | undefined
}

/**
 * Counts bytes of one phase.
 *
 * @since 0.1.0
 * @category models
 */
export interface Count {
  readonly advance: (bytes: number) => Effect.Effect<void>
  /** The same from outside of effects; the sink hears of it every few megabytes. */
  readonly add: (bytes: number) => void
}

const addStep = 8 * 1024 * 1024

let tasks = 0

/**
 * Runs a phase with a counter, and tells its start and its end.
 *
 * @since 0.1.0
 * @category combinators
 */
export const phase = <A, E, R>(
  options: ProgressOptions,
  task: Omit<TransferProgress, "done">,
  run: (count: Count) => Effect.Effect<A, E, R>
): Effect.Effect<A, E, R> =>
  Effect.flatMap(Effect.zip(Progress.Progress, Effect.runtime<never>()), ([sink, runtime]) => {
    const id = `luml-${task.phase}-${++tasks}`
    let done = 0
    let pending = 0
    const tell = (): void => {
      try {
        options.onProgress?.({ ...task, done })
      } catch {
        // A listener cannot harm the transfer.
      }
    }
    return Effect.acquireUseRelease(
      Effect.zipRight(
        sink.start({ id, label: `${task.phase} ${task.fileName}`, total: task.total, unit: "bytes" }),
        Effect.sync(tell)
      ),
      () => {
        const advance = (bytes: number): Effect.Effect<void> =>
          Effect.suspend(() => {
            if (bytes === 0) return Effect.void
            done += bytes
            tell()
            return sink.advance(id, bytes)
          })
        const flush = Effect.suspend(() => {
          const bytes = pending
          pending = 0
          return advance(bytes)
        })
        const add = (bytes: number): void => {
          pending += bytes
          if (pending >= addStep) Runtime.runFork(runtime)(flush)
        }
        return Effect.tap(run({ advance, add }), () => flush)
      },
      (_, exit) => sink.finish(id, outcomeOf(exit))
    )
  })

/**
 * A download of a record, counted as its bytes are taken.
 *
 * @since 0.1.0
 * @category combinators
 */
export const counted = <E, R>(
  options: ProgressOptions,
  name: TransferProgress["phase"],
  record: { readonly id: string; readonly file_name: string; readonly size: number },
  bytes: Stream.Stream<Uint8Array, E, R>
): Stream.Stream<Uint8Array, E, R> =>
  Stream.suspend(() => {
    let done = 0
    const tell = (more: number): void => {
      done += more
      try {
        options.onProgress?.({ phase: name, fileName: record.file_name, done, total: record.size })
      } catch {
        // A listener cannot harm the transfer.
      }
    }
    const told =
      options.onProgress === undefined
        ? bytes
        : Stream.mapChunks(bytes, (chunk) => {
            let size = 0
            for (const piece of chunk) size += piece.length
            tell(size)
            return chunk
          })
    return Progress.trackBytes({
      id: `luml-${name}-${++tasks}`,
      label: `${name} ${record.file_name}`,
      total: record.size
    })(told)
  })

const outcomeOf = (exit: Exit.Exit<unknown, unknown>): Progress.Outcome =>
  Exit.isSuccess(exit) ? "succeeded" : Cause.isInterruptedOnly(exit.cause) ? "interrupted" : "failed"
