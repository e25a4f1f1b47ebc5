/**
 * What became of each of many things, as it ends, and of all of them.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import { type BrokenPipe, LocalError } from "../CliError.js"
import type { Invocation } from "../Command.js"
import { exitCode, of as exitCodeOf } from "../exitCode.js"
import type { Output } from "../Io.js"
import { print } from "../run.js"
import { describe } from "./error.js"
import * as Json from "./json.js"
import { harmless } from "./width.js"

/**
 * Some of many things failed; each was told when it did. The exit code is theirs if all failed alike, else 1.
 *
 * @since 0.1.0
 * @category errors
 */
export class PartialFailure extends Error {
  readonly _tag = "PartialFailure"
  readonly exitCode: number
  constructor(message: string, code: number) {
    super(message)
    this.name = "PartialFailure"
    this.exitCode = code
  }
}

/**
 * @since 0.1.0
 * @category models
 */
export interface Outcomes {
  /** `record` is the line of `--json`, its `type` what was done unless it says another; `text` stands for it otherwise. */
  readonly succeeded: (record: object, text: string) => Effect.Effect<void, BrokenPipe | LocalError>
  readonly failed: (record: object, name: string, error: unknown) => Effect.Effect<void, BrokenPipe | LocalError>
  /** Fails when anything did: with its own error when there was only one thing. */
  readonly end: Effect.Effect<void, Error>
}

/**
 * @since 0.1.0
 * @category models
 */
export interface OutcomesOptions {
  /** What was done, e.g. `uploaded`. */
  readonly done: string
  /** One of the things, e.g. `file`. */
  readonly noun: string
  readonly total: number
  /** Takes what moves on the terminal away while something is written to stdout. */
  readonly above?: ((write: () => Promise<void>) => Promise<void>) | undefined
  /** Writes a line to stderr, above what moves there. */
  readonly line?: ((text: string) => Effect.Effect<void, BrokenPipe | LocalError>) | undefined
}

/**
 * Lines of JSON on stdout, or lines of text on stderr and what `text` says on stdout.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = ({ io, json }: Invocation, options: OutcomesOptions): Outcomes => {
  const { above, done, noun, total } = options
  const stdout: Output =
    above === undefined ? io.stdout : { ...io.stdout, write: (chunk) => above(() => io.stdout.write(chunk)) }
  const emit = (text: string) => print(stdout, text)
  const line = options.line ?? ((text) => print(io.stderr, `${text}\n`))
  const failures: Array<unknown> = []
  let count = 0
  return {
    succeeded: (record, text) =>
      Effect.suspend(() => {
        count += 1
        return emit(`${json ? Json.compact({ type: done, ...record }) : harmless(text)}\n`)
      }),
    failed: (record, name, error) =>
      Effect.suspend(() => {
        failures.push(error)
        const described = describe(error)
        if (json) return emit(`${Json.compact({ type: "failed", ...record, error: described })}\n`)
        // The error of a single thing is the error of the command, told at its end.
        return total === 1 ? Effect.void : line(`failed: ${harmless(name)}: ${harmless(described.message)}`)
      }),
    end: Effect.suspend((): Effect.Effect<void, Error> => {
      const [first] = failures
      if (first === undefined) return Effect.void
      if (total === 1) return Effect.fail(first instanceof Error ? first : new LocalError(String(first)))
      const codes = new Set(failures.map(exitCodeOf))
      const [only = exitCode.error] = codes
      return Effect.fail(
        new PartialFailure(
          `${failures.length} of ${total} ${noun}s failed, ${count} ${done}`,
          count === 0 && codes.size === 1 ? only : exitCode.error
        )
      )
    })
  }
}
