/** The file system with some of what its files do replaced. */
import { SystemError } from "@effect/platform/Error"
import { type File, FileSystem, FileTypeId } from "@effect/platform/FileSystem"
import * as Effect from "effect/Effect"

type Replaced = Partial<Pick<File, "read" | "sync" | "truncate" | "writeAll">>

export const replacing = (
  change: (file: File, path: string) => Replaced
): Effect.Effect<FileSystem, never, FileSystem> =>
  Effect.map(FileSystem, (real) => ({
    ...real,
    open: (path, options) =>
      Effect.map(
        real.open(path, options),
        (file): File => ({
          [FileTypeId]: FileTypeId,
          fd: file.fd,
          stat: file.stat,
          seek: (offset, from) => file.seek(offset, from),
          sync: file.sync,
          read: (buffer) => file.read(buffer),
          readAlloc: (size) => file.readAlloc(size),
          truncate: (length) => file.truncate(length),
          write: (buffer) => file.write(buffer),
          writeAll: (buffer) => file.writeAll(buffer),
          ...change(file, path)
        })
      )
  }))

export const systemError = (code: string): SystemError =>
  new SystemError({
    module: "FileSystem",
    method: "test",
    reason: "Unknown",
    cause: Object.assign(new Error(code), { code })
  })

/** Files that take so many writes, all together, then fail with this code. */
export const filling = (code: string, writes: number): Effect.Effect<FileSystem, never, FileSystem> => {
  let written = 0
  return replacing((file) => ({
    writeAll: (bytes) =>
      Effect.suspend(() => (++written > writes ? Effect.fail(systemError(code)) : file.writeAll(bytes)))
  }))
}
