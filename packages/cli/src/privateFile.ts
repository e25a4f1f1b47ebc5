/**
 * Files of the command's own, which only their owner can read: settings and credentials.
 *
 * @since 0.1.0
 */
import { chmod, mkdir, stat } from "node:fs/promises"
import { homedir } from "node:os"
import { dirname, isAbsolute, join } from "node:path"
import { fileReason, LocalError } from "./CliError.js"
import type { Io } from "./Io.js"

/**
 * The path of a file in `$XDG_CONFIG_HOME/trilum` (`~/.config/trilum` by default).
 *
 * @since 0.1.0
 * @category accessors
 */
export const pathOf = (io: Io, name: string): string => {
  const given = io.env["XDG_CONFIG_HOME"]
  const home = io.env["HOME"] ?? homedir()
  // The XDG base directory specification says to ignore a path that is relative.
  const config = given !== undefined && isAbsolute(given) ? given : join(home, ".config")
  return join(config, "trilum", name)
}

/** How long to wait for another process that writes the same file, in milliseconds. */
const patience = 10_000

/**
 * Replaces a file, all or nothing: mode 0600 in a directory of mode 0700. Processes that do so at once take turns.
 * `next` reads the old content and gives the new one, or `undefined` to leave the file as it is. Rejects with a `LocalError` where it cannot be written.
 *
 * @since 0.1.0
 * @category combinators
 */
export const replace = async (file: string, next: () => Promise<string | undefined>): Promise<void> => {
  const directory = dirname(file)
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 })
    if (((await stat(directory)).mode & 0o077) !== 0) await chmod(directory, 0o700)
  } catch (cause) {
    throw new LocalError(`${file} cannot be written: ${fileReason(cause)}`)
  }
  const [AtomicFile, DefaultFiles, FileLock, Effect, Schedule] = await Promise.all([
    import("@trilum/core/AtomicFile"),
    import("@trilum/core/DefaultFiles"),
    import("@trilum/core/FileLock"),
    import("effect/Effect"),
    import("effect/Schedule")
  ])
  const failed = await Effect.tryPromise({
    try: next,
    catch: (cause) => (cause instanceof Error ? cause : new LocalError(String(cause)))
  }).pipe(
    Effect.flatMap((text) => (text === undefined ? Effect.void : AtomicFile.write(file, text, { mode: 0o600 }))),
    FileLock.withLock(file),
    Effect.retry({
      schedule: Schedule.spaced("20 millis").pipe(Schedule.upTo(patience)),
      while: (error) => "reason" in error && error.reason === "locked"
    }),
    Effect.provide(DefaultFiles.layer),
    Effect.as(undefined),
    Effect.catchAll((error) => Effect.succeed(error)),
    Effect.runPromise
  )
  if (failed === undefined) return
  throw "file" in failed ? new LocalError(`${file} cannot be written: ${failed.problem}`) : failed
}
