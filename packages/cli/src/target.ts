/**
 * Where output goes: stdout, or a file that appears when it is complete.
 *
 * @since 0.1.0
 */
import { resolve } from "node:path"
import type { FileSystem } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import * as AtomicFile from "@trilum/core/AtomicFile"
import type { LocalFileError } from "@trilum/core/LocalFileError"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import { type BrokenPipe, LocalError, UsageError } from "./CliError.js"
import type { Formatting, Values } from "./Command.js"
import type { Io } from "./Io.js"
import { harmless } from "./render/width.js"
import { print } from "./run.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Target {
  readonly isFile: boolean
  readonly write: (chunk: string | Uint8Array) => Effect.Effect<void, BrokenPipe | LocalError | UsageError>
  /** Makes a file appear under its name. */
  readonly finish: Effect.Effect<void, BrokenPipe | LocalError | UsageError>
  /**
   * Makes a file appear with what was written before a failure, and prints to stderr that it is incomplete. Writes
   * nothing when nothing was written.
   */
  readonly keep: (has: string) => Effect.Effect<void, BrokenPipe | LocalError | UsageError>
}

/** Output up to this many bytes is kept until its file is in place, so that a full disk does not lose it. */
const kept = 8 * 1024 * 1024

const asLocal = (cause: unknown): LocalError | UsageError =>
  cause instanceof LocalError || cause instanceof UsageError ? cause : new LocalError(String(cause))

/** Words that name a format and are meant as one, with what gives it. */
const formats: Readonly<Record<string, string>> = {
  csv: "for CSV: --output csv",
  json: "for JSON: --output json",
  jsonl: "for one JSON object a line: --output ndjson",
  ndjson: "for one JSON object a line: --output ndjson",
  table: "for a table: --output table",
  text: "leave the option out",
  yaml: "for YAML: --output yaml",
  yml: "for YAML: --output yaml"
}

/**
 * The file of `-o`; `-` is stdout. Throws a `UsageError` for the name of a format.
 *
 * @since 0.1.0
 * @category accessors
 */
export const fileOf = (values: Values, option = "out"): string | undefined => {
  const file = values.text(option)
  const meant = file === undefined ? undefined : formats[file.toLowerCase()]
  if (meant !== undefined) {
    throw new UsageError(
      `--${option} names a file, and "${file}" is a format`,
      `${meant}; for a file of this name: ./${file}`
    )
  }
  if (file === "") throw new UsageError(`--${option} is empty`)
  return file
}

/**
 * Stdout without a file. A file is created under another name beside its place, so make the target before the call: what
 * cannot be written is then found out before anything is sent. Should writing fail later, the output goes to stdout instead,
 * and the command fails. A failure or an interruption leaves no partial file, unless `keep` puts it in place.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (
  io: Io,
  file: string | undefined,
  formatting?: Formatting | undefined
): Effect.Effect<Target, LocalError, FileSystem | Path | Scope.Scope> =>
  Effect.gen(function* () {
    if (file === undefined || file === "-") {
      return {
        isFile: false,
        write: (chunk) => print(io.stdout, chunk),
        finish: Effect.void,
        keep: () => Effect.void
      }
    }
    const writer = yield* Effect.mapError(
      AtomicFile.open(resolve(io.cwd, file)),
      (error) => new LocalError(`cannot write ${file}: ${error.problem}`)
    )
    const encoder = new TextEncoder()
    let written: Array<Uint8Array> | undefined = []
    let size = 0
    let failure: LocalError | undefined
    /** Prints what there is, once, and says why. */
    const instead = (error: LocalFileError): Effect.Effect<void, BrokenPipe | LocalError> =>
      Effect.gen(function* () {
        failure = new LocalError(`cannot write ${file}: ${error.problem}`, "the output was printed to stdout instead")
        if (written === undefined) return yield* Effect.fail(new LocalError(failure.message))
        for (const chunk of written) yield* print(io.stdout, chunk)
        written = undefined
      })
    const put = (chunk: string | Uint8Array): Effect.Effect<void, BrokenPipe | LocalError> =>
      Effect.suspend(() => {
        if (failure !== undefined) return print(io.stdout, chunk)
        const bytes = typeof chunk === "string" ? encoder.encode(chunk) : chunk
        size += bytes.length
        if (size > kept) written = undefined
        else written?.push(bytes)
        return Effect.catchAll(writer.write(bytes), instead)
      })
    const formatter = formatting?.make()
    const formatted = (text: () => string): Effect.Effect<void, BrokenPipe | LocalError | UsageError> =>
      Effect.flatMap(Effect.try({ try: text, catch: asLocal }), (made) => (made === "" ? Effect.void : put(made)))
    const finish = Effect.suspend(() => (formatter === undefined ? Effect.void : formatted(formatter.end))).pipe(
      Effect.zipRight(
        Effect.suspend(() => (failure === undefined ? Effect.catchAll(writer.commit, instead) : Effect.void))
      ),
      Effect.zipRight(Effect.suspend(() => (failure === undefined ? Effect.void : Effect.fail(failure))))
    )
    return {
      isFile: true,
      write: (chunk) => (formatter === undefined ? put(chunk) : formatted(() => formatter.push(chunk))),
      finish,
      keep: (has) =>
        Effect.suspend(() =>
          size === 0
            ? Effect.void
            : Effect.zipRight(
                finish,
                print(
                  io.stderr,
                  `incomplete: ${harmless(file)} has only ${has}
`
                )
              )
        )
    }
  })
