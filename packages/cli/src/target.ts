/**
 * Where output goes: stdout, or a file that appears when it is complete.
 *
 * @since 0.1.0
 */
import { randomBytes } from "node:crypto"
import { type FileHandle, open, rename, rm } from "node:fs/promises"
import { basename, dirname, join, resolve } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Scope from "effect/Scope"
import { type BrokenPipe, fileReason, LocalError } from "./CliError.js"
import type { Io } from "./Io.js"
import { print } from "./run.js"

/**
 * @since 0.1.0
 * @category models
 */
export interface Target {
  readonly isFile: boolean
  readonly write: (chunk: string | Uint8Array) => Effect.Effect<void, BrokenPipe | LocalError>
  /** Makes a file appear under its name. */
  readonly finish: Effect.Effect<void, LocalError>
}

const failing = (file: string) => (cause: unknown) => new LocalError(`cannot write ${file}: ${fileReason(cause)}`)

const openBeside = (temporary: string, file: string): Effect.Effect<FileHandle, LocalError, Scope.Scope> =>
  Effect.acquireRelease(Effect.tryPromise({ try: () => open(temporary, "wx"), catch: failing(file) }), (handle, exit) =>
    Effect.promise(async () => {
      await handle.close().catch(() => undefined)
      if (Exit.isFailure(exit)) await rm(temporary, { force: true }).catch(() => undefined)
    })
  )

/**
 * Stdout without a file. A file is written under another name beside its place; a failure or interruption leaves nothing.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = (io: Io, file: string | undefined): Effect.Effect<Target, LocalError, Scope.Scope> =>
  Effect.gen(function* () {
    if (file === undefined) {
      return { isFile: false, write: (chunk) => print(io.stdout, chunk), finish: Effect.void }
    }
    const path = resolve(io.cwd, file)
    const temporary = join(dirname(path), `.${basename(path)}.${randomBytes(6).toString("hex")}.part`)
    const handle = yield* openBeside(temporary, file)
    return {
      isFile: true,
      write: (chunk) =>
        Effect.asVoid(
          Effect.tryPromise({
            try: () => handle.appendFile(chunk),
            catch: failing(file)
          })
        ),
      finish: Effect.tryPromise({
        try: async () => {
          await handle.sync()
          await rename(temporary, path)
        },
        catch: failing(file)
      })
    }
  })
