/**
 * Shows uploads and downloads of several files: bars, lines, outcomes.
 *
 * @since 0.1.0
 */
import type { Progress } from "@trilum/core/Progress"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Invocation } from "../../Command.js"
import * as Bars from "../../render/bars.js"
import * as Json from "../../render/json.js"
import * as Outcomes from "../../render/outcomes.js"
import { attempt } from "../../run.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Transfers {
  /** The option `progress` of one transfer. */
  readonly tell: (name: string) => (progress: Progress) => void
  /** A transfer is over, in whichever way. */
  readonly end: (name: string) => Effect.Effect<void>
  readonly line: (text: string) => Promise<void>
  readonly outcomes: Outcomes.Outcomes
  /** Prints after an interruption what the same command will do. */
  readonly farewell: (next: string) => Effect.Effect<void>
}

/** Milliseconds between two lines of progress for one transfer. */
const pause = 500

/**
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  invocation: Invocation,
  options: Pick<Outcomes.OutcomesOptions, "done" | "noun" | "total">
): Effect.Effect<Transfers, never, Scope.Scope> =>
  Effect.gen(function* () {
    const { io, json, values } = invocation
    const shown = values.flag("progress")
    const bars = yield* Effect.acquireRelease(
      Effect.sync(() => Bars.make(io, !json && shown !== false)),
      (made) => Effect.promise(made.stop)
    )
    const last = new Map<string, { readonly at: number; readonly phase: string }>()
    const write = (file: string, { done, phase, total = done }: Progress): void => {
      const before = last.get(file)
      const at = io.now()
      if (before !== undefined && before.phase === phase && at - before.at < pause && done < total) return
      last.set(file, { at, phase })
      // The transfer does not wait for who reads of it; the next line that matters finds out that nobody does.
      io.stdout.write(`${Json.compact({ type: "progress", file, phase, done, total })}\n`).catch(() => undefined)
    }
    return {
      tell: (name) => (progress) => {
        const { done, phase, status, total = done } = progress
        if (status !== "running") return
        if (!json) bars.step(name, { phase, done, total })
        else if (shown === true) write(name, progress)
      },
      end: (name) => Effect.sync(() => bars.end(name)),
      line: bars.line,
      outcomes: Outcomes.make(invocation, {
        ...options,
        above: bars.above,
        line: (text) => Effect.orDie(attempt(() => bars.line(text)))
      }),
      farewell: (next) =>
        Effect.promise(async () => {
          await bars.stop()
          const others = options.total > 1 ? "; --skip-existing leaves out what is complete" : ""
          await io.stderr.write(`interrupted: the same command again ${next}${others}\n`)
        })
    }
  })
