/**
 * The files of a runtime that has none. On Node, the export condition `node` brings those of the machine instead.
 *
 * @since 0.1.0
 */
import * as Effect from "effect/Effect"
import * as Sha256 from "./archive/Sha256.js"
import type { Service } from "./LocalFiles.js"
import { FileError } from "./LumlError.js"

const unavailable = (path: string): Effect.Effect<never, FileError> =>
  Effect.fail(
    new FileError({
      reason: "unavailable",
      file: path,
      message: "this runtime has no file system; give bytes, a stream or a Blob"
    })
  )

const lastPart = (path: string): string => path.slice(path.lastIndexOf("/") + 1)

/**
 * @since 0.1.0
 * @category services
 */
export const files: Service = {
  sha256: Sha256.make,
  md5: undefined,
  read: unavailable,
  write: unavailable,
  replace: unavailable,
  remove: unavailable,
  readText: unavailable,
  append: unavailable,
  isFolder: () => Effect.succeed(false),
  scratch: unavailable("a temporary file"),
  join: (folder, name) => (folder === "" ? name : `${folder}/${name}`),
  folderOf: (path) => path.slice(0, Math.max(0, path.lastIndexOf("/"))),
  baseName: lastPart,
  processId: 0,
  isRunning: () => false
}
