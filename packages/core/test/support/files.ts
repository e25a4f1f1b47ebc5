/** Folders that go with a test, and file systems that record or fail. */
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { basename, join } from "node:path"
import { SystemError } from "@effect/platform/Error"
import { type File, FileSystem, FileTypeId } from "@effect/platform/FileSystem"
import type { Path } from "@effect/platform/Path"
import { it } from "@effect/vitest"
import * as Effect from "effect/Effect"
import type { Scope } from "effect/Scope"
import * as DefaultFiles from "../../src/node/DefaultFiles.js"

export const folder: Effect.Effect<string, never, Scope> = Effect.acquireRelease(
  Effect.sync(() => mkdtempSync(join(tmpdir(), "trilum-files-"))),
  (path) => Effect.sync(() => rmSync(path, { recursive: true, force: true }))
)

/** One test on the real file system and the real clock. */
export const live = (
  name: string,
  test: () => Effect.Effect<unknown, unknown, FileSystem | Path | Scope>,
  milliseconds?: number
): void => it.scopedLive(name, () => Effect.provide(test(), DefaultFiles.layer), milliseconds)

const isFolder = (path: string): boolean => basename(path).startsWith("trilum-files-")
const shown = (path: string): string => (isFolder(path) ? "." : basename(path))

interface Step {
  readonly name: "open" | "write" | "sync" | "rename" | "link" | "close"
  readonly text: string
}

/** The file system with every step reported before it is taken; a step that `onStep` fails is not taken. */
export const watched = (
  onStep: (step: Step) => Effect.Effect<void, SystemError>
): Effect.Effect<FileSystem, never, FileSystem> =>
  Effect.map(FileSystem, (real) => {
    const step = (name: Step["name"], ...paths: ReadonlyArray<string>) =>
      onStep({ name, text: [name, ...paths.map(shown)].join(" ") })
    return {
      ...real,
      open: (path, options) =>
        Effect.gen(function* () {
          yield* onStep({ name: "open", text: `open ${shown(path)} ${options?.flag ?? "r"}` })
          yield* Effect.addFinalizer(() => Effect.ignore(step("close", path)))
          const file = yield* real.open(path, options)
          const proxied: File = {
            [FileTypeId]: FileTypeId,
            fd: file.fd,
            stat: file.stat,
            seek: (offset, from) => file.seek(offset, from),
            sync: Effect.zipRight(step("sync", path), file.sync),
            read: (buffer) => file.read(buffer),
            readAlloc: (size) => file.readAlloc(size),
            truncate: (length) => file.truncate(length),
            write: (buffer) => Effect.zipRight(step("write", path), file.write(buffer)),
            writeAll: (buffer) => Effect.zipRight(step("write", path), file.writeAll(buffer))
          }
          return proxied
        }),
      rename: (from, to) => Effect.zipRight(step("rename", from, to), real.rename(from, to)),
      link: (from, to) => Effect.zipRight(step("link", from, to), real.link(from, to))
    }
  })

export const recording: Effect.Effect<
  { readonly log: Array<string>; readonly fileSystem: FileSystem },
  never,
  FileSystem
> = Effect.suspend(() => {
  const log: Array<string> = []
  return Effect.map(
    watched(({ text }) => Effect.sync(() => void log.push(text))),
    (fileSystem) => ({ log, fileSystem })
  )
})

export const systemError = (code: string): SystemError =>
  new SystemError({
    module: "FileSystem",
    method: "test",
    reason: "Unknown",
    cause: Object.assign(new Error(code), { code })
  })

/** A file system whose steps of one kind fail with this code. */
export const failing = (name: Step["name"], code: string): Effect.Effect<FileSystem, never, FileSystem> =>
  watched((step) => (step.name === name ? Effect.fail(systemError(code)) : Effect.void))
