/**
 * Where downloads go that have a name of the server's.
 *
 * @since 0.1.0
 */
import { mkdir, stat } from "node:fs/promises"
import { basename, join, resolve } from "node:path"
import * as FileName from "@trilum/core/FileName"
import * as Effect from "effect/Effect"
import { fileReason, LocalError } from "./CliError.js"
import type { Invocation } from "./Command.js"
import * as Confirm from "./confirm.js"
import { attempt } from "./run.js"

/**
 * `path` gives the path of a download, by what was typed for it and its name at the server. It fails for a name that no
 * file can have, and when an earlier download has the path: the later must not end over it.
 *
 * @since 0.1.0
 * @category models
 */
export interface Downloads {
  /** Whether the command says the file's name, and not only its folder. */
  readonly isNamed: boolean
  readonly path: (typed: string, fileName: string) => Effect.Effect<string, LocalError>
  /** Whether the file at a path may be replaced. Asks on a terminal, one question at a time. */
  readonly mayReplace: (path: string) => Effect.Effect<boolean, Error>
}

const isFolder = (path: string): Promise<boolean> =>
  stat(path).then(
    (stats) => stats.isDirectory(),
    () => false
  )

const placeOf = async (
  { io, values }: Invocation,
  count: number
): Promise<{ readonly folder: string; readonly name: string | undefined }> => {
  const output = values.text("out")
  if (output === undefined) return { folder: io.cwd, name: undefined }
  const path = resolve(io.cwd, output)
  if (count === 1 && !/[/\\]$/.test(output) && !(await isFolder(path))) {
    return { folder: resolve(path, ".."), name: basename(path) }
  }
  if (values.flag("dry-run") === true) return { folder: path, name: undefined }
  try {
    await mkdir(path, { recursive: true })
  } catch (cause) {
    throw new LocalError(`cannot make the folder ${output}: ${fileReason(cause)}`)
  }
  return { folder: path, name: undefined }
}

/**
 * Reads `-o`: a file for a single download, or a folder, which is made. Rejects with a `LocalError` where it cannot
 * be made.
 *
 * @since 0.1.0
 * @category constructors
 */
export const make = async (invocation: Invocation, count: number): Promise<Downloads> => {
  const { folder, name: named } = await placeOf(invocation, count)
  const taken = new Map<string, string>()
  const turns = Effect.unsafeMakeSemaphore(1)
  return {
    mayReplace: (path) => turns.withPermits(1)(attempt(() => Confirm.mayReplace(invocation, path))),
    isNamed: named !== undefined,
    path: (typed, fileName) =>
      Effect.suspend(() => {
        const name = named ?? FileName.lastPart(fileName)
        if (name === undefined) {
          return Effect.fail(new LocalError(`the name of ${typed} cannot be one here`, "give -o FILE"))
        }
        const path = join(folder, name)
        const other = taken.get(path)
        if (other !== undefined) {
          return Effect.fail(
            new LocalError(`${other} has the same file name, ${name}`, "download it by itself, with -o FILE")
          )
        }
        taken.set(path, typed)
        return Effect.succeed(path)
      })
  }
}
